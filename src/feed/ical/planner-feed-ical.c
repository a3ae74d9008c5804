/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads iCalendar (RFC 5545, RFC 7986) as the programs of conferences write it. Where components begin and end is found
 * here; what stands in them is read by libical, one component after another.
 */

#include "feed/ical/planner-feed-ical.h"
#include "feed/build/planner-feed-builder-finish.h"
#include "feed/ical/planner-feed-ical-lines.h"
#include "feed/ical/planner-feed-ical-reader.h"
#include "feed/build/planner-feed-text.h"

#include <string.h>

#define MAX_DEPTH 32
#define MAX_CALENDAR_LINES 1000
#define LINES_BETWEEN_CHECKS 4096

/* The components that are open, and what was found. */
typedef struct
{
  PlannerIcalReader *reader;
  PlannerIcalLines lines;
  GPtrArray *open;           /* owned, names */
  GPtrArray *calendar_lines; /* owned */
  PlannerIcalBlock block;
  guint block_depth; /* 0 when no block is open */
  guint zone_line;
} Scan;

static const char *const calendar_names[] = {
  "NAME", "PRODID", "URL", "X-WR-CALNAME", "X-WR-TIMEZONE", NULL
};

static void
scan_clear (Scan *scan)
{
  planner_ical_lines_clear (&scan->lines);
  g_ptr_array_unref (scan->open);
  g_ptr_array_unref (scan->calendar_lines);
}

static void
reader_clear (PlannerIcalReader *reader)
{
  g_clear_pointer (&reader->builder, planner_builder_free);
  planner_ical_zones_clear (&reader->zones);
  g_array_unref (reader->blocks);
  g_hash_table_unref (reader->overridden);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerIcalReader, reader_clear)

static void G_GNUC_PRINTF (3, 4) note (Scan *scan, PlannerProblemCode code, const char *format, ...)
{
  g_autofree char *where = g_strdup_printf ("line %u", scan->lines.number);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  planner_report_add (scan->reader->report, PLANNER_SEVERITY_REPAIRED, where, code, "%s", message);
}

static const char *
get_innermost (const Scan *scan)
{
  return scan->open->len > 0 ? g_ptr_array_index (scan->open, scan->open->len - 1) : "";
}

static void
close_down_to (Scan *scan, guint depth)
{
  if (scan->block_depth > depth)
    {
      scan->block.length = (gsize) (scan->lines.start - scan->block.start);
      g_array_append_val (scan->reader->blocks, scan->block);
      scan->block_depth = 0;
    }
  g_ptr_array_set_size (scan->open, (int) depth);
}

static gboolean
begin (Scan *scan, const char *name, GError **error)
{
  const gboolean is_event = g_str_equal (name, "VEVENT"), is_zone = g_str_equal (name, "VTIMEZONE");

  if (g_str_equal (name, "VCALENDAR") && scan->open->len > 0)
    {
      note (scan, PLANNER_PROBLEM_NO_END, "A calendar begins before the one before it ends.");
      close_down_to (scan, 0);
    }
  else if (is_event && scan->block_depth > 0)
    {
      note (scan, PLANNER_PROBLEM_NO_END, "An event begins before the one before it ends.");
      close_down_to (scan, scan->block_depth - 1);
    }
  if (scan->open->len >= MAX_DEPTH)
    {
      g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                   "Line %u: the components are nested deeper than in any schedule.", scan->lines.number);
      return FALSE;
    }
  g_ptr_array_add (scan->open, g_strdup (name));
  if ((is_event || is_zone) && scan->block_depth == 0)
    {
      scan->block =
          (PlannerIcalBlock) { .start = scan->lines.start, .line = scan->lines.number, .is_zone = is_zone };
      scan->block_depth = scan->open->len;
    }

  return TRUE;
}

static void
end (Scan *scan, const char *name)
{
  for (guint i = scan->open->len; i > 0; i--)
    if (g_str_equal (g_ptr_array_index (scan->open, i - 1), name))
      {
        if (i < scan->open->len)
          note (scan, PLANNER_PROBLEM_NO_END, "“%.50s” ends before “%.50s” within it does.", name,
                get_innermost (scan));
        close_down_to (scan, i - 1);
        return;
      }
  note (scan, PLANNER_PROBLEM_NO_BEGIN, "“%.50s” ends, but has not begun.", name);
}

