/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-changes-merge.h"
#include "plan/planner-changes.h"

#define MAX_SESSIONS 5
#define MAX_EDITIONS 4
#define DAY_S (24 * 60 * 60)

/* A line is "guid|title|speakers|start|room|abstract|forum", and may have "|language" and "|not-recorded". The start is an hour,
 * or "?" if unknown. "!" means cancelled. */
typedef const char *Edition[MAX_SESSIONS];

/* The events after an edition: the attendee sees (s) or dismisses (d) all changes, or all are announced (a). */
typedef struct
{
  const char *path;
  Edition editions[MAX_EDITIONS];
  const char *deeds[MAX_EDITIONS];
  const char *expected;
} Case;

static const char *const flag_names[] = { "new",     "withdrawn", "cancelled", "restored", "moved",
                                          "room",    "title",     "speakers",  "abstract", "forum",
                                          "clashes", "language",  "recording" };

#define TALK "a|Talk|Ada|10|A|Text|F"
#define OTHER "b|Other|Bob|10|B|Text|F"

static const Case find_cases[] = {
  { "same", { { TALK, OTHER }, { TALK, OTHER } }, { 0 }, "" },
  { "other-order", { { TALK, OTHER }, { OTHER, TALK } }, { 0 }, "" },
  { "new", { { TALK }, { TALK, OTHER } }, { 0 }, "b:new –→10B" },
  { "withdrawn", { { TALK, OTHER }, { TALK } }, { 0 }, "b:withdrawn 10B→–" },
  { "first-edition", { { NULL }, { TALK, OTHER } }, { 0 }, "" },
  { "moved", { { TALK }, { "a|Talk|Ada|11|A|Text|F" } }, { 0 }, "a:moved 10A→11A" },
  { "moved-to-next-day", { { TALK }, { "a|Talk|Ada|34|A|Text|F" } }, { 0 }, "a:moved 10A→34A" },
  { "room", { { TALK }, { "a|Talk|Ada|10|B|Text|F" } }, { 0 }, "a:room 10A→10B" },
  { "room-announced", { { "a|Talk|Ada|10||Text|F" }, { TALK } }, { 0 }, "a:room 10→10A" },
  { "title", { { TALK }, { "a|Speech|Ada|10|A|Text|F" } }, { 0 }, "a:title 10A→10A" },
  { "speakers", { { TALK }, { "a|Talk|Ada,Bob|10|A|Text|F" } }, { 0 }, "a:speakers 10A→10A" },
  { "speakers-in-other-order",
    { { "a|Talk|Ada,Bob|10|A|Text|F" }, { "a|Talk|Bob,Ada|10|A|Text|F" } },
    { 0 },
    "" },
  { "speaker-twice",
    { { "a|Talk|Ada,Bob,Bob|10|A|Text|F" }, { "a|Talk|Bob,Ada,Ada|10|A|Text|F" } },
    { 0 },
    "" },
  { "abstract", { { TALK }, { "a|Talk|Ada|10|A|More|F" } }, { 0 }, "a:abstract 10A→10A" },
  { "forum", { { TALK }, { "a|Talk|Ada|10|A|Text|G" } }, { 0 }, "a:forum 10A→10A" },
  { "cancelled", { { TALK }, { "!" TALK } }, { 0 }, "a:cancelled 10A→10A" },
  { "no-longer-cancelled", { { "!" TALK }, { TALK } }, { 0 }, "a:restored 10A→10A" },
  { "I12/white-space",
    { { "a|A Talk|Ada L|10|Hall A|One two.\nThree|F 1" },
      { "a| A\302\240Talk |Ada  L|10|HallA|\nOne  two.\n\n\342\200\203Three |F  1" } },
    { 0 },
    "" },
  { "I12/letters",
    { { "a|Talk|Ada|10|A|One two|F" }, { "a|Talk|Ada|10|A|One too|F" } },
    { 0 },
    "a:abstract 10A→10A" },
  { "I12/language", { { TALK "|en" }, { TALK "|de" } }, { 0 }, "a:language 10A→10A" },
  { "I12/second-language", { { TALK "|en" }, { TALK "|en, de" } }, { 0 }, "a:language 10A→10A" },
  { "I12/language-becomes-known", { { TALK }, { TALK "|de" } }, { 0 }, "" },
  { "I12/same-language", { { TALK "|en,de" }, { TALK "|en_GB / DE-AT" } }, { 0 }, "" },
  { "I12/not-recorded", { { TALK "|en" }, { TALK "|en|x" } }, { 0 }, "a:recording 10A→10A" },
  { "I12/recorded-after-all", { { TALK "||x" }, { TALK } }, { 0 }, "a:recording 10A→10A" },
  { "I12/language-back", { { TALK "|en" }, { TALK "|de" }, { TALK "|en" } }, { 0 }, "" },
  { "several", { { TALK }, { "a|Talk|Ada|11|B|Text|F" } }, { 0 }, "a:moved,room 10A→11B" },
  { "T9/announced", { { "a|Talk|Ada|?|A|Text|F" }, { TALK } }, { 0 }, "a:moved ?A→10A" },
  { "T9/taken-back", { { TALK }, { "a|Talk|Ada|?|A|Text|F" } }, { 0 }, "a:moved 10A→?A" },
  { "T9/still-unknown", { { "a|Talk|Ada|?|A|Text|F" }, { "a|Talk|Ada|?|A|Text|F" } }, { 0 }, "" },
  { "I3/renumbered", { { "1|Talk|Ada|10|A|Text|F" }, { "2|Talk|Ada|10|A|Text|F" } }, { 0 }, "" },
  { "I3/keys-swapped",
    { { TALK, OTHER }, { "b|Talk|Ada|12|A|Text|F", "c|Other|Bob|10|B|Text|F" } },
    { 0 },
    /* The guid takes precedence: b has another title, speaker, start and room. */
    "a:withdrawn 10A→–, b:moved,room,title,speakers 10B→12A, c:new –→10B" },

  { "merge/moved-twice",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { "a|Talk|Ada|12|A|Text|F" } },
    { 0 },
    "a:moved 10A→12A" },
  { "merge/moved-and-back", { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { TALK } }, { 0 }, "" },
  { "merge/moved-then-room",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { "a|Talk|Ada|11|B|Text|F" } },
    { 0 },
    "a:moved,room 10A→11B" },
  { "merge/room-and-half-back",
    { { TALK }, { "a|Talk|Ada|11|B|Text|F" }, { "a|Talk|Ada|10|B|Text|F" } },
    { 0 },
    "a:room 10A→10B" },
  { "merge/new-then-withdrawn", { { TALK }, { TALK, OTHER }, { TALK } }, { 0 }, "" },
  { "merge/new-then-moved",
    { { TALK }, { TALK, OTHER }, { TALK, "b|Other|Bob|12|B|Text|F" } },
    { 0 },
    "b:new –→12B" },
  { "merge/moved-then-withdrawn",
    { { TALK, OTHER }, { TALK, "b|Other|Bob|12|B|Text|F" }, { TALK } },
    { 0 },
    "b:withdrawn 10B→–" },
  { "merge/seen-then-moved",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { "a|Talk|Ada|12|A|Text|F" } },
    { "", "s" },
    "a:moved 11A→12A" },
  { "merge/seen-then-back",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { TALK } },
    { "", "s" },
    "a:moved 11A→10A" },
  { "merge/seen-stays",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { "a|Talk|Ada|11|A|Text|F", OTHER } },
    { "", "s" },
    "a:moved 10A→11A (seen), b:new –→10B" },
  { "merge/seen-new-then-withdrawn",
    { { TALK }, { TALK, OTHER }, { TALK } },
    { "", "s" },
    "b:withdrawn 10B→–" },
  { "merge/dismissed-then-moved",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { "a|Talk|Ada|12|A|Text|F" } },
    { "", "d" },
    "a:moved 11A→12A" },
  { "merge/announced-then-moved",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { "a|Talk|Ada|12|A|Text|F" } },
    { "", "a" },
    "a:moved 10A→12A" },
  { "merge/announced-then-back",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { TALK } },
    { "", "a" },
    "a:moved 11A→10A" },
  { "merge/announced-then-words",
    { { TALK }, { "a|Talk|Ada|11|A|Text|F" }, { "a|Talk|Ada|11|A|More|F" } },
    { "", "a" },
    "a:moved,abstract 10A→11A (announced)" },
  { "merge/key-follows",
    { { "1|Talk|Ada|10|A|Text|F" }, { "1|Talk|Ada|11|A|Text|F" }, { "2|Talk|Ada|11|A|Text|F" } },
    { 0 },
    "2:moved 10A→11A" },
  { "merge/cancelled-then-restored", { { TALK }, { "!" TALK }, { TALK } }, { 0 }, "" },
  { "merge/cancelled-sent-then-restored",
    { { TALK }, { "!" TALK }, { TALK } },
    { "", "a" },
    "a:restored 10A→10A" },

  { "I4/back", { { TALK, OTHER }, { TALK }, { TALK, OTHER } }, { 0 }, "" },
  { "I4/back-elsewhere",
    { { TALK, OTHER }, { TALK }, { TALK, "b|Other|Bob|12|C|Text|F" } },
    { 0 },
    "b:moved,room 10B→12C" },
  { "I4/back-after-seen", { { TALK, OTHER }, { TALK }, { TALK, OTHER } }, { "", "s" }, "b:restored 10B→10B" },
  { "I4/back-after-announced",
    { { TALK, OTHER }, { TALK }, { TALK, OTHER } },
    { "", "a" },
    "b:restored 10B→10B" },
  { "I4/back-with-new-ids",
    { { TALK, OTHER }, { TALK }, { TALK, "z|Other|Bob|11|B|Text|F" } },
    { "", "s" },
    "z:restored,moved 10B→11B" },
  { "I4/back-then-moved",
    { { TALK, OTHER }, { TALK }, { TALK, OTHER }, { TALK, "b|Other|Bob|12|B|Text|F" } },
    { "", "s" },
    "b:restored,moved 10B→12B" },
  { "I4/back-then-gone-again",
    { { TALK, OTHER }, { TALK }, { TALK, OTHER }, { TALK } },
    { "", "s" },
    "b:withdrawn 10B→–" },
  { "I4/still-gone",
    { { TALK, OTHER }, { TALK }, { "a|Talk|Ada|11|A|Text|F" } },
    { 0 },
    "b:withdrawn 10B→–, a:moved 10A→11A" },
  { "I4/key-taken-by-another",
    { { TALK, "b|Other|Bob|10|B|Text|F" }, { TALK }, { TALK, "b|Third|Cid|14|C|Word|F" } },
    { 0 },
    /* A guid identifies one session. */
    "b:moved,room,title,speakers,abstract 10B→14C" },
};

