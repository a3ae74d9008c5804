/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-lists.h"

#include "plan/planner-moment.h"
#include "plan/planner-query.h"

#include <string.h>

struct _PlannerSessionLists
{
  GObject parent_instance;

  GtkFilterListModel *scoped; /* owned: entries of the scope */
  GtkSortListModel *browsed;  /* owned: the scoped entries, sorted into sections */
  PlannerGradualModel *shown; /* owned: the browsed entries, added gradually */
  GtkFilterListModel *found;  /* owned: the scoped entries that match the search */
  GtkSortListModel *ranked;   /* owned: the found entries, best match first */
  gboolean searching;
};

G_DEFINE_FINAL_TYPE (PlannerSessionLists, planner_session_lists, G_TYPE_OBJECT)

static gint64
get_start (PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);

  return planner_session_has_time (session) ? session->start_utc : G_MAXINT64;
}

/* Unknown days sort after all days, and unknown times after all times of their day. */
static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *day_a = planner_entry_get_day ((PlannerEntry *) a)->date;
  const char *day_b = planner_entry_get_day ((PlannerEntry *) b)->date;
  const gint64 start_a = get_start ((PlannerEntry *) a);
  const gint64 start_b = get_start ((PlannerEntry *) b);

  if (planner_is_later_day (day_a, day_b))
    return 1;
  if (planner_is_later_day (day_b, day_a))
    return -1;

  return (start_a > start_b) - (start_a < start_b);
}

static gboolean
is_in_forum (gpointer item, gpointer user_data)
{
  const PlannerForum *forum = planner_entry_get_session (item)->forum;

  return forum && g_str_equal (forum->name, user_data);
}

static gboolean
is_match (gpointer item, gpointer user_data)
{
  return planner_query_rank (user_data, planner_entry_get_session (item)) > 0;
}

static guint
get_rank (PlannerEntry *entry, gpointer user_data)
{
  return planner_query_rank (user_data, planner_entry_get_session (entry));
}

static void
free_query (gpointer query, GClosure *closure)
{
  planner_query_free (query);
}

static GtkSorter *
make_rank_sorter (const char *text)
{
  GtkExpression *rank = gtk_cclosure_expression_new (G_TYPE_UINT, NULL, 0, NULL, G_CALLBACK (get_rank),
                                                     planner_query_new (text), free_query);
  GtkNumericSorter *sorter = gtk_numeric_sorter_new (rank);

  gtk_numeric_sorter_set_sort_order (sorter, GTK_SORT_DESCENDING);

  return GTK_SORTER (sorter);
}

static void
planner_session_lists_dispose (GObject *object)
{
  PlannerSessionLists *self = PLANNER_SESSION_LISTS (object);

  g_clear_object (&self->ranked);
  g_clear_object (&self->found);
  g_clear_object (&self->shown);
  g_clear_object (&self->browsed);
  g_clear_object (&self->scoped);

  G_OBJECT_CLASS (planner_session_lists_parent_class)->dispose (object);
}

static void
planner_session_lists_class_init (PlannerSessionListsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_session_lists_dispose;
}

static void
planner_session_lists_init (PlannerSessionLists *self)
{
  g_autoptr (GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));

  self->scoped = gtk_filter_list_model_new (NULL, NULL);
  self->browsed = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->scoped)), NULL);
  gtk_sort_list_model_set_section_sorter (self->browsed, sections);
  self->shown = planner_gradual_model_new (G_LIST_MODEL (self->browsed));
  self->found = gtk_filter_list_model_new (NULL, NULL);
  self->ranked = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), NULL);
}

PlannerSessionLists *
planner_session_lists_new (void)
{
  return g_object_new (PLANNER_TYPE_SESSION_LISTS, NULL);
}

/**
 * planner_session_lists_get_browsed:
 *
 * Returns: (transfer none): the entries by day and start, with a section for each start
 */
GListModel *
planner_session_lists_get_browsed (PlannerSessionLists *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_LISTS (self), NULL);

  return G_LIST_MODEL (self->browsed);
}

/**
 * planner_session_lists_get_shown:
 *
 * Returns: (transfer none): the entries by day and start, a few at a time
 */
