/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-search-results.h"

#include "library/planner-entry.h"
#include "plan/planner-moment.h"

/* A rank of planner_query_rank() takes so many bits. */
#define RANK_BITS 16

typedef struct
{
  PlannerEntry *entry; /* owned */
  guint order;         /* higher comes first; its last bits are the rank */
  guint position;      /* in the list that was searched */
} Result;

struct _PlannerSearchResults
{
  GObject parent_instance;

  GListModel *entries; /* owned: the list to search */
  PlannerQuery *query; /* owned, nullable */
  GArray *results;     /* owned, of Result, best match first */
  gint64 now_utc;      /* in seconds since the epoch, or PLANNER_TIME_UNKNOWN */
  guint update_idle;
};

static void list_model_iface_init (GListModelInterface *iface);
static void section_model_iface_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannerSearchResults,
                               planner_search_results,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_iface_init))

static const Result *
get_result (GArray *results, guint index)
{
  return &g_array_index (results, Result, index);
}

static void
clear_result (gpointer result)
{
  g_object_unref (((Result *) result)->entry);
}

static GArray *
new_results (void)
{
  GArray *results = g_array_new (FALSE, FALSE, sizeof (Result));

  g_array_set_clear_func (results, clear_result);

  return results;
}

static PlannerQueryPlace
get_place (guint order)
{
  return planner_query_get_place (order & ((1 << RANK_BITS) - 1));
}

/* Among the matches in one place, sessions that are over come last. Then better matches come first. */
static guint
make_order (PlannerSearchResults *self, PlannerEntry *entry, guint rank)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  const guint place = PLANNER_QUERY_PLACE_TIME - get_place (rank);
  const guint to_come = planner_session_get_moment (session, self->now_utc) != PLANNER_MOMENT_OVER;

  return ((place << 1 | to_come) << RANK_BITS) + rank;
}

/* Of results with the same order, those that are earlier in the list that was searched come first. */
static int
compare_results (gconstpointer a, gconstpointer b)
{
  const Result *first = a, *second = b;

  if (first->order != second->order)
    return first->order > second->order ? -1 : 1;

  return (first->position > second->position) - (first->position < second->position);
}

/* @entry: (transfer full)
 * @groups: (element-type guint GArray): the matches of each order, as in the list */
static void
add_match (GHashTable *groups, guint order, PlannerEntry *entry, guint position)
{
  const Result result = { entry, order, position };
  GArray *group = g_hash_table_lookup (groups, GUINT_TO_POINTER (order));

  if (!group)
    {
      group = g_array_new (FALSE, FALSE, sizeof (Result));
      g_hash_table_insert (groups, GUINT_TO_POINTER (order), group);
    }
  g_array_append_val (group, result);
}

static int
compare_orders (gconstpointer a, gconstpointer b)
{
  const guint first = GPOINTER_TO_UINT (*(const gpointer *) a),
              second = GPOINTER_TO_UINT (*(const gpointer *) b);

  return (first < second) - (first > second);
}

/* Returns: (transfer full): the matches of all groups, the best first */
static GArray *
join_groups (GHashTable *groups)
{
  GArray *results = new_results ();
  guint n_orders;
  g_autofree gpointer *orders = g_hash_table_get_keys_as_array (groups, &n_orders);

  qsort (orders, n_orders, sizeof (gpointer), compare_orders);
  for (guint i = 0; i < n_orders; i++)
    {
      const GArray *group = g_hash_table_lookup (groups, orders[i]);

      g_array_append_vals (results, group->data, group->len);
    }

  return results;
}

/* A short word matches most sessions of a large conference, in few orders. Groups take less time than a sort then. */
static GArray *
search_entries (PlannerSearchResults *self)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  const guint n_entries = g_list_model_get_n_items (self->entries);

  for (guint i = 0; i < n_entries; i++)
    {
      PlannerEntry *entry = g_list_model_get_item (self->entries, i);
      const guint rank = planner_entry_rank (entry, self->query);

      if (rank > 0)
        add_match (groups, make_order (self, entry, rank), entry, i);
      else
        g_object_unref (entry);
    }

  return join_groups (groups);
}

static GArray *
search_results (PlannerSearchResults *self)
{
  GArray *results = new_results ();

  for (guint i = 0; i < self->results->len; i++)
    {
      Result result = *get_result (self->results, i);
      const guint rank = planner_entry_rank (result.entry, self->query);

      if (rank == 0)
        continue;

      result.order = make_order (self, result.entry, rank);
      g_object_ref (result.entry);
      g_array_append_val (results, result);
    }
  g_array_sort (results, compare_results);

  return results;
}

static guint
count_same_at_start (GArray *a, GArray *b)
{
  guint n = 0;

  while (n < MIN (a->len, b->len) && get_result (a, n)->entry == get_result (b, n)->entry)
    n++;

  return n;
}

static guint
count_same_at_end (GArray *a, GArray *b, guint max)
{
  guint n = 0;

  while (n < max && get_result (a, a->len - n - 1)->entry == get_result (b, b->len - n - 1)->entry)
    n++;

  return n;
}

