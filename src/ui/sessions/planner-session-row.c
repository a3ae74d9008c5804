/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-session-row.h"

#include "library/planner-conference-clashes.h"
#include "plan/planner-moment.h"
#include "ui/sessions/planner-row-layout.h"
#include "ui/widgets/planner-color.h"
#include "words/planner-clash-words.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"

/* GtkListView creates about two hundred rows at once. The row is filled in one function, because expressions would compute
 * each text again for every property that it depends on. */
struct _PlannerSessionRow
{
  GtkWidget parent_instance;

  PlannerRowLayout layout;

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  const char *const *followed;   /* borrowed, nullable: properties of the page, which the row has too */
  gint64 now_utc;                /* in seconds since the epoch, or PLANNER_TIME_UNKNOWN */
  PlannerMoment phase;           /* shown */
  int minutes_left;              /* shown */
  gboolean local_time;
  gboolean show_day;
  gboolean show_forum;
  gboolean show_plan;
  char *page_title; /* owned, nullable */
  char *sentence;   /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerSessionRow, planner_session_row, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_ENTRY,
  PROP_NOW_UTC,
  PROP_LOCAL_TIME,
  PROP_SHOW_DAY,
  PROP_SHOW_FORUM,
  PROP_SHOW_PLAN,
  PROP_PAGE_TITLE,
  PROP_QUERY,
  PROP_SENTENCE,
} PlannerSessionRowProperty;

static GParamSpec *properties[PROP_SENTENCE + 1];

static void
show_texts (PlannerSessionRow *self, const PlannerSession *session, const PlannerRowParts *parts)
{
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  g_auto (GStrv) details = planner_dup_row_parts (session, parts);

  planner_row_text_set_title (self->layout.text, session->title.shown,
                              parts->withdrawn || session->cancelled);
  planner_row_text_set_speakers (self->layout.text,
                                 g_strcmp0 (speakers, self->page_title) == 0 ? "" : speakers);
  planner_row_text_set_parts (self->layout.text, (const char *const *) details);
  planner_row_text_set_pill (self->layout.text, parts->mark);
}

static void
show_color (PlannerSessionRow *self, const PlannerSession *session, const PlannerElsewhere *elsewhere)
{
  GdkRGBA color;

  if (elsewhere)
    planner_conference_color (elsewhere->conference_id, &color);
  else if (session->forum)
    planner_session_color (self->conference ? planner_conference_get_agenda (self->conference) : NULL,
                           session, &color);
  planner_row_layout_show_color (&self->layout, elsewhere || session->forum ? &color : NULL);
}

/* A session that does not take place never runs, but its time passes as that of others. */
static PlannerMoment
get_phase (PlannerSessionRow *self)
{
  const PlannerSession *session = planner_entry_get_session (self->entry);
  const PlannerMoment phase = planner_session_get_moment (session, self->now_utc);
  const gboolean takes_place = !session->cancelled && !planner_entry_get_withdrawn (self->entry);

  return takes_place || phase == PLANNER_MOMENT_OVER ? phase : PLANNER_MOMENT_UNKNOWN;
}

static int
get_minutes_left (PlannerSessionRow *self)
{
  return get_phase (self) == PLANNER_MOMENT_RUNNING
             ? planner_session_get_minutes_left (planner_entry_get_session (self->entry), self->now_utc)
             : 0;
}

