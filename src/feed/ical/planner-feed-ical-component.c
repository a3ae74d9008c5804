/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Makes a component of its lines. libical gets them one by one, so that a bad line does not affect the others. Its tables
 * are global and some are filled at the first use, hence the lock.
 */

#include "feed/ical/planner-feed-ical-component.h"
#include "feed/ical/planner-feed-ical-lines.h"

#include <stdlib.h>
#include <string.h>

#define MAX_PROPERTIES 1000

/* The properties that are read; no other is given to libical. */
static const char *const event_names[] = {
  "ATTACH",
  "ATTENDEE",
  "CATEGORIES",
  "CONFERENCE",
  "DESCRIPTION",
  "LOCATION",
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
static const char *const time_names[] = {
  "DTEND", "DTSTART", "DURATION", "EXDATE", "EXRULE", "RDATE", "RECURRENCE-ID", "RRULE", NULL,
};

static GMutex parsing;

/* libical miscounts the values of a list with an escaped comma, so each category gets a line of its own. */
static void
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
        return;
    }
}

static void
add_property (icalparser *parser, const char *name, const char *line, const char *value)
{
  if (g_str_equal (name, "CATEGORIES"))
    {
      add_categories (parser, line, value);
      return;
    }
  /* Any other value is the content of the attachment. */
  if (g_str_equal (name, "ATTACH") && g_ascii_strncasecmp (value, "http", 4) != 0)
    return;
  icalparser_add_line (parser, (char *) line);
}

/* libical replaces the byte after an unknown escape by a space, which breaks a character of several bytes. */
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

static void
property_free (gpointer data)
{
  PlannerIcalProperty *property = data;

  g_free (property->name);
  g_free (property->value);
  g_free (property->tzid);
  g_free (property);
}

static PlannerIcalProperty *
property_new (const char *name, const char *line, const char *value, gsize length)
{
  PlannerIcalProperty *property = g_new0 (PlannerIcalProperty, 1);
  g_autofree char *type = planner_ical_line_dup_parameter (line, "VALUE");

  property->name = g_strdup (name);
  property->value = g_strstrip (g_strndup (value, length));
  property->tzid = planner_ical_line_dup_parameter (line, "TZID");
  property->is_date = type && g_ascii_strcasecmp (type, "DATE") == 0;

  return property;
}

/* "TZID=GMT+05:30:20260701T100000", as Google has written it, has one colon too many. */
static const char *
skip_minutes_of_zone (const char *line, const char *value)
{
  const gboolean has_hours = value - line > 4 && (value[-4] == '+' || value[-4] == '-') &&
                             g_ascii_isdigit (value[-3]) && g_ascii_isdigit (value[-2]);

  return has_hours && g_ascii_isdigit (value[0]) && g_ascii_isdigit (value[1]) && value[2] == ':' ? value + 3
                                                                                                  : value;
}

static void
add_times (PlannerIcalComponent *self, const char *name, const char *line, const char *value, guint *n)
{
  const gboolean is_list = g_str_equal (name, "EXDATE") || g_str_equal (name, "RDATE");

  value = skip_minutes_of_zone (line, value);
  for (;; value++)
    {
      const gsize length = is_list ? strcspn (value, ",") : strlen (value);

      if ((*n)++ >= MAX_PROPERTIES)
        self->n_left_out++;
      else
        g_ptr_array_add (self->times, property_new (name, line, value, length));
      value += length;
      if (!*value)
        return;
    }
}

static void
add_line (PlannerIcalComponent *self, icalparser *parser, const char *name, GString *line, guint *n)
{
  const char *value;

  drop_stray_backslashes (line);
  value = planner_ical_line_get_value (line->str);
  if (!value)
    return;
  if (g_strv_contains (time_names, name))
    {
      if (value[strspn (value, " ")])
        add_times (self, name, line->str, value, n);
    }
  else if (g_strv_contains (event_names, name))
    {
      if ((*n)++ >= MAX_PROPERTIES)
        self->n_left_out++;
      else
        add_property (parser, name, line->str, value);
    }
}

