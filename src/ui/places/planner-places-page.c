/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/places/planner-places-page.h"

#include "library/planner-list-sync.h"
#include "model/planner-fold.h"
#include "plan/planner-people.h"
#include "ui/places/planner-place-row.h"
#include "ui/sessions/planner-gradual-model.h"
#include "ui/widgets/planner-list-top.h"

#include <glib/gi18n.h>

/* The texts of the two kinds of pages. */
typedef struct
{
  const char *search, *list, *action, *icon_name, *none, *not_found;
} PlannerPlacesWords;

static const PlannerPlacesWords room_words = { N_ ("Find a room"),
                                               N_ ("Rooms"),
                                               "win.show-room",
                                               "mark-location-symbolic",
                                               N_ ("The schedule has no rooms yet."),
                                               N_ ("No room matches.") };
static const PlannerPlacesWords speaker_words = { N_ ("Find a speaker"),
                                                  N_ ("Speakers"),
                                                  "win.show-speaker",
                                                  "system-users-symbolic",
                                                  N_ ("The schedule has no speakers yet."),
                                                  N_ ("No speaker matches.") };

struct _PlannerPlacesPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *search_bar;        /* template child */
  GtkSearchEntry *search_entry; /* template child */
  GtkStack *stack;              /* template child */
  GtkListView *view;            /* template child */
  AdwStatusPage *empty_page;    /* template child */

  const PlannerPlacesWords *words;
  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  GListStore *items;             /* owned: of PlannerPlaceItem */
  GtkFilterListModel *found;     /* owned: the items that match the search */
};

G_DEFINE_FINAL_TYPE (PlannerPlacesPage, planner_places_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
} PlannerPlacesPageProperty;

static GParamSpec *properties[PROP_CONFERENCE + 1];

static void
update_stack (PlannerPlacesPage *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0;
  const gboolean found = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  adw_status_page_set_title (self->empty_page, any ? _ ("No Results Found") : _ (self->words->list));
  adw_status_page_set_description (self->empty_page,
                                   any ? _ (self->words->not_found) : _ (self->words->none));
  adw_status_page_set_icon_name (self->empty_page, any ? "edit-find-symbolic" : self->words->icon_name);
  gtk_stack_set_visible_child_name (self->stack, found ? "list" : "empty");
  gtk_widget_set_visible (self->search_bar, any);
}

static void
agenda_changed_cb (PlannerPlacesPage *self)
{
  g_autoptr (GPtrArray) items = NULL;
  PlannerAgenda *agenda = self->conference ? planner_conference_get_agenda (self->conference) : NULL;

  if (!agenda)
    items = g_ptr_array_new ();
  else if (self->words == &room_words)
    items = planner_place_items_list_rooms (agenda);
  else
    items = planner_place_items_list_speakers (agenda);
  planner_place_items_reuse (items, G_LIST_MODEL (self->items));
  planner_list_sync (self->items, items, NULL);
  update_stack (self);
}

static gboolean
matches_words (gpointer item, gpointer words)
{
  return planner_place_item_matches (item, words);
}

static void
search_changed_cb (PlannerPlacesPage *self)
{
  g_autofree char *folded = planner_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_auto (GStrv) words = g_strsplit_set (folded, " ", -1);
  g_autoptr (GtkFilter) filter = GTK_FILTER (
      gtk_custom_filter_new (matches_words, g_steal_pointer (&words), (GDestroyNotify) g_strfreev));

  gtk_filter_list_model_set_filter (self->found, filter);
  update_stack (self);
  planner_list_view_go_to_top (self->view);
}

static void
row_activated_cb (PlannerPlacesPage *self, guint position)
{
  g_autoptr (PlannerPlaceItem) item =
      g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  if (item)
    gtk_widget_activate_action (GTK_WIDGET (self), self->words->action, "s",
                                planner_place_item_get_key (item));
}

static void
search_activated_cb (PlannerPlacesPage *self)
{
  row_activated_cb (self, 0);
}

static void
search_stopped_cb (PlannerPlacesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* Down in the search entry moves to the first result. */
static gboolean
enter_list_cb (GtkWidget *entry, GVariant *args, gpointer user_data)
{
  PlannerPlacesPage *self = user_data;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return GDK_EVENT_STOP;
}

static void
item_changed_cb (GtkListItem *list_item)
{
  PlannerPlaceItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *sentence = item ? planner_place_item_format_sentence (item) : NULL;

  if (!item)
    return;

  planner_place_row_set_item (PLANNER_PLACE_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, sentence);
}

static void
row_setup_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, GTK_WIDGET (planner_place_row_new ()));
  g_signal_connect (list_item, "notify::item", G_CALLBACK (item_changed_cb), NULL);
}

