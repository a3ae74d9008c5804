/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-fetch-error.h"

#include <libsoup/soup.h>

G_DEFINE_QUARK (planner_fetch_error, planner_fetch_error)

/* What is said of the host, the address or the path, whose name comes before. */
static const char *const sentences[] = {
  [PLANNER_FETCH_ERROR_BAD_ADDRESS] =
      "is not an address that can be fetched. It must begin with http://, https:// or file://.",
  [PLANNER_FETCH_ERROR_OFFLINE] = "cannot be reached: this computer has no network.",
  [PLANNER_FETCH_ERROR_NO_SUCH_HOST] = "could not be found. Check the address.",
  [PLANNER_FETCH_ERROR_UNREACHABLE] = "cannot be reached. Try again later.",
  [PLANNER_FETCH_ERROR_TIMED_OUT] = "takes too long to answer. Try again later.",
  [PLANNER_FETCH_ERROR_TLS] = "offers no secure connection that can be trusted, so nothing was fetched.",
  [PLANNER_FETCH_ERROR_UNAUTHORIZED] = "is not open to everyone: the server asks for a permission.",
  [PLANNER_FETCH_ERROR_NOT_FOUND] = "does not exist. Check the address.",
  [PLANNER_FETCH_ERROR_SERVER] = "cannot be had now: the server has a fault. Try again later.",
  [PLANNER_FETCH_ERROR_REFUSED] = "was not handed out: the server gave an answer that is of no use.",
  [PLANNER_FETCH_ERROR_REDIRECTS] = "leads in circles: the server sends on too often.",
  [PLANNER_FETCH_ERROR_INSECURE_REDIRECT] =
      "sends on to an address that is not secure, which was not followed.",
  [PLANNER_FETCH_ERROR_TOO_LARGE] = "is too large for a schedule.",
  [PLANNER_FETCH_ERROR_TRUNCATED] = "came only in part: the connection was cut. Try again.",
  [PLANNER_FETCH_ERROR_NOT_A_FILE] = "is a folder or a device, not a file.",
  [PLANNER_FETCH_ERROR_UNREADABLE] = "cannot be read. Check its permissions.",
  [PLANNER_FETCH_ERROR_NO_SUCH_FILE] = "does not exist. Check the path.",
  [PLANNER_FETCH_ERROR_CAPTIVE] = "cannot be reached yet: the network wants you to sign in first.",
};

static PlannerFetchError
classify_status (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
    case SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED:
      return PLANNER_FETCH_ERROR_UNAUTHORIZED;
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      return PLANNER_FETCH_ERROR_NOT_FOUND;
    case 511: /* Network Authentication Required (RFC 6585, 6) */
      return PLANNER_FETCH_ERROR_CAPTIVE;
    default:
      return SOUP_STATUS_IS_SERVER_ERROR (status) ? PLANNER_FETCH_ERROR_SERVER : PLANNER_FETCH_ERROR_REFUSED;
    }
}

static PlannerFetchError
classify_file (const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS))
    return PLANNER_FETCH_ERROR_NO_SUCH_FILE;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    return PLANNER_FETCH_ERROR_NOT_A_FILE;
  return PLANNER_FETCH_ERROR_UNREADABLE;
}

static PlannerFetchError
classify_asking (const GError *cause, gboolean online)
{
  if (cause->domain == G_RESOLVER_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND))
    return online ? PLANNER_FETCH_ERROR_NO_SUCH_HOST : PLANNER_FETCH_ERROR_OFFLINE;
  if (cause->domain == G_TLS_ERROR)
    return PLANNER_FETCH_ERROR_TLS;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return PLANNER_FETCH_ERROR_TIMED_OUT;
  if (cause->domain == SOUP_SESSION_ERROR)
    return PLANNER_FETCH_ERROR_REFUSED;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return PLANNER_FETCH_ERROR_TRUNCATED;
  if (!online && (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE) ||
                  g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_UNREACHABLE)))
    return PLANNER_FETCH_ERROR_OFFLINE;
  return PLANNER_FETCH_ERROR_UNREACHABLE;
}

/**
 * planner_fetch_error_new:
 * @subject: the host, the address or the path that the sentence is about, fit to be shown
 *
 * Returns: (transfer full): the error with its English sentence
 */
GError *
planner_fetch_error_new (PlannerFetchError code, const char *subject)
{
  return g_error_new (PLANNER_FETCH_ERROR, (int) code, "%s %s", subject, sentences[code]);
}

/**
 * planner_fetch_error_new_for_status:
 * @status: an HTTP status that brings no schedule
 * @subject: the address, fit to be shown
 *
 * Returns: (transfer full): the error with its English sentence
 */
GError *
planner_fetch_error_new_for_status (guint status, const char *subject)
{
  PlannerFetchError code = classify_status (status);

  return g_error_new (PLANNER_FETCH_ERROR, (int) code, "%s %s (HTTP %u)", subject, sentences[code], status);
}

/**
 * planner_fetch_error_classify:
 * @cause: what GIO or libsoup says; no cancellation
 * @online: whether this machine has a network: without one, a name that is not found says nothing about the name
 */
PlannerFetchError
planner_fetch_error_classify (const GError *cause, PlannerFetchStage stage, gboolean online)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    return PLANNER_FETCH_ERROR_TOO_LARGE;

  switch (stage)
    {
    case PLANNER_FETCH_STAGE_FILE:
      return classify_file (cause);
    case PLANNER_FETCH_STAGE_BODY:
      return PLANNER_FETCH_ERROR_TRUNCATED;
    case PLANNER_FETCH_STAGE_ASKING:
    default:
      return classify_asking (cause, online);
    }
}
