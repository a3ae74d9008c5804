/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the sessions of an earlier edition in a new one. In some schedules ids repeat, change with each export or pass from
 * one session to another. Therefore a field counts alone only if it is meant to be unique for ever.
 */

#include "plan/planner-matching.h"

#include "model/planner-fold.h"
#include "model/planner-string-table.h"

#define HALF_YEAR_S (G_GINT64_CONSTANT (182) * 24 * 60 * 60)

/* One side of the comparison. Title and speakers are folded when they are first needed. */
typedef struct
{
  PlannerIdentity identity;      /* its texts are borrowed; without speakers if there is a session */
  char *title;                   /* owned, nullable */
  char *speakers;                /* owned, nullable */
  const PlannerSession *session; /* borrowed, nullable */
  gboolean matched;
} Facts;

/* The facts of both sides that have the same key. */
typedef struct
{
  GPtrArray *wanted;  /* owned, of borrowed Facts */
  GPtrArray *offered; /* owned, of borrowed Facts */
} Group;

typedef char *(*KeyFunc) (Facts *facts);

static void
facts_free (Facts *facts)
{
  g_free (facts->title);
  g_free (facts->speakers);
  g_free (facts);
}

static void
group_free (Group *group)
{
  g_ptr_array_unref (group->wanted);
  g_ptr_array_unref (group->offered);
  g_free (group);
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

static char *
key_of_guid (Facts *facts)
{
  return g_strdup (facts->identity.guid);
}

static char *
key_of_code (Facts *facts)
{
  return g_strdup (facts->identity.code);
}

static char *
key_of_slug (Facts *facts)
{
  return g_strdup (facts->identity.slug);
}

static char *
key_of_id_and_title (Facts *facts)
{
  return facts->identity.id && *get_title (facts)
             ? g_strconcat (facts->identity.id, "\n", get_title (facts), NULL)
             : NULL;
}

static char *
key_of_id_and_speakers (Facts *facts)
{
  return facts->identity.id && *get_speakers (facts)
             ? g_strconcat (facts->identity.id, "\n", get_speakers (facts), NULL)
             : NULL;
}

static char *
key_of_title_and_speakers (Facts *facts)
{
  return *get_title (facts) ? g_strconcat (get_title (facts), "\n", get_speakers (facts), NULL) : NULL;
}

static char *
key_of_title_and_start (Facts *facts)
{
  if (!*get_title (facts) || facts->identity.start_utc == PLANNER_TIME_UNKNOWN)
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", facts->identity.start_utc, get_title (facts));
}

static Facts *
facts_new (PlannerIdentity identity, const PlannerSession *session)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->identity = identity;
  facts->session = session;

  return facts;
}

static Group *
ensure_group (GHashTable *groups, char *key)
{
  Group *group = g_hash_table_lookup (groups, key);

  if (group)
    {
      g_free (key);
      return group;
    }

  group = g_new0 (Group, 1);
  group->wanted = g_ptr_array_new ();
  group->offered = g_ptr_array_new ();
  g_hash_table_insert (groups, key, group);

  return group;
}

