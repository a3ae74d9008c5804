/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds sessions of an earlier edition again. A feed's ids may repeat, be given anew on each export or pass from one
 * session to another, so no field is believed alone unless it is meant to be unique for ever.
 */

#include "plan/planner-identity.h"

#include "model/planner-fold.h"

/* What one side of the comparison is known by; title and speakers are folded when they are first needed. */
typedef struct
{
  const char *guid;         /* borrowed, nullable */
  const char *id;           /* borrowed, nullable */
  const char *code;         /* borrowed, nullable */
  const char *slug;         /* borrowed, nullable */
  const char *raw_title;    /* borrowed, nullable */
  const char *raw_speakers; /* borrowed, nullable */
  char *title;              /* owned, nullable */
  char *speakers;           /* owned, nullable */
  gint64 start_utc;
  const PlannerSession *session; /* borrowed; NULL for what is searched for */
  gboolean matched;
} Facts;

/* Those of both sides that share one key. */
typedef struct
{
  GPtrArray *wanted;  /* of borrowed Facts */
  GPtrArray *offered; /* of borrowed Facts */
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

/* The first variant, which does not depend on who reads. */
static const char *
get_own_text (const PlannerText *text)
{
  return text->variants ? text->variants[1] : NULL;
}

static char *
join_speakers (const PlannerSession *session)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < session->n_speakers; i++)
    {
      const char *name = get_own_text (&session->speakers[i]->name);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name ? name : session->speakers[i]->id);
    }

  return g_string_free_and_steal (names);
}

static const char *
get_title (Facts *facts)
{
  if (!facts->title)
    facts->title = planner_fold (facts->raw_title ? facts->raw_title : "");

  return facts->title;
}

static const char *
get_speakers (Facts *facts)
{
  if (!facts->speakers)
    {
      g_autofree char *joined = facts->session ? join_speakers (facts->session) : NULL;
      const char *raw = joined ? joined : facts->raw_speakers;

      facts->speakers = planner_fold (raw ? raw : "");
    }

  return facts->speakers;
}

static char *
key_of_guid (Facts *facts)
{
  return g_strdup (facts->guid);
}

static char *
key_of_code (Facts *facts)
{
  return g_strdup (facts->code);
}

static char *
key_of_slug (Facts *facts)
{
  return g_strdup (facts->slug);
}

static char *
key_of_id_and_title (Facts *facts)
{
  return facts->id && *get_title (facts) ? g_strconcat (facts->id, "\n", get_title (facts), NULL) : NULL;
}

static char *
key_of_id_and_speakers (Facts *facts)
{
  return facts->id && *get_speakers (facts) ? g_strconcat (facts->id, "\n", get_speakers (facts), NULL)
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
  if (!*get_title (facts) || facts->start_utc == PLANNER_TIME_UNKNOWN)
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", facts->start_utc, get_title (facts));
}

static Facts *
facts_new_from_identity (const PlannerIdentity *identity)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->guid = identity->guid;
  facts->id = identity->id;
  facts->code = identity->code;
  facts->slug = identity->slug;
  facts->raw_title = identity->title;
  facts->raw_speakers = identity->speakers;
  facts->start_utc = identity->start_utc;

  return facts;
}

static Facts *
facts_new_from_session (const PlannerSession *session)
{
  Facts *facts = g_new0 (Facts, 1);

  facts->guid = session->guid;
  facts->id = session->id;
  facts->code = session->code;
  facts->slug = session->slug;
  facts->raw_title = get_own_text (&session->title);
  facts->start_utc = session->start_utc;
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
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) group_free);

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

  return (first->start_utc > second->start_utc) - (first->start_utc < second->start_utc);
}

static void
match (Facts *wanted, Facts *offered)
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

