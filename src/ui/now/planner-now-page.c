/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/now/planner-now-page.h"

#include "plan/planner-moment.h"
#include "ui/now/planner-my-now.h"
#include "ui/now/planner-now-row.h"
#include "ui/now/planner-untimed-days.h"
#include "ui/widgets/planner-open-session.h"
#include "ui/widgets/planner-rows.h"
#include "ui/widgets/planner-wrapped-button.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/* The largest widths of a list alone and of one of several columns, and the width of the attendee's sessions beside the rooms, in
 * pixels. */
#define LIST_WIDTH 720
#define COLUMN_WIDTH 520
#define MY_WIDTH 380

struct _PlannerNowPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *banner;                /* template child */
  GtkLabel *banner_title;           /* template child */
  GtkLabel *banner_text;            /* template child */
  AdwPreferencesGroup *my_group;    /* template child */
  GtkListBox *my_list;              /* template child */
  AdwPreferencesGroup *rooms_group; /* template child */
  GtkListBox *rooms_lists[2];       /* template children: the second one is for wide pages */
  PlannerUntimedDays *days;         /* template child: visible if there are no times */
  GtkWidget *all_button;            /* template child */

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  gint64 now_utc;
  guint columns; /* how many columns there is room for */
  gboolean local_time;
  GTimeZone *local; /* owned, nullable: while local times are shown */
};

G_DEFINE_FINAL_TYPE (PlannerNowPage, planner_now_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_NOW_UTC,
  PROP_LOCAL_TIME,
  PROP_COLUMNS,
} PlannerNowPageProperty;

static GParamSpec *properties[PROP_COLUMNS + 1];

static PlannerEntry *
find_entry (PlannerNowPage *self, const PlannerSession *session)
{
  return session ? planner_conference_find_entry (self->conference, session->key) : NULL;
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
show_room (PlannerNowPage *self, GtkListBox *list, guint index, const PlannerRoomNow *room)
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
    /* Translators: what comes next in a room, as in "Next at 13:30, in 10 min". */
    state = g_strdup_printf (_ ("Next at %s"), next_time);
  content.state = state;
  if (room->running && room->next)
    {
      g_autofree char *next_title = planner_isolate (room->next->title.shown);

      /* Translators: what comes next in a room, as in "Next at 13:30, in 10 min: A Talk". */
      next_label = g_strdup_printf (_ ("Next at %s: %s"), next_time, next_title);
      content.next = find_entry (self, room->next);
      content.next_label = next_label;
    }
  planner_now_row_set_content (planner_now_row_ensure (list, index), &content);
}

static void
show_banner (PlannerNowPage *self, const char *title, const char *text)
{
  gtk_widget_set_visible (self->banner, title != NULL);
  gtk_label_set_label (self->banner_title, title ? title : "");
  gtk_label_set_label (self->banner_text, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->banner_text), text != NULL);
}

/* The second column continues the first one. */
static void
show_rooms (PlannerNowPage *self, GArray *rooms)
{
  const guint n = rooms ? rooms->len : 0;
  const guint n_first = self->columns > 2 ? (n + 1) / 2 : n;

  for (guint i = 0; i < n; i++)
    show_room (self, self->rooms_lists[i >= n_first], i >= n_first ? i - n_first : i,
               &g_array_index (rooms, PlannerRoomNow, i));
  planner_now_row_remove_from (self->rooms_lists[0], n_first);
  planner_now_row_remove_from (self->rooms_lists[1], n - n_first);
  gtk_widget_set_visible (GTK_WIDGET (self->rooms_lists[1]), n > n_first);
  gtk_widget_set_visible (GTK_WIDGET (self->rooms_group), n > 0);
}

static void
show_groups (PlannerNowPage *self, const char *title, guint n_mine, const char *hint, GArray *rooms)
{
  gtk_widget_set_visible (GTK_WIDGET (self->my_group), *title != '\0');
  adw_preferences_group_set_title (self->my_group, title);
  adw_preferences_group_set_description (self->my_group, n_mine > 0 ? NULL : hint);
  planner_now_row_remove_from (self->my_list, n_mine);
  gtk_widget_set_visible (GTK_WIDGET (self->my_list), n_mine > 0);
  show_rooms (self, rooms);
}

static gboolean
is_paused (GArray *rooms)
{
  for (guint i = 0; i < rooms->len; i++)
    if (g_array_index (rooms, PlannerRoomNow, i).running)
      return FALSE;

  return TRUE;
}

/* Between two sessions, and at night, says when the conference continues. */
static void
show_pause (PlannerNowPage *self, PlannerAgenda *agenda)
{
  const PlannerSession *next = planner_agenda_find_next (agenda, self->now_utc);
  const PlannerDay *day = next ? planner_agenda_get_day (agenda, next) : NULL;
  g_autofree char *text =
      day ? planner_format_continuation (next, day, planner_agenda_find_today (agenda, self->now_utc),
                                         self->local)
          : NULL;

  show_banner (self, _ ("No Session Now"), text);
}

static void
show_running (PlannerNowPage *self, PlannerAgenda *agenda)
{
  g_autoptr (GArray) rooms = planner_agenda_list_rooms_now (agenda, self->now_utc);
  const char *hint = planner_conference_get_n_going (self->conference) > 0
                         ? _ ("None of your starred sessions is running or still to come.")
                         : _ ("Star sessions, and the next one appears here.");
  const guint n_mine = planner_my_now_show (self->my_list, self->conference, self->now_utc, self->local);

  if (is_paused (rooms))
    show_pause (self, agenda);
  else
    show_banner (self, NULL, NULL);
  show_groups (self, _ ("My Schedule"), n_mine, hint, rooms);
}

