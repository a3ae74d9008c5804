/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reads the XML schedule format, which Pentabarf introduced and frab, pretalx, wafer, EMF, FOSDEM and the tools of c3voc write.
 * libxml2 gets repaired text without a prolog: no DTD, no entities, and nothing from outside.
 */

#include "feed/xml/planner-feed-xml.h"
#include "feed/build/planner-feed-builder-finish.h"
#include "feed/build/planner-feed-time.h"
#include "feed/planner-feed-unread.h"
#include "feed/xml/planner-feed-xml-event.h"
#include "feed/xml/planner-feed-xml-prolog.h"
#include "feed/xml/planner-feed-xml-things.h"
#include "feed/xml/planner-feed-xml-value.h"
#include "model/planner-string-table.h"

#include <string.h>

static const int parser_options =
    XML_PARSE_NONET | XML_PARSE_NO_XXE | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES;

static void
reader_clear (PlannerXmlReader *self)
{
  g_clear_pointer (&self->builder, planner_builder_free);
  g_clear_pointer (&self->xml, xmlFreeTextReader);
  g_hash_table_unref (self->forums_by_slug);
  g_hash_table_unref (self->persons);
  g_free (self->generator);
  g_free (self->schedule_url);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlannerXmlReader, reader_clear)

static void
fault_met_cb (gpointer data, const xmlError *fault)
{
  PlannerXmlReader *self = data;

  if (fault->level != XML_ERR_FATAL || self->fault_line > 0)
    return;
  self->fault_line = (guint) MAX (fault->line, 1);
  self->fault_column = (guint) MAX (fault->int2, 0);
  self->is_too_large = fault->code == XML_ERR_RESOURCE_LIMIT || fault->code == XML_ERR_NO_MEMORY;
}

