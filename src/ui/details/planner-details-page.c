/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/details/planner-details-page.h"

#include "model/planner-lead.h"
#include "ui/details/planner-note-box.h"
#include "ui/widgets/planner-color-bar.h"
#include "ui/widgets/planner-color.h"
#include "ui/widgets/planner-rows.h"
#include "words/planner-labels.h"
#include "ui/widgets/planner-lead-row.h"
#include "ui/widgets/planner-rich-text-view.h"
#include "ui/widgets/planner-swatch.h"
#include "words/planner-change-words.h"
#include "words/planner-clock.h"
#include "words/planner-friend-words.h"

#include <glib/gi18n.h>

struct _PlannerDetailsPage
{
  AdwNavigationPage parent_instance;

  GtkScrolledWindow *scroller;         /* template child */
  GtkListBox *facts;                   /* template child */
  AdwActionRow *local_row;             /* template child */
  AdwSwitchRow *plan_b_row;            /* template child */
  PlannerLeadRow *lead_row;            /* template child */
  PlannerNoteBox *note_box;            /* template child */
  GtkWidget *star_button;              /* template child: in the header bar */
  AdwPreferencesGroup *clashes_group;  /* template child */
  AdwPreferencesGroup *speakers_group; /* template child */
  AdwPreferencesGroup *links_group;    /* template child */

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  GSignalGroup *conference_signals;
  GSignalGroup *entry_signals;
  GPtrArray *clash_rows;   /* owned; the rows are borrowed from the groups */
  GPtrArray *speaker_rows; /* owned; borrowed rows */
  GPtrArray *link_rows;    /* owned; borrowed rows */
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

static gboolean
is_filled (GObject *object, const char *text)
{
  return text && *text;
}

static char *
get_title (GObject *object, const PlannerSession *session)
{
  return g_strdup (session->title.shown);
}

static PangoAttrList *
get_attributes (GObject *object, const PlannerSession *session, gboolean withdrawn)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (withdrawn || session->cancelled)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));

  return attributes;
}

static GdkRGBA *
get_color (GObject *object, const PlannerSession *session)
{
  GdkRGBA rgba;

  if (!session->forum)
    return NULL;

  planner_forum_color (session->forum, &rgba);

  return gdk_rgba_copy (&rgba);
}

static char *
get_friends (GObject *object, const char *const *friends)
{
  return planner_format_friends (friends);
}

static GdkPaintable *
get_friend_swatch (GObject *object, const char *const *friends)
{
  GdkRGBA color;

  if (!friends)
    return NULL;
  planner_friend_color (friends[0], &color);

  return planner_swatch_new (&color);
}

/* Never %NULL: GTK warns about a button with an action that lacks its target, even temporarily. */
static GVariant *
make_target (GObject *object, PlannerEntry *entry)
{
  return g_variant_new_string (entry ? planner_entry_get_key (entry) : "");
}

/* style.css uses the name to colour filled stars. */
static char *
get_star_name (GObject *object, gboolean starred)
{
  return g_strdup (starred ? "starred" : "unstarred");
}

static char *
get_star_icon (GObject *object, gboolean starred, gboolean withdrawn)
{
  return g_strdup (planner_get_star_icon (starred, withdrawn));
}

static char *
get_star_tooltip (GObject *object, gboolean starred, gboolean withdrawn)
{
  return g_strdup (planner_get_star_label (starred, withdrawn));
}

/* A calendar cannot hold a session without a day. */
static gboolean
has_day (GObject *object, PlannerEntry *entry, const PlannerSession *session)
{
  return entry && *planner_entry_get_day (entry)->date;
}

static gboolean
has_forum (GObject *object, const PlannerSession *session)
{
  return session->forum != NULL;
}

static char *
get_forum (GObject *object, const PlannerSession *session)
{
  return session->forum
             ? g_strdup (session->forum->title.shown ? session->forum->title.shown : session->forum->name)
             : NULL;
}

static GVariant *
make_forum_target (GObject *object, const PlannerSession *session)
{
  return g_variant_new_string (session->forum ? session->forum->name : "");
}

static char *
get_subtitle (GObject *object, const PlannerSession *session)
{
  return g_strdup (planner_shown_subtitle (session));
}

static gboolean
is_gone (GObject *object, const PlannerSession *session, gboolean withdrawn)
{
  return session->cancelled || withdrawn;
}

