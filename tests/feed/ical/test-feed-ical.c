/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The properties of sessions in iCalendar files, except their times. */

#include "feed/ical/ical-fixture.h"

#define START "DTSTART:20260701T080000Z\nDTEND:20260701T090000Z\n"

typedef struct
{
  const char *name;
  const char *properties;
  const char *expected;
} TextCase;

static const TextCase texts[] = {
  { "escaped", "SUMMARY:R&D\\, <3\\; C:\\\\x \\\"q\n", "R&D, <3; C:\\x \"q" },
  { "line-break", "SUMMARY:one\\ntwo\\Nthree\n", "one two three" },
  { "folded", "SUMMARY:Small clus\n ters\n\t for all\n", "Small clusters for all" },
  { "crlf", "SUMMARY:Small clus\r\n ters\r\n", "Small clusters" },
  { "carriage-returns", "SUMMARY:Small\r\r\n  clusters\r\r\r\n", "Small clusters" },
  { "parameters", "SUMMARY;LANGUAGE=fr;X-A=\"a:b;c\";ALTREP=\"http://x.example/\":Titre: un\n", "Titre: un" },
  { "charset", "SUMMARY;CHARSET=UTF-8;ENCODING=8BIT:Numérique\n", "Numérique" },
  { "case", "summary:Lower\n", "Lower" },
  { "markup", "SUMMARY:<b>a & b</b>\n", "<b>a & b</b>" },
  { "F3/byte-order-mark", "SUMMARY:\xef\xbb\xbfKnots and  \xef\xbb\xbf sails\n", "Knots and sails" },
  { "comma", "SUMMARY:one, two, three\n", "one, two, three" },
  { "F3/backslash-before-character", "SUMMARY:a\\é \\语\\\\ü\n", "aé 语\\ü" },
  { "F1/missing", "DESCRIPTION:words\n", "Untitled" },
  { "F1/empty", "SUMMARY:\n", "Untitled" },
  { "F3/not-folded", "SUMMARY:one\ntwo and more\n", "one two and more" },
  { "F3/controls",
    "SUMMARY:a\x06"
    "b\n",
    "a\357\277\275b" },
};

static void
test_title (gconstpointer data)
{
  const TextCase *expected = data;
  g_autofree char *properties = g_strconcat (START, expected->properties, NULL);
  g_autoptr (PlannerAgenda) agenda = read_event (properties, NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 1);
  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, expected->expected);
}

static void
test_all_members (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_calendar (
      "X-WR-CALNAME:Harbour Days\\, 2026\nX-WR-CALDESC:By the sea\nURL:https://harbour.example/\n"
      "BEGIN:VEVENT\nUID:42@harbour.example\n" START "SUMMARY:Small clusters\n"
      "DESCRIPTION:One\\n\\nTwo\nLOCATION:Hall 1\nURL:talks/42\nCATEGORIES:Storage\n"
      "STATUS:CONFIRMED\nATTACH:https://harbour.example/slides.pdf\n"
      "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://stream.example/1\n"
      "BEGIN:VALARM\nSUMMARY:not this\nTRIGGER:-PT5M\nEND:VALARM\n"
      "END:VEVENT\n",
      report);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpstr (agenda->title.shown, ==, "Harbour Days, 2026");
  g_assert_cmpstr (agenda->description.shown, ==, "By the sea");
  g_assert_cmpstr (agenda->url, ==, "https://harbour.example/");
  g_assert_cmpstr (session->guid, ==, "42@harbour.example");
  g_assert_cmpstr (session->title.shown, ==, "Small clusters");
  g_assert_cmpstr (session->abstract.shown, ==, "One\n\nTwo");
  g_assert_cmpstr (session->room->name, ==, "Hall 1");
  g_assert_cmpstr (session->forum->name, ==, "Storage");
  g_assert_cmpstr (session->url, ==, "https://harbour.example/talks/42");
  g_assert_cmpstr (session->stream_url, ==, "https://stream.example/1");
  g_assert_cmpuint (session->n_links, ==, 1);
  g_assert_cmpstr (session->links[0].url, ==, "https://harbour.example/slides.pdf");
  g_assert_false (session->cancelled);
  g_assert_cmpint (session->duration_s, ==, 60 * 60);
  g_assert_cmpuint (planner_report_get_n_problems (report), ==, 0);
}

