/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Stars as a calendar, before and after the schedule changes. */

#include "library/library-fixture.h"

#include "feed/planner-feed.h"
#include "model/planner-lead.h"
#include "share/planner-export-entries.h"

#include <libical/ical.h>

#include <string.h>

#define START_US (G_GINT64_CONSTANT (2080000000) * G_USEC_PER_SEC)
#define DEFAULT_LEAD_S 600

static char *
export_stars (PlannerConference *conference)
{
  GListModel *starred = planner_conference_get_starred (conference);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    g_ptr_array_add (entries, g_list_model_get_item (starred, i));

  return planner_entries_to_ical (conference, entries, DEFAULT_LEAD_S);
}

/* Returns: (transfer full): the event with this UID */
static char *
find_event (const char *text, const char *uid)
{
  g_auto (GStrv) events = g_strsplit (text, "BEGIN:VEVENT\r\n", -1);
  g_autofree char *line = g_strconcat ("UID:", uid, "\r\n", NULL);

  for (guint i = 1; events[0] && events[i]; i++)
    if (strstr (events[i], line))
      return g_strdup (events[i]);
  g_test_message ("no event has the UID %s:\n%s", uid, text);
  g_assert_not_reached ();
}

static void
assert_has (const char *event, const char *part, gboolean expected)
{
  g_test_message ("%s:\n%s", part, event);
  g_assert_true ((strstr (event, part) != NULL) == expected);
}

static gint64
get_number (const char *event, const char *property)
{
  const char *found = strstr (event, property);

  g_assert_nonnull (found);

  return g_ascii_strtoll (found + strlen (property), NULL, 10);
}

static void
set_lead (PlannerConference *conference, const char *key, int lead_s)
{
  g_autoptr (GAsyncResult) result = NULL;

  planner_conference_set_lead_async (conference, planner_conference_find_entry (conference, key), lead_s,
                                     NULL, keep_result_cb, &result);
  g_assert_true (planner_conference_set_lead_finish (conference, wait_for_result (&result), NULL));
}

/* A later refresh happens an hour later. */
static void
read_edition (Fixture *fixture, PlannerConference *conference, const char *text, int hour)
{
  g_autoptr (GError) error = NULL;

  planner_time_source_set_now_us (planner_library_get_time_source (fixture->library),
                                  START_US + hour * G_TIME_SPAN_HOUR);
  write_feed (fixture, text);
  refresh (conference, &error);
  g_assert_no_error (error);
}

static void
test_alarms (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *default_text = NULL;
  g_autofree char *own_text = NULL;
  g_autofree char *none_text = NULL;

  set_starred (conference, A, TRUE);
  default_text = export_stars (conference);
  assert_has (default_text,
              "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Opening\r\nTRIGGER:-PT10M\r\nEND:VALARM\r\n",
              TRUE);
  set_lead (conference, A, 0);
  own_text = export_stars (conference);
  assert_has (own_text, "TRIGGER:PT0S\r\n", TRUE);
  set_lead (conference, A, PLANNER_LEAD_NONE);
  none_text = export_stars (conference);
  assert_has (none_text, "VALARM", FALSE);
}

static void
test_no_reminders (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *text = NULL;

  set_starred (conference, A, TRUE);
  change_store (fixture, "UPDATE conferences SET remind = 0");
  text = export_stars (get_last (fixture));
  assert_has (text, "BEGIN:VEVENT", TRUE);
  assert_has (text, "VALARM", FALSE);
}

static void
test_moved (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *event = NULL;

  set_starred (conference, A, TRUE);
  first = export_stars (conference);
  assert_has (first, "LAST-MODIFIED", FALSE);
  read_edition (fixture, conference, FEED ("2", EVENT (A, "Opening", "12:00", "Hall")), 1);
  second = export_stars (conference);
  event = find_event (second, A);
  assert_has (event, "DTSTART:20360701T100000Z\r\n", TRUE);
  assert_has (event, "LAST-MODIFIED:20351130T", TRUE);
  g_assert_cmpint (get_number (second, "SEQUENCE:"), >, get_number (first, "SEQUENCE:"));

  /* The session moves back, so that no change is left. */
  read_edition (fixture, conference, FEED ("3", EVENT (A, "Opening", "10:00", "Hall")), 2);
  third = export_stars (conference);
  g_assert_cmpint (get_number (third, "SEQUENCE:"), >, get_number (second, "SEQUENCE:"));
}

