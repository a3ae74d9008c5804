/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-audience.h"

#include "feed/planner-feed.h"

#include <string.h>

#define TIMED "{'guid':'a','title':'A','date':'2027-09-12T14:00:00+08:00','duration':'1:00','room':'Hall 1'}"
#define OTHER "{'guid':'b','title':'B','date':'2027-09-13T14:00:00+08:00','duration':'1:00','room':'Hall 2'}"
#define UNTIMED "{'guid':'c','title':'C','date':'2027-09-12','room':'Hall 1','duration':'1:00'}"
#define DAYLESS "{'guid':'d','title':'D','duration':'1:00'}"
#define CANCELLED                                                                                            \
  "{'guid':'e','title':'E','date':'2027-09-12T15:00:00+08:00','duration':'1:00','room':'Hall 1','cancelled':true}"
#define NAMELESS                                                                                             \
  "{'guid':'f','title':'F','date':'2027-09-12T14:00:00+08:00','duration':'1:00','room':'Hall 1','persons':[{}]}"

static const struct
{
  const char *events;
  const char *sentence;
} cases[] = {
  { "", "Attendees see no sessions. Nothing is left out." },
  { TIMED, "Attendees see 1 session in 1 room on 1 day. Nothing is left out." },
  { TIMED "," OTHER, "Attendees see 2 sessions in 2 rooms on 2 days. Nothing is left out." },
  { TIMED "," UNTIMED,
    "Attendees see 2 sessions in 1 room on 1 day. 1 session has no time and is listed under “Time to be "
    "announced”. Nothing is left out." },
  { DAYLESS,
    "Attendees see 1 session. 1 session has no day and is listed under “Day to be announced”. 1 session has no room. "
    "Nothing is left out." },
  { TIMED "," CANCELLED,
    "Attendees see 2 sessions in 1 room on 1 day. 1 session is shown as cancelled. Nothing is left out." },
  { NAMELESS,
    "Attendees see 1 session in 1 room on 1 day. Attendees do not see 1 part of the schedule that is left out; the "
    "problems name it." },
};

static char *
describe (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = planner_feed_read (bytes, NULL, report, NULL, NULL);

  return planner_describe_audience (agenda, report);
}

static void
test_sentences (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (
          "{'schedule':{'conference':{'title':'T','time_zone_name':'Asia/Shanghai','events':[%s]}}}",
          cases[i].events);
      g_autofree char *line = describe (g_strdelimit (text, "'", '"'));

      g_assert_cmpstr (line, ==, cases[i].sentence);
    }
}

static void
test_zone (void)
{
  g_autofree char *text = g_strdup ("{'schedule':{'conference':{'title':'T','events':[" TIMED "]}}}");
  g_autofree char *line = describe (g_strdelimit (text, "'", '"'));

  g_assert_cmpstr (
      line, ==,
      "Attendees see 1 session in 1 room on 1 day. The schedule names no time zone. Nothing is left out.");
}

static void
test_unreadable (void)
{
  g_autofree char *line = describe ("%PDF-1.7");

  g_assert_cmpstr (line, ==, "Attendees see nothing, because the planner cannot read this schedule.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/audience-sees-what-a-schedule-has", test_sentences);
  g_test_add_func ("/words/audience-sees-no-zone", test_zone);
  g_test_add_func ("/words/audience-sees-nothing-of-what-cannot-be-read", test_unreadable);

  return g_test_run ();
}
