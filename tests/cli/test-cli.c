/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the program itself, without a display, with data in a folder of the test's own. */

#include "../files.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <sqlite3.h>

#define FEED                                                                                                  \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Test Conference\",\"acronym\":\"test\","      \
  "\"time_zone_name\":\"Europe/Berlin\",\"days\":[{\"index\":1,\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[" \
  "{\"guid\":\"11111111-1111-4111-8111-111111111111\",\"id\":1,\"title\":\"C++ café\","                       \
  "\"date\":\"2026-07-01T10:00:00+02:00\",\"start\":\"10:00\",\"duration\":\"01:00\",\"room\":\"Hall\","      \
  "\"track\":\"Main\",\"persons\":[{\"id\":7,\"public_name\":\"Ada\"}]},"                                     \
  "{\"guid\":\"22222222-2222-4222-8222-222222222222\",\"id\":2,\"title\":\"Lunch\","                          \
  "\"date\":\"2026-07-01T10:30:00+02:00\",\"start\":\"10:30\",\"duration\":\"9x\",\"room\":\"Yard\","         \
  "\"track\":null,\"persons\":[]}]}}]}}}"

typedef struct
{
  char *folder;
  char *feed;
  char *output;
  char *errors;
  int status;
} Fixture;

static void
run (Fixture *fixture, const char *first, ...)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  va_list rest;

  g_ptr_array_add (words, (char *) g_getenv ("PLANNER_PROGRAM"));
  va_start (rest, first);
  for (const char *word = first; word; word = va_arg (rest, const char *))
    g_ptr_array_add (words, (char *) word);
  va_end (rest);
  g_ptr_array_add (words, NULL);

  g_clear_pointer (&fixture->output, g_free);
  g_clear_pointer (&fixture->errors, g_free);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->output, &fixture->errors, &error);
  g_assert_no_error (error);
  fixture->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
}

static GPtrArray *
parse_lines (const char *output)
{
  GPtrArray *objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!*lines[i])
        continue;
      g_ptr_array_add (objects, json_from_string (lines[i], &error));
      g_assert_no_error (error);
    }

  return objects;
}

static JsonObject *
get_line (GPtrArray *lines, guint index)
{
  return json_node_get_object (g_ptr_array_index (lines, index));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("planner-cli-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->feed = g_build_filename (fixture->folder, "schedule.json", NULL);
  g_file_set_contents (fixture->feed, FEED, -1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->feed);
  g_free (fixture->output);
  g_free (fixture->errors);
}

static void
test_check_json (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  JsonObject *line;
  JsonObject *problem;

  run (fixture, "check", "--json", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  line = get_line (lines, 0);
  g_assert_cmpstr (json_object_get_string_member (line, "file"), ==, "schedule.json");
  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, "Test Conference");
  g_assert_cmpstr (json_object_get_string_member (line, "zone"), ==, "Europe/Berlin");
  g_assert_cmpint (json_object_get_int_member (line, "sessions"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (line, "days"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (line, "rooms"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (line, "forums"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (line, "speakers"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (line, "first_start"), ==, "2026-07-01T08:00:00Z");
  g_assert_cmpstr (json_object_get_string_member (line, "last_end"), ==, "2026-07-01T09:00:00Z");

  problem = json_array_get_object_element (json_object_get_array_member (line, "problems"), 0);
  g_assert_cmpstr (json_object_get_string_member (problem, "severity"), ==, "repaired");
  g_assert_cmpstr (json_object_get_string_member (problem, "where"), ==,
                   "$.schedule.conference.days[0].rooms['Hall'][1].duration");
}

static void
test_check_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "check", "--json", "missing.json", "schedule.json", ".", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_true (json_object_has_member (get_line (lines, 0), "error"));
  g_assert_false (json_object_has_member (get_line (lines, 1), "error"));
  g_assert_true (json_object_has_member (get_line (lines, 2), "error"));
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) halves = g_strsplit (FEED, "10:30", -1);
  g_autofree char *moved = g_strjoinv ("11:30", halves);
  g_autoptr (GPtrArray) none = NULL, lines = NULL, starred = NULL;
  JsonObject *line;

  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "changes", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  none = parse_lines (fixture->output);
  g_assert_cmpuint (none->len, ==, 0);

  g_assert_true (g_file_set_contents (fixture->feed, moved, -1, NULL));
  run (fixture, "refresh", "--conference", "test", NULL);
  run (fixture, "changes", "--json", "--conference", "test", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  line = get_line (lines, 0);
  g_assert_cmpstr (json_object_get_string_member (line, "title"), ==, "Lunch");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (line, "kinds"), 0), ==,
                   "moved");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (line, "was"), "start"), ==,
                   "2026-07-01T08:30:00Z");
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (line, "is"), "start_venue"),
                   ==, "2026-07-01T11:30:00+02:00");
  g_assert_false (json_object_get_boolean_member (line, "seen"));

  run (fixture, "star", json_object_get_string_member (line, "key"), NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "changes", "--json", "--starred", NULL);
  starred = parse_lines (fixture->output);
  g_assert_cmpuint (starred->len, ==, 1);
  run (fixture, "changes", NULL);
  g_assert_nonnull (strstr (fixture->output, "10:30 → 11:30"));
}

