/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From what the attendee pasted to a schedule: the address itself, or, where a web page is there, the first schedule among
 * what the page links and what is at the usual places beside it. One address is asked after the other, and no more than a
 * handful.
 */

#include "discovery/planner-discovery.h"

#include "discovery/planner-feed-links.h"

#include <string.h>

/* The task's data. While an address is read in another thread, only that thread touches it. */
typedef struct
{
  PlannerFetcher *fetcher; /* owned */
  char *default_zone;      /* owned, nullable */
  gboolean may_be_empty;
  PlannerReport *first_report; /* owned, nullable */
  PlannerDiscoveryFunc progress;
  gpointer progress_data;

  GQueue *queue;           /* owned: of PlannerFeedLink, what is to be asked */
  PlannerFeedLink *link;   /* owned, nullable: what is asked now */
  GPtrArray *asked;        /* owned: addresses */
  char *page;              /* owned, nullable: where the first web page was found in the end */
  PlannerFetched *fetched; /* owned, nullable: what is read now */
  GPtrArray *links;        /* owned, nullable: of the page that was read */
  GError *reason;          /* owned, nullable: the most telling one */
} Walk;

static void
walk_free (Walk *walk)
{
  g_object_unref (walk->fetcher);
  g_free (walk->default_zone);
  g_clear_pointer (&walk->first_report, planner_report_unref);
  g_queue_free_full (walk->queue, (GDestroyNotify) planner_feed_link_free);
  g_clear_pointer (&walk->link, planner_feed_link_free);
  g_ptr_array_unref (walk->asked);
  g_free (walk->page);
  g_clear_pointer (&walk->fetched, planner_fetched_free);
  g_clear_pointer (&walk->links, g_ptr_array_unref);
  g_clear_error (&walk->reason);
  g_free (walk);
}

void
planner_found_free (PlannerFound *found)
{
  g_free (found->address);
  g_free (found->default_zone);
  g_clear_pointer (&found->agenda, planner_agenda_unref);
  g_clear_pointer (&found->report, planner_report_unref);
  g_free (found->etag);
  g_free (found->last_modified);
  g_free (found);
}

static gboolean
is_first (const Walk *walk)
{
  return walk->asked->len == 1;
}

static PlannerFound *
found_new (const Walk *walk, PlannerAgenda *agenda, PlannerReport *report)
{
  PlannerFound *found = g_new0 (PlannerFound, 1);

  found->address = g_strdup (walk->link->address);
  found->default_zone = g_strdup (walk->default_zone);
  found->agenda = planner_agenda_ref (agenda);
  found->report = planner_report_ref (report);
  found->etag = g_strdup (walk->fetched->etag);
  found->last_modified = g_strdup (walk->fetched->last_modified);

  return found;
}

/* What a broken schedule says goes before what is no schedule at all. */
static guint
weigh (const GError *error)
{
  if (!error || error->domain != PLANNER_FEED_ERROR)
    return 0;

  switch ((PlannerFeedError) error->code)
    {
    case PLANNER_FEED_ERROR_NO_SESSIONS:
      return 2;
    case PLANNER_FEED_ERROR_BROKEN:
    case PLANNER_FEED_ERROR_TRUNCATED:
    case PLANNER_FEED_ERROR_TOO_LARGE:
      return 1;
    case PLANNER_FEED_ERROR_EMPTY:
    case PLANNER_FEED_ERROR_WEB_PAGE:
    case PLANNER_FEED_ERROR_NOT_A_SCHEDULE:
    case PLANNER_FEED_ERROR_NONE_FOUND:
    default:
      return 0;
    }
}

/* The network's fault, not the address's: whatever else is asked of this host will end so too. */
static gboolean
is_of_network (const GError *error)
{
  return g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_OFFLINE) ||
         g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_UNREACHABLE) ||
         g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_TIMED_OUT) ||
         g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_CAPTIVE);
}

