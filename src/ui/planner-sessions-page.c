/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "planner-sessions-page.h"

#include "planner-day-switch.h"
#include "planner-gradual-model.h"
#include "planner-section-heading.h"
#include "planner-session-row.h"
#include "plan/planner-query.h"

#include <glib/gi18n.h>
#include <string.h>

/* As much of the searched words as is repeated where nothing was found. */
#define MAX_SHOWN_WORDS 60

/* After so many frames a jump to a day is done. */
#define JUMP_FRAMES 4

/**
 * PlannerSessionsPage:
 *
 * Two lists upon one scope, the entries that the page is about: one by day and start, and one of what a search found,
 * best first. Both are stacks of models; nothing is built anew when a star or a word changes.
 */
struct _PlannerSessionsPage
{
  AdwNavigationPage parent_instance;

  GtkSearchBar *search_bar;            /* template child */
  GtkSearchEntry *search_entry;        /* template child */
  PlannerDaySwitch *day_switch;        /* template child */
  GtkStack *stack;                     /* template child */
  GtkScrolledWindow *browse_scroller;  /* template child */
  GtkListView *browse_view;            /* template child */
  GtkScrolledWindow *results_scroller; /* template child */
  GtkListView *results_view;           /* template child */

  GtkFilterListModel *scoped; /* owned: entries of the scope */
  GtkSortListModel *browsed;  /* owned: scoped, in sections */
  PlannerGradualModel *shown; /* owned: browsed, as far as there are rows */
  GtkFilterListModel *found;  /* owned: scoped, as far as it matches */
  GtkSortListModel *ranked;   /* owned: found, best first */

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *conference_signals;
  PlannerScope scope;
  char *forum_name; /* owned, nullable */
  gboolean local_time;
  gboolean searching;
  GtkWidget *key_capture; /* borrowed, nullable, weak */
  guint items_idle;
  guint more_tick;
  gboolean to_top; /* once the list has its new items */
  char *jump_date; /* owned, nullable: the day that the list is on its way to */
  guint jump_tick;
  guint jump_frames;
};

G_DEFINE_FINAL_TYPE (PlannerSessionsPage, planner_sessions_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_LOCAL_TIME,
  PROP_SUBTITLE,
  PROP_SHOW_FORUM,
} PlannerSessionsPageProperty;

static GParamSpec *properties[PROP_SHOW_FORUM + 1];

/* The unknown day, "", comes after all others. */
static gboolean
is_later_day (const char *a, const char *b)
{
  if (!*a || !*b)
    return !*a && *b;

  return strcmp (a, b) > 0;
}

static gint64
get_start (PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);

  return planner_session_has_time (session) ? session->start_utc : G_MAXINT64;
}

/* What is to be announced comes last: a day among the days, a time among those of its day. */
static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const char *day_a = planner_entry_get_day ((PlannerEntry *) a)->date;
  const char *day_b = planner_entry_get_day ((PlannerEntry *) b)->date;
  const gint64 start_a = get_start ((PlannerEntry *) a);
  const gint64 start_b = get_start ((PlannerEntry *) b);

  if (is_later_day (day_a, day_b))
    return 1;
  if (is_later_day (day_b, day_a))
    return -1;

  return (start_a > start_b) - (start_a < start_b);
}

static gboolean
is_in_forum (gpointer item, gpointer user_data)
{
  const PlannerForum *forum = planner_entry_get_session (item)->forum;

  return forum && g_str_equal (forum->name, user_data);
}

static gboolean
is_match (gpointer item, gpointer user_data)
{
  return planner_query_rank (user_data, planner_entry_get_session (item)) > 0;
}

static guint
get_rank (PlannerEntry *entry, gpointer user_data)
{
  return planner_query_rank (user_data, planner_entry_get_session (entry));
}

static void
free_query (gpointer query, GClosure *closure)
{
  planner_query_free (query);
}

