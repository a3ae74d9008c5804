/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-star-actions.h"

#include "library/planner-conference-clashes.h"
#include "library/planner-conference-stars.h"
#include "ui/widgets/planner-error-toast.h"
#include "ui/preferences/planner-reminders-toast.h"
#include "ui/window/planner-degree-change.h"
#include "ui/window/planner-star-toast.h"

struct _PlannerStarActions
{
  GObject parent_instance;

  AdwToastOverlay *toast_overlay; /* borrowed, weak, nullable once the window is gone */
  PlannerLibrary *library;        /* owned */
  GSettings *settings;            /* owned */
  PlannerConference *conference;  /* owned, nullable */
  GHashTable *starring;           /* owned: entries whose star is being written */
};

G_DEFINE_FINAL_TYPE (PlannerStarActions, planner_star_actions, G_TYPE_OBJECT)

/* A change of an entry. Owns its references. */
typedef struct
{
  PlannerStarActions *self;
  PlannerConference *conference;
  PlannerEntry *entry;
  gboolean was_plan_b;
} Change;

static Change *
change_new (PlannerStarActions *self, PlannerConference *conference, PlannerEntry *entry)
{
  Change *change = g_new (Change, 1);

  *change = (Change) { g_object_ref (self), g_object_ref (conference), g_object_ref (entry),
                       planner_entry_get_plan_b (entry) };

  return change;
}

static void
change_free (Change *change)
{
  g_object_unref (change->self);
  g_object_unref (change->conference);
  g_object_unref (change->entry);
  g_free (change);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static PlannerEntry *
find_entry (PlannerStarActions *self, const char *key)
{
  return self->conference ? planner_conference_find_entry (self->conference, key) : NULL;
}

static void
free_change_cb (gpointer change, GClosure *closure)
{
  change_free (change);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerStarActions) self = data;
  g_autoptr (GError) error = NULL;

  if (!planner_conference_set_plan_b_finish (PLANNER_CONFERENCE (source), result, &error) &&
      self->toast_overlay)
    adw_toast_overlay_add_toast (self->toast_overlay, planner_error_toast_new (error));
}

static void
undo_cb (AdwToast *toast, Change *change)
{
  planner_conference_set_plan_b_async (change->conference, change->entry, change->was_plan_b, NULL,
                                       restored_cb, g_object_ref (change->self));
}

static void
add_undo_toast (const Change *change)
{
  AdwToast *toast = planner_star_toast_new (change->entry);
  Change *undo = change_new (change->self, change->conference, change->entry);

  undo->was_plan_b = change->was_plan_b;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), undo, free_change_cb, 0);
  adw_toast_overlay_add_toast (change->self->toast_overlay, toast);
}

static void
star_changed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  PlannerStarActions *self = change->self;
  g_autoptr (GError) error = NULL;
  const gboolean done = planner_conference_set_starred_finish (change->conference, result, &error);

  g_hash_table_remove (self->starring, change->entry);
  if (!self->toast_overlay)
    return;

  if (!done)
    adw_toast_overlay_add_toast (self->toast_overlay, planner_error_toast_new (error));
  else if (!planner_entry_get_starred (change->entry))
    add_undo_toast (change);
  else
    planner_reminders_toast_ask_once (self->toast_overlay, self->settings,
                                      planner_entry_get_session (change->entry),
                                      planner_conference_get_now_utc (change->conference));
}

static void
toggle_star (PlannerStarActions *self, PlannerEntry *entry)
{
  if (g_hash_table_add (self->starring, g_object_ref (entry)))
    planner_conference_set_starred_async (self->conference, entry, !planner_entry_get_starred (entry), NULL,
                                          star_changed_cb, change_new (self, self->conference, entry));
}

static void
toggle_star_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerStarActions *self = data;
  PlannerEntry *entry = find_entry (self, g_variant_get_string (parameter, NULL));

  if (entry)
    toggle_star (self, entry);
}

static void
toggle_plan_b_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerStarActions *self = data;
  PlannerEntry *entry = find_entry (self, g_variant_get_string (parameter, NULL));
  PlannerDegreeChange *change;

  if (!entry)
    return;

  change = planner_degree_change_new (self->toast_overlay, !planner_entry_get_plan_b (entry));
  planner_degree_change_add (change, self->conference, entry);
  planner_degree_change_run (change);
}

