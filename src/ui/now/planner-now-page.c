/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/now/planner-now-page.h"

#include "library/planner-my-moment.h"
#include "plan/planner-moment.h"
#include "ui/now/planner-now-row.h"
#include "words/planner-clash-words.h"
#include "words/planner-labels.h"
#include "words/planner-days.h"
#include "words/planner-moment-words.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

struct _PlannerNowPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;                  /* template child */
  AdwStatusPage *no_times;          /* template child */
  GtkWidget *banner;                /* template child */
  GtkLabel *banner_title;           /* template child */
  GtkLabel *banner_text;            /* template child */
  AdwPreferencesGroup *my_group;    /* template child */
  GtkListBox *my_list;              /* template child */
  AdwPreferencesGroup *rooms_group; /* template child */
  GtkListBox *rooms_list;           /* template child */

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  gint64 now_utc;
  gboolean local_time;
  GTimeZone *local; /* owned, nullable: while local times are shown */
};

G_DEFINE_FINAL_TYPE (PlannerNowPage, planner_now_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_NOW_UTC,
  PROP_LOCAL_TIME,
} PlannerNowPageProperty;

static GParamSpec *properties[PROP_LOCAL_TIME + 1];

/* Uses the rows again, so that the keyboard focus stays where it is. */
static PlannerNowRow *
ensure_row (GtkListBox *list, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) index);

  if (!row)
    {
      row = GTK_LIST_BOX_ROW (planner_now_row_new ());
      gtk_list_box_append (list, GTK_WIDGET (row));
    }

  return PLANNER_NOW_ROW (row);
}

static void
remove_rows_from (GtkListBox *list, guint n)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) n)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static PlannerEntry *
find_entry (PlannerNowPage *self, const PlannerSession *session)
{
  return session ? planner_conference_find_entry (self->conference, session->key) : NULL;
}

static char *
format_room_and_time (PlannerNowPage *self, const PlannerSession *session)
{
  g_autofree char *room = planner_format_room (session);
  g_autofree char *time = planner_format_time_range (session, self->local);

  return g_strconcat (room, " · ", time, NULL);
}

static void
show_my_session (PlannerNowPage *self, guint index, PlannerEntry *entry)
{
  g_autofree char *details = format_room_and_time (self, planner_entry_get_session (entry));
  g_autofree char *clash = planner_describe_clashes (self->conference, entry);

  planner_now_row_show_moment (ensure_row (self->my_list, index), entry, details, clash, self->now_utc,
                               self->local);
}

/* The sessions where the attendee is going: those that run, and those that start first after them. */
static guint
show_my_sessions (PlannerNowPage *self)
{
  g_autoptr (GPtrArray) mine = planner_conference_list_my_moment (self->conference, self->now_utc);

  for (guint i = 0; i < mine->len; i++)
    show_my_session (self, i, g_ptr_array_index (mine, i));

  return mine->len;
}

static guint
show_past_sessions (PlannerNowPage *self)
{
  GListModel *starred = planner_conference_get_starred (self->conference);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);
      const PlannerSession *session = planner_entry_get_session (entry);
      g_autofree char *day = planner_format_day (planner_entry_get_day (entry)->date);
      g_autofree char *details = format_room_and_time (self, session);
      g_autofree char *clash = planner_describe_clashes (self->conference, entry);
      const PlannerNowContent content = {
        .entry = entry, .heading = day, .details = details, .warning = clash, .progress = -1.0
      };

      if (planner_entry_takes_place (entry))
        planner_now_row_set_content (ensure_row (self->my_list, n++), &content);
    }

  return n;
}

/* The session may be in several rooms, of which the row shows one. */
static char *
format_room (const PlannerSession *session, const PlannerRoom *room)
{
  if (!room || room == session->room)
    return planner_format_room (session);

  return g_strdup (room->title.shown ? room->title.shown : room->name);
}

static void
show_room (PlannerNowPage *self, guint index, const PlannerRoomNow *room)
{
  const PlannerSession *shown = room->running ? room->running : room->next;
  g_autofree char *name = format_room (shown, room->room);
  g_autofree char *state = NULL;
  g_autofree char *next_time =
      room->next ? planner_format_next (room->next, self->now_utc, self->local) : NULL;
  g_autofree char *next_label = NULL;
  PlannerNowContent content = { .entry = find_entry (self, shown),
                                .heading = name,
                                .room = room->room ? room->room->name : NULL,
                                .progress = planner_session_get_progress (shown, self->now_utc) };

  if (room->running)
    state = planner_format_minutes_left (planner_session_get_minutes_left (shown, self->now_utc));
  else
    /* Translators: what comes next in a room, as in "next at 13:30, in 10 min". */
    state = g_strdup_printf (_ ("next at %s"), next_time);
  content.state = state;
  if (room->running && room->next)
    {
      g_autofree char *next_title = planner_isolate (room->next->title.shown);

      /* Translators: what comes next in a room, as in "Next at 13:30, in 10 min: A Talk". */
      next_label = g_strdup_printf (_ ("Next at %s: %s"), next_time, next_title);
      content.next = find_entry (self, room->next);
      content.next_label = next_label;
    }
  planner_now_row_set_content (ensure_row (self->rooms_list, index), &content);
}

static void
show_banner (PlannerNowPage *self, const char *title, const char *text)
{
  gtk_widget_set_visible (self->banner, title != NULL);
  gtk_label_set_label (self->banner_title, title ? title : "");
  gtk_label_set_label (self->banner_text, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->banner_text), text != NULL);
}

