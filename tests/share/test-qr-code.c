/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* QR codes, read back by an independent program where there is one. */

#include "files.h"
#include "share/planner-qr-code.h"
#include "share/planner-star-link.h"

#include <string.h>

#define PIXELS_PER_MODULE 3

/* Writes the code as a portable graymap with its quiet zone. */
static char *
draw (const PlannerQrCode *code, const char *folder)
{
  const guint side = (code->width + 2 * PLANNER_QR_QUIET_ZONE) * PIXELS_PER_MODULE;
  g_autoptr (GString) image = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "code.pgm", NULL);

  g_string_printf (image, "P5 %u %u 255\n", side, side);
  for (guint y = 0; y < side; y++)
    for (guint x = 0; x < side; x++)
      {
        const guint column = x / PIXELS_PER_MODULE - PLANNER_QR_QUIET_ZONE;
        const guint row = y / PIXELS_PER_MODULE - PLANNER_QR_QUIET_ZONE;
        const gboolean inside = column < code->width && row < code->width;

        g_string_append_c (image, inside && planner_qr_code_is_dark (code, column, row) ? '\0' : (char) 255);
      }
  g_file_set_contents (path, image->str, (gssize) image->len, &error);
  g_assert_no_error (error);

  return path;
}

static char *
decode (const char *program, const char *path)
{
  const char *words[] = { program, "--quiet", "--raw", path, NULL };
  char *output = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_strchomp (output);
}

static void
test_decoded (void)
{
  g_autofree char *program = g_find_program_in_path ("zbarimg");
  g_autofree char *folder = NULL;
  static const guint counts[] = { 1, 20, 80 };

  if (!program)
    {
      g_test_skip ("zbarimg is not installed");
      return;
    }
  folder = g_dir_make_tmp ("planner-qr-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (PlannerSharedStars) stars = planner_shared_stars_new ();
      g_autofree char *link = NULL;
      g_autoptr (PlannerQrCode) code = NULL;
      g_autofree char *path = NULL;
      g_autofree char *decoded = NULL;

      stars->address =
          g_strdup ("https://fahrplan.events.ccc.de/congress/2024/fahrplan/schedule/export/schedule.json");
      for (guint j = 0; j < counts[i]; j++)
        {
          PlannerSharedStar *star = planner_shared_stars_add (stars);

          star->has_hash = TRUE;
          star->hash = j * 2654435761U;
        }
      link = planner_star_link_new (stars);
      code = planner_qr_code_new (link, NULL);
      path = draw (code, folder);
      decoded = decode (program, path);
      g_assert_cmpstr (decoded, ==, link);
    }
  remove_folder (folder);
}

/* A finder pattern is in three corners (ISO/IEC 18004, section 6.3.3). */
static void
test_form (void)
{
  g_autoptr (PlannerQrCode) code = planner_qr_code_new ("gotc-planner:", NULL);

  g_assert_cmpuint (code->width, ==, 21);
  for (guint i = 0; i < 7; i++)
    {
      g_assert_true (planner_qr_code_is_dark (code, i, 0));
      g_assert_true (planner_qr_code_is_dark (code, code->width - 1 - i, 0));
      g_assert_true (planner_qr_code_is_dark (code, 0, code->width - 1 - i));
    }
  g_assert_false (planner_qr_code_is_dark (code, 7, 0));
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (3000, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_null (planner_qr_code_new (text, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/share/qr-code/other-program-reads-it", test_decoded);
  g_test_add_func ("/share/qr-code/has-finder-patterns", test_form);
  g_test_add_func ("/share/qr-code/long-text-is-refused", test_too_long);

  return g_test_run ();
}
