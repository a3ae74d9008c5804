/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-filter-dialog.h"

#include "plan/planner-venue-time.h"
#include "words/planner-filter-words.h"

#include <glib/gi18n.h>

#define HOUR_MIN 60

/* A list of more values than this is not offered, because it would be too long to choose from. */
#define MAX_VALUES 200

struct _PlannerFilterDialog
{
  AdwDialog parent_instance;

  AdwPreferencesGroup *group; /* borrowed: within the dialog */
  PlannerAgenda *agenda;      /* owned */
  PlannerFilter *filter;      /* owned */
};

G_DEFINE_FINAL_TYPE (PlannerFilterDialog, planner_filter_dialog, ADW_TYPE_DIALOG)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
emit_changed (PlannerFilterDialog *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, self->filter);
}

/* Returns: (nullable): the place of the text that the condition compares */
static char **
get_text (PlannerFilter *filter, PlannerFilterPart part)
{
  switch (part)
    {
    case PLANNER_FILTER_DAY:
      return &filter->day;
    case PLANNER_FILTER_ROOM:
      return &filter->room;
    case PLANNER_FILTER_FORUM:
      return &filter->forum;
    case PLANNER_FILTER_LANGUAGE:
      return &filter->language;
    case PLANNER_FILTER_TYPE:
      return &filter->type;
    case PLANNER_FILTER_TIME:
    case PLANNER_FILTER_RECORDED:
    case PLANNER_FILTER_TO_COME:
    case PLANNER_FILTER_STARRED:
    case PLANNER_FILTER_N_PARTS:
    default:
      return NULL;
    }
}

static const char *
get_value (const PlannerAgenda *agenda, const PlannerSession *session, PlannerFilterPart part)
{
  PlannerFilter values = { .day = planner_agenda_get_day (agenda, session)->date,
                           .room = session->room ? session->room->name : NULL,
                           .forum = session->forum ? session->forum->name : NULL,
                           .language = session->language,
                           .type = session->type };

  return *get_text (&values, part);
}

/* The values in the order of the agenda; those of rooms and forums in the order of the schedule. */
static GPtrArray *
list_values (const PlannerAgenda *agenda, PlannerFilterPart part)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const char *value = get_value (agenda, planner_agenda_get_session (agenda, i), part);

      if (value && *value && g_hash_table_add (seen, (gpointer) value))
        g_ptr_array_add (values, g_strdup (value));
    }

  return values;
}

static void
text_selected_cb (AdwComboRow *row, GParamSpec *pspec, PlannerFilterDialog *self)
{
  const PlannerFilterPart part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "part"));
  GPtrArray *values = g_object_get_data (G_OBJECT (row), "values");
  const guint selected = adw_combo_row_get_selected (row);

  if (selected == GTK_INVALID_LIST_POSITION)
    return;

  g_set_str (get_text (self->filter, part), selected > 0 ? g_ptr_array_index (values, selected - 1) : NULL);
  emit_changed (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static AdwComboRow *
add_combo_row (PlannerFilterDialog *self, const char *title, GtkStringList *names, guint selected)
{
  g_autoptr (GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  AdwComboRow *row = ADW_COMBO_ROW (adw_combo_row_new ());

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_expression (row, name);
  adw_combo_row_set_enable_search (row, g_list_model_get_n_items (G_LIST_MODEL (names)) > 10);
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));

  return row;
}

static char *
name_value (PlannerFilterDialog *self, PlannerFilterPart part, const char *value)
{
  g_autoptr (PlannerFilter) filter = planner_filter_new ();

  g_set_str (get_text (filter, part), value);

  return planner_format_filter_part (filter, part, self->agenda);
}

static void
add_text_row (PlannerFilterDialog *self, PlannerFilterPart part)
{
  g_autoptr (GPtrArray) values = list_values (self->agenda, part);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *chosen = *get_text (self->filter, part);
  AdwComboRow *row;
  guint selected = 0;

  if (values->len < 2 || values->len > MAX_VALUES)
    return;

  if (part != PLANNER_FILTER_DAY)
    g_ptr_array_sort (values, compare_names);
  gtk_string_list_append (names, C_ ("filter", "Any"));
  for (guint i = 0; i < values->len; i++)
    {
      gtk_string_list_take (names, name_value (self, part, g_ptr_array_index (values, i)));
      if (g_strcmp0 (chosen, g_ptr_array_index (values, i)) == 0)
        selected = i + 1;
    }
  row = add_combo_row (self, planner_get_filter_title (part), names, selected);
  g_object_set_data (G_OBJECT (row), "part", GUINT_TO_POINTER (part));
  g_object_set_data_full (G_OBJECT (row), "values", g_steal_pointer (&values),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (text_selected_cb), self, 0);
}

static void
minute_selected_cb (AdwComboRow *row, GParamSpec *pspec, PlannerFilterDialog *self)
{
  const gboolean is_end = g_object_get_data (G_OBJECT (row), "end") != NULL;
  GArray *minutes = g_object_get_data (G_OBJECT (row), "minutes");
  const guint selected = adw_combo_row_get_selected (row);
  int *minute = is_end ? &self->filter->to_min : &self->filter->from_min;

  if (selected == GTK_INVALID_LIST_POSITION)
    return;

  *minute = selected > 0 ? g_array_index (minutes, int, selected - 1) : PLANNER_FILTER_ANY_MIN;
  emit_changed (self);
}

