/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/store-fixture.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define ADDRESS "https://example.org/schedule.json"
#define OTHER_ADDRESS "https://example.net/schedule.json"

/* clang-format off */
static const Row first_edition[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
  { "c", "guid-c", "3", "Desktop", START_UTC + 7200 },
};

static const Row without_b[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "c", "guid-c", "3", "Desktop", START_UTC + 7200 },
};

static const Row keys_rotated[] = {
  { "b", "guid-a", "2", "Kernel", START_UTC },
  { "c", "guid-b", "3", "Compiler", START_UTC + 3600 },
  { "a", "guid-c", "1", "Desktop", START_UTC + 7200 },
};

static const Row key_b_reused[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-d", "2", "Newcomer", START_UTC + 3600 },
  { "b~withdrawn1", "guid-e", "4", "Hostile", START_UTC + 3600 },
};

static const Row b_is_newcomer[] = {
  { "a", "guid-a", "1", "Kernel", START_UTC },
  { "b", "guid-d", "4", "Newcomer", START_UTC + 3600 },
};

static const Row b_is_kernel[] = {
  { "b", "guid-a", "1", "Kernel", START_UTC },
};

static const Row only_newcomer[] = {
  { "b", "guid-d", "4", "Newcomer", START_UTC + 3600 },
};

static const Row same_id_twice[] = {
  { "1", "guid-a", "1", "Kernel", START_UTC },
  { "1~2", "guid-b", "1", "Compiler", START_UTC + 3600 },
};

static const Row same_guid_twice[] = {
  { "w", "guid-w", "1", "Workshop", START_UTC },
  { "w~2", "guid-w", "1", "Workshop again", START_UTC + 86400 },
};

static const Row same_guid_swapped[] = {
  { "w", "guid-w", "1", "Workshop again", START_UTC + 86400 },
  { "w~2", "guid-w", "1", "Workshop", START_UTC },
};
/* clang-format on */

#define AGENDA(rows) make_agenda (rows, G_N_ELEMENTS (rows))

static PlannerConferenceRecord *
get_record (PlannerStore *store, guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = planner_store_list_conferences (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (records->len, >, index);

  return planner_conference_record_copy (g_ptr_array_index (records, index));
}

static void
test_conference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  const gint64 id = add_conference (fixture->store, ADDRESS, agenda);
  g_autoptr (PlannerConferenceRecord) record = NULL;
  g_autoptr (PlannerAgenda) loaded = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first_utc, last_utc;

  g_clear_object (&fixture->store);
  fixture->store = open_store (fixture->path);

  record = get_record (fixture->store, 0);
  g_assert_cmpint (record->id, ==, id);
  g_assert_cmpint (id, !=, 0);
  g_assert_cmpstr (record->address, ==, ADDRESS);
  g_assert_cmpstr (record->title, ==, "Conference");
  g_assert_cmpstr (record->default_zone, ==, "Asia/Shanghai");
  g_assert_cmpstr (record->etag, ==, "W/\"1\"");
  g_assert_null (record->last_modified);
  g_assert_cmpstr (record->bundled_version, ==, "2023");
  g_assert_cmpint (record->updated_utc, ==, 0);
  planner_agenda_find_span (agenda, &first_utc, &last_utc);
  g_assert_cmpint (record->last_utc, ==, last_utc);

  loaded = planner_store_load_agenda (fixture->store, id, english, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->sessions->len, ==, 3);
  g_assert_cmpstr (planner_agenda_find_session (loaded, "b")->title.shown, ==, "Compiler");
}

static void
test_save_agenda (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  g_autoptr (PlannerAgenda) newer = AGENDA (without_b);
  g_autoptr (PlannerConferenceRecord) record = make_record (ADDRESS);
  g_autoptr (PlannerConferenceRecord) stored = NULL;
  g_autoptr (PlannerAgenda) loaded = NULL;
  g_autoptr (GError) error = NULL;

  record->id = add_conference (fixture->store, ADDRESS, agenda);
  g_clear_pointer (&record->bundled_version, g_free);
  g_set_str (&record->title, "Renamed");
  g_set_str (&record->etag, "\"2\"");
  g_set_str (&record->last_modified, "Sun, 28 May 2023 01:00:00 GMT");
  record->updated_utc = START_UTC;
  g_assert_true (try_save_agenda (fixture->store, record, newer, &error));
  g_assert_no_error (error);

  stored = get_record (fixture->store, 0);
  g_assert_cmpstr (stored->title, ==, "Renamed");
  g_assert_cmpstr (stored->etag, ==, "\"2\"");
  g_assert_cmpstr (stored->last_modified, ==, "Sun, 28 May 2023 01:00:00 GMT");
  g_assert_null (stored->bundled_version);
  g_assert_cmpint (stored->updated_utc, ==, START_UTC);
  loaded = planner_store_load_agenda (fixture->store, record->id, english, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->sessions->len, ==, 2);
}

