/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-text.h"
#include "model/planner-time.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  PLANNER_FORUM_THEMATIC,
  PLANNER_FORUM_MAIN,
  PLANNER_FORUM_FEATURED,
  PLANNER_FORUM_FLASH_TALKS,
  PLANNER_FORUM_EXHIBITION,
} PlannerForumKind;

/**
 * PlannerForum:
 * @name: the feed's track, which tells forums apart
 * @color: (nullable): "#rrggbb" as the feed has it
 * @n_sessions: how many of the agenda's sessions are in it
 */
typedef struct
{
  char *name;
  PlannerText title;
  PlannerText description;
  PlannerForumKind kind;
  char *color;
  guint n_sessions;
} PlannerForum;

/**
 * PlannerRoom:
 * @name: the feed's name, which tells rooms apart
 * @url: (nullable): a map or a page, http or https
 */
typedef struct
{
  char *name;
  PlannerText title;
  PlannerText description;
  char *url;
} PlannerRoom;

/**
 * PlannerSpeaker:
 * @id: the feed's id, else the name; feeds merged from others may give one id to several people, each a speaker here
 * @url: (nullable): http or https
 */
typedef struct
{
  char *id;
  PlannerText name;
  PlannerText role;
  PlannerText organisation;
  PlannerText biography;
  char *url;
} PlannerSpeaker;

typedef enum
{
  PLANNER_EXHIBITOR_BOOTH,
  PLANNER_EXHIBITOR_STAND,
  PLANNER_EXHIBITOR_AREA,
  PLANNER_EXHIBITOR_MARKET,
} PlannerExhibitorKind;

typedef struct
{
  PlannerText name;
  PlannerText description;
  PlannerText place;
  PlannerExhibitorKind kind;
  char *url;
} PlannerExhibitor;

typedef struct
{
  char *title;
  char *url;
} PlannerLink;

/**
 * PlannerDay:
 * @date: "2026-07-01", the date of the day at the venue; "" for sessions whose day is not known yet
 * @first: index of its first session in the agenda
 * @n_sessions: never 0
 */
typedef struct
{
  char *date;
  guint first;
  guint n_sessions;
} PlannerDay;

enum
{
  PLANNER_SEARCH_TITLE,
  PLANNER_SEARCH_SPEAKERS,
  PLANNER_SEARCH_FORUM,
  PLANNER_SEARCH_ROOM,
  PLANNER_SEARCH_ABSTRACT,
  PLANNER_SEARCH_N_FIELDS
};

/**
 * PlannerSession:
 * @key: what names it within its agenda; stable across editions as far as the feed's identities are
 * @guid: (nullable): as in the feed; may repeat
 * @id: (nullable): the feed's numeric id, as text; may repeat
 * @code: (nullable): pretalx's submission code
 * @slug: (nullable):
 * @start_utc: seconds since the epoch, or %PLANNER_TIME_UNKNOWN for "time to be announced"
 * @duration_s: in seconds, 0 if the feed has none
 * @zone: the venue's zone for this session
 * @day: index into the agenda's days
 * @position: index into the agenda's sessions, set by planner_agenda_seal()
 * @forum: (nullable): borrowed from the agenda
 * @room: (nullable): borrowed from the agenda; %NULL when it is to be announced
 * @speakers: borrowed from the agenda
 * @abstract: as in the feed: plain text, Markdown or HTML; see planner_rich_text_parse()
 * @search: folded by planner_fold(), in all languages the feed has
 *
 * Strings are never empty: what is missing is %NULL. Every title is there: the reader makes one up.
 */
typedef struct
{
  char *key;
  char *guid;
  char *id;
  char *code;
  char *slug;
  PlannerText title;
  PlannerText subtitle;
  PlannerText abstract;
  PlannerText description;
  gint64 start_utc;
  gint64 duration_s;
  GTimeZone *zone;
  guint day;
  guint position;
  const PlannerForum *forum;
  const PlannerRoom *room;
  const PlannerSpeaker **speakers;
  guint n_speakers;
  char *type;
  char *language;
  char *url;
  char *stream_url;
  char *feedback_url;
  PlannerLink *links;
  guint n_links;
  gboolean cancelled;
  gboolean not_recorded;
  char *search[PLANNER_SEARCH_N_FIELDS];
} PlannerSession;

/**
 * PlannerAgenda:
 * @title: the conference's name; the reader makes one up where the feed has none
 * @format: what it was read from: "frab", "pretalx", "wafer", "voc", "gotc", "ical", "coscup", …
 * @zone_name: (nullable): the IANA zone of the feed, if it names a valid one
 * @zone: the zone of the venue
 * @sessions: by day, then start; unknown times last, in the order of the feed
 *
 * One immutable edition of a conference's programme. Atomically counted: threads may share it.
 */
typedef struct
{
  PlannerText title;
  char *acronym;
  char *version;
  char *url;
  char *format;
  char *zone_name;
  GTimeZone *zone;
  GPtrArray *forums;
  GPtrArray *rooms;
  GPtrArray *speakers;
  GPtrArray *exhibitors;
  GPtrArray *days;
  GPtrArray *sessions;
  GHashTable *sessions_by_key;
} PlannerAgenda;

#define PLANNER_TYPE_AGENDA (planner_agenda_get_type ())

GType planner_agenda_get_type (void);

PlannerAgenda *planner_agenda_new (void);
PlannerAgenda *planner_agenda_ref (PlannerAgenda *agenda);
void planner_agenda_unref (PlannerAgenda *agenda);

PlannerForum *planner_forum_new (void);
PlannerRoom *planner_room_new (void);
PlannerSpeaker *planner_speaker_new (void);
PlannerExhibitor *planner_exhibitor_new (void);
PlannerDay *planner_day_new (void);
PlannerSession *planner_session_new (void);

void planner_agenda_seal (PlannerAgenda *agenda, const char *const *languages);

const PlannerSession *planner_agenda_find_session (const PlannerAgenda *agenda, const char *key);
const PlannerSession *planner_agenda_get_session (const PlannerAgenda *agenda, guint index);
const PlannerDay *planner_agenda_get_day (const PlannerAgenda *agenda, const PlannerSession *session);

void planner_agenda_find_span (const PlannerAgenda *agenda, gint64 *first_utc, gint64 *last_utc);

gboolean planner_session_has_time (const PlannerSession *session);
gint64 planner_session_get_end_utc (const PlannerSession *session);
GDateTime *planner_session_dup_start (const PlannerSession *session);
GDateTime *planner_session_dup_end (const PlannerSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerAgenda, planner_agenda_unref)

G_END_DECLS
