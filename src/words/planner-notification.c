/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-notification.h"

#include "model/planner-session-id.h"
#include "model/planner-time.h"
#include "words/planner-clock.h"
#include "words/planner-words.h"

#include <glib/gi18n.h>

#define MINUTE_S 60

/* A list names this many sessions and counts the others. */
#define MAX_NAMED 5

/* GNOME Shell shows line breaks as spaces, so a line break alone does not separate the items of a list. */
#define ITEM_SEPARATOR ";\n"

static PlannerNotification *
notification_new (void)
{
  PlannerNotification *notification = g_new0 (PlannerNotification, 1);

  notification->reminders = g_new0 (char *, 1);

  return notification;
}

static const char *
find_link (const PlannerSession *session)
{
  if (planner_notification_is_web_link (session->stream_url))
    return session->stream_url;
  if (session->room && planner_notification_is_web_link (session->room->url))
    return session->room->url;

  return NULL;
}

/* "10:30", "Sat 27, 10:30" on another day, "10:30 (UTC+8)" in another zone than the computer's */
static char *
format_time (GDateTime *time, gint64 now_utc, const PlannerNotificationClock *clock)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now_utc);
  g_autoptr (GDateTime) now = g_date_time_to_timezone (utc, g_date_time_get_timezone (time));
  g_autofree char *text = planner_format_clock (time, clock->twelve_hours);
  g_autofree char *zone = planner_dup_zone_name (time, clock->local);

  if (g_date_time_get_day_of_year (time) != g_date_time_get_day_of_year (now))
    {
      /* Translators: a day for g_date_time_format(), as short as can be, as in "Sat 27". */
      /* xgettext:no-c-format */
      g_autofree char *day = g_date_time_format (time, _ ("%a %-d"));
      g_autofree char *hour = g_steal_pointer (&text);

      /* Translators: a day and a time, as in "Sat 27, 10:00 – 10:45". */
      text = g_strdup_printf (_ ("%s, %s"), day, hour);
    }

  return zone ? g_strdup_printf ("%s (%s)", text, zone) : g_steal_pointer (&text);
}

static char *
format_start (const PlannerDueReminder *due, gint64 now_utc, const PlannerNotificationClock *clock)
{
  GTimeZone *zone = clock->shows_local ? clock->local : due->session->zone;
  g_autoptr (GDateTime) start = planner_time_to_zone (due->start_utc, zone);
  g_autofree char *time = start ? format_time (start, now_utc, clock) : g_strdup ("");

  /* Translators: %s is a time, as in "Started at 10:30". */
  return due->is_late ? g_strdup_printf (_ ("Started at %s"), time) : g_steal_pointer (&time);
}

static void
append_part (GString *text, const char *part)
{
  g_autofree char *isolated = NULL;

  if (!part)
    return;

  isolated = planner_isolate (part);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, isolated);
}

/* "10:30 · Hall 2 · Main Forum" */
static char *
describe_session (const PlannerDueReminder *due, gint64 now_utc, const PlannerNotificationClock *clock)
{
  g_autofree char *start = format_start (due, now_utc, clock);
  GString *text = g_string_new (start);

  if (due->session->room)
    append_part (text, due->session->room->title.shown);
  if (due->session->forum)
    append_part (text, due->session->forum->title.shown);

  return g_string_free_and_steal (text);
}

/* "10:30 · Title · Hall 2", without the start if that is NULL */
static char *
describe_item (const PlannerDueReminder *due, const char *start)
{
  GString *text = g_string_new (start);

  append_part (text, due->session->title.shown);
  if (due->session->room)
    append_part (text, due->session->room->title.shown);

  return g_string_free_and_steal (text);
}

static PlannerNotification *
make_single (const PlannerDueReminder *due, gint64 now_utc, const PlannerNotificationClock *clock)
{
  PlannerNotification *notification = notification_new ();

  notification->id = g_strconcat ("reminder-", due->id, NULL);
  notification->title = g_strdup (due->session->title.shown);
  notification->body = describe_session (due, now_utc, clock);
  notification->action = "app.open-session";
  notification->target = g_strdup (due->id);
  notification->link = g_strdup (find_link (due->session));
  notification->is_urgent = TRUE;
  if (due->start_utc - now_utc >= MINUTE_S)
    notification->snooze = g_strdup (due->id);
  g_strfreev (notification->reminders);
  notification->reminders = g_strdupv ((char *[]) { due->id, NULL });

  return notification;
}

static guint
count_named (guint n)
{
  return n > MAX_NAMED ? MAX_NAMED - 1 : n;
}

static void
append_item (GString *text, const char *item)
{
  if (text->len > 0)
    g_string_append (text, ITEM_SEPARATOR);
  g_string_append (text, item);
}