static GtkSorter *
make_rank_sorter (const char *text)
{
  GtkExpression *rank = gtk_cclosure_expression_new (G_TYPE_UINT, NULL, 0, NULL, G_CALLBACK (get_rank),
                                                     planner_query_new (text), free_query);
  GtkNumericSorter *sorter = gtk_numeric_sorter_new (rank);

  gtk_numeric_sorter_set_sort_order (sorter, GTK_SORT_DESCENDING);

  return GTK_SORTER (sorter);
}

static guint
count_items (gpointer model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (model));
}

/* What stands where no session is. */
static const struct
{
  const char *name;
  const char *icon_name;
  const char *title;
  const char *description;
} empty_pages[] = {
  { "empty", "x-office-calendar-symbolic", N_ ("No Sessions"), N_ ("The schedule has no sessions here.") },
  { "no-stars", "starred-symbolic", N_ ("No Starred Sessions Yet"),
    N_ ("Star what you want to attend, and find it here.") },
  { "no-results", "edit-find-symbolic", N_ ("No Results Found"), NULL },
};

/* Made when they are needed: the window is there the sooner. */
static AdwStatusPage *
ensure_empty_page (PlannerSessionsPage *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);

  for (gsize i = 0; !page && i < G_N_ELEMENTS (empty_pages); i++)
    if (g_str_equal (empty_pages[i].name, name))
      {
        page = adw_status_page_new ();
        adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), empty_pages[i].icon_name);
        adw_status_page_set_title (ADW_STATUS_PAGE (page), _ (empty_pages[i].title));
        if (empty_pages[i].description)
          adw_status_page_set_description (ADW_STATUS_PAGE (page), _ (empty_pages[i].description));
        gtk_stack_add_named (self->stack, page, name);
      }

  return ADW_STATUS_PAGE (page);
}

static const char *
get_empty_page (PlannerSessionsPage *self)
{
  if (self->searching)
    return "no-results";

  return self->scope == PLANNER_SCOPE_MY_SCHEDULE ? "no-stars" : "empty";
}

static void
update_stack (PlannerSessionsPage *self)
{
  const char *page = self->searching ? "results" : "browse";

  if (count_items (self->searching ? (gpointer) self->ranked : (gpointer) self->browsed) == 0)
    {
      page = get_empty_page (self);
      ensure_empty_page (self, page);
    }

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->day_switch),
                          g_str_equal (page, "browse") && planner_day_switch_has_several (self->day_switch));
}

static void
describe_no_results (PlannerSessionsPage *self, const char *text)
{
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_SHOWN_WORDS));
  g_autofree char *shown = g_strconcat (start, g_str_equal (start, text) ? "" : "…", NULL);
  /* Translators: %s is what was searched for. */
  g_autofree char *sentence = g_strdup_printf (_ ("Nothing here matches “%s”."), shown);
  g_autofree char *markup = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (ensure_empty_page (self, "no-results"), markup);
}

static void
scroll_to_top (GtkScrolledWindow *scroller)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0);
}

static void
search (PlannerSessionsPage *self, const char *text)
{
  g_autoptr (PlannerQuery) query = planner_query_new (text);
  g_autoptr (GtkSorter) sorter = NULL;
  g_autoptr (GtkFilter) filter = NULL;

  self->searching = !planner_query_is_empty (query);
  gtk_sort_list_model_set_sorter (self->ranked, NULL);
  if (self->searching)
    {
      sorter = make_rank_sorter (text);
      filter = GTK_FILTER (
          gtk_custom_filter_new (is_match, g_steal_pointer (&query), (GDestroyNotify) planner_query_free));
      describe_no_results (self, text);
    }
  gtk_filter_list_model_set_filter (self->found, filter);
  gtk_filter_list_model_set_model (self->found, self->searching ? G_LIST_MODEL (self->scoped) : NULL);
  gtk_sort_list_model_set_sorter (self->ranked, sorter);
  scroll_to_top (self->results_scroller);
  update_stack (self);
}

/* The start of each section tells its day: far fewer than entries. */
static GStrv
list_days (PlannerSessionsPage *self)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  const char *last = NULL;
  guint position = 0, end;

  while (position < count_items (self->browsed))
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->browsed), position);
      const char *date = planner_entry_get_day (entry)->date;

      if (g_strcmp0 (last, date) != 0)
        g_strv_builder_add (builder, date);
      last = date;
      gtk_section_model_get_section (GTK_SECTION_MODEL (self->browsed), position, &position, &end);
      position = end;
    }

  return g_strv_builder_unref_to_strv (builder);
}

