/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The reminder service without a session bus: whether the planner must keep running, and the actions that it adds. */

#include "config.h"

#include "reminders/planner-reminder-service.h"

#include "store/store-fixture.h"

#define ADDRESS "https://example.org/schedule.json"
#define DAY_S (24 * 60 * 60)

typedef struct
{
  Fixture fixture;
  PlannerWorker *worker;
  GApplication *application;
  GSettings *settings;
  PlannerReminderService *service;
  GString *seen; /* the signals since the last check */
} Desk;

static void
reload_cb (PlannerReminderService *service, gint64 conference_id, Desk *desk)
{
  g_string_append_printf (desk->seen, "reload %" G_GINT64_FORMAT ";", conference_id);
}

static void
refresh_due_cb (PlannerReminderService *service, gint64 conference_id, Desk *desk)
{
  g_string_append_printf (desk->seen, "refresh %" G_GINT64_FORMAT ";", conference_id);
}

static void
needed_cb (PlannerReminderService *service, GParamSpec *pspec, Desk *desk)
{
  g_string_append (desk->seen, planner_reminder_service_is_needed (service) ? "needed;" : "not needed;");
}

static void
assert_seen (Desk *desk, const char *expected)
{
  while (!g_str_equal (desk->seen->str, expected))
    g_main_context_iteration (NULL, TRUE);
  g_string_set_size (desk->seen, 0);
}

/* One starred session that starts tomorrow, in a conference that was just refreshed. */
static void
fill_store (Desk *desk)
{
  const Row row = { "a", "guid-a", "1", "Kernel", g_get_real_time () / G_USEC_PER_SEC + DAY_S };
  g_autoptr (PlannerAgenda) agenda = make_agenda (&row, 1);

  desk->fixture.id = add_conference (desk->fixture.store, ADDRESS, agenda);
  add_star (desk->fixture.store, desk->fixture.id, agenda, "a");
  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = unixepoch ()");
}

static void
set_up (Desk *desk, gconstpointer data)
{
  g_autoptr (PlannerTimeSource) time_source = planner_time_source_new ();
  g_autoptr (GError) error = NULL;

  fixture_set_up (&desk->fixture, data);
  fill_store (desk);
  desk->worker = planner_worker_new ();
  desk->settings = g_settings_new (APP_ID);
  g_settings_reset (desk->settings, "remind-when-closed");
  desk->application = g_application_new (APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (desk->application, NULL, &error);
  g_assert_no_error (error);
  desk->seen = g_string_new (NULL);
  desk->service = planner_reminder_service_new (desk->application, desk->settings, time_source);
  g_signal_connect (desk->service, "reload", G_CALLBACK (reload_cb), desk);
  g_signal_connect (desk->service, "refresh-due", G_CALLBACK (refresh_due_cb), desk);
  g_signal_connect (desk->service, "notify::needed", G_CALLBACK (needed_cb), desk);
}

static void
tear_down (Desk *desk, gconstpointer data)
{
  g_assert_finalize_object (g_steal_pointer (&desk->service));
  g_clear_object (&desk->application);
  g_clear_object (&desk->settings);
  g_clear_pointer (&desk->worker, planner_worker_unref);
  g_string_free (desk->seen, TRUE);
  fixture_tear_down (&desk->fixture, data);
}

static void
start (Desk *desk)
{
  planner_reminder_service_start (desk->service, desk->fixture.store, desk->worker);
}

static void
test_needed (Desk *desk, gconstpointer data)
{
  g_assert_false (planner_reminder_service_is_needed (desk->service));
  g_settings_set_boolean (desk->settings, "remind-when-closed", TRUE);
  g_assert_false (planner_reminder_service_is_needed (desk->service));
  start (desk);
  assert_seen (desk, "needed;");
  g_settings_set_boolean (desk->settings, "remind-when-closed", FALSE);
  assert_seen (desk, "not needed;");
}

static void
test_unstarred (Desk *desk, gconstpointer data)
{
  g_settings_set_boolean (desk->settings, "remind-when-closed", TRUE);
  start (desk);
  assert_seen (desk, "needed;");
  planner_store_remove_star (desk->fixture.store, desk->fixture.id, "a", NULL);
  planner_reminder_service_replan (desk->service);
  assert_seen (desk, "not needed;");
}

/* Another process removes the star. */
static void
test_reload (Desk *desk, gconstpointer data)
{
  g_settings_set_boolean (desk->settings, "remind-when-closed", TRUE);
  start (desk);
  assert_seen (desk, "needed;");
  planner_store_remove_star (desk->fixture.store, desk->fixture.id, "a", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (desk->application), "reload", g_variant_new_int64 (7));
  assert_seen (desk, "reload 7;not needed;");
}

/* A snooze keeps the planner running even if reminders in the background are off. */
static void
test_snooze (Desk *desk, gconstpointer data)
{
  g_action_group_activate_action (G_ACTION_GROUP (desk->application), "snooze", g_variant_new_string ("1/a"));
  start (desk);
  assert_seen (desk, "needed;");
}

static void
test_refresh (Desk *desk, gconstpointer data)
{
  execute (desk->fixture.path, "UPDATE conferences SET updated_utc = 0");
  start (desk);
  assert_seen (desk, "refresh 1;");
  planner_reminder_service_refreshed (desk->service, 1, FALSE);
  planner_reminder_service_refreshed (desk->service, 1, TRUE);
}

/* No session bus and no store yet: each call is harmless. */
static void
test_not_started (Desk *desk, gconstpointer data)
{
  planner_reminder_service_replan (desk->service);
  planner_reminder_service_refreshed (desk->service, 1, TRUE);
  planner_reminder_service_send_test (desk->service);
  g_action_group_activate_action (G_ACTION_GROUP (desk->application), "open-link",
                                  g_variant_new_string ("file:///etc/passwd"));
  g_action_group_activate_action (G_ACTION_GROUP (desk->application), "reload", g_variant_new_int64 (0));
  assert_seen (desk, "reload 0;");
}

int
main (int argc, char **argv)
{
  const struct
  {
    const char *path;
    void (*test) (Desk *, gconstpointer);
  } tests[] = {
    { "/reminders/service/needed-while-wanted-and-pending", test_needed },
    { "/reminders/service/not-needed-after-unstarring", test_unstarred },
    { "/reminders/M1/reload-plans-again", test_reload },
    { "/reminders/R9/snooze-keeps-the-planner-running", test_snooze },
    { "/reminders/service/refresh-due", test_refresh },
    { "/reminders/service/harmless-before-start", test_not_started },
  };

  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Desk, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
