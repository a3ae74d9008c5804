/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Decides which links of a web page to follow, and lists the folders of a host where the conference may be. */

#include "discovery/planner-schedule-place.h"

#include "net/planner-web-uri.h"

#include <string.h>

#define MAX_HREF_BYTES 2048
#define MAX_PLACES 3

/* Names of pages that show a schedule. */
static const char *const schedule_pages[] = { "schedule", "schedules", "fahrplan",  "programme",
                                              "program",  "agenda",    "timetable", "sessions" };

/* Names of other pages that conference programs have in the folder of a conference. */
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

static gboolean
is_default_port (GUri *uri)
{
  return planner_uri_get_port (uri) == planner_uri_get_default_port (uri);
}

/**
 * planner_schedule_place_may_lead_to:
 * @page: the address of a web page, or one that redirects
 * @target: where it leads, by http or https
 *
 * A page may lead to a schedule on another host, since conferences often publish it there. It must not make the planner
 * send requests to the attendee's own network, so another host must have a public name and use https.
 *
 * Returns: whether to follow the link or redirect
 */
gboolean
planner_schedule_place_may_lead_to (GUri *page, GUri *target)
{
  const gboolean is_secure = g_str_equal (g_uri_get_scheme (target), "https");
  const gboolean is_same_host = g_ascii_strcasecmp (g_uri_get_host (page), g_uri_get_host (target)) == 0;

  if (g_uri_get_userinfo (target) || (!is_secure && g_str_equal (g_uri_get_scheme (page), "https")))
    return FALSE;
  if (is_same_host && planner_uri_get_port (page) == planner_uri_get_port (target))
    return TRUE;

  return is_secure && is_default_port (target) &&
         (is_same_host ? is_default_port (page) : planner_host_is_public (g_uri_get_host (target)));
}

static GUri *
build_https (GUri *uri, int port)
{
  return g_uri_build_with_user (g_uri_get_flags (uri), "https", g_uri_get_user (uri),
                                g_uri_get_password (uri), NULL, g_uri_get_host (uri), port,
                                g_uri_get_path (uri), g_uri_get_query (uri), NULL);
}

/* The scheme webcal means http or https. A secure page that links to its schedule by http is assumed to be out of date. */
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

/**
 * planner_schedule_place_resolve:
 * @page: the address of the page
 * @base: the address that its relative links refer to
 * @href: (nullable): a link of the page, unchanged
 *
 * Returns: (nullable) (transfer full): the http or https address of the link; %NULL if it must not be followed, because it
 *   leads to the page itself, has another scheme, or fails planner_schedule_place_may_lead_to()
 */
GUri *
planner_schedule_place_resolve (GUri *page, GUri *base, const char *href)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GUri) target = NULL;
  g_autoptr (GUri) secure = NULL;

  if (!href || strlen (href) > MAX_HREF_BYTES)
    return NULL;
  trimmed = g_strstrip (g_strdup (href));
  if (!*trimmed || *trimmed == '#')
    return NULL;
  target = g_uri_parse_relative (base, trimmed, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);
  if (!target || !g_uri_get_host (target) || !*g_uri_get_host (target))
    return NULL;
  secure = make_secure (page, target);

  return planner_uri_is_http (secure) && planner_schedule_place_may_lead_to (page, secure)
             ? g_steal_pointer (&secure)
             : NULL;
}

/**
 * planner_schedule_place_split:
 *
 * Returns: (transfer full): the segments of a path, without empty ones
 */
char **
planner_schedule_place_split (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autoptr (GStrvBuilder) segments = g_strv_builder_new ();

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_strv_builder_add (segments, parts[i]);

  return g_strv_builder_end (segments);
}

/**
 * planner_schedule_place_names_schedule:
 *
 * @segment: the name of a page, without its ending
 *
 * Returns: whether such pages show a schedule
 */
gboolean
planner_schedule_place_names_schedule (const char *segment)
{
  return is_one_of (segment, schedule_pages, G_N_ELEMENTS (schedule_pages));
}

static gboolean
is_page (const char *segment)
{
  return planner_schedule_place_names_schedule (segment) ||
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
 * planner_schedule_place_list:
 * @page: the address of a page, such as https://cfp.example.org/2026/talk/ABC123/
 *
 * Returns: (transfer full) (element-type utf8): the folders that may be the one of the conference, the most likely first:
 *   the part of the path before the page of a conference program, such as /2026/; the folder of the page; and the parent
 *   of the first
 */
GPtrArray *
planner_schedule_place_list (GUri *page)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) segments = planner_schedule_place_split (g_uri_get_path (page));
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
