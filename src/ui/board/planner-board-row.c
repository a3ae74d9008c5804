/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/board/planner-board-row.h"

#include "words/planner-labels.h"
#include "words/planner-moment-words.h"

#include <glib/gi18n.h>

struct _PlannerBoardRow
{
  GtkBox parent_instance;

  GtkLabel *room;  /* template child */
  GtkLabel *state; /* template child */
  GtkLabel *title; /* template child */
  GtkLabel *next;  /* template child */
};

G_DEFINE_FINAL_TYPE (PlannerBoardRow, planner_board_row, GTK_TYPE_BOX)

static char *
format_next (const PlannerSession *session, gint64 now_utc)
{
  g_autofree char *time = planner_format_next (session, now_utc, NULL);
  g_autofree char *title = planner_isolate (session->title.shown);

  /* Translators: what comes next in a room, as in "Next at 13:30, in 10 min: A Talk". */
  return g_strdup_printf (_ ("Next at %s: %s"), time, title);
}

static char *
format_state (const PlannerRoomNow *now, gint64 now_utc)
{
  g_autofree char *time = NULL;

  if (now->running)
    return planner_format_minutes_left (planner_session_get_minutes_left (now->running, now_utc));
  if (!now->next)
    return g_strdup ("");

  time = planner_format_next (now->next, now_utc, NULL);

  /* Translators: what comes next in a room, as in "Next at 13:30, in 10 min". */
  return g_strdup_printf (_ ("Next at %s"), time);
}

static char *
format_last_line (const PlannerBoardItem *item, gint64 now_utc)
{
  if (item->cancelled)
    return planner_board_format_cancelled (item->cancelled);
  if (item->now.running && item->now.next)
    return format_next (item->now.next, now_utc);

  return g_strdup ("");
}

static void
planner_board_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_BOARD_ROW);

  G_OBJECT_CLASS (planner_board_row_parent_class)->dispose (object);
}

static void
planner_board_row_class_init (PlannerBoardRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_board_row_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-board-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerBoardRow, room);
  gtk_widget_class_bind_template_child (widget_class, PlannerBoardRow, state);
  gtk_widget_class_bind_template_child (widget_class, PlannerBoardRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlannerBoardRow, next);
}

static void
planner_board_row_init (PlannerBoardRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
planner_board_row_new (void)
{
  return g_object_new (PLANNER_TYPE_BOARD_ROW, NULL);
}

/**
 * planner_board_row_show:
 * @item: what to show
 * @now_utc: the current time in seconds since the epoch
 */
void
planner_board_row_show (PlannerBoardRow *self, const PlannerBoardItem *item, gint64 now_utc)
{
  const PlannerSession *shown = item->now.running ? item->now.running : item->now.next;
  const char *room = planner_name_room (item->now.room ? &item->now.room->title : &(PlannerText) { 0 });
  const char *title = shown ? shown->title.shown : "";
  g_autofree char *state = format_state (&item->now, now_utc);
  g_autofree char *next = format_last_line (item, now_utc);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *sentence = NULL;

  gtk_label_set_label (self->room, room);
  gtk_label_set_label (self->state, state);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->next, next);

  g_strv_builder_add (parts, room);
  for (guint i = 0; i < 3; i++)
    {
      const char *part = i == 0 ? title : i == 1 ? state : next;

      if (*part)
        g_strv_builder_add (parts, part);
    }
  words = g_strv_builder_end (parts);
  sentence = g_strjoinv (", ", words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/**
 * planner_board_format_cancelled:
 *
 * Returns: (transfer full): "Cancelled: 13:30 A Talk"
 */
char *
planner_board_format_cancelled (const PlannerSession *session)
{
  g_autofree char *start = planner_format_start (session, NULL);
  g_autofree char *title = planner_isolate (session->title.shown);

  /* Translators: on the screen of a room, as in "Cancelled: 13:30 A Talk". */
  return g_strdup_printf (_ ("Cancelled: %s %s"), start, title);
}
