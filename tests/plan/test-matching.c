/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-matching.h"

#define MAX_SESSIONS 6

/* A line is "guid|id|code|slug|title|speaker|start". An empty part is missing. */
typedef struct
{
  const char *path;
  const char *starred[MAX_SESSIONS];
  const char *agenda[MAX_SESSIONS];
  int expected[MAX_SESSIONS]; /* index into the agenda or -1 */
} MatchCase;

static const MatchCase match_cases[] = {
  { "guid", { "g1|1|||Talk|Ada|10" }, { "g2|1|||Talk|Ada|10", "g1|2|||Other|Bob|20" }, { 1 } },
  { "nothing-agrees", { "g1|1|C1|s1|Talk|Ada|10" }, { "g2|2|C2|s2|Other|Bob|10" }, { -1 } },
  { "empty-agenda", { "g1|1|C1|s1|Talk|Ada|10" }, { NULL }, { -1 } },
  { "code", { "||C1||Talk|Ada|10" }, { "||C2||Talk|Ada|10", "||C1||New title|Bob|20" }, { 1 } },
  { "slug", { "|||s1|Talk|Ada|10" }, { "|||s2|Talk|Ada|10", "|||s1|New title|Bob|20" }, { 1 } },
  { "title-and-speakers", { "g1||||Talk|Ada|10" }, { "g2||||Talk|Bob|10", "g3||||Talk|Ada|20" }, { 1 } },
  { "title-in-other-letters", { "||||Café  Talk|Ada|10" }, { "||||CAFE\u0301 talk|ADA|20" }, { 0 } },
  { "title-without-speakers", { "||||Lunch||10" }, { "||||Lunch||12" }, { 0 } },
  { "breaks-by-start", { "||||Lunch||10" }, { "||||Lunch||9", "||||Lunch||10", "||||Lunch||11" }, { 1 } },
  { "breaks-moved", { "||||Lunch||10" }, { "||||Lunch||9", "||||Lunch||11" }, { -1 } },
  { "speaker-joined", { "||||Panel|Ada|10" }, { "||||Panel|Bob|20", "||||Panel|Ada and Bob|10" }, { 1 } },
  { "time-announced", { "||||Talk|Ada|?" }, { "||||Talk|Ada|10" }, { 0 } },
  { "time-withdrawn", { "g1||||Talk|Ada|10" }, { "g1||||Talk|Ada|?" }, { 0 } },
  { "unknown-times-do-not-identify", { "||||Talk|Ada|?" }, { "||||Talk|Bob|?" }, { -1 } },

  { "I1/same-id", { "|7|||Talk|Ada|10" }, { "|7|||Other|Bob|10", "|7|||Talk|Ada|10" }, { 1 } },
  { "I1/same-id-and-title", { "|7|||Talk|Ada|12" }, { "|7|||Talk|Ada|10", "|7|||Talk|Ada|12" }, { 1 } },
  { "I1/each-once",
    { "|7|||Talk|Ada|10", "|7|||Talk|Ada|12" },
    { "|7|||Talk|Ada|12", "|7|||Talk|Ada|10" },
    { 1, 0 } },
  { "I1/taken", { "|7|||Talk|Ada|10", "|7|||Talk|Ada|10" }, { "|7|||Talk|Ada|10" }, { -1, -1 } },

  { "I2/by-start", { "g|1|||Talk|Ada|12" }, { "g|1|||Talk|Ada|10", "g|1|||Talk|Ada|12" }, { 1 } },
  { "I2/both",
    { "g||||Talk|Ada|12", "g||||Talk|Ada|10" },
    { "g||||Talk|Ada|10", "g||||Talk|Ada|12" },
    { 1, 0 } },
  { "I2/one-moved",
    { "g||||Talk|Ada|10", "g||||Talk|Ada|12" },
    { "g||||Talk|Ada|12", "g||||Talk|Ada|14" },
    { 1, 0 } },
  { "I2/both-moved",
    { "g||||Talk|Ada|12", "g||||Talk|Ada|10" },
    { "g||||Talk|Ada|11", "g||||Talk|Ada|15" },
    { 1, 0 } },
  { "I2/both-moved-id-tells",
    { "g|1|||Talk|Ada|10", "g|2|||Talk|Ada|12" },
    { "g|2|||Talk|Ada|11", "g|1|||Talk|Ada|15" },
    { 1, 0 } },
  { "I2/nearest",
    { "g||||Talk|Ada|12" },
    { "g||||Talk|Ada|8", "g||||Talk|Ada|13", "g||||Talk|Ada|20" },
    { 1 } },
  { "I2/start-before-title",
    { "g||||Part 1|Ada|12" },
    { "g||||Part 1|Ada|10", "g||||Part 2|Ada|12" },
    { 1 } },
  { "I2/fewer", { "g||||Talk|Ada|10", "g||||Talk|Ada|12" }, { "g||||Talk|Ada|12" }, { -1, 0 } },
  { "I2/same-start-too",
    { "g|1|||Talk|Ada|10", "g|2|||Talk|Ada|10" },
    { "g|2|||Talk|Ada|10", "g|1|||Talk|Ada|10" },
    { 1, 0 } },
  { "I2/nothing-else-known",
    { "g||||Talk|Ada|10", "g||||Talk|Ada|10" },
    { "g||||Talk|Ada|10", "g||||Talk|Ada|10" },
    { 0, 1 } },
  { "I2/exact-before-unique",
    { "g||||Talk|Ada|10", "g||||Talk|Ada|12", "h||||Other|Bob|12" },
    { "h||||Other|Bob|10", "g||||Talk|Ada|12" },
    { -1, 1, 0 } },

  { "I3/renumbered",
    { "|1|||Talk|Ada|10", "|2|||Other|Bob|10" },
    { "|1|||Other|Bob|10", "|2|||Talk|Ada|10" },
    { 1, 0 } },
  { "I3/renumbered-same-speaker",
    { "|1|||Talk|Ada|10" },
    { "|1|||Other|Ada|10", "|2|||Talk|Ada|12" },
    { 1 } },
  { "I3/id-of-another", { "|1|||Talk|Ada|10" }, { "|1|||Other|Bob|10" }, { -1 } },
  { "I3/id-and-new-title", { "|1|||Talk|Ada|10" }, { "|1|||Better talk|Ada|12" }, { 0 } },
  { "I3/id-and-new-speaker", { "|1|||Talk|Ada|10" }, { "|1|||Talk|Bob|12", "|2|||Talk|Cid|12" }, { 0 } },
  { "I3/id-before-start", { "|1|||Talk|Ada|10" }, { "|2|||Talk|Bob|10", "|1|||Talk|Cid|12" }, { 1 } },
  { "I3/guids-made-anew",
    { "g1|1|||Talk|Ada|10", "g2|2|||Other|Bob|10" },
    { "g8|2|||Other|Bob|10", "g9|1|||Talk|Ada|10" },
    { 1, 0 } },
  { "I3/no-speakers-are-no-proof", { "|1|||Talk||10" }, { "|1|||Other||12" }, { -1 } },

  { "I4/back",
    { "g1|1|||Talk|Ada|10", "g2|2|||Other|Bob|10" },
    { "g2|2|||Other|Bob|10", "g1|1|||Talk|Ada|10" },
    { 1, 0 } },
};

