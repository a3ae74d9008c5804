/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/xml/planner-feed-xml-reader.h"

G_BEGIN_DECLS

gboolean planner_xml_read_event (PlannerXmlReader *self, int day, const char *room, GError **error);

G_END_DECLS
