/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "share/planner-shared-words.h"

#include "words/planner-messages.h"

#include <glib/gi18n.h>

/**
 * planner_shared_error_describe:
 * @error: an error of %PLANNER_SHARED_ERROR, or any other
 *
 * Returns: a sentence for the attendee
 */
const char *
planner_shared_error_describe (const GError *error)
{
  if (error->domain != PLANNER_SHARED_ERROR)
    return planner_message_for_error (error);

  switch ((PlannerSharedError) error->code)
    {
    case PLANNER_SHARED_ERROR_BROKEN:
      return _ ("This is damaged or incomplete. Copy the whole link or file again.");
    case PLANNER_SHARED_ERROR_TOO_LARGE:
      return _ ("This is too large for a list of stars.");
    case PLANNER_SHARED_ERROR_NEWER:
      return _ ("This comes from a newer version of GOTC Planner. Update the program and try again.");
    case PLANNER_SHARED_ERROR_EMPTY:
      return _ ("There are no stars in it.");
    case PLANNER_SHARED_ERROR_UNKNOWN:
    default:
      return _ (
          "There are no stars in this. Use a link or a file from GOTC Planner, FOSDEM Companion, pretalx, "
          "EventFahrplan or Giggity.");
    }
}
