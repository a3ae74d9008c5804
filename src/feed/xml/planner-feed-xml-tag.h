/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PLANNER_XML_MAX_ATTRIBUTES 50

/* A part of the text; it does not end with NUL. */
typedef struct
{
  const char *start;
  gsize length;
} PlannerXmlSpan;

/**
 * PlannerXmlTag:
 * @end: (nullable): the position after its ">", or %NULL if it has none
 * @is_clean: whether the tag is well-formed
 * @is_empty: whether it ends with "/>"
 *
 * A start tag.
 */
typedef struct
{
  PlannerXmlSpan name;
  PlannerXmlSpan names[PLANNER_XML_MAX_ATTRIBUTES];
  PlannerXmlSpan values[PLANNER_XML_MAX_ATTRIBUTES];
  guint n_attributes;
  GHashTable *html; /* borrowed */
  const char *end;
  gboolean is_clean;
  gboolean is_empty;
} PlannerXmlTag;

gboolean planner_xml_starts_with (const char *p, const char *beginning);
gsize planner_xml_measure_name (const char *p);
GHashTable *planner_xml_references_new (void);
gsize planner_xml_read_reference (GHashTable *html, const char *p, char replacement[8]);
void planner_xml_tag_parse (PlannerXmlTag *self, GHashTable *html, const char *p);
char *planner_xml_tag_to_string (const PlannerXmlTag *self);

G_END_DECLS
