/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads a table with a row for each session (RFC 4180), which a spreadsheet writes. data/agenda/README.md describes its
 * columns.
 */

#include "feed/csv/planner-feed-csv.h"
#include "feed/build/planner-feed-builder-finish.h"
#include "feed/build/planner-feed-note.h"
#include "feed/build/planner-feed-time.h"
#include "feed/csv/planner-feed-csv-column.h"
#include "feed/csv/planner-feed-csv-row.h"

#include <string.h>

#define MAX_HEADING_BYTES 8192

typedef struct
{
  PlannerBuilder *builder; /* owned */
  PlannerReport *report;   /* borrowed */
  PlannerCsvRows rows;
  GArray *columns; /* owned, of PlannerCsvColumn */
} Reader;

/* A row while it is read. */
typedef struct
{
  Reader *reader;
  PlannerDraftSession *draft;
  PlannerPlace place;
} Row;

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->builder, planner_builder_free);
  planner_csv_rows_clear (&reader->rows);
  g_array_unref (reader->columns);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static const PlannerCsvColumn *
get_column (const Reader *reader, guint i)
{
  return &g_array_index (reader->columns, PlannerCsvColumn, i);
}

static gboolean
is_column (const GArray *columns, guint i, PlannerCsvKind kind)
{
  return g_array_index (columns, PlannerCsvColumn, i).kind == kind;
}

static GArray *
read_heading (const PlannerCsvRows *rows)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (PlannerCsvColumn));

  g_array_set_clear_func (columns, (GDestroyNotify) planner_csv_column_clear);
  for (guint i = 0; i < rows->cells->len; i++)
    {
      PlannerCsvColumn column;

      planner_csv_column_init (&column, planner_csv_rows_get_cell (rows, i));
      g_array_append_val (columns, column);
    }

  return columns;
}

static gboolean
has_column (const GArray *columns, PlannerCsvKind kind)
{
  for (guint i = 0; i < columns->len; i++)
    if (is_column (columns, i, kind))
      return TRUE;

  return FALSE;
}

static char *
clean (const Row *row, const char *cell, const char *member, PlannerTextKind kind)
{
  return planner_place_clean (&row->place, cell, member, kind);
}

/* Calls a function with each cell of a kind that has text. */
static void
for_each_cell (const Row *row,
               PlannerCsvKind kind,
               PlannerTextKind text_kind,
               void (*take) (const Row *row, const char *language, const char *text))
{
  const Reader *reader = row->reader;

  for (guint i = 0; i < reader->columns->len; i++)
    {
      const PlannerCsvColumn *column = get_column (reader, i);
      g_autofree char *text = NULL;

      if (column->kind != kind)
        continue;
      text = clean (row, planner_csv_rows_get_cell (&reader->rows, i), column->name, text_kind);
      if (text)
        take (row, column->language, text);
    }
}

static void
take_title (const Row *row, const char *language, const char *text)
{
  planner_text_add (&row->draft->session->title, language, text);
}

static void
take_subtitle (const Row *row, const char *language, const char *text)
{
  planner_text_add (&row->draft->session->subtitle, language, text);
}

static void
take_abstract (const Row *row, const char *language, const char *text)
{
  planner_text_add (&row->draft->session->abstract, language, text);
}

static void
take_description (const Row *row, const char *language, const char *text)
{
  planner_text_add (&row->draft->session->description, language, text);
}

static void
take_conference (const Row *row, const char *language, const char *text)
{
  planner_text_add (&row->reader->builder->agenda->title, language, text);
}

/* The first text of a forum or a room identifies it. The others are translations. */
static void
take_forum (const Row *row, const char *language, const char *text)
{
  PlannerSession *session = row->draft->session;

  if (!session->forum)
    session->forum = planner_builder_get_forum (row->reader->builder, text);
  planner_text_add ((PlannerText *) &session->forum->title, language, text);
}

static void
take_room (const Row *row, const char *language, const char *text)
{
  PlannerSession *session = row->draft->session;

  if (planner_feed_is_to_be_announced (text))
    return;
  if (!session->room)
    session->room = planner_builder_get_room (row->reader->builder, text);
  planner_text_add ((PlannerText *) &session->room->title, language, text);
}

static void
take_zone (const Row *row, const char *language, const char *text)
{
  PlannerBuilder *builder = row->reader->builder;

  if (builder->zone_name)
    return;
  builder->zone_name = g_strdup (text);
  builder->zone_where = g_strdup (row->place.draft->where);
}

static void
take_cancelled (const Row *row, const char *language, const char *text)
{
  row->draft->session->cancelled = planner_feed_is_yes (text) || planner_feed_is_cancelled (text);
}

