/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/timetable/planner-cell-drawing.h"

typedef struct
{
  UiFixture base;
  GtkWidget *widget;
  PlannerCellDrawing drawing;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ui_set_up (&fixture->base, NULL);
  fixture->widget = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  planner_cell_drawing_init (&fixture->drawing, fixture->widget);
  planner_cell_drawing_set_session (&fixture->drawing, ui_find_entry (&fixture->base, 1), NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  planner_cell_drawing_clear (&fixture->drawing);
  g_assert_finalize_object (fixture->widget);
  ui_tear_down (&fixture->base, NULL);
}

/* Adds the bounds of texts, and of what is neither text, background nor border. */
static void
find_icons (GskRenderNode *node, float x, float y, GArray *icons, GArray *texts)
{
  graphene_rect_t bounds;
  float dx, dy;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        find_icons (gsk_container_node_get_child (node, i), x, y, icons, texts);
      return;
    case GSK_CLIP_NODE:
      find_icons (gsk_clip_node_get_child (node), x, y, icons, texts);
      return;
    case GSK_ROUNDED_CLIP_NODE:
      find_icons (gsk_rounded_clip_node_get_child (node), x, y, icons, texts);
      return;
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
      find_icons (gsk_transform_node_get_child (node), x + dx, y + dy, icons, texts);
      return;
    case GSK_TEXT_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      graphene_rect_offset (&bounds, x, y);
      g_array_append_val (texts, bounds);
      return;
    case GSK_COLOR_NODE:
    case GSK_BORDER_NODE:
      return;
    default:
      gsk_render_node_get_bounds (node, &bounds);
      graphene_rect_offset (&bounds, x, y);
      g_array_append_val (icons, bounds);
    }
}

/* No text may reach an icon. */
static GArray *
draw (Fixture *fixture, int width, int height)
{
  GArray *icons = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_widget_allocate (fixture->widget, width, height, -1, NULL);
  planner_cell_drawing_snapshot (&fixture->drawing, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  find_icons (node, 0, 0, icons, texts);
  for (guint i = 0; i < texts->len; i++)
    for (guint j = 0; j < icons->len; j++)
      g_assert_false (graphene_rect_intersection (&g_array_index (texts, graphene_rect_t, i),
                                                  &g_array_index (icons, graphene_rect_t, j), NULL));

  return icons;
}

/* The border alone is hard to see, and in high contrast each cell has one. The sign does not cover the star. */
static void
test_clash (Fixture *fixture, gconstpointer data)
{
  static const int sizes[][2] = { { 300, 120 }, { 300, 40 }, { 100, 60 }, { 100, 48 },
                                  { 300, 24 },  { 90, 24 },  { 60, 20 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const graphene_rect_t *star, *sign;
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) after = NULL;

      ui_star (&fixture->base, 1, TRUE);
      ui_star (&fixture->base, 2, FALSE);
      before = draw (fixture, sizes[i][0], sizes[i][1]);
      ui_star (&fixture->base, 2, TRUE);
      after = draw (fixture, sizes[i][0], sizes[i][1]);
      g_test_message ("%d × %d: %u, %u", sizes[i][0], sizes[i][1], before->len, after->len);
      g_assert_cmpuint (before->len, ==, 1);
      g_assert_cmpuint (after->len, ==, 2);

      star = &g_array_index (after, graphene_rect_t, 0);
      sign = &g_array_index (after, graphene_rect_t, 1);
      g_assert_false (graphene_rect_intersection (star, sign, NULL));
      g_assert_cmpfloat (sign->origin.x, >=, 0);
      g_assert_cmpfloat (sign->origin.y, >=, 0);
      g_assert_cmpfloat (sign->origin.y + sign->size.height, <=, sizes[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/cell-drawing/clash-has-a-sign-at-each-size", Fixture, NULL, set_up, test_clash, tear_down);

  return g_test_run ();
}