static void
test_fresh_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "list", "--json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, >, 20);
  for (guint i = 0; i < lines->len; i++)
    {
      /* No source gives a time or a room of GOTC 2023. */
      g_assert_true (json_object_get_null_member (get_line (lines, i), "start"));
      g_assert_true (json_object_get_null_member (get_line (lines, i), "room"));
      g_assert_false (json_object_get_boolean_member (get_line (lines, i), "starred"));
    }
}

static void
test_star (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *key = NULL;

  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "list", "--json", "--conference", "test", "--search", "c++ CAFE", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  key = g_strdup (json_object_get_string_member (get_line (lines, 0), "key"));
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "start_venue"), ==,
                   "2026-07-01T10:00:00+02:00");

  run (fixture, "star", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_clear_pointer (&lines, g_ptr_array_unref);
  run (fixture, "list", "--json", "--starred", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "key"), ==, key);
  g_assert_true (json_object_get_boolean_member (get_line (lines, 0), "starred"));

  run (fixture, "unstar", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "list", "--json", "--starred", NULL);
  g_assert_cmpstr (fixture->output, ==, "");

  run (fixture, "star", "2/nothing", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_nonnull (strstr (fixture->errors, "2/nothing"));
}

typedef struct
{
  const char *name;
  const char *option;
  const char *value;
  guint n_lines;
} FilterCase;

static const FilterCase filter_cases[] = {
  { "day", "--day", "2026-07-01", 2 },         { "other-day", "--day", "2026-07-02", 0 },
  { "forum", "--forum", "main", 1 },           { "room", "--room", "Yard", 1 },
  { "conference", "--conference", "test", 2 }, { "quotes", "--search", "\"'*%_ AND", 0 },
};

static void
test_filter (Fixture *fixture, gconstpointer data)
{
  const FilterCase *test = data;
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "list", "--json", test->option, test->value, "--conference", "test", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, test->n_lines);
}

static void
test_add_unreadable (Fixture *fixture, gconstpointer data)
{
  const char *words[] = { "missing/schedule.json", ".", "ftp://localhost/x", "http://localhost:1/x" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      run (fixture, "add", words[i], NULL);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_true (g_str_has_prefix (fixture->errors, "gotc-planner: "));
    }
}

/* No host is asked for what looks like a path. */
static void
test_no_such_file (Fixture *fixture, gconstpointer data)
{
  static const char *const words[] = { "missing/file.json", "missing.json", "./example.org",
                                       "/missing/file" };
  static const char *const commands[] = { "add", "check" };

  for (guint i = 0; i < G_N_ELEMENTS (words) * G_N_ELEMENTS (commands); i++)
    {
      const char *word = words[i / 2];
      const char *name = strrchr (word, '/') ? strrchr (word, '/') : word;

      run (fixture, commands[i % 2], word, NULL);
      g_assert_cmpint (fixture->status, ==, 2);
      g_assert_nonnull (
          strstr (fixture->errors, ": There is no such file. Check its path for mistakes.\n  /"));
      g_assert_nonnull (strstr (strchr (fixture->errors, '\n'), name));
    }
}

