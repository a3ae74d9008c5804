/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the lists of tracks, rooms and persons of an XML schedule. */

#include "feed/xml/planner-feed-xml-things.h"

#include "feed/xml/planner-feed-xml-value.h"
#include "model/planner-string-table.h"

#include <string.h>

static void
read_person_part (PlannerXmlReader *self,
                  const PlannerPlace *place,
                  PlannerDraftPerson *person,
                  PlannerText *public_name)
{
  const char *element = planner_xml_get_name (self);

  if (g_str_equal (element, "public_name"))
    planner_xml_add_value (self, place, public_name, PLANNER_TEXT_LINE);
  else if (planner_xml_add_field (self, place, person, planner_speaker_fields))
    return;
  if (g_str_equal (element, "id"))
    planner_xml_take_line (self, place, &person->id);
  else if (g_str_equal (element, "code"))
    planner_xml_take_line (self, place, &person->code);
  else if (g_str_equal (element, "url"))
    planner_xml_take_line (self, place, &person->url);
}

/**
 * planner_xml_fill_person:
 * @person: (out caller-allocates): the person; without a name if there is none
 *
 * Reads <person id="1">name</person>, or a person with elements for name and biography. A public name comes before any other
 * name, because the speaker need not want the other name to be shown.
 */
void
planner_xml_fill_person (PlannerXmlReader *self, const PlannerPlace *place, PlannerDraftPerson *person)
{
  static const char *const addresses[] = { "href", "url", NULL };
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *attribute = planner_xml_dup_attribute (self, place, "name");
  g_autofree char *public_attribute = planner_xml_dup_attribute (self, place, "public_name");
  const int depth = planner_xml_enter (self);
  g_autofree char *line = NULL;
  PlannerText public_name = { 0 };
  PlannerXmlStep step;

  planner_text_add (&public_name, self->builder->language, public_attribute);
  person->id = planner_xml_dup_attribute (self, place, "id");
  person->code = planner_xml_dup_attribute (self, place, "code");
  person->url = planner_xml_dup_first_attribute (self, place, addresses);
  while ((step = planner_xml_step (self, depth)) != PLANNER_XML_END)
    if (step == PLANNER_XML_TEXT)
      g_string_append (content, (const char *) xmlTextReaderConstValue (self->xml));
    else
      read_person_part (self, place, person, &public_name);

  line = planner_place_clean (place, content->str, "persons", PLANNER_TEXT_LINE);
  if (public_name.variants)
    {
      planner_text_clear (&person->name);
      person->name = public_name;
    }
  if (!person->name.variants)
    planner_text_add (&person->name, self->builder->language, line ? line : attribute);
}

/**
 * planner_xml_read_track_name:
 *
 * Reads <track slug="slug">name</track>. The slug or the name may be missing.
 *
 * Returns: (nullable) (transfer full): the name
 */
char *
planner_xml_read_track_name (PlannerXmlReader *self, const PlannerPlace *place)
{
  g_autofree char *slug = planner_xml_dup_attribute (self, place, "slug");
  g_autofree char *attribute = planner_xml_dup_attribute (self, place, "name");
  char *name = planner_xml_dup_line (self, place);

  if (name)
    return name;
  if (attribute)
    return g_steal_pointer (&attribute);

  return g_strdup (slug && g_hash_table_contains (self->forums_by_slug, slug)
                       ? g_hash_table_lookup (self->forums_by_slug, slug)
                       : slug);
}

void
planner_xml_read_track (PlannerXmlReader *self)
{
  g_autofree char *where = planner_xml_make_where (self);
  const PlannerPlace place = { NULL, where, self->report };
  g_autofree char *slug = planner_xml_dup_attribute (self, &place, "slug");
  g_autofree char *given_color = planner_xml_dup_attribute (self, &place, "color");
  g_autofree char *color = planner_place_parse_color (&place, given_color);
  g_autofree char *name = planner_xml_read_track_name (self, &place);
  PlannerForum *forum;

  if (!name)
    {
      planner_place_note (&place, PLANNER_SEVERITY_SKIPPED, NULL, PLANNER_PROBLEM_NO_NAME,
                          "A track without a name is left out.");
      return;
    }
  if (self->builder->agenda->forums->len >= PLANNER_FEED_MAX_NAMED)
    return;
  forum = planner_builder_get_forum (self->builder, name);
  planner_text_add (&forum->title, self->builder->language, name);
  if (!forum->color)
    forum->color = g_steal_pointer (&color);
  if (slug)
    g_hash_table_insert (self->forums_by_slug, g_steal_pointer (&slug), g_steal_pointer (&name));
}

