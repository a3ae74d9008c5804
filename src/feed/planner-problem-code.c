/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/planner-problem-code.h"

/* Extracts a summary for translators. The code that shows it translates it. */
#define N_(text) (text)

#define VOC "c3voc schedule schema, "
#define GUIDE "data/agenda/README.md, "
#define JSON "RFC 8259, "
#define XML "XML 1.0, "
#define ICAL "RFC 5545, "

static const PlannerProblemKind kinds[] = {
  [PLANNER_PROBLEM_AFTER_END] = { "after-end", N_ ("Text after the end of the schedule"),
                                  XML "section 2.1: nothing but comments follows the root element" },
  [PLANNER_PROBLEM_ALL_DAY] = { "all-day", N_ ("Sessions with a day but no time"),
                                ICAL "section 3.3.5: DTSTART is a DATE-TIME where the time is known" },
  [PLANNER_PROBLEM_BAD_COLOR] = { "bad-color", N_ ("Colors that cannot be read"),
                                  GUIDE "“conference.tracks[]”: a color is written #rrggbb" },
  [PLANNER_PROBLEM_BAD_DATE] = { "bad-date", N_ ("Dates that cannot be read"),
                                 VOC
                                 "Event.date: a date and time with its offset (ISO 8601), as 2027-09-12T14:00:00+08:00" },
  [PLANNER_PROBLEM_BAD_DAY_CHANGE] = { "bad-day-change", N_ ("A day change that cannot be read"),
                                       GUIDE
                                       "“The XML form”: conference/day_change is a time of day, as 04:00" },
  [PLANNER_PROBLEM_BAD_DURATION] = { "bad-duration", N_ ("Durations that cannot be read"),
                                     VOC "Duration: hours and minutes, as 01:30" },
  [PLANNER_PROBLEM_BAD_END] = { "bad-end", N_ ("Ends that do not fit the start"),
                                VOC "Event.end: a date and time with its offset, after the start" },
  [PLANNER_PROBLEM_BAD_ESCAPE] = { "bad-escape", N_ ("Escape sequences that are not characters"),
                                   JSON
                                   "sections 7 and 8.2: surrogates occur in pairs, and texts do not contain NUL" },
  [PLANNER_PROBLEM_BAD_LANGUAGE] = { "bad-language", N_ ("Unknown languages"),
                                     GUIDE "“schedule.language”: as in BCP 47, en or zh-CN" },
  [PLANNER_PROBLEM_BAD_LINE] = { "bad-line", N_ ("Lines that are not properties"),
                                 ICAL "section 3.1: a line is a name, a colon and a value" },
  [PLANNER_PROBLEM_BAD_REFERENCE] = { "bad-reference", N_ ("Character references that are not valid"),
                                      XML
                                      "section 4.1: & is written &amp;, and the entities of HTML are not defined" },
  [PLANNER_PROBLEM_BAD_START] = { "bad-start", N_ ("Starts that cannot be read"),
                                  VOC "Event.start: HH:MM, from 00:00 to 23:59" },
  [PLANNER_PROBLEM_BAD_TAG] = { "bad-tag", N_ ("Tags that are not well-formed"),
                                XML "section 3.1: an attribute occurs once, and its value is quoted" },
  [PLANNER_PROBLEM_BAD_TYPE] = { "bad-type", N_ ("Members of the wrong type"),
                                 VOC "each member has its type: a text, a list or an object" },
  [PLANNER_PROBLEM_BAD_ZONE] = { "bad-zone", N_ ("An unknown time zone"),
                                 GUIDE
                                 "“The common format”: conference.time_zone_name is the IANA name, as Asia/Shanghai" },
  [PLANNER_PROBLEM_CHARSET] = { "charset", N_ ("A character set other than UTF-8"),
                                JSON "section 8.1: text is in UTF-8" },
  [PLANNER_PROBLEM_CONTROL_CHARACTER] = { "control-character", N_ ("Control characters in texts"),
                                          JSON
                                          "section 7: control characters are escaped; they mean nothing in a schedule" },
  [PLANNER_PROBLEM_DAY_DIFFERS] = { "day-differs", N_ ("Sessions listed under another day"),
                                    VOC "Day.date: a session stands in the day on which it starts" },
  [PLANNER_PROBLEM_DAY_WINDOWS_IGNORED] = { "day-windows-ignored",
                                            N_ ("Days whose bounds do not contain their sessions"),
                                            VOC
                                            "Day.day_start and Day.day_end: the sessions of the day are between them" },
  [PLANNER_PROBLEM_EXTRA_CELLS] = { "extra-cells", N_ ("Rows with too many cells"),
                                    GUIDE "“A table”: a row has a cell for each column" },
  [PLANNER_PROBLEM_INVALID_UTF8] = { "invalid-utf8", N_ ("Bytes that are not UTF-8"),
                                     JSON "section 8.1: text is in UTF-8" },
  [PLANNER_PROBLEM_LEFT_OUT] = { "left-out", N_ ("Sessions that are not part of the programme"),
                                 GUIDE
                                 "“Other formats”: sessions that are not accepted and repetitions for another time zone are left out" },
  [PLANNER_PROBLEM_LONG_LINE] = { "long-line", N_ ("Lines that are too long"),
                                  ICAL "section 3.1: lines are folded at 75 octets" },
  [PLANNER_PROBLEM_LONG_TEXT] = { "long-text", N_ ("Texts that are too long"),
                                  GUIDE "“Limits”: a name has 8 KiB at most, a text 256 KiB" },
  [PLANNER_PROBLEM_MORE_FAULTS] = { "more-faults", N_ ("More problems of the same kind"),
                                    XML "see the other problems of the same kind" },
  [PLANNER_PROBLEM_NO_BEGIN] = { "no-begin", N_ ("Components without a beginning"),
                                 ICAL "section 3.4: each END has its BEGIN" },
  [PLANNER_PROBLEM_NO_DURATION] = { "no-duration", N_ ("Sessions without a duration"),
                                    VOC "Event.duration is required: hours and minutes, as 01:30" },
  [PLANNER_PROBLEM_NO_END] = { "no-end", N_ ("Components without an end"),
                               ICAL "section 3.4: each BEGIN has its END" },
  [PLANNER_PROBLEM_NO_NAME] = { "no-name", N_ ("Missing names"), VOC "Person.name, Track.name: required" },
  [PLANNER_PROBLEM_NO_START] = { "no-start", N_ ("Sessions without a start"),
                                 ICAL "section 3.6.1: a VEVENT has a DTSTART" },
  [PLANNER_PROBLEM_NO_TITLE] = { "no-title", N_ ("Sessions without a title"), VOC "Event.title is required" },
  [PLANNER_PROBLEM_NO_UID] = { "no-uid", N_ ("Sessions without a UID"),
                               ICAL "section 3.8.4.7: a VEVENT has a UID that stays the same" },
  [PLANNER_PROBLEM_NO_ZONE] = { "no-zone", N_ ("No time zone"),
                                GUIDE
                                "“The common format”: conference.time_zone_name is the time zone of the venue" },
  [PLANNER_PROBLEM_NOT_FOLDED] = { "not-folded", N_ ("Line breaks within a text"),
                                   ICAL "section 3.1: a folded line goes on with a space" },
  [PLANNER_PROBLEM_OUTDATED] = { "outdated", N_ ("Sessions with a newer version"),
                                 ICAL "section 3.8.7.4: the highest SEQUENCE counts" },
  [PLANNER_PROBLEM_REPEATS] = { "repeats", N_ ("Repetitions that cannot be read"),
                                ICAL "section 3.3.10: the form of a recurrence rule" },
  [PLANNER_PROBLEM_SEVERAL_CATEGORIES] = { "several-categories", N_ ("Sessions in several categories"),
                                           GUIDE "“iCalendar”: the first of CATEGORIES is the forum" },
  [PLANNER_PROBLEM_START_DIFFERS] = { "start-differs", N_ ("Starts that differ from the date"),
                                      VOC "Event.start is the time of day of Event.date" },
  [PLANNER_PROBLEM_STRAY_CHARACTER] = { "stray-character", N_ ("Stray angle brackets"),
                                        XML "section 2.4: < is written &lt; in texts" },
  [PLANNER_PROBLEM_STRAY_END_TAG] = { "stray-end-tag", N_ ("End tags without a start tag"),
                                      XML "section 3.1: each end tag has its start tag" },
  [PLANNER_PROBLEM_TOO_MANY_LINKS] = { "too-many-links", N_ ("Sessions with too many links"),
                                       GUIDE "“Limits”: a session has 100 links at most" },
  [PLANNER_PROBLEM_TOO_MANY_PERSONS] = { "too-many-persons", N_ ("Sessions with too many speakers"),
                                         GUIDE "“Limits”: a session has 200 persons at most" },
  [PLANNER_PROBLEM_TOO_MANY_PROPERTIES] = { "too-many-properties", N_ ("Sessions with too many properties"),
                                            GUIDE "“Limits”: a session has 1,000 properties at most" },
  [PLANNER_PROBLEM_UNCLOSED_ELEMENT] = { "unclosed-element", N_ ("Elements that are not closed"),
                                         XML "section 3.1: each start tag has its end tag" },
  [PLANNER_PROBLEM_UNKNOWN_COLUMN] = { "unknown-column", N_ ("Columns that are not read"),
                                       GUIDE "“A table”: the known columns" },
  [PLANNER_PROBLEM_UNKNOWN_ID] = { "unknown-id", N_ ("References to unknown ids"),
                                   GUIDE
                                   "“COSCUP’s session.json”: sessions, speakers, rooms and session_types name each other by id" },
  [PLANNER_PROBLEM_UNKNOWN_KIND] = { "unknown-kind", N_ ("Unknown kinds"),
                                     GUIDE
                                     "“conference.tracks[]” and “schedule.exhibitors”: the known kinds" },
  [PLANNER_PROBLEM_UNKNOWN_ZONE] = { "unknown-zone", N_ ("Unknown time zones"),
                                     ICAL "section 3.2.19: a TZID has its VTIMEZONE in the file" },
  [PLANNER_PROBLEM_UNSAFE_LINK] = { "unsafe-link", N_ ("Addresses that cannot be opened"),
                                    GUIDE "“The common format”: links are http, https or mailto addresses" },
  [PLANNER_PROBLEM_ZONE_DIFFERS] = { "zone-differs", N_ ("Dates in another time zone"),
                                     GUIDE
                                     "“The common format”: the offsets of dates are those of conference.time_zone_name" },
};

/**
 * planner_problem_code_get_kind:
 *
 * Returns: (transfer none): the description of the problems with this code
 */
const PlannerProblemKind *
planner_problem_code_get_kind (PlannerProblemCode code)
{
  g_return_val_if_fail (code < G_N_ELEMENTS (kinds), NULL);

  return &kinds[code];
}
