/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One session of an iCalendar file. */

#include "feed/ical/planner-feed-ical-event.h"
#include "feed/build/planner-feed-note.h"
#include "text/planner-rich-text.h"

#include <string.h>

/* An event and the draft that it fills. */
typedef struct
{
  PlannerIcalReader *reader;
  PlannerDraftSession *draft;
  const PlannerIcalComponent *event;
} Reading;

static char *
clean (const Reading *reading, const char *text, const char *member, PlannerTextKind kind)
{
  const PlannerPlace place = { .draft = reading->draft };

  return planner_place_clean (&place, text, member, kind);
}

static char *
dup_line (const Reading *reading, icalproperty *property, const char *member)
{
  g_autofree char *value = planner_ical_dup_value (property);

  return clean (reading, value, member, PLANNER_TEXT_LINE);
}

static char *
dup_first (const Reading *reading, icalproperty_kind kind, const char *member, PlannerTextKind text_kind)
{
  icalproperty *property = icalcomponent_get_first_property (reading->event->component, kind);
  g_autofree char *value = property ? planner_ical_dup_value (property) : NULL;

  return clean (reading, value, member, text_kind);
}

static const char *
get_language (icalproperty *property)
{
  icalparameter *parameter = icalproperty_get_first_parameter (property, ICAL_LANGUAGE_PARAMETER);
  const char *language = parameter ? icalparameter_get_language (parameter) : NULL;

  return language && planner_feed_is_language (language) ? language : "";
}

static void
take_speaker (const Reading *reading, const char *name, const char *organisation)
{
  g_auto (PlannerDraftPerson) person = { 0 };
  g_autofree char *cleaned = clean (reading, name, "ATTENDEE", PLANNER_TEXT_LINE);
  g_autofree char *cleaned_organisation = clean (reading, organisation, "ATTENDEE", PLANNER_TEXT_LINE);

  planner_text_add (&person.name, "", cleaned);
  planner_text_add (&person.organisation, "", cleaned_organisation);
  if (person.name.variants)
    planner_builder_take_person (reading->reader->builder, reading->draft, &person);
}

static void
take_speakers (const Reading *reading, const char *names)
{
  g_auto (GStrv) parts = g_strsplit (names, ", ", PLANNER_FEED_MAX_PERSONS);

  for (guint i = 0; parts[i]; i++)
    take_speaker (reading, parts[i], NULL);
}

/* pretalx writes "Title - Speaker, Speaker", or "Title - " without speakers, and the speakers nowhere else. */
static void
split_title (const Reading *reading, char *title)
{
  char *dash;

  /* The space at the end has been stripped. */
  if (g_str_has_suffix (title, " -"))
    {
      title[strlen (title) - 2] = '\0';
      return;
    }
  dash = g_strrstr (title, " - ");
  if (!dash)
    return;
  take_speakers (reading, dash + 3);
  *dash = '\0';
}

static void
read_title (const Reading *reading, icalproperty *property)
{
  g_autofree char *title = dup_line (reading, property, "SUMMARY");

  if (title && reading->reader->is_pretalx)
    split_title (reading, title);
  planner_text_add (&reading->draft->session->title, get_language (property), title);
}

/* Returns: the end of the first name and its organisation in "Ann Example (Some University (Dept)), Bo" */
static const char *
find_end_of_name (const char *names)
{
  int depth = 0;

  for (const char *p = names; *p; p++)
    {
      if (*p == '(')
        depth++;
      else if (*p == ')')
        depth--;
      else if (*p == ',' && depth <= 0)
        return p;
    }

  return names + strlen (names);
}

static void
take_indico_speakers (const Reading *reading, const char *names)
{
  guint n = 0;

  while (*names && n++ < PLANNER_FEED_MAX_PERSONS)
    {
      const char *end = find_end_of_name (names);
      g_autofree char *name = g_strndup (names, (gsize) (end - names));
      char *organisation = g_str_has_suffix (name, ")") ? strstr (name, " (") : NULL;

      if (organisation)
        {
          name[strlen (name) - 1] = '\0';
          *organisation = '\0';
          organisation += 2;
        }
      take_speaker (reading, name, organisation);
      names = end + strspn (end, ", ");
    }
}

