/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-pane.h"

#include "plan/planner-people.h"
#include "plan/planner-place.h"
#include "ui/conference/planner-refresh-banners.h"
#include "ui/details/planner-details-page.h"
#include "ui/places/planner-place-page.h"

#define EMPTY_TAG "empty"

struct _PlannerPane
{
  AdwNavigationPage parent_instance;

  AdwNavigationView *navigation_view; /* template child */
  GtkWidget *empty_view;              /* template child */
  AdwStatusPage *empty;               /* template child */

  GSettings *settings;            /* owned, nullable until set */
  PlannerPresent *present;        /* owned, nullable until set */
  PlannerConference *conference;  /* owned, nullable */
  PlannerEntry *entry;            /* owned, nullable: the last value of the property */
  PlannerRefreshBanners *banners; /* owned: of the pages */
};

G_DEFINE_FINAL_TYPE (PlannerPane, planner_pane, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_ENTRY = 1,
} PlannerPaneProperty;

static GParamSpec *properties[PROP_ENTRY + 1];

static PlannerDetailsPage *
get_details (PlannerPane *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return PLANNER_IS_DETAILS_PAGE (page) ? PLANNER_DETAILS_PAGE (page) : NULL;
}

static void
update_entry (PlannerPane *self)
{
  PlannerDetailsPage *details = get_details (self);
  g_autoptr (PlannerEntry) entry = NULL;

  if (details)
    g_object_get (details, "entry", &entry, NULL);
  if (g_set_object (&self->entry, entry))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

static AdwNavigationPage *
create_details (PlannerPane *self, PlannerEntry *entry, GListModel *list)
{
  PlannerDetailsPage *page = planner_details_page_new (self->conference, entry);

  if (self->present)
    g_object_bind_property (self->present, "now-utc", page, "now-utc", G_BINDING_SYNC_CREATE);
  g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "lead-minutes", page, "default-lead-minutes", G_SETTINGS_BIND_GET);
  planner_details_page_set_list (page, list);
  g_signal_connect_object (page, "notify::entry", G_CALLBACK (update_entry), self, G_CONNECT_SWAPPED);
  planner_refresh_banners_add_page (self->banners, ADW_NAVIGATION_PAGE (page));

  return ADW_NAVIGATION_PAGE (page);
}

static AdwNavigationPage *
set_up_place (PlannerPane *self, PlannerPlacePage *page)
{
  if (self->present)
    g_object_bind_property (self->present, "now-utc", page, "now-utc", G_BINDING_SYNC_CREATE);
  g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);
  planner_refresh_banners_add_page (self->banners, ADW_NAVIGATION_PAGE (page));

  return ADW_NAVIGATION_PAGE (page);
}

/* Returns: (nullable): %NULL if the conference has no such room */
static AdwNavigationPage *
create_room (PlannerPane *self, const char *name)
{
  if (!planner_agenda_find_room (planner_conference_get_agenda (self->conference), name))
    return NULL;

  return set_up_place (self, planner_place_page_new_for_room (self->conference, name));
}

/* Returns: (nullable): %NULL if the conference has no such speaker */
static AdwNavigationPage *
create_speaker (PlannerPane *self, const char *key)
{
  g_autoptr (GPtrArray) people = planner_people_list (planner_conference_get_agenda (self->conference));

  if (!planner_people_find (people, key))
    return NULL;

  return set_up_place (self, planner_place_page_new_for_speaker (self->conference, key));
}

static gboolean
show (PlannerPane *self, AdwNavigationPage *page)
{
  if (page)
    adw_navigation_view_replace (self->navigation_view, &page, 1);

  return page != NULL;
}

static void
push (PlannerPane *self, AdwNavigationPage *page)
{
  if (page)
    adw_navigation_view_push (self->navigation_view, page);
}

/* Sessions that are opened from a room or a speaker are in its list. */
static GListModel *
get_list (PlannerPane *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return PLANNER_IS_PLACE_PAGE (page) ? planner_place_page_get_list (PLANNER_PLACE_PAGE (page)) : NULL;
}

static void
set_seen (PlannerPane *self, PlannerEntry *entry)
{
  planner_change_list_set_seen (planner_conference_get_changes (self->conference),
                                (const char *const[]) { planner_entry_get_key (entry), NULL });
}

static void
push_session_action_cb (GtkWidget *widget, const char *action, GVariant *key)
{
  PlannerPane *self = PLANNER_PANE (widget);
  PlannerEntry *entry =
      self->conference ? planner_conference_find_entry (self->conference, g_variant_get_string (key, NULL))
                       : NULL;

  if (entry)
    planner_pane_push_session (self, entry);
}