static void
add_clash (PlannerStarActions *self, PlannerDegreeChange *change, const PlannerEntryClash *clash)
{
  PlannerConference *conference =
      clash->conference_title ? planner_library_find (self->library, clash->conference_id) : self->conference;

  if (conference)
    planner_degree_change_add (change, conference, clash->entry);
}

static void
keep_session_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerStarActions *self = data;
  PlannerEntry *entry = find_entry (self, g_variant_get_string (parameter, NULL));
  g_autoptr (GPtrArray) clashes = entry ? planner_conference_get_clashes (self->conference, entry) : NULL;
  PlannerDegreeChange *change = planner_degree_change_new (self->toast_overlay, TRUE);

  for (guint i = 0; clashes && i < clashes->len; i++)
    add_clash (self, change, g_ptr_array_index (clashes, i));
  planner_degree_change_run (change);
}

static void
lead_set_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Change) change = data;
  g_autoptr (GError) error = NULL;

  if (planner_conference_set_lead_finish (PLANNER_CONFERENCE (source), result, &error) ||
      !change->self->toast_overlay)
    return;

  /* Make the row that chose the lead time show the stored one again. */
  g_object_notify (G_OBJECT (change->entry), "lead-s");
  adw_toast_overlay_add_toast (change->self->toast_overlay, planner_error_toast_new (error));
}

static void
set_lead_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PlannerStarActions *self = data;
  PlannerEntry *entry;
  const char *key;
  int lead_s;

  g_variant_get (parameter, "(&si)", &key, &lead_s);
  entry = find_entry (self, key);
  if (entry)
    planner_conference_set_lead_async (self->conference, entry, lead_s, NULL, lead_set_cb,
                                       change_new (self, self->conference, entry));
}

static const GActionEntry action_entries[] = {
  { .name = "toggle-star", .activate = toggle_star_cb, .parameter_type = "s" },
  { .name = "toggle-plan-b", .activate = toggle_plan_b_cb, .parameter_type = "s" },
  { .name = "keep-session", .activate = keep_session_cb, .parameter_type = "s" },
  { .name = "set-lead", .activate = set_lead_cb, .parameter_type = "(si)" },
};

static void
planner_star_actions_finalize (GObject *object)
{
  PlannerStarActions *self = PLANNER_STAR_ACTIONS (object);

  g_clear_weak_pointer (&self->toast_overlay);
  g_clear_object (&self->library);
  g_clear_object (&self->settings);
  g_clear_object (&self->conference);
  g_clear_pointer (&self->starring, g_hash_table_unref);

  G_OBJECT_CLASS (planner_star_actions_parent_class)->finalize (object);
}

static void
planner_star_actions_class_init (PlannerStarActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_star_actions_finalize;
}

static void
planner_star_actions_init (PlannerStarActions *self)
{
  self->starring = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * planner_star_actions_new:
 * @window: the window to add the actions to; it must keep the returned object alive
 * @library: has the conferences whose sessions the actions change
 * @toast_overlay: the toast overlay of @window
 * @settings: for "asked-about-reminders" and "remind-when-closed"
 *
 * Returns: (transfer full): the owner of the actions
 */
PlannerStarActions *
planner_star_actions_new (GActionMap *window,
                          PlannerLibrary *library,
                          AdwToastOverlay *toast_overlay,
                          GSettings *settings)
{
  PlannerStarActions *self = g_object_new (PLANNER_TYPE_STAR_ACTIONS, NULL);

  g_set_weak_pointer (&self->toast_overlay, toast_overlay);
  self->library = g_object_ref (library);
  self->settings = g_object_ref (settings);
  g_action_map_add_action_entries (window, action_entries, G_N_ELEMENTS (action_entries), self);

  return self;
}

/**
 * planner_star_actions_set_conference:
 * @conference: (nullable): the conference whose sessions the actions change
 */
void
planner_star_actions_set_conference (PlannerStarActions *self, PlannerConference *conference)
{
  g_return_if_fail (PLANNER_IS_STAR_ACTIONS (self));

  g_set_object (&self->conference, conference);
}