/* Indico writes "Speakers: …", the abstract and the address of the page as paragraphs of one text. */
static char *
split_description (const Reading *reading, char *text)
{
  const char *url = reading->draft->session->url;
  char *rest = text;

  if (g_str_has_prefix (rest, "Speakers: "))
    {
      char *end = strstr (rest, "\n\n");
      g_autofree char *names = g_strndup (rest + strlen ("Speakers: "),
                                          end ? (gsize) (end - rest) - strlen ("Speakers: ") : strlen (rest));

      take_indico_speakers (reading, names);
      rest = end ? end + 2 : rest + strlen (rest);
    }
  if (url && g_str_has_suffix (rest, url))
    rest[strlen (rest) - strlen (url)] = '\0';

  return g_strdup (g_strstrip (rest));
}

static gboolean
has_words (const char *html)
{
  g_autofree char *plain = html ? planner_rich_text_to_plain (html) : NULL;

  return plain && *g_strstrip (plain);
}

/* Outlook and others write a text both as plain text and as HTML. HTML has the links and lists. */
static char *
dup_html (const Reading *reading)
{
  for (icalproperty *p = icalcomponent_get_first_property (reading->event->component, ICAL_X_PROPERTY); p;
       p = icalcomponent_get_next_property (reading->event->component, ICAL_X_PROPERTY))
    if (planner_ical_is_x (p, "X-ALT-DESC"))
      {
        g_autofree char *value = planner_ical_dup_value (p);
        g_autofree char *html = clean (reading, value, "X-ALT-DESC", PLANNER_TEXT_LONG);

        return has_words (html) ? g_steal_pointer (&html) : NULL;
      }

  return NULL;
}

static void
read_abstract (const Reading *reading)
{
  g_autofree char *html = dup_html (reading);
  g_autofree char *text = NULL;
  icalproperty *property =
      icalcomponent_get_first_property (reading->event->component, ICAL_DESCRIPTION_PROPERTY);

  text = dup_first (reading, ICAL_DESCRIPTION_PROPERTY, "DESCRIPTION", PLANNER_TEXT_LONG);
  if (text && reading->reader->is_indico)
    {
      char *split = split_description (reading, text);

      g_free (text);
      text = split;
    }
  planner_text_add (&reading->draft->session->abstract, property ? get_language (property) : "",
                    html ? html : text);
}

/*
 * Guests of a meeting have a mail address. Pentabarf, and programs that follow it, write "invalid:nomail" for speakers.
 * ORGANIZER is the conference and CONTACT an office.
 */
static gboolean
is_speaker (icalproperty *property)
{
  icalparameter *role = icalproperty_get_first_parameter (property, ICAL_ROLE_PARAMETER);
  icalparameter *type = icalproperty_get_first_parameter (property, ICAL_CUTYPE_PARAMETER);
  const char *written = role ? icalparameter_get_xvalue (role) : NULL;
  const char *address = icalproperty_get_attendee (property);

  if (type && icalparameter_get_cutype (type) != ICAL_CUTYPE_INDIVIDUAL &&
      icalparameter_get_cutype (type) != ICAL_CUTYPE_UNKNOWN)
    return FALSE;
  if (role && icalparameter_get_role (role) == ICAL_ROLE_CHAIR)
    return TRUE;
  if (written &&
      (g_ascii_strcasecmp (written, "SPEAKER") == 0 || g_ascii_strcasecmp (written, "X-SPEAKER") == 0))
    return TRUE;

  return !address || g_ascii_strncasecmp (address, "mailto:", 7) != 0;
}

static void
read_attendee (const Reading *reading, icalproperty *property)
{
  icalparameter *name = icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER);

  if (name && is_speaker (property))
    take_speaker (reading, icalparameter_get_cn (name), NULL);
}

