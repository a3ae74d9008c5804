/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "net/planner-fetcher.h"

#include <libsoup/soup.h>

#include "net/planner-bounded-read.h"
#include "net/planner-fetch-error.h"

#define DEFAULT_MAX_BYTES (32 * 1024 * 1024)
#define DEFAULT_IDLE_TIMEOUT_MS (15 * 1000)
#define DEFAULT_DEADLINE_MS (120 * 1000)
#define MAX_REDIRECTS 5
#define URI_FLAGS (SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED)
#define MAX_VALIDATOR_BYTES 1024
#define ACCEPT "application/json, text/calendar;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.5"

struct _PlannerFetcher
{
  GObject parent_instance;

  SoupSession *session;       /* owned */
  GNetworkMonitor *monitor;   /* owned */
  GTlsDatabase *tls_database; /* owned, nullable */
  guint max_bytes;
  guint idle_timeout_ms;
  guint deadline_ms;
};

G_DEFINE_FINAL_TYPE (PlannerFetcher, planner_fetcher, G_TYPE_OBJECT)

typedef enum
{
  PROP_MAX_BYTES = 1,
  PROP_IDLE_TIMEOUT_MS,
  PROP_DEADLINE_MS,
  PROP_TLS_DATABASE,
  PROP_NETWORK_MONITOR,
} PlannerFetcherProperty;

static GParamSpec *properties[PROP_NETWORK_MONITOR + 1];

/* One fetch: the task's data. */
typedef struct
{
  PlannerFetchProgressFunc progress; /* nullable */
  gpointer progress_data;            /* borrowed */

  GCancellable *stop; /* owned: by the caller's cancellable or by a timer */
  gulong cancelled_id;
  GSource *idle_timer;     /* owned, nullable */
  GSource *deadline_timer; /* owned, nullable */
  guint idle_timeout_ms;
  gboolean timed_out;

  GFile *file;          /* owned, nullable: this or uri */
  GUri *uri;            /* owned, nullable */
  SoupMessage *message; /* owned, nullable */
  GInputStream *stream; /* owned, nullable */
  guint n_redirects;
  goffset expected_bytes; /* -1: not known */

  PlannerFetched *fetched; /* owned: what is known so far; its validators are those to send */
} Fetch;

static void
clear_timer (GSource **timer)
{
  if (*timer)
    g_source_destroy (*timer);
  g_clear_pointer (timer, g_source_unref);
}

/* From here on, nothing calls back into this fetch. */
static void
fetch_end (Fetch *fetch, GCancellable *cancellable)
{
  clear_timer (&fetch->idle_timer);
  clear_timer (&fetch->deadline_timer);
  g_cancellable_disconnect (cancellable, fetch->cancelled_id);
  fetch->cancelled_id = 0;
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
}

static void
fetch_free (Fetch *fetch)
{
  g_clear_object (&fetch->stop);
  g_clear_object (&fetch->file);
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_clear_pointer (&fetch->fetched, planner_fetched_free);
  g_free (fetch);
}

/* Validators go into a header line and into the store: what cannot stand there is as good as none. */
static char *
dup_validator (const char *validator)
{
  if (!validator || !*validator || strlen (validator) > MAX_VALIDATOR_BYTES ||
      !g_utf8_validate (validator, -1, NULL))
    return NULL;
  for (const char *p = validator; *p; p++)
    if (g_ascii_iscntrl (*p))
      return NULL;
  return g_strdup (validator);
}

