/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "net/planner-fetcher.h"

#include "net/planner-bounded-read.h"
#include "net/planner-fetch-error.h"
#include "net/planner-local-file.h"
#include "net/planner-web-uri.h"
#include "net/planner-shown-address.h"

#include <libsoup/soup.h>

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

/* The data of a fetch's task. */
typedef struct
{
  PlannerFetchProgressFunc progress; /* nullable */
  gpointer progress_data;            /* borrowed */
  PlannerRedirectFunc redirect;      /* nullable */
  gpointer redirect_data;            /* borrowed */

  GCancellable *stop; /* owned: cancelled by the caller's cancellable or by a timer */
  gulong cancelled_id;
  GSource *idle_timer;     /* owned, nullable */
  GSource *deadline_timer; /* owned, nullable */
  guint idle_timeout_ms;
  gboolean timed_out;

  GFile *file;            /* owned, nullable: %NULL if there is a uri */
  GUri *uri;              /* owned, nullable */
  SoupCookieJar *cookies; /* owned, nullable: those that redirects of this fetch set */
  SoupMessage *message;   /* owned, nullable */
  GInputStream *stream;   /* owned, nullable */
  GUri *permanent;        /* owned, nullable: where the permanent redirects before any temporary one led */
  gboolean moved_for_now; /* a temporary redirect was followed */
  guint n_redirects;
  goffset expected_bytes; /* -1 if not known */

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
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_clear_pointer (&fetch->permanent, g_uri_unref);
  g_clear_object (&fetch->cookies);
  g_clear_pointer (&fetch->fetched, planner_fetched_free);
  g_free (fetch);
}

/* Validators are stored and sent as header lines, so unsuitable ones are ignored. */
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

