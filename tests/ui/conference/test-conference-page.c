/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "library/planner-conference-edit.h"
#include "ui/conference/planner-conference-page.h"
#include "ui/conference/planner-edit-dialog.h"
#include "ui/conference/planner-exhibition-page.h"

/* GOTC 2023, which has a venue, hosts, exhibitors and sources. */
#define GOTC GINT_TO_POINTER (1)

typedef struct
{
  UiFixture base;
  GtkWidget *window;
  GtkWidget *page;
  char *activated; /* owned, nullable: the last action of the window, with its parameter */
} Fixture;

static void
activated_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->activated);
  fixture->activated = g_strconcat (g_action_get_name (G_ACTION (action)), " ",
                                    parameter ? g_variant_get_string (parameter, NULL) : "", NULL);
}

/* The test data say which conference is shown. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = {
    { .name = "show-view", .activate = activated_cb, .parameter_type = "s" },
    { .name = "show-problems", .activate = activated_cb },
    { .name = "remove-conference", .activate = activated_cb },
    { .name = "refresh", .activate = activated_cb },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (PlannerConference) gotc = NULL;
  GtkWidget *view = adw_navigation_view_new ();

  ui_set_up (&fixture->base, NULL);
  gotc = g_list_model_get_item (G_LIST_MODEL (fixture->base.library), 0);
  fixture->page = GTK_WIDGET (planner_conference_page_new ());
  g_object_set (fixture->page, "title", "Conference", "conference", data ? gotc : fixture->base.conference,
                NULL);
  fixture->window = adw_window_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view), ADW_NAVIGATION_PAGE (fixture->page));
  adw_window_set_content (ADW_WINDOW (fixture->window), view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ui_wait_for_frames (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = fixture->page;

  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (page)
    g_main_context_iteration (NULL, TRUE);
  g_free (fixture->activated);
  ui_tear_down (&fixture->base, NULL);
}

static GtkWidget *
find_row (Fixture *fixture, const char *title)
{
  GtkWidget *label = ui_find_label (fixture->page, title);

  if (!label)
    g_error ("no label “%s”", title);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static void
assert_row (Fixture *fixture, const char *title, const char *subtitle)
{
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (fixture, title))), ==, subtitle);
}

static void
test_facts (Fixture *fixture, gconstpointer data)
{
  assert_row (fixture, "Venue", "Zhangjiang Science Hall\nPudong, Shanghai");
  assert_row (fixture, "Website", "gotc.oschina.net");
  assert_row (fixture, "Registration", "bagevent.com");
  assert_row (fixture, "Hosts",
              "OpenAtom Foundation, Shanghai Pudong Software Park, Linux Foundation Asia Pacific, "
              "Open Source China (OSCHINA)");
  assert_row (fixture, "Time Zone", "Asia/Shanghai");
  g_assert_nonnull (ui_find_label (fixture->page, "Saturday, 27 – Sunday, 28 May 2023"));
  g_assert_nonnull (ui_find_label (fixture->page, "Sources"));
}

/* Rows without a value are left out. */
static void
test_missing_facts (Fixture *fixture, gconstpointer data)
{
  static const char *const missing[] = { "Venue", "Website", "Registration", "Hosts", "Sources" };
  g_autofree char *path = g_build_filename (fixture->base.folder, "schedule.json", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_null (ui_find_label (fixture->page, missing[i]));
  assert_row (fixture, "Version", "1");
  assert_row (fixture, "Address", path);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  static const char *const headings[] = { "Programme", "About This Schedule" };
  g_autoptr (PlannerConference) conference = NULL;
  GtkWidget *venue = find_row (fixture, "Venue");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (venue), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Venue, Zhangjiang Science Hall\nPudong, Shanghai");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (venue), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Show on Map");
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (fixture->page, headings[i])),
                                     GTK_ACCESSIBLE_ROLE_HEADING);
  g_object_get (fixture->page, "conference", &conference, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (fixture->page,
                                                                  planner_conference_get_title (conference))),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
}

