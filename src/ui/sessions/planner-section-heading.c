/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/sessions/planner-section-heading.h"

#include "words/planner-days.h"
#include "words/planner-labels.h"

#define DAY_GAP 6

struct _PlannerSectionHeading
{
  GtkBox parent_instance;

  GtkLabel *day;  /* borrowed, nullable: made for the first heading of a day */
  GtkLabel *time; /* borrowed */

  GSignalGroup *entry_signals;   /* owned */
  GListModel *model;             /* owned, nullable */
  PlannerEntry *entry;           /* owned, nullable */
  PlannerConference *conference; /* owned, nullable */
  guint start;
  gboolean local_time;
};

G_DEFINE_FINAL_TYPE (PlannerSectionHeading, planner_section_heading, GTK_TYPE_BOX)

typedef enum
{
  PROP_MODEL = 1,
  PROP_ENTRY,
  PROP_CONFERENCE,
  PROP_START,
  PROP_LOCAL_TIME,
} PlannerSectionHeadingProperty;

static GParamSpec *properties[PROP_LOCAL_TIME + 1];

/* Stars of last year can be in the list, after the address has got the schedule of this year. */
static gboolean
is_of_other_year (const char *date, PlannerConference *conference)
{
  const GPtrArray *days = conference ? planner_conference_get_agenda (conference)->days : NULL;
  const PlannerDay *first = days && days->len > 0 ? g_ptr_array_index (days, 0) : NULL;
  const gsize year_length = strlen ("2027");

  return date && first && first->date && strncmp (date, first->date, year_length) != 0;
}

static char *
format_day (PlannerSectionHeading *self)
{
  const char *date = planner_entry_get_day (self->entry)->date;

  return is_of_other_year (date, self->conference) ? planner_format_day_long (date)
                                                   : planner_format_day (date);
}

static gboolean
starts_day (PlannerSectionHeading *self)
{
  g_autoptr (PlannerEntry) before =
      self->model && self->start > 0 ? g_list_model_get_item (self->model, self->start - 1) : NULL;

  return !before ||
         !g_str_equal (planner_entry_get_day (before)->date, planner_entry_get_day (self->entry)->date);
}

/* @classes: (transfer none): the style classes of the label, %NULL-terminated */
static GtkLabel *
make_label (int level, const char *const *classes)
{
  GtkLabel *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                  "css-classes", classes, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);

  return label;
}

static void
show_day (PlannerSectionHeading *self, const char *day)
{
  static const char *const classes[] = { "title-4", NULL };

  if (day && !self->day)
    {
      self->day = make_label (2, classes);
      gtk_box_prepend (GTK_BOX (self), GTK_WIDGET (self->day));
    }
  if (!self->day)
    return;

  gtk_label_set_label (self->day, day ? day : "");
  gtk_widget_set_visible (GTK_WIDGET (self->day), day != NULL);
}

static void
update (PlannerSectionHeading *self)
{
  g_autoptr (GTimeZone) local = self->local_time ? g_time_zone_new_local () : NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  if (!self->entry)
    return;

  day = starts_day (self) ? format_day (self) : NULL;
  show_day (self, day);
  time = planner_format_start (planner_entry_get_session (self->entry), local);
  gtk_label_set_label (self->time, time);
}

