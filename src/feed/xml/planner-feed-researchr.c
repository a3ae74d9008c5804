/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the conference XML of Researchr (conf.researchr.org). The root "event" has details of the conference and "subevent"
 * elements; these, or the root itself, have a "timeslot" for each session. Times are local.
 */

#include "feed/xml/planner-feed-researchr.h"
#include "feed/build/planner-feed-builder-finish.h"
#include "feed/build/planner-feed-note.h"
#include "feed/xml/planner-feed-xml-prolog.h"
#include "feed/xml/planner-feed-xml-tree.h"

#include <string.h>

typedef struct
{
  PlannerBuilder *builder; /* owned */
  guint n_mirrors;
} Reader;

/* The members that a subevent has for all of its slots. They are read once, because each look-up walks over all slots. */
typedef struct
{
  char *url;   /* owned, nullable */
  char *room;  /* owned, nullable */
  char *track; /* owned, nullable */
} Subevent;

static void
subevent_clear (Subevent *subevent)
{
  g_free (subevent->url);
  g_free (subevent->room);
  g_free (subevent->track);
}

static void
reader_clear (Reader *reader)
{
  g_clear_pointer (&reader->builder, planner_builder_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subevent, subevent_clear)

/* Returns: (nullable) (transfer full): the text of a child element; Researchr writes "undefined" for no text */
static char *
dup_child (const PlannerPlace *place, xmlNode *parent, const char *name, PlannerTextKind kind)
{
  g_autofree char *content = planner_xml_tree_dup_content (planner_xml_tree_first (parent, name));
  g_autofree char *text = planner_place_clean (place, content, name, kind);

  return g_strcmp0 (text, "undefined") == 0 ? NULL : g_steal_pointer (&text);
}

static char *
dup_line (const PlannerPlace *place, xmlNode *parent, const char *name)
{
  return dup_child (place, parent, name, PLANNER_TEXT_LINE);
}

static void
add_text (const PlannerPlace *place,
          PlannerText *text,
          xmlNode *parent,
          const char *name,
          PlannerTextKind kind)
{
  g_autofree char *value = dup_child (place, parent, name, kind);

  planner_text_add (text, "", value);
}

/* Returns: (nullable) (transfer full): the date "2021/10/22" in the form of ISO 8601 */
static char *
dup_date (const PlannerPlace *place, xmlNode *parent, const char *name)
{
  char *date = dup_line (place, parent, name);

  return date ? g_strdelimit (date, "/", '-') : NULL;
}

static char *
dup_person_name (const PlannerPlace *place, xmlNode *node)
{
  static const char *const parts[] = { "first_name", "middle_name", "last_name", "suffix" };
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part = dup_line (place, node, parts[i]);

      if (part)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
    }

  return name->len > 0 ? g_strdup (name->str) : NULL;
}

static void
read_person (Reader *reader, const PlannerPlace *place, xmlNode *node)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  g_autofree char *name = dup_person_name (place, node);

  if (!name)
    {
      planner_place_note (place, PLANNER_SEVERITY_SKIPPED, "person", PLANNER_PROBLEM_NO_NAME,
                          "A person without a name is left out.");
      return;
    }
  planner_text_add (&person.name, "", name);
  add_text (place, &person.organisation, node, "affiliation", PLANNER_TEXT_LINE);
  add_text (place, &person.biography, node, "bio", PLANNER_TEXT_LONG);
  person.id = dup_line (place, node, "person_id");
  person.url = dup_line (place, node, "homepage_url");
  planner_builder_take_person (reader->builder, place->draft, &person);
}

static void
read_persons (Reader *reader, const PlannerPlace *place, xmlNode *slot)
{
  xmlNode *node = planner_xml_tree_first (planner_xml_tree_first (slot, "persons"), "person");

  for (guint i = 0; node && i <= PLANNER_FEED_MAX_PERSONS; i++, node = planner_xml_tree_next (node, "person"))
    read_person (reader, place, node);
}

/* The first track is the forum. */
static char *
dup_track (const PlannerPlace *place, xmlNode *parent)
{
  return dup_line (place, planner_xml_tree_first (parent, "tracks"), "track");
}

static void
read_places (Reader *reader, const PlannerPlace *place, xmlNode *slot, const Subevent *subevent)
{
  g_autofree char *room = dup_line (place, slot, "room");
  g_autofree char *track = dup_track (place, slot);

  planner_builder_take_room (reader->builder, place->draft, room ? room : subevent->room);
  planner_builder_take_forum (reader->builder, place->draft, track ? track : subevent->track);
}

static void
read_time (const PlannerPlace *place, xmlNode *slot)
{
  PlannerDraftSession *draft = place->draft;
  g_autofree char *end_date = dup_date (place, slot, "end_date");
  g_autofree char *end_time = dup_line (place, slot, "end_time");

  draft->date = dup_date (place, slot, "date");
  draft->start = dup_line (place, slot, "start_time");
  if (end_date && end_time)
    draft->end = g_strconcat (end_date, "T", end_time, NULL);
  else
    draft->end = g_steal_pointer (&end_time);
}

/* A mirror repeats a session for attendees in another time zone. */
static gboolean
is_mirror (xmlNode *slot)
{
  xmlChar *value = xmlGetProp (slot, (const xmlChar *) "is_mirror");
  const gboolean is = value && planner_feed_is_yes ((const char *) value);

  xmlFree (value);

  return is;
}

