/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-exhibition-page.h"

#include "ui/widgets/planner-rows.h"
#include "ui/widgets/planner-link.h"
#include "text/planner-rich-text.h"
#include "text/planner-safe-link.h"

#include <glib/gi18n.h>

struct _PlannerExhibitionPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;                      /* template child */
  AdwPreferencesPage *preferences_page; /* template child */

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;
  GPtrArray *groups; /* owned; its groups are borrowed from the page */
};

G_DEFINE_FINAL_TYPE (PlannerExhibitionPage, planner_exhibition_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
} PlannerExhibitionPageProperty;

static GParamSpec *properties[PROP_CONFERENCE + 1];

static const struct
{
  PlannerExhibitorKind kind;
  const char *title;
} kinds[] = {
  { PLANNER_EXHIBITOR_AREA, N_ ("Areas") },
  { PLANNER_EXHIBITOR_STAND, N_ ("Stands") },
  { PLANNER_EXHIBITOR_BOOTH, N_ ("Booths") },
  { PLANNER_EXHIBITOR_MARKET, N_ ("Market") },
};

static char *
describe (const PlannerExhibitor *exhibitor)
{
  g_autofree char *description =
      exhibitor->description.shown ? planner_rich_text_to_plain (exhibitor->description.shown) : NULL;

  if (!exhibitor->place.shown || !description)
    return g_strdup (exhibitor->place.shown ? exhibitor->place.shown : description);

  return g_strdup_printf ("%s\n%s", exhibitor->place.shown, description);
}

static GtkWidget *
make_row (const PlannerExhibitor *exhibitor)
{
  GtkWidget *row = planner_plain_row_new (ADW_TYPE_ACTION_ROW);
  g_autofree char *description = describe (exhibitor);

  g_object_set (row, "title", exhibitor->name.shown, "subtitle", description ? description : "", NULL);
  if (exhibitor->url && planner_safe_link_check (exhibitor->url))
    {
      g_object_set (row, "activatable", TRUE, NULL);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("adw-external-link-symbolic"));
      planner_link_connect (row, "activated", exhibitor->url);
    }

  return row;
}

static void
add_kind (PlannerExhibitionPage *self, GPtrArray *exhibitors, guint kind)
{
  GtkWidget *group = NULL;

  for (guint i = 0; i < exhibitors->len; i++)
    {
      const PlannerExhibitor *exhibitor = g_ptr_array_index (exhibitors, i);

      if (exhibitor->kind != kinds[kind].kind || !exhibitor->name.shown)
        continue;
      if (!group)
        {
          group = adw_preferences_group_new ();
          planner_group_make_heading (ADW_PREFERENCES_GROUP (group));
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (kinds[kind].title));
          adw_preferences_page_add (self->preferences_page, ADW_PREFERENCES_GROUP (group));
          g_ptr_array_add (self->groups, group);
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (exhibitor));
    }
}

static void
agenda_changed_cb (PlannerExhibitionPage *self)
{
  PlannerAgenda *agenda = self->conference ? planner_conference_get_agenda (self->conference) : NULL;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->preferences_page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  for (guint kind = 0; agenda && kind < G_N_ELEMENTS (kinds); kind++)
    add_kind (self, agenda->exhibitors, kind);
  gtk_stack_set_visible_child_name (self->stack, self->groups->len > 0 ? "exhibitors" : "empty");
}

static void
planner_exhibition_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerExhibitionPage *self = PLANNER_EXHIBITION_PAGE (object);

  switch ((PlannerExhibitionPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_exhibition_page_set_property (GObject *object,
                                      guint property_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  PlannerExhibitionPage *self = PLANNER_EXHIBITION_PAGE (object);

  switch ((PlannerExhibitionPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      if (!g_set_object (&self->conference, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->signals, self->conference);
      g_object_notify_by_pspec (object, pspec);
      agenda_changed_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_exhibition_page_dispose (GObject *object)
{
  PlannerExhibitionPage *self = PLANNER_EXHIBITION_PAGE (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_EXHIBITION_PAGE);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_exhibition_page_parent_class)->dispose (object);
}

static void
planner_exhibition_page_finalize (GObject *object)
{
  PlannerExhibitionPage *self = PLANNER_EXHIBITION_PAGE (object);

  g_ptr_array_unref (self->groups);

  G_OBJECT_CLASS (planner_exhibition_page_parent_class)->finalize (object);
}

static void
planner_exhibition_page_class_init (PlannerExhibitionPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_exhibition_page_get_property;
  object_class->set_property = planner_exhibition_page_set_property;
  object_class->dispose = planner_exhibition_page_dispose;
  object_class->finalize = planner_exhibition_page_finalize;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_CONFERENCE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-exhibition-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerExhibitionPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerExhibitionPage, preferences_page);
}

static void
planner_exhibition_page_init (PlannerExhibitionPage *self)
{
  self->groups = g_ptr_array_new ();
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlannerExhibitionPage *
planner_exhibition_page_new (void)
{
  return g_object_new (PLANNER_TYPE_EXHIBITION_PAGE, NULL);
}