static void
test_save_validators (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  g_autoptr (PlannerConferenceRecord) record = make_record (ADDRESS);
  g_autoptr (PlannerConferenceRecord) stored = NULL;
  g_autoptr (GError) error = NULL;

  record->id = add_conference (fixture->store, ADDRESS, agenda);
  g_set_str (&record->etag, "\"2\"");
  g_set_str (&record->title, "Not to be kept");
  record->updated_utc = START_UTC;
  g_assert_true (planner_store_save_validators (fixture->store, record, &error));
  g_assert_no_error (error);

  stored = get_record (fixture->store, 0);
  g_assert_cmpstr (stored->etag, ==, "\"2\"");
  g_assert_cmpint (stored->updated_utc, ==, START_UTC);
  g_assert_cmpstr (stored->title, ==, "Conference");
  g_assert_cmpstr (stored->bundled_version, ==, "2023");
}

static void
test_exists (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  g_autoptr (PlannerConferenceRecord) record = make_record (ADDRESS);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  add_conference (fixture->store, ADDRESS, agenda);
  g_assert_false (planner_store_add_conference (fixture->store, record, agenda, &error));
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_EXISTS);
  g_assert_cmpint (record->id, ==, 0);
  records = planner_store_list_conferences (fixture->store, NULL);
  g_assert_cmpuint (records->len, ==, 1);
}

static void
assert_not_found (gboolean done, GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_NOT_FOUND);
  g_clear_error (error);
}

static gint64
get_id (GPtrArray *records, guint index)
{
  return ((const PlannerConferenceRecord *) g_ptr_array_index (records, index))->id;
}

/* The last one comes first, also when both are removed in the same second. */
static void
test_removed_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  const gint64 first = add_conference (fixture->store, ADDRESS, agenda);
  const gint64 second = add_conference (fixture->store, ADDRESS "/2", agenda);
  g_autoptr (GPtrArray) none = planner_store_list_removed_conferences (fixture->store, NULL);
  g_autoptr (GPtrArray) both = NULL, one = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (planner_store_remove_conference (fixture->store, first, NULL));
  g_assert_true (planner_store_remove_conference (fixture->store, second, NULL));
  both = planner_store_list_removed_conferences (fixture->store, NULL);
  g_assert_cmpuint (both->len, ==, 2);
  g_assert_cmpint (get_id (both, 0), ==, second);
  g_assert_true (planner_store_restore_conference (fixture->store, second, NULL));
  one = planner_store_list_removed_conferences (fixture->store, NULL);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (get_id (one, 0), ==, first);
}

static void
test_not_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  g_autoptr (PlannerStar) star = planner_star_new (agenda, planner_agenda_find_session (agenda, "a"));
  g_autoptr (PlannerConferenceRecord) record = make_record (ADDRESS);
  g_autoptr (GError) error = NULL;

  record->id = 7;
  assert_not_found (try_save_agenda (fixture->store, record, agenda, &error), &error);
  assert_not_found (planner_store_save_validators (fixture->store, record, &error), &error);
  assert_not_found (planner_store_remove_conference (fixture->store, 7, &error), &error);
  assert_not_found (planner_store_load_agenda (fixture->store, 7, english, &error) != NULL, &error);
  assert_not_found (planner_store_add_star (fixture->store, 7, star, &error), &error);
}

static void
test_unreadable_agenda (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  const gint64 id = add_conference (fixture->store, ADDRESS, agenda);
  g_autoptr (PlannerAgenda) loaded = NULL;
  g_autoptr (GError) error = NULL;

  add_star (fixture->store, id, agenda, "a");
  execute (fixture->path, "UPDATE agendas SET agenda = x'ffffffff00'");
  loaded = planner_store_load_agenda (fixture->store, id, english, &error);
  g_assert_null (loaded);
  g_assert_error (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_FAILED);
  assert_stars (fixture->store, id, "a Kernel");
}

