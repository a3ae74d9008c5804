/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannerCliOptionFlags:
 *
 * The options that a command takes.
 */
typedef enum
{
  PLANNER_CLI_JSON = 1 << 0,
  PLANNER_CLI_STARRED = 1 << 1,
  PLANNER_CLI_CONFERENCE = 1 << 2,
  PLANNER_CLI_DAY = 1 << 3,
  PLANNER_CLI_FORUM = 1 << 4,
  PLANNER_CLI_ROOM = 1 << 5,
  PLANNER_CLI_SEARCH = 1 << 6,
  PLANNER_CLI_ZONE = 1 << 7,
  PLANNER_CLI_ON = 1 << 8,
  PLANNER_CLI_OFF = 1 << 9,
  PLANNER_CLI_TO = 1 << 10,
  PLANNER_CLI_FORCE = 1 << 11,
  PLANNER_CLI_TITLE = 1 << 12,
  PLANNER_CLI_ADDRESS = 1 << 13,
  PLANNER_CLI_REMIND = 1 << 14,
  PLANNER_CLI_UNDO = 1 << 15,
  PLANNER_CLI_PLAN_B = 1 << 16,
  PLANNER_CLI_REPLACE_ALL = 1 << 17,
  PLANNER_CLI_STOP = 1 << 18,
  PLANNER_CLI_TEXT = 1 << 19,
  PLANNER_CLI_REPLACE = 1 << 20,
  PLANNER_CLI_DRY_RUN = 1 << 21,
  PLANNER_CLI_STOP_CALENDAR = 1 << 22,
} PlannerCliOptionFlags;

/**
 * PlannerCliOptions:
 * @words: the arguments that are not options
 *
 * The values of all options on a command line; %NULL or %FALSE for those that are not given.
 */
typedef struct
{
  gboolean json;
  gboolean starred;
  char *conference;
  char *day;
  char *forum;
  char *room;
  char *search;
  char *zone;
  gboolean on;
  gboolean off;
  char *to;
  gboolean force;
  char *title;
  char *address;
  char *remind;
  gboolean undo;
  gboolean replace_all;
  gboolean plan_b;
  gboolean text;
  gboolean replace;
  gboolean dry_run;
  GStrv words;
} PlannerCliOptions;

void planner_cli_options_clear (PlannerCliOptions *options);
GOptionContext *planner_cli_options_create_context (PlannerCliOptions *options,
                                                    PlannerCliOptionFlags flags,
                                                    const char *arguments,
                                                    const char *description);
gboolean planner_cli_options_check_day (const PlannerCliOptions *options);
GPtrArray *planner_cli_options_list_names (PlannerCliOptionFlags flags);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerCliOptions, planner_cli_options_clear)

G_END_DECLS
