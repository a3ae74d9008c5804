/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "net/planner-fetch-error.h"

#include <libsoup/soup.h>
#include <sys/stat.h>

G_DEFINE_QUARK (planner_fetch_error, planner_fetch_error)

/* The sentences follow the host name, the address or the path. */
static const char *const sentences[] = {
  [PLANNER_FETCH_ERROR_BAD_ADDRESS] =
      "is not an address that can be fetched. It must begin with http://, https:// or file://.",
  [PLANNER_FETCH_ERROR_OFFLINE] = "cannot be reached: this computer has no network.",
  [PLANNER_FETCH_ERROR_NO_SUCH_HOST] = "could not be found. Check the address.",
  [PLANNER_FETCH_ERROR_UNREACHABLE] = "cannot be reached. Try again later.",
  [PLANNER_FETCH_ERROR_TIMED_OUT] = "takes too long to respond. Try again later.",
  [PLANNER_FETCH_ERROR_TLS] = "has no secure connection that can be trusted, so nothing was fetched.",
  [PLANNER_FETCH_ERROR_NOT_TLS] =
      "has no encrypted connection at this address. Try http:// instead of https://.",
  [PLANNER_FETCH_ERROR_WEBCAL] =
      "cannot be fetched by https, and webcal addresses are fetched in no other way. Use an https address.",
  [PLANNER_FETCH_ERROR_UNAUTHORIZED] = "requires a user name and a password. Use a public address.",
  [PLANNER_FETCH_ERROR_FORBIDDEN] = "is not public: the server refuses access. Use a public address.",
  [PLANNER_FETCH_ERROR_PROXY] =
      ("cannot be reached: the proxy of this network requires a user name and a password. Check the "
       "proxy settings."),
  [PLANNER_FETCH_ERROR_NOT_FOUND] = "does not exist. Check the address.",
  [PLANNER_FETCH_ERROR_SERVER] = "cannot be fetched now: the server reports a fault. Try again later.",
  [PLANNER_FETCH_ERROR_REFUSED] = "cannot be fetched: the server sent no usable response. Check the address.",
  [PLANNER_FETCH_ERROR_REDIRECTS] = "redirects too often. Check the address.",
  [PLANNER_FETCH_ERROR_INSECURE_REDIRECT] =
      "redirects to an address that is not secure or not public, so the redirect was not followed.",
  [PLANNER_FETCH_ERROR_TOO_LARGE] = "is too large for a schedule.",
  [PLANNER_FETCH_ERROR_TRUNCATED] = "was not received completely: the connection was closed. Try again.",
  [PLANNER_FETCH_ERROR_FOLDER] = "is a folder. Choose a file in it.",
  [PLANNER_FETCH_ERROR_PIPE] = "is a pipe. Save its contents to a file first.",
  [PLANNER_FETCH_ERROR_SOCKET] = "is a socket. Choose a file.",
  [PLANNER_FETCH_ERROR_DEVICE] = "is a device. Choose a file.",
  [PLANNER_FETCH_ERROR_SYSTEM_FILE] = "is a file of the operating system. Choose another file.",
  [PLANNER_FETCH_ERROR_UNREADABLE] = "cannot be read. Check its permissions.",
  [PLANNER_FETCH_ERROR_NO_SUCH_FILE] = "does not exist. Check the path.",
  [PLANNER_FETCH_ERROR_CAPTIVE] = "cannot be reached yet. Sign in to the network first.",
};

static PlannerFetchError
classify_status (guint status)
{
  switch (status)
    {
    case SOUP_STATUS_UNAUTHORIZED:
      return PLANNER_FETCH_ERROR_UNAUTHORIZED;
    case SOUP_STATUS_FORBIDDEN:
      return PLANNER_FETCH_ERROR_FORBIDDEN;
    case SOUP_STATUS_PROXY_AUTHENTICATION_REQUIRED:
      return PLANNER_FETCH_ERROR_PROXY;
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
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return PLANNER_FETCH_ERROR_FOLDER;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    return PLANNER_FETCH_ERROR_DEVICE;
  return PLANNER_FETCH_ERROR_UNREADABLE;
}

static PlannerFetchError
classify_request (const GError *cause, gboolean online)
{
  if (cause->domain == G_RESOLVER_ERROR || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_HOST_NOT_FOUND))
    return online ? PLANNER_FETCH_ERROR_NO_SUCH_HOST : PLANNER_FETCH_ERROR_OFFLINE;
  /* GnuTLS reports a response without TLS as MISC. */
  if (g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_NOT_TLS) ||
      g_error_matches (cause, G_TLS_ERROR, G_TLS_ERROR_MISC))
    return PLANNER_FETCH_ERROR_NOT_TLS;
  if (cause->domain == G_TLS_ERROR)
    return PLANNER_FETCH_ERROR_TLS;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return PLANNER_FETCH_ERROR_TIMED_OUT;
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH) ||
      g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PROXY_AUTH_FAILED))
    return PLANNER_FETCH_ERROR_PROXY;
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
 * @subject: the host, the address without a password, or the path that the sentence is about
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
 * @status: the HTTP status of a response without a schedule
 * @subject: the address without a password
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
 * @cause: an error of GIO or libsoup, other than %G_IO_ERROR_CANCELLED
 * @online: whether this computer has a network; without one, no host name can be resolved
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
    case PLANNER_FETCH_STAGE_REQUEST:
    default:
      return classify_request (cause, online);
    }
}

/**
 * planner_fetch_error_classify_mode:
 * @mode: the st_mode of something that is not a regular file (see stat(2)); of a symbolic link, if its target does not exist
 */
PlannerFetchError
planner_fetch_error_classify_mode (guint32 mode)
{
  switch (mode & S_IFMT)
    {
    case S_IFLNK:
      return PLANNER_FETCH_ERROR_NO_SUCH_FILE;
    case S_IFDIR:
      return PLANNER_FETCH_ERROR_FOLDER;
    case S_IFIFO:
      return PLANNER_FETCH_ERROR_PIPE;
    case S_IFSOCK:
      return PLANNER_FETCH_ERROR_SOCKET;
    default:
      return PLANNER_FETCH_ERROR_DEVICE;
    }
}
