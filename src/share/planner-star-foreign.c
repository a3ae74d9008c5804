/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the stars that other programs share. Their forms are known from their sources:
 *
 * - FOSDEM Companion (cbeyls/fosdem-companion-android, BookmarksExportProvider.kt) exports a calendar. The UID of a session
 *   is "ID@YEAR@be.digitalia.fosdem".
 * - pretalx (pretalx/pretalx, src/pretalx/schedule/domain/ical.py) exports a calendar. The UID of a session is
 *   "pretalx-EVENT-CODE@HOST", or "pretalx-EVENT-CODE-NUMBER@HOST" if it takes place several times.
 * - EventFahrplan (EventFahrplan/EventFahrplan, the package sharing) shares text and JSON.
 * - Giggity (Wilm0r/giggity, ScheduleUI.java, exportLink) shares links.
 */

#include "share/planner-star-foreign.h"

#include "feed/json/planner-feed-json-parse.h"
#include "feed/planner-feed.h"
#include "share/planner-base64url.h"
#include "share/planner-star-json.h"

#include <string.h>

#define COMPANION_SUFFIX "@be.digitalia.fosdem"
#define PRETALX_PREFIX "pretalx-"
#define GIGGITY_HOST "ggt.gaa.st"
#define DIVIDER "---"

/* The unpacked identifiers of a Giggity link have at most this size. A small link can unpack to a thousand times its size. */
#define MAX_GIGGITY_BYTES (64 * PLANNER_SHARED_STARS_MAX)

static void
set_broken (GError **error, const char *message)
{
  g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_BROKEN, message);
}

static gboolean
is_number (const char *text)
{
  return *text && text[strspn (text, "0123456789")] == '\0';
}

/* Returns: (nullable) (transfer full): the id in the UID of a calendar of FOSDEM Companion */
static char *
dup_companion_id (const char *uid)
{
  g_autofree char *id = g_strndup (uid, strcspn (uid, "@"));

  return g_str_has_suffix (uid, COMPANION_SUFFIX) && is_number (id) ? g_steal_pointer (&id) : NULL;
}

/* Returns: (nullable) (transfer full): the code in the UID of a calendar of pretalx */
static char *
dup_pretalx_code (const char *uid)
{
  g_autofree char *name = g_strndup (uid, strcspn (uid, "@"));
  char *dash = strrchr (name, '-');

  if (!g_str_has_prefix (uid, PRETALX_PREFIX))
    return NULL;
  if (dash && is_number (dash + 1))
    {
      *dash = '\0';
      dash = strrchr (name, '-');
    }

  return dash && dash > name + strlen (PRETALX_PREFIX) && dash[1] ? g_strdup (dash + 1) : NULL;
}

/* The UIDs of other programs are guids, or match nothing. */
static void
read_uid (PlannerIdentity *identity)
{
  g_autofree char *uid = g_strdup (identity->guid ? identity->guid : "");
  char *id = dup_companion_id (uid);
  char *code = dup_pretalx_code (uid);

  if (id || code)
    g_clear_pointer (&identity->guid, g_free);
  if (id)
    {
      g_free (identity->id);
      identity->id = id;
    }
  if (code)
    {
      g_free (identity->code);
      identity->code = code;
    }
}

static void
add_session (PlannerSharedStars *stars, const PlannerSession *session)
{
  PlannerSharedStar *star = planner_shared_stars_add (stars);

  planner_identity_free (star->identity);
  star->identity = planner_identity_new (session);
  g_clear_pointer (&star->identity->key, g_free);
  read_uid (star->identity);
  star->url = g_strdup (session->url);
}

/**
 * planner_star_calendar_read:
 * @bytes: a calendar, from outside
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads a calendar (RFC 5545). Each of its events is a star.
 *
 * Returns: (transfer full) (nullable): the stars
 */
PlannerSharedStars *
planner_star_calendar_read (GBytes *bytes, GError **error)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_new ();
  g_autoptr (GError) reason = NULL;
  g_autoptr (PlannerAgenda) agenda = planner_feed_read (bytes, NULL, NULL, NULL, &reason);

  if (!agenda)
    {
      g_set_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_BROKEN,
                   "The calendar cannot be read: %s", reason->message);
      return NULL;
    }
  for (guint i = 0; i < agenda->sessions->len && i <= PLANNER_SHARED_STARS_MAX; i++)
    add_session (stars, planner_agenda_get_session (agenda, i));

  return planner_shared_stars_check (stars, error) ? g_steal_pointer (&stars) : NULL;
}

/**
 * planner_is_fahrplan_json:
 * @object: from outside
 *
 * Returns: whether EventFahrplan may have written it
 */
gboolean
planner_is_fahrplan_json (JsonObject *object)
{
  return json_object_has_member (object, "lectures");
}

/* Newer versions of EventFahrplan share the guid as lecture_id, older ones the id. */
static void
read_lecture (PlannerSharedStars *stars, JsonObject *lecture)
{
  PlannerSharedStar *star = planner_shared_stars_add (stars);
  PlannerIdentity *identity = star->identity;
  g_autofree char *speakers = planner_star_json_dup_string (lecture, "speakers");
  g_auto (GStrv) names = g_strsplit (speakers ? speakers : "", ";", -1);

  identity->guid = planner_star_json_dup_string (lecture, "lecture_id");
  identity->id = g_strdup (identity->guid);
  identity->slug = planner_star_json_dup_string (lecture, "slug");
  identity->title = planner_star_json_dup_string (lecture, "title");
  identity->speakers = g_strjoinv (", ", names);
  identity->start_utc = planner_star_json_get_time (lecture, "starts_at");
  star->url = planner_star_json_dup_string (lecture, "url");
}

