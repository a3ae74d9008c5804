/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Programmes on paper. */

#include "library/library-fixture.h"

#include "share/planner-paper-pdf.h"

#include <string.h>

#define SESSION(guid, title, date, start, rest)                                                              \
  "{\"guid\":\"" guid "\",\"title\":\"" title "\",\"date\":\"" date "T" start                                \
  ":00+02:00\",\"duration\":\"01:00\",\"room\":\"Hall\",\"track\":\"Main\"" rest "}"
#define SCHEDULE(events)                                                                                     \
  "{\"schedule\":{\"conference\":{\"title\":\"Test Conference\",\"days\":[{\"index\":1,\"date\":"            \
  "\"2036-07-01\",\"rooms\":{\"Hall\":[" events "]}}]}}}"

static PlannerPaper *
create_paper (Fixture *fixture, const char *schedule)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  PlannerConference *conference;
  GListModel *model;

  write_feed (fixture, schedule);
  conference = add (fixture, NULL);
  g_assert_nonnull (conference);
  model = planner_conference_get_entries (conference);
  for (guint i = g_list_model_get_n_items (model); i > 0; i--)
    g_ptr_array_add (entries, g_list_model_get_item (model, i - 1));

  return planner_paper_new (conference, "Programme", entries);
}

static void
test_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[][4] = {
    /* day, time, title, details */
    { "Tuesday, 1 July 2036", NULL, NULL, NULL },
    { NULL, "10:00 – 11:00", "Opening", "Hall · Main\nAnn, Bo" },
    { NULL, "14:00 – 15:00", "<b>Knots</b> & ropes", "Cancelled · Hall · Main" },
    { "Wednesday, 2 July 2036", NULL, NULL, NULL },
    { NULL, "09:00 – 10:00", "Closing", "Hall · Main" },
  };
  g_autoptr (PlannerPaper) paper = create_paper (
      fixture,
      SCHEDULE (SESSION (C, "Closing", "2036-07-02", "09:00", "") "," SESSION (
          B, "<b>Knots</b> & ropes", "2036-07-01", "14:00",
          ",\"status\":\"cancelled\"") "," SESSION (A, "Opening", "2036-07-01", "10:00",
                                                    ",\"persons\":[{\"name\":\"Ann\"},{\"name\":\"Bo\"}]")));

  g_assert_cmpstr (paper->title, ==, "Programme");
  g_assert_cmpstr (paper->subtitle, ==, "Test Conference");
  g_assert_cmpuint (paper->rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < paper->rows->len; i++)
    {
      const PlannerPaperRow *row = g_ptr_array_index (paper->rows, i);

      g_assert_cmpstr (row->day, ==, expected[i][0]);
      g_assert_cmpstr (row->time, ==, expected[i][1]);
      g_assert_cmpstr (row->title, ==, expected[i][2]);
      g_assert_cmpstr (row->details, ==, expected[i][3]);
    }
}

static guint
count (GBytes *pdf, const char *word)
{
  const guint8 *data = g_bytes_get_data (pdf, NULL);
  guint n = 0;

  for (gsize i = 0; i + strlen (word) <= g_bytes_get_size (pdf); i++)
    n += memcmp (data + i, word, strlen (word)) == 0;

  return n;
}

static guint
count_pages (const PlannerPaper *paper)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = planner_paper_to_pdf (paper, &PLANNER_PAPER_A4, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 9, "%PDF-1.4\n", 9);
  g_assert_cmpuint (count (pdf, "%%EOF"), ==, 1);

  return count (pdf, "/Type /Page ");
}

static void
add_row (PlannerPaper *paper, const char *title)
{
  PlannerPaperRow *row = g_new0 (PlannerPaperRow, 1);

  row->time = g_strdup ("10:00 – 11:00");
  row->title = g_strdup (title);
  row->details = g_strdup ("Hall\nAnn");
  g_ptr_array_add (paper->rows, row);
}

static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerPaper) paper =
      create_paper (fixture, SCHEDULE (SESSION (A, "Opening", "2036-07-01", "10:00", "")));
  guint n_pages;

  g_assert_cmpuint (count_pages (paper), ==, 1);
  for (guint i = 0; i < 200; i++)
    add_row (paper, "One more session");

  /* A session has three lines of about 9 points and a gap; a sheet has about 700 points. */
  n_pages = count_pages (paper);
  g_assert_cmpuint (n_pages, >=, 200 * 30 / 700);
  g_assert_cmpuint (n_pages, <=, 200 * 60 / 700 + 1);
}

/* A text that is longer than a sheet is cut, so that the next session is drawn below it. */
static void
test_long_title (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannerPaper) paper =
      create_paper (fixture, SCHEDULE (SESSION (A, "Opening", "2036-07-01", "10:00", "")));
  g_autofree char *title = g_strnfill (100 * 1000, 'w');

  add_row (paper, title);
  add_row (paper, "The next one");
  g_assert_cmpuint (count_pages (paper), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/share/paper-has-sessions-by-day-and-time", test_rows, NULL);
  add_test ("/share/many-sessions-are-on-several-pages", test_pages, NULL);
  add_test ("/share/X2/long-title-is-cut-on-paper", test_long_title, NULL);

  return g_test_run ();
}
