/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-web-uri.h"

#include <libsoup/soup.h>
#include <string.h>

#define URI_FLAGS (SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_PARSE_RELAXED)

/**
 * planner_uri_parse:
 * @address: an address, which may be invalid UTF-8
 *
 * Returns: (nullable) (transfer full): the address, as a request takes it
 */
GUri *
planner_uri_parse (const char *address)
{
  return g_utf8_validate (address, -1, NULL) ? g_uri_parse (address, URI_FLAGS, NULL) : NULL;
}

/**
 * planner_uri_parse_relative:
 * @reference: an address relative to @base
 *
 * Returns: (nullable) (transfer full): the address, as a request takes it
 */
GUri *
planner_uri_parse_relative (GUri *base, const char *reference)
{
  return g_uri_parse_relative (base, reference, URI_FLAGS, NULL);
}

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
 * planner_uri_has_host:
 *
 * Returns: whether a request can be sent to the host. The host becomes a header line, but its escaped characters may be any; and
 *   GLib reads "http://a;b/" with a path that it cannot serialize.
 */
gboolean
planner_uri_has_host (GUri *uri)
{
  const char *host = g_uri_get_host (uri);
  const char *path = g_uri_get_path (uri);

  for (const char *p = host; p && *p; p++)
    if (!g_ascii_isgraph (*p))
      return FALSE;

  return host && *host && (!*path || *path == '/');
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
