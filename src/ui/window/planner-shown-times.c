/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-shown-times.h"

struct _PlannerShownTimes
{
  GObject parent_instance;

  PlannerLibrary *library; /* owned */
  GFileMonitor *monitor;   /* owned, nullable: of the file of the time zone */
};

G_DEFINE_FINAL_TYPE (PlannerShownTimes, planner_shown_times, G_TYPE_OBJECT)

static void
show_sessions_again (GListModel *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (entries, i);

      g_object_notify (G_OBJECT (entry), "session");
    }
}

static void
planner_shown_times_dispose (GObject *object)
{
  PlannerShownTimes *self = PLANNER_SHOWN_TIMES (object);

  if (self->monitor)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (planner_shown_times_parent_class)->dispose (object);
}

static void
planner_shown_times_class_init (PlannerShownTimesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = planner_shown_times_dispose;
}

static void
planner_shown_times_init (PlannerShownTimes *self)
{
}

static void
watch_zone (PlannerShownTimes *self, const char *zone_path)
{
  g_autoptr (GFile) file = g_file_new_for_path (zone_path);
  g_autoptr (GError) error = NULL;

  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);
  if (self->monitor)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (planner_shown_times_update), self,
                             G_CONNECT_SWAPPED);
  else
    g_info ("Cannot follow the time zone of the computer: %s", error->message);
}

/**
 * planner_shown_times_new:
 * @library: the conferences whose times are shown
 * @zone_path: the file that names the time zone of the computer, usually /etc/localtime
 */
PlannerShownTimes *
planner_shown_times_new (PlannerLibrary *library, const char *zone_path)
{
  PlannerShownTimes *self;

  g_return_val_if_fail (PLANNER_IS_LIBRARY (library) && zone_path, NULL);

  self = g_object_new (PLANNER_TYPE_SHOWN_TIMES, NULL);
  self->library = g_object_ref (library);
  watch_zone (self, zone_path);

  return self;
}

/**
 * planner_shown_times_update:
 *
 * Makes widgets show all times again, because the zone or the format of times has changed.
 */
void
planner_shown_times_update (PlannerShownTimes *self)
{
  g_return_if_fail (PLANNER_IS_SHOWN_TIMES (self));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->library)); i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (G_LIST_MODEL (self->library), i);

      show_sessions_again (planner_conference_get_entries (conference));
      show_sessions_again (planner_conference_get_starred (conference)); /* also withdrawn ones */
      g_object_notify (G_OBJECT (conference), "agenda");
    }
}
