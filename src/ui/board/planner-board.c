/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/board/planner-board.h"

#include "plan/planner-board.h"
#include "plan/planner-place.h"
#include "reminders/planner-wall-clock.h"
#include "ui/board/planner-board-menu.h"
#include "ui/board/planner-board-row.h"
#include "ui/board/planner-board-screen.h"
#include "words/planner-clock.h"
#include "words/planner-labels.h"
#include "words/planner-moment-words.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

#define MINUTE_S 60
#define PAGE_S 12

#define N_COLUMNS 2
#define ROWS_PER_COLUMN 5
#define ROWS_PER_PAGE (N_COLUMNS * ROWS_PER_COLUMN)

/* The size of the type is such a part of the screen that a page fits in most fonts. */
#define LINES_PER_HEIGHT 36
#define LINES_PER_WIDTH 64
#define MIN_TYPE_PX 8

/* After so many frames, the content has its place. */
#define FIT_FRAMES 3

struct _PlannerBoard
{
  AdwApplicationWindow parent_instance;

  AdwToolbarView *toolbar_view; /* template child */
  GtkMenuButton *rooms_button;  /* template child */

  GtkScrolledWindow *scroller; /* template child */

  GtkLabel *name;          /* template child */
  GtkLabel *clock;         /* template child */
  GtkStack *stack;         /* template child */
  GtkLabel *message_title; /* template child */
  GtkLabel *message_text;  /* template child */
  GtkWidget *now_caption;  /* template child */
  GtkLabel *now_title;     /* template child */
  GtkLabel *now_people;    /* template child */
  GtkLabel *now_time;      /* template child */
  GtkLabel *cancelled;     /* template child */
  GtkWidget *next;         /* template child */
  GtkLabel *next_title;    /* template child */
  GtkLabel *next_time;     /* template child */
  GtkGrid *grid;           /* template child */
  GtkLabel *pages;         /* template child */

  GtkWidget *rows[ROWS_PER_PAGE]; /* borrowed from the grid */
  PlannerConference *conference;  /* owned */
  PlannerTimeSource *time_source; /* owned */
  PlannerBoardScreen *screen;     /* owned */
  char *room;                     /* owned, nullable: its name; NULL for all rooms */
  guint page;
  GSource *minutes;      /* owned: wakes up at each minute */
  guint page_timer;      /* source id, while there are several pages */
  GtkCssProvider *style; /* owned: the size of the type */
  int type_px;
  int width, height; /* of the window, in pixels */
  guint fit_tick;    /* waits until the content is laid out, to make the type fit */
  guint fit_frames;
};

G_DEFINE_FINAL_TYPE (PlannerBoard, planner_board, ADW_TYPE_APPLICATION_WINDOW)

typedef enum
{
  PROP_ROOM = 1,
} PlannerBoardProperty;

static GParamSpec *properties[PROP_ROOM + 1];

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text && *text);
}

static gboolean
page_over_cb (gpointer data)
{
  planner_board_turn_page (data, 1);

  return G_SOURCE_CONTINUE;
}

static void
show_page_number (PlannerBoard *self, guint n_pages)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->pages), n_pages > 1);
  if (n_pages <= 1)
    g_clear_handle_id (&self->page_timer, g_source_remove);
  else if (self->page_timer == 0)
    self->page_timer = g_timeout_add_seconds (PAGE_S, page_over_cb, self);

  /* Translators: which page of the list of rooms is on screen, as in "Page 2 of 5". */
  text = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n_pages);
  gtk_label_set_label (self->pages, text);
}

