/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shares stars, and imports those of others, on the command line. */

#include "cli/cli-fixture.h"

#include <string.h>

#define ADA "11111111-1111-4111-8111-111111111111"
#define LUNCH "22222222-2222-4222-8222-222222222222"

#define STARS_FILE                                                                                           \
  "{\"format\":\"gotc-planner-stars\",\"version\":1,\"stars\":[{\"guid\":\"" ADA "\",\"title\":\"C++\"},"    \
  "{\"guid\":\"gone\",\"title\":\"G\\u001bone\"}]}"

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
star (Fixture *fixture, const char *guid)
{
  g_autofree char *key = g_strconcat ("2/", guid, NULL);

  run (fixture, "star", key, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

/* Returns: (transfer full): the keys of the starred sessions */
static char *
list_stars (Fixture *fixture)
{
  g_autoptr (GPtrArray) lines = NULL;
  GString *keys = g_string_new (NULL);

  run (fixture, "list", "--starred", "--json", NULL);
  lines = parse_lines (fixture->output);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (keys, "%s ", json_object_get_string_member (get_line (lines, i), "key"));

  return g_string_free_and_steal (keys);
}

static void
assert_stars (Fixture *fixture, const char *expected)
{
  g_autofree char *keys = list_stars (fixture);

  g_assert_cmpstr (keys, ==, expected);
}

static void
test_share (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  run (fixture, "add", "schedule.json", NULL);
  star (fixture, ADA);
  run (fixture, "share", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  link = g_strchomp (g_strdup (fixture->output));
  g_assert_true (g_str_has_prefix (link, "gotc-planner:stars?v=1&c=Test%20Conference&s="));
  g_assert_null (strstr (link, fixture->folder));

  run (fixture, "share", "--text", "--conference=test", NULL);
  g_assert_true (g_str_has_prefix (fixture->output, "Test Conference\n"));
  g_assert_nonnull (strstr (fixture->output, "10:00 – 11:00  C++ café · Hall\n"));
  g_assert_nonnull (strstr (fixture->output, link));

  run (fixture, "share", "--json", NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "format"), ==, "gotc-planner-stars");
}

static void
test_import_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = NULL;

  run (fixture, "add", "schedule.json", NULL);
  star (fixture, ADA);
  run (fixture, "share", NULL);
  link = g_strchomp (g_strdup (fixture->output));
  run (fixture, "unstar", "2/" ADA, NULL);
  star (fixture, LUNCH);

  run (fixture, "import", "--dry-run", link, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_cmpstr (fixture->output, ==, "★ C++ café · clashes\n");
  assert_stars (fixture, "2/" LUNCH " ");
  run (fixture, "import", link, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_stars (fixture, "2/" ADA " 2/" LUNCH " ");
  run (fixture, "import", "--replace", link, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->output, "☆ Lunch\n"));
  assert_stars (fixture, "2/" ADA " ");
}

static void
test_import_plan_b (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *link = NULL;

  run (fixture, "add", "schedule.json", NULL);
  star (fixture, ADA);
  star (fixture, LUNCH);
  run (fixture, "share", NULL);
  link = g_strchomp (g_strdup (fixture->output));
  run (fixture, "star", "--plan-b", "2/" ADA, NULL);

  run (fixture, "import", "--dry-run", link, NULL);
  g_assert_cmpstr (fixture->output, ==, "★ C++ café · plan B\n★ Lunch\n");
  run (fixture, "import", "--dry-run", "--json", link, NULL);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_true (json_object_get_boolean_member (get_line (lines, 0), "plan_b"));
  g_assert_false (json_object_get_boolean_member (get_line (lines, 1), "plan_b"));
  g_assert_false (json_object_get_boolean_member (get_line (lines, 1), "clashing"));
}

static void
test_import_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) lines = NULL;

  write_file (fixture, "ann.json", STARS_FILE);
  run (fixture, "add", "schedule.json", NULL);
  run (fixture, "import", "--json", "ann.json", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  lines = parse_lines (fixture->output);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "state"), ==, "added");
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 0), "key"), ==, "2/" ADA);
  g_assert_cmpstr (json_object_get_string_member (get_line (lines, 1), "state"), ==, "missing");
  run (fixture, "import", "ann.json", NULL);
  g_assert_cmpstr (fixture->output, ==, "★ C++ café\n? Gone · not found\n");
  assert_stars (fixture, "2/" ADA " ");
}

/* The planner imports the calendars that it exports. */
static void
test_import_calendar (Fixture *fixture, gconstpointer data)
{
  run (fixture, "add", "schedule.json", NULL);
  star (fixture, ADA);
  run (fixture, "export", "mine.ics", NULL);
  run (fixture, "unstar", "2/" ADA, NULL);
  run (fixture, "import", "mine.ics", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_stars (fixture, "2/" ADA " ");
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *words[3];
    int status;
    const char *sentence;
  } cases[] = {
    { { "share" }, 1, "no session is starred, so there is nothing to share" },
    { { "share", "--text", "--json" }, 1, "use either “--text” or “--json”" },
    { { "import", "missing.json" }, 2, "gotc-planner: There is no such file." },
    { { "import", "." }, 2, "gotc-planner: This is a folder." },
    { { "import", "schedule.json" }, 2, "There are no stars in this." },
    { { "import", "gotc-planner:stars?v=2&s=AAAA" }, 2, "newer version" },
    { { "import", "gotc-planner:stars?v=1&s=AAAA" }, 2, "damaged or incomplete" },
    { { "import", "gotc-planner:stars?v=1&s=AAAAAA" }, 1, "no conference in the planner has these sessions" },
    { { "import", "gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2F&s=AAAAAA" },
      1,
      "use “gotc-planner add https://example.org/”" },
    { { "import", "--replace", "gotc-planner:stars?v=1&p=1.2&s=AAAAAA" }, 1, "only a part of the stars" },
    { { "import", "--conference=test", "gotc-planner:stars?v=1&s=AAAAAA" },
      1,
      "Test Conference has none of these" },
    { { "import", "--conference=other", "gotc-planner:stars?v=1&s=AAAAAA" },
      1,
      "there is no conference “other”" },
  };

  run (fixture, "add", "schedule.json", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      run (fixture, cases[i].words[0], cases[i].words[1], cases[i].words[2], NULL);
      g_test_message ("%s", fixture->errors);
      g_assert_cmpint (fixture->status, ==, cases[i].status);
      g_assert_nonnull (strstr (fixture->errors, cases[i].sentence));
      g_assert_cmpstr (fixture->output, ==, "");
    }
  assert_stars (fixture, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/cli/share/V8/link-text-and-file", test_share, NULL);
  add_test ("/cli/share/V11/import-of-link", test_import_link, NULL);
  add_test ("/cli/share/U16/import-shows-plan-b", test_import_plan_b, NULL);
  add_test ("/cli/share/V11/import-of-file", test_import_file, NULL);
  add_test ("/cli/share/V11/import-of-exported-calendar", test_import_calendar, NULL);
  add_test ("/cli/share/V10/faults-have-sentences", test_faults, NULL);

  return g_test_run ();
}