static void
read_room (const Reading *reading, icalproperty *property)
{
  g_autofree char *name = dup_line (reading, property, "LOCATION");
  PlannerRoom *room;

  if (!name || reading->draft->session->room || planner_feed_is_to_be_announced (name))
    return;
  room = planner_builder_get_room (reading->reader->builder, name);
  planner_text_add (&room->title, "", name);
  reading->draft->session->room = room;
}

/* A session is in one forum: programs write the track before other categories. */
static void
read_forum (const Reading *reading, icalproperty *property)
{
  g_autofree char *name = dup_line (reading, property, "CATEGORIES");
  PlannerForum *forum;

  if (!name)
    return;
  if (reading->draft->session->forum)
    {
      planner_draft_note_value (reading->draft, PLANNER_SEVERITY_NOTE, "CATEGORIES",
                                PLANNER_PROBLEM_SEVERAL_CATEGORIES, name,
                                "is not the first of the categories",
                                "the first is taken for the forum, this one is left out");
      return;
    }
  forum = planner_builder_get_forum (reading->reader->builder, name);
  planner_text_add (&forum->title, "", name);
  reading->draft->session->forum = forum;
}

static void
read_conference (const Reading *reading, icalproperty *property)
{
  icalparameter *label = icalproperty_get_first_parameter (property, ICAL_LABEL_PARAMETER);
  g_autofree char *url = dup_line (reading, property, "CONFERENCE");
  g_autofree char *title =
      label ? clean (reading, icalparameter_get_label (label), "CONFERENCE", PLANNER_TEXT_LINE) : NULL;
  PlannerSession *session = reading->draft->session;

  /* An address with another scheme is a telephone number. */
  if (!url || g_ascii_strncasecmp (url, "http", 4) != 0)
    return;
  if (!session->stream_url)
    session->stream_url = g_steal_pointer (&url);
  else if (!g_str_equal (session->stream_url, url))
    planner_builder_add_link (reading->reader->builder, reading->draft, title, url);
}

static void
read_attachment (const Reading *reading, icalproperty *property)
{
  icalparameter *name = icalproperty_get_first_parameter (property, ICAL_FILENAME_PARAMETER);
  g_autofree char *url = dup_line (reading, property, "ATTACH");
  g_autofree char *title =
      name ? clean (reading, icalparameter_get_filename (name), "ATTACH", PLANNER_TEXT_LINE) : NULL;

  if (url)
    planner_builder_add_link (reading->reader->builder, reading->draft, title, url);
}

static void
read_status (const Reading *reading, icalproperty *property)
{
  g_autofree char *status = dup_line (reading, property, "STATUS");

  if (planner_feed_is_cancelled (status))
    reading->draft->session->cancelled = TRUE;
}

static void
read_extension (const Reading *reading, icalproperty *property)
{
  static const char *const conference_names[] = { "X-CONFERENCE", "X-GOOGLE-CONFERENCE",
                                                  "X-MICROSOFT-SKYPETEAMSMEETINGURL" };

  for (guint i = 0; i < G_N_ELEMENTS (conference_names); i++)
    if (planner_ical_is_x (property, conference_names[i]))
      read_conference (reading, property);
}

static void
read_property (const Reading *reading, icalproperty *property)
{
  switch ((int) icalproperty_isa (property))
    {
    case ICAL_SUMMARY_PROPERTY:
      read_title (reading, property);
      break;
    case ICAL_LOCATION_PROPERTY:
      read_room (reading, property);
      break;
    case ICAL_CATEGORIES_PROPERTY:
      read_forum (reading, property);
      break;
    case ICAL_ATTENDEE_PROPERTY:
      read_attendee (reading, property);
      break;
    case ICAL_CONFERENCE_PROPERTY:
      read_conference (reading, property);
      break;
    case ICAL_ATTACH_PROPERTY:
      read_attachment (reading, property);
      break;
    case ICAL_STATUS_PROPERTY:
      read_status (reading, property);
      break;
    case ICAL_X_PROPERTY:
      read_extension (reading, property);
      break;
    default:
      break;
    }
}

