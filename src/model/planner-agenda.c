/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-agenda.h"
#include "model/planner-string-table.h"

G_DEFINE_BOXED_TYPE (PlannerAgenda, planner_agenda, planner_agenda_ref, planner_agenda_unref)

const PlannerTextField planner_agenda_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerAgenda, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerAgenda, description), PLANNER_TEXT_LONG },
  { "venue", G_STRUCT_OFFSET (PlannerAgenda, venue), PLANNER_TEXT_LINE },
  { "address", G_STRUCT_OFFSET (PlannerAgenda, address), PLANNER_TEXT_LINE, { "city" } },
  { "hosts", G_STRUCT_OFFSET (PlannerAgenda, hosts), PLANNER_TEXT_LINE },
  { NULL },
};
const PlannerTextField planner_forum_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerForum, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerForum, description), PLANNER_TEXT_LONG },
  { NULL },
};
const PlannerTextField planner_room_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerRoom, title), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerRoom, description), PLANNER_TEXT_LONG },
  { NULL },
};
const PlannerTextField planner_speaker_fields[] = {
  /* A speaker with a public name may not want the other name to be shown. */
  { "public_name",
    G_STRUCT_OFFSET (PlannerSpeaker, name),
    PLANNER_TEXT_LINE,
    { "name", "full_public_name" } },
  { "role", G_STRUCT_OFFSET (PlannerSpeaker, role), PLANNER_TEXT_LINE },
  { "organisation",
    G_STRUCT_OFFSET (PlannerSpeaker, organisation),
    PLANNER_TEXT_LINE,
    { "organization", "affiliation", "company" } },
  { "biography", G_STRUCT_OFFSET (PlannerSpeaker, biography), PLANNER_TEXT_LONG },
  { NULL },
};
const PlannerTextField planner_exhibitor_fields[] = {
  { "name", G_STRUCT_OFFSET (PlannerExhibitor, name), PLANNER_TEXT_LINE },
  { "description", G_STRUCT_OFFSET (PlannerExhibitor, description), PLANNER_TEXT_LONG },
  { "place", G_STRUCT_OFFSET (PlannerExhibitor, place), PLANNER_TEXT_LINE },
  { NULL },
};
const PlannerTextField planner_session_fields[] = {
  { "title", G_STRUCT_OFFSET (PlannerSession, title), PLANNER_TEXT_LINE },
  { "subtitle", G_STRUCT_OFFSET (PlannerSession, subtitle), PLANNER_TEXT_LINE },
  { "abstract", G_STRUCT_OFFSET (PlannerSession, abstract), PLANNER_TEXT_LONG },
  { "description", G_STRUCT_OFFSET (PlannerSession, description), PLANNER_TEXT_LONG },
  { NULL },
};
const PlannerStringField planner_agenda_strings[] = {
  { "acronym", G_STRUCT_OFFSET (PlannerAgenda, acronym) },
  { "version", G_STRUCT_OFFSET (PlannerAgenda, version) },
  { "url", G_STRUCT_OFFSET (PlannerAgenda, url) },
  { "format", G_STRUCT_OFFSET (PlannerAgenda, format) },
  { "time_zone_name", G_STRUCT_OFFSET (PlannerAgenda, zone_name) },
  { "registration_url", G_STRUCT_OFFSET (PlannerAgenda, registration_url) },
  { "coordinates", G_STRUCT_OFFSET (PlannerAgenda, coordinates) },
  { "sources", G_STRUCT_OFFSET (PlannerAgenda, sources) },
  { NULL },
};
const PlannerStringField planner_session_strings[] = {
  { "guid", G_STRUCT_OFFSET (PlannerSession, guid) },
  { "id", G_STRUCT_OFFSET (PlannerSession, id) },
  { "code", G_STRUCT_OFFSET (PlannerSession, code) },
  { "slug", G_STRUCT_OFFSET (PlannerSession, slug) },
  { "type", G_STRUCT_OFFSET (PlannerSession, type) },
  { "language", G_STRUCT_OFFSET (PlannerSession, language) },
  { "url", G_STRUCT_OFFSET (PlannerSession, url) },
  { "stream_url", G_STRUCT_OFFSET (PlannerSession, stream_url) },
  { "feedback_url", G_STRUCT_OFFSET (PlannerSession, feedback_url) },
  { NULL },
};

