/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "share/equal.h"

#include "share/planner-export-ical.h"

#include <string.h>

#define WRITTEN_UTC 1800000000

/* Returns: the unfolded content lines. Searching for a string takes very long with the address sanitizer. */
static GPtrArray *
list_lines (const char *text)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) folded = g_strsplit_set (text, "\n", -1);

  for (guint i = 0; folded[i]; i++)
    {
      char *part = folded[i];

      part[strcspn (part, "\r")] = '\0';
      if (*part == ' ')
        {
          g_autofree char *start = lines->pdata[lines->len - 1];

          lines->pdata[lines->len - 1] = g_strconcat (start, part + 1, NULL);
        }
      else
        g_ptr_array_add (lines, g_strdup (part));
    }

  return lines;
}

/* Returns: the values of a property without escape sequences, in their order */
static GPtrArray *
list_values (const char *text, const char *property)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = list_lines (text);

  for (guint i = 0; i < lines->len; i++)
    if (g_str_has_prefix (lines->pdata[i], property))
      g_ptr_array_add (values, g_strcompress ((char *) lines->pdata[i] + strlen (property)));

  return values;
}

/* RFC 5545, section 3.1. */
static void
assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n", -1);
  const guint n = g_strv_length (lines);

  g_assert_cmpstr (lines[n - 1], ==, "");
  for (guint i = 0; i < n - 1; i++)
    {
      const gsize length = strlen (lines[i]);

      g_assert_cmpuint (length, <=, 76);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      g_assert_true (strchr (lines[i], '\r') == lines[i] + length - 1);
    }
}

static GHashTable *
index_guids (const PlannerAgenda *agenda)
{
  GHashTable *sessions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (session->guid)
        g_hash_table_insert (sessions, session->guid, (gpointer) session);
    }

  return sessions;
}

static const PlannerSession *
find_by_uid (GHashTable *sessions, const char *uid)
{
  g_autofree char *name = g_strndup (uid, strcspn (uid, "@"));
  const PlannerSession *found = g_hash_table_lookup (sessions, uid);

  if (!found && g_uuid_string_is_valid (name))
    found = g_hash_table_lookup (sessions, name);
  g_test_message ("UID %s", uid);
  g_assert_nonnull (found);

  return found;
}

static void
assert_speakers (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpuint (a->n_speakers, ==, b->n_speakers);
  for (guint i = 0; i < a->n_speakers; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (a->speakers[i]->name.shown), "\"", '\'');

      g_assert_cmpstr (name, ==, b->speakers[i]->name.shown);
    }
}

static void
assert_session (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpstr (a->title.shown, ==, b->title.shown);
  g_assert_cmpstr (a->abstract.shown ? a->abstract.shown : a->description.shown, ==, b->abstract.shown);
  g_assert_cmpint (a->start_utc, ==, b->start_utc);
  g_assert_cmpint (planner_session_has_time (a) ? a->duration_s : 0, ==, b->duration_s);
  g_assert_cmpstr (a->room ? a->room->title.shown : NULL, ==, b->room ? b->room->title.shown : NULL);
  g_assert_cmpstr (a->forum ? a->forum->title.shown : NULL, ==, b->forum ? b->forum->title.shown : NULL);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->stream_url, ==, b->stream_url);
  g_assert_cmpint (a->cancelled, ==, b->cancelled);
  assert_speakers (a, b);
}

static void
assert_reads_back (const char *path)
{
  g_autoptr (PlannerAgenda) agenda = read_schedule (path);
  g_autoptr (PlannerAgenda) again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) uids = NULL;
  g_autoptr (GHashTable) sessions = NULL;
  guint n = 0;

  if (!agenda)
    return;
  g_test_message ("%s", path);
  text = planner_agenda_to_ical (agenda, WRITTEN_UTC);
  assert_lines (text);
  again = read_text (text);
  uids = list_values (text, "UID:");
  sessions = index_guids (again);
  g_assert_cmpstr (agenda->title.shown, ==, again->title.shown);
  g_assert_cmpstr (agenda->zone_name, ==, again->zone_name);
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      /* An event has a start. */
      if (!*planner_agenda_get_day (agenda, session)->date)
        continue;
      g_test_message ("%s: %s", session->key, session->title.shown);
      assert_session (session, find_by_uid (sessions, g_ptr_array_index (uids, n++)));
    }
  g_assert_cmpuint (n, ==, uids->len);
  g_assert_cmpuint (n, ==, again->sessions->len);
}

static void
test_all (void)
{
  for_each_schedule (assert_reads_back);
}

