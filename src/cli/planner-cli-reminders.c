/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The command that shows and chooses when reminders come, and the start of the agent after a star. */

#include "config.h"

#include "cli/planner-cli-reminders.h"

#include "agent/planner-agent-start.h"
#include "agent/planner-autostart.h"
#include "agent/planner-background.h"
#include "agent/planner-bell.h"
#include "cli/planner-cli-print.h"
#include "cli/planner-json.h"
#include "model/planner-lead.h"
#include "reminders/planner-notification-permission.h"

#include <glib/gi18n.h>

static void
print_line (const char *text)
{
  planner_cli_print ("%s\n", text);
}

static void
print_own_log_in (void)
{
  g_autofree char *path = planner_autostart_dup_path ();

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    /* Translators: %s is the path of a file. */
    planner_cli_print (_ ("The planner starts when you log in, by the file %s.\n"), path);
  else
    print_line (_ ("The planner does not start when you log in. Run “gotc-planner reminders --on” to change "
                   "that."));
}

static void
print_log_in (PlannerBackgroundState state)
{
  if (planner_autostart_is_own ())
    print_own_log_in ();
  else if (state == PLANNER_BACKGROUND_ALLOWED)
    print_line (_ ("The planner starts when you log in."));
  else if (state == PLANNER_BACKGROUND_NO_AUTOSTART)
    print_line (_ ("The planner does not start when you log in. Open it once after you log in."));
  else
    print_line (_ ("The settings of the system, under Apps, say whether the planner starts when you log "
                   "in."));
}

static void
print_crash (GDBusConnection *bus)
{
  if (planner_autostart_is_own () && planner_autostart_has_unit (bus))
    print_line (_ ("If the planner crashes, systemd starts it again."));
  else
    print_line (_ ("If the planner crashes, reminders stop until it is started again."));
}

static void
print_notifications (GSettings *settings)
{
  if (g_settings_get_int (settings, "lead-minutes") < 0)
    print_line (_ ("Only sessions for which you have chosen a reminder have one."));
  if (planner_notification_permission_read () == PLANNER_NOTIFICATIONS_OFF)
    print_line (
        _ ("Notifications of the planner are switched off, so no reminder is shown. Switch them on in "
           "Settings › Notifications."));
}

/* Returns: whether reminders come while no window is open */
static gboolean
comes_when_closed (GSettings *settings, PlannerBackgroundState state, GDBusConnection *bus)
{
  return bus && g_settings_get_boolean (settings, "remind-when-closed") &&
         state != PLANNER_BACKGROUND_REFUSED;
}

/* Returns: whether it is known if the planner starts at log-in */
static gboolean
find_log_in (PlannerBackgroundState state, gboolean *at_log_in)
{
  g_autofree char *path = planner_autostart_dup_path ();

  if (planner_autostart_is_own ())
    *at_log_in = g_file_test (path, G_FILE_TEST_EXISTS);
  else
    *at_log_in = state == PLANNER_BACKGROUND_ALLOWED;

  return planner_autostart_is_own () || state == PLANNER_BACKGROUND_ALLOWED ||
         state == PLANNER_BACKGROUND_NO_AUTOSTART;
}

static void
print_json (GSettings *settings, PlannerBackgroundState state)
{
  g_autoptr (GDBusConnection) bus = planner_bell_get_session_bus ();
  gboolean at_log_in;
  const gboolean knows_log_in = find_log_in (state, &at_log_in);
  const PlannerRemindersOutput output = {
    .when_closed = comes_when_closed (settings, state, bus),
    .at_log_in = knows_log_in ? &at_log_in : NULL,
    .after_crash = bus && planner_autostart_is_own () && planner_autostart_has_unit (bus),
    .notifications = planner_notification_permission_read () != PLANNER_NOTIFICATIONS_OFF,
    .lead_minutes = g_settings_get_int (settings, "lead-minutes"),
  };
  g_autofree char *line = planner_reminders_to_json (&output);

  planner_cli_print_json (line);
}