/* RFC 7986 */
static void
test_name (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_calendar ("BEGIN:VEVENT\n" START "END:VEVENT\nNAME:Late name\n", NULL);

  g_assert_cmpstr (agenda->title.shown, ==, "Late name");
}

static void
test_name_in_description (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_calendar ("X-WR-CALDESC:Harbour Days\nBEGIN:VEVENT\n" START "END:VEVENT\n", NULL);
  g_autoptr (PlannerAgenda) named =
      read_calendar ("X-WR-CALDESC:Words\nX-WR-CALNAME:Harbour Days\nBEGIN:VEVENT\n" START "END:VEVENT\n",
                     NULL);

  g_assert_cmpstr (agenda->title.shown, ==, "Harbour Days");
  g_assert_cmpstr (named->title.shown, ==, "Harbour Days");
}

static void
test_languages (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_event (START "SUMMARY;LANGUAGE=zh-CN:小集群\nSUMMARY;LANGUAGE=en:Small clusters\n", NULL);

  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, "Small clusters");
}

static void
test_html (void)
{
  g_autoptr (PlannerAgenda) agenda = read_calendar (
      "BEGIN:VEVENT\n" START "SUMMARY:html\nDESCRIPTION:plain\n"
      "X-ALT-DESC;FMTTYPE=text/html:<html><body><p>With a <a href=\"https://x.example\">link\\, and\n"
      "  more</a></p></body></html>\nEND:VEVENT\n"
      "BEGIN:VEVENT\n" START "SUMMARY:empty\nDESCRIPTION:plain\n"
      "X-ALT-DESC;FMTTYPE=text/html:<html><body>&nbsp;</body></html>\nEND:VEVENT\n",
      NULL);

  g_assert_true (g_str_has_prefix (find_titled (agenda, "html")->abstract.shown, "<html><body><p>With a <a"));
  g_assert_nonnull (strstr (find_titled (agenda, "html")->abstract.shown, "link, and more</a>"));
  g_assert_cmpstr (find_titled (agenda, "empty")->abstract.shown, ==, "plain");
}

static char *
join_speakers (const PlannerSession *session)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < session->n_speakers; i++)
    {
      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", session->speakers[i]->name.shown);
      if (session->speakers[i]->organisation.shown)
        g_string_append_printf (names, "/%s", session->speakers[i]->organisation.shown);
    }

  return g_string_free_and_steal (names);
}

typedef struct
{
  const char *name;
  const char *product;
  const char *properties;
  const char *title;
  const char *speakers;
  const char *abstract;
} SpeakerCase;

static const SpeakerCase speakers[] = {
  { "pentabarf", "-//Pentabarf//Schedule//EN",
    "SUMMARY:T\nATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;CN=\"Ann: Example\":invalid:nomail\n"
    "ATTENDEE;CN=Bo:invalid:nomail\n",
    "T", "Ann: Example|Bo", NULL },
  { "guests", "-//Google Inc//Google Calendar//EN",
    "SUMMARY:T\nORGANIZER;CN=Office:mailto:office@x.example\nCONTACT:Desk\n"
    "ATTENDEE;CN=Guest;ROLE=REQ-PARTICIPANT:mailto:guest@x.example\n"
    "ATTENDEE;CN=Chair;ROLE=CHAIR:MAILTO:chair@x.example\n"
    "ATTENDEE;CN=Speaker;ROLE=SPEAKER:mailto:speaker@x.example\n"
    "ATTENDEE;CUTYPE=ROOM;CN=Hall:invalid:nomail\n",
    "T", "Chair|Speaker", NULL },
  { "no-name", "-//x//EN", "SUMMARY:T\nATTENDEE:invalid:nomail\n", "T", "", NULL },
  { "pretalx", "-//pretalx//conf.example//demo",
    "SUMMARY:Clusters - small and large - Ann Example\\, Bo\nDESCRIPTION:Words\n",
    "Clusters - small and large", "Ann Example|Bo", "Words" },
  { "pretalx-without", "-//pretalx//conf.example//demo", "SUMMARY:Lunch - \n", "Lunch", "", NULL },
  { "pretalx-dashes-without", "-//pretalx//conf.example//demo", "SUMMARY:Registration - Day 1 - \n",
    "Registration - Day 1", "", NULL },
  { "pretalx-only-there", "-//other//EN", "SUMMARY:Clusters - small\n", "Clusters - small", "", NULL },
  { "indico", "-//CERN//INDICO//EN",
    "SUMMARY:T\nURL:https://indico.example/event/1/contributions/2/\n"
    "DESCRIPTION:Speakers: Ann Example (University (Dept\\, 2))\\, Bo\\n\\nWords\\n\\nMore"
    "\\n\\nhttps://indico.example/event/1/contributions/2/\n",
    "T", "Ann Example/University (Dept, 2)|Bo", "Words\n\nMore" },
  { "indico-bare", "-//CERN//INDICO//EN",
    "SUMMARY:T\nURL:https://indico.example/1\nDESCRIPTION:https://indico.example/1\n", "T", "", NULL },
};

