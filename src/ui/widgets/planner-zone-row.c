/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/widgets/planner-zone-row.h"

#include "model/planner-time.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlannerZoneRow
{
  AdwComboRow parent_instance;

  GtkStringList *zones; /* borrowed from the model of the row: IANA names */
};

G_DEFINE_FINAL_TYPE (PlannerZoneRow, planner_zone_row, ADW_TYPE_COMBO_ROW)

typedef enum
{
  PROP_ZONE = 1,
} PlannerZoneRowProperty;

static GParamSpec *properties[PROP_ZONE + 1];

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The time zone database lists the zone of each place in zone.tab: country, coordinates and name, separated by tabs. */
static void
add_places (GPtrArray *names, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "zone.tab", NULL);
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &table, NULL, NULL))
    {
      g_debug ("There is no list of time zones at “%s”", path);
      return;
    }
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", 4);

      if (*lines[i] != '#' && g_strv_length (fields) > 2)
        g_ptr_array_add (names, g_strdup (fields[2]));
    }
}

/* GLib looks for the time zone database in the same folder. */
static GtkStringList *
list_zones (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *folder = g_getenv ("TZDIR");

  add_places (names, folder ? folder : "/usr/share/zoneinfo");
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, g_strdup ("UTC"));
  g_ptr_array_add (names, NULL);

  return gtk_string_list_new ((const char *const *) names->pdata);
}

/* "America/New_York" is shown as "America/New York", so that a search for "new york" finds it. */
static char *
format_zone (GtkStringObject *zone, gpointer data)
{
  return g_strdelimit (g_strdup (gtk_string_object_get_string (zone)), "_", ' ');
}

static void
planner_zone_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((PlannerZoneRowProperty) id)
    {
    case PROP_ZONE:
      g_value_set_string (value, planner_zone_row_get_zone (PLANNER_ZONE_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_zone_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((PlannerZoneRowProperty) id)
    {
    case PROP_ZONE:
      planner_zone_row_set_zone (PLANNER_ZONE_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
selected_cb (PlannerZoneRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZONE]);
}

static void
planner_zone_row_class_init (PlannerZoneRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_zone_row_get_property;
  object_class->set_property = planner_zone_row_set_property;

  properties[PROP_ZONE] =
      g_param_spec_string ("zone", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_zone_row_init (PlannerZoneRow *self)
{
  g_autoptr (GtkStringList) zones = list_zones ();
  g_autoptr (GtkExpression) expression =
      gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (format_zone), NULL, NULL);
  AdwComboRow *row = ADW_COMBO_ROW (self);

  self->zones = zones;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Time Zone"));
  adw_combo_row_set_use_subtitle (row, TRUE);
  adw_combo_row_set_expression (row, expression);
  adw_combo_row_set_model (row, G_LIST_MODEL (zones));
  adw_combo_row_set_search_match_mode (row, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_enable_search (row, TRUE);
  planner_zone_row_set_zone (self, NULL);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

/**
 * planner_zone_row_get_zone:
 *
 * Returns: (transfer none): the IANA name of the chosen time zone
 */
const char *
planner_zone_row_get_zone (PlannerZoneRow *self)
{
  g_return_val_if_fail (PLANNER_IS_ZONE_ROW (self), NULL);

  return gtk_string_list_get_string (self->zones, adw_combo_row_get_selected (ADW_COMBO_ROW (self)));
}

/**
 * planner_zone_row_set_zone:
 * @zone: (nullable): an IANA name; %NULL for the computer's time zone
 *
 * Chooses a time zone. A zone that the list lacks, such as an old name, is added to it.
 */
void
planner_zone_row_set_zone (PlannerZoneRow *self, const char *zone)
{
  g_autofree char *local = zone ? NULL : planner_time_dup_local_zone ();
  const char *name = zone ? zone : local;

  g_return_if_fail (PLANNER_IS_ZONE_ROW (self));

  if (gtk_string_list_find (self->zones, name) == GTK_INVALID_LIST_POSITION)
    gtk_string_list_append (self->zones, name);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), gtk_string_list_find (self->zones, name));
}
