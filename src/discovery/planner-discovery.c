/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the schedule at an address that the attendee entered. If there is a web page, the addresses that it links to and
 * the usual addresses on its host are fetched one by one, until one is a schedule.
 */

#include "discovery/planner-discovery.h"

#include "discovery/planner-page-links.h"
#include "discovery/planner-schedule-place.h"
#include "feed/planner-feed-format.h"
#include "model/planner-time.h"
#include "net/planner-shown-address.h"

#include <string.h>

/* The data of the task. While a thread reads a response, only that thread uses it. */
typedef struct
{
  PlannerFetcher *fetcher; /* owned */
  char *default_zone;      /* owned, nullable */
  gboolean is_webcal;
  gboolean may_be_empty;
  gboolean may_be_directory;
  PlannerReport *first_report; /* owned, nullable */
  PlannerDiscoveryFunc progress;
  gpointer progress_data;

  GQueue *queue;           /* owned: PlannerPageLinks to fetch */
  PlannerPageLink *link;   /* owned, nullable: the current one */
  GPtrArray *tried;        /* owned: the addresses up to the current one */
  guint n_requests;        /* with redirects */
  char *page;              /* owned, nullable: the address of the first web page, after redirects */
  PlannerFetched *fetched; /* owned, nullable: the current response */
  GPtrArray *links;        /* owned, nullable: the links of the current page */
  PlannerFound *spare;     /* owned, nullable: what the page itself says, for want of a better schedule */
  GError *reason;          /* owned, nullable: the error that explains most */
} Walk;

static void
walk_free (Walk *walk)
{
  g_object_unref (walk->fetcher);
  g_free (walk->default_zone);
  g_clear_pointer (&walk->first_report, planner_report_unref);
  g_queue_free_full (walk->queue, (GDestroyNotify) planner_page_link_free);
  g_clear_pointer (&walk->link, planner_page_link_free);
  g_ptr_array_unref (walk->tried);
  g_free (walk->page);
  g_clear_pointer (&walk->fetched, planner_fetched_free);
  g_clear_pointer (&walk->links, g_ptr_array_unref);
  g_clear_pointer (&walk->spare, planner_found_free);
  g_clear_error (&walk->reason);
  g_free (walk);
}

static gboolean
is_first (const Walk *walk)
{
  return walk->tried->len == 1;
}

static PlannerFound *
found_new (const Walk *walk, PlannerAgenda *agenda, PlannerReport *report)
{
  PlannerFound *found = g_new0 (PlannerFound, 1);

  found->address = g_strdup (walk->link->address);
  found->default_zone = g_strdup (walk->default_zone);
  found->agenda = planner_agenda_ref (agenda);
  found->report = planner_report_ref (report);
  found->body = g_bytes_ref (walk->fetched->body);
  found->base = g_strdup (walk->fetched->address);
  found->etag = g_strdup (walk->fetched->etag);
  found->last_modified = g_strdup (walk->fetched->last_modified);

  return found;
}

/* The error of a broken schedule explains more than that of something else. */
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
    case PLANNER_FEED_ERROR_COLLISIONS:
      return 1;
    case PLANNER_FEED_ERROR_EMPTY:
    case PLANNER_FEED_ERROR_WEB_PAGE:
    case PLANNER_FEED_ERROR_NOT_A_SCHEDULE:
    case PLANNER_FEED_ERROR_NONE_FOUND:
    case PLANNER_FEED_ERROR_OTHER_FORMAT:
    case PLANNER_FEED_ERROR_DIRECTORY:
    default:
      return 0;
    }
}

/* Other addresses of the same host would fail with the same error. */
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

static void
drop_host (Walk *walk)
{
  for (GList *l = walk->queue->head, *next; l; l = next)
    {
      PlannerPageLink *link = l->data;

      next = l->next;
      if (is_same_host (link->address, walk->link->address))
        {
          planner_page_link_free (link);
          g_queue_delete_link (walk->queue, l);
        }
    }
}