/**
 * planner_star_fahrplan_json_read:
 * @object: from outside
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads the favorites that EventFahrplan shares as JSON, for Chaosflix.
 *
 * Returns: (transfer full) (nullable): the stars
 */
PlannerSharedStars *
planner_star_fahrplan_json_read (JsonObject *object, GError **error)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_new ();

  planner_star_json_foreach (object, "lectures", stars, read_lecture);

  return planner_shared_stars_check (stars, error) ? g_steal_pointer (&stars) : NULL;
}

static gboolean
is_web_address (const char *line)
{
  return g_str_has_prefix (line, "https://") || g_str_has_prefix (line, "http://");
}

/* Completes the star when a session of the text ends. It has a title, a line with time and room, and perhaps an address. */
static gboolean
end_session (PlannerSharedStars *stars, char **lines, guint n_lines)
{
  PlannerSharedStar *star;

  if (n_lines == 0)
    return TRUE;
  if (n_lines < 2 || is_web_address (lines[0]) || !strchr (lines[1], ','))
    return FALSE;

  star = planner_shared_stars_add (stars);
  star->identity->title = g_strdup (lines[0]);
  if (n_lines > 2 && is_web_address (lines[2]))
    star->url = g_strdup (lines[2]);

  return stars->stars->len <= PLANNER_SHARED_STARS_MAX;
}

/**
 * planner_star_fahrplan_text_read:
 * @text: from outside; valid UTF-8
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads the favorites that EventFahrplan shares as text. The times in it are in the language of the phone, so the sessions are
 * found by their addresses and titles.
 *
 * Returns: (transfer full) (nullable): the stars
 */
PlannerSharedStars *
planner_star_fahrplan_text_read (const char *text, GError **error)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_new ();
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  char *session[3];
  guint n_lines = 0;
  gboolean readable = TRUE;

  for (guint i = 0; lines[i] && readable; i++)
    {
      char *line = g_strstrip (lines[i]);

      if (g_str_equal (line, DIVIDER))
        {
          readable = end_session (stars, session, n_lines);
          n_lines = 0;
        }
      else if (*line && n_lines < G_N_ELEMENTS (session))
        {
          session[n_lines++] = line;
        }
    }
  if (readable && end_session (stars, session, n_lines))
    return planner_shared_stars_check (stars, error) ? g_steal_pointer (&stars) : NULL;

  g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_UNKNOWN,
                       "The text has no sessions.");

  return NULL;
}

/**
 * planner_is_giggity_link:
 * @text: from outside
 *
 * Returns: whether it is a link to Giggity, perhaps without stars
 */
gboolean
planner_is_giggity_link (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, NULL);

  return uri && g_strcmp0 (g_uri_get_host (uri), GIGGITY_HOST) == 0;
}

/* Returns: (nullable) (transfer full): what zlib packed in @packed, as text, if that is not too large */
static char *
unpack (GBytes *packed)
{
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (packed);
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, G_CONVERTER (decompressor));
  g_autofree char *text = g_malloc (MAX_GIGGITY_BYTES + 1);
  gsize n_bytes;

  if (!g_input_stream_read_all (stream, text, MAX_GIGGITY_BYTES, &n_bytes, NULL, NULL) ||
      n_bytes == MAX_GIGGITY_BYTES || !g_utf8_validate_len (text, n_bytes, NULL))
    return NULL;
  text[n_bytes] = '\0';

  return g_strdup (text);
}

/* Giggity shares guids, ids, or both. */
static void
add_identifier (PlannerSharedStars *stars, JsonNode *node)
{
  char *identifier = planner_star_json_dup_node (node);
  PlannerSharedStar *star = identifier ? planner_shared_stars_add (stars) : NULL;

  if (!star)
    return;
  star->identity->guid = identifier;
  star->identity->id = g_strdup (identifier);
}

static gboolean
read_see (PlannerSharedStars *stars, const char *see)
{
  g_autoptr (GBytes) packed = planner_base64url_decode (see);
  g_autofree char *text = packed ? unpack (packed) : NULL;
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (JsonNode) root = text ? planner_json_parse (text, report, NULL) : NULL;
  JsonArray *array = root && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;

  for (guint i = 0; array && i < json_array_get_length (array) && i <= PLANNER_SHARED_STARS_MAX; i++)
    add_identifier (stars, json_array_get_element (array, i));

  return array != NULL;
}

/**
 * planner_star_giggity_read:
 * @link: from outside; valid UTF-8
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads the reminders of a link to Giggity. Deletions in it are ignored.
 *
 * Returns: (transfer full) (nullable): the stars
 */
PlannerSharedStars *
planner_star_giggity_read (const char *link, GError **error)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_new ();
  const char *query = strpbrk (link, "#?");
  gboolean readable = TRUE;
  GUriParamsIter iter;
  char *name, *value;

  g_uri_params_iter_init (&iter, query ? query + 1 : "", -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&iter, &name, &value, NULL))
    {
      if (g_str_equal (name, "url") && !stars->address)
        stars->address = planner_shared_address_new (value);
      else if (g_str_equal (name, "see") && stars->stars->len == 0)
        readable = readable && read_see (stars, value);
      g_free (name);
      g_free (value);
    }
  if (readable)
    return planner_shared_stars_check (stars, error) ? g_steal_pointer (&stars) : NULL;

  set_broken (error, "The stars of the link are damaged.");

  return NULL;
}
