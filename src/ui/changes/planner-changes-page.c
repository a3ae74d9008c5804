/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/planner-changes-page.h"

#include "ui/changes/planner-change-row.h"
#include "ui/widgets/planner-list-top.h"
#include "words/planner-change-words.h"

#include <glib/gi18n.h>

struct _PlannerChangesPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *dismiss;     /* template child */
  AdwToggleGroup *filter; /* template child */
  GtkStack *stack;        /* template child */
  GtkListView *view;      /* template child */
  GtkLabel *zone;         /* template child */

  PlannerConference *conference; /* owned, nullable */
  GSignalGroup *signals;         /* owned: of the conference */
  GtkCustomFilter *mine;         /* owned */
  GtkFilterListModel *filtered;  /* owned */
  GtkCustomSorter *by_section;   /* owned */
  GtkSortListModel *sorted;      /* owned: the filtered changes, sorted into sections */
  gboolean local_time;
};

G_DEFINE_FINAL_TYPE (PlannerChangesPage, planner_changes_page, ADW_TYPE_NAVIGATION_PAGE)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_LOCAL_TIME,
} PlannerChangesPageProperty;

static GParamSpec *properties[PROP_LOCAL_TIME + 1];

/* A change belongs to the first section that has one of its flags. */
static const struct
{
  PlannerChangeFlags flags;
  const char *title;
  gboolean mine; /* whether only starred sessions are in the section */
} sections[] = {
  { PLANNER_CHANGE_WITHDRAWN | PLANNER_CHANGE_CANCELLED, N_ ("Withdrawn or Cancelled") },
  { PLANNER_CHANGE_MOVED | PLANNER_CHANGE_ROOM | PLANNER_CHANGE_RESTORED | PLANNER_CHANGE_CLASHES,
    N_ ("Time or Room") },
  { ~(PlannerChangeFlags) PLANNER_CHANGE_NEW, N_ ("Other Changes to Your Sessions"), TRUE },
  { PLANNER_CHANGE_NEW, N_ ("New") },
  { ~0u, N_ ("Other Changes") },
};

static const PlannerChange *
get_change (gconstpointer item)
{
  return planner_change_item_get_change ((PlannerChangeItem *) item);
}

static gboolean
is_in_section (gconstpointer item, guint section)
{
  return get_change (item)->flags & sections[section].flags &&
         (!sections[section].mine || planner_change_item_get_starred ((PlannerChangeItem *) item));
}

static guint
get_section (gconstpointer item)
{
  guint section = 0;

  while (!is_in_section (item, section))
    section++;

  return section;
}

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return (int) get_section (a) - (int) get_section (b);
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return planner_time_compare (planner_change_get_sketch (get_change (a))->start_utc,
                               planner_change_get_sketch (get_change (b))->start_utc);
}

static gboolean
shows_only_mine (PlannerChangesPage *self)
{
  return g_strcmp0 (adw_toggle_group_get_active_name (self->filter), "mine") == 0;
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  return !shows_only_mine (user_data) || planner_change_item_get_starred (item);
}

static PlannerChangeList *
get_changes (PlannerChangesPage *self)
{
  return self->conference ? planner_conference_get_changes (self->conference) : NULL;
}

/* Returns: (nullable) (transfer full): the zone of the first time on screen if it is not the computer's */
static char *
dup_zone_note (PlannerChangesPage *self)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  GListModel *items = G_LIST_MODEL (self->sorted);
  char *note = NULL;

  if (self->local_time || !self->conference)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (items) && !note; i++)
    {
      g_autoptr (PlannerChangeItem) item = g_list_model_get_item (items, i);

      note = planner_change_dup_zone_note (planner_change_item_get_change (item),
                                           planner_conference_get_agenda (self->conference)->zone, local);
    }

  return note;
}

static void
update_zone (PlannerChangesPage *self)
{
  g_autofree char *note = dup_zone_note (self);

  gtk_label_set_label (self->zone, note ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->zone), note != NULL);
}

static void
update_stack (PlannerChangesPage *self)
{
  PlannerChangeList *changes = get_changes (self);
  const gboolean some = changes && g_list_model_get_n_items (G_LIST_MODEL (changes)) > 0;
  const gboolean shown = g_list_model_get_n_items (G_LIST_MODEL (self->sorted)) > 0;

  gtk_stack_set_visible_child_name (self->stack, shown ? "changes" : some ? "none-of-mine" : "none");
  gtk_widget_set_sensitive (self->dismiss, some);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), some);
  update_zone (self);
}

static void
filter_again (PlannerChangesPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->mine), GTK_FILTER_CHANGE_DIFFERENT);
}

/* The section of a change depends on the star. */
static void
stars_changed_cb (PlannerChangesPage *self)
{
  filter_again (self);
  gtk_sorter_changed (GTK_SORTER (self->by_section), GTK_SORTER_CHANGE_DIFFERENT);
}

/* The toggle group also notifies while the page is disposed. */
static void
filter_changed_cb (PlannerChangesPage *self)
{
  if (!self->sorted || !self->stack)
    return;

  filter_again (self);
  update_stack (self);
}

static void
dismiss_clicked_cb (PlannerChangesPage *self)
{
  planner_change_list_dismiss (get_changes (self));
}

/* Withdrawn sessions without a star have no entry, and so no details. */
static void
row_activated_cb (PlannerChangesPage *self, guint position)
{
  g_autoptr (PlannerChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);
  PlannerEntry *entry = item ? planner_change_item_get_entry (item) : NULL;

  if (entry)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-session", "s", planner_entry_get_key (entry));
}