static void
show_message (PlannerBoard *self, const char *title, const char *text)
{
  show_text (self->message_title, title);
  show_text (self->message_text, text);
  show_page_number (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
show_running (PlannerBoard *self, const PlannerSession *session, gint64 now_utc)
{
  g_autofree char *people = planner_session_dup_speaker_names (session);
  g_autofree char *range = planner_format_time_range (session, NULL);
  g_autofree char *left = planner_format_minutes_left (planner_session_get_minutes_left (session, now_utc));
  g_autofree char *time = g_strconcat (range, " · ", left, NULL);

  show_text (self->now_title, session->title.shown);
  show_text (self->now_people, people);
  show_text (self->now_time, time);
}

static void
show_next (PlannerBoard *self, const PlannerSession *session, gint64 now_utc)
{
  g_autofree char *people = session ? planner_session_dup_speaker_names (session) : NULL;
  g_autofree char *next = session ? planner_format_next (session, now_utc, NULL) : NULL;
  g_autofree char *time = people && *people ? g_strconcat (next, " · ", people, NULL) : g_strdup (next);

  gtk_widget_set_visible (self->next, session != NULL);
  show_text (self->next_title, session ? session->title.shown : NULL);
  show_text (self->next_time, time);
}

static void
show_room (PlannerBoard *self, const PlannerBoardItem *item, gint64 now_utc)
{
  g_autofree char *cancelled = item->cancelled ? planner_board_format_cancelled (item->cancelled) : NULL;

  gtk_widget_set_visible (self->now_caption, item->now.running != NULL);
  if (item->now.running)
    {
      show_running (self, item->now.running, now_utc);
    }
  else
    {
      show_text (self->now_title, _ ("No session is running now."));
      show_text (self->now_people, NULL);
      show_text (self->now_time, NULL);
    }
  show_text (self->cancelled, cancelled);
  show_next (self, item->now.next, now_utc);
  show_page_number (self, 0);
  gtk_stack_set_visible_child_name (self->stack, "room");
}

static void
show_rooms (PlannerBoard *self, GArray *items, gint64 now_utc)
{
  const guint n_pages = (items->len + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE;

  self->page %= n_pages;
  for (guint i = 0; i < ROWS_PER_PAGE; i++)
    {
      const guint index = self->page * ROWS_PER_PAGE + i;

      gtk_widget_set_visible (self->rows[i], index < items->len);
      if (index < items->len)
        planner_board_row_show (PLANNER_BOARD_ROW (self->rows[i]),
                                &g_array_index (items, PlannerBoardItem, index), now_utc);
    }
  show_page_number (self, n_pages);
  gtk_stack_set_visible_child_name (self->stack, "rooms");
}

static void
show_items (PlannerBoard *self, PlannerAgenda *agenda, gint64 now_utc)
{
  g_autoptr (GArray) items = planner_agenda_list_board (agenda, self->room, now_utc);

  if (items->len == 0)
    show_message (self, _ ("There are no more sessions."), NULL);
  else if (self->room && items->len == 1)
    show_room (self, &g_array_index (items, PlannerBoardItem, 0), now_utc);
  else
    show_rooms (self, items, now_utc);
}

static void
show_clock (PlannerBoard *self, PlannerAgenda *agenda, gint64 now_utc)
{
  g_autoptr (GDateTime) now = planner_time_to_zone (now_utc, agenda->zone);
  g_autofree char *time = now ? planner_format_clock (now, planner_uses_twelve_hours ()) : NULL;

  show_text (self->clock, time);
}

static void
show_name (PlannerBoard *self, PlannerAgenda *agenda)
{
  const PlannerRoom *room = self->room ? planner_agenda_find_room (agenda, self->room) : NULL;
  const char *name = planner_conference_get_title (self->conference);

  if (self->room)
    name = room ? planner_name_room (&room->title) : self->room;
  gtk_label_set_label (self->name, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
wait_for_next_minute (PlannerBoard *self, gint64 now_utc)
{
  const gint64 next_utc = (now_utc / MINUTE_S + 1) * MINUTE_S;

  planner_wall_clock_set (self->minutes, planner_time_source_to_system_us (self->time_source, next_utc));
}

static void
update (PlannerBoard *self)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);
  const gint64 now_utc = planner_time_source_get_now_utc (self->time_source);
  const PlannerMoment moment = planner_agenda_get_moment (agenda, now_utc);
  g_autofree char *days = planner_agenda_dup_days (agenda);
  g_autofree char *countdown = NULL;

  show_name (self, agenda);
  show_clock (self, agenda, now_utc);
  if (moment == PLANNER_MOMENT_RUNNING)
    show_items (self, agenda, now_utc);
  else if (moment == PLANNER_MOMENT_OVER)
    show_message (self, _ ("The Conference Is Over"), days);
  else if (moment == PLANNER_MOMENT_UNKNOWN)
    show_message (self, _ ("No Times Yet"), days);
  else
    {
      countdown = planner_format_countdown (planner_agenda_find_next (agenda, now_utc), now_utc);
      show_message (self, countdown, days);
    }
  wait_for_next_minute (self, now_utc);
}

static void
agenda_changed_cb (PlannerBoard *self)
{
  g_autoptr (GMenuModel) menu = planner_board_menu_new (planner_conference_get_agenda (self->conference));

  gtk_menu_button_set_menu_model (self->rooms_button, menu);
  update (self);
}

static void
set_room (PlannerBoard *self, const char *room)
{
  if (!g_set_str (&self->room, *room ? room : NULL))
    return;

  self->page = 0;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM]);
}

static gboolean
minute_over_cb (gpointer data)
{
  update (data);

  return G_SOURCE_CONTINUE;
}

static void
set_type_size (PlannerBoard *self, int type_px)
{
  g_autofree char *css = g_strdup_printf (".board { font-size: %dpx; }", type_px);

  self->type_px = type_px;
  self->fit_frames = 0;
  gtk_css_provider_load_from_string (self->style, css);
}

static void
resized_cb (PlannerBoard *self, int width, int height)
{
  if (self->width == width && self->height == height)
    return;

  self->width = width;
  self->height = height;
  set_type_size (self, MAX (MIN (width / LINES_PER_WIDTH, height / LINES_PER_HEIGHT), MIN_TYPE_PX));
}

/* A new size of the type is laid out in the next frame. */
static gboolean
fit_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  PlannerBoard *self = PLANNER_BOARD (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  const double part = gtk_adjustment_get_page_size (adjustment) / gtk_adjustment_get_upper (adjustment);

  if (++self->fit_frames < FIT_FRAMES)
    return G_SOURCE_CONTINUE;
  if (part < 1 && self->type_px > MIN_TYPE_PX)
    {
      set_type_size (self, MAX (MIN ((int) (self->type_px * part), self->type_px - 1), MIN_TYPE_PX));
      return G_SOURCE_CONTINUE;
    }

  self->fit_tick = 0;

  return G_SOURCE_REMOVE;
}

/* Some fonts, such as Chinese ones, have higher lines. The type then becomes smaller, and stays so on all pages until the window
 * has another size. */
static void
content_resized_cb (PlannerBoard *self, GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_upper (adjustment) <= gtk_adjustment_get_page_size (adjustment) ||
      self->fit_tick != 0)
    return;

  self->fit_frames = 0;
  self->fit_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fit_tick_cb, NULL, NULL);
}

