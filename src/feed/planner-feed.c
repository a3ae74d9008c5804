/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-feed.h"
#include "feed/planner-feed-bytes.h"
#include "feed/planner-feed-format.h"
#include "feed/planner-feed-unread.h"
#include "feed/csv/planner-feed-csv.h"
#include "feed/ical/planner-feed-ical.h"
#include "feed/json/planner-feed-json-ld.h"
#include "feed/json/planner-feed-json.h"
#include "feed/json/planner-feed-script.h"
#include "feed/xml/planner-feed-researchr.h"
#include "feed/xml/planner-feed-xcal.h"
#include "feed/xml/planner-feed-xml.h"
#include "feed/xml/planner-feed-xml-prolog.h"

#include <string.h>

static gboolean
begins_with (const char *text, const char *beginning)
{
  return g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0;
}

/* An XML declaration does not tell schedules from web pages in XHTML, so the root element decides. */
static gboolean
is_web_page (const char *text)
{
  g_autofree char *root = *text == '<' ? planner_xml_dup_root (text) : NULL;
  g_autofree char *head = g_ascii_strdown (text, MIN (strlen (text), 1024));

  if (root && (g_str_equal (root, "schedule") || begins_with (text, "<?xml")))
    return g_ascii_strcasecmp (root, "html") == 0;

  return begins_with (text, "<!doctype html") || begins_with (text, "<html") ||
         (*text == '<' && (strstr (head, "<html") || strstr (head, "<head") || strstr (head, "<body")));
}

static gboolean
is_json (const char *text)
{
  return *text == '{' || *text == '[';
}

static gboolean
is_xml (const char *text)
{
  return *text == '<';
}

/* The problems of an xCal schedule name the lines of its form in iCalendar. */
static PlannerAgenda *
read_xcal (const char *text,
           const PlannerFeedOptions *options,
           PlannerReport *report,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *ical = planner_feed_xcal_to_ical (text, error);
  PlannerAgenda *agenda = ical ? planner_feed_ical_read (ical, options, report, cancellable, error) : NULL;

  if (agenda)
    g_set_str (&agenda->format, planner_feed_format_get_name (PLANNER_FEED_FORMAT_XCAL));

  return agenda;
}

typedef PlannerAgenda *(*ReadFunc) (const char *text,
                                    const PlannerFeedOptions *options,
                                    PlannerReport *report,
                                    GCancellable *cancellable,
                                    GError **error);

/* Each reader with the test that finds its schedules by their first characters after white space. */
static const struct
{
  const char *name;
  gboolean (*is_written_in) (const char *text);
  ReadFunc read;
} readers[] = {
  { "JSON", is_json, planner_feed_json_read },
  /* It may be in an HTML comment. */
  { "iCalendar", planner_feed_ical_is, planner_feed_ical_read },
  { "xCal", planner_feed_xcal_is, read_xcal },
  { "Researchr’s XML", planner_feed_researchr_is, planner_feed_researchr_read },
  { "XML", is_xml, planner_feed_xml_read },
  { "a table", planner_feed_csv_is, planner_feed_csv_read },
  { "a script", planner_feed_script_is, planner_feed_script_read },
};

static PlannerAgenda *
read_text (const char *text,
           const PlannerFeedOptions *options,
           PlannerReport *report,
           GCancellable *cancellable,
           GError **error)
{
  const char *start = text + strspn (text, " \t\r\n");

  if (!*start)
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_EMPTY, "The schedule is empty.");
      return NULL;
    }
  if (!planner_feed_ical_is (start) && is_web_page (start))
    return planner_feed_json_ld_read (text, options, report, cancellable, error);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (readers[i].is_written_in (start))
      {
        g_debug ("Reading a schedule in %s", readers[i].name);
        return readers[i].read (text, options, report, cancellable, error);
      }

  if (!planner_feed_unread_set_text (start, error))
    g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                         "This is not a schedule in a known format.");

  return NULL;
}

/**
 * planner_feed_read:
 * @bytes: a schedule in any known format
 * @options: (nullable): what the schedule itself does not say
 * @report: (nullable): a report, to which each problem is added
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of %PLANNER_FEED_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a schedule. The largest schedules take up to a second, so call it from a worker thread. The result does not depend
 * on the locale or the time zone of the process, except for the languages when @options has none.
 *
 * Returns: (nullable) (transfer full): a sealed agenda, perhaps without sessions, or %NULL with @error set
 */
PlannerAgenda *
planner_feed_read (GBytes *bytes,
                   const PlannerFeedOptions *options,
                   PlannerReport *report,
                   GCancellable *cancellable,
                   GError **error)
{
  static const PlannerFeedOptions no_options = { 0 };
  g_autoptr (PlannerReport) own_report = report ? planner_report_ref (report) : planner_report_new ();
  g_autofree char *text = NULL;
  g_autoptr (PlannerAgenda) agenda = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_bytes_get_size (bytes) > PLANNER_FEED_MAX_BYTES)
    {
      g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                   "The schedule is larger than %d MiB.", PLANNER_FEED_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  if (planner_feed_unread_set_bytes (bytes, error))
    return NULL;
  text = planner_feed_bytes_to_text (bytes, own_report);

  agenda = read_text (text, options ? options : &no_options, own_report, cancellable, error);
  if (agenda)
    g_debug ("Read %u sessions on %u days, format %s, %u problems", agenda->sessions->len, agenda->days->len,
             agenda->format, planner_report_get_n_problems (own_report));

  return g_steal_pointer (&agenda);
}