/* Returns: (transfer full) (nullable): the first cell of a kind that has text */
static char *
dup_first (const Row *row, PlannerCsvKind kind)
{
  const Reader *reader = row->reader;

  for (guint i = 0; i < reader->columns->len; i++)
    {
      char *text = is_column (reader->columns, i, kind)
                       ? clean (row, planner_csv_rows_get_cell (&reader->rows, i),
                                get_column (reader, i)->name, PLANNER_TEXT_LINE)
                       : NULL;

      if (text)
        return text;
    }

  return NULL;
}

/* A cell lists speakers, roles or organisations with semicolons between them, in the same order. */
static void
add_parts (const Row *row, PlannerCsvKind kind, GArray *persons, gsize offset)
{
  const Reader *reader = row->reader;

  for (guint i = 0; i < reader->columns->len; i++)
    {
      const char *cell = planner_csv_rows_get_cell (&reader->rows, i);
      g_auto (GStrv) parts = NULL;

      if (!is_column (reader->columns, i, kind) || !*cell)
        continue;
      parts = g_strsplit (cell, ";", PLANNER_FEED_MAX_PERSONS + 1);
      if (persons->len == 0 && kind == PLANNER_CSV_SPEAKERS)
        g_array_set_size (persons, g_strv_length (parts));
      if (g_strv_length (parts) != persons->len)
        continue;
      for (guint j = 0; j < persons->len; j++)
        {
          g_autofree char *text = clean (row, parts[j], get_column (reader, i)->name, PLANNER_TEXT_LINE);
          PlannerDraftPerson *person = &g_array_index (persons, PlannerDraftPerson, j);

          if (!planner_feed_is_to_be_announced (text))
            planner_text_add (G_STRUCT_MEMBER_P (person, offset), get_column (reader, i)->language, text);
        }
    }
}

static void
read_speakers (const Row *row)
{
  g_autoptr (GArray) persons = g_array_new (FALSE, TRUE, sizeof (PlannerDraftPerson));

  g_array_set_clear_func (persons, (GDestroyNotify) planner_draft_person_clear);
  add_parts (row, PLANNER_CSV_SPEAKERS, persons, G_STRUCT_OFFSET (PlannerDraftPerson, name));
  add_parts (row, PLANNER_CSV_ROLES, persons, G_STRUCT_OFFSET (PlannerDraftPerson, role));
  add_parts (row, PLANNER_CSV_ORGANISATIONS, persons, G_STRUCT_OFFSET (PlannerDraftPerson, organisation));
  for (guint i = 0; i < persons->len; i++)
    {
      PlannerDraftPerson *person = &g_array_index (persons, PlannerDraftPerson, i);

      if (person->name.variants)
        planner_builder_take_person (row->reader->builder, row->draft, person);
    }
}

