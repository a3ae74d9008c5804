/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dialects of the XML format. */

#include "feed/feed-fixture.h"

#define HEAD "<schedule><conference><title>C</title></conference>"
#define ONE(event) HEAD "<day date='2026-07-01'><room name='Hall'>" event "</room></day></schedule>"

static const char pentabarf[] =
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<schedule>\n"
    "  <conference>\n"
    "    <title>FOSDEM 2012</title>\n"
    "    <start>2012-02-04</start>\n"
    "    <day_change>03:00:00</day_change>\n"
    "  </conference>\n"
    "  <day date='2012-02-04' index='1'>\n"
    "    <event id='7'>\n"
    "      <start>13:30</start>\n"
    "      <duration>00:30</duration>\n"
    "      <room>UD2.218A</room>\n"
    "      <slug></slug>\n"
    "      <title>Mozilla &amp; the rest</title>\n"
    "      <track>Mozilla Devroom</track>\n"
    "      <type/>\n"
    "      <abstract>&#xA;&lt;p&gt;Users&amp;#39; freedom&lt;/p&gt;   </abstract>\n"
    "      <persons><person id='1'>Ada L.</person><person>Bob</person></persons>\n"
    "      <links><link href='https://example.org/a.pdf'>Slides</link></links>\n"
    "    </event>\n"
    "    <event id='8'><start>02:15</start><duration>00:30:00</duration><title>Night</title></event>\n"
    "    <event id='9'><start>03:00</start><duration>00:30</duration><title>Morning</title></event>\n"
    "  </day>\n"
    "</schedule>\n";

static void
test_pentabarf (void)
{
  g_autoptr (GTimeZone) brussels = g_time_zone_new_identifier ("Europe/Brussels");
  const PlannerFeedOptions options = { .default_zone = brussels };
  g_autoptr (PlannerAgenda) agenda = read_xml_with (pentabarf, &options, NULL);
  const PlannerSession *session = find_titled (agenda, "Mozilla & the rest");
  g_autofree char *utc = format_utc (session->start_utc);
  g_autofree char *night = format_venue (find_titled (agenda, "Night"));
  g_autofree char *morning = format_venue (find_titled (agenda, "Morning"));

  g_assert_cmpstr (agenda->format, ==, "pentabarf");
  g_assert_cmpstr (agenda->title.shown, ==, "FOSDEM 2012");
  g_assert_cmpuint (agenda->days->len, ==, 1);
  g_assert_cmpstr (utc, ==, "2012-02-04T12:30Z");
  g_assert_cmpint (session->duration_s, ==, 30 * 60);
  g_assert_cmpstr (session->id, ==, "7");
  g_assert_cmpstr (session->key, ==, "7");
  g_assert_null (session->guid);
  g_assert_null (session->slug);
  g_assert_null (session->type);
  g_assert_cmpstr (session->room->name, ==, "UD2.218A");
  g_assert_cmpstr (session->forum->name, ==, "Mozilla Devroom");
  g_assert_cmpstr (session->abstract.shown, ==, "<p>Users&#39; freedom</p>");
  g_assert_cmpuint (session->n_speakers, ==, 2);
  g_assert_cmpstr (session->speakers[0]->id, ==, "1");
  g_assert_cmpstr (session->speakers[1]->name.shown, ==, "Bob");
  g_assert_cmpstr (session->speakers[1]->id, ==, "Bob");
  g_assert_cmpuint (session->n_links, ==, 1);
  g_assert_cmpstr (session->links[0].url, ==, "https://example.org/a.pdf");
  g_assert_cmpstr (session->links[0].title, ==, "Slides");
  g_assert_cmpstr (night, ==, "2012-02-05 02:15");
  g_assert_cmpstr (get_date (agenda, "Night"), ==, "2012-02-04");
  g_assert_cmpstr (morning, ==, "2012-02-04 03:00");
  g_assert_null (find_titled (agenda, "Night")->room);
}

