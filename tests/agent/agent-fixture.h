/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The real programs on a private bus, with their own folders, store and notification service. D-Bus starts the agent. Tests
 * wait for messages of the bus and never sleep. */

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
  GVariant *content; /* nullable: the notification was withdrawn */
} Received;

typedef struct
{
  char *folder;
  GTestDBus *bus;
  GDBusConnection *connection;
  guint subscription;  /* of the changes of the owner of the bus name */
  GPtrArray *received; /* the calls of the notification service, in order */
  GPtrArray *calls;    /* the options of each call of the Background portal */
  GPtrArray *opened;   /* the addresses given to the OpenURI portal */
  guint32 portal_response;
  gboolean portal_grants;
  char *owner; /* the owner of the planner's bus name; "" for none */
  guint n_owners;
  PlannerStore *store;
  gint64 conference_id;
  gint64 now_utc; /* the time that starts_s counts from */
  guint n_conferences;
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

/* @starts_s: the starts of the sessions, in seconds from now */
char *agent_write_feed (AgentFixture *fixture, guint conference, const int *starts_s, guint n);

/* Adds another conference, whose number becomes fixture->conference_id. */
void agent_add_conference (AgentFixture *fixture, const int *starts_s, guint n);

/* Stars a session of the conference that was added last. */
void agent_star (AgentFixture *fixture, guint index);

/* Adds a conference and stars all its sessions. */
void agent_fill_store (AgentFixture *fixture, const int *starts_s, guint n);
char *agent_make_id (AgentFixture *fixture, guint index);

/* @data: the notification service: "gtk", "portal", or "" for none */
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

/* Returns: the seconds until the timer of the agent ends, rounded up; 0 if it is not set */
guint agent_get_timer_s (AgentFixture *fixture);

/* Waits until the agent has planned and set its timer. */
void agent_wait_until_idle (AgentFixture *fixture);

/* @file: "cmdline" or "environ" in /proc of the owner of the bus name; a space ends each word */
char *agent_dup_words (AgentFixture *fixture, const char *file);
char *agent_dup_command (AgentFixture *fixture);
void agent_activate_action (AgentFixture *fixture, const char *action, const char *target);

/* Tells the agent that another process has changed the store. */
void agent_reload (AgentFixture *fixture);
void agent_activate (AgentFixture *fixture);
