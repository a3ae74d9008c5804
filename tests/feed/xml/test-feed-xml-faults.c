/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Faulty and hostile XML: repairs, refusals and limits. */

#include "feed/hostile-fixture.h"

#include <time.h>

#define HEAD "<schedule><conference><title>C</title></conference><day date='2026-07-01'>"
#define TAIL "</day></schedule>"

typedef struct
{
  const char *name;
  const char *events;
  const char *title;
  const char *abstract;
  const char *code;
  const char *where;
} MendCase;

static const MendCase mends[] = {
  { "ampersand", "<event><title>R & D, AT&T</title></event>", "R & D, AT&T", NULL, "bad-reference",
    "line 2 column 17" },
  { "ampersand-in-address", "<event><title>T</title><link href='http://e.org/?a=1&b=2'>L</link></event>", "T",
    NULL, "bad-tag", "line 2 column 24" },
  { "html-entity", "<event><title>a&nbsp;b &eacute; &unknown;</title></event>",
    "a\xc2\xa0"
    "b é &unknown;",
    NULL, "bad-reference", "line 2 column 16" },
  { "character-number", "<event><title>a&#6;b&#0;&#xd800;&#xffffffffffff;</title></event>",
    "a\xef\xbf\xbd"
    "b\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd",
    NULL, "bad-reference", "line 2 column 16" },
  { "less-than", "<event><title>5 < 6 <3 </ ></title></event>", "5 < 6 <3 </ >", NULL, "stray-character",
    "line 2 column 17" },
  { "tag-without-end", "<event><title>a <b and c</title></event>", "a <b and c", NULL, "stray-character",
    "line 2 column 17" },
  { "unclosed-in-text", "<event><abstract>a<b>b</abstract><title>T</title></event>", "T", "a<b>b</b>",
    "unclosed-element", "line 2 column 23" },
  { "never-closed", "<event><abstract>a<BR>b<br></br><hr></abstract><title>T</title></event>", "T",
    "a<BR>b<br><hr>", "bad-tag", "line 2 column 19" },
  { "stray-end-tag", "<event><title>T</b></title></i></event>", "T", NULL, "stray-end-tag",
    "line 2 column 16" },
  { "unquoted", "<event id=7 guid='g><title>T</title></event>", "T", NULL, "bad-tag", "line 2 column 1" },
  { "no-value", "<event checked id='7'><title>T</title></event>", "T", NULL, "bad-tag", "line 2 column 1" },
  { "twice", "<event id='7' id='8'><title>T</title></event>", "T", NULL, "bad-tag", "line 2 column 1" },
  { "less-in-attribute", "<event id='7' note='a<b'><title>T</title></event>", "T", NULL, "bad-tag",
    "line 2 column 1" },
  { "after-end-of-text", "<event><title>a ]]> b</title></event>", "a ]]> b", NULL, NULL, NULL },
  { "noncharacter", "<event><title>a\xef\xbf\xbe\xef\xbf\xbf</title></event>", "a\xef\xbf\xbd\xef\xbf\xbd",
    NULL, NULL, NULL },
  { "comment", "<event><!-- a -- b & c <d> --><title>a<!-- b -->c</title></event>", "ac", NULL, NULL, NULL },
  { "instruction", "<event><?php echo '<b>' ?><?xml version='1.0'?><title>T</title></event>", "T", NULL, NULL,
    NULL },
  { "declaration", "<event><title><!ELEMENT x></title></event>", "<!ELEMENT x>", NULL, "stray-character",
    "line 2 column 15" },
  { "prefix", "<event><x:title>T</x:title></event>", "T", NULL, NULL, NULL },
  { "end-tag-with-junk", "<event><title>T</title id='1'></event>", "T", NULL, NULL, NULL },
  { "control", "<event><title>a\006b</title></event>",
    "a\xef\xbf\xbd"
    "b",
    NULL, "control-character", "line 2 column 16" },
};

