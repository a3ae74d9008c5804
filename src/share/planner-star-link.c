/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Links that carry the stars of one conference, small enough for a QR code:
 *
 *     gotc-planner:stars?v=1&a=ADDRESS&s=STARS
 *
 * STARS is base64url without padding (RFC 4648, section 5): for each star the four bytes of planner_star_hash(). The other
 * parameters are described in data/stars/README.md.
 */

#include "share/planner-star-link.h"

#include "share/planner-base64url.h"

#include <string.h>

#define VERSION "1"
#define PREFIX PLANNER_STAR_LINK_SCHEME ":stars?"
#define BYTES_PER_STAR 4
#define MAX_ADDRESS_BYTES 2000
#define MAX_TITLE_CHARS 200
#define MAX_PARTS 99

/* Enough for the address and the title, in which each byte may be escaped, and for all stars. */
#define MAX_LINK_BYTES (3 * (MAX_ADDRESS_BYTES + 4 * MAX_TITLE_CHARS) + 8 * PLANNER_SHARED_STARS_MAX)

static void
set_broken (GError **error, const char *message)
{
  g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_BROKEN, message);
}

static void
append_parameter (GString *link, const char *name, const char *value)
{
  g_string_append_printf (link, "&%s=", name);
  g_string_append_uri_escaped (link, value, NULL, FALSE);
}

/* The hashes of all stars that have one, as the bytes of the link. */
static GByteArray *
collect_hashes (const PlannerSharedStars *stars)
{
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = 0; i < stars->stars->len; i++)
    {
      const PlannerSharedStar *star = g_ptr_array_index (stars->stars, i);
      const guint32 hash = GUINT32_TO_BE (star->hash);

      if (star->has_hash)
        g_byte_array_append (bytes, (const guint8 *) &hash, sizeof hash);
    }

  return bytes;
}

static char *
make_link (const PlannerSharedStars *stars, const guint8 *hashes, gsize n_bytes, guint part, guint n_parts)
{
  GString *link = g_string_new (PREFIX "v=" VERSION);
  g_autofree char *encoded = planner_base64url_encode (hashes, n_bytes);

  if (stars->address)
    append_parameter (link, "a", stars->address);
  else if (stars->conference)
    append_parameter (link, "c", stars->conference);
  if (n_parts > 1)
    g_string_append_printf (link, "&p=%u.%u", part, n_parts);
  g_string_append_printf (link, "&s=%s", encoded);

  return g_string_free_and_steal (link);
}

/**
 * planner_is_star_link:
 * @text: from outside
 *
 * Returns: whether @text is a link of this program, perhaps a broken one
 */
gboolean
planner_is_star_link (const char *text)
{
  return g_ascii_strncasecmp (text, PLANNER_STAR_LINK_SCHEME ":", strlen (PLANNER_STAR_LINK_SCHEME ":")) == 0;
}

/**
 * planner_star_link_new:
 *
 * Returns: (transfer full): a link with all stars that have a hash
 */
char *
planner_star_link_new (const PlannerSharedStars *stars)
{
  g_autoptr (GByteArray) hashes = NULL;

  g_return_val_if_fail (stars != NULL, NULL);

  hashes = collect_hashes (stars);

  return make_link (stars, hashes->data, hashes->len, 1, 1);
}

/**
 * planner_star_links_new:
 *
 * Returns: (transfer full): links with all stars that have a hash, each with %PLANNER_STAR_LINK_PER_CODE at most
 */
char **
planner_star_links_new (const PlannerSharedStars *stars)
{
  const guint bytes_per_link = PLANNER_STAR_LINK_PER_CODE * BYTES_PER_STAR;
  g_autoptr (GStrvBuilder) links = g_strv_builder_new ();
  g_autoptr (GByteArray) hashes = NULL;
  guint n_parts;

  g_return_val_if_fail (stars != NULL, NULL);

  hashes = collect_hashes (stars);
  n_parts = MAX (1, (hashes->len + bytes_per_link - 1) / bytes_per_link);
  for (guint i = 0; i < n_parts; i++)
    {
      const guint first = i * bytes_per_link;

      g_strv_builder_take (links, make_link (stars, hashes->data + first,
                                             MIN (hashes->len - first, bytes_per_link), i + 1, n_parts));
    }

  return g_strv_builder_end (links);
}