static char *
dup_address (Fetch *fetch)
{
  return fetch->file ? g_file_get_parse_name (fetch->file)
                     : g_uri_to_string_partial (fetch->uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
}

/* Where the connection fails, it is the host that the sentence is about, else the whole address. */
static char *
dup_subject (Fetch *fetch, PlannerFetchError code)
{
  gboolean about_host = code == PLANNER_FETCH_ERROR_OFFLINE || code == PLANNER_FETCH_ERROR_NO_SUCH_HOST ||
                        code == PLANNER_FETCH_ERROR_UNREACHABLE || code == PLANNER_FETCH_ERROR_TLS ||
                        code == PLANNER_FETCH_ERROR_TIMED_OUT;

  return fetch->uri && about_host ? g_strdup (g_uri_get_host (fetch->uri)) : dup_address (fetch);
}

static void
return_error (GTask *task, GError *error)
{
  fetch_end (g_task_get_task_data (task), g_task_get_cancellable (task));
  g_task_return_error (task, error);
}

static void
return_code (GTask *task, PlannerFetchError code)
{
  g_autofree char *subject = dup_subject (g_task_get_task_data (task), code);

  return_error (task, planner_fetch_error_new (code, subject));
}

static void
return_status (GTask *task, guint status)
{
  g_autofree char *address = dup_address (g_task_get_task_data (task));

  return_error (task, planner_fetch_error_new_for_status (status, address));
}

/* The stop cancellable was pulled either by a timer or by the caller; GTask answers for the latter. */
static void
return_cause (GTask *task, const GError *cause, PlannerFetchStage stage)
{
  PlannerFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->timed_out)
    return_code (task, PLANNER_FETCH_ERROR_TIMED_OUT);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return_error (task, g_error_copy (cause));
  else
    return_code (task,
                 planner_fetch_error_classify (cause, stage,
                                               g_network_monitor_get_network_available (self->monitor)));
}

static void
return_fetched (GTask *task)
{
  Fetch *fetch = g_task_get_task_data (task);

  fetch->fetched->address = dup_address (fetch);
  fetch_end (fetch, g_task_get_cancellable (task));
  g_task_return_pointer (task, g_steal_pointer (&fetch->fetched), (GDestroyNotify) planner_fetched_free);
}

static void
bytes_came_cb (gsize n_bytes, gpointer user_data)
{
  Fetch *fetch = user_data;
  double fraction = -1.0;

  g_source_set_ready_time (fetch->idle_timer,
                           g_get_monotonic_time () + fetch->idle_timeout_ms * G_GINT64_CONSTANT (1000));
  if (fetch->expected_bytes > 0)
    fraction = MIN ((double) n_bytes / (double) fetch->expected_bytes, 1.0);
  if (fetch->progress)
    fetch->progress (n_bytes, fraction, fetch->progress_data);
}

static void
body_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  fetch->fetched->body = planner_bounded_read_finish (G_INPUT_STREAM (source), result, &error);
  if (error)
    return_cause (task, error, fetch->file ? PLANNER_FETCH_STAGE_FILE : PLANNER_FETCH_STAGE_BODY);
  else
    return_fetched (task);
}

static void
read_body (GTask *task)
{
  PlannerFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);

  if (fetch->expected_bytes > self->max_bytes)
    return_code (task, PLANNER_FETCH_ERROR_TOO_LARGE);
  else
    planner_bounded_read_async (fetch->stream, self->max_bytes, bytes_came_cb, fetch, fetch->stop,
                                body_read_cb, g_object_ref (task));
}

static void
forget_validators (Fetch *fetch)
{
  g_clear_pointer (&fetch->fetched->etag, g_free);
  g_clear_pointer (&fetch->fetched->last_modified, g_free);
}

static void
take_answer (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (type && g_str_is_ascii (type))
    fetch->fetched->content_type = g_strdup (type);
  forget_validators (fetch);
  fetch->fetched->etag = dup_validator (soup_message_headers_get_one (headers, "ETag"));
  fetch->fetched->last_modified = dup_validator (soup_message_headers_get_one (headers, "Last-Modified"));
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
      !soup_message_headers_get_one (headers, "Content-Encoding"))
    fetch->expected_bytes = soup_message_headers_get_content_length (headers);
}

static gboolean
is_http_uri (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return g_str_equal (scheme, "http") || g_str_equal (scheme, "https");
}

