/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reminders/planner-wall-clock.h"

#include <errno.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#define MS 1000

typedef struct
{
  GSource *source;
  guint n_fired;
  gint64 fired_us;
} Watch;

static gboolean
fired_cb (gpointer data)
{
  Watch *watch = data;

  watch->n_fired++;
  watch->fired_us = g_get_real_time ();

  return G_SOURCE_CONTINUE;
}

static void
watch_start (Watch *watch, GSource *source)
{
  *watch = (Watch) { .source = source };
  g_source_set_callback (source, fired_cb, watch, NULL);
  g_source_attach (source, NULL);
}

static void
watch_stop (Watch *watch)
{
  g_source_destroy (watch->source);
  g_source_unref (watch->source);
}

static void
wait_for (Watch *watch, guint n_times)
{
  while (watch->n_fired < n_times)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_fires (void)
{
  const gint64 instant_us = g_get_real_time () + 50 * MS;
  Watch watch;

  watch_start (&watch, planner_wall_clock_new ());
  planner_wall_clock_set (watch.source, instant_us);
  wait_for (&watch, 1);
  g_assert_cmpint (watch.fired_us, >=, instant_us);

  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (watch.n_fired, ==, 1);
  watch_stop (&watch);
}

static void
test_past (void)
{
  static const gint64 instants_us[] = { G_MININT64, -1, 0, 1,
                                        G_GINT64_CONSTANT (1685268000) * G_USEC_PER_SEC };

  for (guint i = 0; i < G_N_ELEMENTS (instants_us); i++)
    {
      Watch watch;

      watch_start (&watch, planner_wall_clock_new ());
      planner_wall_clock_set (watch.source, instants_us[i]);
      wait_for (&watch, 1);
      watch_stop (&watch);
    }
}

static void
test_set_again (void)
{
  const gint64 now_us = g_get_real_time ();
  Watch watch;

  watch_start (&watch, planner_wall_clock_new ());
  planner_wall_clock_set (watch.source, now_us + 20 * MS);
  planner_wall_clock_set (watch.source, now_us + 80 * MS);
  wait_for (&watch, 1);
  g_assert_cmpint (watch.fired_us, >=, now_us + 80 * MS);
  planner_wall_clock_set (watch.source, g_get_real_time () + 20 * MS);
  wait_for (&watch, 2);
  watch_stop (&watch);
}

/* A second timer with a later time fires, and this one has not. */
static void
test_never (gconstpointer data)
{
  const gint64 *instant_us = data;
  const gint64 now_us = g_get_real_time ();
  Watch watch, other;

  watch_start (&watch, planner_wall_clock_new ());
  watch_start (&other, planner_wall_clock_new ());
  planner_wall_clock_set (watch.source, now_us + 20 * MS);
  planner_wall_clock_set (watch.source, *instant_us);
  planner_wall_clock_set (other.source, now_us + 60 * MS);
  wait_for (&other, 1);
  g_assert_cmpuint (watch.n_fired, ==, 0);
  watch_stop (&watch);
  watch_stop (&other);
}

static int read_errno;

static gssize
read_with_errno (int fd, void *buffer, gsize size)
{
  const gssize n_bytes = read (fd, buffer, size);

  errno = read_errno;

  return read_errno ? -1 : n_bytes;
}

static GSource *
make_faulty_clock (int error_number)
{
  read_errno = error_number;

  return planner_wall_clock_new_full (eventfd (1, EFD_CLOEXEC | EFD_NONBLOCK), read_with_errno);
}

/* The kernel reports ECANCELED when the clock was set. */
static void
test_clock_set (void)
{
  Watch watch;

  watch_start (&watch, make_faulty_clock (ECANCELED));
  wait_for (&watch, 1);
  watch_stop (&watch);
}

static void
test_false_alarm (void)
{
  Watch watch;

  watch_start (&watch, make_faulty_clock (EAGAIN));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (watch.n_fired, ==, 0);
  watch_stop (&watch);
}

/* The time is given as local time in the zone. */
static void
test_zone (gconstpointer data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (data);
  g_autoptr (GDateTime) now = g_date_time_new_now (zone);
  g_autoptr (GDateTime) soon = g_date_time_add (now, 30 * MS);
  const gint64 instant_us = g_date_time_to_unix (soon) * G_USEC_PER_SEC + g_date_time_get_microsecond (soon);
  Watch watch;

  g_setenv ("TZ", data, TRUE);
  tzset ();
  watch_start (&watch, planner_wall_clock_new ());
  planner_wall_clock_set (watch.source, instant_us);
  wait_for (&watch, 1);
  g_assert_cmpint (watch.fired_us, >=, instant_us);
  watch_stop (&watch);
}

int
main (int argc, char **argv)
{
  static const gint64 nevers_us[] = { PLANNER_WALL_CLOCK_NEVER, PLANNER_WALL_CLOCK_NEVER - 1,
                                      G_MAXINT64 / 1000 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminders/wall-clock/fires-once", test_fires);
  g_test_add_func ("/reminders/wall-clock/past-time-fires-at-once", test_past);
  g_test_add_func ("/reminders/wall-clock/second-time-replaces-the-first", test_set_again);
  g_test_add_data_func ("/reminders/wall-clock/never", &nevers_us[0], test_never);
  g_test_add_data_func ("/reminders/wall-clock/almost-never", &nevers_us[1], test_never);
  g_test_add_data_func ("/reminders/wall-clock/latest", &nevers_us[2], test_never);
  g_test_add_func ("/reminders/R5/clock-change-fires", test_clock_set);
  g_test_add_func ("/reminders/wall-clock/false-alarm-is-ignored", test_false_alarm);
  g_test_add_data_func ("/reminders/T5/fires-in-zone--09:30", "-09:30", test_zone);
  g_test_add_data_func ("/reminders/T5/fires-in-zone-+05:45", "+05:45", test_zone);
  g_test_add_data_func ("/reminders/T5/fires-in-zone-+14:00", "+14:00", test_zone);

  return g_test_run ();
}
