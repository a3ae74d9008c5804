/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerConferenceRecord:
 * @id: the store's number of the conference, which is not used again after its removal; 0 before it is stored
 * @address: the address of the schedule
 * @moved_address: (nullable): only when it is saved: the address that replaces @address, because the server redirects
 *   permanently
 * @title: from the last agenda, in the attendee's language
 * @default_zone: (nullable): the IANA time zone for schedules without one: the attendee's own choice, or else the one that was
 *   chosen when the conference was added
 * @etag: (nullable): the ETag of the last agenda, unchanged (RFC 9110, section 8.8.3)
 * @last_modified: (nullable): the Last-Modified date of the last agenda, unchanged (RFC 9110, section 8.8.2)
 * @bundled_version: (nullable): the version of the bundled edition, until another edition replaces it
 * @updated_utc: when the last refresh succeeded, in seconds since the epoch; 0 for never
 * @edition: counts the stored editions; what is written applies to this one only
 * @changed: counts the changes of all that is stored about the conference
 * @own_title: (nullable): the name that the attendee has given
 * @remind: whether to remind of its sessions
 * @replaced_utc: when another conference, such as next year's, was found at the address; 0 for never
 * @replaced_title: (nullable): the title of the conference before
 * @view_state: (nullable): how this installation shows the conference, as the text of a dictionary
 * @last_utc: when its last session ends, or %PLANNER_TIME_UNKNOWN; only set when it is read from the store
 *
 * The facts about a conference that are stored beside its agenda. All texts are owned.
 */
typedef struct
{
  gint64 id;
  char *address;
  char *moved_address;
  char *title;
  char *default_zone;
  char *etag;
  char *last_modified;
  char *bundled_version;
  gint64 updated_utc;
  gint64 edition;
  gint64 changed;
  char *own_title;
  gboolean remind;
  gint64 replaced_utc;
  char *replaced_title;
  char *view_state;
  gint64 last_utc;
} PlannerConferenceRecord;

/**
 * PlannerConferenceEdit:
 * @address: the address of the schedule
 * @own_title: (nullable): the attendee's own name; %NULL for the schedule's title
 * @own_zone: (nullable): the IANA time zone for a schedule without one; %NULL for the zone that was chosen when the conference
 *   was added
 * @remind: whether to remind of its sessions
 *
 * The fields of a conference that the attendee can edit. All texts are borrowed.
 */
typedef struct
{
  const char *address;
  const char *own_title;
  const char *own_zone;
  gboolean remind;
} PlannerConferenceEdit;

char *planner_conference_make_own_title (const char *typed, const char *schedule_title);

PlannerConferenceRecord *planner_conference_record_copy (const PlannerConferenceRecord *record);
void planner_conference_record_free (PlannerConferenceRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerConferenceRecord, planner_conference_record_free)

G_END_DECLS