/* Percent-decoding may have put anything into the host, which becomes a header line; and GLib reads "http://a;b/" with
 * a path that it cannot write. */
static gboolean
has_host (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  const char *path = g_uri_get_path (uri);

  for (const char *p = host; p && *p; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;
  return host && *host && (!*path || *path == '/');
}

/* Follows by hand, since libsoup would go from https to http. */
static gboolean
take_redirect (GTask *task, guint status)
{
  Fetch *fetch = g_task_get_task_data (task);
  const char *location =
      soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  g_autoptr (GUri) target = location ? g_uri_parse_relative (fetch->uri, location, URI_FLAGS, NULL) : NULL;

  if (!target)
    return_status (task, status);
  else if (!is_http_uri (target) || (g_str_equal (g_uri_get_scheme (fetch->uri), "https") &&
                                     !g_str_equal (g_uri_get_scheme (target), "https")))
    return_code (task, PLANNER_FETCH_ERROR_INSECURE_REDIRECT);
  else if (!has_host (target))
    return_status (task, status);
  else if (fetch->n_redirects == MAX_REDIRECTS)
    return_code (task, PLANNER_FETCH_ERROR_REDIRECTS);
  else
    {
      fetch->n_redirects++;
      g_uri_unref (fetch->uri);
      fetch->uri = g_steal_pointer (&target);
      g_clear_object (&fetch->stream);
      return TRUE;
    }
  return FALSE;
}

static void
ask (GTask *task, GAsyncReadyCallback answered)
{
  PlannerFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  SoupMessageHeaders *headers;

  g_clear_object (&fetch->message);
  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, fetch->uri);
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  headers = soup_message_get_request_headers (fetch->message);
  soup_message_headers_replace (headers, "Accept", ACCEPT);
  if (fetch->fetched->etag)
    soup_message_headers_replace (headers, "If-None-Match", fetch->fetched->etag);
  if (fetch->fetched->last_modified)
    soup_message_headers_replace (headers, "If-Modified-Since", fetch->fetched->last_modified);
  soup_session_send_async (self->session, fetch->message, G_PRIORITY_DEFAULT, fetch->stop, answered,
                           g_object_ref (task));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint status;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (!fetch->stream)
    {
      return_cause (task, error, PLANNER_FETCH_STAGE_ASKING);
      return;
    }

  status = soup_message_get_status (fetch->message);
  if (status == SOUP_STATUS_OK || status == SOUP_STATUS_NON_AUTHORITATIVE)
    {
      take_answer (fetch);
      read_body (task);
    }
  else if (status == SOUP_STATUS_NOT_MODIFIED && (fetch->fetched->etag || fetch->fetched->last_modified))
    {
      fetch->fetched->not_modified = TRUE;
      return_fetched (task);
    }
  else if (!SOUP_STATUS_IS_REDIRECTION (status) || status == SOUP_STATUS_NOT_MODIFIED)
    return_status (task, status);
  else if (take_redirect (task, status))
    ask (task, answered_cb);
}

static void
file_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  fetch->stream = G_INPUT_STREAM (g_file_read_finish (G_FILE (source), result, &error));
  if (fetch->stream)
    read_body (task);
  else
    return_cause (task, error, PLANNER_FETCH_STAGE_FILE);
}

/* A device or a FIFO is not even opened: that alone may wait for ever. */
static void
file_known_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, &error);
  GFileType type = info ? g_file_info_get_file_type (info) : G_FILE_TYPE_UNKNOWN;

  if (!info)
    return_cause (task, error, PLANNER_FETCH_STAGE_FILE);
  else if (type == G_FILE_TYPE_SYMBOLIC_LINK)
    return_code (task, PLANNER_FETCH_ERROR_NO_SUCH_FILE);
  else if (type != G_FILE_TYPE_REGULAR)
    return_code (task, PLANNER_FETCH_ERROR_NOT_A_FILE);
  else
    {
      forget_validators (fetch);
      fetch->expected_bytes = g_file_info_get_size (info);
      g_file_read_async (fetch->file, G_PRIORITY_DEFAULT, fetch->stop, file_opened_cb, g_object_ref (task));
    }
}