static gboolean
leave_fullscreen_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  gtk_window_unfullscreen (GTK_WINDOW (widget));

  return TRUE;
}

static void
toggle_fullscreen_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static gboolean
turn_page_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  planner_board_turn_page (PLANNER_BOARD (widget), g_variant_get_int32 (arguments));

  return TRUE;
}

static void
planner_board_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (planner_board_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (resized_cb),
                           widget, G_CONNECT_SWAPPED);
}

/* The header bar takes the focus only while it is visible. */
static void
planner_board_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  planner_board_screen_show_controls (PLANNER_BOARD (widget)->screen);

  GTK_WIDGET_CLASS (planner_board_parent_class)->move_focus (widget, direction);
}

static void
planner_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerBoard *self = PLANNER_BOARD (object);

  switch ((PlannerBoardProperty) id)
    {
    case PROP_ROOM:
      g_value_set_string (value, self->room ? self->room : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((PlannerBoardProperty) id)
    {
    case PROP_ROOM:
      set_room (PLANNER_BOARD (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_board_dispose (GObject *object)
{
  PlannerBoard *self = PLANNER_BOARD (object);

  g_clear_object (&self->screen);
  g_clear_handle_id (&self->page_timer, g_source_remove);
  g_clear_pointer (&self->minutes, planner_wall_clock_free);
  if (self->style)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->style));
  g_clear_object (&self->style);
  g_clear_object (&self->conference);
  g_clear_object (&self->time_source);
  g_clear_pointer (&self->room, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_BOARD);

  G_OBJECT_CLASS (planner_board_parent_class)->dispose (object);
}

static void
add_bindings (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, leave_fullscreen_cb, NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F11, 0, "board.toggle-fullscreen", NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Down, 0, turn_page_cb, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_Page_Up, 0, turn_page_cb, "i", -1);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-board.ui");
  gtk_widget_class_bind_template_child (klass, PlannerBoard, toolbar_view);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, rooms_button);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, scroller);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, name);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, clock);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, stack);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, message_title);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, message_text);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, now_caption);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, now_title);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, now_people);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, now_time);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, cancelled);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, next);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, next_title);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, next_time);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, grid);
  gtk_widget_class_bind_template_child (klass, PlannerBoard, pages);
}