static const char fosdem[] =
    "<schedule>\n"
    "  <version>latest</version>\n"
    "  <conference>\n"
    "    <acronym>fosdem-2026</acronym><title>FOSDEM 2026</title><subtitle></subtitle>\n"
    "    <day_change>09:00:00</day_change><timeslot_duration>00:05:00</timeslot_duration>\n"
    "    <base_url>https://fosdem.org/2026/schedule/</base_url>\n"
    "    <time_zone_name>Europe/Brussels</time_zone_name>\n"
    "  </conference>\n"
    "  <tracks>\n"
    "    <track online_qa='true' slug='ada' color='#abc'>Ada</track>\n"
    "    <track slug='bsd' color='blue'>BSD</track>\n"
    "  </tracks>\n"
    "  <persons>\n"
    "    <person id='5'><name>Ann</name><biography>&lt;p&gt;Writes.&lt;/p&gt;</biography></person>\n"
    "    <person id='6'><name>Ben</name><biography>Of Ben</biography></person>\n"
    "  </persons>\n"
    "  <day index='1' date='2026-01-31' start='2026-01-31T09:00:00+01:00' end='2026-02-01T08:59:00+01:00'>\n"
    "    <room name='Janson' slug='janson'>\n"
    "      <event guid='g1' id='11'>\n"
    "        <date>2026-01-31T09:30:00+01:00</date><start>09:30</start><duration>00:25</duration>\n"
    "        <room>Janson</room><slug>welcome</slug><url>event/welcome/</url>\n"
    "        <title>Welcome</title><subtitle>Hello</subtitle>\n"
    "        <track slug='ada'></track><type>keynote</type><language>en</language>\n"
    "        <abstract/><description/>\n"
    "        <feedback_url>https://pretalx.fosdem.org/feedback/</feedback_url>\n"
    "        <persons><person id='5'>Ann</person><person id='6'>Another Ben</person><person id='6'>Ben</person></persons>\n"
    "        <attachments><attachment type='slides' href='s.pdf'>The slides</attachment></attachments>\n"
    "        <links><link href='https://live.fosdem.org/'>Live</link><link href='javascript:x'>No</link></links>\n"
    "      </event>\n"
    "    </room>\n"
    "  </day>\n"
    "</schedule>";

static const PlannerForum *
get_forum (const PlannerAgenda *agenda, guint index)
{
  return g_ptr_array_index (agenda->forums, index);
}

static void
test_fosdem (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_xml_with (fosdem, NULL, report);
  const PlannerSession *session = find_titled (agenda, "Welcome");

  g_assert_cmpstr (agenda->acronym, ==, "fosdem-2026");
  g_assert_cmpstr (agenda->version, ==, "latest");
  g_assert_cmpstr (agenda->zone_name, ==, "Europe/Brussels");
  g_assert_cmpuint (agenda->forums->len, ==, 2);
  g_assert_cmpstr (get_forum (agenda, 0)->color, ==, "#aabbcc");
  g_assert_null (get_forum (agenda, 1)->color);
  g_assert_cmpstr (session->forum->name, ==, "Ada");
  g_assert_cmpstr (session->url, ==, "https://fosdem.org/2026/schedule/event/welcome/");
  g_assert_cmpstr (session->feedback_url, ==, "https://pretalx.fosdem.org/feedback/");
  g_assert_cmpuint (session->n_links, ==, 2);
  g_assert_cmpstr (session->links[0].url, ==, "https://fosdem.org/2026/schedule/s.pdf");
  g_assert_cmpstr (session->links[0].title, ==, "The slides");
  g_assert_cmpuint (session->n_speakers, ==, 3);
  g_assert_cmpstr (session->speakers[0]->biography.shown, ==, "<p>Writes.</p>");
  g_assert_null (session->speakers[1]->biography.shown);
  g_assert_cmpstr (session->speakers[2]->biography.shown, ==, "Of Ben");
  g_assert_cmpstr (find_problem (report, "bad-color")->where, ==, "line 11 track/color");
  g_assert_cmpstr (find_problem (report, "unsafe-link")->where, ==, "line 19 event 11/links");
}

