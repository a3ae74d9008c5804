/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "planner-session-row.h"

#include "planner-closures.h"
#include "planner-color-mark.h"
#include "planner-labels.h"

#include <glib/gi18n.h>

struct _PlannerSessionRow
{
  AdwBin parent_instance;

  PlannerConference *conference; /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  gboolean local_time;
  gboolean show_day;
  gboolean show_forum;
  char *sentence; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerSessionRow, planner_session_row, ADW_TYPE_BIN)

typedef enum
{
  PROP_CONFERENCE = 1,
  PROP_ENTRY,
  PROP_LOCAL_TIME,
  PROP_SHOW_DAY,
  PROP_SHOW_FORUM,
  PROP_SENTENCE,
} PlannerSessionRowProperty;

static GParamSpec *properties[PROP_SENTENCE + 1];

static char *
make_sentence (GObject *object,
               PlannerConference *conference,
               PlannerEntry *entry,
               const PlannerSession *session,
               gboolean starred,
               gboolean withdrawn,
               gboolean clashing,
               gboolean local_time,
               gboolean show_day)
{
  g_autoptr (GTimeZone) local = local_time ? g_time_zone_new_local () : NULL;
  g_autofree char *clash = planner_make_clash (object, conference, entry, clashing);
  const PlannerRowParts parts = {
    .day_date = show_day ? planner_entry_get_day (entry)->date : NULL,
    .local = local,
    .clash = clash,
    .starred = starred,
    .withdrawn = withdrawn,
  };

  return planner_format_row_sentence (session, &parts);
}

static char *
make_details (GObject *object,
              const PlannerSession *session,
              gboolean withdrawn,
              PlannerEntry *entry,
              gboolean local_time,
              gboolean show_day,
              gboolean show_forum)
{
  g_autoptr (GTimeZone) local = local_time ? g_time_zone_new_local () : NULL;
  const PlannerRowParts parts = {
    .day_date = show_day ? planner_entry_get_day (entry)->date : NULL,
    .local = local,
    .forum = show_forum,
    .withdrawn = withdrawn,
  };

  return planner_format_row_details (session, &parts);
}

static void
planner_session_row_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);

  switch ((PlannerSessionRowProperty) property_id)
    {
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    case PROP_SHOW_DAY:
      g_value_set_boolean (value, self->show_day);
      break;
    case PROP_SHOW_FORUM:
      g_value_set_boolean (value, self->show_forum);
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, self->sentence);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static gboolean
set_boolean (gboolean *field, gboolean value)
{
  const gboolean changed = *field != value;

  *field = value;

  return changed;
}

static void
planner_session_row_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);
  gboolean changed = FALSE;

  switch ((PlannerSessionRowProperty) property_id)
    {
    case PROP_CONFERENCE:
      changed = g_set_object (&self->conference, g_value_get_object (value));
      break;
    case PROP_ENTRY:
      changed = g_set_object (&self->entry, g_value_get_object (value));
      break;
    case PROP_LOCAL_TIME:
      changed = set_boolean (&self->local_time, g_value_get_boolean (value));
      break;
    case PROP_SHOW_DAY:
      changed = set_boolean (&self->show_day, g_value_get_boolean (value));
      break;
    case PROP_SHOW_FORUM:
      changed = set_boolean (&self->show_forum, g_value_get_boolean (value));
      break;
    case PROP_SENTENCE:
      changed = g_set_str (&self->sentence, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }

  if (changed)
    g_object_notify_by_pspec (object, pspec);
}

static void
planner_session_row_dispose (GObject *object)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNER_TYPE_SESSION_ROW);
  g_clear_object (&self->conference);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (planner_session_row_parent_class)->dispose (object);
}

static void
planner_session_row_finalize (GObject *object)
{
  PlannerSessionRow *self = PLANNER_SESSION_ROW (object);

  g_free (self->sentence);

  G_OBJECT_CLASS (planner_session_row_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_DAY] = g_param_spec_boolean ("show-day", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_FORUM] = g_param_spec_boolean ("show-forum", NULL, NULL, FALSE, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  g_object_class_install_properties (klass, G_N_ELEMENTS (properties), properties);
}

static void
planner_session_row_class_init (PlannerSessionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = planner_session_row_get_property;
  object_class->set_property = planner_session_row_set_property;
  object_class->dispose = planner_session_row_dispose;
  object_class->finalize = planner_session_row_finalize;
  install_properties (object_class);

  g_type_ensure (PLANNER_TYPE_COLOR_MARK);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-session-row.ui");
  planner_closures_bind (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, make_sentence);
  gtk_widget_class_bind_template_callback (widget_class, make_details);
}

static void
planner_session_row_init (PlannerSessionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PlannerSessionRow *
planner_session_row_new (void)
{
  return g_object_new (PLANNER_TYPE_SESSION_ROW, NULL);
}

/**
 * planner_session_row_get_entry:
 *
 * Returns: (nullable) (transfer none): the entry it shows
 */
PlannerEntry *
planner_session_row_get_entry (PlannerSessionRow *self)
{
  g_return_val_if_fail (PLANNER_IS_SESSION_ROW (self), NULL);

  return self->entry;
}