/* The message of a failed connection names the host; other messages name the whole address. */
static char *
dup_subject (Fetch *fetch, PlannerFetchError code)
{
  const gboolean about_host = code == PLANNER_FETCH_ERROR_OFFLINE ||
                              code == PLANNER_FETCH_ERROR_NO_SUCH_HOST ||
                              code == PLANNER_FETCH_ERROR_UNREACHABLE || code == PLANNER_FETCH_ERROR_TLS ||
                              code == PLANNER_FETCH_ERROR_NOT_TLS || code == PLANNER_FETCH_ERROR_TIMED_OUT;

  return fetch->uri && about_host ? g_strdup (g_uri_get_host (fetch->uri)) : dup_address (fetch);
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
  if (fetch->permanent)
    fetch->fetched->permanent_address = g_uri_to_string_partial (fetch->permanent, G_URI_HIDE_FRAGMENT);
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

static void
clear_validators (Fetch *fetch)
{
  g_clear_pointer (&fetch->fetched->etag, g_free);
  g_clear_pointer (&fetch->fetched->last_modified, g_free);
}

/*
 * libsoup reads "-5" as a length and then receives nothing. It takes -1, and what is too long for a number, for an unknown
 * length.
 *
 * Returns: whether the response can be read
 */
static gboolean
read_headers (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (fetch->message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  goffset length_bytes = -1;

  if (type && g_str_is_ascii (type))
    fetch->fetched->content_type = g_strdup (type);
  clear_validators (fetch);
  fetch->fetched->etag = dup_validator (soup_message_headers_get_one (headers, "ETag"));
  fetch->fetched->last_modified = dup_validator (soup_message_headers_get_one (headers, "Last-Modified"));
  if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH)
    length_bytes = soup_message_headers_get_content_length (headers);
  if (!soup_message_headers_get_one (headers, "Content-Encoding"))
    fetch->expected_bytes = length_bytes;

  return length_bytes >= -1;
}

/* The host becomes a header line, but its escaped characters may be any; and GLib reads "http://a;b/" with a path that it
 * cannot serialize. */
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

static gboolean
is_downgrade (GUri *from, GUri *to)
{
  return g_str_equal (g_uri_get_scheme (from), "https") && !g_str_equal (g_uri_get_scheme (to), "https");
}

/* A public server must not make the planner send requests to the attendee's own network. */
static gboolean
is_allowed (const Fetch *fetch, GUri *to)
{
  if (planner_host_is_public (g_uri_get_host (fetch->uri)) && !planner_host_is_public (g_uri_get_host (to)))
    return FALSE;

  return !fetch->redirect || fetch->redirect (fetch->uri, to, fetch->redirect_data);
}

static gboolean
is_same_origin (GUri *a, GUri *b)
{
  return g_str_equal (g_uri_get_scheme (a), g_uri_get_scheme (b)) &&
         g_ascii_strcasecmp (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         planner_uri_get_port (a) == planner_uri_get_port (b);
}

/* Credentials are never sent to another origin (RFC 6454, 4), and are kept within one. */
static GUri *
copy_with_credentials_of (GUri *to, GUri *from)
{
  const gboolean same = is_same_origin (from, to);

  return g_uri_build_with_user (g_uri_get_flags (to), g_uri_get_scheme (to),
                                same ? g_uri_get_user (from) : NULL, same ? g_uri_get_password (from) : NULL,
                                NULL, g_uri_get_host (to), g_uri_get_port (to), g_uri_get_path (to),
                                g_uri_get_query (to), NULL);
}

/* Some servers set a cookie, and redirect until they receive it. */
static void
keep_cookies (Fetch *fetch)
{
  GSList *cookies = soup_cookies_from_response (fetch->message);

  if (cookies && !fetch->cookies)
    fetch->cookies = soup_cookie_jar_new ();
  for (GSList *l = cookies; l; l = l->next)
    soup_cookie_jar_add_cookie (fetch->cookies, l->data);
  g_slist_free (cookies);
}

/* Remembers permanent redirects (RFC 9110, 15.4.2 and 15.4.9) up to the first temporary one. */
static void
remember_permanent (Fetch *fetch, guint status)
{
  if (status != SOUP_STATUS_MOVED_PERMANENTLY && status != SOUP_STATUS_PERMANENT_REDIRECT)
    fetch->moved_for_now = TRUE;
  if (fetch->moved_for_now)
    return;

  g_clear_pointer (&fetch->permanent, g_uri_unref);
  fetch->permanent = g_uri_ref (fetch->uri);
}

/* libsoup would follow redirects from https to http. */
static gboolean
take_redirect (GTask *task, guint status)
{
  Fetch *fetch = g_task_get_task_data (task);
  const char *location =
      soup_message_headers_get_one (soup_message_get_response_headers (fetch->message), "Location");
  g_autoptr (GUri) target = location ? g_uri_parse_relative (fetch->uri, location, URI_FLAGS, NULL) : NULL;

  if (!target)
    return_status (task, status);
  else if (!planner_uri_is_http (target) || is_downgrade (fetch->uri, target))
    return_code (task, PLANNER_FETCH_ERROR_INSECURE_REDIRECT);
  else if (!has_host (target))
    return_status (task, status);
  else if (fetch->n_redirects == MAX_REDIRECTS)
    return_code (task, PLANNER_FETCH_ERROR_REDIRECTS);
  else if (!is_allowed (fetch, target))
    return_code (task, PLANNER_FETCH_ERROR_INSECURE_REDIRECT);
  else
    {
      GUri *from = fetch->uri;

      fetch->n_redirects++;
      fetch->uri = copy_with_credentials_of (target, from);
      g_uri_unref (from);
      remember_permanent (fetch, status);
      keep_cookies (fetch);
      g_clear_object (&fetch->stream);
      return TRUE;
    }
  return FALSE;
}

static void
set_headers (Fetch *fetch)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (fetch->message);
  g_autofree char *cookies =
      fetch->cookies ? soup_cookie_jar_get_cookies (fetch->cookies, fetch->uri, TRUE) : NULL;

  soup_message_headers_replace (headers, "Accept", ACCEPT);
  if (cookies)
    soup_message_headers_replace (headers, "Cookie", cookies);
  if (fetch->fetched->etag)
    soup_message_headers_replace (headers, "If-None-Match", fetch->fetched->etag);
  if (fetch->fetched->last_modified)
    soup_message_headers_replace (headers, "If-Modified-Since", fetch->fetched->last_modified);
}

static void
send_request (GTask *task, GAsyncReadyCallback responded)
{
  PlannerFetcher *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autofree char *shown = dup_address (fetch);

  g_debug ("Requesting “%s”", shown);
  g_clear_object (&fetch->message);
  fetch->message = soup_message_new_from_uri (SOUP_METHOD_GET, fetch->uri);
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
  else if (status == SOUP_STATUS_NOT_MODIFIED && (fetch->fetched->etag || fetch->fetched->last_modified))
    {
      fetch->fetched->not_modified = TRUE;
      return_fetched (task);
    }
  else if (!SOUP_STATUS_IS_REDIRECTION (status) || status == SOUP_STATUS_NOT_MODIFIED)
    return_status (task, status);
  else if (take_redirect (task, status))
    send_request (task, responded_cb);
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
  clear_validators (fetch);
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

/* A file address is a file URI of this computer, or an absolute path. */
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
  return fetch->file || (fetch->uri && planner_uri_is_http (fetch->uri) && has_host (fetch->uri));
}

static Fetch *
fetch_new (const PlannerFetchRequest *request)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->stop = g_cancellable_new ();
  fetch->expected_bytes = -1;
  fetch->progress = request->progress;
  fetch->progress_data = request->progress_data;
  fetch->redirect = request->redirect;
  fetch->redirect_data = request->redirect_data;
  fetch->fetched = g_new0 (PlannerFetched, 1);
  fetch->fetched->etag = dup_validator (request->etag);
  fetch->fetched->last_modified = dup_validator (request->last_modified);
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

void
planner_fetched_free (PlannerFetched *fetched)
{
  g_clear_pointer (&fetched->body, g_bytes_unref);
  g_free (fetched->etag);
  g_free (fetched->last_modified);
  g_free (fetched->content_type);
  g_free (fetched->address);
  g_free (fetched->permanent_address);
  g_free (fetched);
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

  if (!take_address (fetch, request->address))
    {
      g_autofree char *shown =
          planner_address_dup_shown (*request->address ? request->address : "An empty line");

      return_error (task, planner_fetch_error_new (PLANNER_FETCH_ERROR_BAD_ADDRESS, shown));
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
