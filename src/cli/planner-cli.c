/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command line. To add a command, write its function and add a row to the table of commands. */

#include "config.h"

#include "cli/planner-cli.h"

#include "agent/planner-bell.h"
#include "cli/planner-cli-backup.h"
#include "cli/planner-cli-bell.h"
#include "cli/planner-cli-board.h"
#include "cli/planner-cli-calendar.h"
#include "cli/planner-cli-check.h"
#include "cli/planner-cli-conferences.h"
#include "cli/planner-cli-convert.h"
#include "cli/planner-cli-export.h"
#include "cli/planner-cli-manage.h"
#include "cli/planner-cli-now.h"
#include "cli/planner-cli-note.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-cli-reminders.h"
#include "cli/planner-cli-sessions.h"
#include "cli/planner-cli-share.h"
#include "cli/planner-cli-wait.h"
#include "words/planner-clock.h"
#include "words/planner-desktop-clock.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#define ANY_NUMBER G_MAXUINT

/**
 * Command:
 * @arguments: (nullable): the names of the arguments that are not options
 * @min_words: the least number of these arguments
 * @max_words: the greatest number
 * @needs_library: whether the command uses the attendee's conferences
 */
typedef struct
{
  const char *name;
  PlannerExit (*run) (PlannerLibrary *library, const PlannerCliOptions *options);
  gboolean needs_library;
  const char *arguments;
  guint min_words;
  guint max_words;
  PlannerCliOptionFlags options;
  const char *description;
} Command;

