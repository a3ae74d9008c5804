/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "words/planner-notice.h"

#include "model/planner-session-id.h"

#include <glib/gi18n.h>

#define MINUTE_S 60
#define HOUR_S (60 * MINUTE_S)

/* A summary names this many sessions and counts the others. */
#define MAX_NAMED 5

static PlannerNotice *
notice_new (void)
{
  PlannerNotice *notice = g_new0 (PlannerNotice, 1);

  notice->reminders = g_new0 (char *, 1);

  return notice;
}

static const char *
find_link (const PlannerSession *session)
{
  if (planner_notice_is_web_link (session->stream_url))
    return session->stream_url;
  if (session->room && planner_notice_is_web_link (session->room->url))
    return session->room->url;

  return NULL;
}

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
describe_session (const PlannerSession *session, gint64 start_utc, gint64 now_utc)
{
  g_autofree char *when = planner_notice_format_time (start_utc, now_utc);
  GString *text = g_string_new (when);

  if (session->room)
    append_part (text, session->room->title.shown);
  if (session->forum)
    append_part (text, session->forum->title.shown);

  return g_string_free_and_steal (text);
}

static PlannerNotice *
make_single (const PlannerDueReminder *due, gint64 now_utc)
{
  PlannerNotice *notice = notice_new ();

  notice->id = g_strconcat ("reminder-", due->id, NULL);
  notice->title = g_strdup (due->session->title.shown);
  notice->body = describe_session (due->session, due->start_utc, now_utc);
  notice->action = "app.open-session";
  notice->target = g_strdup (due->id);
  notice->link = g_strdup (find_link (due->session));
  notice->pressing = TRUE;
  if (due->start_utc - now_utc >= MINUTE_S)
    notice->snooze = g_strdup (due->id);
  g_strfreev (notice->reminders);
  notice->reminders = g_strdupv ((char *[]) { due->id, NULL });

  return notice;
}

static guint
count_named (guint n)
{
  return n > MAX_NAMED ? MAX_NAMED - 1 : n;
}

static void
append_line (GString *text, const char *title, const char *rest)
{
  g_string_append_printf (text, "%s%s · %s", text->len > 0 ? "\n" : "", title, rest);
}

static void
append_others (GString *text, guint n)
{
  if (n == 0)
    return;

  g_string_append_c (text, '\n');
  /* Translators: the last line of a list of sessions. */
  g_string_append_printf (text, ngettext ("and %u more", "and %u more", n), n);
}

static char *
list_sessions (GPtrArray *due, gint64 now_utc)
{
  GString *text = g_string_new (NULL);
  const guint n_named = count_named (due->len);

  for (guint i = 0; i < n_named; i++)
    {
      const PlannerDueReminder *reminder = g_ptr_array_index (due, i);
      g_autofree char *when = planner_notice_format_time (reminder->start_utc, now_utc);

      append_line (text, reminder->session->title.shown, when);
    }
  append_others (text, due->len - n_named);

  return g_string_free_and_steal (text);
}

static const char *
get_title (const PlannerChange *change)
{
  return planner_change_get_sketch (change)->title.shown;
}

static char *
list_changes (GPtrArray *changes, const PlannerClock *clock)
{
  GString *text = g_string_new (NULL);
  const guint n_named = count_named (changes->len);

  for (guint i = 0; i < n_named; i++)
    {
      const PlannerChange *change = g_ptr_array_index (changes, i);
      g_auto (GStrv) lines = planner_change_dup_lines (change, clock);
      g_autofree char *what = g_strjoinv (", ", lines);

      append_line (text, get_title (change), what);
    }
  append_others (text, changes->len - n_named);

  return g_string_free_and_steal (text);
}

static void
describe_change (PlannerNotice *notice, const PlannerChange *change, const PlannerClock *clock)
{
  g_auto (GStrv) lines = planner_change_dup_lines (change, clock);

  notice->title = g_strdup (get_title (change));
  notice->body = g_strjoinv ("\n", lines);
}

static PlannerNotice *
make_summary (GPtrArray *due, gint64 now_utc)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  PlannerNotice *notice = notice_new ();

  for (guint i = 0; i < due->len; i++)
    g_strv_builder_add (ids, ((const PlannerDueReminder *) g_ptr_array_index (due, i))->id);

  notice->id = g_strdup (PLANNER_SUMMARY_ID);
  notice->title =
      g_strdup_printf (ngettext ("%u session of My Schedule", "%u sessions of My Schedule", due->len),
                       due->len);
  notice->body = list_sessions (due, now_utc);
  notice->action = "app.show-my-schedule";
  notice->pressing = TRUE;
  g_strfreev (notice->reminders);
  notice->reminders = g_strv_builder_end (ids);

  return notice;
}