static PlannerEntry *
find_entry_at (GtkListView *view, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (view), gtk_widget_get_width (GTK_WIDGET (view)) / 2.0, y,
                                       GTK_PICK_DEFAULT);

  for (; widget && widget != GTK_WIDGET (view); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);

      if (PLANNER_IS_SESSION_ROW (child))
        return planner_session_row_get_entry (PLANNER_SESSION_ROW (child));
      if (PLANNER_IS_SECTION_HEADING (child))
        return planner_section_heading_get_entry (PLANNER_SECTION_HEADING (child));
    }

  return NULL;
}

/* Between rows there is nothing to find: a second look is a little further down. */
static PlannerEntry *
find_top_entry (PlannerSessionsPage *self)
{
  PlannerEntry *entry = find_entry_at (self->browse_view, 2);

  return entry ? entry : find_entry_at (self->browse_view, 24);
}

static gboolean
is_at_end (GtkAdjustment *adjustment)
{
  return gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) >=
         gtk_adjustment_get_upper (adjustment) - 1;
}

/* At the end, a chosen day may be as far up as it can get without being on top. */
static void
browse_scrolled_cb (PlannerSessionsPage *self, GtkAdjustment *adjustment)
{
  PlannerEntry *entry = self->jump_date ? NULL : find_top_entry (self);
  const char *date = entry ? planner_entry_get_day (entry)->date : NULL;

  const char *chosen = planner_day_switch_get_day (self->day_switch);

  if (!date || (chosen && is_at_end (adjustment) && is_later_day (chosen, date)))
    return;

  planner_day_switch_set_day (self->day_switch, date);
}

static gboolean
catch_up_cb (gpointer user_data)
{
  PlannerSessionsPage *self = user_data;
  g_auto (GStrv) days = list_days (self);

  self->items_idle = 0;
  planner_day_switch_set_days (self->day_switch, (const char *const *) days);
  update_stack (self);
  if (days[0] && (self->to_top || !planner_day_switch_get_day (self->day_switch)))
    planner_day_switch_set_day (self->day_switch, days[0]);
  if (self->to_top)
    scroll_to_top (self->browse_scroller);
  self->to_top = FALSE;

  return G_SOURCE_REMOVE;
}

static gboolean
more_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlannerSessionsPage *self = user_data;

  /* The first frame is not to wait for more. */
  if (gtk_widget_get_width (widget) == 0 || planner_gradual_model_show_more (self->shown))
    return G_SOURCE_CONTINUE;

  self->more_tick = 0;

  return G_SOURCE_REMOVE;
}

static void
items_changed_cb (PlannerSessionsPage *self)
{
  update_stack (self);
  if (self->more_tick == 0)
    self->more_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->browse_view), more_tick_cb, self, NULL);
  if (self->items_idle == 0)
    self->items_idle = g_idle_add (catch_up_cb, self);
}

static guint
find_first_of_day (PlannerSessionsPage *self, const char *date)
{
  const guint n = count_items (self->browsed);
  guint position = 0;

  for (; position < n; position++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->browsed), position);

      if (g_str_equal (planner_entry_get_day (entry)->date, date))
        return position;
    }

  return GTK_INVALID_LIST_POSITION;
}

static PlannerSectionHeading *
find_heading (PlannerSessionsPage *self, const char *date)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->browse_view));
  PlannerSectionHeading *first = NULL;
  double first_y = 0;

  for (; child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *heading = gtk_widget_get_first_child (child);
      PlannerEntry *entry = PLANNER_IS_SECTION_HEADING (heading)
                                ? planner_section_heading_get_entry (PLANNER_SECTION_HEADING (heading))
                                : NULL;
      graphene_rect_t bounds;

      if (!entry || !gtk_widget_get_mapped (heading) ||
          !g_str_equal (planner_entry_get_day (entry)->date, date) ||
          !gtk_widget_compute_bounds (heading, GTK_WIDGET (self->browse_view), &bounds))
        continue;
      if (!first || bounds.origin.y < first_y)
        {
          first = PLANNER_SECTION_HEADING (heading);
          first_y = bounds.origin.y;
        }
    }

  return first;
}

