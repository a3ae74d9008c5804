/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads schedules whose names, ids and guids collide in tables with g_str_hash(). */

#include "feed/growing-fixture.h"
#include "feed/hostile-fixture.h"

#define N_ITEMS 4096

/* Measures again before it fails, because other programs use the processor as well. */
static void
test_equal_hashes (gconstpointer data)
{
  const GrowingFormat *format = data;
  const guint n_items = MIN (N_ITEMS, format->max_items);
  g_autoptr (GBytes) ordinary = make_growing (format, n_items, GROWING_ORDINARY);
  g_autoptr (GBytes) hostile = make_growing (format, n_items, GROWING_EQUAL_HASHES);
  gint64 ordinary_us = 0, hostile_us = 1;

  for (guint i = 0; i < 5 && hostile_us > 2 * ordinary_us; i++)
    {
      ordinary_us = measure_reading (ordinary);
      hostile_us = measure_reading (hostile);
      g_test_message ("%u items: %d ms, equal hashes: %d ms", n_items, (int) (ordinary_us / 1000),
                      (int) (hostile_us / 1000));
    }
  g_assert_cmpint (hostile_us, <=, 2 * ordinary_us);
}

/* Returns an object whose members are numbers. */
static GBytes *
make_object (guint n_members, GrowingKind kind, const char *prefix, const char *end)
{
  GString *text = g_string_new ("{\"schedule\": {");

  for (guint i = 0; i < n_members; i++)
    {
      g_autofree char *name = make_growing_name (i, kind);

      g_string_append_printf (text, "%s\"%s%s\": 1", i > 0 ? ", " : "", prefix, name);
    }
  g_string_append (text, end);

  return g_string_free_to_bytes (text);
}

static void
assert_collisions (GBytes *bytes)
{
  assert_refused_with (bytes, PLANNER_FEED_ERROR_COLLISIONS, "Line 1: an object has more than 64 members*");
}

static void
test_members (void)
{
  assert_collisions (make_object (65536, GROWING_EQUAL_HASHES, "", "}}"));
  assert_collisions (make_object (65, GROWING_EQUAL_HASHES, "", "}}"));
  assert_collisions (make_object (65, GROWING_EQUAL_HASHES, "", ", \"a\": {\"b\": {}}, \"c\": [1]}}"));
  assert_collisions (make_object (65536, GROWING_EQUAL_HASHES, "", ", \"cut off"));
  assert_refused (make_object (64, GROWING_EQUAL_HASHES, "", "}}"), PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
  assert_refused (make_object (65536, GROWING_ORDINARY, "", "}}"), PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
}

/* The parser compares names after it has decoded them. */
static void
test_escaped_members (void)
{
  static const char *const prefixes[] = { "\\u0041", "\\n\\\\\\/", "\\ud83d\\ude00", "\\u0000", "é" };

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      assert_collisions (make_object (65, GROWING_EQUAL_HASHES, prefixes[i], "}}"));
      assert_refused (make_object (1000, GROWING_ORDINARY, prefixes[i], "}}"),
                      PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
    }
}

/* Writes the first letter of half the names as an escape. */
static void
test_partly_escaped_members (void)
{
  GString *text = g_string_new ("{\"schedule\": {");

  for (guint i = 0; i < 128; i++)
    {
      g_autofree char *name = make_growing_name (i, GROWING_EQUAL_HASHES);

      g_string_append_printf (text, "\"\\u%04x%s\": 1,", name[0], name + 1);
      g_string_append_printf (text, "\"%s\": 1,", name);
    }
  g_string_append (text, "\"a\": 1}}");
  assert_collisions (g_string_free_to_bytes (text));
}

/* Returns a name with this hash. Its eight letters, from A to a, are the digits of a number of base 33. */
static char *
make_name_for (guint32 hash)
{
  char name[9] = { 0 };
  guint64 rest;
  guint32 base = 5381;
  guint32 least = 0;

  for (guint i = 0; i < 8; i++)
    {
      base *= 33;
      least = least * 33 + 'A';
    }
  rest = (guint32) (hash - base - least);
  for (guint i = 8; i-- > 0; rest /= 33)
    name[i] = (char) ('A' + rest % 33);

  return g_strdup (name);
}

/* Hashes that are not equal, but equal modulo the size of the table, take as long. */
static void
test_congruent_members (void)
{
  GString *text = g_string_new ("{\"schedule\": {");
  guint n = 0;

  for (guint32 i = 1; n < 32768; i++)
    {
      g_autofree char *name = make_name_for (i * 65521);

      if (strchr (name, '\\')) /* begins an escape */
        continue;
      g_assert_cmpuint (g_str_hash (name), ==, i * 65521);
      g_string_append_printf (text, "%s\"%s\": 1", n++ > 0 ? "," : "", name);
    }
  g_string_append (text, "}}");
  assert_collisions (g_string_free_to_bytes (text));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (growing_formats); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/V3/equal-hashes-in-", growing_formats[i].name, NULL);

      g_test_add_data_func (path, &growing_formats[i], test_equal_hashes);
    }
  g_test_add_func ("/feed/V3/colliding-members-are-refused", test_members);
  g_test_add_func ("/feed/V3/escaped-members-are-refused", test_escaped_members);
  g_test_add_func ("/feed/V3/partly-escaped-members-are-refused", test_partly_escaped_members);
  g_test_add_func ("/feed/V3/congruent-members-are-refused", test_congruent_members);

  return g_test_run ();
}