static void
heading_changed_cb (GtkListHeader *header)
{
  PlannerPlaceItem *item = gtk_list_header_get_item (header);
  const char *letter = item ? planner_place_item_get_letter (item) : NULL;

  if (letter)
    gtk_label_set_label (
        GTK_LABEL (gtk_list_header_get_child (header)),
        /* Translators: the heading of the names that do not begin with a letter such as A or Б. */
        *letter ? letter : C_ ("names", "Other"));
}

static void
heading_setup_cb (GtkListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_header_set_child (header, label);
  g_signal_connect (header, "notify::item", G_CALLBACK (heading_changed_cb), NULL);
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return planner_person_compare_letters (planner_place_item_get_letter ((PlannerPlaceItem *) a),
                                         planner_place_item_get_letter ((PlannerPlaceItem *) b));
}

static void
planner_places_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerPlacesPage *self = PLANNER_PLACES_PAGE (object);

  switch ((PlannerPlacesPageProperty) id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_places_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerPlacesPage *self = PLANNER_PLACES_PAGE (object);

  switch ((PlannerPlacesPageProperty) id)
    {
    case PROP_CONFERENCE:
      if (!g_set_object (&self->conference, g_value_get_object (value)))
        return;
      g_signal_group_set_target (self->signals, self->conference);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
      agenda_changed_cb (self);
      planner_list_view_go_to_top (self->view);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_places_page_dispose (GObject *object)
{
  PlannerPlacesPage *self = PLANNER_PLACES_PAGE (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_PLACES_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->items);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_places_page_parent_class)->dispose (object);
}

static void
planner_places_page_class_init (PlannerPlacesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_places_page_get_property;
  object_class->set_property = planner_places_page_set_property;
  object_class->dispose = planner_places_page_dispose;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_CONFERENCE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-places-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerPlacesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlacesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlacesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlacesPage, view);
  gtk_widget_class_bind_template_child (widget_class, PlannerPlacesPage, empty_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
add_search_shortcuts (PlannerPlacesPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *down = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                        gtk_callback_action_new (enter_list_cb, self, NULL));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), down);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), controller);
  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self));
}

static void
planner_places_page_init (PlannerPlacesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (PLANNER_TYPE_PLACE_ITEM);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), NULL);
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::agenda", G_CALLBACK (agenda_changed_cb), self);
  add_search_shortcuts (self);
}

static void
fill_view (PlannerPlacesPage *self)
{
  const gboolean letters = self->words == &speaker_words;
  g_autoptr (GtkSortListModel) sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->found)), NULL);
  g_autoptr (GtkSorter) sections = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();
  g_autoptr (PlannerGradualModel) shown = NULL;
  g_autoptr (GtkNoSelection) selection = NULL;

  if (letters)
    gtk_sort_list_model_set_section_sorter (sorted, sections);
  shown = planner_gradual_model_new (G_LIST_MODEL (sorted));
  planner_gradual_model_attach (shown, GTK_WIDGET (self->view));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (shown)));
  g_signal_connect (rows, "setup", G_CALLBACK (row_setup_cb), NULL);
  g_signal_connect (headings, "setup", G_CALLBACK (heading_setup_cb), NULL);
  gtk_list_view_set_factory (self->view, rows);
  if (letters)
    gtk_list_view_set_header_factory (self->view, headings);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  planner_list_view_keep_top (self->view);
}

static AdwNavigationPage *
create_page (const PlannerPlacesWords *words)
{
  PlannerPlacesPage *self = g_object_new (PLANNER_TYPE_PLACES_PAGE, "title", _ (words->list), NULL);

  self->words = words;
  g_object_set (self->search_entry, "placeholder-text", _ (words->search), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (words->search), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (words->list),
                                  -1);
  fill_view (self);
  update_stack (self);

  return ADW_NAVIGATION_PAGE (self);
}

AdwNavigationPage *
planner_places_page_new_for_rooms (void)
{
  return create_page (&room_words);
}

AdwNavigationPage *
planner_places_page_new_for_speakers (void)
{
  return create_page (&speaker_words);
}

/**
 * planner_places_page_start_search:
 *
 * Moves the focus to the search, and selects its text.
 */
void
planner_places_page_start_search (PlannerPlacesPage *self)
{
  g_return_if_fail (PLANNER_IS_PLACES_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}
