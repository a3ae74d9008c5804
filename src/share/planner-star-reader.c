/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads stars from a link, a text or a file, after finding out which form it has. */

#include "share/planner-star-reader.h"

#include "feed/json/planner-feed-json-parse.h"
#include "share/planner-star-file.h"
#include "share/planner-star-foreign.h"
#include "share/planner-star-link.h"

#include <string.h>

static void
set_unknown (GError **error)
{
  g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_UNKNOWN,
                       "This is no link, text or file with stars.");
}

static PlannerSharedStars *
read_json (const char *text, GError **error)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) reason = NULL;
  g_autoptr (JsonNode) root = planner_json_parse (text, report, &reason);
  JsonObject *object = root && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;

  if (!root)
    g_set_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_BROKEN, "The JSON cannot be read: %s",
                 reason->message);
  else if (object && planner_is_star_file (object))
    return planner_star_file_read (object, error);
  else if (object && planner_is_fahrplan_json (object))
    return planner_star_fahrplan_json_read (object, error);
  else
    set_unknown (error);

  return NULL;
}

/* Returns: (nullable) (transfer full): the first word of the text that is a link with stars, as messengers surround them by text */
static char *
find_link (const char *text)
{
  for (const char *p = text + strspn (text, " \t\r\n"); *p; p += strspn (p, " \t\r\n"))
    {
      const gsize length = strcspn (p, " \t\r\n");
      g_autofree char *word = g_strndup (p, length);

      if (planner_is_star_link (word) || planner_is_giggity_link (word))
        return g_steal_pointer (&word);
      p += length;
    }

  return NULL;
}

static gboolean
is_calendar (const char *text)
{
  return g_ascii_strncasecmp (text, "BEGIN:VCALENDAR", strlen ("BEGIN:VCALENDAR")) == 0;
}

static PlannerSharedStars *
read_text (const char *text, GError **error)
{
  g_autofree char *link = NULL;

  if (*text == '{' || *text == '[')
    return read_json (text, error);
  link = find_link (text);
  if (link && planner_is_star_link (link))
    return planner_star_link_read (link, error);
  if (link)
    return planner_star_giggity_read (link, error);

  return planner_star_fahrplan_text_read (text, error);
}

/**
 * planner_shared_stars_read:
 * @bytes: from outside
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads stars in any known form: links and files of this program, links of Giggity, text and JSON of EventFahrplan, and
 * calendars. Large calendars take up to a second.
 *
 * Returns: (transfer full) (nullable): the stars, one at least
 */
PlannerSharedStars *
planner_shared_stars_read (GBytes *bytes, GError **error)
{
  g_autofree char *text = NULL;
  const char *begin;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  length = g_bytes_get_size (bytes);
  if (length > PLANNER_SHARED_MAX_BYTES)
    {
      g_set_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE, "It is larger than %d MiB.",
                   PLANNER_SHARED_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = g_strndup (length > 0 ? g_bytes_get_data (bytes, NULL) : "", length);
  begin = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  begin += strspn (begin, " \t\r\n");
  if (is_calendar (begin))
    return planner_star_calendar_read (bytes, error);
  if (strlen (text) != length || !g_utf8_validate (begin, -1, NULL))
    {
      set_unknown (error);
      return NULL;
    }

  return read_text (begin, error);
}

/**
 * planner_shared_stars_read_text:
 * @text: from outside
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads stars from a text; see planner_shared_stars_read().
 *
 * Returns: (transfer full) (nullable): the stars, one at least
 */
PlannerSharedStars *
planner_shared_stars_read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  bytes = g_bytes_new_static (text, strlen (text));

  return planner_shared_stars_read (bytes, error);
}
