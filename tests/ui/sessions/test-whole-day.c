/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "library/planner-library-remove.h"
#include "ui/sessions/planner-plan-strip.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/sessions/planner-whole-day.h"
#include "ui/widgets/planner-open-session.h"

#define OTHER_KEY "22222222-1111-4111-8111-00000000000%d"

typedef struct
{
  UiFixture base;
  PlannerConference *other; /* borrowed from the library */
} Fixture;

/* Another conference on the first day of the fixture's, and a day before it. Session 1 is that of the fixture, too. */
static char *
make_other_feed (void)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autofree char *schedule = NULL;
  g_autoptr (GString) feed = NULL;

  ui_append_event (first, 1, "2037-07-01", "10:00", "R&D <3", "Rust & Co");
  ui_append_event (first, 2, "2037-07-01", "11:05", "Elsewhere", "Go");
  ui_append_event (second, 3, "2037-06-30", "10:00", "Day before", "Go");
  schedule = ui_make_schedule ("1", "Other", first, second);
  feed = g_string_new (schedule);
  g_string_replace (feed, "11111111-1111-4111-8111-000000000002", "22222222-1111-4111-8111-000000000002", 0);
  g_string_replace (feed, "11111111-1111-4111-8111-000000000003", "22222222-1111-4111-8111-000000000003", 0);
  g_string_replace (feed, "\"room\":\"Hall\"", "\"room\":\"Lab\"", 0);

  return g_strdup (feed->str);
}

static PlannerEntry *
find_other (Fixture *fixture, int n)
{
  g_autofree char *key = g_strdup_printf (n == 1 ? KEY_FORMAT : OTHER_KEY, n);

  return planner_conference_find_entry (fixture->other, key);
}

static void
star_other (Fixture *fixture, int n, gboolean starred)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_conference_set_starred_async (fixture->other, find_other (fixture, n), starred, NULL,
                                        keep_result_cb, &result);
  planner_conference_set_starred_finish (fixture->other, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *feed = make_other_feed ();
  g_autofree char *path = NULL;

  ui_set_up (&fixture->base, data);
  path = g_build_filename (fixture->base.folder, "other.json", NULL);
  g_assert_true (g_file_set_contents (path, feed, -1, NULL));
  fixture->other = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ui_tear_down (&fixture->base, data);
}

static char *
list_titles (GListModel *model)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, i);

      g_string_append_printf (titles, "%s%s", i > 0 ? ", " : "",
                              planner_entry_get_session (entry)->title.shown);
    }

  return g_string_free_and_steal (titles);
}

static void
assert_titles (GListModel *model, const char *expected)
{
  g_autofree char *titles = list_titles (model);

  g_assert_cmpstr (titles, ==, expected);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) day = planner_whole_day_new (fixture->base.conference);
  g_autoptr (GListModel) other_day = planner_whole_day_new (fixture->other);

  assert_titles (day, "");
  star_other (fixture, 2, TRUE);
  star_other (fixture, 3, TRUE);
  assert_titles (day, "Elsewhere");
  ui_star (&fixture->base, 1, TRUE);
  ui_star (&fixture->base, 3, TRUE);
  assert_titles (day, "R&D <3, Wiener café, Elsewhere");
  assert_titles (other_day, "Day before, Elsewhere, R&D <3");
  star_other (fixture, 2, FALSE);
  assert_titles (day, "R&D <3, Wiener café");
}

static void
test_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) day = planner_whole_day_new (fixture->base.conference);

  star_other (fixture, 1, TRUE);
  assert_titles (day, "R&D <3");
  ui_star (&fixture->base, 1, TRUE);
  assert_titles (day, "R&D <3");
  ui_star (&fixture->base, 1, FALSE);
  assert_titles (day, "R&D <3");
}

/* A row gets its star with its place. */
static void
allocate (PlannerSessionRow *row)
{
  int height;

  gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (row), 400, height, -1, NULL);
}

static void
remove_other (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  planner_library_remove_async (fixture->base.library, fixture->other, NULL, keep_result_cb, &result);
  planner_library_remove_finish (fixture->base.library, wait_for_result (&result), &error);
  g_assert_no_error (error);
}

/* The conference may also be added or removed by another program. */
static void
test_library (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) day = planner_whole_day_new (fixture->base.conference);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->base.folder, "other.json", NULL);

  ui_star (&fixture->base, 3, TRUE);
  star_other (fixture, 2, TRUE);
  assert_titles (day, "Wiener café, Elsewhere");
  remove_other (fixture);
  assert_titles (day, "Wiener café");

  fixture->other = add_to_library (fixture->base.library, path, &error);
  g_assert_no_error (error);
  star_other (fixture, 2, TRUE);
  assert_titles (day, "Wiener café, Elsewhere");
}

