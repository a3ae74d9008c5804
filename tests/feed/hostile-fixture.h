/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/feed-fixture.h"

typedef struct
{
  const char *name;
  const char *text;
  PlannerFeedError code;
  const char *words;
} ErrorCase;

/* Returns: the start, the part n times, and the end */
GBytes *repeat (const char *start, const char *part, guint n, const char *end);

/* All of these functions free the bytes. */
PlannerAgenda *read_bounded (GBytes *bytes, PlannerReport *report);

/* Words may be NULL. */
void assert_refused_with (GBytes *bytes, PlannerFeedError code, const char *words);
void assert_refused (GBytes *bytes, PlannerFeedError code);

/* Cuts a schedule at every byte. Each part is refused as cut off. */
void assert_every_cut_refused (const char *whole, gsize shortest);
void assert_cancelled_before (GBytes *bytes);

/* Cancels reading at many moments. It always ends with an error and without a leak. */
void assert_cancelled_meanwhile (GBytes *bytes);
