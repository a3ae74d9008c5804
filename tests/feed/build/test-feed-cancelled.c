/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sessions that only their title calls cancelled. */

#include "feed/feed-fixture.h"
#include "plan/planner-changes.h"

typedef struct
{
  const char *name;
  const char *given;
  const char *title;
  gboolean cancelled;
} Case;

static const Case cases[] = {
  { "capitals", "CANCELLED Testing apps", "Testing apps", TRUE },
  { "american", "CANCELED Testing apps", "Testing apps", TRUE },
  { "colon", "CANCELLED: Testing apps", "Testing apps", TRUE },
  { "hyphen", "CANCELLED - Testing apps", "Testing apps", TRUE },
  { "dash", "CANCELLED – Testing apps", "Testing apps", TRUE },
  { "square-brackets", "[CANCELED] WebAssembly", "WebAssembly", TRUE },
  { "round-brackets", "(Cancelled) WebAssembly", "WebAssembly", TRUE },
  { "brackets-and-colon", "[cancelled]: WebAssembly", "WebAssembly", TRUE },
  { "brackets-at-end", "Lists (and more) [CANCELLED]", "Lists (and more)", TRUE },
  { "word-only", "CANCELLED", "CANCELLED", TRUE },
  { "brackets-only", "[Cancelled]", "[Cancelled]", TRUE },
  { "replacement", "Is Big DNS Taking Over? (REPLACES CANCELLED TALK)",
    "Is Big DNS Taking Over? (REPLACES CANCELLED TALK)", FALSE },
  { "replaces", "TALK REPLACES CANCELLED TALK", "TALK REPLACES CANCELLED TALK", FALSE },
  { "sentence", "Cancelled flights", "Cancelled flights", FALSE },
  { "longer-word", "CANCELLEDNESS", "CANCELLEDNESS", FALSE },
  { "joined-word", "CANCELLED-BY-DESIGN", "CANCELLED-BY-DESIGN", FALSE },
  { "last-word", "How my talk was CANCELLED", "How my talk was CANCELLED", FALSE },
  { "brackets-within", "The (cancelled) mission", "The (cancelled) mission", FALSE },
  { "open-bracket", "[CANCELLED", "[CANCELLED", FALSE },
  { "other-bracket", "[CANCELLED) Talk", "[CANCELLED) Talk", FALSE },
};

static void
test_title (gconstpointer data)
{
  const Case *test = data;
  g_autofree char *event = g_strdup_printf ("{'title': '%s', 'start': '10:00'}", test->given);
  g_autoptr (PlannerAgenda) agenda = read_events ("", event);
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);

  g_assert_cmpstr (session->title.shown, ==, test->title);
  g_assert_cmpint (session->cancelled, ==, test->cancelled);
}

static void
test_xml (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (
      "<schedule><conference><title>C</title></conference><day date='2026-07-01'><room name='Hall'>"
      "<event id='1'><start>10:00</start><title>CANCELLED Talk</title></event></room></day></schedule>");

  g_assert_true (find_titled (agenda, "Talk")->cancelled);
}

static void
test_languages (void)
{
  g_autoptr (PlannerAgenda) agenda = read_events (
      "",
      "{'title': {'de': 'CANCELLED Vortrag', 'en': '[CANCELLED] Talk', 'fr': 'Exposé'}, 'start': '10:00'}");
  const PlannerSession *session = planner_agenda_get_session (agenda, 0);
  g_autofree char *titles = g_strjoinv ("|", session->title.variants);

  g_assert_true (session->cancelled);
  g_assert_cmpstr (titles, ==, "de|Vortrag|en|Talk|fr|Exposé");
}

/* The title stays the same, so that the change is a cancellation and not a new title. The key stays also without ids. */
static void
test_change (void)
{
  g_autoptr (PlannerAgenda) before = read_events ("", "{'title': 'Talk', 'start': '10:00'}");
  g_autoptr (PlannerAgenda) after = read_events ("", "{'title': 'CANCELLED Talk', 'start': '10:00'}");
  g_autoptr (GPtrArray) successors = planner_match_agendas (before, after);
  const PlannerAgendaMatch match = { before, after, successors };
  g_autoptr (GPtrArray) changes = planner_changes_find (&match, NULL, NULL, NULL, 0);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpint (((PlannerChange *) g_ptr_array_index (changes, 0))->flags, ==, PLANNER_CHANGE_CANCELLED);
  g_assert_cmpstr (planner_agenda_get_session (before, 0)->key, ==,
                   planner_agenda_get_session (after, 0)->key);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/R3/cancelled-in-title-", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_title);
    }
  g_test_add_func ("/feed/R3/cancelled-in-title-of-xml", test_xml);
  g_test_add_func ("/feed/R3/cancelled-in-titles-of-several-languages", test_languages);
  g_test_add_func ("/feed/R10/cancelled-in-title-is-no-new-title", test_change);

  return g_test_run ();
}