/* Damaged bytes give no agenda or a valid one, and never crash. */
static void
test_damaged_bytes (void)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  g_autoptr (GBytes) bytes = planner_agenda_to_bytes (agenda);
  gsize size_bytes;
  const guint8 *data = g_bytes_get_data (bytes, &size_bytes);

  for (gsize i = 0; i < size_bytes; i++)
    {
      g_autoptr (GBytes) truncated = g_bytes_new (data, i);
      g_autofree guint8 *copy = g_memdup2 (data, size_bytes);
      g_autoptr (GBytes) damaged = g_bytes_new_static (copy, size_bytes);
      g_autoptr (PlannerAgenda) loaded = NULL, searched = NULL;

      g_assert_null (planner_agenda_new_from_bytes (truncated, english));
      g_assert_null (planner_agenda_new_for_search (truncated, english));
      copy[i] ^= 0xff;
      loaded = planner_agenda_new_from_bytes (damaged, english);
      searched = planner_agenda_new_for_search (damaged, english);
      if (loaded)
        g_assert_cmpuint (loaded->sessions->len, ==, 3);
      if (searched)
        g_assert_cmpuint (searched->sessions->len, ==, 3);
    }
}

static void
test_star (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  const gint64 id = add_conference (fixture->store, ADDRESS, agenda);
  g_autoptr (GError) error = NULL;

  add_star (fixture->store, id, agenda, "b");
  add_star (fixture->store, id, agenda, "a");
  add_star (fixture->store, id, agenda, "b");
  assert_stars (fixture->store, id, "a Kernel, b Compiler");

  g_assert_true (planner_store_remove_star (fixture->store, id, "b", &error));
  g_assert_true (planner_store_remove_star (fixture->store, id, "b", &error));
  g_assert_no_error (error);
  assert_stars (fixture->store, id, "a Kernel");
}

typedef struct
{
  const char *path;
  const Row *before;
  guint n_before;
  const char *starred[4];
  const Row *after;
  guint n_after;
  const char *expected;
} MatchCase;

#define EDITION(rows) rows, G_N_ELEMENTS (rows)

/* clang-format off */
static const MatchCase match_cases[] = {
  { "/store/I1/duplicate-ids", EDITION (same_id_twice), { "1~2" }, EDITION (same_id_twice), "1~2 Compiler" },
  { "/store/I2/repeated-guids", EDITION (same_guid_twice), { "w~2" }, EDITION (same_guid_twice), "w~2 Workshop again" },
  { "/store/I2/repeated-guids-swapped", EDITION (same_guid_twice), { "w", "w~2" }, EDITION (same_guid_swapped),
    "w Workshop again, w~2 Workshop" },
  { "/store/I3/renumbered-sessions-keep-stars", EDITION (first_edition), { "a" }, EDITION (keys_rotated), "b Kernel" },
  { "/store/I3/keys-rotated", EDITION (first_edition), { "a", "b", "c" }, EDITION (keys_rotated),
    "a Desktop, b Kernel, c Compiler" },
  { "/store/I4/removed-session-keeps-star", EDITION (first_edition), { "a", "b" }, EDITION (without_b), "a Kernel, b (Compiler)" },
  { "/store/I4/key-reused", EDITION (first_edition), { "b" }, EDITION (key_b_reused), "b~withdrawn2 (Compiler)" },
};
/* clang-format on */

static void
test_match (Fixture *fixture, gconstpointer data)
{
  const MatchCase *match = data;
  g_autoptr (PlannerAgenda) before = make_agenda (match->before, match->n_before);
  g_autoptr (PlannerAgenda) after = make_agenda (match->after, match->n_after);
  const gint64 id = add_conference (fixture->store, ADDRESS, before);

  for (guint i = 0; match->starred[i]; i++)
    add_star (fixture->store, id, before, match->starred[i]);
  save_agenda (fixture->store, id, after);
  assert_stars (fixture->store, id, match->expected);

  /* The first edition restores each star. */
  save_agenda (fixture->store, id, before);
  for (guint i = 0; match->starred[i]; i++)
    {
      const PlannerSession *session = planner_agenda_find_session (before, match->starred[i]);
      g_autofree char *star = g_strdup_printf ("%s %s", session->key, session->title.shown);
      g_autofree char *stars = describe_stars (fixture->store, id);

      g_assert_nonnull (strstr (stars, star));
    }
}

