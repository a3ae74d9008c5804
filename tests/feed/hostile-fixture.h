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

/* The start, n times the part, the end. */
GBytes *repeat (const char *start, const char *part, guint n, const char *end);

/* All of these free the bytes. */
PlannerAgenda *read_bounded (GBytes *bytes, PlannerReport *report);

/* Words may be NULL. */
void assert_refused_with (GBytes *bytes, PlannerFeedError code, const char *words);
void assert_refused (GBytes *bytes, PlannerFeedError code);

/* Wherever a body is cut, it is no schedule, and is said to be cut. */
void assert_every_cut_refused (const char *whole, gsize shortest);
void assert_cancelled_before (GBytes *bytes);

/* Whenever the reading is stopped, it ends with an error and without a leak. */
void assert_cancelled_meanwhile (GBytes *bytes);
