/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/planner-cli-bell.h"

#include "agent/planner-bell.h"

struct _PlannerCliBell
{
  GObject parent_instance;

  GDBusConnection *bus; /* owned, nullable: connected at the first change */
  GHashTable *changed;  /* owned: the numbers of the conferences to report; 0 for the list of conferences */
  guint idle;           /* the source that reports them; 0 for none */
  gboolean rang;        /* whether there was a change */
};

G_DEFINE_FINAL_TYPE (PlannerCliBell, planner_cli_bell, G_TYPE_OBJECT)

static void
report (PlannerCliBell *self)
{
  GHashTableIter iter;
  gpointer number;

  if (!self->bus)
    self->bus = planner_bell_get_session_bus ();
  g_hash_table_iter_init (&iter, self->changed);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    planner_bell_ring (self->bus, *(const gint64 *) number);
  g_hash_table_remove_all (self->changed);
}

static void
report_cb (gpointer data)
{
  PlannerCliBell *self = data;

  self->idle = 0;
  report (self);
}

/* One commit emits several signals in the same iteration of the main context. They are reported together after it. */
static void
add (PlannerCliBell *self, gint64 conference_id)
{
  self->rang = TRUE;
  g_hash_table_add (self->changed, g_memdup2 (&conference_id, sizeof conference_id));
  if (self->idle == 0)
    self->idle = g_idle_add_once (report_cb, self);
}

/* A change of any other property was stored before. */
static void
property_changed_cb (PlannerCliBell *self, GParamSpec *pspec, PlannerConference *conference)
{
  static const char *const not_stored[] = { "state", "progress", "error", NULL };

  if (!g_strv_contains (not_stored, pspec->name))
    add (self, planner_conference_get_id (conference));
}

static void
star_changed_cb (PlannerCliBell *self, PlannerEntry *entry, PlannerConference *conference)
{
  add (self, planner_conference_get_id (conference));
}

static void
follow (PlannerCliBell *self, GListModel *library, guint position, guint n)
{
  for (guint i = position; i < position + n; i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (library, i);

      g_signal_connect_object (conference, "notify", G_CALLBACK (property_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (conference, "star-changed", G_CALLBACK (star_changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

static void
conferences_changed_cb (PlannerCliBell *self,
                        guint position,
                        guint n_removed,
                        guint n_added,
                        GListModel *library)
{
  follow (self, library, position, n_added);
  add (self, 0);
}

static void
planner_cli_bell_finalize (GObject *object)
{
  PlannerCliBell *self = PLANNER_CLI_BELL (object);

  if (self->idle != 0)
    report (self);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->bus);
  g_clear_pointer (&self->changed, g_hash_table_unref);

  G_OBJECT_CLASS (planner_cli_bell_parent_class)->finalize (object);
}

static void
planner_cli_bell_class_init (PlannerCliBellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_cli_bell_finalize;
}

static void
planner_cli_bell_init (PlannerCliBell *self)
{
  self->changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * planner_cli_bell_new:
 * @library: a loaded library
 *
 * Reports the changes that this process makes to @library from now on. Those that are not reported yet are reported when the
 * returned object is freed.
 *
 * Returns: (transfer full): the owner of the reports
 */
PlannerCliBell *
planner_cli_bell_new (PlannerLibrary *library)
{
  PlannerCliBell *self;

  g_return_val_if_fail (PLANNER_IS_LIBRARY (library), NULL);

  self = g_object_new (PLANNER_TYPE_CLI_BELL, NULL);
  follow (self, G_LIST_MODEL (library), 0, g_list_model_get_n_items (G_LIST_MODEL (library)));
  g_signal_connect_object (library, "items-changed", G_CALLBACK (conferences_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_cli_bell_has_rung:
 *
 * Returns: whether this process has changed the library
 */
gboolean
planner_cli_bell_has_rung (PlannerCliBell *self)
{
  g_return_val_if_fail (PLANNER_IS_CLI_BELL (self), FALSE);

  return self->rang;
}
