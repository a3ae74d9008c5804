/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNER_FEED_LINKS_MAX 16

/**
 * PlannerFeedLink:
 * @address: of http or https, without a fragment
 * @is_page: whether a web page is expected there, which may have links of its own
 */
typedef struct
{
  char *address;
  gboolean is_page;
} PlannerFeedLink;

void planner_feed_link_free (PlannerFeedLink *link);

GPtrArray *planner_feed_links_find (GBytes *page, const char *address, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerFeedLink, planner_feed_link_free)

G_END_DECLS
