/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * PlannerRedirectFunc:
 * @from: the address that redirects
 * @to: the address that it redirects to, by http or https
 *
 * Returns: whether to follow the redirect
 */
typedef gboolean (*PlannerRedirectFunc) (GUri *from, GUri *to, gpointer user_data);

/**
 * PlannerRedirects:
 *
 * The redirects of one fetch: decides whether to follow the next one, and knows the address that they have led to.
 */
typedef struct PlannerRedirects PlannerRedirects;

PlannerRedirects *planner_redirects_new (GUri *uri, PlannerRedirectFunc is_allowed, gpointer user_data);
void planner_redirects_free (PlannerRedirects *self);

GUri *planner_redirects_get_uri (PlannerRedirects *self);
char *planner_redirects_dup_address (PlannerRedirects *self);
char *planner_redirects_dup_permanent_address (PlannerRedirects *self);
char *planner_redirects_dup_cookies (PlannerRedirects *self);

gboolean planner_redirects_follow (PlannerRedirects *self, SoupMessage *message, GError **error);

G_END_DECLS
