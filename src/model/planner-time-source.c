/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/planner-time-source.h"

#include "model/planner-time.h"

#define VARIABLE "PLANNER_NOW"

struct _PlannerTimeSource
{
  GObject parent_instance;

  gint64 offset_us; /* added to the system's time */
};

G_DEFINE_FINAL_TYPE (PlannerTimeSource, planner_time_source, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The released program ignores the variable. */
static gint64
read_offset (void)
{
  const char *text = DEVELOPMENT ? g_getenv (VARIABLE) : NULL;
  gint64 offset_us = 0;

  if (text && !planner_time_source_parse (text, g_get_real_time (), &offset_us))
    g_warning ("Cannot read the time in " VARIABLE ": “%s”", text);

  return offset_us;
}

static void
planner_time_source_class_init (PlannerTimeSourceClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", PLANNER_TYPE_TIME_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
planner_time_source_init (PlannerTimeSource *self)
{
  self->offset_us = read_offset ();
}

PlannerTimeSource *
planner_time_source_new (void)
{
  return g_object_new (PLANNER_TYPE_TIME_SOURCE, NULL);
}

/**
 * planner_time_source_get_now_us:
 *
 * Returns: the current time in microseconds since the epoch
 */
gint64
planner_time_source_get_now_us (PlannerTimeSource *self)
{
  g_return_val_if_fail (PLANNER_IS_TIME_SOURCE (self), 0);

  return g_get_real_time () + self->offset_us;
}

/**
 * planner_time_source_get_now_utc:
 *
 * Returns: the current time in seconds since the epoch
 */
gint64
planner_time_source_get_now_utc (PlannerTimeSource *self)
{
  return planner_time_source_get_now_us (self) / G_USEC_PER_SEC;
}

/**
 * planner_time_source_set_now_us:
 * @now_us: the time from which the time source continues, in microseconds since the epoch
 */
void
planner_time_source_set_now_us (PlannerTimeSource *self, gint64 now_us)
{
  g_return_if_fail (PLANNER_IS_TIME_SOURCE (self));

  self->offset_us = now_us - g_get_real_time ();
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * planner_time_source_to_system_us:
 * @instant_utc: a time of this source, in seconds since the epoch
 *
 * Returns: the system's time at that moment in microseconds since the epoch, limited to the range of #gint64
 */
gint64
planner_time_source_to_system_us (PlannerTimeSource *self, gint64 instant_utc)
{
  gint64 instant_us, system_us;

  g_return_val_if_fail (PLANNER_IS_TIME_SOURCE (self), PLANNER_NEVER);

  if (__builtin_mul_overflow (instant_utc, (gint64) G_USEC_PER_SEC, &instant_us) ||
      __builtin_sub_overflow (instant_us, self->offset_us, &system_us))
    return instant_utc > 0 ? PLANNER_NEVER : G_MININT64;

  return system_us;
}

/**
 * planner_time_source_parse:
 * @text: a date and time with an offset from UTC as in ISO 8601, or the difference from the system's time in microseconds
 *   with a sign
 * @system_us: the system's time in microseconds since the epoch
 * @offset_us: (out): the difference in microseconds
 *
 * Returns: whether @text could be read
 */
gboolean
planner_time_source_parse (const char *text, gint64 system_us, gint64 *offset_us)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = NULL;

  if (*text == '+' || *text == '-')
    return g_ascii_string_to_signed (text, 10, G_MININT64 / 2, G_MAXINT64 / 2, offset_us, NULL);

  now = g_date_time_new_from_iso8601 (text, utc);
  if (!now)
    return FALSE;
  *offset_us = g_date_time_to_unix (now) * G_USEC_PER_SEC - system_us;

  return TRUE;
}

/**
 * planner_time_source_share_offset:
 *
 * Replaces the time in PLANNER_NOW by the difference from the system's time, so that processes that this one starts later
 * have the same time. Call it before any thread exists.
 */
void
planner_time_source_share_offset (void)
{
  g_autofree char *text = NULL;

  if (!DEVELOPMENT || !g_getenv (VARIABLE))
    return;

  text = g_strdup_printf ("%+" G_GINT64_FORMAT, read_offset ());
  g_setenv (VARIABLE, text, TRUE);
}
