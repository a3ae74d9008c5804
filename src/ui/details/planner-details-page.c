/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/details/planner-details-page.h"

#include "library/planner-conference-clashes.h"
#include "model/planner-lead.h"
#include "plan/planner-clash.h"
#include "ui/details/planner-details-closures.h"
#include "ui/details/planner-neighbors.h"
#include "ui/details/planner-note-box.h"
#include "ui/widgets/planner-color-bar.h"
#include "ui/widgets/planner-lead-row.h"
#include "ui/widgets/planner-rich-text-view.h"
#include "ui/widgets/planner-row-group.h"
#include "ui/widgets/planner-rows.h"
#include "words/planner-clash-words.h"
#include "words/planner-labels.h"
#include "words/planner-session-text.h"

#include <glib/gi18n.h>

/* So many sessions at the same time are listed; a button shows the rest. */
#define MAX_PARALLEL 5

struct _PlannerDetailsPage
{
  AdwNavigationPage parent_instance;

  GtkScrolledWindow *scroller;     /* template child */
  GtkListBox *facts;               /* template child */
  AdwActionRow *local_row;         /* template child */
  AdwSwitchRow *plan_b_row;        /* template child */
  PlannerLeadRow *lead_row;        /* template child */
  PlannerNoteBox *note_box;        /* template child */
  GtkWidget *star_button;          /* template child: in the header bar */
  GtkWidget *clash_image;          /* template child */
  PlannerRowGroup *clashes_group;  /* template child */
  PlannerRowGroup *speakers_group; /* template child */
  PlannerRowGroup *links_group;    /* template child */
  PlannerRowGroup *parallel_group; /* template child */
  GtkWidget *show_all_button;      /* template child */
  GtkWidget *previous_button;      /* template child */
  GtkWidget *next_button;          /* template child */

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  GSignalGroup *conference_signals;
  GSignalGroup *entry_signals;
  GListModel *list; /* owned, nullable: the list that the entry was opened from */
  gboolean local_time;
  gint64 now_utc;
  int default_lead_minutes;
};

G_DEFINE_FINAL_TYPE (PlannerDetailsPage, planner_details_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_ENTRY,
  PROP_LOCAL_TIME,
  PROP_NOW_UTC,
  PROP_DEFAULT_LEAD_MINUTES,
} PlannerDetailsPageProperty;

static GParamSpec *properties[PROP_DEFAULT_LEAD_MINUTES + 1];

/* The group of clashes is below the text, so that the text stays in its place when the attendee stars the session. */
static void
show_clash (PlannerDetailsPage *self)
{
  g_autofree char *clash =
      self->conference && self->entry ? planner_describe_clashes (self->conference, self->entry) : NULL;

  gtk_widget_set_visible (self->clash_image, clash != NULL);
  gtk_widget_set_tooltip_text (self->clash_image, clash);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clash_image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  clash ? clash : "", -1);
}

static void
update_clashes (PlannerDetailsPage *self)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GTimeZone) local = self->local_time ? g_time_zone_new_local () : NULL;

  planner_row_group_clear (self->clashes_group);
  show_clash (self);
  if (!self->conference || !self->entry || !planner_entry_get_clashing (self->entry))
    return;

  clashes = planner_conference_get_clashes (self->conference, self->entry);
  for (guint i = 0; i < clashes->len; i++)
    planner_row_group_add (self->clashes_group,
                           planner_clash_row_new (g_ptr_array_index (clashes, i), local));
}

static void
update_parallel (PlannerDetailsPage *self)
{
  const PlannerSession *session = self->entry ? planner_entry_get_session (self->entry) : NULL;
  g_autoptr (GTimeZone) local = self->local_time ? g_time_zone_new_local () : NULL;
  g_autoptr (GPtrArray) parallel = NULL;

  planner_row_group_clear (self->parallel_group);
  if (!self->conference || !session)
    return;

  parallel = planner_agenda_list_parallel (planner_conference_get_agenda (self->conference), session);
  for (guint i = 0; i < MIN (parallel->len, MAX_PARALLEL); i++)
    {
      const PlannerSession *other = g_ptr_array_index (parallel, i);
      PlannerEntry *entry = planner_conference_find_entry (self->conference, other->key);

      if (entry)
        planner_row_group_add (self->parallel_group,
                               planner_clash_row_new (&(PlannerEntryClash) { .entry = entry }, local));
    }
  gtk_widget_set_visible (self->show_all_button, parallel->len > MAX_PARALLEL);
}