static const char frab[] =
    "<?xml version='1.0' encoding='utf-8'?>\n"
    "<schedule>\n"
    "  <conference><acronym>pw16</acronym><title>PrivacyWeek</title><venue>Volkskundemuseum</venue><city>Wien</city>"
    "<url>https://example.org/</url></conference>\n"
    "  <day date='2026-07-01' end='2026-07-02T04:00:00+02:00' index='1' start='2026-07-01T10:00:00+02:00'>\n"
    "    <room name='Empty'></room>\n"
    "    <room name='Saal 1'>\n"
    "      <event guid='a' id='69'>\n"
    "        <date>2026-07-02T01:30:00+02:00</date><start>01:30</start><duration>00:30</duration>\n"
    "        <room>Saal 1</room><slug>pw16-69</slug>\n"
    "        <recording><license>CC</license><optout>true</optout><url>https://media.example.org/69</url></recording>\n"
    "        <title>Er\xc3\xb6"
    "ffnung</title>\n"
    "        <abstract><![CDATA[<p>1 < 2 & 3</p>]]> and <![CDATA[more]]></abstract>\n"
    "        <logo>/logo.png</logo>\n"
    "        <links>\n"
    "          <link href='https://example.org/1'>One</link>\n"
    "          <link>https://example.org/2</link>\n"
    "          <link url='https://example.org/3'/>\n"
    "          <link><url>https://example.org/4</url><title>Four</title></link>\n"
    "          <link></link>\n"
    "        </links>\n"
    "        <video_download_url>https://example.org/5</video_download_url>\n"
    "      </event>\n"
    "    </room>\n"
    "  </day>\n"
    "</schedule>";

static void
test_frab (void)
{
  static const char *const links[][2] = {
    { "https://media.example.org/69", "https://media.example.org/69" },
    { "https://example.org/1", "One" },
    { "https://example.org/2", "https://example.org/2" },
    { "https://example.org/3", "https://example.org/3" },
    { "https://example.org/4", "Four" },
    { "https://example.org/5", "https://example.org/5" },
  };
  g_autoptr (PlannerAgenda) agenda = read_xml (frab);
  const PlannerSession *session = find_titled (agenda, "Er\xc3\xb6"
                                                       "ffnung");

  g_assert_cmpstr (agenda->format, ==, "frab");
  g_assert_cmpstr (agenda->url, ==, "https://example.org/");
  g_assert_cmpstr (agenda->title.shown, ==, "PrivacyWeek");
  g_assert_cmpstr (agenda->venue.shown, ==, "Volkskundemuseum");
  g_assert_cmpstr (agenda->address.shown, ==, "Wien");
  g_assert_cmpuint (agenda->rooms->len, ==, 1);
  g_assert_cmpstr (get_date (agenda, session->title.shown), ==, "2026-07-01");
  g_assert_true (session->not_recorded);
  g_assert_cmpstr (session->abstract.shown, ==, "<p>1 < 2 & 3</p> and more");
  g_assert_cmpuint (session->n_links, ==, G_N_ELEMENTS (links));
  for (guint i = 0; i < session->n_links; i++)
    {
      g_assert_cmpstr (session->links[i].url, ==, links[i][0]);
      g_assert_cmpstr (session->links[i].title, ==, links[i][1]);
    }
}

