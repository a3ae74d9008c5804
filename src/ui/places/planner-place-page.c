/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/places/planner-place-page.h"

#include "plan/planner-moment.h"
#include "plan/planner-people.h"
#include "plan/planner-place.h"
#include "ui/now/planner-now-row.h"
#include "ui/sessions/planner-section-heading.h"
#include "ui/sessions/planner-session-lists.h"
#include "ui/sessions/planner-session-row.h"
#include "ui/widgets/planner-rich-text-view.h"
#include "ui/widgets/planner-rows.h"
#include "ui/widgets/planner-wrapped-button.h"
#include "words/planner-labels.h"

#include <glib/gi18n.h>

struct _PlannerPlacePage
{
  AdwNavigationPage parent_instance;

  GtkMenuButton *menu_button;       /* template child */
  GtkWidget *avatar;                /* template child */
  GtkLabel *subtitle;               /* template child */
  GtkWidget *now_group;             /* template child */
  GtkListBox *now_list;             /* template child */
  PlannerRichTextView *text;        /* template child */
  AdwPreferencesGroup *links_group; /* template child */
  GtkButton *earlier_button;        /* template child */
  GtkWidget *no_sessions;           /* template child */
  GtkListView *view;                /* template child */

  PlannerConference *conference; /* owned */
  GSignalGroup *signals;         /* owned: of the conference */
  PlannerAgenda *agenda;         /* owned, nullable: the last one that has the room or the speaker */
  char *room_name;               /* owned, nullable: on the page of a room */
  char *speaker_key;             /* owned, nullable: on the page of a speaker */
  const PlannerRoom *room;       /* borrowed from the agenda, nullable */
  GPtrArray *people;             /* owned, nullable: of the agenda */
  const PlannerPerson *person;   /* borrowed from the people, nullable */

  GtkFilter *filter;          /* owned */
  GtkFilterListModel *here;   /* owned: the entries of the room or the speaker */
  PlannerSessionLists *lists; /* owned */
  GPtrArray *link_rows;       /* owned; the rows are borrowed from the group */
  gint64 now_utc;
  gboolean local_time;
  gboolean shows_earlier; /* the attendee wants to see the sessions that are over */
  guint n_earlier;        /* the number of sessions that are over and hidden */
};

G_DEFINE_FINAL_TYPE (PlannerPlacePage, planner_place_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_NOW_UTC,
  PROP_LOCAL_TIME,
} PlannerPlacePageProperty;

static GParamSpec *properties[PROP_LOCAL_TIME + 1];

/* Finds the sessions of the room or the speaker in any edition, so that a refresh keeps their rows. */
static gboolean
is_here (PlannerPlacePage *self, const PlannerSession *session)
{
  if (self->room_name)
    return planner_session_is_in_room (session, self->room_name);

  return self->person && planner_person_speaks_at (self->person, session);
}

/* While the conference runs, the list of a room begins at the present. */
static gboolean
hides_earlier (PlannerPlacePage *self)
{
  return self->room_name && !self->shows_earlier &&
         planner_agenda_get_moment (planner_conference_get_agenda (self->conference), self->now_utc) ==
             PLANNER_MOMENT_RUNNING;
}

static gboolean
is_over (PlannerPlacePage *self, const PlannerSession *session)
{
  return planner_session_get_moment (session, self->now_utc) == PLANNER_MOMENT_OVER;
}

static gboolean
is_shown (gpointer entry, gpointer user_data)
{
  PlannerPlacePage *self = user_data;
  const PlannerSession *session = planner_entry_get_session (entry);

  return is_here (self, session) && !(self->n_earlier > 0 && is_over (self, session));
}

static guint
count_earlier (PlannerPlacePage *self)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);
  guint n = 0;

  for (guint i = 0; hides_earlier (self) && i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      n += is_here (self, session) && is_over (self, session);
    }

  return n;
}

