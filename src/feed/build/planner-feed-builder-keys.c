/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Gives each session a key that identifies it within its agenda and across editions (rules I1, I2). */

#include "feed/build/planner-feed-builder-keys.h"
#include "feed/build/planner-feed-builder-days.h"
#include "model/planner-string-table.h"

#include <string.h>

#define MAX_IDENTITY 200

/* The identities of a session, the best one first. */
static const gsize identities[] = {
  G_STRUCT_OFFSET (PlannerSession, guid),
  G_STRUCT_OFFSET (PlannerSession, id),
  G_STRUCT_OFFSET (PlannerSession, code),
  G_STRUCT_OFFSET (PlannerSession, slug),
};

#define N_IDENTITIES G_N_ELEMENTS (identities)

static const char *
get_identity (const PlannerSession *session, guint i)
{
  return G_STRUCT_MEMBER (char *, session, identities[i]);
}

/* Returns: (transfer full): how many sessions have each value of an identity */
static GHashTable *
count_identity (const PlannerAgenda *agenda, guint number)
{
  GHashTable *counts = planner_string_table_new (NULL, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const char *value = get_identity (planner_agenda_get_session (agenda, i), number);

      if (value)
        g_hash_table_insert (counts, (gpointer) value,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, value)) + 1));
    }

  return counts;
}

static gboolean
is_usable (const char *identity)
{
  return identity && strlen (identity) <= MAX_IDENTITY;
}

static gboolean
is_unique (GHashTable *counts, const char *identity)
{
  return is_usable (identity) && GPOINTER_TO_UINT (g_hash_table_lookup (counts, identity)) == 1;
}

static char *
escape (const char *identity)
{
  return g_uri_escape_string (identity, "@:+,=", FALSE);
}

static char *
format_start (const PlannerSession *session)
{
  g_autoptr (GDateTime) start = NULL;

  if (planner_session_has_time (session))
    start = g_date_time_new_from_unix_utc (session->start_utc);

  return start ? g_date_time_format (start, "%Y%m%dT%H%M%SZ") : g_strdup ("tba");
}

static char *
hash_session (const PlannerSession *session)
{
  g_autofree char *start = format_start (session);
  g_autofree char *text =
      g_strjoin ("\n", session->title.variants[1], start, session->room ? session->room->name : "", NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  return g_strdup_printf ("x%.16s", hash);
}

static char *
make_key (const PlannerSession *session, GHashTable *const counts[N_IDENTITIES])
{
  if (is_unique (counts[0], session->guid))
    return escape (session->guid);
  if (is_usable (session->guid))
    {
      g_autofree char *start = format_start (session);
      g_autofree char *key = g_strconcat (session->guid, "@", start, NULL);

      return escape (key);
    }
  for (guint i = 1; i < N_IDENTITIES; i++)
    if (is_unique (counts[i], get_identity (session, i)))
      return escape (get_identity (session, i));

  return hash_session (session);
}

/* Appends a number to a key that is already used. The table keeps the last number of each key, so that many equal keys do
 * not take quadratic time. */
static char *
make_unique (GHashTable *keys, char *key)
{
  g_autofree char *wanted = key;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (keys, wanted));
  char *numbered = NULL;
  gpointer kept = NULL;

  if (number == 0)
    return g_steal_pointer (&wanted);
  do
    {
      g_free (numbered);
      numbered = g_strdup_printf ("%s~%u", wanted, ++number);
    }
  while (g_hash_table_contains (keys, numbered));
  g_hash_table_lookup_extended (keys, wanted, &kept, NULL);
  g_hash_table_insert (keys, kept, GUINT_TO_POINTER (number));

  return numbered;
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const PlannerSession *const x = *(PlannerSession *const *) a;
  const PlannerSession *const y = *(PlannerSession *const *) b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->start_utc != y->start_utc)
    return x->start_utc < y->start_utc ? -1 : 1;

  return planner_builder_compare_sessions (x, y);
}

/**
 * planner_builder_make_keys:
 *
 * Sets the keys of all sessions. Keys do not depend on the order of the file: sessions are sorted by their contents first.
 */
void
planner_builder_make_keys (PlannerBuilder *self)
{
  g_autoptr (GHashTable) keys = planner_string_table_new (NULL, NULL);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  GHashTable *counts[N_IDENTITIES];

  for (guint i = 0; i < N_IDENTITIES; i++)
    counts[i] = count_identity (self->agenda, i);
  g_ptr_array_extend (sessions, self->agenda->sessions, NULL, NULL);
  g_ptr_array_sort (sessions, compare_sessions);
  for (guint i = 0; i < sessions->len; i++)
    {
      PlannerSession *session = g_ptr_array_index (sessions, i);

      session->key = make_unique (keys, make_key (session, counts));
      g_hash_table_insert (keys, session->key, GUINT_TO_POINTER (1));
    }
  for (guint i = 0; i < N_IDENTITIES; i++)
    g_hash_table_unref (counts[i]);
}
