/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the sessions of an earlier edition in a new one. In some schedules, ids repeat, change with each export, or move from
 * one session to another. Therefore only an id that is unique for ever identifies a session without other fields.
 */

#include "plan/planner-matching.h"

#include "model/planner-fold.h"
#include "model/planner-string-table.h"

#define HALF_YEAR_S (G_GINT64_CONSTANT (182) * 24 * 60 * 60)

/* A session of either side of the comparison. Title and speakers are folded when they are first needed. */
typedef struct Facts
{
  PlannerIdentity identity; /* its texts are borrowed; without speakers if there is a session */
  char *title;              /* owned, nullable */
  char *speakers;           /* owned, nullable */
  char *key; /* owned, nullable: of the criterion that was used last, if it was made for that */
  const PlannerSession *session; /* borrowed, nullable: the session that has the identity */
  const PlannerSession *found;   /* borrowed, nullable: the session of the other side */
  struct Facts *next;            /* borrowed, nullable: the one before it in the same group */
  gboolean matched;
} Facts;

/* The facts of both sides that have the same key. Each list begins with the facts that were added last. */
typedef struct
{
  Facts *wanted;  /* borrowed, nullable */
  Facts *offered; /* borrowed, nullable */
} Group;

typedef const char *(*KeyFunc) (Facts *facts);

static void
facts_free (Facts *facts)
{
  g_free (facts->title);
  g_free (facts->speakers);
  g_free (facts->key);
  g_free (facts);
}

static const char *
get_title (Facts *facts)
{
  if (!facts->title)
    facts->title = planner_fold (facts->identity.title ? facts->identity.title : "");

  return facts->title;
}

static const char *
get_speakers (Facts *facts)
{
  if (!facts->speakers)
    {
      g_autofree char *joined = facts->session ? planner_identity_join_speakers (facts->session) : NULL;
      const char *raw = joined ? joined : facts->identity.speakers;

      facts->speakers = planner_fold (raw ? raw : "");
    }

  return facts->speakers;
}

static const char *
take_key (Facts *facts, char *key)
{
  g_free (facts->key);
  facts->key = key;

  return key;
}

static const char *
key_of_guid (Facts *facts)
{
  return facts->identity.guid;
}

static const char *
key_of_code (Facts *facts)
{
  return facts->identity.code;
}

static const char *
key_of_slug (Facts *facts)
{
  return facts->identity.slug;
}

static const char *
key_of_id_and_title (Facts *facts)
{
  if (!facts->identity.id || !*get_title (facts))
    return NULL;

  return take_key (facts, g_strconcat (facts->identity.id, "\n", get_title (facts), NULL));
}

static const char *
key_of_id_and_speakers (Facts *facts)
{
  if (!facts->identity.id || !*get_speakers (facts))
    return NULL;

  return take_key (facts, g_strconcat (facts->identity.id, "\n", get_speakers (facts), NULL));
}

static const char *
key_of_title_and_speakers (Facts *facts)
{
  if (!*get_title (facts))
    return NULL;

  return take_key (facts, g_strconcat (get_title (facts), "\n", get_speakers (facts), NULL));
}

static const char *
key_of_title_and_start (Facts *facts)
{
  if (!*get_title (facts) || facts->identity.start_utc == PLANNER_TIME_UNKNOWN)
    return NULL;

  return take_key (facts, g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", facts->identity.start_utc,
                                           get_title (facts)));
}

static Facts *
facts_new (PlannerIdentity identity, const PlannerSession *session)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->identity = identity;
  facts->session = session;

  return facts;
}

static void
prepend (Facts **list, Facts *facts)
{
  facts->next = *list;
  *list = facts;
}