static void
test_withdrawn_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) before = AGENDA (first_edition);
  g_autoptr (PlannerAgenda) after = AGENDA (without_b);
  const gint64 id = add_conference (fixture->store, ADDRESS, before);
  g_autoptr (GPtrArray) stars = NULL;
  g_autoptr (PlannerAgenda) snapshot = NULL;
  const PlannerStar *star;

  add_star (fixture->store, id, before, "b");
  save_agenda (fixture->store, id, after);
  save_agenda (fixture->store, id, after);

  stars = planner_store_list_stars (fixture->store, id, NULL);
  star = g_ptr_array_index (stars, 0);
  snapshot = planner_agenda_new_from_bytes (star->snapshot, english);
  g_assert_true (star->withdrawn);
  g_assert_cmpstr (star->identity->guid, ==, "guid-b");
  g_assert_cmpstr (star->identity->id, ==, "2");
  g_assert_cmpint (star->identity->start_utc, ==, START_UTC + 3600);
  g_assert_cmpstr (planner_agenda_get_session (snapshot, 0)->title.shown, ==, "Compiler");
}

/* A new session has the key of the withdrawn one. Each can be starred and unstarred on its own. */
static void
test_withdrawn_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) before = AGENDA (first_edition);
  g_autoptr (PlannerAgenda) after = AGENDA (key_b_reused);
  const gint64 id = add_conference (fixture->store, ADDRESS, before);

  add_star (fixture->store, id, before, "b");
  save_agenda (fixture->store, id, after);
  add_star (fixture->store, id, after, "b");
  assert_stars (fixture->store, id, "b Newcomer, b~withdrawn2 (Compiler)");

  /* The withdrawn session is back with the key of the other, which is withdrawn. */
  save_agenda (fixture->store, id, before);
  assert_stars (fixture->store, id, "b Compiler, b~withdrawn1 (Newcomer)");

  planner_store_remove_star (fixture->store, id, "b~withdrawn1", NULL);
  assert_stars (fixture->store, id, "b Compiler");
}

/* Both withdrawn stars have the key "b", and the next free key is taken as well. */
static void
test_withdrawn_crowd (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) first = AGENDA (first_edition);
  g_autoptr (PlannerAgenda) second = AGENDA (b_is_newcomer);
  g_autoptr (PlannerAgenda) third = AGENDA (b_is_kernel);
  g_autoptr (PlannerAgenda) last = AGENDA (only_newcomer);
  const gint64 id = add_conference (fixture->store, ADDRESS, first);

  add_star (fixture->store, id, first, "a");
  add_star (fixture->store, id, first, "b");
  save_agenda (fixture->store, id, second);
  assert_stars (fixture->store, id, "a Kernel, b~withdrawn1 (Compiler)");
  save_agenda (fixture->store, id, third);
  assert_stars (fixture->store, id, "b Kernel, b~withdrawn1 (Compiler)");
  save_agenda (fixture->store, id, last);
  assert_stars (fixture->store, id, "b~withdrawn1 (Kernel), b~withdrawn1~withdrawn1 (Compiler)");
  save_agenda (fixture->store, id, first);
  assert_stars (fixture->store, id, "a Kernel, b Compiler");
}

