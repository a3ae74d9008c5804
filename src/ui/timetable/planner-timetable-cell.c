/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/timetable/planner-timetable-cell.h"

#include "library/planner-conference-clashes.h"
#include "ui/widgets/planner-color.h"
#include "words/planner-clash-words.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"

#include <adwaita.h>

#define RADIUS 6.0f
#define EDGE_WIDTH 4
#define PADDING 6
#define ICON_SIZE 16
#define FRIEND_SIZE 10
#define NO_FORUM_COLOR "#6f8396"

/* Lanes narrower than this show the star only if the session is starred. */
#define MIN_WIDTH_FOR_STAR 120

struct _PlannerTimetableCell
{
  GtkWidget parent_instance;

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  GTimeZone *local;              /* owned, nullable */
  GSignalGroup *entry_signals;   /* owned */
  guint index;
  gboolean past;
  int hidden_height; /* of the part that has scrolled below the headers */

  PangoLayout *title;    /* owned, nullable until drawn */
  PangoLayout *speakers; /* owned, nullable until drawn */
  PangoLayout *time;     /* owned, nullable until drawn */
  GdkRGBA forum_color;   /* of the conference, if that is another one */
};

G_DEFINE_FINAL_TYPE (PlannerTimetableCell, planner_timetable_cell, GTK_TYPE_WIDGET)

static gboolean
is_starred (PlannerTimetableCell *self)
{
  return planner_entry_get_starred (self->entry);
}

static void
clear_layouts (PlannerTimetableCell *self)
{
  g_clear_object (&self->title);
  g_clear_object (&self->speakers);
  g_clear_object (&self->time);
}

static PangoLayout *
create_layout (PlannerTimetableCell *self,
               const char *text,
               double scale,
               PangoWeight weight,
               gboolean struck)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  if (struck)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static void
ensure_layouts (PlannerTimetableCell *self)
{
  const PlannerSession *session = planner_entry_get_session (self->entry);
  g_autofree char *title = NULL;
  g_autofree char *speakers = NULL;
  g_autofree char *time = NULL;

  if (self->title)
    return;

  title = planner_format_cell_title (session, planner_entry_get_plan_b (self->entry));
  speakers = planner_session_dup_speaker_names (session);
  time = planner_format_time_range (session, self->local);
  self->title = create_layout (self, title, 0.92, PANGO_WEIGHT_SEMIBOLD,
                               session->cancelled || planner_entry_get_withdrawn (self->entry));
  self->speakers = create_layout (self, speakers, 0.85, PANGO_WEIGHT_NORMAL, FALSE);
  self->time = create_layout (self, time, 0.85, PANGO_WEIGHT_NORMAL, FALSE);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * pow (color->red, 2.2) + 0.7152 * pow (color->green, 2.2) + 0.0722 * pow (color->blue, 2.2);
}

/* Of black and white, the one with more contrast has at least 4.5:1 on any colour. */
static GdkRGBA
get_text_color_on (const GdkRGBA *background)
{
  return get_luminance (background) > 0.179 ? (GdkRGBA) { 0, 0, 0, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
}

static GdkRGBA
with_alpha (GdkRGBA color, double alpha)
{
  color.alpha *= (float) alpha;

  return color;
}

static gboolean
is_filled (PlannerTimetableCell *self)
{
  return planner_entry_is_going (self->entry) && !self->past;
}

static void
snapshot_background (PlannerTimetableCell *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const gboolean hovered = gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_PRELIGHT;
  const gboolean dark = get_luminance (text) > 0.5;
  const GdkRGBA color = self->forum_color;
  double tint = planner_entry_is_going (self->entry) ? 0.3 : self->past ? 0.07 : dark ? 0.24 : 0.16;
  GskRoundedRect shape;

  tint = is_filled (self) ? 1 : hovered ? tint + 0.08 : tint;
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { color.red, color.green, color.blue, (float) tint },
                             &shape.bounds);
  if (!is_filled (self))
    gtk_snapshot_append_color (snapshot,
                               &(GdkRGBA) { color.red, color.green, color.blue, self->past ? 0.55f : 1 },
                               &GRAPHENE_RECT_INIT (rtl ? width - EDGE_WIDTH : 0, 0, EDGE_WIDTH, height));
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_border (PlannerTimetableCell *self, GtkSnapshot *snapshot, const GdkRGBA *color, float line)
{
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  gtk_snapshot_append_border (snapshot, &shape, (float[]) { line, line, line, line },
                              (GdkRGBA[]) { *color, *color, *color, *color });
}

static void
snapshot_icon (PlannerTimetableCell *self,
               GtkSnapshot *snapshot,
               const char *name,
               const graphene_point_t *at,
               const GdkRGBA *color)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GtkIconPaintable) icon =
      gtk_icon_theme_lookup_icon (theme, name, NULL, ICON_SIZE, gtk_widget_get_scale_factor (widget),
                                  gtk_widget_get_direction (widget), 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, at);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, ICON_SIZE, ICON_SIZE,
                                            color, 1);
  gtk_snapshot_restore (snapshot);
}

