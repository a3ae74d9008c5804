/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names in the attendee's language for what schedules contain. */

#include "config.h"

#include "words/planner-words.h"

#include "words/planner-days.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  const char *code;
  const char *name;
} Word;

/* ISO 639 codes of the languages in which conferences are held. */
static const Word languages_by_code[] = {
  { "ar", NC_ ("language", "Arabic") },     { "ca", NC_ ("language", "Catalan") },
  { "cs", NC_ ("language", "Czech") },      { "da", NC_ ("language", "Danish") },
  { "de", NC_ ("language", "German") },     { "el", NC_ ("language", "Greek") },
  { "en", NC_ ("language", "English") },    { "es", NC_ ("language", "Spanish") },
  { "fi", NC_ ("language", "Finnish") },    { "fr", NC_ ("language", "French") },
  { "he", NC_ ("language", "Hebrew") },     { "hi", NC_ ("language", "Hindi") },
  { "hu", NC_ ("language", "Hungarian") },  { "id", NC_ ("language", "Indonesian") },
  { "it", NC_ ("language", "Italian") },    { "ja", NC_ ("language", "Japanese") },
  { "ko", NC_ ("language", "Korean") },     { "nl", NC_ ("language", "Dutch") },
  { "no", NC_ ("language", "Norwegian") },  { "pl", NC_ ("language", "Polish") },
  { "pt", NC_ ("language", "Portuguese") }, { "ro", NC_ ("language", "Romanian") },
  { "ru", NC_ ("language", "Russian") },    { "sv", NC_ ("language", "Swedish") },
  { "tr", NC_ ("language", "Turkish") },    { "uk", NC_ ("language", "Ukrainian") },
  { "vi", NC_ ("language", "Vietnamese") }, { "zh", NC_ ("language", "Chinese") },
};

/* The types of frab, pretalx and GOTC, in lower case with spaces. */
static const Word types_by_code[] = {
  { "address", NC_ ("type of a session", "Address") },
  { "break", NC_ ("type of a session", "Break") },
  { "ceremony", NC_ ("type of a session", "Ceremony") },
  { "concert", NC_ ("type of a session", "Concert") },
  { "discussion", NC_ ("type of a session", "Discussion") },
  { "film", NC_ ("type of a session", "Film") },
  { "flash talk", NC_ ("type of a session", "Flash talk") },
  { "game", NC_ ("type of a session", "Game") },
  { "hands on", NC_ ("type of a session", "Hands-on") },
  { "keynote", NC_ ("type of a session", "Keynote") },
  { "lecture", NC_ ("type of a session", "Lecture") },
  { "lightning talk", NC_ ("type of a session", "Lightning talk") },
  { "meeting", NC_ ("type of a session", "Meeting") },
  { "meetup", NC_ ("type of a session", "Meetup") },
  { "opening", NC_ ("type of a session", "Opening") },
  { "other", NC_ ("type of a session", "Other") },
  { "panel", NC_ ("type of a session", "Panel") },
  { "panel discussion", NC_ ("type of a session", "Panel") },
  { "performance", NC_ ("type of a session", "Performance") },
  { "podium", NC_ ("type of a session", "Panel") },
  { "round table", NC_ ("type of a session", "Round table") },
  { "roundtable", NC_ ("type of a session", "Round table") },
  { "session", NC_ ("type of a session", "Session") },
  { "talk", NC_ ("type of a session", "Talk") },
  { "tutorial", NC_ ("type of a session", "Tutorial") },
  { "workshop", NC_ ("type of a session", "Workshop") },
};

static const char *
find_name (const Word *words, gsize n_words, const char *code)
{
  for (gsize i = 0; i < n_words; i++)
    if (g_str_equal (words[i].code, code))
      return words[i].name;

  return NULL;
}

/* "en", "en_GB", "EN-gb" */
static const char *
find_language (const char *code)
{
  g_autofree char *folded = g_strstrip (g_ascii_strdown (code, -1));
  const char *name;

  folded[strcspn (folded, "_-")] = '\0';
  name = find_name (languages_by_code, G_N_ELEMENTS (languages_by_code), folded);

  return name ? g_dpgettext2 (GETTEXT_PACKAGE, "language", name) : NULL;
}

static char *
capitalise (const char *text)
{
  const gunichar first = g_unichar_totitle (g_utf8_get_char (text));
  char letter[8] = { 0 };

  if (!*text)
    return g_strdup ("");

  g_unichar_to_utf8 (first, letter);

  return g_strconcat (letter, g_utf8_next_char (text), NULL);
}

static gboolean
has_right_to_left (const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      if ((c >= 0x0590 && c <= 0x08ff) || (c >= 0xfb1d && c <= 0xfefc) || (c >= 0x10800 && c <= 0x10fff) ||
          (c >= 0x1e800 && c <= 0x1efff))
        return TRUE;
    }

  return FALSE;
}

static gboolean
opens_isolate (gunichar c)
{
  return c >= 0x2066 && c <= 0x2068;
}

/* Whether the character changes the direction of the text around it (UAX #9, section 2). */
static gboolean
is_bidi_control (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || opens_isolate (c) ||
         c == 0x2069;
}

