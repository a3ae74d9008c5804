/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs the planner on its own session bus. D-Bus starts the agent with folders, a store and a notification server that
 * belong to the test. The test waits for messages of the bus and never sleeps. */

#pragma once

#include "config.h"

#include "files.h"
#include "store/database.h"

#include "library/planner-import.h"
#include "store/planner-store-conferences.h"
#include "store/planner-store-stars.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define OBJECT_PATH "/org/gotc/Planner/Devel"
#define MINUTE_S 60

/* A call of AddNotification or RemoveNotification. */
typedef struct
{
  char *id;
  GVariant *content; /* (nullable): of AddNotification */
} Told;

typedef struct
{
  char *folder;
  GTestDBus *bus;
  GDBusConnection *connection;
  GPtrArray *told;   /* calls of the notification server since the test last cleared this */
  GPtrArray *calls;  /* the options of each call of the background portal */
  GPtrArray *opened; /* the addresses of each call of the portal to open one */
  guint32 portal_response;
  gboolean portal_grants;
  char *owner; /* of the planner's bus name; "" when nobody owns it */
  guint n_owners;
  PlannerStore *store;
  gint64 conference_id;
  gint64 now_utc; /* all editions of the schedule are relative to this time */
  PlannerAgenda *agenda;
} AgentFixture;

GVariant *agent_call (AgentFixture *fixture,
                      const char *name,
                      const char *path,
                      const char *interface,
                      const char *method,
                      GVariant *parameters);
void agent_set_remind_when_closed (AgentFixture *fixture, gboolean wanted);
void agent_change_store (AgentFixture *fixture, const char *statement);
char *agent_write_feed (AgentFixture *fixture, const int *starts_s, guint n);

/* Adds a conference with sessions that start at these seconds from now, and stars all of them. */
void agent_fill_store (AgentFixture *fixture, const int *starts_s, guint n);
char *agent_make_id (AgentFixture *fixture, guint index);

/* @data: the notification server of the desktop: "gtk", "portal", or "" for none */
void agent_set_up (AgentFixture *fixture, gconstpointer data);
void agent_tear_down (AgentFixture *fixture, gconstpointer data);
const char *agent_find_string (GVariant *dictionary, const char *key);
void agent_iterate (void);
void agent_wait_for_owner (AgentFixture *fixture);
void agent_wait_for_end (AgentFixture *fixture);
void agent_wait_for_new_owner (AgentFixture *fixture);

/* Starts the agent by D-Bus activation. */
void agent_start (AgentFixture *fixture);
guint agent_get_pid (AgentFixture *fixture);

/* Returns a file of /proc of the process that owns the bus name, with spaces instead of NUL. @file: "cmdline" or "environ" */
char *agent_dup_words (AgentFixture *fixture, const char *file);
char *agent_dup_command (AgentFixture *fixture);
void agent_activate_action (AgentFixture *fixture, const char *action, const char *target);
void agent_activate (AgentFixture *fixture);