/* The lists of an agenda whose items have texts. */
static const struct
{
  gsize offset;
  const PlannerTextField *fields;
} lists[] = {
  { G_STRUCT_OFFSET (PlannerAgenda, forums), planner_forum_fields },
  { G_STRUCT_OFFSET (PlannerAgenda, rooms), planner_room_fields },
  { G_STRUCT_OFFSET (PlannerAgenda, speakers), planner_speaker_fields },
  { G_STRUCT_OFFSET (PlannerAgenda, exhibitors), planner_exhibitor_fields },
  { G_STRUCT_OFFSET (PlannerAgenda, sessions), planner_session_fields },
};

static void
forum_free (PlannerForum *forum)
{
  planner_text_fields_clear (planner_forum_fields, forum);
  g_free (forum->name);
  g_free (forum->color);
  g_free (forum);
}

static void
room_free (PlannerRoom *room)
{
  planner_text_fields_clear (planner_room_fields, room);
  g_free (room->name);
  g_free (room->url);
  g_free (room->parts);
  g_free (room);
}

static void
speaker_free (PlannerSpeaker *speaker)
{
  planner_speaker_clear (speaker);
  g_free (speaker);
}

static void
exhibitor_free (PlannerExhibitor *exhibitor)
{
  planner_text_fields_clear (planner_exhibitor_fields, exhibitor);
  g_free (exhibitor->url);
  g_free (exhibitor);
}

static void
day_free (PlannerDay *day)
{
  g_free (day->date);
  g_free (day);
}

static void
session_free (PlannerSession *session)
{
  planner_text_fields_clear (planner_session_fields, session);
  planner_string_fields_clear (planner_session_strings, session);
  g_free (session->key);
  g_clear_pointer (&session->zone, g_time_zone_unref);
  g_free (session->speakers);
  for (guint i = 0; i < session->n_links; i++)
    planner_link_clear (&session->links[i]);
  g_free (session->links);
  planner_search_text_clear (&session->search);
  g_free (session);
}

/* The room itself is in an arena, but planner_rooms_find_parts() allocates its parts with malloc(). */
static void
room_clear_parts (PlannerRoom *room)
{
  g_free (room->parts);
}

static void
session_clear_zone (PlannerSession *session)
{
  g_clear_pointer (&session->zone, g_time_zone_unref);
}

static void
agenda_clear (PlannerAgenda *agenda)
{
  if (!agenda->arena)
    {
      planner_text_fields_clear (planner_agenda_fields, agenda);
      planner_string_fields_clear (planner_agenda_strings, agenda);
    }
  g_clear_pointer (&agenda->zone, g_time_zone_unref);
  g_hash_table_unref (agenda->sessions_by_key);
  g_ptr_array_unref (agenda->sessions);
  g_ptr_array_unref (agenda->days);
  g_ptr_array_unref (agenda->exhibitors);
  g_ptr_array_unref (agenda->speakers);
  g_ptr_array_unref (agenda->rooms);
  g_ptr_array_unref (agenda->forums);
  g_clear_pointer (&agenda->arena, planner_arena_free);
}

/**
 * planner_agenda_new:
 *
 * Creates an empty agenda. Fill it and call planner_agenda_seal() before any other code uses it.
 *
 * Returns: (transfer full): the agenda
 */
PlannerAgenda *
planner_agenda_new (void)
{
  PlannerAgenda *agenda = g_atomic_rc_box_new0 (PlannerAgenda);

  agenda->forums = g_ptr_array_new_with_free_func ((GDestroyNotify) forum_free);
  agenda->rooms = g_ptr_array_new_with_free_func ((GDestroyNotify) room_free);
  agenda->speakers = g_ptr_array_new_with_free_func ((GDestroyNotify) speaker_free);
  agenda->exhibitors = g_ptr_array_new_with_free_func ((GDestroyNotify) exhibitor_free);
  agenda->days = g_ptr_array_new_with_free_func ((GDestroyNotify) day_free);
  agenda->sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) session_free);
  agenda->sessions_by_key = planner_string_table_new (NULL, NULL);
  agenda->first_utc = agenda->last_utc = PLANNER_TIME_UNKNOWN;

  return agenda;
}

/**
 * planner_agenda_new_in:
 * @arena: (transfer full): the memory of all items and strings of the agenda
 *
 * Creates an empty agenda, as planner_agenda_new() does. Only time zones and the parts of rooms are not in @arena.
 *
 * Returns: (transfer full): the agenda
 */
