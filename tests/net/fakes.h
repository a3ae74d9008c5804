/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

/* A network monitor whose state the test sets. */
#define FAKE_TYPE_MONITOR (fake_monitor_get_type ())

G_DECLARE_FINAL_TYPE (FakeMonitor, fake_monitor, FAKE, MONITOR, GObject)

FakeMonitor *fake_monitor_new (gboolean available);
void fake_monitor_set_available (FakeMonitor *self, gboolean available);

/* A resolver without a network: "far.test" is unreachable, and no other name exists. */
#define FAKE_TYPE_RESOLVER (fake_resolver_get_type ())

G_DECLARE_FINAL_TYPE (FakeResolver, fake_resolver, FAKE, RESOLVER, GResolver)

GResolver *fake_resolver_new (void);