/* The table borrows its keys from the facts, which have them until the next criterion. */
static GHashTable *
group_by_key (GPtrArray *wanted, GPtrArray *offered, KeyFunc get_key)
{
  GHashTable *groups = planner_string_table_new (NULL, g_free);

  for (guint i = 0; i < wanted->len; i++)
    {
      Facts *facts = g_ptr_array_index (wanted, i);
      const char *key = facts->matched ? NULL : get_key (facts);
      Group *group = key ? g_hash_table_lookup (groups, key) : NULL;

      if (key && !group)
        {
          group = g_new0 (Group, 1);
          g_hash_table_insert (groups, (gpointer) key, group);
        }
      if (group)
        prepend (&group->wanted, facts);
    }
  for (guint i = 0; i < offered->len && g_hash_table_size (groups) > 0; i++)
    {
      Facts *facts = g_ptr_array_index (offered, i);
      const char *key = facts->matched ? NULL : get_key (facts);
      Group *group = key ? g_hash_table_lookup (groups, key) : NULL;

      if (group)
        prepend (&group->offered, facts);
    }

  return groups;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Facts *first = *(const Facts *const *) a, *second = *(const Facts *const *) b;

  return (first->identity.start_utc > second->identity.start_utc) -
         (first->identity.start_utc < second->identity.start_utc);
}

static void
match_pair (Facts *wanted, Facts *offered)
{
  wanted->found = offered->session;
  wanted->matched = TRUE;
  offered->matched = TRUE;
}

static Facts *
get_facts (GPtrArray *array, guint index)
{
  return g_ptr_array_index (array, index);
}

/* Returns: the number of elements with the start of the element at @index, which is the first of them */
static guint
count_same_start (GPtrArray *sorted, guint index)
{
  guint n = 1;

  while (index + n < sorted->len &&
         get_facts (sorted, index + n)->identity.start_utc == get_facts (sorted, index)->identity.start_utc)
    n++;

  return n;
}

static void
match_equal_starts (GPtrArray *all_wanted, GPtrArray *all_offered)
{
  guint i = 0, j = 0;

  while (i < all_wanted->len && j < all_offered->len)
    {
      Facts *wanted = get_facts (all_wanted, i), *offered = get_facts (all_offered, j);
      const guint n_wanted = count_same_start (all_wanted, i), n_offered = count_same_start (all_offered, j);

      if (wanted->identity.start_utc == offered->identity.start_utc && n_wanted == 1 && n_offered == 1)
        match_pair (wanted, offered);
      i += wanted->identity.start_utc <= offered->identity.start_utc ? n_wanted : 0;
      j += offered->identity.start_utc <= wanted->identity.start_utc ? n_offered : 0;
    }
}

static void
remove_matched (GPtrArray *array)
{
  guint kept = 0;

  for (guint i = 0; i < array->len; i++)
    if (!get_facts (array, i)->matched)
      array->pdata[kept++] = array->pdata[i];
  g_ptr_array_set_size (array, kept);
}

/* Matches sessions whose start has not changed, then the last session if only one is left on each side. */
static void
match_by_start (GPtrArray *wanted, GPtrArray *offered)
{
  match_equal_starts (wanted, offered);
  remove_matched (wanted);
  remove_matched (offered);

  if (wanted->len == 1 && offered->len == 1)
    match_pair (get_facts (wanted, 0), get_facts (offered, 0));
}

static guint64
get_distance (const Facts *a, const Facts *b)
{
  return a->identity.start_utc > b->identity.start_utc
             ? (guint64) a->identity.start_utc - (guint64) b->identity.start_utc
             : (guint64) b->identity.start_utc - (guint64) a->identity.start_utc;
}

/* Matches repeats of one session that have moved: in order, each to the nearest that leaves enough for the rest. */
static void
match_nearest (GPtrArray *all_wanted, GPtrArray *offered)
{
  guint j = 0;

  for (guint i = 0; i < all_wanted->len && j < offered->len; i++)
    {
      Facts *wanted = get_facts (all_wanted, i);
      const guint n_waiting = all_wanted->len - i;

      while (j + n_waiting < offered->len && get_distance (wanted, get_facts (offered, j + 1)) <
                                                 get_distance (wanted, get_facts (offered, j)))
        j++;
      match_pair (wanted, get_facts (offered, j++));
    }
}

/* Returns: (transfer container): the facts, sorted by start, then in the order of their side */
static GPtrArray *
sort_list (Facts *list)
{
  GPtrArray *sorted = g_ptr_array_new ();
  guint n = 0;

  for (const Facts *facts = list; facts; facts = facts->next)
    n++;
  g_ptr_array_set_size (sorted, (int) n);
  for (; list; list = list->next)
    sorted->pdata[--n] = list;
  g_ptr_array_sort (sorted, compare_starts);

  return sorted;
}

