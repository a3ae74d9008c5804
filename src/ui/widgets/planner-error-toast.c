/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui/widgets/planner-error-toast.h"

#include "words/planner-messages.h"

/**
 * planner_error_toast_new:
 *
 * Returns: (transfer full): a toast with the translated message of @error
 */
AdwToast *
planner_error_toast_new (const GError *error)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_title (toast, planner_message_for_error (error));

  return toast;
}