static void
append_others (GString *text, guint n)
{
  g_autofree char *others = NULL;

  if (n == 0)
    return;

  /* Translators: the last line of a list of sessions. */
  others = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);
  append_item (text, others);
}

/* Writes the start of sessions once if it is the same, so that a line of a closed notification has room for more titles. */
static char *
list_sessions (GPtrArray *due, gint64 now_utc, const PlannerNotificationClock *clock)
{
  GString *text = g_string_new (NULL);
  g_autofree char *before = NULL;
  const guint n_named = count_named (due->len);

  for (guint i = 0; i < n_named; i++)
    {
      const PlannerDueReminder *reminder = g_ptr_array_index (due, i);
      g_autofree char *start = format_start (reminder, now_utc, clock);
      g_autofree char *item = describe_item (reminder, g_strcmp0 (start, before) == 0 ? NULL : start);

      append_item (text, item);
      g_set_str (&before, start);
    }
  append_others (text, due->len - n_named);

  return g_string_free_and_steal (text);
}

static GStrv
dup_ids (GPtrArray *due)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < due->len; i++)
    g_strv_builder_add (ids, ((const PlannerDueReminder *) g_ptr_array_index (due, i))->id);

  return g_strv_builder_end (ids);
}

/* @due: reminders of one conference */
static PlannerNotification *
make_summary (GPtrArray *due, gint64 now_utc, const PlannerNotificationClock *clock)
{
  const PlannerDueReminder *first = g_ptr_array_index (due, 0);
  g_autofree char *conference = planner_isolate (first->conference_title);
  PlannerNotification *notification = notification_new ();

  notification->id = planner_notification_dup_summary_id (first->conference_id);
  /* Translators: %s is the title of a conference, as in "FOSDEM 2026: 4 sessions". */
  notification->title =
      g_strdup_printf (ngettext ("%s: %u session", "%s: %u sessions", due->len), conference, due->len);
  notification->body = list_sessions (due, now_utc, clock);
  notification->action = "app.open-session";
  notification->target = planner_session_id_new (first->conference_id, "");
  notification->is_summary = TRUE;
  notification->is_urgent = TRUE;
  g_strfreev (notification->reminders);
  notification->reminders = dup_ids (due);

  return notification;
}

static GPtrArray *
take_conference (GPtrArray *rest)
{
  const gint64 conference_id = ((const PlannerDueReminder *) g_ptr_array_index (rest, 0))->conference_id;
  GPtrArray *due = g_ptr_array_new ();
  guint n_left = 0;

  for (guint i = 0; i < rest->len; i++)
    if (((const PlannerDueReminder *) g_ptr_array_index (rest, i))->conference_id == conference_id)
      g_ptr_array_add (due, g_ptr_array_index (rest, i));
    else
      g_ptr_array_index (rest, n_left++) = g_ptr_array_index (rest, i);
  g_ptr_array_set_size (rest, (int) n_left);

  return due;
}

static const char *
get_title (const PlannerChange *change)
{
  return planner_change_get_sketch (change)->title.shown;
}

static void
append_zone (GString *text, GPtrArray *changes, GTimeZone *zone, const PlannerNotificationClock *clock)
{
  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *note =
          planner_change_dup_zone_note (g_ptr_array_index (changes, i), zone, clock->local);

      if (!note)
        continue;

      append_item (text, note);
      return;
    }
}

static void
append_change (GString *text, const PlannerChange *change, const PlannerClock *clock, gboolean with_title)
{
  g_auto (GStrv) lines = planner_change_dup_lines (change, clock);
  g_autofree char *what = g_strjoinv (with_title ? ", " : ITEM_SEPARATOR, lines);
  g_autofree char *title = planner_isolate (get_title (change));
  g_autofree char *item = with_title ? g_strjoin (" · ", title, what, NULL) : g_steal_pointer (&what);

  append_item (text, item);
}

static char *
list_changes (GPtrArray *changes, GTimeZone *zone, const PlannerNotificationClock *clock)
{
  const PlannerClock change_clock = { .zone = zone, .twelve_hours = clock->twelve_hours };
  GString *text = g_string_new (NULL);
  const guint n_named = count_named (changes->len);

  for (guint i = 0; i < n_named; i++)
    append_change (text, g_ptr_array_index (changes, i), &change_clock, changes->len > 1);
  append_others (text, changes->len - n_named);
  append_zone (text, changes, zone, clock);

  return g_string_free_and_steal (text);
}

static char *
make_changes_title (GPtrArray *changes)
{
  if (changes->len == 1)
    return g_strdup (get_title (g_ptr_array_index (changes, 0)));

  return g_strdup_printf (ngettext ("%u change in My Schedule", "%u changes in My Schedule", changes->len),
                          changes->len);
}

