/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-degree-change.h"

#include "library/planner-conference-stars.h"
#include "ui/widgets/planner-error-toast.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

/* A session as it was before the change. Owns its references. */
typedef struct
{
  PlannerConference *conference;
  PlannerEntry *entry;
  gboolean was_starred;
  gboolean was_plan_b;
} Item;

struct _PlannerDegreeChange
{
  AdwToastOverlay *toast_overlay; /* borrowed, weak, nullable once the window is gone */
  gboolean plan_b;
  GPtrArray *items; /* owned */
  guint n_pending;  /* items that are not stored yet */
  GError *error;    /* owned, nullable: the first one */
};

static void
item_free (Item *item)
{
  g_object_unref (item->conference);
  g_object_unref (item->entry);
  g_free (item);
}

static void
clear (PlannerDegreeChange *self)
{
  g_clear_weak_pointer (&self->toast_overlay);
  g_ptr_array_unref (self->items);
  g_clear_error (&self->error);
}

static void
release (PlannerDegreeChange *self)
{
  g_rc_box_release_full (self, (GDestroyNotify) clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerDegreeChange, release)

static void
release_closure_cb (gpointer self, GClosure *closure)
{
  release (self);
}

static void
show_toast (PlannerDegreeChange *self, AdwToast *toast)
{
  if (self->toast_overlay)
    adw_toast_overlay_add_toast (self->toast_overlay, toast);
  else
    g_object_unref (g_object_ref_sink (toast));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerDegreeChange) self = data;
  g_autoptr (GError) error = NULL;

  if (!planner_conference_set_plan_b_finish (PLANNER_CONFERENCE (source), result, &error))
    show_toast (self, planner_error_toast_new (error));
}

static void
undo_cb (AdwToast *toast, PlannerDegreeChange *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      if (item->was_starred)
        planner_conference_set_plan_b_async (item->conference, item->entry, item->was_plan_b, NULL, undone_cb,
                                             g_rc_box_acquire (self));
      else
        planner_conference_set_starred_async (item->conference, item->entry, FALSE, NULL, undone_cb,
                                              g_rc_box_acquire (self));
    }
}

/* Only plan B can be chosen for several sessions at once. */
static char *
format_report (PlannerDegreeChange *self)
{
  const Item *item = g_ptr_array_index (self->items, 0);
  const guint n = self->items->len;
  g_autofree char *title = planner_isolate (planner_entry_get_session (item->entry)->title.shown);

  if (n > 1)
    return g_strdup_printf (ngettext ("%u session is plan B now", "%u sessions are plan B now", n), n);

  /* Translators: %s is the title of a session. A narrow window cuts off the end, so put what happened first. */
  return g_strdup_printf (self->plan_b ? _ ("Plan B now: “%s”") : _ ("Going now: “%s”"), title);
}

static void
report (PlannerDegreeChange *self)
{
  g_autofree char *text = format_report (self);
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_title (toast, text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_cb), g_rc_box_acquire (self),
                         release_closure_cb, 0);
  for (guint i = 0; i < self->items->len; i++)
    {
      PlannerEntry *entry = ((const Item *) g_ptr_array_index (self->items, i))->entry;

      /* Undo would now restore something else. */
      g_signal_connect_object (entry, "notify::plan-b", G_CALLBACK (adw_toast_dismiss), toast,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (entry, "notify::starred", G_CALLBACK (adw_toast_dismiss), toast,
                               G_CONNECT_SWAPPED);
    }
  show_toast (self, toast);
}

/* Makes switches that show the degree of the sessions show the stored one again. */
static void
show_stored (PlannerDegreeChange *self)
{
  for (guint i = 0; i < self->items->len; i++)
    g_object_notify (G_OBJECT (((const Item *) g_ptr_array_index (self->items, i))->entry), "plan-b");
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerDegreeChange) self = data;
  g_autoptr (GError) error = NULL;

  if (!planner_conference_set_plan_b_finish (PLANNER_CONFERENCE (source), result, &error) && !self->error)
    self->error = g_steal_pointer (&error);
  if (--self->n_pending > 0)
    return;

  if (!self->error)
    {
      report (self);
      return;
    }
  show_stored (self);
  show_toast (self, planner_error_toast_new (self->error));
}

/**
 * planner_degree_change_new:
 * @plan_b: whether sessions become plan B; %FALSE for going
 *
 * Returns: (transfer full): a change of no session, for planner_degree_change_run()
 */
PlannerDegreeChange *
planner_degree_change_new (AdwToastOverlay *toast_overlay, gboolean plan_b)
{
  PlannerDegreeChange *self = g_rc_box_new0 (PlannerDegreeChange);

  g_set_weak_pointer (&self->toast_overlay, toast_overlay);
  self->plan_b = plan_b;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);

  return self;
}

/**
 * planner_degree_change_add:
 * @entry: a session of @conference; it is starred if it is not starred
 */
void
planner_degree_change_add (PlannerDegreeChange *self, PlannerConference *conference, PlannerEntry *entry)
{
  Item *item = g_new (Item, 1);

  *item = (Item) { g_object_ref (conference), g_object_ref (entry), planner_entry_get_starred (entry),
                   planner_entry_get_plan_b (entry) };
  g_ptr_array_add (self->items, item);
}

/**
 * planner_degree_change_run:
 * @self: (transfer full): with the sessions that were added
 */
void
planner_degree_change_run (PlannerDegreeChange *self)
{
  g_autoptr (PlannerDegreeChange) owned = self;

  self->n_pending = self->items->len;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      planner_conference_set_plan_b_async (item->conference, item->entry, self->plan_b, NULL, stored_cb,
                                           g_rc_box_acquire (self));
    }
}
