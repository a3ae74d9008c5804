/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libical/ical.h>

G_BEGIN_DECLS

/**
 * PlannerIcalBlock:
 * @start: (borrowed): the component in the schedule, from its BEGIN to before its END
 * @line: the number of the line of @start, from 1
 * @uid: (nullable) (owned): the UID as written
 * @replaced: (nullable) (owned): the line of RECURRENCE-ID
 * @sequence: the revision (RFC 5545, section 3.8.7.4), 0 where there is none
 * @is_range: whether RECURRENCE-ID stands for this time of the series and all that follow
 * @is_series: whether the event repeats
 * @is_all_day: whether its start has no clock
 * @is_outdated: whether another event replaces it
 *
 * Where a component is, and what must be known of it before the others are read.
 */
typedef struct
{
  const char *start;
  gsize length;
  guint line;
  gboolean is_zone;
  char *uid;
  char *replaced;
  int sequence;
  gboolean is_range;
  gboolean has_start;
  gboolean is_series;
  gboolean is_all_day;
  gboolean is_outdated;
} PlannerIcalBlock;

/**
 * PlannerIcalProperty:
 * @name: (owned): in upper case
 * @value: (owned): as written; one value of a list
 * @tzid: (nullable) (owned): the TZID parameter
 * @is_date: whether VALUE is DATE
 *
 * A property about time. libical does not read them: where it refuses a value, it drops the parameters too.
 */
typedef struct
{
  char *name;
  char *value;
  char *tzid;
  gboolean is_date;
} PlannerIcalProperty;

/**
 * PlannerIcalComponent:
 * @component: (nullable) (owned): the properties that are not about time
 * @times: (owned) (element-type PlannerIcalProperty): the properties about time, in the order of the file
 * @block: (borrowed): where it is in the schedule
 * @n_left_out: the number of properties beyond the limit
 */
typedef struct
{
  icalcomponent *component;
  GPtrArray *times;
  const PlannerIcalBlock *block;
  guint n_left_out;
} PlannerIcalComponent;

void planner_ical_block_clear (PlannerIcalBlock *block);
void planner_ical_block_read_line (PlannerIcalBlock *block, const char *name, const char *line);

void planner_ical_component_parse (PlannerIcalComponent *self, const PlannerIcalBlock *block);
void planner_ical_component_clear (PlannerIcalComponent *self);
const PlannerIcalProperty *planner_ical_component_find_time (const PlannerIcalComponent *self,
                                                             const char *name);

icalcomponent *planner_ical_parse_lines (GPtrArray *lines);
char *planner_ical_dup_value (icalproperty *property);
gboolean planner_ical_is_x (icalproperty *property, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalparser, icalparser_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerIcalComponent, planner_ical_component_clear)

G_END_DECLS