static void
planner_section_heading_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerSectionHeading *self = PLANNER_SECTION_HEADING (object);

  switch ((PlannerSectionHeadingProperty) property_id)
    {
    case PROP_MODEL:
      g_value_set_object (value, self->model);
      break;
    case PROP_ENTRY:
      g_value_set_object (value, self->entry);
      break;
    case PROP_CONFERENCE:
      g_value_set_object (value, self->conference);
      break;
    case PROP_START:
      g_value_set_uint (value, self->start);
      break;
    case PROP_LOCAL_TIME:
      g_value_set_boolean (value, self->local_time);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_section_heading_set_property (GObject *object,
                                      guint property_id,
                                      const GValue *value,
                                      GParamSpec *pspec)
{
  PlannerSectionHeading *self = PLANNER_SECTION_HEADING (object);

  switch ((PlannerSectionHeadingProperty) property_id)
    {
    case PROP_MODEL:
      g_set_object (&self->model, g_value_get_object (value));
      break;
    case PROP_ENTRY:
      g_set_object (&self->entry, g_value_get_object (value));
      g_signal_group_set_target (self->entry_signals, self->entry);
      break;
    case PROP_CONFERENCE:
      g_set_object (&self->conference, g_value_get_object (value));
      break;
    case PROP_START:
      self->start = g_value_get_uint (value);
      break;
    case PROP_LOCAL_TIME:
      self->local_time = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
  update (self);
}

static void
planner_section_heading_dispose (GObject *object)
{
  PlannerSectionHeading *self = PLANNER_SECTION_HEADING (object);

  g_clear_object (&self->entry_signals);
  g_clear_object (&self->model);
  g_clear_object (&self->entry);
  g_clear_object (&self->conference);

  G_OBJECT_CLASS (planner_section_heading_parent_class)->dispose (object);
}

static void
planner_section_heading_class_init (PlannerSectionHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_section_heading_get_property;
  object_class->set_property = planner_section_heading_set_property;
  object_class->dispose = planner_section_heading_dispose;

  properties[PROP_MODEL] = g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, PLANNER_TYPE_ENTRY, flags);
  properties[PROP_CONFERENCE] =
      g_param_spec_object ("conference", NULL, NULL, PLANNER_TYPE_CONFERENCE, flags);
  properties[PROP_START] = g_param_spec_uint ("start", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOCAL_TIME] = g_param_spec_boolean ("local-time", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

/* A list has about fifty headings, so they are made without a template and without a label for the day that few of them show. */
static void
planner_section_heading_init (PlannerSectionHeading *self)
{
  static const char *const classes[] = { "heading", "secondary", "numeric", NULL };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), DAY_GAP);
  gtk_widget_add_css_class (GTK_WIDGET (self), "section-heading");
  self->time = make_label (3, classes);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->time));
  self->entry_signals = g_signal_group_new (PLANNER_TYPE_ENTRY);
  g_signal_group_connect_swapped (self->entry_signals, "notify::session", G_CALLBACK (update), self);
}

static gboolean
has_entry_at (PlannerSectionHeading *self, guint position)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (self->model, position);

  return entry && entry == self->entry;
}

/* GTK does not report the new start of a section when sections above it come or go. If the first entry is at neither position, GTK
 * gives the heading to another section. */
static void
items_changed_cb (PlannerSectionHeading *self, guint position, guint n_removed, guint n_added)
{
  if (!self->entry || position > self->start)
    return;

  if (!has_entry_at (self, self->start) && has_entry_at (self, self->start + n_added - n_removed))
    self->start += n_added - n_removed;
  if (has_entry_at (self, self->start))
    update (self);
}

PlannerSectionHeading *
planner_section_heading_new (GListModel *model)
{
  PlannerSectionHeading *self = g_object_new (PLANNER_TYPE_SECTION_HEADING, "model", model, NULL);

  g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static void
page_changed_cb (PlannerSectionHeading *self, GParamSpec *pspec, GObject *page)
{
  static const char *const followed[] = { "conference", "local-time", NULL };
  g_auto (GValue) value = G_VALUE_INIT;

  if (!g_strv_contains (followed, pspec->name))
    return;

  g_object_get_property (page, pspec->name, &value);
  g_object_set_property (G_OBJECT (self), pspec->name, &value);
}

static void
header_changed_cb (PlannerSectionHeading *self, GParamSpec *pspec, GtkListHeader *header)
{
  g_object_set (self, "start", gtk_list_header_get_start (header), "entry", gtk_list_header_get_item (header),
                NULL);
}

/**
 * planner_section_heading_set_up:
 * @header: a header of a list of entries
 * @model: the entries of the list in sections
 * @page: an object with the properties conference and local-time, which the heading follows
 *
 * Makes a heading for the section of @header. A handler takes less memory than a binding for each property.
 */
void
planner_section_heading_set_up (GtkListHeader *header, GListModel *model, gpointer page)
{
  PlannerSectionHeading *heading = planner_section_heading_new (model);
  g_autoptr (PlannerConference) conference = NULL;
  gboolean local_time;

  g_object_get (page, "conference", &conference, "local-time", &local_time, NULL);
  g_object_set (heading, "conference", conference, "local-time", local_time, NULL);
  g_signal_connect_object (page, "notify", G_CALLBACK (page_changed_cb), heading, G_CONNECT_SWAPPED);
  g_signal_connect_object (header, "notify", G_CALLBACK (header_changed_cb), heading, G_CONNECT_SWAPPED);
  header_changed_cb (heading, NULL, header);
  gtk_list_header_set_child (header, GTK_WIDGET (heading));
}

/**
 * planner_section_heading_get_entry:
 *
 * Returns: (nullable) (transfer none): the first entry below the heading
 */
PlannerEntry *
planner_section_heading_get_entry (PlannerSectionHeading *self)
{
  g_return_val_if_fail (PLANNER_IS_SECTION_HEADING (self), NULL);

  return self->entry;
}
