/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-filter-chips.h"

#include "words/planner-filter-words.h"

#include <glib/gi18n.h>

/* The most characters of a chip, so that several fit beside each other. */
#define MAX_CHIP_CHARS 24

struct _PlannerFilterChips
{
  AdwBin parent_instance;

  GtkBox *box; /* borrowed: within the child */
};

G_DEFINE_FINAL_TYPE (PlannerFilterChips, planner_filter_chips, ADW_TYPE_BIN)

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
chip_clicked_cb (PlannerFilterChips *self, GtkWidget *chip)
{
  const guint part = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "part"));

  g_signal_emit (self, signals[SIGNAL_REMOVED], 0, part);
}

static GtkWidget *
make_content (const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHIP_CHARS);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));

  return box;
}

static void
add_chip (PlannerFilterChips *self, PlannerFilterPart part, const char *text)
{
  GtkWidget *chip = gtk_button_new ();
  /* Translators: %s is a filter, such as "Room: Janson". */
  g_autofree char *name = g_strdup_printf (_ ("Remove filter %s"), text);

  gtk_button_set_child (GTK_BUTTON (chip), make_content (text));
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, _ ("Remove Filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "part", GUINT_TO_POINTER (part));
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->box, chip);
}

static void
planner_filter_chips_class_init (PlannerFilterChipsClass *klass)
{
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", PLANNER_TYPE_FILTER_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

/* The chips scroll in one line, so that they leave room for the list in small windows. */
static GtkWidget *
create_scroller (GtkWidget *child)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  gtk_scrollable_set_hscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), child);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), viewport);

  return scroller;
}

static void
planner_filter_chips_init (PlannerFilterChips *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 3);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filters"),
                                  -1);
  adw_bin_set_child (ADW_BIN (self), create_scroller (GTK_WIDGET (self->box)));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * planner_filter_chips_show:
 * @filter: (nullable): the filter to show
 * @agenda: (nullable): the agenda that is filtered; without it there are no chips
 */
void
planner_filter_chips_show (PlannerFilterChips *self, const PlannerFilter *filter, const PlannerAgenda *agenda)
{
  const gboolean shown = filter && agenda && !planner_filter_is_empty (filter);

  g_return_if_fail (PLANNER_IS_FILTER_CHIPS (self));

  while (gtk_widget_get_first_child (GTK_WIDGET (self->box)))
    gtk_box_remove (self->box, gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  for (guint part = 0; shown && part < PLANNER_FILTER_N_PARTS; part++)
    if (planner_filter_has (filter, part))
      {
        g_autofree char *text = planner_format_filter_part (filter, part, agenda);

        add_chip (self, part, text);
      }
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}
