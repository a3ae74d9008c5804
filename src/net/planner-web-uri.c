/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-web-uri.h"

#include <gio/gio.h>
#include <string.h>

/**
 * planner_uri_is_http:
 *
 * Returns: whether the scheme is http or https
 */
gboolean
planner_uri_is_http (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);

  return g_str_equal (scheme, "http") || g_str_equal (scheme, "https");
}

/**
 * planner_uri_get_default_port:
 * @uri: an http or https URI
 *
 * Returns: the port of its scheme
 */
int
planner_uri_get_default_port (GUri *uri)
{
  return g_str_equal (g_uri_get_scheme (uri), "https") ? 443 : 80;
}

/**
 * planner_uri_get_port:
 * @uri: an http or https URI
 *
 * Returns: its port, or the port of its scheme if it has none
 */
int
planner_uri_get_port (GUri *uri)
{
  const int port = g_uri_get_port (uri);

  return port != -1 ? port : planner_uri_get_default_port (uri);
}

/* Names that only this computer or its network knows (RFC 6761, RFC 6762, RFC 8375). */
static const char *const private_domains[] = { ".local", ".localhost", ".localdomain", ".internal",
                                               ".home.arpa" };

/**
 * planner_host_is_public:
 *
 * Returns: whether @host is a name of the public DNS, and no IP address
 */
gboolean
planner_host_is_public (const char *host)
{
  g_autofree char *name = g_ascii_strdown (host, -1);
  const char *last_dot;

  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  for (gsize i = 0; i < G_N_ELEMENTS (private_domains); i++)
    if (g_str_has_suffix (name, private_domains[i]))
      return FALSE;
  last_dot = strrchr (name, '.');

  return last_dot && g_ascii_isalpha (last_dot[1]) && !g_hostname_is_ip_address (name);
}