static void
set_css_class (PlannerSessionRow *self, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

/* Returns: (nullable) (transfer full): how long the session still runs */
static char *
show_phase (PlannerSessionRow *self)
{
  self->phase = get_phase (self);
  self->minutes_left = get_minutes_left (self);
  set_css_class (self, "running", self->phase == PLANNER_MOMENT_RUNNING);
  set_css_class (self, "over", self->phase == PLANNER_MOMENT_OVER);
  planner_row_layout_show_over (&self->layout, self->phase == PLANNER_MOMENT_OVER);

  return self->phase == PLANNER_MOMENT_RUNNING ? planner_format_running (self->minutes_left) : NULL;
}

/* @elsewhere: (nullable): the other conference of the session */
static void
show_plan (PlannerSessionRow *self, const PlannerElsewhere *elsewhere)
{
  if (!self->layout.plan)
    return;

  planner_plan_strip_show (self->layout.plan, self->show_plan && !elsewhere ? self->conference : NULL,
                           self->entry, self->now_utc);
  planner_row_layout_mark_plan (&self->layout);
}

static void
update_sentence (PlannerSessionRow *self, const PlannerSession *session, PlannerRowParts *parts)
{
  g_autofree char *sentence = NULL;

  parts->walk = self->layout.plan ? planner_plan_strip_get_walk_sentence (self->layout.plan) : NULL;
  sentence = planner_format_row_sentence (session, parts);
  if (g_set_str (&self->sentence, sentence))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static void
update (PlannerSessionRow *self)
{
  const PlannerSession *session = self->entry ? planner_entry_get_session (self->entry) : NULL;
  g_autoptr (GTimeZone) local = self->local_time ? g_time_zone_new_local () : NULL;
  g_autoptr (PlannerElsewhere) elsewhere = NULL;
  g_autofree char *clash = NULL;
  g_autofree char *friends = NULL;
  g_autofree char *running = NULL;
  PlannerRowParts parts = { .local = local };

  if (!session)
    return;

  elsewhere = self->conference ? planner_conference_find_elsewhere (self->conference, self->entry) : NULL;
  clash = planner_describe_clashes (self->conference, self->entry);
  parts.conference = elsewhere ? elsewhere->title : NULL;
  parts.day_date = self->show_day ? planner_entry_get_day (self->entry)->date : NULL;
  parts.starred = planner_entry_get_starred (self->entry);
  parts.plan_b = planner_entry_get_plan_b (self->entry);
  parts.withdrawn = planner_entry_get_withdrawn (self->entry);
  parts.forum = self->show_forum;
  parts.page_title = self->page_title;
  parts.clash = clash;
  friends = planner_format_friends (planner_entry_get_friends (self->entry));
  parts.friends = friends;
  running = show_phase (self);
  parts.running = running;
  parts.over = self->phase == PLANNER_MOMENT_OVER;
  parts.mark = planner_get_mark_label (planner_entry_get_mark (self->entry));

  show_color (self, session, elsewhere);
  show_texts (self, session, &parts);
  /* The window's actions find sessions of its own conference only. */
  planner_row_layout_show_star (&self->layout, !elsewhere, self->entry);
  set_css_class (self, "plan-b", parts.plan_b);
  planner_row_layout_show_friends (&self->layout, planner_entry_get_friends (self->entry));
  planner_row_layout_show_clash (&self->layout, clash);
  show_plan (self, elsewhere);
  update_sentence (self, session, &parts);
}

static void
plan_visible_cb (PlannerSessionRow *self)
{
  planner_row_layout_mark_plan (&self->layout);
}

/* The sentence names the way to the next session, which the strip knows. */
static void
ensure_plan (PlannerSessionRow *self)
{
  if (self->layout.plan)
    return;

  planner_row_layout_add_plan (&self->layout);
  g_signal_connect_object (self->layout.plan, "notify::walk-sentence", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layout.plan, "notify::visible", G_CALLBACK (plan_visible_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Most rows show the same as before. The free time after a session that is over may go by. */
static void
set_now_utc (PlannerSessionRow *self, gint64 now_utc)
{
  if (self->now_utc == now_utc)
    return;

  self->now_utc = now_utc;
  if (self->entry &&
      (self->layout.plan || get_phase (self) != self->phase || get_minutes_left (self) != self->minutes_left))
    update (self);
}

static void
planner_session_row_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL
                            ? planner_row_layout_measure_width (&self->layout)
                            : planner_row_layout_measure_height (&self->layout, for_size);
}

static void
planner_session_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (widget);

  planner_row_layout_place (&self->layout, self->entry, width, height);
}

static void
planner_session_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  planner_row_layout_draw (&PLANNER_SESSION_ROW (widget)->layout, snapshot);
}

static void
planner_session_row_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_session_row_parent_class)->unmap (widget);

  planner_row_layout_leave_screen (&PLANNER_SESSION_ROW (widget)->layout);
}

