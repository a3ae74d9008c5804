/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads xCal and Researchr's XML. */

#include "feed/hostile-fixture.h"

#define STANDARD(properties)                                                                                                    \
  "<?xml version='1.0' encoding='utf-8'?><icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'><vcalendar>"                   \
  "<properties><version><text>2.0</text></version><x-wr-calname><unknown>Harbour</unknown></x-wr-calname></properties>"         \
  "<components><vevent><properties><uid><text>k1</text></uid><summary><text>Knots, bends;\nhitches</text></summary>" properties \
  "</properties></vevent></components></vcalendar></icalendar>"
#define START                                                                                                          \
  "<dtstart><parameters><tzid><text>Europe/Paris</text></tzid></parameters><date-time>2027-03-25T09:00:00</date-time>" \
  "</dtstart><duration><duration>PT45M</duration></duration>"
#define PENTABARF                                                                                            \
  "<?xml version='1.0' encoding='utf-8'?><iCalendar xmlns:pentabarf='http://pentabarf.org'><vcalendar>"      \
  "<version>2.0</version><prodid>-//Pentabarf//Schedule//EN</prodid><vevent><method>PUBLISH</method>"        \
  "<uid>1@1@pentabarf.org</uid><pentabarf:event-id>1</pentabarf:event-id><dtstart>20270325T090000</dtstart>" \
  "<dtend>20270325T094500</dtend><summary>Knots, bends</summary><location>Pier</location>"                   \
  "<attendee>Ann Example</attendee></vevent></vcalendar></iCalendar>"
#define SLOT(more)                                                                                                  \
  "<slot_id>s1</slot_id><title>Knots</title><room>Pier</room><date>2027/03/25</date><start_time>09:00</start_time>" \
  "<end_date>2027/03/25</end_date><end_time>09:45</end_time>" more
#define RESEARCHR(slots)                                                                                                                                                               \
  "<?xml version='1.0' standalone='yes'?>\n<!DOCTYPE event [<!ELEMENT event (event_details)><!ATTLIST timeslot is_mirror "                                                             \
  "CDATA #IMPLIED><!-- it's -->]>\n<event><event_details><title>Harbour 2027</title><acronym>H27</acronym>"                                                                            \
  "<url>https://x.example/</url><location><facility_name>Pier Hotel</facility_name><address>1 Quay</address>"                                                                          \
  "<city>Paris</city><country>France</country></location><description>About <b>ropes</b></description></event_details><subevent><title>Ropes session</title><room>Hall</room><tracks>" \
  "<track>Ropes</track></tracks>" slots "</subevent><timezone_id>Europe/Paris</timezone_id></event>"
#define TALK                                                                                                 \
  "<timeslot>" SLOT (                                                                                        \
      "<description>undefined</description><persons><person><role>Author</role><first_name>Ann"              \
      "</first_name><last_name>Example</last_name><affiliation>Port</affiliation><bio>undefined</bio>"       \
      "<person_id>ann</person_id></person><person><role>Author</role></person></persons>") "</timeslot>"

static PlannerAgenda *
read_in_paris (const char *text, PlannerReport *report)
{
  g_autoptr (GTimeZone) paris = g_time_zone_new_identifier ("Europe/Paris");
  const PlannerFeedOptions options = { .default_zone = paris };

  return read_xml_with (text, &options, report);
}

static void
assert_session (const PlannerAgenda *agenda, const char *title)
{
  const PlannerSession *session = find_titled (agenda, title);
  g_autofree char *utc = format_utc (session->start_utc);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (utc, ==, "2027-03-25T08:00Z");
  g_assert_cmpint (session->duration_s, ==, 45 * 60);
}

static void
test_xcal (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (STANDARD (
      START
      "<location><text>Pier</text></location><categories><text>Ropes</text><text>Sea</text></categories>"));

  assert_session (agenda, "Knots, bends; hitches");
  g_assert_cmpstr (agenda->format, ==, "xcal");
  g_assert_cmpstr (agenda->title.shown, ==, "Harbour");
  g_assert_cmpstr (agenda->zone_name, ==, "Europe/Paris");
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->room->title.shown, ==, "Pier");
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->forum->title.shown, ==, "Ropes");
}

static void
test_xcal_rule (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (STANDARD (
      START
      "<rrule><recur><freq>WEEKLY</freq><until>2027-04-10T00:00:00Z</until><byday>TH</byday><byday>FR</byday></recur>"
      "</rrule>"));

  g_assert_cmpuint (agenda->sessions->len, ==, 6);
}

