/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan/planner-room-groups.h"

#include "model/planner-string-table.h"

#include <string.h>

#define SEPARATORS " .-_/:,("

static void
group_free (PlannerRoomGroup *group)
{
  g_free (group->name);
  g_ptr_array_unref (group->rooms);
  g_free (group);
}

static PlannerRoomGroup *
group_new (void)
{
  PlannerRoomGroup *group = g_new0 (PlannerRoomGroup, 1);

  group->rooms = g_ptr_array_new ();

  return group;
}

static const char *
get_shown_name (const PlannerRoom *room)
{
  return room->title.shown ? room->title.shown : room->name;
}

static const char *
get_name (const PlannerRoomGroup *group, guint index)
{
  return get_shown_name (g_ptr_array_index (group->rooms, index));
}

/* A part ends before a separator, and between a letter and a digit. */
static gboolean
ends_part (const char *name, const char *end)
{
  const char *before = g_utf8_find_prev_char (name, end);

  if (*end == '\0' || strchr (SEPARATORS, *end))
    return TRUE;

  return before && g_ascii_isdigit (*end) && g_unichar_isalpha (g_utf8_get_char (before));
}

/* Returns: (nullable) (transfer full): the first part of a name; %NULL if it has no letter, such as "101" */
static char *
dup_first_part (const char *name)
{
  gboolean has_letter = FALSE;
  const char *end = name;

  while (end == name || !ends_part (name, end))
    {
      if (*end == '\0')
        return NULL;
      has_letter = has_letter || g_unichar_isalpha (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }

  return has_letter ? g_strndup (name, (gsize) (end - name)) : NULL;
}

static gsize
count_common_bytes (const PlannerRoomGroup *group)
{
  const char *first = get_name (group, 0);
  gsize length = strlen (first);

  for (guint i = 1; i < group->rooms->len; i++)
    {
      const char *name = get_name (group, i);
      gsize common = 0;

      while (common < length && name[common] == first[common])
        common++;
      length = common;
    }

  return length;
}

static gboolean
all_end_part (const PlannerRoomGroup *group, gsize length)
{
  for (guint i = 0; i < group->rooms->len; i++)
    if (!ends_part (get_name (group, i), get_name (group, i) + length))
      return FALSE;

  return TRUE;
}

/* Returns: (transfer full): the longest beginning that ends a part in all names */
static char *
dup_common_parts (const PlannerRoomGroup *group, gsize min_length)
{
  const char *first = get_name (group, 0);
  gsize length = count_common_bytes (group);

  while (length > min_length && (strchr (SEPARATORS, first[length - 1]) || !all_end_part (group, length)))
    length--;

  return g_strndup (first, length);
}

static GHashTable *
collect (const GPtrArray *rooms)
{
  GHashTable *groups = planner_string_table_new (g_free, (GDestroyNotify) group_free);

  for (guint i = 0; i < rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (rooms, i);
      char *part = dup_first_part (get_shown_name (room));
      PlannerRoomGroup *group = part ? g_hash_table_lookup (groups, part) : NULL;

      if (part && !group)
        {
          group = group_new ();
          g_hash_table_insert (groups, g_strdup (part), group);
        }
      if (group)
        g_ptr_array_add (group->rooms, (gpointer) room);
      g_free (part);
    }

  return groups;
}

/* Rooms in a row that share nothing with others are in one group without a name. */
static void
add_single (GPtrArray *found, const PlannerRoom *room)
{
  PlannerRoomGroup *last = found->len > 0 ? g_ptr_array_index (found, found->len - 1) : NULL;

  if (!last || last->name)
    {
      last = group_new ();
      g_ptr_array_add (found, last);
    }
  g_ptr_array_add (last->rooms, (gpointer) room);
}

static void
add_group (GPtrArray *found, const PlannerRoomGroup *members, gsize min_length)
{
  PlannerRoomGroup *group = group_new ();

  group->name = dup_common_parts (members, min_length);
  g_ptr_array_extend (group->rooms, members->rooms, NULL, NULL);
  g_ptr_array_add (found, group);
}

/**
 * planner_room_groups_find:
 * @rooms: (element-type PlannerRoom): the rooms of a schedule
 *
 * Groups rooms whose names begin alike, such as "H.1301" and "H.1302", or "Saal 1" and "Saal 2". A group is where its first
 * room is in @rooms. Takes time in proportion to the length of all names.
 *
 * Returns: (transfer full) (element-type PlannerRoomGroup): the groups; each room is in one of them
 */
GPtrArray *
planner_room_groups_find (const GPtrArray *rooms)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  g_autoptr (GHashTable) groups = NULL;

  g_return_val_if_fail (rooms != NULL, found);

  groups = collect (rooms);
  for (guint i = 0; i < rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (rooms, i);
      g_autofree char *part = dup_first_part (get_shown_name (room));
      const PlannerRoomGroup *group = part ? g_hash_table_lookup (groups, part) : NULL;

      if (!group || group->rooms->len == 1)
        add_single (found, room);
      else if (g_ptr_array_index (group->rooms, 0) == room)
        add_group (found, group, strlen (part));
    }

  return found;
}
