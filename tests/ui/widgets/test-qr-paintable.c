/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws a QR code, and lets an independent program read it where there is one. */

#include "config.h"

#include "files.h"
#include "ui/widgets/planner-qr-paintable.h"

#define TEXT "gotc-planner:stars?v=1&a=https%3A%2F%2Fexample.org%2Fschedule.json&s=ungWvw"
#define BACKGROUND 0.2

/* Draws it on a dark background, as in the dark style. */
static cairo_surface_t *
draw (GdkPaintable *paintable, int width, int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  cairo_t *cairo = cairo_create (surface);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_set_source_rgb (cairo, BACKGROUND, BACKGROUND, BACKGROUND);
  cairo_paint (cairo);
  gsk_render_node_draw (node, cairo);
  gsk_render_node_unref (node);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);

  return surface;
}

static guint
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guint8 *row =
      cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

/* No edge is blurred, and the quiet zone is white. */
static void
test_pixels (void)
{
  static const int sizes[][2] = { { 300, 300 }, { 336, 400 }, { 500, 301 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GdkPaintable) paintable = planner_qr_paintable_new (planner_qr_code_new (TEXT, NULL));
      cairo_surface_t *surface = draw (paintable, sizes[i][0], sizes[i][1]);
      const guint middle = (guint) sizes[i][1] / 2;
      guint n_white = 0, n_black = 0, n_background = 0;

      for (int x = 0; x < sizes[i][0]; x++)
        {
          const guint pixel = get_pixel (surface, x, (int) middle);

          n_white += pixel == 0xffffff;
          n_black += pixel == 0;
          n_background += pixel == 0x333333;
        }
      g_assert_cmpuint (n_white + n_black + n_background, ==, (guint) sizes[i][0]);
      g_assert_cmpuint (n_black, >, 40);
      cairo_surface_destroy (surface);
    }
}

static void
test_decoded (void)
{
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  g_autofree char *folder = program ? g_dir_make_tmp ("planner-qr-XXXXXX", NULL) : NULL;
  g_autofree char *path = program ? g_build_filename (folder, "code.png", NULL) : NULL;
  const char *words[] = { program, "--quiet", "--raw", path, NULL };
  g_autoptr (GdkPaintable) paintable = planner_qr_paintable_new (planner_qr_code_new (TEXT, NULL));
  cairo_surface_t *surface = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;

  if (!program)
    {
      g_test_skip ("zbarimg is not installed");
      return;
    }
  surface = draw (paintable, 320, 320);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_strchomp (output), ==, TEXT);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/qr-paintable/modules-are-whole-pixels", test_pixels);
  g_test_add_func ("/ui/qr-paintable/other-program-reads-it", test_decoded);

  return g_test_run ();
}
