/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-directory-page.h"

#include "model/planner-fold.h"
#include "ui/conference/planner-directory-item.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlannerDirectoryPage
{
  AdwNavigationPage parent_instance;

  GListStore *commands;         /* owned */
  GtkFilterListModel *upcoming; /* owned */
  GtkFilterListModel *past;     /* owned */
  GtkFlattenListModel *rows;    /* owned: the three above, each a section */
  char **words;                 /* owned: of the search, folded */
  gboolean is_busy;

  GtkEditable *search;
  GtkLabel *message;
  GtkStack *stack;
  GtkListView *view;
  GtkLabel *progress_label;
};

G_DEFINE_FINAL_TYPE (PlannerDirectoryPage, planner_directory_page, ADW_TYPE_NAVIGATION_PAGE)

static guint chosen_signal, open_file_signal, cancel_signal;

static gboolean
match (gpointer item, gpointer data)
{
  PlannerDirectoryPage *self = data;

  return planner_directory_item_matches (item, (const char *const *) self->words);
}

static GtkFilterListModel *
create_section (PlannerDirectoryPage *self)
{
  return gtk_filter_list_model_new (G_LIST_MODEL (g_list_store_new (PLANNER_TYPE_DIRECTORY_ITEM)),
                                    GTK_FILTER (gtk_custom_filter_new (match, self, NULL)));
}

/* Names of conferences have spaces, and addresses have a dot or a slash but no space. */
static gboolean
looks_like_address (const char *text)
{
  return strpbrk (text, "./:") && !strpbrk (text, " \t");
}

static gboolean
is_surely_address (const char *text)
{
  return looks_like_address (text) && strpbrk (text, "/:");
}

static char *
dup_text (PlannerDirectoryPage *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
}

static void
update_commands (PlannerDirectoryPage *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (PlannerDirectoryItem) command = NULL;

  if (!*text)
    command = planner_directory_item_new_for_file ();
  else if (looks_like_address (text))
    command = planner_directory_item_new_for_address (text);
  g_list_store_splice (self->commands, 0, g_list_model_get_n_items (G_LIST_MODEL (self->commands)),
                       (gpointer *) &command, command ? 1 : 0);
}

static char **
split_words (const char *text)
{
  g_autofree char *folded = planner_fold (text);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i]; i++)
    if (*parts[i])
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

static void
update_stack (PlannerDirectoryPage *self)
{
  const gboolean has_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0;

  gtk_stack_set_visible_child_name (self->stack, self->is_busy ? "busy" : has_rows ? "list" : "none");
}

static void
update_rows (PlannerDirectoryPage *self)
{
  g_strfreev (self->words);
  self->words = split_words (gtk_editable_get_text (self->search));
  update_commands (self);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->upcoming), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->past), GTK_FILTER_CHANGE_DIFFERENT);
  update_stack (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_list_view_scroll_to (self->view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
search_changed_cb (PlannerDirectoryPage *self)
{
  planner_directory_page_show_message (self, "");
  update_rows (self);
}

static void
choose (PlannerDirectoryPage *self, PlannerDirectoryItem *item)
{
  const PlannerListing *listing = planner_directory_item_get_listing (item);
  const char *address = planner_directory_item_get_address (item);

  if (self->is_busy)
    return;
  if (address)
    g_signal_emit (self, chosen_signal, 0, address, listing ? listing->zone : NULL);
  else
    g_signal_emit (self, open_file_signal, 0);
}

static void
row_activated_cb (PlannerDirectoryPage *self, guint position)
{
  g_autoptr (PlannerDirectoryItem) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  choose (self, item);
}

static PlannerDirectoryItem *
get_first (GtkFilterListModel *section)
{
  return g_list_model_get_item (G_LIST_MODEL (section), 0);
}

/* Chooses the first conference that the search finds, unless the text must be an address. */
static void
search_activated_cb (PlannerDirectoryPage *self)
{
  g_autofree char *text = dup_text (self);
  g_autoptr (PlannerDirectoryItem) item = NULL;

  if (*text && !is_surely_address (text))
    item = get_first (self->upcoming);
  if (*text && !item && !is_surely_address (text))
    item = get_first (self->past);
  if (!item && looks_like_address (text))
    item = g_list_model_get_item (G_LIST_MODEL (self->commands), 0);
  if (item)
    choose (self, item);
}

static void
cancel_cb (PlannerDirectoryPage *self)
{
  g_signal_emit (self, cancel_signal, 0);
}

/* Escape first clears the search. */
static void
search_stopped_cb (PlannerDirectoryPage *self)
{
  if (!self->is_busy && *gtk_editable_get_text (self->search))
    gtk_editable_set_text (self->search, "");
  else
    cancel_cb (self);
}

static void
set_up_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign",
                                   0.0, "wrap", TRUE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 2, -1);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "section-heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  PlannerDirectoryItem *item = gtk_list_header_get_item (header);
  GtkWidget *label = gtk_list_header_get_child (header);

  gtk_widget_set_visible (label, planner_directory_item_get_listing (item) != NULL);
  gtk_label_set_label (GTK_LABEL (label), planner_directory_item_is_over (item) ? _ ("Past Conferences")
                                                                                : _ ("Upcoming Conferences"));
}

