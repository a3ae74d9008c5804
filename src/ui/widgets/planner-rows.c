/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-rows.h"

#include "model/planner-session-id.h"
#include "words/planner-clash-words.h"
#include "words/planner-labels.h"
#include "ui/widgets/planner-link.h"
#include "ui/widgets/planner-rich-text-view.h"
#include "plan/planner-people.h"
#include "text/planner-rich-text.h"
#include "text/planner-safe-link.h"

#include <glib/gi18n.h>

static void
add_avatar (GtkWidget *row, const char *name)
{
  GtkWidget *avatar = adw_avatar_new (40, name, TRUE);

  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_margin_top (avatar, 8);
  gtk_widget_set_margin_bottom (avatar, 8);
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), avatar);
  else
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
}

static GtkWidget *
make_link_button (const char *uri)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("adw-external-link-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Open Web Page"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  planner_link_connect (button, "clicked", uri);

  return button;
}

/* An expander row opens its biography, so the page of the speaker has a button. */
static GtkWidget *
make_speaker_button (const PlannerSpeaker *speaker)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");
  g_autofree char *key = planner_speaker_dup_key (speaker);
  /* Translators: %s is the name of a speaker. */
  g_autofree char *name = g_strdup_printf (_ ("All Sessions of %s"), speaker->name.shown);

  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-speaker");

  return button;
}

/* Creates the text when the row is first expanded: the layout of long texts is slow, even of hidden ones. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, AdwBin *place)
{
  GtkWidget *view;

  if (adw_bin_get_child (place) || !adw_expander_row_get_expanded (row))
    return;

  view = planner_rich_text_view_new (g_object_get_data (G_OBJECT (place), "biography"));
  gtk_widget_add_css_class (view, "biography");
  adw_bin_set_child (place, view);
}

static void
add_biography (GtkWidget *row, const char *biography)
{
  GtkWidget *place = adw_bin_new ();

  g_object_set_data_full (G_OBJECT (place), "biography", g_strdup (biography), g_free);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), place);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), place, 0);
}

/**
 * planner_plain_row_new:
 * @type: a type derived from #AdwPreferencesRow
 *
 * Creates a row whose title and subtitle are plain text. Set them after this call: g_object_new() does not define the order
 * in which properties take effect.
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
planner_plain_row_new (GType type)
{
  GtkWidget *row = g_object_new (type, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);

  return row;
}

static void
make_openable (AdwActionRow *row)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (row, gtk_image_new_from_icon_name ("go-next-symbolic"));
}

/**
 * planner_row_open:
 * @action: the name of an action that takes a string
 * @target: the parameter of the action
 *
 * Makes the row activate an action that opens a page.
 */
void
planner_row_open (AdwActionRow *row, const char *action, const char *target)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  make_openable (row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
}

/**
 * planner_speaker_row_new:
 *
 * Returns: (transfer floating): a row with name, role and organisation that opens the page of the speaker; if there is a
 *   biography, it expands instead, and a button in it opens the page
 */
GtkWidget *
planner_speaker_row_new (const PlannerSpeaker *speaker)
{
  const gboolean opens = speaker->biography.shown != NULL;
  GtkWidget *row = planner_plain_row_new (opens ? ADW_TYPE_EXPANDER_ROW : ADW_TYPE_ACTION_ROW);
  g_autofree char *details = planner_format_speaker_details (speaker);
  const gboolean has_link = speaker->url && planner_safe_link_check (speaker->url);

  g_object_set (row, "title", speaker->name.shown, "subtitle", details, NULL);
  add_avatar (row, speaker->name.shown);
  if (has_link && opens)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), make_link_button (speaker->url));
  else if (has_link)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_link_button (speaker->url));
  if (opens)
    {
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), make_speaker_button (speaker));
      add_biography (row, speaker->biography.shown);
    }
  else
    {
      g_autofree char *key = planner_speaker_dup_key (speaker);

      planner_row_open (ADW_ACTION_ROW (row), "win.show-speaker", key);
    }

  return row;
}

static void
set_clash_action (GtkActionable *row, const PlannerEntryClash *clash)
{
  const char *key = planner_entry_get_key (clash->entry);
  g_autofree char *id = planner_session_id_new (clash->conference_id, key);
  const gboolean is_elsewhere = clash->conference_title != NULL;

  gtk_actionable_set_action_name (row, is_elsewhere ? "app.open-session" : "win.show-session");
  gtk_actionable_set_action_target (row, "s", is_elsewhere ? id : key);
}