static char *
dup_duration (const Reading *reading)
{
  const PlannerIcalProperty *property = planner_ical_component_find_time (reading->event, "DURATION");
  g_autofree char *duration = property ? planner_ical_dup_duration (property->value) : NULL;

  return clean (reading, duration, "DURATION", PLANNER_TEXT_LINE);
}

/* Returns: (nullable) (transfer full): the length from start to end, which each time of a repeated session has */
static char *
measure (const PlannerIcalTime *start, const PlannerIcalTime *end)
{
  gint64 start_s = start->stamp.local_s, end_s = end->stamp.local_s;
  gint64 start_utc, end_utc;

  if (!start->readable || !end->readable || !end->stamp.has_clock)
    return NULL;
  if (planner_ical_time_get_utc (start, &start_utc) && planner_ical_time_get_utc (end, &end_utc))
    {
      start_s = start_utc;
      end_s = end_utc;
    }

  return end_s < start_s ? NULL : g_strdup_printf ("PT%" G_GINT64_FORMAT "S", end_s - start_s);
}

static void
note_zone (const Reading *reading, const PlannerIcalTime *start)
{
  if (start->tzid)
    planner_draft_note_value (reading->draft, PLANNER_SEVERITY_REPAIRED, "DTSTART",
                              PLANNER_PROBLEM_UNKNOWN_ZONE, start->tzid,
                              "is neither a zone of the file nor known", "that of the conference is taken");
  if (start->zone && start->zone->differs && !start->zone->is_noted)
    {
      start->zone->is_noted = TRUE;
      planner_draft_note_value (reading->draft, PLANNER_SEVERITY_NOTE, "DTSTART",
                                PLANNER_PROBLEM_ZONE_DIFFERS, start->zone->iana,
                                "has other offsets in the VTIMEZONE of the file", "the VTIMEZONE is used");
    }
}

static void
note_time (const Reading *reading, const PlannerIcalTime *start)
{
  if (!start->text)
    planner_draft_note (reading->draft, PLANNER_SEVERITY_REPAIRED, "DTSTART", PLANNER_PROBLEM_NO_START,
                        "The session has no start; its day is to be announced.");
  else if (start->readable && !start->stamp.has_clock)
    planner_draft_note (reading->draft, PLANNER_SEVERITY_NOTE, "DTSTART", PLANNER_PROBLEM_ALL_DAY,
                        "The session has a day but no time: it is listed as to be announced.");
}

static void
read_time (const Reading *reading, const PlannerIcalOccurrence *occurrence)
{
  PlannerIcalReader *reader = reading->reader;
  PlannerDraftSession *draft = reading->draft;
  g_auto (PlannerIcalTime) start = { 0 };
  g_auto (PlannerIcalTime) end = { 0 };

  planner_ical_time_find (&reader->zones, reading->event, "DTSTART", &start);
  planner_ical_time_find (&reader->zones, reading->event, "DTEND", &end);
  note_time (reading, &start);
  draft->date = planner_ical_time_format (occurrence ? &occurrence->time : &start);
  if (occurrence)
    draft->duration = occurrence->length_s < 0
                          ? measure (&start, &end)
                          : g_strdup_printf ("PT%" G_GINT64_FORMAT "S", occurrence->length_s);
  if (!draft->duration)
    draft->duration = dup_duration (reading);
  /* A date is the end of a day, not of a session. */
  if (!occurrence && (!end.readable || end.stamp.has_clock))
    draft->end = planner_ical_time_format (&end);
  note_zone (reading, &start);
  if (start.zone)
    start.zone->n_uses++;
  if (!occurrence && start.readable)
    reader->last_start_s = MAX (reader->last_start_s, start.stamp.local_s);
}

/* Returns: the code in "pretalx-conf24-ABCDEF@pretalx.example", by which the other formats of pretalx name the session */
static char *
dup_code (const Reading *reading, const char *uid)
{
  const gsize length = strcspn (uid, "@");
  g_autofree char *name = g_strndup (uid, length);
  const char *dash = strrchr (name, '-');

  if (!reading->reader->is_pretalx || !g_str_has_prefix (uid, "pretalx-") || !dash || strlen (dash + 1) != 6)
    return NULL;
  for (const char *p = dash + 1; *p; p++)
    if (!g_ascii_isupper (*p) && !g_ascii_isdigit (*p))
      return NULL;

  return g_strdup (dash + 1);
}

