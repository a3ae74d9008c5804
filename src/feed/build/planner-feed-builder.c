/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/build/planner-feed-builder.h"
#include "feed/build/planner-feed-note.h"

#include "model/planner-fold.h"

#include <string.h>

#define MAX_ADDRESS 4096

static void
draft_day_free (PlannerDraftDay *day)
{
  g_free (day->date);
  g_free (day->start);
  g_free (day->end);
  g_free (day);
}

static void
link_clear (PlannerLink *link)
{
  g_free (link->title);
  g_free (link->url);
}

static void
draft_session_free (PlannerDraftSession *draft)
{
  g_free (draft->where);
  g_free (draft->date);
  g_free (draft->start);
  g_free (draft->end);
  g_free (draft->duration);
  g_ptr_array_unref (draft->persons);
  g_array_unref (draft->links);
  g_clear_pointer (&draft->problems, g_ptr_array_unref);
  g_free (draft);
}

static void
merge_text (PlannerText *into, const PlannerText *from)
{
  for (guint i = 0; from->variants && from->variants[i]; i += 2)
    planner_text_add (into, from->variants[i], from->variants[i + 1]);
}

static void
count_last_session (PlannerBuilder *self)
{
  const guint n = self->agenda->sessions->len;
  const PlannerSession *session = n > 0 ? planner_agenda_get_session (self->agenda, n - 1) : NULL;

  if (session)
    planner_builder_count_text (self, planner_text_measure (&session->title) +
                                          planner_text_measure (&session->subtitle) +
                                          planner_text_measure (&session->abstract) +
                                          planner_text_measure (&session->description));
}

/* A few bytes of a feed can stand for much: one translation for all sessions that share a guid, and the like. */
static gboolean
check_text (PlannerBuilder *self, GError **error)
{
  if (planner_builder_count_text (self, 0))
    return TRUE;
  g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
               "The schedule has more than %d MiB of text.", PLANNER_FEED_MAX_TEXT_OF_ALL / 1024 / 1024);

  return FALSE;
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

/* Beside a host GLib reads "https://a;b/", yet cannot write it: such an address is none. */
static GUri *
parse_address (GUri *base, const char *url)
{
  const GUriFlags flags = G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED;
  g_autoptr (GUri) uri =
      base ? g_uri_parse_relative (base, url, flags, NULL) : g_uri_parse (url, flags, NULL);
  const char *path = uri ? g_uri_get_path (uri) : "";

  return uri && g_uri_get_host (uri) && *path && *path != '/' ? NULL : g_steal_pointer (&uri);
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

/* The speakers of an agenda are few enough to be looked up by one string. */
static char *
make_speaker_key (const PlannerDraftPerson *person)
{
  return g_strconcat (person->id ? person->id : "", "\n", person->id || !person->code ? "" : person->code,
                      "\n", person->name.variants[1], NULL);
}

static void
resolve_address (PlannerBuilder *self, PlannerDraftSession *draft, char **address, const char *member)
{
  g_autofree char *given = g_steal_pointer (address);

  if (!given)
    return;
  *address = planner_builder_resolve_link (self, given);
  if (!*address)
    planner_draft_note_value (draft, PLANNER_SEVERITY_SKIPPED, member, PLANNER_PROBLEM_UNSAFE_LINK, given,
                              "is no http, https or mailto address", "it is left out");
}

/* Addresses may stand before the base they are resolved against: they are resolved when all is read. */
static void
take_links (PlannerBuilder *self, PlannerDraftSession *draft)
{
  PlannerSession *session = draft->session;

  resolve_address (self, draft, &session->url, "url");
  resolve_address (self, draft, &session->stream_url, "stream_url");
  resolve_address (self, draft, &session->feedback_url, "feedback_url");
  if (draft->links->len == 0)
    return;

  session->links = g_new0 (PlannerLink, draft->links->len);
  for (guint i = 0; i < draft->links->len; i++)
    {
      PlannerLink *link = &g_array_index (draft->links, PlannerLink, i);

      resolve_address (self, draft, &link->url, "links");
      if (!link->url)
        continue;
      if (!link->title)
        link->title = g_strdup (link->url);
      session->links[session->n_links++] = *link;
      *link = (PlannerLink) { 0 };
    }
}

static void
take_speakers (PlannerDraftSession *draft)
{
  PlannerSession *session = draft->session;

  session->n_speakers = draft->persons->len;
  if (session->n_speakers > 0)
    session->speakers = g_memdup2 (draft->persons->pdata, sizeof (gpointer) * draft->persons->len);
}

static void
make_up_title (PlannerDraftSession *draft)
{
  PlannerSession *session = draft->session;

  if (session->title.variants)
    return;
  if (session->subtitle.variants)
    merge_text (&session->title, &session->subtitle);
  else
    planner_text_add (&session->title, "", session->slug ? session->slug : "Untitled");
  planner_draft_note (draft, PLANNER_SEVERITY_REPAIRED, "title", PLANNER_PROBLEM_NO_TITLE,
                      "The session has no title; it is called “%s”.", session->title.shown);
}

static void
drop_empty_rooms (PlannerAgenda *agenda)
{
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    g_hash_table_add (used, (gpointer) planner_agenda_get_session (agenda, i)->room);
  for (guint i = agenda->rooms->len; i > 0; i--)
    if (!g_hash_table_contains (used, g_ptr_array_index (agenda->rooms, i - 1)))
      g_ptr_array_remove_index (agenda->rooms, i - 1);
}

static void
make_up_conference (PlannerBuilder *self)
{
  PlannerAgenda *agenda = self->agenda;
  g_autoptr (GUri) address = NULL;
  const char *made_up = agenda->acronym;

  if (self->options->address)
    address = g_uri_parse (self->options->address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (!made_up && address)
    made_up = g_uri_get_host (address);
  if (!agenda->title.variants)
    planner_text_add (&agenda->title, "", made_up && *made_up ? made_up : "Conference");
  if (agenda->url)
    {
      g_autofree char *url = g_steal_pointer (&agenda->url);

      agenda->url = planner_builder_resolve_link (self, url);
    }
}

static void
report_notes (PlannerBuilder *self)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      while (draft->problems && draft->problems->len > 0)
        planner_report_take (self->report, g_ptr_array_steal_index (draft->problems, 0));
    }
}

