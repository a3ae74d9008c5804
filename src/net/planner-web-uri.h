/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean planner_uri_is_http (GUri *uri);
int planner_uri_get_default_port (GUri *uri);
int planner_uri_get_port (GUri *uri);
gboolean planner_host_is_public (const char *host);

G_END_DECLS
