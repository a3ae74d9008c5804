/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A server of the test's own, on a port that is free. */

#pragma once

#include <libsoup/soup.h>

/* No slash at its end. */
char *get_address (SoupServer *server, const char *scheme);
char *listen_http (SoupServer *server);