static void
push_room_action_cb (GtkWidget *widget, const char *action, GVariant *name)
{
  planner_pane_push_room (PLANNER_PANE (widget), g_variant_get_string (name, NULL));
}

static void
push_speaker_action_cb (GtkWidget *widget, const char *action, GVariant *key)
{
  planner_pane_push_speaker (PLANNER_PANE (widget), g_variant_get_string (key, NULL));
}

static void
planner_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerPane *self = PLANNER_PANE (object);

  switch ((PlannerPaneProperty) id)
    {
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_pane_dispose (GObject *object)
{
  PlannerPane *self = PLANNER_PANE (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->present);
  g_clear_object (&self->conference);
  g_clear_object (&self->entry);
  g_clear_object (&self->banners);

  /* AdwNavigationPage unparents the child itself, so chain up before disposing of the template. */
  G_OBJECT_CLASS (planner_pane_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_PANE);
}

/* The template hides what a narrow window never shows, because GTK computes the styles of all visible widgets. */
static void
planner_pane_map (GtkWidget *widget)
{
  gtk_widget_set_visible (PLANNER_PANE (widget)->empty_view, TRUE);

  GTK_WIDGET_CLASS (planner_pane_parent_class)->map (widget);
}

static void
planner_pane_class_init (PlannerPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_pane_get_property;
  object_class->dispose = planner_pane_dispose;
  widget_class->map = planner_pane_map;

  properties[PROP_ENTRY] =
      g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerPane, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerPane, empty_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerPane, empty);
  gtk_widget_class_bind_template_callback (widget_class, update_entry);
  gtk_widget_class_install_action (widget_class, "win.show-session", "s", push_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-room", "s", push_room_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-speaker", "s", push_speaker_action_cb);
}

static void
planner_pane_init (PlannerPane *self)
{
  self->banners = planner_refresh_banners_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->navigation_view, "notify::visible-page", G_CALLBACK (update_entry), self,
                           G_CONNECT_SWAPPED);
}

/**
 * planner_pane_set_settings:
 * @settings: for "local-time" and "lead-minutes"
 *
 * Call it once, before a page is shown.
 */
void
planner_pane_set_settings (PlannerPane *self, GSettings *settings)
{
  g_return_if_fail (PLANNER_IS_PANE (self));

  g_set_object (&self->settings, settings);
}

/**
 * planner_pane_set_present:
 * @present: the present time for the pages
 *
 * Call it once, before a page is shown.
 */
void
planner_pane_set_present (PlannerPane *self, PlannerPresent *present)
{
  g_return_if_fail (PLANNER_IS_PANE (self));

  g_set_object (&self->present, present);
}

/* Removes all pages, so that the pane says that nothing is selected. */
static void
clear (PlannerPane *self)
{
  if (!planner_pane_is_empty (self))
    adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]) { EMPTY_TAG }, 1);
}

/**
 * planner_pane_set_conference:
 * @conference: (nullable): the conference of the pages that are shown from now on
 *
 * Removes the pages of another conference.
 */
void
planner_pane_set_conference (PlannerPane *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_PANE (self));

  if (!g_set_object (&self->conference, conference))
    return;
  planner_refresh_banners_set_conference (self->banners, conference);
  clear (self);
}

/**
 * planner_pane_set_covers_view:
 * @covers_view: whether the pane hides the view and its banners, because there is no room for both
 *
 * A pane that covers the view says itself that a refresh has failed.
 */
void
planner_pane_set_covers_view (PlannerPane *self, gboolean covers_view)
{
  g_return_if_fail (PLANNER_IS_PANE (self));

  planner_refresh_banners_set_active (self->banners, covers_view);
}

/**
 * planner_pane_get_entry:
 *
 * Returns: (nullable) (transfer none): the session whose details the pane shows
 */
PlannerEntry *
planner_pane_get_entry (PlannerPane *self)
{
  g_return_val_if_fail (PLANNER_IS_PANE (self), NULL);

  return self->entry;
}

gboolean
planner_pane_is_empty (PlannerPane *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (PLANNER_IS_PANE (self), TRUE);

  page = adw_navigation_view_get_visible_page (self->navigation_view);

  return !page || g_strcmp0 (adw_navigation_page_get_tag (page), EMPTY_TAG) == 0;
}

