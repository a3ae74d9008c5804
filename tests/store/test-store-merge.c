/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Merges the stores of several installations. PLANNER_MERGE_RUNS is the number of random histories.
 */

#include "store/store-fixture.h"

#include "store/planner-store-backup.h"

#include <glib/gstdio.h>

#define ADDRESS "https://example.org/schedule.json"
#define NOW_UTC (START_UTC - 86400)
#define YEAR_S (365 * G_GINT64_CONSTANT (86400))

static const Row rows[] = {
  { "a", "a", "1", "Kernel", START_UTC },
  { "b", "b", "2", "Compiler", START_UTC + 3600 },
  { "c", NULL, "3", "Linker", START_UTC + 7200 },
};

#define N_SESSIONS G_N_ELEMENTS (rows)

static char *
make_path (const Fixture *fixture, guint index)
{
  g_autofree char *name = g_strdup_printf ("%u.db", index);

  return g_build_filename (fixture->folder, name, NULL);
}

static PlannerStore *
open_number (const Fixture *fixture, guint index)
{
  g_autofree char *path = make_path (fixture, index);

  return open_store (path);
}

static PlannerBackup *
read_backup (PlannerStore *store)
{
  g_autoptr (GError) error = NULL;
  PlannerBackup *backup = planner_store_read_backup (store, &error);

  g_assert_no_error (error);

  return backup;
}

static PlannerBackupSummary
merge_one (PlannerStore *store, PlannerBackup *backup, gint64 now_utc)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  PlannerBackupSummary summary;

  g_ptr_array_add (backups, backup);
  planner_store_merge_backups (store, backups, now_utc, &summary, &error);
  g_assert_no_error (error);

  return summary;
}

static PlannerBackupSummary
merge_from (PlannerStore *store, PlannerStore *other)
{
  g_autoptr (PlannerBackup) backup = read_backup (other);

  return merge_one (store, backup, NOW_UTC);
}

/* Returns: the number of the only conference; 0 if it is removed or unknown */
static gint64
find_id (PlannerStore *store)
{
  g_autoptr (GPtrArray) records = planner_store_list_conferences (store, NULL);

  g_assert_cmpuint (records->len, <=, 1);

  return records->len > 0 ? ((PlannerConferenceRecord *) g_ptr_array_index (records, 0))->id : 0;
}

static gboolean
is_starred (PlannerStore *store, gint64 id, guint session)
{
  g_autoptr (GPtrArray) stars = planner_store_list_stars (store, id, NULL);

  for (guint i = 0; i < stars->len; i++)
    if (g_str_equal (((PlannerStar *) g_ptr_array_index (stars, i))->identity->title, rows[session].title))
      return TRUE;

  return FALSE;
}

static void
assert_equal (const PlannerBackup *a, const PlannerBackup *b)
{
  g_assert_cmpuint (a->items->len, ==, b->items->len);
  for (guint i = 0; i < a->items->len; i++)
    {
      const PlannerBackupItem *x = g_ptr_array_index (a->items, i), *y = g_ptr_array_index (b->items, i);

      g_assert_cmpstr (x->conference, ==, y->conference);
      g_assert_cmpstr (x->session, ==, y->session);
      g_assert_cmpint (planner_backup_item_is_live (x), ==, planner_backup_item_is_live (y));
      for (guint j = 0; planner_backup_item_is_live (x) && j < PLANNER_BACKUP_N_FIELDS; j++)
        g_assert_cmpstr (x->fields[j].value, ==, y->fields[j].value);
    }
}

/* Adds a conference that the attendee has chosen, which is not the bundled one. */
static gint64
add_chosen (PlannerStore *store, const char *address, const PlannerAgenda *agenda)
{
  g_autoptr (PlannerConferenceRecord) record = make_record (address);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&record->bundled_version, g_free);
  planner_store_add_conference (store, record, agenda, &error);
  g_assert_no_error (error);

  return record->id;
}

static PlannerAgenda *
make_rows (void)
{
  return make_agenda (rows, N_SESSIONS);
}