static void
put_on_top (PlannerSessionsPage *self, GtkWidget *heading)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->browse_scroller);
  graphene_rect_t bounds;

  if (heading && gtk_widget_compute_bounds (heading, GTK_WIDGET (self->browse_view), &bounds))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + bounds.origin.y);
}

/* The list has been laid out when the second frame begins. */
static gboolean
jump_tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  PlannerSessionsPage *self = user_data;

  if (++self->jump_frames < JUMP_FRAMES)
    {
      if (self->jump_frames > 1)
        put_on_top (self, GTK_WIDGET (find_heading (self, self->jump_date)));

      return G_SOURCE_CONTINUE;
    }

  self->jump_tick = 0;
  g_clear_pointer (&self->jump_date, g_free);

  return G_SOURCE_REMOVE;
}

/* A list scrolls no further than it must to show a row; its heading goes on top once it is there. */
static void
day_chosen_cb (PlannerSessionsPage *self, const char *date)
{
  const guint position = find_first_of_day (self, date);

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  g_set_str (&self->jump_date, date);
  self->jump_frames = 0;
  if (self->jump_tick == 0)
    self->jump_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->browse_view), jump_tick_cb, self, NULL);
  planner_gradual_model_show_all (self->shown);
  gtk_list_view_scroll_to (self->browse_view, position, GTK_LIST_SCROLL_NONE, NULL);
}

static void
row_activated_cb (PlannerSessionsPage *self, guint position, GtkListView *view)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (view));
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (model, position);

  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s", planner_entry_get_key (entry));
}

static void
search_changed_cb (PlannerSessionsPage *self)
{
  search (self, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
search_mode_changed_cb (PlannerSessionsPage *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
search_activated_cb (PlannerSessionsPage *self)
{
  if (self->searching && count_items (self->ranked) > 0)
    row_activated_cb (self, 0, self->results_view);
}

static void
row_setup_cb (PlannerSessionsPage *self, GtkListItem *item, GtkListItemFactory *factory)
{
  PlannerSessionRow *row = planner_session_row_new ();

  g_object_bind_property (self, "conference", row, "conference", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "local-time", row, "local-time", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "show-forum", row, "show-forum", G_BINDING_SYNC_CREATE);
  g_object_set (row, "show-day", factory == gtk_list_view_get_factory (self->results_view), NULL);
  g_object_bind_property (item, "item", row, "entry", G_BINDING_SYNC_CREATE);
  g_object_bind_property (row, "sentence", item, "accessible-label", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static void
heading_setup_cb (PlannerSessionsPage *self, GtkListHeader *header)
{
  PlannerSectionHeading *heading = planner_section_heading_new (G_LIST_MODEL (self->browsed));

  g_object_bind_property (self, "local-time", heading, "local-time", G_BINDING_SYNC_CREATE);
  g_object_bind_property (header, "start", heading, "start", G_BINDING_SYNC_CREATE);
  g_object_bind_property (header, "item", heading, "entry", G_BINDING_SYNC_CREATE);
  gtk_list_header_set_child (header, GTK_WIDGET (heading));
}

/* Ctrl+D: the star of the row that has the focus. */
static gboolean
toggle_star_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *child = focus ? gtk_widget_get_first_child (focus) : NULL;
  GtkWidget *row = PLANNER_IS_SESSION_ROW (child) || !focus
                       ? child
                       : gtk_widget_get_ancestor (focus, PLANNER_TYPE_SESSION_ROW);
  PlannerEntry *entry = row ? planner_session_row_get_entry (PLANNER_SESSION_ROW (row)) : NULL;

  return entry && gtk_widget_activate_action (widget, "win.toggle-star", "s", planner_entry_get_key (entry));
}

static const char *
get_forum_title (PlannerSessionsPage *self)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);

  for (guint i = 0; i < agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (agenda->forums, i);

      if (g_str_equal (forum->name, self->forum_name))
        return forum->title.shown ? forum->title.shown : forum->name;
    }

  return self->forum_name;
}

static const char *
get_scope_title (PlannerSessionsPage *self)
{
  if (self->scope == PLANNER_SCOPE_MY_SCHEDULE)
    return _ ("My Schedule");
  if (self->scope == PLANNER_SCOPE_FORUM && self->conference)
    return get_forum_title (self);

  return _ ("All Sessions");
}

static void
agenda_changed_cb (PlannerSessionsPage *self)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), get_scope_title (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

static void
set_scope (PlannerSessionsPage *self, PlannerScope scope, const char *forum_name)
{
  g_autoptr (GtkFilter) filter = NULL;

  self->scope = scope;
  g_set_str (&self->forum_name, scope == PLANNER_SCOPE_FORUM ? forum_name : NULL);
  if (self->forum_name)
    filter = GTK_FILTER (gtk_custom_filter_new (is_in_forum, g_strdup (forum_name), g_free));

  /* Without a model in between, so that nothing is filtered or sorted twice. */
  gtk_filter_list_model_set_model (self->scoped, NULL);
  gtk_filter_list_model_set_filter (self->scoped, filter);
  if (self->conference)
    gtk_filter_list_model_set_model (self->scoped, scope == PLANNER_SCOPE_MY_SCHEDULE
                                                       ? planner_conference_get_starred (self->conference)
                                                       : planner_conference_get_entries (self->conference));
  items_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_FORUM]);
  agenda_changed_cb (self);
}

