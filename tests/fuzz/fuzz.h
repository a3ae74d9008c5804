/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

/* libFuzzer calls this function with each input. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
