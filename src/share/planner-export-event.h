/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PlannerExport:
 * @agenda: borrowed
 * @language: borrowed; the language of plain texts
 * @overrides: owned; what the schema does not allow in events, by their guid
 * @no_time: owned; the guids of sessions whose time is to be announced
 * @no_day: owned; the guids of sessions whose day is to be announced
 * @guids: owned; the number of sessions with each guid
 * @ids: owned; the numbers that are used as ids
 * @last_id: the highest number that was chosen as an id
 *
 * A schedule while it is written.
 */
typedef struct
{
  const PlannerAgenda *agenda;
  const char *language;
  JsonObject *overrides;
  JsonArray *no_time;
  JsonArray *no_day;
  GHashTable *guids;
  GHashTable *ids;
  guint last_id;
} PlannerExport;

void planner_export_init (PlannerExport *self, const PlannerAgenda *agenda);
void planner_export_clear (PlannerExport *self);
JsonObject *planner_export_event (PlannerExport *self, const PlannerSession *session, const char *date);
char *planner_export_format_time (const char *date, int minutes, GTimeZone *zone);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerExport, planner_export_clear)

G_END_DECLS
