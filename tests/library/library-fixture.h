/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Provides a library whose store and schedule are in a temporary folder. */

#pragma once

#include "files.h"
#include "store/database.h"
#include "library/loading.h"

#include "feed/planner-feed-error.h"

typedef struct
{
  char *folder;
  char *store_path;
  char *feed_path;
  PlannerFetcher *fetcher;
  PlannerLibrary *library;
} Fixture;

#define EVENT(guid, title, start, room)                                                                      \
  "{\"guid\":\"" guid "\",\"id\":1,\"title\":\"" title "\",\"date\":\"2036-07-01T" start                     \
  ":00+02:00\",\"start\":\"" start "\",\"duration\":\"01:00\",\"room\":\"" room                              \
  "\",\"track\":\"Main\",\"persons\":[]}"

#define FEED(version, events)                                                                                \
  "{\"schedule\":{\"version\":\"" version                                                                    \
  "\",\"conference\":{\"title\":\"Test Conference\",\"acronym\":\"test\","                                   \
  "\"days\":[{\"index\":1,\"date\":\"2036-07-01\",\"rooms\":{\"Hall\":[" events "]}}]}}}"

#define A "11111111-1111-4111-8111-111111111111"
#define B "22222222-2222-4222-8222-222222222222"
#define C "33333333-3333-4333-8333-333333333333"

/* A file that is no schedule, and the error for it. */
typedef struct
{
  const char *name;
  const char *body;
  PlannerFeedError code;
} Bad;

static const Bad bad_feeds[] = {
  { "empty", "", PLANNER_FEED_ERROR_EMPTY },
  { "web-page", "<!DOCTYPE html><html><body>Sign in</body></html>", PLANNER_FEED_ERROR_WEB_PAGE },
  { "truncated", "{\"schedule\":{\"version\":\"2\",\"conference\":{\"title\":\"T",
    PLANNER_FEED_ERROR_TRUNCATED },
  { "no-sessions", FEED ("2", ""), PLANNER_FEED_ERROR_NO_SESSIONS },
  { "directory",
    "{\"directory\":{\"conferences\":[{\"name\":\"A\",\"start\":\"2027-01-01\",\"end\":\"2027-01-01\",\"address\":"
    "\"https://example.org/a\"}]}}",
    PLANNER_FEED_ERROR_DIRECTORY },
};

void write_feed (Fixture *fixture, const char *text);
void reopen_library (Fixture *fixture);

/* Changes the database while the library is closed, as another program could. */
void change_store (Fixture *fixture, const char *statement);
PlannerConference *add (Fixture *fixture, GError **error);
gboolean refresh (PlannerConference *conference, GError **error);
void set_starred (PlannerConference *conference, const char *key, gboolean starred);
void set_plan_b (PlannerConference *conference, const char *key, gboolean plan_b);
PlannerConference *get_last (Fixture *fixture);
void library_set_up (Fixture *fixture, gconstpointer data);
void library_tear_down (Fixture *fixture, gconstpointer data);

static inline void
add_test (const char *path, void (*test) (Fixture *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Fixture, data, library_set_up, test, library_tear_down);
}
