/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-notification.h"

#include <locale.h>

#define NOW 1782900000
#define MINUTE_S 60

static void
set_text (PlannerText *text, const char *value)
{
  planner_text_add (text, "en", value);
  planner_text_choose (text, (const char *const[]) { NULL });
}

static void
move_to_conference (PlannerDueReminder *due, gint64 conference_id)
{
  g_autofree char *old_id = g_steal_pointer (&due->id);

  due->conference_id = conference_id;
  due->id = g_strdup_printf ("%" G_GINT64_FORMAT "%s", conference_id, strchr (old_id, '/'));
  g_free (due->conference_title);
  due->conference_title = g_strdup_printf ("Conference %" G_GINT64_FORMAT, conference_id);
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
  move_to_conference (due, 7);

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

static GPtrArray *
show (GPtrArray *due, gint64 now_utc)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_utc ();
  const PlannerNotificationClock clock = { .local = local };

  return planner_notifications_for_reminders (due, now_utc, &clock);
}

static char *
dup_body (PlannerDueReminder *reminder, const char *venue, const PlannerNotificationClock *clock)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_due_reminder_free);
  g_autoptr (GPtrArray) notifications = NULL;
  PlannerSession *session = (PlannerSession *) reminder->session;

  g_time_zone_unref (session->zone);
  session->zone = g_time_zone_new_identifier (venue);
  g_ptr_array_add (due, reminder);
  notifications = planner_notifications_for_reminders (due, NOW, clock);

  return g_strdup (((PlannerNotification *) g_ptr_array_index (notifications, 0))->body);
}

/* The text does not depend on when it is read, so it has no time left. */
static void
test_time (void)
{
  const struct
  {
    int left_s;
    gboolean is_late, twelve_hours;
    const char *text;
  } cases[] = {
    { 10 * 60, FALSE, FALSE, "10:10 · Hall <b> · R&D" },
    { 10 * 60 - 1, FALSE, FALSE, "10:09 · Hall <b> · R&D" },
    { 29, FALSE, FALSE, "10:00 · Hall <b> · R&D" },
    { 0, FALSE, FALSE, "10:00 · Hall <b> · R&D" },
    { -60, TRUE, FALSE, "Started at 09:59 · Hall <b> · R&D" },
    { -180, TRUE, TRUE, "Started at 9:57\u00a0AM · Hall <b> · R&D" },
    { 120 * 60, FALSE, FALSE, "12:00 · Hall <b> · R&D" },
    { 24 * 60 * 60, FALSE, FALSE, "Thu 2, 10:00 · Hall <b> · R&D" },
  };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const PlannerNotificationClock clock = { utc, FALSE, cases[i].twelve_hours };
      PlannerDueReminder *reminder = make_due (cases[i].left_s, NULL, NULL);
      g_autofree char *body = NULL;

      reminder->is_late = cases[i].is_late;
      body = dup_body (reminder, "UTC", &clock);
      g_assert_cmpstr (body, ==, cases[i].text);
    }
}

static void
test_zone (void)
{
  const struct
  {
    const char *venue, *local;
    gboolean shows_local;
    const char *text;
  } cases[] = {
    { "Asia/Shanghai", "UTC", FALSE, "18:10 (UTC+8) · Hall <b> · R&D" },
    { "Asia/Shanghai", "UTC", TRUE, "10:10 · Hall <b> · R&D" },
    { "Asia/Shanghai", "Asia/Singapore", FALSE, "18:10 · Hall <b> · R&D" },
    { "America/St_Johns", "Europe/Berlin", FALSE, "07:40 (UTC−2:30) · Hall <b> · R&D" },
    { "UTC", "Europe/London", FALSE, "10:10 (UTC) · Hall <b> · R&D" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GTimeZone) local = g_time_zone_new_identifier (cases[i].local);
      const PlannerNotificationClock clock = { local, cases[i].shows_local, FALSE };
      g_autofree char *body = dup_body (make_due (10 * MINUTE_S, NULL, NULL), cases[i].venue, &clock);

      g_assert_cmpstr (body, ==, cases[i].text);
    }
}

static void
test_single (void)
{
  g_autoptr (GPtrArray) due = make_many (1);
  g_autoptr (GPtrArray) notifications = show (due, NOW);
  const PlannerNotification *notification = g_ptr_array_index (notifications, 0);

  g_assert_cmpuint (notifications->len, ==, 1);
  g_assert_cmpstr (notification->id, ==, "reminder-7/600");
  g_assert_cmpstr (notification->title, ==, "Tables <3");
  g_assert_cmpstr (notification->body, ==, "10:10 · Hall <b> · R&D");
  g_assert_cmpstr (notification->action, ==, "app.open-session");
  g_assert_cmpstr (notification->target, ==, "7/600");
  g_assert_cmpstr (notification->snooze, ==, "7/600");
  g_assert_null (notification->link);
  g_assert_true (notification->is_urgent);
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
      g_autoptr (GPtrArray) notifications = NULL;

      g_ptr_array_add (due, make_due (cases[i].left_s, NULL, NULL));
      notifications = show (due, NOW);
      g_assert_cmpint (((PlannerNotification *) g_ptr_array_index (notifications, 0))->snooze != NULL, ==,
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
      g_autoptr (GPtrArray) notifications = NULL;

      g_ptr_array_add (due, make_due (600, cases[i].stream, cases[i].room));
      notifications = show (due, NOW);
      g_assert_cmpstr (((PlannerNotification *) g_ptr_array_index (notifications, 0))->link, ==,
                       cases[i].link);
    }
}