PlannerAgenda *
planner_agenda_new_in (PlannerArena *arena)
{
  PlannerAgenda *agenda;

  g_return_val_if_fail (arena != NULL, NULL);

  agenda = planner_agenda_new ();
  agenda->arena = arena;
  g_ptr_array_set_free_func (agenda->forums, NULL);
  g_ptr_array_set_free_func (agenda->rooms, (GDestroyNotify) room_clear_parts);
  g_ptr_array_set_free_func (agenda->speakers, NULL);
  g_ptr_array_set_free_func (agenda->exhibitors, NULL);
  g_ptr_array_set_free_func (agenda->days, NULL);
  g_ptr_array_set_free_func (agenda->sessions, (GDestroyNotify) session_clear_zone);

  return agenda;
}

PlannerAgenda *
planner_agenda_ref (PlannerAgenda *agenda)
{
  g_return_val_if_fail (agenda != NULL, NULL);

  return g_atomic_rc_box_acquire (agenda);
}

void
planner_agenda_unref (PlannerAgenda *agenda)
{
  g_return_if_fail (agenda != NULL);

  g_atomic_rc_box_release_full (agenda, (GDestroyNotify) agenda_clear);
}

PlannerForum *
planner_forum_new (void)
{
  return g_new0 (PlannerForum, 1);
}

PlannerRoom *
planner_room_new (void)
{
  return g_new0 (PlannerRoom, 1);
}

PlannerSpeaker *
planner_speaker_new (void)
{
  return g_new0 (PlannerSpeaker, 1);
}

PlannerExhibitor *
planner_exhibitor_new (void)
{
  return g_new0 (PlannerExhibitor, 1);
}

PlannerDay *
planner_day_new (void)
{
  return g_new0 (PlannerDay, 1);
}

PlannerSession *
planner_session_new (void)
{
  PlannerSession *session = g_new0 (PlannerSession, 1);

  session->start_utc = PLANNER_TIME_UNKNOWN;

  return session;
}

/**
 * planner_speaker_clear:
 *
 * Frees the contents of @speaker, but not the structure itself.
 */
void
planner_speaker_clear (PlannerSpeaker *speaker)
{
  planner_text_fields_clear (planner_speaker_fields, speaker);
  g_clear_pointer (&speaker->id, g_free);
  g_clear_pointer (&speaker->code, g_free);
  g_clear_pointer (&speaker->url, g_free);
}

/**
 * planner_link_clear:
 *
 * Frees the contents of @link, but not the structure itself.
 */
void
planner_link_clear (PlannerLink *link)
{
  g_clear_pointer (&link->title, g_free);
  g_clear_pointer (&link->url, g_free);
}

static void
choose_languages (PlannerAgenda *agenda, const char *const *languages)
{
  planner_text_fields_choose (planner_agenda_fields, agenda, languages);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *items = G_STRUCT_MEMBER (GPtrArray *, agenda, lists[i].offset);

      for (guint j = 0; j < items->len; j++)
        planner_text_fields_choose (lists[i].fields, g_ptr_array_index (items, j), languages);
    }
}

/* A session without a time takes the whole conference day, which ends at 04:00 of the next date. */
static gboolean
find_extent (const PlannerAgenda *agenda, const PlannerSession *session, gint64 *start_utc, gint64 *end_utc)
{
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) end = NULL;

  if (planner_session_has_time (session))
    {
      *start_utc = session->start_utc;
      *end_utc = planner_session_get_end_utc (session);
      return TRUE;
    }

  text = g_strconcat (planner_agenda_get_day (agenda, session)->date, "T04:00:00", NULL);
  start = g_date_time_new_from_iso8601 (text, agenda->zone);
  end = start ? g_date_time_add_days (start, 1) : NULL;
  if (!end)
    return FALSE;
  *start_utc = g_date_time_to_unix (start);
  *end_utc = g_date_time_to_unix (end);

  return TRUE;
}

static void
measure_span (PlannerAgenda *agenda)
{
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      gint64 start_utc, end_utc;

      if (!find_extent (agenda, planner_agenda_get_session (agenda, i), &start_utc, &end_utc))
        continue;
      if (agenda->first_utc == PLANNER_TIME_UNKNOWN || start_utc < agenda->first_utc)
        agenda->first_utc = start_utc;
      agenda->last_utc = MAX (agenda->last_utc, end_utc);
    }
}

