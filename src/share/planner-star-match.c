/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the sessions of shared stars in an agenda. */

#include "share/planner-star-match.h"

#include "model/planner-fold.h"
#include "model/planner-string-table.h"
#include "plan/planner-matching.h"

#include <string.h>

/* A property by which stars and sessions are compared. Both functions return a new string or NULL. */
typedef struct
{
  char *(*key_of_star) (const PlannerSharedStar *star);
  char *(*key_of_session) (const PlannerSession *session);
} Criterion;

static char *
hash_of_star (const PlannerSharedStar *star)
{
  return star->has_hash ? g_strdup_printf ("%08x", star->hash) : NULL;
}

static char *
hash_of_session (const PlannerSession *session)
{
  return g_strdup_printf ("%08x", planner_star_hash (session->key));
}

/* Programs differ in the scheme and in the slash at the end. */
static char *
normalize_url (const char *url)
{
  const char *rest = url ? strstr (url, "://") : NULL;
  gsize length = rest ? strlen (rest) : 0;

  while (length > 0 && rest[length - 1] == '/')
    length--;

  return length > 0 ? g_strndup (rest, length) : NULL;
}

static char *
url_of_star (const PlannerSharedStar *star)
{
  return normalize_url (star->url);
}

static char *
url_of_session (const PlannerSession *session)
{
  return normalize_url (session->url);
}

/* With a title, an id alone is not enough, because an id may belong to another session after renumbering. */
static char *
id_of_star (const PlannerSharedStar *star)
{
  return star->identity->title ? NULL : g_strdup (star->identity->id);
}

static char *
id_of_session (const PlannerSession *session)
{
  return g_strdup (session->id);
}

static char *
title_of_star (const PlannerSharedStar *star)
{
  return star->identity->title ? planner_fold (star->identity->title) : NULL;
}

static char *
title_of_session (const PlannerSession *session)
{
  return planner_fold (planner_identity_borrow (session).title);
}

static char *
add_start (const char *key, gint64 start_utc)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", start_utc, key);
}

/* An ambiguous key has NULL as its value. */
static void
add_to_index (GHashTable *index, char *key, const PlannerSession *session)
{
  g_hash_table_insert (index, key, g_hash_table_contains (index, key) ? NULL : (gpointer) session);
}

static GHashTable *
index_sessions (const PlannerAgenda *agenda, const Criterion *criterion)
{
  GHashTable *index = planner_string_table_new (g_free, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      char *key = criterion->key_of_session (session);

      if (!key)
        continue;
      add_to_index (index, add_start (key, session->start_utc), session);
      add_to_index (index, key, session);
    }

  return index;
}

/* Among several sessions with the same key, the start decides. */
static const PlannerSession *
find_in_index (GHashTable *index, const char *key, gint64 start_utc)
{
  g_autofree char *with_start = add_start (key, start_utc);
  const PlannerSession *session = g_hash_table_lookup (index, with_start);

  return session ? session : g_hash_table_lookup (index, key);
}

static gboolean
has_key (const PlannerSharedStars *stars, GPtrArray *sessions, const Criterion *criterion)
{
  for (guint i = 0; i < stars->stars->len; i++)
    {
      g_autofree char *key =
          sessions->pdata[i] ? NULL : criterion->key_of_star (g_ptr_array_index (stars->stars, i));

      if (key)
        return TRUE;
    }

  return FALSE;
}

static void
match_by (const PlannerSharedStars *stars,
          const PlannerAgenda *agenda,
          const Criterion *criterion,
          GPtrArray *sessions)
{
  g_autoptr (GHashTable) index = NULL;

  if (!has_key (stars, sessions, criterion))
    return;
  index = index_sessions (agenda, criterion);
  for (guint i = 0; i < stars->stars->len; i++)
    {
      const PlannerSharedStar *star = g_ptr_array_index (stars->stars, i);
      g_autofree char *key = sessions->pdata[i] ? NULL : criterion->key_of_star (star);

      if (key)
        sessions->pdata[i] = (gpointer) find_in_index (index, key, star->identity->start_utc);
    }
}

static GPtrArray *
match_identities (const PlannerSharedStars *stars, const PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new ();

  for (guint i = 0; i < stars->stars->len; i++)
    {
      const PlannerSharedStar *star = g_ptr_array_index (stars->stars, i);

      g_ptr_array_add (identities, star->identity);
    }

  return planner_match_identities (identities, agenda->sessions);
}

/**
 * planner_shared_stars_match:
 *
 * Finds each star by what identifies a session in planner_match_identities(), then by its hash, its address, its id if
 * nothing else is known, or its title. A criterion that several sessions meet is ignored, unless only one of them has the
 * same start.
 *
 * Returns: (transfer container) (element-type PlannerSession) (nullable elements): for each star its session, borrowed from
 *   @agenda, or %NULL
 */
GPtrArray *
planner_shared_stars_match (const PlannerSharedStars *stars, const PlannerAgenda *agenda)
{
  static const Criterion criteria[] = {
    { hash_of_star, hash_of_session },
    { url_of_star, url_of_session },
    { id_of_star, id_of_session },
    { title_of_star, title_of_session },
  };
  GPtrArray *sessions;

  g_return_val_if_fail (stars != NULL && agenda != NULL, NULL);

  sessions = match_identities (stars, agenda);
  for (guint i = 0; i < G_N_ELEMENTS (criteria); i++)
    match_by (stars, agenda, &criteria[i], sessions);

  return sessions;
}
