/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/sessions/planner-forum-text.h"

#include "text/planner-rich-text.h"
#include "ui/widgets/planner-rich-text-view.h"

#include <glib/gi18n.h>
#include <string.h>

/* A plain text up to this length, in characters, is shown without a button for the rest. */
#define MAX_SHORT_TEXT 160

struct _PlannerForumText
{
  AdwBin parent_instance;

  GtkLabel *summary;            /* template child */
  PlannerRichTextView *text;    /* template child */
  GtkToggleButton *more_button; /* template child */

  char *shown; /* owned, nullable: the description */
};

G_DEFINE_FINAL_TYPE (PlannerForumText, planner_forum_text, ADW_TYPE_BIN)

static char *
get_more_label (GObject *object, gboolean active)
{
  return g_strdup (active ? _ ("Show Less") : _ ("Show More"));
}

static void
planner_forum_text_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNER_TYPE_FORUM_TEXT);

  G_OBJECT_CLASS (planner_forum_text_parent_class)->dispose (object);
}

static void
planner_forum_text_finalize (GObject *object)
{
  g_free (PLANNER_FORUM_TEXT (object)->shown);

  G_OBJECT_CLASS (planner_forum_text_parent_class)->finalize (object);
}

static void
planner_forum_text_class_init (PlannerForumTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = planner_forum_text_dispose;
  G_OBJECT_CLASS (klass)->finalize = planner_forum_text_finalize;

  g_type_ensure (PLANNER_TYPE_RICH_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gotc/Planner/ui/planner-forum-text.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannerForumText, summary);
  gtk_widget_class_bind_template_child (widget_class, PlannerForumText, text);
  gtk_widget_class_bind_template_child (widget_class, PlannerForumText, more_button);
  gtk_widget_class_bind_template_callback (widget_class, get_more_label);
}

static void
planner_forum_text_init (PlannerForumText *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_description (PlannerForumText *self)
{
  g_autofree char *plain = planner_rich_text_to_plain (self->shown);

  gtk_label_set_label (self->summary, plain);
  planner_rich_text_view_set_text (self->text, self->shown);
  gtk_toggle_button_set_active (self->more_button, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button),
                          g_utf8_strlen (plain, -1) > MAX_SHORT_TEXT || strchr (plain, '\n'));
}

/**
 * planner_forum_text_set_forum:
 * @forum: (nullable): the forum whose description to show
 */
void
planner_forum_text_set_forum (PlannerForumText *self, const PlannerForum *forum)
{
  const char *description = forum ? forum->description.shown : NULL;

  g_return_if_fail (PLANNER_IS_FORUM_TEXT (self));

  gtk_widget_set_visible (GTK_WIDGET (self), description != NULL);
  if (g_set_str (&self->shown, description) && description)
    show_description (self);
}