static void
add_lines (PlannerIcalComponent *self, icalparser *parser, PlannerIcalLines *lines)
{
  guint depth = 0, n = 0;

  while (planner_ical_lines_next (lines))
    {
      g_autofree char *name = planner_ical_line_dup_name (lines->text->str);

      if (g_str_equal (name, "BEGIN"))
        depth++;
      else if (g_str_equal (name, "END"))
        depth -= depth > 0;
      else if (depth == 0)
        add_line (self, parser, name, lines->text, &n);
    }
}

void
planner_ical_block_clear (PlannerIcalBlock *block)
{
  g_clear_pointer (&block->uid, g_free);
  g_clear_pointer (&block->replaced, g_free);
}

/**
 * planner_ical_block_read_line:
 * @name: the name of the property
 * @line: a line of the component itself, not of one in it
 */
void
planner_ical_block_read_line (PlannerIcalBlock *block, const char *name, const char *line)
{
  const char *value = planner_ical_line_get_value (line);

  if (!value || !*value)
    return;
  if (g_str_equal (name, "UID") && !block->uid)
    block->uid = g_strstrip (g_strdup (value));
  else if (g_str_equal (name, "SEQUENCE"))
    block->sequence = MAX (0, atoi (value));
  else if (g_str_equal (name, "RRULE") || g_str_equal (name, "RDATE"))
    block->is_series = TRUE;
  else if (g_str_equal (name, "DTSTART"))
    {
      g_autofree char *type = planner_ical_line_dup_parameter (line, "VALUE");
      const char *clock = strpbrk (value, "Tt");

      block->has_start = TRUE;
      block->is_all_day = !clock || (type && g_ascii_strcasecmp (type, "DATE") == 0 &&
                                     !clock[1 + strspn (clock + 1, "0:Z ")]);
    }
  else if (g_str_equal (name, "RECURRENCE-ID"))
    {
      g_autofree char *range = planner_ical_line_dup_parameter (line, "RANGE");

      g_set_str (&block->replaced, line);
      block->is_range = range && g_ascii_strcasecmp (range, "THISANDFUTURE") == 0;
    }
}

/**
 * planner_ical_component_parse:
 * @self: (out caller-allocates): zero-filled
 * @block: an event; it must outlive @self
 *
 * Reads an event without the components in it, such as alarms.
 */
void
planner_ical_component_parse (PlannerIcalComponent *self, const PlannerIcalBlock *block)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&parsing);
  g_autoptr (icalparser) parser = icalparser_new ();
  g_auto (PlannerIcalLines) lines = { 0 };

  icalerror_set_errors_are_fatal (FALSE);
  self->block = block;
  self->times = g_ptr_array_new_with_free_func (property_free);
  planner_ical_lines_init (&lines, block->start, block->length, block->line);
  if (!planner_ical_lines_next (&lines))
    return;
  icalparser_add_line (parser, (char *) "BEGIN:VEVENT");
  add_lines (self, parser, &lines);
  self->component = icalparser_add_line (parser, (char *) "END:VEVENT");
}

void
planner_ical_component_clear (PlannerIcalComponent *self)
{
  g_clear_pointer (&self->component, icalcomponent_free);
  g_clear_pointer (&self->times, g_ptr_array_unref);
}

/**
 * planner_ical_component_find_time:
 * @name: a property about time
 *
 * Returns: (nullable) (transfer none): the first property of that name
 */
const PlannerIcalProperty *
planner_ical_component_find_time (const PlannerIcalComponent *self, const char *name)
{
  for (guint i = 0; i < self->times->len; i++)
    {
      const PlannerIcalProperty *property = g_ptr_array_index (self->times, i);

      if (g_str_equal (property->name, name))
        return property;
    }

  return NULL;
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