/* Some schedules list the address for feedback among the other links too. */
static gboolean
is_listed (const PlannerSession *session, const char *url)
{
  return g_strcmp0 (url, session->url) == 0 || g_strcmp0 (url, session->stream_url) == 0 ||
         g_strcmp0 (url, session->feedback_url) == 0;
}

static void
update_links (PlannerDetailsPage *self, const PlannerSession *session)
{
  PlannerRowGroup *group = self->links_group;

  planner_row_group_clear (group);
  planner_row_group_add (group, planner_link_row_new (_ ("Web Page"), session->url));
  planner_row_group_add (group, planner_link_row_new (_ ("Live Stream"), session->stream_url));
  planner_row_group_add (group, planner_link_row_new (_ ("Give Feedback"), session->feedback_url));
  for (guint i = 0; i < session->n_links; i++)
    if (!is_listed (session, session->links[i].url))
      planner_row_group_add (group, planner_link_row_new (session->links[i].title, session->links[i].url));
}

static void
update_session (PlannerDetailsPage *self)
{
  const PlannerSession *session = self->entry ? planner_entry_get_session (self->entry) : NULL;

  update_clashes (self);
  update_parallel (self);
  if (!session)
    return;

  planner_row_group_clear (self->speakers_group);
  for (guint i = 0; i < session->n_speakers; i++)
    planner_row_group_add (self->speakers_group, planner_speaker_row_new (session->speakers[i]));
  update_links (self, session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.export",
                                 *planner_entry_get_day (self->entry)->date != '\0');
}

static void
update_neighbors (PlannerDetailsPage *self)
{
  g_autoptr (PlannerEntry) here = planner_neighbors_find (self->list, self->entry, 0);
  g_autoptr (PlannerEntry) previous = planner_neighbors_find (self->list, self->entry, -1);
  g_autoptr (PlannerEntry) next = planner_neighbors_find (self->list, self->entry, 1);

  gtk_widget_set_visible (self->previous_button, here != NULL);
  gtk_widget_set_visible (self->next_button, here != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.previous", previous != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "details.next", next != NULL);
}

static void
update_star (PlannerDetailsPage *self)
{
  g_autofree char *name = NULL;

  if (!self->entry)
    return;

  name = planner_format_star_name (planner_entry_get_session (self->entry),
                                   planner_entry_get_starred (self->entry),
                                   planner_entry_get_withdrawn (self->entry));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
update_plan_b (PlannerDetailsPage *self)
{
  if (self->entry)
    adw_switch_row_set_active (self->plan_b_row, planner_entry_get_plan_b (self->entry));
}

static void
plan_b_chosen_cb (PlannerDetailsPage *self)
{
  if (self->entry && adw_switch_row_get_active (self->plan_b_row) != planner_entry_get_plan_b (self->entry))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-plan-b", "s",
                                planner_entry_get_key (self->entry));
}

static void
update_lead (PlannerDetailsPage *self)
{
  if (self->entry)
    g_object_set (self->lead_row, "lead-s", planner_entry_get_lead_s (self->entry), NULL);
}

static void
lead_chosen_cb (PlannerDetailsPage *self, int lead_s, PlannerLeadRow *row)
{
  if (self->entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.set-lead", "(si)",
                                planner_entry_get_key (self->entry), lead_s);
}

/* Puts the time of the preferred zone first. */
static void
order_times (PlannerDetailsPage *self)
{
  GtkWidget *row = GTK_WIDGET (self->local_row);

  g_object_ref (row);
  gtk_list_box_remove (self->facts, row);
  gtk_list_box_insert (self->facts, row, self->local_time ? 0 : 1);
  g_object_unref (row);
}

/* @args: the name of an action that takes the key of a session */
static gboolean
activate_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerDetailsPage *self = PLANNER_DETAILS_PAGE (widget);

  planner_note_box_save (self->note_box);

  return self->entry && gtk_widget_activate_action (widget, g_variant_get_string (args, NULL), "s",
                                                    planner_entry_get_key (self->entry));
}

