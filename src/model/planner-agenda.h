/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-arena.h"
#include "model/planner-fields.h"
#include "model/planner-search-text.h"
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
 * @name: the name of the track in the schedule, which identifies the forum
 * @color: (nullable): "#rrggbb", from the schedule
 * @n_sessions: the number of sessions in this forum
 * @position: among the forums of the agenda, set by planner_agenda_seal()
 */
typedef struct
{
  char *name;
  PlannerText title;
  PlannerText description;
  PlannerForumKind kind;
  char *color;
  guint n_sessions;
  guint position;
} PlannerForum;

/**
 * PlannerRoom:
 * @name: the name in the schedule, which identifies the room
 * @url: (nullable): the http or https address of a map or page
 * @parts: the rooms that the name lists, borrowed from the agenda; see planner_rooms_find_parts()
 * @n_parts: the number of @parts, which is 0 for a single room
 */
typedef struct PlannerRoom
{
  char *name;
  PlannerText title;
  PlannerText description;
  char *url;
  const struct PlannerRoom **parts;
  guint n_parts;
} PlannerRoom;

/**
 * PlannerSpeaker:
 * @id: the id in the schedule, or the name where there is no id; not unique, because schedules that are merged from others
 *   may give several people the same id
 * @code: (nullable): the speaker's code in pretalx; only set while a schedule is read
 * @url: (nullable): an http or https address
 */
typedef struct
{
  char *id;
  char *code;
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
 * @date: the date at the venue, such as "2026-07-01"; "" for sessions whose day is not known yet
 * @first: the index of the first session of the day
 * @n_sessions: the number of sessions of the day, which is never 0
 */
typedef struct
{
  char *date;
  guint first;
  guint n_sessions;
} PlannerDay;

/**
 * PlannerSession:
 * @key: identifies the session within its agenda, and across editions as far as the identities in the schedule allow
 * @guid: (nullable): the guid in the schedule, which may repeat
 * @id: (nullable): the numeric id in the schedule, as text, which may repeat
 * @code: (nullable): the code of the submission in pretalx
 * @slug: (nullable): a short name for addresses
 * @abstract: plain text, Markdown or HTML, as in the schedule; see planner_rich_text_parse()
 * @start_utc: seconds since the epoch, or %PLANNER_TIME_UNKNOWN when the time is to be announced
 * @duration_s: the duration in seconds, 0 when the schedule has none
 * @zone: the time zone of the venue for this session
 * @day: the index of its day in the agenda
 * @position: the index of the session in the agenda, set by planner_agenda_seal()
 * @forum: (nullable): borrowed from the agenda
 * @room: (nullable): borrowed from the agenda; %NULL when the room is to be announced
 * @speakers: borrowed from the agenda
 * @search: the texts that a search reads, in all languages of the schedule
 *
 * Strings are never empty: a missing string is %NULL. Every session has a title, because readers make one up where the
 * schedule has none.
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
  PlannerSearchText search;
} PlannerSession;

/**
 * PlannerAgenda:
 * @title: the name of the conference; readers make one up where the schedule has none
 * @description: plain text, Markdown or HTML, as in the schedule; see planner_rich_text_parse()
 * @venue: the name of the building or site
 * @address: where the venue is: an address, or only a city
 * @hosts: who organizes the conference
 * @format: the name of the format it was read from; see planner_feed_format_get_name()
 * @zone_name: (nullable): the IANA name of the time zone, if the schedule names a valid one
 * @registration_url: (nullable): an http, https or mailto address
 * @coordinates: (nullable): where the venue is: "LATITUDE,LONGITUDE" in degrees; see planner_coordinates_normalize()
 * @sources: (nullable): where the schedule has its facts from, one source a line
 * @zone: the time zone of the venue
 * @is_outdated: an earlier version of the planner stored the agenda, without all fields
 * @arena: (nullable): contains the items and all strings, unless each of them was allocated by itself; see
 *   planner_agenda_new_in()
 * @sessions: sorted by day and start; sessions without a time come last in their day, in the order of the schedule
 * @first_utc: see planner_agenda_find_span()
 * @last_utc: see planner_agenda_find_span()
 *
 * One edition of a schedule. It is immutable after planner_agenda_seal(). Its reference count is atomic, so threads may
 * share it.
 */
typedef struct
{
  PlannerText title;
  PlannerText description;
  PlannerText venue;
  PlannerText address;
  PlannerText hosts;
  char *acronym;
  char *version;
  char *url;
  char *format;
  char *zone_name;
  char *registration_url;
  char *coordinates;
  char *sources;
  GTimeZone *zone;
  gboolean is_outdated;
  PlannerArena *arena;
  GPtrArray *forums;
  GPtrArray *rooms;
  GPtrArray *speakers;
  GPtrArray *exhibitors;
  GPtrArray *days;
  GPtrArray *sessions;
  GHashTable *sessions_by_key;
  gint64 first_utc;
  gint64 last_utc;
} PlannerAgenda;

/*
 * The texts and the optional strings of each type. Freeing, choosing languages, serialization and the readers walk these
 * tables. Serialized agendas contain the fields in the order of the tables.
 */
extern const PlannerTextField planner_agenda_fields[];
extern const PlannerTextField planner_forum_fields[];
extern const PlannerTextField planner_room_fields[];
extern const PlannerTextField planner_speaker_fields[];
extern const PlannerTextField planner_exhibitor_fields[];
extern const PlannerTextField planner_session_fields[];
extern const PlannerStringField planner_agenda_strings[];
extern const PlannerStringField planner_session_strings[];

#define PLANNER_TYPE_AGENDA (planner_agenda_get_type ())

GType planner_agenda_get_type (void);

PlannerAgenda *planner_agenda_new (void);
PlannerAgenda *planner_agenda_new_in (PlannerArena *arena);
PlannerAgenda *planner_agenda_ref (PlannerAgenda *agenda);
void planner_agenda_unref (PlannerAgenda *agenda);

PlannerForum *planner_forum_new (void);
PlannerRoom *planner_room_new (void);
PlannerSpeaker *planner_speaker_new (void);
PlannerExhibitor *planner_exhibitor_new (void);
PlannerDay *planner_day_new (void);
PlannerSession *planner_session_new (void);
void planner_speaker_clear (PlannerSpeaker *speaker);
void planner_link_clear (PlannerLink *link);

void planner_agenda_seal (PlannerAgenda *agenda, const char *const *languages);

const PlannerSession *planner_agenda_find_session (const PlannerAgenda *agenda, const char *key);
const PlannerSession *planner_agenda_get_session (const PlannerAgenda *agenda, guint index);
const PlannerDay *planner_agenda_get_day (const PlannerAgenda *agenda, const PlannerSession *session);

guint planner_agenda_count_days (const PlannerAgenda *agenda);
void planner_agenda_find_span (const PlannerAgenda *agenda, gint64 *first_utc, gint64 *last_utc);

gboolean planner_session_has_time (const PlannerSession *session);
gint64 planner_session_get_end_utc (const PlannerSession *session);
GDateTime *planner_session_dup_start (const PlannerSession *session);
GDateTime *planner_session_dup_end (const PlannerSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerAgenda, planner_agenda_unref)

G_END_DECLS
