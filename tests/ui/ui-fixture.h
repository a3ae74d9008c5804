/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Provides a small conference of two days, and functions that find widgets. */

#pragma once

#include "config.h"

#include "files.h"
#include "library/loading.h"

#include <adwaita.h>

#define KEY_FORMAT "11111111-1111-4111-8111-00000000000%d"

typedef struct
{
  char *folder;
  PlannerLibrary *library;
  PlannerConference *conference; /* borrowed from the library */
} UiFixture;

void ui_append_event (GString *events,
                      int n,
                      const char *date,
                      const char *start,
                      const char *title,
                      const char *track);

/* Returns a schedule of two days with these events. */
char *ui_make_schedule (const char *version, const char *title, GString *first, GString *second);
char *ui_make_feed (void);
void ui_set_up (UiFixture *fixture, gconstpointer data);
/* Refreshes the conference, whose file is gone. */
void ui_fail_refresh (UiFixture *fixture);
void ui_tear_down (UiFixture *fixture, gconstpointer data);
PlannerEntry *ui_find_entry (UiFixture *fixture, int n);
void ui_star (UiFixture *fixture, int n, gboolean starred);
void ui_set_plan_b (UiFixture *fixture, int n, gboolean plan_b);
/* Returns: a window of the size of a phone, on screen, for dialogs */
GtkWidget *ui_present_phone_window (void);
guint ui_count_widgets (GtkWidget *widget);
gpointer ui_find_widget (gpointer root, GType type);

/* Scrolls down in a page that does not fit into its window. */
void ui_scroll_to_end (GtkWidget *page);

/* Asserts that the page shows the whole widget. */
void ui_assert_on_page (GtkWidget *widget, GtkWidget *page);

/* Returns: (nullable): the first child of a widget with this style class */
GtkWidget *ui_find_child (gpointer parent, const char *css_class);

/* Returns: (nullable): a visible label with exactly this text, or a #PlannerSessionRow that shows it */
GtkWidget *ui_find_label (GtkWidget *widget, const char *text);

/* Returns: (nullable): the layout of a text of a #PlannerSessionRow. @bounds: (out) (optional): where it is drawn */
PangoLayout *ui_find_layout (gpointer row, const char *text, graphene_rect_t *bounds);
GtkWidget *ui_find_button (GtkWidget *widget, const char *label);
GtkWidget *ui_find_button_with_tooltip (GtkWidget *widget, const char *tooltip);
/* Runs the key binding of the widget. Returns: whether it has one that did something */
gboolean ui_press (gpointer widget, guint key, GdkModifierType modifiers);

/* The same for a list of #GtkShortcut. */
gboolean ui_press_in (GListModel *shortcuts, gpointer widget, guint key, GdkModifierType modifiers);
void ui_iterate (void);

/* Returns the visible page of the navigation view in a page. */
AdwNavigationPage *ui_get_visible_page (gpointer page);

/* Returns the page of a #PlannerContent that is on top: the pane's if it covers the view. */
AdwNavigationPage *ui_get_page_of_content (gpointer content);

/* Resets the settings to those of the first start. */
GSettings *ui_reset_settings (void);
void ui_activate (gpointer window, const char *action, const char *parameter);
void ui_wait_for_stars (PlannerConference *conference, guint n);
void ui_wait_for_label (GtkWidget *widget, const char *text);

/* Keeps a mistake of GTK from ending the test; see the function. Call it before a window is opened. */
void ui_tolerate_frame_timings (void);

void ui_wait_for_n_frames (GtkWidget *widget, guint n);

/* Waits until the layout has followed all changes. */
void ui_wait_for_frames (GtkWidget *widget);
