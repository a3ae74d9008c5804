/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-entries.h"

#include "library/planner-forum-item.h"
#include "library/planner-list-sync.h"
#include "model/planner-agenda-bytes.h"
#include "model/planner-string-table.h"

static PlannerEntry *
get_entry (GListStore *list, guint index)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), index);

  return entry;
}

static guint
get_length (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
remember_key (PlannerEntries *self, PlannerEntry *entry)
{
  g_hash_table_replace (self->by_key, g_strdup (planner_entry_get_key (entry)), g_object_ref (entry));
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return planner_entry_compare ((PlannerEntry *) a, (PlannerEntry *) b);
}

static int
compare_entry_pointers (gconstpointer a, gconstpointer b)
{
  return planner_entry_compare (*(PlannerEntry *const *) a, *(PlannerEntry *const *) b);
}

static void
set_absent (PlannerEntry *entry, const PlannerStar *star)
{
  if (star->past)
    planner_entry_set_past (entry, star->identity->key);
  else
    planner_entry_set_withdrawn (entry, star->identity->key);
}

/* Makes an entry from the snapshot of a star, because the agenda lacks the session. */
static PlannerEntry *
make_absent_entry (PlannerEntries *self, const PlannerStar *star)
{
  PlannerEntry *known = g_hash_table_lookup (self->by_key, star->identity->key);
  g_autoptr (PlannerAgenda) snapshot = NULL;
  g_autoptr (PlannerEntry) entry = NULL;

  if (known && planner_entry_is_absent (known))
    {
      set_absent (known, star);
      return g_object_ref (known);
    }
  snapshot = planner_agenda_new_from_bytes (star->snapshot, g_get_language_names ());
  if (!snapshot || snapshot->sessions->len == 0)
    return NULL;

  entry = planner_entry_new (snapshot, planner_agenda_get_session (snapshot, 0));
  set_absent (entry, star);
  remember_key (self, entry);

  return g_steal_pointer (&entry);
}

/**
 * planner_entries_find:
 * @key: the key of an entry, see planner_entry_get_key()
 *
 * Returns: (nullable) (transfer none): the entry, which may be of a withdrawn session, even if its star was just removed
 */
PlannerEntry *
planner_entries_find (PlannerEntries *self, const char *key)
{
  return g_hash_table_lookup (self->by_key, key);
}

/* Makes an entry from the snapshot of a star while the schedule was not fetched yet. */
static PlannerEntry *
make_waiting_entry (PlannerEntries *self, const PlannerStar *star)
{
  g_autoptr (PlannerAgenda) snapshot = NULL;
  PlannerEntry *entry;

  if (self->agenda->sessions->len > 0)
    return NULL;
  snapshot = planner_agenda_new_from_bytes (star->snapshot, g_get_language_names ());
  if (!snapshot || snapshot->sessions->len == 0)
    return NULL;
  entry = planner_entry_new (snapshot, planner_agenda_get_session (snapshot, 0));
  remember_key (self, entry);

  return entry;
}

/* Returns: (nullable) (transfer full): the entry of a starred session */
static PlannerEntry *
find_starred_entry (PlannerEntries *self, const PlannerStar *star)
{
  PlannerEntry *entry;

  if (star->withdrawn)
    return make_absent_entry (self, star);
  entry = planner_entries_find (self, star->identity->key);

  return entry ? g_object_ref (entry) : make_waiting_entry (self, star);
}

/* A session that is not starred is not plan B either, and shows no note. */
static void
take_star (PlannerEntry *entry, const PlannerStar *star)
{
  if (star)
    planner_entry_set_lead_s (entry, star->lead_s);
  else
    planner_entry_set_n_clashes (entry, 0);
  planner_entry_set_plan_b (entry, star && star->plan_b);
  planner_entry_set_note (entry, star ? star->note : NULL);
  planner_entry_set_starred (entry, star != NULL);
}

static void
unstar_all_but (PlannerEntries *self, GPtrArray *kept)
{
  for (guint i = 0; i < get_length (self->starred); i++)
    {
      PlannerEntry *entry = get_entry (self->starred, i);

      if (!g_ptr_array_find (kept, entry, NULL))
        take_star (entry, NULL);
    }
}

static void
apply_stars (PlannerEntries *self, GPtrArray *stars, GHashTable *moved)
{
  g_autoptr (GPtrArray) starred = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);
      PlannerEntry *entry = find_starred_entry (self, star);

      if (!entry)
        continue;
      take_star (entry, star);
      g_ptr_array_add (starred, entry);
    }

  unstar_all_but (self, starred);
  g_ptr_array_sort (starred, compare_entry_pointers);
  planner_list_sync (self->starred, starred, moved);
}