static void
show_before (PlannerNowPage *self, PlannerAgenda *agenda)
{
  const PlannerSession *first = planner_agenda_find_next (agenda, self->now_utc);
  g_autofree char *countdown = planner_format_countdown (first, self->now_utc);
  g_autofree char *days = planner_agenda_dup_days (agenda);
  const guint n_mine = planner_my_now_show (self->my_list, self->conference, self->now_utc, self->local);

  show_banner (self, countdown, days);
  show_groups (self, ngettext ("Your First Session", "Your First Sessions", MAX (n_mine, 1)), n_mine,
               _ ("Star sessions, and the first one appears here."), NULL);
}

static void
show_over (PlannerNowPage *self, PlannerAgenda *agenda)
{
  g_autofree char *days = planner_agenda_dup_days (agenda);
  const guint n_mine = planner_my_now_show_all (self->my_list, self->conference, self->local);

  show_banner (self, _ ("The Conference Is Over"), days);
  show_groups (self, _ ("Your Sessions"), n_mine, _ ("You have not starred any sessions."), NULL);
}

static void
row_activated_cb (PlannerNowPage *self, PlannerNowRow *row)
{
  PlannerEntry *entry = planner_now_row_get_entry (row);

  if (entry)
    planner_open_session (GTK_WIDGET (row), self->conference, entry);
  else
    planner_now_row_open (row);
}

/* The attendee's sessions are beside the rooms if both are shown and there is room. */
static GtkOrientation
get_orientation (GObject *object, guint columns, gboolean rooms)
{
  return columns > 1 && rooms ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL;
}

static int
get_width (GObject *object, guint columns, gboolean rooms)
{
  return columns > 1 && rooms ? (int) columns * COLUMN_WIDTH : LIST_WIDTH;
}

static int
get_my_width (GObject *object, guint columns, gboolean rooms)
{
  return columns > 1 && rooms ? MY_WIDTH : LIST_WIDTH;
}

/* Beside the rooms, the width does not depend on the texts. */
static int
get_min_my_width (GObject *object, guint columns, gboolean rooms)
{
  return columns > 1 && rooms ? MY_WIDTH : -1;
}

static void
show_no_times (PlannerNowPage *self, PlannerAgenda *agenda)
{
  const gboolean empty = agenda->sessions->len == 0;
  guint n_mine;

  show_banner (self, _ ("No Times Yet"),
               empty ? _ ("The schedule has no sessions yet.")
                     : _ ("The schedule has no times. The sessions are listed by day."));
  n_mine = planner_my_now_show_all (self->my_list, self->conference, self->local);
  show_groups (self, n_mine > 0 ? _ ("My Schedule") : "", n_mine, NULL, NULL);
  planner_untimed_days_show (self->days, self->conference);
}

static void
update (PlannerNowPage *self)
{
  PlannerAgenda *agenda = self->conference ? planner_conference_get_agenda (self->conference) : NULL;
  const PlannerMoment phase =
      agenda ? planner_agenda_get_moment (agenda, self->now_utc) : PLANNER_MOMENT_UNKNOWN;

  if (!agenda)
    return;

  g_clear_pointer (&self->local, g_time_zone_unref);
  if (self->local_time)
    self->local = g_time_zone_new_local ();
  gtk_widget_set_visible (GTK_WIDGET (self->days), phase == PLANNER_MOMENT_UNKNOWN);
  gtk_widget_set_visible (self->all_button, phase == PLANNER_MOMENT_UNKNOWN);
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
      show_no_times (self, agenda);
    }
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
    case PROP_COLUMNS:
      g_value_set_uint (value, self->columns);
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
      self->local_time = g_value_get_boolean (value);
      break;
    case PROP_COLUMNS:
      self->columns = g_value_get_uint (value);
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
  g_type_ensure (PLANNER_TYPE_UNTIMED_DAYS);
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-now-page.ui");
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, banner);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, banner_title);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, banner_text);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, my_group);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, my_list);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, rooms_group);
  gtk_widget_class_bind_template_child_full (klass, "rooms_list", FALSE,
                                             G_STRUCT_OFFSET (PlannerNowPage, rooms_lists[0]));
  gtk_widget_class_bind_template_child_full (klass, "more_rooms_list", FALSE,
                                             G_STRUCT_OFFSET (PlannerNowPage, rooms_lists[1]));
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, days);
  gtk_widget_class_bind_template_child (klass, PlannerNowPage, all_button);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
  gtk_widget_class_bind_template_callback (klass, get_orientation);
  gtk_widget_class_bind_template_callback (klass, get_width);
  gtk_widget_class_bind_template_callback (klass, get_my_width);
  gtk_widget_class_bind_template_callback (klass, get_min_my_width);
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
  properties[PROP_COLUMNS] = g_param_spec_uint ("columns", NULL, NULL, 1, 3, 1, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
planner_now_page_init (PlannerNowPage *self)
{
  self->columns = 1;
  self->now_utc = PLANNER_TIME_UNKNOWN;
  gtk_widget_init_template (GTK_WIDGET (self));
  planner_button_wrap_label (GTK_BUTTON (self->all_button));
  planner_group_make_heading (self->my_group);
  planner_group_make_heading (self->rooms_group);

  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-starred", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-going", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::title", G_CALLBACK (update), self);
}

AdwNavigationPage *
planner_now_page_new (void)
{
  return g_object_new (PLANNER_TYPE_NOW_PAGE, NULL);
}
