/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/store-fixture.h"

PlannerAgenda *
make_agenda (const Row *rows, guint n_rows)
{
  PlannerAgenda *agenda = planner_agenda_new ();
  PlannerDay *day = planner_day_new ();

  planner_text_add (&agenda->title, "", "Conference");
  agenda->format = g_strdup ("frab");
  agenda->zone = g_time_zone_new_utc ();
  day->date = g_strdup ("2023-05-28");
  day->n_sessions = n_rows;
  g_ptr_array_add (agenda->days, day);
  for (guint i = 0; i < n_rows; i++)
    {
      PlannerSession *session = planner_session_new ();

      session->key = g_strdup (rows[i].key);
      session->guid = g_strdup (rows[i].guid);
      session->id = g_strdup (rows[i].id);
      planner_text_add (&session->title, "", rows[i].title);
      session->start_utc = rows[i].start_utc;
      session->duration_s = 3600;
      session->zone = g_time_zone_ref (agenda->zone);
      g_ptr_array_add (agenda->sessions, session);
    }
  planner_agenda_seal (agenda, english);

  return agenda;
}

PlannerConferenceRecord *
make_record (const char *address)
{
  const PlannerConferenceRecord record = {
    .address = (char *) address,
    .title = (char *) "Conference",
    .default_zone = (char *) "Asia/Shanghai",
    .etag = (char *) "W/\"1\"",
    .bundled_version = (char *) "2023",
    .edition = 1,
    .remind = TRUE,
  };

  return planner_conference_record_copy (&record);
}

gint64
add_conference (PlannerStore *store, const char *address, const PlannerAgenda *agenda)
{
  g_autoptr (PlannerConferenceRecord) record = make_record (address);
  g_autoptr (GError) error = NULL;

  planner_store_add_conference (store, record, agenda, &error);
  g_assert_no_error (error);

  return record->id;
}

void
add_star (PlannerStore *store, gint64 id, const PlannerAgenda *agenda, const char *key)
{
  g_autoptr (PlannerStar) star = planner_star_new (agenda, planner_agenda_find_session (agenda, key));
  g_autoptr (GError) error = NULL;

  planner_store_add_star (store, id, star, &error);
  g_assert_no_error (error);
}

gboolean
try_save_agenda (PlannerStore *store,
                 PlannerConferenceRecord *record,
                 const PlannerAgenda *agenda,
                 GError **error)
{
  g_autoptr (PlannerAgenda) old_agenda = planner_store_load_agenda (store, record->id, english, NULL);
  g_autoptr (PlannerAgenda) nothing = planner_agenda_new ();
  g_autoptr (GPtrArray) successors = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  PlannerAgendaMatch match = { .old_agenda = old_agenda ? old_agenda : nothing, .agenda = agenda };

  successors = planner_match_agendas (match.old_agenda, agenda);
  match.successors = successors;

  return planner_store_save_edition (store, record, &match, changes, error);
}

void
save_agenda (PlannerStore *store, gint64 id, const PlannerAgenda *agenda)
{
  g_autoptr (PlannerConferenceRecord) record = planner_store_find_conference (store, id, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (record);
  try_save_agenda (store, record, agenda, &error);
  g_assert_no_error (error);
}

char *
describe_stars (PlannerStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stars = planner_store_list_stars (store, id, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);

      g_ptr_array_add (lines, g_strdup_printf (star->withdrawn ? "%s (%s)" : "%s %s", star->identity->key,
                                               star->identity->title));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv (", ", (GStrv) lines->pdata);
}

void
assert_stars (PlannerStore *store, gint64 id, const char *expected)
{
  g_autofree char *stars = describe_stars (store, id);

  g_assert_cmpstr (stars, ==, expected);
}

PlannerStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  PlannerStore *store = planner_store_open (path, &error);

  g_assert_no_error (error);

  return store;
}

void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("planner-store-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "planner.db", NULL);
  fixture->store = open_store (fixture->path);
}

void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}
