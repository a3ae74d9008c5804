/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What names each session within its agenda (rules I1, I2), and what it is found by. */

#include "feed/build/planner-feed-builder.h"
#include "text/planner-rich-text.h"

#include "model/planner-fold.h"

#include <string.h>

#define MAX_IDENTITY 200

/* How often each guid, id, code and slug is there. */
typedef struct
{
  GHashTable *guids;
  GHashTable *ids;
  GHashTable *codes;
  GHashTable *slugs;
} Counts;

static void
count (GHashTable *counts, const char *identity)
{
  if (identity)
    g_hash_table_insert (counts, (gpointer) identity,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, identity)) + 1));
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
make_key (const PlannerSession *session, const Counts *counts)
{
  if (is_unique (counts->guids, session->guid))
    return escape (session->guid);
  if (is_usable (session->guid))
    {
      g_autofree char *start = format_start (session);
      g_autofree char *key = g_strconcat (session->guid, "@", start, NULL);

      return escape (key);
    }
  if (is_unique (counts->ids, session->id))
    return escape (session->id);
  if (is_unique (counts->codes, session->code))
    return escape (session->code);
  if (is_unique (counts->slugs, session->slug))
    return escape (session->slug);

  return hash_session (session);
}

/* Even two sessions alike in all are two. Keys are counted, so that many alike cost no more than many others. */
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

static void
count_identities (PlannerBuilder *self, const Counts *counts)
{
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (self->agenda, i);

      count (counts->guids, session->guid);
      count (counts->ids, session->id);
      count (counts->codes, session->code);
      count (counts->slugs, session->slug);
    }
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
 * Names the sessions, in an order of their own: so the order of the file tells no key.
 */
void
planner_builder_make_keys (PlannerBuilder *self)
{
  g_autoptr (GHashTable) guids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) slugs = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  const Counts counts = { guids, ids, codes, slugs };

  count_identities (self, &counts);
  g_ptr_array_extend (sessions, self->agenda->sessions, NULL, NULL);
  g_ptr_array_sort (sessions, compare_sessions);
  for (guint i = 0; i < sessions->len; i++)
    {
      PlannerSession *session = g_ptr_array_index (sessions, i);

      session->key = make_unique (keys, make_key (session, &counts));
      g_hash_table_insert (keys, session->key, GUINT_TO_POINTER (1));
    }
}

static void
append_text (GString *into, const PlannerText *text)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    {
      g_string_append_c (into, '\n');
      g_string_append (into, text->variants[i + 1]);
    }
}

/* Markup is no part of what people look for. */
static void
append_rich_text (GString *into, const PlannerText *text)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    {
      g_autofree char *plain = planner_rich_text_to_plain (text->variants[i + 1]);

      g_string_append_c (into, '\n');
      g_string_append (into, plain);
    }
}

static char *
fold (GString *text)
{
  char *folded = planner_fold (text->str);

  g_string_truncate (text, 0);

  return folded;
}

static gsize
measure_names (const PlannerSession *session)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < session->n_speakers; i++)
    n_bytes += planner_text_measure (&session->speakers[i]->name) +
               planner_text_measure (&session->speakers[i]->role) +
               planner_text_measure (&session->speakers[i]->organisation);
  if (session->forum)
    n_bytes += planner_text_measure (&session->forum->title);
  if (session->room)
    n_bytes += planner_text_measure (&session->room->title);

  return n_bytes;
}

static void
make_search (PlannerSession *session, GString *text)
{
  append_text (text, &session->title);
  append_text (text, &session->subtitle);
  session->search[PLANNER_SEARCH_TITLE] = fold (text);

  for (guint i = 0; i < session->n_speakers; i++)
    {
      append_text (text, &session->speakers[i]->name);
      append_text (text, &session->speakers[i]->role);
      append_text (text, &session->speakers[i]->organisation);
    }
  session->search[PLANNER_SEARCH_SPEAKERS] = fold (text);

  if (session->forum)
    append_text (text, &session->forum->title);
  session->search[PLANNER_SEARCH_FORUM] = fold (text);

  if (session->room)
    append_text (text, &session->room->title);
  session->search[PLANNER_SEARCH_ROOM] = fold (text);

  append_rich_text (text, &session->abstract);
  append_rich_text (text, &session->description);
  session->search[PLANNER_SEARCH_ABSTRACT] = fold (text);
}

/**
 * planner_builder_count_names:
 *
 * Counts the names that sessions share: each session is named and found by them, however often they stand in the feed.
 */
void
planner_builder_count_names (PlannerBuilder *self)
{
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    planner_builder_count_text (self, measure_names (planner_agenda_get_session (self->agenda, i)));
}

/**
 * planner_builder_make_search:
 *
 * Folds what each session is found by, in all the languages of the feed. Stops when cancelled.
 */
void
planner_builder_make_search (PlannerBuilder *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->agenda->sessions->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    make_search (g_ptr_array_index (self->agenda->sessions, i), text);
}