/* M1: another program adds a conference and a star. */
static void
test_other_program (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) day = planner_whole_day_new (fixture->base.conference);
  g_autofree char *store_path = g_build_filename (fixture->base.folder, "planner.db", NULL);
  g_autofree char *path = g_build_filename (fixture->base.folder, "other.json", NULL);
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (GError) error = NULL;
  PlannerLibrary *own = fixture->base.library, *others;

  ui_star (&fixture->base, 3, TRUE);
  remove_other (fixture);
  others = load_library (store_path, fetcher);
  fixture->other = add_to_library (others, path, &error);
  g_assert_no_error (error);
  reload_library (own);
  assert_titles (day, "Wiener café");
  star_other (fixture, 2, TRUE);
  reload_library (own);
  assert_titles (day, "Wiener café, Elsewhere");
  finish_object (others);
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());
  g_autofree char *sentence = NULL;
  GtkWidget *star;

  star_other (fixture, 2, TRUE);
  g_object_set (row, "conference", fixture->base.conference, "show-plan", TRUE, "entry",
                find_other (fixture, 2), NULL);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Other"));
  allocate (row);
  g_assert_null (ui_find_child (row, "star"));
  g_assert_false (gtk_widget_get_visible (ui_find_widget (row, PLANNER_TYPE_PLAN_STRIP)));
  g_object_get (row, "sentence", &sentence, NULL);
  g_assert_true (g_str_has_prefix (sentence, "Elsewhere, Other, "));

  g_object_set (row, "entry", ui_find_entry (&fixture->base, 1), NULL);
  g_assert_null (ui_find_label (GTK_WIDGET (row), "Other"));
  allocate (row);
  star = ui_find_child (row, "star");
  g_assert_true (gtk_widget_get_visible (star));

  g_object_set (row, "entry", find_other (fixture, 2), NULL);
  g_assert_false (gtk_widget_get_visible (star));
  g_assert_finalize_object (row);
}

/* The way to a session of another conference counts, and so does the time that it takes. */
static void
test_way (Fixture *fixture, gconstpointer data)
{
  PlannerSessionRow *row = g_object_ref_sink (planner_session_row_new ());

  ui_star (&fixture->base, 1, TRUE);
  star_other (fixture, 2, TRUE);
  g_object_set (row, "conference", fixture->base.conference, "show-plan", TRUE, "entry",
                ui_find_entry (&fixture->base, 1), NULL);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (row), "Hall → Lab, only 5 min"));
  g_assert_finalize_object (row);
}

static void
activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_set_str (data, g_variant_get_string (parameter, NULL));
}

static void
test_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (GSimpleActionGroup) app = g_simple_action_group_new ();
  g_autoptr (GSimpleActionGroup) win = g_simple_action_group_new ();
  g_autofree char *opened = NULL, *shown = NULL, *expected = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (app),
                                   &(GActionEntry) { .name = "open-session",
                                                     .activate = activated_cb,
                                                     .parameter_type = "s" },
                                   1, &opened);
  g_action_map_add_action_entries (
      G_ACTION_MAP (win),
      &(GActionEntry) { .name = "show-session", .activate = activated_cb, .parameter_type = "s" }, 1, &shown);
  gtk_widget_insert_action_group (widget, "app", G_ACTION_GROUP (app));
  gtk_widget_insert_action_group (widget, "win", G_ACTION_GROUP (win));

  planner_open_session (widget, fixture->base.conference, ui_find_entry (&fixture->base, 1));
  g_assert_cmpstr (shown, ==, planner_entry_get_key (ui_find_entry (&fixture->base, 1)));
  g_assert_null (opened);
  planner_open_session (widget, fixture->base.conference, find_other (fixture, 2));
  expected = g_strdup_printf ("%" G_GINT64_FORMAT "/%s", planner_conference_get_id (fixture->other),
                              planner_entry_get_key (find_other (fixture, 2)));
  g_assert_cmpstr (opened, ==, expected);
  g_object_unref (widget);
}

int
main (int argc, char *argv[])
{
  const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/ui/whole-day/other-conferences-on-the-same-days", test_days },
    { "/ui/whole-day/copies-are-left-out", test_copies },
    { "/ui/whole-day/follows-the-library", test_library },
    { "/ui/whole-day/M1/follows-other-programs", test_other_program },
    { "/ui/whole-day/row-names-its-conference", test_row },
    { "/ui/whole-day/way-to-another-conference", test_way },
    { "/ui/whole-day/I8/row-opens-in-its-own-conference", test_open },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
