/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-star-collect.h"

static void
add_entry (PlannerSharedStars *stars, PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  PlannerSharedStar *star = planner_shared_stars_add (stars);

  planner_identity_free (star->identity);
  star->identity = planner_identity_new (session);
  star->url = g_strdup (session->url);
  star->has_hash = !planner_entry_is_absent (entry);
  star->hash = planner_star_hash (planner_entry_get_key (entry));
}

/**
 * planner_shared_stars_collect:
 *
 * Returns: (transfer full): My Schedule of @conference. Sessions that the schedule no longer has are without a hash, so that
 *   links leave them out.
 */
PlannerSharedStars *
planner_shared_stars_collect (PlannerConference *conference)
{
  PlannerSharedStars *stars;
  GListModel *starred;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference), NULL);

  stars = planner_shared_stars_new ();
  stars->address = planner_shared_address_new (planner_conference_get_address (conference));
  stars->conference = g_strdup (planner_conference_get_title (conference));
  starred = planner_conference_get_starred (conference);
  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      add_entry (stars, entry);
    }

  return stars;
}