static PlannerSpeaker *
add_speaker (PlannerAgenda *agenda, const char *name)
{
  PlannerSpeaker *speaker = planner_speaker_new ();

  planner_text_add (&speaker->name, "", name);
  g_ptr_array_add (agenda->speakers, speaker);

  return speaker;
}

static guint
add_day (PlannerAgenda *agenda, gint64 start_utc)
{
  PlannerDay *day = planner_day_new ();

  day->date = start_utc == PLANNER_TIME_UNKNOWN
                  ? g_strdup ("")
                  : g_strdup_printf ("2027-09-%02d", (int) (start_utc / DAY_S) + 1);
  g_ptr_array_add (agenda->days, day);

  return agenda->days->len - 1;
}

static void
add_room (PlannerAgenda *agenda, PlannerSession *session, const char *name)
{
  PlannerRoom *room = planner_room_new ();

  room->name = g_strdup (name);
  planner_text_add (&room->title, "", name);
  g_ptr_array_add (agenda->rooms, room);
  session->room = room;
}

static void
add_forum (PlannerAgenda *agenda, PlannerSession *session, const char *name)
{
  PlannerForum *forum = planner_forum_new ();

  forum->name = g_strdup (name);
  planner_text_add (&forum->title, "", name);
  g_ptr_array_add (agenda->forums, forum);
  session->forum = forum;
}