static GHashTable *
group_by_key (GPtrArray *wanted, GPtrArray *offered, KeyFunc get_key)
{
  GHashTable *groups = planner_string_table_new (g_free, (GDestroyNotify) group_free);

  for (guint i = 0; i < wanted->len; i++)
    {
      Facts *facts = g_ptr_array_index (wanted, i);
      char *key = facts->matched ? NULL : get_key (facts);

      if (key)
        g_ptr_array_add (ensure_group (groups, key)->wanted, facts);
    }
  for (guint i = 0; i < offered->len && g_hash_table_size (groups) > 0; i++)
    {
      Facts *facts = g_ptr_array_index (offered, i);
      g_autofree char *key = facts->matched ? NULL : get_key (facts);
      Group *group = key ? g_hash_table_lookup (groups, key) : NULL;

      if (group)
        g_ptr_array_add (group->offered, facts);
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
  wanted->session = offered->session;
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
match_equal_starts (Group *group)
{
  guint i = 0, j = 0;

  while (i < group->wanted->len && j < group->offered->len)
    {
      Facts *wanted = get_facts (group->wanted, i), *offered = get_facts (group->offered, j);
      const guint n_wanted = count_same_start (group->wanted, i),
                  n_offered = count_same_start (group->offered, j);

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
match_group (Group *group)
{
  g_ptr_array_sort (group->wanted, compare_starts);
  g_ptr_array_sort (group->offered, compare_starts);
  match_equal_starts (group);
  remove_matched (group->wanted);
  remove_matched (group->offered);

  if (group->wanted->len == 1 && group->offered->len == 1)
    match_pair (get_facts (group->wanted, 0), get_facts (group->offered, 0));
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
match_nearest (Group *group)
{
  guint j = 0;

  g_ptr_array_sort (group->wanted, compare_starts);
  g_ptr_array_sort (group->offered, compare_starts);

  for (guint i = 0; i < group->wanted->len && j < group->offered->len; i++)
    {
      Facts *wanted = get_facts (group->wanted, i);
      const guint n_waiting = group->wanted->len - i;

      while (j + n_waiting < group->offered->len && get_distance (wanted, get_facts (group->offered, j + 1)) <
                                                        get_distance (wanted, get_facts (group->offered, j)))
        j++;
      match_pair (wanted, get_facts (group->offered, j++));
    }
}

static void
match_by (GPtrArray *wanted, GPtrArray *offered, KeyFunc get_key, void (*match_func) (Group *group))
{
  g_autoptr (GHashTable) groups = group_by_key (wanted, offered, get_key);
  GHashTableIter iter;
  gpointer group;

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    match_func (group);
}

static GPtrArray *
collect_sessions (GPtrArray *wanted)
{
  GPtrArray *sessions = g_ptr_array_sized_new (wanted->len);

  for (guint i = 0; i < wanted->len; i++)
    g_ptr_array_add (sessions, (gpointer) get_facts (wanted, i)->session);

  return sessions;
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
  static const KeyFunc keys[] = { key_of_guid,
                                  key_of_code,
                                  key_of_id_and_title,
                                  key_of_slug,
                                  key_of_title_and_speakers,
                                  key_of_id_and_speakers,
                                  key_of_title_and_start };
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) facts_free);
  g_autoptr (GPtrArray) offered = g_ptr_array_new_with_free_func ((GDestroyNotify) facts_free);

  g_return_val_if_fail (identities != NULL && sessions != NULL, NULL);

  for (guint i = 0; i < identities->len; i++)
    g_ptr_array_add (wanted, facts_new (*(PlannerIdentity *) g_ptr_array_index (identities, i), NULL));
  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (offered, facts_new (planner_identity_borrow (g_ptr_array_index (sessions, i)),
                                         g_ptr_array_index (sessions, i)));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    match_by (wanted, offered, keys[i], match_group);
  match_by (wanted, offered, key_of_guid, match_nearest);

  return collect_sessions (wanted);
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
 * Organizers publish next year's conference at the address of this year's. It has no guid of the old agenda, and all its
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
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_identity_free);

  g_return_val_if_fail (old_agenda != NULL && agenda != NULL, NULL);

  if (planner_agenda_is_replaced (old_agenda, agenda))
    return match_nothing (old_agenda);

  for (guint i = 0; i < old_agenda->sessions->len; i++)
    g_ptr_array_add (identities, planner_identity_new (planner_agenda_get_session (old_agenda, i)));

  return planner_match_identities (identities, agenda->sessions);
}

/**
 * planner_agenda_match_list_new:
 *
 * Returns: (transfer container) (element-type PlannerSession): the sessions of the new edition that the old one lacks
 */
GPtrArray *
planner_agenda_match_list_new (const PlannerAgendaMatch *match)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  GPtrArray *fresh;

  g_return_val_if_fail (match != NULL, NULL);

  fresh = g_ptr_array_new ();
  for (guint i = 0; i < match->successors->len; i++)
    g_hash_table_add (taken, g_ptr_array_index (match->successors, i));
  for (guint i = 0; i < match->agenda->sessions->len; i++)
    if (!g_hash_table_contains (taken, planner_agenda_get_session (match->agenda, i)))
      g_ptr_array_add (fresh, (gpointer) planner_agenda_get_session (match->agenda, i));

  return fresh;
}
