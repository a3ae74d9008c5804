/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-conference-record.h"

PlannerConferenceRecord *
planner_conference_record_copy (const PlannerConferenceRecord *record)
{
  PlannerConferenceRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = g_new0 (PlannerConferenceRecord, 1);
  copy->id = record->id;
  copy->address = g_strdup (record->address);
  copy->moved_address = g_strdup (record->moved_address);
  copy->title = g_strdup (record->title);
  copy->default_zone = g_strdup (record->default_zone);
  copy->etag = g_strdup (record->etag);
  copy->last_modified = g_strdup (record->last_modified);
  copy->bundled_version = g_strdup (record->bundled_version);
  copy->updated_utc = record->updated_utc;
  copy->edition = record->edition;
  copy->changed = record->changed;
  copy->own_title = g_strdup (record->own_title);
  copy->remind = record->remind;
  copy->replaced_utc = record->replaced_utc;
  copy->replaced_title = g_strdup (record->replaced_title);
  copy->view_state = g_strdup (record->view_state);
  copy->last_utc = record->last_utc;

  return copy;
}

void
planner_conference_record_free (PlannerConferenceRecord *record)
{
  if (!record)
    return;

  g_free (record->address);
  g_free (record->moved_address);
  g_free (record->title);
  g_free (record->default_zone);
  g_free (record->etag);
  g_free (record->last_modified);
  g_free (record->bundled_version);
  g_free (record->own_title);
  g_free (record->replaced_title);
  g_free (record->view_state);
  g_free (record);
}

/**
 * planner_parse_view_state:
 * @text: (nullable): how an installation shows a conference, as it is stored: a dictionary in the text format of #GVariant
 *
 * Returns: (transfer full): the dictionary, of type a{sv}; an empty one if @text is not a dictionary
 */
GVariant *
planner_parse_view_state (const char *text)
{
  g_autoptr (GError) error = NULL;
  GVariant *state = text ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, &error) : NULL;

  if (error)
    g_info ("Reading the stored view of a conference failed: %s", error->message);

  return state ? state : g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
}

/**
 * planner_conference_make_own_title:
 * @typed: the name that the attendee has entered
 * @schedule_title: (nullable): the title of the schedule
 *
 * Returns: (nullable) (transfer full): the attendee's own name of a conference in one line; %NULL if it is empty or the title of
 *   the schedule
 */
char *
planner_conference_make_own_title (const char *typed, const char *schedule_title)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (typed), "\t\n\v\f\r", ' '));

  return *line == '\0' || g_strcmp0 (line, schedule_title) == 0 ? NULL : g_steal_pointer (&line);
}