/**
 * planner_pane_set_nothing_selected:
 * @icon_name: an icon for what can be selected
 * @title: the words that say that nothing is selected
 *
 * Sets what the pane shows while it is empty.
 */
void
planner_pane_set_nothing_selected (PlannerPane *self, const char *icon_name, const char *title)
{
  g_return_if_fail (PLANNER_IS_PANE (self));

  adw_status_page_set_icon_name (self->empty, icon_name);
  adw_status_page_set_title (self->empty, title);
}

static gboolean
is_on_top (PlannerPane *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation_view);

  return page && adw_navigation_view_get_previous_page (self->navigation_view, page);
}

/**
 * planner_pane_preview_session:
 * @entry: an entry of the conference
 * @list: (nullable): the list of entries that has its previous and next one
 *
 * Shows the details of a session instead of the pages that are shown. Its changes do not count as seen.
 */
void
planner_pane_preview_session (PlannerPane *self, PlannerEntry *entry, GListModel *list)
{
  PlannerDetailsPage *details;

  g_return_if_fail (PLANNER_IS_PANE (self));
  g_return_if_fail (self->conference != NULL);

  details = get_details (self);
  if (details && !is_on_top (self))
    {
      planner_details_page_set_entry (details, entry);
      planner_details_page_set_list (details, list);
    }
  else
    show (self, create_details (self, entry, list));
}

/**
 * planner_pane_show_session:
 * @entry: an entry of the conference
 * @list: (nullable): the list of entries that has its previous and next one
 *
 * Shows the details of a session instead of the pages that are shown, and records that its changes were seen.
 */
void
planner_pane_show_session (PlannerPane *self, PlannerEntry *entry, GListModel *list)
{
  g_return_if_fail (PLANNER_IS_PANE (self));
  g_return_if_fail (self->conference != NULL);

  set_seen (self, entry);
  planner_pane_preview_session (self, entry, list);
}

/**
 * planner_pane_show_room:
 * @name: the name that identifies a room of the conference
 *
 * Shows a room instead of the pages that are shown.
 *
 * Returns: whether there is such a room
 */
gboolean
planner_pane_show_room (PlannerPane *self, const char *name)
{
  g_return_val_if_fail (PLANNER_IS_PANE (self) && name != NULL, FALSE);
  g_return_val_if_fail (self->conference != NULL, FALSE);

  return show (self, create_room (self, name));
}

/**
 * planner_pane_show_speaker:
 * @key: the key of a speaker; see planner_speaker_dup_key()
 *
 * Shows a speaker instead of the pages that are shown.
 *
 * Returns: whether there is such a speaker
 */
gboolean
planner_pane_show_speaker (PlannerPane *self, const char *key)
{
  g_return_val_if_fail (PLANNER_IS_PANE (self) && key != NULL, FALSE);
  g_return_val_if_fail (self->conference != NULL, FALSE);

  return show (self, create_speaker (self, key));
}

/**
 * planner_pane_push_session:
 * @entry: an entry of the conference
 *
 * Shows the details of a session on top of the page that is shown, and records that its changes were seen.
 */
void
planner_pane_push_session (PlannerPane *self, PlannerEntry *entry)
{
  g_return_if_fail (PLANNER_IS_PANE (self));
  g_return_if_fail (self->conference != NULL);

  set_seen (self, entry);
  push (self, create_details (self, entry, get_list (self)));
}

/**
 * planner_pane_push_room:
 * @name: the name that identifies a room of the conference; it is ignored if there is none
 */
void
planner_pane_push_room (PlannerPane *self, const char *name)
{
  g_return_if_fail (PLANNER_IS_PANE (self) && name != NULL);
  g_return_if_fail (self->conference != NULL);

  push (self, create_room (self, name));
}

/**
 * planner_pane_push_speaker:
 * @key: the key of a speaker, see planner_speaker_dup_key(); it is ignored if there is none
 */
void
planner_pane_push_speaker (PlannerPane *self, const char *key)
{
  g_return_if_fail (PLANNER_IS_PANE (self) && key != NULL);
  g_return_if_fail (self->conference != NULL);

  push (self, create_speaker (self, key));
}

/**
 * planner_pane_step:
 * @step: 1 for the next session of the list, -1 for the previous one
 *
 * Returns: whether the pane shows another session now
 */
gboolean
planner_pane_step (PlannerPane *self, int step)
{
  PlannerDetailsPage *details;

  g_return_val_if_fail (PLANNER_IS_PANE (self), FALSE);

  details = get_details (self);

  return details && planner_details_page_step (details, step);
}
