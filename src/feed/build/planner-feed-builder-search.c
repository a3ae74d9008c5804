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
  GString *text;   /* borrowed: what is to be folded */
  GString *folded; /* borrowed */
} Buffers;

/* The search text gets no more memory than it needs, so that a search of many sessions reads fewer cache lines.
 *
 * Returns: (transfer full): the folded text of the buffer, which is empty afterwards */
static char *
fold (Buffers *buffers)
{
  planner_fold_to (buffers->folded, buffers->text->str);
  g_string_truncate (buffers->text, 0);

  return g_strndup (buffers->folded->str, buffers->folded->len);
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

  return old && has_same_long_texts (old, session) ? old->search[PLANNER_SEARCH_ABSTRACT] : NULL;
}

static char *
make_abstract (const PlannerAgenda *known, const PlannerSession *session, Buffers *buffers)
{
  const char *abstract = find_known_abstract (known, session);

  if (abstract)
    return g_strdup (abstract);
  append_texts (buffers->text, planner_session_fields, session, PLANNER_TEXT_LONG);

  return fold (buffers);
}

static void
make_search (const PlannerAgenda *known, PlannerSession *session, Buffers *buffers)
{
  append_texts (buffers->text, planner_session_fields, session, PLANNER_TEXT_LINE);
  session->search[PLANNER_SEARCH_TITLE] = fold (buffers);

  for (guint i = 0; i < session->n_speakers; i++)
    append_texts (buffers->text, planner_speaker_fields, session->speakers[i], PLANNER_TEXT_LINE);
  session->search[PLANNER_SEARCH_SPEAKERS] = fold (buffers);

  if (session->forum)
    append_texts (buffers->text, planner_forum_fields, session->forum, PLANNER_TEXT_LINE);
  session->search[PLANNER_SEARCH_FORUM] = fold (buffers);

  if (session->room)
    append_room (buffers->text, session->room);
  session->search[PLANNER_SEARCH_ROOM] = fold (buffers);

  session->search[PLANNER_SEARCH_ABSTRACT] = make_abstract (known, session, buffers);
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
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) folded = g_string_new (NULL);
  Buffers buffers = { text, folded };

  for (guint i = 0; i < self->agenda->sessions->len && !g_cancellable_is_cancelled (self->cancellable); i++)
    make_search (self->options->known, g_ptr_array_index (self->agenda->sessions, i), &buffers);
}
