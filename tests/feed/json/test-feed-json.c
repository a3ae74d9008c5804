/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads schedules in JSON, well-formed and not. */

#include "feed/feed-fixture.h"

static void
test_missing_members (void)
{
  g_autofree char *schedule = make_schedule (
      "", "{'id': null, 'title': null, 'persons': null, 'guid': '', 'start': '10:00'},"
          "{'subtitle': 'Only a subtitle', 'persons': [], 'start': '11:00'},"
          "{'slug': 'a-slug', 'title': '  ', 'persons': {'name': 'One'}, 'start': '12:00'},"
          "{'title': 'Strings', 'persons': ['Ada', {'public_name': 'Grace'}, {'full_public_name': 'Rosa'},"
          "  {'id': 4}, null, 5], 'start': '13:00'},"
          "7, null, 'text', {}, {'subtitle': 'Bare'}");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, NULL, report);
  const PlannerSession *strings;
  static const char *const names[] = { "Ada", "Grace", "Rosa", "5" };

  g_assert_cmpuint (agenda->sessions->len, ==, 5);
  g_assert_nonnull (find_titled (agenda, "Bare"));
  g_assert_cmpuint (find_titled (agenda, "Untitled")->n_speakers, ==, 0);
  g_assert_null (find_titled (agenda, "Untitled")->guid);
  g_assert_nonnull (find_titled (agenda, "Only a subtitle"));
  g_assert_cmpuint (find_titled (agenda, "a-slug")->n_speakers, ==, 1);
  strings = find_titled (agenda, "Strings");
  g_assert_cmpuint (strings->n_speakers, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < strings->n_speakers; i++)
    g_assert_cmpstr (strings->speakers[i]->name.shown, ==, names[i]);
  g_assert_cmpuint (count_problems (report, "no-title"), ==, 4);
  g_assert_cmpuint (count_problems (report, "no-name"), ==, 1);
  g_assert_cmpuint (count_problems (report, "bad-type"), ==, 2);
}

#define DAY(rooms)                                                                                           \
  "{'schedule': {'conference': {'title': 'C', 'days': [{'date': '2026-07-01', 'rooms': " rooms "}]}}}"

typedef struct
{
  const char *name;
  const char *schedule;
  const char *room;
} RoomCase;

static const RoomCase room_cases[] = {
  { "wrapper", DAY ("{'Hall': [{'title': 'T', 'start': '10:00'}]}"), "Hall" },
  { "own-wins", DAY ("{'Stage': [{'title': 'T', 'room': 'Hall', 'start': '10:00'}]}"), "Hall" },
  { "null-own", DAY ("{'Hall': [{'title': 'T', 'room': null, 'start': '10:00'}]}"), "Hall" },
  { "flat", DAY ("[{'title': 'T', 'room': 'Hall', 'start': '10:00'}]"), "Hall" },
  { "flat-no-room", DAY ("[{'title': 'T', 'start': '10:00'}]"), NULL },
  { "named", DAY ("[{'name': 'Empty'}, {'name': 'Hall', 'events': [{'title': 'T', 'start': '10:00'}]}]"),
    "Hall" },
  { "empty-name", DAY ("{'': [{'title': 'T', 'start': '10:00'}]}"), NULL },
  { "empty-own", DAY ("{'': [{'title': 'T', 'room': '', 'start': '10:00'}]}"), NULL },
  { "room-object", DAY ("{'X': [{'title': 'T', 'room': {'name': 'Hall', 'id': 1}, 'start': '10:00'}]}"),
    "Hall" },
  { "room-number", DAY ("{'X': [{'title': 'T', 'room': 12, 'start': '10:00'}]}"), "12" },
  { "events-in-day",
    "{'schedule': {'conference': {'days': [{'date': '2026-07-01',"
    "'events': [{'title': 'T', 'room': 'Hall', 'start': '10:00'}]}]}}}",
    "Hall" },
  { "one-event", DAY ("{'Hall': {'title': 'T', 'start': '10:00'}}"), "Hall" },
  { "days-in-schedule",
    "{'schedule': {'days': {'2026-07-01': {'rooms': {'Hall': [{'title': 'T', 'start': '10:00'}]}}}}}",
    "Hall" },
  { "no-schedule",
    "{'conference': {'days': [{'date': '2026-07-01',"
    "'rooms': {'Hall': [{'title': 'T', 'start': '10:00'}]}}]}}",
    "Hall" },
};

