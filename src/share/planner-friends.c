/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-friends.h"

#include "library/planner-list-find.h"
#include "share/planner-star-match.h"

#include <string.h>

/* The name of the lists in the stored state of the view. Each list is a string: lines with the facts of the list, then those of each
 * star. An empty line is a text that is not known. GVariant would take a second to read long lists. */
#define FRIENDS_KEY "friends"
#define NO_HASH (-1)

/* A list of stars of a friend, with a count of references. A long list is divided into parts; the parts of a friend stand one after
 * the other. */
typedef struct
{
  PlannerConference *conference; /* owned */
  char *name;                    /* owned */
  gint64 added_utc;
  PlannerSharedStars *stars; /* owned */
  char *stored;              /* owned: the list as it is stored */
  PlannerAgenda *agenda;     /* owned, nullable: the edition that has @sessions */
  GPtrArray *sessions;       /* owned, nullable: the session of each star, or NULL */
  gboolean is_new;           /* added since the program started */
} Friend;

struct _PlannerFriends
{
  GObject parent_instance;

  GListModel *conferences; /* owned */
  GPtrArray *friends;      /* owned, of Friend */
};

G_DEFINE_FINAL_TYPE (PlannerFriends, planner_friends, G_TYPE_OBJECT)

static guint changed_signal;

static void
friend_clear (gpointer data)
{
  Friend *friend = data;

  g_object_unref (friend->conference);
  g_free (friend->name);
  planner_shared_stars_free (friend->stars);
  g_free (friend->stored);
  g_clear_pointer (&friend->agenda, planner_agenda_unref);
  g_clear_pointer (&friend->sessions, g_ptr_array_unref);
}

static void
friend_unref (gpointer friend)
{
  g_rc_box_release_full (friend, friend_clear);
}

/* Line breaks become spaces, as they do when texts are compared. */
static void
append_line (GString *lines, const char *text)
{
  const gsize begin = lines->len;

  g_string_append (lines, text ? text : "");
  g_strdelimit (lines->str + begin, "\n", ' ');
  g_string_append_c (lines, '\n');
}

static void
append_number (GString *lines, gint64 number)
{
  g_string_append_printf (lines, "%" G_GINT64_FORMAT "\n", number);
}

static void
append_star (GString *lines, const PlannerSharedStar *star)
{
  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    append_line (lines, star->identity->texts[i]);
  append_number (lines, star->identity->start_utc);
  append_line (lines, star->url);
  append_number (lines, star->has_hash ? (gint64) star->hash : NO_HASH);
}

static char *
friend_to_text (const Friend *friend)
{
  GString *lines = g_string_new (NULL);

  append_line (lines, friend->name);
  append_number (lines, friend->added_utc);
  append_number (lines, friend->stars->part);
  append_number (lines, friend->stars->n_parts);
  for (guint i = 0; i < friend->stars->stars->len; i++)
    append_star (lines, g_ptr_array_index (friend->stars->stars, i));

  return g_string_free_and_steal (lines);
}

/* Returns: (nullable) (transfer full): the text of the line at @p, which goes to the next line */
static char *
read_line (const char **p)
{
  const char *begin = *p;
  const gsize length = strcspn (begin, "\n");

  *p += length + (begin[length] == '\n');

  return length > 0 ? g_strndup (begin, length) : NULL;
}

static gint64
read_number (const char **p)
{
  g_autofree char *line = read_line (p);

  return line ? g_ascii_strtoll (line, NULL, 10) : 0;
}

static void
read_star (PlannerSharedStar *star, const char **p)
{
  gint64 hash;

  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    star->identity->texts[i] = read_line (p);
  star->identity->start_utc = read_number (p);
  star->url = read_line (p);
  hash = read_number (p);
  star->has_hash = hash != NO_HASH;
  star->hash = star->has_hash ? (guint32) hash : 0;
}

