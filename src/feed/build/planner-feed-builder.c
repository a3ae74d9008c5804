/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/build/planner-feed-builder.h"
#include "feed/build/planner-feed-note.h"
#include "model/planner-string-table.h"

#include <string.h>

#define MAX_ADDRESS 4096

static void
count_last_session (PlannerBuilder *self)
{
  const guint n = self->agenda->sessions->len;
  const PlannerSession *session = n > 0 ? planner_agenda_get_session (self->agenda, n - 1) : NULL;

  if (session)
    planner_builder_count_text (self, planner_text_fields_measure (planner_session_fields, session));
}

static gboolean
check_count (PlannerBuilder *self, GError **error)
{
  if (self->drafts->len < PLANNER_FEED_MAX_SESSIONS)
    return TRUE;
  g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
               "The schedule has more than %d sessions.", PLANNER_FEED_MAX_SESSIONS);

  return FALSE;
}

static gboolean
is_absolute (const char *url)
{
  g_autofree char *scheme = g_uri_parse_scheme (url);

  return scheme != NULL;
}

/* GLib parses "https://a;b/", but g_uri_to_string() cannot write it, so it counts as invalid. */
static GUri *
parse_address (GUri *base, const char *url)
{
  const GUriFlags flags = G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED;
  g_autoptr (GUri) uri =
      base ? g_uri_parse_relative (base, url, flags, NULL) : g_uri_parse (url, flags, NULL);
  const char *path = uri ? g_uri_get_path (uri) : "";

  return uri && g_uri_get_host (uri) && *path && *path != '/' ? NULL : g_steal_pointer (&uri);
}

#define LOWER_CASE "abcdefghijklmnopqrstuvwxyz"
#define UPPER_CASE "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define DIGITS "0123456789"
#define OF_PATH_AND_QUERY LOWER_CASE UPPER_CASE DIGITS "-._~!$&'()*+,;=:@/?"

/* Returns: whether @url is a web address without user, port and escapes, in which GLib would change nothing */
static gboolean
is_plain_address (const char *url)
{
  const char *host = g_str_has_prefix (url, "https://")  ? url + strlen ("https://")
                     : g_str_has_prefix (url, "http://") ? url + strlen ("http://")
                                                         : "";
  const char *path = host + strspn (host, LOWER_CASE DIGITS "-.");

  if (path == host || strstr (path, "/."))
    return FALSE;

  return !*path || (*path == '/' && path[strspn (path, OF_PATH_AND_QUERY)] == '\0');
}

static char *
resolve (const char *base, const char *url)
{
  g_autoptr (GUri) base_uri = base ? parse_address (NULL, base) : NULL;
  g_autoptr (GUri) uri = base_uri ? parse_address (base_uri, url) : NULL;

  return uri ? g_uri_to_string (uri) : NULL;
}

static char *
make_absolute (PlannerBuilder *self, const char *url)
{
  const char *const bases[] = { self->base_url, self->agenda->url, self->options->address };

  if (is_absolute (url))
    return g_strdup (url);
  if (g_str_has_prefix (url, "www."))
    return g_strconcat ("https://", url, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    {
      char *resolved = resolve (bases[i], url);

      if (resolved)
        return resolved;
    }

  return NULL;
}

/* A speaker is one id and one name, because schedules that are merged from others give several people the same id. */
static char *
make_speaker_key (const PlannerDraftPerson *person)
{
  return g_strconcat (person->id ? person->id : "", "\n", person->id || !person->code ? "" : person->code,
                      "\n", person->name.variants[1], NULL);
}

/**
 * planner_builder_new:
 * @options: borrowed; it must outlive the builder
 * @report: borrowed; it must outlive the builder
 *
 * Returns: (transfer full): a builder for one schedule
 */
PlannerBuilder *
planner_builder_new (const PlannerFeedOptions *options, PlannerReport *report, GCancellable *cancellable)
{
  PlannerBuilder *self = g_new0 (PlannerBuilder, 1);

  self->agenda = planner_agenda_new ();
  self->language = g_strdup ("");
  self->options = options;
  self->report = report;
  self->cancellable = cancellable;
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_draft_session_free);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_draft_day_free);
  self->forums = planner_string_table_new (NULL, NULL);
  self->rooms = planner_string_table_new (NULL, NULL);
  self->speakers = planner_string_table_new (g_free, NULL);
  self->zones_by_offset = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_time_zone_unref);

  return self;
}