static void
test_speakers (gconstpointer data)
{
  const SpeakerCase *expected = data;
  g_autofree char *text =
      g_strconcat ("BEGIN:VCALENDAR\nPRODID:", expected->product, "\nBEGIN:VEVENT\nUID:a\n" START,
                   expected->properties, "END:VEVENT\nEND:VCALENDAR\n", NULL);
  g_autoptr (PlannerAgenda) agenda = read_ical_with (text, NULL, NULL);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  g_autofree char *names = join_speakers (session);

  g_assert_cmpstr (session->title.shown, ==, expected->title);
  g_assert_cmpstr (names, ==, expected->speakers);
  g_assert_cmpstr (session->abstract.shown, ==, expected->abstract);
}

static void
test_categories (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_calendar ("BEGIN:VEVENT\n" START "SUMMARY:1\nCATEGORIES:Storage\\, disks,Talks\nEND:VEVENT\n"
                     "BEGIN:VEVENT\n" START "SUMMARY:2\nCATEGORIES: Storage\\, disks \nEND:VEVENT\n"
                     "BEGIN:VEVENT\n" START "SUMMARY:3\nCATEGORIES:\nEND:VEVENT\n",
                     report);

  g_assert_cmpuint (agenda->forums->len, ==, 1);
  g_assert_cmpstr (find_titled (agenda, "1")->forum->name, ==, "Storage, disks");
  g_assert_true (find_titled (agenda, "1")->forum == find_titled (agenda, "2")->forum);
  g_assert_null (find_titled (agenda, "3")->forum);
  g_assert_cmpuint (count_problems (report, "several-categories"), ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_calendar ("BEGIN:VEVENT\n" START "SUMMARY:1\nSTATUS:CANCELLED\nEND:VEVENT\n"
                     "BEGIN:VEVENT\n" START "SUMMARY:2\nSTATUS:Canceled\nEND:VEVENT\n"
                     "BEGIN:VEVENT\n" START "SUMMARY:3\nSTATUS:TENTATIVE\nEND:VEVENT\n",
                     NULL);

  g_assert_true (find_titled (agenda, "1")->cancelled);
  g_assert_true (find_titled (agenda, "2")->cancelled);
  g_assert_false (find_titled (agenda, "3")->cancelled);
}

static void
test_links (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_event (START
                  "SUMMARY:T\nURL:javascript:alert(1)\nCONFERENCE;VALUE=URI:tel:+1-412-555-0123\n"
                  "X-GOOGLE-CONFERENCE:https://meet.example/abc\n"
                  "CONFERENCE;VALUE=URI;LABEL=\"Second, room\":https://stream.example/2\n"
                  "ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\nATTACH;FILENAME=slides.pdf:http://x.example/s\n",
                  report);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_null (session->url);
  g_assert_cmpstr (session->stream_url, ==, "https://meet.example/abc");
  g_assert_cmpuint (count_problems (report, "unsafe-link"), ==, 1);
  g_assert_cmpuint (session->n_links, ==, 2);
  g_assert_cmpstr (session->links[0].title, ==, "Second, room");
  g_assert_cmpstr (session->links[1].title, ==, "slides.pdf");
}

/* Properties that programs leave out, and the place that the report names. */
static void
test_places (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_calendar ("BEGIN:VEVENT\nUID:abc\nDTSTART:2026070xT08\nDTEND:20260701T090000Z\n"
                     "SUMMARY:1\nEND:VEVENT\n"
                     "BEGIN:VEVENT\nSUMMARY:2\nEND:VEVENT\n",
                     report);

  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  g_assert_cmpstr (find_problem (report, "bad-date")->where, ==, "line 4 UID abc/date");
  g_assert_cmpstr (find_problem (report, "no-uid")->where, ==, "line 10 VEVENT");
  g_assert_cmpstr (find_problem (report, "no-start")->where, ==, "line 10 VEVENT/DTSTART");
}

static void
test_identities (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_calendar ("BEGIN:VEVENT\nUID:f96a63bd-0b6d-4439-b187-375eb5bb965a@localhost\n" START
                     "SUMMARY:1\nEND:VEVENT\n"
                     "BEGIN:VEVENT\nUID:twice\n" START "SUMMARY:2\nEND:VEVENT\n"
                     "BEGIN:VEVENT\nUID:twice\nDTSTART:20260702T080000Z\nSUMMARY:3\nEND:VEVENT\n"
                     "BEGIN:VEVENT\nUID:42@conf.example\n" START "SUMMARY:4\nEND:VEVENT\n",
                     NULL);

  g_assert_cmpstr (find_titled (agenda, "1")->guid, ==, "f96a63bd-0b6d-4439-b187-375eb5bb965a");
  g_assert_cmpstr (find_titled (agenda, "2")->key, ==, "twice@20260701T080000Z");
  g_assert_cmpstr (find_titled (agenda, "3")->key, ==, "twice@20260702T080000Z");
  g_assert_cmpstr (find_titled (agenda, "4")->key, ==, "42@conf.example");
}

static void
test_pretalx_code (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_ical_with ("BEGIN:VCALENDAR\nPRODID:-//pretalx//conf.example//demo\nBEGIN:VEVENT\n" START
                      "UID:pretalx-demo-24-AB3DEF@conf.example\nSUMMARY:T - A\nEND:VEVENT\nEND:VCALENDAR",
                      NULL, NULL);

  g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->code, ==, "AB3DEF");
}

