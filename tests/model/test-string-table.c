/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-string-table.h"

/* The first values of vectors_sip64 in the reference implementation, for the key 00 01 … 0f and the bytes 00 01 …. */
static void
test_siphash (void)
{
  static const guint64 key[2] = { G_GUINT64_CONSTANT (0x0706050403020100),
                                  G_GUINT64_CONSTANT (0x0f0e0d0c0b0a0908) };
  static const struct
  {
    guint length;
    guint64 hash;
  } vectors[] = {
    { 0, G_GUINT64_CONSTANT (0x726fdb47dd0e0e31) },
    { 1, G_GUINT64_CONSTANT (0x74f839c593dc67fd) },
    { 8, G_GUINT64_CONSTANT (0x93f5f5799a932462) },
    { 15, G_GUINT64_CONSTANT (0xa129ca6149be45e5) },
  };
  guint8 bytes[16];

  for (guint8 i = 0; i < G_N_ELEMENTS (bytes); i++)
    bytes[i] = i;
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmphex (planner_siphash (key, bytes, vectors[i].length), ==, vectors[i].hash);
}

static void
test_table (void)
{
  g_autoptr (GHashTable) table = planner_string_table_new (g_free, g_free);

  g_hash_table_insert (table, g_strdup ("one"), g_strdup ("1"));
  g_hash_table_insert (table, g_strdup ("two"), g_strdup ("2"));
  g_hash_table_insert (table, g_strdup ("one"), g_strdup ("3"));

  g_assert_cmpuint (g_hash_table_size (table), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (table, "one"), ==, "3");
  g_assert_cmpstr (g_hash_table_lookup (table, "two"), ==, "2");
  g_assert_null (g_hash_table_lookup (table, "three"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/V3/siphash-has-published-values", test_siphash);
  g_test_add_func ("/model/string-table-finds-equal-strings", test_table);

  return g_test_run ();
}
