/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/planner-feed-error.h"
#include "feed/planner-feed-format.h"
#include "feed/planner-feed-options.h"
#include "feed/build/planner-feed-draft.h"

G_BEGIN_DECLS

#define PLANNER_FEED_MAX_PERSONS 200
#define PLANNER_FEED_MAX_LINKS 100
#define PLANNER_FEED_MAX_NAMED 10000
#define PLANNER_FEED_MAX_TEXT_OF_ALL (2 * PLANNER_FEED_MAX_BYTES)

/**
 * PlannerBuilder:
 * @agenda: owned; the reader sets title, acronym, version and url, and adds exhibitors
 * @language: the language of the schedule's own texts; "" when the schedule does not name it
 * @zone_name: (nullable): the time zone, as in the schedule
 * @zone_where: (nullable): the place of @zone_name in the schedule
 * @base_url: (nullable): the address that relative links are resolved against, before the address of the schedule itself
 * @start_date: (nullable): the first date of the conference, as in the schedule; used for days without a date
 * @day_change: (nullable): the time of day at which conference days begin, as in the schedule; used for days without bounds
 * @utc_tells_no_zone: whether the schedule writes all times in UTC, so that UTC need not be the time zone of the venue
 * @always_utc: whether the program that wrote the schedule writes UTC for every conference
 * @days_first: whether durations of three parts are days, hours and minutes
 * @drafts: owned, of #PlannerDraftSession
 * @days: owned, of #PlannerDraftDay
 *
 * Collects what a reader finds. planner_builder_finish() makes an agenda of it. Readers do not use the fields after @days.
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
  gboolean always_utc;
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
  gboolean has_no_zone;
  guint n_local; /* sessions whose start has neither an offset nor a named zone */
  gint64 default_day_change_s;
  gint64 day_change_s;
} PlannerBuilder;

PlannerBuilder *
planner_builder_new (const PlannerFeedOptions *options, PlannerReport *report, GCancellable *cancellable);
void planner_builder_free (PlannerBuilder *self);

void planner_builder_set_format (PlannerBuilder *self, PlannerFeedFormat format);
int planner_builder_add_day (PlannerBuilder *self, const char *date, const char *start, const char *end);
PlannerDraftSession *
planner_builder_add_session (PlannerBuilder *self, const char *where, int day, GError **error);
void planner_builder_count_text (PlannerBuilder *self, gsize n_bytes);
gboolean planner_builder_check_text (PlannerBuilder *self, GError **error);
PlannerForum *planner_builder_get_forum (PlannerBuilder *self, const char *name);
PlannerRoom *planner_builder_get_room (PlannerBuilder *self, const char *name);
void planner_builder_take_forum (PlannerBuilder *self, PlannerDraftSession *draft, const char *name);
void planner_builder_take_room (PlannerBuilder *self, PlannerDraftSession *draft, const char *name);
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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerBuilder, planner_builder_free)

G_END_DECLS