/* Counts the isolates that @text does not close, and the ends that close none. */
static gboolean
count_controls (const char *text, guint *n_open, guint *n_ends)
{
  gboolean found = FALSE;

  *n_open = *n_ends = 0;
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      found |= is_bidi_control (c);
      if (opens_isolate (c))
        ++*n_open;
      else if (c == 0x2069 && *n_open > 0)
        --*n_open;
      else if (c == 0x2069)
        ++*n_ends;
    }

  return found;
}

/**
 * planner_isolate:
 *
 * Isolates text from a schedule that becomes part of a sentence (UAX #9), so that it does not change the order of the text
 * around it. Isolates that the text does not close are closed, and ends that close none get a beginning. An embedding or
 * override ends with its isolate.
 *
 * Returns: (transfer full): @text, isolated if it has right-to-left letters or controls of the direction
 */
char *
planner_isolate (const char *text)
{
  GString *isolated;
  guint n_open, n_ends;

  if (!count_controls (text, &n_open, &n_ends) && !has_right_to_left (text))
    return g_strdup (text);

  isolated = g_string_new (NULL);
  for (guint i = 0; i <= n_ends; i++)
    g_string_append (isolated, "\u2068");
  g_string_append (isolated, text);
  for (guint i = 0; i <= n_open; i++)
    g_string_append (isolated, "\u2069");

  return g_string_free_and_steal (isolated);
}

/**
 * planner_append_name:
 * @names: the names before it
 * @name: (nullable): ignored if %NULL
 *
 * Appends a name to a list of names, with the separator of the attendee's language.
 */
void
planner_append_name (GString *names, const char *name)
{
  g_autofree char *isolated = NULL;

  if (!name)
    return;

  if (names->len > 0)
    g_string_append (names, C_ ("between names", ", "));
  isolated = planner_isolate (name);
  g_string_append (names, isolated);
}

/**
 * planner_name_room:
 *
 * Returns: (transfer none): the name of a room, or "Room to be announced"
 */
const char *
planner_name_room (const PlannerText *room)
{
  return room->shown ? room->shown : _ ("Room to be announced");
}

/**
 * planner_session_dup_speaker_names:
 *
 * Returns: (transfer full): the names of the speakers, in one line; "" for none
 */
char *
planner_session_dup_speaker_names (const PlannerSession *session)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < session->n_speakers; i++)
    planner_append_name (names, session->speakers[i]->name.shown);

  return g_string_free_and_steal (names);
}

/**
 * planner_name_type:
 * @type: (nullable): the type of a session, as in the schedule
 *
 * Returns: (nullable) (transfer full): the name of the type, or @type with a capital letter if it is not known
 */
char *
planner_name_type (const char *type)
{
  g_autofree char *folded = NULL;
  const char *name;

  if (!type)
    return NULL;

  folded = g_strdelimit (g_ascii_strdown (type, -1), "_-", ' ');
  name = find_name (types_by_code, G_N_ELEMENTS (types_by_code), folded);

  return name ? g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "type of a session", name)) : capitalise (type);
}

/**
 * planner_name_languages:
 * @languages: (nullable): the languages of a session, as in the schedule: "de", "en_GB", "de, en"
 *
 * Returns: (nullable) (transfer full): the names of the languages, or @languages if one of them is not known
 */
char *
planner_name_languages (const char *languages)
{
  g_auto (GStrv) codes = g_strsplit_set (languages ? languages : "", ",;/", -1);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; codes[i]; i++)
    {
      const char *name = find_language (codes[i]);

      if (!name)
        return g_strdup (languages);
      if (i > 0)
        g_string_append (names, C_ ("between languages", ", "));
      g_string_append (names, name);
    }

  return languages ? g_strdup (names->str) : NULL;
}

/**
 * planner_agenda_dup_size:
 *
 * Returns: (transfer full): "58 sessions, 3 days"; without days if none is known
 */
char *
planner_agenda_dup_size (const PlannerAgenda *agenda)
{
  const guint n_sessions = agenda->sessions->len, n_days = planner_agenda_count_days (agenda);
  g_autofree char *sessions =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u session", "%u sessions", n_sessions), n_sessions);
  g_autofree char *days =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u day", "%u days", n_days), n_days);

  if (n_days == 0)
    return g_steal_pointer (&sessions);

  /* Translators: the size of a schedule, as in "58 sessions, 3 days". */
  return g_strdup_printf (C_ ("size of a schedule", "%s, %s"), sessions, days);
}

/**
 * planner_agenda_dup_days:
 *
 * Returns: (transfer full): the first and the last day, as in "1 – 2 February 2025"; "" if no day is known
 */
char *
planner_agenda_dup_days (const PlannerAgenda *agenda)
{
  const char *first = NULL, *last = NULL;

  for (guint i = 0; i < agenda->days->len; i++)
    {
      const PlannerDay *day = g_ptr_array_index (agenda->days, i);

      if (*day->date == '\0')
        continue;
      if (!first)
        first = day->date;
      last = day->date;
    }

  return first ? planner_format_days (first, last) : g_strdup ("");
}
