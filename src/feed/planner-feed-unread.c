/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names the formats that the planner does not read, and what to ask the organizers for. */

#include "feed/planner-feed-unread.h"
#include "feed/planner-feed-error.h"

#define ASK "; ask the organizers for the schedule as JSON, XML or iCalendar"

typedef struct
{
  const char
      *sign; /* how the format is known: the first bytes, the root of the XML, or members of the JSON */
  const char *sentence;
} Unread;

static const Unread texts[] = {
  { "%PDF-", "This is a PDF document, which only people can read" ASK "." },
  { "PK\003\004", "This is an archive or a spreadsheet" ASK "." },
  { "PK\357\277\275\357\277\275", "This is an archive or a spreadsheet" ASK "." },
  { "BEGIN:VCARD", "These are contacts (vCard), not a schedule" ASK "." },
};
static const Unread roots[] = {
  { "rss", "This is RSS, which has news and no times of sessions" ASK "." },
  { "feed", "This is Atom, which has news and no times of sessions" ASK "." },
  { "urlset", "This is the site map of a website, not a schedule" ASK "." },
  { "sitemapindex", "This is the site map of a website, not a schedule" ASK "." },
  { "opml", "This is OPML, a list of news feeds, not a schedule" ASK "." },
  { "kml", "This is KML, which has places and no sessions" ASK "." },
  { "svg", "This is a picture (SVG), not a schedule" ASK "." },
};

/* An object, or the first item of an array, that has all these members. */
static const Unread members[] = {
  { "version home_page_url items", "This is JSON Feed, which has news and no times of sessions" ASK "." },
  { "type features", "This is GeoJSON, which has places and no sessions" ASK "." },
  { "firstName lastName fullName",
    "These are the speakers of Sessionize without the sessions; ask the organizers for the address of the view “All”." },
  { "count next results",
    "This is one page of a program's interface, such as pretalx's; ask the organizers for the export, schedule.json." },
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