/* Returns: (nullable) (transfer full): what names this time of a repeated session */
static char *
dup_original (const Reading *reading, const PlannerIcalOccurrence *occurrence)
{
  const PlannerIcalBlock *block = reading->event->block;
  const PlannerIcalBlock *series =
      block->uid ? g_hash_table_lookup (reading->reader->series, block->uid) : NULL;
  g_auto (PlannerIcalTime) replaced = { 0 };

  if (occurrence)
    return planner_ical_time_format_short (&occurrence->original, TRUE);
  planner_ical_time_find (&reading->reader->zones, reading->event, "RECURRENCE-ID", &replaced);
  if (!replaced.readable)
    return NULL;

  return planner_ical_time_format_short (&replaced, !series || !series->is_all_day);
}

static void
read_identity (const Reading *reading, const char *uid, const PlannerIcalOccurrence *occurrence)
{
  g_autofree char *original = NULL;

  if (!uid)
    {
      planner_draft_note (
          reading->draft, PLANNER_SEVERITY_NOTE, NULL, PLANNER_PROBLEM_NO_UID,
          "The session has no UID; stars follow it only as long as its title and its time stay.");
      return;
    }
  original = dup_original (reading, occurrence);
  reading->draft->session->guid = original ? g_strconcat (uid, "/", original, NULL) : g_strdup (uid);
  reading->draft->session->code = dup_code (reading, uid);
}

/* Returns: (nullable) (transfer full): the UID; without the host where it is a UUID, as the other formats of frab have it */
static char *
dup_uid (const PlannerIcalComponent *event)
{
  icalproperty *property = icalcomponent_get_first_property (event->component, ICAL_UID_PROPERTY);
  g_autofree char *value = property ? planner_ical_dup_value (property) : NULL;
  gboolean replaced = FALSE, cut = FALSE;
  g_autofree char *uid = planner_feed_clean_text (value, PLANNER_TEXT_LINE, &replaced, &cut);
  g_autofree char *name = uid ? g_strndup (uid, strcspn (uid, "@")) : NULL;

  return name && g_uuid_string_is_valid (name) ? g_steal_pointer (&name) : g_steal_pointer (&uid);
}

/**
 * planner_ical_read_event:
 * @occurrence: (nullable): the time, where the event repeats
 *
 * Makes a session of an event.
 *
 * Returns: %FALSE with an error when cancelled or when there are too many sessions
 */
gboolean
planner_ical_read_event (PlannerIcalReader *reader,
                         const PlannerIcalComponent *event,
                         const PlannerIcalOccurrence *occurrence,
                         GError **error)
{
  g_autofree char *uid = dup_uid (event);
  g_autofree char *where =
      g_strdup_printf ("line %u %s%.100s", event->block->line, uid ? "UID " : "VEVENT", uid ? uid : "");
  g_autofree char *valid = g_utf8_make_valid (where, -1);
  const Reading reading = { reader, planner_builder_add_session (reader->builder, valid, -1, error), event };

  if (!reading.draft)
    return FALSE;
  reading.draft->session->url = dup_first (&reading, ICAL_URL_PROPERTY, "URL", PLANNER_TEXT_LINE);
  read_identity (&reading, uid, occurrence);
  read_time (&reading, occurrence);
  for (icalproperty *p = icalcomponent_get_first_property (event->component, ICAL_ANY_PROPERTY); p;
       p = icalcomponent_get_next_property (event->component, ICAL_ANY_PROPERTY))
    read_property (&reading, p);
  read_abstract (&reading);
  if (event->n_left_out > 0)
    planner_draft_note (reading.draft, PLANNER_SEVERITY_SKIPPED, NULL, PLANNER_PROBLEM_TOO_MANY_PROPERTIES,
                        "%u properties of the session are left out.", event->n_left_out);

  return TRUE;
}
