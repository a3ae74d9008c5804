/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-plan-strip.h"

#include "library/planner-conference-clashes.h"
#include "library/planner-my-moment.h"
#include "plan/planner-free-time.h"
#include "words/planner-duration.h"
#include "words/planner-room-words.h"

struct _PlannerPlanStrip
{
  GtkBox parent_instance;

  GtkWidget *keep;         /* template child */
  GtkWidget *going;        /* template child */
  GtkWidget *free_time;    /* template child */
  GtkLabel *free_label;    /* template child */
  GtkWidget *walk;         /* template child */
  GtkWidget *walk_warning; /* template child */
  GtkLabel *walk_label;    /* template child */

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  gint64 now_utc;                /* in seconds since the epoch, or PLANNER_TIME_UNKNOWN */
  GSignalGroup *signals;         /* owned: of the conference */
  char *walk_sentence;           /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerPlanStrip, planner_plan_strip, GTK_TYPE_BOX)

typedef enum
{
  PROP_WALK_SENTENCE = 1,
} PlannerPlanStripProperty;

static GParamSpec *properties[PROP_WALK_SENTENCE + 1];

static void
update_button (PlannerPlanStrip *self, GtkWidget *button, gboolean visible, const char *action)
{
  if (visible)
    {
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", planner_entry_get_key (self->entry));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
    }
  gtk_widget_set_visible (button, visible);
}

/* Returns: whether there is free time after the session. @own and @listed are as for planner_free_time_find(). */
static gboolean
update_free_time (PlannerPlanStrip *self, GPtrArray *own, GPtrArray *listed)
{
  PlannerFreeTime free_time;
  g_autofree char *text = NULL;
  const gboolean free = own && planner_free_time_find (own, listed, planner_entry_get_session (self->entry),
                                                       planner_conference_get_agenda (self->conference),
                                                       self->now_utc, &free_time);

  gtk_widget_set_visible (self->free_time, free);
  if (!free)
    return FALSE;

  text = planner_format_free_time (free_time.end_utc - free_time.start_utc, free_time.n_fitting);
  gtk_label_set_label (self->free_label, text);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->free_time), "(sxx)",
                                    planner_entry_get_key (self->entry), free_time.start_utc,
                                    free_time.end_utc);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->free_time), "win.show-free-time");

  return TRUE;
}

/* Returns: whether the strip names the way to the next session, which has not started */
static gboolean
update_walk (PlannerPlanStrip *self, GPtrArray *own, GPtrArray *listed)
{
  PlannerWalk walk;
  g_autofree char *text = NULL;
  g_autofree char *sentence = NULL;
  const gboolean walks = own &&
                         planner_walk_find (own, listed, planner_entry_get_session (self->entry), &walk) &&
                         walk.end_utc > self->now_utc;

  if (walks)
    {
      text = planner_format_walk (&walk);
      sentence = planner_format_walk_sentence (&walk);
      gtk_label_set_label (self->walk_label, text);
      gtk_widget_set_visible (self->walk_warning, walk.between_s <= PLANNER_WALK_TIGHT_S);
    }
  gtk_widget_set_visible (self->walk, walks);
  if (g_set_str (&self->walk_sentence, sentence))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WALK_SENTENCE]);

  return walks;
}

static void
update (PlannerPlanStrip *self)
{
  const gboolean known = self->conference && self->entry;
  const gboolean mine =
      known && !planner_entry_is_absent (self->entry) && planner_entry_get_starred (self->entry);
  const char *date = mine ? planner_entry_get_day (self->entry)->date : NULL;
  const gboolean clashing = known && planner_entry_get_clashing (self->entry);
  const gboolean going = known && planner_conference_allows_going (self->conference, self->entry);
  g_autoptr (GPtrArray) own = mine ? planner_conference_list_my_day (self->conference, date, FALSE) : NULL;
  g_autoptr (GPtrArray) listed = mine ? planner_conference_list_my_day (self->conference, date, TRUE) : NULL;
  const gboolean free = update_free_time (self, own, listed);
  const gboolean walks = update_walk (self, own, listed);

  update_button (self, self->keep, clashing, "win.keep-session");
  update_button (self, self->going, going, "win.toggle-plan-b");
  gtk_widget_set_visible (GTK_WIDGET (self), clashing || going || free || walks);
}

static void
planner_plan_strip_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerPlanStrip *self = PLANNER_PLAN_STRIP (object);

  switch ((PlannerPlanStripProperty) property_id)
    {
    case PROP_WALK_SENTENCE:
      g_value_set_string (value, self->walk_sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
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
planner_plan_strip_finalize (GObject *object)
{
  g_free (PLANNER_PLAN_STRIP (object)->walk_sentence);

  G_OBJECT_CLASS (planner_plan_strip_parent_class)->finalize (object);
}

static void
planner_plan_strip_class_init (PlannerPlanStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_plan_strip_get_property;
  object_class->dispose = planner_plan_strip_dispose;
  object_class->finalize = planner_plan_strip_finalize;

  properties[PROP_WALK_SENTENCE] =
      g_param_spec_string ("walk-sentence", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-plan-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, keep);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, going);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, free_time);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, free_label);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, walk);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, walk_warning);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlanStrip, walk_label);
}

static void
planner_plan_strip_init (PlannerPlanStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->now_utc = PLANNER_TIME_UNKNOWN;
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::n-going", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-starred", G_CALLBACK (update), self);
}

PlannerPlanStrip *
planner_plan_strip_new (void)
{
  return g_object_new (PLANNER_TYPE_PLAN_STRIP, NULL);
}

/**
 * planner_plan_strip_get_walk_sentence:
 *
 * Returns: (nullable) (transfer none): the way to the next session, for screen readers
 */
const char *
planner_plan_strip_get_walk_sentence (PlannerPlanStrip *self)
{
  g_return_val_if_fail (PLANNER_IS_PLAN_STRIP (self), NULL);

  return self->walk_sentence;
}

/**
 * planner_plan_strip_show:
 * @conference: (nullable): the conference of @entry
 * @entry: (nullable): the session before the strip
 * @now_utc: the present, in seconds since the epoch, or %PLANNER_TIME_UNKNOWN; the strip shows nothing that is over then
 */
void
planner_plan_strip_show (PlannerPlanStrip *self,
                         PlannerConference *conference,
                         PlannerEntry *entry,
                         gint64 now_utc)
{
  g_return_if_fail (PLANNER_IS_PLAN_STRIP (self));

  self->now_utc = now_utc;
  g_set_object (&self->entry, entry);
  if (g_set_object (&self->conference, conference))
    g_signal_group_set_target (self->signals, conference);
  update (self);
}
