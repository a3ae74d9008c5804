/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-friends.h"

#include "share/planner-star-match.h"

/* A list of stars of a friend. A long list is divided into parts; the parts of a friend stand one after the other. */
typedef struct
{
  PlannerConference *conference; /* owned */
  char *name;                    /* owned */
  PlannerSharedStars *stars;     /* owned */
} Friend;

struct _PlannerFriends
{
  GObject parent_instance;

  GPtrArray *friends; /* owned, of Friend */
};

G_DEFINE_FINAL_TYPE (PlannerFriends, planner_friends, G_TYPE_OBJECT)

static guint changed_signal;

static void
friend_free (Friend *friend)
{
  g_object_unref (friend->conference);
  g_free (friend->name);
  planner_shared_stars_free (friend->stars);
  g_free (friend);
}

/* Adds the name of the friend to those of each entry that the friend has starred. */
static void
collect_names (Friend *friend, GHashTable *names)
{
  g_autoptr (GPtrArray) sessions =
      planner_shared_stars_match (friend->stars, planner_conference_get_agenda (friend->conference));

  for (guint i = 0; i < sessions->len; i++)
    {
      const PlannerSession *session = sessions->pdata[i];
      PlannerEntry *entry = session ? planner_conference_find_entry (friend->conference, session->key) : NULL;
      GPtrArray *list = entry ? g_hash_table_lookup (names, entry) : NULL;

      if (!entry)
        continue;
      if (!list)
        g_hash_table_insert (names, entry, list = g_ptr_array_new_null_terminated (1, NULL, TRUE));
      if (list->len == 0 || !g_str_equal (g_ptr_array_index (list, list->len - 1), friend->name))
        g_ptr_array_add (list, friend->name);
    }
}

static void
set_names (GListModel *entries, GHashTable *names)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);
      GPtrArray *list = g_hash_table_lookup (names, entry);

      planner_entry_set_friends (entry, list ? (const char *const *) list->pdata : NULL);
    }
}

/* Starred sessions that the schedule no longer has are only among the starred entries. */
static void
update (PlannerFriends *self, PlannerConference *conference)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < self->friends->len; i++)
    {
      Friend *friend = g_ptr_array_index (self->friends, i);

      if (friend->conference == conference)
        collect_names (friend, names);
    }
  set_names (planner_conference_get_entries (conference), names);
  set_names (planner_conference_get_starred (conference), names);
}

static void
agenda_changed_cb (PlannerFriends *self, GParamSpec *pspec, PlannerConference *conference)
{
  update (self, conference);
}

/* Returns: the index behind the last part of the friend's stars, or 0 if no friend has this name */
static guint
find_end (PlannerFriends *self, PlannerConference *conference, const char *name)
{
  for (guint i = self->friends->len; i > 0; i--)
    {
      const Friend *friend = g_ptr_array_index (self->friends, i - 1);

      if (friend->conference == conference && g_str_equal (friend->name, name))
        return i;
    }

  return 0;
}

/* Removes the friends of a conference, or only the one with this name. */
static void
remove_friends (PlannerFriends *self, PlannerConference *conference, const char *name)
{
  for (guint i = self->friends->len; i > 0; i--)
    {
      Friend *friend = g_ptr_array_index (self->friends, i - 1);

      if (friend->conference == conference && (!name || g_str_equal (friend->name, name)))
        g_ptr_array_remove_index (self->friends, i - 1);
    }
}

static void
planner_friends_finalize (GObject *object)
{
  g_clear_pointer (&PLANNER_FRIENDS (object)->friends, g_ptr_array_unref);

  G_OBJECT_CLASS (planner_friends_parent_class)->finalize (object);
}

static void
planner_friends_class_init (PlannerFriendsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_friends_finalize;

  changed_signal =
      g_signal_new ("changed", PLANNER_TYPE_FRIENDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
planner_friends_init (PlannerFriends *self)
{
  self->friends = g_ptr_array_new_with_free_func ((GDestroyNotify) friend_free);
}

PlannerFriends *
planner_friends_new (void)
{
  return g_object_new (PLANNER_TYPE_FRIENDS, NULL);
}

/**
 * planner_friends_has_other_part:
 * @name: the name of a friend
 * @stars: a list, or a part of one
 *
 * Returns: whether the friend has other parts of the list, but not this one
 */
gboolean
planner_friends_has_other_part (PlannerFriends *self,
                                PlannerConference *conference,
                                const char *name,
                                const PlannerSharedStars *stars)
{
  gboolean other = FALSE;

  g_return_val_if_fail (PLANNER_IS_FRIENDS (self) && name && stars, FALSE);

  for (guint i = 0; i < self->friends->len; i++)
    {
      const Friend *friend = g_ptr_array_index (self->friends, i);

      if (friend->conference != conference || !g_str_equal (friend->name, name))
        continue;
      if (friend->stars->n_parts != stars->n_parts || friend->stars->part == stars->part)
        return FALSE;
      other = TRUE;
    }

  return other;
}

/**
 * planner_friends_add:
 * @name: the friend's name
 * @stars: (transfer full): the friend's stars
 *
 * Shows the stars of a friend. If a friend of @conference has this name already, the stars replace that one's, unless they are
 * another part of the same list.
 */
void
planner_friends_add (PlannerFriends *self,
                     PlannerConference *conference,
                     const char *name,
                     PlannerSharedStars *stars)
{
  Friend *friend = g_new0 (Friend, 1);
  guint end;

  g_return_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference) && name && stars);

  friend->conference = g_object_ref (conference);
  friend->name = g_strdup (name);
  friend->stars = stars;
  if (!planner_friends_has_other_part (self, conference, name, stars))
    remove_friends (self, conference, friend->name);
  end = find_end (self, conference, name);
  g_ptr_array_insert (self->friends, end > 0 ? (int) end : -1, friend);
  g_signal_handlers_disconnect_by_func (conference, agenda_changed_cb, self);
  g_signal_connect_object (conference, "notify::agenda", G_CALLBACK (agenda_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self, conference);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * planner_friends_dup_free_name:
 * @name: the name of a friend
 *
 * Returns: (transfer full): @name, or @name with a number such as “Ann (2)” if a friend of @conference has it already
 */
char *
planner_friends_dup_free_name (PlannerFriends *self, PlannerConference *conference, const char *name)
{
  g_autofree char *free_name = NULL;

  g_return_val_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference) && name, NULL);

  free_name = g_strdup (name);
  for (guint n = 2; find_end (self, conference, free_name) > 0; n++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%s (%u)", name, n);
    }

  return g_steal_pointer (&free_name);
}

/**
 * planner_friends_hide:
 *
 * Hides the stars of all friends of @conference.
 */
void
planner_friends_hide (PlannerFriends *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference));

  g_signal_handlers_disconnect_by_func (conference, agenda_changed_cb, self);
  remove_friends (self, conference, NULL);
  update (self, conference);
  g_signal_emit (self, changed_signal, 0);
}

/**
 * planner_friends_list:
 *
 * Returns: (transfer full): the names of the friends of @conference, in the order in which they were added
 */
GStrv
planner_friends_list (PlannerFriends *self, PlannerConference *conference)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const char *last = "";

  g_return_val_if_fail (PLANNER_IS_FRIENDS (self), NULL);

  for (guint i = 0; i < self->friends->len; i++)
    {
      const Friend *friend = g_ptr_array_index (self->friends, i);

      if (friend->conference != conference || g_str_equal (friend->name, last))
        continue;
      g_strv_builder_add (names, friend->name);
      last = friend->name;
    }

  return g_strv_builder_end (names);
}
