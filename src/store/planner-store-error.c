/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store/planner-store-error.h"

#include <errno.h>

G_DEFINE_QUARK (planner_store_error, planner_store_error)

/**
 * planner_store_set_error:
 * @path: (nullable): the file name of the database
 * @reason: (nullable): the system's reason, used for %PLANNER_STORE_ERROR_FAILED
 *
 * Sets an error whose message names the file and the failure.
 *
 * Returns: %FALSE
 */
gboolean
planner_store_set_error (GError **error, PlannerStoreError code, const char *path, const char *reason)
{
  g_autofree char *shown = g_filename_display_name (path ? path : "");
  g_autofree char *message = NULL;

  switch (code)
    {
    case PLANNER_STORE_ERROR_CORRUPT:
      message = g_strdup_printf ("The planner’s data in “%s” is damaged. It was left as it is.", shown);
      break;
    case PLANNER_STORE_ERROR_NEWER:
      message = g_strdup_printf ("The planner’s data in “%s” was written by a newer version of the planner. "
                                 "It was left as it is.",
                                 shown);
      break;
    case PLANNER_STORE_ERROR_READ_ONLY:
      message = g_strdup_printf ("The planner may not write its data in “%s”.", shown);
      break;
    case PLANNER_STORE_ERROR_FULL:
      message = g_strdup_printf ("There is no space left on the disk for the planner’s data in “%s”.", shown);
      break;
    case PLANNER_STORE_ERROR_BUSY:
      message =
          g_strdup_printf ("Another program is holding the planner’s data in “%s”. Try again in a moment.",
                           shown);
      break;
    case PLANNER_STORE_ERROR_EXISTS:
      message = g_strdup ("A conference with this address is there already.");
      break;
    case PLANNER_STORE_ERROR_NOT_FOUND:
      message = g_strdup ("This conference is not there any more.");
      break;
    case PLANNER_STORE_ERROR_STALE:
      message = g_strdup ("Another program has refreshed this conference meanwhile. Try again.");
      break;
    case PLANNER_STORE_ERROR_FAILED:
    default:
      message =
          g_strdup_printf ("The planner’s data in “%s” could not be read or written: %s.", shown, reason);
      break;
    }

  g_set_error_literal (error, PLANNER_STORE_ERROR, code, message);

  return FALSE;
}

PlannerStoreError
planner_store_classify_errno (int error_number)
{
  switch (error_number)
    {
    case ENOSPC:
    case EDQUOT:
      return PLANNER_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return PLANNER_STORE_ERROR_READ_ONLY;
    default:
      return PLANNER_STORE_ERROR_FAILED;
    }
}
