/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "net/planner-fetcher.h"

#include "net/planner-bounded-read.h"
#include "net/planner-fetch-error.h"
#include "net/planner-local-file.h"
#include "net/planner-shown-address.h"
#include "net/planner-web-uri.h"

#define DEFAULT_MAX_BYTES (32 * 1024 * 1024)
#define DEFAULT_IDLE_TIMEOUT_MS (15 * 1000)
#define DEFAULT_DEADLINE_MS (120 * 1000)
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

/* The data of a fetch's task. */
typedef struct
{
  PlannerFetchProgressFunc progress; /* nullable */
  gpointer progress_data;            /* borrowed */

  GCancellable *stop; /* owned: cancelled by the caller's cancellable or by a timer */
  gulong cancelled_id;
  GSource *idle_timer;     /* owned, nullable */
  GSource *deadline_timer; /* owned, nullable */
  guint idle_timeout_ms;
  gboolean timed_out;

  GFile *file;                 /* owned, nullable: %NULL for a web address */
  PlannerRedirects *redirects; /* owned, nullable: %NULL for a file */
  SoupMessage *message;        /* owned, nullable */
  GInputStream *stream;        /* owned, nullable */
  goffset expected_bytes;      /* -1 if not known */

  PlannerFetched *fetched; /* owned: before the response, it has the validators of the request */
} Fetch;

static void
clear_timer (GSource **timer)
{
  if (*timer)
    g_source_destroy (*timer);
  g_clear_pointer (timer, g_source_unref);
}

/* Afterwards, no callback uses the fetch. */
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
  g_clear_pointer (&fetch->redirects, planner_redirects_free);
  g_clear_pointer (&fetch->fetched, planner_fetched_free);
  g_free (fetch);
}

static char *
dup_address (Fetch *fetch)
{
  return fetch->file ? g_file_get_parse_name (fetch->file) : planner_redirects_dup_address (fetch->redirects);
}

/* The message of a failed connection names the host; other messages name the whole address. */
static char *
dup_subject (Fetch *fetch, PlannerFetchError code)
{
  const gboolean about_host = code == PLANNER_FETCH_ERROR_OFFLINE ||
                              code == PLANNER_FETCH_ERROR_NO_SUCH_HOST ||
                              code == PLANNER_FETCH_ERROR_UNREACHABLE || code == PLANNER_FETCH_ERROR_TLS ||
                              code == PLANNER_FETCH_ERROR_NOT_TLS || code == PLANNER_FETCH_ERROR_TIMED_OUT;

  return fetch->redirects && about_host
             ? g_strdup (g_uri_get_host (planner_redirects_get_uri (fetch->redirects)))
             : dup_address (fetch);
}

static void
return_error (GTask *task, GError *error)
{
  g_debug ("Fetching failed: %s", error->message);
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

/* If the caller cancelled, GTask replaces the error. */
static void
return_cause (GTask *task, const GError *cause, PlannerFetchStage stage)
{
  PlannerFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);

  g_debug ("The fetch ended with %s %d: %s", g_quark_to_string (cause->domain), cause->code, cause->message);
  if (fetch->timed_out)
    return_code (task, PLANNER_FETCH_ERROR_TIMED_OUT);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED) || cause->domain == PLANNER_FETCH_ERROR)
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
  if (fetch->redirects)
    fetch->fetched->permanent_address = planner_redirects_dup_permanent_address (fetch->redirects);
  if (fetch->fetched->body)
    g_debug ("Received %" G_GSIZE_FORMAT " bytes from “%s”", g_bytes_get_size (fetch->fetched->body),
             fetch->fetched->address);
  fetch_end (fetch, g_task_get_cancellable (task));
  g_task_return_pointer (task, g_steal_pointer (&fetch->fetched), (GDestroyNotify) planner_fetched_free);
}

static void
bytes_received_cb (gsize n_bytes, gpointer user_data)
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
    planner_bounded_read_async (fetch->stream, self->max_bytes, bytes_received_cb, fetch, fetch->stop,
                                body_read_cb, g_object_ref (task));
}

/*
 * If the Content-Length is "-5", libsoup accepts it and then receives no body. Therefore a negative length is refused, except -1,
 * by which libsoup says that the length is unknown.
 *
 * Returns: whether the response can be read
 */
static gboolean
read_headers (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  goffset length_bytes = -1;

  planner_fetched_read_headers (fetch->fetched, headers);
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    length_bytes = soup_message_headers_get_content_length (headers);
  if (!soup_message_headers_get_one (headers, "Content-Encoding"))
    fetch->expected_bytes = length_bytes;

  return length_bytes >= -1;
}

static void
set_headers (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (fetch->message);
  g_autofree char *cookies = planner_redirects_dup_cookies (fetch->redirects);

  soup_message_headers_replace (headers, "Accept", ACCEPT);
  if (cookies)
    soup_message_headers_replace (headers, "Cookie", cookies);
  planner_fetched_send_validators (fetch->fetched, headers);
}

static void
send_request (GTask *task, GAsyncReadyCallback responded)
{
  PlannerFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *shown = dup_address (fetch);

  g_debug ("Requesting “%s”", shown);
  g_clear_object (&fetch->stream);
  g_clear_object (&fetch->message);
  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, planner_redirects_get_uri (fetch->redirects));
  soup_message_add_flags (fetch->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE);
  set_headers (fetch);
  soup_session_send_async (self->session, fetch->message, G_PRIORITY_DEFAULT, fetch->stop, responded,
                           g_object_ref (task));
}

