/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes sessions as a calendar (RFC 5545, RFC 7986). libical escapes texts and folds lines. */

#include "config.h"

#include "share/planner-export-ical.h"

#include "model/planner-lead.h"
#include "model/planner-string-table.h"
#include "share/planner-name-uuid.h"
#include "text/planner-rich-text.h"

#include <libical/ical.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icalcomponent, icalcomponent_free)

/* The data that the events of one conference share. */
typedef struct
{
  const PlannerAgenda *agenda;
  GHashTable *guids; /* owned: how many sessions of the agenda have each guid */
  GHashTable *uids;  /* borrowed: the UIDs of the events so far */
  struct icaltimetype written;
  int sequence;
} Calendar;

static struct icaltimetype
to_time (gint64 instant_utc)
{
  return icaltime_from_timet_with_zone ((time_t) instant_utc, 0, icaltimezone_get_utc_timezone ());
}

/*
 * libical escapes commas only in values of the kind TEXT, and in categories not even there. So categories are written as an
 * extension, too.
 */
static void
add_x (icalcomponent *component, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new (ICAL_X_PROPERTY);

  icalproperty_set_x_name (property, name);
  icalproperty_set_value (property, icalvalue_new_text (value));
  icalcomponent_add_property (component, property);
}

/* The agenda is empty while the schedule of a conference from another computer was not fetched yet. */
static const char *
get_title (const Calendar *calendar, const PlannerExportedSession *exported)
{
  const PlannerText *title = &calendar->agenda->title;

  if (!title->variants)
    title = &exported->agenda->title;

  return title->variants ? title->variants[1] : "";
}

/*
 * A guid names a session only if no other session of the agenda has it. A session that the agenda lacks keeps its guid if no
 * session has it now. Keys are never the same in one agenda, but in several.
 */
static char *
make_uid (const Calendar *calendar, const PlannerExportedSession *exported)
{
  const char *guid = exported->session->guid;
  const guint n_expected = exported->agenda == calendar->agenda ? 1 : 0;
  g_autofree char *name = NULL;

  if (guid && GPOINTER_TO_UINT (g_hash_table_lookup (calendar->guids, guid)) == n_expected)
    return g_strdup (guid);
  name = g_strdup_printf ("%s\n%s", get_title (calendar, exported), exported->key);

  return planner_name_uuid_new ("session", name);
}

/* Returns: %FALSE if the session has no day, because an event needs a start */
static gboolean
add_times (icalcomponent *event, const PlannerAgenda *agenda, const PlannerSession *session)
{
  const char *date = planner_agenda_get_day (agenda, session)->date;
  g_auto (GStrv) parts = g_strsplit (date, "-", 3);
  struct icaltimetype day = icaltime_null_date ();

  if (planner_session_has_time (session))
    {
      icalcomponent_add_property (event, icalproperty_new_dtstart (to_time (session->start_utc)));
      if (session->duration_s > 0)
        icalcomponent_add_property (event,
                                    icalproperty_new_dtend (to_time (planner_session_get_end_utc (session))));
      return TRUE;
    }
  if (g_strv_length (parts) != 3)
    return FALSE;
  day.year = atoi (parts[0]);
  day.month = atoi (parts[1]);
  day.day = atoi (parts[2]);
  icalcomponent_add_property (event, icalproperty_new_dtstart (day));

  return TRUE;
}

static const char *
find_language (const PlannerText *text)
{
  for (guint i = 0; text->variants[i]; i += 2)
    if (text->variants[i + 1] == text->shown)
      return text->variants[i];

  return "";
}

/* RFC 5646 separates the parts of a language with dashes. */
static void
add_text (icalcomponent *event, icalproperty *property, const PlannerText *text)
{
  const char *language = find_language (text);
  g_autofree char *tag = g_strdelimit (g_strdup (language), "_", '-');

  if (*tag)
    icalproperty_add_parameter (property, icalparameter_new_language (tag));
  icalcomponent_add_property (event, property);
}

/* Programs show the description as plain text. Those that show HTML find it beside. */
static void
add_description (icalcomponent *event, const PlannerText *text)
{
  g_autofree char *plain = NULL;

  if (!planner_rich_text_is_html (text->shown))
    {
      add_text (event, icalproperty_new_description (text->shown), text);
      return;
    }
  plain = planner_rich_text_to_plain (text->shown);
  add_text (event, icalproperty_new_description (plain), text);
  add_x (event, "X-ALT-DESC", text->shown);
  icalproperty_add_parameter (icalcomponent_get_first_property (event, ICAL_X_PROPERTY),
                              icalparameter_new_fmttype ("text/html"));
}

static void
add_texts (icalcomponent *event, const PlannerSession *session)
{
  const PlannerText *description = session->abstract.shown ? &session->abstract : &session->description;

  add_text (event, icalproperty_new_summary (session->title.shown), &session->title);
  if (description->shown)
    add_description (event, description);
  if (session->room)
    icalcomponent_add_property (event, icalproperty_new_location (session->room->title.shown));
  if (session->forum)
    add_x (event, "CATEGORIES", session->forum->title.shown);
}