static gboolean
read_hashes (PlannerSharedStars *stars, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = text ? planner_base64url_decode (text) : NULL;
  gsize n_bytes = 0;
  const guint8 *data = bytes ? g_bytes_get_data (bytes, &n_bytes) : NULL;

  if (!bytes || n_bytes % BYTES_PER_STAR != 0)
    {
      set_broken (error, "The stars of the link are damaged.");
      return FALSE;
    }
  for (gsize i = 0; i < n_bytes; i += BYTES_PER_STAR)
    {
      PlannerSharedStar *star = planner_shared_stars_add (stars);

      star->has_hash = TRUE;
      star->hash =
          (guint32) data[i] << 24 | (guint32) data[i + 1] << 16 | (guint32) data[i + 2] << 8 | data[i + 3];
    }

  return planner_shared_stars_check (stars, error);
}

/* Reads "2.3", the second of three parts. */
static gboolean
read_part (PlannerSharedStars *stars, const char *text, GError **error)
{
  g_auto (GStrv) numbers = g_strsplit (text, ".", 3);
  guint64 part, n_parts;

  if (g_strv_length (numbers) == 2 &&
      g_ascii_string_to_unsigned (numbers[1], 10, 1, MAX_PARTS, &n_parts, NULL) &&
      g_ascii_string_to_unsigned (numbers[0], 10, 1, n_parts, &part, NULL))
    {
      stars->part = (guint) part;
      stars->n_parts = (guint) n_parts;
      return TRUE;
    }
  set_broken (error, "The number of the link's part is none.");

  return FALSE;
}

static gboolean
read_address (PlannerSharedStars *stars, const char *text, GError **error)
{
  if (strlen (text) <= MAX_ADDRESS_BYTES)
    stars->address = planner_shared_address_new (text);
  if (stars->address)
    return TRUE;
  set_broken (error, "The link names an address that is not of the web.");

  return FALSE;
}

/* The values of the parameters that this version knows, as they were before escaping. */
typedef struct
{
  char *version;
  char *address;
  char *conference;
  char *part;
  char *stars;
} Parameters;

static void
parameters_clear (Parameters *parameters)
{
  g_free (parameters->version);
  g_free (parameters->address);
  g_free (parameters->conference);
  g_free (parameters->part);
  g_free (parameters->stars);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parameters, parameters_clear)

static char **
find_parameter (Parameters *parameters, const char *name)
{
  switch (g_str_equal (name, "") || name[1] ? '\0' : *name)
    {
    case 'v':
      return &parameters->version;
    case 'a':
      return &parameters->address;
    case 'c':
      return &parameters->conference;
    case 'p':
      return &parameters->part;
    case 's':
      return &parameters->stars;
    default:
      return NULL;
    }
}

/* Returns: whether the parameters are well-formed and none that this version knows is repeated */
static gboolean
split_parameters (Parameters *parameters, const char *query)
{
  GUriParamsIter iter;
  g_autoptr (GError) error = NULL;
  char *name, *value;

  g_uri_params_iter_init (&iter, query, -1, "&", G_URI_PARAMS_NONE);
  while (g_uri_params_iter_next (&iter, &name, &value, &error))
    {
      char **place = find_parameter (parameters, name);
      const gboolean repeated = place && *place;

      if (place && !repeated)
        *place = g_steal_pointer (&value);
      g_free (name);
      g_free (value);
      if (repeated)
        return FALSE;
    }

  return error == NULL;
}

static gboolean
read_parameters (PlannerSharedStars *stars, const Parameters *parameters, GError **error)
{
  const char *title = parameters->conference;

  if (parameters->address && !read_address (stars, parameters->address, error))
    return FALSE;
  if (title)
    stars->conference = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MAX_TITLE_CHARS));

  return (!parameters->part || read_part (stars, parameters->part, error)) &&
         read_hashes (stars, parameters->stars, error);
}

/**
 * planner_star_link_read:
 * @text: a link, from outside; valid UTF-8
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads a link. Parameters that this version does not know are ignored.
 *
 * Returns: (transfer full) (nullable): the stars
 */
PlannerSharedStars *
planner_star_link_read (const char *text, GError **error)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_new ();
  g_auto (Parameters) parameters = { 0 };

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > MAX_LINK_BYTES)
    {
      g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE,
                           "The link is too long.");
      return NULL;
    }
  if (g_ascii_strncasecmp (text, PREFIX, strlen (PREFIX)) != 0 ||
      !split_parameters (&parameters, text + strlen (PREFIX)) || !parameters.version)
    {
      set_broken (error, "The link is damaged.");
      return NULL;
    }
  if (!g_str_equal (parameters.version, VERSION))
    {
      g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_NEWER,
                           "The link is of a newer version.");
      return NULL;
    }

  return read_parameters (stars, &parameters, error) ? g_steal_pointer (&stars) : NULL;
}
