/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One session of an XML schedule. */

#include "feed/xml/planner-feed-xml-event.h"

#include "feed/build/planner-feed-time.h"
#include "feed/xml/planner-feed-xml-things.h"
#include "feed/xml/planner-feed-xml-value.h"

#include <string.h>

typedef struct
{
  const char *element;
  gsize offset;
} LineField;

static const LineField session_lines[] = {
  { "guid", G_STRUCT_OFFSET (PlannerSession, guid) },
  { "id", G_STRUCT_OFFSET (PlannerSession, id) },
  { "code", G_STRUCT_OFFSET (PlannerSession, code) },
  { "slug", G_STRUCT_OFFSET (PlannerSession, slug) },
  { "type", G_STRUCT_OFFSET (PlannerSession, type) },
  { "language", G_STRUCT_OFFSET (PlannerSession, language) },
  { "url", G_STRUCT_OFFSET (PlannerSession, url) },
  { "feedback_url", G_STRUCT_OFFSET (PlannerSession, feedback_url) },
  { "stream_url", G_STRUCT_OFFSET (PlannerSession, stream_url) },
  { "live_url", G_STRUCT_OFFSET (PlannerSession, stream_url) },
  { "livestream_url", G_STRUCT_OFFSET (PlannerSession, stream_url) },
  { "stream", G_STRUCT_OFFSET (PlannerSession, stream_url) },
};
static const LineField draft_lines[] = {
  { "date", G_STRUCT_OFFSET (PlannerDraftSession, date) },
  { "start", G_STRUCT_OFFSET (PlannerDraftSession, start) },
  { "end", G_STRUCT_OFFSET (PlannerDraftSession, end) },
  { "duration", G_STRUCT_OFFSET (PlannerDraftSession, duration) },
};
static const char *const address_attributes[] = { "href", "url", NULL };

/* The values of a session until it is complete. */
typedef struct
{
  PlannerXmlReader *reader;
  PlannerPlace place;
  char *room;
  char *track;
} Event;

static void
event_clear (Event *event)
{
  g_free (event->room);
  g_free (event->track);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Event, event_clear)

static void
read_person (Event *event)
{
  g_auto (PlannerDraftPerson) person = { 0 };

  planner_xml_fill_person (event->reader, &event->place, &person);
  if (person.name.variants)
    planner_builder_take_person (event->reader->builder, event->place.draft, &person);
  else
    planner_place_note (&event->place, PLANNER_SEVERITY_SKIPPED, "persons", PLANNER_PROBLEM_NO_NAME,
                        "A person without a name is left out.");
}

/* <link href="address">title</link>, <link>address</link>, <link><url>address</url><title>title</title></link> */
static void
read_link (Event *event)
{
  PlannerXmlReader *const reader = event->reader;
  g_autofree char *url = planner_xml_dup_first_attribute (reader, &event->place, address_attributes);
  g_autofree char *title = planner_xml_dup_attribute (reader, &event->place, "title");
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *line = NULL;
  const int depth = planner_xml_enter (reader);
  PlannerXmlStep step;

  while ((step = planner_xml_step (reader, depth)) != PLANNER_XML_END)
    if (step == PLANNER_XML_TEXT)
      g_string_append (content, (const char *) xmlTextReaderConstValue (reader->xml));
    else if (planner_xml_is_at (reader, "url") || planner_xml_is_at (reader, "href"))
      planner_xml_take_line (reader, &event->place, &url);
    else if (planner_xml_is_at (reader, "title") || planner_xml_is_at (reader, "name"))
      planner_xml_take_line (reader, &event->place, &title);

  line = planner_place_clean (&event->place, content->str, "links", PLANNER_TEXT_LINE);
  if (!url)
    url = g_steal_pointer (&line);
  else if (!title)
    title = g_steal_pointer (&line);
  if (url)
    planner_builder_add_link (reader->builder, event->place.draft, title, url);
}

static void
read_each (Event *event, void (*read) (Event *))
{
  const int depth = planner_xml_enter (event->reader);

  while (planner_xml_next_child (event->reader, depth))
    read (event);
}

static void
read_recording (Event *event)
{
  PlannerXmlReader *const reader = event->reader;
  const int depth = planner_xml_enter (reader);

  while (planner_xml_next_child (reader, depth))
    if (planner_xml_is_at (reader, "optout"))
      event->place.draft->session->not_recorded |= planner_xml_read_bool (reader, &event->place);
    else if (planner_xml_is_at (reader, "url") || planner_xml_is_at (reader, "link"))
      read_link (event);
}

static void
read_feedback (Event *event)
{
  PlannerXmlReader *const reader = event->reader;
  const int depth = planner_xml_enter (reader);

  while (planner_xml_next_child (reader, depth))
    if (planner_xml_is_at (reader, "url"))
      planner_xml_take_line (reader, &event->place, &event->place.draft->session->feedback_url);
}

static void
read_status (Event *event)
{
  g_autofree char *status = planner_xml_dup_line (event->reader, &event->place);

  event->place.draft->session->cancelled |= planner_feed_is_cancelled (status);
}

