/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the lines of a component to libical's tree of it: line by line, so that a bad one costs no other. */

#include "feed/ical/planner-feed-ical-lines.h"
#include "feed/ical/planner-feed-ical-reader.h"

#include <string.h>

#define MAX_PROPERTIES 1000

/* What is read; all else is no schedule's business, and not given to the parser. */
static const char *const event_names[] = {
  "ATTACH",
  "ATTENDEE",
  "CATEGORIES",
  "CONFERENCE",
  "DESCRIPTION",
  "DTEND",
  "DTSTART",
  "DURATION",
  "EXDATE",
  "LOCATION",
  "RDATE",
  "RECURRENCE-ID",
  "RRULE",
  "STATUS",
  "SUMMARY",
  "UID",
  "URL",
  "X-ALT-DESC",
  "X-CONFERENCE",
  "X-GOOGLE-CONFERENCE",
  "X-MICROSOFT-SKYPETEAMSMEETINGURL",
  NULL,
};
static const char *const zone_names[] = {
  "DTSTART", "RDATE", "RRULE", "TZID", "TZOFFSETFROM", "TZOFFSETTO", "X-LIC-LOCATION", NULL,
};
static const char *const time_names[] = {
  "DTEND", "DTSTART", "DURATION", "RECURRENCE-ID", NULL,
};

/* Some of libical's tables are filled when they are used first. */
static GMutex parsing;

/* libical loses count of values when a comma is escaped: each category gets a line. */
static gboolean
add_categories (icalparser *parser, const char *line, const char *value)
{
  g_autoptr (GString) part = g_string_new_len (line, value - line);
  const gsize head = part->len;

  for (const char *p = value;; p++)
    {
      if (*p == '\\' && p[1])
        {
          g_string_append_len (part, p, 2);
          p++;
          continue;
        }
      if (*p && *p != ',')
        {
          g_string_append_c (part, *p);
          continue;
        }
      icalparser_add_line (parser, part->str);
      g_string_truncate (part, head);
      if (!*p)
        return TRUE;
    }
}

static gboolean
add_property (icalparser *parser, const char *name, const char *line, const char *value)
{
  if (g_str_equal (name, "CATEGORIES"))
    return add_categories (parser, line, value);
  /* What is not a link is the attachment itself. */
  if (g_str_equal (name, "ATTACH") && g_ascii_strncasecmp (value, "http", 4) != 0)
    return TRUE;
  icalparser_add_line (parser, (char *) line);

  return icalparser_get_state (parser) != ICALPARSER_ERROR;
}

/* For an escape that it does not know libical writes a space: of a character of several bytes that leaves the rest. */
static void
drop_stray_backslashes (GString *line)
{
  char *to = line->str;

  for (const char *p = line->str; *p; p++)
    {
      if (*p == '\\' && (guchar) p[1] >= 0x80)
        continue;
      *to++ = *p;
      if (*p == '\\' && p[1])
        *to++ = *++p;
    }
  g_string_truncate (line, (gsize) (to - line->str));
}

static gboolean
next_line (PlannerIcalLines *lines)
{
  if (!planner_ical_lines_next (lines))
    return FALSE;
  drop_stray_backslashes (lines->text);

  return TRUE;
}

static void
add_lines (PlannerIcalComponent *self,
           icalparser *parser,
           PlannerIcalLines *lines,
           const char *const *names,
           gboolean nested)
{
  guint depth = 0, n = 0;

  while (next_line (lines))
    {
      g_autofree char *name = planner_ical_line_dup_name (lines->text->str);
      const char *value = planner_ical_line_get_value (lines->text->str);
      const gboolean begins = g_str_equal (name, "BEGIN"), ends = g_str_equal (name, "END");

      if (begins || (ends && depth > 0))
        {
          if (nested)
            icalparser_add_line (parser, lines->text->str);
          depth += begins ? 1u : -1u;
        }
      else if (!ends && value && (depth == 0 || nested) && g_strv_contains (names, name))
        {
          if (n++ >= MAX_PROPERTIES)
            self->n_left_out++;
          else if (!add_property (parser, name, lines->text->str, value) && *value &&
                   g_strv_contains (time_names, name))
            g_hash_table_insert (self->refused, g_strdup (name), g_strdup (value));
        }
    }
  /* What libical does not end is lost to it. */
  for (; nested && depth > 0; depth--)
    icalparser_add_line (parser, (char *) "END:X");
}

/**
 * planner_ical_component_parse:
 * @self: (out): zero-filled
 *
 * Components within sessions, such as alarms, are left out.
 */
void
planner_ical_component_parse (PlannerIcalComponent *self, const PlannerIcalBlock *block)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&parsing);
  g_autoptr (icalparser) parser = icalparser_new ();
  g_auto (PlannerIcalLines) lines = { 0 };

  icalerror_set_errors_are_fatal (FALSE);
  self->line = block->line;
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  planner_ical_lines_init (&lines, block->start, block->length, block->line);
  if (!planner_ical_lines_next (&lines))
    return;
  icalparser_add_line (parser, (char *) (block->is_zone ? "BEGIN:VTIMEZONE" : "BEGIN:VEVENT"));
  add_lines (self, parser, &lines, block->is_zone ? zone_names : event_names, block->is_zone);
  self->component = icalparser_add_line (parser, (char *) (block->is_zone ? "END:VTIMEZONE" : "END:VEVENT"));
}

void
planner_ical_component_clear (PlannerIcalComponent *self)
{
  g_clear_pointer (&self->component, icalcomponent_free);
  g_clear_pointer (&self->refused, g_hash_table_unref);
}

/**
 * planner_ical_parse_lines:
 * @lines: properties of a calendar
 *
 * Returns: (nullable) (transfer full): the calendar
 */
icalcomponent *
planner_ical_parse_lines (GPtrArray *lines)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&parsing);
  g_autoptr (icalparser) parser = icalparser_new ();

  icalerror_set_errors_are_fatal (FALSE);
  icalparser_add_line (parser, (char *) "BEGIN:VCALENDAR");
  for (guint i = 0; i < lines->len; i++)
    icalparser_add_line (parser, g_ptr_array_index (lines, i));

  return icalparser_add_line (parser, (char *) "END:VCALENDAR");
}

/* Returns: (nullable) (transfer full): the value as text, unescaped */
char *
planner_ical_dup_value (icalproperty *property)
{
  icalvalue *value = icalproperty_get_value (property);
  const icalvalue_kind kind = value ? icalvalue_isa (value) : ICAL_NO_VALUE;
  char *written, *copy;

  if (kind == ICAL_NO_VALUE)
    return NULL;
  if (kind == ICAL_TEXT_VALUE)
    return g_strdup (icalvalue_get_text (value));
  if (kind == ICAL_X_VALUE)
    return g_strdup (icalvalue_get_x (value));
  written = icalvalue_as_ical_string_r (value);
  copy = g_strdup (written);
  if (written)
    icalmemory_free_buffer (written);

  return copy;
}

gboolean
planner_ical_is_x (icalproperty *property, const char *name)
{
  const char *own =
      icalproperty_isa (property) == ICAL_X_PROPERTY ? icalproperty_get_x_name (property) : NULL;

  return own && g_ascii_strcasecmp (own, name) == 0;
}