/* A day may list rooms, which list sessions, or list sessions directly. */
static gboolean
read_listing (PlannerXmlReader *self, int day, const char *room, GError **error)
{
  static const char *const wrappers[] = { "rooms", "events", "talks", NULL };
  const int depth = planner_xml_enter (self);

  while (planner_xml_next_child (self, depth))
    {
      const PlannerPlace place = { NULL, "room", self->report };

      if (planner_xml_is_at (self, "event"))
        {
          if (!planner_xml_read_event (self, day, room, error))
            return FALSE;
        }
      else if (planner_xml_is_at (self, "room"))
        {
          g_autofree char *name = planner_xml_dup_attribute (self, &place, "name");

          if (!read_listing (self, day, name, error))
            return FALSE;
        }
      else if (g_strv_contains (wrappers, planner_xml_get_name (self)) &&
               !read_listing (self, day, room, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_day (PlannerXmlReader *self, GError **error)
{
  static const char *const starts[] = { "start", "day_start", NULL }, *const ends[] = { "end", "day_end",
                                                                                        NULL };
  g_autofree char *where = planner_xml_make_where (self);
  const PlannerPlace place = { NULL, where, self->report };
  g_autofree char *date = planner_xml_dup_attribute (self, &place, "date");
  g_autofree char *start = planner_xml_dup_first_attribute (self, &place, starts);
  g_autofree char *end = planner_xml_dup_first_attribute (self, &place, ends);

  self->is_schedule = TRUE;

  return read_listing (self, planner_builder_add_day (self->builder, date, start, end), NULL, error);
}

/* In the conference element, "days" is the number of days. */
static gboolean
read_days (PlannerXmlReader *self, GError **error)
{
  const int depth = planner_xml_enter (self);

  while (planner_xml_next_child (self, depth))
    if (planner_xml_is_at (self, "day") && !read_day (self, error))
      return FALSE;

  return TRUE;
}

static void
read_language (PlannerXmlReader *self, const PlannerPlace *place)
{
  g_autofree char *language = planner_xml_dup_line (self, place);

  if (planner_place_is_language (place, language, NULL))
    g_set_str (&self->builder->language, language);
}

static void
read_zone_name (PlannerXmlReader *self, const PlannerPlace *place)
{
  if (!self->builder->zone_where)
    self->builder->zone_where = g_strdup (place->where);
  planner_xml_take_line (self, place, &self->builder->zone_name);
}

/* Reads values that are in the conference element, or beside it in some schedules. Returns: whether it was read */
static gboolean
read_common (PlannerXmlReader *self, const PlannerPlace *place)
{
  PlannerBuilder *const builder = self->builder;
  const char *name = planner_xml_get_name (self);

  if (g_strv_contains (planner_zone_names, name))
    read_zone_name (self, place);
  else if (g_str_equal (name, "base_url"))
    planner_xml_take_line (self, place, &builder->base_url);
  else if (g_str_equal (name, "day_change"))
    planner_xml_take_line (self, place, &builder->day_change);
  else if (g_str_equal (name, "language"))
    read_language (self, place);
  else if (g_str_equal (name, "tracks"))
    planner_xml_read_tracks (self);
  else if (g_str_equal (name, "track"))
    planner_xml_read_track (self);
  else if (g_str_equal (name, "rooms"))
    planner_xml_read_rooms (self);
  else if (g_str_equal (name, "persons") || g_str_equal (name, "speakers"))
    planner_xml_read_listed_persons (self);
  else
    return FALSE;

  return TRUE;
}

static gboolean
read_conference_part (PlannerXmlReader *self, GError **error)
{
  PlannerAgenda *const agenda = self->builder->agenda;
  g_autofree char *where = planner_xml_make_where (self);
  const PlannerPlace place = { NULL, where, self->report };
  const char *name = planner_xml_get_name (self);

  if (g_str_equal (name, "day"))
    return read_day (self, error);
  if (g_str_equal (name, "days"))
    return read_days (self, error);

  if (planner_xml_add_field (self, &place, agenda, planner_agenda_fields))
    return TRUE;
  if (g_str_equal (name, "acronym"))
    planner_xml_take_line (self, &place, &agenda->acronym);
  else if (g_str_equal (name, "url"))
    planner_xml_take_line (self, &place, &agenda->url);
  else if (g_str_equal (name, "start"))
    planner_xml_take_line (self, &place, &self->builder->start_date);
  else
    read_common (self, &place);

  return TRUE;
}

static gboolean
read_conference (PlannerXmlReader *self, GError **error)
{
  const int depth = planner_xml_enter (self);

  self->is_schedule = TRUE;
  while (planner_xml_next_child (self, depth))
    if (!read_conference_part (self, error))
      return FALSE;

  return TRUE;
}

static void
read_generator (PlannerXmlReader *self, const PlannerPlace *place)
{
  g_autofree char *name = planner_xml_dup_attribute (self, place, "name");

  planner_xml_take_line (self, place, &name);
  if (name)
    self->generator = g_ascii_strdown (name, -1);
}

static gboolean
read_schedule_part (PlannerXmlReader *self, GError **error)
{
  PlannerAgenda *const agenda = self->builder->agenda;
  g_autofree char *where = planner_xml_make_where (self);
  const PlannerPlace place = { NULL, where, self->report };
  const char *name = planner_xml_get_name (self);

  if (g_str_equal (name, "day"))
    return read_day (self, error);
  if (g_str_equal (name, "days"))
    return read_days (self, error);
  if (g_str_equal (name, "conference"))
    return read_conference (self, error);
  if (g_str_equal (name, "event"))
    return planner_xml_read_event (self, -1, NULL, error);
  if (g_str_equal (name, "room"))
    {
      g_autofree char *room = planner_xml_dup_attribute (self, &place, "name");

      return read_listing (self, -1, room, error);
    }

  if (g_str_equal (name, "version"))
    planner_xml_take_line (self, &place, &agenda->version);
  else if (g_str_equal (name, "url"))
    planner_xml_take_line (self, &place, &self->schedule_url);
  else if (g_str_equal (name, "generator") && !self->generator)
    read_generator (self, &place);
  else
    read_common (self, &place);

  return TRUE;
}

static void
set_fault (PlannerXmlReader *self, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (self->builder->cancellable, error))
    return;
  if (self->is_too_large)
    g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                         "The XML has longer texts than any schedule.");
  else
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN,
                 "Line %u, column %u: this is not well-formed.", MAX (self->fault_line, 1),
                 self->fault_column);
}

static gboolean
read_schedule (PlannerXmlReader *self, GError **error)
{
  const char *language;
  int depth;

  do
    if (xmlTextReaderRead (self->xml) != 1)
      {
        set_fault (self, error);
        return FALSE;
      }
  while (xmlTextReaderNodeType (self->xml) != XML_READER_TYPE_ELEMENT);

  language = (const char *) xmlTextReaderConstXmlLang (self->xml);
  if (language && planner_feed_is_language (language))
    g_set_str (&self->builder->language, language);
  depth = planner_xml_enter (self);
  while (planner_xml_next_child (self, depth))
    if (!read_schedule_part (self, error))
      return FALSE;
  if (self->has_failed)
    {
      set_fault (self, error);
      return FALSE;
    }

  return TRUE;
}

static PlannerFeedFormat
find_format (PlannerXmlReader *self)
{
  const guint n_sessions = self->builder->drafts->len;
  PlannerFeedFormat format;

  if (planner_feed_format_find_by_generator (self->generator, &format))
    return format;
  if (n_sessions > 0 && self->n_codes == n_sessions)
    return PLANNER_FEED_FORMAT_PRETALX;
  if (self->n_codes > 0)
    return PLANNER_FEED_FORMAT_VOC;

  /* The first schedules in this format had no guids. */
  return n_sessions > 0 && self->n_guids == 0 ? PLANNER_FEED_FORMAT_PENTABARF : PLANNER_FEED_FORMAT_FRAB;
}

static PlannerAgenda *
read_text (PlannerXmlReader *self, GError **error)
{
  PlannerBuilder *const builder = self->builder;
  PlannerFeedFormat format;

  self->xml =
      xmlReaderForMemory (self->text->text->str, (int) self->text->text->len, NULL, "UTF-8", parser_options);
  if (!self->xml)
    {
      set_fault (self, error);
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (self->xml, fault_met_cb, self);
  if (!read_schedule (self, error))
    return NULL;
  if (!self->is_schedule && builder->drafts->len == 0)
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                           "This is XML, but not a schedule: there is no “conference” and no “day”.");
      return NULL;
    }
  builder->days_first = planner_feed_format_find_by_generator (self->generator, &format) &&
                        format == PLANNER_FEED_FORMAT_PRETALX;
  if (!builder->agenda->url)
    builder->agenda->url = g_steal_pointer (&self->schedule_url);
  planner_xml_add_listed_persons (self);
  planner_builder_set_format (builder, find_format (self));

  return planner_builder_finish (builder, error);
}