static void
keep_calendar_line (Scan *scan, const char *name)
{
  if (!g_str_equal (get_innermost (scan), "VCALENDAR") || !g_strv_contains (calendar_names, name) ||
      scan->calendar_lines->len >= MAX_CALENDAR_LINES)
    return;
  if (g_str_equal (name, "X-WR-TIMEZONE"))
    scan->zone_line = scan->lines.number;
  g_ptr_array_add (scan->calendar_lines, g_strdup (scan->lines.text->str));
}

static gboolean
read_line (Scan *scan, GError **error)
{
  g_autofree char *name = planner_ical_line_dup_name (scan->lines.text->str);
  const char *value = planner_ical_line_get_value (scan->lines.text->str);
  g_autofree char *component = value ? g_strstrip (g_ascii_strup (value, -1)) : NULL;

  if (component && g_str_equal (name, "BEGIN"))
    return begin (scan, component, error);
  if (component && g_str_equal (name, "END"))
    end (scan, component);
  else
    keep_calendar_line (scan, name);

  return TRUE;
}

static gboolean
check_end (Scan *scan, GError **error)
{
  const PlannerIcalLines *lines = &scan->lines;

  if (scan->open->len > 0)
    {
      g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
                   "The schedule ends too early, in line %u.", lines->next_number - 1);
      return FALSE;
    }
  if (lines->n_stray > 0)
    planner_report_add (scan->reader->report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_NOT_FOLDED,
                        "%u lines go on without a space at the beginning of the next.", lines->n_stray);
  if (lines->n_cut > 0)
    planner_report_add (scan->reader->report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_LONG_LINE,
                        "%u lines are too long; they were cut.", lines->n_cut);

  return TRUE;
}

static gboolean
scan_components (Scan *scan, GError **error)
{
  guint n = 0;

  while (planner_ical_lines_next (&scan->lines))
    {
      if (n++ % LINES_BETWEEN_CHECKS == 0 &&
          g_cancellable_set_error_if_cancelled (scan->reader->cancellable, error))
        return FALSE;
      if (!read_line (scan, error))
        return FALSE;
    }

  return check_end (scan, error);
}

static char *
dup_clean_value (icalproperty *property)
{
  g_autofree char *value = planner_ical_dup_value (property);
  gboolean replaced = FALSE, cut = FALSE;

  return planner_feed_clean_text (value, PLANNER_TEXT_LINE, &replaced, &cut);
}

static void
read_product (PlannerIcalReader *reader, const char *product)
{
  reader->is_pretalx |= strstr (product, "//pretalx//") != NULL;
  reader->is_indico |= strstr (product, "//INDICO//") != NULL;
}

/* "UTC" is what the file is written in, more often than where the conference is. */
static void
take_zone (PlannerIcalReader *reader, const char *name, guint line)
{
  PlannerBuilder *builder = reader->builder;
  const PlannerIcalZone *zone = planner_ical_zones_find (&reader->zones, name);

  if (builder->zone_name || (zone && !zone->iana))
    return;
  if (zone && g_str_equal (zone->iana, "UTC") && builder->options->default_zone)
    return;
  builder->zone_name = g_strdup (zone ? zone->iana : name);
  builder->zone_where = g_strdup_printf ("line %u X-WR-TIMEZONE", line);
}

static void
read_calendar_property (PlannerIcalReader *reader, icalproperty *property, guint zone_line)
{
  PlannerAgenda *agenda = reader->builder->agenda;
  g_autofree char *value = dup_clean_value (property);

  if (!value)
    return;
  if (planner_ical_is_x (property, "X-WR-CALNAME") || icalproperty_isa (property) == ICAL_NAME_PROPERTY)
    planner_text_add (&agenda->title, "", value);
  else if (planner_ical_is_x (property, "X-WR-TIMEZONE"))
    take_zone (reader, value, zone_line);
  else if (icalproperty_isa (property) == ICAL_PRODID_PROPERTY)
    read_product (reader, value);
  else if (icalproperty_isa (property) == ICAL_URL_PROPERTY && !agenda->url)
    agenda->url = g_steal_pointer (&value);
}