static void
test_rooms (gconstpointer data)
{
  const RoomCase *expected = data;
  g_autoptr (PlannerAgenda) agenda = read_json (expected->schedule);
  const PlannerSession *session = find_titled (agenda, "T");

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (session->room ? session->room->name : NULL, ==, expected->room);
  g_assert_null (session->forum);
  g_assert_cmpuint (agenda->rooms->len, ==, expected->room ? 1 : 0);
  g_assert_cmpstr (get_date (agenda, "T"), ==, "2026-07-01");
}

static void
test_escapes (void)
{
  g_autofree char *schedule =
      make_schedule ("",
                     "{'title': 'a\\u0000b \\ud800 c', 'abstract': 'one\\r\\ntwo\\u0006', 'start': '10:00'}");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, NULL, report);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpstr (session->title.shown, ==, "a\357\277\275b \357\277\275 c");
  g_assert_cmpstr (session->abstract.shown, ==, "one\ntwo\357\277\275");
  g_assert_cmpuint (count_problems (report, "bad-escape"), ==, 1);
  g_assert_cmpuint (count_problems (report, "control-character"), ==, 1);
}

static void
test_raw_controls (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_events ("", "\f{'title': 'bell\a', 'abstract': 'one\n\ttwo', 'start': '10:00'}\v");
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpstr (session->title.shown, ==, "bell\357\277\275");
  g_assert_cmpstr (session->abstract.shown, ==, "one\n\ttwo");
}

/* The same schedule in each character set. */
static void
test_charsets (void)
{
  static const char *const charsets[] = { "UTF-8",    "UTF-16",     "UTF-16LE",
                                          "UTF-16BE", "ISO-8859-1", "WINDOWS-1252" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      const char *text = "{\"schedule\": {\"conference\": {\"title\": \"Café für alle\", \"days\": []}}}\r\n";
      gsize size = 0;
      char *converted = g_convert (text, -1, charsets[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (PlannerAgenda) agenda = read_whole (g_bytes_new_take (converted, size), NULL, NULL);

      g_assert_cmpstr (agenda->title.shown, ==, "Café für alle");
    }
}

static void
test_odd_types (void)
{
  g_autofree char *schedule = make_schedule (
      "'tracks': 'none', 'rooms': {'a': 1}, 'url': 7, 'unknown': [{}],",
      "{'title': 12, 'id': '007', 'abstract': ['x'], 'description': false, 'track': 5, 'language': {'x': {}},"
      "'links': 'https://example.org/', 'attachments': {'url': '/a.pdf'}, 'do_not_record': 'true', 'start': '10:00'}");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, NULL, report);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpstr (session->title.shown, ==, "12");
  g_assert_cmpstr (session->id, ==, "007");
  g_assert_null (session->abstract.shown);
  g_assert_null (session->description.shown);
  g_assert_null (session->language);
  g_assert_cmpstr (session->forum->name, ==, "5");
  g_assert_true (session->not_recorded);
  g_assert_cmpuint (session->n_links, ==, 1);
  g_assert_cmpuint (count_problems (report, "bad-type"), ==, 1);
}

static void
test_conference_facts (void)
{
  g_autofree char *schedule = make_schedule (
      "'url': 'https://example.org/fair/', 'description': 'About', 'venue': {'en': 'Hall', 'zh': '大厅'}, 'city': 'Porto',"
      "'hosts': 'Port', 'registration_url': 'tickets', 'coordinates': '41.1; -8.6',",
      "{'title': 'T', 'start': '10:00'}");
  g_autoptr (PlannerAgenda) agenda = read_json (schedule);

  g_assert_cmpstr (agenda->description.shown, ==, "About");
  g_assert_cmpstr (agenda->venue.shown, ==, "Hall");
  g_assert_cmpstr (agenda->address.shown, ==, "Porto");
  g_assert_cmpstr (agenda->hosts.shown, ==, "Port");
  g_assert_cmpstr (agenda->registration_url, ==, "https://example.org/fair/tickets");
  g_assert_cmpstr (agenda->coordinates, ==, "41.100000,-8.600000");
  g_assert_null (agenda->sources);
}

/* Values without a use are left out. */
static void
test_bad_conference (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_events ("'venue': null, 'address': '', 'registration_url': 'javascript:alert(1)',"
                   "'coordinates': 'north', 'hosts': [],",
                   "{'title': 'T', 'start': '10:00'}");

  g_assert_null (agenda->venue.shown);
  g_assert_null (agenda->address.shown);
  g_assert_null (agenda->hosts.shown);
  g_assert_null (agenda->registration_url);
  g_assert_null (agenda->coordinates);
}

static void
test_links (void)
{
  g_autofree char *schedule = make_schedule (
      "'base_url': 'https://example.org/fair/', 'url': 'talks',",
      "{'title': 'T', 'start': '10:00', 'url': 'talk/1', 'feedback_url': 'javascript:alert(1)',"
      "'stream_url': 'https://live.example.org/hall',"
      "'links': [{'title': 'Page', 'url': 'http://example.com/a b'}, 'https://example.com/2', {'title': 'x', 'url': 'file:///etc/passwd'},"
      "  {'url': 'mailto:a@example.com'}, 'javascript:alert(2)', {'url': 'data:text/html,x'}, {'title': 'nothing'}, null, '//cdn.example.com/x'],"
      "'attachments': [{'title': 'Slides', 'url': '/slides.pdf'}]}");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, NULL, report);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  const char *const urls[] = { "http://example.com/a%20b", "https://example.com/2", "mailto:a@example.com",
                               "https://cdn.example.com/x", "https://example.org/slides.pdf" };

  g_assert_cmpstr (agenda->url, ==, "https://example.org/fair/talks");
  g_assert_cmpstr (session->url, ==, "https://example.org/fair/talk/1");
  g_assert_cmpstr (session->stream_url, ==, "https://live.example.org/hall");
  g_assert_null (session->feedback_url);
  g_assert_cmpuint (session->n_links, ==, G_N_ELEMENTS (urls));
  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    g_assert_cmpstr (session->links[i].url, ==, urls[i]);
  g_assert_cmpstr (session->links[0].title, ==, "Page");
  g_assert_cmpstr (session->links[1].title, ==, "https://example.com/2");
  g_assert_cmpuint (count_problems (report, "unsafe-link"), ==, 1);
}