static gboolean
check_text (const PlannerXmlText *text, GError **error)
{
  if (text->entity_line > 0)
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN,
                 "Line %u, column %u: entities are declared, which a schedule may not do.", text->entity_line,
                 text->entity_column);
  else if (text->too_large)
    g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                         "The XML is nested deeper, or has more elements, than any schedule.");
  else if (text->cut_off)
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
                 "The schedule ends too early, in line %u.", text->last_line);
  else
    return TRUE;

  return FALSE;
}

/* Checks the root first, so that another format is refused even if it is cut off. */
static gboolean
check_root (const char *text, GError **error)
{
  g_autofree char *root = planner_xml_dup_root (text);

  if (!root || g_str_equal (root, "schedule"))
    return TRUE;
  if (!planner_feed_unread_set_xml (root, error))
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                 "This is XML, but not a schedule: its root is “%.50s”.", root);

  return FALSE;
}

/**
 * planner_feed_xml_read:
 * @text: valid UTF-8, whatever its XML declaration says
 *
 * Reads a schedule in XML; see planner_feed_read().
 */
PlannerAgenda *
planner_feed_xml_read (const char *text,
                       const PlannerFeedOptions *options,
                       PlannerReport *report,
                       GCancellable *cancellable,
                       GError **error)
{
  static gsize is_initialised = 0;
  g_auto (PlannerXmlText) mended = { 0 };
  g_auto (PlannerXmlReader) reader = {
    .builder = planner_builder_new (options, report, cancellable),
    .report = report,
    .text = &mended,
    .forums_by_slug = planner_string_table_new (g_free, g_free),
    .persons = planner_xml_persons_new (),
  };

  if (g_once_init_enter (&is_initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&is_initialised, 1);
    }
  if (!check_root (text, error))
    return NULL;
  planner_xml_text_init (&mended, text, report);
  if (!check_text (&mended, error))
    return NULL;
  if (!mended.root)
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                           "This is no schedule in a known format.");
      return NULL;
    }

  return read_text (&reader, error);
}
