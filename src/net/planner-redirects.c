/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-redirects.h"

#include "net/planner-fetch-error.h"
#include "net/planner-web-uri.h"

#define MAX_REDIRECTS 5

struct PlannerRedirects
{
  PlannerRedirectFunc is_allowed; /* nullable */
  gpointer user_data;             /* borrowed */

  GUri *uri;              /* owned: the current address */
  GUri *permanent;        /* owned, nullable: where the permanent redirects before any temporary one led */
  gboolean moved_for_now; /* a temporary redirect was followed */
  SoupCookieJar *cookies; /* owned, nullable: those that the redirects set */
  guint n_followed;
};

static gboolean
is_downgrade (GUri *from, GUri *to)
{
  return g_str_equal (g_uri_get_scheme (from), "https") && !g_str_equal (g_uri_get_scheme (to), "https");
}

/* A public server must not make the planner send requests to the attendee's own network. */
static gboolean
may_go_to (PlannerRedirects *self, GUri *to)
{
  if (planner_host_is_public (g_uri_get_host (self->uri)) && !planner_host_is_public (g_uri_get_host (to)))
    return FALSE;

  return !self->is_allowed || self->is_allowed (self->uri, to, self->user_data);
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
keep_cookies (PlannerRedirects *self, SoupMessage *message)
{
  GSList *cookies = soup_cookies_from_response (message);

  if (cookies && !self->cookies)
    self->cookies = soup_cookie_jar_new ();
  for (GSList *l = cookies; l; l = l->next)
    soup_cookie_jar_add_cookie (self->cookies, l->data);
  g_slist_free (cookies);
}

/* Remembers permanent redirects (RFC 9110, 15.4.2 and 15.4.9) up to the first temporary one. */
static void
remember_permanent (PlannerRedirects *self, guint status)
{
  if (status != SOUP_STATUS_MOVED_PERMANENTLY && status != SOUP_STATUS_PERMANENT_REDIRECT)
    self->moved_for_now = TRUE;
  if (self->moved_for_now)
    return;

  g_clear_pointer (&self->permanent, g_uri_unref);
  self->permanent = g_uri_ref (self->uri);
}

static gboolean
set_status_error (PlannerRedirects *self, guint status, GError **error)
{
  g_autofree char *address = planner_redirects_dup_address (self);

  g_propagate_error (error, planner_fetch_error_new_for_status (status, address));

  return FALSE;
}

static gboolean
set_error (PlannerRedirects *self, PlannerFetchError code, GError **error)
{
  g_autofree char *address = planner_redirects_dup_address (self);

  g_propagate_error (error, planner_fetch_error_new (code, address));

  return FALSE;
}

static gboolean
check_target (PlannerRedirects *self, GUri *target, guint status, GError **error)
{
  if (!target)
    return set_status_error (self, status, error);
  if (!planner_uri_is_http (target) || is_downgrade (self->uri, target))
    return set_error (self, PLANNER_FETCH_ERROR_INSECURE_REDIRECT, error);
  if (!planner_uri_has_host (target))
    return set_status_error (self, status, error);
  if (self->n_followed == MAX_REDIRECTS)
    return set_error (self, PLANNER_FETCH_ERROR_REDIRECTS, error);
  if (!may_go_to (self, target))
    return set_error (self, PLANNER_FETCH_ERROR_INSECURE_REDIRECT, error);

  return TRUE;
}

/**
 * planner_redirects_new:
 * @uri: the http or https address of the first request
 * @is_allowed: (nullable): called for each secure redirect; if %NULL, all of them are followed
 *
 * Returns: (transfer full): no redirects yet
 */
PlannerRedirects *
planner_redirects_new (GUri *uri, PlannerRedirectFunc is_allowed, gpointer user_data)
{
  PlannerRedirects *self = g_new0 (PlannerRedirects, 1);

  self->uri = g_uri_ref (uri);
  self->is_allowed = is_allowed;
  self->user_data = user_data;

  return self;
}

void
planner_redirects_free (PlannerRedirects *self)
{
  g_uri_unref (self->uri);
  g_clear_pointer (&self->permanent, g_uri_unref);
  g_clear_object (&self->cookies);
  g_free (self);
}

/**
 * planner_redirects_get_uri:
 *
 * Returns: (transfer none): the address of the next request
 */
GUri *
planner_redirects_get_uri (PlannerRedirects *self)
{
  return self->uri;
}

/**
 * planner_redirects_dup_address:
 *
 * Returns: (transfer full): the address without user name and password
 */
char *
planner_redirects_dup_address (PlannerRedirects *self)
{
  return g_uri_to_string_partial (self->uri, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
}

/**
 * planner_redirects_dup_permanent_address:
 *
 * Returns: (nullable) (transfer full): the address after the permanent redirects that came before any temporary one, with user
 *   name and password
 */
char *
planner_redirects_dup_permanent_address (PlannerRedirects *self)
{
  return self->permanent ? g_uri_to_string_partial (self->permanent, G_URI_HIDE_FRAGMENT) : NULL;
}

/**
 * planner_redirects_dup_cookies:
 *
 * Returns: (nullable) (transfer full): the value of the header Cookie for the next request
 */
char *
planner_redirects_dup_cookies (PlannerRedirects *self)
{
  return self->cookies ? soup_cookie_jar_get_cookies (self->cookies, self->uri, TRUE) : NULL;
}

/**
 * planner_redirects_follow:
 * @message: a request that was answered by a redirect
 *
 * Goes to the address of the redirect. libsoup would also follow redirects from https to http.
 *
 * Returns: whether to follow the redirect; %FALSE with a %PLANNER_FETCH_ERROR
 */
gboolean
planner_redirects_follow (PlannerRedirects *self, SoupMessage *message, GError **error)
{
  const guint status = soup_message_get_status (message);
  const char *location =
      soup_message_headers_get_one (soup_message_get_response_headers (message), "Location");
  g_autoptr (GUri) target = location ? planner_uri_parse_relative (self->uri, location) : NULL;
  g_autoptr (GUri) from = NULL;

  if (!check_target (self, target, status, error))
    return FALSE;

  from = g_steal_pointer (&self->uri);
  self->uri = copy_with_credentials_of (target, from);
  self->n_followed++;
  remember_permanent (self, status);
  keep_cookies (self, message);

  return TRUE;
}
