/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-export-actions.h"

#include "model/planner-lead.h"
#include "share/planner-export-entries.h"
#include "ui/conference/planner-share-dialog.h"
#include "ui/window/planner-export-dialog.h"
#include "words/planner-file-name.h"

#include <glib/gi18n.h>

struct _PlannerExportActions
{
  GObject parent_instance;

  AdwToastOverlay *toast_overlay; /* borrowed, weak, nullable once the window is gone */
  GSettings *settings;            /* owned */
  GSimpleAction *my_schedule;     /* owned: exports it */
  GSimpleAction *share;           /* owned */
  GSignalGroup *signals;          /* owned: of the conference */
};

G_DEFINE_FINAL_TYPE (PlannerExportActions, planner_export_actions, G_TYPE_OBJECT)

static char *
describe_result (GPtrArray *entries)
{
  guint n_without_day = 0;

  for (guint i = 0; i < entries->len; i++)
    n_without_day += *planner_entry_get_day (g_ptr_array_index (entries, i))->date ? 0 : 1;
  if (n_without_day == 0)
    return g_strdup (_ ("Calendar exported"));

  return g_strdup_printf (ngettext ("Calendar exported without %u session that has no day yet",
                                    "Calendar exported without %u sessions that have no day yet",
                                    n_without_day),
                          n_without_day);
}

static void
export_entries (PlannerExportActions *self,
                PlannerConference *conference,
                GPtrArray *entries,
                const char *dialog_title,
                const char *name)
{
  const int lead_s = planner_lead_to_seconds (g_settings_get_int (self->settings, "lead-minutes"));
  g_autofree char *file_name = planner_file_name_new (name, ".ics");
  g_autofree char *done = describe_result (entries);

  if (self->toast_overlay)
    planner_export_dialog_open (self->toast_overlay, dialog_title, file_name,
                                planner_entries_to_ical (conference, entries, lead_s), done);
}

static void
export_my_schedule_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerExportActions *self = data;
  g_autoptr (PlannerConference) conference = g_signal_group_dup_target (self->signals);
  GListModel *starred = planner_conference_get_starred (conference);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *name = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    g_ptr_array_add (entries, g_list_model_get_item (starred, i));
  /* Translators: The name of a file. %s is the name of a conference. */
  name = g_strdup_printf (_ ("My Schedule – %s"), planner_conference_get_title (conference));
  export_entries (self, conference, entries, _ ("Export My Schedule"), name);
}

static void
export_session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerExportActions *self = data;
  g_autoptr (PlannerConference) conference = g_signal_group_dup_target (self->signals);
  const char *key = g_variant_get_string (parameter, NULL);
  PlannerEntry *entry = conference ? planner_conference_find_entry (conference, key) : NULL;
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  if (!entry)
    return;
  g_ptr_array_add (entries, entry);
  export_entries (self, conference, entries, _ ("Export Session"),
                  planner_entry_get_session (entry)->title.shown);
}

static void
share_my_schedule_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerExportActions *self = data;
  g_autoptr (PlannerConference) conference = g_signal_group_dup_target (self->signals);

  adw_dialog_present (planner_share_dialog_new (conference), GTK_WIDGET (self->toast_overlay));
}

static const GActionEntry action_entries[] = {
  { .name = "export-my-schedule", .activate = export_my_schedule_cb },
  { .name = "share-my-schedule", .activate = share_my_schedule_cb },
  { .name = "export-session", .activate = export_session_cb, .parameter_type = "s" },
};

static void
update_my_schedule (PlannerExportActions *self)
{
  g_autoptr (PlannerConference) conference = g_signal_group_dup_target (self->signals);
  const gboolean has_stars = conference && planner_conference_get_n_starred (conference) > 0;

  g_simple_action_set_enabled (self->my_schedule, has_stars);
  g_simple_action_set_enabled (self->share, has_stars);
}

static void
planner_export_actions_finalize (GObject *object)
{
  PlannerExportActions *self = PLANNER_EXPORT_ACTIONS (object);

  g_clear_weak_pointer (&self->toast_overlay);
  g_clear_object (&self->settings);
  g_clear_object (&self->my_schedule);
  g_clear_object (&self->share);
  g_clear_object (&self->signals);

  G_OBJECT_CLASS (planner_export_actions_parent_class)->finalize (object);
}

static void
planner_export_actions_class_init (PlannerExportActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_export_actions_finalize;
}

static void
planner_export_actions_init (PlannerExportActions *self)
{
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::n-starred", G_CALLBACK (update_my_schedule), self);
}

/**
 * planner_export_actions_new:
 * @window: the window to add the actions to; it must keep the returned object alive
 * @toast_overlay: the toast overlay of @window
 * @settings: for "lead-minutes"
 *
 * Returns: (transfer full): the owner of the actions
 */
PlannerExportActions *
planner_export_actions_new (GActionMap *window, AdwToastOverlay *toast_overlay, GSettings *settings)
{
  PlannerExportActions *self = g_object_new (PLANNER_TYPE_EXPORT_ACTIONS, NULL);

  g_set_weak_pointer (&self->toast_overlay, toast_overlay);
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (window, action_entries, G_N_ELEMENTS (action_entries), self);
  self->my_schedule =
      g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (window, "export-my-schedule")));
  self->share = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (window, "share-my-schedule")));
  update_my_schedule (self);

  return self;
}

/**
 * planner_export_actions_set_conference:
 * @conference: (nullable): the conference whose sessions the actions export
 */
void
planner_export_actions_set_conference (PlannerExportActions *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_EXPORT_ACTIONS (self));

  g_signal_group_set_target (self->signals, conference);
  update_my_schedule (self);
}