static GError *
make_none_found (const Walk *walk)
{
  g_autofree char *page = planner_address_dup_shown (g_ptr_array_index (walk->tried, 0));
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 1; i < walk->tried->len; i++)
    {
      g_autofree char *shown = planner_address_dup_shown (g_ptr_array_index (walk->tried, i));

      g_string_append_printf (others, "%s%s", i > 1 ? ", " : "", shown);
    }

  return g_error_new (PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NONE_FOUND,
                      "%s is a web page, and there is no schedule at %s.", page, others->str);
}

/* Takes ownership of @error. */
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

/* The links of a page come before the remaining links of the page that led to it. */
static void
take_links (Walk *walk, GPtrArray *links)
{
  if (!walk->page)
    walk->page = g_strdup (walk->fetched->address);
  for (guint i = links->len; i > 0; i--)
    g_queue_push_head (walk->queue, g_ptr_array_steal_index (links, i - 1));
}

/* The media type identifies HTML that does not begin as such. */
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
  g_autoptr (GTimeZone) zone = planner_time_zone_new (walk->default_zone);
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

static PlannerFound *
read_directory (Walk *walk, GCancellable *cancellable, GError **error)
{
  PlannerDirectory *directory = planner_directory_read (walk->fetched->body, cancellable, error);
  PlannerFound *found = NULL;

  if (directory)
    {
      found = g_new0 (PlannerFound, 1);
      found->address = g_strdup (walk->link->address);
      found->directory = directory;
    }

  return found;
}

static PlannerFound *
read_response (Walk *walk, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PlannerFound *found = read_schedule (walk, cancellable, &reason);

  if (found)
    return found;
  if (walk->may_be_directory && is_first (walk) &&
      g_error_matches (reason, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_DIRECTORY))
    return read_directory (walk, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&reason));

  return NULL;
}

/* A page describes its conference to search engines with less detail than a schedule does. */
static gboolean
is_in_page (const Walk *walk, const PlannerFound *found)
{
  return walk->link->is_page && !walk->spare && found->agenda &&
         g_strcmp0 (found->agenda->format, planner_feed_format_get_name (PLANNER_FEED_FORMAT_JSON_LD)) == 0;
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Walk *walk = data;
  GError *error = NULL;
  PlannerFound *found = read_response (walk, cancellable, &error);

  if (found)
    {
      if (is_in_page (walk, found))
        walk->links = planner_page_links_find (walk->fetched->body, walk->fetched->address, cancellable);
      g_task_return_pointer (task, found, (GDestroyNotify) planner_found_free);
      return;
    }
  if (walk->link->is_page && is_page (walk, error))
    walk->links = planner_page_links_find (walk->fetched->body, walk->fetched->address, cancellable);
  g_task_return_error (task, error);
}

static PlannerPageLink *
pop_new (Walk *walk)
{
  PlannerPageLink *link;

  while ((link = g_queue_pop_head (walk->queue)))
    {
      if (!g_ptr_array_find_with_equal_func (walk->tried, link->address, g_str_equal, NULL))
        return link;
      planner_page_link_free (link);
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

/* The limit counts redirects, and pages must not lead to the attendee's own network by redirects either. */
static gboolean
redirect_cb (GUri *from, GUri *to, gpointer user_data)
{
  Walk *walk = user_data;

  if (walk->n_requests >= PLANNER_DISCOVERY_MAX_REQUESTS ||
      (!is_first (walk) && !planner_schedule_place_may_lead_to (from, to)))
    return FALSE;
  walk->n_requests++;

  return TRUE;
}

static void
start_fetch (Walk *walk, GCancellable *cancellable, GTask *step)
{
  const PlannerFetchRequest request = { .address = walk->link->address,
                                        .redirect = redirect_cb,
                                        .redirect_data = walk };
  g_autofree char *shown = planner_address_dup_shown (walk->link->address);

  g_debug ("Looking for a schedule at “%s”, address %u of the search", shown, walk->tried->len);
  if (walk->progress)
    walk->progress (shown, walk->tried->len, walk->progress_data);
  walk->n_requests++;
  planner_fetcher_fetch_async (walk->fetcher, &request, cancellable, fetched_cb, step);
}

/* A webcal address may mean http, which is never used for it. */
static gboolean
lacks_https (const Walk *walk, const GError *error)
{
  return walk->is_webcal && is_first (walk) &&
         (g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_UNREACHABLE) ||
          g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_TIMED_OUT) ||
          g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_NOT_TLS) ||
          g_error_matches (error, PLANNER_FETCH_ERROR, PLANNER_FETCH_ERROR_TLS));
}