static void
cancelled_cb (GCancellable *cancellable, gpointer stop)
{
  g_cancellable_cancel (stop);
}

static gboolean
timer_cb (gpointer user_data)
{
  Fetch *fetch = g_task_get_task_data (user_data);

  fetch->timed_out = TRUE;
  g_cancellable_cancel (fetch->stop);
  return G_SOURCE_REMOVE;
}

static GSource *
add_timer (GTask *task, guint timeout_ms)
{
  GSource *timer = g_timeout_source_new (timeout_ms);

  g_task_attach_source (task, timer, timer_cb);
  return timer;
}

/* A file address is a file URI of this machine, or a path. */
static gboolean
take_address (Fetch *fetch, const char *address)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (address));
  g_autofree char *host = NULL;
  g_autofree char *path = NULL;

  if (g_path_is_absolute (trimmed))
    path = g_strdup (trimmed);
  else if (g_ascii_strncasecmp (trimmed, "file:", 5) == 0)
    path = g_filename_from_uri (trimmed, &host, NULL);
  else if (g_utf8_validate (trimmed, -1, NULL))
    fetch->uri = g_uri_parse (trimmed, URI_FLAGS, NULL);

  if (path && (!host || !*host || g_ascii_strcasecmp (host, "localhost") == 0))
    fetch->file = g_file_new_for_path (path);
  return fetch->file || (fetch->uri && is_http_uri (fetch->uri) && has_host (fetch->uri));
}

static Fetch *
fetch_new (const char *etag,
           const char *last_modified,
           PlannerFetchProgressFunc progress,
           gpointer progress_data)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->stop = g_cancellable_new ();
  fetch->expected_bytes = -1;
  fetch->progress = progress;
  fetch->progress_data = progress_data;
  fetch->fetched = g_new0 (PlannerFetched, 1);
  fetch->fetched->etag = dup_validator (etag);
  fetch->fetched->last_modified = dup_validator (last_modified);
  return fetch;
}

static void
start (PlannerFetcher *self, GTask *task, Fetch *fetch)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  fetch->idle_timeout_ms = self->idle_timeout_ms;
  fetch->idle_timer = add_timer (task, self->idle_timeout_ms);
  fetch->deadline_timer = add_timer (task, self->deadline_ms);
  if (cancellable)
    fetch->cancelled_id = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb),
                                                 g_object_ref (fetch->stop), g_object_unref);

  if (fetch->uri)
    ask (task, answered_cb);
  else
    g_file_query_info_async (fetch->file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                             G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, fetch->stop, file_known_cb,
                             g_object_ref (task));
}

static void
planner_fetcher_constructed (GObject *object)
{
  PlannerFetcher *self = PLANNER_FETCHER (object);

  G_OBJECT_CLASS (planner_fetcher_parent_class)->constructed (object);

  if (!self->monitor)
    self->monitor = g_object_ref (g_network_monitor_get_default ());
  /* The fetcher has timers of its own, which also see a body that comes drop by drop. */
  self->session = soup_session_new_with_options ("user-agent", "gotc-planner/" APP_VERSION, "timeout", 0,
                                                 "max-conns-per-host", 6, NULL);
  if (self->tls_database)
    soup_session_set_tls_database (self->session, self->tls_database);
}

static void
planner_fetcher_dispose (GObject *object)
{
  PlannerFetcher *self = PLANNER_FETCHER (object);

  g_clear_object (&self->session);
  g_clear_object (&self->monitor);
  g_clear_object (&self->tls_database);
  G_OBJECT_CLASS (planner_fetcher_parent_class)->dispose (object);
}