static void
test_default_path (void)
{
  g_autofree char *path = planner_store_dup_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (PlannerStore) store = NULL;
  struct stat info;

  g_assert_true (g_str_has_prefix (path, g_get_user_data_dir ()));
  g_assert_false (g_str_has_prefix (path, g_get_user_cache_dir ()));
  g_assert_true (g_str_has_suffix (path, "/planner.db"));
  g_assert_true (g_strrstr (folder, "/gotc-planner") != NULL);

  store = open_store (path);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
test_two_conferences (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  g_autoptr (PlannerAgenda) shorter = AGENDA (without_b);
  const gint64 one = add_conference (fixture->store, ADDRESS, agenda);
  const gint64 other = add_conference (fixture->store, OTHER_ADDRESS, agenda);
  g_autoptr (PlannerAgenda) loaded = NULL;

  g_assert_cmpint (one, !=, other);
  add_star (fixture->store, one, agenda, "a");
  add_star (fixture->store, one, agenda, "b");
  add_star (fixture->store, other, agenda, "b");

  save_agenda (fixture->store, other, shorter);
  assert_stars (fixture->store, one, "a Kernel, b Compiler");
  assert_stars (fixture->store, other, "b (Compiler)");
  loaded = planner_store_load_agenda (fixture->store, one, english, NULL);
  g_assert_cmpuint (loaded->sessions->len, ==, 3);

  planner_store_remove_star (fixture->store, other, "b", NULL);
  assert_stars (fixture->store, one, "a Kernel, b Compiler");
}

/* The starred session is withdrawn, and another one that was there before takes its id and title. */
static void
test_id_taken_over (Fixture *fixture, gconstpointer data)
{
  static const Row before[] = {
    { "a", "guid-a", "1", "Kernel", START_UTC },
    { "b", "guid-b", "2", "Compiler", START_UTC + 3600 },
  };
  static const Row after[] = { { "b", "guid-b", "1", "Kernel", START_UTC } };
  g_autoptr (PlannerAgenda) agenda = AGENDA (before);
  g_autoptr (PlannerAgenda) newer = AGENDA (after);
  const gint64 id = add_conference (fixture->store, ADDRESS, agenda);

  add_star (fixture->store, id, agenda, "a");
  save_agenda (fixture->store, id, newer);
  assert_stars (fixture->store, id, "a (Kernel)");
}

static void
test_edited_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  const gint64 one = add_conference (fixture->store, ADDRESS, agenda);
  const gint64 other = add_conference (fixture->store, OTHER_ADDRESS, agenda);
  g_autoptr (PlannerConferenceRecord) record = get_record (fixture->store, 1);
  g_autoptr (PlannerConferenceRecord) stored = NULL;

  add_star (fixture->store, one, agenda, "a");
  g_set_str (&record->address, ADDRESS);
  g_assert_true (try_save_agenda (fixture->store, record, agenda, NULL));
  stored = get_record (fixture->store, 1);
  g_assert_cmpint (stored->id, ==, other);
  g_assert_cmpstr (stored->address, ==, OTHER_ADDRESS);
  assert_stars (fixture->store, one, "a Kernel");
  assert_stars (fixture->store, other, "");
}

static void
test_removed_conference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  const gint64 one = add_conference (fixture->store, ADDRESS, agenda);
  const gint64 other = add_conference (fixture->store, OTHER_ADDRESS, agenda);
  gint64 again;

  add_star (fixture->store, one, agenda, "a");
  add_star (fixture->store, other, agenda, "c");
  g_assert_true (planner_store_remove_conference (fixture->store, other, NULL));
  again = add_conference (fixture->store, OTHER_ADDRESS, agenda);
  g_assert_cmpint (again, >, other);
  assert_stars (fixture->store, again, "");
  assert_stars (fixture->store, one, "a Kernel");
  assert_answer (fixture->path, "SELECT count(*) FROM agendas", "2");
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = planner_store_dup_value (fixture->store, "name", &error);
  g_autofree char *value = NULL;

  g_assert_no_error (error);
  g_assert_null (missing);
  execute (fixture->path, "INSERT INTO named_values (name, value) VALUES ('name', 'text')");
  value = planner_store_dup_value (fixture->store, "name", NULL);
  g_assert_cmpstr (value, ==, "text");
}

typedef struct
{
  PlannerStore *store;
  PlannerAgenda *agenda;
  gint64 id;
  const char *key;
} Toggler;

static gpointer
toggle (gpointer data)
{
  const Toggler *toggler = data;

  for (guint i = 0; i < 20; i++)
    {
      add_star (toggler->store, toggler->id, toggler->agenda, toggler->key);
      if (i < 19)
        planner_store_remove_star (toggler->store, toggler->id, toggler->key, NULL);
    }

  return NULL;
}

