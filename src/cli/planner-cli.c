/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/planner-cli.h"

#include "cli/planner-cli-commands.h"

#include "words/planner-messages.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  PlannerExit (*run) (char **words);
} Command;

static const Command commands[] = {
  { "check", planner_cli_check },     { "add", planner_cli_add },   { "list", planner_cli_list },
  { "refresh", planner_cli_refresh }, { "star", planner_cli_star }, { "unstar", planner_cli_unstar },
  { "changes", planner_cli_changes },
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
  g_print ("%s\n\n", _ ("Usage:"));
  g_print ("  gotc-planner [%s]\n", _ ("FILE"));
  g_print ("      %s\n", _ ("show the window; offer to add a schedule file"));
  g_print ("  gotc-planner check [--json] %s…\n", _ ("FILE-OR-ADDRESS"));
  g_print ("      %s\n", _ ("tell what a schedule has, and what is wrong with it"));
  g_print ("  gotc-planner add %s\n", _ ("FILE-OR-ADDRESS"));
  g_print ("      %s\n", _ ("add a conference by its schedule"));
  g_print ("  gotc-planner list [--json] [--starred] [--conference=%s] [--day=%s]\n"
           "                    [--forum=%s] [--room=%s] [--search=%s]\n",
           _ ("CONFERENCE"), _ ("YYYY-MM-DD"), _ ("FORUM"), _ ("ROOM"), _ ("WORDS"));
  g_print ("      %s\n", _ ("list sessions"));
  g_print ("  gotc-planner star %s\n", _ ("KEY"));
  g_print ("  gotc-planner unstar %s\n", _ ("KEY"));
  g_print ("      %s\n", _ ("star a session, or take its star away; the list tells the keys"));
  g_print ("  gotc-planner refresh [--conference=%s]\n", _ ("CONFERENCE"));
  g_print ("      %s\n", _ ("fetch the schedules again"));
  g_print ("  gotc-planner changes [--json] [--starred] [--conference=%s]\n", _ ("CONFERENCE"));
  g_print ("      %s\n", _ ("tell what the last editions of the schedules have changed"));
  g_print ("  gotc-planner --help, gotc-planner --version\n\n");
  g_print ("%s\n", _ ("More in the manual page: man gotc-planner"));
}

/**
 * planner_cli_wants:
 *
 * Returns: whether the call is for the command line, and not for the window
 */
gboolean
planner_cli_wants (int argc, char **argv)
{
  return argc > 1 && (find_command (argv[1]) || g_str_equal (argv[1], "--help") ||
                      g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "--version"));
}

/**
 * planner_cli_run:
 *
 * Does what the call asks for, without a display.
 *
 * Returns: the program's exit status
 */
int
planner_cli_run (int argc, char **argv)
{
  const Command *command = find_command (argv[1]);

  if (command)
    {
      g_auto (GStrv) words = g_strdupv (argv + 1);

      return command->run (words);
    }
  if (g_str_equal (argv[1], "--version"))
    g_print ("gotc-planner %s\n", APP_VERSION);
  else
    print_help ();

  return PLANNER_EXIT_OK;
}

/**
 * planner_cli_print_error:
 * @subject: whose error it is: the program, a conference, a file or an address
 *
 * Says what went wrong in the attendee's language, and below it in English what that sentence leaves out.
 */
void
planner_cli_print_error (const char *subject, const GError *error)
{
  g_printerr ("%s: %s\n", subject, planner_message_for_error (error));
  if (planner_error_tells_more (error))
    g_printerr ("  %s\n", error->message);
}

/**
 * planner_cli_parse:
 * @words: (inout): the call from the command's name on; afterwards what is no option, without that name
 * @entries: (array zero-terminated=1): the options
 * @min_words: how many words there must be beside the options
 * @max_words: how many there may be
 *
 * Returns: whether the call is right; where it is not, why was said
 */
gboolean
planner_cli_parse (char ***words, const GOptionEntry *entries, guint min_words, guint max_words)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  guint n_words;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (!g_option_context_parse_strv (context, words, &error))
    {
      g_printerr ("gotc-planner: %s\n", error->message);
      return FALSE;
    }

  n_words = g_strv_length (*words) - 1;
  if (n_words < min_words || n_words > max_words)
    {
      g_printerr ("gotc-planner: %s\n", n_words < min_words
                                            ? _ ("something is missing; see gotc-planner --help")
                                            : _ ("too many words; see gotc-planner --help"));
      return FALSE;
    }

  return TRUE;
}

void
planner_cli_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **answer = user_data;

  *answer = g_object_ref (result);
}

/**
 * planner_cli_wait:
 * @result: (inout): set by planner_cli_done_cb()
 *
 * Returns: (transfer full): the result, and @result is %NULL again
 */
GAsyncResult *
planner_cli_wait (GAsyncResult **result)
{
  while (!*result)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (result);
}
