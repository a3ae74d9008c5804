/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-feed-error.h"

G_DEFINE_QUARK (planner_feed_error, planner_feed_error)