static void
add_session (PlannerAgenda *agenda, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line + (*line == '!'), "|", -1);
  g_auto (GStrv) names = g_strsplit (parts[2], ",", -1);
  PlannerSession *session = planner_session_new ();

  g_assert_cmpuint (g_strv_length (parts), >=, 7);
  session->key = g_strdup (parts[0]);
  session->guid = g_strdup (parts[0]);
  planner_text_add (&session->title, "", parts[1]);
  session->speakers = g_new0 (const PlannerSpeaker *, g_strv_length (names) + 1);
  for (guint i = 0; names[i]; i++)
    session->speakers[session->n_speakers++] = add_speaker (agenda, names[i]);
  if (*parts[3] != '?')
    session->start_utc = g_ascii_strtoll (parts[3], NULL, 10) * 3600;
  session->duration_s = 3600;
  session->day = add_day (agenda, session->start_utc);
  if (*parts[4])
    add_room (agenda, session, parts[4]);
  planner_text_add (&session->abstract, "", parts[5]);
  add_forum (agenda, session, parts[6]);
  if (parts[7])
    {
      session->language = *parts[7] ? g_strdup (parts[7]) : NULL;
      session->not_recorded = parts[8] != NULL;
    }
  session->cancelled = *line == '!';
  g_ptr_array_add (agenda->sessions, session);
}

