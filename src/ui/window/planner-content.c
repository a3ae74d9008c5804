/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-content.h"

#include "ui/changes/planner-changes-banner.h"
#include "ui/changes/planner-changes-page.h"
#include "ui/details/planner-details-page.h"
#include "ui/conference/planner-exhibition-page.h"
#include "ui/conference/planner-refresh-banners.h"
#include "ui/sessions/planner-sessions-page.h"
#include "ui/window/planner-view.h"

struct _PlannerContent
{
  AdwNavigationPage parent_instance;

  GSettings *settings;           /* owned, nullable until set */
  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  char *view;                    /* owned */

  AdwNavigationView *navigation_view;
  PlannerSessionsPage *sessions_page;
  PlannerRefreshBanners *banners;       /* owned: on the root pages */
  PlannerChangesBanner *changes_banner; /* owned: in My Schedule */
};

G_DEFINE_FINAL_TYPE (PlannerContent, planner_content, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_VIEW = 1,
} PlannerContentProperty;

static GParamSpec *properties[PROP_VIEW + 1];

/* The pages that few see are made when they are seen: the window is there the sooner. */
static void
add_root_page (PlannerContent *self, AdwNavigationPage *page, const char *tag)
{
  adw_navigation_page_set_tag (page, tag);
  adw_navigation_view_add (self->navigation_view, page);
  planner_refresh_banners_add_page (self->banners, page);
}

static AdwNavigationPage *
ensure_exhibition_page (PlannerContent *self)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation_view, "exhibition");

  if (!page)
    {
      page = ADW_NAVIGATION_PAGE (planner_exhibition_page_new ());
      add_root_page (self, page, "exhibition");
    }

  return page;
}

static PlannerChangesPage *
ensure_changes_page (PlannerContent *self)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation_view, "changes");

  if (!page)
    {
      page = ADW_NAVIGATION_PAGE (planner_changes_page_new ());
      add_root_page (self, page, "changes");
      g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);
    }

  return PLANNER_CHANGES_PAGE (page);
}

static void
show_root_page (PlannerContent *self, const char *tag)
{
  AdwNavigationPage *root = adw_navigation_view_find_page (self->navigation_view, tag);

  if (adw_navigation_view_get_visible_page (self->navigation_view) != root)
    adw_navigation_view_replace_with_tags (self->navigation_view, (const char *[]) { tag }, 1);
}

static gboolean
is_there (PlannerContent *self, const char *view)
{
  GListModel *changes = G_LIST_MODEL (planner_conference_get_changes (self->conference));

  if (g_str_equal (view, PLANNER_VIEW_CHANGES))
    return g_list_model_get_n_items (changes) > 0;

  return planner_view_is_in (view, planner_conference_get_agenda (self->conference));
}

static void
show_changes (PlannerContent *self, gboolean only_mine)
{
  planner_changes_page_show (ensure_changes_page (self), self->conference, only_mine);
  show_root_page (self, "changes");
}

static void
show_exhibition (PlannerContent *self)
{
  g_object_set (ensure_exhibition_page (self), "conference", self->conference, NULL);
  show_root_page (self, "exhibition");
}

static void
show_sessions (PlannerContent *self)
{
  const PlannerScope scope = planner_view_get_scope (self->view);

  planner_changes_banner_show (self->changes_banner,
                               scope == PLANNER_SCOPE_MY_SCHEDULE ? self->conference : NULL);
  planner_sessions_page_show (self->sessions_page, self->conference, scope,
                              planner_view_get_forum (self->view));
  show_root_page (self, "sessions");
}

/* The forum on screen may be gone from the new edition. */
static void
agenda_changed_cb (PlannerContent *self)
{
  if (!is_there (self, self->view))
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
  g_clear_object (&self->banners);
  g_clear_object (&self->changes_banner);

  /* The page unparents its child itself. */
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
 * @settings: whether local time is shown, and the lead time of reminders; to be set once, first
 */
void
planner_content_set_settings (PlannerContent *self, GSettings *settings)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  g_set_object (&self->settings, settings);
  g_settings_bind (settings, "local-time", self->sessions_page, "local-time", G_SETTINGS_BIND_GET);
}

/**
 * planner_content_set_key_capture:
 * @widget: where typing begins a search
 */
void
planner_content_set_key_capture (PlannerContent *self, GtkWidget *widget)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_sessions_page_set_key_capture (self->sessions_page, widget);
}

/**
 * planner_content_set_conference:
 * @conference: (nullable): what the views are of, from the next one that is shown
 */
void
planner_content_set_conference (PlannerContent *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  g_set_object (&self->conference, conference);
  g_signal_group_set_target (self->signals, conference);
  planner_refresh_banners_set_conference (self->banners, conference);
}

const char *
planner_content_get_view (PlannerContent *self)
{
  return self->view;
}

/**
 * planner_content_show_view:
 * @view: as in planner-view.h; all sessions are shown where the conference has no such view
 *
 * There must be a conference.
 */
void
planner_content_show_view (PlannerContent *self, const char *view)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));
  g_return_if_fail (self->conference != NULL);

  planner_content_leave (self);
  g_set_str (&self->view, is_there (self, view) ? view : PLANNER_VIEW_ALL);
  if (g_str_equal (self->view, PLANNER_VIEW_EXHIBITION))
    show_exhibition (self);
  else if (g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    show_changes (self, FALSE);
  else
    show_sessions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

/**
 * planner_content_show_session:
 * @entry: one of the conference's
 *
 * Shows the details of a session over the view.
 */
void
planner_content_show_session (PlannerContent *self, PlannerEntry *entry)
{
  PlannerDetailsPage *page;

  g_return_if_fail (PLANNER_IS_CONTENT (self));

  planner_change_list_mark_seen (planner_conference_get_changes (self->conference),
                                 (const char *const[]) { planner_entry_get_key (entry), NULL });
  page = planner_details_page_new (self->conference, entry);
  g_settings_bind (self->settings, "local-time", page, "local-time", G_SETTINGS_BIND_GET);
  g_settings_bind (self->settings, "lead-minutes", page, "default-lead-minutes", G_SETTINGS_BIND_GET);
  adw_navigation_view_push (self->navigation_view, ADW_NAVIGATION_PAGE (page));
}

/**
 * planner_content_review_changes:
 *
 * Shows what has changed, first of the starred sessions alone.
 */
void
planner_content_review_changes (PlannerContent *self)
{
  planner_content_show_view (self, PLANNER_VIEW_CHANGES);
  if (g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    show_changes (self, TRUE);
}

/**
 * planner_content_start_search:
 *
 * Searches in the sessions on screen; in all of them where none are.
 */
void
planner_content_start_search (PlannerContent *self)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  if (g_str_equal (self->view, PLANNER_VIEW_EXHIBITION) || g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    planner_content_show_view (self, PLANNER_VIEW_ALL);
  show_root_page (self, "sessions");
  planner_sessions_page_start_search (self->sessions_page);
}

/**
 * planner_content_leave:
 *
 * To be called when the view is seen no longer: what was shown of changes counts as seen then.
 */
void
planner_content_leave (PlannerContent *self)
{
  g_return_if_fail (PLANNER_IS_CONTENT (self));

  if (g_str_equal (self->view, PLANNER_VIEW_CHANGES))
    planner_changes_page_leave (ensure_changes_page (self));
}
