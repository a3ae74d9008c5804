/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "net/fakes.h"
#include "net/fetching.h"
#include "net/listening.h"

#define MIB (1024 * 1024)

typedef struct _Fixture Fixture;

typedef void (*AnswerFunc) (Fixture *f, SoupServerMessage *message, const char *path);

struct _Fixture
{
  SoupServer *server;
  char *http;  /* the server's address, without a slash at its end */
  char *https; /* %NULL until listen_tls () */
  FakeMonitor *monitor;
  PlannerFetcher *fetcher;
  AnswerFunc answer;
  const void *answer_data;
  guint n_requests;
  gsize n_raw_written;
  gboolean raw_done;
  SoupMessageHeaders *asked; /* of the last request */
  GPtrArray *held;           /* messages without an answer until the end of the test */
};

void serving_set_up (Fixture *f, gconstpointer data);
void serving_tear_down (Fixture *f, gconstpointer data);
void listen_tls (Fixture *f);
void trust_tls (Fixture *f);
void use_limits (Fixture *f, guint max_bytes, guint idle_timeout_ms, guint deadline_ms);
void set_header (SoupServerMessage *message, const char *name, const char *value);
void set_body (SoupServerMessage *message, const char *type, const char *body);
void answer_plain (Fixture *f, SoupServerMessage *message, const char *path);
void answer_status (Fixture *f, SoupServerMessage *message, const char *path);

/* Sends the first chunk and then nothing. */
void answer_stall (Fixture *f, SoupServerMessage *message, const char *path);
GBytes *gzip (gsize n_zeros);
void answer_gzip (Fixture *f, SoupServerMessage *message, const char *path);
void answer_long (Fixture *f, SoupServerMessage *message, const char *path);
void answer_loop (Fixture *f, SoupServerMessage *message, const char *path);

/* Sends bytes as they stand and closes the connection. */
void answer_raw (Fixture *f, SoupServerMessage *message, const char *path);

/* Sends one byte every 5 ms and never ends. */
void answer_drip (Fixture *f, SoupServerMessage *message, const char *path);
void answer_hold (Fixture *f, SoupServerMessage *message, const char *path);

/* Adds a test to /net/fetcher/. */
static inline void
add (const char *path, gconstpointer data, void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *whole = g_strconcat ("/net/fetcher/", path, NULL);

  g_test_add (whole, Fixture, data, serving_set_up, test, serving_tear_down);
}

/* Runs the tests without a proxy and without the resolver of the machine. */
int run_tests (void);
