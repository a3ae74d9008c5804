/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-feed.h"
#include "feed/planner-feed-bytes.h"
#include "feed/ical/planner-feed-ical.h"
#include "feed/json/planner-feed-json.h"
#include "feed/xml/planner-feed-xml.h"
#include "feed/xml/planner-feed-xml-text.h"

#include <string.h>

G_DEFINE_QUARK (planner_feed_error, planner_feed_error)

static gboolean
begins_with (const char *text, const char *beginning)
{
  return g_ascii_strncasecmp (text, beginning, strlen (beginning)) == 0;
}

/* What says that it is XML is a web page only where its root says so. */
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
  if (planner_feed_ical_is (start))
    return planner_feed_ical_read (text, options, report, cancellable, error);
  if (is_web_page (start))
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_WEB_PAGE,
                           "This is a web page, not a schedule.");
      return NULL;
    }
  if (*start == '{' || *start == '[')
    return planner_feed_json_read (text, options, report, cancellable, error);
  if (*start == '<')
    return planner_feed_xml_read (text, options, report, cancellable, error);

  g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                       "This is no schedule in a known format.");

  return NULL;
}

/**
 * planner_feed_read:
 * @bytes: a schedule of whatever format, as it came
 * @options: (nullable): what the feed cannot tell
 * @report: (nullable): takes a line for each repair and each thing left out
 * @cancellable: (nullable): stops the reading
 * @error: of %PLANNER_FEED_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a schedule. It takes its time, up to a second for the largest: it is for worker threads, and knows nothing
 * of the thread's locale or zone but the languages, where @options has none.
 *
 * Returns: (nullable) (transfer full): a sealed agenda, perhaps without sessions
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

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (g_bytes_get_size (bytes) > PLANNER_FEED_MAX_BYTES)
    {
      g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                   "The schedule is larger than %d MiB.", PLANNER_FEED_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = planner_feed_bytes_to_text (bytes, own_report);

  return read_text (text, options ? options : &no_options, own_report, cancellable, error);
}