static char *
dup_part (GStrv parts, guint index)
{
  return *parts[index] ? g_strdup (parts[index]) : NULL;
}

static PlannerSession *
make_session (PlannerAgenda *agenda, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "|", -1);
  PlannerSession *session = planner_session_new ();

  g_assert_cmpuint (g_strv_length (parts), ==, 7);
  session->key = g_strdup ("same");
  session->guid = dup_part (parts, 0);
  session->id = dup_part (parts, 1);
  session->code = dup_part (parts, 2);
  session->slug = dup_part (parts, 3);
  planner_text_add (&session->title, "", parts[4]);
  if (*parts[5])
    {
      PlannerSpeaker *speaker = planner_speaker_new ();

      planner_text_add (&speaker->name, "", parts[5]);
      g_ptr_array_add (agenda->speakers, speaker);
      session->speakers = g_new (const PlannerSpeaker *, 1);
      session->speakers[session->n_speakers++] = speaker;
    }
  if (*parts[6] != '?')
    session->start_utc = g_ascii_strtoll (parts[6], NULL, 10) * 3600;
  g_ptr_array_add (agenda->sessions, session);

  return session;
}

static void
test_match (gconstpointer data)
{
  const MatchCase *match_case = data;
  g_autoptr (PlannerAgenda) old = planner_agenda_new ();
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_identity_free);
  g_autoptr (GPtrArray) found = NULL;

  for (guint i = 0; i < MAX_SESSIONS && match_case->starred[i]; i++)
    g_ptr_array_add (identities, planner_identity_new (make_session (old, match_case->starred[i])));
  for (guint i = 0; i < MAX_SESSIONS && match_case->agenda[i]; i++)
    make_session (agenda, match_case->agenda[i]);

  found = planner_match_identities (identities, agenda->sessions);
  g_assert_cmpuint (found->len, ==, identities->len);
  for (guint i = 0; i < found->len; i++)
    {
      guint index = 0;
      const gboolean is_found = g_ptr_array_find (agenda->sessions, g_ptr_array_index (found, i), &index);

      g_assert_cmpint (is_found ? (int) index : -1, ==, match_case->expected[i]);
    }
}

