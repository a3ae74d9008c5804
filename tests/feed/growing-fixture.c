/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/growing-fixture.h"

#include <time.h>

#define N_PAIRS 17 /* 131,072 names */
#define N_TRIES 2
#define XML "<?xml version='1.0'?>"

const GrowingFormat growing_formats[N_GROWING_FORMATS] = {
  { "frab-json",
    ",",
    FALSE,
    100000,
    { "{\"schedule\":{\"conference\":{\"title\":\"T\",\"time_zone_name\":\"UTC\",\"days\":[{\"date\":\"2027-03-25\","
      "\"rooms\":[",
      "{\"name\":\"~\",\"events\":[{\"id\":\"~\",\"guid\":\"~\",\"slug\":\"~\",\"title\":\"~\",\"track\":\"~\","
      "\"date\":\"2027-03-25T10:00:00Z\",\"duration\":\"00:30\",\"description\":\"^\","
      "\"persons\":[{\"id\":\"~\",\"name\":\"~\"}]}]}",
      "]}]}}}" } },
  { "coscup",
    ",",
    FALSE,
    100000,
    { "{\"sessions\":[",
      "{\"id\":\"~\",\"type\":\"~\",\"room\":\"~\",\"start\":\"2027-03-25T10:00:00+08:00\","
      "\"end\":\"2027-03-25T10:30:00+08:00\",\"zh\":{\"title\":\"~\",\"description\":\"^\"},"
      "\"en\":{\"title\":\"~\"},\"speakers\":[\"~\"],\"tags\":[\"~\"]}",
      "],\"speakers\":[", "{\"id\":\"~\",\"zh\":{\"name\":\"~\"},\"en\":{\"name\":\"~\"}}",
      "],\"session_types\":[", "{\"id\":\"~\",\"zh\":{\"name\":\"~\"},\"en\":{\"name\":\"~\"}}",
      "],\"rooms\":[", "{\"id\":\"~\",\"zh\":{\"name\":\"~\"},\"en\":{\"name\":\"~\"}}", "]}" } },
  { "sessionize-all",
    ",",
    FALSE,
    100000,
    { "{\"questions\":[],\"sessions\":[",
      "{\"id\":\"~\",\"title\":\"~\",\"description\":\"^\",\"startsAt\":\"2027-03-25T09:00:00\","
      "\"endsAt\":\"2027-03-25T09:45:00\",\"speakers\":[\"~\"],\"categoryItems\":[\"~\"],\"roomId\":\"~\"}",
      "],\"speakers\":[", "{\"id\":\"~\",\"fullName\":\"~\"}", "],\"rooms\":[",
      "{\"id\":\"~\",\"name\":\"~\"}", "],\"categories\":[{\"id\":1,\"title\":\"Track\",\"items\":[",
      "{\"id\":\"~\",\"name\":\"~\"}", "]}]}" } },
  { "sessionize-grid",
    ",",
    FALSE,
    100000,
    { "[{\"date\":\"2027-03-25T00:00:00\",\"rooms\":[",
      "{\"id\":\"~\",\"name\":\"~\",\"sessions\":[{\"id\":\"~\",\"title\":\"~\",\"description\":\"^\","
      "\"startsAt\":\"2027-03-25T09:00:00\",\"endsAt\":\"2027-03-25T09:45:00\",\"room\":\"~\","
      "\"speakers\":[{\"id\":\"~\",\"name\":\"~\"}],\"categories\":[{\"name\":\"Track\","
      "\"categoryItems\":[{\"name\":\"~\"}]}]}]}",
      "]}]" } },
  { "open-event",
    ",",
    FALSE,
    100000,
    { "[",
      "{\"id\":\"~\",\"title\":\"~\",\"long-abstract\":\"^\",\"starts-at\":\"2027-03-25T09:00:00+08:00\","
      "\"ends-at\":\"2027-03-25T09:45:00+08:00\",\"track\":{\"id\":\"~\",\"name\":\"~\"},"
      "\"microlocation\":{\"id\":\"~\",\"name\":\"~\"},\"speakers\":[{\"id\":\"~\",\"name\":\"~\"}]}",
      "]" } },
  { "json-api",
    ",",
    FALSE,
    30000,
    { "{\"data\":[",
      "{\"type\":\"session\",\"id\":\"~\",\"attributes\":{\"title\":\"~\",\"long-abstract\":\"^\","
      "\"starts-at\":\"2027-03-25T09:00:00+08:00\",\"ends-at\":\"2027-03-25T09:45:00+08:00\"},"
      "\"relationships\":{\"track\":{\"data\":{\"type\":\"track\",\"id\":\"~\"}},"
      "\"speakers\":{\"data\":[{\"type\":\"speaker\",\"id\":\"~\"}]}}}",
      "],\"included\":[", "{\"type\":\"track\",\"id\":\"~\",\"attributes\":{\"name\":\"~\"}}", ",",
      "{\"type\":\"speaker\",\"id\":\"~\",\"attributes\":{\"name\":\"~\"}}", "]}" } },
  { "konopas",
    ",",
    FALSE,
    100000,
    { "var program = [",
      "{\"id\":\"~\",\"title\":\"~\",\"desc\":\"^\",\"date\":\"2027-03-25\",\"time\":\"09:00\",\"mins\":\"45\","
      "\"loc\":[\"~\"],\"tags\":[\"track:~\"],\"people\":[{\"id\":\"~\",\"name\":\"~\"}]}",
      "];\nvar people = [", "{\"id\":\"~\",\"name\":[\"~\"]}", "];" } },
  { "json-ld",
    ",",
    FALSE,
    1024,
    { "<!doctype html><html><script type=\"application/ld+json\">{\"@context\":\"https://schema.org\","
      "\"@type\":\"Event\",\"name\":\"T\",\"subEvent\":[",
      "{\"@id\":\"~\",\"@type\":\"Event\",\"name\":\"~\",\"description\":\"^\","
      "\"startDate\":\"2027-03-25T10:00Z\",\"location\":{\"name\":\"~\"},"
      "\"performer\":[{\"@type\":\"Person\",\"name\":\"~\"}]}",
      "]}</script></html>" } },
  { "frab-xml",
    "\n",
    TRUE,
    100000,
    { XML "<schedule><conference><title>T</title></conference><day date='2027-03-25' index='1'>",
      "<room name='~'><event id='~' guid='~'><date>2027-03-25T10:00:00Z</date><duration>00:30</duration>"
      "<slug>~</slug><title>~</title><track>~</track><description>^</description>"
      "<persons><person id='~'>~</person></persons></event></room>",
      "</day></schedule>" } },
  { "researchr",
    "\n",
    TRUE,
    100000,
    { XML "<event><event_details><title>T</title></event_details><subevent>",
      "<timeslot><slot_id>~</slot_id><title>~</title><description>^</description><room>~</room>"
      "<date>2027/03/25</date><start_time>09:00</start_time><end_date>2027/03/25</end_date>"
      "<end_time>09:45</end_time><tracks><track>~</track></tracks><persons><person><first_name>~</first_name>"
      "<last_name>~</last_name><person_id>~</person_id></person></persons></timeslot>",
      "</subevent><timezone_id>Europe/Paris</timezone_id></event>" } },
  { "xcal",
    "\n",
    TRUE,
    100000,
    { XML "<icalendar xmlns='urn:ietf:params:xml:ns:icalendar-2.0'><vcalendar><components>",
      "<vevent><properties><uid><text>~</text></uid><summary><text>~</text></summary>"
      "<description><text>^</text></description><location><text>~</text></location>"
      "<dtstart><date-time>2027-03-25T09:00:00Z</date-time></dtstart>"
      "<duration><duration>PT45M</duration></duration><categories><text>~</text></categories>"
      "</properties></vevent>",
      "</components></vcalendar></icalendar>" } },
  { "pentabarf-xcal",
    "\n",
    TRUE,
    100000,
    { "<iCalendar xmlns:pentabarf='http://pentabarf.org'><vcalendar><version>2.0</version>",
      "<vevent><uid>~</uid><dtstart tzid='Europe/Paris'>20270325T090000</dtstart><dtend>20270325T094500</dtend>"
      "<summary>~</summary><description>^</description><location>~</location><attendee>~</attendee></vevent>",
      "</vcalendar></iCalendar>" } },
  { "ical",
    "\r\n",
    FALSE,
    100000,
    { "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n",
      "BEGIN:VEVENT\r\nUID:~\r\nSUMMARY:~\r\nDESCRIPTION:^\r\nLOCATION:~\r\nCATEGORIES:~\r\n"
      "DTSTART:20270325T090000Z\r\nDTEND:20270325T094500Z\r\nEND:VEVENT",
      "\r\nEND:VCALENDAR\r\n" } },
  { "ical-zones",
    "\r\n",
    FALSE,
    100000,
    { "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n",
      "BEGIN:VEVENT\r\nUID:~\r\nSUMMARY:~\r\nRECURRENCE-ID:20270325T090000Z\r\nATTENDEE;CN=~:mailto:~@x.example\r\n"
      "DTSTART;TZID=~:20270325T090000\r\nDURATION:PT45M\r\nDESCRIPTION:^\r\nEND:VEVENT",
      "\r\nEND:VCALENDAR\r\n" } },
  { "csv",
    "\n",
    FALSE,
    100000,
    { "guid,forum,title,date,start,end,room,speakers,abstract\n",
      "~,~,~,2027-03-25,09:00,09:45,~,~,^", "\n" } },
};