static void
test_mend (gconstpointer data)
{
  const MendCase *expected = data;
  g_autofree char *text =
      g_strconcat (HEAD "\n", expected->events, "<event><title>Next</title></event>" TAIL, NULL);
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = read_xml_with (text, NULL, report);

  g_assert_cmpuint (agenda->sessions->len, ==, 2);
  g_assert_nonnull (find_titled (agenda, "Next"));
  g_assert_cmpstr (find_titled (agenda, expected->title)->abstract.shown, ==, expected->abstract);
  if (expected->code)
    g_assert_cmpstr (find_problem (report, expected->code)->where, ==, expected->where);
  else
    g_assert_cmpuint (planner_report_get_n_problems (report), ==, 0);
}

/* The repair of a tag keeps the values of its attributes. */
static void
test_mended_attributes (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (
      HEAD
      "<room name=Hall><event id=7 guid='a&b'><title>T</title>"
      "<links><link href=\"http://e.org/?a=1&b=2&amp;c='3'\" title='<i>'>L</link></links></event></room>" TAIL);
  const PlannerSession *session = find_titled (agenda, "T");

  g_assert_cmpstr (session->room->name, ==, "Hall");
  g_assert_cmpstr (session->id, ==, "7");
  g_assert_cmpstr (session->guid, ==, "a&b");
  g_assert_cmpuint (session->n_links, ==, 1);
  g_assert_true (g_str_has_prefix (session->links[0].url, "http://e.org/?a=1&b=2&c="));
}

/* A missing quotation mark does not affect the next tags. */
static void
test_missing_mark (void)
{
  g_autoptr (PlannerAgenda) agenda =
      read_xml (HEAD "<event id='1'><title>T</title><links><link href=\"http://e.org/1>One</link>"
                     "<link href=\"http://e.org/2\">Two</link></links></event>" TAIL);
  const PlannerSession *session = find_titled (agenda, "T");

  g_assert_cmpuint (session->n_links, ==, 2);
  g_assert_cmpstr (session->links[0].url, ==, "http://e.org/1");
  g_assert_cmpstr (session->links[1].title, ==, "Two");
}

/* A schedule may have any number of HTML elements that are not closed. */
static void
test_many_breaks (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<event><title>T</title><abstract>");
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "x<br>");
  g_string_append (text, "</abstract></event><event><title>Next</title></event>" TAIL);
  agenda = read_xml (text->str);
  g_assert_cmpuint (strlen (find_titled (agenda, "T")->abstract.shown), ==, 5000);
  g_assert_nonnull (find_titled (agenda, "Next"));
}

/* An element that is not closed ends with its parent. No session is lost. */
static void
test_unclosed (void)
{
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda =
      read_xml_with (HEAD "<room name='A'><event id='1'><title>One</title><persons><person>P</event>"
                          "<event id='2'><title>Two</title>"
                          "<event id='3'><title>Three</title></event>"
                          "<room name='B'><event id='4'><title>Four</title></event></room></day>"
                          "<day date='2026-07-02'><event id='5'><title>Five</title></event></day></schedule>",
                     NULL, report);

  g_assert_cmpuint (agenda->sessions->len, ==, 5);
  g_assert_cmpuint (find_titled (agenda, "One")->n_speakers, ==, 1);
  g_assert_cmpstr (find_titled (agenda, "Three")->room->name, ==, "A");
  g_assert_cmpstr (find_titled (agenda, "Three")->id, ==, "3");
  g_assert_cmpuint (count_problems (report, "unclosed-element"), ==, 4);
}

static void
test_after_end (void)
{
  static const char *const rests[] = { "\n<!-- cached -->\n", "<?end?>", "Warning: x", "<schedule/>",
                                       "&amp;" };

  for (guint i = 0; i < G_N_ELEMENTS (rests); i++)
    {
      g_autofree char *text = g_strconcat (HEAD "<event><title>T</title></event>" TAIL, rests[i], NULL);
      g_autoptr (PlannerReport) report = planner_report_new ();
      g_autoptr (PlannerAgenda) agenda = read_xml_with (text, NULL, report);

      g_assert_cmpuint (agenda->sessions->len, ==, 1);
      g_assert_cmpuint (count_problems (report, "after-end"), ==, i < 2 ? 0 : 1);
    }
}