static void
row_setup_cb (PlannerChangesPage *self, GtkListItem *item)
{
  PlannerChangeRow *row = planner_change_row_new ();

  g_object_bind_property (self, "conference", row, "conference", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "local-time", row, "local-time", G_BINDING_SYNC_CREATE);
  g_object_bind_property (item, "item", row, "item", G_BINDING_SYNC_CREATE);
  g_object_bind_property (row, "sentence", item, "accessible-label", G_BINDING_SYNC_CREATE);
  gtk_list_item_set_child (item, GTK_WIDGET (row));
}

static void
row_bind_cb (PlannerChangesPage *self, GtkListItem *item)
{
  gtk_list_item_set_activatable (item, planner_change_item_get_entry (gtk_list_item_get_item (item)) != NULL);
}

static void
heading_setup_cb (PlannerChangesPage *self, GtkListHeader *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap",
                                   TRUE, "xalign", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_header_set_child (header, label);
}

static void
heading_bind_cb (PlannerChangesPage *self, GtkListHeader *header)
{
  const char *title = sections[get_section (gtk_list_header_get_item (header))].title;

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), _ (title));
}

static void
set_conference (PlannerChangesPage *self, PlannerConference *conference)
{
  if (!g_set_object (&self->conference, conference))
    return;

  g_signal_group_set_target (self->signals, conference);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (get_changes (self)));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFERENCE]);
}

static void
planner_changes_page_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerChangesPage *self = PLANNER_CHANGES_PAGE (object);

  switch ((PlannerChangesPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_changes_page_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerChangesPage *self = PLANNER_CHANGES_PAGE (object);

  switch ((PlannerChangesPageProperty) property_id)
    {
    case PROP_CONFERENCE:
      set_conference (self, g_value_get_object (value));
      break;
    case PROP_LOCAL_TIME:
      if (self->local_time == g_value_get_boolean (value))
        return;
      self->local_time = g_value_get_boolean (value);
      update_zone (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_changes_page_dispose (GObject *object)
{
  PlannerChangesPage *self = PLANNER_CHANGES_PAGE (object);

  if (self->sorted)
    g_signal_handlers_disconnect_by_func (self->sorted, update_stack, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_CHANGES_PAGE);
  if (self->mine)
    gtk_custom_filter_set_filter_func (self->mine, NULL, NULL, NULL);
  g_clear_object (&self->sorted);
  g_clear_object (&self->by_section);
  g_clear_object (&self->filtered);
  g_clear_object (&self->mine);
  g_clear_object (&self->signals);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_changes_page_parent_class)->dispose (object);
}

static void
planner_changes_page_class_init (PlannerChangesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_changes_page_get_property;
  object_class->set_property = planner_changes_page_set_property;
  object_class->dispose = planner_changes_page_dispose;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerChangesPage, dismiss);
  gtk_widget_class_bind_template_child (widget_class, PlannerChangesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, PlannerChangesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerChangesPage, view);
  gtk_widget_class_bind_template_child (widget_class, PlannerChangesPage, zone);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
make_models (PlannerChangesPage *self)
{
  GtkSorter *by_start = GTK_SORTER (gtk_custom_sorter_new (compare_starts, NULL, NULL));

  self->mine = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->mine)));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)), by_start);
  self->by_section = gtk_custom_sorter_new (compare_sections, NULL, NULL);
  gtk_sort_list_model_set_section_sorter (self->sorted, GTK_SORTER (self->by_section));
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (update_stack), self, G_CONNECT_SWAPPED);
}

static void
fill_view (PlannerChangesPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headings = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->sorted)));

  g_signal_connect_object (rows, "setup", G_CALLBACK (row_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rows, "bind", G_CALLBACK (row_bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "setup", G_CALLBACK (heading_setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (headings, "bind", G_CALLBACK (heading_bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, rows);
  gtk_list_view_set_header_factory (self->view, headings);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  planner_list_view_keep_top (self->view);
}

static void
planner_changes_page_init (PlannerChangesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  make_models (self);
  fill_view (self);
  self->signals = g_signal_group_new (PLANNER_TYPE_CONFERENCE);
  g_signal_group_connect_swapped (self->signals, "notify::n-starred", G_CALLBACK (stars_changed_cb), self);
  update_stack (self);
}

PlannerChangesPage *
planner_changes_page_new (void)
{
  return g_object_new (PLANNER_TYPE_CHANGES_PAGE, NULL);
}

/**
 * planner_changes_page_show:
 * @only_mine: whether to list only changes of starred sessions at first
 *
 * Shows the changes of a conference, beginning with the first.
 */
void
planner_changes_page_show (PlannerChangesPage *self, PlannerConference *conference, gboolean only_mine)
{
  g_return_if_fail (PLANNER_IS_CHANGES_PAGE (self));

  set_conference (self, conference);
  adw_toggle_group_set_active_name (self->filter, only_mine ? "mine" : "all");
  update_stack (self);
  planner_list_view_go_to_top (self->view);
}

/**
 * planner_changes_page_leave:
 *
 * Records that the attendee has seen the listed changes. Rows keep their look until then, so that nothing changes while the
 * attendee reads.
 */
void
planner_changes_page_leave (PlannerChangesPage *self)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  const guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));

  g_return_if_fail (PLANNER_IS_CHANGES_PAGE (self));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (PlannerChangeItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      g_ptr_array_add (keys, g_strdup (get_change (item)->key));
    }
  g_ptr_array_add (keys, NULL);
  if (n_items > 0)
    planner_change_list_set_seen (get_changes (self), (const char *const *) keys->pdata);
}
