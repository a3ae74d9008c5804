/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a web page may lead, and where on its host the conference is. */

#include "discovery/planner-feed-place.h"

#include <gio/gio.h>
#include <string.h>

#define MAX_HREF_BYTES 2048
#define MAX_PLACES 3

/* The pages that show a schedule. */
static const char *const schedule_pages[] = { "schedule", "schedules", "fahrplan",  "programme",
                                              "program",  "agenda",    "timetable", "sessions" };

/* Other pages that conference programs have below the place of a conference. */
static const char *const other_pages[] = { "cfp",   "event",   "events",   "featured", "me",   "public",
                                           "sneak", "speaker", "speakers", "submit",   "talk", "talks" };

static gboolean
is_one_of (const char *segment, const char *const *names, gsize n_names)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_ascii_strcasecmp (segment, names[i]) == 0)
      return TRUE;

  return FALSE;
}

static int
get_port (GUri *uri)
{
  const int port = g_uri_get_port (uri);

  if (port != -1)
    return port;

  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

static gboolean
is_default_port (GUri *uri)
{
  return get_port (uri) == (g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80);
}

/* A name that anybody could have given: no number, and none that only this machine or its network knows. */
static gboolean
is_public_name (const char *host)
{
  const char *last_dot = strrchr (host, '.');

  return last_dot && g_ascii_isalpha (last_dot[1]) && !g_hostname_is_ip_address (host) &&
         g_ascii_strcasecmp (last_dot, ".local") != 0 && g_ascii_strcasecmp (last_dot, ".localhost") != 0 &&
         g_ascii_strcasecmp (last_dot, ".internal") != 0;
}

/* A page may name a schedule on another host, as conferences do whose program is on a server of others, but it may not
 * have the planner ask about in the attendee's own network: another host has to have a public name and be asked by https.
 */
static gboolean
may_lead_to (GUri *page, GUri *target)
{
  const gboolean is_secure = g_str_equal (g_uri_get_scheme (target), "https");
  const gboolean is_same_host = g_ascii_strcasecmp (g_uri_get_host (page), g_uri_get_host (target)) == 0;

  if (g_uri_get_userinfo (target) || (!is_secure && g_str_equal (g_uri_get_scheme (page), "https")))
    return FALSE;
  if (is_same_host && get_port (page) == get_port (target))
    return TRUE;

  return is_secure && is_default_port (target) &&
         (is_same_host ? is_default_port (page) : is_public_name (g_uri_get_host (target)));
}

static GUri *
build_https (GUri *uri, int port)
{
  return g_uri_build_with_user (g_uri_get_flags (uri), "https", g_uri_get_user (uri),
                                g_uri_get_password (uri), NULL, g_uri_get_host (uri), port,
                                g_uri_get_path (uri), g_uri_get_query (uri), NULL);
}

/* Calendars have a scheme of their own for http or https; what a page that came by https links by http was moved. */
static GUri *
make_secure (GUri *page, GUri *target)
{
  const char *scheme = g_uri_get_scheme (target);

  if (g_str_equal (scheme, "webcal") || g_str_equal (scheme, "webcals"))
    return build_https (target, g_uri_get_port (target));
  if (g_str_equal (scheme, "http") && is_default_port (target) &&
      g_str_equal (g_uri_get_scheme (page), "https"))
    return build_https (target, -1);

  return g_uri_ref (target);
}

static gboolean
is_http (GUri *uri)
{
  return g_str_equal (g_uri_get_scheme (uri), "http") || g_str_equal (g_uri_get_scheme (uri), "https");
}

/**
 * planner_feed_place_resolve:
 * @page: where the page was found
 * @base: what its relative links count from
 * @href: (nullable): as it stands on the page
 *
 * Returns: (nullable) (transfer full): where the link leads by http or https, or %NULL where it is not to be followed:
 *   within the page, by another scheme, from https to http, or to a host that no public page links
 */
GUri *
planner_feed_place_resolve (GUri *page, GUri *base, const char *href)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GUri) target = NULL;
  g_autoptr (GUri) secure = NULL;

  if (!href || strlen (href) > MAX_HREF_BYTES)
    return NULL;
  trimmed = g_strstrip (g_strdup (href));
  if (!*trimmed || *trimmed == '#')
    return NULL;
  target = g_uri_parse_relative (base, trimmed, PLANNER_FEED_PLACE_FLAGS, NULL);
  if (!target || !g_uri_get_host (target) || !*g_uri_get_host (target))
    return NULL;
  secure = make_secure (page, target);

  return is_http (secure) && may_lead_to (page, secure) ? g_steal_pointer (&secure) : NULL;
}

/**
 * planner_feed_place_split:
 *
 * Returns: (transfer full): the segments of a path that are not empty
 */
char **
planner_feed_place_split (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autoptr (GStrvBuilder) segments = g_strv_builder_new ();

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_strv_builder_add (segments, parts[i]);

  return g_strv_builder_end (segments);
}

/**
 * planner_feed_place_is_schedule:
 *
 * Returns: whether a page of this name, without its ending, shows a schedule
 */
gboolean
planner_feed_place_is_schedule (const char *segment)
{
  return is_one_of (segment, schedule_pages, G_N_ELEMENTS (schedule_pages));
}

static gboolean
is_page (const char *segment)
{
  return planner_feed_place_is_schedule (segment) ||
         is_one_of (segment, other_pages, G_N_ELEMENTS (other_pages));
}

static void
add_place (GPtrArray *places, char **segments, guint n)
{
  GString *place = g_string_new ("/");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (place, "%s/", segments[i]);
  if (places->len < MAX_PLACES && !g_ptr_array_find_with_equal_func (places, place->str, g_str_equal, NULL))
    g_ptr_array_add (places, g_string_free_and_steal (place));
  else
    g_string_free (place, TRUE);
}

/**
 * planner_feed_place_list:
 * @page: where a page was found, such as https://cfp.example.org/2026/talk/ABC123/
 *
 * Returns: (transfer full) (element-type utf8): the folders that may be the place of the conference, most likely first:
 *   what is before the page of a conference program, such as /2026/; the page's own folder; what is above the first
 */
GPtrArray *
planner_feed_place_list (GUri *page)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) segments = planner_feed_place_split (g_uri_get_path (page));
  guint n = g_strv_length (segments), n_before = 0;

  if (n > 0 && strchr (segments[n - 1], '.'))
    n--;
  while (n_before < n && !is_page (segments[n_before]))
    n_before++;
  add_place (places, segments, n_before);
  add_place (places, segments, n);
  if (n_before > 0)
    add_place (places, segments, n_before - 1);

  return places;
}
