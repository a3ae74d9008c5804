/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-identity.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lists with more stars are refused. */
#define PLANNER_SHARED_STARS_MAX 5000

/**
 * PlannerSharedError:
 * @PLANNER_SHARED_ERROR_UNKNOWN: the text or file is none that has stars
 * @PLANNER_SHARED_ERROR_BROKEN: the text or file is damaged or incomplete
 * @PLANNER_SHARED_ERROR_TOO_LARGE: it is larger than any list of stars
 * @PLANNER_SHARED_ERROR_NEWER: it was written by a newer version of the program
 * @PLANNER_SHARED_ERROR_EMPTY: it has no stars
 *
 * Why a text or file with stars cannot be read. The messages are in English, for logs.
 */
typedef enum
{
  PLANNER_SHARED_ERROR_UNKNOWN,
  PLANNER_SHARED_ERROR_BROKEN,
  PLANNER_SHARED_ERROR_TOO_LARGE,
  PLANNER_SHARED_ERROR_NEWER,
  PLANNER_SHARED_ERROR_EMPTY,
} PlannerSharedError;

#define PLANNER_SHARED_ERROR (planner_shared_error_quark ())

GQuark planner_shared_error_quark (void);

/**
 * PlannerSharedStar:
 * @identity: (owned): what is known of the session; its texts, even the key, may be %NULL
 * @url: (owned) (nullable): the session's page
 * @has_hash: whether @hash is set
 * @hash: the hash of the session's key; see planner_star_hash()
 *
 * A star that was read from outside. All its texts are valid UTF-8, but not to be trusted.
 */
typedef struct
{
  PlannerIdentity *identity;
  char *url;
  gboolean has_hash;
  guint32 hash;
} PlannerSharedStar;

/**
 * PlannerSharedStars:
 * @address: (owned) (nullable): the address of the schedule, without a password
 * @conference: (owned) (nullable): the title of the conference
 * @part: the number of the part that was read, from 1
 * @n_parts: the number of parts into which the list was divided
 * @stars: (owned) (element-type PlannerSharedStar): the stars
 *
 * A list of stars of one conference, from a link or a file.
 */
typedef struct
{
  char *address;
  char *conference;
  guint part;
  guint n_parts;
  GPtrArray *stars;
} PlannerSharedStars;

PlannerSharedStars *planner_shared_stars_new (void);
void planner_shared_stars_free (PlannerSharedStars *self);
PlannerSharedStar *planner_shared_stars_add (PlannerSharedStars *self);
gboolean planner_shared_stars_check (const PlannerSharedStars *self, GError **error);

guint32 planner_star_hash (const char *key);
char *planner_shared_address_new (const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannerSharedStars, planner_shared_stars_free)

G_END_DECLS
