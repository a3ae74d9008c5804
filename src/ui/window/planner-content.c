/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-content.h"

#include "plan/planner-people.h"
#include "plan/planner-place.h"
#include "ui/changes/planner-changes-banner.h"
#include "ui/changes/planner-changes-page.h"
#include "ui/details/planner-details-page.h"
#include "ui/conference/planner-refresh-banners.h"
#include "ui/places/planner-place-page.h"
#include "ui/places/planner-places-page.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/window/planner-view.h"

#include <glib/gi18n.h>

#define SESSIONS_TAG "sessions"

struct _PlannerContent
{
  AdwNavigationPage parent_instance;

  GSettings *settings;           /* owned, nullable until set */
  PlannerPresent *present;       /* owned, nullable until set */
  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  char *view;                    /* owned */

  AdwNavigationView *navigation_view;
  PlannerSessionsPage *sessions_page;
  PlannerRefreshBanners *banners;       /* owned: on the pages of all views */
  PlannerChangesBanner *changes_banner; /* owned: on the sessions page */
};

G_DEFINE_FINAL_TYPE (PlannerContent, planner_content, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_VIEW = 1,
} PlannerContentProperty;

static GParamSpec *properties[PROP_VIEW + 1];

/* Pages that show the present have a property for it. */
static void
bind_present (PlannerContent *self, AdwNavigationPage *page)
{
  if (self->present && g_object_class_find_property (G_OBJECT_GET_CLASS (page), "now-utc"))
    g_object_bind_property (self->present, "now-utc", page, "now-utc", G_BINDING_SYNC_CREATE);
}

/* Pages other than the sessions are created when they are first shown, so that the window opens sooner. */
static AdwNavigationPage *
ensure_page (PlannerContent *self, const PlannerView *view)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation_view, view->page);

  if (page)
    return page;

  page = view->create ();
  adw_navigation_page_set_tag (page, view->page);
  adw_navigation_page_set_title (page, _ (view->title));
  adw_navigation_view_add (self->navigation_view, page);
  bind_present (self, page);
  planner_refresh_banners_add_page (self->banners, page);
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (page), "local-time"))
    g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);

  return page;
}

static void
show_root_page (PlannerContent *self, const char *tag)
{
  AdwNavigationPage *root = adw_navigation_view_find_page (self->navigation_view, tag);

  if (adw_navigation_view_get_visible_page (self->navigation_view) != root)
    adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]) { tag }, 1);
}

static void
show_page (PlannerContent *self, const PlannerView *view)
{
  const gboolean mine = g_str_equal (self->view, PLANNER_VIEW_MY_SCHEDULE);
  AdwNavigationPage *page = ensure_page (self, view);

  planner_changes_banner_show (self->changes_banner, mine ? self->conference : NULL);
  view->show (page, self->conference, self->view);
  if (view->title)
    adw_navigation_page_set_title (page, _ (view->title));
  show_root_page (self, view->page);
}

static void
follow_agenda (PlannerContent *self)
{
  if (self->present)
    planner_present_set_agenda (self->present,
                                self->conference ? planner_conference_get_agenda (self->conference) : NULL);
}

/* A new edition may lack the forum on screen. */
static void
agenda_changed_cb (PlannerContent *self)
{
  follow_agenda (self);
  if (!planner_view_is_available (self->view, self->conference))
    planner_content_show_view (self, PLANNER_VIEW_ALL);
}

static void
planner_content_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerContent *self = PLANNER_CONTENT (object);

  switch ((PlannerContentProperty) id)
    {
    case PROP_VIEW:
      g_value_set_string (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_content_dispose (GObject *object)
{
  PlannerContent *self = PLANNER_CONTENT (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->settings);
  g_clear_object (&self->present);
  g_clear_object (&self->banners);
  g_clear_object (&self->changes_banner);

  /* AdwNavigationPage unparents the child itself, so chain up before disposing of the template. */
  G_OBJECT_CLASS (planner_content_parent_class)->dispose (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_CONTENT);
}

static void
planner_content_finalize (GObject *object)
{
  g_clear_pointer (&PLANNER_CONTENT (object)->view, g_free);

  G_OBJECT_CLASS (planner_content_parent_class)->finalize (object);
}

static void
planner_content_class_init (PlannerContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_content_get_property;
  object_class->dispose = planner_content_dispose;
  object_class->finalize = planner_content_finalize;

  properties[PROP_VIEW] =
      g_param_spec_string ("view", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_SESSIONS_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-content.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerContent, navigation_view);
  gtk_widget_class_bind_template_child (widget_class, PlannerContent, sessions_page);
}

static void
planner_content_init (PlannerContent *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->view = g_strdup (PLANNER_VIEW_ALL);
  self->banners = planner_refresh_banners_new ();
  planner_refresh_banners_add_page (self->banners, ADW_NAVIGATION_PAGE (self->sessions_page));
  self->changes_banner = planner_changes_banner_new (ADW_NAVIGATION_PAGE (self->sessions_page));

  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
}

/**
 * planner_content_set_settings:
 * @settings: for "local-time", "lead-minutes" and "show-timetable"
 *
 * Call it once, before any other function.
 */
void
planner_content_set_settings (PlannerContent *self, GSettings *settings)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  g_set_object (&self->settings, settings);
  g_settings_bind (settings, "local-time", self->sessions_page, "local-time", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "show-timetable", self->sessions_page, "show-timetable",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * planner_content_set_present:
 * @present: the present time for the pages; it follows the agenda of the conference
 *
 * Call it once, before a conference is set.
 */
void
planner_content_set_present (PlannerContent *self, PlannerPresent *present)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  g_set_object (&self->present, present);
  bind_present (self, ADW_NAVIGATION_PAGE (self->sessions_page));
}

/**
 * planner_content_set_key_capture:
 * @widget: the widget in which typing starts a search
 */
void
planner_content_set_key_capture (PlannerContent *self, GtkWidget *widget)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_sessions_page_set_key_capture (self->sessions_page, widget);
}

/**
 * planner_content_set_conference:
 * @conference: (nullable): the conference of the views that are shown from now on
 */
void
planner_content_set_conference (PlannerContent *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  g_set_object (&self->conference, conference);
  g_signal_group_set_target (self->signals, conference);
  planner_refresh_banners_set_conference (self->banners, conference);
  follow_agenda (self);
}

const char *
planner_content_get_view (PlannerContent *self)
{
  return self->view;
}

/**
 * planner_content_show_view:
 * @id: the id of a view
 *
 * Shows a view of the conference, or all sessions if the conference does not have that view. A conference must be set.
 */
void
planner_content_show_view (PlannerContent *self, const char *id)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));
  g_return_if_fail (self->conference != NULL);

  planner_content_leave (self);
  if (self->present)
    planner_present_update (self->present);
  g_set_str (&self->view, planner_view_is_available (id, self->conference) ? id : PLANNER_VIEW_ALL);
  show_page (self, planner_view_find (self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * planner_content_show_session:
 * @entry: an entry of the conference
 *
 * Shows the details of a session on top of the view, and records that its changes were seen.
 */
void
planner_content_show_session (PlannerContent *self, PlannerEntry *entry)
{
  PlannerDetailsPage *page;

  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_change_list_set_seen (planner_conference_get_changes (self->conference),
                                (const char *const[]) { planner_entry_get_key (entry), NULL });
  page = planner_details_page_new (self->conference, entry);
  bind_present (self, ADW_NAVIGATION_PAGE (page));
  g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "lead-minutes", page, "default-lead-minutes", G_SETTINGS_BIND_GET);
  adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (page));
}