static char *
get_state_sentence (GObject *object, const PlannerSession *session, gboolean withdrawn)
{
  if (withdrawn)
    return g_strdup (_ ("This session is no longer in the schedule. These are its last known details."));

  return session->cancelled ? g_strdup (_ ("This session is cancelled.")) : NULL;
}

static char *
get_local_when (GObject *object, const PlannerSession *session)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();

  return planner_format_local_when (session, local);
}

/* Says "Venue Time" only when the local time is shown too. */
static char *
get_when_title (GObject *object, const PlannerSession *session)
{
  g_autofree char *local_when = get_local_when (object, session);

  return g_strdup (local_when ? _ ("Venue Time") : _ ("When"));
}

static char *
get_when (GObject *object, PlannerEntry *entry, const PlannerSession *session)
{
  return planner_format_when (session, planner_entry_get_day (entry)->date);
}

static char *
get_room (GObject *object, const PlannerSession *session)
{
  return planner_format_room (session);
}

static gboolean
has_room (GObject *object, const PlannerSession *session)
{
  return session->room != NULL;
}

static GVariant *
make_room_target (GObject *object, const PlannerSession *session)
{
  return g_variant_new_string (session->room ? session->room->name : "");
}

static char *
get_change (GObject *object,
            PlannerConference *conference,
            PlannerEntry *entry,
            const PlannerSession *session,
            gboolean local_time)
{
  PlannerChangeList *changes = conference ? planner_conference_get_changes (conference) : NULL;
  const PlannerChange *change = changes ? planner_change_list_find (changes, entry) : NULL;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const PlannerClock clock = { .zone = local_time ? local : session->zone,
                               .twelve_hours = planner_uses_twelve_hours () };
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL, *note = NULL;

  if (!change || !change->was || !change->is)
    return NULL;

  lines = planner_change_dup_lines (change, &clock);
  joined = g_strjoinv ("\n", lines);
  note = planner_change_dup_zone_note (change, clock.zone, local);

  return g_strjoin ("\n", joined, note, NULL);
}

static char *
get_type (GObject *object, const PlannerSession *session)
{
  return planner_format_type (session);
}

static gboolean
is_not_recorded (GObject *object, const PlannerSession *session)
{
  return session->not_recorded;
}

static gboolean
can_remind (GObject *object,
            const PlannerSession *session,
            gboolean starred,
            gboolean plan_b,
            gboolean withdrawn,
            gint64 now_utc)
{
  return starred && !plan_b && !withdrawn && !session->cancelled && planner_session_has_time (session) &&
         planner_session_get_end_utc (session) > now_utc;
}

static char *
get_abstract (GObject *object, const PlannerSession *session)
{
  return g_strdup (planner_shown_abstract (session));
}

static char *
get_description (GObject *object, const PlannerSession *session)
{
  return g_strdup (session->description.shown);
}

static void
update_clashes (PlannerDetailsPage *self)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GTimeZone) local = self->local_time ? g_time_zone_new_local () : NULL;

  planner_group_clear_rows (self->clashes_group, self->clash_rows);
  if (!self->conference || !self->entry || !planner_entry_get_clashing (self->entry))
    return;

  clashes = planner_conference_get_clashes (self->conference, self->entry);
  for (guint i = 0; i < clashes->len; i++)
    planner_group_add_row (self->clashes_group, self->clash_rows,
                           planner_clash_row_new (g_ptr_array_index (clashes, i), local));
}

static void
update_links (PlannerDetailsPage *self, const PlannerSession *session)
{
  planner_group_clear_rows (self->links_group, self->link_rows);
  planner_group_add_row (self->links_group, self->link_rows,
                         planner_link_row_new (_ ("Web Page"), session->url));
  planner_group_add_row (self->links_group, self->link_rows,
                         planner_link_row_new (_ ("Live Stream"), session->stream_url));
  planner_group_add_row (self->links_group, self->link_rows,
                         planner_link_row_new (_ ("Give Feedback"), session->feedback_url));
  for (guint i = 0; i < session->n_links; i++)
    planner_group_add_row (self->links_group, self->link_rows,
                           planner_link_row_new (session->links[i].title, session->links[i].url));
}