static void
apply_forums (PlannerEntries *self)
{
  g_autoptr (GHashTable) known = planner_string_table_new (g_free, g_object_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < get_length (self->forums); i++)
    {
      PlannerForumItem *item = g_list_model_get_item (G_LIST_MODEL (self->forums), i);

      g_hash_table_insert (known, g_strdup (planner_forum_item_get_forum (item)->name), item);
    }
  for (guint i = 0; i < self->agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (self->agenda->forums, i);
      PlannerForumItem *item = g_hash_table_lookup (known, forum->name);

      if (item)
        planner_forum_item_set_forum (item, self->agenda, forum);
      g_ptr_array_add (items, item ? g_object_ref (item) : planner_forum_item_new (self->agenda, forum));
    }
  planner_list_sync (self->forums, items, NULL);
}

static gboolean
has_moved (const PlannerAgenda *old_agenda,
           const PlannerSession *old_session,
           const PlannerAgenda *agenda,
           const PlannerSession *session)
{
  return old_session->start_utc != session->start_utc ||
         !g_str_equal (planner_agenda_get_day (old_agenda, old_session)->date,
                       planner_agenda_get_day (agenda, session)->date);
}

/* Returns: session of the new agenda → entry of the same session in the old one */
static GHashTable *
find_lasting_entries (PlannerEntries *self, GPtrArray *successors)
{
  GHashTable *lasting = g_hash_table_new (NULL, NULL);

  for (guint i = 0; successors && i < successors->len; i++)
    if (g_ptr_array_index (successors, i))
      g_hash_table_insert (lasting, g_ptr_array_index (successors, i), get_entry (self->all, i));

  return lasting;
}

static void
apply_sessions (PlannerEntries *self, GPtrArray *successors, GHashTable *moved)
{
  g_autoptr (GHashTable) lasting = find_lasting_entries (self, successors);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_hash_table_remove_all (self->by_key);
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (self->agenda, i);
      PlannerEntry *entry = g_hash_table_lookup (lasting, session);

      if (entry && has_moved (planner_entry_get_agenda (entry), planner_entry_get_session (entry),
                              self->agenda, session))
        g_hash_table_add (moved, entry);
      if (entry)
        planner_entry_set_session (g_object_ref (entry), self->agenda, session);
      else
        entry = planner_entry_new (self->agenda, session);
      remember_key (self, entry);
      g_ptr_array_add (items, entry);
    }
  planner_list_sync (self->all, items, moved);
}

PlannerEntries *
planner_entries_new (void)
{
  PlannerEntries *self = g_new0 (PlannerEntries, 1);

  self->all = g_list_store_new (PLANNER_TYPE_ENTRY);
  self->starred = g_list_store_new (PLANNER_TYPE_ENTRY);
  self->forums = g_list_store_new (PLANNER_TYPE_FORUM_ITEM);
  self->by_key = planner_string_table_new (g_free, g_object_unref);

  return self;
}

void
planner_entries_free (PlannerEntries *self)
{
  g_object_unref (self->all);
  g_object_unref (self->starred);
  g_object_unref (self->forums);
  g_hash_table_unref (self->by_key);
  g_clear_pointer (&self->agenda, planner_agenda_unref);
  g_free (self);
}

/**
 * planner_entries_set_agenda:
 * @agenda: the new edition
 * @successors: (nullable) (element-type PlannerSession): for each session of the old edition its session in @agenda, or
 *   %NULL, see planner_match_agendas(); %NULL if there is no old edition
 * @stars: (element-type PlannerStar): the stars as matched with @agenda
 *
 * Replaces the edition.
 */
void
planner_entries_set_agenda (PlannerEntries *self,
                            PlannerAgenda *agenda,
                            GPtrArray *successors,
                            GPtrArray *stars)
{
  g_autoptr (PlannerAgenda) old_agenda = g_steal_pointer (&self->agenda);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);

  self->agenda = planner_agenda_ref (agenda);
  apply_sessions (self, successors, moved);
  apply_forums (self);
  apply_stars (self, stars, moved);
}

/**
 * planner_entries_set_stars:
 * @stars: (element-type PlannerStar): all stars of the conference
 *
 * Replaces the stars.
 */
void
planner_entries_set_stars (PlannerEntries *self, GPtrArray *stars)
{
  apply_stars (self, stars, NULL);
}

/**
 * planner_entries_set_star:
 * @star: (nullable): the star of @entry; %NULL if it has none
 */
void
planner_entries_set_star (PlannerEntries *self, PlannerEntry *entry, const PlannerStar *star)
{
  guint position;
  const gboolean is_listed = g_list_store_find (self->starred, entry, &position);

  take_star (entry, star);
  if (is_listed && !star)
    g_list_store_remove (self->starred, position);
  if (star && !is_listed)
    g_list_store_insert_sorted (self->starred, entry, compare_entries, NULL);
}
