/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"
#include "plan/planner-changes.h"
#include "plan/planner-identity.h"
#include "plan/planner-reminders.h"

G_BEGIN_DECLS

#define PLANNER_STORE_ERROR (planner_store_error_quark ())

/**
 * PlannerStoreError:
 * @PLANNER_STORE_ERROR_FAILED: anything not named below
 * @PLANNER_STORE_ERROR_CORRUPT: the file is damaged; it is left as it is
 * @PLANNER_STORE_ERROR_NEWER: written by a newer planner; it is left as it is
 * @PLANNER_STORE_ERROR_READ_ONLY: may not be written
 * @PLANNER_STORE_ERROR_FULL: the disk is full
 * @PLANNER_STORE_ERROR_BUSY: another process holds it for longer than five seconds
 * @PLANNER_STORE_ERROR_EXISTS: a conference with that address is there already
 * @PLANNER_STORE_ERROR_NOT_FOUND: no such conference
 */
typedef enum
{
  PLANNER_STORE_ERROR_FAILED,
  PLANNER_STORE_ERROR_CORRUPT,
  PLANNER_STORE_ERROR_NEWER,
  PLANNER_STORE_ERROR_READ_ONLY,
  PLANNER_STORE_ERROR_FULL,
  PLANNER_STORE_ERROR_BUSY,
  PLANNER_STORE_ERROR_EXISTS,
  PLANNER_STORE_ERROR_NOT_FOUND,
} PlannerStoreError;

GQuark planner_store_error_quark (void);

/**
 * PlannerConferenceRecord:
 * @id: the store's number of the conference, never used again after its removal; 0 before it is stored
 * @address: where the feed is fetched from
 * @title: in the attendee's language, as of the last agenda
 * @default_zone: (nullable): the IANA zone that the conference was added with
 * @etag: (nullable): of the last agenda that was read, to the letter
 * @last_modified: (nullable): likewise
 * @bundled_version: (nullable): the version of the bundled agenda, while that is what is shown
 * @updated_utc: when the feed was last found to be good, fetched or not modified, in seconds since the epoch; 0 for never
 */
typedef struct
{
  gint64 id;
  char *address;
  char *title;
  char *default_zone;
  char *etag;
  char *last_modified;
  char *bundled_version;
  gint64 updated_utc;
} PlannerConferenceRecord;

PlannerConferenceRecord *planner_conference_record_copy (const PlannerConferenceRecord *record);
void planner_conference_record_free (PlannerConferenceRecord *record);

/**
 * PlannerStar:
 * @identity: what the starred session is found again by; its key is the session's in the stored agenda
 * @snapshot: the session as it was last seen: planner_agenda_session_to_bytes()
 * @withdrawn: it is not in the stored agenda
 * @lead_s: the lead time of its reminder: seconds, %PLANNER_LEAD_NONE or %PLANNER_LEAD_DEFAULT; as stored
 */
typedef struct
{
  PlannerIdentity *identity;
  GBytes *snapshot;
  gboolean withdrawn;
  int lead_s;
} PlannerStar;

PlannerStar *planner_star_new (const PlannerAgenda *agenda, const PlannerSession *session);
void planner_star_free (PlannerStar *star);

/**
 * PlannerStore:
 *
 * What is the attendee's own, and the last good agendas, in an SQLite database. Every function blocks and may be called
 * from any thread; a change is durable when its function returns %TRUE.
 */
#define PLANNER_TYPE_STORE (planner_store_get_type ())

G_DECLARE_FINAL_TYPE (PlannerStore, planner_store, PLANNER, STORE, GObject)

char *planner_store_dup_default_path (void);
PlannerStore *planner_store_open (const char *path, GError **error);

GPtrArray *planner_store_list_conferences (PlannerStore *self, GError **error);
gboolean planner_store_add_conference (PlannerStore *self,
                                       PlannerConferenceRecord *record,
                                       const PlannerAgenda *agenda,
                                       GError **error);
gboolean planner_store_remove_conference (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_save_agenda (PlannerStore *self,
                                    const PlannerConferenceRecord *record,
                                    const PlannerAgenda *agenda,
                                    GError **error);
gboolean planner_store_save_edition (PlannerStore *self,
                                     const PlannerConferenceRecord *record,
                                     const PlannerSuccession *succession,
                                     GPtrArray *changes,
                                     GError **error);
gboolean
planner_store_save_validators (PlannerStore *self, const PlannerConferenceRecord *record, GError **error);
PlannerAgenda *
planner_store_load_agenda (PlannerStore *self, gint64 id, const char *const *languages, GError **error);

GPtrArray *planner_store_list_stars (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_add_star (PlannerStore *self, gint64 id, const PlannerStar *star, GError **error);
gboolean planner_store_remove_star (PlannerStore *self, gint64 id, const char *key, GError **error);

GPtrArray *planner_store_list_changes (PlannerStore *self, gint64 id, GError **error);
GPtrArray *planner_store_list_unannounced (PlannerStore *self, gint64 id, GError **error);
gboolean planner_store_set_announced (PlannerStore *self, gint64 id, GPtrArray *changes, GError **error);
gboolean
planner_store_set_changes_seen (PlannerStore *self, gint64 id, const char *const *keys, GError **error);
gboolean planner_store_dismiss_changes (PlannerStore *self, gint64 id, GError **error);

char *planner_store_dup_value (PlannerStore *self, const char *name, GError **error);
gboolean planner_store_set_value (PlannerStore *self, const char *name, const char *value, GError **error);
guint planner_store_get_data_version (PlannerStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerConferenceRecord, planner_conference_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerStar, planner_star_free)

G_END_DECLS
