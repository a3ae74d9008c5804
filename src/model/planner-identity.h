/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/* The texts of an identity, in the order in which the store keeps them. The names are also those of the database's columns. */
#define PLANNER_IDENTITY_TEXTS(FIELD)                                                                        \
  FIELD (key) FIELD (guid) FIELD (id) FIELD (code) FIELD (slug) FIELD (title) FIELD (speakers)

#define PLANNER_IDENTITY_MEMBER(name) char *name;
#define PLANNER_IDENTITY_COUNT(name) +1
#define PLANNER_IDENTITY_N_TEXTS (0 PLANNER_IDENTITY_TEXTS (PLANNER_IDENTITY_COUNT))

/**
 * PlannerIdentity:
 * @key: the session's key in the edition that it is of
 * @guid: (nullable): as in #PlannerSession, like @id, @code and @slug
 * @title: (nullable): in the schedule's own language
 * @speakers: (nullable): their names in the schedule's own language, joined by ", "
 * @start_utc: in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 * @texts: (nullable): the texts above as an array
 *
 * The facts by which a session of one edition is recognized in the next. All texts are owned.
 */
typedef struct
{
  union
  {
    struct
    {
      PLANNER_IDENTITY_TEXTS (PLANNER_IDENTITY_MEMBER)
    };
    char *texts[PLANNER_IDENTITY_N_TEXTS];
  };
  gint64 start_utc;
} PlannerIdentity;

PlannerIdentity *planner_identity_new (const PlannerSession *session);
PlannerIdentity *planner_identity_copy (const PlannerIdentity *identity);
void planner_identity_free (PlannerIdentity *identity);
gboolean planner_identity_is_equal (const PlannerIdentity *a, const PlannerIdentity *b);

PlannerIdentity planner_identity_borrow (const PlannerSession *session);
char *planner_identity_join_speakers (const PlannerSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerIdentity, planner_identity_free)

G_END_DECLS