void
planner_builder_free (PlannerBuilder *self)
{
  g_clear_pointer (&self->agenda, planner_agenda_unref);
  g_free (self->language);
  g_free (self->zone_name);
  g_free (self->zone_where);
  g_free (self->base_url);
  g_free (self->start_date);
  g_free (self->day_change);
  g_ptr_array_unref (self->drafts);
  g_ptr_array_unref (self->days);
  g_hash_table_unref (self->forums);
  g_hash_table_unref (self->rooms);
  g_hash_table_unref (self->speakers);
  g_hash_table_unref (self->zones_by_offset);
  g_clear_pointer (&self->named_zone, g_time_zone_unref);
  g_clear_pointer (&self->fallback_zone, g_time_zone_unref);
  g_free (self);
}

/**
 * planner_builder_set_format:
 * @format: the format that the agenda is read from
 */
void
planner_builder_set_format (PlannerBuilder *self, PlannerFeedFormat format)
{
  g_set_str (&self->agenda->format, planner_feed_format_get_name (format));
}

/**
 * planner_builder_add_day:
 * @date: (nullable): as in the schedule
 * @start: (nullable): as in the schedule
 * @end: (nullable): as in the schedule
 *
 * Returns: the index of the new day, for planner_builder_add_session()
 */
int
planner_builder_add_day (PlannerBuilder *self, const char *date, const char *start, const char *end)
{
  g_ptr_array_add (self->days, planner_draft_day_new (date, start, end));

  return (int) self->days->len - 1;
}

/**
 * planner_builder_add_session:
 * @where: the place in the schedule; see #PlannerProblem
 * @day: the index of the day that lists the session, or -1
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Returns: (nullable) (transfer none): a draft to fill, or %NULL with @error set
 */
PlannerDraftSession *
planner_builder_add_session (PlannerBuilder *self, const char *where, int day, GError **error)
{
  PlannerDraftSession *draft;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  count_last_session (self);
  if (!check_count (self, error) || !planner_builder_check_text (self, error))
    return NULL;

  draft = planner_draft_session_new (where, day);
  draft->position = self->drafts->len;
  draft->report = self->report;
  draft->n_noted = &self->n_noted;
  g_ptr_array_add (self->agenda->sessions, draft->session);
  g_ptr_array_add (self->drafts, draft);

  return draft;
}

/**
 * planner_builder_count_text:
 * @n_bytes: the size of text that was read, or that the agenda will repeat
 *
 * Counts text for planner_builder_check_text().
 */
void
planner_builder_count_text (PlannerBuilder *self, gsize n_bytes)
{
  self->text_bytes += n_bytes;
}

/**
 * planner_builder_check_text:
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * A few bytes of a schedule can stand for much text, for example a translation that many sessions share.
 *
 * Returns: whether there is no more text than %PLANNER_FEED_MAX_TEXT_OF_ALL
 */
gboolean
planner_builder_check_text (PlannerBuilder *self, GError **error)
{
  if (self->text_bytes <= PLANNER_FEED_MAX_TEXT_OF_ALL)
    return TRUE;
  g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
               "The schedule has more than %d MiB of text.", PLANNER_FEED_MAX_TEXT_OF_ALL / 1024 / 1024);

  return FALSE;
}

/**
 * planner_builder_get_forum:
 *
 * Finds a forum by the name of its track, or adds it. The caller adds its title.
 *
 * Returns: (transfer none): the forum
 */
PlannerForum *
planner_builder_get_forum (PlannerBuilder *self, const char *name)
{
  PlannerForum *forum = g_hash_table_lookup (self->forums, name);

  if (!forum)
    {
      forum = planner_forum_new ();
      forum->name = g_strdup (name);
      g_ptr_array_add (self->agenda->forums, forum);
      g_hash_table_insert (self->forums, forum->name, forum);
    }

  return forum;
}

/**
 * planner_builder_get_room:
 *
 * Finds a room by its name, or adds it. The caller adds its title. planner_builder_finish() removes rooms without sessions.
 *
 * Returns: (transfer none): the room
 */
PlannerRoom *
planner_builder_get_room (PlannerBuilder *self, const char *name)
{
  PlannerRoom *room = g_hash_table_lookup (self->rooms, name);

  if (!room)
    {
      room = planner_room_new ();
      room->name = g_strdup (name);
      g_ptr_array_add (self->agenda->rooms, room);
      g_hash_table_insert (self->rooms, room->name, room);
    }

  return room;
}

/**
 * planner_builder_take_forum:
 * @name: (nullable): the name of a track, in the language of the schedule
 *
 * Sets the forum of a session that has none yet.
 */
void
planner_builder_take_forum (PlannerBuilder *self, PlannerDraftSession *draft, const char *name)
{
  PlannerForum *forum;

  if (!name || draft->session->forum)
    return;
  forum = planner_builder_get_forum (self, name);
  planner_text_add (&forum->title, self->language, name);
  draft->session->forum = forum;
}

/**
 * planner_builder_take_room:
 * @name: (nullable): the name of a room, in the language of the schedule
 *
 * Sets the room of a session that has none yet.
 */