static void
planner_details_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerDetailsPage *self = PLANNER_DETAILS_PAGE (object);

  switch ((PlannerDetailsPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    case PROP_NOW_UTC:
      g_value_set_int64 (value, self->now_utc);
      break;
    case PROP_DEFAULT_LEAD_MINUTES:
      g_value_set_int (value, self->default_lead_minutes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
set_local_time (PlannerDetailsPage *self, gboolean local_time)
{
  if (self->local_time == local_time)
    return;

  self->local_time = local_time;
  order_times (self);
  update_clashes (self);
  update_parallel (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOCAL_TIME]);
}

static void
set_now_utc (PlannerDetailsPage *self, gint64 now_utc)
{
  if (self->now_utc == now_utc)
    return;

  self->now_utc = now_utc;
  update_clashes (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOW_UTC]);
}

static void
set_conference (PlannerDetailsPage *self, PlannerConference *conference)
{
  if (!g_set_object (&self->conference, conference))
    return;

  g_signal_group_set_target (self->conference_signals, conference);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFERENCE]);
  update_clashes (self);
  update_parallel (self);
  if (conference)
    set_now_utc (self, planner_conference_get_now_utc (conference));
}

static void
set_default_lead_minutes (PlannerDetailsPage *self, int minutes)
{
  if (self->default_lead_minutes == minutes)
    return;

  self->default_lead_minutes = minutes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DEFAULT_LEAD_MINUTES]);
}

static void
set_entry (PlannerDetailsPage *self, PlannerEntry *entry)
{
  if (!g_set_object (&self->entry, entry))
    return;

  g_signal_group_set_target (self->entry_signals, entry);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
  update_session (self);
  update_star (self);
  update_plan_b (self);
  update_lead (self);
  update_neighbors (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
planner_details_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerDetailsPage *self = PLANNER_DETAILS_PAGE (object);

  switch ((PlannerDetailsPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      set_conference (self, g_value_get_object (value));
      break;
    case PROP_ENTRY:
      set_entry (self, g_value_get_object (value));
      break;
    case PROP_LOCAL_TIME:
      set_local_time (self, g_value_get_boolean (value));
      break;
    case PROP_NOW_UTC:
      set_now_utc (self, g_value_get_int64 (value));
      break;
    case PROP_DEFAULT_LEAD_MINUTES:
      set_default_lead_minutes (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_details_page_dispose (GObject *object)
{
  PlannerDetailsPage *self = PLANNER_DETAILS_PAGE (object);

  g_clear_object (&self->conference_signals);
  g_clear_object (&self->entry_signals);
  if (self->list)
    g_signal_handlers_disconnect_by_func (self->list, update_neighbors, self);
  g_clear_object (&self->list);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_DETAILS_PAGE);
  g_clear_object (&self->entry);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_details_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (PLANNER_TYPE_COLOR_BAR);
  g_type_ensure (PLANNER_TYPE_LEAD_ROW);
  g_type_ensure (PLANNER_TYPE_NOTE_BOX);
  g_type_ensure (PLANNER_TYPE_RICH_TEXT_VIEW);
  g_type_ensure (PLANNER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-details-page.ui");
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, scroller);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, facts);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, local_row);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, plan_b_row);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, lead_row);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, note_box);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, star_button);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, clashes_group);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, clash_image);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, speakers_group);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, links_group);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, parallel_group);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, show_all_button);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, previous_button);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, next_button);
  gtk_widget_class_bind_template_callback (klass, plan_b_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, lead_chosen_cb);
  planner_details_closures_bind (klass);
}

