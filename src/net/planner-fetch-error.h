/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNER_FETCH_ERROR (planner_fetch_error_quark ())

/**
 * PlannerFetchError:
 * @PLANNER_FETCH_ERROR_BAD_ADDRESS: not an http, https or file address
 * @PLANNER_FETCH_ERROR_OFFLINE: this computer has no network
 * @PLANNER_FETCH_ERROR_NO_SUCH_HOST: the host name does not exist
 * @PLANNER_FETCH_ERROR_UNREACHABLE: the connection was refused, or there is no route to the host
 * @PLANNER_FETCH_ERROR_TIMED_OUT: the response did not arrive in time
 * @PLANNER_FETCH_ERROR_TLS: the certificate is not trusted
 * @PLANNER_FETCH_ERROR_NOT_TLS: the TLS handshake failed, usually because the server does not use TLS at this address
 * @PLANNER_FETCH_ERROR_WEBCAL: a webcal address, which is fetched by https only, has no https connection
 * @PLANNER_FETCH_ERROR_UNAUTHORIZED: HTTP status 401
 * @PLANNER_FETCH_ERROR_FORBIDDEN: HTTP status 403
 * @PLANNER_FETCH_ERROR_PROXY: HTTP status 407, or a proxy that refuses the user
 * @PLANNER_FETCH_ERROR_NOT_FOUND: HTTP status 404 or 410
 * @PLANNER_FETCH_ERROR_SERVER: HTTP status 5xx
 * @PLANNER_FETCH_ERROR_REFUSED: any other HTTP status, or a response that is not HTTP
 * @PLANNER_FETCH_ERROR_REDIRECTS: too many redirects
 * @PLANNER_FETCH_ERROR_INSECURE_REDIRECT: a redirect from https to another scheme, from a public host to a host of the local
 *   network, or one that the #PlannerRedirectFunc does not allow
 * @PLANNER_FETCH_ERROR_TOO_LARGE: more bytes than the limit, after decoding
 * @PLANNER_FETCH_ERROR_TRUNCATED: the connection was closed before the end
 * @PLANNER_FETCH_ERROR_FOLDER: the path of a folder
 * @PLANNER_FETCH_ERROR_PIPE: the path of a pipe
 * @PLANNER_FETCH_ERROR_SOCKET: the path of a socket
 * @PLANNER_FETCH_ERROR_DEVICE: the path of a device
 * @PLANNER_FETCH_ERROR_SYSTEM_FILE: a file of a file system of the kernel, such as /proc
 * @PLANNER_FETCH_ERROR_UNREADABLE: a file that cannot be read
 * @PLANNER_FETCH_ERROR_CAPTIVE: HTTP status 511: the attendee must sign in to the network
 * @PLANNER_FETCH_ERROR_NO_SUCH_FILE: a path that does not exist
 */
typedef enum
{
  PLANNER_FETCH_ERROR_BAD_ADDRESS,
  PLANNER_FETCH_ERROR_OFFLINE,
  PLANNER_FETCH_ERROR_NO_SUCH_HOST,
  PLANNER_FETCH_ERROR_UNREACHABLE,
  PLANNER_FETCH_ERROR_TIMED_OUT,
  PLANNER_FETCH_ERROR_TLS,
  PLANNER_FETCH_ERROR_NOT_TLS,
  PLANNER_FETCH_ERROR_WEBCAL,
  PLANNER_FETCH_ERROR_UNAUTHORIZED,
  PLANNER_FETCH_ERROR_FORBIDDEN,
  PLANNER_FETCH_ERROR_PROXY,
  PLANNER_FETCH_ERROR_NOT_FOUND,
  PLANNER_FETCH_ERROR_SERVER,
  PLANNER_FETCH_ERROR_REFUSED,
  PLANNER_FETCH_ERROR_REDIRECTS,
  PLANNER_FETCH_ERROR_INSECURE_REDIRECT,
  PLANNER_FETCH_ERROR_TOO_LARGE,
  PLANNER_FETCH_ERROR_TRUNCATED,
  PLANNER_FETCH_ERROR_FOLDER,
  PLANNER_FETCH_ERROR_PIPE,
  PLANNER_FETCH_ERROR_SOCKET,
  PLANNER_FETCH_ERROR_DEVICE,
  PLANNER_FETCH_ERROR_SYSTEM_FILE,
  PLANNER_FETCH_ERROR_UNREADABLE,
  PLANNER_FETCH_ERROR_CAPTIVE,
  PLANNER_FETCH_ERROR_NO_SUCH_FILE,
} PlannerFetchError;

GQuark planner_fetch_error_quark (void);

/**
 * PlannerFetchStage:
 * @PLANNER_FETCH_STAGE_REQUEST: from resolving the host name to receiving the headers of the response
 * @PLANNER_FETCH_STAGE_BODY: receiving the body of the response
 * @PLANNER_FETCH_STAGE_FILE: opening or reading a local file
 */
typedef enum
{
  PLANNER_FETCH_STAGE_REQUEST,
  PLANNER_FETCH_STAGE_BODY,
  PLANNER_FETCH_STAGE_FILE,
} PlannerFetchStage;

GError *planner_fetch_error_new (PlannerFetchError code, const char *subject);
GError *planner_fetch_error_new_for_status (guint status, const char *subject);
PlannerFetchError
planner_fetch_error_classify (const GError *cause, PlannerFetchStage stage, gboolean online);
PlannerFetchError planner_fetch_error_classify_mode (guint32 mode);

G_END_DECLS