static const Command commands[] = {
  { "check", planner_cli_check, FALSE, N_ ("FILE-OR-ADDRESS…"), 1, ANY_NUMBER, PLANNER_CLI_JSON,
    N_ ("Show what a schedule contains, and the problems in it") },
  { "convert", planner_cli_convert, FALSE, N_ ("FILE-OR-ADDRESS [OUT]"), 1, 2,
    PLANNER_CLI_JSON | PLANNER_CLI_TO | PLANNER_CLI_ZONE | PLANNER_CLI_FORCE,
    N_ ("Write a schedule as JSON or as a calendar") },
  { "add", planner_cli_add, TRUE, N_ ("FILE-OR-ADDRESS"), 1, 1, PLANNER_CLI_JSON | PLANNER_CLI_ZONE,
    N_ ("Add a conference by its schedule") },
  { "conferences", planner_cli_list_conferences, TRUE, NULL, 0, 0, PLANNER_CLI_JSON,
    N_ ("List your conferences and their numbers") },
  { "edit", planner_cli_edit, TRUE, N_ ("CONFERENCE"), 1, 1,
    PLANNER_CLI_JSON | PLANNER_CLI_TITLE | PLANNER_CLI_ADDRESS | PLANNER_CLI_ZONE | PLANNER_CLI_REMIND,
    N_ ("Change the name, address, time zone or reminders of a conference") },
  { "remove", planner_cli_remove, TRUE, N_ ("[CONFERENCE]"), 0, 1, PLANNER_CLI_JSON | PLANNER_CLI_UNDO,
    N_ ("Remove a conference, or bring it back") },
  { "now", planner_cli_now, TRUE, NULL, 0, 0, PLANNER_CLI_JSON | PLANNER_CLI_CONFERENCE,
    N_ ("Show which sessions run, yours first") },
  { "next", planner_cli_next, TRUE, NULL, 0, 0, PLANNER_CLI_JSON | PLANNER_CLI_CONFERENCE,
    N_ ("Show which sessions come next, yours first") },
  { "board", planner_cli_board, TRUE, NULL, 0, 0, PLANNER_CLI_CONFERENCE | PLANNER_CLI_ROOM,
    N_ ("Show on a full screen what runs and what comes next") },
  { "list", planner_cli_list, TRUE, NULL, 0, 0,
    PLANNER_CLI_JSON | PLANNER_CLI_STARRED | PLANNER_CLI_CONFERENCE | PLANNER_CLI_DAY | PLANNER_CLI_FORUM |
        PLANNER_CLI_ROOM | PLANNER_CLI_SEARCH,
    N_ ("List sessions and their keys") },
  { "export", planner_cli_export, TRUE, N_ ("[KEY…] [FILE]"), 0, ANY_NUMBER,
    PLANNER_CLI_JSON | PLANNER_CLI_CONFERENCE | PLANNER_CLI_DAY | PLANNER_CLI_FORUM | PLANNER_CLI_STARRED |
        PLANNER_CLI_TO | PLANNER_CLI_FORCE,
    N_ ("Write My Schedule or other sessions as a calendar or as a PDF document") },
  { "share", planner_cli_share, TRUE, NULL, 0, 0,
    PLANNER_CLI_JSON | PLANNER_CLI_CONFERENCE | PLANNER_CLI_TEXT,
    N_ ("Print a link with the starred sessions") },
  { "import", planner_cli_import, TRUE, N_ ("FILE-OR-LINK"), 1, 1,
    PLANNER_CLI_JSON | PLANNER_CLI_CONFERENCE | PLANNER_CLI_REPLACE | PLANNER_CLI_DRY_RUN,
    N_ ("Star the sessions of a link or a file") },
  { "star", planner_cli_star, TRUE, N_ ("KEY"), 1, 1, PLANNER_CLI_JSON | PLANNER_CLI_PLAN_B,
    N_ ("Star a session") },
  { "unstar", planner_cli_unstar, TRUE, N_ ("KEY"), 1, 1, PLANNER_CLI_JSON,
    N_ ("Remove the star of a session") },
  { "remind", planner_cli_remind, TRUE, N_ ("KEY MINUTES"), 2, 2, PLANNER_CLI_JSON,
    N_ ("Choose when to remind of a starred session") },
  { "note", planner_cli_note, TRUE, N_ ("KEY [TEXT]"), 1, 2, PLANNER_CLI_JSON,
    N_ ("Show or write the note of a session") },
  { "refresh", planner_cli_refresh, TRUE, NULL, 0, 0, PLANNER_CLI_JSON | PLANNER_CLI_CONFERENCE,
    N_ ("Fetch the schedules again") },
  { "changes", planner_cli_changes, TRUE, NULL, 0, 0,
    PLANNER_CLI_JSON | PLANNER_CLI_STARRED | PLANNER_CLI_CONFERENCE,
    N_ ("Show what has changed in the schedules") },
  { "backup", planner_cli_backup, TRUE, N_ ("[FILE]"), 0, 1, PLANNER_CLI_JSON | PLANNER_CLI_FORCE,
    N_ ("Write your conferences, stars and notes to a file") },
  { "restore", planner_cli_restore, TRUE, N_ ("FILE"), 1, 1, PLANNER_CLI_JSON | PLANNER_CLI_REPLACE_ALL,
    N_ ("Bring back what a backup contains") },
  { "sync", planner_cli_sync, TRUE, N_ ("[FOLDER]"), 0, 1, PLANNER_CLI_JSON | PLANNER_CLI_STOP,
    N_ ("Share your stars with your other computers through a folder") },
  { "calendar", planner_cli_calendar, TRUE, N_ ("[FILE]"), 0, 1,
    PLANNER_CLI_JSON | PLANNER_CLI_FORCE | PLANNER_CLI_STOP_CALENDAR,
    N_ ("Keep My Schedule in a calendar file that follows each change") },
  { "reminders", planner_cli_reminders, FALSE, NULL, 0, 0,
    PLANNER_CLI_JSON | PLANNER_CLI_ON | PLANNER_CLI_OFF, N_ ("Show when reminders come, or choose it") },
};

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static void
print_help (void)
{
  g_print ("%s\n  gotc-planner [%s]\n  gotc-planner %s\n\n%s\n", _ ("Usage:"), _ ("FILE"),
           _ ("COMMAND [OPTION…] [ARGUMENT…]"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-11s %s\n", commands[i].name, _ (commands[i].description));
  g_print (
      "\n%s\n%s\n", _ ("Without a command, the window opens. With a file, it offers to add its schedule."),
      _ ("“gotc-planner COMMAND --help” shows the options of a command, “man gotc-planner” the manual."));
}

/* A file or an address has one of these characters. */
static gboolean
looks_like_command (const char *word)
{
  return !strpbrk (word, "/.:~") && *word != '-' && *word != '\0' && !g_file_test (word, G_FILE_TEST_EXISTS);
}

static gboolean
parse (const Command *command, int argc, char **argv, PlannerCliOptions *options)
{
  g_autofree char *program = g_strconcat ("gotc-planner ", command->name, NULL);
  g_autoptr (GOptionContext) context =
      planner_cli_options_create_context (options, command->options,
                                          command->arguments ? _ (command->arguments) : NULL,
                                          _ (command->description));
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strdupv (argv + 1);
  guint n_words;

  g_set_prgname (program);
  if (!g_option_context_parse_strv (context, &words, &error))
    {
      planner_cli_print_failure ("%s", error->message);
      return FALSE;
    }
  options->words = g_strdupv (words + 1);
  n_words = g_strv_length (options->words);
  if (n_words >= command->min_words && n_words <= command->max_words)
    return TRUE;

  planner_cli_print_failure (n_words < command->min_words
                                 ? _ ("an argument is missing; see “%s --help”")
                                 : _ ("there are too many arguments; see “%s --help”"),
                             program);

  return FALSE;
}

static void
twelve_hours_cb (gboolean twelve_hours, gpointer data)
{
  planner_clock_set_twelve_hours (twelve_hours);
}

/* Requests how the desktop shows times while the library loads. */
static PlannerLibrary *
open_library (void)
{
  g_autofree char *path = planner_store_dup_default_path ();
  g_autoptr (PlannerFetcher) fetcher = planner_fetcher_new ();
  g_autoptr (PlannerLibrary) library = planner_library_new (path, fetcher);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;
  g_autoptr (GDBusConnection) bus = planner_bell_get_session_bus ();
  g_autoptr (PlannerDesktopClock) clock = bus ? planner_desktop_clock_new (bus, twelve_hours_cb, NULL) : NULL;

  planner_library_load_async (library, NULL, planner_cli_done_cb, &answer);
  result = planner_cli_wait (&answer);
  if (planner_library_load_finish (library, result, &error))
    return g_steal_pointer (&library);

  planner_cli_print_error ("gotc-planner", error);

  return NULL;
}

static PlannerExit
run (const Command *command, int argc, char **argv)
{
  g_auto (PlannerCliOptions) options = { 0 };
  g_autoptr (PlannerLibrary) library = NULL;
  g_autoptr (PlannerCliBell) bell = NULL;
  PlannerExit status;

  if (!parse (command, argc, argv, &options) || !planner_cli_options_check_day (&options))
    return PLANNER_EXIT_FAILED;
  planner_cli_set_json (options.json);
  if (command->needs_library)
    library = open_library ();
  if (command->needs_library && !(library && planner_cli_check_conference (library, options.conference)))
    return PLANNER_EXIT_FAILED;
  if (library)
    bell = planner_cli_bell_new (library);

  status = command->run (library, &options);
  if (bell && planner_cli_bell_has_rung (bell))
    {
      planner_cli_sync_quietly (library);
      planner_cli_calendar_update (library);
    }

  return status;
}

static void
print_matches (GPtrArray *candidates, const char *beginning)
{
  for (guint i = 0; i < candidates->len; i++)
    if (g_str_has_prefix (g_ptr_array_index (candidates, i), beginning))
      g_print ("%s\n", (const char *) g_ptr_array_index (candidates, i));
}

/* The words of the command line without the name of the program. The last word, which may be empty, is to be completed. */
static void
complete (char **words, guint n_words)
{
  const Command *command = n_words > 1 ? find_command (words[0]) : NULL;
  g_autoptr (GPtrArray) candidates = NULL;

  if (command)
    candidates = planner_cli_options_list_names (command->options);
  else
    candidates = g_ptr_array_new ();
  for (guint i = 0; n_words == 1 && i < G_N_ELEMENTS (commands); i++)
    g_ptr_array_add (candidates, (char *) commands[i].name);

  if (n_words > 0)
    print_matches (candidates, words[n_words - 1]);
}

/**
 * planner_cli_wants:
 *
 * Returns: whether the arguments are a command, and not for the window
 */
gboolean
planner_cli_wants (int argc, char **argv)
{
  static const char *const options[] = { "--help", "-h", "--version", "--complete", NULL };

  return argc > 1 && (find_command (argv[1]) || g_strv_contains (options, argv[1]) ||
                      (argc == 2 && looks_like_command (argv[1])));
}

/* Returns: whether standard output is a pipe whose reader has ended, as in “gotc-planner list | head” */
static gboolean
has_reader_ended (void)
{
  GPollFD output = { .fd = STDOUT_FILENO, .events = G_IO_OUT };

  return g_poll (&output, 1, 0) > 0 && (output.revents & G_IO_ERR);
}

/* Standard output may be a file on a disk that is full. */
static PlannerExit
check_output (PlannerExit status)
{
  if ((fflush (stdout) == 0 && !ferror (stdout)) || has_reader_ended ())
    return status;
  planner_cli_print_failure ("%s", _ ("the output cannot be written"));

  return PLANNER_EXIT_FAILED;
}

/**
 * planner_cli_run:
 *
 * Runs a command. No display is needed.
 *
 * Returns: the exit status of the program
 */
int
planner_cli_run (int argc, char **argv)
{
  const Command *command = find_command (argv[1]);

  if (command)
    return check_output (run (command, argc, argv));
  if (g_str_equal (argv[1], "--version"))
    g_print ("gotc-planner %s\n", APP_VERSION);
  else if (g_str_equal (argv[1], "--complete"))
    complete (argv + 2, (guint) argc - 2);
  else if (*argv[1] == '-')
    print_help ();
  else
    {
      planner_cli_print_failure (_ ("there is no command “%s”; see “gotc-planner --help”"), argv[1]);
      return PLANNER_EXIT_FAILED;
    }

  return check_output (PLANNER_EXIT_OK);
}