static void
planner_fetcher_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerFetcher *self = PLANNER_FETCHER (object);

  switch ((PlannerFetcherProperty) id)
    {
    case PROP_MAX_BYTES:
      self->max_bytes = g_value_get_uint (value);
      break;
    case PROP_IDLE_TIMEOUT_MS:
      self->idle_timeout_ms = g_value_get_uint (value);
      break;
    case PROP_DEADLINE_MS:
      self->deadline_ms = g_value_get_uint (value);
      break;
    case PROP_TLS_DATABASE:
      self->tls_database = g_value_dup_object (value);
      break;
    case PROP_NETWORK_MONITOR:
      self->monitor = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static GParamSpec *
limit_spec (const char *name, guint fallback)
{
  return g_param_spec_uint (name, NULL, NULL, 1, G_MAXINT, fallback,
                            G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
object_spec (const char *name, GType type)
{
  return g_param_spec_object (name, NULL, NULL, type,
                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
}

static void
planner_fetcher_class_init (PlannerFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = planner_fetcher_constructed;
  object_class->dispose = planner_fetcher_dispose;
  object_class->set_property = planner_fetcher_set_property;

  properties[PROP_MAX_BYTES] = limit_spec ("max-bytes", DEFAULT_MAX_BYTES);
  properties[PROP_IDLE_TIMEOUT_MS] = limit_spec ("idle-timeout-ms", DEFAULT_IDLE_TIMEOUT_MS);
  properties[PROP_DEADLINE_MS] = limit_spec ("deadline-ms", DEFAULT_DEADLINE_MS);
  properties[PROP_TLS_DATABASE] = object_spec ("tls-database", G_TYPE_TLS_DATABASE);
  properties[PROP_NETWORK_MONITOR] = object_spec ("network-monitor", G_TYPE_NETWORK_MONITOR);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_fetcher_init (PlannerFetcher *self)
{
}

void
planner_fetched_free (PlannerFetched *fetched)
{
  g_clear_pointer (&fetched->body, g_bytes_unref);
  g_free (fetched->etag);
  g_free (fetched->last_modified);
  g_free (fetched->content_type);
  g_free (fetched->address);
  g_free (fetched);
}

PlannerFetcher *
planner_fetcher_new (void)
{
  return g_object_new (PLANNER_TYPE_FETCHER, NULL);
}

/**
 * planner_fetcher_fetch_async:
 * @address: an http, https or file address, or an absolute path
 * @etag: (nullable): the ETag that the last fetch gave, to the letter (RFC 9110, 13.1.2)
 * @last_modified: (nullable): the Last-Modified that the last fetch gave, to the letter (RFC 9110, 13.1.3)
 * @progress: (nullable): called after each piece of the body, until @callback is called
 *
 * Fetches in the thread-default main context and never blocks. Give validators only where what they belong to is still at
 * hand, since the answer may be that it has not changed. A fetch in the air keeps the fetcher alive.
 */
void
planner_fetcher_fetch_async (PlannerFetcher *self,
                             const char *address,
                             const char *etag,
                             const char *last_modified,
                             PlannerFetchProgressFunc progress,
                             gpointer progress_data,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Fetch *fetch;

  g_return_if_fail (PLANNER_IS_FETCHER (self));
  g_return_if_fail (address);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_fetcher_fetch_async);
  fetch = fetch_new (etag, last_modified, progress, progress_data);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);

  if (!take_address (fetch, address))
    {
      g_autofree char *shown = g_utf8_make_valid (*address ? address : "An empty line", -1);

      g_task_return_error (task, planner_fetch_error_new (PLANNER_FETCH_ERROR_BAD_ADDRESS, shown));
      return;
    }
  start (self, task, fetch);
}

/**
 * planner_fetcher_fetch_finish:
 *
 * Returns: (transfer full): what was fetched, or %NULL with an error of #PlannerFetchError or G_IO_ERROR_CANCELLED
 */
PlannerFetched *
planner_fetcher_fetch_finish (PlannerFetcher *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_FETCHER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