static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<event><title>T</title><abstract>");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < 150; i++)
    g_string_append (text, "& ");
  g_string_append (text, "</abstract><start>noon</start></event>" TAIL);
  agenda = read_xml_with (text->str, NULL, report);
  g_assert_cmpuint (count_problems (report, "bad-reference"), ==, 100);
  g_assert_cmpstr (find_problem (report, "more-faults")->message, ==,
                   "50 more faults like these were repaired.");
  g_assert_cmpuint (count_problems (report, "bad-start"), ==, 1);
}

static const ErrorCase errors[] = {
  { "rss", "<?xml version='1.0'?>\n<rss version='2.0'><channel><title>x</title></channel></rss>",
    PLANNER_FEED_ERROR_OTHER_FORMAT, "This is RSS*ask the organizers*" },
  { "rss-cut", "<rss version='2.0'><channel>", PLANNER_FEED_ERROR_OTHER_FORMAT, NULL },
  { "other-root", "<?xml version='1.0'?>\n<other version='2.0'/>", PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
    "*“other”*" },
  { "atom", "<feed xmlns='http://www.w3.org/2005/Atom'><title>x</title></feed>",
    PLANNER_FEED_ERROR_OTHER_FORMAT, NULL },
  { "opml", "<?xml version='1.0'?><opml><head/><body/></opml>", PLANNER_FEED_ERROR_OTHER_FORMAT, NULL },
  { "svg", "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://x/y.dtd'><svg/>",
    PLANNER_FEED_ERROR_OTHER_FORMAT, NULL },
  { "heart", "<3 is a heart", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "empty-schedule", "<schedule/>", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "other-schedule", "<schedule><item>10:00</item></schedule>", PLANNER_FEED_ERROR_NOT_A_SCHEDULE, NULL },
  { "I5/xhtml",
    "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x.dtd'>\n<html xmlns='y'>",
    PLANNER_FEED_ERROR_WEB_PAGE, NULL },
  { "I5/fragment", "<!-- page --><div><head></head></div>", PLANNER_FEED_ERROR_WEB_PAGE, NULL },
  { "F5/in-event", "<schedule>\n<conference/>\n<day><event><title>Ha", PLANNER_FEED_ERROR_TRUNCATED,
    "*line 3.*" },
  { "F5/all-closed-but-the-root", "<schedule><conference/><day><event/></day>", PLANNER_FEED_ERROR_TRUNCATED,
    NULL },
  { "F5/in-section", "<schedule><day><event><title><![CDATA[x</title></event></day></schedule>",
    PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/in-comment", "<schedule><day><!-- </day></schedule>", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F5/mended-and-cut", "<schedule><day><event><title>a & b</title></event>", PLANNER_FEED_ERROR_TRUNCATED,
    NULL },
  { "F5/declaration-only", "<?xml version='1.0'?>\n", PLANNER_FEED_ERROR_TRUNCATED, NULL },
  { "F4/laughs",
    "<?xml version='1.0'?>\n<!DOCTYPE schedule [\n <!ENTITY a 'ha'>\n <!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>\n"
    " <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>\n]>\n<schedule><conference><title>&c;</title></conference></schedule>",
    PLANNER_FEED_ERROR_BROKEN, "Line 3, column 2: *" },
  { "F4/outside", "<!DOCTYPE schedule [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n<schedule>&a;</schedule>",
    PLANNER_FEED_ERROR_BROKEN, "Line 1, column 21: *" },
  { "F4/parameter", "<!DOCTYPE schedule [<!ENTITY % a SYSTEM 'http://127.0.0.1/x.dtd'> %a;]>\n<schedule/>",
    PLANNER_FEED_ERROR_BROKEN, NULL },
};

static void
test_error (gconstpointer data)
{
  const ErrorCase *expected = data;

  assert_refused_with (to_bytes (expected->text), expected->code, expected->words);
}

/* A reference to an external DTD is valid, and the DTD is never fetched. */
static void
test_document_type (void)
{
  g_autoptr (PlannerAgenda) agenda = read_xml (
      "<?xml version='1.0'?>\n<!DOCTYPE schedule SYSTEM \"http://127.0.0.1:1/'>.dtd\" [<!-- ]> ' -->\n"
      "<!ELEMENT schedule ANY><!-- it's -->]>\n" HEAD "<event><title>T</title></event>" TAIL);

  g_assert_nonnull (find_titled (agenda, "T"));
}

