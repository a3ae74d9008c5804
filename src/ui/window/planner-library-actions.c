/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/window/planner-library-actions.h"

#include "share/planner-star-link.h"
#include "ui/conference/planner-add-dialog.h"
#include "ui/conference/planner-import-dialog.h"

struct _PlannerLibraryActions
{
  GObject parent_instance;

  AdwToastOverlay *toast_overlay; /* borrowed from the window, which owns this */
  PlannerLibrary *library;        /* owned */
  PlannerFriends *friends;        /* owned */
  PlannerImportDialog *dialog;    /* borrowed, weak, nullable: open */
  GSimpleAction *add;             /* owned */
  GSimpleAction *import;          /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerLibraryActions, planner_library_actions, G_TYPE_OBJECT)

enum
{
  ADDED,
  IMPORTED,
  FRIEND_ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
added_cb (PlannerLibraryActions *self, PlannerConference *conference)
{
  g_signal_emit (self, signals[ADDED], 0, conference);
}

static void
imported_cb (PlannerLibraryActions *self, PlannerConference *conference)
{
  g_signal_emit (self, signals[IMPORTED], 0, conference);
}

static void
friend_added_cb (PlannerLibraryActions *self, PlannerConference *conference)
{
  g_signal_emit (self, signals[FRIEND_ADDED], 0, conference);
}

static void
closed_cb (PlannerLibraryActions *self)
{
  g_clear_weak_pointer (&self->dialog);
}

static PlannerImportDialog *
create_import_dialog (PlannerLibraryActions *self)
{
  PlannerImportDialog *dialog = planner_import_dialog_new (self->library, self->friends, self->toast_overlay);

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "friend-added", G_CALLBACK (friend_added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);

  return dialog;
}

/* Further links, such as those of the next QR codes, use the dialog that is open. A new dialog gets its link before it is presented,
 * so that it opens with the page of that link and gives it the focus. */
static void
open_import_dialog (PlannerLibraryActions *self, const char *link)
{
  const gboolean is_open = self->dialog != NULL;

  if (!is_open)
    g_set_weak_pointer (&self->dialog, create_import_dialog (self));
  if (link)
    planner_import_dialog_set_text (self->dialog, link);
  if (!is_open)
    adw_dialog_present (ADW_DIALOG (self->dialog), GTK_WIDGET (self->toast_overlay));
}

static void
import_stars_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_import_dialog (data, NULL);
}

static void
open_add_dialog (PlannerLibraryActions *self, const char *address)
{
  PlannerAddDialog *dialog = planner_add_dialog_new (self->library);

  if (address)
    planner_add_dialog_set_address (dialog, address);
  g_signal_connect_object (dialog, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self->toast_overlay));
}

static void
add_conference_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_add_dialog (data, NULL);
}

static const GActionEntry action_entries[] = {
  { .name = "add-conference", .activate = add_conference_cb },
  { .name = "import-stars", .activate = import_stars_cb },
};

static void
planner_library_actions_finalize (GObject *object)
{
  PlannerLibraryActions *self = PLANNER_LIBRARY_ACTIONS (object);

  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->library);
  g_clear_object (&self->friends);
  g_clear_object (&self->add);
  g_clear_object (&self->import);

  G_OBJECT_CLASS (planner_library_actions_parent_class)->finalize (object);
}

static void
planner_library_actions_class_init (PlannerLibraryActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_library_actions_finalize;

  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, PLANNER_TYPE_CONFERENCE);
  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, PLANNER_TYPE_CONFERENCE);
  signals[FRIEND_ADDED] = g_signal_new ("friend-added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, PLANNER_TYPE_CONFERENCE);
}

static void
planner_library_actions_init (PlannerLibraryActions *self)
{
}

/**
 * planner_library_actions_new:
 * @window: the window to add the actions to; it must keep the returned object alive
 * @library: gets the conferences and the stars
 * @friends: gets the stars of friends
 * @toast_overlay: the toast overlay of @window
 *
 * Returns: (transfer full): the owner of the actions
 */
PlannerLibraryActions *
planner_library_actions_new (GActionMap *window,
                             PlannerLibrary *library,
                             PlannerFriends *friends,
                             AdwToastOverlay *toast_overlay)
{
  PlannerLibraryActions *self = g_object_new (PLANNER_TYPE_LIBRARY_ACTIONS, NULL);

  self->toast_overlay = toast_overlay;
  self->library = g_object_ref (library);
  self->friends = g_object_ref (friends);
  g_action_map_add_action_entries (window, action_entries, G_N_ELEMENTS (action_entries), self);
  self->add = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (window, "add-conference")));
  self->import = g_object_ref (G_SIMPLE_ACTION (g_action_map_lookup_action (window, "import-stars")));
  planner_library_actions_set_enabled (self, FALSE);

  return self;
}

/**
 * planner_library_actions_set_enabled:
 * @enabled: whether the library has loaded, and the window still exists
 */
void
planner_library_actions_set_enabled (PlannerLibraryActions *self, gboolean enabled)
{
  g_return_if_fail (PLANNER_IS_LIBRARY_ACTIONS (self));

  g_simple_action_set_enabled (self->add, enabled);
  g_simple_action_set_enabled (self->import, enabled);
}

/**
 * planner_library_actions_offer:
 * @address: the initial address, a file's URI, or a link with stars
 *
 * Opens the dialog that adds a conference, or the one that imports stars.
 */
void
planner_library_actions_offer (PlannerLibraryActions *self, const char *address)
{
  g_return_if_fail (PLANNER_IS_LIBRARY_ACTIONS (self) && address != NULL);

  if (planner_is_star_link (address))
    open_import_dialog (self, address);
  else
    open_add_dialog (self, address);
}
