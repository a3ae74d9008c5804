/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-public-host.h"

#include <gio/gio.h>
#include <string.h>

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
