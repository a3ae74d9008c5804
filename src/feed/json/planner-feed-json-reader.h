/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-value.h"

G_BEGIN_DECLS

/* The translations of one language, from the member that GOTC adds to the schedule. */
typedef struct
{
  char *language;
  JsonObject *collections; /* borrowed from the tree */
} PlannerJsonTranslations;

/* What the parts of the JSON reader share while a schedule is read. */
typedef struct
{
  PlannerBuilder *builder; /* owned */
  PlannerReport *report;   /* borrowed */
  JsonObject *root;        /* borrowed, like all of the tree */
  JsonObject *schedule;
  JsonObject *conference;
  char *schedule_path;        /* owned */
  char *conference_path;      /* owned */
  GArray *translations;       /* owned, of PlannerJsonTranslations */
  GHashTable *no_time;        /* owned, guids */
  GHashTable *no_day;         /* owned, guids */
  GHashTable *forums_by_slug; /* owned, slug to name */
  GHashTable *persons;        /* owned, guid to object; where the schedule lists all of them */
  gboolean is_gotc;
  gboolean is_voc;
  guint n_persons;
  guint n_person_codes;
  guint n_event_codes;
} PlannerJsonReader;

void planner_json_add_own_translations (PlannerJsonReader *reader,
                                        const PlannerPlace *place,
                                        gpointer target,
                                        const PlannerTextField *fields,
                                        JsonObject *object);
void planner_json_add_kept_translations (PlannerJsonReader *reader,
                                         const PlannerPlace *place,
                                         gpointer target,
                                         const PlannerTextField *fields,
                                         const char *collection,
                                         const char *const *names,
                                         guint n_names);
void planner_json_add_translations (PlannerJsonReader *reader,
                                    const PlannerPlace *place,
                                    gpointer target,
                                    const PlannerTextField *fields,
                                    JsonObject *object,
                                    const char *collection,
                                    const char *name);
void planner_json_read_things (PlannerJsonReader *reader);
gboolean planner_json_read_event (PlannerJsonReader *reader,
                                  JsonObject *event,
                                  const char *path,
                                  int day,
                                  const char *room,
                                  GError **error);

G_END_DECLS
