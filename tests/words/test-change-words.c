/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-change-words.h"

#define HOUR_S 3600
/* 2027-09-11 10:00 in UTC, a Saturday. */
#define TEN_UTC G_GINT64_CONSTANT (1820656800)

/* "hours after ten|minutes|date|room|title|speaker|forum", "?" for no time; "|language" and "|not-recorded" may follow. */
typedef struct
{
  const char *path;
  const char *was;
  const char *is;
  PlannerChangeFlags more_flags;
  gboolean twelve_hours;
  const char *expected;
  const char *conference;
} Case;

#define TALK "0|60|2027-09-11|Hall A|Talk|Ada|Main"

static const Case cases[] = {
  { "moved", TALK, "1|60|2027-09-11|Hall A|Talk|Ada|Main", 0, FALSE, "10:00 – 11:00 → 11:00 – 12:00" },
  { "moved-twelve-hours", TALK, "3|60|2027-09-11|Hall A|Talk|Ada|Main", 0, TRUE,
    "10:00\u00a0AM – 11:00\u00a0AM → 1:00\u00a0PM – 2:00\u00a0PM" },
  { "no-length", "0|0|2027-09-11|Hall A|Talk|Ada|Main", "1|0|2027-09-11|Hall A|Talk|Ada|Main", 0, FALSE,
    "10:00 → 11:00" },
  { "other-day", TALK, "24|60|2027-09-12|Hall A|Talk|Ada|Main", 0, FALSE,
    "Sat 11, 10:00 – 11:00 → Sun 12, 10:00 – 11:00" },
  { "room", TALK, "0|60|2027-09-11|Hall B|Talk|Ada|Main", 0, FALSE, "Hall A → Hall B" },
  { "room-right-to-left", TALK, "0|60|2027-09-11|אולם|Talk|Ada|Main", 0, FALSE, "Hall A → \u2068אולם\u2069" },
  { "room-taken-back", TALK, "0|60|2027-09-11||Talk|Ada|Main", 0, FALSE, "Hall A → Room to be announced" },
  { "moved-and-room", TALK, "1|60|2027-09-11|Hall B|Talk|Ada|Main", 0, FALSE,
    "10:00 – 11:00 → 11:00 – 12:00\nHall A → Hall B" },
  { "title", TALK, "0|60|2027-09-11|Hall A|Speech|Ada|Main", 0, FALSE, "Was called “Talk”" },
  { "title-elsewhere", TALK, TALK, PLANNER_CHANGE_TITLE, FALSE, "Another title in another language" },
  { "speakers", TALK, "0|60|2027-09-11|Hall A|Talk|Bob|Main", 0, FALSE, "Ada → Bob" },
  { "speakers-gone", TALK, "0|60|2027-09-11|Hall A|Talk||Main", 0, FALSE, "Ada → none" },
  { "forum", TALK, "0|60|2027-09-11|Hall A|Talk|Ada|Side", 0, FALSE, "Main → Side" },
  { "I12/language", TALK "|en", TALK "|de", 0, FALSE, "Language: English → German" },
  { "I12/unknown-language", TALK "|de", TALK "|de, tlh", 0, FALSE, "Language: German → de, tlh" },
  { "I12/not-recorded", TALK "|en", TALK "|en|x", 0, FALSE, "Will not be recorded" },
  { "I12/recorded-after-all", TALK "|en|x", TALK "|en", 0, FALSE, "May be recorded after all" },
  { "new", NULL, TALK, 0, FALSE, "Sat 11, 10:00 – 11:00 · Hall A" },
  { "withdrawn", TALK, NULL, 0, FALSE, "No longer in the schedule\nSat 11, 10:00 – 11:00 · Hall A" },
  { "restored", TALK, TALK, PLANNER_CHANGE_RESTORED, FALSE, "Takes place after all" },
  { "clashes", TALK, "1|60|2027-09-11|Hall A|Talk|Ada|Main", PLANNER_CHANGE_CLASHES, FALSE,
    "Now clashes with 100 % <b>\n10:00 – 11:00 → 11:00 – 12:00" },
  { "I13/clashes-elsewhere", TALK, "1|60|2027-09-11|Hall A|Talk|Ada|Main", PLANNER_CHANGE_CLASHES, FALSE,
    "Now clashes with 100 % <b> (FOSDEM)\n10:00 – 11:00 → 11:00 – 12:00", "FOSDEM" },
  { "T9/announced", "?|60|2027-09-11|Hall A|Talk|Ada|Main", TALK, 0, FALSE,
    "Time to be announced → 10:00 – 11:00" },
  { "T9/day-announced", "?|60||Hall A|Talk|Ada|Main", TALK, 0, FALSE,
    "Day to be announced, Time to be announced → Sat 11, 10:00 – 11:00" },
};

static void
add_speaker (GPtrArray *speakers, const char *name)
{
  PlannerText *text = g_new0 (PlannerText, 1);

  planner_text_add (text, "", name);
  g_ptr_array_add (speakers, text);
}

static PlannerSketch *
make_sketch (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);
  PlannerSketch *sketch = planner_sketch_new_empty ();

  g_assert_cmpuint (g_strv_length (parts), >=, 7);
  if (*parts[0] != '?')
    sketch->start_utc = TEN_UTC + g_ascii_strtoll (parts[0], NULL, 10) * HOUR_S;
  sketch->duration_s = g_ascii_strtoll (parts[1], NULL, 10) * 60;
  sketch->date = g_strdup (parts[2]);
  sketch->room_name = *parts[3] ? g_strdup (parts[3]) : NULL;
  planner_text_add (&sketch->room, "", parts[3]);
  planner_text_add (&sketch->title, "", parts[4]);
  if (*parts[5])
    add_speaker (sketch->speakers, parts[5]);
  sketch->forum_name = g_strdup (parts[6]);
  planner_text_add (&sketch->forum, "", parts[6]);
  sketch->text_digest = g_strdup ("");
  sketch->language = g_strdup (parts[7]);
  sketch->not_recorded = parts[7] && parts[8];

  return sketch;
}

static void
test_lines (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PlannerSketch) was = test->was ? make_sketch (test->was) : NULL;
  g_autoptr (PlannerSketch) is = test->is ? make_sketch (test->is) : NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const PlannerIdentity identity = { .key = (char *) "key" };
  const PlannerClock clock = { .zone = zone, .twelve_hours = test->twelve_hours };
  g_autoptr (PlannerChange) change = planner_change_new (&identity, was, is);
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;

  change->flags |= test->more_flags;
  change->clash_title = g_strdup ("100 % <b>");
  change->clash_conference = g_strdup (test->conference);
  lines = planner_change_dup_lines (change, &clock);
  joined = g_strjoinv ("\n", lines);
  g_assert_cmpstr (joined, ==, test->expected);
}

static void
test_zone (void)
{
  g_autoptr (PlannerSketch) sketch = make_sketch (TALK);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("+08:00");
  const PlannerClock clock = { .zone = zone };
  g_autofree char *when = planner_sketch_dup_when (sketch, &clock);

  g_assert_cmpstr (when, ==, "Sat 11, 18:00 – 19:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/words/change/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_lines);
    }
  g_test_add_func ("/words/change/in-chosen-zone", test_zone);

  return g_test_run ();
}
