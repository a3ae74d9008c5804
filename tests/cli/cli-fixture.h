/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the program without a display, with its data in a folder of the test. */

#pragma once

#include "files.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#define FEED                                                                                                  \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Test Conference\",\"acronym\":\"test\","      \
  "\"time_zone_name\":\"Europe/Berlin\",\"days\":[{\"index\":1,\"date\":\"2026-07-01\",\"rooms\":{\"Hall\":[" \
  "{\"guid\":\"11111111-1111-4111-8111-111111111111\",\"id\":1,\"title\":\"C++ café\","                       \
  "\"date\":\"2026-07-01T10:00:00+02:00\",\"start\":\"10:00\",\"duration\":\"01:00\",\"room\":\"Hall\","      \
  "\"track\":\"Main\",\"persons\":[{\"id\":7,\"public_name\":\"Ada\"}]},"                                     \
  "{\"guid\":\"22222222-2222-4222-8222-222222222222\",\"id\":2,\"title\":\"Lunch\","                          \
  "\"date\":\"2026-07-01T10:30:00+02:00\",\"start\":\"10:30\",\"duration\":\"9x\",\"room\":\"Yard\","         \
  "\"track\":null,\"persons\":[]}]}}]}}}"

typedef struct
{
  char *folder;
  char *feed;
  char *output;
  char *errors;
  int status;
} Fixture;

void run (Fixture *fixture, const char *first, ...);

/* Returns: (nullable) (transfer full): the content of a file in the folder of the test */
char *dup_contents (Fixture *fixture, const char *name);
GPtrArray *parse_lines (const char *output);
JsonObject *get_line (GPtrArray *lines, guint index);
void cli_set_up (Fixture *fixture, gconstpointer data);
void cli_tear_down (Fixture *fixture, gconstpointer data);

static inline void
add_test (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, cli_set_up, test, cli_tear_down);
}
