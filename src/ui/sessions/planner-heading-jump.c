/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-heading-jump.h"

#include "library/planner-list-find.h"
#include "ui/sessions/planner-section-heading.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/widgets/planner-list-top.h"

/* The number of frames after which a jump is complete. */
#define N_FRAMES 4

struct _PlannerHeadingJump
{
  GObject parent_instance;

  PlannerSessionLists *lists;  /* owned */
  GtkScrolledWindow *scroller; /* owned */
  GtkListView *view;           /* owned */

  PlannerEntry *entry; /* owned, nullable: the first entry of the section, while a jump is running */
  guint tick;
  guint n_frames;
};

G_DEFINE_FINAL_TYPE (PlannerHeadingJump, planner_heading_jump, G_TYPE_OBJECT)

static guint done_signal;

/* Returns: whether the heading or the row of an entry is on screen; @bounds is its place in the view */
static gboolean
find_bounds (GtkListView *view, PlannerEntry *entry, GType type, graphene_rect_t *bounds)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *content = gtk_widget_get_first_child (child);
      PlannerEntry *shown = NULL;

      if (!G_TYPE_CHECK_INSTANCE_TYPE (content, type) || !gtk_widget_get_mapped (content))
        continue;
      if (PLANNER_IS_SECTION_HEADING (content))
        shown = planner_section_heading_get_entry (PLANNER_SECTION_HEADING (content));
      else if (PLANNER_IS_SESSION_ROW (content))
        shown = planner_session_row_get_entry (PLANNER_SESSION_ROW (content));
      if (shown == entry)
        return gtk_widget_compute_bounds (child, GTK_WIDGET (view), bounds);
    }

  return FALSE;
}

/* The last sections cannot reach the top. A row or heading above them is whole at the top then, if this leaves room for the first row
 * of the section. */
static double
limit_to_end (PlannerHeadingJump *self, GtkAdjustment *adjustment, double value)
{
  const double page = gtk_adjustment_get_page_size (adjustment);
  const double end = MAX (gtk_adjustment_get_upper (adjustment) - page, 0);
  const double start = planner_list_view_find_start (self->view, end);
  graphene_rect_t row;

  if (value <= end)
    return value;

  return find_bounds (self->view, self->entry, PLANNER_TYPE_SESSION_ROW, &row) &&
                 gtk_adjustment_get_value (adjustment) + row.origin.y + row.size.height <= start + page
             ? start
             : end;
}

static void
put_on_top (PlannerHeadingJump *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t heading;

  if (find_bounds (self->view, self->entry, PLANNER_TYPE_SECTION_HEADING, &heading))
    gtk_adjustment_set_value (adjustment, limit_to_end (self, adjustment, value + heading.origin.y));
}

/* The list is laid out when the second frame begins. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlannerHeadingJump *self = user_data;

  if (++self->n_frames < N_FRAMES)
    {
      if (self->n_frames > 1)
        put_on_top (self);

      return G_SOURCE_CONTINUE;
    }

  self->tick = 0;
  g_clear_object (&self->entry);
  g_signal_emit (self, done_signal, 0);

  return G_SOURCE_REMOVE;
}

static void
planner_heading_jump_dispose (GObject *object)
{
  PlannerHeadingJump *self = PLANNER_HEADING_JUMP (object);

  if (self->tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  self->tick = 0;
  g_clear_object (&self->entry);
  g_clear_object (&self->lists);
  g_clear_object (&self->scroller);
  g_clear_object (&self->view);

  G_OBJECT_CLASS (planner_heading_jump_parent_class)->dispose (object);
}

static void
planner_heading_jump_class_init (PlannerHeadingJumpClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_heading_jump_dispose;

  done_signal = g_signal_new ("done", PLANNER_TYPE_HEADING_JUMP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                              G_TYPE_NONE, 0);
}

static void
planner_heading_jump_init (PlannerHeadingJump *self)
{
}

/**
 * planner_heading_jump_new:
 * @lists: the lists whose browsed list @view shows
 * @scroller: the scrolled window that contains @view
 *
 * The new object keeps references to all three. Release it before their parent is disposed.
 *
 * Returns: (transfer full): a new object
 */
PlannerHeadingJump *
planner_heading_jump_new (PlannerSessionLists *lists, GtkScrolledWindow *scroller, GtkListView *view)
{
  PlannerHeadingJump *self = g_object_new (PLANNER_TYPE_HEADING_JUMP, NULL);

  self->lists = g_object_ref (lists);
  self->scroller = g_object_ref (scroller);
  self->view = g_object_ref (view);

  return self;
}

/**
 * planner_heading_jump_start:
 * @entry: the first entry of a section of the browsed list
 * @flags: what else to do with @entry
 *
 * Starts a jump, in place of one that is running. GtkListView scrolls only as far as needed to show a row. The next frames then
 * move the heading to the top.
 */
void
planner_heading_jump_start (PlannerHeadingJump *self, PlannerEntry *entry, GtkListScrollFlags flags)
{
  const guint position = planner_list_find (planner_session_lists_get_browsed (self->lists), entry);

  g_set_object (&self->entry, entry);
  self->n_frames = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->view), tick_cb, self, NULL);
  planner_gradual_model_show_all (planner_session_lists_get_shown (self->lists));
  gtk_list_view_scroll_to (self->view, position, flags, NULL);
}

gboolean
planner_heading_jump_is_running (PlannerHeadingJump *self)
{
  return self->entry != NULL;
}
