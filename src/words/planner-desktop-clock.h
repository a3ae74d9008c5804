/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannerDesktopClockFunc:
 * @twelve_hours: whether the desktop shows times with AM and PM
 */
typedef void (*PlannerDesktopClockFunc) (gboolean twelve_hours, gpointer user_data);

#define PLANNER_TYPE_DESKTOP_CLOCK (planner_desktop_clock_get_type ())

/**
 * PlannerDesktopClock:
 *
 * Reads from the Settings portal whether the desktop shows times with AM and PM, and follows it. In a sandbox, GSettings are
 * not those of the desktop.
 */
G_DECLARE_FINAL_TYPE (PlannerDesktopClock, planner_desktop_clock, PLANNER, DESKTOP_CLOCK, GObject)

PlannerDesktopClock *
planner_desktop_clock_new (GDBusConnection *bus, PlannerDesktopClockFunc func, gpointer user_data);

G_END_DECLS