static void
test_address_as_base (void)
{
  const PlannerFeedOptions options = { .address = "https://example.org/2026/schedule.json" };
  const PlannerFeedOptions from_file = { .address = "file:///tmp/schedule.json" };
  g_autofree char *schedule = make_schedule ("", "{'title': 'T', 'url': 'talk/1', 'start': '10:00'}");
  g_autoptr (PlannerAgenda) agenda = read_json_with (schedule, &options, NULL);
  g_autoptr (PlannerAgenda) local = read_json_with (schedule, &from_file, NULL);

  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->url, ==, "https://example.org/2026/talk/1");
  g_assert_null (planner_agenda_get_session (local, 0)->url);
}

static void
test_speakers (void)
{
  g_autoptr (PlannerAgenda) agenda = read_events (
      "",
      "{'title': 'A', 'start': '10:00', 'persons': [{'id': 1, 'name': 'Ada', 'biography': 'Wrote.'}, {'id': 2, 'name': 'Ada'}]},"
      "{'title': 'B', 'start': '11:00', 'persons': [{'id': '1', 'name': 'Ada'}, {'id': 1, 'name': 'Grace'}, {'id': 1, 'name': 'Ada'}]},"
      "{'title': 'C', 'start': '12:00', 'persons': [{'name': 'Ada', 'guid': 'x'}, {'name': 'Ada', 'guid': 'y'}]}");
  const PlannerSession *a = find_titled (agenda, "A"), *b = find_titled (agenda, "B"),
                       *c = find_titled (agenda, "C");

  g_assert_cmpuint (agenda->speakers->len, ==, 4);
  g_assert_true (a->speakers[0] == b->speakers[0]);
  g_assert_true (a->speakers[0] != a->speakers[1]);
  g_assert_cmpuint (b->n_speakers, ==, 2);
  g_assert_cmpstr (b->speakers[1]->name.shown, ==, "Grace");
  g_assert_cmpstr (b->speakers[1]->id, ==, "1");
  g_assert_cmpuint (c->n_speakers, ==, 1);
  g_assert_cmpstr (c->speakers[0]->id, ==, "Ada");
  g_assert_cmpstr (b->speakers[0]->biography.shown, ==, "Wrote.");
}