/* How many of @sorted have the start of the one at @index, which is the first that has it. */
static guint
count_same_start (GPtrArray *sorted, guint index)
{
  guint n = 1;

  while (index + n < sorted->len &&
         get_facts (sorted, index + n)->start_utc == get_facts (sorted, index)->start_utc)
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

      if (wanted->start_utc == offered->start_utc && n_wanted == 1 && n_offered == 1)
        match (wanted, offered);
      i += wanted->start_utc <= offered->start_utc ? n_wanted : 0;
      j += offered->start_utc <= wanted->start_utc ? n_offered : 0;
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

/* First those that have not moved, then the last one, if nothing else is left on either side. */
static void
match_group (Group *group)
{
  g_ptr_array_sort (group->wanted, compare_starts);
  g_ptr_array_sort (group->offered, compare_starts);
  match_equal_starts (group);
  remove_matched (group->wanted);
  remove_matched (group->offered);

  if (group->wanted->len == 1 && group->offered->len == 1)
    match (get_facts (group->wanted, 0), get_facts (group->offered, 0));
}

static guint64
get_distance (const Facts *a, const Facts *b)
{
  return a->start_utc > b->start_utc ? (guint64) a->start_utc - (guint64) b->start_utc
                                     : (guint64) b->start_utc - (guint64) a->start_utc;
}

/* Repeats of one session that moved: in order, each to the nearest that leaves enough for those after it. */
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
      match (wanted, get_facts (group->offered, j++));
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
 * planner_identity_new:
 * @session: a session
 *
 * Returns: (transfer full): what @session is found again by, in the feed's own language
 */
PlannerIdentity *
planner_identity_new (const PlannerSession *session)
{
  PlannerIdentity *identity = g_new0 (PlannerIdentity, 1);

  identity->key = g_strdup (session->key);
  identity->guid = g_strdup (session->guid);
  identity->id = g_strdup (session->id);
  identity->code = g_strdup (session->code);
  identity->slug = g_strdup (session->slug);
  identity->title = g_strdup (get_own_text (&session->title));
  identity->speakers = join_speakers (session);
  identity->start_utc = session->start_utc;

  return identity;
}

PlannerIdentity *
planner_identity_copy (const PlannerIdentity *identity)
{
  PlannerIdentity *copy = g_new0 (PlannerIdentity, 1);

  copy->key = g_strdup (identity->key);
  copy->guid = g_strdup (identity->guid);
  copy->id = g_strdup (identity->id);
  copy->code = g_strdup (identity->code);
  copy->slug = g_strdup (identity->slug);
  copy->title = g_strdup (identity->title);
  copy->speakers = g_strdup (identity->speakers);
  copy->start_utc = identity->start_utc;

  return copy;
}

void
planner_identity_free (PlannerIdentity *identity)
{
  g_free (identity->key);
  g_free (identity->guid);
  g_free (identity->id);
  g_free (identity->code);
  g_free (identity->slug);
  g_free (identity->title);
  g_free (identity->speakers);
  g_free (identity);
}

/**
 * planner_identities_match_sessions:
 * @identities: (element-type PlannerIdentity): sessions of earlier editions
 * @sessions: (element-type PlannerSession): of the new edition
 *
 * Each session is given to one identity at most. In order, for what is still open on both sides:
 *
 * 1. guid;
 * 2. code, pretalx's submission;
 * 3. id and title: an id alone may be another session's after a renumbering;
 * 4. slug;
 * 5. title and speakers;
 * 6. id and speakers: the title was changed;
 * 7. title and start: the speakers were changed;
 * 8. guid once more: the repeats of one session have moved, each goes to the nearest.
 *
 * Where several share what is looked at, those with the start unchanged are matched, then the one left, if only one
 * is left on either side. The key is not looked at: equal keys in two editions may name two sessions.
 *
 * Returns: (transfer full) (element-type PlannerSession): as many as @identities, each the session found, borrowed
 *   from @sessions, or %NULL
 */
GPtrArray *
planner_identities_match_sessions (GPtrArray *identities, GPtrArray *sessions)
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

  for (guint i = 0; i < identities->len; i++)
    g_ptr_array_add (wanted, facts_new_from_identity (g_ptr_array_index (identities, i)));
  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (offered, facts_new_from_session (g_ptr_array_index (sessions, i)));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    match_by (wanted, offered, keys[i], match_group);
  match_by (wanted, offered, key_of_guid, match_nearest);

  return collect_sessions (wanted);
}

/**
 * planner_identities_match:
 * @agenda: the new edition
 *
 * planner_identities_match_sessions() with all sessions of @agenda.
 */
GPtrArray *
planner_identities_match (GPtrArray *identities, const PlannerAgenda *agenda)
{
  return planner_identities_match_sessions (identities, agenda->sessions);
}
