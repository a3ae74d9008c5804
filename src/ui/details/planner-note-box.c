/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/details/planner-note-box.h"

#include "library/planner-conference-stars.h"
#include "model/planner-note.h"
#include "words/planner-messages.h"

#include <glib/gi18n.h>
#include <string.h>

/* The longest time for which typed text is not stored. */
#define SAVE_AFTER_MS 1000

struct _PlannerNoteBox
{
  GtkBox parent_instance;

  GtkWidget *add;        /* template child */
  GtkWidget *editor;     /* template child */
  GtkWidget *view;       /* template child */
  GtkTextBuffer *buffer; /* template child */
  GtkLabel *hint;        /* template child */

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  GSignalGroup *entry_signals;   /* owned */
  char *base;                    /* owned, nullable: the note that the typed text was made from */
  guint visit;                   /* counts the entries, so that an entry that comes back is told apart */
  guint n_saving;                /* how many times the note is being stored during this visit */
  guint save_source;             /* while typed text is not stored; 0 for none */
  gboolean is_merged;            /* the text has what was written elsewhere, too */
  gboolean is_loading;           /* the buffer changes, but not by the attendee */
  gboolean is_adding;            /* the editor gets the focus when the session is starred */
};

G_DEFINE_FINAL_TYPE (PlannerNoteBox, planner_note_box, GTK_TYPE_BOX)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_ENTRY,
} PlannerNoteBoxProperty;

static GParamSpec *properties[PROP_ENTRY + 1];

static char *
get_text (PlannerNoteBox *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
show_hint (PlannerNoteBox *self, const GError *error)
{
  g_autofree char *text = get_text (self);
  const char *hint = _ ("Only you can see your note. It is saved as you type.");

  if (error)
    hint = planner_message_for_error (error);
  else if (!self->entry || !planner_entry_get_starred (self->entry))
    hint = _ ("A session with a note is starred.");
  else if (strlen (text) > PLANNER_NOTE_MAX_BYTES)
    hint = _ ("This note is too long. Its end is not saved.");
  else if (self->is_merged)
    hint = _ ("This note was also changed elsewhere. It now has both texts.");
  gtk_label_set_label (self->hint, hint);
}

static int
get_cursor (PlannerNoteBox *self)
{
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));

  return gtk_text_iter_get_offset (&cursor);
}

/* @cursor: where to put the cursor, in characters; -1 for the end */
static void
set_text (PlannerNoteBox *self, const char *text, int cursor)
{
  GtkTextIter iter;

  self->is_loading = TRUE;
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_buffer_set_enable_undo (self->buffer, TRUE);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &iter, cursor);
  gtk_text_buffer_place_cursor (self->buffer, &iter);
  self->is_loading = FALSE;
}

/* Text that is stored already stays as it is in the buffer, so that the cursor does not move while the attendee types. While
 * the note is being stored, the entry may still have an earlier one.
 *
 * @typed: whether the attendee has typed since the entry had its last note */
static void
show_note (PlannerNoteBox *self, gboolean typed)
{
  const char *note = self->entry ? planner_entry_get_note (self->entry) : NULL;
  g_autofree char *text = NULL;
  g_autofree char *clean = NULL;
  g_autofree char *merged = NULL;

  if (self->n_saving > 0)
    return;

  text = get_text (self);
  clean = planner_note_clean (text);
  merged = self->save_source != 0 ? planner_note_merge (self->base, clean, note) : g_strdup (note);
  g_set_str (&self->base, note);
  if (g_strcmp0 (clean, merged) == 0)
    return;

  self->is_merged = typed && clean && merged && g_str_has_prefix (merged, clean);
  set_text (self, merged ? merged : "", typed ? get_cursor (self) : -1);
  show_hint (self, NULL);
}

static void
note_changed_cb (PlannerNoteBox *self)
{
  show_note (self, self->save_source != 0);
}

typedef struct
{
  PlannerNoteBox *box; /* owned */
  guint visit;
} Saving;

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Saving *saving = user_data;
  g_autoptr (PlannerNoteBox) self = saving->box;
  g_autoptr (GError) error = NULL;

  planner_conference_set_note_finish (PLANNER_CONFERENCE (source), result, &error);
  if (saving->visit == self->visit && --self->n_saving == 0)
    {
      if (error)
        g_set_str (&self->base, planner_entry_get_note (self->entry));
      else
        show_note (self, TRUE);
    }
  if (saving->visit == self->visit || error)
    show_hint (self, error);
}

