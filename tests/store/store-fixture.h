/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the store's tests have in common: a store in a folder of its own, small agendas, and looks behind the store's back.
 */

#pragma once

#include "files.h"
#include "store/database.h"

#include "model/planner-agenda-bytes.h"
#include "store/planner-store.h"

#define START_UTC G_GINT64_CONSTANT (1685236800)

/* The version of the schema that this planner makes. */
#define NEWEST "3"

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
void save_agenda (PlannerStore *store, gint64 id, const PlannerAgenda *agenda);

/* "key title" of each star, "(title)" where it is withdrawn: sorted, and comma-separated. */
char *describe_stars (PlannerStore *store, gint64 id);
void assert_stars (PlannerStore *store, gint64 id, const char *expected);
PlannerStore *open_store (const char *path);
void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);
