/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNER_PAGE_LINKS_MAX 16

/**
 * PlannerPageLink:
 * @address: an http or https address, without a fragment
 * @is_page: whether the address is expected to be another web page
 */
typedef struct
{
  char *address;
  gboolean is_page;
} PlannerPageLink;

void planner_page_link_free (PlannerPageLink *link);

GPtrArray *planner_page_links_find (GBytes *page, const char *address, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerPageLink, planner_page_link_free)

G_END_DECLS
