/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-text.h"

G_BEGIN_DECLS

/**
 * PlannerTextField:
 * @name: of a member in JSON, or an element in XML
 * @offset: of the #PlannerText that it fills in a structure
 *
 * Tables of them end with an empty one.
 */
typedef struct
{
  const char *name;
  gsize offset;
  PlannerTextKind kind;
} PlannerTextField;

extern const PlannerTextField planner_session_fields[]; /* of a PlannerSession */
extern const PlannerTextField planner_person_fields[];  /* of a PlannerDraftPerson */
extern const PlannerTextField planner_forum_fields[];   /* of a PlannerForum */
extern const PlannerTextField planner_room_fields[];    /* of a PlannerRoom */

extern const char *const planner_zone_names[]; /* what names the zone of the venue; ends with NULL */

G_END_DECLS
