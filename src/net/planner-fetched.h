/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * PlannerFetched:
 * @not_modified: the server responded with HTTP status 304: @body is %NULL, and the validators are those of the request
 * @body: (nullable): the decoded bytes
 * @etag: (nullable): the ETag unchanged, with W/ and quotes (RFC 9110, 8.8.3)
 * @last_modified: (nullable): the Last-Modified unchanged (RFC 9110, 8.8.2)
 * @content_type: (nullable): the media type without parameters
 * @address: the address after redirects, without user name and password; the path of a file
 * @permanent_address: (nullable): the address after the permanent redirects (301, 308) that come before any temporary one, to
 *   use instead of the requested one; it has the user name and the password of the request if the origin is the same
 *
 * The result of a fetch. Until the response arrives, its validators are those that the request sends.
 */
typedef struct
{
  gboolean not_modified;
  GBytes *body;
  char *etag;
  char *last_modified;
  char *content_type;
  char *address;
  char *permanent_address;
} PlannerFetched;

PlannerFetched *planner_fetched_new (const char *etag, const char *last_modified);
void planner_fetched_free (PlannerFetched *fetched);

gboolean planner_fetched_has_validators (const PlannerFetched *fetched);
void planner_fetched_clear_validators (PlannerFetched *fetched);
void planner_fetched_send_validators (const PlannerFetched *fetched, SoupMessageHeaders *headers);
void planner_fetched_read_headers (PlannerFetched *fetched, SoupMessageHeaders *headers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerFetched, planner_fetched_free)

G_END_DECLS
