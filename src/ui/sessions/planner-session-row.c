/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-session-row.h"

#include "library/planner-conference-clashes.h"
#include "plan/planner-moment.h"
#include "ui/sessions/planner-plan-strip.h"
#include "plan/planner-query.h"
#include "ui/widgets/planner-color-bar.h"
#include "ui/widgets/planner-color.h"
#include "ui/widgets/planner-parts-line.h"
#include "ui/widgets/planner-swatch.h"
#include "words/planner-clash-words.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"

/* The background of text that matches a search: a translucent yellow, which suits light and dark themes. */
#define HIT_RED 0xf5f5
#define HIT_GREEN 0xc2c2
#define HIT_BLUE 0x1111
#define HIT_ALPHA 0x5000

/* GtkListView creates about two hundred rows at once. The row is filled in one function, because expressions would compute
 * each text again for every property that it depends on. */
struct _PlannerSessionRow
{
  AdwBin parent_instance;

  PlannerColorBar *bar;      /* template child */
  GtkLabel *title;           /* template child */
  GtkLabel *speakers;        /* template child */
  PlannerPartsLine *details; /* template child */
  GtkWidget *clash;          /* template child */
  GtkButton *star;           /* template child */
  GtkWidget *pill;           /* borrowed, nullable: made for the first mark */
  GtkImage *friend;          /* borrowed, nullable: made for the first friend */
  PlannerPlanStrip *plan;    /* borrowed, nullable: made for the first row of My Schedule */

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  GSignalGroup *entry_signals;   /* owned */
  gint64 now_utc;                /* in seconds since the epoch, or PLANNER_TIME_UNKNOWN */
  PlannerMoment phase;           /* shown */
  int minutes_left;              /* shown */
  gboolean local_time;
  gboolean show_day;
  gboolean show_forum;
  gboolean show_plan;
  gboolean struck;     /* the title is struck through */
  PlannerQuery *query; /* owned, nullable: whose hits are highlighted */
  char *sentence;      /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerSessionRow, planner_session_row, ADW_TYPE_BIN)

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
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, const PlannerQueryHit *hit)
{
  attribute->start_index = hit->start;
  attribute->end_index = hit->end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_hits (PangoAttrList *attributes, GtkLabel *label, const PlannerQuery *query)
{
  g_autoptr (GArray) hits = planner_query_find_hits (query, gtk_label_get_label (label));

  for (guint i = 0; i < hits->len; i++)
    {
      const PlannerQueryHit *hit = &g_array_index (hits, PlannerQueryHit, i);

      add_attribute (attributes, pango_attr_background_new (HIT_RED, HIT_GREEN, HIT_BLUE), hit);
      add_attribute (attributes, pango_attr_background_alpha_new (HIT_ALPHA), hit);
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), hit);
    }
}

static void
decorate (GtkLabel *label, gpointer query, gboolean struck)
{
  g_autoptr (PangoAttrList) attributes = query || struck ? pango_attr_list_new () : NULL;

  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  if (query)
    add_hits (attributes, label, query);
  gtk_label_set_attributes (label, attributes);
}

static void
decorate_part (GtkLabel *label, gpointer query)
{
  decorate (label, query, FALSE);
}

static void
decorate_texts (PlannerSessionRow *self)
{
  decorate (self->title, self->query, self->struck);
  decorate (self->speakers, self->query, FALSE);
  planner_parts_line_foreach_label (self->details, decorate_part, self->query);
}

static void
show_texts (PlannerSessionRow *self, const PlannerSession *session, const PlannerRowParts *parts)
{
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  g_auto (GStrv) details = planner_dup_row_parts (session, parts);

  gtk_label_set_label (self->title, session->title.shown);
  self->struck = parts->withdrawn || session->cancelled;
  show_line (self->speakers, speakers);
  planner_parts_line_set_parts (self->details, (const char *const *) details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), details[0] != NULL);
  decorate_texts (self);
}

static void
show_color (PlannerSessionRow *self, const PlannerSession *session, const PlannerElsewhere *elsewhere)
{
  GdkRGBA color;

  if (elsewhere)
    planner_conference_color (elsewhere->conference_id, &color);
  else if (session->forum)
    planner_forum_color (session->forum, &color);
  planner_color_bar_set_color (self->bar, elsewhere || session->forum ? &color : NULL);
}

/* The pill is beside the title, so that it takes space from the title only. */
static GtkWidget *
ensure_pill (PlannerSessionRow *self)
{
  GtkWidget *title = GTK_WIDGET (self->title);
  GtkBox *column = GTK_BOX (gtk_widget_get_parent (title));
  GtkWidget *line;

  if (self->pill)
    return self->pill;

  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->pill = gtk_label_new (NULL);
  gtk_widget_set_valign (self->pill, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->pill, "mark");
  g_object_ref (title);
  gtk_box_remove (column, title);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), self->pill);
  gtk_box_prepend (column, line);
  g_object_unref (title);

  return self->pill;
}

static void
show_pill (PlannerSessionRow *self, const char *label)
{
  if (label)
    gtk_label_set_label (GTK_LABEL (ensure_pill (self)), label);
  if (self->pill)
    gtk_widget_set_visible (self->pill, label != NULL);
}