/* @error: (transfer full): why there is no schedule beside the page */
static void
return_failure (GTask *task, GError *error)
{
  Walk *walk = g_task_get_task_data (task);

  if (lacks_https (walk, error))
    {
      g_error_free (error);
      error = planner_fetch_error_new (PLANNER_FETCH_ERROR_WEBCAL, walk->link->address);
    }
  if (!walk->spare || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, error);
      return;
    }
  g_error_free (error);
  g_task_return_pointer (task, g_steal_pointer (&walk->spare), (GDestroyNotify) planner_found_free);
}

/* Fetches and reads the next address. */
static void
take_step (GTask *task, GAsyncReadyCallback stepped)
{
  Walk *walk = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr (GTask) step = NULL;

  g_clear_pointer (&walk->link, planner_page_link_free);
  g_clear_pointer (&walk->fetched, planner_fetched_free);
  if (walk->n_requests < PLANNER_DISCOVERY_MAX_REQUESTS)
    walk->link = pop_new (walk);
  if (!walk->link)
    {
      return_failure (task, walk->reason ? g_steal_pointer (&walk->reason) : make_none_found (walk));
      return;
    }

  g_ptr_array_add (walk->tried, g_strdup (walk->link->address));
  step = g_task_new (NULL, cancellable, stepped, g_object_ref (task));
  g_task_set_task_data (step, walk, NULL);
  start_fetch (walk, cancellable, g_steal_pointer (&step));
}

static void
stepped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Walk *walk = g_task_get_task_data (task);
  g_autoptr (GPtrArray) links = g_steal_pointer (&walk->links);
  GError *error = NULL;
  PlannerFound *found = g_task_propagate_pointer (G_TASK (result), &error);

  if (found && links && links->len > 0)
    {
      walk->spare = found;
      take_links (walk, links);
      take_step (task, stepped_cb);
      return;
    }
  if (found)
    {
      g_task_return_pointer (task, found, (GDestroyNotify) planner_found_free);
      return;
    }
  g_debug ("No schedule: %s", error->message);
  if (ends_walk (walk, error, links))
    {
      return_failure (task, error);
      return;
    }
  if (links)
    take_links (walk, links);
  if (is_of_network (error))
    drop_host (walk);
  keep_reason (walk, error);
  take_step (task, stepped_cb);
}

/**
 * planner_discovery_find_async:
 * @request: where to look; only its progress_data must live until @callback is called
 *
 * Finds a schedule at an address, or at one that the web page there leads to. The search ends at the first schedule with
 * sessions, or after %PLANNER_DISCOVERY_MAX_REQUESTS requests. Another thread reads the responses.
 */
void
planner_discovery_find_async (PlannerFetcher *fetcher,
                              const PlannerDiscoveryRequest *request,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Walk *walk;
  PlannerPageLink *link;

  g_return_if_fail (PLANNER_IS_FETCHER (fetcher) && request != NULL && request->address != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  walk = g_new0 (Walk, 1);
  link = g_new0 (PlannerPageLink, 1);
  g_task_set_source_tag (task, planner_discovery_find_async);
  walk->fetcher = g_object_ref (fetcher);
  walk->default_zone = g_strdup (request->default_zone);
  walk->is_webcal = request->is_webcal;
  walk->may_be_empty = request->may_be_empty;
  walk->may_be_directory = request->may_be_directory;
  walk->first_report = request->report ? planner_report_ref (request->report) : NULL;
  walk->progress = request->progress;
  walk->progress_data = request->progress_data;
  walk->tried = g_ptr_array_new_with_free_func (g_free);
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
 * Returns: (nullable) (transfer full): the schedule. If the first address is no web page, the error is that of reading it;
 *   otherwise it is of %PLANNER_FEED_ERROR, usually %PLANNER_FEED_ERROR_NONE_FOUND, of %PLANNER_FETCH_ERROR if the
 *   network failed, or %G_IO_ERROR_CANCELLED
 */
PlannerFound *
planner_discovery_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