static void
set_conference (PlannerSessionsPage *self, PlannerConference *conference)
{
  if (!g_set_object (&self->conference, conference))
    return;

  g_signal_group_set_target (self->conference_signals, conference);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFERENCE]);
}

static void
planner_sessions_page_shown (AdwNavigationPage *page)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (page);

  gtk_search_bar_set_key_capture_widget (self->search_bar, self->key_capture);
}

/* What is typed on another page is no search on this one. */
static void
planner_sessions_page_hiding (AdwNavigationPage *page)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (page);

  gtk_search_bar_set_key_capture_widget (self->search_bar, NULL);
}

static void
planner_sessions_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  switch ((PlannerSessionsPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->conference ? planner_conference_get_title (self->conference) : NULL);
      break;
    case PROP_SHOW_FORUM:
      g_value_set_boolean (value, self->scope != PLANNER_SCOPE_FORUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_sessions_page_set_property (GObject *object,
                                    guint property_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  switch ((PlannerSessionsPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      set_conference (self, g_value_get_object (value));
      set_scope (self, PLANNER_SCOPE_ALL, NULL);
      break;
    case PROP_LOCAL_TIME:
      if (self->local_time == g_value_get_boolean (value))
        return;
      self->local_time = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SUBTITLE:
    case PROP_SHOW_FORUM:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_sessions_page_dispose (GObject *object)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  g_clear_handle_id (&self->items_idle, g_source_remove);
  if (self->more_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->browse_view), self->more_tick);
  self->more_tick = 0;
  if (self->jump_tick)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->browse_view), self->jump_tick);
  self->jump_tick = 0;
  g_clear_weak_pointer (&self->key_capture);
  if (self->browsed)
    g_signal_handlers_disconnect_by_data (self->browsed, self);
  if (self->ranked)
    g_signal_handlers_disconnect_by_data (self->ranked, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_SESSIONS_PAGE);
  g_clear_object (&self->ranked);
  g_clear_object (&self->found);
  g_clear_object (&self->shown);
  g_clear_object (&self->browsed);
  g_clear_object (&self->scoped);
  g_clear_object (&self->conference_signals);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_sessions_page_parent_class)->dispose (object);
}

