/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/xml/planner-feed-xml-reader.h"

G_BEGIN_DECLS

void planner_xml_fill_person (PlannerXmlReader *self, const PlannerPlace *place, PlannerDraftPerson *person);
char *planner_xml_read_track_name (PlannerXmlReader *self, const PlannerPlace *place);
void planner_xml_read_tracks (PlannerXmlReader *self);
void planner_xml_read_track (PlannerXmlReader *self);
void planner_xml_read_rooms (PlannerXmlReader *self);
GHashTable *planner_xml_persons_new (void);
void planner_xml_read_listed_persons (PlannerXmlReader *self);
void planner_xml_add_listed_persons (PlannerXmlReader *self);

G_END_DECLS