static gboolean
is_same_host (const char *address, const char *other)
{
  g_autoptr (GUri) a = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autoptr (GUri) b = g_uri_parse (other, G_URI_FLAGS_PARSE_RELAXED, NULL);

  return a && b && g_strcmp0 (g_uri_get_host (a), g_uri_get_host (b)) == 0;
}

static gboolean
ends_walk (const Walk *walk, const GError *error, GPtrArray *links)
{
  const gboolean has_links = links && links->len > 0;

  return (is_first (walk) && !has_links) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         (is_of_network (error) && is_same_host (walk->link->address, walk->page));
}

/* What else was to be asked of the host. */
static void
forget_host (Walk *walk)
{
  for (GList *l = walk->queue->head, *next; l; l = next)
    {
      PlannerFeedLink *link = l->data;

      next = l->next;
      if (is_same_host (link->address, walk->link->address))
        {
          planner_feed_link_free (link);
          g_queue_delete_link (walk->queue, l);
        }
    }
}

static GError *
make_none_found (const Walk *walk)
{
  g_autoptr (GString) tried = g_string_new (NULL);

  for (guint i = 1; i < walk->asked->len; i++)
    g_string_append_printf (tried, "%s%s", i > 1 ? ", " : "", (char *) g_ptr_array_index (walk->asked, i));

  return g_error_new (PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND,
                      "%s is a web page, and there is no schedule at %s.",
                      (char *) g_ptr_array_index (walk->asked, 0), tried->str);
}

/* Takes the error. */
static void
keep_reason (Walk *walk, GError *error)
{
  if (weigh (error) > weigh (walk->reason))
    {
      g_clear_error (&walk->reason);
      walk->reason = g_steal_pointer (&error);
    }
  g_clear_error (&error);
}

/* What is on a page is asked before what is left of the page that led to it. */
static void
take_links (Walk *walk, GPtrArray *links)
{
  if (!walk->page)
    walk->page = g_strdup (walk->fetched->address);
  for (guint i = links->len; i > 0; i--)
    g_queue_push_head (walk->queue, g_ptr_array_steal_index (links, i - 1));
}

/* HTML that does not look like it at its beginning is known by its type. */
static gboolean
is_page (const Walk *walk, const GError *error)
{
  const char *type = walk->fetched->content_type;
  const gboolean is_html = type && (g_ascii_strcasecmp (type, "text/html") == 0 ||
                                    g_ascii_strcasecmp (type, "application/xhtml+xml") == 0);

  return g_error_matches (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_WEB_PAGE) ||
         (is_html && (g_error_matches (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE) ||
                      g_error_matches (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN)));
}

static PlannerFound *
read_schedule (Walk *walk, GCancellable *cancellable, GError **error)
{
  g_autoptr (GTimeZone) zone = walk->default_zone ? g_time_zone_new_identifier (walk->default_zone) : NULL;
  const PlannerFeedOptions options = { .default_zone = zone, .address = walk->fetched->address };
  g_autoptr (PlannerReport) report =
      is_first (walk) && walk->first_report ? planner_report_ref (walk->first_report) : planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      planner_feed_read (walk->fetched->body, &options, report, cancellable, error);

  if (!agenda)
    return NULL;
  if (agenda->sessions->len > 0 || (walk->may_be_empty && is_first (walk)))
    return found_new (walk, agenda, report);

  g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NO_SESSIONS,
                       "The schedule has no sessions yet.");

  return NULL;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Walk *walk = data;
  GError *error = NULL;
  PlannerFound *found = read_schedule (walk, cancellable, &error);

  if (found)
    {
      g_task_return_pointer (task, found, (GDestroyNotify) planner_found_free);
      return;
    }
  if (walk->link->is_page && is_page (walk, error))
    walk->links = planner_feed_links_find (walk->fetched->body, walk->fetched->address, cancellable);
  g_task_return_error (task, error);
}

