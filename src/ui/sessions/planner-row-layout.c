/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-row-layout.h"

#include "ui/sessions/planner-row-star.h"
#include "ui/widgets/planner-color-bar.h"
#include "ui/widgets/planner-color.h"
#include "ui/widgets/planner-swatch.h"

#include <adwaita.h>

#define GAP 12
#define BAR_WIDTH 4
#define BAR_MARGIN 3
#define BAR_OVER_OPACITY 0.6
#define PLAN_GAP 12 /* more than the highlight is below the texts */

static gboolean
is_shown (gpointer child)
{
  return child && gtk_widget_should_layout (child);
}

static int
measure_child (gpointer child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

/* GtkListView creates about two hundred rows, and gives a place only to those on screen. The stars of the others would take time
 * and memory at the start. The size of the row does not depend on the star, so the row can make the star while it gets its place.
 *
 * Returns: (nullable) (transfer none): the star */
static GtkWidget *
ensure_star (PlannerRowLayout *self, PlannerEntry *entry)
{
  if (!self->star && self->has_star)
    {
      self->star = planner_row_star_new ();
      planner_row_star_show (self->star, entry);
      gtk_widget_insert_before (self->star, self->row, GTK_WIDGET (self->plan));
    }

  return self->star;
}

/* Returns: the width of everything but the texts */
static int
measure_beside_text (PlannerRowLayout *self)
{
  GtkWidget *const icons[] = { self->clash, self->friend };
  int width = BAR_WIDTH + GAP;

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (is_shown (icons[i]))
      width += GAP + measure_child (icons[i], GTK_ORIENTATION_HORIZONTAL, -1);
  if (self->has_star)
    width += GAP + PLANNER_ROW_STAR_WIDTH;

  return width;
}

/* Returns: the height of everything but the plan */
static int
measure_above_plan (PlannerRowLayout *self, int width)
{
  GtkWidget *const icons[] = { self->clash, self->friend };
  const int text_width = width < 0 ? -1 : width - measure_beside_text (self);
  int height = planner_row_text_measure_height (self->text, text_width);

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (is_shown (icons[i]))
      height = MAX (height, measure_child (icons[i], GTK_ORIENTATION_VERTICAL, -1));

  return self->has_star ? MAX (height, PLANNER_ROW_STAR_HEIGHT) : height;
}

/* Returns: @x, or its counterpart if the direction is from right to left */
static int
mirror (PlannerRowLayout *self, int x, int width)
{
  return gtk_widget_get_direction (self->row) == GTK_TEXT_DIR_RTL
             ? gtk_widget_get_width (self->row) - x - width
             : x;
}

/* The bar is no child, because a child takes time and memory for each of the rows. */
static void
draw_bar (PlannerRowLayout *self, GtkSnapshot *snapshot)
{
  const int height = is_shown (self->plan) ? measure_above_plan (self, gtk_widget_get_width (self->row))
                                           : gtk_widget_get_height (self->row);
  const float x = (float) mirror (self, 0, BAR_WIDTH);

  gtk_snapshot_push_opacity (snapshot, self->over ? BAR_OVER_OPACITY : 1);
  planner_color_bar_draw (snapshot,
                          &GRAPHENE_RECT_INIT (x, BAR_MARGIN, BAR_WIDTH, (float) height - 2 * BAR_MARGIN),
                          &self->color);
  gtk_snapshot_pop (snapshot);
}

void
planner_row_layout_init (PlannerRowLayout *self, GtkWidget *row)
{
  self->row = row;
  self->text = planner_row_text_new (row);
}

/* The row has unparented its children. */
void
planner_row_layout_clear (PlannerRowLayout *self)
{
  g_clear_pointer (&self->text, planner_row_text_free);
}

/**
 * planner_row_layout_show_color:
 * @color: (nullable): the color of the bar; %NULL for no bar
 */
void
planner_row_layout_show_color (PlannerRowLayout *self, const GdkRGBA *color)
{
  self->has_color = color != NULL;
  if (color)
    self->color = *color;
  gtk_widget_queue_draw (self->row);
}

/**
 * planner_row_layout_show_clash:
 * @clash: (nullable): the tooltip of the icon; %NULL for no icon
 */
void
planner_row_layout_show_clash (PlannerRowLayout *self, const char *clash)
{
  if (clash && !self->clash)
    {
      self->clash = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      gtk_widget_set_valign (self->clash, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->clash, "warning");
      gtk_widget_insert_after (self->clash, self->row, NULL);
    }
  if (!self->clash)
    return;

  gtk_widget_set_visible (self->clash, clash != NULL);
  gtk_widget_set_tooltip_text (self->clash, clash);
}

/**
 * planner_row_layout_show_friends:
 * @friends: (nullable): names of friends who starred the session; the icon has the color of the first one
 */
void
planner_row_layout_show_friends (PlannerRowLayout *self, const char *const *friends)
{
  g_autoptr (GdkPaintable) swatch = NULL;
  GdkRGBA color;

  if (friends && !self->friend)
    {
      self->friend = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_valign (self->friend, GTK_ALIGN_START);
      gtk_widget_insert_before (self->friend, self->row, self->star ? self->star : GTK_WIDGET (self->plan));
    }
  if (!self->friend)
    return;
  if (friends)
    {
      planner_friend_color (friends[0], &color);
      swatch = planner_swatch_new (&color);
      gtk_image_set_from_paintable (GTK_IMAGE (self->friend), swatch);
    }
  gtk_widget_set_visible (self->friend, friends != NULL);
}

/**
 * planner_row_layout_show_star:
 * @has_star: whether the session has a star button
 * @entry: the session
 */
void
planner_row_layout_show_star (PlannerRowLayout *self, gboolean has_star, PlannerEntry *entry)
{
  if (self->has_star != has_star)
    gtk_widget_queue_resize (self->row);
  self->has_star = has_star;
  if (!self->star)
    return;

  gtk_widget_set_visible (self->star, has_star);
  planner_row_star_show (self->star, entry);
}

void
planner_row_layout_show_over (PlannerRowLayout *self, gboolean over)
{
  self->over = over;
  planner_row_text_set_over (self->text, over);
}

/**
 * planner_row_layout_mark_plan:
 *
 * Tells the style whether the plan is shown: the list highlights only the session, not its plan below.
 */
void
planner_row_layout_mark_plan (PlannerRowLayout *self)
{
  GtkWidget *item = gtk_widget_get_parent (self->row);

  if (!item)
    return;
  if (is_shown (self->plan))
    gtk_widget_add_css_class (item, "with-plan");
  else
    gtk_widget_remove_css_class (item, "with-plan");
}

void
planner_row_layout_add_plan (PlannerRowLayout *self)
{
  self->plan = planner_plan_strip_new ();
  gtk_widget_set_parent (GTK_WIDGET (self->plan), self->row);
  self->highlight = g_object_new (ADW_TYPE_BIN, "can-target", FALSE, NULL);
  gtk_widget_add_css_class (self->highlight, "highlight");
  gtk_widget_set_parent (self->highlight, self->row);
  g_object_bind_property (self->plan, "visible", self->highlight, "visible", G_BINDING_SYNC_CREATE);
}

/**
 * planner_row_layout_measure_width:
 *
 * Returns: the least width, in pixels
 */
int
planner_row_layout_measure_width (PlannerRowLayout *self)
{
  const int width = measure_beside_text (self) + planner_row_text_measure_width (self->text);
  int plan_width = 0;

  if (is_shown (self->plan))
    gtk_widget_measure (GTK_WIDGET (self->plan), GTK_ORIENTATION_HORIZONTAL, -1, &plan_width, NULL, NULL,
                        NULL);

  return MAX (width, plan_width);
}

/**
 * planner_row_layout_measure_height:
 * @width: in pixels, or -1 for no limit
 *
 * Returns: the height in this width, in pixels
 */
int
planner_row_layout_measure_height (PlannerRowLayout *self, int width)
{
  const int height = measure_above_plan (self, width);

  return is_shown (self->plan)
             ? height + PLAN_GAP + measure_child (self->plan, GTK_ORIENTATION_VERTICAL, width)
             : height;
}

/**
 * planner_row_layout_place:
 * @entry: the session
 * @width: of the row, in pixels
 * @height: of the row, in pixels; a row may have its old height for a moment after its plan has appeared
 *
 * Gives all children their places, and makes the star.
 */
void
planner_row_layout_place (PlannerRowLayout *self, PlannerEntry *entry, int width, int height)
{
  GtkWidget *const icons[] = { self->clash, self->friend, ensure_star (self, entry) };
  const int top = is_shown (self->plan) ? measure_above_plan (self, width) : height;
  const int text_width = width - measure_beside_text (self);
  int x = BAR_WIDTH + GAP;

  planner_row_text_place (self->text, &(GdkRectangle) { mirror (self, x, text_width), 0, text_width, top });
  x += text_width;
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (is_shown (icons[i]))
      {
        const int icon_width = measure_child (icons[i], GTK_ORIENTATION_HORIZONTAL, -1);

        gtk_widget_size_allocate (icons[i],
                                  &(GtkAllocation) { mirror (self, x + GAP, icon_width), 0, icon_width, top },
                                  -1);
        x += GAP + icon_width;
      }
  if (!is_shown (self->plan))
    return;

  gtk_widget_size_allocate (self->highlight, &(GtkAllocation) { 0, 0, width, top }, -1);
  gtk_widget_size_allocate (GTK_WIDGET (self->plan),
                            &(GtkAllocation) { 0, top + PLAN_GAP, width, MAX (height - top - PLAN_GAP, 0) },
                            -1);
}

/* Draws the bar and the texts, which are no widgets, between the highlight and the other children. */
void
planner_row_layout_draw (PlannerRowLayout *self, GtkSnapshot *snapshot)
{
  if (self->highlight)
    gtk_widget_snapshot_child (self->row, self->highlight, snapshot);
  if (self->has_color)
    draw_bar (self, snapshot);
  planner_row_text_draw (self->text, snapshot);
  for (GtkWidget *child = gtk_widget_get_first_child (self->row); child;
       child = gtk_widget_get_next_sibling (child))
    if (child != self->highlight)
      gtk_widget_snapshot_child (self->row, child, snapshot);
}

/* Nobody sees the row now. It keeps a star that has the focus, because the focus comes back with the row. */
void
planner_row_layout_leave_screen (PlannerRowLayout *self)
{
  planner_row_text_drop_layouts (self->text);
  if (self->star && !gtk_widget_is_focus (self->star))
    g_clear_pointer (&self->star, gtk_widget_unparent);
}
