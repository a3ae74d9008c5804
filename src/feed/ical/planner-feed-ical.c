/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads iCalendar (RFC 5545, RFC 7986) as the programs of conferences write it. This file finds where components begin and
 * end, and reads the properties of the calendar. libical reads the components one after another.
 */

#include "feed/ical/planner-feed-ical.h"
#include "feed/build/planner-feed-builder-finish.h"
#include "feed/ical/planner-feed-ical-event.h"
#include "feed/ical/planner-feed-ical-lines.h"
#include "feed/ical/planner-feed-ical-reader.h"
#include "feed/ical/planner-feed-ical-repeat.h"
#include "feed/build/planner-feed-text.h"
#include "model/planner-string-table.h"

#include <string.h>

#define MAX_DEPTH 32
#define MAX_CALENDAR_LINES 1000
#define LINES_BETWEEN_CHECKS 4096

/* The first pass over the lines. */
typedef struct
{
  PlannerIcalReader *reader;
  PlannerIcalLines lines;
  GPtrArray *open;           /* owned: the names of the components that are open */
  GPtrArray *calendar_lines; /* owned */
  PlannerIcalBlock block;
  guint block_depth; /* 0 where no block is open */
  guint zone_line;
} Scan;

static const char *const calendar_names[] = {
  "NAME", "PRODID", "URL", "X-WR-CALDESC", "X-WR-CALNAME", "X-WR-TIMEZONE", NULL,
};

static void
scan_clear (Scan *scan)
{
  planner_ical_lines_clear (&scan->lines);
  planner_ical_block_clear (&scan->block);
  g_ptr_array_unref (scan->open);
  g_ptr_array_unref (scan->calendar_lines);
}

static void
reader_clear (PlannerIcalReader *reader)
{
  g_clear_pointer (&reader->builder, planner_builder_free);
  planner_ical_zones_clear (&reader->zones);
  g_array_unref (reader->blocks);
  g_hash_table_unref (reader->series);
  g_hash_table_unref (reader->overridden);
  g_hash_table_unref (reader->ranges);
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
      scan->block.is_series &= scan->block.has_start && !scan->block.replaced;
      g_array_append_val (scan->reader->blocks, scan->block);
      scan->block = (PlannerIcalBlock) { 0 };
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
  else if (scan->block_depth > 0 && scan->open->len == scan->block_depth)
    planner_ical_block_read_line (&scan->block, name, scan->lines.text->str);
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
  if (lines->n_bad > 0)
    planner_report_add (scan->reader->report, PLANNER_SEVERITY_SKIPPED, "$", PLANNER_PROBLEM_BAD_LINE,
                        "%u lines are neither properties nor parts of a text; they are left out.",
                        lines->n_bad);
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

/* Sched gives each conference a host of its own, and names itself in PRODID. */
static gboolean
is_of_sched (const char *text)
{
  g_autofree char *folded = g_ascii_strdown (text, -1);

  return strstr (folded, "sched.com") || strstr (folded, "sched.org");
}

static void
read_product (PlannerIcalReader *reader, const char *product)
{
  reader->is_pretalx |= strstr (product, "//pretalx//") != NULL;
  reader->is_indico |= strstr (product, "//INDICO//") != NULL;
  reader->builder->always_utc |= reader->is_indico || is_of_sched (product);
}

/* "UTC" mostly says how the file is written, not where the conference takes place. */
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
read_calendar_property (PlannerIcalReader *reader,
                        icalproperty *property,
                        guint zone_line,
                        char **description)
{
  PlannerAgenda *agenda = reader->builder->agenda;
  g_autofree char *value = dup_clean_value (property);

  if (!value)
    return;
  if (planner_ical_is_x (property, "X-WR-CALDESC") ||
      icalproperty_isa (property) == ICAL_DESCRIPTION_PROPERTY)
    g_set_str (description, value);
  else if (planner_ical_is_x (property, "X-WR-CALNAME") || icalproperty_isa (property) == ICAL_NAME_PROPERTY)
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
  PlannerAgenda *agenda = reader->builder->agenda;
  g_autoptr (icalcomponent) calendar = planner_ical_parse_lines (scan->calendar_lines);
  g_autofree char *description = NULL;

  if (!calendar)
    return;
  for (icalproperty *p = icalcomponent_get_first_property (calendar, ICAL_ANY_PROPERTY); p;
       p = icalcomponent_get_next_property (calendar, ICAL_ANY_PROPERTY))
    read_calendar_property (reader, p, scan->zone_line, &description);
  planner_text_add (agenda->title.variants ? &agenda->description : &agenda->title, "", description);
}

static void
read_zones (PlannerIcalReader *reader)
{
  for (guint i = 0; i < reader->blocks->len; i++)
    {
      const PlannerIcalBlock *block = &g_array_index (reader->blocks, PlannerIcalBlock, i);

      if (block->is_zone)
        planner_ical_zones_add (&reader->zones, block->start, block->length);
    }
}

/* Returns: (transfer full): what two revisions of one event have in common */
static char *
make_name (const PlannerIcalBlock *block)
{
  return g_strconcat (block->uid, "\n", block->replaced, NULL);
}

/* An event is outdated where another with the same UID and RECURRENCE-ID has a higher SEQUENCE. */
static void
find_outdated (PlannerIcalReader *reader)
{
  g_autoptr (GHashTable) sequences = planner_string_table_new (g_free, NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reader->blocks->len; i++)
      {
        PlannerIcalBlock *block = &g_array_index (reader->blocks, PlannerIcalBlock, i);
        g_autofree char *name = block->uid ? make_name (block) : NULL;
        const int highest = name ? GPOINTER_TO_INT (g_hash_table_lookup (sequences, name)) : 0;

        if (pass == 0 && name && block->sequence > highest)
          g_hash_table_insert (sequences, g_steal_pointer (&name), GINT_TO_POINTER (block->sequence));
        block->is_outdated = pass == 1 && name && block->sequence < highest;
      }
}

static void
note_outdated (const PlannerIcalReader *reader, const PlannerIcalBlock *block)
{
  g_autofree char *written = g_strdup_printf ("line %u UID %.100s", block->line, block->uid);
  g_autofree char *where = g_utf8_make_valid (written, -1);

  planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, where, PLANNER_PROBLEM_OUTDATED,
                      "An event with the same UID and a higher SEQUENCE replaces this one.");
}