static const char pretalx[] =
    "<?xml version='1.0' encoding='utf-8' ?>\n"
    "<!-- Made with love by pretalx v2026.1. -->\n"
    "<schedule xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:noNamespaceSchemaLocation='x.xsd'>\n"
    "  <generator name='pretalx' version='2026.1' />\n"
    "  <url>https://example.org/schedule/</url>\n"
    "  <version>0.3</version>\n"
    "  <conference>\n"
    "    <title>Conf</title><acronym>conf</acronym><time_zone_name>Asia/Tokyo</time_zone_name>\n"
    "    <track name='Databases' color='#123456' slug='1-databases' />\n"
    "  </conference>\n"
    "  <day index='1' date='2026-07-01' start='2026-07-01T04:00:00+09:00' end='2026-07-02T03:59:00+09:00'>\n"
    "    <room name='R' guid='r'>\n"
    "      <event guid='e1' id='3' code='ABCDEF'>\n"
    "        <date>2026-07-01T10:00:00+09:00</date><start>10:00</start><duration>1:02:30</duration>\n"
    "        <room>R</room><title>Long</title><track>Databases</track>\n"
    "        <persons>\n"
    "          <person id='1' guid='p' code='XYZ' url='https://example.org/p/'>Mei</person>\n"
    "          <person code='UVW'><name>Rui</name><biography>Bio &lt;b&gt;x&lt;/b&gt;</biography></person>\n"
    "          <person id='4'/>\n"
    "        </persons>\n"
    "      </event>\n"
    "    </room>\n"
    "  </day>\n"
    "</schedule>\n";

static void
test_pretalx (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_xml_with (pretalx, NULL, report);
  const PlannerSession *session = find_titled (agenda, "Long");
  g_autofree char *utc = format_utc (session->start_utc);

  g_assert_cmpstr (agenda->format, ==, "pretalx");
  g_assert_cmpstr (agenda->url, ==, "https://example.org/schedule/");
  g_assert_cmpstr (utc, ==, "2026-07-01T01:00Z");
  g_assert_cmpint (session->duration_s, ==, (24 + 2) * 3600 + 30 * 60);
  g_assert_cmpstr (session->code, ==, "ABCDEF");
  g_assert_cmpstr (session->forum->color, ==, "#123456");
  g_assert_cmpuint (session->n_speakers, ==, 2);
  g_assert_cmpstr (session->speakers[0]->url, ==, "https://example.org/p/");
  g_assert_cmpstr (session->speakers[1]->name.shown, ==, "Rui");
  g_assert_cmpstr (session->speakers[1]->biography.shown, ==, "Bio <b>x</b>");
  g_assert_cmpstr (find_problem (report, "no-name")->where, ==, "line 13 event 3/persons");
}

static const char wafer[] =
    "<schedule>\n"
    "  <generator name='wafer' version='0.14.0' /><version></version>\n"
    "  <conference><title>DebConf</title><time_zone_name>Asia/Kolkata</time_zone_name></conference>\n"
    "  <day date='2023-09-09' start='2023-09-09T21:30:00+00:00' end='2023-09-10T21:29:59+00:00' index='1'>\n"
    "    <room name='Anamudi'>\n\n"
    "      <event id='35' guid='455d'>\n"
    "        <date>2023-09-10T05:00:00+00:00</date><start>10:30</start><duration>00:20</duration>\n"
    "        <title>Opening</title><abstract/><description>Hello</description>\n"
    "      </event>\n"
    "    </room>\n"
    "  </day>\n"
    "</schedule>\n";

static void
test_wafer (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (wafer);
  const PlannerSession *session = find_titled (agenda, "Opening");
  g_autofree char *utc = format_utc (session->start_utc);
  g_autofree char *venue = format_venue (session);

  g_assert_cmpstr (agenda->format, ==, "wafer");
  g_assert_null (agenda->version);
  g_assert_cmpstr (utc, ==, "2023-09-10T05:00Z");
  g_assert_cmpstr (venue, ==, "2023-09-10 10:30");
  g_assert_cmpstr (get_date (agenda, "Opening"), ==, "2023-09-10");
  g_assert_null (session->abstract.shown);
}