typedef void (*MatchFunc) (GPtrArray *wanted, GPtrArray *offered);

/* One session on each side is the same session by either function. */
static void
match_group (const Group *group, MatchFunc match_func)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GPtrArray) offered = NULL;

  if (!group->offered)
    return;
  if (!group->wanted->next && !group->offered->next)
    {
      match_pair (group->wanted, group->offered);
      return;
    }

  wanted = sort_list (group->wanted);
  offered = sort_list (group->offered);
  match_func (wanted, offered);
}

static void
match_by (GPtrArray *wanted, GPtrArray *offered, KeyFunc get_key, MatchFunc match_func)
{
  g_autoptr (GHashTable) groups = group_by_key (wanted, offered, get_key);
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    match_group (group, match_func);
}

static GPtrArray *
collect_sessions (GPtrArray *wanted)
{
  GPtrArray *sessions = g_ptr_array_sized_new (wanted->len);

  for (guint i = 0; i < wanted->len; i++)
    g_ptr_array_add (sessions, (gpointer) get_facts (wanted, i)->found);

  return sessions;
}

static GPtrArray *
list_facts (GPtrArray *sessions)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) facts_free);

  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (facts, facts_new (planner_identity_borrow (g_ptr_array_index (sessions, i)),
                                       g_ptr_array_index (sessions, i)));

  return facts;
}

/* Returns: (transfer container) (nullable elements): for each of @wanted the session of @offered, or %NULL */
static GPtrArray *
match (GPtrArray *wanted, GPtrArray *offered)
{
  static const KeyFunc keys[] = { key_of_guid,
                                  key_of_code,
                                  key_of_id_and_title,
                                  key_of_slug,
                                  key_of_title_and_speakers,
                                  key_of_id_and_speakers,
                                  key_of_title_and_start };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    match_by (wanted, offered, keys[i], match_by_start);
  match_by (wanted, offered, key_of_guid, match_nearest);

  return collect_sessions (wanted);
}

/**
 * planner_match_identities:
 * @identities: (element-type PlannerIdentity): of sessions of earlier editions
 * @sessions: (element-type PlannerSession): the sessions of the new edition
 *
 * Matches each session with one identity at most. The criteria are tried in this order, each on what is still unmatched:
 *
 * 1. guid;
 * 2. code (pretalx’s submission code);
 * 3. id and title, because an id may belong to another session after renumbering;
 * 4. slug;
 * 5. title and speakers;
 * 6. id and speakers, for a changed title;
 * 7. title and start, for changed speakers;
 * 8. guid again, for repeats of one session that have moved: each is matched with the nearest.
 *
 * If several sessions meet a criterion, those with an unchanged start are matched first, then the last one if only one is
 * left on each side. The key is not a criterion: the same key may name another session in another edition.
 *
 * Returns: (transfer container) (element-type PlannerSession) (nullable elements): for each identity the session,
 *   borrowed from @sessions, or %NULL
 */
GPtrArray *
planner_match_identities (GPtrArray *identities, GPtrArray *sessions)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) facts_free);
  g_autoptr (GPtrArray) offered = NULL;

  g_return_val_if_fail (identities != NULL && sessions != NULL, NULL);

  for (guint i = 0; i < identities->len; i++)
    g_ptr_array_add (wanted, facts_new (*(PlannerIdentity *) g_ptr_array_index (identities, i), NULL));
  offered = list_facts (sessions);

  return match (wanted, offered);
}

static GHashTable *
collect_guids (const PlannerAgenda *agenda)
{
  GHashTable *guids = planner_string_table_new (NULL, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_agenda_get_session (agenda, i)->guid)
      g_hash_table_add (guids, planner_agenda_get_session (agenda, i)->guid);

  return guids;
}

static guint
count_common (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer guid;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &guid, NULL))
    n += g_hash_table_contains (b, guid);

  return n;
}

