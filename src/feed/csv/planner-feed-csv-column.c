/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds out what the columns of a table are, by their headings. data/agenda/README.md lists them. */

#include "feed/csv/planner-feed-csv-column.h"
#include "feed/build/planner-feed-text.h"

#include <string.h>

/* The texts may have a column for each language. */
static const struct
{
  const char *name;
  PlannerCsvKind kind;
  gboolean is_text;
} columns[] = {
  { "abstract", PLANNER_CSV_ABSTRACT, TRUE },
  { "abstract_own_words", PLANNER_CSV_ABSTRACT, FALSE },
  { "cancelled", PLANNER_CSV_CANCELLED, FALSE },
  { "conference", PLANNER_CSV_CONFERENCE, TRUE },
  { "date", PLANNER_CSV_DATE, FALSE },
  { "description", PLANNER_CSV_DESCRIPTION, TRUE },
  { "duration", PLANNER_CSV_DURATION, FALSE },
  { "end", PLANNER_CSV_END, FALSE },
  { "forum", PLANNER_CSV_FORUM, TRUE },
  { "guid", PLANNER_CSV_GUID, FALSE },
  { "id", PLANNER_CSV_ID, FALSE },
  { "language", PLANNER_CSV_LANGUAGE, FALSE },
  { "organisation", PLANNER_CSV_ORGANISATIONS, TRUE },
  { "organisations", PLANNER_CSV_ORGANISATIONS, TRUE },
  { "role", PLANNER_CSV_ROLES, TRUE },
  { "roles", PLANNER_CSV_ROLES, TRUE },
  { "room", PLANNER_CSV_ROOM, TRUE },
  { "speaker", PLANNER_CSV_SPEAKERS, TRUE },
  { "speakers", PLANNER_CSV_SPEAKERS, TRUE },
  { "start", PLANNER_CSV_START, FALSE },
  { "stream_url", PLANNER_CSV_STREAM_URL, FALSE },
  { "subtitle", PLANNER_CSV_SUBTITLE, TRUE },
  { "time_zone", PLANNER_CSV_TIME_ZONE, FALSE },
  { "title", PLANNER_CSV_TITLE, TRUE },
  { "track", PLANNER_CSV_FORUM, TRUE },
  { "type", PLANNER_CSV_TYPE, FALSE },
  { "url", PLANNER_CSV_URL, FALSE },
};

/* "Title zh-CN" is "title_zh_cn". */
static char *
normalize (const char *heading)
{
  g_autofree char *name = g_ascii_strdown (heading, -1);

  return g_strdelimit (g_strdup (g_strstrip (name)), " -", '_');
}

/* Returns: whether the name is that of the column, or that of its texts in a language */
static gboolean
is_called (const char *name, guint i, const char **language)
{
  const gsize length = strlen (columns[i].name);

  if (strncmp (name, columns[i].name, length) != 0)
    return FALSE;
  *language = name[length] ? name + length + 1 : "";

  return !name[length] || (columns[i].is_text && name[length] == '_' && planner_feed_is_language (*language));
}

/**
 * planner_csv_column_init:
 * @self: (out): free it with planner_csv_column_clear()
 * @heading: the cell in the first row
 */
void
planner_csv_column_init (PlannerCsvColumn *self, const char *heading)
{
  gboolean replaced = FALSE, cut = FALSE;
  g_autofree char *line = planner_feed_clean_text (heading, PLANNER_TEXT_LINE, &replaced, &cut);
  const char *language = "";

  *self = (PlannerCsvColumn) { .name = normalize (line ? line : "") };
  for (guint i = 0; i < G_N_ELEMENTS (columns) && self->kind == PLANNER_CSV_UNKNOWN; i++)
    if (is_called (self->name, i, &language))
      self->kind = columns[i].kind;
  self->language = g_strdup (self->kind == PLANNER_CSV_UNKNOWN ? "" : language);
}

void
planner_csv_column_clear (PlannerCsvColumn *self)
{
  g_free (self->name);
  g_free (self->language);
}