/* Y1: a conference and its stars arrive, and a schedule that was not fetched yet finds them. */
static void
test_new_conference (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  g_autoptr (PlannerStore) other = open_number (fixture, 1);
  const gint64 id = add_chosen (fixture->store, ADDRESS, agenda);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (PlannerAgenda) waiting = NULL;
  const PlannerConferenceRecord *record;
  PlannerBackupSummary summary;

  add_star (fixture->store, id, agenda, "a");
  planner_store_set_lead (fixture->store, id, "a", 300, NULL);
  summary = merge_from (other, fixture->store);
  g_assert_cmpuint (summary.conferences_added, ==, 1);
  g_assert_cmpuint (summary.stars_added, ==, 1);

  records = planner_store_list_conferences (other, NULL);
  record = g_ptr_array_index (records, 0);
  waiting = planner_store_load_agenda (other, record->id, english, NULL);
  g_assert_cmpstr (record->title, ==, "Conference");
  g_assert_cmpstr (record->default_zone, ==, "Asia/Shanghai");
  g_assert_cmpint (record->updated_utc, ==, 0);
  g_assert_cmpuint (waiting->sessions->len, ==, 0);
  assert_stars (other, record->id, "a Kernel");
  save_agenda (other, record->id, agenda);
  assert_stars (other, record->id, "a Kernel");
  g_assert_cmpuint (merge_from (other, fixture->store).stars_added, ==, 0);
}

/* Y2: a star that was made apart from a removal stays. */
static void
test_star_wins (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  g_autoptr (PlannerStore) other = open_number (fixture, 1);
  const gint64 id = add_chosen (fixture->store, ADDRESS, agenda);
  const gint64 other_id = add_chosen (other, ADDRESS, agenda);

  add_star (fixture->store, id, agenda, "a");
  add_star (fixture->store, id, agenda, "b");
  merge_from (other, fixture->store);
  planner_store_remove_star (fixture->store, id, "a", NULL);
  planner_store_remove_star (other, other_id, "a", NULL);
  add_star (other, other_id, agenda, "a");
  planner_store_remove_star (other, other_id, "b", NULL);
  merge_from (fixture->store, other);
  merge_from (other, fixture->store);
  assert_stars (fixture->store, id, "a Kernel");
  assert_stars (other, other_id, "a Kernel");
}

/* Y2: the removal of a conference removes it elsewhere, unless a session was starred there meanwhile. */
static void
test_conference_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  g_autoptr (PlannerStore) other = open_number (fixture, 1);
  const gint64 id = add_chosen (fixture->store, ADDRESS, agenda);

  merge_from (other, fixture->store);
  planner_store_remove_conference (fixture->store, id, NULL);
  planner_store_purge_conferences (fixture->store, G_MAXINT64, NULL);
  g_assert_cmpuint (merge_from (other, fixture->store).conferences_removed, ==, 1);
  g_assert_cmpint (find_id (other), ==, 0);

  add_chosen (fixture->store, ADDRESS, agenda);
  merge_from (other, fixture->store);
  planner_store_remove_conference (fixture->store, find_id (fixture->store), NULL);
  planner_store_purge_conferences (fixture->store, G_MAXINT64, NULL);
  add_star (other, find_id (other), agenda, "b");
  merge_from (other, fixture->store);
  merge_from (fixture->store, other);
  assert_stars (other, find_id (other), "b Compiler");
  assert_stars (fixture->store, find_id (fixture->store), "b Compiler");
}

/* Y2: a new installation does not bring back the bundled conference. */
static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  g_autoptr (PlannerStore) other = open_number (fixture, 1);
  g_autoptr (PlannerConferenceRecord) record = make_record (ADDRESS);
  g_autoptr (PlannerConferenceRecord) other_record = make_record (ADDRESS);

  planner_store_add_conference_once (fixture->store, "bundled", record, agenda, NULL);
  planner_store_remove_conference (fixture->store, record->id, NULL);
  planner_store_add_conference_once (other, "bundled", other_record, agenda, NULL);
  merge_from (fixture->store, other);
  merge_from (other, fixture->store);
  g_assert_cmpint (find_id (fixture->store), ==, 0);
  g_assert_cmpint (find_id (other), ==, 0);
}

static void
assert_star (PlannerStore *store, gint64 id)
{
  g_autoptr (PlannerStar) star = planner_store_find_star (store, id, "a", NULL);

  g_assert_cmpint (star->lead_s, ==, 600);
  g_assert_true (star->plan_b);
  g_assert_cmpstr (star->note, ==, "Front row\nBring a pen");
}