static void
test_xcal_all_day (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (STANDARD ("<dtstart><date>2027-03-25</date></dtstart>"));

  g_assert_false (planner_session_has_time (planner_agenda_get_session (agenda, 0)));
  g_assert_cmpstr (get_date (agenda, "Knots, bends; hitches"), ==, "2027-03-25");
}

static void
test_pentabarf (void)
{
  g_autoptr (PlannerAgenda) agenda = read_in_paris (PENTABARF, NULL);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  assert_session (agenda, "Knots, bends");
  g_assert_cmpstr (session->guid, ==, "1@1@pentabarf.org");
  g_assert_cmpstr (session->room->title.shown, ==, "Pier");
  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "Ann Example");
}

static void
test_researchr (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_xml_with (RESEARCHR (TALK "<timeslot is_mirror='true'>" SLOT ("") "</timeslot>"), NULL, report);
  const PlannerSession *session = find_titled (agenda, "Knots");

  assert_session (agenda, "Knots");
  g_assert_cmpstr (agenda->format, ==, "researchr");
  g_assert_cmpstr (agenda->title.shown, ==, "Harbour 2027");
  g_assert_cmpstr (agenda->acronym, ==, "H27");
  g_assert_cmpstr (agenda->venue.shown, ==, "Pier Hotel");
  g_assert_cmpstr (agenda->address.shown, ==, "1 Quay, Paris, France");
  g_assert_cmpstr (agenda->zone_name, ==, "Europe/Paris");
  g_assert_cmpstr (session->key, ==, "s1");
  g_assert_cmpstr (session->room->title.shown, ==, "Pier");
  g_assert_cmpstr (session->forum->title.shown, ==, "Ropes");
  g_assert_null (session->abstract.shown);
  g_assert_cmpuint (session->n_speakers, ==, 1);
  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "Ann Example");
  g_assert_cmpstr (session->speakers[0]->organisation.shown, ==, "Port");
  g_assert_cmpstr (find_problem (report, "left-out")->message, ==,
                   "1 timeslots repeat a session for another time zone; they are left out.");
}

static void
test_entities (void)
{
  assert_refused_with (to_bytes ("<!DOCTYPE event [\n<!ENTITY a 'b'>]><event><event_details/></event>"),
                       PLANNER_FEED_ERROR_BROKEN, "Line 2: entities are declared*");
  assert_refused (to_bytes ("<!DOCTYPE iCalendar [<!ENTITY a 'b'>]><iCalendar><vcalendar/></iCalendar>"),
                  PLANNER_FEED_ERROR_BROKEN);
  assert_refused (to_bytes ("<iCalendar><vcalendar>&a;</vcalendar></iCalendar>"), PLANNER_FEED_ERROR_BROKEN);
}

static void
test_cut (void)
{
  assert_every_cut_refused (PENTABARF, 60);
  assert_every_cut_refused (RESEARCHR (TALK), strlen (RESEARCHR ("")) / 2 + 200);
}

static void
test_faults (void)
{
  assert_refused_with (to_bytes ("<iCalendar>\n<vcalendar><a></b></vcalendar></iCalendar>"),
                       PLANNER_FEED_ERROR_BROKEN, "Line 2, *");
  assert_refused (to_bytes ("<iCalendar><other/></iCalendar>"), PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
  assert_refused (repeat ("<iCalendar><vcalendar>", "<a>", 1000, "</vcalendar></iCalendar>"),
                  PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (repeat ("<iCalendar><vcalendar>", "<a/>", 2100000, "</vcalendar></iCalendar>"),
                  PLANNER_FEED_ERROR_TOO_LARGE);
}

static void
test_many (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_bounded (repeat ("<event><event_details/><subevent>", "<timeslot>" SLOT ("") "</timeslot>", 20000,
                            "</subevent></event>"),
                    NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 20000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/xcal-is-read", test_xcal);
  g_test_add_func ("/feed/xcal-rules-are-read", test_xcal_rule);
  g_test_add_func ("/feed/xcal-day-has-no-time", test_xcal_all_day);
  g_test_add_func ("/feed/T4/xcal-of-pentabarf-takes-the-default-zone", test_pentabarf);
  g_test_add_func ("/feed/researchr-is-read", test_researchr);
  g_test_add_func ("/feed/other-xml-entities-are-refused", test_entities);
  g_test_add_func ("/feed/F5/other-xml-cut-file-is-refused", test_cut);
  g_test_add_func ("/feed/I5/other-xml-faults-are-refused", test_faults);
  g_test_add_func ("/feed/researchr-many-sessions-are-read", test_many);

  return g_test_run ();
}
