/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all forms of the schedule call alike. */

#include "feed/build/planner-feed-fields.h"
#include "feed/build/planner-feed-builder.h"

const PlannerTextField planner_session_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "subtitle", G_STRUCT_OFFSET (PlannerSession, subtitle), PLANNER_TEXT_LINE },
  { "abstract", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG },
  { "description", G_STRUCT_OFFSET (PlannerSession, description), PLANNER_TEXT_LONG },
  { NULL },
};
const PlannerTextField planner_person_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "public_name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "full_public_name", G_STRUCT_OFFSET (PlannerDraftPerson, name), PLANNER_TEXT_LINE },
  { "role", G_STRUCT_OFFSET (PlannerDraftPerson, role), PLANNER_TEXT_LINE },
  { "organisation", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "organization", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "affiliation", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "company", G_STRUCT_OFFSET (PlannerDraftPerson, organisation), PLANNER_TEXT_LINE },
  { "biography", G_STRUCT_OFFSET (PlannerDraftPerson, biography), PLANNER_TEXT_LONG },
  { NULL },
};
const PlannerTextField planner_forum_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerForum, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerForum, description), PLANNER_TEXT_LONG },
  { NULL },
};
const PlannerTextField planner_room_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerRoom, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerRoom, description), PLANNER_TEXT_LONG },
  { NULL },
};
const char *const planner_zone_names[] = { "time_zone_name", "timezone", "time_zone",
                                           "timezone_name",  "tz",       NULL };
