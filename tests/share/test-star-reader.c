/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Stars from other programs, in samples written by hand after the sources of these programs:
 *
 * - FOSDEM Companion c6330ae: providers/BookmarksExportProvider.kt, ical/ICalendarWriter.kt
 * - pretalx 5d6f3cc: src/pretalx/schedule/domain/ical.py
 * - EventFahrplan 24d1952: sharing/SimpleSessionFormat.kt, sharing/models/SessionExport.kt and their tests
 * - Giggity cb2f91f: ScheduleUI.java, exportLink; ImportView.java
 */

#include "model/planner-time.h"
#include "share/planner-star-file.h"
#include "share/planner-star-reader.h"

#include <string.h>

#define COMPANION                                                                                            \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//be.digitalia.fosdem//NONSGML 2.4.0//EN\r\n"                   \
  "BEGIN:VEVENT\r\nUID:6148@2025@be.digitalia.fosdem\r\nDTSTAMP:20250130T101112Z\r\n"                        \
  "DTSTART:20250201T093000Z\r\nDTEND:20250201T095500Z\r\nSUMMARY:Welcome, to FOSDEM; 2025\r\n"               \
  "DESCRIPTION:First line\r\n second line, with a comma\r\nX-ALT-DESC:<p>First line</p>\r\n"                 \
  "CLASS:PUBLIC\r\nURL:https://fosdem.org/2025/schedule/event/fosdem-2025-6148-welcome-to-fosdem-2025/\r\n"  \
  "LOCATION:Janson\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=\"Richard Hartmann\":"      \
  "https://fosdem.org/2025/schedule/speaker/richard_hartmann/\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

#define PRETALX_EVENT(uid)                                                                                   \
  "BEGIN:VEVENT\r\nSUMMARY:Opening - Ada Lovelace\r\nDTSTART;TZID=Europe/Berlin:20260701T100000\r\n"         \
  "DTEND;TZID=Europe/Berlin:20260701T110000\r\nDTSTAMP:20260601T000000Z\r\nUID:" uid                         \
  "\r\nDESCRIPTION:\r\nLOCATION:Hall\r\nURL:https://pretalx.example.org/my-event/talk/ABC9XY/\r\n"           \
  "END:VEVENT\r\n"
#define PRETALX(events)                                                                                      \
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//pretalx//pretalx.example.org//my-event//faved\r\n" events     \
  "END:VCALENDAR\r\n"

#define FAHRPLAN_TEXT                                                                                          \
  "A talk which changes your life\nFreitag, 27. Dezember 2019, 11:00 MEZ (Europe/Berlin), Yellow pavilion\n\n" \
  "https://example.com/2019/LD3FX9.html\n\n---\n\nAngel shifts planning\n"                                     \
  "Sonntag, 29. Dezember 2019, 09:00 MEZ (Europe/Berlin), Main hall"

#define FAHRPLAN_JSON                                                                                        \
  "{\"lectures\":[{\"lecture_id\":\"11111111-1111-4111-8111-111111111111\",\"title\":\"Opening\","           \
  "\"subtitle\":\"\",\"day\":0,\"room\":\"Hall\",\"slug\":\"test-1-opening\","                               \
  "\"url\":\"https://example.org/1\",\"speakers\":\"Ada Lovelace;Grace Hopper\",\"track\":\"\","             \
  "\"type\":\"\",\"lang\":\"\",\"abstract\":\"\",\"description\":\"\",\"links\":\"\","                       \
  "\"starts_at\":\"2026-07-01T08:00:00Z\",\"recorded\":true}]}"

/* see=[6148,"bbbb"], packed by zlib: python3 -c 'import base64,zlib;
 * print(base64.urlsafe_b64encode(zlib.compress(b"[6148,\"bbbb\"]",9)))' */
#define GIGGITY                                                                                              \
  "https://ggt.gaa.st/#url=https%3A%2F%2Ffosdem.org%2F2025%2Fschedule%2Fxml&see=eNqLNjM0sdBRSgICpVgAFyIDhA"