/* What can be read of a line and column is below the sentence, and is all that other programs get. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_file_set_contents (fixture->feed, "{\"schedule\":\n oops}", -1, NULL);
  run (fixture, "check", "--json", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->errors,
                                   "schedule.json: The schedule is damaged and cannot be read. Tell its "
                                   "organisers, or try again later.\n  Line 2, column "));
  lines = parse_lines (fixture->output);
  g_assert_true (
      g_str_has_prefix (json_object_get_string_member (get_line (lines, 0), "error"), "Line 2, column "));
}

/* The sentence has it all. */
static void
test_web_page (Fixture *fixture, gconstpointer data)
{
  g_file_set_contents (fixture->feed, "<!doctype html><title>Conference</title>", -1, NULL);
  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->errors, "gotc-planner: This is a web page, not a schedule. "));
  g_assert_true (g_str_has_suffix (fixture->errors, " on the page.\n"));
  g_assert_null (strchr (strchr (fixture->errors, '\n') + 1, '\n'));
}

static void
test_added (Fixture *fixture, gconstpointer data)
{
  g_autofree char *address = g_filename_to_uri (fixture->feed, NULL, NULL);
  g_autofree char *expected = g_strdup_printf ("Found Test Conference: 2 sessions, 1 day, format frab\n  %s\n"
                                               "Added Test Conference.\n",
                                               address);

  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpstr (fixture->output, ==, expected);
  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: This conference is in the planner already. Choose it in the list of "
                   "conferences.\n");
}

/* A server in a thread of its own, since waiting for the program takes this one. */
typedef struct
{
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
  SoupServer *server;
  char *address; /* no slash at its end */
} Website;

static void
website_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  const char *body = NULL;

  if (g_str_equal (path, "/2026/"))
    body = "<!doctype html><html><body><a href=export/schedule.json>JSON</a></body></html>";
  else if (g_str_equal (path, "/empty/"))
    body = "<!doctype html><html><body>Soon</body></html>";
  else if (g_str_equal (path, "/2026/export/schedule.json"))
    body = FEED;

  soup_server_message_set_status (message, body ? 200 : 404, NULL);
  if (body)
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_STATIC, body, strlen (body));
}

static gpointer
run_website (gpointer data)
{
  Website *website = data;

  g_main_context_push_thread_default (website->context);
  g_main_loop_run (website->loop);
  g_main_context_pop_thread_default (website->context);

  return NULL;
}

static void
website_start (Website *website)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  website->context = g_main_context_new ();
  website->loop = g_main_loop_new (website->context, FALSE);
  g_main_context_push_thread_default (website->context);
  website->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (website->server, NULL, website_cb, NULL, NULL);
  soup_server_listen_local (website->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (website->server);
  website->address = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_context_pop_thread_default (website->context);
  website->thread = g_thread_new ("website", run_website, website);
}

static void
website_clear (Website *website)
{
  g_main_loop_quit (website->loop);
  g_thread_join (website->thread);
  g_object_unref (website->server);
  g_main_loop_unref (website->loop);
  g_main_context_unref (website->context);
  g_free (website->address);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Website, website_clear)

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_auto (Website) website = { 0 };
  g_autofree char *page = NULL;
  g_autofree char *line = NULL;

  website_start (&website);
  page = g_strconcat (website.address, "/2026/", NULL);
  line = g_strdup_printf ("\n  %s/2026/export/schedule.json\n", website.address);

  run (fixture, "check", page, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, line));
  run (fixture, "add", page, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, line));
  run (fixture, "refresh", "--conference", "test", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

/* The sentence is followed by what was tried. */
static void
test_page_without_schedule (Fixture *fixture, gconstpointer data)
{
  g_auto (Website) website = { 0 };
  g_autofree char *page = NULL;
  g_autofree char *tried = NULL;

  website_start (&website);
  page = g_strconcat (website.address, "/empty/", NULL);
  tried = g_strconcat (website.address, "/empty/schedule/export/schedule.json", NULL);

  run (fixture, "add", page, NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->errors,
                                   "gotc-planner: No schedule was found on this web page or beside it. "));
  g_assert_nonnull (strstr (strchr (fixture->errors, '\n'), tried));
  g_assert_cmpstr (fixture->output, ==, "");
}