static gboolean
shows_star (PlannerTimetableCell *self)
{
  return is_starred (self) || gtk_widget_get_width (GTK_WIDGET (self)) >= MIN_WIDTH_FOR_STAR;
}

static int
get_line_height (PangoLayout *layout)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);
  PangoRectangle extents;

  pango_layout_line_get_pixel_extents (line, NULL, &extents);

  return MAX (extents.height, 1);
}

/* The title and the star stay visible while the cell scrolls below the headers. */
static int
get_content_top (PlannerTimetableCell *self)
{
  ensure_layouts (self);

  return CLAMP (gtk_widget_get_height (GTK_WIDGET (self)) - get_line_height (self->title) - 2 * PADDING, 0,
                self->hidden_height);
}

/* Draws as many lines of a text as fit above @bottom. Returns the bottom of the last line. */
static int
snapshot_lines (GtkSnapshot *snapshot,
                PangoLayout *layout,
                graphene_rect_t *area,
                int max_lines,
                const GdkRGBA *color)
{
  const int line_height = get_line_height (layout);
  const int n_lines = MIN ((int) (area->size.height / (float) line_height), max_lines);
  int height;

  if (n_lines < 1 || *pango_layout_get_text (layout) == '\0')
    return 0;

  pango_layout_set_width (layout, (int) area->size.width * PANGO_SCALE);
  pango_layout_set_height (layout, n_lines == 1 ? 0 : n_lines * line_height * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &area->origin);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  area->origin.y += (float) height;
  area->size.height -= (float) height;

  return height;
}

/* A cell that is too low for a line stays empty. Its tooltip and its accessible label give the title. */
static void
snapshot_texts (PlannerTimetableCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const int top = get_content_top (self);
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self)) - top;
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int star = shows_star (self) ? ICON_SIZE + 4 : 0;
  const int title_height = get_line_height (self->title);
  int padding;
  graphene_rect_t area;

  if (height < title_height - 2)
    return;

  padding = CLAMP ((height - title_height) / 2, 0, PADDING);
  area = GRAPHENE_RECT_INIT ((float) (rtl ? PADDING + star : EDGE_WIDTH + PADDING), (float) (top + padding),
                             (float) MAX (width - EDGE_WIDTH - 2 * PADDING - star, 1),
                             (float) MAX (height - 2 * padding, title_height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) top, (float) width, (float) height));
  snapshot_lines (snapshot, self->title, &area, G_MAXINT, color);
  area.size.width += (float) star;
  area.origin.x -= rtl ? (float) star : 0;
  snapshot_lines (snapshot, self->speakers, &area, 2, color);
  snapshot_lines (snapshot, self->time, &area, 1, color);
  gtk_snapshot_pop (snapshot);
}

static graphene_point_t
get_star_origin (PlannerTimetableCell *self)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int top = get_content_top (self);
  const int height = gtk_widget_get_height (GTK_WIDGET (self)) - top;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));

  return GRAPHENE_POINT_INIT (rtl ? PADDING : (float) (width - PADDING - ICON_SIZE),
                              (float) (top + CLAMP ((height - ICON_SIZE) / 2, 0, PADDING + 1)));
}

static void
snapshot_star (PlannerTimetableCell *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  const graphene_point_t origin = get_star_origin (self);
  const gboolean active = gtk_widget_get_state_flags (GTK_WIDGET (self)) &
                          (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_VISIBLE);
  const GdkRGBA dimmed = with_alpha (*color, is_starred (self) || active ? 1 : 0.6);

  if (shows_star (self) && (is_starred (self) || active))
    snapshot_icon (self, snapshot, planner_get_star_icon (is_starred (self), FALSE), &origin, &dimmed);
}

static void
snapshot_clash (PlannerTimetableCell *self, GtkSnapshot *snapshot, const GdkRGBA *text)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int height = gtk_widget_get_height (GTK_WIDGET (self));
  const graphene_point_t at = GRAPHENE_POINT_INIT (rtl ? PADDING : (float) (width - PADDING - ICON_SIZE),
                                                   (float) (height - ICON_SIZE - PADDING + 2));

  snapshot_border (self, snapshot, text, 2);
  if (height - get_content_top (self) >= 2 * ICON_SIZE + 2 * PADDING)
    snapshot_icon (self, snapshot, "dialog-warning-symbolic", &at, text);
}