/* Finds the first and last minute of all days, after midnight of the day. */
static gboolean
find_minutes (const PlannerAgenda *agenda, int *first, int *last)
{
  *first = G_MAXINT;
  *last = 0;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      const char *date = planner_agenda_get_day (agenda, session)->date;
      g_autoptr (PlannerFilter) filter = NULL;

      if (!planner_session_has_time (session) || !*date)
        continue;
      filter = planner_filter_new_for_span (date, session->start_utc, planner_session_get_end_utc (session),
                                            session->zone);
      *first = MIN (*first, MAX (filter->from_min, 0));
      *last = MAX (*last, MIN (filter->to_min, 2 * 24 * HOUR_MIN));
    }

  return *first < *last;
}

/* Lists the full hours, and the current choice even if it is not a full hour. */
static GArray *
list_minutes (int first, int last, int chosen)
{
  GArray *minutes = g_array_new (FALSE, FALSE, sizeof (int));

  for (int minute = first / HOUR_MIN * HOUR_MIN; minute < last + HOUR_MIN; minute += HOUR_MIN)
    {
      const int next = minute + HOUR_MIN;

      g_array_append_val (minutes, minute);
      if (chosen > minute && chosen < next)
        g_array_append_val (minutes, chosen);
    }

  return minutes;
}

static void
add_minute_row (PlannerFilterDialog *self, const char *title, gboolean is_end, int first, int last)
{
  const int chosen = is_end ? self->filter->to_min : self->filter->from_min;
  GArray *minutes = list_minutes (first, last, chosen);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  AdwComboRow *row;
  guint selected = 0;

  gtk_string_list_append (names, C_ ("filter", "Any"));
  for (guint i = 0; i < minutes->len; i++)
    {
      gtk_string_list_take (names, planner_format_filter_minute (g_array_index (minutes, int, i)));
      if (g_array_index (minutes, int, i) == chosen)
        selected = i + 1;
    }
  row = add_combo_row (self, title, names, selected);
  g_object_set_data (G_OBJECT (row), "end", GINT_TO_POINTER (is_end));
  g_object_set_data_full (G_OBJECT (row), "minutes", minutes, (GDestroyNotify) g_array_unref);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (minute_selected_cb), self, 0);
}

static gboolean *
get_flag (PlannerFilter *filter, PlannerFilterPart part)
{
  if (part == PLANNER_FILTER_RECORDED)
    return &filter->recorded;

  return part == PLANNER_FILTER_TO_COME ? &filter->to_come : &filter->starred;
}

static void
flag_changed_cb (AdwSwitchRow *row, GParamSpec *pspec, PlannerFilterDialog *self)
{
  const PlannerFilterPart part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "part"));

  *get_flag (self->filter, part) = adw_switch_row_get_active (row);
  emit_changed (self);
}

static void
add_flag_row (PlannerFilterDialog *self, PlannerFilterPart part)
{
  AdwSwitchRow *row = ADW_SWITCH_ROW (adw_switch_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), planner_get_filter_title (part));
  adw_switch_row_set_active (row, *get_flag (self->filter, part));
  g_object_set_data (G_OBJECT (row), "part", GUINT_TO_POINTER (part));
  g_signal_connect_object (row, "notify::active", G_CALLBACK (flag_changed_cb), self, 0);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
}

static gboolean
has_unrecorded (const PlannerAgenda *agenda)
{
  for (guint i = 0; i < agenda->sessions->len; i++)
    if (planner_agenda_get_session (agenda, i)->not_recorded)
      return TRUE;

  return FALSE;
}

static void
fill (PlannerFilterDialog *self)
{
  int first, last;

  add_text_row (self, PLANNER_FILTER_DAY);
  if (find_minutes (self->agenda, &first, &last))
    {
      add_minute_row (self, _ ("From"), FALSE, first, last);
      add_minute_row (self, _ ("Until"), TRUE, first, last);
    }
  add_text_row (self, PLANNER_FILTER_ROOM);
  add_text_row (self, PLANNER_FILTER_FORUM);
  add_text_row (self, PLANNER_FILTER_LANGUAGE);
  add_text_row (self, PLANNER_FILTER_TYPE);
  if (has_unrecorded (self->agenda))
    add_flag_row (self, PLANNER_FILTER_RECORDED);
  add_flag_row (self, PLANNER_FILTER_TO_COME);
  add_flag_row (self, PLANNER_FILTER_STARRED);
}

static void
planner_filter_dialog_finalize (GObject *object)
{
  PlannerFilterDialog *self = PLANNER_FILTER_DIALOG (object);

  g_clear_pointer (&self->agenda, planner_agenda_unref);
  g_clear_pointer (&self->filter, planner_filter_free);

  G_OBJECT_CLASS (planner_filter_dialog_parent_class)->finalize (object);
}

static void
planner_filter_dialog_class_init (PlannerFilterDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_filter_dialog_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", PLANNER_TYPE_FILTER_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, PLANNER_TYPE_FILTER);
}

static void
planner_filter_dialog_init (PlannerFilterDialog *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->group);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (ADW_DIALOG (self), _ ("Filters"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 420);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
  adw_dialog_set_child (ADW_DIALOG (self), view);
}

/**
 * planner_filter_dialog_new:
 * @agenda: the agenda whose sessions are filtered
 * @filter: (nullable): the filter to start with
 */
PlannerFilterDialog *
planner_filter_dialog_new (PlannerAgenda *agenda, const PlannerFilter *filter)
{
  PlannerFilterDialog *self = g_object_new (PLANNER_TYPE_FILTER_DIALOG, NULL);

  g_return_val_if_fail (agenda != NULL, self);

  self->agenda = planner_agenda_ref (agenda);
  self->filter = filter ? planner_filter_copy (filter) : planner_filter_new ();
  fill (self);

  return self;
}