PlannerGradualModel *
planner_session_lists_get_shown (PlannerSessionLists *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_LISTS (self), NULL);

  return self->shown;
}

/**
 * planner_session_lists_get_ranked:
 *
 * Returns: (transfer none): the entries that match the search, best match first
 */
GListModel *
planner_session_lists_get_ranked (PlannerSessionLists *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_LISTS (self), NULL);

  return G_LIST_MODEL (self->ranked);
}

/**
 * planner_session_lists_set_scope:
 * @entries: (nullable): a model of #PlannerEntry
 * @forum_name: (nullable): the forum to show; %NULL for all forums
 */
void
planner_session_lists_set_scope (PlannerSessionLists *self, GListModel *entries, const char *forum_name)
{
  g_autoptr (GtkFilter) filter = NULL;

  g_return_if_fail (PLANNER_IS_SESSION_LISTS (self));

  if (forum_name)
    filter = GTK_FILTER (gtk_custom_filter_new (is_in_forum, g_strdup (forum_name), g_free));

  /* Unset the model first, so that nothing is filtered or sorted twice. */
  gtk_filter_list_model_set_model (self->scoped, NULL);
  gtk_filter_list_model_set_filter (self->scoped, filter);
  gtk_filter_list_model_set_model (self->scoped, entries);
}

/**
 * planner_session_lists_search:
 * @text: the text to search for; the search ends if it contains no word
 */
void
planner_session_lists_search (PlannerSessionLists *self, const char *text)
{
  g_autoptr (PlannerQuery) query = NULL;
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GtkFilter) filter = NULL;

  g_return_if_fail (PLANNER_IS_SESSION_LISTS (self));

  query = planner_query_new (text);
  self->searching = !planner_query_is_empty (query);
  gtk_sort_list_model_set_sorter (self->ranked, NULL);
  if (self->searching)
    {
      sorter = make_rank_sorter (text);
      filter = GTK_FILTER (
          gtk_custom_filter_new (is_match, g_steal_pointer (&query), (GDestroyNotify) planner_query_free));
    }
  gtk_filter_list_model_set_filter (self->found, filter);
  gtk_filter_list_model_set_model (self->found, self->searching ? G_LIST_MODEL (self->scoped) : NULL);
  gtk_sort_list_model_set_sorter (self->ranked, sorter);
}

gboolean
planner_session_lists_is_searching (PlannerSessionLists *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_LISTS (self), FALSE);

  return self->searching;
}

/**
 * planner_session_lists_find_present:
 * @now_utc: the current time in seconds since the epoch
 *
 * Returns: the position in the browsed list at which it shows the present: the first session that is to come or has just
 *   started, else the last one that runs, else the last one that is over; %GTK_INVALID_LIST_POSITION if it has no times
 */
guint
planner_session_lists_find_present (PlannerSessionLists *self, gint64 now_utc)
{
  GListModel *model = planner_session_lists_get_browsed (self);
  guint running = GTK_INVALID_LIST_POSITION, over = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, i);
      const PlannerSession *session = planner_entry_get_session (entry);
      const PlannerMoment phase = planner_session_get_moment (session, now_utc);

      if (planner_session_is_present (session, now_utc))
        return i;
      if (phase == PLANNER_MOMENT_RUNNING)
        running = i;
      else if (phase == PLANNER_MOMENT_OVER)
        over = i;
    }

  return running != GTK_INVALID_LIST_POSITION ? running : over;
}

/**
 * planner_session_lists_compare_sections:
 *
 * Returns: below, equal to or above 0 as the section of @a is before, equal to or after that of @b in the browsed list
 */
int
planner_session_lists_compare_sections (PlannerEntry *a, PlannerEntry *b)
{
  return compare_sections (a, b, NULL);
}

/**
 * planner_is_later_day:
 * @a: a date as in #PlannerDay
 * @b: a date as in #PlannerDay
 *
 * Returns: whether @a is later than @b; the unknown day, "", is later than all others
 */
gboolean
planner_is_later_day (const char *a, const char *b)
{
  if (!*a || !*b)
    return !*a && *b;

  return strcmp (a, b) > 0;
}
