/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the scripts of KonOpas: "var program = […]; var people = […];". Nothing of a script is run: the values that it gives
 * to its variables become the members of one JSON object.
 */

#include "feed/json/planner-feed-script.h"
#include "feed/json/planner-feed-json.h"

#include <string.h>

#define MAX_VARIABLES 20
#define NAME "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$"

static const char *const keywords[] = { "var", "let", "const" };

/* Returns: the length of white space and comments in bytes */
static gsize
measure_space (const char *text)
{
  const char *p = text;

  for (;;)
    {
      const char *end = NULL;

      p += strspn (p, " \t\r\n;");
      if (g_str_has_prefix (p, "//"))
        end = p + strcspn (p, "\n");
      else if (g_str_has_prefix (p, "/*"))
        end = strstr (p + 2, "*/");
      if (!end)
        return (gsize) (p - text);
      p = *p && p[1] == '*' ? end + 2 : end;
    }
}

/* Returns: the length of "var program =" in bytes, or 0; @name and @length are the name of the variable */
static gsize
measure_assignment (const char *text, const char **name, gsize *length)
{
  const char *p = text;

  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_has_prefix (text, keywords[i]) && strchr (" \t", text[strlen (keywords[i])]))
      p = text + strlen (keywords[i]);
  if (p == text)
    return 0;
  p += strspn (p, " \t");
  *name = p;
  *length = strspn (p, NAME);
  p += *length;
  p += strspn (p, " \t");

  return *length > 0 && *p == '=' ? (gsize) (p + 1 - text) : 0;
}

/* Returns: the length of a value in bytes, up to the semicolon after it or the end of the text */
static gsize
measure_value (const char *text)
{
  const char *p = text;
  guint depth = 0;

  for (; *p; p++)
    if (*p == '"')
      {
        for (p++; *p && *p != '"'; p++)
          if (*p == '\\' && p[1])
            p++;
        if (!*p)
          break;
      }
    else if (*p == '[' || *p == '{')
      depth++;
    else if (*p == ']' || *p == '}')
      {
        if (depth-- <= 1)
          return (gsize) (p + 1 - text);
      }
    else if (*p == ';' && depth == 0)
      break;

  return (gsize) (p - text);
}

/* Keeps the line breaks, so that problems name the lines of the script. */
static void
append_breaks (GString *json, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n')
      g_string_append_c (json, '\n');
}

/* Returns: (transfer full): the variables of the script as one JSON object */
static char *
to_json (const char *text)
{
  GString *json = g_string_sized_new (strlen (text) + 64);
  const char *p = text, *name = NULL, *rest;
  gsize length = 0, n_bytes;

  g_string_append_c (json, '{');
  for (guint i = 0; i < MAX_VARIABLES; i++)
    {
      append_breaks (json, p, measure_space (p));
      p += measure_space (p);
      n_bytes = measure_assignment (p, &name, &length);
      if (n_bytes == 0)
        break;
      p += n_bytes;
      n_bytes = measure_value (p);
      g_string_append_printf (json, "%s\"%.*s\":%.*s", i > 0 ? "," : "", (int) length, name, (int) n_bytes,
                              p);
      p += n_bytes;
    }
  rest = p;
  if (*rest)
    g_debug ("The script goes on after the variables: %.40s", rest);

  return g_string_free_and_steal (g_string_append_c (json, '}'));
}

/**
 * planner_feed_script_is:
 *
 * Returns: whether the text begins with an assignment to a variable
 */
gboolean
planner_feed_script_is (const char *text)
{
  const char *name;
  gsize length;

  return measure_assignment (text + measure_space (text), &name, &length) > 0;
}

/**
 * planner_feed_script_read:
 * @text: valid UTF-8
 *
 * Reads a schedule from the variables of a script; see planner_feed_read() for the other parameters and the result.
 */
PlannerAgenda *
planner_feed_script_read (const char *text,
                          const PlannerFeedOptions *options,
                          PlannerReport *report,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *json = to_json (text);

  return planner_feed_json_read (json, options, report, cancellable, error);
}
