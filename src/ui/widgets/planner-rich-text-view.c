/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-rich-text-view.h"

#include "ui/widgets/planner-link.h"
#include "text/planner-rich-text.h"
#include "text/planner-safe-link.h"

#define INDENT 24
#define MAX_DEPTH 6

struct _PlannerRichTextView
{
  GtkBox parent_instance;

  char *text; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerRichTextView, planner_rich_text_view, GTK_TYPE_BOX)

typedef enum
{
  PROP_TEXT = 1,
} PlannerRichTextViewProperty;

static GParamSpec *properties[PROP_TEXT + 1];

static const char *const css_classes[] = {
  [PLANNER_BLOCK_PARAGRAPH] = "paragraph", [PLANNER_BLOCK_HEADING] = "heading",
  [PLANNER_BLOCK_LIST_ITEM] = "list-item", [PLANNER_BLOCK_CODE] = "code",
  [PLANNER_BLOCK_QUOTE] = "quote",
};

static gboolean
link_activated_cb (GtkLabel *label, const char *uri)
{
  planner_link_open (GTK_WIDGET (label), uri);

  return TRUE;
}

static void
forbid_hyphens (PangoAttrList *attributes, gsize start, gsize end)
{
  PangoAttribute *attribute = pango_attr_insert_hyphens_new (FALSE);

  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (attributes, attribute);
}

/* Pango adds a hyphen where it breaks a word. It would seem to be a part of an address or of code. */
static void
keep_literal (GtkLabel *label, PlannerBlockKind kind)
{
  const char *text = gtk_label_get_text (label);
  const char *end = text + strlen (text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  if (kind == PLANNER_BLOCK_CODE)
    forbid_hyphens (attributes, 0, end - text);
  for (const char *p = text; kind != PLANNER_BLOCK_CODE && p < end;)
    {
      const gsize length = planner_safe_link_measure (text, p, end);

      if (length > 0)
        forbid_hyphens (attributes, p - text, p - text + length);
      p += MAX (length, 1);
    }
  gtk_label_set_attributes (label, attributes);
}

static GtkWidget *
make_label (const PlannerBlock *block)
{
  const gboolean is_heading = block->kind == PLANNER_BLOCK_HEADING;
  GtkWidget *label =
      g_object_new (GTK_TYPE_LABEL, "accessible-role",
                    is_heading ? GTK_ACCESSIBLE_ROLE_HEADING : GTK_ACCESSIBLE_ROLE_LABEL, NULL);

  if (is_heading)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, 3, -1);
  gtk_label_set_markup (GTK_LABEL (label), block->markup);
  keep_literal (GTK_LABEL (label), block->kind);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_classes[block->kind]);
  g_signal_connect (label, "activate-link", G_CALLBACK (link_activated_cb), NULL);

  return label;
}

static GtkWidget *
make_block (const PlannerBlock *block)
{
  GtkWidget *label = make_label (block);
  const int indent = INDENT * (int) MIN (block->depth, MAX_DEPTH);
  GtkWidget *marker, *box;

  if (!block->marker)
    {
      gtk_widget_set_margin_start (label, indent);

      return label;
    }

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  marker = gtk_label_new (block->marker);
  gtk_widget_set_valign (marker, GTK_ALIGN_START);
  gtk_widget_set_size_request (marker, INDENT - 8, -1);
  gtk_widget_add_css_class (marker, "marker");
  gtk_widget_set_margin_start (box, indent);
  gtk_box_append (GTK_BOX (box), marker);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
show_blocks (PlannerRichTextView *self)
{
  g_autoptr (GPtrArray) blocks = self->text ? planner_rich_text_parse (self->text) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; blocks && i < blocks->len; i++)
    gtk_box_append (GTK_BOX (self), make_block (g_ptr_array_index (blocks, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), blocks && blocks->len > 0);
}

static void
planner_rich_text_view_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  PlannerRichTextView *self = PLANNER_RICH_TEXT_VIEW (object);

  switch ((PlannerRichTextViewProperty) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_rich_text_view_set_property (GObject *object,
                                     guint property_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  PlannerRichTextView *self = PLANNER_RICH_TEXT_VIEW (object);

  switch ((PlannerRichTextViewProperty) property_id)
    {
    case PROP_TEXT:
      planner_rich_text_view_set_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
planner_rich_text_view_finalize (GObject *object)
{
  PlannerRichTextView *self = PLANNER_RICH_TEXT_VIEW (object);

  g_free (self->text);

  G_OBJECT_CLASS (planner_rich_text_view_parent_class)->finalize (object);
}

static void
planner_rich_text_view_class_init (PlannerRichTextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = planner_rich_text_view_get_property;
  object_class->set_property = planner_rich_text_view_set_property;
  object_class->finalize = planner_rich_text_view_finalize;

  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_rich_text_view_init (PlannerRichTextView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "rich-text");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
planner_rich_text_view_new (const char *text)
{
  return g_object_new (PLANNER_TYPE_RICH_TEXT_VIEW, "text", text, NULL);
}

void
planner_rich_text_view_set_text (PlannerRichTextView *self, const char *text)
{
  g_return_if_fail (PLANNER_IS_RICH_TEXT_VIEW (self));

  if (!g_set_str (&self->text, text))
    return;

  show_blocks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
