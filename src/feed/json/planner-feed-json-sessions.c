/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the days of a JSON schedule, and finds the sessions in them. */

#include "feed/json/planner-feed-json-sessions.h"
#include "feed/json/planner-feed-json-event.h"

/* Members that only sessions have. */
static gboolean
looks_like_event (JsonObject *object)
{
  return json_object_has_member (object, "title") || json_object_has_member (object, "start") ||
         json_object_has_member (object, "date") || json_object_has_member (object, "guid") ||
         json_object_has_member (object, "duration");
}

/**
 * planner_json_get_events:
 * @object: (nullable): an object of the schedule
 *
 * Returns: (nullable) (transfer none): the member that lists sessions
 */
JsonNode *
planner_json_get_events (JsonObject *object)
{
  JsonNode *events = planner_json_get (object, "events");

  return events ? events : planner_json_get (object, "talks");
}

/* Lists may contain empty objects, and rooms without sessions. */
static gboolean
is_no_event (JsonObject *object)
{
  return json_object_get_size (object) == 0 ||
         (json_object_has_member (object, "name") && !looks_like_event (object));
}

/*
 * Schedules list sessions by room ({"Saal 1": [event, …]}), in one list ([event, …]) or in rooms
 * ([{"name": …, "events": [event, …]}]). These forms may be nested. PlannerJsonText limits the depth of the recursion.
 */
static gboolean
read_listing (PlannerJsonReader *reader,
              JsonNode *node,
              const char *path,
              int day,
              const char *room,
              GError **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *item;

  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (!object && !array)
    {
      planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, path, PLANNER_PROBLEM_BAD_TYPE,
                          "A single value stands in place of a session; it is left out.");
      return TRUE;
    }

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *item_path = g_strdup_printf ("%s[%u]", path, i);
      JsonObject *event = NULL;

      item = json_array_get_element (array, i);
      if (JSON_NODE_HOLDS_OBJECT (item) && !planner_json_get_events (json_node_get_object (item)))
        event = json_node_get_object (item);
      if (event && is_no_event (event))
        continue;
      if (event ? !planner_json_read_event (reader, event, item_path, day, room, error)
                : !read_listing (reader, item, item_path, day, room, error))
        return FALSE;
    }
  if (array)
    return TRUE;

  if (planner_json_get_events (object))
    {
      const PlannerPlace place = { NULL, path, reader->report };
      g_autofree char *own_name = planner_json_dup_line (&place, object, "name");
      g_autofree char *events_path = g_strconcat (path, ".events", NULL);

      return read_listing (reader, planner_json_get_events (object), events_path, day,
                           own_name ? own_name : room, error);
    }
  if (looks_like_event (object))
    return planner_json_read_event (reader, object, path, day, room, error);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &item))
    {
      const PlannerPlace place = { NULL, path, reader->report };
      g_autofree char *item_path = planner_json_make_path (path, name);
      g_autofree char *item_room = planner_place_clean (&place, name, NULL, PLANNER_TEXT_LINE);

      if (!read_listing (reader, item, item_path, day, item_room, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_day (PlannerJsonReader *reader, JsonObject *object, const char *path, const char *named, GError **error)
{
  const char *const start_members[] = { "day_start", "start", NULL }, *const end_members[] = { "day_end",
                                                                                               "end", NULL };
  const PlannerPlace place = { NULL, path, reader->report };
  g_autofree char *date = planner_json_dup_line (&place, object, "date");
  g_autofree char *start = planner_json_dup_first_line (&place, object, start_members);
  g_autofree char *end = planner_json_dup_first_line (&place, object, end_members);
  const int day = planner_builder_add_day (reader->builder, date ? date : named, start, end);
  const char *const members[] = { "rooms", "events", "talks" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      g_autofree char *listing_path = g_strconcat (path, ".", members[i], NULL);
      JsonNode *listing = planner_json_get (object, members[i]);

      if (listing && !read_listing (reader, listing, listing_path, day, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_days (PlannerJsonReader *reader, JsonNode *node, const char *path, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *item;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          g_autofree char *day_path = g_strdup_printf ("%s[%u]", path, i);

          item = json_array_get_element (array, i);
          if (JSON_NODE_HOLDS_OBJECT (item))
            {
              if (!read_day (reader, json_node_get_object (item), day_path, NULL, error))
                return FALSE;
            }
          else if (!JSON_NODE_HOLDS_NULL (item))
            planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, day_path, PLANNER_PROBLEM_BAD_TYPE,
                                "This is not a day; it is left out.");
        }
      return TRUE;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      planner_report_add (reader->report, PLANNER_SEVERITY_SKIPPED, path, PLANNER_PROBLEM_BAD_TYPE,
                          "The days are not in a list; they are left out.");
      return TRUE;
    }

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &item))
    {
      const PlannerPlace place = { NULL, path, reader->report };
      g_autofree char *day_path = planner_json_make_path (path, name);
      g_autofree char *date = planner_place_clean (&place, name, NULL, PLANNER_TEXT_LINE);

      if (JSON_NODE_HOLDS_OBJECT (item) &&
          !read_day (reader, json_node_get_object (item), day_path, date, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * planner_json_read_sessions:
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Reads all days and sessions. The conference or the schedule lists the days, or sessions without a day.
 *
 * Returns: %FALSE with @error set
 */
gboolean
planner_json_read_sessions (PlannerJsonReader *reader, GError **error)
{
  JsonObject *const places[] = { reader->conference, reader->schedule };
  const char *const paths[] = { reader->conference_path, reader->schedule_path };
  const guint n_places = reader->conference == reader->schedule ? 1 : 2;

  for (guint i = 0; i < n_places; i++)
    {
      JsonNode *days = planner_json_get (places[i], "days");
      JsonNode *events = planner_json_get_events (places[i]);
      g_autofree char *days_path = g_strconcat (paths[i], ".days", NULL);
      g_autofree char *events_path = g_strconcat (paths[i], ".events", NULL);

      if (days && !read_days (reader, days, days_path, error))
        return FALSE;
      if (events && !read_listing (reader, events, events_path, -1, NULL, error))
        return FALSE;
    }

  return TRUE;
}