void
planner_xml_read_tracks (PlannerXmlReader *self)
{
  const int depth = planner_xml_enter (self);

  while (planner_xml_next_child (self, depth))
    if (planner_xml_is_at (self, "track"))
      planner_xml_read_track (self);
}

static void
read_room (PlannerXmlReader *self)
{
  const PlannerPlace place = { NULL, "room", self->report };
  g_autofree char *attribute = planner_xml_dup_attribute (self, &place, "name");
  g_autofree char *description = planner_xml_dup_attribute (self, &place, "description");
  g_autofree char *name = planner_xml_dup_line (self, &place);
  const char *const known = attribute ? attribute : name;
  PlannerRoom *room;

  if (!known || self->builder->agenda->rooms->len >= PLANNER_FEED_MAX_NAMED)
    return;
  room = planner_builder_get_room (self->builder, known);
  planner_text_add (&room->title, self->builder->language, known);
  planner_text_add (&room->description, self->builder->language, description);
}

/* Some schedules list the rooms of the conference outside the days. */
void
planner_xml_read_rooms (PlannerXmlReader *self)
{
  const int depth = planner_xml_enter (self);

  while (planner_xml_next_child (self, depth))
    if (planner_xml_is_at (self, "room"))
      read_room (self);
}

static void
draft_person_free (PlannerDraftPerson *person)
{
  planner_draft_person_clear (person);
  g_free (person);
}

GHashTable *
planner_xml_persons_new (void)
{
  return planner_string_table_new (g_free, (GDestroyNotify) draft_person_free);
}

/* Some schedules list the persons outside the sessions. */
void
planner_xml_read_listed_persons (PlannerXmlReader *self)
{
  const int depth = planner_xml_enter (self);

  while (planner_xml_next_child (self, depth))
    {
      g_autofree char *where = planner_xml_make_where (self);
      const PlannerPlace place = { NULL, where, self->report };
      PlannerDraftPerson *person = g_new0 (PlannerDraftPerson, 1);

      planner_xml_fill_person (self, &place, person);
      if (person->id && g_hash_table_size (self->persons) < PLANNER_FEED_MAX_NAMED)
        g_hash_table_insert (self->persons, g_strdup (person->id), person);
      else
        draft_person_free (person);
    }
}

/* In merged schedules, several persons may have the same id; their names differ. */
static gboolean
is_listed_as (const PlannerSpeaker *speaker, const PlannerDraftPerson *person, GHashTable *counts)
{
  return !person->name.variants || g_strcmp0 (person->name.variants[1], speaker->name.variants[1]) == 0 ||
         GPOINTER_TO_UINT (g_hash_table_lookup (counts, speaker->id)) == 1;
}

/**
 * planner_xml_add_listed_persons:
 *
 * Adds the details in the list of persons to the speakers. Call it after the whole schedule was read, because the list may be
 * anywhere.
 */
void
planner_xml_add_listed_persons (PlannerXmlReader *self)
{
  const GPtrArray *speakers = self->builder->agenda->speakers;
  g_autoptr (GHashTable) counts = planner_string_table_new (NULL, NULL);

  for (guint i = 0; i < speakers->len; i++)
    {
      char *const id = ((PlannerSpeaker *) g_ptr_array_index (speakers, i))->id;

      g_hash_table_insert (counts, id,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) + 1));
    }
  for (guint i = 0; i < speakers->len; i++)
    {
      PlannerSpeaker *speaker = g_ptr_array_index (speakers, i);
      const PlannerDraftPerson *person = g_hash_table_lookup (self->persons, speaker->id);

      if (person && is_listed_as (speaker, person, counts))
        planner_builder_describe_speaker (self->builder, speaker, person);
    }
}
