/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/sessions/planner-section-heading.h"
#include "ui/sessions/planner-session-row.h"

#include <math.h>

#define TEXT_CONTRAST 4.5
#define ICON_CONTRAST 3.0

/* The luminance of WCAG 2.2. */
static double
linearize (float value)
{
  return value <= 0.04045f ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

static GdkRGBA
blend (const GdkRGBA *over, const GdkRGBA *under)
{
  return (GdkRGBA) {
    over->red * over->alpha + under->red * (1 - over->alpha),
    over->green * over->alpha + under->green * (1 - over->alpha),
    over->blue * over->alpha + under->blue * (1 - over->alpha),
    1,
  };
}

/* The color of libadwaita's variable --window-bg-color. */
static GdkRGBA
get_background (void)
{
  GdkRGBA color;

  g_assert_true (gdk_rgba_parse (&color, adw_style_manager_get_dark (adw_style_manager_get_default ())
                                             ? "#222226"
                                             : "#fafafb"));

  return color;
}

static void
assert_color_contrast (GtkWidget *widget, const GdkRGBA *color, double least)
{
  const GdkRGBA background = get_background ();
  const GdkRGBA seen = blend (color, &background);
  const double a = get_luminance (&seen);
  const double b = get_luminance (&background);

  g_test_message ("%s: %.2f", G_OBJECT_TYPE_NAME (widget), (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05));
  g_assert_cmpfloat ((MAX (a, b) + 0.05) / (MIN (a, b) + 0.05), >=, least);
}

static void
assert_contrast (GtkWidget *widget, double least)
{
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  assert_color_contrast (widget, &color, least);
}

/* The texts of a row have different colors, so this looks at those with which they are drawn. */
static void
assert_drawn_contrasts (GtkWidget *widget, GskRenderNode *node, guint *n)
{
  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_TEXT_NODE:
      assert_color_contrast (widget, gsk_text_node_get_color (node), TEXT_CONTRAST);
      ++*n;
      break;
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        assert_drawn_contrasts (widget, gsk_container_node_get_child (node, i), n);
      break;
    case GSK_ROUNDED_CLIP_NODE: /* a dot */
      assert_color_contrast (widget, gsk_color_node_get_color (gsk_rounded_clip_node_get_child (node)),
                             ICON_CONTRAST);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
assert_row_contrasts (GtkWidget *widget, guint *n)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  planner_row_text_draw (planner_session_row_get_text (PLANNER_SESSION_ROW (widget)), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  assert_drawn_contrasts (widget, node, n);
}

/* Icons may have an opacity of their own, so this looks at what is painted. */
static void
assert_painted (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GdkTextureDownloader) downloader = NULL;
  g_autoptr (GBytes) pixels = NULL;
  const guchar *bytes;
  gsize stride, strongest = 0;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture =
      gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, NULL);
  downloader = gdk_texture_downloader_new (texture);
  gdk_texture_downloader_set_format (downloader, GDK_MEMORY_R8G8B8A8);
  pixels = gdk_texture_downloader_download_bytes (downloader, &stride);
  bytes = g_bytes_get_data (pixels, NULL);
  for (gsize i = 3; i < stride * (gsize) gdk_texture_get_height (texture); i += 4)
    strongest = MAX (strongest, bytes[i]);

  /* Of 80 % of the color, black or white, an opacity of 60 % gives a contrast of 3:1 on any background. */
  g_assert_cmpuint (strongest, >=, 60 * 255 / 100);
}

static gboolean
has_opacity_node (GskRenderNode *node)
{
  switch ((int) (node ? gsk_render_node_get_node_type (node) : GSK_NOT_A_RENDER_NODE))
    {
    case GSK_OPACITY_NODE:
      return TRUE;
    case GSK_TRANSFORM_NODE:
      return has_opacity_node (gsk_transform_node_get_child (node));
    case GSK_CLIP_NODE:
      return has_opacity_node (gsk_clip_node_get_child (node));
    case GSK_CONTAINER_NODE:
      return gsk_container_node_get_n_children (node) == 1 &&
             has_opacity_node (gsk_container_node_get_child (node, 0));
    default:
      return FALSE;
    }
}

static gboolean
has_style_opacity (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));

  return has_opacity_node (node);
}