static gboolean
read_slot (Reader *reader, xmlNode *slot, const Subevent *subevent, GError **error)
{
  g_autofree char *where = g_strdup_printf ("line %ld timeslot", xmlGetLineNo (slot));
  PlannerDraftSession *draft = NULL;

  if (is_mirror (slot))
    {
      reader->n_mirrors++;
      return TRUE;
    }
  draft = planner_builder_add_session (reader->builder, where, -1, error);
  if (draft)
    {
      const PlannerPlace place = { draft, where, reader->builder->report };

      draft->session->guid = dup_line (&place, slot, "slot_id");
      draft->session->url = dup_line (&place, slot, "url");
      add_text (&place, &draft->session->title, slot, "title", PLANNER_TEXT_LINE);
      add_text (&place, &draft->session->abstract, slot, "description", PLANNER_TEXT_LONG);
      if (!draft->session->url)
        draft->session->url = g_strdup (subevent->url);
      read_time (&place, slot);
      read_places (reader, &place, slot, subevent);
      read_persons (reader, &place, slot);
    }

  return draft != NULL;
}

/* @parent: a subevent, or the root */
static gboolean
read_slots (Reader *reader, xmlNode *parent, GError **error)
{
  const PlannerPlace place = { NULL, "subevent", reader->builder->report };
  g_auto (Subevent) subevent = {
    .url = dup_line (&place, parent, "url"),
    .room = dup_line (&place, parent, "room"),
    .track = dup_track (&place, parent),
  };

  for (xmlNode *slot = planner_xml_tree_first (parent, "timeslot"); slot;
       slot = planner_xml_tree_next (slot, "timeslot"))
    if (!read_slot (reader, slot, &subevent, error))
      return FALSE;

  return TRUE;
}

/* The parts of the address are elements of their own. */
static void
read_location (const PlannerPlace *place, PlannerAgenda *agenda, xmlNode *location)
{
  static const char *const names[] = { "address", "city", "state", "country" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *address = NULL;

  add_text (place, &agenda->venue, location, "facility_name", PLANNER_TEXT_LINE);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *part = dup_line (place, location, names[i]);

      if (part)
        g_strv_builder_add (builder, part);
    }
  parts = g_strv_builder_end (builder);
  address = g_strjoinv (", ", parts);
  planner_text_add (&agenda->address, "", address);
}

static void
read_details (Reader *reader, xmlNode *root)
{
  PlannerBuilder *builder = reader->builder;
  const PlannerPlace place = { NULL, "event_details", builder->report };
  xmlNode *details = planner_xml_tree_first (root, "event_details");

  add_text (&place, &builder->agenda->title, details, "title", PLANNER_TEXT_LINE);
  add_text (&place, &builder->agenda->description, details, "description", PLANNER_TEXT_LONG);
  read_location (&place, builder->agenda, planner_xml_tree_first (details, "location"));
  builder->agenda->acronym = dup_line (&place, details, "acronym");
  builder->agenda->url = dup_line (&place, details, "url");
  builder->zone_name = dup_line (&place, details, "timezone_id");
  if (!builder->zone_name)
    builder->zone_name = dup_line (&place, root, "timezone_id");
  builder->zone_where = g_strdup ("event timezone_id");
}

static gboolean
read_event (Reader *reader, xmlNode *root, GError **error)
{
  read_details (reader, root);
  for (xmlNode *node = planner_xml_tree_first (root, "subevent"); node;
       node = planner_xml_tree_next (node, "subevent"))
    if (!read_slots (reader, node, error))
      return FALSE;
  if (!read_slots (reader, root, error))
    return FALSE;
  if (reader->n_mirrors > 0)
    planner_report_add (reader->builder->report, PLANNER_SEVERITY_NOTE, "$", PLANNER_PROBLEM_LEFT_OUT,
                        "%u timeslots repeat a session for another time zone; they are left out.",
                        reader->n_mirrors);

  return TRUE;
}

/**
 * planner_feed_researchr_is:
 *
 * Returns: whether the root of the XML is an event with details
 */
gboolean
planner_feed_researchr_is (const char *text)
{
  g_autofree char *root = planner_xml_dup_root (text);

  return root && g_str_equal (root, "event") && strstr (text, "<event_details");
}

/**
 * planner_feed_researchr_read:
 * @text: XML for which planner_feed_researchr_is() returns %TRUE
 *
 * Reads the schedule of a conference; see planner_feed_read() for the other parameters and the result.
 */
PlannerAgenda *
planner_feed_researchr_read (const char *text,
                             const PlannerFeedOptions *options,
                             PlannerReport *report,
                             GCancellable *cancellable,
                             GError **error)
{
  g_auto (Reader) reader = { .builder = planner_builder_new (options, report, cancellable) };
  g_autoptr (xmlDoc) document = planner_xml_tree_parse (text, error);

  planner_builder_set_format (reader.builder, PLANNER_FEED_FORMAT_RESEARCHR);
  if (!document || !read_event (&reader, xmlDocGetRootElement (document), error))
    return NULL;

  return planner_builder_finish (reader.builder, error);
}
