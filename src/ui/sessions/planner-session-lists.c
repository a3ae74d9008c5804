/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-session-lists.h"

#include "plan/planner-moment.h"
#include <string.h>

struct _PlannerSessionLists
{
  GObject parent_instance;

  GtkFilterListModel *scoped;   /* owned: entries of the scope */
  GtkSortListModel *browsed;    /* owned: the scoped entries, sorted into sections */
  PlannerGradualModel *shown;   /* owned: the browsed entries, added gradually */
  PlannerSearchResults *ranked; /* owned: the scoped entries that match the search, best match first */
  PlannerGradualModel *found;   /* owned: the ranked entries, added gradually */
  GtkFilterListModel *current; /* owned, without a filter: the ranked entries in a search, else the browsed */
  PlannerQuery *query;         /* owned, nullable: the search */
  char *forum_name;            /* owned, nullable: of the scope */
  PlannerFilter *filter;       /* owned, nullable, never empty */
  gint64 now_utc;              /* in seconds since the epoch, or PLANNER_TIME_UNKNOWN */
};

G_DEFINE_FINAL_TYPE (PlannerSessionLists, planner_session_lists, G_TYPE_OBJECT)

typedef enum
{
  PROP_QUERY = 1,
} PlannerSessionListsProperty;

static GParamSpec *properties[PROP_QUERY + 1];

/* Unknown days sort after all days, and unknown times after all times of their day. */
static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *day_a = planner_entry_get_day ((PlannerEntry *) a)->date;
  const char *day_b = planner_entry_get_day ((PlannerEntry *) b)->date;

  if (planner_is_later_day (day_a, day_b))
    return 1;
  if (planner_is_later_day (day_b, day_a))
    return -1;

  return planner_time_compare (planner_entry_get_session ((PlannerEntry *) a)->start_utc,
                               planner_entry_get_session ((PlannerEntry *) b)->start_utc);
}

typedef struct
{
  char *forum_name;      /* owned, nullable */
  PlannerFilter *filter; /* owned, nullable */
  gint64 now_utc;
} Scope;

static void
scope_free (gpointer data)
{
  Scope *scope = data;

  g_free (scope->forum_name);
  g_clear_pointer (&scope->filter, planner_filter_free);
  g_free (scope);
}

static gboolean
is_in_forum (const char *name, const PlannerForum *forum)
{
  return !name || (forum && g_str_equal (forum->name, name));
}

static gboolean
is_in_scope (gpointer item, gpointer user_data)
{
  const Scope *scope = user_data;
  const PlannerSession *session = planner_entry_get_session (item);

  return is_in_forum (scope->forum_name, session->forum) &&
         (!scope->filter || planner_filter_matches (scope->filter, planner_entry_get_agenda (item), session,
                                                    planner_entry_get_starred (item), scope->now_utc));
}

static void
planner_session_lists_dispose (GObject *object)
{
  PlannerSessionLists *self = PLANNER_SESSION_LISTS (object);

  g_clear_object (&self->current);
  g_clear_object (&self->found);
  g_clear_object (&self->ranked);
  g_clear_object (&self->shown);
  g_clear_object (&self->browsed);
  g_clear_object (&self->scoped);
  g_clear_pointer (&self->query, planner_query_unref);
  g_clear_pointer (&self->filter, planner_filter_free);
  g_clear_pointer (&self->forum_name, g_free);

  G_OBJECT_CLASS (planner_session_lists_parent_class)->dispose (object);
}

static void
planner_session_lists_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerSessionLists *self = PLANNER_SESSION_LISTS (object);

  switch ((PlannerSessionListsProperty) id)
    {
    case PROP_QUERY:
      g_value_set_boxed (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_session_lists_class_init (PlannerSessionListsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_session_lists_get_property;
  object_class->dispose = planner_session_lists_dispose;

  properties[PROP_QUERY] =
      g_param_spec_boxed ("query", NULL, NULL, PLANNER_TYPE_QUERY,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_session_lists_init (PlannerSessionLists *self)
{
  g_autoptr (GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));

  self->now_utc = PLANNER_TIME_UNKNOWN;
  self->scoped = gtk_filter_list_model_new (NULL, NULL);
  self->browsed = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->scoped)), NULL);
  gtk_sort_list_model_set_section_sorter (self->browsed, sections);
  self->shown = planner_gradual_model_new (G_LIST_MODEL (self->browsed));
  self->ranked = planner_search_results_new (G_LIST_MODEL (self->scoped));
  self->found = planner_gradual_model_new (G_LIST_MODEL (self->ranked));
  self->current = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->browsed)), NULL);
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
 * planner_session_lists_get_found:
 *
 * Returns: (transfer none): the entries that match the search, best match first, a few at a time
 */