/* A role that only says “speaker” is left out. */
static void
test_roles (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (
      HEAD "<persons><person id='3'><name>Cy</name><role>speaker</role></person>"
           "<person id='4'><name>Di</name><role>Host</role></person></persons>"
           "<day date='2026-07-01'><event><title>T</title><persons>"
           "<person id='1'><name>Ada</name><role>Speaker</role></person>"
           "<person id='2'><name>Bo</name><role>Moderator</role></person>"
           "<person id='3'>Cy</person><person id='4'>Di</person></persons></event></day></schedule>");
  const PlannerSpeaker **speakers = find_titled (agenda, "T")->speakers;

  g_assert_null (speakers[0]->role.shown);
  g_assert_cmpstr (speakers[1]->role.shown, ==, "Moderator");
  g_assert_null (speakers[2]->role.shown);
  g_assert_cmpstr (speakers[3]->role.shown, ==, "Host");
}

static const char emf[] =
    "<schedule><version>1.0</version><conference><title>EMF</title><acronym>emf</acronym></conference>"
    "<day index='1' date='2022-06-02' end='2022-06-03T04:00:00+01:00'><room name='Lounge'>"
    "<event id='1' guid='a'><title>Bowls</title><date>2022-06-02T10:00:00+01:00</date><start>10:00</start>"
    "<duration>1:00</duration><abstract>Make&#13;\n&#13;\nBowls</abstract><track></track>"
    "<recording><license>CC</license><optout>false</optout></recording></event></room></day></schedule>";

static void
test_emf (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (emf);
  const PlannerSession *session = find_titled (agenda, "Bowls");

  g_assert_cmpint (session->duration_s, ==, 3600);
  g_assert_cmpstr (session->abstract.shown, ==, "Make\n\nBowls");
  g_assert_null (session->forum);
  g_assert_false (session->not_recorded);
  g_assert_cmpuint (agenda->forums->len, ==, 0);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *room;
} RoomCase;

static const RoomCase rooms[] = {
  { "in-room", ONE ("<event><title>T</title></event>"), "Hall" },
  { "own-room", ONE ("<event><title>T</title><room>Other</room></event>"), "Other" },
  { "empty-own-room", ONE ("<event><title>T</title><room/></event>"), "Hall" },
  { "no-room", HEAD "<day date='2026-07-01'><event><title>T</title></event></day></schedule>", NULL },
  { "no-day", HEAD "<room name='Hall'><event><title>T</title></event></room></schedule>", "Hall" },
  { "no-day-no-room", HEAD "<event><title>T</title></event></schedule>", NULL },
  { "no-conference", "<schedule><event><title>T</title></event></schedule>", NULL },
  { "days-wrapper",
    HEAD
    "<days><day><rooms><room name='Hall'><event><title>T</title></event></room></rooms></day></days></schedule>",
    "Hall" },
  { "day-in-conference",
    "<schedule><conference><days>1</days><day date='2026-07-01'><event><title>T</title></event></day>"
    "</conference></schedule>",
    NULL },
  { "prefix",
    "<s:schedule xmlns:s='urn:s'><s:day date='2026-07-01'><s:room name='Hall'><s:event><s:title>T</s:title></s:event>"
    "</s:room></s:day></s:schedule>",
    "Hall" },
};

static void
test_room (gconstpointer data)
{
  const RoomCase *expected = data;
  g_autoptr (PlannerAgenda) agenda = read_xml (expected->text);
  const PlannerRoom *room = find_titled (agenda, "T")->room;

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (room ? room->name : NULL, ==, expected->room);
}

static void
test_languages (void)
{
  static const char *const chinese[] = { "zh_CN", "zh", NULL };
  const PlannerFeedOptions options = { .languages = chinese };
  g_autoptr (PlannerAgenda) agenda = read_xml_with (
      "<schedule xml:lang='en'><conference><title>Conference</title><title lang='zh_CN'>大会</title></conference>"
      "<day date='2026-07-01'><event id='1'><title>Clusters</title><title xml:lang='zh-CN'>集群</title>"
      "<abstract lang='nonsense language'>Text</abstract></event></day></schedule>",
      &options, NULL);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpstr (agenda->title.shown, ==, "大会");
  g_assert_cmpstr (session->title.shown, ==, "集群");
  g_assert_cmpuint (g_strv_length (session->title.variants), ==, 4);
  g_assert_cmpstr (session->title.variants[0], ==, "en");
  g_assert_cmpstr (session->abstract.variants[0], ==, "en");
}

