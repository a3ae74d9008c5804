/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* What libFuzzer calls, again and again, with bytes of its making. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
