/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads directories of conferences: those of data/directory/README.md, and the menu of Giggity
 * (https://ggt.gaa.st/schema). Entries that break a rule are left out.
 */

#include "feed/planner-directory.h"

#include "feed/build/planner-feed-time.h"
#include "feed/json/planner-feed-json-list.h"
#include "feed/json/planner-feed-json-parse.h"
#include "feed/json/planner-feed-json-value.h"
#include "feed/planner-feed-bytes.h"
#include "feed/planner-feed-error.h"
#include "model/planner-string-table.h"

#include <string.h>

/* The names of the members in each of the two formats. */
typedef struct
{
  const char *name;
  const char *zone;
  const char *address;
  const char *website; /* nullable */
  gboolean takes_http;
} Format;

static const Format own_format = { "name", "zone", "address", "website", FALSE };
static const Format giggity_format = { "title", "timezone", "url", NULL, TRUE };

static void
listing_free (PlannerListing *listing)
{
  g_free (listing->name);
  g_free (listing->series);
  g_free (listing->start);
  g_free (listing->end);
  g_free (listing->zone);
  g_free (listing->address);
  g_free (listing->website);
  g_free (listing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerListing, listing_free)

static gboolean
is_address (const char *text, gboolean takes_http)
{
  g_autoptr (GUri) uri = NULL;

  if (!text || strlen (text) > PLANNER_DIRECTORY_MAX_ADDRESS_BYTES)
    return FALSE;
  uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return uri && g_uri_get_host (uri) && *g_uri_get_host (uri) && !g_uri_get_userinfo (uri) &&
         (g_str_equal (g_uri_get_scheme (uri), "https") ||
          (takes_http && g_str_equal (g_uri_get_scheme (uri), "http")));
}

static gboolean
is_name (const char *text)
{
  return text && *text && g_utf8_strlen (text, -1) <= PLANNER_DIRECTORY_MAX_NAME_CHARS;
}

static gboolean
parse_day (const char *text, gint64 *day_s)
{
  PlannerStamp stamp;

  if (!text || strlen (text) != strlen ("2026-01-31") ||
      planner_feed_parse_stamp (text, &stamp) != PLANNER_READING_WELL || stamp.has_clock)
    return FALSE;
  *day_s = stamp.local_s;

  return TRUE;
}

/* Sets the days, the zone and the end. */
static gboolean
read_days (PlannerListing *listing, const PlannerPlace *place, JsonObject *object, const Format *format)
{
  g_autofree char *zone_name = planner_json_dup_line (place, object, format->zone);
  g_autoptr (GTimeZone) zone = planner_feed_zone_new (zone_name, &listing->zone);
  gint64 start_s, end_s;

  listing->start = planner_json_dup_line (place, object, "start");
  listing->end = planner_json_dup_line (place, object, "end");
  if (!parse_day (listing->start, &start_s) || !parse_day (listing->end, &end_s) || end_s < start_s)
    return FALSE;
  end_s += PLANNER_FEED_DAY_S;
  listing->end_utc = zone ? planner_feed_local_to_utc (end_s, zone) : end_s;

  return TRUE;
}

/* The links of Giggity have a media type if they are not web pages. */
static char *
dup_giggity_website (const PlannerPlace *place, JsonObject *object)
{
  JsonArray *links = planner_json_get_array (planner_json_get_object (object, "metadata"), "links");
  JsonObject *link = planner_json_get_item (links, 0);

  return link && !planner_json_get (link, "type") ? planner_json_dup_line (place, link, "url") : NULL;
}

static PlannerListing *
read_listing (const PlannerPlace *place, JsonObject *object, const Format *format)
{
  g_autoptr (PlannerListing) listing = g_new0 (PlannerListing, 1);

  listing->name = planner_json_dup_line (place, object, format->name);
  listing->address = planner_json_dup_line (place, object, format->address);
  if (!is_name (listing->name) || !is_address (listing->address, format->takes_http) ||
      !read_days (listing, place, object, format))
    return NULL;
  listing->series = planner_json_dup_line (place, object, "series");
  if (!is_name (listing->series))
    g_clear_pointer (&listing->series, g_free);
  listing->website = format->website ? planner_json_dup_line (place, object, format->website)
                                     : dup_giggity_website (place, object);
  if (!is_address (listing->website, TRUE))
    g_clear_pointer (&listing->website, g_free);

  return g_steal_pointer (&listing);
}

static gboolean
take_listings (PlannerDirectory *self,
               const PlannerPlace *place,
               JsonArray *array,
               const Format *format,
               GCancellable *cancellable)
{
  g_autoptr (GHashTable) addresses = planner_string_table_new (NULL, NULL);

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *object = planner_json_get_item (array, i);
      g_autoptr (PlannerListing) listing = object ? read_listing (place, object, format) : NULL;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (listing && !g_hash_table_contains (addresses, listing->address))
        {
          g_hash_table_add (addresses, listing->address);
          g_ptr_array_add (self->listings, g_steal_pointer (&listing));
        }
      else
        g_debug ("Entry %u of the directory is left out", i);
    }

  return TRUE;
}

static PlannerDirectory *
read_tree (JsonNode *root, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlannerDirectory) self = g_atomic_rc_box_new0 (PlannerDirectory);
  g_autoptr (PlannerReport) report = planner_report_new ();
  const PlannerPlace place = { NULL, "$", report };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
  JsonObject *own = planner_json_get_object (object, "directory");
  JsonArray *array =
      own ? planner_json_get_array (own, "conferences") : planner_json_get_array (object, "schedules");

  self->listings = g_ptr_array_new_with_free_func ((GDestroyNotify) listing_free);
  self->name = planner_json_dup_line (&place, own, "name");
  if (array && json_array_get_length (array) > PLANNER_DIRECTORY_MAX_CONFERENCES)
    {
      g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                   "The directory has more than %d conferences.", PLANNER_DIRECTORY_MAX_CONFERENCES);
      return NULL;
    }
  if (!take_listings (self, &place, array, own ? &own_format : &giggity_format, cancellable))
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }
  if (self->listings->len > 0)
    return g_steal_pointer (&self);
  g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_EMPTY,
                       "The directory has no conference with a name, dates and an https address.");

  return NULL;
}

