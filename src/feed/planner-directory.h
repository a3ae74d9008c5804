/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Directories beyond these limits are refused. Entries with a longer name or address are left out. */
#define PLANNER_DIRECTORY_MAX_BYTES (4 * 1024 * 1024)
#define PLANNER_DIRECTORY_MAX_CONFERENCES 5000
#define PLANNER_DIRECTORY_MAX_NAME_CHARS 200
#define PLANNER_DIRECTORY_MAX_ADDRESS_BYTES 2048

/**
 * PlannerListing:
 * @name: the name of the conference with its year or number
 * @series: (nullable): the name that all conferences of the series share
 * @start: the first day, as YYYY-MM-DD
 * @end: the last day
 * @end_utc: the end of the last day in @zone or, without one, in UTC, in seconds since the epoch
 * @zone: (nullable): the IANA time zone of the venue
 * @address: the address of the schedule: https, or http in a directory for Giggity
 * @website: (nullable): the http or https address of the website
 *
 * A conference in a directory. All texts are owned.
 */
typedef struct
{
  char *name;
  char *series;
  char *start;
  char *end;
  gint64 end_utc;
  char *zone;
  char *address;
  char *website;
} PlannerListing;

/**
 * PlannerDirectory:
 * @name: (nullable): the name of the directory
 * @listings: (element-type PlannerListing): owned
 *
 * A list of conferences that publish a schedule. It never changes.
 */
typedef struct
{
  char *name;
  GPtrArray *listings;
} PlannerDirectory;

PlannerDirectory *planner_directory_read (GBytes *bytes, GCancellable *cancellable, GError **error);
PlannerDirectory *planner_directory_ref (PlannerDirectory *self);
void planner_directory_unref (PlannerDirectory *self);

gboolean planner_listing_is_over (const PlannerListing *listing, gint64 now_utc);
GPtrArray *planner_directory_sort (PlannerDirectory *self, gint64 now_utc);
gboolean planner_directory_has_newer (PlannerDirectory *self, const PlannerListing *listing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerDirectory, planner_directory_unref)

G_END_DECLS
