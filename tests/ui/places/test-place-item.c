/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/ui-fixture.h"

#include "ui/places/planner-place-item.h"

static char *
describe (GPtrArray *items)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      PlannerPlaceItem *item = g_ptr_array_index (items, i);
      const char *letter = planner_place_item_get_letter (item);

      g_string_append_printf (text, "%s:%s=%u ", letter ? letter : "", planner_place_item_get_title (item),
                              planner_place_item_get_n_sessions (item));
    }

  return g_string_free_and_steal (text);
}

static void
add_speaker (PlannerAgenda *agenda, const char *name)
{
  PlannerSpeaker *speaker = planner_speaker_new ();
  PlannerSession *session = planner_session_new ();

  speaker->id = g_strdup (name);
  planner_text_add (&speaker->name, "", name);
  speaker->name.shown = speaker->name.variants[1];
  g_ptr_array_add (agenda->speakers, speaker);
  session->key = g_strdup (name);
  session->speakers = g_new0 (const PlannerSpeaker *, 1);
  session->speakers[0] = speaker;
  session->n_speakers = 1;
  g_ptr_array_add (agenda->sessions, session);
}

static void
test_order (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *text = NULL;

  add_speaker (agenda, "王伟");
  add_speaker (agenda, "zoe");
  add_speaker (agenda, "Émile");
  add_speaker (agenda, "Eva");
  add_speaker (agenda, "Борис");
  items = planner_place_items_list_speakers (agenda);
  text = describe (items);
  g_assert_true (g_str_has_prefix (text, "E:E") || g_str_has_prefix (text, "E:É"));
  g_assert_true (g_str_has_suffix (text, "Z:zoe=1 Б:Борис=1 :王伟=1 "));
}

/* Rows of items that a refresh does not change stay. */
static void
test_reuse (void)
{
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GListStore) list = g_list_store_new (PLANNER_TYPE_PLACE_ITEM);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  add_speaker (agenda, "Ann");
  add_speaker (agenda, "Bo");
  before = planner_place_items_list_speakers (agenda);
  g_list_store_splice (list, 0, 0, before->pdata, before->len);
  add_speaker (agenda, "Bo");
  after = planner_place_items_list_speakers (agenda);
  planner_place_items_reuse (after, G_LIST_MODEL (list));

  g_assert_true (g_ptr_array_index (after, 0) == g_ptr_array_index (before, 0));
  g_assert_true (g_ptr_array_index (after, 1) != g_ptr_array_index (before, 1));
}

static void
test_search (void)
{
  static const struct
  {
    const char *words[3];
    gboolean matches;
  } cases[] = {
    { { "emile" }, TRUE },
    { { "mil", "zola" }, TRUE },
    { { "mil", "bo" }, FALSE },
    { { "" }, TRUE },
  };
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_autoptr (GPtrArray) items = NULL;

  add_speaker (agenda, "Émile Zola");
  items = planner_place_items_list_speakers (agenda);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (planner_place_item_matches (g_ptr_array_index (items, 0), cases[i].words) ==
                   cases[i].matches);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/places/speakers-by-letter-and-name", test_order);
  g_test_add_func ("/ui/places/refresh-keeps-unchanged-items", test_reuse);
  g_test_add_func ("/ui/places/search-ignores-accents-and-finds-all-words", test_search);

  return g_test_run ();
}
