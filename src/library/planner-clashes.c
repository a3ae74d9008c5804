/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-clashes.h"

#include "plan/planner-clash.h"
#include "plan/planner-phase.h"

typedef struct
{
  PlannerEntries *entries; /* borrowed */
  gint64 conference_id;
  char *title; /* owned */
} Member;

typedef struct
{
  PlannerEntry *entry; /* owned, for its session */
  Member *member;      /* borrowed */
} Place;

struct _PlannerClashes
{
  GPtrArray *members;  /* owned */
  GListStore *starred; /* owned: the starred sessions of each member, a GListModel of PlannerEntry */
  GHashTable *places;  /* owned: session where the attendee is going → Place */
  GHashTable *clashes; /* owned: by planner_clashes_find() */
};

static void
member_free (Member *member)
{
  g_free (member->title);
  g_free (member);
}

static void
place_free (Place *place)
{
  g_object_unref (place->entry);
  g_free (place);
}

static void
entry_clash_free (PlannerEntryClash *clash)
{
  g_object_unref (clash->entry);
  g_free (clash->conference_title);
  g_free (clash);
}

static void
clear (PlannerClashes *self)
{
  g_ptr_array_unref (self->members);
  g_object_unref (self->starred);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->clashes);
}

static Member *
find_member (PlannerClashes *self, PlannerEntries *entries)
{
  for (guint i = 0; i < self->members->len; i++)
    if (((Member *) g_ptr_array_index (self->members, i))->entries == entries)
      return g_ptr_array_index (self->members, i);

  return NULL;
}

static gboolean
is_to_come (PlannerEntry *entry, gint64 now_utc)
{
  return !planner_entry_is_absent (entry) &&
         planner_session_get_phase (planner_entry_get_session (entry), now_utc) != PLANNER_PHASE_PAST;
}

static void
collect (PlannerClashes *self, Member *member, gint64 now_utc, GPtrArray *sessions)
{
  GListModel *starred = G_LIST_MODEL (member->entries->starred);

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);
      const PlannerSession *session = planner_entry_get_session (entry);
      Place *place;

      if (!planner_entry_is_going (entry) || !is_to_come (entry, now_utc))
        continue;
      place = g_new0 (Place, 1);
      place->entry = g_steal_pointer (&entry);
      place->member = member;
      g_hash_table_insert (self->places, (gpointer) session, place);
      g_ptr_array_add (sessions, (gpointer) session);
    }
}

static void
count_clashes (PlannerClashes *self, Member *member, gint64 now_utc)
{
  GListModel *starred = G_LIST_MODEL (member->entries->starred);

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);
      g_autoptr (GPtrArray) clashes = planner_clashes_list (self, member->entries, entry, now_utc);

      planner_entry_set_n_clashes (entry, clashes->len);
    }
}

static PlannerEntryClash *
entry_clash_new (const Place *place, PlannerEntries *entries)
{
  PlannerEntryClash *clash = g_new0 (PlannerEntryClash, 1);

  clash->entry = g_object_ref (place->entry);
  if (place->member->entries != entries)
    {
      clash->conference_id = place->member->conference_id;
      clash->conference_title = g_strdup (place->member->title);
    }

  return clash;
}

PlannerClashes *
planner_clashes_new (void)
{
  PlannerClashes *self = g_rc_box_new0 (PlannerClashes);

  self->members = g_ptr_array_new_with_free_func ((GDestroyNotify) member_free);
  self->starred = g_list_store_new (G_TYPE_LIST_MODEL);
  self->places = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) place_free);
  self->clashes = g_hash_table_new (NULL, NULL);

  return self;
}

PlannerClashes *
planner_clashes_ref (PlannerClashes *self)
{
  return g_rc_box_acquire (self);
}