/* The address shows that a speaker is no guest, whom programs would invite. */
static void
add_speaker (icalcomponent *event, const PlannerSpeaker *speaker)
{
  icalproperty *property = icalproperty_new_attendee ("invalid:nomail");
  /* A parameter cannot contain quotation marks and line breaks (RFC 5545, section 3.2). */
  g_autofree char *name = g_strdelimit (g_strdup (speaker->name.shown), "\"", '\'');

  icalproperty_add_parameter (property, icalparameter_new_cn (name));
  icalcomponent_add_property (event, property);
}

static void
add_details (icalcomponent *event, const PlannerSession *session)
{
  for (guint i = 0; i < session->n_speakers; i++)
    add_speaker (event, session->speakers[i]);
  if (session->url)
    icalcomponent_add_property (event, icalproperty_new_url (session->url));
  if (session->stream_url)
    {
      icalproperty *stream = icalproperty_new_conference (session->stream_url);

      icalproperty_add_parameter (stream, icalparameter_new_value (ICAL_VALUE_URI));
      icalcomponent_add_property (event, stream);
    }
}

static gboolean
takes_place (const PlannerExportedSession *exported)
{
  return !exported->session->cancelled && !exported->withdrawn;
}

/* RFC 5545, section 3.8.1.11. */
static icalproperty_status
get_status (const PlannerExportedSession *exported)
{
  if (!takes_place (exported))
    return ICAL_STATUS_CANCELLED;

  return exported->plan_b ? ICAL_STATUS_TENTATIVE : ICAL_STATUS_CONFIRMED;
}

/* RFC 5545, sections 3.8.7.3 and 3.8.7.4. */
static void
add_state (icalcomponent *event, const Calendar *calendar, const PlannerExportedSession *exported)
{
  icalcomponent_add_property (event, icalproperty_new_status (get_status (exported)));
  if (calendar->sequence > 0)
    icalcomponent_add_property (event, icalproperty_new_sequence (calendar->sequence));
  if (exported->changed_utc > 0)
    icalcomponent_add_property (event, icalproperty_new_lastmodified (to_time (exported->changed_utc)));
}

/* RFC 5545, section 3.6.6. The alarm follows the event if the attendee moves it in the calendar. */
static void
add_alarm (icalcomponent *event, const PlannerExportedSession *exported)
{
  icalcomponent *alarm;

  if (exported->lead_s < 0 || !takes_place (exported) || !planner_session_has_time (exported->session))
    return;
  alarm = icalcomponent_new_valarm ();
  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_description (exported->session->title.shown));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (icaltriggertype_from_int (-exported->lead_s)));
  icalcomponent_add_component (event, alarm);
}

/* Two copies of a conference have the same sessions. A calendar has each UID once. */
static void
add_event (icalcomponent *parent, const Calendar *calendar, const PlannerExportedSession *exported)
{
  g_autoptr (icalcomponent) event = icalcomponent_new_vevent ();
  g_autofree char *uid = make_uid (calendar, exported);

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (calendar->written));
  if (!add_times (event, exported->agenda, exported->session) ||
      !g_hash_table_add (calendar->uids, g_steal_pointer (&uid)))
    return;
  add_texts (event, exported->session);
  add_details (event, exported->session);
  add_state (event, calendar, exported);
  add_alarm (event, exported);
  icalcomponent_add_component (parent, g_steal_pointer (&event));
}