static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *text = NULL;
  g_autofree char *event = NULL;

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  read_edition (fixture, conference, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")), 1);
  text = export_stars (conference);
  event = find_event (text, B);
  assert_has (event, "STATUS:CANCELLED\r\n", TRUE);
  assert_has (event, "SUMMARY:Keynote\r\n", TRUE);
  assert_has (event, "VALARM", FALSE);
  g_free (event);
  event = find_event (text, A);
  assert_has (event, "STATUS:CONFIRMED\r\n", TRUE);
}

/* RFC 5545, section 3.8.1.11. A session that is called off is cancelled, also as plan B. */
static void
test_plan_b (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *text = NULL, *withdrawn = NULL, *event = NULL;

  set_starred (conference, A, TRUE);
  set_plan_b (conference, B, TRUE);
  text = export_stars (conference);
  event = find_event (text, B);
  assert_has (event, "STATUS:TENTATIVE\r\n", TRUE);
  assert_has (event, "VALARM", FALSE);
  g_free (event);
  event = find_event (text, A);
  assert_has (event, "STATUS:CONFIRMED\r\n", TRUE);
  assert_has (event, "VALARM", TRUE);

  read_edition (fixture, conference, FEED ("2", EVENT (A, "Opening", "10:00", "Hall")), 1);
  withdrawn = export_stars (conference);
  g_free (event);
  event = find_event (withdrawn, B);
  assert_has (event, "STATUS:CANCELLED\r\n", TRUE);
}

static void
star_first (PlannerConference *conference)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (planner_conference_get_entries (conference), 0);

  set_starred (conference, planner_entry_get_key (entry), TRUE);
}

static void
test_uid_without_guid (Fixture *fixture, gconstpointer data)
{
  static const char *const editions[] = {
    FEED ("2", EVENT ("", "Opening", "10:00", "Hall")),
    FEED ("3", EVENT ("", "Opening", "12:00", "Yard")),
  };
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *event = NULL;

  read_edition (fixture, conference, editions[0], 1);
  star_first (conference);
  first = export_stars (conference);
  read_edition (fixture, conference, editions[1], 2);
  second = export_stars (conference);
  uid = g_strndup (strstr (first, "UID:") + 4, 36);
  g_assert_true (g_uuid_string_is_valid (uid));
  event = find_event (second, uid);
  assert_has (event, "LOCATION:Yard\r\n", TRUE);
}

/* RFC 5545 restricts how often a component has each property. */
static void
test_restrictions (Fixture *fixture, gconstpointer data)
{
  PlannerConference *conference = add (fixture, NULL);
  g_autofree char *text = NULL;
  icalcomponent *calendar;

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  read_edition (fixture, conference, FEED ("2", EVENT (A, "Opening", "12:00", "Hall")), 1);
  text = export_stars (conference);
  calendar = icalparser_parse_string (text);
  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VEVENT_COMPONENT), ==, 2);
  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  icalcomponent_free (calendar);
}

static void
test_reads_back (Fixture *fixture, gconstpointer data)
{
  static const char *const languages[] = { "en", NULL };
  const PlannerFeedOptions options = { .languages = languages };
  PlannerConference *conference = add (fixture, NULL);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  set_starred (conference, A, TRUE);
  set_starred (conference, B, TRUE);
  text = export_stars (conference);
  bytes = g_bytes_new (text, strlen (text));
  agenda = planner_feed_read (bytes, &options, report, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *again = planner_agenda_get_session (agenda, i);
      PlannerEntry *entry = planner_conference_find_entry (conference, again->guid);

      g_assert_nonnull (entry);
      g_assert_cmpstr (again->title.shown, ==, planner_entry_get_session (entry)->title.shown);
      g_assert_cmpint (again->start_utc, ==, planner_entry_get_session (entry)->start_utc);
      g_assert_cmpint (again->duration_s, ==, planner_entry_get_session (entry)->duration_s);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/share/star-has-an-alarm-with-its-lead-time", test_alarms, NULL);
  add_test ("/share/star-of-a-conference-without-reminders-has-no-alarm", test_no_reminders, NULL);
  add_test ("/share/moved-star-has-a-higher-sequence", test_moved, NULL);
  add_test ("/share/U16/plan-b-is-tentative-without-alarm", test_plan_b, NULL);
  add_test ("/share/withdrawn-star-is-cancelled", test_withdrawn, NULL);
  add_test ("/share/star-without-a-guid-keeps-its-uid", test_uid_without_guid, NULL);
  add_test ("/share/stars-pass-the-restrictions-of-libical", test_restrictions, NULL);
  add_test ("/share/T7/exported-stars-are-equal-when-read-again", test_reads_back, NULL);

  return g_test_run ();
}
