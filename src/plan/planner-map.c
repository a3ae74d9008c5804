/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the venue of a conference on OpenStreetMap. */

#include "plan/planner-map.h"

#include <math.h>

#define SITE "https://www.openstreetmap.org/"
#define ZOOM "17"

/* Reads a number of degrees. Returns: whether it is within the limit, in both directions */
static gboolean
parse_degrees (const char *text, double limit, double *degrees)
{
  char *end;

  *degrees = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && isfinite (*degrees) && fabs (*degrees) <= limit;
}

static char *
format_degrees (double degrees)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (number, sizeof number, "%.6f", degrees));
}

/**
 * planner_coordinates_normalize:
 * @text: (nullable): a latitude and a longitude in degrees (WGS 84), with a comma or a semicolon between them, as in
 *   "31.2, 121.6", or "geo:31.2,121.6"
 *
 * Returns: (nullable) (transfer full): "31.200000,121.600000"; %NULL if @text is something else
 */
char *
planner_coordinates_normalize (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *north = NULL, *east = NULL;
  double latitude, longitude;

  if (!text)
    return NULL;

  parts = g_strsplit_set (g_str_has_prefix (text, "geo:") ? text + strlen ("geo:") : text, ",;", 3);
  if (g_strv_length (parts) != 2 || !parse_degrees (g_strstrip (parts[0]), 90, &latitude) ||
      !parse_degrees (g_strstrip (parts[1]), 180, &longitude))
    return NULL;

  north = format_degrees (latitude);
  east = format_degrees (longitude);

  return g_strdup_printf ("%s,%s", north, east);
}

static char *
make_uri_for_coordinates (const char *coordinates)
{
  g_auto (GStrv) parts = g_strsplit (coordinates, ",", 2);

  return g_strdup_printf (SITE "?mlat=%s&mlon=%s#map=" ZOOM "/%s/%s", parts[0], parts[1], parts[0], parts[1]);
}

/* The search needs the name of the venue as well as the city, which tells places with the same name apart. */
static char *
make_uri_for_search (const char *venue, const char *address)
{
  g_autofree char *place =
      venue && address ? g_strdup_printf ("%s, %s", venue, address) : g_strdup (venue ? venue : address);
  g_autofree char *query = g_uri_escape_string (place, NULL, FALSE);

  return g_strconcat (SITE "search?query=", query, NULL);
}

/**
 * planner_agenda_dup_map_uri:
 *
 * Returns: (nullable) (transfer full): the address of a map that shows the venue, or searches for it; %NULL if the schedule
 *   does not say where the conference takes place
 */
char *
planner_agenda_dup_map_uri (const PlannerAgenda *agenda)
{
  g_autofree char *coordinates = NULL;

  g_return_val_if_fail (agenda != NULL, NULL);

  coordinates = planner_coordinates_normalize (agenda->coordinates);
  if (coordinates)
    return make_uri_for_coordinates (coordinates);
  if (agenda->venue.shown || agenda->address.shown)
    return make_uri_for_search (agenda->venue.shown, agenda->address.shown);

  return NULL;
}
