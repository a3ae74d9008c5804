/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The file of stars: JSON, described in data/stars/README.md. */

#include "share/planner-star-file.h"

#include "share/planner-star-json.h"

#define FORMAT "gotc-planner-stars"
#define VERSION 1

/* The texts of an identity that the file has. The key names sessions of one edition only, so it is not among them. */
static const struct
{
  const char *member;
  gsize offset;
} text_members[] = {
  { "guid", G_STRUCT_OFFSET (PlannerIdentity, guid) },
  { "id", G_STRUCT_OFFSET (PlannerIdentity, id) },
  { "code", G_STRUCT_OFFSET (PlannerIdentity, code) },
  { "slug", G_STRUCT_OFFSET (PlannerIdentity, slug) },
  { "title", G_STRUCT_OFFSET (PlannerIdentity, title) },
  { "speakers", G_STRUCT_OFFSET (PlannerIdentity, speakers) },
};

static void
add_string (JsonBuilder *builder, const char *member, const char *value)
{
  if (!value)
    return;
  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
add_star (JsonBuilder *builder, const PlannerSharedStar *star)
{
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (text_members); i++)
    add_string (builder, text_members[i].member,
                G_STRUCT_MEMBER (char *, star->identity, text_members[i].offset));
  add_string (builder, "url", star->url);
  if (star->identity->start_utc != PLANNER_TIME_UNKNOWN)
    {
      g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (star->identity->start_utc);
      g_autofree char *text = start ? g_date_time_format_iso8601 (start) : NULL;

      add_string (builder, "start", text);
    }
  json_builder_end_object (builder);
}

/**
 * planner_star_file_write:
 *
 * Returns: (transfer full): the content of a file with all stars, one line without its end
 */
char *
planner_star_file_write (const PlannerSharedStars *stars)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (stars != NULL, NULL);

  json_builder_begin_object (builder);
  add_string (builder, "format", FORMAT);
  json_builder_set_member_name (builder, "version");
  json_builder_add_int_value (builder, VERSION);
  add_string (builder, "address", stars->address);
  add_string (builder, "conference", stars->conference);
  json_builder_set_member_name (builder, "stars");
  json_builder_begin_array (builder);
  for (guint i = 0; i < stars->stars->len; i++)
    add_star (builder, g_ptr_array_index (stars->stars, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/**
 * planner_is_star_file:
 * @object: from outside
 *
 * Returns: whether it is a file of stars, of any version
 */
gboolean
planner_is_star_file (JsonObject *object)
{
  g_autofree char *format = planner_star_json_dup_string (object, "format");

  return g_strcmp0 (format, FORMAT) == 0;
}

static void
read_star (PlannerSharedStars *stars, JsonObject *object)
{
  PlannerSharedStar *star = planner_shared_stars_add (stars);

  for (guint i = 0; i < G_N_ELEMENTS (text_members); i++)
    G_STRUCT_MEMBER (char *, star->identity, text_members[i].offset) =
        planner_star_json_dup_string (object, text_members[i].member);
  star->url = planner_star_json_dup_string (object, "url");
  star->identity->start_utc = planner_star_json_get_time (object, "start");
}

/**
 * planner_star_file_read:
 * @object: from outside
 * @error: return location for an error of %PLANNER_SHARED_ERROR
 *
 * Reads a file of stars. Members that this version does not know are ignored.
 *
 * Returns: (transfer full) (nullable): the stars
 */
PlannerSharedStars *
planner_star_file_read (JsonObject *object, GError **error)
{
  g_autoptr (PlannerSharedStars) stars = planner_shared_stars_new ();
  g_autofree char *version = planner_star_json_dup_string (object, "version");
  g_autofree char *address = planner_star_json_dup_string (object, "address");

  g_return_val_if_fail (object != NULL, NULL);

  if (g_strcmp0 (version, G_STRINGIFY (VERSION)) != 0)
    {
      g_set_error_literal (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_NEWER,
                           "The file is of a newer version.");
      return NULL;
    }
  stars->address = address ? planner_shared_address_new (address) : NULL;
  stars->conference = planner_star_json_dup_string (object, "conference");
  planner_star_json_foreach (object, "stars", stars, read_star);

  return planner_shared_stars_check (stars, error) ? g_steal_pointer (&stars) : NULL;
}