static void
test_every_cut (void)
{
  static const char whole[] =
      "<?xml version='1.0' encoding='utf-8'?>\n<!-- made by hand -->\n<!DOCTYPE schedule [<!ELEMENT a ANY>]>\n"
      "<schedule xml:lang='en'><conference><title>A &amp; B</title></conference>"
      "<day date=\"2026-07-01\"><event id='1'><title><![CDATA[T]]></title><?x y?><!-- z --><logo/></event></day></schedule>";

  assert_every_cut_refused (whole, 1);
}

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size;
  const char *title;
} CharsetCase;

#define BYTES(literal) literal, sizeof (literal) - 1
#define ALL(title) HEAD "<event><title>" title "</title></event>" TAIL

static const CharsetCase charsets[] = {
  { "mark", BYTES ("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>" ALL ("Caf\xc3\xa9")), "Café" },
  { "latin-1", BYTES ("<?xml version='1.0' encoding='iso-8859-1'?>" ALL ("Caf\xe9")), "Café" },
  { "wrongly-declared", BYTES ("<?xml version='1.0' encoding='iso-8859-1'?>" ALL ("Caf\xc3\xa9")), "Café" },
  { "utf-16-declared-but-not", BYTES ("<?xml version='1.0' encoding='UTF-16'?>" ALL ("Caf\xc3\xa9")),
    "Café" },
  { "unknown", BYTES ("<?xml version='1.0' encoding='x-none'?>" ALL ("Caf\xc3\xa9")), "Café" },
  { "invalid", BYTES ("<?xml version='1.0'?>" ALL ("\xc3\xa9 \xff")), "é \xef\xbf\xbd" },
  { "nul", BYTES (ALL ("a\0b")),
    "a\xef\xbf\xbd"
    "b" },
  { "crlf", BYTES (ALL ("a\r\nb")), "a b" },
};

static void
test_charset (gconstpointer data)
{
  const CharsetCase *expected = data;
  g_autoptr (PlannerAgenda) agenda =
      read_whole (g_bytes_new_static (expected->bytes, expected->size), NULL, NULL);

  g_assert_nonnull (find_titled (agenda, expected->title));
}

static void
test_utf_16 (void)
{
  static const char text[] = "<?xml version='1.0' encoding='utf-16'?>" ALL ("全球开源技术峰会");
  static const char *const names[] = { "UTF-16LE", "UTF-16BE", "UTF-16" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize size = 0;
      char *wide = g_convert (text, -1, names[i], "UTF-8", NULL, &size, NULL);
      g_autoptr (PlannerAgenda) agenda = read_whole (g_bytes_new_take (wide, size), NULL, NULL);

      g_assert_nonnull (find_titled (agenda, "全球开源技术峰会"));
    }
}

