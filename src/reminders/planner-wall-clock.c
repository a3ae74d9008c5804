/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timer of the wall clock. GLib's timeouts use the monotonic clock, which stops while the computer is suspended and
 * ignores changes of the system time. This timer uses timerfd_create(2) with CLOCK_REALTIME: after a suspend it fires at
 * once if its time has passed.
 */

#include "reminders/planner-wall-clock.h"

#include <errno.h>
#include <sys/timerfd.h>
#include <unistd.h>

#ifndef TFD_TIMER_CANCEL_ON_SET
#define TFD_TIMER_CANCEL_ON_SET (1 << 1)
#endif

/* The kernel counts nanoseconds in 64 bits, and a time of 0 would disarm the timer. */
#define LATEST_US (G_MAXINT64 / 1000 - G_USEC_PER_SEC)
#define EARLIEST_US 1

typedef struct
{
  GSource source;
  int fd; /* owned */
  PlannerWallClockReadFunc read_func;
} WallClock;

static gssize
read_timer (int fd, void *buffer, gsize size)
{
  return read (fd, buffer, size);
}

/* A successful read means that the time has come; ECANCELED means that the clock was set. */
static gboolean
wall_clock_dispatch (GSource *source, GSourceFunc callback, gpointer user_data)
{
  WallClock *self = (WallClock *) source;
  guint64 n_expirations;

  if (self->read_func (self->fd, &n_expirations, sizeof n_expirations) < 0 && errno != ECANCELED)
    return G_SOURCE_CONTINUE;

  return callback ? callback (user_data) : G_SOURCE_CONTINUE;
}

static void
wall_clock_finalize (GSource *source)
{
  WallClock *self = (WallClock *) source;

  if (self->fd >= 0)
    close (self->fd);
}

static GSourceFuncs wall_clock_funcs = {
  .dispatch = wall_clock_dispatch,
  .finalize = wall_clock_finalize,
};

/**
 * planner_wall_clock_new_full:
 * @fd: (transfer full): a timer file descriptor, or -1 for a source that is never dispatched
 * @read_func: reads from @fd, with the result and errno of read(2)
 *
 * Returns: (transfer full): a source like that of planner_wall_clock_new()
 */
GSource *
planner_wall_clock_new_full (int fd, PlannerWallClockReadFunc read_func)
{
  GSource *source = g_source_new (&wall_clock_funcs, sizeof (WallClock));
  WallClock *self = (WallClock *) source;

  self->fd = fd;
  self->read_func = read_func;
  g_source_set_static_name (source, "PlannerWallClock");
  if (fd >= 0)
    g_source_add_unix_fd (source, fd, G_IO_IN);

  return source;
}

/**
 * planner_wall_clock_new:
 *
 * Creates a source that is dispatched at the time given to planner_wall_clock_set(), and whenever the system time is
 * changed. It causes no other wake-ups.
 *
 * Returns: (transfer full): the source, with no time set
 */
GSource *
planner_wall_clock_new (void)
{
  const int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);

  if (fd < 0)
    g_critical ("Cannot create a timer: %s", g_strerror (errno));

  return planner_wall_clock_new_full (fd, read_timer);
}

/**
 * planner_wall_clock_set:
 * @source: a source from planner_wall_clock_new()
 * @instant_us: the time in microseconds since the epoch; if it has passed, the source is dispatched at once.
 *   %PLANNER_WALL_CLOCK_NEVER to be dispatched only when the system time is changed
 *
 * Sets the time to be dispatched at, in place of the previous one.
 */
void
planner_wall_clock_set (GSource *source, gint64 instant_us)
{
  const WallClock *self = (const WallClock *) source;
  const gint64 clamped_us = CLAMP (instant_us, EARLIEST_US, LATEST_US);
  const struct itimerspec when = {
    .it_value = { .tv_sec = clamped_us / G_USEC_PER_SEC, .tv_nsec = clamped_us % G_USEC_PER_SEC * 1000 },
  };

  if (self->fd >= 0 &&
      timerfd_settime (self->fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0)
    g_critical ("Cannot set the timer: %s", g_strerror (errno));
}

/**
 * planner_wall_clock_free:
 * @source: (transfer full): a source from planner_wall_clock_new()
 *
 * Stops the timer. It is not dispatched again, even if something else has a reference to it.
 */
void
planner_wall_clock_free (GSource *source)
{
  g_return_if_fail (source != NULL);

  g_source_destroy (source);
  g_source_unref (source);
}
