/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The selection that shows which session is beside the list. */

#include "ui/sessions/planner-shown-selection.h"

#define N_ENTRIES 3

typedef struct
{
  PlannerAgenda *agenda;
  GListStore *store;
  GtkSortListModel *model;
  PlannerShownSelection *selection;
  guint n_known; /* what a list knows of the selection */
  guint n_selection_changes;
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, Fixture *fixture)
{
  fixture->n_known += n_added - n_removed;
}

/* A list crashes when the selection changes at a position that it does not know yet. */
static void
selection_changed_cb (GtkSelectionModel *model, guint position, guint n_items, Fixture *fixture)
{
  g_assert_cmpuint (position + n_items, <=, fixture->n_known);
  fixture->n_selection_changes++;
}

static PlannerEntry *
create_entry (Fixture *fixture)
{
  PlannerSession *session = planner_session_new ();

  session->key = g_strdup_printf ("%u", fixture->agenda->sessions->len);
  g_ptr_array_add (fixture->agenda->sessions, session);

  return planner_entry_new (fixture->agenda, session);
}

static void
select_first_cb (GListModel *model, guint position, guint n_removed, guint n_added, Fixture *fixture)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, 0);

  g_object_set (fixture->selection, "entry", entry, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  PlannerDay *day = planner_day_new ();

  fixture->agenda = planner_agenda_new ();
  day->date = g_strdup ("2037-07-01");
  g_ptr_array_add (fixture->agenda->days, day);
  fixture->store = g_list_store_new (PLANNER_TYPE_ENTRY);
  fixture->model = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (fixture->store)), NULL);
  /* Runs before the handler of the selection. */
  g_signal_connect (fixture->model, "items-changed", G_CALLBACK (select_first_cb), fixture);
  fixture->selection = planner_shown_selection_new (G_LIST_MODEL (fixture->model));
  g_signal_connect (fixture->selection, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->selection, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->model, fixture);
  g_clear_object (&fixture->selection);
  g_clear_object (&fixture->model);
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->agenda, planner_agenda_unref);
}

static void
test_selected_while_items_change (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autoptr (PlannerEntry) entry = create_entry (fixture);

      g_list_store_insert (fixture->store, 0, entry);
      g_assert_cmpuint (fixture->n_known, ==, i + 1);
      g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->selection), 0));
    }
  g_assert_cmpuint (fixture->n_selection_changes, >, 0);
  g_list_store_remove (fixture->store, 0);
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->selection), 0));
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->selection), 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/shown-selection/changes-while-the-items-change", Fixture, NULL, set_up,
              test_selected_while_items_change, tear_down);

  return g_test_run ();
}