static void
planner_board_class_init (PlannerBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_board_get_property;
  object_class->set_property = planner_board_set_property;
  object_class->dispose = planner_board_dispose;
  widget_class->realize = planner_board_realize;
  widget_class->move_focus = planner_board_move_focus;

  properties[PROP_ROOM] =
      g_param_spec_string ("room", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_install_property_action (widget_class, "board.room", "room");
  gtk_widget_class_install_action (widget_class, "board.toggle-fullscreen", NULL, toggle_fullscreen_cb);

  bind_template (widget_class);
  add_bindings (widget_class);
}

static void
planner_board_init (PlannerBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < ROWS_PER_PAGE; i++)
    {
      self->rows[i] = planner_board_row_new ();
      gtk_grid_attach (self->grid, self->rows[i], i / ROWS_PER_COLUMN, i % ROWS_PER_COLUMN, 1, 1);
    }
  self->style = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                              GTK_STYLE_PROVIDER (self->style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "changed",
                           G_CALLBACK (content_resized_cb), self, G_CONNECT_SWAPPED);
  self->minutes = planner_wall_clock_new ();
  g_source_set_callback (self->minutes, minute_over_cb, self, NULL);
  g_source_attach (self->minutes, NULL);
  self->screen = planner_board_screen_new (GTK_WINDOW (self), self->toolbar_view, self->rooms_button);
}

/**
 * planner_board_new:
 * @application: (nullable): the application that owns the window
 * @conference: the conference to show
 * @room: (nullable): the name of the room to show; %NULL for all rooms
 * @time_source: the current time
 *
 * Returns: (transfer none): a board, which is not on screen yet
 */
PlannerBoard *
planner_board_new (GtkApplication *application,
                   PlannerConference *conference,
                   const char *room,
                   PlannerTimeSource *time_source)
{
  PlannerBoard *self;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference) && PLANNER_IS_TIME_SOURCE (time_source), NULL);

  self = g_object_new (PLANNER_TYPE_BOARD, "application", application, NULL);
  self->conference = g_object_ref (conference);
  self->time_source = g_object_ref (time_source);
  self->room = g_strdup (room);
  g_signal_connect_object (conference, "notify::agenda", G_CALLBACK (agenda_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (time_source, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  agenda_changed_cb (self);

  return self;
}

/**
 * planner_board_turn_page:
 * @n_pages: how many pages to turn, 1 or -1
 *
 * Shows another page of the rooms. After the last page, the first one follows.
 */
void
planner_board_turn_page (PlannerBoard *self, int n_pages)
{
  g_autoptr (GArray) items = NULL;
  guint n;

  g_return_if_fail (PLANNER_IS_BOARD (self) && ABS (n_pages) == 1);

  items = planner_agenda_list_board (planner_conference_get_agenda (self->conference), self->room,
                                     planner_time_source_get_now_utc (self->time_source));
  n = MAX ((items->len + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE, 1);
  self->page = (self->page + n + (guint) n_pages) % n;
  update (self);
}