/* A disc in the lower corner that the clash leaves free. The ring makes it visible on every color. */
static void
snapshot_friend (PlannerTimetableCell *self, GtkSnapshot *snapshot, const char *name, const GdkRGBA *text)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  const float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  const float x = rtl ? PADDING + FRIEND_SIZE : width - PADDING - 2 * FRIEND_SIZE;
  const graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (planner_entry_get_clashing (self->entry) ? x - (rtl ? -ICON_SIZE : ICON_SIZE) : x,
                          height - FRIEND_SIZE - PADDING / 2, FRIEND_SIZE, FRIEND_SIZE);
  GskRoundedRect disc;
  GdkRGBA color;

  planner_friend_color (name, &color);
  gsk_rounded_rect_init_from_rect (&disc, &bounds, FRIEND_SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &disc, (float[]) { 1, 1, 1, 1 },
                              (GdkRGBA[]) { *text, *text, *text, *text });
}

static void
planner_timetable_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannerTimetableCell *self = PLANNER_TIMETABLE_CELL (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const gboolean high_contrast = adw_style_manager_get_high_contrast (style);
  GdkRGBA text;

  if (!self->entry)
    return;

  gtk_widget_get_color (widget, &text);
  snapshot_background (self, snapshot, &text);
  if (is_filled (self))
    text = get_text_color_on (&self->forum_color);
  else if (self->past && !high_contrast)
    text = with_alpha (text, 0.75);
  if (high_contrast)
    snapshot_border (self, snapshot, &text, 1);
  snapshot_texts (self, snapshot, &text);
  snapshot_star (self, snapshot, &text);
  if (planner_entry_get_plan_b (self->entry))
    snapshot_border (self, snapshot, &self->forum_color, 2);
  if (planner_entry_get_clashing (self->entry))
    snapshot_clash (self, snapshot, &text);
  if (planner_entry_get_friends (self->entry))
    snapshot_friend (self, snapshot, planner_entry_get_friends (self->entry)[0], &text);
}

static void
update_label (PlannerTimetableCell *self, const char *other)
{
  const PlannerSession *session = planner_entry_get_session (self->entry);
  g_autofree char *clash = planner_describe_clashes (self->conference, self->entry);
  g_autofree char *friends = planner_format_friends (planner_entry_get_friends (self->entry));
  const PlannerRowParts parts = { .local = self->local,
                                  .conference = other,
                                  .withdrawn = planner_entry_get_withdrawn (self->entry),
                                  .starred = is_starred (self),
                                  .plan_b = planner_entry_get_plan_b (self->entry),
                                  .mark = planner_get_mark_label (planner_entry_get_mark (self->entry)),
                                  .clash = clash,
                                  .friends = friends };
  g_autofree char *sentence = planner_format_cell_sentence (session, &parts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

static void
update (PlannerTimetableCell *self)
{
  const PlannerForum *forum = self->entry ? planner_entry_get_session (self->entry)->forum : NULL;
  g_autoptr (PlannerElsewhere) other = NULL;

  clear_layouts (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!self->entry)
    return;

  other = self->conference ? planner_conference_find_elsewhere (self->conference, self->entry) : NULL;
  if (other)
    planner_conference_color (other->conference_id, &self->forum_color);
  else if (forum)
    planner_forum_color (forum, &self->forum_color);
  else
    gdk_rgba_parse (&self->forum_color, NO_FORUM_COLOR);
  update_label (self, other ? other->title : NULL);
}

static gboolean
query_tooltip_cb (PlannerTimetableCell *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *clash = NULL;
  g_autofree char *friends = NULL;
  g_autofree char *text = NULL;

  if (!self->entry)
    return FALSE;

  clash = planner_describe_clashes (self->conference, self->entry);
  friends = planner_format_friends (planner_entry_get_friends (self->entry));
  text = g_strconcat (planner_entry_get_session (self->entry)->title.shown, clash ? "\n" : "",
                      clash ? clash : "", friends ? "\n" : "", friends, NULL);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
planner_timetable_cell_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
planner_timetable_cell_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (planner_timetable_cell_parent_class)->state_flags_changed (widget, before);
}

/* The font may have changed. */
static void
planner_timetable_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (planner_timetable_cell_parent_class)->css_changed (widget, change);

  clear_layouts (PLANNER_TIMETABLE_CELL (widget));
  gtk_widget_queue_draw (widget);
}

static void
planner_timetable_cell_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (planner_timetable_cell_parent_class)->system_setting_changed (widget, setting);

  clear_layouts (PLANNER_TIMETABLE_CELL (widget));
  gtk_widget_queue_draw (widget);
}