/**
 * planner_clash_row_new:
 * @local: (nullable): the time zone to show; %NULL for the venue's
 *
 * Returns: (transfer floating): a row that opens the details of a clashing session
 */
GtkWidget *
planner_clash_row_new (const PlannerEntryClash *clash, GTimeZone *local)
{
  const PlannerSession *session = planner_entry_get_session (clash->entry);
  g_autofree char *title = planner_dup_session_of_conference (session->title.shown, clash->conference_title);
  g_autofree char *details = planner_format_row_details (session, &(PlannerRowParts) { .local = local });
  GtkWidget *row = planner_plain_row_new (ADW_TYPE_ACTION_ROW);

  g_object_set (row, "title", title, "subtitle", details, "title-lines", 2, NULL);
  make_openable (ADW_ACTION_ROW (row));
  set_clash_action (GTK_ACTIONABLE (row), clash);

  return row;
}

/* The host of a web page, or the rest of an address without a host, such as a mail address. */
static char *
make_link_title (const char *uri)
{
  g_autoptr (GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = parsed ? g_uri_get_host (parsed) : NULL;

  if (host && *host)
    return g_strdup (host);

  return g_strdup (parsed ? g_uri_get_path (parsed) : uri);
}

/**
 * planner_link_row_new:
 * @title: (nullable): the title; %NULL to show the host of the address
 * @uri: (nullable): an address from a schedule
 *
 * Returns: (nullable) (transfer floating): a row that opens the address; %NULL if the address is not safe to open
 */
GtkWidget *
planner_link_row_new (const char *title, const char *uri)
{
  g_autofree char *host = NULL;
  GtkWidget *row;

  if (!uri || !planner_safe_link_check (uri))
    return NULL;

  row = planner_plain_row_new (ADW_TYPE_ACTION_ROW);
  host = make_link_title (uri);
  g_object_set (row, "title", title ? title : host, "subtitle", title ? host : "", "tooltip-text", uri,
                "activatable", TRUE, "subtitle-lines", 1, "title-lines", 2, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
  planner_link_connect (row, "activated", uri);

  return row;
}

static void
update_spoken_cb (AdwActionRow *row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  const char *subtitle = adw_action_row_get_subtitle (row);
  const gboolean has_subtitle = subtitle && *subtitle;
  /* Translators: as in "Where, Hall 3". */
  g_autofree char *spoken = g_strjoin (C_ ("between parts of a sentence read aloud", ", "), title,
                                       has_subtitle ? subtitle : NULL, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * planner_row_speak_subtitle:
 *
 * Makes screen readers read the title and the subtitle of the row. By default they read the title only.
 */
void
planner_row_speak_subtitle (AdwActionRow *row)
{
  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect (row, "notify::title", G_CALLBACK (update_spoken_cb), NULL);
  g_signal_connect (row, "notify::subtitle", G_CALLBACK (update_spoken_cb), NULL);
  update_spoken_cb (row);
}

/**
 * planner_group_clear_rows:
 * @rows: rows that planner_group_add_row() added; it becomes empty
 *
 * Removes the rows from the group, and hides the group.
 */
void
planner_group_clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && rows != NULL);

  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (group), FALSE);
}

/**
 * planner_group_add_row:
 * @rows: receives the row, which the group owns
 * @row: (nullable): nothing is added for %NULL
 *
 * Adds a row to the group, and shows the group.
 */
void
planner_group_add_row (AdwPreferencesGroup *group, GPtrArray *rows, GtkWidget *row)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group) && rows != NULL);

  if (!row)
    return;

  g_ptr_array_add (rows, row);
  adw_preferences_group_add (group, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/* Returns the label with the title of a group, which has this style class. */
static GtkWidget *
find_title (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_title (child);

  return found;
}

/**
 * planner_group_make_heading:
 *
 * Makes the title of the group a heading for screen readers, below the heading of the page. libadwaita makes it a label.
 */
void
planner_group_make_heading (AdwPreferencesGroup *group)
{
  GtkWidget *title = find_title (GTK_WIDGET (group));

  g_return_if_fail (title != NULL);

  g_object_set (title, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
}
