/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes an agenda of what a reader collected in a builder. */

#include "feed/build/planner-feed-builder-finish.h"
#include "feed/build/planner-feed-builder-days.h"
#include "feed/build/planner-feed-builder-keys.h"
#include "feed/build/planner-feed-builder-search.h"
#include "feed/build/planner-feed-builder-time.h"
#include "feed/build/planner-feed-cancelled-title.h"
#include "feed/build/planner-feed-note.h"
#include "feed/build/planner-feed-time.h"
#include "model/planner-rooms.h"
#include "plan/planner-map.h"

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

/* A schedule may name its base address after the links that it applies to, so links are resolved at the end. */
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
    planner_text_merge (&session->title, &session->subtitle);
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
    {
      const PlannerRoom *room = planner_agenda_get_session (agenda, i)->room;

      if (!g_hash_table_add (used, (gpointer) room) || !room)
        continue;
      for (guint j = 0; j < room->n_parts; j++)
        g_hash_table_add (used, (gpointer) room->parts[j]);
    }
  for (guint i = agenda->rooms->len; i > 0; i--)
    if (!g_hash_table_contains (used, g_ptr_array_index (agenda->rooms, i - 1)))
      g_ptr_array_remove_index (agenda->rooms, i - 1);
}

/* Returns: (nullable): the name of a file without its extension */
static char *
make_up_name_of_file (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *extension = strrchr (name, '.');

  if (extension && extension > name)
    *extension = '\0';

  return G_IS_DIR_SEPARATOR (*name) ? NULL : g_steal_pointer (&name);
}

/* Returns: (nullable): the host of a web address, or the name of a file */
static char *
make_up_name (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri ? g_uri_get_host (uri) : NULL;

  if (host && *host)
    return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);

  return g_path_is_absolute (address) ? make_up_name_of_file (address) : NULL;
}

static void
make_up_conference (PlannerBuilder *self)
{
  PlannerAgenda *agenda = self->agenda;
  g_autofree char *made_up = NULL;

  if (agenda->title.variants)
    return;

  made_up = agenda->acronym          ? g_strdup (agenda->acronym)
            : self->options->address ? make_up_name (self->options->address)
                                     : NULL;
  planner_text_add (&agenda->title, "", made_up && *made_up ? made_up : "Conference");
}

static void
resolve_link (PlannerBuilder *self, char **link)
{
  g_autofree char *unresolved = g_steal_pointer (link);

  if (unresolved)
    *link = planner_builder_resolve_link (self, unresolved);
}

static void
check_conference (PlannerBuilder *self)
{
  PlannerAgenda *agenda = self->agenda;
  g_autofree char *coordinates = g_steal_pointer (&agenda->coordinates);

  agenda->coordinates = planner_coordinates_normalize (coordinates);
  resolve_link (self, &agenda->url);
  resolve_link (self, &agenda->registration_url);
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

/**
 * planner_builder_has_content:
 *
 * Returns: whether a session has a title or a date, or whether there are no sessions. A schedule without any was not
 *   understood
 */
gboolean
planner_builder_has_content (const PlannerBuilder *self)
{
  PlannerStamp stamp;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      const PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      if (draft->session->title.variants || planner_feed_parse_stamp (draft->date, &stamp))
        return TRUE;
    }

  return self->drafts->len == 0;
}

/**
 * planner_builder_finish:
 * @error: return location for an error, when cancelled or when the schedule is too large
 *
 * Finds the time and day of each session, sorts the sessions, gives them keys, and adds all problems to the report.
 *
 * Returns: (transfer full) (nullable): the sealed agenda, or %NULL with @error set
 */
PlannerAgenda *
planner_builder_finish (PlannerBuilder *self, GError **error)
{
  PlannerAgenda *agenda = self->agenda;

  make_up_conference (self);
  check_conference (self);
  planner_builder_place_in_time (self);
  for (guint i = 0; i < self->drafts->len; i++)
    {
      PlannerDraftSession *draft = g_ptr_array_index (self->drafts, i);

      make_up_title (draft);
      planner_feed_take_cancelled_title (draft->session);
      take_speakers (draft);
      take_links (self, draft);
    }
  report_notes (self);
  planner_rooms_find_parts (agenda->rooms);
  planner_builder_count_names (self);
  if (!planner_builder_check_text (self, error))
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
