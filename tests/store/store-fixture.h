/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Provides a store in a temporary folder, and small agendas to store.
 */

#pragma once

#include "files.h"
#include "store/database.h"

#include "model/planner-agenda-bytes.h"
#include "store/planner-store-conferences.h"
#include "store/planner-store-editions.h"
#include "store/planner-store-stars.h"

#define START_UTC G_GINT64_CONSTANT (1685236800)

/* The newest version of the schema. */
#define NEWEST "5"

static const char *const english[] = { "en", NULL };

typedef struct
{
  const char *key;
  const char *guid;
  const char *id;
  const char *title;
  gint64 start_utc;
} Row;

typedef struct
{
  char *folder;
  char *path;
  PlannerStore *store;
  gint64 id;
} Fixture;

PlannerAgenda *make_agenda (const Row *rows, guint n_rows);
PlannerConferenceRecord *make_record (const char *address);
gint64 add_conference (PlannerStore *store, const char *address, const PlannerAgenda *agenda);
void add_star (PlannerStore *store, gint64 id, const PlannerAgenda *agenda, const char *key);

/* Matches with the stored agenda and saves without changes. */
gboolean try_save_agenda (PlannerStore *store,
                          PlannerConferenceRecord *record,
                          const PlannerAgenda *agenda,
                          GError **error);
void save_agenda (PlannerStore *store, gint64 id, const PlannerAgenda *agenda);

/* Returns "key title" of each star, or "key (title)" when it is withdrawn, in order and with commas. */
char *describe_stars (PlannerStore *store, gint64 id);
void assert_stars (PlannerStore *store, gint64 id, const char *expected);
PlannerStore *open_store (const char *path);
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
