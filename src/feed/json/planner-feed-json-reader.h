/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/json/planner-feed-json-value.h"

G_BEGIN_DECLS

/* The translations to one language in the member "translations" of the schedule. */
typedef struct
{
  char *language;
  JsonObject *collections; /* borrowed from the tree: an object for each collection, such as "tracks" */
} PlannerJsonTranslations;

/* The state of the JSON reader, which its files share. */
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
  GHashTable *no_time;        /* owned, guids of sessions whose time is to be announced */
  GHashTable *no_day;         /* owned, guids of sessions whose day is to be announced */
  GHashTable *forums_by_slug; /* owned, slug to name of a track */
  GHashTable *persons;        /* owned, guid to object, from the list of all persons */
  JsonObject *overrides;      /* the member "overrides" of the schedule, or NULL */
  gboolean is_gotc;
  gboolean is_voc;
  guint n_persons;
  guint n_person_codes;
  guint n_event_codes;
} PlannerJsonReader;

G_END_DECLS
