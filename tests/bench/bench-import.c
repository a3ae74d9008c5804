/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Measures the processor time of reading a schedule into an agenda with its folded search text, in turn with that of the
 * parser alone over the same bytes. The parser's time does not include freeing what it made; Planner's does. */

#include "bench/bench-samples.h"
#include "bench/big-schedule.h"

#include "library/planner-import.h"

#include <json-glib/json-glib.h>
#include <libxml/xmlreader.h>
#include <string.h>

static double
parse_json (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const double begin_ms = bench_get_thread_ms ();
  JsonParser *parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, text, (gssize) size, NULL));
  g_object_unref (parser);

  return bench_get_thread_ms () - begin_ms;
}

static double
parse_xml (GBytes *bytes)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const double begin_ms = bench_get_thread_ms ();
  xmlTextReader *reader = xmlReaderForMemory (text, (int) size, NULL, NULL, XML_PARSE_NONET);
  int status;

  do
    status = xmlTextReaderRead (reader);
  while (status == 1);
  g_assert_cmpint (status, ==, 0);
  xmlFreeTextReader (reader);

  return bench_get_thread_ms () - begin_ms;
}

static double
import (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  const double begin_ms = bench_get_thread_ms ();
  g_autoptr (PlannerAgenda) agenda = planner_import_read (bytes, NULL, NULL, NULL, NULL, &error);
  const double end_ms = bench_get_thread_ms ();

  g_assert_no_error (error);
  g_assert_cmpuint (agenda->sessions->len, >=, 1000);

  return end_ms - begin_ms;
}

static void
measure (const char *figure, GBytes *bytes, double (*parse) (GBytes *), guint n_rounds)
{
  parse (bytes);
  import (bytes);
  for (guint i = 0; i < n_rounds; i++)
    {
      bench_print (figure, BENCH_REFERENCE, parse (bytes));
      bench_print (figure, BENCH_PLANNER, import (bytes));
    }
}

int
main (int argc, char *argv[])
{
  const guint n_rounds = argc > 1 ? (guint) atoi (argv[1]) : 15;
  g_autoptr (GBytes) json = big_schedule_read ("json");
  g_autoptr (GBytes) xml = big_schedule_read ("xml");

  measure ("import-json", json, parse_json, n_rounds);
  measure ("import-xml", xml, parse_xml, n_rounds);

  return 0;
}
