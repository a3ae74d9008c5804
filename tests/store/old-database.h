/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The newest version before this one, so that a test can migrate from each of them. */
#define N_OLD_VERSIONS 4

/*
 * Makes a database of an earlier version: a conference with id 1 that has the sessions “a” and “b”, a star of “a” and one of
 * the withdrawn session “z”, and a bundled conference with id 2. From version 2 on there are a star of “b”, a lead time and a
 * sent reminder, and from version 3 on a change of “a”.
 */
void make_old_database (const char *path, int version);