static void
update_earlier (PlannerPlacePage *self)
{
  const guint n_before = self->n_earlier;
  g_autofree char *label = NULL;

  self->n_earlier = count_earlier (self);
  label =
      g_strdup_printf (ngettext ("Show %'u Earlier Session", "Show %'u Earlier Sessions", self->n_earlier),
                       self->n_earlier);
  gtk_button_set_label (self->earlier_button, label);
  planner_button_wrap_label (self->earlier_button);
  gtk_widget_set_visible (GTK_WIDGET (self->earlier_button), self->n_earlier > 0);
  if (self->n_earlier != n_before)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
show_now_row (PlannerPlacePage *self, guint index, const PlannerSession *session)
{
  g_autoptr (GTimeZone) local = self->local_time ? g_time_zone_new_local () : NULL;
  g_autofree char *time = planner_format_time_range (session, local);

  planner_now_row_show_moment (planner_now_row_ensure (self->now_list, index),
                               planner_conference_find_entry (self->conference, session->key), time, NULL,
                               self->now_utc, local);
}

/* Shows each session that runs in the room, and the next one. */
static void
update_now (PlannerPlacePage *self)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);
  const PlannerRoom *room = self->room_name ? planner_agenda_find_room (agenda, self->room_name) : NULL;
  g_autoptr (GArray) now = NULL;
  guint n = 0;

  if (room && planner_agenda_get_moment (agenda, self->now_utc) == PLANNER_MOMENT_RUNNING)
    now = planner_agenda_list_room_now (agenda, room, self->now_utc);
  for (guint i = 0; now && i < now->len; i++)
    if (g_array_index (now, PlannerRoomNow, i).running)
      show_now_row (self, n++, g_array_index (now, PlannerRoomNow, i).running);
  for (guint i = 0; now && i < now->len; i++)
    if (g_array_index (now, PlannerRoomNow, i).next)
      show_now_row (self, n++, g_array_index (now, PlannerRoomNow, i).next);
  planner_now_row_remove_from (self->now_list, n);
  gtk_widget_set_visible (self->now_group, n > 0);
}

static void
update_present (PlannerPlacePage *self)
{
  update_earlier (self);
  update_now (self);
}

static void
add_link_row (PlannerPlacePage *self, GtkWidget *row)
{
  if (!row)
    return;

  g_ptr_array_add (self->link_rows, row);
  adw_preferences_group_add (self->links_group, row);
}

static GtkWidget *
create_room_row (const PlannerRoom *room)
{
  GtkWidget *row = planner_plain_row_new (ADW_TYPE_ACTION_ROW);

  g_object_set (row, "title", room->title.shown ? room->title.shown : room->name, NULL);
  planner_row_open (ADW_ACTION_ROW (row), "win.show-room", room->name);

  return row;
}

static void
update_links (PlannerPlacePage *self)
{
  for (guint i = 0; i < self->link_rows->len; i++)
    adw_preferences_group_remove (self->links_group, g_ptr_array_index (self->link_rows, i));
  g_ptr_array_set_size (self->link_rows, 0);

  if (self->room)
    add_link_row (self, planner_link_row_new (_ ("Map or Web Page"), self->room->url));
  for (guint i = 0; self->room && i < self->room->n_parts; i++)
    add_link_row (self, create_room_row (self->room->parts[i]));
  for (guint i = 0; self->person && i < self->person->speakers->len; i++)
    {
      const PlannerSpeaker *speaker = g_ptr_array_index (self->person->speakers, i);

      add_link_row (self, planner_link_row_new (_ ("Web Page"), speaker->url));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->links_group), self->link_rows->len > 0);
}

static void
show_texts (PlannerPlacePage *self, const char *title, const char *subtitle, const char *text)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->subtitle, subtitle ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle && *subtitle);
  planner_rich_text_view_set_text (self->text, text);
}

/* A person may be several speakers of the agenda, not all of which have each text. */
static const char *
find_biography (const PlannerPerson *person)
{
  for (guint i = 0; i < person->speakers->len; i++)
    {
      const PlannerSpeaker *speaker = g_ptr_array_index (person->speakers, i);

      if (speaker->biography.shown)
        return speaker->biography.shown;
    }

  return NULL;
}

static void
show_person (PlannerPlacePage *self)
{
  const PlannerSpeaker *speaker = g_ptr_array_index (self->person->speakers, 0);
  g_autofree char *details = planner_format_speaker_details (speaker);

  show_texts (self, speaker->name.shown ? speaker->name.shown : speaker->id, details,
              find_biography (self->person));
}