static void
test_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *shorter = g_strndup (FEED, 200);

  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "refresh", "--conference", "test", NULL);
  g_assert_cmpint (fixture->status, ==, 0);

  g_file_set_contents (fixture->feed, shorter, -1, NULL);
  run (fixture, "refresh", "--conference", "test", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  run (fixture, "list", "--json", "--conference", "test", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 2);
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "gotc-planner check [--json]"));
  run (fixture, "--version", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "star", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
  run (fixture, "list", "--nonsense", NULL);
  g_assert_cmpint (fixture->status, ==, 1);
}

typedef struct
{
  const char *name;
  const char *sql;     /* what a newer or another program has done to the file, or */
  goffset damage_from; /* where the disk has lost it */
  const char *sentence;
} StoreCase;

static const StoreCase store_cases[] = {
  { "newer", "PRAGMA user_version = 999", 0, "saved by a newer version of the planner" },
  { "foreign", "PRAGMA application_id = 7", 0, "cannot be read or saved" },
  { "corrupt-head", NULL, 0, "is damaged. It is left as it is" },
  { "corrupt", NULL, 4096, "is damaged. It is left as it is" },
};

static char *
find_database (Fixture *fixture)
{
  static const char *const folders[] = { "gotc-planner", "gotc-planner-devel" };

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, folders[i], "planner.db", NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  g_assert_not_reached ();
}

static void
spoil (const char *path, const StoreCase *test)
{
  g_autofree char *contents = NULL;
  sqlite3 *db = NULL;
  gsize size;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, test->sql ? test->sql : "PRAGMA journal_mode = DELETE", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  sqlite3_close (db);
  if (test->sql)
    return;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  memset (contents + test->damage_from, 0xff, 512);
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

/* Each has its own sentence, in reading and in writing, and the file stays as it was. */
static void
test_store (Fixture *fixture, gconstpointer data)
{
  const StoreCase *test = data;
  g_autofree char *path = NULL, *before = NULL, *after = NULL;
  gsize size_before, size_after;

  run (fixture, "list", NULL);
  path = find_database (fixture);
  spoil (path, test);
  g_assert_true (g_file_get_contents (path, &before, &size_before, NULL));

  run (fixture, "list", NULL);
  g_assert_cmpint (fixture->status, !=, 0);
  g_test_message ("%s", fixture->errors);
  g_assert_nonnull (strstr (fixture->errors, test->sentence));
  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, !=, 0);
  g_assert_nonnull (strstr (fixture->errors, test->sentence));

  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size_before, after, size_after);
}

static void
add_test (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/cli/check/json", test_check_json, NULL);
  add_test ("/cli/check/unreadable", test_check_unreadable, NULL);
  add_test ("/cli/list/fresh", test_fresh_list, NULL);
  add_test ("/cli/star", test_star, NULL);
  add_test ("/cli/changes", test_changes, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (filter_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/cli/list/%s", filter_cases[i].name);

      add_test (path, test_filter, &filter_cases[i]);
    }
  add_test ("/cli/N2/add-unreadable", test_add_unreadable, NULL);
  add_test ("/cli/N2/no-such-file", test_no_such_file, NULL);
  add_test ("/cli/N2/broken", test_broken, NULL);
  add_test ("/cli/N2/web-page", test_web_page, NULL);
  add_test ("/cli/N2/page-without-schedule", test_page_without_schedule, NULL);
  add_test ("/cli/page", test_page, NULL);
  add_test ("/cli/added", test_added, NULL);
  add_test ("/cli/I5/refresh", test_refresh, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (store_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/I6/", store_cases[i].name, NULL);

      add_test (path, test_store, &store_cases[i]);
    }
  add_test ("/cli/usage", test_usage, NULL);

  return g_test_run ();
}