static PlannerAgenda *
make_agenda (const Edition lines)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  for (guint i = 0; i < MAX_SESSIONS && lines[i]; i++)
    add_session (agenda, lines[i]);
  planner_agenda_seal (agenda, (const char *const[]) { "en", NULL });

  return agenda;
}

static GPtrArray *
apply_with_others (PlannerAgenda *old,
                   PlannerAgenda *agenda,
                   GPtrArray *kept,
                   GHashTable *starred,
                   GHashTable *plan_b,
                   GPtrArray *other_stars,
                   gint64 now_utc)
{
  g_autoptr (GPtrArray) successors = planner_match_agendas (old, agenda);
  const PlannerAgendaMatch match = { .old_agenda = old, .agenda = agenda, .successors = successors };
  g_autoptr (GPtrArray) found = planner_changes_find (&match, starred, plan_b, other_stars, now_utc);

  return planner_changes_merge (&match, kept, found, now_utc);
}

static GPtrArray *
apply (PlannerAgenda *old, PlannerAgenda *agenda, GPtrArray *kept, GHashTable *starred, gint64 now_utc)
{
  return apply_with_others (old, agenda, kept, starred, NULL, NULL, now_utc);
}

static void
append_sketch (GString *out, const PlannerSketch *sketch)
{
  if (!sketch)
    g_string_append (out, "–");
  else if (sketch->start_utc == PLANNER_TIME_UNKNOWN)
    g_string_append (out, "?");
  else
    g_string_append_printf (out, "%d", (int) (sketch->start_utc / 3600));
  if (sketch && sketch->room.shown)
    g_string_append (out, sketch->room.shown);
}

static void
append_change (GString *out, const PlannerChange *change)
{
  const char *comma = "";

  g_string_append_printf (out, "%s%s:", out->len > 0 ? ", " : "", change->key);
  for (guint i = 0; i < G_N_ELEMENTS (flag_names); i++)
    if (change->flags & (1u << i))
      {
        g_string_append_printf (out, "%s%s", comma, flag_names[i]);
        comma = ",";
      }
  g_string_append (out, " ");
  append_sketch (out, change->was);
  g_string_append (out, "→");
  append_sketch (out, change->is);
  if (change->clash_key)
    g_string_append_printf (out, " with %s %s", change->clash_key, change->clash_title);
  if (change->clash_conference)
    g_string_append_printf (out, " with %s of %s", change->clash_title, change->clash_conference);
  if (change->seen)
    g_string_append (out, " (seen)");
  if (change->announced)
    g_string_append (out, " (announced)");
}

static void
assert_changes (GPtrArray *changes, const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    append_change (out, g_ptr_array_index (changes, i));
  g_assert_cmpstr (out->str, ==, expected);
}

static void
do_deed (GPtrArray *changes, const char *deed)
{
  for (guint i = 0; deed && i < changes->len; i++)
    {
      PlannerChange *change = g_ptr_array_index (changes, i);

      change->seen |= *deed == 's';
      change->announced |= *deed == 'a';
      change->dismissed |= *deed == 'd';
    }
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (PlannerAgenda) old = make_agenda (test->editions[0]);
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();

  for (guint i = 1; i < MAX_EDITIONS && test->editions[i][0]; i++)
    {
      g_autoptr (PlannerAgenda) agenda = make_agenda (test->editions[i]);
      g_autoptr (GPtrArray) merged = apply (old, agenda, changes, NULL, i);

      do_deed (merged, test->deeds[i]);
      g_clear_pointer (&changes, g_ptr_array_unref);
      changes = g_steal_pointer (&merged);
      g_clear_pointer (&old, planner_agenda_unref);
      old = g_steal_pointer (&agenda);
    }

  assert_changes (changes, test->expected);
}

