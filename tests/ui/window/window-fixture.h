/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Provides a window with its own library, which has a conference of twelve forums. */

#pragma once

#include "ui/ui-fixture.h"

#include "ui/window/planner-sidebar-item.h"
#include "ui/window/planner-sidebar.h"
#include "ui/window/planner-window.h"

#define N_FORUMS 12
#define ODD_FORUM "R&D <3 _x"

typedef struct
{
  char *folder;
  PlannerLibrary *library;
  PlannerConference *conference; /* borrowed from the library */
  GSettings *settings;
  PlannerWindow *window;
} Fixture;

void remove_bundled (Fixture *fixture);
void window_add_conference (Fixture *fixture);
void set_up_empty (Fixture *fixture, gconstpointer data);
void open_window (Fixture *fixture);
void set_up (Fixture *fixture, gconstpointer data);
void tear_down (Fixture *fixture, gconstpointer data);
void close_window (Fixture *fixture);
PlannerSidebarItem *get_item (Fixture *fixture, guint index);

/* Waits for the forums too, which appear after the sidebar. */
void present_with_forums (Fixture *fixture);

static inline void
add (const char *path,
     void (*set_up_test) (Fixture *, gconstpointer),
     void (*test) (Fixture *, gconstpointer),
     gconstpointer data)
{
  g_autofree char *full_path = g_strconcat ("/ui/window/", path, NULL);

  g_test_add (full_path, Fixture, data, set_up_test, test, tear_down);
}