/* An opacity would lower the contrast unseen by this test. */
static void
assert_no_opacity (GtkWidget *widget, GtkWidget *top)
{
  for (; widget != top; widget = gtk_widget_get_parent (widget))
    {
      g_assert_false (gtk_widget_has_css_class (widget, "dimmed"));
      g_assert_false (gtk_widget_has_css_class (widget, "dim-label"));
      g_assert_cmpfloat (gtk_widget_get_opacity (widget), ==, 1);
      /* See assert_painted() for icons. The star button has no action here, and is therefore insensitive. */
      if (!GTK_IS_IMAGE (widget) && !GTK_IS_BUTTON (widget))
        g_assert_false (has_style_opacity (widget));
    }
}

static void
assert_all_contrasts (GtkWidget *widget, GtkWidget *top, guint *n)
{
  if (gtk_widget_get_visible (widget) && (GTK_IS_LABEL (widget) || GTK_IS_IMAGE (widget)))
    {
      assert_contrast (widget, GTK_IS_LABEL (widget) ? TEXT_CONTRAST : ICON_CONTRAST);
      assert_no_opacity (widget, top);
      if (GTK_IS_IMAGE (widget))
        assert_painted (widget);
      ++*n;
    }
  if (PLANNER_IS_SESSION_ROW (widget))
    {
      assert_row_contrasts (widget, n);
      assert_no_opacity (widget, top);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    assert_all_contrasts (child, top, n);
}

static void
check_contrasts (UiFixture *fixture)
{
  GListModel *entries = planner_conference_get_entries (fixture->conference);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  PlannerSessionRow *row = planner_session_row_new ();
  PlannerSessionRow *over = planner_session_row_new ();
  PlannerSectionHeading *heading = planner_section_heading_new (entries);
  guint n = 0;

  g_object_set (row, "conference", fixture->conference, "entry", ui_find_entry (fixture, 1), "show-forum",
                TRUE, NULL);
  g_object_set (over, "conference", fixture->conference, "entry", ui_find_entry (fixture, 3), "show-forum",
                TRUE, "now-utc", G_GINT64_CONSTANT (2145916800), NULL);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (over), "over"));
  g_object_set (heading, "entry", ui_find_entry (fixture, 1), NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (row));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (over));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (heading));
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  ui_wait_for_frames (window);

  assert_all_contrasts (box, box, &n);
  /* Title, speakers, time, room, forum and star of each row, and the two lines of the heading. */
  g_assert_cmpuint (n, >=, 13);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_iterate ();
}

static void
test_scheme (UiFixture *fixture, gconstpointer scheme)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), GPOINTER_TO_INT (scheme));
  check_contrasts (fixture);
}

/* libadwaita reads this variable when it starts, so the test needs its own process. */
static void
test_high_contrast (void)
{
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "ADW_DEBUG_HIGH_CONTRAST", "1", TRUE);

  g_test_trap_subprocess_with_envp ("/ui/contrast/subprocess/light", (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  g_test_trap_subprocess_with_envp ("/ui/contrast/subprocess/dark", (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_high_scheme (UiFixture *fixture, gconstpointer scheme)
{
  g_assert_true (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()));
  test_scheme (fixture, scheme);
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    g_object_set (provider, "prefers-contrast", GTK_INTERFACE_CONTRAST_MORE, NULL);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                    "/org/gotc/Planner/icons");
  gtk_css_provider_load_from_resource (provider, "/org/gotc/Planner/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
add (const char *path, void (*test) (UiFixture *, gconstpointer), AdwColorScheme scheme)
{
  g_test_add (path, UiFixture, GINT_TO_POINTER (scheme), ui_set_up, test, ui_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();

  add ("/ui/contrast/U10/light-style-is-readable", test_scheme, ADW_COLOR_SCHEME_FORCE_LIGHT);
  add ("/ui/contrast/U10/dark-style-is-readable", test_scheme, ADW_COLOR_SCHEME_FORCE_DARK);
  g_test_add_func ("/ui/contrast/U10/high-contrast-is-readable", test_high_contrast);
  add ("/ui/contrast/subprocess/light", test_high_scheme, ADW_COLOR_SCHEME_FORCE_LIGHT);
  add ("/ui/contrast/subprocess/dark", test_high_scheme, ADW_COLOR_SCHEME_FORCE_DARK);

  return g_test_run ();
}