static PlannerSharedStars *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  PlannerSharedStars *stars = planner_shared_stars_read_text (text, &error);

  g_assert_no_error (error);

  return stars;
}

static const PlannerSharedStar *
get_star (const PlannerSharedStars *stars, guint index)
{
  g_assert_cmpuint (index, <, stars->stars->len);

  return g_ptr_array_index (stars->stars, index);
}

static void
test_companion (void)
{
  g_autoptr (PlannerSharedStars) stars = read_text (COMPANION);
  const PlannerSharedStar *star = get_star (stars, 0);

  g_assert_cmpuint (stars->stars->len, ==, 1);
  g_assert_null (star->identity->guid);
  g_assert_cmpstr (star->identity->id, ==, "6148");
  g_assert_cmpint (star->identity->start_utc, ==, 1738402200);
  g_assert_cmpstr (star->url, ==,
                   "https://fosdem.org/2025/schedule/event/fosdem-2025-6148-welcome-to-fosdem-2025/");
}

static void
test_pretalx (void)
{
  static const struct
  {
    const char *calendar;
    const char *code;
    const char *guid;
  } cases[] = {
    { PRETALX (PRETALX_EVENT ("pretalx-my-event-ABC9XY@pretalx.example.org")), "ABC9XY", NULL },
    { PRETALX (PRETALX_EVENT ("pretalx-my-event-2026-ABC9XY-1@pretalx.example.org")), "ABC9XY", NULL },
    { PRETALX (PRETALX_EVENT ("pretalx-@pretalx.example.org")), NULL, "pretalx-@pretalx.example.org" },
    { PRETALX (PRETALX_EVENT ("pretalx-1@x")), NULL, "pretalx-1@x" },
    { PRETALX (PRETALX_EVENT ("6148@2025@other.program")), NULL, "6148@2025@other.program" },
    { PRETALX (PRETALX_EVENT ("x6148@2025@be.digitalia.fosdem")), NULL, "x6148@2025@be.digitalia.fosdem" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PlannerSharedStars) stars = read_text (cases[i].calendar);

      g_assert_cmpstr (get_star (stars, 0)->identity->code, ==, cases[i].code);
      g_assert_cmpstr (get_star (stars, 0)->identity->guid, ==, cases[i].guid);
      g_assert_cmpint (get_star (stars, 0)->identity->start_utc, ==, 1782892800);
      g_assert_cmpstr (get_star (stars, 0)->url, ==, "https://pretalx.example.org/my-event/talk/ABC9XY/");
    }
}

static void
test_fahrplan_text (void)
{
  g_autoptr (PlannerSharedStars) stars = read_text (FAHRPLAN_TEXT);

  g_assert_cmpuint (stars->stars->len, ==, 2);
  g_assert_cmpstr (get_star (stars, 0)->identity->title, ==, "A talk which changes your life");
  g_assert_cmpstr (get_star (stars, 0)->url, ==, "https://example.com/2019/LD3FX9.html");
  g_assert_cmpint (get_star (stars, 0)->identity->start_utc, ==, PLANNER_TIME_UNKNOWN);
  g_assert_cmpstr (get_star (stars, 1)->identity->title, ==, "Angel shifts planning");
  g_assert_null (get_star (stars, 1)->url);
}

static void
test_fahrplan_json (void)
{
  g_autoptr (PlannerSharedStars) stars = read_text (FAHRPLAN_JSON);
  const PlannerIdentity *identity = get_star (stars, 0)->identity;

  g_assert_cmpstr (identity->guid, ==, "11111111-1111-4111-8111-111111111111");
  g_assert_cmpstr (identity->slug, ==, "test-1-opening");
  g_assert_cmpstr (identity->title, ==, "Opening");
  g_assert_cmpstr (identity->speakers, ==, "Ada Lovelace, Grace Hopper");
  g_assert_cmpint (identity->start_utc, ==, 1782892800);
}

