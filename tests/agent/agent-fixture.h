/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The installed planner on a bus of its own: D-Bus starts the agent, which finds folders, a store and a notification
 * server of the test's own. Nothing sleeps: whatever is waited for comes as a message of the bus. */

#pragma once

#include "config.h"

#include "files.h"
#include "store/database.h"

#include "library/planner-import.h"
#include "store/planner-store.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define OBJECT_PATH "/org/gotc/Planner/Devel"
#define MINUTE_S 60

/* A call of AddNotification or RemoveNotification. */
typedef struct
{
  char *id;
  GVariant *content; /* nullable: it was taken away */
} Told;

typedef struct
{
  char *folder;
  GTestDBus *bus;
  GDBusConnection *connection;
  GPtrArray *told;   /* what came to the notification server since it was last looked at */
  GPtrArray *calls;  /* what came to the background portal: the options of each call */
  GPtrArray *opened; /* the addresses that the portal was to open */
  guint32 portal_response;
  gboolean portal_grants;
  char *owner; /* of the planner's name; "" for none */
  guint n_owners;
  PlannerStore *store;
  gint64 conference_id;
  gint64 now_utc; /* of all editions of the schedule */
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

/* All of them starred. */
void agent_fill_store (AgentFixture *fixture, const int *starts_s, guint n);
char *agent_make_id (AgentFixture *fixture, guint index);

/* @data tells how the desktop is: "gtk", "portal", or "" for no notification server at all. */
void agent_set_up (AgentFixture *fixture, gconstpointer data);
void agent_tear_down (AgentFixture *fixture, gconstpointer data);
const char *agent_find_string (GVariant *dictionary, const char *key);
void agent_iterate (void);
void agent_wait_for_owner (AgentFixture *fixture);
void agent_wait_for_end (AgentFixture *fixture);
void agent_wait_for_new_owner (AgentFixture *fixture);

/* By D-Bus activation. */
void agent_start (AgentFixture *fixture);
guint agent_get_pid (AgentFixture *fixture);

/* @file: "cmdline" or "environ" of the process that has the name, with a space after each word. */
char *agent_dup_words (AgentFixture *fixture, const char *file);
char *agent_dup_command (AgentFixture *fixture);
void agent_activate_action (AgentFixture *fixture, const char *action, const char *target);
void agent_activate (AgentFixture *fixture);
