/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/planner-about.h"

#include <glib/gi18n.h>

/**
 * planner_about_dialog_new:
 *
 * Returns: (transfer floating): the dialog about the planner
 */
AdwDialog *
planner_about_dialog_new (void)
{
  AdwAboutDialog *dialog = ADW_ABOUT_DIALOG (adw_about_dialog_new ());
  const char *const developers[] = { _ ("The GOTC Planner authors"), NULL };

  adw_about_dialog_set_application_name (dialog, _ ("GOTC Planner"));
  adw_about_dialog_set_application_icon (dialog, APP_ID);
  adw_about_dialog_set_version (dialog, APP_VERSION);
  adw_about_dialog_set_developer_name (dialog, developers[0]);
  adw_about_dialog_set_developers (dialog, (const char **) developers);
  adw_about_dialog_set_website (dialog, WEBSITE);
  adw_about_dialog_set_issue_url (dialog, ISSUES_URL);
  adw_about_dialog_set_copyright (dialog, "© 2026 The GOTC Planner authors");
  adw_about_dialog_set_license_type (dialog, GTK_LICENSE_GPL_3_0);
  /* Translators: your name and address, one translator per line. */
  adw_about_dialog_set_translator_credits (dialog, _ ("translator-credits"));

  return ADW_DIALOG (dialog);
}
