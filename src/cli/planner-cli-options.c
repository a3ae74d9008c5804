/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/planner-cli-options.h"

#include "cli/planner-cli-print.h"

#include <glib/gi18n.h>

typedef struct
{
  PlannerCliOptionFlags flag;
  const char *name;
  GOptionArg type;
  gsize offset;
  const char *description;
  const char *argument;
} Option;

static const Option option_table[] = {
  { PLANNER_CLI_JSON, "json", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, json),
    N_ ("Print JSON, one object per line"), NULL },
  { PLANNER_CLI_STARRED, "starred", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, starred),
    N_ ("Only starred sessions"), NULL },
  { PLANNER_CLI_CONFERENCE, "conference", G_OPTION_ARG_STRING,
    G_STRUCT_OFFSET (PlannerCliOptions, conference),
    N_ ("Only the conference with this title, acronym or number"), N_ ("CONFERENCE") },
  { PLANNER_CLI_DAY, "day", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, day),
    N_ ("Only sessions of this day"), N_ ("YYYY-MM-DD") },
  { PLANNER_CLI_FORUM, "forum", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, forum),
    N_ ("Only sessions of the forum with this name"), N_ ("FORUM") },
  { PLANNER_CLI_ROOM, "room", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, room),
    N_ ("Only sessions in the room with this name"), N_ ("ROOM") },
  { PLANNER_CLI_SEARCH, "search", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, search),
    N_ ("Only sessions that contain all these words"), N_ ("WORDS") },
  { PLANNER_CLI_ZONE, "zone", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, zone),
    N_ ("The time zone of the venue, such as Asia/Shanghai, for a schedule that names none"), N_ ("ZONE") },
  { PLANNER_CLI_ON, "on", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, on),
    N_ ("Remind while no window is open, too"), NULL },
  { PLANNER_CLI_OFF, "off", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, off),
    N_ ("Remind only while a window is open"), NULL },
  { PLANNER_CLI_TO, "to", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, to),
    N_ ("The format: json, ics or pdf, as far as the command has it"), N_ ("FORMAT") },
  { PLANNER_CLI_FORCE, "force", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, force),
    N_ ("Replace the file if there is one"), NULL },
  { PLANNER_CLI_TITLE, "title", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, title),
    N_ ("The name to show; an empty one is that of the schedule"), N_ ("TITLE") },
  { PLANNER_CLI_ADDRESS, "address", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, address),
    N_ ("The address of the schedule"), N_ ("ADDRESS") },
  { PLANNER_CLI_REMIND, "remind", G_OPTION_ARG_STRING, G_STRUCT_OFFSET (PlannerCliOptions, remind),
    N_ ("Whether to remind of its sessions: on or off"), N_ ("ON-OR-OFF") },
  { PLANNER_CLI_UNDO, "undo", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, undo),
    N_ ("Bring a removed conference back"), NULL },
  { PLANNER_CLI_REPLACE_ALL, "replace", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, replace_all),
    N_ ("Remove everything that the backup lacks"), NULL },
  { PLANNER_CLI_STOP, "off", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, off),
    N_ ("Stop synchronizing; the files stay in the folder"), NULL },
  { PLANNER_CLI_STOP_CALENDAR, "off", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, off),
    N_ ("Stop updating the file, which stays"), NULL },
  { PLANNER_CLI_PLAN_B, "plan-b", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, plan_b),
    N_ ("Star it as plan B, without a reminder"), NULL },
  { PLANNER_CLI_TEXT, "text", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, text),
    N_ ("Print a list for people, with the link at its end"), NULL },
  { PLANNER_CLI_REPLACE, "replace", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, replace),
    N_ ("Remove the stars of other sessions of the conference"), NULL },
  { PLANNER_CLI_DRY_RUN, "dry-run", G_OPTION_ARG_NONE, G_STRUCT_OFFSET (PlannerCliOptions, dry_run),
    N_ ("Only print what would change"), NULL },
};

/**
 * planner_cli_options_clear:
 *
 * Frees the values of @options.
 */
void
planner_cli_options_clear (PlannerCliOptions *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (option_table); i++)
    if (option_table[i].type == G_OPTION_ARG_STRING)
      g_clear_pointer (&G_STRUCT_MEMBER (char *, options, option_table[i].offset), g_free);
  g_clear_pointer (&options->words, g_strfreev);
}

/**
 * planner_cli_options_create_context:
 * @options: takes the values, and must live as long as the context
 * @flags: the options that the command takes
 * @arguments: (nullable): the names of its other arguments, for the help
 * @description: the description of the command, for the help
 *
 * Returns: (transfer full): a parser for the options of a command
 */
GOptionContext *
planner_cli_options_create_context (PlannerCliOptions *options,
                                    PlannerCliOptionFlags flags,
                                    const char *arguments,
                                    const char *description)
{
  GOptionContext *context = g_option_context_new (arguments);

  for (guint i = 0; i < G_N_ELEMENTS (option_table); i++)
    {
      const Option *option = &option_table[i];
      const GOptionEntry entries[] = {
        { option->name, 0, 0, option->type, &G_STRUCT_MEMBER (char *, options, option->offset),
          option->description, option->argument },
        G_OPTION_ENTRY_NULL,
      };

      if (flags & option->flag)
        g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
    }
  g_option_context_set_summary (context, description);

  return context;
}

/**
 * planner_cli_options_check_day:
 *
 * Returns: whether the option --day is a date or not given; otherwise a sentence is printed
 */
gboolean
planner_cli_options_check_day (const PlannerCliOptions *options)
{
  g_autofree char *text = g_strconcat (options->day ? options->day : "", "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = g_date_time_new_from_iso8601 (text, NULL);
  g_autofree char *date = day ? g_date_time_format (day, "%F") : NULL;

  if (!options->day || g_strcmp0 (date, options->day) == 0)
    return TRUE;
  planner_cli_print_failure (_ ("there is no day “%s”; write it as in 2027-09-12"), options->day);

  return FALSE;
}

/**
 * planner_cli_options_list_names:
 *
 * Returns: (transfer full) (element-type utf8): the options as they are typed, such as "--json" and "--day=", for completion
 */
GPtrArray *
planner_cli_options_list_names (PlannerCliOptionFlags flags)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (option_table); i++)
    if (flags & option_table[i].flag)
      g_ptr_array_add (names,
                       g_strconcat ("--", option_table[i].name, option_table[i].argument ? "=" : "", NULL));
  g_ptr_array_add (names, g_strdup ("--help"));

  return names;
}
