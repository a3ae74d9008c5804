/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-session-row.h"

#include "library/planner-conference-clashes.h"
#include "plan/planner-moment.h"
#include "ui/sessions/planner-plan-strip.h"
#include "ui/sessions/planner-row-star.h"
#include "ui/sessions/planner-row-text.h"
#include "ui/widgets/planner-color-bar.h"
#include "ui/widgets/planner-color.h"
#include "ui/widgets/planner-swatch.h"
#include "words/planner-clash-words.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"

#define GAP 12
#define BAR_WIDTH 4
#define BAR_MARGIN 3
#define BAR_OVER_OPACITY 0.6
#define PLAN_GAP 6

/* GtkListView creates about two hundred rows at once. The row is filled in one function, because expressions would compute
 * each text again for every property that it depends on. */
struct _PlannerSessionRow
{
  GtkWidget parent_instance;

  PlannerRowText *text;   /* borrowed */
  GtkWidget *clash;       /* borrowed, nullable: made for the first clash */
  GtkWidget *friend;      /* borrowed, nullable: made for the first friend */
  GtkWidget *star;        /* borrowed, nullable: made when the row comes on screen */
  PlannerPlanStrip *plan; /* borrowed, nullable: made for the first row of My Schedule */

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
  gboolean has_star;
  gboolean has_color;
  GdkRGBA color;  /* of the bar, if any */
  char *sentence; /* owned, nullable */
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
  PROP_QUERY,
  PROP_SENTENCE,
} PlannerSessionRowProperty;

static GParamSpec *properties[PROP_SENTENCE + 1];

static void
show_texts (PlannerSessionRow *self, const PlannerSession *session, const PlannerRowParts *parts)
{
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  g_auto (GStrv) details = planner_dup_row_parts (session, parts);

  planner_row_text_set_title (self->text, session->title.shown, parts->withdrawn || session->cancelled);
  planner_row_text_set_speakers (self->text, speakers);
  planner_row_text_set_parts (self->text, (const char *const *) details);
  planner_row_text_set_pill (self->text, parts->mark);
}

