/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void planner_cli_set_json (gboolean json);
void planner_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);
void planner_cli_print_json (const char *line);
void planner_cli_print_failure (const char *format, ...) G_GNUC_PRINTF (1, 2);
void planner_cli_print_error (const char *subject, const GError *error);
void planner_cli_print_left_out (guint n_without_day);

G_END_DECLS