void
planner_clashes_unref (PlannerClashes *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

/**
 * planner_clashes_put:
 * @entries: the entries of a conference; it is borrowed until planner_clashes_remove()
 * @title: the title of the conference
 *
 * Adds a conference or changes its title. Call planner_clashes_update() afterwards.
 */
void
planner_clashes_put (PlannerClashes *self, PlannerEntries *entries, gint64 conference_id, const char *title)
{
  Member *member = find_member (self, entries);
  const gboolean is_new = !member;

  if (is_new)
    {
      member = g_new0 (Member, 1);
      member->entries = entries;
      g_ptr_array_add (self->members, member);
    }
  member->conference_id = conference_id;
  g_set_str (&member->title, title);
  if (is_new)
    g_list_store_append (self->starred, entries->starred);
}

/**
 * planner_clashes_remove:
 *
 * Removes a conference, if it was added. Call planner_clashes_update() afterwards.
 */
void
planner_clashes_remove (PlannerClashes *self, PlannerEntries *entries)
{
  Member *member = find_member (self, entries);
  guint position;

  if (!member)
    return;

  g_hash_table_remove_all (self->places);
  g_ptr_array_remove (self->members, member);
  if (g_list_store_find (self->starred, entries->starred, &position))
    g_list_store_remove (self->starred, position);
}

/**
 * planner_clashes_update:
 * @now_utc: in seconds since the epoch
 *
 * Finds the clashes again after stars or sessions have changed, and sets how many clashes each entry has.
 */
void
planner_clashes_update (PlannerClashes *self, gint64 now_utc)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < self->members->len; i++)
    collect (self, g_ptr_array_index (self->members, i), now_utc, sessions);
  g_hash_table_unref (self->clashes);
  self->clashes = planner_clashes_find (sessions);
  for (guint i = 0; i < self->members->len; i++)
    count_clashes (self, g_ptr_array_index (self->members, i), now_utc);
}

/**
 * planner_clashes_list:
 * @entries: the entries of the conference of @entry
 * @now_utc: in seconds since the epoch
 *
 * Lists the sessions that @entry clashes with. Plan B and withdrawn, cancelled and past sessions do not clash, nor does the
 * same session in another copy of the conference.
 *
 * Returns: (transfer full) (element-type PlannerEntryClash): the clashes, by start
 */
GPtrArray *
planner_clashes_list (PlannerClashes *self, PlannerEntries *entries, PlannerEntry *entry, gint64 now_utc)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_clash_free);
  GPtrArray *others = is_to_come (entry, now_utc) ? g_hash_table_lookup (self->clashes, session) : NULL;

  for (guint i = 0; others && i < others->len; i++)
    {
      const PlannerSession *other = g_ptr_array_index (others, i);
      const Place *place = g_hash_table_lookup (self->places, other);

      if (!place || !is_to_come (place->entry, now_utc))
        continue;
      if (place->member->entries == entries || !planner_sessions_are_copies (session, other))
        g_ptr_array_add (list, entry_clash_new (place, entries));
    }

  return list;
}

/**
 * planner_clashes_get_starred:
 *
 * Returns: (transfer none): the starred sessions of each conference, a model of #GListModel of #PlannerEntry. It follows
 *   planner_clashes_put() and planner_clashes_remove().
 */
GListModel *
planner_clashes_get_starred (PlannerClashes *self)
{
  return G_LIST_MODEL (self->starred);
}

void
planner_elsewhere_free (PlannerElsewhere *elsewhere)
{
  g_free (elsewhere->title);
  g_object_unref (elsewhere->starred);
  g_free (elsewhere);
}

static PlannerElsewhere *
elsewhere_new (const Member *member)
{
  PlannerElsewhere *elsewhere = g_new0 (PlannerElsewhere, 1);

  elsewhere->conference_id = member->conference_id;
  elsewhere->title = g_strdup (member->title);
  elsewhere->starred = g_object_ref (G_LIST_MODEL (member->entries->starred));

  return elsewhere;
}

/**
 * planner_clashes_list_elsewhere:
 * @entries: the entries of the conference that is shown
 *
 * Returns: (transfer full) (element-type PlannerElsewhere): the other conferences
 */
GPtrArray *
planner_clashes_list_elsewhere (PlannerClashes *self, PlannerEntries *entries)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_elsewhere_free);

  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = g_ptr_array_index (self->members, i);

      if (member->entries != entries)
        g_ptr_array_add (list, elsewhere_new (member));
    }

  return list;
}

/**
 * planner_clashes_find_elsewhere:
 *
 * Returns: (nullable) (transfer full): the conference of @entry
 */
PlannerElsewhere *
planner_clashes_find_elsewhere (PlannerClashes *self, PlannerEntry *entry)
{
  for (guint i = 0; i < self->members->len; i++)
    {
      const Member *member = g_ptr_array_index (self->members, i);

      if (planner_entries_find (member->entries, planner_entry_get_key (entry)) == entry)
        return elsewhere_new (member);
    }

  return NULL;
}

/**
 * planner_clashes_allow_going:
 * @entry: an entry of plan B
 * @now_utc: in seconds since the epoch
 *
 * Returns: whether @entry is to come and overlaps no session where the attendee is going, so that it can be one, too
 */
gboolean
planner_clashes_allow_going (PlannerClashes *self, PlannerEntry *entry, gint64 now_utc)
{
  g_autoptr (GPtrArray) going = g_hash_table_get_keys_as_ptr_array (self->places);

  return !planner_entry_is_absent (entry) &&
         planner_plan_b_fits (planner_entry_get_session (entry), going, now_utc);
}
