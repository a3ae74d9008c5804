/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "words/planner-messages.h"

#include "feed/planner-feed.h"
#include "model/planner-backup-error.h"
#include "net/planner-fetcher.h"
#include "store/planner-store-error.h"

typedef struct
{
  const char *path;
  GQuark (*domain) (void);
  int last_code;
} Domain;

static const Domain domains[] = {
  { "/words/messages/N2/each-fetch-error-differs", planner_fetch_error_quark,
    PLANNER_FETCH_ERROR_NO_SUCH_FILE },
  { "/words/messages/N2/each-feed-error-differs", planner_feed_error_quark, PLANNER_FEED_ERROR_DIRECTORY },
  { "/words/messages/each-backup-error-differs", planner_backup_error_quark, PLANNER_BACKUP_ERROR_TOO_MANY },
  { "/words/messages/I6/each-store-error-differs", planner_store_error_quark, PLANNER_STORE_ERROR_STALE },
};

static const char *
get_message (GQuark domain, int code)
{
  g_autoptr (GError) error = g_error_new_literal (domain, code, "not for people");

  return planner_message_for_error (error);
}

/* Each code of each domain has its own sentence. */
static void
test_own_sentences (gconstpointer data)
{
  const Domain *domain = data;
  const char *unforeseen = get_message (G_IO_ERROR, G_IO_ERROR_FAILED);

  for (int code = 0; code <= domain->last_code; code++)
    {
      const char *message = get_message (domain->domain (), code);

      g_assert_cmpstr (message, !=, unforeseen);
      g_assert_true (g_str_has_suffix (message, "."));
      for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
        for (int other = 0; other <= domains[i].last_code; other++)
          if (other != code || domains[i].domain != domain->domain)
            g_assert_cmpstr (message, !=, get_message (domains[i].domain (), other));
    }
}

static void
test_unforeseen (void)
{
  g_assert_cmpstr (get_message (PLANNER_FETCH_ERROR, 9999), ==,
                   "Something unforeseen went wrong. Try again.");
  g_assert_cmpstr (get_message (G_IO_ERROR, G_IO_ERROR_FAILED), ==,
                   "Something unforeseen went wrong. Try again.");
}

/* The sentence for a wrong file names every format that can be read. */
static void
test_formats (void)
{
  static const char *const formats[] = { "frab", "pretalx", "iCalendar" };
  const char *message = get_message (PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE);

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_assert_nonnull (strstr (message, formats[i]));
}

/* These messages have a path, host, line or column that the sentence has not. */
static void
test_details (void)
{
  static const struct
  {
    GQuark (*domain) (void);
    int code;
    gboolean tells_more;
  } cases[] = {
    { planner_fetch_error_quark, PLANNER_FETCH_ERROR_NO_SUCH_HOST, TRUE },
    { planner_feed_error_quark, PLANNER_FEED_ERROR_BROKEN, TRUE },
    { planner_feed_error_quark, PLANNER_FEED_ERROR_WEB_PAGE, FALSE },
    { planner_feed_error_quark, PLANNER_FEED_ERROR_NO_SESSIONS, FALSE },
    { planner_feed_error_quark, PLANNER_FEED_ERROR_NONE_FOUND, TRUE },
    { planner_store_error_quark, PLANNER_STORE_ERROR_CORRUPT, TRUE },
    { planner_store_error_quark, PLANNER_STORE_ERROR_EXISTS, FALSE },
    { planner_store_error_quark, PLANNER_STORE_ERROR_STALE, FALSE },
    { g_io_error_quark, G_IO_ERROR_FAILED, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (cases[i].domain (), cases[i].code, "details");

      g_assert_cmpint (planner_error_tells_more (error), ==, cases[i].tells_more);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    g_test_add_data_func (domains[i].path, &domains[i], test_own_sentences);
  g_test_add_func ("/words/messages/details", test_details);
  g_test_add_func ("/words/messages/I5/names-all-formats", test_formats);
  g_test_add_func ("/words/messages/unforeseen", test_unforeseen);

  return g_test_run ();
}
