/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bench/big-schedule.h"

#include <string.h>

#define N_ROOMS 92
#define SESSIONS_IN_ROOM 4
#define SESSIONS_IN_DAY (N_ROOMS * SESSIONS_IN_ROOM)
#define N_TRACKS 30
#define N_SPEAKERS 437

#define JSON_HEAD                                                                                            \
  "{\"schedule\":{\"version\":\"1\",\"conference\":{\"title\":\"Big\",\"acronym\":\"big\","                  \
  "\"time_zone_name\":\"Europe/Berlin\",\"days\":["
#define JSON_SESSION                                                                                             \
  "%s{\"id\":%u,\"guid\":\"00000000-0000-4000-8000-%012u\",\"title\":\"Session %u of many\",\"date\":\"%sT%02u:" \
  "00:00+01:00\",\"start\":\"%02u:00\",\"duration\":\"00:50\",\"room\":\"Room %u\",\"track\":\"Track %u\","      \
  "\"persons\":[{\"id\":%u,\"public_name\":\"Speaker %u\"}],\"abstract\":\""
#define XML_HEAD                                                                                             \
  "<?xml version=\"1.0\"?>\n<schedule><version>1</version><conference><title>Big</title>"                    \
  "<acronym>big</acronym><time_zone_name>Europe/Berlin</time_zone_name></conference>\n"
#define XML_SESSION                                                                                             \
  "<event id=\"%u\" guid=\"00000000-0000-4000-8000-%012u\">\n<title>Session %u of many</title>\n<date>%sT%02u:" \
  "00:00+01:00</date>\n<start>%02u:00</start>\n<duration>00:50</duration>\n<room>Room %u</room>\n"              \
  "<track>Track %u</track>\n<persons><person id=\"%u\">Speaker %u</person></persons>\n<abstract>"

static void
append_sentences (GString *text, guint n_sentences)
{
  for (guint i = 0; i < n_sentences; i++)
    g_string_append (text, "A *plain* sentence of about fifty letters, and so. ");
}

static char *
get_date (guint day)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 12, 27, 0, 0, 0);
  g_autoptr (GDateTime) date = g_date_time_add_days (first, (int) day);

  return g_date_time_format (date, "%Y-%m-%d");
}

static void
append_json_room (GString *text, guint id, const char *date, guint room, guint n_sessions, guint n_sentences)
{
  for (guint n = 0; n < SESSIONS_IN_ROOM && id < n_sessions; n++, id++)
    {
      g_string_append_printf (text, JSON_SESSION, n > 0 ? "," : "", id, id, id, date, 10 + n * 3, 10 + n * 3,
                              room, id % N_TRACKS, id % N_SPEAKERS, id % N_SPEAKERS);
      append_sentences (text, n_sentences);
      g_string_append (text, "\"}");
    }
}

char *
big_schedule_make_json (guint n_sessions, guint n_sentences)
{
  GString *text = g_string_new (JSON_HEAD);

  for (guint day = 0; day * SESSIONS_IN_DAY < n_sessions; day++)
    {
      g_autofree char *date = get_date (day);

      g_string_append_printf (text, "%s{\"index\":%u,\"date\":\"%s\",\"rooms\":{", day > 0 ? "," : "",
                              day + 1, date);
      for (guint room = 0; room < N_ROOMS; room++)
        {
          g_string_append_printf (text, "%s\"Room %u\":[", room > 0 ? "," : "", room);
          append_json_room (text, day * SESSIONS_IN_DAY + room * SESSIONS_IN_ROOM, date, room, n_sessions,
                            n_sentences);
          g_string_append_c (text, ']');
        }
      g_string_append (text, "}}");
    }
  g_string_append (text, "]}}}");

  return g_string_free_and_steal (text);
}

static void
append_xml_room (GString *text, guint id, const char *date, guint room, guint n_sessions, guint n_sentences)
{
  for (guint n = 0; n < SESSIONS_IN_ROOM && id < n_sessions; n++, id++)
    {
      g_string_append_printf (text, XML_SESSION, id, id, id, date, 10 + n * 3, 10 + n * 3, room,
                              id % N_TRACKS, id % N_SPEAKERS, id % N_SPEAKERS);
      append_sentences (text, n_sentences);
      g_string_append (text, "</abstract>\n</event>\n");
    }
}

char *
big_schedule_make_xml (guint n_sessions, guint n_sentences)
{
  GString *text = g_string_new (XML_HEAD);

  for (guint day = 0; day * SESSIONS_IN_DAY < n_sessions; day++)
    {
      g_autofree char *date = get_date (day);

      g_string_append_printf (text, "<day index=\"%u\" date=\"%s\">\n", day + 1, date);
      for (guint room = 0; room < N_ROOMS; room++)
        {
          g_string_append_printf (text, "<room name=\"Room %u\">\n", room);
          append_xml_room (text, day * SESSIONS_IN_DAY + room * SESSIONS_IN_ROOM, date, room, n_sessions,
                           n_sentences);
          g_string_append (text, "</room>\n");
        }
      g_string_append (text, "</day>\n");
    }
  g_string_append (text, "</schedule>\n");

  return g_string_free_and_steal (text);
}

GBytes *
big_schedule_read (const char *format)
{
  const char *folder = g_getenv ("PLANNER_REAL_FEEDS");
  g_autofree char *name = g_strconcat ("36c3-everything.", format, NULL);
  g_autofree char *path = g_build_filename (folder ? folder : "", format, name, NULL);
  char *text = NULL;
  gsize length = 0;

  if (folder && g_file_get_contents (path, &text, &length, NULL))
    return g_bytes_new_take (text, length);
  text = g_str_equal (format, "json") ? big_schedule_make_json (BIG_SESSIONS, BIG_SENTENCES)
                                      : big_schedule_make_xml (BIG_SESSIONS, BIG_SENTENCES);

  return g_bytes_new_take (text, strlen (text));
}
