/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-fetched.h"

#define MAX_VALIDATOR_BYTES 1024

/* Validators are stored and sent as header lines, so unsuitable ones are ignored. */
static char *
dup_validator (const char *validator)
{
  if (!validator || !*validator || strlen (validator) > MAX_VALIDATOR_BYTES ||
      !g_utf8_validate (validator, -1, NULL))
    return NULL;
  for (const char *p = validator; *p; p++)
    if (g_ascii_iscntrl (*p))
      return NULL;

  return g_strdup (validator);
}

/**
 * planner_fetched_new:
 * @etag: (nullable): the ETag of the last fetch
 * @last_modified: (nullable): the Last-Modified of the last fetch
 *
 * Returns: (transfer full): a result without a response, whose validators the request sends
 */
PlannerFetched *
planner_fetched_new (const char *etag, const char *last_modified)
{
  PlannerFetched *fetched = g_new0 (PlannerFetched, 1);

  fetched->etag = dup_validator (etag);
  fetched->last_modified = dup_validator (last_modified);

  return fetched;
}

void
planner_fetched_free (PlannerFetched *fetched)
{
  g_clear_pointer (&fetched->body, g_bytes_unref);
  g_free (fetched->etag);
  g_free (fetched->last_modified);
  g_free (fetched->content_type);
  g_free (fetched->address);
  g_free (fetched->permanent_address);
  g_free (fetched);
}

gboolean
planner_fetched_has_validators (const PlannerFetched *fetched)
{
  return fetched->etag || fetched->last_modified;
}

void
planner_fetched_clear_validators (PlannerFetched *fetched)
{
  g_clear_pointer (&fetched->etag, g_free);
  g_clear_pointer (&fetched->last_modified, g_free);
}

/**
 * planner_fetched_send_validators:
 * @headers: the headers of a request
 *
 * Asks for the body only if it has changed since the last fetch.
 */
void
planner_fetched_send_validators (const PlannerFetched *fetched, SoupMessageHeaders *headers)
{
  if (fetched->etag)
    soup_message_headers_replace (headers, "If-None-Match", fetched->etag);
  if (fetched->last_modified)
    soup_message_headers_replace (headers, "If-Modified-Since", fetched->last_modified);
}

/**
 * planner_fetched_read_headers:
 * @headers: the headers of a response with a body
 *
 * Reads the media type, and the validators in place of those of the request.
 */
void
planner_fetched_read_headers (PlannerFetched *fetched, SoupMessageHeaders *headers)
{
  const char *type = soup_message_headers_get_content_type (headers, NULL);

  if (type && g_str_is_ascii (type))
    fetched->content_type = g_strdup (type);
  planner_fetched_clear_validators (fetched);
  fetched->etag = dup_validator (soup_message_headers_get_one (headers, "ETag"));
  fetched->last_modified = dup_validator (soup_message_headers_get_one (headers, "Last-Modified"));
}
