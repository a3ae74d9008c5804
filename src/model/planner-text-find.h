/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *planner_text_find (const char *text, const char *end, const char *word, gsize length);
const char *
planner_text_find_after_boundary (const char *text, const char *end, const char *word, gsize length);
const char *planner_text_find_special (const char *text, const char *end, char a, char b);

G_END_DECLS
