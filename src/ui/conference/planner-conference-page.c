/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-conference-page.h"

#include "model/planner-rooms.h"
#include "net/planner-shown-address.h"
#include "plan/planner-map.h"
#include "plan/planner-people.h"
#include "ui/conference/planner-edit-dialog.h"
#include "ui/conference/planner-update-bar.h"
#include "ui/widgets/planner-rich-text-view.h"
#include "ui/widgets/planner-rows.h"
#include "words/planner-clock.h"
#include "words/planner-labels.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

struct _PlannerConferencePage
{
  AdwNavigationPage parent_instance;

  GtkLabel *days_label;                 /* template child */
  AdwPreferencesGroup *facts_group;     /* template child */
  GtkWidget *description_group;         /* template child */
  PlannerRichTextView *description;     /* template child */
  AdwPreferencesGroup *programme_group; /* template child */
  AdwPreferencesGroup *schedule_group;  /* template child */
  AdwActionRow *zone_row;               /* template child */
  AdwActionRow *version_row;            /* template child */
  AdwActionRow *address_row;            /* template child */
  GtkWidget *sources_row;               /* template child */
  GtkLabel *sources_label;              /* template child */

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  GPtrArray *fact_rows;          /* owned; the rows are borrowed from the group */
  GPtrArray *programme_rows;     /* owned; the rows are borrowed from the group */
};

G_DEFINE_FINAL_TYPE (PlannerConferencePage, planner_conference_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
} PlannerConferencePageProperty;

static GParamSpec *properties[PROP_CONFERENCE + 1];

static guint
count_sessions (PlannerAgenda *agenda)
{
  return agenda->sessions->len;
}

static guint
count_speakers (PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) people = planner_people_list (agenda);

  return people->len;
}

static guint
count_rooms (PlannerAgenda *agenda)
{
  return planner_rooms_count_single (agenda->rooms);
}

static guint
count_exhibitors (PlannerAgenda *agenda)
{
  return agenda->exhibitors->len;
}

/* The parts of the programme, and the views that show them. */
static const struct
{
  const char *view;
  guint (*count) (PlannerAgenda *agenda);
  char *(*format_count) (guint n);
} parts[] = {
  { "all", count_sessions, planner_format_session_count },
  { "speakers", count_speakers, planner_format_speaker_count },
  { "rooms", count_rooms, planner_format_room_count },
  { "exhibition", count_exhibitors, planner_format_exhibitor_count },
};

static GtkWidget *
make_property (GtkWidget *row)
{
  if (!row)
    return NULL;

  gtk_widget_add_css_class (row, "property");
  planner_row_speak_subtitle (ADW_ACTION_ROW (row));

  return row;
}

static GtkWidget *
create_fact_row (const char *title, const char *text)
{
  GtkWidget *row;

  if (!text || !*text)
    return NULL;

  row = planner_plain_row_new (ADW_TYPE_ACTION_ROW);
  g_object_set (row, "title", title, "subtitle", text, "subtitle-selectable", TRUE, NULL);

  return make_property (row);
}

/* The row opens a map, unless the texts are too long for an address. */
static GtkWidget *
create_venue_row (const PlannerAgenda *agenda)
{
  const char *first = agenda->venue.shown ? agenda->venue.shown : agenda->address.shown;
  g_autofree char *text = g_strjoin ("\n", first, agenda->venue.shown ? agenda->address.shown : NULL, NULL);
  g_autofree char *map = planner_agenda_dup_map_uri (agenda);
  GtkWidget *row = planner_link_row_new (_ ("Venue"), map);

  if (!row)
    return create_fact_row (_ ("Venue"), text);

  g_object_set (row, "subtitle", text ? text : "", "subtitle-lines", 0, "tooltip-text", _ ("Show on Map"),
                NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Show on Map"), -1);

  return make_property (row);
}

static void
show_facts (PlannerConferencePage *self, const PlannerAgenda *agenda)
{
  planner_group_clear_rows (self->facts_group, self->fact_rows);
  planner_group_add_row (self->facts_group, self->fact_rows, create_venue_row (agenda));
  planner_group_add_row (self->facts_group, self->fact_rows,
                         make_property (planner_link_row_new (_ ("Website"), agenda->url)));
  planner_group_add_row (self->facts_group, self->fact_rows,
                         make_property (planner_link_row_new (_ ("Registration"), agenda->registration_url)));
  planner_group_add_row (self->facts_group, self->fact_rows,
                         create_fact_row (_ ("Hosts"), agenda->hosts.shown));
}

static void
show_programme (PlannerConferencePage *self, PlannerAgenda *agenda)
{
  planner_group_clear_rows (self->programme_group, self->programme_rows);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const guint n = parts[i].count (agenda);
      g_autofree char *title = parts[i].format_count (n);
      GtkWidget *row = n > 0 ? planner_plain_row_new (ADW_TYPE_ACTION_ROW) : NULL;

      if (!row)
        continue;
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      planner_row_open (ADW_ACTION_ROW (row), "win.show-view", parts[i].view);
      planner_group_add_row (self->programme_group, self->programme_rows, row);
    }
}