static void
test_exhibition (Fixture *fixture, gconstpointer data)
{
  GtkWidget *page = g_object_ref_sink (GTK_WIDGET (planner_exhibition_page_new ()));
  g_autoptr (PlannerConference) conference = NULL;

  g_object_get (fixture->page, "conference", &conference, NULL);
  g_object_set (page, "conference", conference, NULL);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (ui_find_label (page, "Stands")),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_finalize_object (page);
}

static void
test_links_to_views (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *action;
  } rows[] = {
    { "3 sessions", "show-view all" },
    { "3 speakers", "show-view speakers" },
    { "1 room", "show-view rooms" },
    { "Check for Problems", "show-problems " },
    { "_Remove Conference", "remove-conference " },
  };

  g_assert_null (ui_find_label (fixture->page, "0 exhibitors"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *row = *rows[i].title == '_' ? ui_find_widget (fixture->page, ADW_TYPE_BUTTON_ROW)
                                             : find_row (fixture, rows[i].title);

      gtk_widget_activate (row);
      g_assert_cmpstr (fixture->activated, ==, rows[i].action);
    }
}

/* A name that the attendee chooses is not markup. */
static void
test_new_name (Fixture *fixture, gconstpointer data)
{
  const PlannerConferenceEdit edit = {
    .address = planner_conference_get_address (fixture->base.conference),
    .own_title = "R&D <3",
    .remind = TRUE,
  };

  planner_conference_edit_async (fixture->base.conference, &edit, NULL, NULL, NULL);
  ui_wait_for_label (fixture->page, "R&D <3");
}

static GtkWidget *
find_by_icon (GtkWidget *widget, const char *icon_name)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), icon_name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_by_icon (child, icon_name);

  return found;
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  AdwDialog *dialog;

  g_signal_emit_by_name (find_by_icon (fixture->page, "document-edit-symbolic"), "clicked");
  ui_wait_for_frames (fixture->window);
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (PLANNER_IS_EDIT_DIALOG (dialog));
  adw_dialog_force_close (dialog);
}

/* Tab reaches the row that removes, but the focus does not begin there. */
static void
test_focus (Fixture *fixture, gconstpointer data)
{
  GtkWidget *remove = ui_find_widget (fixture->page, ADW_TYPE_BUTTON_ROW);
  gboolean reached = FALSE;

  gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD);
  g_assert_nonnull (gtk_root_get_focus (GTK_ROOT (fixture->window)));
  g_assert_false (gtk_root_get_focus (GTK_ROOT (fixture->window)) == remove);
  g_assert_null (gtk_window_get_default_widget (GTK_WINDOW (fixture->window)));
  for (guint i = 0; i < 30 && !reached; i++)
    {
      gtk_widget_child_focus (fixture->window, GTK_DIR_TAB_FORWARD);
      reached = gtk_root_get_focus (GTK_ROOT (fixture->window)) == remove;
    }
  g_assert_true (reached);
}

#define add_test(path, data, test) g_test_add (path, Fixture, data, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* Closing destroys the dialog at once. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  add_test ("/ui/conference-page/shows-facts", GOTC, test_facts);
  add_test ("/ui/conference-page/leaves-out-what-is-missing", NULL, test_missing_facts);
  add_test ("/ui/conference-page/U11/rows-and-headings-are-spoken", GOTC, test_accessible);
  add_test ("/ui/exhibition-page/U11/headings-are-spoken", GOTC, test_exhibition);
  add_test ("/ui/conference-page/rows-lead-to-views", NULL, test_links_to_views);
  add_test ("/ui/conference-page/X1/own-name-is-no-markup", NULL, test_new_name);
  add_test ("/ui/conference-page/edit-opens-dialog", NULL, test_edit);
  add_test ("/ui/conference-page/U8/remove-has-no-focus", NULL, test_focus);

  return g_test_run ();
}
