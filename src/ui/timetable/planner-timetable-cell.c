/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-timetable-cell.h"

#include "library/planner-conference-clashes.h"
#include "ui/timetable/planner-cell-drawing.h"
#include "ui/widgets/planner-color.h"
#include "words/planner-clash-words.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"

#define NO_FORUM_COLOR "#6f8396"

struct _PlannerTimetableCell
{
  GtkWidget parent_instance;

  PlannerConference *conference; /* owned, nullable */
  PlannerCellDrawing drawing;
  GSignalGroup *entry_signals; /* owned */
  guint index;
};

G_DEFINE_FINAL_TYPE (PlannerTimetableCell, planner_timetable_cell, GTK_TYPE_WIDGET)

static void
update_label (PlannerTimetableCell *self, const char *other)
{
  const PlannerSession *session = planner_entry_get_session (self->drawing.entry);
  g_autofree char *clash = planner_describe_clashes (self->conference, self->drawing.entry);
  g_autofree char *friends = planner_format_friends (planner_entry_get_friends (self->drawing.entry));
  const PlannerRowParts parts = { .local = self->drawing.local,
                                  .conference = other,
                                  .withdrawn = planner_entry_get_withdrawn (self->drawing.entry),
                                  .starred = planner_entry_get_starred (self->drawing.entry),
                                  .plan_b = planner_entry_get_plan_b (self->drawing.entry),
                                  .mark =
                                      planner_get_mark_label (planner_entry_get_mark (self->drawing.entry)),
                                  .clash = clash,
                                  .friends = friends };
  g_autofree char *sentence = planner_format_cell_sentence (session, &parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
update (PlannerTimetableCell *self)
{
  const PlannerSession *session =
      self->drawing.entry ? planner_entry_get_session (self->drawing.entry) : NULL;
  g_autoptr (PlannerElsewhere) other = NULL;

  planner_cell_drawing_forget_texts (&self->drawing);
  if (!session)
    return;

  other = self->conference ? planner_conference_find_elsewhere (self->conference, self->drawing.entry) : NULL;
  if (other)
    planner_conference_color (other->conference_id, &self->drawing.forum_color);
  else if (session->forum)
    planner_session_color (self->conference ? planner_conference_get_agenda (self->conference) : NULL,
                           session, &self->drawing.forum_color);
  else
    gdk_rgba_parse (&self->drawing.forum_color, NO_FORUM_COLOR);
  update_label (self, other ? other->title : NULL);
}

static gboolean
query_tooltip_cb (PlannerTimetableCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *clash = NULL;
  g_autofree char *friends = NULL;
  g_autofree char *text = NULL;

  if (!self->drawing.entry)
    return FALSE;

  clash = planner_describe_clashes (self->conference, self->drawing.entry);
  friends = planner_format_friends (planner_entry_get_friends (self->drawing.entry));
  text = g_strconcat (planner_entry_get_session (self->drawing.entry)->title.shown, clash ? "\n" : "",
                      clash ? clash : "", friends ? "\n" : "", friends, NULL);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
planner_timetable_cell_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
planner_timetable_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannerTimetableCell *self = PLANNER_TIMETABLE_CELL (widget);

  if (self->drawing.entry)
    planner_cell_drawing_snapshot (&self->drawing, snapshot);
}

static void
planner_timetable_cell_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (planner_timetable_cell_parent_class)->state_flags_changed (widget, before);
}

/* The font may have changed. */
static void
planner_timetable_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (planner_timetable_cell_parent_class)->css_changed (widget, change);

  planner_cell_drawing_forget_texts (&PLANNER_TIMETABLE_CELL (widget)->drawing);
}

static void
planner_timetable_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (planner_timetable_cell_parent_class)->system_setting_changed (widget, setting);

  planner_cell_drawing_forget_texts (&PLANNER_TIMETABLE_CELL (widget)->drawing);
}

