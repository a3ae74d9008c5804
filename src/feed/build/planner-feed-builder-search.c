/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the text that a search looks at. */

#include "feed/build/planner-feed-builder-search.h"
#include "model/planner-fold.h"
#include "text/planner-rich-text.h"

static void
append_text (GString *into, const PlannerText *text, PlannerTextKind kind)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    {
      g_autofree char *plain =
          kind == PLANNER_TEXT_LONG ? planner_rich_text_to_plain (text->variants[i + 1]) : NULL;

      g_string_append_c (into, '\n');
      g_string_append (into, plain ? plain : text->variants[i + 1]);
    }
}

/* Long texts may contain markup, which is not part of what people search for. */
static void
append_texts (GString *into, const PlannerTextField *fields, gconstpointer item, PlannerTextKind kind)
{
  for (; fields->name; fields++)
    if (fields->kind == kind)
      append_text (into, planner_text_field_get (fields, item), kind);
}

static gsize
measure_lines (const PlannerTextField *fields, gconstpointer item)
{
  gsize n_bytes = 0;

  for (; fields->name; fields++)
    if (fields->kind == PLANNER_TEXT_LINE)
      n_bytes += planner_text_measure (planner_text_field_get (fields, item));

  return n_bytes;
}

static gsize
measure_room (const PlannerRoom *room)
{
  gsize n_bytes = measure_lines (planner_room_fields, room);

  for (guint i = 0; i < room->n_parts; i++)
    n_bytes += measure_lines (planner_room_fields, room->parts[i]);

  return n_bytes;
}

static void
append_room (GString *into, const PlannerRoom *room)
{
  append_texts (into, planner_room_fields, room, PLANNER_TEXT_LINE);
  for (guint i = 0; i < room->n_parts; i++)
    append_texts (into, planner_room_fields, room->parts[i], PLANNER_TEXT_LINE);
}

static gsize
measure_names (const PlannerSession *session)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < session->n_speakers; i++)
    n_bytes += measure_lines (planner_speaker_fields, session->speakers[i]);
  if (session->forum)
    n_bytes += measure_lines (planner_forum_fields, session->forum);
  if (session->room)
    n_bytes += measure_room (session->room);

  return n_bytes;
}

/* Buffers for all sessions. */
typedef struct
{
  GString *text;                            /* what is to be folded */
  GString *folded[PLANNER_SEARCH_N_FIELDS]; /* the folded text of each field */
} Buffers;

static void
buffers_init (Buffers *buffers)
{
  buffers->text = g_string_new (NULL);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    buffers->folded[i] = g_string_new (NULL);
}

static void
buffers_clear (Buffers *buffers)
{
  g_string_free (buffers->text, TRUE);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    g_string_free (buffers->folded[i], TRUE);
}

/* Empties the buffer of what is to be folded.
 *
 * Returns: (transfer none): its folded text, until the next text of @field */
static const char *
fold (Buffers *buffers, PlannerSearchField field)
{
  planner_fold_to (buffers->folded[field], buffers->text->str);
  g_string_truncate (buffers->text, 0);

  return buffers->folded[field]->str;
}

static gboolean
has_same_long_texts (const PlannerSession *a, const PlannerSession *b)
{
  for (const PlannerTextField *field = planner_session_fields; field->name; field++)
    if (field->kind == PLANNER_TEXT_LONG &&
        !planner_text_is_equal (planner_text_field_get (field, a), planner_text_field_get (field, b)))
      return FALSE;

  return TRUE;
}

/* Removing the markup and folding take a third of the time of reading a schedule.
 *
 * Returns: (nullable): the search text of the abstract in the earlier edition; %NULL if the abstract has changed */
static const char *
find_known_abstract (const PlannerAgenda *known, const PlannerSession *session)
{
  const PlannerSession *old =
      known && !known->is_outdated ? planner_agenda_find_session (known, session->key) : NULL;

  return old && has_same_long_texts (old, session)
             ? planner_search_text_get (&old->search, PLANNER_SEARCH_ABSTRACT, NULL)
             : NULL;
}

static const char *
make_abstract (const PlannerAgenda *known, const PlannerSession *session, Buffers *buffers)
{
  const char *abstract = find_known_abstract (known, session);

  if (abstract)
    return abstract;
  append_texts (buffers->text, planner_session_fields, session, PLANNER_TEXT_LONG);

  return fold (buffers, PLANNER_SEARCH_ABSTRACT);
}

static void
make_search (const PlannerAgenda *known, PlannerSession *session, Buffers *buffers)
{
  const char *fields[PLANNER_SEARCH_N_FIELDS];

  append_texts (buffers->text, planner_session_fields, session, PLANNER_TEXT_LINE);
  fields[PLANNER_SEARCH_TITLE] = fold (buffers, PLANNER_SEARCH_TITLE);

  for (guint i = 0; i < session->n_speakers; i++)
    append_texts (buffers->text, planner_speaker_fields, session->speakers[i], PLANNER_TEXT_LINE);
  fields[PLANNER_SEARCH_SPEAKERS] = fold (buffers, PLANNER_SEARCH_SPEAKERS);

  if (session->forum)
    append_texts (buffers->text, planner_forum_fields, session->forum, PLANNER_TEXT_LINE);
  fields[PLANNER_SEARCH_FORUM] = fold (buffers, PLANNER_SEARCH_FORUM);

  if (session->room)
    append_room (buffers->text, session->room);
  fields[PLANNER_SEARCH_ROOM] = fold (buffers, PLANNER_SEARCH_ROOM);

  fields[PLANNER_SEARCH_ABSTRACT] = make_abstract (known, session, buffers);
  planner_search_text_set (&session->search, fields);
}

/**
 * planner_builder_count_names:
 *
 * Counts the names of speakers, forums and rooms once for each of their sessions, because the search text of each session
 * contains them.
 */
void
planner_builder_count_names (PlannerBuilder *self)
{
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    planner_builder_count_text (self, measure_names (planner_agenda_get_session (self->agenda, i)));
}

/**
 * planner_builder_make_search:
 *
 * Sets the search text of each session, in all languages of the schedule. Stops early when cancelled.
 */
void
planner_builder_make_search (PlannerBuilder *self)
{
  Buffers buffers;

  buffers_init (&buffers);
  for (guint i = 0; i < self->agenda->sessions->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    make_search (self->options->known, g_ptr_array_index (self->agenda->sessions, i), &buffers);
  buffers_clear (&buffers);
}
