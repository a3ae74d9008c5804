/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Completes what people type for a schedule: an address, a host, or a path. */

#include "discovery/planner-address.h"

#include <string.h>

/* Endings of schedule files, which host names do not have. */
static const char *const suffixes[] = { ".json", ".xml", ".ics", ".csv" };

static gboolean
has_scheme (const char *typed)
{
  g_autofree char *scheme = g_uri_parse_scheme (typed);

  return scheme && (g_str_has_prefix (typed + strlen (scheme), "://") || g_str_equal (scheme, "file"));
}

static gboolean
is_file_name (const char *segment)
{
  g_autofree char *folded = g_ascii_strdown (segment, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (g_str_has_suffix (folded, suffixes[i]))
      return TRUE;

  return FALSE;
}

/* Host names have a dot or a port, and IPv6 addresses have brackets. */
static gboolean
is_host (const char *segment)
{
  return strpbrk (segment, ".:[") || g_ascii_strcasecmp (segment, "localhost") == 0;
}

static gboolean
looks_like_path (const char *typed)
{
  const gsize length = strcspn (typed, "/");
  g_autofree char *segment = g_strndup (typed, length);

  if (g_path_is_absolute (typed) || strchr (".~", *typed))
    return TRUE;

  return is_file_name (segment) || (typed[length] == '/' && !is_host (segment));
}

/**
 * planner_address_is_webcal:
 * @typed: what a person typed, perhaps after white space
 *
 * Returns: whether it is an address with the scheme of calendar programs, webcal or webcals
 */
gboolean
planner_address_is_webcal (const char *typed)
{
  const char *scheme = g_uri_peek_scheme (typed + strspn (typed, " \t\r\n"));

  return g_strcmp0 (scheme, "webcal") == 0 || g_strcmp0 (scheme, "webcals") == 0;
}

/* The scheme webcal is for calendar programs. The planner fetches it by https only. */
static char *
make_https (const char *address)
{
  const char *scheme = g_uri_peek_scheme (address);

  if (!planner_address_is_webcal (address))
    return g_strdup (address);

  return g_strconcat ("https", address + strlen (scheme), NULL);
}

static char *
make_path (const char *typed, const char *folder)
{
  if (typed[0] == '~' && (typed[1] == '/' || !typed[1]))
    return g_build_filename (g_get_home_dir (), typed + 1, NULL);

  return g_canonicalize_filename (typed, folder);
}

/**
 * planner_address_complete:
 * @typed: an address, a host, or a path
 * @folder: (nullable): the folder of relative paths; the current folder if %NULL
 *
 * Makes an address of what a person typed. Existing files are paths. So are words that begin with "/", "." or "~", whose
 * first segment is no host name, or ends as schedule files do: a missing file is not looked for on the network. Other
 * words without a scheme are hosts, and use https.
 *
 * Returns: (transfer full): an address with a scheme
 */
char *
planner_address_complete (const char *typed, const char *folder)
{
  g_autofree char *address = g_strstrip (g_strdup (typed));
  g_autofree char *path = NULL;

  if (!*address)
    return g_steal_pointer (&address);
  if (has_scheme (address))
    return make_https (address);

  path = make_path (address, folder);
  if (looks_like_path (address) || g_file_test (path, G_FILE_TEST_EXISTS))
    return g_filename_to_uri (path, NULL, NULL);

  return g_strconcat ("https://", address, NULL);
}