static gboolean
planner_directory_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLANNER_DIRECTORY_PAGE (widget)->search));
}

static void
planner_directory_page_dispose (GObject *object)
{
  PlannerDirectoryPage *self = PLANNER_DIRECTORY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_DIRECTORY_PAGE);
  g_clear_object (&self->rows);
  g_clear_object (&self->commands);
  g_clear_object (&self->upcoming);
  g_clear_object (&self->past);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (planner_directory_page_parent_class)->dispose (object);
}

static void
planner_directory_page_class_init (PlannerDirectoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_directory_page_dispose;
  widget_class->grab_focus = planner_directory_page_grab_focus;

  chosen_signal = g_signal_new ("chosen", PLANNER_TYPE_DIRECTORY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  open_file_signal = g_signal_new ("open-file", PLANNER_TYPE_DIRECTORY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  cancel_signal = g_signal_new ("cancel", PLANNER_TYPE_DIRECTORY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/gotc/Planner/ui/planner-directory-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerDirectoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, PlannerDirectoryPage, message);
  gtk_widget_class_bind_template_child (widget_class, PlannerDirectoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PlannerDirectoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, PlannerDirectoryPage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
}

static void
planner_directory_page_init (PlannerDirectoryPage *self)
{
  GListStore *sections = g_list_store_new (G_TYPE_LIST_MODEL);

  g_type_ensure (PLANNER_TYPE_DIRECTORY_ITEM);
  self->words = g_new0 (char *, 1);
  self->commands = g_list_store_new (PLANNER_TYPE_DIRECTORY_ITEM);
  self->upcoming = create_section (self);
  self->past = create_section (self);
  g_list_store_append (sections, self->commands);
  g_list_store_append (sections, self->upcoming);
  g_list_store_append (sections, self->past);
  self->rows = gtk_flatten_list_model_new (G_LIST_MODEL (sections));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (
                                           gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows)))));
}

/**
 * planner_directory_page_new:
 * @now_utc: the current time, in seconds since the epoch
 *
 * Returns: (transfer floating): a page with the conferences of @directory
 */
PlannerDirectoryPage *
planner_directory_page_new (PlannerDirectory *directory, gint64 now_utc)
{
  PlannerDirectoryPage *self = g_object_new (PLANNER_TYPE_DIRECTORY_PAGE, NULL);
  g_autoptr (GPtrArray) listings = planner_directory_sort (directory, now_utc);

  for (guint i = 0; i < listings->len; i++)
    {
      g_autoptr (PlannerDirectoryItem) item =
          planner_directory_item_new_for_listing (directory, g_ptr_array_index (listings, i), now_utc);
      GtkFilterListModel *section = planner_directory_item_is_over (item) ? self->past : self->upcoming;

      g_list_store_append (G_LIST_STORE (gtk_filter_list_model_get_model (section)), item);
    }
  update_rows (self);

  return self;
}

/**
 * planner_directory_page_set_address:
 *
 * Fills in an address without choosing it.
 */
void
planner_directory_page_set_address (PlannerDirectoryPage *self, const char *address)
{
  g_return_if_fail (PLANNER_IS_DIRECTORY_PAGE (self));

  gtk_editable_set_text (self->search, address);
  gtk_editable_set_position (self->search, -1);
}

/**
 * planner_directory_page_show_progress:
 * @text: (nullable): what happens after a choice; %NULL when it is over
 *
 * Shows progress in place of the conferences. The entry stays sensitive, because an insensitive entry would lose the focus.
 */
void
planner_directory_page_show_progress (PlannerDirectoryPage *self, const char *text)
{
  g_return_if_fail (PLANNER_IS_DIRECTORY_PAGE (self));

  self->is_busy = text != NULL;
  gtk_label_set_label (self->progress_label, text ? text : "");
  gtk_editable_set_editable (self->search, text == NULL);
  update_stack (self);
}

/**
 * planner_directory_page_show_message:
 * @text: why a choice failed; "" for nothing
 */
void
planner_directory_page_show_message (PlannerDirectoryPage *self, const char *text)
{
  g_return_if_fail (PLANNER_IS_DIRECTORY_PAGE (self));

  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
  if (*text == '\0')
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
      return;
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