static void
show_color (PlannerSessionRow *self, const PlannerSession *session, const PlannerElsewhere *elsewhere)
{
  self->has_color = elsewhere || session->forum;
  if (elsewhere)
    planner_conference_color (elsewhere->conference_id, &self->color);
  else if (session->forum)
    planner_forum_color (session->forum, &self->color);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_clash (PlannerSessionRow *self, const char *clash)
{
  if (clash && !self->clash)
    {
      self->clash = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
      gtk_widget_set_valign (self->clash, GTK_ALIGN_START);
      gtk_widget_add_css_class (self->clash, "warning");
      gtk_widget_insert_after (self->clash, GTK_WIDGET (self), GTK_WIDGET (self->text));
    }
  if (!self->clash)
    return;

  gtk_widget_set_visible (self->clash, clash != NULL);
  gtk_widget_set_tooltip_text (self->clash, clash);
}

/* The color of the first friend. The details give all names. */
static void
show_friends (PlannerSessionRow *self, const char *const *friends)
{
  g_autoptr (GdkPaintable) swatch = NULL;
  GdkRGBA color;

  if (friends && !self->friend)
    {
      self->friend = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_set_valign (self->friend, GTK_ALIGN_START);
      gtk_widget_insert_before (self->friend, GTK_WIDGET (self),
                                self->star ? self->star : GTK_WIDGET (self->plan));
    }
  if (!self->friend)
    return;
  if (friends)
    {
      planner_friend_color (friends[0], &color);
      swatch = planner_swatch_new (&color);
      gtk_image_set_from_paintable (GTK_IMAGE (self->friend), swatch);
    }
  gtk_widget_set_visible (self->friend, friends != NULL);
}

static PlannerMoment
get_phase (PlannerSessionRow *self)
{
  const PlannerSession *session = planner_entry_get_session (self->entry);
  const gboolean takes_place = !session->cancelled && !planner_entry_get_withdrawn (self->entry);

  return takes_place ? planner_session_get_moment (session, self->now_utc) : PLANNER_MOMENT_UNKNOWN;
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

static void
show_star (PlannerSessionRow *self, gboolean has_star)
{
  if (self->has_star != has_star)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->has_star = has_star;
  if (!self->star)
    return;

  gtk_widget_set_visible (self->star, has_star);
  planner_row_star_show (self->star, self->entry);
}

/* GtkListView creates about two hundred rows, and gives a place only to those on screen. The stars of the others would take time
 * and memory at the start. The size of the row does not depend on the star, so the row can make the star while it gets its place.
 *
 * Returns: (nullable) (transfer none): the star */
static GtkWidget *
ensure_star (PlannerSessionRow *self)
{
  if (!self->star && self->has_star)
    {
      self->star = planner_row_star_new ();
      planner_row_star_show (self->star, self->entry);
      gtk_widget_insert_before (self->star, GTK_WIDGET (self), GTK_WIDGET (self->plan));
    }

  return self->star;
}

/* Returns: (nullable) (transfer full): how long the session still runs */
static char *
show_phase (PlannerSessionRow *self)
{
  self->phase = get_phase (self);
  self->minutes_left = get_minutes_left (self);
  set_css_class (self, "running", self->phase == PLANNER_MOMENT_RUNNING);
  set_css_class (self, "over", self->phase == PLANNER_MOMENT_OVER);
  planner_row_text_set_over (self->text, self->phase == PLANNER_MOMENT_OVER);

  return self->phase == PLANNER_MOMENT_RUNNING ? planner_format_running (self->minutes_left) : NULL;
}

/* @elsewhere: (nullable): the other conference of the session */
static void
show_plan (PlannerSessionRow *self, const PlannerElsewhere *elsewhere)
{
  if (self->plan)
    planner_plan_strip_show (self->plan, self->show_plan && !elsewhere ? self->conference : NULL, self->entry,
                             self->now_utc);
}

static void
update_sentence (PlannerSessionRow *self, const PlannerSession *session, PlannerRowParts *parts)
{
  g_autofree char *sentence = NULL;

  parts->walk = self->plan ? planner_plan_strip_get_walk_sentence (self->plan) : NULL;
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
  show_star (self, !elsewhere);
  set_css_class (self, "plan-b", parts.plan_b);
  show_friends (self, planner_entry_get_friends (self->entry));
  show_clash (self, clash);
  show_plan (self, elsewhere);
  update_sentence (self, session, &parts);
}

/* The sentence names the way to the next session, which the strip knows. */
static void
ensure_plan (PlannerSessionRow *self)
{
  if (self->plan)
    return;

  self->plan = planner_plan_strip_new ();
  g_signal_connect_object (self->plan, "notify::walk-sentence", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->plan), GTK_WIDGET (self));
}

/* Most rows show the same as before. The free time after a session that is over may go by. */
static void
set_now_utc (PlannerSessionRow *self, gint64 now_utc)
{
  if (self->now_utc == now_utc)
    return;

  self->now_utc = now_utc;
  if (self->entry &&
      (self->plan || get_phase (self) != self->phase || get_minutes_left (self) != self->minutes_left))
    update (self);
}

/* The bar, which is drawn, the texts and the icons are beside each other. The plan is below them. */

static int
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size)
{
  int natural;

  gtk_widget_measure (child, orientation, for_size, NULL, &natural, NULL, NULL);

  return natural;
}

static gboolean
is_shown (gpointer child)
{
  return child && gtk_widget_should_layout (child);
}

/* Returns: the width of everything but the texts */
static int
measure_beside_text (PlannerSessionRow *self)
{
  GtkWidget *const icons[] = { self->clash, self->friend };
  int width = BAR_WIDTH + GAP;

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (is_shown (icons[i]))
      width += GAP + measure_child (icons[i], GTK_ORIENTATION_HORIZONTAL, -1);
  if (self->has_star)
    width += GAP + PLANNER_ROW_STAR_WIDTH;

  return width;
}

/* Returns: the height of everything but the plan */
static int
measure_above_plan (PlannerSessionRow *self, int width)
{
  GtkWidget *const icons[] = { self->clash, self->friend };
  const int text_width = width < 0 ? -1 : width - measure_beside_text (self);
  int height = measure_child (GTK_WIDGET (self->text), GTK_ORIENTATION_VERTICAL, text_width);

  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (is_shown (icons[i]))
      height = MAX (height, measure_child (icons[i], GTK_ORIENTATION_VERTICAL, -1));

  return self->has_star ? MAX (height, PLANNER_ROW_STAR_HEIGHT) : height;
}