static void
test_search (void)
{
  g_autoptr (PlannerAgenda) agenda = read_events (
      "",
      "{'title': 'Café', 'subtitle': 'ＦＵＬＬ', 'start': '10:00', 'track': 'Straße', 'room': 'İstanbul',"
      "'persons': [{'name': 'Ada', 'role': 'Chair', 'organisation': 'ACME'}],"
      "'abstract': '<p>Sho<b>rt</b></p>', 'description': 'Long', 'translations': {'zh_CN': {'title': '开源', 'abstract': '短'}}}");
  const PlannerSearchText *search = &planner_agenda_get_session (agenda, 0)->search;

  g_assert_cmpstr (planner_search_text_get (search, PLANNER_SEARCH_TITLE, NULL), ==, "cafe 开源 full");
  g_assert_cmpstr (planner_search_text_get (search, PLANNER_SEARCH_SPEAKERS, NULL), ==, "ada chair acme");
  g_assert_cmpstr (planner_search_text_get (search, PLANNER_SEARCH_FORUM, NULL), ==, "strasse");
  g_assert_cmpstr (planner_search_text_get (search, PLANNER_SEARCH_ROOM, NULL), ==, "istanbul");
  g_assert_cmpstr (planner_search_text_get (search, PLANNER_SEARCH_ABSTRACT, NULL), ==, "short 短 long");
}

static void
test_paths (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_json_with (DAY ("{'Saal 1': [{'title': 'A', 'start': '10:00', 'duration': '1:00'},"
                           "{'title': 'B', 'start': '10.00', 'duration': '90'}], 'O\\\\H': [3]}"),
                      NULL, report);

  g_assert_cmpuint (planner_report_get_n_problems (report), ==, 4);
  g_assert_nonnull (find_problem (report, "no-zone"));
  g_assert_cmpstr (find_problem (report, "bad-start")->where, ==,
                   "$.schedule.conference.days[0].rooms['Saal 1'][1].start");
  g_assert_cmpstr (find_problem (report, "bad-duration")->where, ==,
                   "$.schedule.conference.days[0].rooms['Saal 1'][1].duration");
  g_assert_cmpstr (find_problem (report, "bad-type")->where, ==,
                   "$.schedule.conference.days[0].rooms['O\\\\H'][0]");
  g_assert_cmpint (find_problem (report, "bad-type")->severity, ==, PLANNER_SEVERITY_SKIPPED);
}

typedef struct
{
  const char *format;
  const char *schedule;
} FormatCase;

#define FORMAT_EVENT(generator, event)                                                                       \
  "{" generator " 'schedule': {'conference': {'days': [{'date': '2026-07-01', 'rooms': {'H': [" event        \
  "]}}]}}}"

