/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Adding and refreshing schedules from files and web pages. */

#include "net/listening.h"
#include "cli/cli-fixture.h"

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

/* A word that looks like a path is never taken for a host. */
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

/* Line and column are printed below the sentence, and in JSON without it. */
static void
test_broken (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  g_file_set_contents (fixture->feed, "{\"schedule\":\n oops}", -1, NULL);
  run (fixture, "check", "--json", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_true (g_str_has_prefix (fixture->errors,
                                   "schedule.json: The schedule is damaged and cannot be read. Tell its "
                                   "organizers, or try again later.\n  Line 2, column "));
  lines = parse_lines (fixture->output);
  g_assert_true (
      g_str_has_prefix (json_object_get_string_member (get_line (lines, 0), "error"), "Line 2, column "));
}

/* There is nothing to add to the sentence. */
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

/* The schedule is that of the computer's time zone, unless the command names another. */
static void
test_no_zone (Fixture *fixture, gconstpointer data)
{
  static const char calendar[] =
      "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Local\nBEGIN:VEVENT\nUID:a\n"
      "SUMMARY:Talk\nDTSTART:20370701T100000\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";
  static const char note[] =
      "  The schedule names no time zone; Asia/Tokyo is used. To choose another, use --zone.\n";
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *other = NULL;

  g_setenv ("TZ", "Asia/Tokyo", TRUE);
  g_file_set_contents (fixture->feed, calendar, -1, NULL);
  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, note));
  run (fixture, "list", "--json", "--conference", "Local", NULL);
  g_assert_nonnull (strstr (fixture->output, "2037-07-01T10:00:00+09:00"));
  run (fixture, "refresh", "--conference", "Local", NULL);
  run (fixture, "list", "--json", "--conference", "Local", NULL);
  g_assert_nonnull (strstr (fixture->output, "2037-07-01T10:00:00+09:00"));

  other = g_build_filename (fixture->folder, "other.ics", NULL);
  g_file_set_contents (other, calendar, -1, NULL);
  run (fixture, "add", "--zone=Europe/Berlin", other, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_null (strstr (fixture->output, "no time zone"));
  run (fixture, "list", "--json", "--conference", "3", NULL);
  g_assert_nonnull (strstr (fixture->output, "2037-07-01T10:00:00+02:00"));
  if (zone)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_directory (Fixture *fixture, gconstpointer data)
{
  g_file_set_contents (
      fixture->feed,
      "{\"directory\":{\"version\":1,\"conferences\":["
      "{\"name\":\"Old\",\"start\":\"2020-09-11\",\"end\":\"2020-09-12\",\"address\":\"https://example.org/1\"},"
      "{\"name\":\"\\u001b[2JNew\",\"start\":\"2037-09-11\",\"end\":\"2037-09-12\",\"address\":\"https://example.org/2\"}"
      "]}}",
      -1, NULL);
  run (fixture, "add", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (
      fixture->output, ==,
      "Upcoming Conferences\n  2037-09-11 – 2037-09-12  \357\277\275[2JNew\n    https://example.org/2\n"
      "Past Conferences\n  2020-09-11 – 2020-09-12  Old\n    https://example.org/1\n");
  g_assert_cmpstr (fixture->errors, ==,
                   "gotc-planner: This is a list of conferences, not a schedule. Add one of them by its own "
                   "address.\n");
  run (fixture, "check", "schedule.json", NULL);
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_nonnull (strstr (fixture->errors, "This is a list of conferences, not a schedule."));
}

/* The server runs in its own thread, because the main thread waits for the program. */
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
  website->context = g_main_context_new ();
  website->loop = g_main_loop_new (website->context, FALSE);
  g_main_context_push_thread_default (website->context);
  website->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (website->server, NULL, website_cb, NULL, NULL);
  website->address = listen_http (website->server);
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

/* The addresses that were tried are printed below the sentence. */
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
  g_assert_true (g_str_has_prefix (
      fixture->errors,
      "gotc-planner: No schedule was found on this web page or at the usual addresses of its server. "));
  g_assert_nonnull (strstr (strchr (fixture->errors, '\n'), tried));
  g_assert_cmpstr (fixture->output, ==, "");
}

static void
assert_no_secret (const Fixture *fixture)
{
  g_assert_null (strstr (fixture->output, "secret"));
  g_assert_null (strstr (fixture->errors, "secret"));
}

/* All messages and all output, with the log of every step. */
static void
test_password (Fixture *fixture, gconstpointer data)
{
  g_auto (Website) website = { 0 };
  const char *host;
  g_autofree char *schedule = NULL;
  g_autofree char *page = NULL;

  website_start (&website);
  host = website.address + strlen ("http://");
  schedule = g_strconcat ("http://me:secret@", host, "/2026/export/schedule.json", NULL);
  page = g_strconcat ("http://me:secret@", host, "/empty/", NULL);
  g_setenv ("G_MESSAGES_DEBUG", "gotc-planner", TRUE);

  run (fixture, "check", schedule, page, "http://me:secret@localhost:1/x", "http://me:secret@[::1/", NULL);
  assert_no_secret (fixture);
  g_assert_nonnull (strstr (fixture->output, "/2026/export/schedule.json: "));
  run (fixture, "check", "--json", schedule, page, "ftp://me:secret@localhost/x", NULL);
  assert_no_secret (fixture);
  run (fixture, "add", page, NULL);
  assert_no_secret (fixture);
  run (fixture, "add", schedule, NULL);
  assert_no_secret (fixture);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "refresh", NULL);
  assert_no_secret (fixture);
  g_assert_cmpint (fixture->status, ==, 0);
  run (fixture, "conferences", "--json", NULL);
  assert_no_secret (fixture);
  g_unsetenv ("G_MESSAGES_DEBUG");
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/cli/add/prints-what-it-found", test_added, NULL);
  add_test ("/cli/N2/add-fails-with-a-sentence", test_add_unreadable, NULL);
  add_test ("/cli/N2/missing-file-is-named", test_no_such_file, NULL);
  add_test ("/cli/N2/broken-schedule-names-line-and-column", test_broken, NULL);
  add_test ("/cli/N2/web-page-is-explained", test_web_page, NULL);
  add_test ("/cli/add/T4/computers-zone-is-used-and-printed", test_no_zone, NULL);
  add_test ("/cli/add/lists-a-directory-of-conferences", test_directory, NULL);
  add_test ("/cli/add/follows-a-web-page", test_page, NULL);
  add_test ("/cli/N2/page-without-schedule-lists-addresses", test_page_without_schedule, NULL);
  add_test ("/cli/V8/password-is-not-printed-or-logged", test_password, NULL);
  add_test ("/cli/I5/failed-refresh-keeps-the-agenda", test_refresh, NULL);

  return g_test_run ();
}