static void
test_several_calendars (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_ical_with ("BEGIN:VCALENDAR\nX-WR-CALNAME:First\nBEGIN:VEVENT\nUID:1\n" START
                      "END:VEVENT\nEND:VCALENDAR\n\n"
                      "BEGIN:VCALENDAR\nX-WR-CALNAME:Second\nBEGIN:VEVENT\nUID:2\n" START
                      "END:VEVENT\nEND:VCALENDAR\n",
                      NULL, NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  g_assert_cmpstr (agenda->title.shown, ==, "First");
}

typedef struct
{
  const char *name;
  const char *text;
} FormCase;

/* Each has the sessions "1" and "2". */
static const FormCase forms[] = {
  { "F3/mark", "\xef\xbb\xbf"
               "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:1\n" START "END:VEVENT\n"
               "BEGIN:VEVENT\nUID:2\nSUMMARY:2\n" START "END:VEVENT\nEND:VCALENDAR\n" },
  { "F3/blank", "\r\n \r\nBEGIN:VCALENDAR\r\n\r\nBEGIN:VEVENT\r\nSUMMARY:1\r\n\r\nEND:VEVENT\r\n\r\n"
                "BEGIN:VEVENT\r\nSUMMARY:2\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n\r\n" },
  { "F3/carriage-return", "BEGIN:VCALENDAR\rBEGIN:VEVENT\rSUMMARY:1\rEND:VEVENT\r"
                          "BEGIN:VEVENT\rSUM\r MARY:2\rEND:VEVENT\rEND:VCALENDAR\r" },
  { "F3/lower-case", "begin:vcalendar\nbegin:vevent\nsummary:1\nend:vevent\n"
                     "begin:vevent\nsummary:2\nend:vevent\nend:vcalendar" },
  { "F3/html-comment", "<!--\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:1\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:2\n"
                       "END:VEVENT\nEND:VCALENDAR\n-->\n" },
  { "F3/loose-end", "BEGIN:VCALENDAR\nBEGIN:VEVENT \nSUMMARY:1\nEnd : vevent\nBEGIN:VEVENT\nSUMMARY:2\n"
                    "END:VEVENT\nEND:VCALENDAR\n" },
  { "F2/no-end",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:1\nBEGIN:VEVENT\nSUMMARY:2\nEND:VEVENT\nEND:VCALENDAR\n" },
  { "F2/no-end-within", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:1\nBEGIN:VALARM\nSUMMARY:3\nEND:VEVENT\n"
                        "BEGIN:VEVENT\nSUMMARY:2\nEND:VEVENT\nEND:VCALENDAR\n" },
  { "F2/stray-end", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:1\nEND:VALARM\nEND:VEVENT\nEND:VEVENT\n"
                    "BEGIN:VEVENT\nSUMMARY:2\nEND:VEVENT\nEND:VCALENDAR\n" },
  { "F2/other-components",
    "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:3\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:1\nEND:VEVENT\n"
    "BEGIN:X-A\nSUMMARY:4\nEND:X-A\nBEGIN:VEVENT\nSUMMARY:2\nEND:VEVENT\nEND:VCALENDAR\n" },
  { "F2/zone-no-end",
    "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nDTSTART:19700101T000000\nEND:VALARM\n"
    "BEGIN:VEVENT\nSUMMARY:1\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:2\nEND:VEVENT\nEND:VCALENDAR\n" },
  { "F2/bad-lines",
    "BEGIN:VCALENDAR\n:\n;\nBEGIN:VEVENT\nSUMMARY:1\n:::\n;;=\nRRULE\nRRULE:\nRRULE:FREQ\nURL;=:\n"
    "END:VEVENT\nBEGIN:VEVENT\nSUMMARY:2\nDTSTART;TZID:x\nDURATION:P\nEND:VEVENT\nEND:VCALENDAR\n" },
};

static void
test_form (gconstpointer data)
{
  const FormCase *form = data;
  g_autoptr (PlannerAgenda) agenda = read_ical_with (form->text, NULL, NULL);

  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (
        g_str_has_prefix (planner_agenda_get_session (agenda, i)->title.shown, i == 0 ? "1" : "2"));
}

/* Lines are folded within every character of a text. */
static void
test_folded_characters (void)
{
  const char *title = "é€😀 开源";
  const gsize length = strlen (title);

  for (gsize i = 1; i < length; i++)
    {
      g_autofree char *head = g_strndup (title, i);
      g_autofree char *text = g_strdup_printf (
          "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:%s\r\n %s\r\nLOCATION:H\xc3\n \xb6rsaal\r\n"
          "END:VEVENT\r\nEND:VCALENDAR\r\n",
          head, title + i);
      g_autoptr (PlannerReport) report = planner_report_new ();
      g_autoptr (PlannerAgenda) agenda = read_ical_with (text, NULL, report);

      g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->title.shown, ==, title);
      g_assert_cmpstr (planner_agenda_get_session (agenda, 0)->room->name, ==, "Hörsaal");
      g_assert_cmpstr (find_problem (report, "no-uid")->where, ==, "line 2 VEVENT");
      g_assert_cmpuint (count_problems (report, "invalid-utf8"), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/ical/title/", texts[i].name, NULL);

      g_test_add_data_func (path, &texts[i], test_title);
    }
  for (guint i = 0; i < G_N_ELEMENTS (speakers); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/ical/speakers/", speakers[i].name, NULL);

      g_test_add_data_func (path, &speakers[i], test_speakers);
    }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/ical/form/", forms[i].name, NULL);

      g_test_add_data_func (path, &forms[i], test_form);
    }
  g_test_add_func ("/feed/ical/all-members", test_all_members);
  g_test_add_func ("/feed/ical/name", test_name);
  g_test_add_func ("/feed/ical/name-in-description", test_name_in_description);
  g_test_add_func ("/feed/ical/languages", test_languages);
  g_test_add_func ("/feed/ical/html", test_html);
  g_test_add_func ("/feed/ical/categories", test_categories);
  g_test_add_func ("/feed/ical/cancelled", test_cancelled);
  g_test_add_func ("/feed/ical/links", test_links);
  g_test_add_func ("/feed/ical/places", test_places);
  g_test_add_func ("/feed/ical/I2/identities", test_identities);
  g_test_add_func ("/feed/ical/I1/pretalx-code", test_pretalx_code);
  g_test_add_func ("/feed/ical/several-calendars", test_several_calendars);
  g_test_add_func ("/feed/ical/form/F3/folded-characters", test_folded_characters);

  return g_test_run ();
}
