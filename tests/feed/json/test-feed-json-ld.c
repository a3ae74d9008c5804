/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the events that web pages describe to search engines. */

#include "feed/hostile-fixture.h"

#define PAGE(data) "<!doctype html><html><head><title>T</title>" data "</head><body><p>Hello</body></html>"
#define BLOCK(json) "<script type='application/ld+json'>" json "</script>"
#define KNOTS                                                                                                        \
  "{\"@type\":\"EducationEvent\",\"name\":\"Knots\",\"description\":\"d\",\"startDate\":\"2027-03-25T09:00+01:00\"," \
  "\"endDate\":\"2027-03-25T09:45+01:00\",\"location\":{\"@type\":\"Place\",\"name\":\"Pier\"},\"performer\":["      \
  "{\"@type\":\"Person\",\"name\":\"Ann\",\"worksFor\":{\"name\":\"Port\"}},\"Bo\"],\"url\":\"https://x.example/k\"}"
#define HARBOUR(events)                                                                                      \
  "{\"@context\":\"https://schema.org\",\"@type\":\"Event\",\"name\":\"Harbour\",\"subEvent\":" events "}"

static PlannerAgenda *
read_page (const char *page)
{
  return read_whole (to_bytes (page), NULL, NULL);
}

static void
assert_knots (const PlannerAgenda *agenda)
{
  const PlannerSession *session = find_titled (agenda, "Knots");
  g_autofree char *utc = format_utc (session->start_utc);

  g_assert_cmpstr (agenda->format, ==, "json-ld");
  g_assert_cmpstr (agenda->title.shown, ==, "Harbour");
  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (utc, ==, "2027-03-25T08:00Z");
  g_assert_cmpint (session->duration_s, ==, 45 * 60);
}

static void
test_sub_event (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_page (PAGE (BLOCK ("oops") "<script>var a = 1 < 2;</script>" BLOCK (HARBOUR ("[" KNOTS "]"))));
  const PlannerSession *session = find_titled (agenda, "Knots");

  assert_knots (agenda);
  g_assert_cmpstr (session->abstract.shown, ==, "d");
  g_assert_cmpstr (session->room->title.shown, ==, "Pier");
  g_assert_cmpuint (session->n_speakers, ==, 2);
  g_assert_cmpstr (session->speakers[0]->organisation.shown, ==, "Port");
  g_assert_cmpstr (session->speakers[1]->name.shown, ==, "Bo");
  g_assert_cmpstr (session->url, ==, "https://x.example/k");
}

/* The place, the organizers and the offers of the conference, not those of a session. */
static void
test_conference (void)
{
  g_autoptr (PlannerAgenda) agenda = read_page (PAGE (BLOCK (
      "{\"@type\":\"Event\",\"name\":\"Harbour\",\"description\":\"By the sea\",\"url\":\"https://x.example/\","
      "\"location\":{\"@type\":\"Place\",\"name\":\"Pier Hotel\",\"address\":{\"@type\":\"PostalAddress\","
      "\"streetAddress\":\"1 Quay\",\"addressLocality\":\"Hamburg\",\"addressCountry\":{\"name\":\"Germany\"}},"
      "\"geo\":{\"@type\":\"GeoCoordinates\",\"latitude\":53.5,\"longitude\":\"9.9\"}},"
      "\"organizer\":[{\"@type\":\"Organization\",\"name\":\"Port\"},\"Sea Club\"],"
      "\"offers\":[{\"@type\":\"Offer\",\"url\":\"/tickets\"},{\"url\":\"/other\"}],\"subEvent\":[" KNOTS
      "]}")));

  assert_knots (agenda);
  g_assert_cmpstr (agenda->description.shown, ==, "By the sea");
  g_assert_cmpstr (agenda->venue.shown, ==, "Pier Hotel");
  g_assert_cmpstr (agenda->address.shown, ==, "1 Quay, Hamburg, Germany");
  g_assert_cmpstr (agenda->coordinates, ==, "53.500000,9.900000");
  g_assert_cmpstr (agenda->hosts.shown, ==, "Port, Sea Club");
  g_assert_cmpstr (agenda->registration_url, ==, "https://x.example/tickets");
}

