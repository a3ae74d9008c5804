/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-identity.h"

G_BEGIN_DECLS

/**
 * PlannerBackupMark:
 * @installation: (owned): the id of an installation
 * @added: the counter of that installation when the attendee last added the item there; 0 for never
 * @removed: the highest @added of this mark that a removal has covered; 0 for none
 *
 * The counters of an item on one computer: when the attendee added it there, and when it was removed.
 */
typedef struct
{
  char *installation;
  gint64 added;
  gint64 removed;
} PlannerBackupMark;

/**
 * PlannerBackupField:
 * @value: (owned) (nullable): the value; %NULL for the default
 * @counter: the counter of the installation that set the value; 0 for a field that was never set
 * @installation: (owned) (nullable): the id of that installation; %NULL if @counter is 0
 *
 * A value that the attendee can change. Of two values, the one with the higher counter is newer; if the counters are equal,
 * the one with the greater id.
 */
typedef struct
{
  char *value;
  gint64 counter;
  char *installation;
} PlannerBackupField;

/**
 * PlannerBackupFieldId:
 * @PLANNER_BACKUP_ADDRESS: the address of the schedule, without user name and password
 * @PLANNER_BACKUP_TITLE: the title of the schedule
 * @PLANNER_BACKUP_NAME: the attendee's own name
 * @PLANNER_BACKUP_ZONE: the IANA time zone for a schedule without one
 * @PLANNER_BACKUP_REMIND: "1" to remind of its sessions, or "0"
 * @PLANNER_BACKUP_DEGREE: "0" for going, "1" for plan B
 * @PLANNER_BACKUP_NOTE: the attendee's note
 * @PLANNER_BACKUP_LEAD: the lead time in seconds, or %PLANNER_LEAD_NONE, as a number
 * @PLANNER_BACKUP_SESSION: the identity and the snapshot of the item, and no value
 *
 * The fields of a conference come before those of a star.
 */
typedef enum
{
  PLANNER_BACKUP_ADDRESS,
  PLANNER_BACKUP_TITLE,
  PLANNER_BACKUP_NAME,
  PLANNER_BACKUP_ZONE,
  PLANNER_BACKUP_REMIND,
  PLANNER_BACKUP_DEGREE,
  PLANNER_BACKUP_NOTE,
  PLANNER_BACKUP_LEAD,
  PLANNER_BACKUP_SESSION,
} PlannerBackupFieldId;

#define PLANNER_BACKUP_N_FIELDS (PLANNER_BACKUP_SESSION + 1)
#define PLANNER_BACKUP_FIRST_OF_STAR PLANNER_BACKUP_DEGREE

/* The names of the fields in the database and in files. */
extern const char *const planner_backup_field_names[PLANNER_BACKUP_N_FIELDS];

/**
 * PlannerBackupItem:
 * @conference: (owned): identifies the conference: the address at which it was first added, without user name and password
 * @session: (owned): identifies the star within the conference: the key of the session when it was first starred; "" for the
 *   conference itself
 * @removed_utc: when the item was last removed, in seconds since the epoch; 0 for never
 * @marks: (owned) (element-type PlannerBackupMark): sorted by installation
 * @fields: indexed by #PlannerBackupFieldId
 * @identity: (owned) (nullable): the identity of the starred session
 * @snapshot: (owned) (nullable): the starred session, by planner_agenda_session_to_bytes(); %NULL if @identity is
 *
 * A conference or a star, also one that was removed.
 */
typedef struct
{
  char *conference;
  char *session;
  gint64 removed_utc;
  GPtrArray *marks;
  PlannerBackupField fields[PLANNER_BACKUP_N_FIELDS];
  PlannerIdentity *identity;
  GBytes *snapshot;
} PlannerBackupItem;

/**
 * PlannerBackup:
 * @installation: (owned): the id of the installation that wrote it
 * @counter: no counter in @items is higher
 * @items: (owned) (element-type PlannerBackupItem): sorted by planner_backup_item_compare(), each once
 *
 * Everything that belongs to the attendee. See data/backup/README.md.
 */
typedef struct
{
  char *installation;
  gint64 counter;
  GPtrArray *items;
} PlannerBackup;

PlannerBackup *planner_backup_new (const char *installation, gint64 counter);
void planner_backup_free (PlannerBackup *backup);
void planner_backup_sort (PlannerBackup *backup);
PlannerBackupItem *
planner_backup_find (const PlannerBackup *backup, const char *conference, const char *session);

PlannerBackupItem *planner_backup_item_new (const char *conference, const char *session);
PlannerBackupItem *planner_backup_item_copy (const PlannerBackupItem *item);
void planner_backup_item_free (PlannerBackupItem *item);
int planner_backup_item_compare (const PlannerBackupItem *a, const PlannerBackupItem *b);
gboolean planner_backup_item_is_star (const PlannerBackupItem *item);
gboolean planner_backup_item_is_live (const PlannerBackupItem *item);
PlannerBackupMark *planner_backup_item_find_mark (PlannerBackupItem *item, const char *installation);
void planner_backup_item_set_field (PlannerBackupItem *item,
                                    PlannerBackupFieldId id,
                                    const char *value,
                                    gint64 counter,
                                    const char *installation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerBackup, planner_backup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerBackupItem, planner_backup_item_free)

G_END_DECLS
