/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Decides what an import of stars does, before the attendee agrees to it. */

#include "share/planner-star-plan.h"

#include "plan/planner-clash.h"
#include "plan/planner-matching.h"
#include "share/planner-star-match.h"

static gboolean
has_address (PlannerConference *conference, const char *address)
{
  g_autofree char *own = planner_shared_address_new (planner_conference_get_address (conference));

  return address && g_strcmp0 (own, address) == 0;
}

static guint
count_found (PlannerConference *conference, const PlannerSharedStars *stars)
{
  g_autoptr (GPtrArray) sessions =
      planner_shared_stars_match (stars, planner_conference_get_agenda (conference));
  guint n = 0;

  for (guint i = 0; i < sessions->len; i++)
    n += sessions->pdata[i] ? 1 : 0;

  return n;
}

/**
 * planner_star_plan_find_conference:
 *
 * Finds the conference that stars are of: the one with the same address, or else the one with the most of their sessions.
 * Titles of breaks are the same at many conferences. Therefore half of the sessions must be found if the stars name an
 * address that no conference has.
 *
 * Returns: (transfer full) (nullable): the conference, or %NULL if the planner does not have it
 */
PlannerConference *
planner_star_plan_find_conference (PlannerLibrary *library, const PlannerSharedStars *stars)
{
  g_autoptr (PlannerConference) best = NULL;
  guint n_best = 0;

  g_return_val_if_fail (PLANNER_IS_LIBRARY (library) && stars != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (library), i);
      const guint n = count_found (conference, stars);

      if (has_address (conference, stars->address))
        return g_steal_pointer (&conference);
      if (n > n_best)
        {
          n_best = n;
          g_set_object (&best, conference);
        }
    }

  return stars->address && 2 * n_best < stars->stars->len ? NULL : g_steal_pointer (&best);
}

static void
find_entries (PlannerStarPlan *self, const PlannerSharedStars *stars, GHashTable *found)
{
  g_autoptr (GPtrArray) sessions =
      planner_shared_stars_match (stars, planner_conference_get_agenda (self->conference));

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlannerSession *session = sessions->pdata[i];
      PlannerEntry *entry = session ? planner_conference_find_entry (self->conference, session->key) : NULL;

      if (!entry)
        g_ptr_array_add (self->missing, g_ptr_array_index (stars->stars, i));
      else if (g_hash_table_add (found, entry))
        g_ptr_array_add (self->found, g_object_ref (entry));
    }
  g_ptr_array_sort_values (self->found, (GCompareFunc) planner_entry_compare);
}

static void
find_changes (PlannerStarPlan *self, GHashTable *found, gboolean replace)
{
  GListModel *starred = planner_conference_get_starred (self->conference);

  for (guint i = 0; i < self->found->len; i++)
    if (!planner_entry_get_starred (g_ptr_array_index (self->found, i)))
      g_ptr_array_add (self->added, g_object_ref (g_ptr_array_index (self->found, i)));
  for (guint i = 0; replace && i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      if (!g_hash_table_contains (found, entry))
        g_ptr_array_add (self->removed, g_steal_pointer (&entry));
    }
}

/* Plan B clashes with nothing. */
static void
add_stars (GPtrArray *sessions, PlannerConference *conference)
{
  GListModel *starred = planner_conference_get_starred (conference);

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      if (planner_entry_is_going (entry) && !planner_entry_is_absent (entry))
        g_ptr_array_add (sessions, (gpointer) planner_entry_get_session (entry));
    }
}

/* Stars of other conferences clash as well, unless they are of a copy of this one. */
static void
add_other_stars (GPtrArray *sessions, PlannerLibrary *library, PlannerConference *conference)
{
  const PlannerAgenda *agenda = planner_conference_get_agenda (conference);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (PlannerConference) other = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (other != conference &&
          !planner_agenda_is_same_conference (agenda, planner_conference_get_agenda (other)))
        add_stars (sessions, other);
    }
}

static void
find_clashes (PlannerStarPlan *self, PlannerLibrary *library, gboolean replace)
{
  g_autoptr (GHashTable) sessions = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) unique = NULL;
  g_autoptr (GHashTable) clashes = NULL;

  for (guint i = 0; i < self->found->len; i++)
    if (!planner_entry_get_plan_b (g_ptr_array_index (self->found, i)))
      g_ptr_array_add (all, (gpointer) planner_entry_get_session (g_ptr_array_index (self->found, i)));
  if (!replace)
    add_stars (all, self->conference);
  add_other_stars (all, library, self->conference);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (sessions, g_ptr_array_index (all, i));
  unique = g_hash_table_get_keys_as_ptr_array (sessions);
  clashes = planner_clashes_find (unique);
  for (guint i = 0; i < self->found->len; i++)
    if (g_hash_table_contains (clashes, planner_entry_get_session (g_ptr_array_index (self->found, i))))
      g_hash_table_add (self->clashing, g_ptr_array_index (self->found, i));
}

/**
 * planner_star_plan_new:
 * @conference: the conference that the stars are of
 * @stars: must live as long as the plan
 * @replace: whether the imported stars replace those of the attendee; otherwise they are added
 *
 * Returns: (transfer full): what the import would do
 */
PlannerStarPlan *
planner_star_plan_new (PlannerLibrary *library,
                       PlannerConference *conference,
                       const PlannerSharedStars *stars,
                       gboolean replace)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  PlannerStarPlan *self;

  g_return_val_if_fail (PLANNER_IS_LIBRARY (library) && PLANNER_IS_CONFERENCE (conference) && stars != NULL,
                        NULL);

  self = g_new0 (PlannerStarPlan, 1);
  self->conference = g_object_ref (conference);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->missing = g_ptr_array_new ();
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->clashing = g_hash_table_new (NULL, NULL);
  find_entries (self, stars, found);
  find_changes (self, found, replace);
  find_clashes (self, library, replace);

  return self;
}

void
planner_star_plan_free (PlannerStarPlan *self)
{
  g_object_unref (self->conference);
  g_ptr_array_unref (self->found);
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->added);
  g_ptr_array_unref (self->removed);
  g_hash_table_unref (self->clashing);
  g_free (self);
}
