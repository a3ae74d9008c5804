/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GUri *planner_uri_parse (const char *address);
GUri *planner_uri_parse_relative (GUri *base, const char *reference);
gboolean planner_uri_is_http (GUri *uri);
gboolean planner_uri_has_host (GUri *uri);
int planner_uri_get_default_port (GUri *uri);
int planner_uri_get_port (GUri *uri);
gboolean planner_host_is_public (const char *host);

G_END_DECLS
