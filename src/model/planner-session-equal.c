/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-session-equal.h"

static gboolean
has_same_time (const PlannerAgenda *a_agenda,
               const PlannerSession *a,
               const PlannerAgenda *b_agenda,
               const PlannerSession *b)
{
  return a->start_utc == b->start_utc && a->duration_s == b->duration_s &&
         g_str_equal (planner_agenda_get_day (a_agenda, a)->date,
                      planner_agenda_get_day (b_agenda, b)->date) &&
         g_str_equal (g_time_zone_get_identifier (a->zone), g_time_zone_get_identifier (b->zone));
}

static gboolean
is_same_forum (const PlannerForum *a, const PlannerForum *b)
{
  if (!a || !b)
    return a == b;

  return g_str_equal (a->name, b->name) && a->kind == b->kind && g_strcmp0 (a->color, b->color) == 0 &&
         planner_text_fields_are_equal (planner_forum_fields, a, b);
}

static gboolean
is_same_single_room (const PlannerRoom *a, const PlannerRoom *b)
{
  return g_str_equal (a->name, b->name) && g_strcmp0 (a->url, b->url) == 0 &&
         planner_text_fields_are_equal (planner_room_fields, a, b);
}

static gboolean
is_same_room (const PlannerRoom *a, const PlannerRoom *b)
{
  if (!a || !b)
    return a == b;
  if (a->n_parts != b->n_parts)
    return FALSE;
  for (guint i = 0; i < a->n_parts; i++)
    if (!is_same_single_room (a->parts[i], b->parts[i]))
      return FALSE;

  return is_same_single_room (a, b);
}

static gboolean
has_same_speakers (const PlannerSession *a, const PlannerSession *b)
{
  if (a->n_speakers != b->n_speakers)
    return FALSE;
  for (guint i = 0; i < a->n_speakers; i++)
    if (!g_str_equal (a->speakers[i]->id, b->speakers[i]->id) ||
        g_strcmp0 (a->speakers[i]->url, b->speakers[i]->url) != 0 ||
        !planner_text_fields_are_equal (planner_speaker_fields, a->speakers[i], b->speakers[i]))
      return FALSE;

  return TRUE;
}

static gboolean
has_same_links (const PlannerSession *a, const PlannerSession *b)
{
  if (a->n_links != b->n_links)
    return FALSE;
  for (guint i = 0; i < a->n_links; i++)
    if (g_strcmp0 (a->links[i].title, b->links[i].title) != 0 ||
        g_strcmp0 (a->links[i].url, b->links[i].url) != 0)
      return FALSE;

  return TRUE;
}

/**
 * planner_session_is_equal:
 * @a_agenda: the agenda of @a
 * @b_agenda: the agenda of @b, which may be another edition
 *
 * Compares everything that can be shown of a session, including its forum, its room and its speakers. The position in the
 * agenda does not count.
 */
gboolean
planner_session_is_equal (const PlannerAgenda *a_agenda,
                          const PlannerSession *a,
                          const PlannerAgenda *b_agenda,
                          const PlannerSession *b)
{
  g_return_val_if_fail (a_agenda != NULL && a != NULL && b_agenda != NULL && b != NULL, FALSE);

  return g_str_equal (a->key, b->key) && a->cancelled == b->cancelled && a->not_recorded == b->not_recorded &&
         has_same_time (a_agenda, a, b_agenda, b) &&
         planner_string_fields_are_equal (planner_session_strings, a, b) &&
         planner_text_fields_are_equal (planner_session_fields, a, b) && is_same_forum (a->forum, b->forum) &&
         is_same_room (a->room, b->room) && has_same_speakers (a, b) && has_same_links (a, b);
}