/* Elements in a text are HTML that was not escaped. */
static void
test_raw_markup (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (ONE (
      "<event><title>A <i>fine</i> title</title>"
      "<abstract>R&amp;D <p>One<br/>two <a href='https://e.org/?a=1&amp;b=2'>x</a></p></abstract></event>"));
  const PlannerSession *session = find_titled (agenda, "A fine title");

  g_assert_cmpstr (session->abstract.shown, ==,
                   "R&amp;D <p>One<br>two <a href=\"https://e.org/?a=1&amp;b=2\">x</a></p>");
}

/* The indentation of the elements is removed from texts; additional indentation stays. */
static void
test_indentation (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (ONE (
      "<event><title>\n    One\n    line\n  </title><abstract>\n    First\n\n      second\n  \n    third\n  </abstract>"
      "<description>First\n    second</description></event>"));
  const PlannerSession *session = find_titled (agenda, "One line");

  g_assert_cmpstr (session->abstract.shown, ==, "First\n\n  second\n\nthird");
  g_assert_cmpstr (session->description.shown, ==, "First\n    second");
}

static void
test_unknown (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_xml_with (
      "<schedule><conference><title>C</title><time_zone_name>Europe/Berlin</time_zone_name>"
      "<colors primary='#fff'/><new><title>Not this</title></new></conference>"
      "<extra><event><title>Nor this</title></event></extra>"
      "<day date='2026-07-01'><room name='H'><event id='1'><title>T</title><start>10:00</start><duration>1:00</duration>"
      "<answers><answer><title>Nor that</title></answer></answers></event></room><note>x</note></day></schedule>",
      NULL, report);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (agenda->title.shown, ==, "C");
  g_assert_nonnull (find_titled (agenda, "T"));
  g_assert_cmpuint (planner_report_get_n_problems (report), ==, 0);
}

static void
test_identities (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_xml (ONE ("<event id='1' guid='same'><title>A</title><start>10:00</start></event>"
                     "<event id='1' guid='same'><title>A</title><start>11:00</start></event>"
                     "<event id='1' guid='other'><title>B</title><start>12:00</start></event>"));

  g_assert_cmpuint (agenda->sessions->len, ==, 3);
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->key, ==, "same@20260701T100000Z");
  g_assert_cmpstr (planner_agenda_get_session (agenda, 1)->key, ==, "same@20260701T110000Z");
  g_assert_cmpstr (planner_agenda_get_session (agenda, 2)->key, ==, "other");
}

typedef struct
{
  const char *name;
  const char *event;
  const char *where;
  const char *code;
  const char *words;
} NoteCase;

static const NoteCase notes[] = {
  { "start", "<event id='5'><title>T</title><start>noon</start></event>", "line 1 event 5/start", "bad-start",
    "“noon” is not a time; *" },
  { "duration",
    "<event guid='g g/1'><title>T</title><start>9:00</start><duration>6944:11:40</duration></event>",
    "line 1 event g%20g%2F1/duration", "bad-duration", "“6944:11:40” is no duration *" },
  { "title", "\n<event><start>9:00</start></event>", "line 2 event/title", "no-title", "*" },
  { "date", "<event id='1'><title>T</title><date>x</date></event>", "line 1 event 1/date", "bad-date",
    "“x” is not a date; the day that lists the session tells it." },
};

static void
test_note (gconstpointer data)
{
  const NoteCase *expected = data;
  g_autofree char *text = g_strdup_printf (ONE ("%s"), expected->event);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_xml_with (text, NULL, report);
  const PlannerProblem *problem = find_problem (report, expected->code);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (problem->where, ==, expected->where);
  g_assert_true (g_pattern_match_simple (expected->words, problem->message));
}