static void
update_session (PlannerDetailsPage *self)
{
  const PlannerSession *session = self->entry ? planner_entry_get_session (self->entry) : NULL;

  update_clashes (self);
  if (!session)
    return;

  planner_group_clear_rows (self->speakers_group, self->speaker_rows);
  for (guint i = 0; i < session->n_speakers; i++)
    planner_group_add_row (self->speakers_group, self->speaker_rows,
                           planner_speaker_row_new (session->speakers[i]));
  update_links (self, session);
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
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_DETAILS_PAGE);
  g_clear_object (&self->entry);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_details_page_parent_class)->dispose (object);
}

static void
planner_details_page_finalize (GObject *object)
{
  PlannerDetailsPage *self = PLANNER_DETAILS_PAGE (object);

  g_ptr_array_unref (self->clash_rows);
  g_ptr_array_unref (self->speaker_rows);
  g_ptr_array_unref (self->link_rows);

  G_OBJECT_CLASS (planner_details_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (PLANNER_TYPE_COLOR_BAR);
  g_type_ensure (PLANNER_TYPE_LEAD_ROW);
  g_type_ensure (PLANNER_TYPE_NOTE_BOX);
  g_type_ensure (PLANNER_TYPE_RICH_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-details-page.ui");
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, scroller);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, facts);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, local_row);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, plan_b_row);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, lead_row);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, note_box);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, star_button);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, clashes_group);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, speakers_group);
  gtk_widget_class_bind_template_child (klass, PlannerDetailsPage, links_group);
  gtk_widget_class_bind_template_callback (klass, is_filled);
  gtk_widget_class_bind_template_callback (klass, get_title);
  gtk_widget_class_bind_template_callback (klass, get_attributes);
  gtk_widget_class_bind_template_callback (klass, get_color);
  gtk_widget_class_bind_template_callback (klass, get_friends);
  gtk_widget_class_bind_template_callback (klass, get_friend_swatch);
  gtk_widget_class_bind_template_callback (klass, make_target);
  gtk_widget_class_bind_template_callback (klass, has_day);
  gtk_widget_class_bind_template_callback (klass, get_star_name);
  gtk_widget_class_bind_template_callback (klass, get_star_icon);
  gtk_widget_class_bind_template_callback (klass, get_star_tooltip);
  gtk_widget_class_bind_template_callback (klass, has_forum);
  gtk_widget_class_bind_template_callback (klass, get_forum);
  gtk_widget_class_bind_template_callback (klass, make_forum_target);
  gtk_widget_class_bind_template_callback (klass, get_subtitle);
  gtk_widget_class_bind_template_callback (klass, is_gone);
  gtk_widget_class_bind_template_callback (klass, get_state_sentence);
  gtk_widget_class_bind_template_callback (klass, get_when_title);
  gtk_widget_class_bind_template_callback (klass, get_when);
  gtk_widget_class_bind_template_callback (klass, get_local_when);
  gtk_widget_class_bind_template_callback (klass, get_room);
  gtk_widget_class_bind_template_callback (klass, has_room);
  gtk_widget_class_bind_template_callback (klass, make_room_target);
  gtk_widget_class_bind_template_callback (klass, get_change);
  gtk_widget_class_bind_template_callback (klass, get_type);
  gtk_widget_class_bind_template_callback (klass, is_not_recorded);
  gtk_widget_class_bind_template_callback (klass, can_remind);
  gtk_widget_class_bind_template_callback (klass, plan_b_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, lead_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, get_abstract);
  gtk_widget_class_bind_template_callback (klass, get_description);
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
  object_class->finalize = planner_details_page_finalize;

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
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, activate_cb, "s",
                                "win.toggle-star");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, activate_cb, "s",
                                "win.toggle-plan-b");
}

static void
make_spoken (PlannerDetailsPage *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->facts)); row;
       row = gtk_widget_get_next_sibling (row))
    if (!ADW_IS_COMBO_ROW (row) && !ADW_IS_SWITCH_ROW (row))
      planner_row_speak_subtitle (ADW_ACTION_ROW (row));
  planner_group_make_heading (self->clashes_group);
  planner_group_make_heading (self->speakers_group);
  planner_group_make_heading (self->links_group);
}

static void
planner_details_page_init (PlannerDetailsPage *self)
{
  self->default_lead_minutes = PLANNER_LEAD_USUAL_MINUTES;
  self->clash_rows = g_ptr_array_new ();
  self->speaker_rows = g_ptr_array_new ();
  self->link_rows = g_ptr_array_new ();
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
