/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-feed.h"

G_BEGIN_DECLS

#define PLANNER_FEED_MAX_PERSONS 200
#define PLANNER_FEED_MAX_LINKS 100
#define PLANNER_FEED_MAX_NAMED 10000
#define PLANNER_FEED_MAX_TEXT_OF_ALL (2 * PLANNER_FEED_MAX_BYTES)

#define PLANNER_FEED_NO_DAY G_MININT64

/**
 * PlannerDraftDay:
 * @date: (nullable): as in the feed
 * @start: (nullable): when it begins, as in the feed; a hint
 * @end: (nullable): when it ends, as in the feed; a hint
 *
 * A day as the feed lists it. The fields after @end are the builder's own.
 */
typedef struct
{
  char *date;
  char *start;
  char *end;

  gint64 date_s;
  gint64 window_start_s;
  gint64 window_end_s;
} PlannerDraftDay;

/**
 * PlannerDraftSession:
 * @session: (not nullable): borrowed from the agenda; the reader fills in texts, identities, type, language, addresses
 *   as written, and forum, room and persons by the functions of the builder
 * @where: its place in the feed
 * @day: index of the day it is listed under, or -1
 * @date: (nullable): "date" or other full time stamp of the start, as in the feed
 * @start: (nullable): clock of the start, as in the feed
 * @end: (nullable): time stamp or clock of the end, as in the feed
 * @duration: (nullable): as in the feed
 * @time_unknown: the feed says that the time is to be announced; @date tells the day
 * @day_unknown: the feed says that not even the day is known
 *
 * What a reader found out about one session. The fields after @links are the builder's own.
 */
typedef struct
{
  PlannerSession *session;
  char *where;
  int day;
  char *date;
  char *start;
  char *end;
  char *duration;
  gboolean time_unknown;
  gboolean day_unknown;
  GPtrArray *persons;
  GArray *links;

  guint position;
  PlannerReport *report;
  guint *n_noted;
  GPtrArray *problems;
  gint64 local_s;
  gint64 listed_day_s;
  gint64 day_s;
} PlannerDraftSession;

/**
 * PlannerDraftPerson:
 * @id: (nullable): the feed's id
 * @code: (nullable): pretalx's code, which tells apart persons of one name
 *
 * A person on its way to planner_builder_take_person().
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
} PlannerDraftPerson;

/**
 * PlannerBuilder:
 * @agenda: owned; the reader fills in title, acronym, version, url and format, and adds exhibitors
 * @language: what the feed's own texts are in; "" where it does not tell
 * @zone_name: (nullable): what the feed calls its zone
 * @zone_where: (nullable): where it does
 * @base_url: (nullable): what relative addresses are resolved against, before the feed's own address
 * @start_date: (nullable): of the conference, as in the feed; for days that tell no date
 * @day_change: (nullable): the clock at which a day of the conference begins, as in the feed; where days have no bounds
 * @utc_tells_no_zone: whether sessions are written in UTC wherever the venue is
 * @days_first: whether durations of three parts are days, hours and minutes
 * @drafts: owned, of PlannerDraftSession
 *
 * What readers of all formats fill, and planner_builder_finish() turns into an agenda.
 */
typedef struct
{
  PlannerAgenda *agenda;
  char *language;
  char *zone_name;
  char *zone_where;
  char *base_url;
  char *start_date;
  char *day_change;
  gboolean utc_tells_no_zone;
  gboolean days_first;
  GPtrArray *drafts;
  GPtrArray *days;

  const PlannerFeedOptions *options;
  PlannerReport *report;
  GCancellable *cancellable;
  guint n_noted;
  gsize text_bytes;
  GHashTable *forums;
  GHashTable *rooms;
  GHashTable *speakers;
  GHashTable *zones_by_offset;
  GTimeZone *named_zone;
  GTimeZone *fallback_zone;
  gboolean zone_differs;
  gint64 default_day_change_s;
  gint64 day_change_s;
} PlannerBuilder;

PlannerBuilder *
planner_builder_new (const PlannerFeedOptions *options, PlannerReport *report, GCancellable *cancellable);
void planner_builder_free (PlannerBuilder *self);

int planner_builder_add_day (PlannerBuilder *self, const char *date, const char *start, const char *end);
PlannerDraftSession *
planner_builder_add_session (PlannerBuilder *self, const char *where, int day, GError **error);
gboolean planner_builder_count_text (PlannerBuilder *self, gsize n_bytes);
PlannerForum *planner_builder_get_forum (PlannerBuilder *self, const char *name);
PlannerRoom *planner_builder_get_room (PlannerBuilder *self, const char *name);
PlannerExhibitor *planner_builder_add_exhibitor (PlannerBuilder *self);
void planner_builder_describe_speaker (PlannerBuilder *self,
                                       PlannerSpeaker *speaker,
                                       const PlannerDraftPerson *person);
void
planner_builder_take_person (PlannerBuilder *self, PlannerDraftSession *draft, PlannerDraftPerson *person);
void planner_builder_add_link (PlannerBuilder *self,
                               PlannerDraftSession *draft,
                               const char *title,
                               const char *url);
char *planner_builder_resolve_link (PlannerBuilder *self, const char *url);

PlannerAgenda *planner_builder_finish (PlannerBuilder *self, GError **error);

gboolean planner_draft_person_has_role (const PlannerDraftPerson *person);
void planner_draft_person_clear (PlannerDraftPerson *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerBuilder, planner_builder_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerDraftPerson, planner_draft_person_clear)

/* The steps of planner_builder_finish(), in files of their own. */
void planner_builder_place_in_time (PlannerBuilder *self);
void planner_builder_place_in_days (PlannerBuilder *self);
void planner_builder_count_names (PlannerBuilder *self);
void planner_builder_make_keys (PlannerBuilder *self);
void planner_builder_make_search (PlannerBuilder *self);
int planner_builder_compare_sessions (const PlannerSession *a, const PlannerSession *b);

G_END_DECLS
