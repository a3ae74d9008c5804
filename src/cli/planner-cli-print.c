/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All output of the commands goes through this file. Schedules come from outside, so their texts must not control the terminal. */

#include "config.h"

#include "cli/planner-cli-print.h"

#include "words/planner-messages.h"

#include <glib/gi18n.h>

/* Whether standard output is for a program. */
static gboolean prints_json;

/* Control characters, among them the escape sequences of terminals, and the characters that change the direction of the text
 * after them (Unicode Standard Annex #9, section 2). */
static gboolean
is_unsafe (gunichar c)
{
  return (c < 0x20 && c != '\n') || (c >= 0x7f && c <= 0x9f) || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

/* Returns: (transfer full): @text without characters that control a terminal; line feeds stay. No-break spaces become spaces,
 * so that people can search for what they see. */
static char *
dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (c == 0xa0)
        g_string_append_c (clean, ' ');
      else if (!is_unsafe (c))
        g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }

  return g_string_free_and_steal (clean);
}

/**
 * planner_cli_set_json:
 * @json: whether standard output is for a program
 *
 * With @json, planner_cli_print() prints to standard error.
 */
void
planner_cli_set_json (gboolean json)
{
  prints_json = json;
}

/**
 * planner_cli_print:
 *
 * Prints text for people to standard output, without characters that control a terminal.
 */
void
planner_cli_print (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = dup_clean (text);
  if (prints_json)
    g_printerr ("%s", clean);
  else
    g_print ("%s", clean);
}

/**
 * planner_cli_print_json:
 * @line: a JSON text
 *
 * Prints a line for programs to standard output. JSON allows some characters that control a terminal; they are written as
 * escapes (RFC 8259, section 7).
 */
void
planner_cli_print_json (const char *line)
{
  g_autoptr (GString) safe = g_string_sized_new (strlen (line));

  for (const char *p = line; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if (is_unsafe (c))
        g_string_append_printf (safe, "\\u%04x", c);
      else
        g_string_append_unichar (safe, c);
    }
  g_print ("%s\n", safe->str);
}

/**
 * planner_cli_print_failure:
 *
 * Prints the program's name and a sentence to standard error.
 */
void
planner_cli_print_failure (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  clean = dup_clean (text);
  g_printerr ("gotc-planner: %s\n", clean);
}

/**
 * planner_cli_print_error:
 * @subject: what the error is about: the program, a conference, a file or an address
 *
 * Prints a sentence about the error in the attendee's language, and below it the details in English if there are more.
 */
void
planner_cli_print_error (const char *subject, const GError *error)
{
  g_autofree char *clean_subject = dup_clean (subject);
  g_autofree char *clean_details = dup_clean (error->message);

  g_printerr ("%s: %s\n", clean_subject, planner_message_for_error (error));
  if (planner_error_tells_more (error))
    g_printerr ("  %s\n", clean_details);
}

/**
 * planner_cli_print_left_out:
 * @n_without_day: the number of sessions without a day
 *
 * Prints how many sessions a calendar does not have, if there are any.
 */
void
planner_cli_print_left_out (guint n_without_day)
{
  if (n_without_day > 0)
    planner_cli_print_failure (
        ngettext ("%u session without a day is left out, because a calendar cannot hold it.",
                  "%u sessions without a day are left out, because a calendar cannot hold "
                  "them.",
                  n_without_day),
        n_without_day);
}
