/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures how the time of each reader grows with its input, at 1, 2, 4 and 8 times the size. The time of a linear reader
 * doubles at each step. Prints the largest ratio of the last step, and a table on standard error: the processor time in
 * milliseconds and the ratio of each step. */

#include "bench/bench-samples.h"
#include "feed/growing-fixture.h"

#include "text/planner-rich-text.h"

#include <time.h>

#define N_STEPS 4
#define N_ITEMS 1000
#define TEXT_BYTES (32 * 1024)
#define LEAST_MS 2.0 /* shorter times are not compared */

static const char *const kind_names[] = { "ordinary", "equal hashes", "hostile texts" };

/* Returns: the ratio of the last step, or 0 when it is too short */
static double
print_row (const char *name, const char *kind, const double times_ms[N_STEPS])
{
  const double last = times_ms[N_STEPS - 1] / times_ms[N_STEPS - 2];

  g_printerr ("%-16s %-14s", name, kind);
  for (guint i = 0; i < N_STEPS; i++)
    g_printerr (" %8.1f", times_ms[i]);
  for (guint i = 1; i < N_STEPS; i++)
    g_printerr (" %6.2f", times_ms[i] / times_ms[i - 1]);
  g_printerr ("\n");

  return times_ms[N_STEPS - 2] > LEAST_MS ? last : 0;
}

static double
measure_format (const GrowingFormat *format, GrowingKind kind)
{
  const guint n_items = MIN (N_ITEMS, format->max_items >> (N_STEPS - 1));
  double times_ms[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (GBytes) bytes = make_growing (format, n_items << i, kind);

      times_ms[i] = (double) measure_reading (bytes) / 1000.0;
    }

  return print_row (format->name, kind_names[kind], times_ms);
}

/* Returns the shorter of two times. */
static double
measure_text (const char *pattern, gsize length)
{
  GString *text = g_string_new (NULL);
  double shortest_ms = G_MAXDOUBLE;

  while (text->len < length)
    g_string_append (text, pattern);
  for (guint i = 0; i < 2; i++)
    {
      const clock_t begin = clock ();
      g_autoptr (GPtrArray) blocks = planner_rich_text_parse (text->str);

      shortest_ms = MIN (shortest_ms, (double) (clock () - begin) * 1000.0 / CLOCKS_PER_SEC);
      g_assert_nonnull (blocks);
    }
  g_string_free (text, TRUE);

  return shortest_ms;
}

static double
measure_pattern (const char *pattern)
{
  double times_ms[N_STEPS];

  for (guint i = 0; i < N_STEPS; i++)
    times_ms[i] = measure_text (pattern, TEXT_BYTES << i);

  return print_row ("text", pattern, times_ms);
}

int
main (void)
{
  static const char *const patterns[] = { "plain words ", "<!--",   "<![CDATA[", "[a](", "**a ",   "``a ",
                                          "&amp;&",       "<b>",    "](x) ",     "_a ",  "<a ",    "![a][b]",
                                          "* * ",         "&#x41;", "> > ",      "<p",   "http:/", "a@b." };
  double largest = 0;

  g_printerr ("%-16s %-14s %8s %8s %8s %8s %6s %6s %6s\n", "reader", "input", "1x ms", "2x ms", "4x ms",
              "8x ms", "2/1", "4/2", "8/4");
  for (guint i = 0; i < N_GROWING_FORMATS; i++)
    for (GrowingKind kind = GROWING_ORDINARY; kind <= GROWING_HOSTILE_TEXTS; kind++)
      largest = MAX (largest, measure_format (&growing_formats[i], kind));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    largest = MAX (largest, measure_pattern (patterns[i]));

  bench_print ("growth-readers", BENCH_PLANNER, largest);

  return 0;
}
