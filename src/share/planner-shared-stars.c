/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-shared-stars.h"

#include "model/planner-time.h"
#include "net/planner-shown-address.h"

#include <string.h>

G_DEFINE_QUARK (planner - shared - error - quark, planner_shared_error)

static void
shared_star_free (PlannerSharedStar *star)
{
  planner_identity_free (star->identity);
  g_free (star->url);
  g_free (star);
}

/**
 * planner_shared_stars_new:
 *
 * Returns: (transfer full): a list without stars
 */
PlannerSharedStars *
planner_shared_stars_new (void)
{
  PlannerSharedStars *self = g_new0 (PlannerSharedStars, 1);

  self->part = self->n_parts = 1;
  self->stars = g_ptr_array_new_with_free_func ((GDestroyNotify) shared_star_free);

  return self;
}

void
planner_shared_stars_free (PlannerSharedStars *self)
{
  g_free (self->address);
  g_free (self->conference);
  g_ptr_array_unref (self->stars);
  g_free (self);
}

/**
 * planner_shared_stars_add:
 *
 * Returns: (transfer none): a new star at the end of the list, about which nothing is known
 */
PlannerSharedStar *
planner_shared_stars_add (PlannerSharedStars *self)
{
  PlannerSharedStar *star = g_new0 (PlannerSharedStar, 1);

  star->identity = g_new0 (PlannerIdentity, 1);
  star->identity->start_utc = PLANNER_TIME_UNKNOWN;
  g_ptr_array_add (self->stars, star);

  return star;
}

/**
 * planner_shared_stars_check:
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Returns: whether the number of stars is one that a person may have
 */
gboolean
planner_shared_stars_check (const PlannerSharedStars *self, GError **error)
{
  if (self->stars->len == 0)
    g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_EMPTY,
                         "There are no stars in it.");
  else if (self->stars->len > PLANNER_SHARED_STARS_MAX)
    g_set_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE, "It has more than %d stars.",
                 PLANNER_SHARED_STARS_MAX);
  else
    return TRUE;

  return FALSE;
}

/**
 * planner_star_hash:
 * @key: the key of a session
 *
 * Hashes a key for links, where only four bytes are used per star. Among the 1,400 sessions of a large conference, a given
 * star has the hash of another session with a probability of one to three million.
 *
 * Returns: the first four bytes of the SHA-256 of @key, as a big-endian number
 */
guint32
planner_star_hash (const char *key)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_return_val_if_fail (key != NULL, 0);

  g_checksum_update (checksum, (const guchar *) key, (gssize) strlen (key));
  g_checksum_get_digest (checksum, digest, &length);

  return (guint32) digest[0] << 24 | (guint32) digest[1] << 16 | (guint32) digest[2] << 8 | digest[3];
}

/* Parsers of addresses skip some of these characters, so they could hide what an address is. */
static gboolean
has_space_or_control (const char *address)
{
  for (const char *p = address; *p; p++)
    if (g_ascii_isspace (*p) || g_ascii_iscntrl (*p))
      return TRUE;

  return FALSE;
}

/**
 * planner_shared_address_new:
 * @address: the address of a schedule, or the path of a file
 *
 * Returns: (transfer full) (nullable): the address without user name and password (V8), or %NULL if it is not of the web,
 *   because nobody else can use the name of a file
 */
char *
planner_shared_address_new (const char *address)
{
  g_autofree char *shown = planner_address_dup_shown (address);
  g_autoptr (GUri) uri = g_uri_parse (shown, G_URI_FLAGS_ENCODED, NULL);
  const char *scheme = uri ? g_uri_get_scheme (uri) : NULL;

  if (!uri || has_space_or_control (shown) || g_uri_get_userinfo (uri) || !g_uri_get_host (uri) ||
      !*g_uri_get_host (uri))
    return NULL;

  return g_str_equal (scheme, "https") || g_str_equal (scheme, "http") ? g_steal_pointer (&shown) : NULL;
}
