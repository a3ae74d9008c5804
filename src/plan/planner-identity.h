/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerIdentity:
 *
 * What a session of an earlier edition is found again by; fields as in #PlannerSession.
 */
typedef struct
{
  char *key;
  char *guid;
  char *id;
  char *code;
  char *slug;
  char *title;
  char *speakers;
  gint64 start_utc;
} PlannerIdentity;

PlannerIdentity *planner_identity_new (const PlannerSession *session);
PlannerIdentity *planner_identity_copy (const PlannerIdentity *identity);
void planner_identity_free (PlannerIdentity *identity);

GPtrArray *planner_identities_match_sessions (GPtrArray *identities, GPtrArray *sessions);
GPtrArray *planner_identities_match (GPtrArray *identities, const PlannerAgenda *agenda);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerIdentity, planner_identity_free)

G_END_DECLS
