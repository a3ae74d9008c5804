/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-shown-address.h"

#include <gio/gio.h>
#include <string.h>

/* A colon that no port follows, as in "me:pass/word": the password has characters that must be escaped. */
static gboolean
has_odd_port (const char *authority, gsize length)
{
  const char *colon = g_strrstr_len (authority, (gssize) length, ":");

  if (!colon || *authority == '[')
    return FALSE;
  for (const char *p = colon + 1; p < authority + length; p++)
    if (!g_ascii_isdigit (*p))
      return TRUE;

  return FALSE;
}

/**
 * planner_address_dup_shown:
 * @address: an address as it was typed or stored, valid or not, or a path
 *
 * Removes the user name and the password from an address (RFC 3986, 3.2.1). Without a scheme, a user name needs a
 * password to be recognized, since files may be called a@b. Use the result in messages, logs and output,
 * and the address itself only to fetch.
 *
 * Returns: (transfer full): the address as valid UTF-8
 */
char *
planner_address_dup_shown (const char *address)
{
  g_autofree char *valid = g_utf8_make_valid (address, -1);
  const char *scheme_end = strstr (valid, "://");
  const char *authority = scheme_end ? scheme_end + strlen ("://") : valid;
  const gsize length = strcspn (authority, "/?#\\");
  const char *at = g_strrstr_len (authority, (gssize) length, "@");

  if (!at && scheme_end && has_odd_port (authority, length))
    at = strrchr (authority, '@');
  if (!at || (!scheme_end && !memchr (authority, ':', (gsize) (at - authority))))
    return g_steal_pointer (&valid);

  return g_strdup_printf ("%.*s%s", (int) (authority - valid), valid, at + 1);
}

/**
 * planner_address_dup_readable:
 * @address: an address as it is stored
 *
 * Like planner_address_dup_shown(), but shows the path of a file, as people know it, instead of its URI. For the interface;
 * planner_address_complete() makes the same address of it.
 *
 * Returns: (transfer full): the address as valid UTF-8
 */
char *
planner_address_dup_readable (const char *address)
{
  g_autoptr (GFile) file = g_str_has_prefix (address, "file:") ? g_file_new_for_uri (address) : NULL;

  return file ? g_file_get_parse_name (file) : planner_address_dup_shown (address);
}