static void
test_three (void)
{
  g_autoptr (GPtrArray) due = make_many (3);
  g_autoptr (GPtrArray) notifications = show (due, NOW);

  g_assert_cmpuint (notifications->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpstr (((PlannerNotification *) g_ptr_array_index (notifications, i))->target, ==,
                     ((PlannerDueReminder *) g_ptr_array_index (due, i))->id);
}

static void
test_summary (void)
{
  g_autoptr (GPtrArray) due = make_many (4);
  g_autoptr (GPtrArray) notifications = show (due, NOW);
  g_autoptr (GPtrArray) again = show (due, NOW + 90);
  const PlannerNotification *notification = g_ptr_array_index (notifications, 0);

  g_assert_cmpuint (notifications->len, ==, 1);
  g_assert_cmpstr (notification->title, ==, "Conference 7: 4 sessions");
  g_assert_cmpstr (notification->body, ==,
                   "10:10 · Tables <3 · Hall <b>;\nTables <3 · Hall <b>;\n"
                   "Tables <3 · Hall <b>;\nTables <3 · Hall <b>");
  g_assert_cmpstr (notification->action, ==, "app.open-session");
  g_assert_cmpstr (notification->target, ==, "7/");
  g_assert_true (notification->is_urgent);
  g_assert_true (notification->is_summary);
  g_assert_null (notification->snooze);
  g_assert_cmpuint (g_strv_length (notification->reminders), ==, 4);
  /* The next summary of the conference replaces it. */
  g_assert_cmpstr (notification->id, ==, ((PlannerNotification *) g_ptr_array_index (again, 0))->id);
}

static void
test_summary_starts (void)
{
  g_autoptr (GPtrArray) due = make_many (4);
  g_autoptr (GPtrArray) notifications = NULL;

  ((PlannerDueReminder *) g_ptr_array_index (due, 2))->start_utc += 5 * MINUTE_S;
  ((PlannerDueReminder *) g_ptr_array_index (due, 3))->start_utc += 5 * MINUTE_S;
  notifications = show (due, NOW);
  g_assert_cmpstr (((PlannerNotification *) g_ptr_array_index (notifications, 0))->body, ==,
                   "10:10 · Tables <3 · Hall <b>;\nTables <3 · Hall <b>;\n"
                   "10:15 · Tables <3 · Hall <b>;\nTables <3 · Hall <b>");
}

/* Each conference has its own summary, which opens that conference's My Schedule. */
static void
test_two_conferences (void)
{
  const struct
  {
    guint n_first, n_second, n_expected;
    gboolean are_summaries;
  } cases[] = { { 4, 4, 2, TRUE }, { 2, 2, 4, FALSE }, { 3, 1, 4, FALSE }, { 4, 1, 2, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) due = make_many (cases[i].n_first + cases[i].n_second);
      g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) notifications = NULL;

      for (guint j = 0; j < cases[i].n_second; j++)
        move_to_conference (g_ptr_array_index (due, j * 2 % due->len), 8);
      notifications = show (due, NOW);
      g_assert_cmpuint (notifications->len, ==, cases[i].n_expected);
      for (guint j = 0; j < notifications->len; j++)
        {
          const PlannerNotification *notification = g_ptr_array_index (notifications, j);

          g_assert_true (g_hash_table_add (ids, notification->id));
          if (cases[i].are_summaries)
            g_assert_cmpstr (notification->target, ==, j == 0 ? "8/" : "7/");
        }
    }
}

static void
test_many (void)
{
  g_autoptr (GPtrArray) due = make_many (40);
  g_autoptr (GPtrArray) notifications = show (due, NOW);
  const PlannerNotification *notification = g_ptr_array_index (notifications, 0);
  g_auto (GStrv) lines = g_strsplit (notification->body, "\n", -1);

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

static PlannerNotification *
show_changes (const PlannerChangeFlags *flags, guint n, const char *venue, gboolean shows_local)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (venue);
  g_autoptr (GTimeZone) local = g_time_zone_new_utc ();
  const PlannerNotificationClock clock = { .local = local, .shows_local = shows_local };
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_change_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (changes, make_change ("Tables <3", flags[i]));

  return planner_notification_for_changes (7, changes, zone, &clock);
}