static void
planner_timetable_cell_dispose (GObject *object)
{
  PlannerTimetableCell *self = PLANNER_TIMETABLE_CELL (object);

  g_clear_object (&self->entry_signals);
  g_clear_object (&self->conference);
  planner_cell_drawing_clear (&self->drawing);

  G_OBJECT_CLASS (planner_timetable_cell_parent_class)->dispose (object);
}

static void
planner_timetable_cell_class_init (PlannerTimetableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_timetable_cell_dispose;
  widget_class->measure = planner_timetable_cell_measure;
  widget_class->snapshot = planner_timetable_cell_snapshot;
  widget_class->state_flags_changed = planner_timetable_cell_state_flags_changed;
  widget_class->css_changed = planner_timetable_cell_css_changed;
  widget_class->system_setting_changed = planner_timetable_cell_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "timetable-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
planner_timetable_cell_init (PlannerTimetableCell *self)
{
  const char *followed[] = { "notify::session",  "notify::starred", "notify::plan-b", "notify::withdrawn",
                             "notify::clashing", "notify::mark",    "notify::friends" };

  planner_cell_drawing_init (&self->drawing, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->entry_signals = g_signal_group_new (PLANNER_TYPE_ENTRY);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_group_connect_swapped (self->entry_signals, followed[i], G_CALLBACK (update), self);
}

GtkWidget *
planner_timetable_cell_new (void)
{
  return g_object_new (PLANNER_TYPE_TIMETABLE_CELL, NULL);
}

/**
 * planner_timetable_cell_set_entry:
 * @conference: (nullable): the conference that is shown
 * @entry: (nullable): the entry to show, which may be of another conference
 * @local: (nullable): the zone to show times in instead of the venue's
 */
void
planner_timetable_cell_set_entry (PlannerTimetableCell *self,
                                  PlannerConference *conference,
                                  PlannerEntry *entry,
                                  GTimeZone *local)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self));

  g_set_object (&self->conference, conference);
  planner_cell_drawing_set_session (&self->drawing, entry, local);
  g_signal_group_set_target (self->entry_signals, entry);
  update (self);
}

/**
 * planner_timetable_cell_get_entry:
 *
 * Returns: (nullable) (transfer none): the entry that the cell shows
 */
PlannerEntry *
planner_timetable_cell_get_entry (PlannerTimetableCell *self)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_CELL (self), NULL);

  return self->drawing.entry;
}

/**
 * planner_timetable_cell_set_index:
 * @index: the index of the slot in the timetable
 */
void
planner_timetable_cell_set_index (PlannerTimetableCell *self, guint index)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self));

  self->index = index;
}

guint
planner_timetable_cell_get_index (PlannerTimetableCell *self)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_CELL (self), 0);

  return self->index;
}

/**
 * planner_timetable_cell_set_past:
 * @past: whether the session is over, so that the cell is dimmed
 */
void
planner_timetable_cell_set_past (PlannerTimetableCell *self, gboolean past)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self));

  if (self->drawing.past == past)
    return;

  self->drawing.past = past;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * planner_timetable_cell_set_hidden_height:
 * @hidden_height: the height of what the headers of the timetable hide at the top of the cell, in pixels; at least 0
 *
 * Moves the texts and the star of a cell below the headers, as far as the cell reaches.
 */
void
planner_timetable_cell_set_hidden_height (PlannerTimetableCell *self, int hidden_height)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self) && hidden_height >= 0);

  if (self->drawing.hidden_height == hidden_height)
    return;

  self->drawing.hidden_height = hidden_height;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * planner_timetable_cell_is_star_at:
 * @x: a position in the cell, in pixels
 * @y: a position in the cell, in pixels
 *
 * Returns: whether a click there toggles the star
 */
gboolean
planner_timetable_cell_is_star_at (PlannerTimetableCell *self, double x, double y)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_CELL (self), FALSE);

  return self->drawing.entry && planner_cell_drawing_is_star_at (&self->drawing, x, y);
}