static void
test_plain_place (void)
{
  g_autoptr (PlannerAgenda) agenda = read_page (PAGE (
      BLOCK ("{\"@type\":\"Event\",\"name\":\"Harbour\",\"location\":\"Pier Hotel\",\"organizer\":\"Port\","
             "\"offers\":null,\"subEvent\":[" KNOTS "]}")));

  assert_knots (agenda);
  g_assert_cmpstr (agenda->venue.shown, ==, "Pier Hotel");
  g_assert_cmpstr (agenda->hosts.shown, ==, "Port");
  g_assert_null (agenda->address.shown);
  g_assert_null (agenda->coordinates);
  g_assert_null (agenda->registration_url);
}

/* Days are events with events of their own. */
static void
test_days (void)
{
  g_autoptr (PlannerAgenda) agenda = read_page (
      PAGE (BLOCK (HARBOUR ("{\"@type\":\"Event\",\"name\":\"Thursday\",\"subEvent\":[" KNOTS "]}"))));

  assert_knots (agenda);
}

static void
test_graph (void)
{
  g_autoptr (PlannerAgenda) agenda = read_page (PAGE (BLOCK (
      "{\"@graph\":[{\"@type\":\"WebPage\"},{\"@id\":\"#c\",\"@type\":[\"Event\"],\"name\":\"Harbour\",\"subEvent\":"
      "[{\"@id\":\"#k\"},{\"@id\":\"#c\"},{\"@id\":\"#none\"}]},{\"@id\":\"#k\",\"@type\":\"Event\",\"name\":\"Knots\","
      "\"startDate\":\"2027-03-25T09:00+01:00\",\"duration\":\"PT45M\"}]}")));

  assert_knots (agenda);
}

static void
test_super_event (void)
{
  g_autoptr (PlannerAgenda) agenda = read_page (PAGE (BLOCK (
      "[{\"@id\":\"#c\",\"@type\":\"Event\",\"name\":\"Harbour\"},{\"@type\":\"Event\",\"name\":\"Knots\","
      "\"startDate\":\"2027-03-25T09:00+01:00\",\"duration\":\"PT45M\",\"superEvent\":{\"@id\":\"#c\"}}]")));

  assert_knots (agenda);
}

static const char *const pages[] = {
  PAGE (""),
  PAGE (BLOCK ("{\"@type\":\"Event\",\"name\":\"Harbour\"}")),
  PAGE (BLOCK (HARBOUR ("[]"))),
  PAGE (BLOCK (HARBOUR ("[{\"@type\":\"Event\"}]"))),
  PAGE (BLOCK ("{\"@type\":\"Organization\",\"subEvent\":[" KNOTS "]}")),
  PAGE ("<script type='application/ld+json'>{"),
  PAGE ("<!--" BLOCK (HARBOUR ("[" KNOTS "]")) "-->"),
};

static void
test_other_pages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    assert_refused (to_bytes (pages[i]), PLANNER_FEED_ERROR_WEB_PAGE);
}

/* Only the first twenty blocks, and blocks up to 1 MiB, are read. */
static void
test_limits (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat ("<!doctype html><html>", BLOCK ("{}"), 19, BLOCK (HARBOUR ("[" KNOTS "]"))),
                    NULL);

  assert_knots (agenda);
  assert_refused (repeat ("<!doctype html><html>", BLOCK ("{}"), 20, BLOCK (HARBOUR ("[" KNOTS "]"))),
                  PLANNER_FEED_ERROR_WEB_PAGE);
  assert_refused (repeat ("<!doctype html><script type='application/ld+json'>", "          ", 110000,
                          HARBOUR ("[" KNOTS "]") "</script>"),
                  PLANNER_FEED_ERROR_WEB_PAGE);
}

static void
test_deep (void)
{
  assert_refused (repeat ("<!doctype html><script type='application/ld+json'>",
                          "{\"@type\":\"Event\",\"name\":\"E\",\"subEvent\":", 150, "1</script>"),
                  PLANNER_FEED_ERROR_WEB_PAGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/json-ld-sub-events-are-read", test_sub_event);
  g_test_add_func ("/feed/json-ld-conference-has-venue-and-hosts", test_conference);
  g_test_add_func ("/feed/json-ld-plain-place-is-read", test_plain_place);
  g_test_add_func ("/feed/json-ld-days-are-no-sessions", test_days);
  g_test_add_func ("/feed/json-ld-graph-is-resolved", test_graph);
  g_test_add_func ("/feed/json-ld-super-event-is-resolved", test_super_event);
  g_test_add_func ("/feed/I5/json-ld-other-pages-are-refused", test_other_pages);
  g_test_add_func ("/feed/json-ld-limits-hold", test_limits);
  g_test_add_func ("/feed/json-ld-deep-events-are-refused", test_deep);

  return g_test_run ();
}
