/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-plan-strip.h"

#include "plan/planner-free-time.h"
#include "words/planner-duration.h"

struct _PlannerPlanStrip
{
  GtkBox parent_instance;

  GtkWidget *keep;      /* template child */
  GtkWidget *going;     /* template child */
  GtkWidget *free_time; /* template child */
  GtkLabel *free_label; /* template child */

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
};

G_DEFINE_FINAL_TYPE (PlannerPlanStrip, planner_plan_strip, GTK_TYPE_BOX)

/* Returns: (transfer container): the sessions on the day of the entry where the attendee is going */
static GPtrArray *
list_own (PlannerPlanStrip *self)
{
  GListModel *starred = planner_conference_get_starred (self->conference);
  const char *date = planner_entry_get_day (self->entry)->date;
  GPtrArray *own = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      if (planner_entry_is_going (entry) && !planner_entry_is_absent (entry) &&
          g_str_equal (planner_entry_get_day (entry)->date, date))
        g_ptr_array_add (own, (gpointer) planner_entry_get_session (entry));
    }

  return own;
}

static gboolean
find_free_time (PlannerPlanStrip *self, PlannerFreeTime *free_time)
{
  g_autoptr (GPtrArray) own = NULL;

  if (planner_entry_is_absent (self->entry) || !planner_entry_is_going (self->entry))
    return FALSE;

  own = list_own (self);

  return planner_free_time_find (own, planner_entry_get_session (self->entry),
                                 planner_conference_get_agenda (self->conference), free_time);
}

static void
set_key_action (PlannerPlanStrip *self, GtkWidget *button, const char *action)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", planner_entry_get_key (self->entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
}

static void
update (PlannerPlanStrip *self)
{
  PlannerFreeTime free_time;
  const gboolean known = self->conference && self->entry;
  const gboolean clashing = known && planner_entry_get_clashing (self->entry);
  const gboolean going = known && planner_conference_allows_going (self->conference, self->entry);
  const gboolean free = known && find_free_time (self, &free_time);

  if (clashing)
    set_key_action (self, self->keep, "win.keep-session");
  if (going)
    set_key_action (self, self->going, "win.toggle-plan-b");
  if (free)
    {
      g_autofree char *text =
          planner_format_free_time (free_time.end_utc - free_time.start_utc, free_time.n_fitting);

      gtk_label_set_label (self->free_label, text);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->free_time), "(sxx)",
                                        planner_entry_get_key (self->entry), free_time.start_utc,
                                        free_time.end_utc);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->free_time), "win.show-free-time");
    }

  gtk_widget_set_visible (self->keep, clashing);
  gtk_widget_set_visible (self->going, going);
  gtk_widget_set_visible (self->free_time, free);
  gtk_widget_set_visible (GTK_WIDGET (self), clashing || going || free);
}

static void
planner_plan_strip_dispose (GObject *object)
{
  PlannerPlanStrip *self = PLANNER_PLAN_STRIP (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->entry);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_PLAN_STRIP);

  G_OBJECT_CLASS (planner_plan_strip_parent_class)->dispose (object);
}

static void
planner_plan_strip_class_init (PlannerPlanStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_plan_strip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-plan-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, keep);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, going);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, free_time);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, free_label);
}

static void
planner_plan_strip_init (PlannerPlanStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::n-going", G_CALLBACK (update), self);
}

PlannerPlanStrip *
planner_plan_strip_new (void)
{
  return g_object_new (PLANNER_TYPE_PLAN_STRIP, NULL);
}

/**
 * planner_plan_strip_show:
 * @conference: (nullable): the conference of @entry
 * @entry: (nullable): the session before the strip
 */
void
planner_plan_strip_show (PlannerPlanStrip *self, PlannerConference *conference, PlannerEntry *entry)
{
  g_return_if_fail (PLANNER_IS_PLAN_STRIP (self));

  g_set_object (&self->entry, entry);
  if (g_set_object (&self->conference, conference))
    g_signal_group_set_target (self->signals, conference);
  update (self);
}