PlannerGradualModel *
planner_session_lists_get_found (PlannerSessionLists *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_LISTS (self), NULL);

  return self->found;
}

/**
 * planner_session_lists_get_current:
 *
 * Returns: (transfer none): a model that has the entries that match the search while there is one, and else all entries
 */
GListModel *
planner_session_lists_get_current (PlannerSessionLists *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_LISTS (self), NULL);

  return G_LIST_MODEL (self->current);
}

static GtkFilter *
make_filter (PlannerSessionLists *self)
{
  Scope *scope;

  if (!self->forum_name && !self->filter)
    return NULL;

  scope = g_new0 (Scope, 1);
  scope->forum_name = g_strdup (self->forum_name);
  scope->filter = self->filter ? planner_filter_copy (self->filter) : NULL;
  scope->now_utc = self->now_utc;

  return GTK_FILTER (gtk_custom_filter_new (is_in_scope, scope, scope_free));
}

static void
update_filter (PlannerSessionLists *self)
{
  g_autoptr (GtkFilter) filter = make_filter (self);

  gtk_filter_list_model_set_filter (self->scoped, filter);
}

static void
filter_again (PlannerSessionLists *self)
{
  update_filter (self);
  planner_search_results_update (self->ranked);
}

/**
 * planner_session_lists_set_scope:
 * @entries: (nullable): a model of #PlannerEntry
 * @forum_name: (nullable): the forum to show; %NULL for all forums
 */
void
planner_session_lists_set_scope (PlannerSessionLists *self, GListModel *entries, const char *forum_name)
{
  g_return_if_fail (PLANNER_IS_SESSION_LISTS (self));

  g_set_str (&self->forum_name, forum_name);
  /* Unset the model first, so that nothing is filtered or sorted twice. */
  gtk_filter_list_model_set_model (self->scoped, NULL);
  update_filter (self);
  gtk_filter_list_model_set_model (self->scoped, entries);
  planner_search_results_update (self->ranked);
}

/**
 * planner_session_lists_set_filter:
 * @filter: (nullable): which sessions of the scope to show
 */
void
planner_session_lists_set_filter (PlannerSessionLists *self, const PlannerFilter *filter)
{
  g_return_if_fail (PLANNER_IS_SESSION_LISTS (self));

  g_clear_pointer (&self->filter, planner_filter_free);
  self->filter = filter && !planner_filter_is_empty (filter) ? planner_filter_copy (filter) : NULL;
  filter_again (self);
}

/**
 * planner_session_lists_set_now:
 * @now_utc: the current time in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 */
void
planner_session_lists_set_now (PlannerSessionLists *self, gint64 now_utc)
{
  g_return_if_fail (PLANNER_IS_SESSION_LISTS (self));

  self->now_utc = now_utc;
  planner_search_results_set_now (self->ranked, now_utc);
  if (self->filter && self->filter->to_come)
    filter_again (self);
}

/**
 * planner_session_lists_stars_changed:
 *
 * Call it when stars have changed. A filter may depend on them.
 */
void
planner_session_lists_stars_changed (PlannerSessionLists *self)
{
  g_return_if_fail (PLANNER_IS_SESSION_LISTS (self));

  if (self->filter && self->filter->starred)
    filter_again (self);
}

/**
 * planner_session_lists_search:
 * @text: the text to search for; the search ends if it contains no word
 */
void
planner_session_lists_search (PlannerSessionLists *self, const char *text)
{
  g_autoptr (PlannerQuery) query = NULL;

  g_return_if_fail (PLANNER_IS_SESSION_LISTS (self));

  query = planner_query_new (text);
  if (planner_query_is_empty (query))
    g_clear_pointer (&query, planner_query_unref);
  if (!query && !self->query)
    return;

  /* The search starts when its results are there and ends before they go, so that the page never shows that there are none. */
  if (!query)
    {
      g_clear_pointer (&self->query, planner_query_unref);
      gtk_filter_list_model_set_model (self->current, G_LIST_MODEL (self->browsed));
    }
  planner_search_results_search (self->ranked, query);
  if (query)
    gtk_filter_list_model_set_model (self->current, G_LIST_MODEL (self->ranked));
  planner_gradual_model_show_first (self->found);
  g_clear_pointer (&self->query, planner_query_unref);
  self->query = g_steal_pointer (&query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

gboolean
planner_session_lists_is_searching (PlannerSessionLists *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_LISTS (self), FALSE);

  return self->query != NULL;
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