static void
show_star (PlannerSessionRow *self, gboolean starred, gboolean withdrawn)
{
  const char *label = planner_get_star_label (starred, withdrawn);
  g_autofree char *name =
      planner_format_star_name (planner_entry_get_session (self->entry), starred, withdrawn);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->star), "s", planner_entry_get_key (self->entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->star), "win.toggle-star");
  gtk_button_set_icon_name (self->star, planner_get_star_icon (starred, withdrawn));
  gtk_widget_set_name (GTK_WIDGET (self->star), starred ? "starred" : "unstarred");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->star), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
      gtk_widget_set_valign (GTK_WIDGET (self->friend), GTK_ALIGN_START);
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->clash)), GTK_WIDGET (self->friend),
                                  self->clash);
    }
  if (!self->friend)
    return;
  if (friends)
    {
      planner_friend_color (friends[0], &color);
      swatch = planner_swatch_new (&color);
      gtk_image_set_from_paintable (self->friend, swatch);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->friend), friends != NULL);
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

/* Returns: (nullable) (transfer full): how long the session still runs */
static char *
show_phase (PlannerSessionRow *self)
{
  self->phase = get_phase (self);
  self->minutes_left = get_minutes_left (self);
  set_css_class (self, "running", self->phase == PLANNER_MOMENT_RUNNING);
  set_css_class (self, "over", self->phase == PLANNER_MOMENT_OVER);

  return self->phase == PLANNER_MOMENT_RUNNING ? planner_format_running (self->minutes_left) : NULL;
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
  show_star (self, parts.starred, parts.withdrawn);
  /* The window's actions find sessions of its own conference only. */
  gtk_widget_set_visible (GTK_WIDGET (self->star), !elsewhere);
  show_pill (self, parts.mark);
  set_css_class (self, "plan-b", parts.plan_b);
  show_friends (self, planner_entry_get_friends (self->entry));
  gtk_widget_set_visible (self->clash, clash != NULL);
  gtk_widget_set_tooltip_text (self->clash, clash);
  if (self->plan)
    planner_plan_strip_show (self->plan, self->show_plan && !elsewhere ? self->conference : NULL,
                             self->entry);
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
  gtk_box_append (GTK_BOX (adw_bin_get_child (ADW_BIN (self))), GTK_WIDGET (self->plan));
}

/* Most rows show the same as before. */
static void
set_now_utc (PlannerSessionRow *self, gint64 now_utc)
{
  self->now_utc = now_utc;
  if (self->entry && (get_phase (self) != self->phase || get_minutes_left (self) != self->minutes_left))
    update (self);
}

static void
set_query (PlannerSessionRow *self, PlannerQuery *query)
{
  if (query == self->query)
    return;

  g_clear_pointer (&self->query, planner_query_unref);
  self->query = query ? planner_query_ref (query) : NULL;
  decorate_texts (self);
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
      g_value_set_boxed (value, self->query);
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
      changed = g_set_object (&self->entry, g_value_get_object (value));
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
      set_query (self, g_value_get_boxed (value));
      return;
    case PROP_SENTENCE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }

  if (!changed)
    return;

  if (property_id == PROP_ENTRY)
    g_signal_group_set_target (self->entry_signals, self->entry);
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
planner_session_row_dispose (GObject *object)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_SESSION_ROW);
  g_clear_object (&self->entry_signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (planner_session_row_parent_class)->dispose (object);
}

static void
planner_session_row_finalize (GObject *object)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);

  g_free (self->sentence);
  g_clear_pointer (&self->query, planner_query_unref);

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
  install_properties (object_class);

  g_type_ensure (PLANNER_TYPE_COLOR_BAR);
  g_type_ensure (PLANNER_TYPE_PARTS_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-session-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerSessionRow, bar);
  gtk_widget_class_bind_template_child (widget_class, PlannerSessionRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlannerSessionRow, speakers);
  gtk_widget_class_bind_template_child (widget_class, PlannerSessionRow, details);
  gtk_widget_class_bind_template_child (widget_class, PlannerSessionRow, clash);
  gtk_widget_class_bind_template_child (widget_class, PlannerSessionRow, star);
}

static void
planner_session_row_init (PlannerSessionRow *self)
{
  const char *followed[] = { "notify::session",  "notify::starred", "notify::plan-b", "notify::withdrawn",
                             "notify::clashing", "notify::mark",    "notify::friends" };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->now_utc = PLANNER_TIME_UNKNOWN;
  self->entry_signals = g_signal_group_new (PLANNER_TYPE_ENTRY);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_group_connect_swapped (self->entry_signals, followed[i], G_CALLBACK (update), self);
}

PlannerSessionRow *
planner_session_row_new (void)
{
  return g_object_new (PLANNER_TYPE_SESSION_ROW, NULL);
}

/**
 * planner_session_row_set_up:
 * @item: an item of a list of entries
 * @page: an object with the properties conference, local-time and now-utc, which the row follows
 *
 * Makes a row for the entry of @item.
 *
 * Returns: (transfer none): the row, which is the child of @item
 */
PlannerSessionRow *
planner_session_row_set_up (GtkListItem *item, gpointer page)
{
  PlannerSessionRow *row = planner_session_row_new ();

  g_object_bind_property (page, "conference", row, "conference", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "local-time", row, "local-time", G_BINDING_SYNC_CREATE);
  g_object_bind_property (page, "now-utc", row, "now-utc", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", row, "entry", G_BINDING_SYNC_CREATE);
  g_object_bind_property (row, "sentence", item, "accessible-label", G_BINDING_SYNC_CREATE);
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
