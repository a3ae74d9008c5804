/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *planner_base64url_encode (const guint8 *data, gsize n_bytes);
GBytes *planner_base64url_decode (const char *text);

G_END_DECLS
