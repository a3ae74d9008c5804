/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes schedules of any number of sessions in each format, to compare how long it takes to read them. */

#pragma once

#include "feed/feed-fixture.h"

/* The kinds of names, ids, guids and descriptions in a schedule. */
typedef enum
{
  GROWING_ORDINARY,
  GROWING_EQUAL_HASHES, /* g_str_hash() returns the same for all names, ids and guids */
  GROWING_HOSTILE_TEXTS,
} GrowingKind;

/**
 * GrowingFormat:
 * @name: the name of the format
 * @separator: the text between items
 * @is_xml: whether texts are escaped as in XML
 * @max_items: the number of items that the limits of the format allow
 * @parts: text and items in turn. Each item is repeated with its own name for ~, and with a description for ^.
 */
typedef struct
{
  const char *name;
  const char *separator;
  gboolean is_xml;
  guint max_items;
  const char *parts[10];
} GrowingFormat;

#define N_GROWING_FORMATS 15

extern const GrowingFormat growing_formats[N_GROWING_FORMATS];

/* Returns: (transfer full): the name of an item; all have the same length */
char *make_growing_name (guint i, GrowingKind kind);
GBytes *make_growing (const GrowingFormat *format, guint n_items, GrowingKind kind);

/* Returns: the processor time that reading the schedule takes, in microseconds: the shorter of two times */
gint64 measure_reading (GBytes *bytes);