static void
find_series (PlannerIcalReader *reader)
{
  for (guint i = 0; i < reader->blocks->len; i++)
    {
      PlannerIcalBlock *block = &g_array_index (reader->blocks, PlannerIcalBlock, i);

      if (block->is_outdated)
        note_outdated (reader, block);
      else if (block->uid && block->is_series)
        g_hash_table_insert (reader->series, block->uid, block);
    }
}

static void
add_range (PlannerIcalReader *reader, PlannerIcalBlock *block)
{
  GPtrArray *ranges = g_hash_table_lookup (reader->ranges, block->uid);

  if (!ranges)
    {
      ranges = g_ptr_array_new ();
      g_hash_table_insert (reader->ranges, block->uid, ranges);
    }
  g_ptr_array_add (ranges, block);
}

static gboolean
read_block (PlannerIcalReader *reader, PlannerIcalBlock *block, GError **error)
{
  g_auto (PlannerIcalComponent) event = { 0 };

  if (block->is_range && block->uid && g_hash_table_contains (reader->series, block->uid))
    {
      add_range (reader, block);
      return TRUE;
    }
  planner_ical_component_parse (&event, block);
  if (!event.component)
    return TRUE;
  if (block->is_series)
    return planner_ical_repeat_event (reader, &event, error);
  planner_ical_note_override (reader, &event);

  return planner_ical_read_event (reader, &event, NULL, error);
}

/* Reads repeated events last, because the others replace single times of them and show how long the conference lasts. */
static gboolean
read_events (PlannerIcalReader *reader, GError **error)
{
  find_outdated (reader);
  find_series (reader);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reader->blocks->len; i++)
      {
        PlannerIcalBlock *block = &g_array_index (reader->blocks, PlannerIcalBlock, i);

        if (!block->is_zone && !block->is_outdated && block->is_series == (pass == 1) &&
            !read_block (reader, block, error))
          return FALSE;
      }

  return TRUE;
}

/* The zone of most sessions is more likely that of the venue than the zone of the calendar. */
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
 * Returns: whether the text begins as iCalendar does, after white space or in an HTML comment
 */
gboolean
planner_feed_ical_is (const char *text)
{
  static const char beginning[] = "BEGIN:VCALENDAR";
  gsize length;

  text += strspn (text, " \t\r\n");
  if (g_str_has_prefix (text, "<!--"))
    {
      text += strlen ("<!--") + strspn (text + strlen ("<!--"), " \t\r\n");
      return g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0;
    }
  length = strlen (text);
  /* A file that was cut off may end within the first word. */
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
    .series = planner_string_table_new (NULL, NULL),
    .overridden = planner_string_table_new (g_free, NULL),
    .ranges = planner_string_table_new (NULL, (GDestroyNotify) g_ptr_array_unref),
    .last_start_s = G_MININT64,
  };
  g_auto (Scan) scan = {
    .reader = &reader,
    .open = g_ptr_array_new_with_free_func (g_free),
    .calendar_lines = g_ptr_array_new_with_free_func (g_free),
  };

  g_array_set_clear_func (reader.blocks, (GDestroyNotify) planner_ical_block_clear);
  planner_ical_zones_init (&reader.zones);
  planner_ical_lines_init (&scan.lines, text, strlen (text), 1);
  reader.builder->utc_tells_no_zone = TRUE;
  reader.builder->always_utc = options->address && is_of_sched (options->address);
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
