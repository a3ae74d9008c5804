/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-forum-text.h"

static PlannerForumText *
make_text (const char *description)
{
  const PlannerForum forum = { .description = { .shown = description } };
  PlannerForumText *text = g_object_ref_sink (g_object_new (PLANNER_TYPE_FORUM_TEXT, NULL));

  planner_forum_text_set_forum (text, &forum);

  return text;
}

static void
test_short (void)
{
  PlannerForumText *text = make_text ("About *R&D* <3");

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (text)));
  g_assert_nonnull (ui_find_label (GTK_WIDGET (text), "About R&D <3"));
  g_assert_false (gtk_widget_get_visible (ui_find_widget (text, GTK_TYPE_TOGGLE_BUTTON)));
  planner_forum_text_set_forum (text, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (text)));
  g_assert_finalize_object (text);
}

static void
test_long (void)
{
  PlannerForumText *text = make_text ("One paragraph.\n\nAnother paragraph.");
  GtkWidget *button = ui_find_button (GTK_WIDGET (text), "Show More");

  g_assert_true (gtk_widget_get_visible (button));
  g_assert_null (ui_find_label (GTK_WIDGET (text), "Another paragraph."));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_nonnull (ui_find_label (GTK_WIDGET (text), "Another paragraph."));
  g_assert_nonnull (ui_find_button (GTK_WIDGET (text), "Show Less"));
  g_assert_finalize_object (text);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/forum-text/X1/short-description-is-plain-text", test_short);
  g_test_add_func ("/ui/forum-text/X2/long-description-shows-on-demand", test_long);

  return g_test_run ();
}
