/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/planner-export-stamps.h"

#define EVENT(uid, stamp, summary)                                                                           \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:2027010" stamp "T080000Z\r\nSUMMARY:" summary                      \
  "\r\nSEQUENCE:" stamp "\r\nLAST-MODIFIED:2027010" stamp "T080000Z\r\nEND:VEVENT\r\n"
#define CALENDAR(events) "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" events "END:VCALENDAR\r\n"

static void
test_same (void)
{
  g_autofree char *text =
      planner_export_keep_stamps (CALENDAR (EVENT ("a", "2", "One") EVENT ("b", "2", "Two")),
                                  CALENDAR (EVENT ("a", "1", "One") EVENT ("b", "1", "Two")));

  g_assert_cmpstr (text, ==, CALENDAR (EVENT ("a", "1", "One") EVENT ("b", "1", "Two")));
}

/* One event changes, one is new, one is gone, and one moves. */
static void
test_changed (void)
{
  g_autofree char *text = planner_export_keep_stamps (
      CALENDAR (EVENT ("d", "2", "Four") EVENT ("a", "2", "One") EVENT ("b", "2", "New title")),
      CALENDAR (EVENT ("a", "1", "One") EVENT ("b", "1", "Two") EVENT ("c", "1", "Three")));

  g_assert_cmpstr (text, ==,
                   CALENDAR (EVENT ("d", "2", "Four") EVENT ("a", "1", "One") EVENT ("b", "2", "New title")));
}

/* The properties of the calendar are those of the new one. */
static void
test_name (void)
{
  g_autofree char *text = planner_export_keep_stamps ("BEGIN:VCALENDAR\r\nNAME:New\r\nEND:VCALENDAR\r\n",
                                                      "BEGIN:VCALENDAR\r\nNAME:Old\r\nEND:VCALENDAR\r\n");

  g_assert_cmpstr (text, ==, "BEGIN:VCALENDAR\r\nNAME:New\r\nEND:VCALENDAR\r\n");
}

/* Another program may have changed the old file. */
static void
test_damaged (void)
{
  static const char *const old_texts[] = {
    "",
    "BEGIN:VEVENT\r\n",
    "BEGIN:VEVENT\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\n",
    "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:",
    "BEGIN:VEVENT\nUID:a\nDTSTAMP:20270101T080000Z\nSUMMARY:One\nEND:VEVENT\n",
    CALENDAR ("BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:now\r\nSUMMARY:One\r\nEND:VEVENT\r\n"),
    CALENDAR ("BEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:\r\n SUMMARY\r\nSUMMARY:One\r\nEND:VEVENT\r\n"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (old_texts); i++)
    {
      g_autofree char *text = planner_export_keep_stamps (CALENDAR (EVENT ("a", "2", "One")), old_texts[i]);

      g_test_message ("%s", old_texts[i]);
      g_assert_cmpstr (text, ==, CALENDAR (EVENT ("a", "2", "One")));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/Y6/same-events-keep-their-stamps", test_same);
  g_test_add_func ("/share/Y6/changed-events-have-new-stamps", test_changed);
  g_test_add_func ("/share/calendar-takes-its-new-properties", test_name);
  g_test_add_func ("/share/damaged-calendar-keeps-no-stamps", test_damaged);

  return g_test_run ();
}
