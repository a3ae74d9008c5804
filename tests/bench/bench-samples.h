/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Prints the samples of a benchmark, one a line: the figure, who was measured, and the value. run.py reads them. */

#pragma once

#include <glib.h>
#include <time.h>

/* Those that a figure compares. */
#define BENCH_REFERENCE "reference"
#define BENCH_PLANNER "planner"

/* Returns the processor time of this thread, in milliseconds. Other programs on the machine hardly change it. */
static inline double
bench_get_thread_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static inline void
bench_print (const char *figure, const char *who, double value)
{
  g_print ("%s\t%s\t%.4f\n", figure, who, value);
}
