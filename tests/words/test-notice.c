/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-notice.h"

#include <locale.h>

#define NOW 1782900000
#define MINUTE_S 60

static void
set_text (PlannerText *text, const char *value)
{
  planner_text_add (text, "en", value);
  planner_text_choose (text, (const char *const[]) { NULL });
}

static PlannerDueReminder *
make_due (int left_s, const char *stream_url, const char *room_url)
{
  PlannerDueReminder *due = g_new0 (PlannerDueReminder, 1);
  PlannerRoom *room = planner_room_new ();
  PlannerForum *forum = planner_forum_new ();
  PlannerSession *session = planner_session_new ();

  due->agenda = planner_agenda_new ();
  due->agenda->zone = g_time_zone_new_utc ();
  room->name = g_strdup ("Hall <b>");
  set_text (&room->title, room->name);
  room->url = g_strdup (room_url);
  forum->name = g_strdup ("R&D");
  set_text (&forum->title, forum->name);
  session->key = g_strdup ("a");
  set_text (&session->title, "Tables <3");
  session->stream_url = g_strdup (stream_url);
  session->room = room;
  session->forum = forum;
  session->zone = g_time_zone_new_utc ();
  g_ptr_array_add (due->agenda->rooms, room);
  g_ptr_array_add (due->agenda->forums, forum);
  g_ptr_array_add (due->agenda->sessions, session);
  due->session = session;
  due->start_utc = NOW + left_s;
  due->id = g_strdup_printf ("7/%d", left_s);

  return due;
}

static GPtrArray *
make_many (guint n)
{
  GPtrArray *due = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_due_reminder_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (due, make_due (10 * MINUTE_S + (int) i, NULL, NULL));

  return due;
}