PlannerBuilder *
planner_builder_new (const PlannerFeedOptions *options, PlannerReport *report, GCancellable *cancellable)
{
  PlannerBuilder *self = g_new0 (PlannerBuilder, 1);

  self->agenda = planner_agenda_new ();
  self->language = g_strdup ("");
  self->options = options;
  self->report = report;
  self->cancellable = cancellable;
  self->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_session_free);
  self->days = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_day_free);
  self->forums = g_hash_table_new (g_str_hash, g_str_equal);
  self->rooms = g_hash_table_new (g_str_hash, g_str_equal);
  self->speakers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
 * planner_builder_add_day:
 *
 * Returns: the index of the day, for planner_builder_add_session()
 */
int
planner_builder_add_day (PlannerBuilder *self, const char *date, const char *start, const char *end)
{
  PlannerDraftDay *day = g_new0 (PlannerDraftDay, 1);

  day->date = g_strdup (date);
  day->start = g_strdup (start);
  day->end = g_strdup (end);
  g_ptr_array_add (self->days, day);

  return (int) self->days->len - 1;
}

/**
 * planner_builder_add_session:
 * @where: its place in the feed
 * @day: the index of the day it is listed under, or -1
 *
 * Returns: (nullable) (transfer none): a draft to fill, %NULL with an error when cancelled or when there are too many
 */
PlannerDraftSession *
planner_builder_add_session (PlannerBuilder *self, const char *where, int day, GError **error)
{
  PlannerDraftSession *draft;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;
  count_last_session (self);
  if (!check_count (self, error) || !check_text (self, error))
    return NULL;

  draft = g_new0 (PlannerDraftSession, 1);
  draft->session = planner_session_new ();
  draft->where = planner_problem_shorten (where, PLANNER_PROBLEM_MAX_WHERE_CHARS);
  draft->day = day;
  draft->position = self->drafts->len;
  draft->report = self->report;
  draft->n_noted = &self->n_noted;
  draft->persons = g_ptr_array_new ();
  draft->links = g_array_new (FALSE, TRUE, sizeof (PlannerLink));
  g_array_set_clear_func (draft->links, (GDestroyNotify) link_clear);
  g_ptr_array_add (self->agenda->sessions, draft->session);
  g_ptr_array_add (self->drafts, draft);

  return draft;
}

/**
 * planner_builder_count_text:
 * @n_bytes: of text that was read, or is to be made
 *
 * Returns: whether it is no more yet than any schedule has
 */