/**
 * planner_directory_read:
 * @bytes: a directory as data/directory/README.md describes it, or the menu of Giggity
 * @error: return location for an error of %PLANNER_FEED_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Reads a directory. Each address occurs once, and each listing has a name, days and an address.
 *
 * Returns: (nullable) (transfer full): a directory with at least one conference
 */
PlannerDirectory *
planner_directory_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);

  if (g_bytes_get_size (bytes) > PLANNER_DIRECTORY_MAX_BYTES)
    {
      g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                   "The directory is larger than %d MiB.", PLANNER_DIRECTORY_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = planner_feed_bytes_to_text (bytes, report);
  root = planner_json_parse (text, report, error);

  return root ? read_tree (root, cancellable, error) : NULL;
}

PlannerDirectory *
planner_directory_ref (PlannerDirectory *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
directory_clear (PlannerDirectory *self)
{
  g_free (self->name);
  g_clear_pointer (&self->listings, g_ptr_array_unref);
}

void
planner_directory_unref (PlannerDirectory *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) directory_clear);
}

/**
 * planner_listing_is_over:
 * @now_utc: the current time, in seconds since the epoch
 *
 * Returns: whether the last day has ended at the venue
 */
gboolean
planner_listing_is_over (const PlannerListing *listing, gint64 now_utc)
{
  return now_utc >= listing->end_utc;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const PlannerListing *first = a, *second = b;
  const gint64 *now_utc = data;
  const gboolean is_over = planner_listing_is_over (first, *now_utc);
  const int by_start = strcmp (first->start, second->start);

  if (is_over != planner_listing_is_over (second, *now_utc))
    return is_over ? 1 : -1;
  if (by_start != 0)
    return is_over ? -by_start : by_start;

  return g_utf8_collate (first->name, second->name);
}

/**
 * planner_directory_sort:
 * @now_utc: the current time, in seconds since the epoch
 *
 * Returns: (transfer full) (element-type PlannerListing): the conferences of the directory, borrowed from it: those that run
 *   or come, the next one first, and then those that are over, the latest one first
 */
GPtrArray *
planner_directory_sort (PlannerDirectory *self, gint64 now_utc)
{
  GPtrArray *sorted = g_ptr_array_copy (self->listings, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort_values_with_data (sorted, compare, &now_utc);

  return sorted;
}

/**
 * planner_directory_has_newer:
 * @listing: a conference of the directory
 *
 * Returns: whether the directory has a later conference of the same series
 */
gboolean
planner_directory_has_newer (PlannerDirectory *self, const PlannerListing *listing)
{
  for (guint i = 0; listing->series && i < self->listings->len; i++)
    {
      const PlannerListing *other = g_ptr_array_index (self->listings, i);

      if (g_strcmp0 (other->series, listing->series) == 0 && strcmp (other->start, listing->end) > 0)
        return TRUE;
    }

  return FALSE;
}