/**
 * planner_agenda_seal:
 * @agenda: a filled agenda
 * @languages: the attendee's languages, best first
 *
 * Chooses the language of every text, counts the sessions of each forum, indexes the sessions by position and key, and finds
 * the span of the conference. The agenda must not change after this call.
 */
void
planner_agenda_seal (PlannerAgenda *agenda, const char *const *languages)
{
  g_return_if_fail (agenda != NULL && languages != NULL);

  choose_languages (agenda, languages);
  for (guint i = 0; i < agenda->forums->len; i++)
    ((PlannerForum *) g_ptr_array_index (agenda->forums, i))->position = i;
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      PlannerSession *session = g_ptr_array_index (agenda->sessions, i);

      if (session->forum)
        ((PlannerForum *) session->forum)->n_sessions++;
      session->position = i;
      g_hash_table_insert (agenda->sessions_by_key, session->key, session);
    }
  measure_span (agenda);
}

/**
 * planner_agenda_find_session:
 * @key: the key of a session
 *
 * Returns: (nullable) (transfer none): the session, or %NULL when the agenda has no session with this key
 */
const PlannerSession *
planner_agenda_find_session (const PlannerAgenda *agenda, const char *key)
{
  g_return_val_if_fail (agenda != NULL && key != NULL, NULL);

  return g_hash_table_lookup (agenda->sessions_by_key, key);
}

const PlannerSession *
planner_agenda_get_session (const PlannerAgenda *agenda, guint index)
{
  g_return_val_if_fail (agenda != NULL && index < agenda->sessions->len, NULL);

  return g_ptr_array_index (agenda->sessions, index);
}

const PlannerDay *
planner_agenda_get_day (const PlannerAgenda *agenda, const PlannerSession *session)
{
  g_return_val_if_fail (agenda != NULL && session != NULL && session->day < agenda->days->len, NULL);

  return g_ptr_array_index (agenda->days, session->day);
}

gboolean
planner_session_has_time (const PlannerSession *session)
{
  g_return_val_if_fail (session != NULL, FALSE);

  return session->start_utc != PLANNER_TIME_UNKNOWN;
}

/**
 * planner_session_get_end_utc:
 *
 * Returns: the end in seconds since the epoch, or %PLANNER_TIME_UNKNOWN
 */
gint64
planner_session_get_end_utc (const PlannerSession *session)
{
  return planner_session_has_time (session) ? session->start_utc + session->duration_s : PLANNER_TIME_UNKNOWN;
}

/**
 * planner_session_dup_start:
 *
 * Returns: (nullable) (transfer full): the start in venue time, or %NULL when the time is to be announced
 */
GDateTime *
planner_session_dup_start (const PlannerSession *session)
{
  return planner_time_to_zone (session->start_utc, session->zone);
}

/**
 * planner_session_dup_end:
 *
 * Returns: (nullable) (transfer full): the end in venue time, or %NULL when the time is to be announced
 */
GDateTime *
planner_session_dup_end (const PlannerSession *session)
{
  return planner_time_to_zone (planner_session_get_end_utc (session), session->zone);
}

/**
 * planner_agenda_count_days:
 *
 * Returns: the number of days with a date, without the day to be announced
 */
guint
planner_agenda_count_days (const PlannerAgenda *agenda)
{
  guint n = 0;

  for (guint i = 0; i < agenda->days->len; i++)
    n += *((const PlannerDay *) g_ptr_array_index (agenda->days, i))->date != '\0';

  return n;
}

/**
 * planner_agenda_find_span:
 * @first_utc: (out): when the first session starts, in seconds since the epoch, or %PLANNER_TIME_UNKNOWN when no session has a day
 * @last_utc: (out): when the last session ends, or %PLANNER_TIME_UNKNOWN
 *
 * Finds when the conference begins and ends. A session whose time is to be announced counts with its whole day.
 */
void
planner_agenda_find_span (const PlannerAgenda *agenda, gint64 *first_utc, gint64 *last_utc)
{
  g_return_if_fail (agenda != NULL && first_utc != NULL && last_utc != NULL);

  *first_utc = agenda->first_utc;
  *last_utc = agenda->last_utc;
}