void
planner_notice_free (PlannerNotice *notice)
{
  g_free (notice->id);
  g_free (notice->title);
  g_free (notice->body);
  g_free (notice->target);
  g_free (notice->snooze);
  g_free (notice->link);
  g_strfreev (notice->reminders);
  g_free (notice);
}

/**
 * planner_notices_for_reminders:
 * @due: (element-type PlannerDueReminder): what is to be told at one time, by start
 *
 * Returns: (transfer full) (element-type PlannerNotice): one for each, or one summary of many
 */
GPtrArray *
planner_notices_for_reminders (GPtrArray *due, gint64 now_utc)
{
  GPtrArray *notices = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_notice_free);

  if (due->len > PLANNER_NOTICE_MAX_SINGLE)
    g_ptr_array_add (notices, make_summary (due, now_utc));
  else
    for (guint i = 0; i < due->len; i++)
      g_ptr_array_add (notices, make_single (g_ptr_array_index (due, i), now_utc));

  return notices;
}

/**
 * planner_notice_for_changes:
 * @changes: (element-type PlannerChange): of sessions that are starred, by one refresh; at least one
 * @clock: how times are told
 *
 * Returns: (transfer full): one notice for all: what was, and what is. The next one of the conference replaces it.
 */
PlannerNotice *
planner_notice_for_changes (gint64 conference_id, GPtrArray *changes, const PlannerClock *clock)
{
  PlannerNotice *notice = notice_new ();
  const gboolean is_single = changes->len == 1;
  const PlannerChange *first = g_ptr_array_index (changes, 0);

  notice->id = g_strdup_printf ("changes-%" G_GINT64_FORMAT, conference_id);
  notice->action = "app.open-session";
  notice->target = planner_session_id_new (conference_id, is_single ? first->key : "");
  if (is_single)
    {
      describe_change (notice, first, clock);
    }
  else
    {
      notice->title =
          g_strdup_printf (ngettext ("%u change in My Schedule", "%u changes in My Schedule", changes->len),
                           changes->len);
      notice->body = list_changes (changes, clock);
    }

  return notice;
}

/**
 * planner_notice_for_test:
 * @lead_minutes: the attendee's lead time; below 0 for no reminders
 *
 * Returns: (transfer full): what shows that notifications arrive
 */
PlannerNotice *
planner_notice_for_test (int lead_minutes)
{
  PlannerNotice *notice = notice_new ();
  g_autofree char *when = planner_notice_format_time (MAX (lead_minutes, 0) * MINUTE_S, 0);

  notice->id = g_strdup ("reminder-test");
  notice->title = g_strdup (_ ("Test Reminder"));
  /* Translators: %s is “in 10 minutes” or the like. */
  notice->body = g_strdup_printf (_ ("%s · Room · Forum"), when);
  notice->action = "app.show-my-schedule";
  notice->pressing = TRUE;

  return notice;
}

/**
 * planner_notice_format_time:
 *
 * Returns: (transfer full): when a session starts, as seen from now: “in 10 minutes”
 */
char *
planner_notice_format_time (gint64 start_utc, gint64 now_utc)
{
  const gint64 left_s = start_utc - now_utc;
  const guint minutes = (guint) ((ABS (left_s) + (left_s > 0 ? MINUTE_S / 2 : 0)) / MINUTE_S);

  if (minutes == 0)
    return g_strdup (C_ ("a session starts", "now"));
  if (left_s < 0)
    return g_strdup_printf (ngettext ("started %u minute ago", "started %u minutes ago", minutes), minutes);
  if (minutes % (HOUR_S / MINUTE_S) == 0)
    return g_strdup_printf (ngettext ("in %u hour", "in %u hours", minutes * MINUTE_S / HOUR_S),
                            minutes * MINUTE_S / HOUR_S);

  return g_strdup_printf (ngettext ("in %u minute", "in %u minutes", minutes), minutes);
}

/**
 * planner_notice_is_web_link:
 * @uri: (nullable):
 *
 * Returns: whether it is an address of http or https
 */
gboolean
planner_notice_is_web_link (const char *uri)
{
  g_autoptr (GUri) parsed =
      uri && !strpbrk (uri, " \t\r\n") ? g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL) : NULL;
  const char *scheme = parsed ? g_uri_get_scheme (parsed) : NULL;
  const char *host = parsed ? g_uri_get_host (parsed) : NULL;

  return host && *host && (g_str_equal (scheme, "https") || g_str_equal (scheme, "http"));
}