/* @state: the answer of the system if it was requested just now; otherwise %PLANNER_BACKGROUND_OFF */
static void
print_state (GSettings *settings, PlannerBackgroundState state)
{
  g_autoptr (GDBusConnection) bus = planner_bell_get_session_bus ();

  if (!g_settings_get_boolean (settings, "remind-when-closed") || state == PLANNER_BACKGROUND_REFUSED)
    {
      print_line (planner_background_describe (state));
    }
  else if (!bus)
    {
      print_line (_ ("Reminders come only while the window of the planner is open, because there is no "
                     "session bus."));
    }
  else
    {
      print_line (_ ("Reminders come whether or not the window of the planner is open."));
      print_log_in (state);
      print_crash (bus);
    }
  print_notifications (settings);
}

static PlannerBackgroundState
choose (GSettings *settings, gboolean on)
{
  g_autoptr (PlannerBackground) background = planner_background_new ();

  g_settings_set_boolean (settings, "remind-when-closed", on);
  g_settings_set_boolean (settings, "asked-about-reminders", TRUE);
  g_settings_sync ();
  planner_background_request (background, on);
  while (planner_background_is_asking (background))
    g_main_context_iteration (NULL, TRUE);

  return planner_background_get_state (background);
}

/* Starts the agent. It ends by itself if there is nothing to remind of. */
static void
start (GSettings *settings)
{
  g_autoptr (GDBusConnection) bus = planner_bell_get_session_bus ();
  g_autofree char *problem = bus ? planner_agent_start_for_reminders (bus, settings) : NULL;

  if (problem)
    print_line (problem);
}

/**
 * planner_cli_reminders:
 *
 * Shows when reminders come on this system, after changing it if an option says so.
 */
PlannerExit
planner_cli_reminders (PlannerLibrary *library, const PlannerCliOptions *options)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  PlannerBackgroundState state = PLANNER_BACKGROUND_OFF;

  if (options->on && options->off)
    {
      planner_cli_print_failure (_ ("use either “--on” or “--off”"));
      return PLANNER_EXIT_FAILED;
    }

  if (options->on || options->off)
    state = choose (settings, options->on);
  if (options->json)
    print_json (settings, state);
  else
    print_state (settings, state);
  if (options->on && state != PLANNER_BACKGROUND_REFUSED)
    start (settings);

  return state == PLANNER_BACKGROUND_REFUSED ? PLANNER_EXIT_FAILED : PLANNER_EXIT_OK;
}

static gboolean
has_reminder (GSettings *settings, PlannerEntry *entry)
{
  const int lead_s = planner_entry_get_lead_s (entry);

  return lead_s == PLANNER_LEAD_DEFAULT ? g_settings_get_int (settings, "lead-minutes") >= 0 : lead_s >= 0;
}

/* Prints nothing to an attendee who has declined reminders. */
static gboolean
has_declined (GSettings *settings)
{
  return g_settings_get_boolean (settings, "asked-about-reminders") &&
         !g_settings_get_boolean (settings, "remind-when-closed");
}

/**
 * planner_cli_reminders_starred:
 * @entry: a session of @conference that was just starred
 *
 * Starts the agent if @entry has a reminder to come, or prints why none comes.
 */
void
planner_cli_reminders_starred (PlannerConference *conference, PlannerEntry *entry)
{
  g_autoptr (GSettings) settings = g_settings_new (APP_ID);
  const PlannerSession *session = planner_entry_get_session (entry);
  g_autoptr (GDBusConnection) bus = NULL;
  g_autofree char *problem = NULL;

  if (!planner_session_has_time (session) || has_declined (settings) || !has_reminder (settings, entry) ||
      session->start_utc <= planner_conference_get_now_utc (conference))
    return;

  bus = planner_bell_get_session_bus ();
  problem = planner_agent_start_for_reminders (bus, settings);
  if (problem)
    print_line (problem);
}