static gboolean
find_person (PlannerPlacePage *self, PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) people = planner_people_list (agenda);
  const PlannerPerson *person = planner_people_find (people, self->speaker_key);

  if (!person)
    return FALSE;

  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  self->person = person;

  return TRUE;
}

static gboolean
find_room (PlannerPlacePage *self, PlannerAgenda *agenda)
{
  const PlannerRoom *room = planner_agenda_find_room (agenda, self->room_name);

  if (room)
    self->room = room;

  return room != NULL;
}

static void
agenda_changed_cb (PlannerPlacePage *self)
{
  PlannerAgenda *agenda = planner_conference_get_agenda (self->conference);

  if (self->room_name ? find_room (self, agenda) : find_person (self, agenda))
    {
      planner_agenda_ref (agenda);
      g_clear_pointer (&self->agenda, planner_agenda_unref);
      self->agenda = agenda;
      if (self->room)
        show_texts (self, self->room->title.shown ? self->room->title.shown : self->room->name, NULL,
                    self->room->description.shown);
      else
        show_person (self);
      update_links (self);
    }
  update_present (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
open_entry (PlannerPlacePage *self, PlannerEntry *entry)
{
  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s", planner_entry_get_key (entry));
}

static void
now_activated_cb (PlannerPlacePage *self, PlannerNowRow *row)
{
  open_entry (self, planner_now_row_get_entry (row));
}

static void
row_activated_cb (PlannerPlacePage *self, guint position)
{
  g_autoptr (PlannerEntry) entry =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  open_entry (self, entry);
}

/* The button disappears, so the focus moves to the list. */
static void
earlier_clicked_cb (PlannerPlacePage *self)
{
  self->shows_earlier = TRUE;
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
  update_earlier (self);
}

/* Changes the session of the focused row. @args: the name of an action that takes its key */
static gboolean
change_star_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  PlannerEntry *entry = planner_session_row_find_focused (widget);

  return entry && gtk_widget_activate_action (widget, g_variant_get_string (args, NULL), "s",
                                              planner_entry_get_key (entry));
}

static void
items_changed_cb (PlannerPlacePage *self)
{
  const guint n = g_list_model_get_n_items (planner_session_lists_get_browsed (self->lists));

  gtk_widget_set_visible (self->no_sessions, n == 0 && self->n_earlier == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->view), n > 0);
}

static void
row_setup_cb (PlannerPlacePage *self, GtkListItem *item)
{
  static const char *const followed[] = { "conference", "local-time", "now-utc", NULL };

  PlannerSessionRow *row = planner_session_row_set_up (item, self, followed);

  g_object_set (row, "show-forum", TRUE, NULL);
  g_object_bind_property (self, "title", row, "page-title", G_BINDING_SYNC_CREATE);
}

static void
heading_setup_cb (PlannerPlacePage *self, GtkListHeader *header)
{
  planner_section_heading_set_up (header, G_LIST_MODEL (planner_session_lists_get_shown (self->lists)), self);
}

static void
fill_view (PlannerPlacePage *self)
{
  PlannerGradualModel *shown = planner_session_lists_get_shown (self->lists);
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (shown)));
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (rows, "setup", G_CALLBACK (row_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "setup", G_CALLBACK (heading_setup_cb), self, G_CONNECT_SWAPPED);
  planner_gradual_model_attach (shown, GTK_WIDGET (self->view));
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_header_factory (self->view, headings);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static void
planner_place_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerPlacePage *self = PLANNER_PLACE_PAGE (object);

  switch ((PlannerPlacePageProperty) id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_NOW_UTC:
      g_value_set_int64 (value, self->now_utc);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_place_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerPlacePage *self = PLANNER_PLACE_PAGE (object);

  switch ((PlannerPlacePageProperty) id)
    {
    case PROP_NOW_UTC:
      self->now_utc = g_value_get_int64 (value);
      break;
    case PROP_LOCAL_TIME:
      self->local_time = g_value_get_boolean (value);
      break;
    case PROP_CONFERENCE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  if (self->conference)
    update_present (self);
}

static void
planner_place_page_dispose (GObject *object)
{
  PlannerPlacePage *self = PLANNER_PLACE_PAGE (object);

  g_clear_object (&self->signals);
  if (self->here)
    gtk_filter_list_model_set_model (self->here, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_PLACE_PAGE);
  g_clear_object (&self->lists);
  g_clear_object (&self->here);
  g_clear_object (&self->filter);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_place_page_parent_class)->dispose (object);
}

static void
planner_place_page_finalize (GObject *object)
{
  PlannerPlacePage *self = PLANNER_PLACE_PAGE (object);

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->agenda, planner_agenda_unref);
  g_ptr_array_unref (self->link_rows);
  g_free (self->room_name);
  g_free (self->speaker_key);

  G_OBJECT_CLASS (planner_place_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (PLANNER_TYPE_RICH_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (klass, "/org/gotc/Planner/ui/planner-place-page.ui");
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, menu_button);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, avatar);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, subtitle);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, now_group);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, now_list);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, text);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, links_group);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, earlier_button);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, no_sessions);
  gtk_widget_class_bind_template_child (klass, PlannerPlacePage, view);
  gtk_widget_class_bind_template_callback (klass, now_activated_cb);
  gtk_widget_class_bind_template_callback (klass, row_activated_cb);
  gtk_widget_class_bind_template_callback (klass, earlier_clicked_cb);
}

