/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads a stored agenda that was damaged on the disk. */

#include "fuzz/fuzz.h"

#include "model/planner-agenda-bytes.h"
#include "plan/planner-clash.h"
#include "cli/planner-json.h"

static const char *const languages[] = { "zh_CN", "en", NULL };

/* Uses a session as the window and the command line do. */
static void
use_session (const PlannerAgenda *agenda, const PlannerSession *session)
{
  const PlannerSessionOutput output = { .agenda = agenda, .session = session, .key = session->key };
  g_autofree char *line = planner_session_to_json (&output);
  g_autoptr (GBytes) alone = planner_agenda_session_to_bytes (agenda, session);
  g_autoptr (PlannerAgenda) excerpt = planner_agenda_new_from_bytes (alone, languages);

  g_assert_true (excerpt && excerpt->sessions->len == 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new_from_bytes (bytes, languages);
  g_autoptr (PlannerAgenda) searched = planner_agenda_new_for_search (bytes, languages);
  g_autoptr (GBytes) again = NULL;

  if (!agenda)
    return 0;
  g_assert_true (searched && searched->sessions->len == agenda->sessions->len);
  planner_agenda_get_facts (agenda);
  for (guint i = 0; i < agenda->sessions->len; i++)
    use_session (agenda, planner_agenda_get_session (agenda, i));
  again = planner_agenda_to_bytes (agenda);
  g_assert_true (g_bytes_get_size (again) > 0);

  return 0;
}
