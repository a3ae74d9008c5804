/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-note.h"

#include <string.h>

static gboolean
is_allowed (gunichar c)
{
  return c == '\n' || c == '\t' || !g_unichar_iscntrl (c);
}

/* Appends @c unless the note would become too long. */
static gboolean
append (GString *note, gunichar c)
{
  if (note->len + g_unichar_to_utf8 (c, NULL) > PLANNER_NOTE_MAX_BYTES)
    return FALSE;

  g_string_append_unichar (note, c);

  return TRUE;
}

/**
 * planner_note_clean:
 * @text: (nullable): what the attendee wrote, or what another program stored; any bytes up to a NUL
 *
 * Leaves out control characters other than line feed and tab, and what follows the first %PLANNER_NOTE_MAX_BYTES. Line breaks
 * become line feeds.
 *
 * Returns: (nullable) (transfer full): valid UTF-8; %NULL if @text has nothing but white space
 */
char *
planner_note_clean (const char *text)
{
  /* Longer input is cut before it is converted. Four bytes are left for a character that the cut divides. */
  const gsize length = text ? strnlen (text, 2 * PLANNER_NOTE_MAX_BYTES + 4) : 0;
  g_autofree char *valid = text ? g_utf8_make_valid (text, (gssize) length) : g_strdup ("");
  g_autoptr (GString) note = g_string_sized_new (length);
  gboolean has_words = FALSE;

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = *p == '\r' ? '\n' : g_utf8_get_char (p);

      if ((*p == '\r' && p[1] == '\n') || !is_allowed (c))
        continue;
      if (!append (note, c))
        break;
      has_words |= !g_unichar_isspace (c);
    }

  return has_words ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

static gboolean
continues (const char *text, const char *start)
{
  return text && start && g_str_has_prefix (text, start);
}

/* Returns: what @other adds below @base, with the line feeds before it; %NULL if it changes more than that */
static const char *
find_addition (const char *base, const char *other)
{
  const char *rest = continues (other, base) ? other + strlen (base) : NULL;

  return rest && *rest == '\n' ? rest : NULL;
}

/**
 * planner_note_merge:
 * @base: (nullable): the note from which both others were made
 * @own: (nullable): what the attendee wrote here
 * @other: (nullable): what was written elsewhere meanwhile
 *
 * Joins two notes. If both differ from @base, the result has @own and, below it, what @other has.
 *
 * Returns: (nullable) (transfer full): the joined note; what follows the first %PLANNER_NOTE_MAX_BYTES is left out
 */
char *
planner_note_merge (const char *base, const char *own, const char *other)
{
  const char *addition;
  g_autofree char *joined = NULL;

  if (!other || g_strcmp0 (other, base) == 0 || continues (own, other))
    return g_strdup (own);
  if (!own || g_strcmp0 (own, base) == 0 || continues (other, own))
    return g_strdup (other);

  addition = find_addition (base, other);
  joined = addition ? g_strconcat (own, addition, NULL) : g_strconcat (own, "\n\n", other, NULL);

  return planner_note_clean (joined);
}