/**
 * planner_agenda_is_replaced:
 * @old_agenda: the stored agenda of an address
 * @agenda: what is at the address now
 *
 * Organizers publish next year's conference at the address of this year's. Such an agenda has no guid of the old one, and all its
 * sessions start after the last one of the old agenda has ended. Where one of the agendas has no guids, half a year must be
 * between them, because a postponed conference looks the same.
 *
 * Returns: whether @agenda is of another conference than @old_agenda
 */
gboolean
planner_agenda_is_replaced (const PlannerAgenda *old_agenda, const PlannerAgenda *agenda)
{
  g_autoptr (GHashTable) old_guids = NULL;
  g_autoptr (GHashTable) guids = NULL;
  gint64 old_first_utc, last_utc, first_utc, new_last_utc;

  g_return_val_if_fail (old_agenda != NULL && agenda != NULL, FALSE);

  planner_agenda_find_span (old_agenda, &old_first_utc, &last_utc);
  planner_agenda_find_span (agenda, &first_utc, &new_last_utc);
  if (last_utc == PLANNER_TIME_UNKNOWN || first_utc == PLANNER_TIME_UNKNOWN || first_utc <= last_utc)
    return FALSE;

  old_guids = collect_guids (old_agenda);
  guids = collect_guids (agenda);
  if (g_hash_table_size (old_guids) == 0 || g_hash_table_size (guids) == 0)
    return first_utc - last_utc >= HALF_YEAR_S;

  return count_common (old_guids, guids) == 0;
}

/**
 * planner_agenda_is_same_conference:
 *
 * Returns: whether the agendas are of one conference, such as a schedule that is published at two addresses: at least half of
 *   the guids of the one with fewer guids are those of the other
 */
gboolean
planner_agenda_is_same_conference (const PlannerAgenda *a, const PlannerAgenda *b)
{
  g_autoptr (GHashTable) guids_a = NULL;
  g_autoptr (GHashTable) guids_b = NULL;
  guint n_common;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  guids_a = collect_guids (a);
  guids_b = collect_guids (b);
  n_common = count_common (guids_a, guids_b);

  return n_common > 0 && 2 * n_common >= MIN (g_hash_table_size (guids_a), g_hash_table_size (guids_b));
}

static GPtrArray *
match_nothing (const PlannerAgenda *old_agenda)
{
  GPtrArray *sessions = g_ptr_array_new ();

  g_ptr_array_set_size (sessions, (int) old_agenda->sessions->len);

  return sessions;
}

/**
 * planner_match_agendas:
 * @old_agenda: an edition
 * @agenda: the next edition
 *
 * Returns: (transfer container) (element-type PlannerSession) (nullable elements): for each session of @old_agenda the
 *   same session in @agenda, or %NULL; see planner_match_identities(). If @agenda is of another conference, all are %NULL;
 *   see planner_agenda_is_replaced().
 */
GPtrArray *
planner_match_agendas (const PlannerAgenda *old_agenda, const PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GPtrArray) offered = NULL;

  g_return_val_if_fail (old_agenda != NULL && agenda != NULL, NULL);

  if (planner_agenda_is_replaced (old_agenda, agenda))
    return match_nothing (old_agenda);

  wanted = list_facts (old_agenda->sessions);
  offered = list_facts (agenda->sessions);

  return match (wanted, offered);
}

/**
 * planner_agenda_match_list_new:
 *
 * Returns: (transfer container) (element-type PlannerSession): the sessions of the new edition that the old one lacks
 */
GPtrArray *
planner_agenda_match_list_new (const PlannerAgendaMatch *match)
{
  g_autofree gboolean *taken = NULL;
  GPtrArray *fresh;

  g_return_val_if_fail (match != NULL, NULL);

  fresh = g_ptr_array_new ();
  taken = g_new0 (gboolean, match->agenda->sessions->len);
  for (guint i = 0; i < match->successors->len; i++)
    if (g_ptr_array_index (match->successors, i))
      taken[((const PlannerSession *) g_ptr_array_index (match->successors, i))->position] = TRUE;
  for (guint i = 0; i < match->agenda->sessions->len; i++)
    if (!taken[i])
      g_ptr_array_add (fresh, (gpointer) planner_agenda_get_session (match->agenda, i));

  return fresh;
}