static Friend *
friend_new_from_text (PlannerConference *conference, const char *text)
{
  Friend *friend = g_rc_box_new0 (Friend);
  char *name;

  friend->stored = g_strdup (text);
  friend->conference = g_object_ref (conference);
  friend->stars = planner_shared_stars_new ();
  name = read_line (&text);
  friend->name = name ? name : g_strdup ("");
  friend->added_utc = read_number (&text);
  friend->stars->part = (guint) read_number (&text);
  friend->stars->n_parts = (guint) read_number (&text);
  while (*text)
    read_star (planner_shared_stars_add (friend->stars), &text);

  return friend;
}

static void
find_sessions (Friend *friend)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (friend->conference);

  if (friend->agenda == agenda)
    return;

  g_clear_pointer (&friend->sessions, g_ptr_array_unref);
  g_clear_pointer (&friend->agenda, planner_agenda_unref);
  friend->agenda = planner_agenda_ref (agenda);
  friend->sessions = planner_shared_stars_match (friend->stars, agenda);
}

/* Adds the name of the friend to those of each entry that the friend has starred. */
static void
collect_names (Friend *friend, GHashTable *names)
{
  find_sessions (friend);
  for (guint i = 0; i < friend->sessions->len; i++)
    {
      const PlannerSession *session = friend->sessions->pdata[i];
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
drop_friends (PlannerFriends *self, PlannerConference *conference, const char *name)
{
  for (guint i = self->friends->len; i > 0; i--)
    {
      Friend *friend = g_ptr_array_index (self->friends, i - 1);

      if (friend->conference == conference && (!name || g_str_equal (friend->name, name)))
        g_ptr_array_remove_index (self->friends, i - 1);
    }
}

/* A friend does not go to next year's conference only because a session has the same title. */
static void
drop_earlier_friends (PlannerFriends *self, PlannerConference *conference)
{
  const gint64 replaced_utc = planner_conference_get_record (conference)->replaced_utc;

  for (guint i = self->friends->len; i > 0; i--)
    {
      Friend *friend = g_ptr_array_index (self->friends, i - 1);

      if (friend->conference == conference && friend->added_utc < replaced_utc)
        g_ptr_array_remove_index (self->friends, i - 1);
    }
}

static void
show (PlannerFriends *self, PlannerConference *conference)
{
  update (self, conference);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
has_friends (PlannerFriends *self, PlannerConference *conference, gboolean only_new)
{
  for (guint i = 0; i < self->friends->len; i++)
    {
      const Friend *friend = g_ptr_array_index (self->friends, i);

      if (friend->conference == conference && (friend->is_new || !only_new))
        return TRUE;
    }

  return FALSE;
}

static void
agenda_changed_cb (PlannerFriends *self, GParamSpec *pspec, PlannerConference *conference)
{
  if (!has_friends (self, conference, FALSE))
    return;
  drop_earlier_friends (self, conference);
  show (self, conference);
}

static void
save (PlannerFriends *self, PlannerConference *conference)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  for (guint i = 0; i < self->friends->len; i++)
    {
      const Friend *friend = g_ptr_array_index (self->friends, i);

      if (friend->conference == conference)
        g_ptr_array_add (lists, friend->stored);
    }
  planner_view_state_set (planner_conference_get_view_state (conference), FRIENDS_KEY,
                          g_variant_new_strv ((const char *const *) lists->pdata, lists->len));
  show (self, conference);
}

static void
load (PlannerFriends *self, PlannerConference *conference)
{
  PlannerViewState *view_state = planner_conference_get_view_state (conference);
  g_autoptr (GVariant) lists =
      planner_view_state_lookup (view_state, FRIENDS_KEY, G_VARIANT_TYPE_STRING_ARRAY);
  g_autofree const char **texts = NULL;

  g_signal_connect_object (conference, "notify::agenda", G_CALLBACK (agenda_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (!lists)
    return;
  drop_friends (self, conference, NULL);
  texts = g_variant_get_strv (lists, NULL);
  for (gsize i = 0; texts[i]; i++)
    g_ptr_array_add (self->friends, friend_new_from_text (conference, texts[i]));
  drop_earlier_friends (self, conference);
  show (self, conference);
}

static void
drop_removed_conferences (PlannerFriends *self)
{
  for (guint i = self->friends->len; i > 0; i--)
    {
      Friend *friend = g_ptr_array_index (self->friends, i - 1);

      if (planner_list_find (self->conferences, friend->conference) == G_MAXUINT)
        g_ptr_array_remove_index (self->friends, i - 1);
    }
}

static void
conferences_changed_cb (PlannerFriends *self, guint position, guint n_removed, guint n_added)
{
  if (n_removed > 0)
    drop_removed_conferences (self);
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (self->conferences, i);

      g_signal_handlers_disconnect_by_func (conference, agenda_changed_cb, self);
      load (self, conference);
    }
}

static void
planner_friends_finalize (GObject *object)
{
  PlannerFriends *self = PLANNER_FRIENDS (object);

  g_clear_object (&self->conferences);
  g_clear_pointer (&self->friends, g_ptr_array_unref);

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
  self->friends = g_ptr_array_new_with_free_func (friend_unref);
}

/**
 * planner_friends_new:
 * @conferences: (element-type PlannerConference): the conferences whose friends are read, also those that are added later
 *
 * Returns: (transfer full): the stored friends
 */
PlannerFriends *
planner_friends_new (GListModel *conferences)
{
  PlannerFriends *self = g_object_new (PLANNER_TYPE_FRIENDS, NULL);

  self->conferences = g_object_ref (conferences);
  g_signal_connect_object (conferences, "items-changed", G_CALLBACK (conferences_changed_cb), self,
                           G_CONNECT_SWAPPED);
  conferences_changed_cb (self, 0, 0, g_list_model_get_n_items (conferences));

  return self;
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
 * Shows and stores the stars of a friend. If a friend of @conference has this name already, the stars replace that one's, unless they are
 * another part of the same list.
 */
void
planner_friends_add (PlannerFriends *self,
                     PlannerConference *conference,
                     const char *name,
                     PlannerSharedStars *stars)
{
  Friend *friend;
  guint end;

  g_return_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference) && name && stars);

  friend = g_rc_box_new0 (Friend);
  friend->conference = g_object_ref (conference);
  friend->name = g_strdup (name);
  friend->added_utc = planner_conference_get_now_utc (conference);
  friend->stars = stars;
  friend->stored = friend_to_text (friend);
  friend->is_new = TRUE;
  if (!planner_friends_has_other_part (self, conference, name, stars))
    drop_friends (self, conference, friend->name);
  end = find_end (self, conference, name);
  g_ptr_array_insert (self->friends, end > 0 ? (int) end : -1, friend);
  save (self, conference);
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
 * planner_friends_remove:
 * @name: (nullable): the name of a friend; %NULL removes all friends of @conference
 *
 * Returns: (transfer full): the friends of @conference before, for planner_friends_restore()
 */
GPtrArray *
planner_friends_remove (PlannerFriends *self, PlannerConference *conference, const char *name)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (friend_unref);

  g_return_val_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference), NULL);

  for (guint i = 0; i < self->friends->len; i++)
    if (((Friend *) g_ptr_array_index (self->friends, i))->conference == conference)
      g_ptr_array_add (before, g_rc_box_acquire (g_ptr_array_index (self->friends, i)));
  drop_friends (self, conference, name);
  save (self, conference);

  return g_steal_pointer (&before);
}

/**
 * planner_friends_restore:
 * @before: what planner_friends_remove() returned for @conference
 *
 * Replaces the friends of @conference by those before.
 */
void
planner_friends_restore (PlannerFriends *self, PlannerConference *conference, const GPtrArray *before)
{
  g_return_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference) && before);

  drop_friends (self, conference, NULL);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (self->friends, g_rc_box_acquire (g_ptr_array_index (before, i)));
  save (self, conference);
}

gboolean
planner_friends_has_any (PlannerFriends *self, PlannerConference *conference)
{
  g_return_val_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference), FALSE);

  return has_friends (self, conference, FALSE);
}

/**
 * planner_friends_has_new:
 *
 * Returns: whether a friend of @conference was added since the program started
 */
gboolean
planner_friends_has_new (PlannerFriends *self, PlannerConference *conference)
{
  g_return_val_if_fail (PLANNER_IS_FRIENDS (self) && PLANNER_IS_CONFERENCE (conference), FALSE);

  return has_friends (self, conference, TRUE);
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