static void
read_track (Event *event)
{
  g_autofree char *name = planner_xml_read_track_name (event->reader, &event->place);

  if (!event->track)
    event->track = g_steal_pointer (&name);
}

static void
read_room (Event *event)
{
  if (!event->room)
    event->room = planner_xml_dup_attribute (event->reader, &event->place, "name");
  planner_xml_take_line (event->reader, &event->place, &event->room);
}

static void
read_cancelled (Event *event)
{
  event->place.draft->session->cancelled |= planner_xml_read_bool (event->reader, &event->place);
}

static void
read_not_recorded (Event *event)
{
  event->place.draft->session->not_recorded |= planner_xml_read_bool (event->reader, &event->place);
}

static void
read_persons (Event *event)
{
  read_each (event, read_person);
}

static void
read_links (Event *event)
{
  read_each (event, read_link);
}

static const struct
{
  const char *element;
  void (*read) (Event *event);
} parts[] = {
  { "persons", read_persons },
  { "speakers", read_persons },
  { "person", read_person },
  { "speaker", read_person },
  { "links", read_links },
  { "attachments", read_links },
  { "link", read_link },
  { "attachment", read_link },
  { "video_download_url", read_link },
  { "origin_url", read_link },
  { "recording", read_recording },
  { "feedback", read_feedback },
  { "status", read_status },
  { "cancelled", read_cancelled },
  { "canceled", read_cancelled },
  { "do_not_record", read_not_recorded },
  { "track", read_track },
  { "room", read_room },
};

static gboolean
read_line (Event *event, gpointer target, const LineField *fields, guint n_fields, const char *element)
{
  for (guint i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].element, element))
      {
        planner_xml_take_line (event->reader, &event->place, G_STRUCT_MEMBER_P (target, fields[i].offset));
        return TRUE;
      }

  return FALSE;
}

static void
read_part (Event *event)
{
  PlannerDraftSession *const draft = event->place.draft;
  const char *element = planner_xml_get_name (event->reader);

  if (planner_xml_add_field (event->reader, &event->place, draft->session, planner_session_fields) ||
      read_line (event, draft, draft_lines, G_N_ELEMENTS (draft_lines), element) ||
      read_line (event, draft->session, session_lines, G_N_ELEMENTS (session_lines), element))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].element, element))
      {
        parts[i].read (event);
        return;
      }
}

static void
finish_event (Event *event)
{
  PlannerBuilder *const builder = event->reader->builder;
  PlannerDraftSession *const draft = event->place.draft;
  PlannerSession *const session = draft->session;

  if (event->track)
    {
      PlannerForum *forum = planner_builder_get_forum (builder, event->track);

      planner_text_add (&forum->title, builder->language, event->track);
      session->forum = forum;
    }
  if (event->room)
    {
      PlannerRoom *room = planner_builder_get_room (builder, event->room);

      planner_text_add (&room->title, builder->language, event->room);
      session->room = room;
    }
  draft->time_unknown = planner_feed_is_to_be_announced (draft->start);
  event->reader->n_guids += session->guid != NULL;
  event->reader->n_codes += session->code != NULL;
}

/* Returns: (transfer full): "line 542 event 123"; the id is escaped, so that the place has a fixed form */
static char *
make_event_where (PlannerXmlReader *self, const char *name)
{
  const GArray *lines = self->text->event_lines;
  const guint line = self->n_events < lines->len ? g_array_index (lines, guint, self->n_events) : 0;
  g_autofree char *head = name ? g_strndup (name, 100) : NULL;
  g_autofree char *valid = head ? g_utf8_make_valid (head, -1) : NULL;
  g_autofree char *escaped = valid ? g_uri_escape_string (valid, ":@+,=", TRUE) : NULL;

  return escaped ? g_strdup_printf ("line %u event %s", line, escaped)
                 : g_strdup_printf ("line %u event", line);
}

/**
 * planner_xml_read_event:
 * @day: the index of the day it is listed under, or -1
 * @room: (nullable): the name of the room it is listed under
 *
 * Reads the session the parser is at.
 *
 * Returns: %FALSE with an error if the operation is cancelled or there are too many sessions
 */
gboolean
planner_xml_read_event (PlannerXmlReader *self, int day, const char *room, GError **error)
{
  const PlannerPlace anywhere = { NULL, "event", self->report };
  g_autofree char *id = planner_xml_dup_attribute (self, &anywhere, "id");
  g_autofree char *guid = planner_xml_dup_attribute (self, &anywhere, "guid");
  g_autofree char *code = planner_xml_dup_attribute (self, &anywhere, "code");
  g_autofree char *where = make_event_where (self, id ? id : guid);
  PlannerDraftSession *draft = planner_builder_add_session (self->builder, where, day, error);
  g_auto (Event) event = { self, { draft, where, self->report }, NULL, NULL };
  const int depth = planner_xml_enter (self);

  if (!draft)
    return FALSE;
  self->n_events++;
  draft->session->id = g_steal_pointer (&id);
  draft->session->guid = g_steal_pointer (&guid);
  draft->session->code = g_steal_pointer (&code);
  while (planner_xml_next_child (self, depth))
    read_part (&event);
  if (!event.room)
    event.room = g_strdup (room);
  finish_event (&event);

  return TRUE;
}