static icalcomponent *
create_calendar (const char *name)
{
  icalcomponent *component = icalcomponent_new_vcalendar ();

  icalcomponent_add_property (component, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (component,
                              icalproperty_new_prodid ("-//GOTC Planner//gotc-planner " APP_VERSION "//EN"));
  icalcomponent_add_property (component, icalproperty_new_name (name));
  add_x (component, "X-WR-CALNAME", name);

  return component;
}

static void
add_calendar_properties (icalcomponent *component, const PlannerAgenda *agenda)
{
  if (agenda->zone_name)
    add_x (component, "X-WR-TIMEZONE", agenda->zone_name);
  if (agenda->url)
    icalcomponent_add_property (component, icalproperty_new_url (agenda->url));
}

/*
 * Corrects two habits of libical: it names the type of extensions, which simple programs do not expect, and it folds between
 * CR and LF when a line has exactly the longest length.
 */
static char *
write_component (icalcomponent *component)
{
  static const char *const names[] = { "CATEGORIES", "X-ALT-DESC", "X-WR-CALNAME", "X-WR-TIMEZONE" };
  char *written = icalcomponent_as_ical_string_r (component);
  GString *text = g_string_new (written);

  icalmemory_free_buffer (written);
  g_string_replace (text, "\r\r\n \n", "\r\n", 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *typed = g_strconcat ("\r\n", names[i], ";VALUE=TEXT", NULL);
      g_autofree char *plain = g_strconcat ("\r\n", names[i], NULL);

      g_string_replace (text, typed, plain, 0);
    }

  return g_string_free_and_steal (text);
}

static GHashTable *
count_guids (const PlannerAgenda *agenda)
{
  GHashTable *guids = planner_string_table_new (NULL, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      char *guid = planner_agenda_get_session (agenda, i)->guid;
      const guint n = guid ? GPOINTER_TO_UINT (g_hash_table_lookup (guids, guid)) : 0;

      if (guid)
        g_hash_table_insert (guids, guid, GUINT_TO_POINTER (n + 1));
    }

  return guids;
}

static void
add_events (icalcomponent *component,
            const PlannerExportedConference *conference,
            gint64 sequence_utc,
            gint64 written_utc,
            GHashTable *uids)
{
  g_autoptr (GHashTable) guids = count_guids (conference->agenda);
  const Calendar calendar = {
    .agenda = conference->agenda,
    .guids = guids,
    .uids = uids,
    .written = to_time (written_utc),
    .sequence = (int) CLAMP (sequence_utc / 60, 0, G_MAXINT),
  };

  for (guint i = 0; i < conference->n_sessions; i++)
    add_event (component, &calendar, &conference->sessions[i]);
}

/**
 * planner_sessions_to_ical:
 * @agenda: the agenda of the conference
 * @sessions: (array length=n_sessions): sessions of the conference
 * @edition_utc: when the schedule was last read, in seconds since the epoch; 0 if that is not known
 * @written_utc: when the calendar is written, in seconds since the epoch
 *
 * Writes sessions as a calendar. Times are in UTC. A session without a time is an event for the whole day. A session whose day
 * is not known is left out, because an event has a start.
 *
 * The UID of a session is its guid, or else a UUID of the conference's title and the session's key, so that each calendar and
 * each edition has the same. SEQUENCE is @edition_utc in minutes: it is higher after each change of the schedule, because a
 * change is found when the schedule is read. LAST-MODIFIED is when the last change of the session was found.
 *
 * Returns: (transfer full): the text
 */
char *
planner_sessions_to_ical (const PlannerAgenda *agenda,
                          const PlannerExportedSession *sessions,
                          guint n_sessions,
                          gint64 edition_utc,
                          gint64 written_utc)
{
  const PlannerExportedConference conference = { agenda, sessions, n_sessions };
  g_autoptr (GHashTable) uids = planner_string_table_new (g_free, NULL);
  g_autoptr (icalcomponent) component = NULL;

  g_return_val_if_fail (agenda != NULL && (sessions != NULL || n_sessions == 0), NULL);

  component = create_calendar (agenda->title.shown ? agenda->title.shown : "");
  add_calendar_properties (component, agenda);
  add_events (component, &conference, edition_utc, written_utc, uids);

  return write_component (component);
}

/**
 * planner_conferences_to_ical:
 * @name: the name of the calendar
 * @conferences: (array length=n_conferences): sessions of several conferences
 * @written_utc: when the calendar is written, in seconds since the epoch
 * @n_events: (out): how many events the calendar has
 *
 * Writes sessions of several conferences as one calendar, with @written_utc in minutes as SEQUENCE. Of sessions with the same
 * UID, which two copies of a conference have, the first one is written. See planner_sessions_to_ical() for the rest.
 *
 * Returns: (transfer full): the text
 */
char *
planner_conferences_to_ical (const char *name,
                             const PlannerExportedConference *conferences,
                             guint n_conferences,
                             gint64 written_utc,
                             guint *n_events)
{
  g_autoptr (GHashTable) uids = planner_string_table_new (g_free, NULL);
  g_autoptr (icalcomponent) component = NULL;

  g_return_val_if_fail (name != NULL && n_events != NULL && (conferences != NULL || n_conferences == 0),
                        NULL);

  component = create_calendar (name);
  for (guint i = 0; i < n_conferences; i++)
    add_events (component, &conferences[i], written_utc, written_utc, uids);
  *n_events = g_hash_table_size (uids);

  return write_component (component);
}

/**
 * planner_agenda_to_ical:
 * @written_utc: when the calendar is written, in seconds since the epoch
 *
 * Writes all sessions of an agenda as a calendar without alarms.
 *
 * Returns: (transfer full): the text
 */
char *
planner_agenda_to_ical (const PlannerAgenda *agenda, gint64 written_utc)
{
  g_autoptr (GArray) sessions = g_array_new (FALSE, FALSE, sizeof (PlannerExportedSession));

  g_return_val_if_fail (agenda != NULL, NULL);

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);
      const PlannerExportedSession exported = {
        .agenda = agenda,
        .session = session,
        .key = session->key,
        .lead_s = PLANNER_LEAD_NONE,
      };

      g_array_append_val (sessions, exported);
    }

  return planner_sessions_to_ical (agenda, (const PlannerExportedSession *) (gpointer) sessions->data,
                                   sessions->len, 0, written_utc);
}
