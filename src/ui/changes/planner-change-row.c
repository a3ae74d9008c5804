/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/changes/planner-change-row.h"

#include "ui/widgets/planner-color-bar.h"
#include "ui/widgets/planner-color.h"
#include "words/planner-labels.h"
#include "words/planner-change-words.h"
#include "words/planner-clock.h"

#include <glib/gi18n.h>

struct _PlannerChangeRow
{
  AdwBin parent_instance;

  PlannerColorBar *bar; /* template child */
  GtkLabel *title;      /* template child */
  GtkLabel *lines;      /* template child */
  GtkWidget *star;      /* template child */

  PlannerConference *conference; /* owned, nullable */
  PlannerChangeItem *item;       /* owned, nullable */
  GSignalGroup *item_signals;    /* owned */
  GSignalGroup *entry_signals;   /* owned */
  gboolean local_time;
  char *sentence; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerChangeRow, planner_change_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_ITEM,
  PROP_LOCAL_TIME,
  PROP_SENTENCE,
} PlannerChangeRowProperty;

static GParamSpec *properties[PROP_SENTENCE + 1];

static GStrv
dup_lines (PlannerChangeRow *self)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  PlannerClock clock = { .zone = local, .twelve_hours = planner_uses_twelve_hours () };

  if (!self->local_time && self->conference)
    clock.zone = planner_conference_get_agenda (self->conference)->zone;

  return planner_change_dup_lines (planner_change_item_get_change (self->item), &clock);
}

static const PlannerForum *
find_forum (PlannerChangeRow *self, const char *name)
{
  GPtrArray *forums = self->conference ? planner_conference_get_agenda (self->conference)->forums : NULL;

  for (guint i = 0; name && forums && i < forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (forums, i);

      if (g_str_equal (forum->name, name))
        return forum;
    }

  return NULL;
}

static void
show_color (PlannerChangeRow *self, const PlannerSketch *sketch)
{
  const PlannerForum *forum = find_forum (self, sketch->forum_name);
  GdkRGBA color;

  if (forum)
    planner_forum_color (forum, &color);
  planner_color_bar_set_color (self->bar, forum ? &color : NULL);
}

/* Changes that were seen are shown dimmed. */
static void
show_seen (PlannerChangeRow *self, gboolean seen)
{
  GtkWidget *title = GTK_WIDGET (self->title), *lines = GTK_WIDGET (self->lines);

  if (seen)
    gtk_widget_remove_css_class (title, "session-title");
  else
    gtk_widget_add_css_class (title, "session-title");
  if (seen)
    gtk_widget_add_css_class (lines, "secondary");
  else
    gtk_widget_remove_css_class (lines, "secondary");
}

static char *
make_sentence (PlannerChangeRow *self, const char *title, GStrv lines)
{
  /* Translators: between parts of a sentence read aloud. */
  const char *separator = C_ ("between parts of a sentence read aloud", ", ");
  g_autofree char *joined = g_strjoinv (separator, lines);
  const char *starred = planner_change_item_get_starred (self->item) ? _ ("starred") : _ ("not starred");
  const char *seen = planner_change_item_get_seen (self->item) ? _ ("seen") : _ ("not seen yet");

  return g_strjoin (separator, title, joined, starred, seen, NULL);
}

static void
update (PlannerChangeRow *self)
{
  const PlannerSketch *sketch =
      self->item ? planner_change_get_sketch (planner_change_item_get_change (self->item)) : NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *sentence = NULL;
  const char *title;

  if (!sketch)
    return;

  title = sketch->title.shown ? sketch->title.shown : "";
  lines = dup_lines (self);
  joined = g_strjoinv ("\n", lines);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->lines, joined);
  gtk_widget_set_visible (self->star, planner_change_item_get_starred (self->item));
  show_color (self, sketch);
  show_seen (self, planner_change_item_get_seen (self->item));

  sentence = make_sentence (self, title, lines);
  if (g_set_str (&self->sentence, sentence))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENTENCE]);
}

static void
set_item (PlannerChangeRow *self, PlannerChangeItem *item)
{
  if (!g_set_object (&self->item, item))
    return;

  g_signal_group_set_target (self->item_signals, item);
  g_signal_group_set_target (self->entry_signals, item ? planner_change_item_get_entry (item) : NULL);
  update (self);
}

static void
planner_change_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerChangeRow *self = PLANNER_CHANGE_ROW (object);

  switch ((PlannerChangeRowProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_change_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerChangeRow *self = PLANNER_CHANGE_ROW (object);

  switch ((PlannerChangeRowProperty) property_id)
    {
    case PROP_CONFERENCE:
      if (g_set_object (&self->conference, g_value_get_object (value)))
        update (self);
      break;
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_LOCAL_TIME:
      self->local_time = g_value_get_boolean (value);
      update (self);
      break;
    case PROP_SENTENCE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_change_row_dispose (GObject *object)
{
  PlannerChangeRow *self = PLANNER_CHANGE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_CHANGE_ROW);
  g_clear_object (&self->item_signals);
  g_clear_object (&self->entry_signals);
  g_clear_object (&self->conference);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (planner_change_row_parent_class)->dispose (object);
}

static void
planner_change_row_finalize (GObject *object)
{
  PlannerChangeRow *self = PLANNER_CHANGE_ROW (object);

  g_free (self->sentence);

  G_OBJECT_CLASS (planner_change_row_parent_class)->finalize (object);
}

static void
planner_change_row_class_init (PlannerChangeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_change_row_get_property;
  object_class->set_property = planner_change_row_set_property;
  object_class->dispose = planner_change_row_dispose;
  object_class->finalize = planner_change_row_finalize;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, PLANNER_TYPE_CHANGE_ITEM, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  properties[PROP_SENTENCE] =
      g_param_spec_string ("sentence", NULL, NULL, NULL,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (PLANNER_TYPE_COLOR_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerChangeRow, bar);
  gtk_widget_class_bind_template_child (widget_class, PlannerChangeRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlannerChangeRow, lines);
  gtk_widget_class_bind_template_child (widget_class, PlannerChangeRow, star);
}

static void
planner_change_row_init (PlannerChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->item_signals = g_signal_group_new (PLANNER_TYPE_CHANGE_ITEM);
  g_signal_group_connect_swapped (self->item_signals, "notify::seen", G_CALLBACK (update), self);
  self->entry_signals = g_signal_group_new (PLANNER_TYPE_ENTRY);
  g_signal_group_connect_swapped (self->entry_signals, "notify::starred", G_CALLBACK (update), self);
}

PlannerChangeRow *
planner_change_row_new (void)
{
  return g_object_new (PLANNER_TYPE_CHANGE_ROW, NULL);
}