void
planner_builder_take_room (PlannerBuilder *self, PlannerDraftSession *draft, const char *name)
{
  PlannerRoom *room;

  if (!name || draft->session->room)
    return;
  room = planner_builder_get_room (self, name);
  planner_text_add (&room->title, self->language, name);
  draft->session->room = room;
}

PlannerExhibitor *
planner_builder_add_exhibitor (PlannerBuilder *self)
{
  PlannerExhibitor *exhibitor = planner_exhibitor_new ();

  g_ptr_array_add (self->agenda->exhibitors, exhibitor);

  return exhibitor;
}

/* Readers add the name themselves. */
static gboolean
is_worth_adding (const PlannerDraftPerson *person, const PlannerText *text)
{
  return text == &person->role ? planner_draft_person_has_role (person) : text != &person->name;
}

/**
 * planner_builder_describe_speaker:
 * @person: a description of the speaker, perhaps without a name
 *
 * Adds the texts and the address that @speaker does not have yet.
 */
void
planner_builder_describe_speaker (PlannerBuilder *self,
                                  PlannerSpeaker *speaker,
                                  const PlannerDraftPerson *person)
{
  for (const PlannerTextField *field = planner_speaker_fields; field->name; field++)
    if (is_worth_adding (person, planner_text_field_get (field, person)))
      planner_text_merge (planner_text_field_get (field, speaker), planner_text_field_get (field, person));
  if (!speaker->url && person->url)
    speaker->url = planner_builder_resolve_link (self, person->url);
}

/**
 * planner_builder_take_person:
 * @person: (transfer none): a person with a name
 *
 * Adds a speaker to a session. The agenda has each speaker once.
 */
void
planner_builder_take_person (PlannerBuilder *self, PlannerDraftSession *draft, PlannerDraftPerson *person)
{
  g_autofree char *key = make_speaker_key (person);
  PlannerSpeaker *speaker = g_hash_table_lookup (self->speakers, key);

  if (draft->persons->len >= PLANNER_FEED_MAX_PERSONS)
    {
      planner_draft_note (draft, PLANNER_SEVERITY_SKIPPED, "persons", PLANNER_PROBLEM_TOO_MANY_PERSONS,
                          "A session may have %d persons; more are left out.", PLANNER_FEED_MAX_PERSONS);
      return;
    }
  if (!speaker)
    {
      speaker = planner_speaker_new ();
      speaker->id = g_strdup (person->id ? person->id : person->name.variants[1]);
      g_ptr_array_add (self->agenda->speakers, speaker);
      g_hash_table_insert (self->speakers, g_steal_pointer (&key), speaker);
    }
  planner_builder_count_text (self, planner_text_fields_measure (planner_speaker_fields, person));
  planner_text_merge (&speaker->name, &person->name);
  planner_builder_describe_speaker (self, speaker, person);
  if (!g_ptr_array_find (draft->persons, speaker, NULL))
    g_ptr_array_add (draft->persons, speaker);
}

/**
 * planner_builder_add_link:
 * @title: (nullable): the title of the link
 * @url: the address as in the schedule; planner_builder_finish() resolves and checks it
 */
void
planner_builder_add_link (PlannerBuilder *self,
                          PlannerDraftSession *draft,
                          const char *title,
                          const char *url)
{
  const PlannerLink link = { g_strdup (title), g_strdup (url) };

  if (draft->links->len < PLANNER_FEED_MAX_LINKS)
    {
      g_array_append_val (draft->links, link);
      return;
    }
  planner_link_clear ((PlannerLink *) &link);
  planner_draft_note (draft, PLANNER_SEVERITY_SKIPPED, "links", PLANNER_PROBLEM_TOO_MANY_LINKS,
                      "A session may have %d links; more are left out.", PLANNER_FEED_MAX_LINKS);
}

/**
 * planner_builder_resolve_link:
 * @url: an address as in the schedule
 *
 * Returns: (nullable) (transfer full): the absolute http, https or mailto address, or %NULL for any other address
 */
char *
planner_builder_resolve_link (PlannerBuilder *self, const char *url)
{
  g_autofree char *absolute = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  if (!*url || strlen (url) > MAX_ADDRESS)
    return NULL;
  if (is_plain_address (url))
    return g_strdup (url);

  absolute = make_absolute (self, url);
  uri = absolute ? parse_address (NULL, absolute) : NULL;
  scheme = uri ? g_uri_get_scheme (uri) : "";
  if (g_str_equal (scheme, "mailto") && *g_uri_get_path (uri))
    return g_uri_to_string (uri);
  if ((g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && g_uri_get_host (uri) &&
      *g_uri_get_host (uri))
    return g_uri_to_string (uri);

  return NULL;
}