static void
read_calendar (PlannerIcalReader *reader, const Scan *scan)
{
  g_autoptr (icalcomponent) calendar = planner_ical_parse_lines (scan->calendar_lines);

  if (!calendar)
    return;
  for (icalproperty *p = icalcomponent_get_first_property (calendar, ICAL_ANY_PROPERTY); p;
       p = icalcomponent_get_next_property (calendar, ICAL_ANY_PROPERTY))
    read_calendar_property (reader, p, scan->zone_line);
}

static void
read_zones (PlannerIcalReader *reader)
{
  for (guint i = 0; i < reader->blocks->len; i++)
    {
      const PlannerIcalBlock *block = &g_array_index (reader->blocks, PlannerIcalBlock, i);
      g_auto (PlannerIcalComponent) zone = { 0 };

      if (!block->is_zone)
        continue;
      planner_ical_component_parse (&zone, block);
      if (zone.component)
        planner_ical_zones_add (&reader->zones, zone.component);
    }
}

static gboolean
read_block (PlannerIcalReader *reader, const PlannerIcalBlock *block, GArray *series, GError **error)
{
  g_auto (PlannerIcalComponent) event = { 0 };

  planner_ical_component_parse (&event, block);
  if (!event.component)
    return TRUE;
  if (planner_ical_is_repeated (&event))
    {
      g_array_append_vals (series, block, 1);
      return TRUE;
    }
  planner_ical_note_override (reader, &event);

  return planner_ical_read_event (reader, &event, NULL, error);
}

static gboolean
read_events (PlannerIcalReader *reader, GError **error)
{
  g_autoptr (GArray) series = g_array_new (FALSE, FALSE, sizeof (PlannerIcalBlock));

  for (guint i = 0; i < reader->blocks->len; i++)
    {
      const PlannerIcalBlock *block = &g_array_index (reader->blocks, PlannerIcalBlock, i);

      if (!block->is_zone && !read_block (reader, block, series, error))
        return FALSE;
    }
  for (guint i = 0; i < series->len; i++)
    {
      g_auto (PlannerIcalComponent) event = { 0 };

      planner_ical_component_parse (&event, &g_array_index (series, PlannerIcalBlock, i));
      if (event.component && !planner_ical_repeat_event (reader, &event, error))
        return FALSE;
    }

  return TRUE;
}

/* What most sessions are written in says more of the venue than what the calendar as a whole is set to. */
static void
choose_zone (PlannerIcalReader *reader)
{
  const char *name = planner_ical_zones_choose (&reader->zones);

  if (name)
    g_set_str (&reader->builder->zone_name, name);
}

/**
 * planner_feed_ical_is:
 *
 * Returns: whether the text, white space before it aside, begins as iCalendar does
 */
gboolean
planner_feed_ical_is (const char *text)
{
  static const char beginning[] = "BEGIN:VCALENDAR";
  const gsize length = strlen (text);

  /* Of a file that was cut off, what is left of the first word. */
  if (length >= strlen ("BEGIN:") && length < strlen (beginning))
    return g_ascii_strncasecmp (text, beginning, length) == 0;

  return g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0;
}

/**
 * planner_feed_ical_read:
 * @text: valid UTF-8 that begins with a calendar
 *
 * Reads a schedule in iCalendar; see planner_feed_read().
 */
PlannerAgenda *
planner_feed_ical_read (const char *text,
                        const PlannerFeedOptions *options,
                        PlannerReport *report,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (PlannerIcalReader) reader = {
    .builder = planner_builder_new (options, report, cancellable),
    .report = report,
    .cancellable = cancellable,
    .blocks = g_array_new (FALSE, FALSE, sizeof (PlannerIcalBlock)),
    .overridden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .last_start_s = G_MININT64,
  };
  g_auto (Scan) scan = {
    .reader = &reader,
    .open = g_ptr_array_new_with_free_func (g_free),
    .calendar_lines = g_ptr_array_new_with_free_func (g_free),
  };

  planner_ical_zones_init (&reader.zones);
  planner_ical_lines_init (&scan.lines, text, strlen (text), 1);
  reader.builder->utc_tells_no_zone = TRUE;
  planner_builder_set_format (reader.builder, PLANNER_FEED_FORMAT_ICAL);
  if (!scan_components (&scan, error))
    return NULL;
  read_zones (&reader);
  read_calendar (&reader, &scan);
  if (!read_events (&reader, error))
    return NULL;
  choose_zone (&reader);

  return planner_builder_finish (reader.builder, error);
}
