/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/now/planner-now-row.h"

#include "plan/planner-moment.h"
#include "words/planner-days.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/* A session that starts later is named with its day. */
#define DAY_MINUTES (12 * 60)

struct _PlannerNowRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *heading;        /* template child */
  GtkButton *room;          /* template child */
  GtkLabel *room_label;     /* template child */
  GtkLabel *state;          /* template child */
  GtkLabel *title;          /* template child */
  GtkWidget *opens;         /* template child: of a row without a session */
  GtkWidget *starred;       /* template child */
  GtkLabel *details;        /* template child */
  GtkWidget *warning;       /* template child */
  GtkLabel *warning_label;  /* template child */
  GtkProgressBar *progress; /* template child */
  GtkButton *next;          /* template child */
  GtkLabel *next_label;     /* template child */

  PlannerEntry *entry; /* owned, nullable */
  GVariant *free_time; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerNowRow, planner_now_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_progress (PlannerNowRow *self, double progress)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress), progress >= 0.0);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (progress, 0.0, 1.0));
}

/* The heading is a button if it opens a room. */
static void
show_heading (PlannerNowRow *self, const PlannerNowContent *content)
{
  const gboolean opens = content->room != NULL;
  g_autofree char *label = opens ? g_strdup_printf (_ ("Room %s"), content->heading) : NULL;

  show_line (self->heading, opens ? NULL : content->heading);
  gtk_widget_set_visible (GTK_WIDGET (self->room), opens);
  if (!opens)
    return;

  gtk_label_set_label (self->room_label, content->heading);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->room), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->room), "s", content->room);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->room), "win.show-room");
}

static void
show_next (PlannerNowRow *self, const PlannerNowContent *content)
{
  gtk_widget_set_visible (GTK_WIDGET (self->next), content->next != NULL);
  if (!content->next)
    return;

  gtk_label_set_label (self->next_label, content->next_label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->next), content->next_label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->next), "s", planner_entry_get_key (content->next));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), "win.show-session");
}

static void
append_part (GString *sentence, const char *part)
{
  if (!part)
    return;
  if (sentence->len > 0)
    /* Translators: as in "A Talk, 10:00 – 10:45, Hall 3, starred". */
    g_string_append (sentence, C_ ("between parts of a sentence read aloud", ", "));
  g_string_append (sentence, part);
}

static void
update_accessible_label (PlannerNowRow *self, const PlannerNowContent *content)
{
  GString *sentence = g_string_new (NULL);
  g_autofree char *label = NULL;

  append_part (sentence, content->heading);
  append_part (sentence,
               gtk_widget_get_visible (GTK_WIDGET (self->title)) ? gtk_label_get_label (self->title) : NULL);
  append_part (sentence, content->state);
  append_part (sentence, content->details);
  append_part (sentence, content->warning);
  if (self->entry && planner_entry_get_starred (self->entry))
    append_part (sentence, planner_get_star_state (TRUE, planner_entry_get_plan_b (self->entry)));
  label = g_string_free_and_steal (sentence);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
planner_now_row_dispose (GObject *object)
{
  PlannerNowRow *self = PLANNER_NOW_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_NOW_ROW);
  g_clear_object (&self->entry);
  g_clear_pointer (&self->free_time, g_variant_unref);

  G_OBJECT_CLASS (planner_now_row_parent_class)->dispose (object);
}

static void
planner_now_row_class_init (PlannerNowRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_now_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-now-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, heading);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, room);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, room_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, state);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, opens);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, starred);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, details);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, warning);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, warning_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, progress);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, next);
  gtk_widget_class_bind_template_child (widget_class, PlannerNowRow, next_label);
}

static void
planner_now_row_init (PlannerNowRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
planner_now_row_set_content (PlannerNowRow *self, const PlannerNowContent *content)
{
  const PlannerSession *session;

  g_return_if_fail (PLANNER_IS_NOW_ROW (self));

  g_set_object (&self->entry, content->entry);
  g_clear_pointer (&self->free_time, g_variant_unref);
  self->free_time = content->free_time ? g_variant_ref_sink (content->free_time) : NULL;
  session = content->entry ? planner_entry_get_session (content->entry) : NULL;
  show_heading (self, content);
  show_line (self->state, content->state);
  show_line (self->title, session ? session->title.shown : content->title);
  gtk_widget_set_visible (self->opens, self->free_time != NULL);
  gtk_widget_set_visible (self->starred, content->entry && planner_entry_get_starred (content->entry));
  show_line (self->details, content->details);
  show_line (self->warning_label, content->warning);
  gtk_widget_set_visible (self->warning, content->warning != NULL);
  show_progress (self, content->progress);
  show_next (self, content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), content->entry || content->free_time);
  update_accessible_label (self, content);
}

/**
 * planner_now_row_show_moment:
 * @entry: an entry whose session runs or is to come
 * @details: the line below the title
 * @warning: (nullable): what the session clashes with
 * @now_utc: the current time in seconds since the epoch
 * @local: (nullable): the zone to show times in, %NULL for the venue's
 *
 * Shows that the session runs and how long, or that it is next and when.
 */
void
planner_now_row_show_moment (PlannerNowRow *self,
                             PlannerEntry *entry,
                             const char *details,
                             const char *warning,
                             gint64 now_utc,
                             GTimeZone *local)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  const gboolean runs = planner_session_get_moment (session, now_utc) == PLANNER_MOMENT_RUNNING;
  const gboolean soon = planner_session_get_minutes_until (session, now_utc) <= DAY_MINUTES;
  g_autofree char *day = planner_format_day (planner_entry_get_day (entry)->date);
  g_autofree char *state =
      runs ? planner_format_minutes_left (planner_session_get_minutes_left (session, now_utc))
           : planner_format_next (session, now_utc, local);
  const PlannerNowContent content = {
    .entry = entry,
    .heading = runs   ? _ ("Now")
               : soon ? C_ ("session", "Next")
                      : day,
    .state = state,
    .details = details,
    .warning = warning,
    .progress = planner_session_get_progress (session, now_utc),
  };

  planner_now_row_set_content (self, &content);
}

/**
 * planner_now_row_get_entry:
 *
 * Returns: (nullable) (transfer none): the entry that the row opens
 */
PlannerEntry *
planner_now_row_get_entry (PlannerNowRow *self)
{
  g_return_val_if_fail (PLANNER_IS_NOW_ROW (self), NULL);

  return self->entry;
}

/**
 * planner_now_row_open:
 *
 * Shows the session of the row, or the sessions that fit into the free time.
 */
void
planner_now_row_open (PlannerNowRow *self)
{
  g_return_if_fail (PLANNER_IS_NOW_ROW (self));

  if (self->entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s",
                                planner_entry_get_key (self->entry));
  else if (self->free_time)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), "win.show-free-time", self->free_time);
}

/**
 * planner_now_row_ensure:
 * @list: a list of #PlannerNowRow
 * @index: an index of a row, or the number of rows
 *
 * Uses the rows of the list again, so that the keyboard focus stays where it is.
 *
 * Returns: (transfer none): the row, which is new if the list did not have it
 */
PlannerNowRow *
planner_now_row_ensure (GtkListBox *list, guint index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) index);

  if (!row)
    {
      row = g_object_new (PLANNER_TYPE_NOW_ROW, NULL);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }

  return PLANNER_NOW_ROW (row);
}

/**
 * planner_now_row_remove_from:
 * @list: a list of #PlannerNowRow
 * @n: the number of rows to keep
 */
void
planner_now_row_remove_from (GtkListBox *list, guint n)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, (int) n)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}