static void
test_giggity (void)
{
  g_autoptr (PlannerSharedStars) stars = read_text (GIGGITY);

  g_assert_cmpstr (stars->address, ==, "https://fosdem.org/2025/schedule/xml");
  g_assert_cmpuint (stars->stars->len, ==, 2);
  g_assert_cmpstr (get_star (stars, 0)->identity->id, ==, "6148");
  g_assert_cmpstr (get_star (stars, 1)->identity->guid, ==, "bbbb");
}

static void
test_link_in_message (void)
{
  g_autoptr (PlannerSharedStars) stars =
      read_text ("Test Conference\n10:00 Opening\n\nOpen this link:\ngotc-planner:stars?v=1&s=ungWvw\n");

  g_assert_cmpuint (stars->stars->len, ==, 1);
}

static void
test_file (void)
{
  g_autoptr (PlannerSharedStars) written = planner_shared_stars_new ();
  PlannerSharedStar *star = planner_shared_stars_add (written);
  g_autoptr (PlannerSharedStars) read = NULL;
  g_autofree char *text = NULL;

  written->address = g_strdup ("https://example.org/schedule.json");
  written->conference = g_strdup ("Test \"Conference\"");
  star->identity->guid = g_strdup ("11111111-1111-4111-8111-111111111111");
  star->identity->code = g_strdup ("ABC9XY");
  star->identity->title = g_strdup ("Opening \xe5\xbc\x80\xe6\xba\x90");
  star->identity->speakers = g_strdup ("Ada Lovelace");
  star->identity->start_utc = 1782892800;
  star->url = g_strdup ("https://example.org/1");
  planner_shared_stars_add (written)->identity->id = g_strdup ("7");
  text = planner_star_file_write (written);
  read = read_text (text);
  g_assert_cmpstr (read->address, ==, written->address);
  g_assert_cmpstr (read->conference, ==, written->conference);
  g_assert_cmpuint (read->stars->len, ==, 2);
  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    g_assert_cmpstr (get_star (read, 0)->identity->texts[i], ==, star->identity->texts[i]);
  g_assert_cmpint (get_star (read, 0)->identity->start_utc, ==, 1782892800);
  g_assert_cmpstr (get_star (read, 0)->url, ==, star->url);
  g_assert_cmpstr (get_star (read, 1)->identity->id, ==, "7");
}