static void
test_fields (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  PlannerSession *session = make_session (agenda, "g|1|C|s|Talk|Ada|10");
  g_autoptr (PlannerIdentity) identity = NULL, copy = NULL;

  planner_text_add (&session->title, "zh_CN", "演讲");
  planner_text_choose (&session->title, (const char *const[]) { "zh_CN", NULL });
  identity = planner_identity_new (session);
  copy = planner_identity_copy (identity);

  g_assert_cmpstr (copy->key, ==, "same");
  g_assert_cmpstr (copy->guid, ==, "g");
  g_assert_cmpstr (copy->id, ==, "1");
  g_assert_cmpstr (copy->code, ==, "C");
  g_assert_cmpstr (copy->slug, ==, "s");
  g_assert_cmpstr (copy->title, ==, "Talk");
  g_assert_cmpstr (copy->speakers, ==, "Ada");
  g_assert_cmpint (copy->start_utc, ==, 36000);
}

/* Ten thousand sessions with the same guid in both editions. Quadratic time would be minutes. */
static void
test_many (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_identity_free);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GHashTable) given = g_hash_table_new (NULL, NULL);
  const guint n = 10000;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = g_strdup_printf ("g|7|||Talk|Ada|%u", 1 + i / 2);

      g_ptr_array_add (identities, planner_identity_new (make_session (agenda, line)));
    }
  found = planner_match_identities (identities, agenda->sessions);
  for (guint i = 0; i < n; i++)
    {
      const PlannerSession *session = g_ptr_array_index (found, i);

      g_assert_nonnull (session);
      g_assert_cmpint (session->start_utc, ==,
                       ((PlannerIdentity *) g_ptr_array_index (identities, i))->start_utc);
      g_assert_true (g_hash_table_add (given, (gpointer) session));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/plan/matching/", match_cases[i].path, NULL);

      g_test_add_data_func (path, &match_cases[i], test_match);
    }
  g_test_add_func ("/plan/matching/fields-of-an-identity", test_fields);
  g_test_add_func ("/plan/matching/ten-thousand-repeats", test_many);

  return g_test_run ();
}
