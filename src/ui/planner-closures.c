/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "planner-closures.h"

#include "planner-color.h"
#include "planner-labels.h"

#include <glib/gi18n.h>

/* Closures of several templates. Each takes the bound object first, which none of them needs. */

static gboolean
is_filled (GObject *object, const char *text)
{
  return text && *text;
}

static char *
get_title (GObject *object, const PlannerSession *session)
{
  return g_strdup (session->title.shown);
}

static char *
get_speakers (GObject *object, const PlannerSession *session)
{
  return planner_session_dup_speaker_names (session);
}

static GdkRGBA *
get_color (GObject *object, const PlannerSession *session)
{
  GdkRGBA rgba;

  if (!session->forum)
    return NULL;

  planner_forum_color (session->forum->name, session->forum->color, &rgba);

  return gdk_rgba_copy (&rgba);
}

static PangoAttrList *
get_attributes (GObject *object, const PlannerSession *session, gboolean withdrawn)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (withdrawn || session->cancelled)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));

  return attributes;
}

/* Never %NULL: GTK complains of a button that names an action without its target, if only for a moment. */
static GVariant *
make_target (GObject *object, PlannerEntry *entry)
{
  return g_variant_new_string (entry ? planner_entry_get_key (entry) : "");
}

/* The style sheet tells filled stars by it. */
static char *
get_star_name (GObject *object, gboolean starred)
{
  return g_strdup (starred ? "starred" : "unstarred");
}

const char *
planner_get_star_icon (gboolean starred, gboolean withdrawn)
{
  if (withdrawn)
    return "window-close-symbolic";

  return starred ? "starred-symbolic" : "non-starred-symbolic";
}

const char *
planner_get_star_label (gboolean starred, gboolean withdrawn)
{
  if (withdrawn)
    return _ ("Dismiss");

  return starred ? _ ("Remove Star") : _ ("Star");
}

static char *
get_star_icon (GObject *object, gboolean starred, gboolean withdrawn)
{
  return g_strdup (planner_get_star_icon (starred, withdrawn));
}

static char *
get_star_tooltip (GObject *object, gboolean starred, gboolean withdrawn)
{
  return g_strdup (planner_get_star_label (starred, withdrawn));
}

/**
 * planner_make_clash:
 * @object: unused
 * @conference: (nullable): the conference of @entry
 * @entry: an entry
 * @clashing: whether it clashes
 *
 * Returns: (nullable) (transfer full): "Clashes with A Talk, Another Talk"
 */
char *
planner_make_clash (GObject *object, PlannerConference *conference, PlannerEntry *entry, gboolean clashing)
{
  g_autoptr (GPtrArray) clashes = NULL;
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  if (!clashing)
    return NULL;

  clashes = conference ? planner_conference_get_clashes (conference, entry) : NULL;
  for (guint i = 0; clashes && i < clashes->len; i++)
    g_ptr_array_add (titles,
                     (gpointer) planner_entry_get_session (g_ptr_array_index (clashes, i))->title.shown);
  g_ptr_array_add (titles, NULL);

  return planner_format_clash ((const char *const *) titles->pdata);
}

void
planner_closures_bind (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, is_filled);
  gtk_widget_class_bind_template_callback (widget_class, get_title);
  gtk_widget_class_bind_template_callback (widget_class, get_speakers);
  gtk_widget_class_bind_template_callback (widget_class, get_color);
  gtk_widget_class_bind_template_callback (widget_class, get_attributes);
  gtk_widget_class_bind_template_callback (widget_class, make_target);
  gtk_widget_class_bind_template_callback (widget_class, get_star_name);
  gtk_widget_class_bind_template_callback (widget_class, get_star_icon);
  gtk_widget_class_bind_template_callback (widget_class, get_star_tooltip);
  gtk_widget_class_bind_template_callback_full (widget_class, "make_clash", G_CALLBACK (planner_make_clash));
}