static void
test_languages (void)
{
  g_autoptr (PlannerAgenda) agenda = make_agenda ((Edition) { TALK });
  g_autoptr (PlannerSketch) was = NULL, is = NULL, other = NULL;
  PlannerSession *session = g_ptr_array_index (agenda->sessions, 0);

  was = planner_sketch_new (agenda, session);
  planner_text_add (&session->title, "zh_CN", "演讲");
  planner_text_choose (&session->title, (const char *const[]) { "zh_CN", NULL });
  is = planner_sketch_new (agenda, session);
  g_assert_cmpint (planner_sketch_compare (was, is), ==, 0);
  g_assert_cmpstr (is->title.shown, ==, "演讲");

  planner_text_clear (&session->title);
  planner_text_add (&session->title, "", "Talk");
  planner_text_add (&session->title, "zh_CN", "讲座");
  other = planner_sketch_new (agenda, session);
  g_assert_cmpint (planner_sketch_compare (is, other), ==, PLANNER_CHANGE_TITLE);
}

static GHashTable *
make_set (const char *const *keys)
{
  GHashTable *set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; keys[i]; i++)
    g_hash_table_add (set, (gpointer) keys[i]);

  return set;
}

/* a is at 10, b at 12, and c overlaps a. a and b are starred, and a moves to the time of b. */
static void
test_clash (void)
{
  g_autoptr (GHashTable) both = make_set ((const char *const[]) { "a", "b", NULL });
  g_autoptr (GHashTable) one = make_set ((const char *const[]) { "a", NULL });
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK, "b|Other|Bob|12|B|Text|F" });
  g_autoptr (PlannerAgenda) moved =
      make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F", "b|Other|Bob|12|B|Text|F" });
  g_autoptr (PlannerAgenda) words =
      make_agenda ((Edition) { "a|Talk|Ada|12|A|More|F", "b|Other|Bob|12|B|Text|F" });
  g_autoptr (PlannerAgenda) away =
      make_agenda ((Edition) { "a|Talk|Ada|12|A|More|F", "b|Other|Bob|14|B|Text|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) with_one = apply (old, moved, none, one, 1);
  g_autoptr (GPtrArray) first = apply (old, moved, none, both, 1);
  g_autoptr (GPtrArray) second = apply (moved, words, first, both, 2);
  g_autoptr (GPtrArray) third = apply (words, away, second, both, 3);

  assert_changes (with_one, "a:moved 10A→12A");
  assert_changes (first, "a:moved,clashes 10A→12A with b Other");
  assert_changes (second, "a:moved,abstract,clashes 10A→12A with b Other");
  assert_changes (third, "a:moved,abstract 10A→12A, b:moved 12B→14B");
}

/* The change of a session of plan B is reported like the others. */
static void
test_no_clash_with_plan_b (void)
{
  g_autoptr (GHashTable) both = make_set ((const char *const[]) { "a", "b", NULL });
  g_autoptr (GHashTable) plan_b = make_set ((const char *const[]) { "b", NULL });
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK, "b|Other|Bob|12|B|Text|F" });
  g_autoptr (PlannerAgenda) to_plan_b =
      make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F", "b|Other|Bob|12|B|Text|F" });
  g_autoptr (PlannerAgenda) to_going = make_agenda ((Edition) { TALK, "b|Other|Bob|10|B|Text|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) first = apply_with_others (old, to_plan_b, none, both, plan_b, NULL, 1);
  g_autoptr (GPtrArray) second = apply_with_others (old, to_going, none, both, plan_b, NULL, 1);

  assert_changes (first, "a:moved 10A→12A");
  assert_changes (second, "b:moved 12B→10B");
  g_assert_true (((PlannerChange *) g_ptr_array_index (second, 0))->starred);
}

static void
test_plan_b_with_other_conference (void)
{
  g_autoptr (GHashTable) starred = make_set ((const char *const[]) { "a", NULL });
  g_autoptr (PlannerAgenda) elsewhere = make_agenda ((Edition) { "x|Keynote|Xi|12|X|Text|F" });
  g_autoptr (GPtrArray) stars = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_other_star_free);
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK });
  g_autoptr (PlannerAgenda) moved = make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = NULL;

  g_ptr_array_add (stars,
                   planner_other_star_new (elsewhere, planner_agenda_get_session (elsewhere, 0), "C2"));
  changes = apply_with_others (old, moved, none, starred, starred, stars, 1);
  assert_changes (changes, "a:moved 10A→12A");
}

