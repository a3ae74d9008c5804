/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads real schedules that were published in two formats, and compares the agendas. */

#include "feed/feed-fixture.h"
#include "files.h"

static PlannerAgenda *
read_feed (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("PLANNER_REAL_FEEDS"), folder, name, NULL);
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  const gint64 begin = g_get_monotonic_time ();
  PlannerAgenda *agenda;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  agenda = read_whole (g_bytes_new_take (contents, length), NULL, NULL);
  g_test_message ("%s: %d ms", name, (int) ((g_get_monotonic_time () - begin) / 1000));

  return agenda;
}

static void
assert_text (const PlannerText *a, const PlannerText *b)
{
  g_assert_cmpstr (a->shown, ==, b->shown);
  g_assert_cmpuint (a->variants ? g_strv_length (a->variants) : 0, ==,
                    b->variants ? g_strv_length (b->variants) : 0);
  for (guint i = 0; a->variants && a->variants[i]; i++)
    g_assert_cmpstr (a->variants[i], ==, b->variants[i]);
}

/* The XML of the klimacamp indents the lines of long texts, so the comparison ignores indents. */
static char *
drop_indentation (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i]; i++)
    g_strstrip (lines[i]);

  return g_strjoinv ("\n", lines);
}

static void
assert_long_text (const PlannerText *a, const PlannerText *b, gboolean is_indented)
{
  g_autofree char *a_lines = is_indented ? drop_indentation (a->shown) : NULL;
  g_autofree char *b_lines = is_indented ? drop_indentation (b->shown) : NULL;

  if (is_indented)
    g_assert_cmpstr (a_lines, ==, b_lines);
  else
    assert_text (a, b);
}
static void
assert_texts (const PlannerSession *a, const PlannerSession *b, gboolean is_indented)
{
  assert_text (&a->title, &b->title);
  assert_text (&a->subtitle, &b->subtitle);
  assert_long_text (&a->abstract, &b->abstract, is_indented);
  assert_long_text (&a->description, &b->description, is_indented);
  g_assert_cmpstr (a->type, ==, b->type);
  g_assert_cmpstr (a->language, ==, b->language);
  g_assert_cmpint (a->not_recorded, ==, b->not_recorded);
  g_assert_cmpint (a->cancelled, ==, b->cancelled);
}

static void
assert_identity (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpstr (a->key, ==, b->key);
  g_assert_cmpstr (a->guid, ==, b->guid);
  g_assert_cmpstr (a->id, ==, b->id);
  g_assert_cmpstr (a->code, ==, b->code);
  g_assert_cmpstr (a->slug, ==, b->slug);
}

static void
assert_place (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpint (a->start_utc, ==, b->start_utc);
  g_assert_cmpint (a->duration_s, ==, b->duration_s);
  g_assert_cmpstr (g_time_zone_get_identifier (a->zone), ==, g_time_zone_get_identifier (b->zone));
  g_assert_cmpuint (a->day, ==, b->day);
  g_assert_cmpstr (a->forum ? a->forum->name : NULL, ==, b->forum ? b->forum->name : NULL);
  g_assert_cmpstr (a->room ? a->room->name : NULL, ==, b->room ? b->room->name : NULL);
}

static void
assert_speakers (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpuint (a->n_speakers, ==, b->n_speakers);
  for (guint i = 0; i < a->n_speakers; i++)
    {
      g_assert_cmpstr (a->speakers[i]->id, ==, b->speakers[i]->id);
      assert_text (&a->speakers[i]->name, &b->speakers[i]->name);
    }
}

static void
assert_links (const PlannerSession *a, const PlannerSession *b)
{
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->feedback_url, ==, b->feedback_url);
  g_assert_cmpstr (a->stream_url, ==, b->stream_url);
  g_assert_cmpuint (a->n_links, ==, b->n_links);
  for (guint i = 0; i < a->n_links; i++)
    {
      g_assert_cmpstr (a->links[i].url, ==, b->links[i].url);
      g_assert_cmpstr (a->links[i].title, ==, b->links[i].title);
    }
}

/* The JSON of the klimacamp has no acronym, so this does not compare it. */
static void
assert_conference (const PlannerAgenda *a, const PlannerAgenda *b)
{
  assert_text (&a->title, &b->title);
  g_assert_cmpstr (a->version, ==, b->version);
  g_assert_cmpstr (a->url, ==, b->url);
  g_assert_cmpstr (a->zone_name, ==, b->zone_name);
  g_assert_cmpuint (a->days->len, ==, b->days->len);
  g_assert_cmpuint (a->rooms->len, ==, b->rooms->len);
  g_assert_cmpuint (a->forums->len, ==, b->forums->len);
  g_assert_cmpuint (a->speakers->len, ==, b->speakers->len);
  for (guint i = 0; i < a->days->len; i++)
    g_assert_cmpstr (((PlannerDay *) g_ptr_array_index (a->days, i))->date, ==,
                     ((PlannerDay *) g_ptr_array_index (b->days, i))->date);
}

static void
assert_same (const char *name)
{
  g_autofree char *json_name = g_strconcat (name, ".json", NULL);
  g_autofree char *xml_name = g_strconcat (name, ".xml", NULL);
  g_autoptr (PlannerAgenda) json = read_feed ("json", json_name);
  g_autoptr (PlannerAgenda) xml = read_feed ("xml", xml_name);

  assert_conference (json, xml);
  g_assert_cmpuint (json->sessions->len, ==, xml->sessions->len);
  for (guint i = 0; i < json->sessions->len; i++)
    {
      const PlannerSession *a = planner_agenda_get_session (json, i);
      const PlannerSession *b = planner_agenda_get_session (xml, i);

      g_test_message ("%s", a->title.shown);
      assert_identity (a, b);
      assert_texts (a, b, g_str_equal (name, "klimacamp2015"));
      assert_place (a, b);
      assert_speakers (a, b);
      assert_links (a, b);
    }
}

static void
test_same (gconstpointer data)
{
  if (!skip_without_real_feeds ())
    assert_same (data);
}

/* The day element has 9 September in UTC, but the date of the talk decides. */
static void
test_debconf (void)
{
  if (!skip_without_real_feeds ())
    assert_in_viewer_zones ("/feed/D3/debconf/subprocess");
}

static void
test_in_viewer_zone (void)
{
  g_autoptr (PlannerAgenda) agenda = read_feed ("xml", "debconf23-wafer.xml");
  const PlannerSession *opening = find_titled (agenda, "Opening Ceremony");
  g_autofree char *utc = format_utc (opening->start_utc);
  g_autofree char *venue = format_venue (opening);

  print_viewer_zone ();
  g_assert_cmpstr (utc, ==, "2023-09-10T05:00Z");
  g_assert_cmpstr (venue, ==, "2023-09-10 10:30");
  g_assert_cmpstr (planner_agenda_get_day (agenda, opening)->date, ==, "2023-09-10");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/feed/36c3-is-equal-in-json-and-xml", "36c3-everything", test_same);
  g_test_add_data_func ("/feed/klimacamp-is-equal-in-json-and-xml", "klimacamp2015", test_same);
  g_test_add_func ("/feed/D3/debconf-day-comes-from-the-session", test_debconf);
  g_test_add_func ("/feed/D3/debconf/subprocess", test_in_viewer_zone);

  return g_test_run ();
}
