/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/listening.h"

char *
get_address (SoupServer *server, const char *scheme)
{
  GSList *uris = soup_server_get_uris (server);
  char *address = NULL;

  for (GSList *l = uris; l; l = l->next)
    if (g_str_equal (g_uri_get_scheme (l->data), scheme))
      address = g_strdup_printf ("%s://127.0.0.1:%d", scheme, g_uri_get_port (l->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_assert_nonnull (address);

  return address;
}

char *
listen_http (SoupServer *server)
{
  g_autoptr (GError) error = NULL;

  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  return get_address (server, "http");
}