static void
test_clash_of_other_conference (void)
{
  g_autoptr (GHashTable) starred = make_set ((const char *const[]) { "a", NULL });
  g_autoptr (PlannerAgenda) elsewhere = make_agenda ((Edition) { "x|Keynote|Xi|12|X|Text|F" });
  g_autoptr (GPtrArray) stars = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_other_star_free);
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK });
  g_autoptr (PlannerAgenda) moved = make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F" });
  g_autoptr (PlannerAgenda) words = make_agenda ((Edition) { "a|Talk|Ada|12|A|More|F" });
  g_autoptr (PlannerAgenda) away = make_agenda ((Edition) { "a|Talk|Ada|14|A|More|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) first = NULL, second = NULL, third = NULL, later = NULL;

  g_ptr_array_add (stars,
                   planner_other_star_new (elsewhere, planner_agenda_get_session (elsewhere, 0), "C2"));
  first = apply_with_others (old, moved, none, starred, NULL, stars, 1);
  second = apply_with_others (moved, words, first, starred, NULL, stars, 2);
  third = apply_with_others (words, away, second, starred, NULL, stars, 3);
  /* The other session is over. */
  later = apply_with_others (old, moved, none, starred, NULL, stars, 13 * 3600);

  assert_changes (first, "a:moved,clashes 10A→12A with Keynote of C2");
  assert_changes (second, "a:moved,abstract,clashes 10A→12A with Keynote of C2");
  assert_changes (third, "a:moved,abstract 10A→14A");
  assert_changes (later, "a:moved 10A→12A");
}

/* A schedule that was added by two addresses does not clash with itself. */
static void
test_clash_of_copy (void)
{
  g_autoptr (GHashTable) starred = make_set ((const char *const[]) { "a", NULL });
  g_autoptr (GPtrArray) stars = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_other_star_free);
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK });
  g_autoptr (PlannerAgenda) moved = make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = NULL;

  g_ptr_array_add (stars, planner_other_star_new (moved, planner_agenda_get_session (moved, 0), "Copy"));
  changes = apply_with_others (old, moved, none, starred, NULL, stars, 1);
  assert_changes (changes, "a:moved 10A→12A");
}

static void
test_clash_of_old (void)
{
  g_autoptr (GHashTable) both = make_set ((const char *const[]) { "a", "b", NULL });
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK, OTHER });
  g_autoptr (PlannerAgenda) moved =
      make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F", "b|Other|Bob|12|B|Text|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = apply (old, moved, none, both, 1);

  assert_changes (changes, "a:moved 10A→12A, b:moved 10B→12B");
}

/* Another process has merged the new edition already, and this process merges it again. */
static void
test_merged_by_another_process (void)
{
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK, OTHER });
  g_autoptr (PlannerAgenda) agenda =
      make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F", "c|Third|Cid|12|B|Text|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) first = apply (old, agenda, none, NULL, 1);
  g_autoptr (GPtrArray) second = NULL;

  do_deed (first, "s");
  second = apply (old, agenda, first, NULL, 2);
  assert_changes (second, "a:moved 10A→12A (seen), b:withdrawn 10B→– (seen), c:new –→12B (seen)");
}

static void
test_outdated (void)
{
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK });
  g_autoptr (PlannerAgenda) agenda = make_agenda ((Edition) { "a|Talk|Ada|12|A|Text|F" });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) first = apply (old, agenda, none, NULL, 0);
  g_autoptr (GPtrArray) pending = apply (agenda, agenda, first, NULL, 31 * DAY_S);
  g_autoptr (GPtrArray) early = NULL, late = NULL;

  do_deed (first, "s");
  early = apply (agenda, agenda, first, NULL, 30 * DAY_S);
  late = apply (agenda, agenda, first, NULL, 31 * DAY_S);
  assert_changes (pending, "a:moved 10A→12A");
  assert_changes (early, "a:moved 10A→12A (seen)");
  assert_changes (late, "");
}