/* Y3: of two values the newer one counts, also that of another address. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  g_autoptr (PlannerStore) other = open_number (fixture, 1);
  const gint64 id = add_chosen (fixture->store, ADDRESS, agenda);
  const PlannerConferenceEdit edit = { "https://me:secret@example.org/new.json", "Mine", "Europe/Berlin",
                                       FALSE };
  g_autoptr (PlannerConferenceRecord) record = NULL;
  g_autoptr (PlannerConferenceRecord) own_record = NULL;

  add_star (fixture->store, id, agenda, "a");
  merge_from (other, fixture->store);
  planner_store_set_lead (fixture->store, id, "a", 300, NULL);
  planner_store_set_lead (fixture->store, id, "a", 600, NULL);
  planner_store_set_lead (other, find_id (other), "a", 900, NULL);
  planner_store_set_plan_b (other, find_id (other), "a", TRUE, NULL);
  planner_store_set_note (fixture->store, id, "a", NULL, "Front row\nBring a pen", NULL);
  planner_store_edit_conference (fixture->store, id, &edit, NULL);
  merge_from (other, fixture->store);
  merge_from (fixture->store, other);
  assert_star (other, find_id (other));
  assert_star (fixture->store, id);

  record = planner_store_find_conference (other, find_id (other), NULL);
  own_record = planner_store_find_conference (fixture->store, id, NULL);
  g_assert_cmpstr (record->address, ==, "https://example.org/new.json");
  g_assert_cmpstr (record->own_title, ==, "Mine");
  g_assert_cmpstr (record->default_zone, ==, "Europe/Berlin");
  g_assert_false (record->remind);
  g_assert_cmpstr (own_record->address, ==, "https://me:secret@example.org/new.json");
}

/* V8: no name and no field of a backup contains a password. */
static void
test_no_password (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  g_autoptr (PlannerBackup) backup = NULL;
  const PlannerBackupItem *item;

  add_chosen (fixture->store, "https://me:se@cret@example.org/s.json", agenda);
  backup = read_backup (fixture->store);
  item = g_ptr_array_index (backup->items, 0);
  g_assert_cmpstr (item->conference, ==, "https://example.org/s.json");
  g_assert_cmpstr (item->fields[PLANNER_BACKUP_ADDRESS].value, ==, "https://example.org/s.json");
}

/* Y2: a removal is forgotten after a year. */
static void
test_old_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  const gint64 id = add_chosen (fixture->store, ADDRESS, agenda);
  g_autoptr (PlannerStore) other = open_number (fixture, 1);
  g_autoptr (PlannerBackup) removed = NULL;
  g_autoptr (PlannerBackup) before = NULL;
  g_autoptr (PlannerBackup) after = NULL;
  const gint64 now_utc = g_get_real_time () / G_USEC_PER_SEC;

  planner_store_remove_conference (fixture->store, id, NULL);
  planner_store_purge_conferences (fixture->store, G_MAXINT64, NULL);
  removed = read_backup (fixture->store);
  merge_one (other, removed, now_utc + YEAR_S - 60);
  before = read_backup (other);
  g_assert_cmpuint (before->items->len, ==, 1);
  planner_store_purge_conferences (other, G_MAXINT64, NULL);
  merge_one (other, removed, now_utc + YEAR_S + 60);
  after = read_backup (other);
  g_assert_cmpuint (after->items->len, ==, 0);
}

