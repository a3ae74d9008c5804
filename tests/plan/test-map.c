/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-map.h"

#include "text/planner-safe-link.h"

static const struct
{
  const char *text;
  const char *expected;
} coordinates[] = {
  { "31.2,121.6", "31.200000,121.600000" },
  { " -33.9 , 18.4 ", "-33.900000,18.400000" },
  { "41.1;-8.6", "41.100000,-8.600000" },
  { "geo:48.2,16.3", "48.200000,16.300000" },
  { NULL, NULL },
  { "", NULL },
  { "31.2", NULL },
  { "31.2,121.6,5", NULL },
  { "91,0", NULL },
  { "0,181", NULL },
  { "nan,inf", NULL },
  { "31.2,121.6E", NULL },
  { "here,there", NULL },
};

static void
test_coordinates (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (coordinates); i++)
    {
      g_autofree char *normalized = planner_coordinates_normalize (coordinates[i].text);

      g_test_message ("%s", coordinates[i].text);
      g_assert_cmpstr (normalized, ==, coordinates[i].expected);
    }
}

static const struct
{
  const char *venue;
  const char *address;
  const char *coordinates;
  const char *uri;
} places[] = {
  { "ULB", "Brussels", NULL, "https://www.openstreetmap.org/search?query=ULB%2C%20Brussels" },
  { NULL, "Wien", NULL, "https://www.openstreetmap.org/search?query=Wien" },
  { "R&D #1? <3", NULL, NULL, "https://www.openstreetmap.org/search?query=R%26D%20%231%3F%20%3C3" },
  { "张江", NULL, NULL, "https://www.openstreetmap.org/search?query=%E5%BC%A0%E6%B1%9F" },
  { "ULB", "Brussels", "50.8,4.4",
    "https://www.openstreetmap.org/?mlat=50.800000&mlon=4.400000#map=17/50.800000/4.400000" },
  { "ULB", NULL, "javascript:1", "https://www.openstreetmap.org/search?query=ULB" },
  { NULL, NULL, NULL, NULL },
};

static void
test_uri (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
      g_autofree char *uri = NULL;

      planner_text_add (&agenda->venue, "", places[i].venue);
      planner_text_add (&agenda->address, "", places[i].address);
      agenda->coordinates = g_strdup (places[i].coordinates);
      uri = planner_agenda_dup_map_uri (agenda);
      g_assert_cmpstr (uri, ==, places[i].uri);
      g_assert_true (!uri || planner_safe_link_check (uri));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/map/coordinates-are-checked", test_coordinates);
  g_test_add_func ("/plan/X1/map-link-escapes-venue", test_uri);

  return g_test_run ();
}