static void
push_place (PlannerContent *self, PlannerPlacePage *page)
{
  g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);
  bind_present (self, ADW_NAVIGATION_PAGE (page));
  adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (page));
}

/**
 * planner_content_show_room:
 * @name: the name that identifies a room of the conference
 *
 * Shows a room and its sessions on top of the view. A conference must be set.
 */
void
planner_content_show_room (PlannerContent *self, const char *name)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self) && name != NULL);
  g_return_if_fail (self->conference != NULL);

  if (planner_agenda_find_room (planner_conference_get_agenda (self->conference), name))
    push_place (self, planner_place_page_new_for_room (self->conference, name));
}

/**
 * planner_content_show_speaker:
 * @key: the key of a speaker; see planner_speaker_dup_key()
 *
 * Shows a speaker of the conference and the speaker's sessions on top of the view. A conference must be set.
 */
void
planner_content_show_speaker (PlannerContent *self, const char *key)
{
  g_autoptr (GPtrArray) people = NULL;

  g_return_if_fail (PLANNER_IS_CONTENT (self) && key != NULL);
  g_return_if_fail (self->conference != NULL);

  people = planner_people_list (planner_conference_get_agenda (self->conference));
  if (planner_people_find (people, key))
    push_place (self, planner_place_page_new_for_speaker (self->conference, key));
}

/**
 * planner_content_review_changes:
 *
 * Shows the changes of the starred sessions.
 */
void
planner_content_review_changes (PlannerContent *self)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_content_show_view (self, PLANNER_VIEW_CHANGES);
  if (g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    planner_changes_page_show (PLANNER_CHANGES_PAGE (
                                   adw_navigation_view_get_visible_page (self->navigation_view)),
                               self->conference, TRUE);
}

/**
 * planner_content_show_filtered:
 * @filter: which sessions to show
 *
 * Shows the sessions of the conference that match the filter. A conference must be set.
 */
void
planner_content_show_filtered (PlannerContent *self, const PlannerFilter *filter)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));
  g_return_if_fail (filter != NULL);

  planner_content_show_view (self, PLANNER_VIEW_ALL);
  planner_sessions_page_set_filter (self->sessions_page, filter);
}

/**
 * planner_content_start_search:
 *
 * Searches the rooms, speakers or sessions on screen, or all sessions if the view shows something else.
 */
void
planner_content_start_search (PlannerContent *self)
{
  AdwNavigationPage *visible;

  g_return_if_fail (PLANNER_IS_CONTENT (self));

  visible = adw_navigation_view_get_visible_page (self->navigation_view);
  if (PLANNER_IS_PLACES_PAGE (visible))
    {
      planner_places_page_start_search (PLANNER_PLACES_PAGE (visible));
      return;
    }
  if (!g_str_equal (planner_view_find (self->view)->page, SESSIONS_TAG))
    planner_content_show_view (self, PLANNER_VIEW_ALL);
  show_root_page (self, SESSIONS_TAG);
  planner_sessions_page_start_search (self->sessions_page);
}

/**
 * planner_content_search:
 * @text: the text to search for
 *
 * Searches all sessions for @text.
 */
void
planner_content_search (PlannerContent *self, const char *text)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self) && text != NULL);

  planner_content_show_view (self, PLANNER_VIEW_ALL);
  show_root_page (self, SESSIONS_TAG);
  planner_sessions_page_search (self->sessions_page, text);
}

/**
 * planner_content_leave:
 *
 * Call it when the view goes off screen. Changes that the view listed count as seen from then on.
 */
void
planner_content_leave (PlannerContent *self)
{
  const PlannerView *view = planner_view_find (self->view);

  g_return_if_fail (PLANNER_IS_CONTENT (self));

  if (view->leave)
    view->leave (ensure_page (self, view));
}