/* The hash of two letters is 33 times the first plus the second. It is the same for Ab and BA. */
char *
make_growing_name (guint i, GrowingKind kind)
{
  const char *second = kind == GROWING_EQUAL_HASHES ? "BA" : "BB";
  GString *name = g_string_sized_new (N_PAIRS * 2);

  for (guint bit = 0; bit < N_PAIRS; bit++)
    g_string_append (name, (i >> bit) & 1 ? second : "Ab");

  return g_string_free_and_steal (name);
}

/* Each has about 300 bytes. */
static char *
make_description (guint i, GrowingKind kind, gboolean is_xml)
{
  static const char *const patterns[] = { "<!--", "<![CDATA[", "[a](", "**a ", "`` ",       "&amp;&",
                                          "<b>",  "](x) ",     "_a ",  "<a ",  "![a][b]: ", "* * " };
  const char *pattern =
      kind == GROWING_HOSTILE_TEXTS ? patterns[i % G_N_ELEMENTS (patterns)] : "A plain sentence of words. ";
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < 300)
    g_string_append (text, pattern);

  return is_xml ? g_markup_escape_text (text->str, -1) : g_strdup (text->str);
}

static void
append_item (GString *text, const GrowingFormat *format, const char *item, guint i, GrowingKind kind)
{
  g_autofree char *name = make_growing_name (i, kind);
  g_autofree char *description = make_description (i, kind, format->is_xml);

  for (const char *p = item; *p; p++)
    if (*p == '~')
      g_string_append (text, name);
    else if (*p == '^')
      g_string_append (text, description);
    else
      g_string_append_c (text, *p);
}

GBytes *
make_growing (const GrowingFormat *format, guint n_items, GrowingKind kind)
{
  GString *text = g_string_new (format->parts[0]);

  for (guint part = 1; format->parts[part]; part += 2)
    {
      for (guint i = 0; i < n_items; i++)
        {
          append_item (text, format, format->parts[part], i, kind);
          if (i + 1 < n_items)
            g_string_append (text, format->separator);
        }
      g_string_append (text, format->parts[part + 1]);
    }

  return g_string_free_to_bytes (text);
}

gint64
measure_reading (GBytes *bytes)
{
  clock_t shortest = G_MAXLONG;

  for (guint i = 0; i < N_TRIES; i++)
    {
      const clock_t begin = clock ();
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannerAgenda) agenda = planner_feed_read (bytes, NULL, NULL, NULL, &error);

      shortest = MIN (shortest, clock () - begin);
      g_assert_no_error (error);
      g_assert_nonnull (agenda);
    }

  return shortest * (G_USEC_PER_SEC / CLOCKS_PER_SEC);
}
