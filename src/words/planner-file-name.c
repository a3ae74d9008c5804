/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-file-name.h"

#include <string.h>

/* With four bytes a character, the name stays below the 255 bytes that file systems allow. */
#define MAX_CHARS 60

/* FAT and Windows allow none of these in a name. */
#define NOT_ALLOWED "/\\:*?\"<>|"

static gboolean
is_allowed (gunichar c)
{
  return !g_unichar_iscntrl (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
         g_unichar_type (c) != G_UNICODE_LINE_SEPARATOR && !(c < 0x80 && strchr (NOT_ALLOWED, (int) c));
}

/**
 * planner_file_name_new:
 * @title: UTF-8; text of a schedule or of the program
 * @suffix: such as ".ics"
 *
 * Makes a name for a file from a title. Characters that a name cannot have become dashes, and a long title is cut off.
 *
 * Returns: (transfer full): the name
 */
char *
planner_file_name_new (const char *title, const char *suffix)
{
  g_autoptr (GString) name = g_string_new (NULL);

  g_return_val_if_fail (title != NULL && suffix != NULL, NULL);

  for (guint n = 0; *title && n < MAX_CHARS; title = g_utf8_next_char (title), n++)
    g_string_append_unichar (name, is_allowed (g_utf8_get_char (title)) ? g_utf8_get_char (title) : '-');
  g_strstrip (name->str);
  name->len = strlen (name->str);
  /* A file whose name begins with a dot is hidden. */
  if (name->len == 0 || name->str[0] == '.')
    g_string_prepend_c (name, '-');
  g_string_append (name, suffix);

  return g_string_free_and_steal (g_steal_pointer (&name));
}