static void
test_limits (void)
{
  assert_refused (repeat ("<schedule>", "<x>", 101, "</schedule>"), PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (repeat ("<schedule>", "<x>", 90, "</schedule>"), PLANNER_FEED_ERROR_NOT_A_SCHEDULE);
  assert_refused (repeat ("<schedule>", "<day>", 10000, "</schedule>"), PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (repeat ("<schedule>", "<a/><a/><a/><a/><a/><a/><a/><a/><a/><a/>", 400001, "</schedule>"),
                  PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (repeat ("<schedule><day>", "<event/>", PLANNER_FEED_MAX_SESSIONS + 1, "</day></schedule>"),
                  PLANNER_FEED_ERROR_TOO_LARGE);
  assert_refused (repeat (HEAD "<event><title>", "0123456789abcdef", 1000000, "</title></event>" TAIL),
                  PLANNER_FEED_ERROR_TOO_LARGE);
}

/* Returns the time of the processor in seconds, which does not depend on other programs. */
static double
measure_reading (const char *start, const char *part, guint n, const char *end)
{
  g_autoptr (GBytes) bytes = repeat (start, part, n, end);
  const clock_t begin = clock ();
  g_autoptr (PlannerAgenda) agenda = planner_feed_read (bytes, NULL, NULL, NULL, NULL);

  return (double) (clock () - begin) / CLOCKS_PER_SEC;
}

/* A file of the eightfold length takes some eight times as long, quadratic reading 64 times. */
static void
assert_linear (const char *start, const char *part, const char *end)
{
  double ratio = G_MAXDOUBLE;

  for (guint i = 0; i < 5 && ratio > 32; i++)
    {
      const double unit = MAX (measure_reading (start, part, 12500, end), 0.001);

      ratio = MIN (ratio, measure_reading (start, part, 100000, end) / unit);
    }
  g_test_message ("%s: %.1f", part, ratio);
  g_assert_cmpfloat (ratio, <=, 32);
}

static void
test_growth (void)
{
  static const char *const parts[] = { "<",        "&",        "<a ",     "<a b='",       "</a>",
                                       "<!",       "<!--",     "<?",      "<![CDATA[]]>", "]]>",
                                       "&#",       "&nbsp;",   "&x;",     "<br>x</i>",    "<a b='c'd=e f>",
                                       "<a b=\"&", "<i>x</b>", "<event>", "x and y " };
  static const char *const prologs[] = { "<!ELEMENT a ANY>", "<!-- -->", "'a'", "<" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    assert_linear (HEAD "<event><title>", parts[i], "</title></event>" TAIL);
  for (guint i = 0; i < G_N_ELEMENTS (prologs); i++)
    {
      assert_linear ("<!DOCTYPE schedule [", prologs[i], "]>" HEAD TAIL);
      assert_linear ("<!DOCTYPE icalendar [", prologs[i], "]><icalendar/>");
    }
}

static void
test_session_bounds (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<event><title>T</title><abstract>");
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (PlannerAgenda) agenda = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, "</abstract><persons>");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "<person>P%u</person>", i);
  g_string_append (text, "</persons><links>");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "<link>https://example.org/%u</link>", i);
  g_string_append (text, "</links></event>" TAIL);
  agenda = read_xml_with (text->str, NULL, report);

  g_assert_cmpuint (strlen (find_titled (agenda, "T")->abstract.shown), ==, 256 * 1024);
  g_assert_cmpuint (find_titled (agenda, "T")->n_speakers, ==, 200);
  g_assert_cmpuint (find_titled (agenda, "T")->n_links, ==, 100);
  g_assert_cmpuint (count_problems (report, "long-text"), ==, 1);
}

static void
test_cancel (void)
{
  assert_cancelled_meanwhile (
      repeat (HEAD, "<event><title>T</title></event>", PLANNER_FEED_MAX_SESSIONS, TAIL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (mends); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/xml-faults/mend/", mends[i].name, NULL);

      g_test_add_data_func (path, &mends[i], test_mend);
    }
  g_test_add_func ("/feed/xml-faults/mend/attributes", test_mended_attributes);
  g_test_add_func ("/feed/xml-faults/mend/missing-mark", test_missing_mark);
  g_test_add_func ("/feed/xml-faults/mend/many-breaks", test_many_breaks);
  g_test_add_func ("/feed/xml-faults/mend/unclosed", test_unclosed);
  g_test_add_func ("/feed/xml-faults/mend/after-end", test_after_end);
  g_test_add_func ("/feed/xml-faults/mend/many", test_many_faults);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/xml-faults/", errors[i].name, NULL);

      g_test_add_data_func (path, &errors[i], test_error);
    }
  g_test_add_func ("/feed/xml-faults/F4/document-type", test_document_type);
  g_test_add_func ("/feed/xml-faults/F5/every-cut", test_every_cut);
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      g_autofree char *path = g_strconcat ("/feed/xml-faults/F3/", charsets[i].name, NULL);

      g_test_add_data_func (path, &charsets[i], test_charset);
    }
  g_test_add_func ("/feed/xml-faults/F3/utf-16", test_utf_16);
  g_test_add_func ("/feed/xml-faults/F4/limits", test_limits);
  g_test_add_func ("/feed/xml-faults/V5/reading-time-grows-linearly", test_growth);
  g_test_add_func ("/feed/xml-faults/F4/session-bounds", test_session_bounds);
  g_test_add_func ("/feed/xml-faults/F4/cancel", test_cancel);

  return g_test_run ();
}