static void
test_time (void)
{
  const struct
  {
    int left_s;
    const char *text;
  } cases[] = {
    { 10 * 60, "in 10 minutes" },
    { 10 * 60 - 2, "in 10 minutes" },
    { 9 * 60 + 29, "in 9 minutes" },
    { 60, "in 1 minute" },
    { 30, "in 1 minute" },
    { 29, "now" },
    { 0, "now" },
    { -59, "now" },
    { -60, "started 1 minute ago" },
    { -179, "started 2 minutes ago" },
    { -180, "started 3 minutes ago" },
    { 60 * 60, "in 1 hour" },
    { 90 * 60, "in 90 minutes" },
    { 120 * 60, "in 2 hours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = planner_notice_format_time (NOW + cases[i].left_s, NOW);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_single (void)
{
  g_autoptr (GPtrArray) due = make_many (1);
  g_autoptr (GPtrArray) notices = planner_notices_for_reminders (due, NOW);
  const PlannerNotice *notice = g_ptr_array_index (notices, 0);

  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_cmpstr (notice->id, ==, "reminder-7/600");
  g_assert_cmpstr (notice->title, ==, "Tables <3");
  g_assert_cmpstr (notice->body, ==, "in 10 minutes · Hall <b> · R&D");
  g_assert_cmpstr (notice->action, ==, "app.open-session");
  g_assert_cmpstr (notice->target, ==, "7/600");
  g_assert_cmpstr (notice->snooze, ==, "7/600");
  g_assert_null (notice->link);
  g_assert_true (notice->pressing);
}

static void
test_snooze (void)
{
  const struct
  {
    int left_s;
    gboolean snooze;
  } cases[] = { { 600, TRUE }, { 60, TRUE }, { 59, FALSE }, { 0, FALSE }, { -300, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_due_reminder_free);
      g_autoptr (GPtrArray) notices = NULL;

      g_ptr_array_add (due, make_due (cases[i].left_s, NULL, NULL));
      notices = planner_notices_for_reminders (due, NOW);
      g_assert_cmpint (((PlannerNotice *) g_ptr_array_index (notices, 0))->snooze != NULL, ==,
                       cases[i].snooze);
    }
}

static void
test_link (void)
{
  const struct
  {
    const char *stream, *room, *link;
  } cases[] = {
    { "https://a.example/live", "https://a.example/map", "https://a.example/live" },
    { NULL, "http://a.example/map", "http://a.example/map" },
    { "rtmp://a.example/live", "https://a.example/map", "https://a.example/map" },
    { "javascript:alert(1)", "file:///etc/passwd", NULL },
    { "mailto:a@example.org", NULL, NULL },
    { "https://a.example/\n", NULL, NULL },
    { "https:", "//a.example/", NULL },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_due_reminder_free);
      g_autoptr (GPtrArray) notices = NULL;

      g_ptr_array_add (due, make_due (600, cases[i].stream, cases[i].room));
      notices = planner_notices_for_reminders (due, NOW);
      g_assert_cmpstr (((PlannerNotice *) g_ptr_array_index (notices, 0))->link, ==, cases[i].link);
    }
}

static void
test_three (void)
{
  g_autoptr (GPtrArray) due = make_many (3);
  g_autoptr (GPtrArray) notices = planner_notices_for_reminders (due, NOW);

  g_assert_cmpuint (notices->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((PlannerNotice *) g_ptr_array_index (notices, i))->target, ==,
                     ((PlannerDueReminder *) g_ptr_array_index (due, i))->id);
}

static void
test_summary (void)
{
  g_autoptr (GPtrArray) due = make_many (4);
  g_autoptr (GPtrArray) notices = planner_notices_for_reminders (due, NOW);
  g_autoptr (GPtrArray) again = planner_notices_for_reminders (due, NOW + 90);
  const PlannerNotice *notice = g_ptr_array_index (notices, 0);

  g_assert_cmpuint (notices->len, ==, 1);
  g_assert_cmpstr (notice->title, ==, "4 sessions of My Schedule");
  g_assert_cmpstr (notice->body, ==,
                   "Tables <3 · in 10 minutes\nTables <3 · in 10 minutes\nTables <3 · in 10 minutes\n"
                   "Tables <3 · in 10 minutes");
  g_assert_cmpstr (notice->action, ==, "app.show-my-schedule");
  g_assert_null (notice->target);
  g_assert_null (notice->snooze);
  g_assert_cmpuint (g_strv_length (notice->reminders), ==, 4);
  /* Told again, it replaces itself. */
  g_assert_cmpstr (notice->id, ==, ((PlannerNotice *) g_ptr_array_index (again, 0))->id);
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) due = make_many (40);
  g_autoptr (GPtrArray) notices = planner_notices_for_reminders (due, NOW);
  const PlannerNotice *notice = g_ptr_array_index (notices, 0);
  g_auto (GStrv) lines = g_strsplit (notice->body, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_cmpstr (lines[4], ==, "and 36 more");
}

static PlannerSketch *
make_sketch (const char *title, int hour, const char *room)
{
  PlannerSketch *sketch = planner_sketch_new_empty ();

  set_text (&sketch->title, title);
  g_set_str (&sketch->date, "2026-07-01");
  /* 2026-07-01, midnight */
  sketch->start_utc = 1782864000 + hour * 60 * MINUTE_S;
  sketch->duration_s = 30 * MINUTE_S;
  g_set_str (&sketch->room_name, room);
  set_text (&sketch->room, room);

  return sketch;
}

static PlannerChange *
make_change (const char *title, PlannerChangeFlags flags)
{
  const PlannerIdentity identity = { .key = (char *) "a" };
  g_autoptr (PlannerSketch) was = make_sketch (title, 10, "Hall <b>");
  g_autoptr (PlannerSketch) is = make_sketch (title, 11, "B <1>");
  PlannerChange *change = planner_change_new (&identity, was, flags & PLANNER_CHANGE_WITHDRAWN ? NULL : is);

  change->flags = flags;

  return change;
}

static PlannerNotice *
tell_changes (const PlannerChangeFlags *flags, guint n)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  const PlannerClock clock = { .zone = zone };
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_change_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (changes, make_change ("Tables <3", flags[i]));

  return planner_notice_for_changes (7, changes, &clock);
}

/* What was, and what is. A name is set apart, so that what is written from right to left stays in its place. */
static void
test_change (void)
{
  const PlannerChangeFlags flags[] = { PLANNER_CHANGE_MOVED | PLANNER_CHANGE_ROOM };
  g_autoptr (PlannerNotice) notice = tell_changes (flags, 1);
  g_auto (GStrv) lines = g_strsplit (notice->body, "\n", -1);

  g_assert_cmpstr (notice->id, ==, "changes-7");
  g_assert_cmpstr (notice->title, ==, "Tables <3");
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_nonnull (strstr (lines[0], "10:00 – 10:30"));
  g_assert_nonnull (strstr (strstr (lines[0], "→"), "11:00 – 11:30"));
  g_assert_nonnull (strstr (lines[1], "Hall <b>"));
  g_assert_nonnull (strstr (strstr (lines[1], "→"), "B <1>"));
  g_assert_cmpstr (notice->action, ==, "app.open-session");
  g_assert_cmpstr (notice->target, ==, "7/a");
  g_assert_null (notice->snooze);
  g_assert_false (notice->pressing);
}

static void
test_changes (void)
{
  const PlannerChangeFlags flags[] = { PLANNER_CHANGE_MOVED, PLANNER_CHANGE_WITHDRAWN, PLANNER_CHANGE_ROOM,
                                       PLANNER_CHANGE_MOVED, PLANNER_CHANGE_MOVED,     PLANNER_CHANGE_ROOM };
  g_autoptr (PlannerNotice) notice = tell_changes (flags, G_N_ELEMENTS (flags));
  g_auto (GStrv) lines = g_strsplit (notice->body, "\n", -1);

  g_assert_cmpstr (notice->id, ==, "changes-7");
  g_assert_cmpstr (notice->title, ==, "6 changes in My Schedule");
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[1], "Tables <3 · No longer in the schedule"));
  g_assert_cmpstr (lines[4], ==, "and 2 more");
  g_assert_cmpstr (notice->target, ==, "7/");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agent/notice/R4/time", test_time);
  g_test_add_func ("/agent/notice/single", test_single);
  g_test_add_func ("/agent/notice/snooze", test_snooze);
  g_test_add_func ("/agent/notice/link", test_link);
  g_test_add_func ("/agent/notice/R6/three", test_three);
  g_test_add_func ("/agent/notice/R6/summary", test_summary);
  g_test_add_func ("/agent/notice/R6/many", test_many);
  g_test_add_func ("/agent/notice/R10/change", test_change);
  g_test_add_func ("/agent/notice/R10/changes", test_changes);

  return g_test_run ();
}
