/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/xml/planner-feed-xml-reader.h"

G_BEGIN_DECLS

int planner_xml_enter (PlannerXmlReader *self);
PlannerXmlStep planner_xml_step (PlannerXmlReader *self, int depth);
gboolean planner_xml_next_child (PlannerXmlReader *self, int depth);
gboolean planner_xml_is_at (PlannerXmlReader *self, const char *name);
const char *planner_xml_get_name (PlannerXmlReader *self);
char *planner_xml_make_where (PlannerXmlReader *self);
char *planner_xml_dup_attribute (PlannerXmlReader *self, const PlannerPlace *place, const char *attribute);
char *planner_xml_dup_first_attribute (PlannerXmlReader *self,
                                       const PlannerPlace *place,
                                       const char *const *attributes);
char *planner_xml_dup_line (PlannerXmlReader *self, const PlannerPlace *place);
void planner_xml_take_line (PlannerXmlReader *self, const PlannerPlace *place, char **line);
void planner_xml_add_value (PlannerXmlReader *self,
                            const PlannerPlace *place,
                            PlannerText *text,
                            PlannerTextKind kind);
gboolean planner_xml_add_field (PlannerXmlReader *self,
                                const PlannerPlace *place,
                                gpointer target,
                                const PlannerTextField *fields);
gboolean planner_xml_read_bool (PlannerXmlReader *self, const PlannerPlace *place);

G_END_DECLS
