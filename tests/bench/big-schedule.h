/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes schedules of any size. A day has 368 sessions in 92 rooms, as at 36C3. */

#pragma once

#include <glib.h>

#define BIG_SESSIONS 1351 /* of 36C3 */
#define BIG_SENTENCES 40  /* 2 kB of text, as at 36C3 */

/* Returns: (transfer full): a schedule in JSON, with this many sentences in each session */
char *big_schedule_make_json (guint n_sessions, guint n_sentences);
char *big_schedule_make_xml (guint n_sessions, guint n_sentences);

/* Returns: (transfer full): the schedule of 36C3 from the folder of real schedules, or one as large if it is missing.
 * @format is "json" or "xml". */
GBytes *big_schedule_read (const char *format);
