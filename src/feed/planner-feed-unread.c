/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names the formats that the planner does not read, and what to ask the organizers for. */

#include "feed/planner-feed-unread.h"
#include "feed/planner-feed-error.h"

#include <string.h>

#define ASK "; ask the organizers for the schedule as JSON, XML or iCalendar"

typedef struct
{
  const char
      *sign; /* how the format is known: the first bytes, the root of the XML, or members of the JSON */
  const char *sentence;
} Unread;

static const Unread binaries[] = {
  { "PK\003\004", "This is an archive or a spreadsheet" ASK ", or for the spreadsheet as CSV." },
  { "\320\317\021\340",
    "This is a document of an office program, such as a spreadsheet" ASK ", or for the spreadsheet as CSV." },
  { "\037\213",
    "This is a compressed file (gzip); decompress it first, or ask the organizers for the schedule itself." },
  { "\211PNG", "This is a picture (PNG), which only people can read" ASK "." },
  { "\377\330\377", "This is a picture (JPEG), which only people can read" ASK "." },
  { "GIF8", "This is a picture (GIF), which only people can read" ASK "." },
  { "SQLite format 3", "This is a database of a program (SQLite)" ASK "." },
  { "{\\rtf", "This is a document of a word processor (RTF)" ASK "." },
};
static const Unread texts[] = {
  { "%PDF-", "This is a PDF document, which only people can read" ASK "." },
  { "---\n", "This is YAML or a text with YAML before it" ASK "." },
  { "BEGIN:VCARD", "These are contacts (vCard), not a schedule" ASK "." },
};
static const Unread roots[] = {
  { "rss", "This is RSS, which has news and no times of sessions" ASK "." },
  { "feed", "This is Atom, which has news and no times of sessions" ASK "." },
  { "urlset", "This is the site map of a website, not a schedule" ASK "." },
  { "sitemapindex", "This is the site map of a website, not a schedule" ASK "." },
  { "opml", "This is OPML, a list of news feeds, not a schedule" ASK "." },
  { "kml", "This is KML, which has places and no sessions" ASK "." },
  { "gpx", "This is GPX, which has places and no sessions" ASK "." },
  { "RDF", "This is RDF, which has news or data and no times of sessions" ASK "." },
  { "plist", "This is a property list of a program" ASK "." },
  { "Workbook", "This is a spreadsheet (Excel’s XML)" ASK ", or for the spreadsheet as CSV." },
  { "svg", "This is a picture (SVG), not a schedule" ASK "." },
};

/* The JSON is of a format if an object, or the first item of an array, has all members of its row. */
static const Unread members[] = {
  { "version home_page_url items", "This is JSON Feed, which has news and no times of sessions" ASK "." },
  { "type features", "This is GeoJSON, which has places and no sessions" ASK "." },
  { "firstName lastName fullName",
    "These are the speakers of Sessionize without the sessions; ask the organizers for the address of the view “All”." },
  { "count next results",
    "This is one page of a program's interface, such as pretalx's; ask the organizers for the export, schedule.json." },
  { "kind items",
    "This is an answer of Google Calendar’s interface; ask the organizers for the address in iCalendar format, which "
    "ends in .ics." },
  { "@type entries",
    "This is JSCalendar, a calendar in JSON; ask the organizers for the calendar in iCalendar." },
  { "pagination events", "This is one page of a program’s interface, such as Eventbrite’s" ASK "." },
  { "error", "This is the message of a server that something failed; check the address." },
  { "url results",
    "This is Indico’s export in JSON; ask the organizers for the export in iCalendar, which ends in .ics." },
};

static gboolean
set_sentence (GError **error, const char *sentence)
{
  g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_OTHER_FORMAT, sentence);

  return TRUE;
}

static gboolean
has_members (JsonObject *object, const char *names)
{
  g_auto (GStrv) list = g_strsplit (names, " ", -1);

  for (guint i = 0; list[i]; i++)
    if (!json_object_has_member (object, list[i]))
      return FALSE;

  return TRUE;
}