/* Y4: with “replace” all is as it was; without it nothing that was made since is lost. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerAgenda) agenda = make_rows ();
  const gint64 id = add_chosen (fixture->store, ADDRESS, agenda);
  g_autoptr (PlannerBackup) backup = NULL;
  g_autoptr (PlannerBackup) restored = NULL;
  PlannerBackupSummary summary;

  add_star (fixture->store, id, agenda, "a");
  add_star (fixture->store, id, agenda, "b");
  planner_store_set_lead (fixture->store, id, "a", 300, NULL);
  backup = read_backup (fixture->store);
  planner_store_remove_star (fixture->store, id, "a", NULL);
  planner_store_set_lead (fixture->store, id, "b", 900, NULL);
  add_star (fixture->store, id, agenda, "c");

  planner_store_restore_backup (fixture->store, backup, FALSE, NOW_UTC, &summary, NULL);
  g_assert_cmpuint (summary.stars_added, ==, 1);
  assert_stars (fixture->store, id, "a Kernel, b Compiler, c Linker");
  planner_store_restore_backup (fixture->store, backup, TRUE, NOW_UTC, &summary, NULL);
  g_assert_cmpuint (summary.stars_removed, ==, 1);
  assert_stars (fixture->store, id, "a Kernel, b Compiler");
  planner_store_remove_star (fixture->store, id, "c", NULL);
  restored = read_backup (fixture->store);
  g_assert_cmpstr (planner_backup_find (restored, ADDRESS, "b")->fields[PLANNER_BACKUP_LEAD].value, ==, NULL);
  g_assert_cmpstr (planner_backup_find (restored, ADDRESS, "a")->fields[PLANNER_BACKUP_LEAD].value, ==,
                   "300");
}

#define N_INSTALLATIONS 3
#define N_STEPS 40

/* The knowledge of an installation: which events added something, and which of them a removal covers, as bits. */
typedef struct
{
  guint64 added;
  guint64 removed;
} Known;

typedef struct
{
  Known conference;
  Known stars[N_SESSIONS];
} Knowledge;

typedef struct
{
  Fixture *fixture;
  PlannerAgenda *agenda;
  PlannerStore *stores[N_INSTALLATIONS];
  gint64 ids[N_INSTALLATIONS];
  Knowledge known[N_INSTALLATIONS];
  PlannerBackup *files[N_INSTALLATIONS];
  Knowledge files_known[N_INSTALLATIONS];
  guint n_events;
  guint run;
} History;

static gboolean
has (Known known)
{
  return (known.added & ~known.removed) != 0;
}

static void
add_event (History *history, Known *known)
{
  known->added |= G_GUINT64_CONSTANT (1) << (history->n_events++ % 64);
}

static void
join (Known *known, Known other)
{
  known->added |= other.added;
  known->removed |= other.removed;
}

/* Returns: the number of the conference, also if it is removed; 0 if it is unknown */
static gint64
find_stored_id (const char *path)
{
  sqlite3_stmt *statement;
  sqlite3 *db;
  gint64 id = 0;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT id FROM conferences", -1, &statement, NULL), ==,
                   SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    id = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return id;
}

static void
check (History *history, guint i)
{
  g_autofree char *path = make_path (history->fixture, history->run * N_INSTALLATIONS + i);
  const gint64 id = find_id (history->stores[i]);

  g_assert_cmpint (id != 0, ==, has (history->known[i].conference));
  history->ids[i] = id ? id : find_stored_id (path);
  for (guint s = 0; id != 0 && s < N_SESSIONS; s++)
    g_assert_cmpint (is_starred (history->stores[i], id, s), ==, has (history->known[i].stars[s]));
}

static void
restart (History *history, guint i)
{
  g_clear_object (&history->stores[i]);
  history->stores[i] = open_number (history->fixture, history->run * N_INSTALLATIONS + i);
}

static void
publish (History *history, guint i)
{
  g_clear_pointer (&history->files[i], planner_backup_free);
  history->files[i] = read_backup (history->stores[i]);
  history->files_known[i] = history->known[i];
}

static void
receive (History *history, guint i, guint from)
{
  if (!history->files[from])
    return;
  merge_one (history->stores[i], history->files[from], NOW_UTC);
  join (&history->known[i].conference, history->files_known[from].conference);
  for (guint s = 0; s < N_SESSIONS; s++)
    join (&history->known[i].stars[s], history->files_known[from].stars[s]);
  check (history, i);
}

/* Another process is killed in the middle of a merge: nothing of it is kept. */
static void
interrupt (History *history, guint i)
{
  g_autofree char *path = make_path (history->fixture, history->run * N_INSTALLATIONS + i);

  execute (path, "BEGIN IMMEDIATE; UPDATE clock SET merging = 1; UPDATE marks SET removed = added; ROLLBACK");
}