static void
update (PlannerNoteBox *self)
{
  const gboolean starred = self->entry && planner_entry_get_starred (self->entry);

  /* Text that was typed for a star that is removed now must not star the session again. */
  if (!starred)
    g_clear_handle_id (&self->save_source, g_source_remove);
  show_note (self, self->save_source != 0);
  gtk_widget_set_visible (self->add, !starred);
  gtk_widget_set_visible (self->editor, starred);
  show_hint (self, NULL);
  if (starred && self->is_adding)
    gtk_widget_grab_focus (self->view);
  if (starred)
    self->is_adding = FALSE;
}

static void
save_cb (gpointer data)
{
  planner_note_box_save (data);
}

static void
text_changed_cb (PlannerNoteBox *self, GtkTextBuffer *buffer)
{
  if (self->is_loading || !self->entry)
    return;

  self->is_merged = FALSE;
  show_hint (self, NULL);
  if (self->save_source == 0)
    self->save_source = g_timeout_add_once (SAVE_AFTER_MS, save_cb, self);
}

static void
add_clicked_cb (PlannerNoteBox *self, GtkButton *button)
{
  if (!self->entry)
    return;

  self->is_adding = TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-star", "s", planner_entry_get_key (self->entry));
}

static void
set_entry (PlannerNoteBox *self, PlannerEntry *entry)
{
  if (self->entry == entry)
    return;

  planner_note_box_save (self);
  g_set_object (&self->entry, entry);
  self->visit++;
  self->n_saving = 0;
  self->is_merged = FALSE;
  g_signal_group_set_target (self->entry_signals, entry);
  self->is_adding = FALSE;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENTRY]);
}

static void
set_conference (PlannerNoteBox *self, PlannerConference *conference)
{
  if (self->conference == conference)
    return;

  planner_note_box_save (self);
  g_set_object (&self->conference, conference);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONFERENCE]);
}

static void
planner_note_box_unmap (GtkWidget *widget)
{
  planner_note_box_save (PLANNER_NOTE_BOX (widget));

  GTK_WIDGET_CLASS (planner_note_box_parent_class)->unmap (widget);
}

static void
planner_note_box_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerNoteBox *self = PLANNER_NOTE_BOX (object);

  switch ((PlannerNoteBoxProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_note_box_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerNoteBox *self = PLANNER_NOTE_BOX (object);

  switch ((PlannerNoteBoxProperty) property_id)
    {
    case PROP_CONFERENCE:
      set_conference (self, g_value_get_object (value));
      break;
    case PROP_ENTRY:
      set_entry (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_note_box_dispose (GObject *object)
{
  PlannerNoteBox *self = PLANNER_NOTE_BOX (object);

  g_clear_handle_id (&self->save_source, g_source_remove);
  g_clear_object (&self->entry_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_NOTE_BOX);
  g_clear_object (&self->entry);
  g_clear_object (&self->conference);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (planner_note_box_parent_class)->dispose (object);
}

static void
planner_note_box_class_init (PlannerNoteBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_note_box_get_property;
  object_class->set_property = planner_note_box_set_property;
  object_class->dispose = planner_note_box_dispose;
  widget_class->unmap = planner_note_box_unmap;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-note-box.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerNoteBox, add);
  gtk_widget_class_bind_template_child (widget_class, PlannerNoteBox, editor);
  gtk_widget_class_bind_template_child (widget_class, PlannerNoteBox, view);
  gtk_widget_class_bind_template_child (widget_class, PlannerNoteBox, buffer);
  gtk_widget_class_bind_template_child (widget_class, PlannerNoteBox, hint);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, planner_note_box_save);
}

static void
planner_note_box_init (PlannerNoteBox *self)
{
  self->entry_signals = g_signal_group_new (PLANNER_TYPE_ENTRY);
  g_signal_group_connect_swapped (self->entry_signals, "notify::note", G_CALLBACK (note_changed_cb), self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::starred", G_CALLBACK (update), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * planner_note_box_save:
 *
 * Stores the typed text now instead of a second later. Call it before the star of the session is removed.
 */
void
planner_note_box_save (PlannerNoteBox *self)
{
  g_autofree char *text = NULL;
  Saving *saving;

  g_return_if_fail (PLANNER_IS_NOTE_BOX (self));

  if (self->save_source == 0)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  if (!self->conference || !self->entry)
    return;

  text = get_text (self);
  saving = g_new (Saving, 1);
  *saving = (Saving) { g_object_ref (self), self->visit };
  self->n_saving++;
  planner_conference_set_note_async (self->conference, self->entry, self->base, text, NULL, saved_cb, saving);
  g_free (self->base);
  self->base = planner_note_clean (text);
}
