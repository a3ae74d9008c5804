/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Runs a server of the test on a free port. */

#pragma once

#include <libsoup/soup.h>

/* Returns the address of the server without a slash at its end. */
char *get_address (SoupServer *server, const char *scheme);
char *listen_http (SoupServer *server);
