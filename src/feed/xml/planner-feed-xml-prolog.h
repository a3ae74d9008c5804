/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *planner_xml_skip_past (const char *p, const char *delimiter);
const char *planner_xml_skip_prolog (const char *p, const char **entity);
char *planner_xml_dup_root (const char *text);

G_END_DECLS