static void
planner_place_page_class_init (PlannerPlacePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_place_page_get_property;
  object_class->set_property = planner_place_page_set_property;
  object_class->dispose = planner_place_page_dispose;
  object_class->finalize = planner_place_page_finalize;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_NOW_UTC] =
      g_param_spec_int64 ("now-utc", NULL, NULL, G_MININT64, G_MAXINT64, PLANNER_TIME_UNKNOWN, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, change_star_cb, "s",
                                "win.toggle-star");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, change_star_cb,
                                "s", "win.toggle-plan-b");
}

static void
planner_place_page_init (PlannerPlacePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->now_utc = PLANNER_TIME_UNKNOWN;
  self->link_rows = g_ptr_array_new ();

  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::n-starred", G_CALLBACK (update_now), self);

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->here = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->lists = planner_session_lists_new ();
  g_signal_connect_object (planner_session_lists_get_browsed (self->lists), "items-changed",
                           G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);
  planner_session_lists_set_scope (self->lists, G_LIST_MODEL (self->here), NULL);
  fill_view (self);
}

static void
fill_menu (PlannerPlacePage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("Show on _Board"), NULL);

  g_menu_item_set_action_and_target (item, "win.show-board", "s", self->room_name);
  g_menu_append_item (menu, item);
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), TRUE);
}

/* Takes @page, and fills it. */
static PlannerPlacePage *
set_up (PlannerPlacePage *page, PlannerConference *conference)
{
  page->conference = g_object_ref (conference);
  g_object_notify_by_pspec (G_OBJECT (page), properties[PROP_CONFERENCE]);
  g_signal_group_set_target (page->signals, conference);
  gtk_widget_set_visible (page->avatar, page->speaker_key != NULL);
  agenda_changed_cb (page);
  gtk_filter_list_model_set_model (page->here, planner_conference_get_entries (conference));
  items_changed_cb (page);

  return page;
}

/**
 * planner_place_page_new_for_room:
 * @name: the name that identifies a room of the conference
 */
PlannerPlacePage *
planner_place_page_new_for_room (PlannerConference *conference, const char *name)
{
  PlannerPlacePage *self;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference) && name != NULL, NULL);

  self = g_object_new (PLANNER_TYPE_PLACE_PAGE, NULL);
  self->room_name = g_strdup (name);
  fill_menu (self);

  return set_up (self, conference);
}

/**
 * planner_place_page_new_for_speaker:
 * @key: the key of a speaker of the conference; see planner_speaker_dup_key()
 */
PlannerPlacePage *
planner_place_page_new_for_speaker (PlannerConference *conference, const char *key)
{
  PlannerPlacePage *self;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference) && key != NULL, NULL);

  self = g_object_new (PLANNER_TYPE_PLACE_PAGE, NULL);
  self->speaker_key = g_strdup (key);

  return set_up (self, conference);
}

/**
 * planner_place_page_get_list:
 *
 * Returns: (transfer none): a model of #PlannerEntry: the sessions on the page
 */
GListModel *
planner_place_page_get_list (PlannerPlacePage *self)
{
  g_return_val_if_fail (PLANNER_IS_PLACE_PAGE (self), NULL);

  return planner_session_lists_get_browsed (self->lists);
}