static void
test_bounded (void)
{
  g_autoptr (PlannerAgenda) old = make_agenda ((Edition) { TALK });
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GHashTable) starred = make_set ((const char *const[]) { "a", NULL });
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) changes = NULL;

  for (guint i = 0; i < 2500; i++)
    {
      g_autofree char *line = g_strdup_printf ("g%u|Talk %u|Ada|%u|A|Text|F", i, i, i % 24);

      add_session (agenda, line);
    }
  add_session (agenda, "a|Talk|Ada|11|A|Text|F");
  planner_agenda_seal (agenda, (const char *const[]) { "en", NULL });
  changes = apply (old, agenda, none, starred, 1);

  g_assert_cmpuint (changes->len, ==, 2000);
  g_assert_cmpstr (((PlannerChange *) g_ptr_array_index (changes, 0))->key, ==, "a");
}

/* In random schedules an equal edition has no changes, and two editions have the same changes merged as compared directly. */
static PlannerAgenda *
make_random_agenda (GRand *random)
{
  PlannerAgenda *agenda = planner_agenda_new ();

  for (char guid = 'a'; guid <= 'h'; guid++)
    if (g_rand_int_range (random, 0, 4) > 0)
      {
        g_autofree char *line =
            g_strdup_printf ("%s%c|Talk %c|S%c|%d|%c|Text|F", g_rand_int_range (random, 0, 8) ? "" : "!",
                             guid, guid, guid, g_rand_int_range (random, 9, 12),
                             'A' + g_rand_int_range (random, 0, 2));

        add_session (agenda, line);
      }
  planner_agenda_seal (agenda, (const char *const[]) { "en", NULL });

  return agenda;
}

static char *
describe (GPtrArray *changes)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      append_change (out, g_ptr_array_index (changes, i));
      g_ptr_array_add (lines, g_string_free_and_steal (g_steal_pointer (&out)));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (GStrv) lines->pdata);
}

static void
test_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (PlannerAgenda) first = make_random_agenda (random);
      g_autoptr (PlannerAgenda) second = make_random_agenda (random);
      g_autoptr (PlannerAgenda) third = make_random_agenda (random);
      g_autoptr (GPtrArray) step = apply (first, second, none, NULL, 1);
      g_autoptr (GPtrArray) same = apply (second, second, step, NULL, 2);
      g_autoptr (GPtrArray) steps = apply (second, third, step, NULL, 2);
      g_autoptr (GPtrArray) leap = apply (first, third, none, NULL, 2);
      g_autofree char *step_text = describe (step), *same_text = describe (same);
      g_autofree char *steps_text = describe (steps), *leap_text = describe (leap);

      if (first->sessions->len == 0 || second->sessions->len == 0)
        continue;
      g_assert_cmpstr (same_text, ==, step_text);
      g_assert_cmpstr (steps_text, ==, leap_text);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (find_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/changes/", find_cases[i].path, NULL);

      g_test_add_data_func (path, &find_cases[i], test_case);
    }
  g_test_add_func ("/plan/changes/languages", test_languages);
  g_test_add_func ("/plan/changes/clash", test_clash);
  g_test_add_func ("/plan/changes/U16/plan-b-changes-but-does-not-clash", test_no_clash_with_plan_b);
  g_test_add_func ("/plan/changes/U16/plan-b-does-not-clash-with-other-conference",
                   test_plan_b_with_other_conference);
  g_test_add_func ("/plan/changes/I13/clash-with-other-conference", test_clash_of_other_conference);
  g_test_add_func ("/plan/changes/I13/copy-of-conference-does-not-clash", test_clash_of_copy);
  g_test_add_func ("/plan/changes/old-clash-is-not-reported", test_clash_of_old);
  g_test_add_func ("/plan/changes/merged-by-another-process", test_merged_by_another_process);
  g_test_add_func ("/plan/changes/seen-changes-expire", test_outdated);
  g_test_add_func ("/plan/changes/number-is-limited", test_bounded);
  g_test_add_func ("/plan/changes/random-editions", test_property);

  return g_test_run ();
}