static void
test_form (void)
{
  static const char *const parts[] = {
    "UID:11111111-1111-4111-8111-111111111111\r\n",
    "DTSTAMP:20270115T080000Z\r\n",
    "DTSTART:20270912T060000Z\r\nDTEND:20270912T070000Z\r\n",
    "SUMMARY:R&D\\, \xe2\x80\x9cone\xe2\x80\x9d\\; two\\\\three\r\n",
    "DESCRIPTION:First line\\nsecond\r\n",
    "LOCATION:Hall 1\r\n",
    "CATEGORIES:Ropes\\, knots\r\n",
    "URL:https://a.example/1\r\n",
    "STATUS:CONFIRMED\r\n",
    "CONFERENCE;VALUE=URI:https://live.example/1\r\n",
    "ATTENDEE;CN=Ada:invalid:nomail\r\n",
    "DTSTART;VALUE=DATE:20270913\r\n",
    "STATUS:CANCELLED\r\n",
    "X-WR-CALNAME:A\\, b\\; c\r\n",
    "X-WR-TIMEZONE:Asia/Shanghai\r\n",
  };
  g_autoptr (PlannerAgenda) agenda = read_text (
      "{\"schedule\":{\"conference\":{\"title\":\"A, b; c\",\"time_zone_name\":\"Asia/Shanghai\",\"days\":[{\"date\":\"2027-09-12\","
      "\"rooms\":{\"Hall 1\":[{\"guid\":\"11111111-1111-4111-8111-111111111111\",\"title\":\"R&D, “one”; two\\\\three\","
      "\"abstract\":\"First line\\nsecond\",\"date\":\"2027-09-12T14:00:00+08:00\",\"duration\":\"01:00\",\"track\":\"Ropes, knots\","
      "\"url\":\"https://a.example/1\",\"live_url\":\"https://live.example/1\",\"persons\":[{\"name\":\"Ada\"}]},"
      "{\"title\":\"Later\",\"date\":\"2027-09-13\",\"cancelled\":true}]}}]}}}");
  g_autofree char *text = planner_agenda_to_ical (agenda, WRITTEN_UTC);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_test_message ("%s", parts[i]);
      g_assert_nonnull (strstr (text, parts[i]));
    }
  assert_lines (text);
}

/* Sessions without a guid, and two with the same, have UIDs as well. */
static void
test_uids (void)
{
  g_autoptr (PlannerAgenda) agenda = read_text (
      "{\"schedule\":{\"conference\":{\"title\":\"Test\",\"days\":[{\"date\":\"2027-09-12\",\"rooms\":{\"Hall\":["
      "{\"title\":\"No guid\",\"date\":\"2027-09-12T14:00:00+08:00\"},"
      "{\"title\":\"Twice\",\"guid\":\"abc\",\"date\":\"2027-09-12T15:00:00+08:00\"},"
      "{\"title\":\"Twice\",\"guid\":\"abc\",\"date\":\"2027-09-12T16:00:00+08:00\"}]}}]}}}");
  g_autofree char *first = planner_agenda_to_ical (agenda, WRITTEN_UTC);
  g_autofree char *second = planner_agenda_to_ical (agenda, WRITTEN_UTC + 1000);
  g_autoptr (GPtrArray) a = list_values (first, "UID:");
  g_autoptr (GPtrArray) b = list_values (second, "UID:");
  g_autoptr (GHashTable) different = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (a->len, ==, 3);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpstr (g_ptr_array_index (a, i), ==, g_ptr_array_index (b, i));
      g_hash_table_add (different, g_ptr_array_index (a, i));
    }
  g_assert_cmpuint (g_hash_table_size (different), ==, 3);
}

static void
test_some (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "agenda", "example.json", NULL);
  g_autoptr (PlannerAgenda) agenda = read_schedule (path);
  const PlannerExportedSession second = { .agenda = agenda,
                                          .session = planner_agenda_get_session (agenda, 1) };
  g_autofree char *text = planner_sessions_to_ical (agenda, &second, 1, 0, WRITTEN_UTC);
  g_autoptr (PlannerAgenda) again = read_text (text);

  g_assert_cmpuint (again->sessions->len, ==, 1);
  g_assert_cmpstr (planner_agenda_get_session (again, 0)->title.shown, ==, second.session->title.shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/share/T7/calendar-has-the-same-sessions-when-read-again", test_all);
  g_test_add_func ("/share/calendar-follows-rfc-5545", test_form);
  g_test_add_func ("/share/calendar-has-the-same-uids-each-time", test_uids);
  g_test_add_func ("/share/calendar-has-only-the-given-sessions", test_some);

  return g_test_run ();
}