/* Two threads share a connection, and a third has its own, like another process. */
static void
test_threads (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerStore) other = open_store (fixture->path);
  g_autoptr (PlannerAgenda) agenda = AGENDA (first_edition);
  const gint64 id = add_conference (fixture->store, ADDRESS, agenda);
  const Toggler togglers[] = {
    { fixture->store, agenda, id, "a" },
    { fixture->store, agenda, id, "b" },
    { other, agenda, id, "c" },
  };
  GThread *threads[G_N_ELEMENTS (togglers)];

  for (guint i = 0; i < G_N_ELEMENTS (togglers); i++)
    threads[i] = g_thread_new ("toggler", toggle, (gpointer) &togglers[i]);
  for (guint i = 0; i < 10; i++)
    save_agenda (fixture->store, id, agenda);
  for (guint i = 0; i < G_N_ELEMENTS (togglers); i++)
    g_thread_join (threads[i]);
  assert_stars (fixture->store, id, "a Kernel, b Compiler, c Desktop");
}

static gpointer
open_in_thread (gpointer path)
{
  g_autoptr (PlannerStore) store = open_store (path);
  g_autofree char *address = g_strdup_printf ("https://%p.example.org/", (void *) g_thread_self ());
  const Row rows[] = { { "a", "guid-a", "1", "Kernel", START_UTC } };
  g_autoptr (PlannerAgenda) agenda = AGENDA (rows);

  add_conference (store, address, agenda);

  return NULL;
}

static void
test_opened_at_once (Fixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.db", fixture->folder, round);
      GThread *threads[6];

      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        threads[i] = g_thread_new ("opener", open_in_thread, path);
      for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
        g_thread_join (threads[i]);
      assert_answer (path, "SELECT count(*) FROM conferences", "6");
      assert_answer (path, "PRAGMA journal_mode", "wal");
    }
}

/* A title that is longer than the cache of the store is read and written as a whole. */
static void
test_cache (Fixture *fixture, gconstpointer data)
{
  const int large_bytes = 2000 * 1000, limit_bytes = 400 * 1000;
  g_autofree char *title = g_strnfill ((gsize) large_bytes, 't');
  const Row rows[] = { { "a", "guid-a", "1", title, START_UTC } };
  g_autoptr (PlannerAgenda) agenda = AGENDA (rows);
  const gint64 id = add_conference (fixture->store, ADDRESS, agenda);
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (PlannerAgenda) loaded = NULL;
  int used_bytes, highest_bytes;
  sqlite3 *db;

  loaded = planner_store_load_agenda (fixture->store, id, english, NULL);
  g_assert_cmpstr (planner_agenda_find_session (loaded, "a")->title.shown, ==, title);

  locker = planner_store_lock (fixture->store, &db);
  sqlite3_db_status (db, SQLITE_DBSTATUS_CACHE_USED, &used_bytes, &highest_bytes, FALSE);
  g_assert_cmpint (used_bytes, <, limit_bytes);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("/store/conference-is-stored", test_conference);
  ADD ("/store/save-agenda", test_save_agenda);
  ADD ("/store/N1/save-validators", test_save_validators);
  ADD ("/store/I9/id-taken-over-by-known-session", test_id_taken_over);
  ADD ("/store/address-exists", test_exists);
  ADD ("/store/removed-conferences-are-listed", test_removed_list);
  ADD ("/store/unknown-conference", test_not_found);
  ADD ("/store/unreadable-agenda", test_unreadable_agenda);
  g_test_add_func ("/store/damaged-bytes", test_damaged_bytes);
  ADD ("/store/star-is-stored", test_star);
  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    g_test_add (match_cases[i].path, Fixture, &match_cases[i], fixture_set_up, test_match, fixture_tear_down);
  ADD ("/store/I4/withdrawn-snapshot", test_withdrawn_snapshot);
  ADD ("/store/I4/withdrawn-session-and-new-one-with-its-key", test_withdrawn_apart);
  ADD ("/store/I4/withdrawn-sessions-with-one-key", test_withdrawn_crowd);
  g_test_add_func ("/store/I7/data-directory", test_default_path);
  ADD ("/store/I8/two-conferences", test_two_conferences);
  ADD ("/store/I8/edited-address", test_edited_address);
  ADD ("/store/I8/removed-conference", test_removed_conference);
  ADD ("/store/named-values", test_values);
  ADD ("/store/large-agenda-does-not-stay-in-the-cache", test_cache);
  ADD ("/store/threads-write-at-once", test_threads);
  ADD ("/store/processes-open-at-once", test_opened_at_once);

  return g_test_run ();
}