/* Views keep the rows of entries at the start and at the end that stay. These may be in other sections than before. */
static void
take_results (PlannerSearchResults *self, GArray *results)
{
  g_autoptr (GArray) before = self->results;
  const guint n_first = count_same_at_start (before, results);
  const guint n_last = count_same_at_end (before, results, MIN (before->len, results->len) - n_first);
  const guint n_removed = before->len - n_first - n_last, n_added = results->len - n_first - n_last;

  self->results = results;
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), n_first, n_removed, n_added);
  if (n_first + n_last > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), 0, results->len);
}

static gboolean
update_cb (gpointer user_data)
{
  PlannerSearchResults *self = user_data;

  self->update_idle = 0;
  planner_search_results_update (self);

  return G_SOURCE_REMOVE;
}

/* A refresh changes a list many times in a row. One update before the next frame is enough. */
static void
entries_changed_cb (PlannerSearchResults *self)
{
  if (self->query && self->update_idle == 0)
    self->update_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* Returns: the index of the first result that matches in @place or in a place after it */
static guint
find_section (PlannerSearchResults *self, guint place)
{
  guint low = 0, high = self->results->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;

      if (get_place (get_result (self->results, middle)->order) < place)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static GType
planner_search_results_get_item_type (GListModel *model)
{
  return PLANNER_TYPE_ENTRY;
}

static guint
planner_search_results_get_n_items (GListModel *model)
{
  return PLANNER_SEARCH_RESULTS (model)->results->len;
}

static gpointer
planner_search_results_get_item (GListModel *model, guint position)
{
  PlannerSearchResults *self = PLANNER_SEARCH_RESULTS (model);

  return position < self->results->len ? g_object_ref (get_result (self->results, position)->entry) : NULL;
}

static void
planner_search_results_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  PlannerSearchResults *self = PLANNER_SEARCH_RESULTS (model);
  guint place;

  if (position >= self->results->len)
    {
      *start = self->results->len;
      *end = G_MAXUINT;
      return;
    }

  place = get_place (get_result (self->results, position)->order);
  *start = find_section (self, place);
  *end = find_section (self, place + 1);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = planner_search_results_get_item_type;
  iface->get_n_items = planner_search_results_get_n_items;
  iface->get_item = planner_search_results_get_item;
}

static void
section_model_iface_init (GtkSectionModelInterface *iface)
{
  iface->get_section = planner_search_results_get_section;
}

static void
planner_search_results_dispose (GObject *object)
{
  PlannerSearchResults *self = PLANNER_SEARCH_RESULTS (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  g_clear_object (&self->entries);
  g_clear_pointer (&self->query, planner_query_unref);

  G_OBJECT_CLASS (planner_search_results_parent_class)->dispose (object);
}

static void
planner_search_results_finalize (GObject *object)
{
  PlannerSearchResults *self = PLANNER_SEARCH_RESULTS (object);

  g_array_unref (self->results);

  G_OBJECT_CLASS (planner_search_results_parent_class)->finalize (object);
}

static void
planner_search_results_class_init (PlannerSearchResultsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = planner_search_results_dispose;
  object_class->finalize = planner_search_results_finalize;
}

static void
planner_search_results_init (PlannerSearchResults *self)
{
  self->results = new_results ();
  self->now_utc = PLANNER_TIME_UNKNOWN;
}

/**
 * planner_search_results_new:
 * @entries: (transfer none): a model of #PlannerEntry
 *
 * Returns: (transfer full): an empty list, until a search starts
 */
PlannerSearchResults *
planner_search_results_new (GListModel *entries)
{
  PlannerSearchResults *self = g_object_new (PLANNER_TYPE_SEARCH_RESULTS, NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), self);

  self->entries = g_object_ref (entries);
  g_signal_connect_object (entries, "items-changed", G_CALLBACK (entries_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_search_results_search:
 * @query: (nullable): the search; %NULL for no results
 *
 * Searches all entries, or only the results of the search before where no other entry can match.
 */
void
planner_search_results_search (PlannerSearchResults *self, PlannerQuery *query)
{
  g_autoptr (PlannerQuery) before = NULL;
  GArray *results;

  g_return_if_fail (PLANNER_IS_SEARCH_RESULTS (self));

  before = g_steal_pointer (&self->query);
  self->query = query ? planner_query_ref (query) : NULL;
  if (!query)
    results = new_results ();
  else if (before && self->update_idle == 0 && planner_query_narrows (query, before))
    results = search_results (self);
  else
    results = search_entries (self);
  g_clear_handle_id (&self->update_idle, g_source_remove);
  take_results (self, results);
}

/**
 * planner_search_results_set_now:
 * @now_utc: the current time in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 *
 * Sets which sessions are over for later searches. The results keep their order until then.
 */
void
planner_search_results_set_now (PlannerSearchResults *self, gint64 now_utc)
{
  g_return_if_fail (PLANNER_IS_SEARCH_RESULTS (self));

  self->now_utc = now_utc;
}

/**
 * planner_search_results_update:
 *
 * Searches the entries again at once if they have changed. Otherwise, the list does so before the next frame.
 */
void
planner_search_results_update (PlannerSearchResults *self)
{
  g_return_if_fail (PLANNER_IS_SEARCH_RESULTS (self));

  if (!self->query)
    return;

  g_clear_handle_id (&self->update_idle, g_source_remove);
  take_results (self, search_entries (self));
}