static void
toggle_star (History *history, guint i, guint s)
{
  Known *known = &history->known[i].stars[s];
  g_autoptr (GPtrArray) stars = planner_store_list_stars (history->stores[i], history->ids[i], NULL);

  if (!has (*known))
    {
      add_star (history->stores[i], history->ids[i], history->agenda, rows[s].key);
      add_event (history, known);
      history->known[i].conference.added |= known->added;
      return;
    }
  for (guint j = 0; j < stars->len; j++)
    {
      const PlannerIdentity *identity = ((PlannerStar *) g_ptr_array_index (stars, j))->identity;

      if (g_str_equal (identity->title, rows[s].title))
        planner_store_remove_star (history->stores[i], history->ids[i], identity->key, NULL);
    }
  known->removed |= known->added;
}

static void
toggle_conference (History *history, guint i)
{
  Known *known = &history->known[i].conference;

  if (has (*known))
    {
      planner_store_remove_conference (history->stores[i], history->ids[i], NULL);
      known->removed |= known->added;
      return;
    }
  if (history->ids[i] == 0)
    history->ids[i] = add_chosen (history->stores[i], ADDRESS, history->agenda);
  else
    planner_store_restore_conference (history->stores[i], history->ids[i], NULL);
  add_event (history, known);
}

static void
set_lead (History *history, guint i, guint s)
{
  planner_store_set_lead (history->stores[i], history->ids[i], rows[s].key, g_test_rand_int_range (0, 5) * 60,
                          NULL);
}

static void
step (History *history)
{
  const guint i = g_test_rand_int_range (0, N_INSTALLATIONS), s = g_test_rand_int_range (0, N_SESSIONS);
  const gboolean is_there = has (history->known[i].conference);

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      restart (history, i);
      break;
    case 1:
      interrupt (history, i);
      break;
    case 2:
    case 3:
      publish (history, i);
      break;
    case 4:
    case 5:
      receive (history, i, (i + g_test_rand_int_range (1, N_INSTALLATIONS)) % N_INSTALLATIONS);
      break;
    case 6:
      toggle_conference (history, i);
      break;
    case 7:
      if (is_there)
        set_lead (history, i, s);
      break;
    default:
      if (is_there)
        toggle_star (history, i, s);
    }
  check (history, i);
}

static void
finish (History *history)
{
  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < N_INSTALLATIONS; i++)
      {
        for (guint from = 0; from < N_INSTALLATIONS; from++)
          receive (history, i, from);
        publish (history, i);
      }
  for (guint i = 1; i < N_INSTALLATIONS; i++)
    assert_equal (history->files[0], history->files[i]);
}

static void
run_history (Fixture *fixture, PlannerAgenda *agenda, guint run)
{
  History history = { .fixture = fixture, .agenda = agenda, .run = run };

  for (guint i = 0; i < N_INSTALLATIONS; i++)
    restart (&history, i);
  toggle_conference (&history, 0);
  for (guint i = 0; i < N_STEPS; i++)
    step (&history);
  finish (&history);
  for (guint i = 0; i < N_INSTALLATIONS; i++)
    {
      g_autofree char *path = make_path (fixture, run * N_INSTALLATIONS + i);

      g_clear_object (&history.stores[i]);
      g_clear_pointer (&history.files[i], planner_backup_free);
      g_remove (path);
    }
}

/* Y2: three installations end with the same data in any order of merges, and no star is lost. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  const char *wanted = g_getenv ("PLANNER_MERGE_RUNS");
  const guint n_runs = wanted ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 10;
  g_autoptr (PlannerAgenda) agenda = make_rows ();

  for (guint run = 0; run < n_runs; run++)
    run_history (fixture, agenda, run + 1);
  g_test_message ("%u histories", n_runs);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/store/Y1/merge/new-conference-waits-for-its-schedule", test_new_conference);
  ADD ("/store/Y2/merge/star-made-apart-from-a-removal-stays", test_star_wins);
  ADD ("/store/Y2/merge/removed-conference-stays-only-if-starred-meanwhile", test_conference_removed);
  ADD ("/store/Y2/merge/new-installation-adds-no-bundled-conference", test_bundled);
  ADD ("/store/Y3/merge/newer-value-counts", test_values);
  ADD ("/store/V8/merge/no-password", test_no_password);
  ADD ("/store/Y2/merge/removal-is-forgotten-after-a-year", test_old_removal);
  ADD ("/store/Y4/restore/merge-and-replace", test_restore);
  ADD ("/store/Y2/merge/random-histories-end-equal", test_random);

  return g_test_run ();
}