static void
planner_sessions_page_finalize (GObject *object)
{
  PlannerSessionsPage *self = PLANNER_SESSIONS_PAGE (object);

  g_free (self->forum_name);
  g_free (self->jump_date);

  G_OBJECT_CLASS (planner_sessions_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (PLANNER_TYPE_DAY_SWITCH);
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-sessions-page.ui");
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, search_bar);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, search_entry);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, day_switch);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, stack);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, browse_scroller);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, browse_view);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, results_scroller);
  gtk_widget_class_bind_template_child (klass, PlannerSessionsPage, results_view);
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (klass, search_activated_cb);
  gtk_widget_class_bind_template_callback (klass, day_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
}

static void
planner_sessions_page_class_init (PlannerSessionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_sessions_page_get_property;
  object_class->set_property = planner_sessions_page_set_property;
  object_class->dispose = planner_sessions_page_dispose;
  object_class->finalize = planner_sessions_page_finalize;
  page_class->shown = planner_sessions_page_shown;
  page_class->hiding = planner_sessions_page_hiding;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, G_PARAM_READWRITE | flags);
  properties[PROP_LOCAL_TIME] =
      g_param_spec_boolean ("local-time", NULL, NULL, FALSE, G_PARAM_READWRITE | flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | flags);
  properties[PROP_SHOW_FORUM] =
      g_param_spec_boolean ("show-forum", NULL, NULL, TRUE, G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, toggle_star_cb, NULL);
}

static void
make_models (PlannerSessionsPage *self)
{
  g_autoptr (GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));

  self->scoped = gtk_filter_list_model_new (NULL, NULL);
  self->browsed = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->scoped)), NULL);
  gtk_sort_list_model_set_section_sorter (self->browsed, sections);
  self->shown = planner_gradual_model_new (G_LIST_MODEL (self->browsed));
  self->found = gtk_filter_list_model_new (NULL, NULL);
  self->ranked = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), NULL);
  g_signal_connect_swapped (self->browsed, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->ranked, "items-changed", G_CALLBACK (update_stack), self);
}

static void
fill_view (PlannerSessionsPage *self, GtkListView *view, gpointer model)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model)));

  g_signal_connect_object (factory, "setup", G_CALLBACK (row_setup_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (view, factory);
  gtk_list_view_set_model (view, GTK_SELECTION_MODEL (selection));
}

static void
planner_sessions_page_init (PlannerSessionsPage *self)
{
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));

  self->conference_signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->conference_signals, "notify::agenda", G_CALLBACK (agenda_changed_cb),
                                  self);
  g_signal_group_connect_swapped (self->conference_signals, "notify::title", G_CALLBACK (agenda_changed_cb),
                                  self);

  make_models (self);
  fill_view (self, self->browse_view, self->shown);
  fill_view (self, self->results_view, self->ranked);
  g_signal_connect_object (headings, "setup", G_CALLBACK (heading_setup_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_header_factory (self->browse_view, headings);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->browse_scroller), "value-changed",
                           G_CALLBACK (browse_scrolled_cb), self, G_CONNECT_SWAPPED);
}

PlannerSessionsPage *
planner_sessions_page_new (void)
{
  return g_object_new (PLANNER_TYPE_SESSIONS_PAGE, NULL);
}

/**
 * planner_sessions_page_show:
 * @conference: (nullable): a conference
 * @forum_name: (nullable): the forum's name, where @scope is %PLANNER_SCOPE_FORUM
 *
 * Shows sessions from the top, and ends a search.
 */
void
planner_sessions_page_show (PlannerSessionsPage *self,
                            PlannerConference *conference,
                            PlannerScope scope,
                            const char *forum_name)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));
  g_return_if_fail (scope != PLANNER_SCOPE_FORUM || forum_name);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  set_conference (self, conference);
  self->to_top = TRUE;
  set_scope (self, scope, forum_name);
}

void
planner_sessions_page_start_search (PlannerSessionsPage *self)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * planner_sessions_page_set_key_capture:
 * @widget: (nullable): where typing starts a search, while the page is shown
 */
void
planner_sessions_page_set_key_capture (PlannerSessionsPage *self, GtkWidget *widget)
{
  g_return_if_fail (PLANNER_IS_SESSIONS_PAGE (self));

  g_set_weak_pointer (&self->key_capture, widget);
  gtk_search_bar_set_key_capture_widget (self->search_bar, widget);
}