static int
measure_height (PlannerSessionRow *self, int width)
{
  const int height = measure_above_plan (self, width);

  if (!is_shown (self->plan))
    return height;

  return height + PLAN_GAP + measure_child (GTK_WIDGET (self->plan), GTK_ORIENTATION_VERTICAL, width);
}

static int
measure_width (PlannerSessionRow *self)
{
  const int width =
      measure_beside_text (self) + measure_child (GTK_WIDGET (self->text), GTK_ORIENTATION_HORIZONTAL, -1);
  int plan_width = 0;

  if (is_shown (self->plan))
    gtk_widget_measure (GTK_WIDGET (self->plan), GTK_ORIENTATION_HORIZONTAL, -1, &plan_width, NULL, NULL,
                        NULL);

  return MAX (width, plan_width);
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

  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? measure_width (self) : measure_height (self, for_size);
}

/* Returns: the end of the child */
static int
place_child (PlannerSessionRow *self, gpointer child, int x, int width, int height)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int left = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;

  gtk_widget_size_allocate (child, &(GtkAllocation) { left, 0, width, height }, -1);

  return x + width;
}

/* A row may have its old height for a moment after its plan has appeared. */
static void
planner_session_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (widget);
  GtkWidget *const icons[] = { self->clash, self->friend, ensure_star (self) };
  const int top = is_shown (self->plan) ? measure_above_plan (self, width) : height;
  int x;

  x = place_child (self, self->text, BAR_WIDTH + GAP, width - measure_beside_text (self), top);
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++)
    if (is_shown (icons[i]))
      x = place_child (self, icons[i], x + GAP, measure_child (icons[i], GTK_ORIENTATION_HORIZONTAL, -1),
                       top);
  if (is_shown (self->plan))
    gtk_widget_size_allocate (GTK_WIDGET (self->plan),
                              &(GtkAllocation) { 0, top + PLAN_GAP, width, MAX (height - top - PLAN_GAP, 0) },
                              -1);
}

/* The bar is no child, because a child takes time and memory for each of the rows. */
static void
draw_bar (PlannerSessionRow *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int width = gtk_widget_get_width (widget);
  const int height =
      is_shown (self->plan) ? measure_above_plan (self, width) : gtk_widget_get_height (widget);
  const float x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? (float) width - BAR_WIDTH : 0;

  gtk_snapshot_push_opacity (snapshot, self->phase == PLANNER_MOMENT_OVER ? BAR_OVER_OPACITY : 1);
  planner_color_bar_draw (snapshot,
                          &GRAPHENE_RECT_INIT (x, BAR_MARGIN, BAR_WIDTH, (float) height - 2 * BAR_MARGIN),
                          &self->color);
  gtk_snapshot_pop (snapshot);
}

static void
planner_session_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (widget);

  if (self->has_color)
    draw_bar (self, snapshot);

  GTK_WIDGET_CLASS (planner_session_row_parent_class)->snapshot (widget, snapshot);
}

static void
planner_session_row_unmap (GtkWidget *widget)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (widget);

  GTK_WIDGET_CLASS (planner_session_row_parent_class)->unmap (widget);

  if (self->star && !gtk_widget_is_focus (self->star))
    g_clear_pointer (&self->star, gtk_widget_unparent);
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
    case PROP_SHOW_PLAN:
      g_value_set_boolean (value, self->show_plan);
      break;
    case PROP_QUERY:
      g_value_set_boxed (value, planner_row_text_get_query (self->text));
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
    case PROP_SHOW_PLAN:
      changed = set_boolean (&self->show_plan, g_value_get_boolean (value));
      if (self->show_plan)
        ensure_plan (self);
      break;
    case PROP_QUERY:
      planner_row_text_set_query (self->text, g_value_get_boxed (value));
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
  self->text = g_object_new (PLANNER_TYPE_ROW_TEXT, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->text), GTK_WIDGET (self));
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
