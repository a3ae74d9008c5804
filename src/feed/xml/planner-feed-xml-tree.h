/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlDoc *planner_xml_tree_parse (const char *text, GError **error);
xmlNode *planner_xml_tree_first (xmlNode *parent, const char *name);
xmlNode *planner_xml_tree_next (xmlNode *node, const char *name);
gboolean planner_xml_tree_is (const xmlNode *node, const char *name);
char *planner_xml_tree_dup_content (xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