static PlannerFeedLink *
pop_new (Walk *walk)
{
  PlannerFeedLink *link;

  while ((link = g_queue_pop_head (walk->queue)))
    {
      if (!g_ptr_array_find_with_equal_func (walk->asked, link->address, g_str_equal, NULL))
        return link;
      planner_feed_link_free (link);
    }

  return NULL;
}

static void
fetched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) step = user_data;
  Walk *walk = g_task_get_task_data (step);
  GError *error = NULL;

  walk->fetched = planner_fetcher_fetch_finish (PLANNER_FETCHER (source), result, &error);
  if (walk->fetched)
    g_task_run_in_thread (step, read_in_thread);
  else
    g_task_return_error (step, error);
}

/* Asks the next address; @stepped finds out what came of it. */
static void
take_step (GTask *task, GAsyncReadyCallback stepped)
{
  Walk *walk = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) step = NULL;

  g_clear_pointer (&walk->link, planner_feed_link_free);
  g_clear_pointer (&walk->fetched, planner_fetched_free);
  if (walk->asked->len < PLANNER_DISCOVERY_MAX_ADDRESSES)
    walk->link = pop_new (walk);
  if (!walk->link)
    {
      g_task_return_error (task, walk->reason ? g_steal_pointer (&walk->reason) : make_none_found (walk));
      return;
    }

  g_ptr_array_add (walk->asked, g_strdup (walk->link->address));
  if (walk->progress)
    walk->progress (walk->link->address, walk->asked->len, walk->progress_data);
  step = g_task_new (NULL, cancellable, stepped, g_object_ref (task));
  g_task_set_task_data (step, walk, NULL);
  planner_fetcher_fetch_async (walk->fetcher, walk->link->address, NULL, NULL, NULL, NULL, cancellable,
                               fetched_cb, g_steal_pointer (&step));
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (GPtrArray) links = g_steal_pointer (&walk->links);
  GError *error = NULL;
  PlannerFound *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found)
    {
      g_task_return_pointer (task, found, (GDestroyNotify) planner_found_free);
      return;
    }
  if (ends_walk (walk, error, links))
    {
      g_task_return_error (task, error);
      return;
    }
  if (links)
    take_links (walk, links);
  if (is_of_network (error))
    forget_host (walk);
  keep_reason (walk, error);
  take_step (task, stepped_cb);
}

/**
 * planner_discovery_find_async:
 * @request: copied where it is needed for longer; only @progress_data must live until @callback
 *
 * Looks for a schedule: at the address, and, where that is a web page on the network, at %PLANNER_DISCOVERY_MAX_ADDRESSES
 * at most, one after the other, until one is a schedule with sessions. They are read in another thread.
 */
void
planner_discovery_find_async (PlannerFetcher *fetcher,
                              const PlannerDiscoveryRequest *request,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Walk *walk = g_new0 (Walk, 1);
  PlannerFeedLink *link = g_new0 (PlannerFeedLink, 1);

  g_task_set_source_tag (task, planner_discovery_find_async);
  walk->fetcher = g_object_ref (fetcher);
  walk->default_zone = g_strdup (request->default_zone);
  walk->may_be_empty = request->may_be_empty;
  walk->first_report = request->report ? planner_report_ref (request->report) : NULL;
  walk->progress = request->progress;
  walk->progress_data = request->progress_data;
  walk->asked = g_ptr_array_new_with_free_func (g_free);
  walk->queue = g_queue_new ();
  link->address = g_strdup (request->address);
  link->is_page = TRUE;
  g_queue_push_tail (walk->queue, link);
  g_task_set_task_data (task, walk, (GDestroyNotify) walk_free);
  take_step (task, stepped_cb);
}

/**
 * planner_discovery_find_finish:
 *
 * Returns: (transfer full): the schedule. An error is that of the first address, where that is no web page; else it is of
 *   %PLANNER_FEED_ERROR, as a rule %PLANNER_FEED_ERROR_NONE_FOUND, of the network, or %G_IO_ERROR_CANCELLED
 */
PlannerFound *
planner_discovery_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