static void
test_formats (void)
{
  static const FormatCase formats[] = {
    { "frab", FORMAT_EVENT ("", "{'title': 'T', 'persons': [{'id': 1, 'public_name': 'A'}]}") },
    { "frab", FORMAT_EVENT ("", "{'title': 'T', 'persons': [{'name': 'A', 'role': 'speaker'}]}") },
    { "frab", "{'schedule': {'conference': {}}}" },
    { "pretalx", FORMAT_EVENT ("'generator': {'name': 'pretalx', 'version': '2025.1'},", "{'title': 'T'}") },
    { "pretalx", FORMAT_EVENT ("", "{'title': 'T', 'code': 'ABCDEF'}") },
    { "pretalx", FORMAT_EVENT ("", "{'title': 'T', 'persons': [{'code': 'ABCDEF', 'name': 'A'}]}") },
    { "wafer", FORMAT_EVENT ("'generator': {'name': 'wafer'},", "{'title': 'T'}") },
    { "voc", FORMAT_EVENT ("'generator': {'name': 'voc/schedule/39C3'},", "{'title': 'T', 'code': 'ABC'}") },
    { "voc", FORMAT_EVENT ("", "{'title': 'T', 'code': 'ABC'}, {'title': 'U'}") },
    { "gotc", FORMAT_EVENT ("", "{'title': 'T', 'translations': {'zh_CN': {'title': '题'}}}") },
    { "gotc", FORMAT_EVENT ("", "{'title': 'T', 'persons': [{'name': 'A', 'role': 'Chair'}]}") },
    { "gotc", FORMAT_EVENT ("", "{'title': 'T', 'time': 'to be announced'}") },
    { "gotc", "{'schedule': {'conference': {'tracks': [{'name': 'A', 'kind': 'main'}]}}}" },
    { "gotc", "{'schedule': {'conference': {}, 'exhibitors': [{'name': 'A'}]}}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (PlannerAgenda) agenda = read_json (formats[i].schedule);

      g_test_message ("%s", formats[i].schedule);
      g_assert_cmpstr (agenda->format, ==, formats[i].format);
    }
}

/* A schedule without a title and an acronym. */
static void
test_made_up_title (void)
{
  const struct
  {
    const char *address, *title;
  } cases[] = {
    { "https://fair.example.org/schedule.json", "fair.example.org" },
    { "https://www.example.org/schedule.json", "example.org" },
    { "https://www.example.org", "example.org" },
    { "/home/ann/Summer fair 2037.json", "Summer fair 2037" },
    { "/home/ann/schedule.2037.json", "schedule.2037" },
    { "/home/ann/.json", ".json" },
    { "/", "Conference" },
    { "not an address", "Conference" },
    { NULL, "Conference" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlannerFeedOptions options = { .address = cases[i].address };
      g_autoptr (PlannerAgenda) agenda = read_json_with ("{'schedule': {'conference': {}}}", &options, NULL);

      g_assert_cmpstr (agenda->title.shown, ==, cases[i].title);
    }
}

static void
test_conference (void)
{
  const PlannerFeedOptions options = { .address = "https://fair.example.org/schedule.json" };
  g_autoptr (PlannerAgenda) nameless =
      read_json_with ("{'schedule': {'conference': {'acronym': 'fair'}}}", &options, NULL);
  g_autoptr (PlannerAgenda) unknown = read_json ("{'schedule': {'version': 1.5, 'conference': {}}}");

  g_assert_cmpstr (nameless->title.shown, ==, "fair");
  g_assert_cmpstr (unknown->title.shown, ==, "Conference");
  g_assert_cmpstr (unknown->version, ==, "1.5");
  g_assert_cmpuint (unknown->sessions->len, ==, 0);
  g_assert_nonnull (unknown->zone);
}

static void
test_pretalx_durations (void)
{
  g_autoptr (PlannerAgenda) pretalx =
      read_json (FORMAT_EVENT ("'generator': {'name': 'pretalx'},",
                               "{'title': 'T', 'start': '10:00', 'duration': '1:02:30'}"));
  g_autoptr (PlannerAgenda) other =
      read_json (FORMAT_EVENT ("", "{'title': 'T', 'start': '10:00', 'duration': '1:02:30'}"));

  g_assert_cmpint (find_titled (pretalx, "T")->duration_s, ==, 26 * 3600 + 30 * 60);
  g_assert_cmpint (find_titled (other, "T")->duration_s, ==, 3600 + 2 * 60 + 30);
}

/* The second format of the c3voc: a flat list of events, and separate lists of persons and tracks. */
static void
test_flat (void)
{
  g_autoptr (PlannerAgenda) agenda = read_json (
      "{'schedule': {'version': '2', 'conference': {'title': 'Hub', 'time_zone_name': 'Europe/Berlin',"
      "'tracks': [{'name': 'Art & Beauty', 'slug': 'art', 'colors': {'light': '#f9b000', 'dark': '#000000'}}],"
      "'rooms': [{'name': 'Saal 1', 'description': {'en': 'Big', 'de': 'Groß'}}],"
      "'days': [{'index': 1, 'date': '2024-12-27', 'start': '2024-12-27T09:30:00+00:00', 'end': '2024-12-28T06:00:00+01:00'}]},"
      "'events': [{'title': 'Opening', 'guid': 'g', 'start': '2024-12-27T10:30:00+01:00', 'end': '2024-12-27T11:00:00+01:00',"
      "  'room': {'name': 'Saal 1', 'slug': 's1'}, 'track': {'slug': 'art'}, 'feedback': {'url': 'https://example.org/f'},"
      "  'participants': [{'guid': 'p', 'name': 'Ada', 'role': 'speaker'}, {'guid': 'q', 'name': 'Bo', 'role': 'moderator'}]},"
      " {'title': 'Night', 'guid': 'h', 'start': '2024-12-28T00:15:00+01:00', 'end': '2024-12-28T00:55:00+01:00', 'track': {'slug': 'new'}}],"
      "'persons': [{'guid': 'p', 'name': 'Ada', 'biography': 'Wrote.'}]}}");
  const PlannerSession *opening = find_titled (agenda, "Opening");
  g_autofree char *venue = format_venue (opening);

  g_assert_cmpstr (agenda->format, ==, "voc");
  g_assert_cmpuint (agenda->days->len, ==, 1);
  g_assert_cmpstr (venue, ==, "2024-12-27 10:30");
  g_assert_cmpint (opening->duration_s, ==, 30 * 60);
  g_assert_cmpstr (opening->forum->name, ==, "Art & Beauty");
  g_assert_cmpstr (opening->forum->color, ==, "#f9b000");
  g_assert_cmpstr (find_titled (agenda, "Night")->forum->name, ==, "new");
  g_assert_cmpstr (opening->room->name, ==, "Saal 1");
  g_assert_cmpstr (get_variant (&opening->room->description, "de"), ==, "Groß");
  g_assert_cmpstr (opening->feedback_url, ==, "https://example.org/f");
  g_assert_cmpstr (opening->speakers[0]->biography.shown, ==, "Wrote.");
  g_assert_null (opening->speakers[0]->role.shown);
  g_assert_cmpstr (opening->speakers[1]->role.shown, ==, "moderator");
}

static void
test_cancelled_sessions (void)
{
  g_autoptr (PlannerAgenda) agenda = read_events (
      "",
      "{'title': 'A', 'start': '10:00', 'status': 'cancelled'}, {'title': 'B', 'start': '10:00', 'canceled': true},"
      "{'title': 'C', 'start': '10:00', 'status': 'confirmed'}, {'title': 'D', 'start': '10:00', 'recording': {'optout': true}}");

  g_assert_true (find_titled (agenda, "A")->cancelled);
  g_assert_true (find_titled (agenda, "B")->cancelled);
  g_assert_false (find_titled (agenda, "C")->cancelled);
  g_assert_false (find_titled (agenda, "C")->not_recorded);
  g_assert_true (find_titled (agenda, "D")->not_recorded);
}

/* Speakers with a public name need not want the other name to be shown. */
static void
test_public_name (void)
{
  g_autoptr (PlannerAgenda) agenda = read_events (
      "",
      "{'title': 'A', 'persons': [{'id': 1, 'name': 'Grace Real', 'public_name': 'grace', 'full_public_name': 'Real'},"
      " {'id': 2, 'name': 'Ada', 'public_name': ''}]}");
  const PlannerSession *session = find_titled (agenda, "A");

  g_assert_cmpstr (session->speakers[0]->name.shown, ==, "grace");
  g_assert_cmpstr (session->speakers[1]->name.shown, ==, "Ada");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed/json-public-name-comes-first", test_public_name);
  for (guint i = 0; i < G_N_ELEMENTS (room_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/F2/json-room-", room_cases[i].name, NULL);

      g_test_add_data_func (path, &room_cases[i], test_rooms);
    }
  g_test_add_func ("/feed/F1/json-members-may-be-missing", test_missing_members);
  g_test_add_func ("/feed/F1/pretalx-durations-have-days", test_pretalx_durations);
  g_test_add_func ("/feed/F3/json-escapes-are-repaired", test_escapes);
  g_test_add_func ("/feed/F3/json-control-characters-are-repaired", test_raw_controls);
  g_test_add_func ("/feed/F3/json-character-sets-are-converted", test_charsets);
  g_test_add_func ("/feed/F6/json-translations-of-wrong-types", test_odd_types);
  g_test_add_func ("/feed/json-conference-has-venue-and-hosts", test_conference_facts);
  g_test_add_func ("/feed/F6/json-odd-conference-members-are-left-out", test_bad_conference);
  g_test_add_func ("/feed/json-links-are-resolved-and-checked", test_links);
  g_test_add_func ("/feed/json-links-are-resolved-against-the-address", test_address_as_base);
  g_test_add_func ("/feed/json-speakers-are-merged", test_speakers);
  g_test_add_func ("/feed/json-search-text-has-all-languages", test_search);
  g_test_add_func ("/feed/json-problems-have-paths", test_paths);
  g_test_add_func ("/feed/json-formats-are-recognized", test_formats);
  g_test_add_func ("/feed/json-conference-is-read", test_conference);
  g_test_add_func ("/feed/json-schedule-without-title-gets-a-name", test_made_up_title);
  g_test_add_func ("/feed/json-flat-list-is-read", test_flat);
  g_test_add_func ("/feed/json-cancelled-sessions-are-read", test_cancelled_sessions);

  return g_test_run ();
}
