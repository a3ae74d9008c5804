/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/widgets/planner-rich-text-view.h"

/* In pixels. No word of the tests fits. */
#define WIDTH 100

/* Returns: how many glyphs the first line has beside those of its characters */
static int
count_added_glyphs (GtkLabel *label)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (label));
  PangoLayoutLine *line;
  int n = 0;

  pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
  g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
  line = pango_layout_get_line_readonly (layout, 0);
  for (GSList *run = line->runs; run; run = run->next)
    n += ((PangoLayoutRun *) run->data)->glyphs->num_glyphs;

  return n - pango_layout_line_get_length (line);
}

static void
test_hyphens (void)
{
  static const struct
  {
    const char *text, *shown;
    int n_hyphens;
  } cases[] = {
    { "NNNNNNNNNNNNNNNNNNNN", "NNNNNNNNNNNNNNNNNNNN", 1 },
    { "https://NNNNNNNNNNNNNNNNNNNN", "https://NNNNNNNNNNNNNNNNNNNN", 0 },
    { "```\nNNNNNNNNNNNNNNNNNNNN\n```", "NNNNNNNNNNNNNNNNNNNN", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *view = g_object_ref_sink (planner_rich_text_view_new (cases[i].text));
      GtkWidget *label = ui_find_label (view, cases[i].shown);

      g_assert_nonnull (label);
      g_assert_cmpint (count_added_glyphs (GTK_LABEL (label)), ==, cases[i].n_hyphens);
      g_assert_finalize_object (view);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/ui/rich-text-view/addresses-and-code-have-no-hyphens", test_hyphens);

  return g_test_run ();
}