static void
copy_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlannerDetailsPage *self = PLANNER_DETAILS_PAGE (widget);
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  g_autofree char *text = NULL;

  if (!self->entry)
    return;

  text = planner_format_session_text (planner_entry_get_session (self->entry),
                                      planner_entry_get_day (self->entry)->date);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  if (overlay)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), adw_toast_new (_ ("Copied to Clipboard")));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PlannerDetailsPage *self = PLANNER_DETAILS_PAGE (widget);

  if (self->entry)
    gtk_widget_activate_action (widget, "win.export-session", "s", planner_entry_get_key (self->entry));
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  planner_details_page_step (PLANNER_DETAILS_PAGE (widget), g_str_equal (action, "details.next") ? 1 : -1);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "details.previous", NULL, step_cb);
  gtk_widget_class_install_action (klass, "details.next", NULL, step_cb);
  gtk_widget_class_install_action (klass, "details.copy", NULL, copy_cb);
  gtk_widget_class_install_action (klass, "details.export", NULL, export_cb);
}

static void
planner_details_page_class_init (PlannerDetailsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_details_page_get_property;
  object_class->set_property = planner_details_page_set_property;
  object_class->dispose = planner_details_page_dispose;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  properties[PROP_NOW_UTC] = g_param_spec_int64 ("now-utc", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_DEFAULT_LEAD_MINUTES] =
      g_param_spec_int ("default-lead-minutes", NULL, NULL, PLANNER_LEAD_NONE, G_MAXINT,
                        PLANNER_LEAD_USUAL_MINUTES, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, activate_cb, "s",
                                "win.toggle-plan-b");
  install_actions (widget_class);
}

static void
make_spoken (PlannerDetailsPage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->facts)); row;
       row = gtk_widget_get_next_sibling (row))
    if (!ADW_IS_COMBO_ROW (row) && !ADW_IS_SWITCH_ROW (row))
      planner_row_speak_subtitle (ADW_ACTION_ROW (row));
}

static void
planner_details_page_init (PlannerDetailsPage *self)
{
  self->default_lead_minutes = PLANNER_LEAD_USUAL_MINUTES;
  self->conference_signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->conference_signals, "notify::n-starred", G_CALLBACK (update_clashes),
                                  self);
  self->entry_signals = g_signal_group_new (PLANNER_TYPE_ENTRY);
  g_signal_group_connect_swapped (self->entry_signals, "notify::session", G_CALLBACK (update_session), self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::clashing", G_CALLBACK (update_clashes), self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::starred", G_CALLBACK (update_star), self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::withdrawn", G_CALLBACK (update_star), self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::plan-b", G_CALLBACK (update_plan_b), self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::lead-s", G_CALLBACK (update_lead), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_spoken (self);
}

PlannerDetailsPage *
planner_details_page_new (PlannerConference *conference, PlannerEntry *entry)
{
  return g_object_new (PLANNER_TYPE_DETAILS_PAGE, "conference", conference, "entry", entry, NULL);
}

/**
 * planner_details_page_set_entry:
 * @entry: the entry of the conference to show instead, from the top
 */
void
planner_details_page_set_entry (PlannerDetailsPage *self, PlannerEntry *entry)
{
  g_return_if_fail (PLANNER_IS_DETAILS_PAGE (self));

  set_entry (self, entry);
}

/**
 * planner_details_page_set_list:
 * @list: (nullable): a model of #PlannerEntry: the list that the entry was opened from, which has its previous and next one
 */
void
planner_details_page_set_list (PlannerDetailsPage *self, GListModel *list)
{
  g_return_if_fail (PLANNER_IS_DETAILS_PAGE (self));

  if (self->list)
    g_signal_handlers_disconnect_by_func (self->list, update_neighbors, self);
  g_set_object (&self->list, list);
  if (list)
    g_signal_connect_swapped (list, "items-changed", G_CALLBACK (update_neighbors), self);
  update_neighbors (self);
}

/**
 * planner_details_page_step:
 * @step: 1 for the next session of the list, -1 for the previous one
 *
 * Shows another session of the list, if there is one.
 *
 * Returns: whether there was one
 */
gboolean
planner_details_page_step (PlannerDetailsPage *self, int step)
{
  g_autoptr (PlannerEntry) entry = NULL;

  g_return_val_if_fail (PLANNER_IS_DETAILS_PAGE (self), FALSE);

  entry = planner_neighbors_find (self->list, self->entry, step);
  if (entry)
    set_entry (self, entry);

  return entry != NULL;
}