static void
read_strings (const Row *row)
{
  PlannerDraftSession *draft = row->draft;
  const struct
  {
    PlannerCsvKind kind;
    char **string;
  } strings[] = {
    { PLANNER_CSV_DATE, &draft->date },
    { PLANNER_CSV_START, &draft->start },
    { PLANNER_CSV_END, &draft->end },
    { PLANNER_CSV_DURATION, &draft->duration },
    { PLANNER_CSV_GUID, &draft->session->guid },
    { PLANNER_CSV_ID, &draft->session->id },
    { PLANNER_CSV_LANGUAGE, &draft->session->language },
    { PLANNER_CSV_STREAM_URL, &draft->session->stream_url },
    { PLANNER_CSV_TYPE, &draft->session->type },
    { PLANNER_CSV_URL, &draft->session->url },
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    *strings[i].string = dup_first (row, strings[i].kind);
}

static void
read_texts (const Row *row)
{
  for_each_cell (row, PLANNER_CSV_TITLE, PLANNER_TEXT_LINE, take_title);
  for_each_cell (row, PLANNER_CSV_SUBTITLE, PLANNER_TEXT_LINE, take_subtitle);
  for_each_cell (row, PLANNER_CSV_ABSTRACT, PLANNER_TEXT_LONG, take_abstract);
  for_each_cell (row, PLANNER_CSV_DESCRIPTION, PLANNER_TEXT_LONG, take_description);
  for_each_cell (row, PLANNER_CSV_CONFERENCE, PLANNER_TEXT_LINE, take_conference);
  for_each_cell (row, PLANNER_CSV_FORUM, PLANNER_TEXT_LINE, take_forum);
  for_each_cell (row, PLANNER_CSV_ROOM, PLANNER_TEXT_LINE, take_room);
  for_each_cell (row, PLANNER_CSV_TIME_ZONE, PLANNER_TEXT_LINE, take_zone);
  for_each_cell (row, PLANNER_CSV_CANCELLED, PLANNER_TEXT_LINE, take_cancelled);
}

static gboolean
has_cell (const Reader *reader, PlannerCsvKind kind)
{
  for (guint i = 0; i < reader->columns->len; i++)
    {
      const char *cell = planner_csv_rows_get_cell (&reader->rows, i);

      if (is_column (reader->columns, i, kind) && cell[strspn (cell, " \t\r\n")])
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_empty (const Reader *reader)
{
  for (guint i = 0; i < reader->rows.cells->len; i++)
    if (*planner_csv_rows_get_cell (&reader->rows, i))
      return FALSE;

  return TRUE;
}

/* A row with neither a title nor a start describes a forum. */
static void
read_forum_row (Reader *reader, const char *where)
{
  const PlannerPlace place = { NULL, where, reader->report };
  PlannerForum *forum = NULL;

  for (guint i = 0; i < reader->columns->len; i++)
    {
      g_autofree char *name = NULL;

      if (!is_column (reader->columns, i, PLANNER_CSV_FORUM))
        continue;
      name = planner_place_clean (&place, planner_csv_rows_get_cell (&reader->rows, i), "forum",
                                  PLANNER_TEXT_LINE);
      if (name && !forum)
        forum = planner_builder_get_forum (reader->builder, name);
      if (name)
        planner_text_add (&forum->title, get_column (reader, i)->language, name);
    }
  planner_place_note (&place, PLANNER_SEVERITY_NOTE, NULL, PLANNER_PROBLEM_LEFT_OUT,
                      "The row has neither a title nor a start, so that it is no session.");
}

static gboolean
read_session_row (Reader *reader, const char *where, GError **error)
{
  PlannerDraftSession *draft = planner_builder_add_session (reader->builder, where, -1, error);
  const guint n_cells = reader->rows.cells->len + reader->rows.n_left_out;
  const Row row = { reader, draft, { draft, where, reader->report } };

  if (!draft)
    return FALSE;
  read_texts (&row);
  read_strings (&row);
  read_speakers (&row);
  if (n_cells > reader->columns->len)
    planner_draft_note (draft, PLANNER_SEVERITY_SKIPPED, NULL, PLANNER_PROBLEM_EXTRA_CELLS,
                        "The row has %u cells, but the table has %u columns; the last cells are left out.",
                        n_cells, reader->columns->len);

  return TRUE;
}

static gboolean
read_rows (Reader *reader, GError **error)
{
  while (planner_csv_rows_next (&reader->rows))
    {
      g_autofree char *where = g_strdup_printf ("row %u", reader->rows.number);

      if (is_empty (reader))
        continue;
      if (!has_cell (reader, PLANNER_CSV_TITLE) && !has_cell (reader, PLANNER_CSV_START))
        read_forum_row (reader, where);
      else if (!read_session_row (reader, where, error))
        return FALSE;
    }
  if (!reader->rows.is_cut_off)
    return TRUE;
  g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
               "The schedule ends too early: row %u ends within quotation marks.", reader->rows.number);

  return FALSE;
}

/* Unknown columns are only notes, because organizers may have columns of their own. */
static void
note_unknown_columns (const Reader *reader)
{
  for (guint i = 0; i < reader->columns->len; i++)
    if (is_column (reader->columns, i, PLANNER_CSV_UNKNOWN) && *get_column (reader, i)->name)
      planner_report_add_value (reader->report, PLANNER_SEVERITY_NOTE, "row 1",
                                PLANNER_PROBLEM_UNKNOWN_COLUMN, get_column (reader, i)->name,
                                "is no known column", "it is left out");
}

/**
 * planner_feed_csv_is:
 *
 * Returns: whether the first row of the text names columns of a schedule: the title, and the date, the start, the forum, the
 *   room or the speakers
 */
gboolean
planner_feed_csv_is (const char *text)
{
  static const PlannerCsvKind others[] = { PLANNER_CSV_DATE, PLANNER_CSV_START, PLANNER_CSV_FORUM,
                                           PLANNER_CSV_ROOM, PLANNER_CSV_SPEAKERS };
  g_autofree char *first = g_strndup (text, MIN (strcspn (text, "\r\n"), MAX_HEADING_BYTES));
  g_auto (PlannerCsvRows) rows = { 0 };
  g_autoptr (GArray) columns = NULL;

  planner_csv_rows_init (&rows, first);
  if (!planner_csv_rows_next (&rows))
    return FALSE;
  columns = read_heading (&rows);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (has_column (columns, PLANNER_CSV_TITLE) && has_column (columns, others[i]))
      return TRUE;

  return FALSE;
}

/**
 * planner_feed_csv_read:
 * @text: valid UTF-8
 *
 * Reads a schedule in a table; see planner_feed_read() for the other parameters and the result.
 */
PlannerAgenda *
planner_feed_csv_read (const char *text,
                       const PlannerFeedOptions *options,
                       PlannerReport *report,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Reader)
      reader = { .builder = planner_builder_new (options, report, cancellable), .report = report };

  planner_csv_rows_init (&reader.rows, text);
  planner_csv_rows_next (&reader.rows);
  reader.columns = read_heading (&reader.rows);
  planner_builder_set_format (reader.builder, PLANNER_FEED_FORMAT_CSV);
  note_unknown_columns (&reader);
  if (!read_rows (&reader, error))
    return NULL;

  return planner_builder_finish (reader.builder, error);
}