static void
responded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  guint status;

  fetch->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (!fetch->stream)
    {
      return_cause (task, error, PLANNER_FETCH_STAGE_REQUEST);
      return;
    }

  status = soup_message_get_status (fetch->message);
  g_debug ("The server responded with HTTP status %u", status);
  if (status == SOUP_STATUS_OK || status == SOUP_STATUS_NON_AUTHORITATIVE)
    {
      if (read_headers (fetch))
        read_body (task);
      else
        return_code (task, PLANNER_FETCH_ERROR_REFUSED);
    }
  else if (status == SOUP_STATUS_NOT_MODIFIED && planner_fetched_has_validators (fetch->fetched))
    {
      fetch->fetched->not_modified = TRUE;
      return_fetched (task);
    }
  else if (!SOUP_STATUS_IS_REDIRECTION (status) || status == SOUP_STATUS_NOT_MODIFIED)
    return_status (task, status);
  else if (planner_redirects_follow (fetch->redirects, fetch->message, &error))
    send_request (task, responded_cb);
  else
    return_error (task, g_steal_pointer (&error));
}

static void
file_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  fetch->stream = planner_local_file_open_finish (fetch->file, result, &fetch->expected_bytes, &error);
  if (!fetch->stream)
    {
      return_cause (task, error, PLANNER_FETCH_STAGE_FILE);
      return;
    }
  planner_fetched_clear_validators (fetch->fetched);
  read_body (task);
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

/* Returns: whether @address can be fetched: from @file if it is set, otherwise from @uri */
static gboolean
parse_address (const char *address, GFile **file, GUri **uri)
{
  g_autofree char *stripped = g_strstrip (g_strdup (address));

  *file = planner_local_file_new (stripped);
  *uri = *file ? NULL : planner_uri_parse (stripped);

  return *file || (*uri && planner_uri_is_http (*uri) && planner_uri_has_host (*uri));
}

static GError *
make_address_error (const char *address)
{
  g_autofree char *shown = planner_address_dup_shown (*address ? address : "An empty line");

  return planner_fetch_error_new (PLANNER_FETCH_ERROR_BAD_ADDRESS, shown);
}

/**
 * planner_fetcher_check_address:
 *
 * Returns: whether it is an http, https or file address; otherwise sets %PLANNER_FETCH_ERROR_BAD_ADDRESS. Nothing is fetched.
 */
gboolean
planner_fetcher_check_address (const char *address, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GUri) uri = NULL;

  g_return_val_if_fail (address != NULL, FALSE);

  if (parse_address (address, &file, &uri))
    return TRUE;
  g_propagate_error (error, make_address_error (address));

  return FALSE;
}

static gboolean
take_address (Fetch *fetch, const PlannerFetchRequest *request)
{
  g_autoptr (GUri) uri = NULL;

  if (!parse_address (request->address, &fetch->file, &uri))
    return FALSE;
  if (!fetch->file)
    fetch->redirects = planner_redirects_new (uri, request->redirect, request->redirect_data);

  return TRUE;
}

static Fetch *
fetch_new (const PlannerFetchRequest *request)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->stop = g_cancellable_new ();
  fetch->expected_bytes = -1;
  fetch->progress = request->progress;
  fetch->progress_data = request->progress_data;
  fetch->fetched = planner_fetched_new (request->etag, request->last_modified);
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

  if (fetch->redirects)
    send_request (task, responded_cb);
  else
    planner_local_file_open_async (fetch->file, fetch->stop, file_opened_cb, g_object_ref (task));
}

static void
planner_fetcher_constructed (GObject *object)
{
  PlannerFetcher *self = PLANNER_FETCHER (object);

  G_OBJECT_CLASS (planner_fetcher_parent_class)->constructed (object);

  if (!self->monitor)
    self->monitor = g_object_ref (g_network_monitor_get_default ());
  /* The timers of the fetcher also stop a body that arrives slowly, which the timeout of libsoup does not. */
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

PlannerFetcher *
planner_fetcher_new (void)
{
  return g_object_new (PLANNER_TYPE_FETCHER, NULL);
}

/**
 * planner_fetcher_fetch_async:
 * @request: what to fetch; only the data of its functions must live until @callback is called
 *
 * Fetches without blocking, in the thread-default main context. The fetcher stays alive until the fetch ends.
 */
void
planner_fetcher_fetch_async (PlannerFetcher *self,
                             const PlannerFetchRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Fetch *fetch;

  g_return_if_fail (PLANNER_IS_FETCHER (self));
  g_return_if_fail (request != NULL && request->address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_fetcher_fetch_async);
  fetch = fetch_new (request);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);

  if (!take_address (fetch, request))
    {
      return_error (task, make_address_error (request->address));
      return;
    }
  start (self, task, fetch);
}

/**
 * planner_fetcher_fetch_finish:
 *
 * Returns: (nullable) (transfer full): the bytes; errors are of %PLANNER_FETCH_ERROR, or %G_IO_ERROR_CANCELLED
 */
PlannerFetched *
planner_fetcher_fetch_finish (PlannerFetcher *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_FETCHER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