static GtkSizeRequestMode
planner_session_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
planner_session_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);

  switch ((PlannerSessionRowProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_NOW_UTC:
      g_value_set_int64 (value, self->now_utc);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    case PROP_SHOW_DAY:
      g_value_set_boolean (value, self->show_day);
      break;
    case PROP_SHOW_FORUM:
      g_value_set_boolean (value, self->show_forum);
      break;
    case PROP_PAGE_TITLE:
      g_value_set_string (value, self->page_title);
      break;
    case PROP_SHOW_PLAN:
      g_value_set_boolean (value, self->show_plan);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, planner_row_text_get_query (self->layout.text));
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
set_boolean (gboolean *field, gboolean value)
{
  const gboolean changed = *field != value;

  *field = value;

  return changed;
}

static gboolean
set_entry (PlannerSessionRow *self, PlannerEntry *entry)
{
  if (self->entry == entry)
    return FALSE;

  if (self->entry)
    g_signal_handlers_disconnect_by_func (self->entry, update, self);
  g_set_object (&self->entry, entry);
  if (self->entry)
    g_signal_connect_swapped (self->entry, "notify", G_CALLBACK (update), self);

  return TRUE;
}

static void
planner_session_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);
  gboolean changed = FALSE;

  switch ((PlannerSessionRowProperty) property_id)
    {
    case PROP_CONFERENCE:
      changed = g_set_object (&self->conference, g_value_get_object (value));
      break;
    case PROP_ENTRY:
      changed = set_entry (self, g_value_get_object (value));
      break;
    case PROP_NOW_UTC:
      set_now_utc (self, g_value_get_int64 (value));
      return;
    case PROP_LOCAL_TIME:
      changed = set_boolean (&self->local_time, g_value_get_boolean (value));
      break;
    case PROP_SHOW_DAY:
      changed = set_boolean (&self->show_day, g_value_get_boolean (value));
      break;
    case PROP_SHOW_FORUM:
      changed = set_boolean (&self->show_forum, g_value_get_boolean (value));
      break;
    case PROP_PAGE_TITLE:
      changed = g_set_str (&self->page_title, g_value_get_string (value));
      break;
    case PROP_SHOW_PLAN:
      changed = set_boolean (&self->show_plan, g_value_get_boolean (value));
      if (self->show_plan)
        ensure_plan (self);
      break;
    case PROP_QUERY:
      planner_row_text_set_query (self->layout.text, g_value_get_boxed (value));
      return;
    case PROP_SENTENCE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }

  if (!changed)
    return;

  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
planner_session_row_dispose (GObject *object)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  set_entry (self, NULL);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_session_row_parent_class)->dispose (object);
}

static void
planner_session_row_finalize (GObject *object)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);

  planner_row_layout_clear (&self->layout);
  g_free (self->page_title);
  g_free (self->sentence);

  G_OBJECT_CLASS (planner_session_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY, flags);
  properties[PROP_NOW_UTC] =
      g_param_spec_int64 ("now-utc", NULL, NULL, G_MININT64, G_MAXINT64, PLANNER_TIME_UNKNOWN, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_DAY] = g_param_spec_boolean ("show-day", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_FORUM] = g_param_spec_boolean ("show-forum", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_PLAN] = g_param_spec_boolean ("show-plan", NULL, NULL, FALSE, flags);
  properties[PROP_PAGE_TITLE] = g_param_spec_string ("page-title", NULL, NULL, NULL, flags);
  properties[PROP_QUERY] = g_param_spec_boxed ("query", NULL, NULL, PLANNER_TYPE_QUERY, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags & ~G_PARAM_WRITABLE);
  g_object_class_install_properties (klass, G_N_ELEMENTS (properties), properties);
}