static void
show_groups (PlannerNowPage *self, const char *title, guint n_mine, const char *hint, guint n_rooms)
{
  adw_preferences_group_set_title (self->my_group, title);
  adw_preferences_group_set_description (self->my_group, n_mine > 0 ? NULL : hint);
  remove_rows_from (self->my_list, n_mine);
  gtk_widget_set_visible (GTK_WIDGET (self->my_list), n_mine > 0);
  remove_rows_from (self->rooms_list, n_rooms);
  gtk_widget_set_visible (GTK_WIDGET (self->rooms_group), n_rooms > 0);
}

static void
show_running (PlannerNowPage *self, PlannerAgenda *agenda)
{
  g_autoptr (GArray) rooms = planner_agenda_list_rooms_now (agenda, self->now_utc);

  for (guint i = 0; i < rooms->len; i++)
    show_room (self, i, &g_array_index (rooms, PlannerRoomNow, i));
  show_banner (self, NULL, NULL);
  show_groups (self, _ ("My Schedule"), show_my_sessions (self),
               _ ("No starred session runs or is still to come."), rooms->len);
}

static char *
format_days (PlannerAgenda *agenda)
{
  const PlannerDay *first = g_ptr_array_index (agenda->days, 0);
  const PlannerDay *last = g_ptr_array_index (agenda->days, agenda->days->len - 1);

  return planner_format_days (first->date, last->date);
}

static void
show_before (PlannerNowPage *self, PlannerAgenda *agenda)
{
  const PlannerSession *first = planner_agenda_find_next (agenda, self->now_utc);
  g_autofree char *countdown = planner_format_countdown (first, self->now_utc);
  g_autofree char *days = format_days (agenda);

  show_banner (self, countdown, days);
  show_groups (self, _ ("Your First Session"), show_my_sessions (self),
               _ ("Star sessions, and the first one appears here."), 0);
}

static void
show_over (PlannerNowPage *self, PlannerAgenda *agenda)
{
  g_autofree char *days = format_days (agenda);

  show_banner (self, _ ("The Conference Is Over"), days);
  show_groups (self, _ ("Your Sessions"), show_past_sessions (self), _ ("You starred no session."), 0);
}

static void
show_no_times (PlannerNowPage *self)
{
  g_autofree char *title = planner_isolate (planner_conference_get_title (self->conference));
  /* Translators: %s is the title of a conference. */
  g_autofree char *text =
      g_strdup_printf (_ ("The schedule of %s has no times. You find its sessions by day."), title);
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->no_times, markup);
}

static void
update (PlannerNowPage *self)
{
  PlannerAgenda *agenda = self->conference ? planner_conference_get_agenda (self->conference) : NULL;
  const PlannerMoment phase =
      agenda ? planner_agenda_get_moment (agenda, self->now_utc) : PLANNER_MOMENT_UNKNOWN;

  if (!agenda)
    return;

  gtk_stack_set_visible_child_name (self->stack, phase == PLANNER_MOMENT_UNKNOWN ? "no-times" : "now");
  switch (phase)
    {
    case PLANNER_MOMENT_BEFORE:
      show_before (self, agenda);
      break;
    case PLANNER_MOMENT_RUNNING:
      show_running (self, agenda);
      break;
    case PLANNER_MOMENT_OVER:
      show_over (self, agenda);
      break;
    case PLANNER_MOMENT_UNKNOWN:
    default:
      show_no_times (self);
    }
}

static void
row_activated_cb (PlannerNowPage *self, PlannerNowRow *row)
{
  PlannerEntry *entry = planner_now_row_get_entry (row);

  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s", planner_entry_get_key (entry));
}

static void
set_local_time (PlannerNowPage *self, gboolean local_time)
{
  self->local_time = local_time;
  g_clear_pointer (&self->local, g_time_zone_unref);
  if (local_time)
    self->local = g_time_zone_new_local ();
}

static void
planner_now_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerNowPage *self = PLANNER_NOW_PAGE (object);

  switch ((PlannerNowPageProperty) id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_NOW_UTC:
      g_value_set_int64 (value, self->now_utc);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_now_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerNowPage *self = PLANNER_NOW_PAGE (object);

  switch ((PlannerNowPageProperty) id)
    {
    case PROP_CONFERENCE:
      g_set_object (&self->conference, g_value_get_object (value));
      g_signal_group_set_target (self->signals, self->conference);
      break;
    case PROP_NOW_UTC:
      self->now_utc = g_value_get_int64 (value);
      break;
    case PROP_LOCAL_TIME:
      set_local_time (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  update (self);
}

static void
planner_now_page_dispose (GObject *object)
{
  PlannerNowPage *self = PLANNER_NOW_PAGE (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_pointer (&self->local, g_time_zone_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_NOW_PAGE);

  G_OBJECT_CLASS (planner_now_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-now-page.ui");
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, stack);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, no_times);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, banner);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, banner_title);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, banner_text);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, my_group);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, my_list);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, rooms_group);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, rooms_list);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
}

static void
planner_now_page_class_init (PlannerNowPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_now_page_get_property;
  object_class->set_property = planner_now_page_set_property;
  object_class->dispose = planner_now_page_dispose;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_NOW_UTC] =
      g_param_spec_int64 ("now-utc", NULL, NULL, G_MININT64, G_MAXINT64, PLANNER_TIME_UNKNOWN, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_now_page_init (PlannerNowPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->now_utc = PLANNER_TIME_UNKNOWN;

  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-starred", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::title", G_CALLBACK (update), self);
}

AdwNavigationPage *
planner_now_page_new (void)
{
  return g_object_new (PLANNER_TYPE_NOW_PAGE, NULL);
}
