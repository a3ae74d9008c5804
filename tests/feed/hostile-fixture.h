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

/* Returns @start, then @part @n times, then @end. */
GBytes *repeat (const char *start, const char *part, guint n, const char *end);

/* These functions free the bytes. */
PlannerAgenda *read_bounded (GBytes *bytes, PlannerReport *report);

/* @words: (nullable): a pattern that the message of the error matches */
void assert_refused_with (GBytes *bytes, PlannerFeedError code, const char *words);
void assert_refused (GBytes *bytes, PlannerFeedError code);

/* Cuts a schedule at every byte from @shortest, and asserts that it is refused as truncated. */
void assert_every_cut_refused (const char *whole, gsize shortest);
void assert_cancelled_before (GBytes *bytes);

/* Cancels in another thread while the schedule is read. */
void assert_cancelled_meanwhile (GBytes *bytes);