/* The text has the old and the new value. Names are isolated, so that right-to-left text stays in its place. */
static void
test_change (void)
{
  const PlannerChangeFlags flags[] = { PLANNER_CHANGE_MOVED | PLANNER_CHANGE_ROOM };
  g_autoptr (PlannerNotification) notification = show_changes (flags, 1, "UTC", FALSE);
  g_auto (GStrv) lines = g_strsplit (notification->body, "\n", -1);

  g_assert_cmpstr (notification->id, ==, "changes-7");
  g_assert_cmpstr (notification->title, ==, "Tables <3");
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_nonnull (strstr (lines[0], "10:00 – 10:30"));
  g_assert_nonnull (strstr (strstr (lines[0], "→"), "11:00 – 11:30"));
  g_assert_nonnull (strstr (lines[1], "Hall <b>"));
  g_assert_nonnull (strstr (strstr (lines[1], "→"), "B <1>"));
  g_assert_cmpstr (notification->action, ==, "app.open-session");
  g_assert_cmpstr (notification->target, ==, "7/a");
  g_assert_null (notification->snooze);
  g_assert_false (notification->is_urgent);
}

static void
test_changes (void)
{
  const PlannerChangeFlags flags[] = { PLANNER_CHANGE_MOVED, PLANNER_CHANGE_WITHDRAWN, PLANNER_CHANGE_ROOM,
                                       PLANNER_CHANGE_MOVED, PLANNER_CHANGE_MOVED,     PLANNER_CHANGE_ROOM };
  g_autoptr (PlannerNotification) notification = show_changes (flags, G_N_ELEMENTS (flags), "UTC", FALSE);
  g_auto (GStrv) lines = g_strsplit (notification->body, "\n", -1);

  g_assert_cmpstr (notification->id, ==, "changes-7");
  g_assert_cmpstr (notification->title, ==, "6 changes in My Schedule");
  g_assert_cmpuint (g_strv_length (lines), ==, 5);
  g_assert_true (g_str_has_prefix (lines[1], "Tables <3 · No longer in the schedule"));
  g_assert_cmpstr (lines[4], ==, "and 2 more");
  g_assert_cmpstr (notification->target, ==, "7/");
}

static void
test_changes_zone (void)
{
  const PlannerChangeFlags moved = PLANNER_CHANGE_MOVED;
  const PlannerChangeFlags room = PLANNER_CHANGE_ROOM;
  g_autoptr (PlannerNotification) at_venue = show_changes (&moved, 1, "Asia/Shanghai", FALSE);
  g_autoptr (PlannerNotification) local = show_changes (&moved, 1, "Asia/Shanghai", TRUE);
  g_autoptr (PlannerNotification) without_time = show_changes (&room, 1, "Asia/Shanghai", FALSE);

  g_assert_nonnull (strstr (at_venue->body, "18:00 – 18:30"));
  g_assert_true (g_str_has_suffix (at_venue->body, ";\nTimes in UTC+8"));
  g_assert_nonnull (strstr (local->body, "10:00 – 10:30"));
  g_assert_null (strstr (local->body, "UTC"));
  g_assert_null (strstr (without_time->body, "UTC"));
}

/* GNOME Shell shows a line break as a space. */
static void
test_separators (void)
{
  const PlannerChangeFlags flags[] = { PLANNER_CHANGE_MOVED | PLANNER_CHANGE_ROOM, PLANNER_CHANGE_MOVED };
  g_autoptr (GPtrArray) due = make_many (6);
  g_autoptr (GPtrArray) summaries = show (due, NOW);
  g_autoptr (PlannerNotification) one = show_changes (flags, 1, "UTC", FALSE);
  g_autoptr (PlannerNotification) two = show_changes (flags, 2, "UTC", FALSE);
  const char *const bodies[] = { ((PlannerNotification *) g_ptr_array_index (summaries, 0))->body, one->body,
                                 two->body };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_assert_nonnull (strchr (bodies[i], '\n'));
      for (const char *line_end = bodies[i]; (line_end = strchr (line_end, '\n')); line_end++)
        g_assert_cmpint (line_end[-1], ==, ';');
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/R4/R12/reminder-shows-the-start-by-the-clock", test_time);
  g_test_add_func ("/words/R13/reminder-names-a-zone-that-differs", test_zone);
  g_test_add_func ("/words/notification/one-reminder", test_single);
  g_test_add_func ("/words/notification/snooze-only-before-the-start", test_snooze);
  g_test_add_func ("/words/notification/only-web-links", test_link);
  g_test_add_func ("/words/R6/three-reminders-stay-apart", test_three);
  g_test_add_func ("/words/R6/four-reminders-become-a-summary", test_summary);
  g_test_add_func ("/words/R12/summary-gives-each-start-once", test_summary_starts);
  g_test_add_func ("/words/R6/long-summary-counts-the-rest", test_many);
  g_test_add_func ("/words/R11/each-conference-has-its-own-summary", test_two_conferences);
  g_test_add_func ("/words/R11/separators-survive-without-line-breaks", test_separators);
  g_test_add_func ("/words/R10/one-change", test_change);
  g_test_add_func ("/words/R10/several-changes", test_changes);
  g_test_add_func ("/words/R13/changes-name-a-zone-that-differs", test_changes_zone);

  return g_test_run ();
}
