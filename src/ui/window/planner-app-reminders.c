/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-app-reminders.h"

#include "library/planner-conference-refresh.h"
#include "reminders/planner-follow.h"

struct _PlannerAppReminders
{
  GObject parent_instance;

  GSettings *settings;             /* owned */
  PlannerLibrary *library;         /* owned */
  PlannerHandover *handover;       /* owned */
  PlannerReminderService *service; /* owned */
  PlannerBackground *background;   /* owned */
  gboolean choosing; /* whether the attendee has just asked for reminders while no window is open */
};

G_DEFINE_FINAL_TYPE (PlannerAppReminders, planner_app_reminders, G_TYPE_OBJECT)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The system may have withdrawn the permission to run in the background. */
static void
update_handover (PlannerAppReminders *self)
{
  planner_handover_set_background (self->handover, planner_reminder_service_is_needed (self->service) &&
                                                       planner_background_get_state (self->background) !=
                                                           PLANNER_BACKGROUND_REFUSED);
}

static void
choice_changed_cb (PlannerAppReminders *self)
{
  self->choosing = g_settings_get_boolean (self->settings, "remind-when-closed");
}

/* Reports at once that the system refuses what the attendee has just chosen, but not at each start. */
static void
background_changed_cb (PlannerAppReminders *self)
{
  const PlannerBackgroundState state = planner_background_get_state (self->background);

  update_handover (self);
  if (!self->choosing || state == PLANNER_BACKGROUND_ASKING || state == PLANNER_BACKGROUND_OFF)
    return;

  self->choosing = FALSE;
  if (state != PLANNER_BACKGROUND_ALLOWED)
    g_signal_emit (self, signals[REFUSED], 0, planner_background_describe (state));
}

static void
refresh_due_cb (PlannerAppReminders *self, gint64 conference_id)
{
  PlannerConference *conference = planner_library_find (self->library, conference_id);

  if (conference && planner_conference_get_state (conference) == PLANNER_CONFERENCE_IDLE)
    planner_conference_refresh_async (conference, NULL, NULL, NULL);
}

static void
planner_app_reminders_finalize (GObject *object)
{
  PlannerAppReminders *self = PLANNER_APP_REMINDERS (object);

  g_clear_object (&self->service);
  g_clear_object (&self->background);
  g_clear_object (&self->handover);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (planner_app_reminders_parent_class)->finalize (object);
}

static void
planner_app_reminders_class_init (PlannerAppRemindersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_app_reminders_finalize;

  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
planner_app_reminders_init (PlannerAppReminders *self)
{
  self->background = planner_background_new ();
}

/**
 * planner_app_reminders_new:
 * @application: gets the actions of #PlannerReminderService
 * @settings: for "remind-when-closed" and the preferences of reminders
 * @library: need not have loaded yet
 * @handover: starts the agent when the window is closed, if reminders continue
 *
 * Returns: (transfer full): reminders that wait for planner_app_reminders_start()
 */
PlannerAppReminders *
planner_app_reminders_new (GApplication *application,
                           GSettings *settings,
                           PlannerLibrary *library,
                           PlannerHandover *handover)
{
  PlannerAppReminders *self = g_object_new (PLANNER_TYPE_APP_REMINDERS, NULL);

  self->settings = g_object_ref (settings);
  self->library = g_object_ref (library);
  self->handover = g_object_ref (handover);
  self->service =
      planner_reminder_service_new (application, settings, planner_library_get_time_source (library));
  g_signal_connect_object (self->service, "refresh-due", G_CALLBACK (refresh_due_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->service, "notify::needed", G_CALLBACK (update_handover), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->background, "notify::state", G_CALLBACK (background_changed_cb), self,
                           G_CONNECT_SWAPPED);
  /* This handler runs before the binding of the same setting, which requests it. */
  g_signal_connect_object (settings, "changed::remind-when-closed", G_CALLBACK (choice_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_app_reminders_start:
 *
 * Starts to remind, and requests from the system what the attendee prefers. Call it when the library has loaded.
 */
void
planner_app_reminders_start (PlannerAppReminders *self)
{
  g_return_if_fail (PLANNER_IS_APP_REMINDERS (self));

  planner_reminder_service_start (self->service, planner_library_get_store (self->library),
                                  planner_library_get_worker (self->library));
  planner_reminder_service_follow (self->service, self->library);
  g_settings_bind (self->settings, "remind-when-closed", self->background, "wanted", G_SETTINGS_BIND_GET);
}

/**
 * planner_app_reminders_get_service:
 *
 * Returns: (transfer none): the service that reminds
 */
PlannerReminderService *
planner_app_reminders_get_service (PlannerAppReminders *self)
{
  return self->service;
}

/**
 * planner_app_reminders_get_background:
 *
 * Returns: (transfer none): whether the system lets the planner run in the background
 */
PlannerBackground *
planner_app_reminders_get_background (PlannerAppReminders *self)
{
  return self->background;
}
