/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "planner-feed-builder.h"
#include "planner-feed-text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define PLANNER_FEED_MAX_LANGUAGES 50

/**
 * PlannerJsonPlace:
 * @draft: (nullable) (borrowed): the session that is being read, which takes the notes
 * @path: (not nullable) (borrowed): the place, when no session is being read
 * @report: (borrowed): takes the notes then
 *
 * Where a value stands, to note what is wrong with it.
 */
typedef struct
{
  PlannerDraftSession *draft;
  const char *path;
  PlannerReport *report;
} PlannerJsonPlace;

/**
 * PlannerJsonText member: a member of an object, and the text it fills in a structure.
 */
typedef struct
{
  const char *member;
  gsize offset;
  PlannerTextKind kind;
} PlannerJsonField;

void planner_json_note (const PlannerJsonPlace *place,
                        PlannerSeverity severity,
                        const char *member,
                        const char *code,
                        const char *format,
                        ...) G_GNUC_PRINTF (5, 6);
void planner_json_note_value (const PlannerJsonPlace *place,
                              PlannerSeverity severity,
                              const char *member,
                              const char *code,
                              const char *value,
                              const char *finding,
                              const char *made);

JsonNode *planner_json_get (JsonObject *object, const char *member);
JsonObject *planner_json_get_object (JsonObject *object, const char *member);
JsonArray *planner_json_get_array (JsonObject *object, const char *member);
gboolean planner_json_get_bool (JsonObject *object, const char *member);
char *planner_json_dup_line (const PlannerJsonPlace *place, JsonObject *object, const char *member);
char *
planner_json_dup_first_line (const PlannerJsonPlace *place, JsonObject *object, const char *const *members);
char *planner_json_clean (const PlannerJsonPlace *place,
                          const char *text,
                          const char *member,
                          PlannerTextKind kind);
char *planner_json_dup_node (const PlannerJsonPlace *place,
                             JsonNode *node,
                             const char *member,
                             PlannerTextKind kind);
void planner_json_add_text (const PlannerJsonPlace *place,
                            PlannerText *text,
                            const char *language,
                            JsonNode *node,
                            const char *member,
                            PlannerTextKind kind);
void planner_json_add_fields (const PlannerJsonPlace *place,
                              gpointer target,
                              const PlannerJsonField *fields,
                              const char *language,
                              JsonObject *object);
char *planner_json_make_path (const char *path, const char *name);

G_END_DECLS