gboolean
planner_builder_count_text (PlannerBuilder *self, gsize n_bytes)
{
  self->text_bytes += n_bytes;

  return self->text_bytes <= PLANNER_FEED_MAX_TEXT_OF_ALL;
}

/**
 * planner_builder_get_forum:
 *
 * Returns: (transfer none): the forum of that name, made when it is met first; its title is to be added
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
 * Returns: (transfer none): the room of that name, made when it is met first; its title is to be added. It is dropped
 *   again when no session is in it
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

PlannerExhibitor *
planner_builder_add_exhibitor (PlannerBuilder *self)
{
  PlannerExhibitor *exhibitor = planner_exhibitor_new ();

  g_ptr_array_add (self->agenda->exhibitors, exhibitor);

  return exhibitor;
}

/* That a speaker speaks goes without saying. */
gboolean
planner_draft_person_has_role (const PlannerDraftPerson *person)
{
  return person->role.shown && g_ascii_strcasecmp (person->role.shown, "speaker") != 0;
}

/**
 * planner_builder_describe_speaker:
 * @person: with whatever is known; a name is not needed
 *
 * Adds to a speaker what is not told of them yet.
 */
void
planner_builder_describe_speaker (PlannerBuilder *self,
                                  PlannerSpeaker *speaker,
                                  const PlannerDraftPerson *person)
{
  if (planner_draft_person_has_role (person))
    merge_text (&speaker->role, &person->role);
  merge_text (&speaker->organisation, &person->organisation);
  merge_text (&speaker->biography, &person->biography);
  if (!speaker->url && person->url)
    speaker->url = planner_builder_resolve_link (self, person->url);
}

/**
 * planner_builder_take_person:
 * @person: with a name; what is of use is copied
 *
 * Adds a speaker to a session. One id stands for several people in some feeds that were merged from others: a
 * speaker is one id and one name.
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
  planner_builder_count_text (self, planner_text_measure (&person->name) +
                                        planner_text_measure (&person->role) +
                                        planner_text_measure (&person->organisation) +
                                        planner_text_measure (&person->biography));
  merge_text (&speaker->name, &person->name);
  planner_builder_describe_speaker (self, speaker, person);
  if (!g_ptr_array_find (draft->persons, speaker, NULL))
    g_ptr_array_add (draft->persons, speaker);
}

/**
 * planner_builder_add_link:
 * @title: (nullable): its title
 * @url: as in the feed; it is resolved and judged at the end
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
  link_clear ((PlannerLink *) &link);
  planner_draft_note (draft, PLANNER_SEVERITY_SKIPPED, "links", PLANNER_PROBLEM_TOO_MANY_LINKS,
                      "A session may have %d links; more are left out.", PLANNER_FEED_MAX_LINKS);
}

/**
 * planner_builder_resolve_link:
 *
 * Returns: (nullable) (transfer full): an absolute http, https or mailto address, %NULL for any other
 */
char *
planner_builder_resolve_link (PlannerBuilder *self, const char *url)
{
  g_autofree char *absolute = NULL;
  g_autoptr (GUri) uri = NULL;
  const char *scheme;

  if (!*url || strlen (url) > MAX_ADDRESS)
    return NULL;
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

/**
 * planner_builder_finish:
 *
 * Places the sessions in time and in days, sorts them, names them, makes their search text, and gives every note
 * to the report.
 *
 * Returns: (transfer full): the sealed agenda, %NULL with an error when cancelled
 */
PlannerAgenda *
planner_builder_finish (PlannerBuilder *self, GError **error)
{
  PlannerAgenda *agenda = self->agenda;

  make_up_conference (self);
  planner_builder_place_in_time (self);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      make_up_title (draft);
      take_speakers (draft);
      take_links (self, draft);
    }
  report_notes (self);
  planner_builder_count_names (self);
  if (!check_text (self, error))
    return NULL;
  planner_builder_place_in_days (self);
  planner_builder_make_keys (self);
  drop_empty_rooms (agenda);
  planner_builder_make_search (self);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;

  planner_agenda_seal (agenda, self->options->languages ? self->options->languages : g_get_language_names ());

  return g_steal_pointer (&self->agenda);
}

void
planner_draft_person_clear (PlannerDraftPerson *person)
{
  g_clear_pointer (&person->id, g_free);
  g_clear_pointer (&person->code, g_free);
  planner_text_clear (&person->name);
  planner_text_clear (&person->role);
  planner_text_clear (&person->organisation);
  planner_text_clear (&person->biography);
  g_clear_pointer (&person->url, g_free);
}
