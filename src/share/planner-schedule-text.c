/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "share/planner-schedule-text.h"

#include "words/planner-clock.h"
#include "words/planner-days.h"
#include "words/planner-labels.h"

#include <glib/gi18n.h>

static void
append_day (GString *text, const char *date)
{
  g_autofree char *day = planner_format_day_long (date);

  g_string_append_printf (text, "\n%s\n", day);
}

/* A line with time, title and room, and a line with the address. The texts of a schedule may have line breaks. */
static void
append_session (GString *text, PlannerEntry *entry)
{
  const PlannerSession *session = planner_entry_get_session (entry);
  g_autofree char *times = planner_clock_to_plain (planner_format_time_range (session, NULL));
  g_autofree char *title = g_strdelimit (g_strdup (session->title.shown), "\r\n", ' ');
  g_autofree char *room =
      session->room ? g_strdelimit (g_strdup (session->room->title.shown), "\r\n", ' ') : NULL;

  g_string_append_printf (text, "%s  %s", times, title);
  if (room)
    g_string_append_printf (text, " · %s", room);
  if (session->cancelled || planner_entry_get_withdrawn (entry))
    g_string_append_printf (text, " · %s", session->cancelled ? _ ("Cancelled") : _ ("Withdrawn"));
  g_string_append_c (text, '\n');
  if (session->url)
    g_string_append_printf (text, "    %s\n", session->url);
}

/**
 * planner_schedule_to_text:
 * @link: (nullable): a link with the same stars
 *
 * Writes My Schedule for people to read: by day, in venue time, as plain text. The link at its end lets the planner read the
 * text again.
 *
 * Returns: (transfer full): the text
 */
char *
planner_schedule_to_text (PlannerConference *conference, const char *link)
{
  GListModel *starred;
  GString *text;
  const char *date = NULL;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (conference), NULL);

  text = g_string_new (planner_conference_get_title (conference));
  g_string_append_c (text, '\n');
  starred = planner_conference_get_starred (conference);
  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      if (g_strcmp0 (date, planner_entry_get_day (entry)->date) != 0)
        {
          date = planner_entry_get_day (entry)->date;
          append_day (text, date);
        }
      append_session (text, entry);
    }
  if (link)
    g_string_append_printf (text, "\n%s\n%s\n", _ ("To star these sessions in GOTC Planner, open this link:"),
                            link);

  return g_string_free_and_steal (text);
}
