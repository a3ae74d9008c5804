/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "bench/plain-window.h"

#include "bench/big-schedule.h"

#include <adwaita.h>

#define N_FIRST_ROWS 9 /* as many as fit into the window */
#define ROW_MARGIN 12
#define N_VIEWS 4
#define ROWS_KEY "rows"

static const char *const titles[] = {
  "Opening Ceremony",
  "Open Source is Insufficient to Solve Trust Problems in Hardware",
  "What the World can learn from Hongkong",
  "Quantum Computing: Are we there yet?",
};
static const char *const speakers[] = { "bleeptrack, blinry", "Katharin Tai", "Andreas Dewes" };
static const char *const places[] = { "11:00 – 11:30 AM · Ada", "12:50 – 1:50 PM · Borg",
                                      "2:10 – 3:10 PM · Clarke" };
static const char *const entries[] = {
  "Now",      "All Sessions", "My Schedule", "Changes",    "Art & Culture", "CCC",      "Ethics & Politics",
  "Hardware", "Science",      "Security",    "Resilience", "Music",         "Freifunk", "Chaos Zone",
  "Wikipaka", "Open Data",    "Cinema",      "Workshops",
};
static const char *const days[] = { "Fri 27", "Sat 28", "Sun 29", "Mon 30" };

static GtkWidget *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *star = gtk_button_new_from_icon_name ("non-starred-symbolic");

  add_label (texts, "heading");
  add_label (texts, "caption");
  add_label (texts, "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_margin_top (row, ROW_MARGIN);
  gtk_widget_set_margin_bottom (row, ROW_MARGIN);
  gtk_widget_add_css_class (star, "flat");
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), star);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  const guint i = gtk_list_item_get_position (item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (gtk_list_item_get_child (item)));
  GtkWidget *speaker = gtk_widget_get_next_sibling (title);
  GtkWidget *place = gtk_widget_get_next_sibling (speaker);

  gtk_label_set_label (GTK_LABEL (title), titles[i % G_N_ELEMENTS (titles)]);
  gtk_label_set_label (GTK_LABEL (speaker), speakers[i % G_N_ELEMENTS (speakers)]);
  gtk_label_set_label (GTK_LABEL (place), places[i % G_N_ELEMENTS (places)]);
}

static void
add_rows (GtkStringList *rows, guint n)
{
  g_autofree const char **texts = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    texts[i] = "";
  gtk_string_list_splice (rows, g_list_model_get_n_items (G_LIST_MODEL (rows)), 0, texts);
}

static GtkWidget *
create_list (GtkStringList *rows)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows)));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), gtk_list_view_new (selection, factory));

  return scroller;
}

static GtkWidget *
create_days (void)
{
  GtkWidget *group = adw_toggle_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      AdwToggle *day = adw_toggle_new ();

      adw_toggle_set_label (day, days[i]);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), day);
    }
  gtk_widget_set_halign (group, GTK_ALIGN_CENTER);

  return group;
}

static GtkWidget *
create_layout_switch (void)
{
  GtkWidget *group = adw_toggle_group_new ();
  AdwToggle *list = adw_toggle_new (), *grid = adw_toggle_new ();

  adw_toggle_set_icon_name (list, "view-list-symbolic");
  adw_toggle_set_icon_name (grid, "view-grid-symbolic");
  adw_toggle_group_add (ADW_TOGGLE_GROUP (group), list);
  adw_toggle_group_add (ADW_TOGGLE_GROUP (group), grid);
  gtk_widget_add_css_class (group, "flat");

  return group;
}

static GtkWidget *
create_sessions (GtkStringList *rows)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new ("All Sessions", "36C3"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), create_layout_switch ());
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), gtk_button_new_from_icon_name ("edit-find-symbolic"));
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), gtk_button_new_from_icon_name ("view-more-symbolic"));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), create_days ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_list (rows));

  return view;
}

static GtkWidget *
create_forums (void)
{
  GtkWidget *sidebar = adw_sidebar_new ();
  AdwSidebarSection *section = adw_sidebar_section_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      AdwSidebarItem *item = adw_sidebar_item_new (entries[i]);

      adw_sidebar_item_set_icon_name (item, i < N_VIEWS ? "view-list-symbolic" : "non-starred-symbolic");
      if (i >= N_VIEWS)
        adw_sidebar_item_set_suffix (item, gtk_label_new ("12"));
      adw_sidebar_section_append (section, item);
    }
  adw_sidebar_append (ADW_SIDEBAR (sidebar), section);

  return sidebar;
}

static GtkWidget *
create_sidebar (void)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *conferences = gtk_menu_button_new (), *menu = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (conferences), "36C3: Resource Exhaustion");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (menu), "open-menu-symbolic");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), conferences);
  adw_header_bar_pack_end (ADW_HEADER_BAR (bar), menu);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), bar);
  adw_toolbar_view_add_bottom_bar (ADW_TOOLBAR_VIEW (view), gtk_label_new ("Updated on Nov 29, 2026"));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_forums ());

  return view;
}

GtkWidget *
plain_window_create_content (void)
{
  AdwNavigationSplitView *view = ADW_NAVIGATION_SPLIT_VIEW (adw_navigation_split_view_new ());
  GtkStringList *rows = gtk_string_list_new (NULL);

  add_rows (rows, N_FIRST_ROWS);
  adw_navigation_split_view_set_sidebar (view, adw_navigation_page_new (create_sidebar (), "36C3"));
  adw_navigation_split_view_set_content (view,
                                         adw_navigation_page_new (create_sessions (rows), "All Sessions"));
  g_object_set_data (G_OBJECT (view), ROWS_KEY, rows); /* the list owns it */

  return GTK_WIDGET (view);
}

void
plain_window_add_further_rows (GtkWidget *content)
{
  add_rows (g_object_get_data (G_OBJECT (content), ROWS_KEY), BIG_SESSIONS - N_FIRST_ROWS);
}