static void
planner_timetable_cell_dispose (GObject *object)
{
  PlannerTimetableCell *self = PLANNER_TIMETABLE_CELL (object);

  g_clear_object (&self->entry_signals);
  g_clear_object (&self->entry);
  g_clear_object (&self->conference);
  g_clear_pointer (&self->local, g_time_zone_unref);
  clear_layouts (self);

  G_OBJECT_CLASS (planner_timetable_cell_parent_class)->dispose (object);
}

static void
planner_timetable_cell_class_init (PlannerTimetableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_timetable_cell_dispose;
  widget_class->measure = planner_timetable_cell_measure;
  widget_class->snapshot = planner_timetable_cell_snapshot;
  widget_class->state_flags_changed = planner_timetable_cell_state_flags_changed;
  widget_class->css_changed = planner_timetable_cell_css_changed;
  widget_class->system_setting_changed = planner_timetable_cell_system_setting_changed;

  gtk_widget_class_set_css_name (widget_class, "timetable-cell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
planner_timetable_cell_init (PlannerTimetableCell *self)
{
  const char *followed[] = { "notify::session",  "notify::starred", "notify::plan-b", "notify::withdrawn",
                             "notify::clashing", "notify::mark",    "notify::friends" };

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  self->entry_signals = g_signal_group_new (PLANNER_TYPE_ENTRY);
  for (guint i = 0; i < G_N_ELEMENTS (followed); i++)
    g_signal_group_connect_swapped (self->entry_signals, followed[i], G_CALLBACK (update), self);
}

GtkWidget *
planner_timetable_cell_new (void)
{
  return g_object_new (PLANNER_TYPE_TIMETABLE_CELL, NULL);
}

/**
 * planner_timetable_cell_set_entry:
 * @conference: (nullable): the conference that is shown
 * @entry: (nullable): the entry to show, which may be of another conference
 * @local: (nullable): the zone to show times in instead of the venue's
 */
void
planner_timetable_cell_set_entry (PlannerTimetableCell *self,
                                  PlannerConference *conference,
                                  PlannerEntry *entry,
                                  GTimeZone *local)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self));

  g_clear_pointer (&self->local, g_time_zone_unref);
  self->local = local ? g_time_zone_ref (local) : NULL;
  g_set_object (&self->conference, conference);
  g_set_object (&self->entry, entry);
  g_signal_group_set_target (self->entry_signals, entry);
  update (self);
}

/**
 * planner_timetable_cell_get_entry:
 *
 * Returns: (nullable) (transfer none): the entry that the cell shows
 */
PlannerEntry *
planner_timetable_cell_get_entry (PlannerTimetableCell *self)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_CELL (self), NULL);

  return self->entry;
}

/**
 * planner_timetable_cell_set_index:
 * @index: the index of the slot in the timetable
 */
void
planner_timetable_cell_set_index (PlannerTimetableCell *self, guint index)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self));

  self->index = index;
}

guint
planner_timetable_cell_get_index (PlannerTimetableCell *self)
{
  g_return_val_if_fail (PLANNER_IS_TIMETABLE_CELL (self), 0);

  return self->index;
}

/**
 * planner_timetable_cell_set_past:
 * @past: whether the session is over, so that the cell is dimmed
 */
void
planner_timetable_cell_set_past (PlannerTimetableCell *self, gboolean past)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self));

  if (self->past == past)
    return;

  self->past = past;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * planner_timetable_cell_set_hidden_height:
 * @hidden_height: the height of what the headers of the timetable hide at the top of the cell, in pixels; at least 0
 *
 * Moves the texts and the star of a cell below the headers, as far as the cell reaches.
 */
void
planner_timetable_cell_set_hidden_height (PlannerTimetableCell *self, int hidden_height)
{
  g_return_if_fail (PLANNER_IS_TIMETABLE_CELL (self) && hidden_height >= 0);

  if (self->hidden_height == hidden_height)
    return;

  self->hidden_height = hidden_height;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * planner_timetable_cell_is_star_at:
 * @x: a position in the cell, in pixels
 * @y: a position in the cell, in pixels
 *
 * Returns: whether a click there toggles the star
 */
gboolean
planner_timetable_cell_is_star_at (PlannerTimetableCell *self, double x, double y)
{
  const gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  const int width = gtk_widget_get_width (GTK_WIDGET (self));
  const int size = ICON_SIZE + 2 * PADDING;
  double from_top;

  if (!self->entry)
    return FALSE;

  from_top = y - get_content_top (self);

  return shows_star (self) && (rtl ? x < size : x >= width - size) && from_top >= 0 && from_top < size;
}