static void
planner_session_row_class_init (PlannerSessionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_session_row_get_property;
  object_class->set_property = planner_session_row_set_property;
  object_class->dispose = planner_session_row_dispose;
  object_class->finalize = planner_session_row_finalize;
  widget_class->measure = planner_session_row_measure;
  widget_class->size_allocate = planner_session_row_size_allocate;
  widget_class->snapshot = planner_session_row_snapshot;
  widget_class->unmap = planner_session_row_unmap;
  widget_class->get_request_mode = planner_session_row_get_request_mode;
  install_properties (object_class);
}

static void
planner_session_row_init (PlannerSessionRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "session-row");
  planner_row_layout_init (&self->layout, GTK_WIDGET (self));
  self->now_utc = PLANNER_TIME_UNKNOWN;
}

PlannerSessionRow *
planner_session_row_new (void)
{
  return g_object_new (PLANNER_TYPE_SESSION_ROW, NULL);
}

static void
follow (PlannerSessionRow *self, GObject *page, const char *property)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (page, property, &value);
  g_object_set_property (G_OBJECT (self), property, &value);
}

static void
page_changed_cb (PlannerSessionRow *self, GParamSpec *pspec, GObject *page)
{
  if (g_strv_contains (self->followed, pspec->name))
    follow (self, page, pspec->name);
}

static void
item_changed_cb (PlannerSessionRow *self, GParamSpec *pspec, GtkListItem *item)
{
  g_object_set (self, "entry", gtk_list_item_get_item (item), NULL);
}

static void
sentence_changed_cb (GtkListItem *item, GParamSpec *pspec, PlannerSessionRow *self)
{
  gtk_list_item_set_accessible_label (item, self->sentence);
}

/**
 * planner_session_row_set_up:
 * @item: an item of a list of entries
 * @page: an object whose properties the row follows
 * @followed: static; the names of these properties, which the row has too, and %NULL
 *
 * Makes a row for the entry of @item. A handler takes less memory than a binding for each property, and there are 200 rows.
 *
 * Returns: (transfer none): the row, which is the child of @item
 */
PlannerSessionRow *
planner_session_row_set_up (GtkListItem *item, gpointer page, const char *const *followed)
{
  PlannerSessionRow *row = planner_session_row_new ();

  row->followed = followed;
  for (guint i = 0; followed[i]; i++)
    follow (row, page, followed[i]);
  g_signal_connect_object (page, "notify", G_CALLBACK (page_changed_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (item, "notify::item", G_CALLBACK (item_changed_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "notify::sentence", G_CALLBACK (sentence_changed_cb), item,
                           G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, GTK_WIDGET (row));

  return row;
}

/**
 * planner_session_row_get_entry:
 *
 * Returns: (nullable) (transfer none): the entry that the row shows
 */
PlannerEntry *
planner_session_row_get_entry (PlannerSessionRow *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_ROW (self), NULL);

  return self->entry;
}

/**
 * planner_session_row_get_text:
 *
 * Returns: (transfer none): the texts of the row
 */
PlannerRowText *
planner_session_row_get_text (PlannerSessionRow *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_ROW (self), NULL);

  return self->layout.text;
}

/**
 * planner_session_row_find_focused:
 * @widget: a widget in the window
 *
 * Returns: (nullable) (transfer none): the entry of the session row that has the keyboard focus, or that contains the focus
 */
PlannerEntry *
planner_session_row_find_focused (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *child = focus ? gtk_widget_get_first_child (focus) : NULL;
  GtkWidget *row = PLANNER_IS_SESSION_ROW (child) || !focus
                       ? child
                       : gtk_widget_get_ancestor (focus, PLANNER_TYPE_SESSION_ROW);

  return row ? planner_session_row_get_entry (PLANNER_SESSION_ROW (row)) : NULL;
}
