/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keeps the times of change of a calendar that is written again. */

#include "share/planner-export-stamps.h"

#include "model/planner-string-table.h"

#include <string.h>

#define BEGINNING "BEGIN:VEVENT\r\n"
#define END "END:VEVENT\r\n"

/* Returns: (nullable): the end of the event at the beginning of @text; %NULL if the text ends before */
static const char *
find_end (const char *text)
{
  const char *end = strstr (text, "\r\n" END);

  return end ? end + strlen ("\r\n" END) : NULL;
}

static gsize
get_line_length (const char *text, const char *end)
{
  const char *line_end = memchr (text, '\n', (gsize) (end - text));

  return (gsize) ((line_end ? line_end + 1 : end) - text);
}

/* Returns: the length of the property’s name and its colon, if the line is one of the stamps; 0 for another line */
static gsize
match_stamp (const char *line)
{
  static const char *const names[] = { "DTSTAMP:", "SEQUENCE:", "LAST-MODIFIED:" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_has_prefix (line, names[i]))
      return strlen (names[i]);

  return 0;
}

/* Another program may have changed the file. */
static gboolean
is_valid_stamp (const char *value)
{
  const gsize length = strspn (value, "0123456789TZ");

  return length > 0 && value[length] == '\r';
}

/*
 * Returns: (nullable) (transfer full): an event without its stamps; %NULL if a stamp is not valid
 */
static char *
remove_stamps (const char *event, const char *end)
{
  g_autoptr (GString) rest = g_string_sized_new ((gsize) (end - event));

  while (event < end)
    {
      const gsize length = get_line_length (event, end);
      const gsize name_length = match_stamp (event);

      if (name_length == 0)
        g_string_append_len (rest, event, (gssize) length);
      else if (!is_valid_stamp (event + name_length))
        return NULL;
      event += length;
    }

  return g_string_free_and_steal (g_steal_pointer (&rest));
}

/* Returns: (transfer full): a table from each event without its stamps to the event as it is */
static GHashTable *
index_events (const char *text)
{
  GHashTable *events = planner_string_table_new (g_free, g_free);
  const char *end;

  while ((text = strstr (text, BEGINNING)) && (end = find_end (text)))
    {
      char *content = remove_stamps (text, end);

      if (content)
        g_hash_table_replace (events, content, g_strndup (text, (gsize) (end - text)));
      text = end;
    }

  return events;
}

/**
 * planner_export_keep_stamps:
 * @text: a calendar that was just made
 * @old_text: the calendar that it replaces; other programs may have changed it
 *
 * Takes DTSTAMP, SEQUENCE and LAST-MODIFIED from the old calendar for the events that are otherwise the same. So they tell when
 * an event last changed (RFC 5545, section 3.8.7), and a calendar without a change is equal to the old one.
 *
 * Returns: (transfer full): the calendar to write
 */
char *
planner_export_keep_stamps (const char *text, const char *old_text)
{
  g_autoptr (GHashTable) old_events = NULL;
  g_autoptr (GString) kept = NULL;
  const char *event, *end;

  g_return_val_if_fail (text != NULL && old_text != NULL, NULL);

  old_events = index_events (old_text);
  kept = g_string_sized_new (strlen (text));
  while ((event = strstr (text, BEGINNING)) && (end = find_end (event)))
    {
      g_autofree char *content = remove_stamps (event, end);
      const char *old_event = content ? g_hash_table_lookup (old_events, content) : NULL;

      g_string_append_len (kept, text, event - text);
      if (old_event)
        g_string_append (kept, old_event);
      else
        g_string_append_len (kept, event, end - event);
      text = end;
    }
  g_string_append (kept, text);

  return g_string_free_and_steal (g_steal_pointer (&kept));
}