typedef struct
{
  const char *name;
  const char *day_change;
  const char *start;
  const char *venue;
} DayChangeCase;

static const DayChangeCase day_changes[] = {
  { "D1/given", "06:00", "05:30", "2026-07-02 05:30" },
  { "D1/given-with-seconds", "06:00:00", "06:00", "2026-07-01 06:00" },
  { "D1/midnight", "00:00", "00:30", "2026-07-01 00:30" },
  { "D1/default", "", "03:30", "2026-07-02 03:30" },
  { "D1/nonsense", "soon", "03:30", "2026-07-02 03:30" },
  { "D1/too-late", "18:00", "10:00", "2026-07-01 10:00" },
};

static void
test_day_change (gconstpointer data)
{
  const DayChangeCase *expected = data;
  g_autofree char *text = g_strdup_printf (
      "<schedule><conference><title>C</title><day_change>%s</day_change></conference><day date='2026-07-01'>"
      "<event id='1'><title>T</title><start>%s</start></event></day></schedule>",
      expected->day_change, expected->start);
  g_autoptr (PlannerAgenda) agenda = read_xml (text);
  g_autofree char *venue = format_venue (find_titled (agenda, "T"));

  g_assert_cmpstr (venue, ==, expected->venue);
  g_assert_cmpstr (get_date (agenda, "T"), ==, "2026-07-01");
}

static void
test_cancelled (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_xml (ONE ("<event id='1'><title>A</title><cancelled>true</cancelled></event>"
                     "<event id='2'><title>B</title><status>canceled</status></event>"
                     "<event id='3'><title>C</title><status>confirmed</status></event>"));

  g_assert_true (find_titled (agenda, "A")->cancelled);
  g_assert_true (find_titled (agenda, "B")->cancelled);
  g_assert_false (find_titled (agenda, "C")->cancelled);
}

/* Speakers with a public name need not want the other name to be shown. */
static void
test_public_name (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (
      "<schedule><conference/><day date='2026-07-01'><event id='1'><title>A</title><persons>"
      "<person id='1'><name>Real</name><public_name xml:lang='en'>grace</public_name></person>"
      "<person id='2' public_name='bo'>Real</person><person id='3'>Ada</person></persons></event></day></schedule>");
  const PlannerSession *session = find_titled (agenda, "A");

  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "grace");
  g_assert_cmpstr (session->speakers[1]->name.shown, ==, "bo");
  g_assert_cmpstr (session->speakers[2]->name.shown, ==, "Ada");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/xml-public-name-comes-first", test_public_name);
  g_test_add_func ("/feed/xml/T4/pentabarf", test_pentabarf);
  g_test_add_func ("/feed/xml/fosdem", test_fosdem);
  g_test_add_func ("/feed/xml/frab", test_frab);
  g_test_add_func ("/feed/xml/F1/pretalx", test_pretalx);
  g_test_add_func ("/feed/xml/T10/wafer", test_wafer);
  g_test_add_func ("/feed/xml/roles", test_roles);
  g_test_add_func ("/feed/xml/emf", test_emf);
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/xml/F2/", rooms[i].name, NULL);

      g_test_add_data_func (path, &rooms[i], test_room);
    }
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/xml/F1/note/", notes[i].name, NULL);

      g_test_add_data_func (path, &notes[i], test_note);
    }
  for (guint i = 0; i < G_N_ELEMENTS (day_changes); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/xml/", day_changes[i].name, NULL);

      g_test_add_data_func (path, &day_changes[i], test_day_change);
    }
  g_test_add_func ("/feed/xml/F6/languages", test_languages);
  g_test_add_func ("/feed/xml/F6/unknown", test_unknown);
  g_test_add_func ("/feed/xml/X1/raw-markup", test_raw_markup);
  g_test_add_func ("/feed/xml/X1/indentation", test_indentation);
  g_test_add_func ("/feed/xml/I2/identities", test_identities);
  g_test_add_func ("/feed/xml/cancelled", test_cancelled);

  return g_test_run ();
}