static void
test_hostile (void)
{
  static const struct
  {
    const char *text;
    PlannerSharedError code;
  } cases[] = {
    { "", PLANNER_SHARED_ERROR_EMPTY },
    { "hello", PLANNER_SHARED_ERROR_UNKNOWN },
    { "hello\nworld", PLANNER_SHARED_ERROR_UNKNOWN },
    { "https://example.org/\nhello, world", PLANNER_SHARED_ERROR_UNKNOWN },
    { "\xff\xfe", PLANNER_SHARED_ERROR_UNKNOWN },
    { "{", PLANNER_SHARED_ERROR_BROKEN },
    { "[]", PLANNER_SHARED_ERROR_UNKNOWN },
    { "{}", PLANNER_SHARED_ERROR_UNKNOWN },
    { "{\"schedule\":{}}", PLANNER_SHARED_ERROR_UNKNOWN },
    { "{\"lectures\":{}}", PLANNER_SHARED_ERROR_EMPTY },
    { "{\"lectures\":[1,null,[]]}", PLANNER_SHARED_ERROR_EMPTY },
    { "{\"format\":\"gotc-planner-stars\"}", PLANNER_SHARED_ERROR_NEWER },
    { "{\"format\":\"gotc-planner-stars\",\"version\":2,\"stars\":[]}", PLANNER_SHARED_ERROR_NEWER },
    { "{\"format\":\"gotc-planner-stars\",\"version\":1,\"stars\":7}", PLANNER_SHARED_ERROR_EMPTY },
    { "{\"format\":[],\"version\":1}", PLANNER_SHARED_ERROR_UNKNOWN },
    { "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", PLANNER_SHARED_ERROR_EMPTY },
    { "BEGIN:VCALENDAR", PLANNER_SHARED_ERROR_BROKEN },
    { "https://ggt.gaa.st/", PLANNER_SHARED_ERROR_EMPTY },
    { "https://ggt.gaa.st/#see=", PLANNER_SHARED_ERROR_BROKEN },
    { "https://ggt.gaa.st/#see=AAAA", PLANNER_SHARED_ERROR_BROKEN },
    { "https://ggt.gaa.st/#see=!", PLANNER_SHARED_ERROR_BROKEN },
    { "https://ggt.gaa.st.example.org/#see=AAAA", PLANNER_SHARED_ERROR_UNKNOWN },
    { "gotc-planner:stars?v=9&s=ungWvw", PLANNER_SHARED_ERROR_NEWER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_null (planner_shared_stars_read_text (cases[i].text, &error));
      g_assert_error (error, PLANNER_SHARED_ERROR, (int) cases[i].code);
    }
}

/* Returns: (transfer full): a link to Giggity whose list of identifiers is @n_bytes spaces */
static char *
make_bomb (gsize n_bytes)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autofree char *spaces = g_strnfill (n_bytes, ' ');
  g_autoptr (GBytes) unpacked = g_bytes_new (spaces, n_bytes);
  g_autoptr (GBytes) packed = g_converter_convert_bytes (compressor, unpacked, NULL);
  g_autofree char *encoded = NULL;

  g_assert_nonnull (packed);
  encoded = g_base64_encode (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed));
  g_strdelimit (encoded, "+", '-');
  g_strdelimit (encoded, "/", '_');
  encoded[strcspn (encoded, "=")] = '\0';

  return g_strconcat ("https://ggt.gaa.st/#see=", encoded, NULL);
}

static void
test_bomb (void)
{
  g_autofree char *link = make_bomb (64 * 1024 * 1024);
  g_autoptr (GError) error = NULL;

  g_assert_null (planner_shared_stars_read_text (link, &error));
  g_assert_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_BROKEN);
}

static void
test_many (void)
{
  g_autoptr (GString) lectures = g_string_new ("{\"lectures\":[");
  g_autoptr (GString) sessions = g_string_new (NULL);
  g_autofree char *large = g_strnfill (PLANNER_SHARED_MAX_BYTES + 1, 'a');
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= PLANNER_SHARED_STARS_MAX; i++)
    {
      g_string_append (lectures, i > 0 ? ",{}" : "{}");
      g_string_append (sessions, "Title\nMonday, Hall\n\n---\n\n");
    }
  g_string_append (lectures, "]}");
  g_assert_null (planner_shared_stars_read_text (lectures->str, &error));
  g_assert_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (planner_shared_stars_read_text (sessions->str, &error));
  g_assert_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (planner_shared_stars_read_text (large, &error));
  g_assert_error (error, PLANNER_SHARED_ERROR, PLANNER_SHARED_ERROR_TOO_LARGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/share/star-reader/V11/calendar-of-fosdem-companion", test_companion);
  g_test_add_func ("/share/star-reader/V11/calendar-of-pretalx", test_pretalx);
  g_test_add_func ("/share/star-reader/V11/text-of-eventfahrplan", test_fahrplan_text);
  g_test_add_func ("/share/star-reader/V11/json-of-eventfahrplan", test_fahrplan_json);
  g_test_add_func ("/share/star-reader/V11/link-of-giggity", test_giggity);
  g_test_add_func ("/share/star-reader/V11/link-inside-message", test_link_in_message);
  g_test_add_func ("/share/star-reader/V11/own-file-is-read-again", test_file);
  g_test_add_func ("/share/star-reader/V10/other-texts-are-refused", test_hostile);
  g_test_add_func ("/share/star-reader/V10/packed-list-is-bounded", test_bomb);
  g_test_add_func ("/share/star-reader/V10/large-lists-are-refused", test_many);

  return g_test_run ();
}