void
planner_notification_free (PlannerNotification *notification)
{
  g_free (notification->id);
  g_free (notification->title);
  g_free (notification->body);
  g_free (notification->target);
  g_free (notification->snooze);
  g_free (notification->link);
  g_strfreev (notification->reminders);
  g_free (notification);
}

/**
 * planner_notifications_for_reminders:
 * @due: (element-type PlannerDueReminder): the reminders that are due at one time, by start
 * @now_utc: the current time in seconds since the epoch
 * @clock: how times are shown
 *
 * Returns: (transfer full) (element-type PlannerNotification): for each conference one notification a reminder, or one
 *   summary if there are more than %PLANNER_NOTIFICATION_MAX_SINGLE
 */
GPtrArray *
planner_notifications_for_reminders (GPtrArray *due, gint64 now_utc, const PlannerNotificationClock *clock)
{
  GPtrArray *notifications = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_notification_free);
  g_autoptr (GPtrArray) rest = g_ptr_array_new ();

  g_ptr_array_extend (rest, due, NULL, NULL);
  while (rest->len > 0)
    {
      g_autoptr (GPtrArray) of_conference = take_conference (rest);

      if (of_conference->len > PLANNER_NOTIFICATION_MAX_SINGLE)
        g_ptr_array_add (notifications, make_summary (of_conference, now_utc, clock));
      else
        for (guint i = 0; i < of_conference->len; i++)
          g_ptr_array_add (notifications, make_single (g_ptr_array_index (of_conference, i), now_utc, clock));
    }

  return notifications;
}

/**
 * planner_notification_for_changes:
 * @conference_id: the number of the conference
 * @changes: (element-type PlannerChange): changes of starred sessions; at least one
 * @venue: the zone of the conference
 * @clock: how times are shown
 *
 * Returns: (transfer full): one notification for all changes, which replaces the previous one of the conference
 */
PlannerNotification *
planner_notification_for_changes (gint64 conference_id,
                                  GPtrArray *changes,
                                  GTimeZone *venue,
                                  const PlannerNotificationClock *clock)
{
  PlannerNotification *notification = notification_new ();
  const PlannerChange *first = g_ptr_array_index (changes, 0);

  notification->id = g_strdup_printf ("changes-%" G_GINT64_FORMAT, conference_id);
  notification->title = make_changes_title (changes);
  notification->body = list_changes (changes, clock->shows_local ? clock->local : venue, clock);
  notification->action = "app.open-session";
  notification->target = planner_session_id_new (conference_id, changes->len == 1 ? first->key : "");

  return notification;
}

/**
 * planner_notification_for_test:
 * @lead_minutes: the default lead time; less than 0 for no reminders
 * @now_utc: the current time in seconds since the epoch
 * @clock: how times are shown
 *
 * Returns: (transfer full): a notification like a reminder, for the attendee to see whether notifications arrive
 */
PlannerNotification *
planner_notification_for_test (int lead_minutes, gint64 now_utc, const PlannerNotificationClock *clock)
{
  PlannerNotification *notification = notification_new ();
  g_autoptr (GDateTime) start =
      planner_time_to_zone (now_utc + MAX (lead_minutes, 0) * MINUTE_S, clock->local);
  g_autofree char *time = format_time (start, now_utc, clock);

  notification->id = g_strdup ("reminder-test");
  notification->title = g_strdup (_ ("Test Reminder"));
  /* Translators: %s is a time, as in "10:30 · Room · Forum". */
  notification->body = g_strdup_printf (_ ("%s · Room · Forum"), time);
  notification->action = "app.show-my-schedule";
  notification->is_urgent = TRUE;

  return notification;
}

/**
 * planner_notification_dup_summary_id:
 * @conference_id: the number of a conference
 *
 * A conference has one summary at a time, so that a process can withdraw the summary that an earlier process sent.
 *
 * Returns: (transfer full): the id of the notification
 */
char *
planner_notification_dup_summary_id (gint64 conference_id)
{
  return g_strdup_printf ("reminders-%" G_GINT64_FORMAT, conference_id);
}

/**
 * planner_notification_is_web_link:
 * @uri: (nullable): any text
 *
 * Returns: whether @uri is an http or https address with a host
 */
gboolean
planner_notification_is_web_link (const char *uri)
{
  g_autoptr (GUri) parsed =
      uri && !strpbrk (uri, " \t\r\n") ? g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *scheme = parsed ? g_uri_get_scheme (parsed) : NULL;
  const char *host = parsed ? g_uri_get_host (parsed) : NULL;

  return host && *host && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"));
}