static void
show_row (AdwActionRow *row, const char *text)
{
  adw_action_row_set_subtitle (row, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (row), text && *text);
}

static void
show_schedule (PlannerConferencePage *self, const PlannerAgenda *agenda)
{
  g_autofree char *address = planner_address_dup_readable (planner_conference_get_address (self->conference));
  g_autofree char *zone = planner_format_zone (agenda->zone);

  show_row (self->zone_row, zone);
  show_row (self->version_row, agenda->version);
  show_row (self->address_row, address);
  gtk_label_set_label (self->sources_label, agenda->sources ? agenda->sources : "");
  gtk_widget_set_visible (self->sources_row, agenda->sources != NULL);
}

static void
agenda_changed_cb (PlannerConferencePage *self)
{
  PlannerAgenda *agenda = self->conference ? planner_conference_get_agenda (self->conference) : NULL;
  g_autofree char *days = NULL;

  if (!agenda)
    return;

  days = planner_agenda_dup_days (agenda);
  gtk_label_set_label (self->days_label, days);
  gtk_widget_set_visible (GTK_WIDGET (self->days_label), *days != '\0');
  show_facts (self, agenda);
  planner_rich_text_view_set_text (self->description, agenda->description.shown);
  gtk_widget_set_visible (self->description_group, agenda->description.shown != NULL);
  show_programme (self, agenda);
  show_schedule (self, agenda);
}

static void
edit_cb (PlannerConferencePage *self)
{
  adw_dialog_present (planner_edit_dialog_new (self->conference), GTK_WIDGET (self));
}

static void
planner_conference_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerConferencePage *self = PLANNER_CONFERENCE_PAGE (object);

  switch ((PlannerConferencePageProperty) id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_conference_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerConferencePage *self = PLANNER_CONFERENCE_PAGE (object);

  switch ((PlannerConferencePageProperty) id)
    {
    case PROP_CONFERENCE:
      if (!g_set_object (&self->conference, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->signals, self->conference);
      g_object_notify_by_pspec (object, pspec);
      agenda_changed_cb (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_conference_page_dispose (GObject *object)
{
  PlannerConferencePage *self = PLANNER_CONFERENCE_PAGE (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_CONFERENCE_PAGE);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_conference_page_parent_class)->dispose (object);
}

static void
planner_conference_page_finalize (GObject *object)
{
  PlannerConferencePage *self = PLANNER_CONFERENCE_PAGE (object);

  g_ptr_array_unref (self->fact_rows);
  g_ptr_array_unref (self->programme_rows);

  G_OBJECT_CLASS (planner_conference_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-conference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, days_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, facts_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, description_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, description);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, programme_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, schedule_group);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, zone_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, version_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, address_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, sources_row);
  gtk_widget_class_bind_template_child (widget_class, PlannerConferencePage, sources_label);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
planner_conference_page_class_init (PlannerConferencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_conference_page_get_property;
  object_class->set_property = planner_conference_page_set_property;
  object_class->dispose = planner_conference_page_dispose;
  object_class->finalize = planner_conference_page_finalize;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_CONFERENCE);
  g_type_ensure (PLANNER_TYPE_RICH_TEXT_VIEW);
  g_type_ensure (PLANNER_TYPE_UPDATE_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_conference_page_init (PlannerConferencePage *self)
{
  self->fact_rows = g_ptr_array_new ();
  self->programme_rows = g_ptr_array_new ();
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  planner_row_speak_subtitle (self->zone_row);
  planner_row_speak_subtitle (self->version_row);
  planner_row_speak_subtitle (self->address_row);
  planner_group_make_heading (self->programme_group);
  planner_group_make_heading (self->schedule_group);
}

AdwNavigationPage *
planner_conference_page_new (void)
{
  return g_object_new (PLANNER_TYPE_CONFERENCE_PAGE, NULL);
}