/* Directories are read by planner_directory_read(). */
static gboolean
is_directory (JsonObject *object)
{
  return has_members (object, "version schedules") ||
         (has_members (object, "directory") &&
          JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, "directory")));
}

/* jCal (RFC 7265) is an array that begins with "vcalendar". */
static gboolean
is_jcal (JsonNode *first)
{
  return JSON_NODE_HOLDS_VALUE (first) && json_node_get_value_type (first) == G_TYPE_STRING &&
         g_str_equal (json_node_get_string (first), "vcalendar");
}

/* Returns: how many of the usual delimiters of tables the first line has, and in @next where the next line begins */
static guint
count_delimiters (const char *text, const char **next)
{
  const gsize length = strcspn (text, "\r\n");
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += strchr (",;\t", text[i]) != NULL;
  *next = text + length + strspn (text + length, "\r\n");

  return n;
}

/* Returns: whether the first two lines have the same number of delimiters */
static gboolean
looks_like_table (const char *text)
{
  const char *second, *third;
  const guint n = count_delimiters (text, &second);

  return n >= 2 && *second && count_delimiters (second, &third) == n;
}

/**
 * planner_feed_unread_set_bytes:
 * @bytes: a file
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * Returns: whether this is a known format that is no text, with @error set
 */
gboolean
planner_feed_unread_set_bytes (GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (binaries); i++)
    if (size >= strlen (binaries[i].sign) && memcmp (data, binaries[i].sign, strlen (binaries[i].sign)) == 0)
      return set_sentence (error, binaries[i].sentence);

  return FALSE;
}

/**
 * planner_feed_unread_set_text:
 * @text: text that is neither JSON nor XML nor iCalendar
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * Returns: whether the format is known, with @error set
 */
gboolean
planner_feed_unread_set_text (const char *text, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_has_prefix (text, texts[i].sign))
      return set_sentence (error, texts[i].sentence);
  if (looks_like_table (text))
    return set_sentence (
        error,
        "This is a table, but its first row does not name the columns title and date, start, room, forum or "
        "speakers; ask the organizers for these names, which the planner’s guide for organizers lists.");

  return FALSE;
}

/**
 * planner_feed_unread_set_xml:
 * @root: (nullable): the name of the root element without its prefix
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * Returns: whether the format is known, with @error set
 */
gboolean
planner_feed_unread_set_xml (const char *root, GError **error)
{
  for (guint i = 0; root && i < G_N_ELEMENTS (roots); i++)
    if (g_ascii_strcasecmp (root, roots[i].sign) == 0)
      return set_sentence (error, roots[i].sentence);

  return FALSE;
}

/**
 * planner_feed_unread_set_json:
 * @root: (nullable): a JSON tree
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * Returns: whether the format is known, with @error set
 */
gboolean
planner_feed_unread_set_json (JsonNode *root, GError **error)
{
  JsonArray *array = root && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  JsonNode *first = array && json_array_get_length (array) > 0 ? json_array_get_element (array, 0) : root;

  if (!first)
    return FALSE;
  if (array && is_jcal (first))
    return set_sentence (
        error, "This is jCal, a calendar in JSON; ask the organizers for the calendar in iCalendar.");
  if (JSON_NODE_HOLDS_OBJECT (root) && is_directory (json_node_get_object (root)))
    {
      g_set_error_literal (
          error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_DIRECTORY,
          "This is a list of conferences, not a schedule; choose the address of one of them.");
      return TRUE;
    }
  for (guint i = 0; JSON_NODE_HOLDS_OBJECT (first) && i < G_N_ELEMENTS (members); i++)
    if (has_members (json_node_get_object (first), members[i].sign))
      return set_sentence (error, members[i].sentence);

  return FALSE;
}
