/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists where the schedules of web pages may be: pages of conference programs, and broken ones. */

#include "discovery/planner-page-links.h"

#include <string.h>
#include <time.h>

#define PAGE "https://conf.example.org/2026/"

typedef struct
{
  const char *name;
  const char *address;
  const char *html;
  const char *first; /* the first addresses, each with a line feed, and "> " before pages */
} Case;

static const Case cases[] = {
  { "pretalx", "https://pretalx.example.org/democon/schedule/",
    "<!DOCTYPE html><html lang=en><head><title>Schedule :: DemoCon</title>"
    "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/democon/schedule/feed.xml\">"
    "</head><body><nav><a href=\"/democon/schedule/\">Schedule</a></nav><div class=dropdown>"
    "<a href=\"/democon/schedule/export/schedule.ics\">iCal</a>"
    "<a href=\"/democon/schedule/export/schedule.xml\">XML (frab compatible)</a>"
    "<a href=\"/democon/schedule/export/schedule.json\">JSON (frab compatible)</a></div></body></html>",
    "https://pretalx.example.org/democon/schedule/export/schedule.json\n"
    "https://pretalx.example.org/democon/schedule/export/schedule.xml\n"
    "https://pretalx.example.org/democon/schedule/export/schedule.ics\n" },
  { "pretalx-talk", "https://pretalx.example.org/democon/talk/ABC123/",
    "<html><body><a href=\"/democon/talk/ABC123.ics\">.ical</a></body></html>",
    "https://pretalx.example.org/democon/schedule/export/schedule.json\n"
    "https://pretalx.example.org/democon/schedule.json\n"
    "https://pretalx.example.org/democon/talk/ABC123/schedule/export/schedule.json\n"
    "https://pretalx.example.org/schedule/export/schedule.json\n" },
  { "frab", "https://frab.example.org/en/camp26/public/schedule",
    "<html><head><link rel='alternate' type='text/calendar' title='iCal' href='schedule.ics'>"
    "<link rel='alternate' type='application/json' title='JSON' href='schedule.json'>"
    "<link rel='alternate' type='application/xml' title='XML' href='schedule.xml'></head>",
    "https://frab.example.org/en/camp26/public/schedule.json\n"
    "https://frab.example.org/en/camp26/public/schedule.xml\n"
    "https://frab.example.org/en/camp26/public/schedule.ics\n" },
  { "fosdem", "https://fosdem.example.org/2026/schedule/",
    "<html><body><ul><li><a href=\"/2026/schedule/xml\">XML</a><li><a href='/2026/schedule/ical'>iCal</a>"
    "<li><a href=/2026/schedule/xcal>xCal</a><li><a href=/2026/schedule/days/>Days</a></ul>",
    "https://fosdem.example.org/2026/schedule/xml\nhttps://fosdem.example.org/2026/schedule/ical\n"
    "https://fosdem.example.org/2026/schedule/export/schedule.json\n"
    "https://fosdem.example.org/2026/schedule.json\n" },
  { "wafer", "https://conf.example.org/schedule/",
    "<html><body><a href=\"/schedule/pentabarf.xml\">Pentabarf</a> <a href=\"/schedule/schedule.ics\">ics</a>",
    "https://conf.example.org/schedule/schedule.json\nhttps://conf.example.org/schedule/pentabarf.xml\n"
    "https://conf.example.org/schedule/schedule.ics\n" },
  { "indico", "https://indico.example.org/event/123/",
    "<html><body><a href=\"/event/123/event.ics\">iCal</a><a href=\"/event/123/timetable/\">Timetable</a>",
    "https://indico.example.org/event/123/event.ics?detail=contributions&scope=contribution\n"
    "https://indico.example.org/event/123/event.ics\n" },
  { "indico-below-folder", "https://example.org/indico/event/123/timetable/", "<html>",
    "https://example.org/indico/event/123/event.ics?detail=contributions&scope=contribution\n" },
  { "indico-no-number", "https://example.org/event/abc/", "<html>",
    "https://example.org/schedule/export/schedule.json\n" },
  { "c3voc-types", PAGE,
    "<html><head><link rel=alternate type='application/vnd.c3voc.schedule+xml' href=/export/1>"
    "<link rel=alternate type='application/vnd.c3voc.schedule+json; charset=utf-8' href=/export/2></head>",
    "https://conf.example.org/export/2\nhttps://conf.example.org/export/1\n" },
  { "pretalx-widget", PAGE,
    "<html><body><pretalx-schedule event-url='https://pretalx.example.com/democon/' locale=en></pretalx-schedule>"
    "<a href=schedule.xml>XML</a>",
    "https://pretalx.example.com/democon/schedule/export/schedule.json\n" },
  { "pretalx-widget-no-slash", PAGE, "<pretalx-schedule event-url=https://pretalx.example.com/democon>",
    "https://pretalx.example.com/democon/schedule/export/schedule.json\n" },
  { "pretalx-widget-private", PAGE,
    "<pretalx-schedule event-url='https://127.0.0.1/democon/'></pretalx-schedule><pretalx-schedule>",
    "https://conf.example.org/2026/schedule/export/schedule.json\n" },
  { "sched", "https://democon26.sched.com/grid/", "<html><body>Schedule</body></html>",
    "https://democon26.sched.com/all.ics\n" },
  { "sched-linked", PAGE, "<html><body><a href='https://democon26.sched.com/'>Schedule</a>",
    "https://democon26.sched.com/all.ics\n" },
  { "sessionize-script", PAGE,
    "<html><body><script type='text/javascript' "
    "src='https://sessionize.com/api/v2/abc123/view/GridSmart?under=True'></script>",
    "https://sessionize.com/api/v2/abc123/view/All\nhttps://sessionize.com/api/v2/abc123/view/GridSmart\n" },
  { "sessionize-frame", PAGE,
    "<html><body><iframe src='//sessionize.com/api/v2/abc123/view/Sessions'></iframe>",
    "https://sessionize.com/api/v2/abc123/view/All\nhttps://sessionize.com/api/v2/abc123/view/GridSmart\n" },
  { "other-scripts", PAGE,
    "<html><body><script src='https://sessionize.com/s.js'></script><script src='/api/v2/a/view/All'></script>"
    "<script>var a;</script>",
    "https://conf.example.org/2026/schedule/export/schedule.json\n" },
  { "wordpress", PAGE,
    "<html><head><link rel='alternate' type='application/rss+xml' href='https://conf.example.org/feed/'>"
    "<link rel='alternate' type='application/json' href='https://conf.example.org/wp-json/wp/v2/pages/2'>"
    "<link rel='alternate' type='application/json+oembed' href='https://conf.example.org/wp-json/oembed'>"
    "<link rel='alternate' type='text/calendar' href='https://conf.example.org/?ical=1'></head>"
    "<body><a href='https://conf.example.org/2026/programme/'>Programme</a></body></html>",
    "https://conf.example.org/?ical=1\n"
    "https://conf.example.org/2026/schedule/export/schedule.json\n"
    "https://conf.example.org/2026/schedule.json\n"
    "> https://conf.example.org/2026/programme/\n" },
  { "home-page", "https://conf.example.org/",
    "<html><body><a href=about.html>About</a><a href=https://pretalx.example.com/conf/schedule/>Schedule</a>",
    "https://conf.example.org/schedule/export/schedule.json\nhttps://conf.example.org/schedule.json\n"
    "> https://pretalx.example.com/conf/schedule/\nhttps://conf.example.org/public/schedule.json\n"
    "https://conf.example.org/schedule/xml\nhttps://conf.example.org/schedule.xml\n"
    "https://conf.example.org/schedule/export/schedule.xml\n" },
  { "refresh", "https://conf.example.org/",
    "<html><head><META HTTP-EQUIV=Refresh CONTENT=\"0; URL='/2026/'\"></head></html>",
    "> https://conf.example.org/2026/\n" },
  { "no-links", "https://cfp.example.org/2026", "<html><body>Soon</body></html>",
    "https://cfp.example.org/2026/schedule/export/schedule.json\nhttps://cfp.example.org/2026/schedule.json\n"
    "https://cfp.example.org/schedule/export/schedule.json\nhttps://cfp.example.org/schedule.json\n"
    "https://cfp.example.org/2026/public/schedule.json\nhttps://cfp.example.org/2026/schedule/xml\n"
    "https://cfp.example.org/2026/schedule.xml\nhttps://cfp.example.org/schedule.xml\n"
    "https://cfp.example.org/2026/schedule/export/schedule.xml\n" },
  { "folder-of-files", "https://events.example.org/congress/2025/fahrplan/index.html",
    "<html><body>Talks</body></html>",
    "https://events.example.org/congress/2025/schedule/export/schedule.json\n"
    "https://events.example.org/congress/2025/schedule.json\n"
    "https://events.example.org/congress/2025/fahrplan/schedule/export/schedule.json\n"
    "https://events.example.org/congress/schedule/export/schedule.json\n"
    "https://events.example.org/congress/2025/fahrplan/schedule.json\n" },
  { "base", PAGE,
    "<html><head><base href=/static/><base href=/other/></head><body><a href=schedule.json>JSON</a>",
    "https://conf.example.org/static/schedule.json\n" },
  { "base-elsewhere", PAGE,
    "<html><head><base href='http://127.0.0.1/'></head><body><a href=schedule.json>JSON</a>",
    "https://conf.example.org/2026/schedule.json\n" },
  { "relative", "https://conf.example.org/2026/talks/1.html",
    "<html><body><a href='../data/schedule.json?v=2&amp;all=1#top'>JSON</a>",
    "https://conf.example.org/2026/data/schedule.json?v=2&all=1\n" },
  { "spaces", PAGE, "<html><body><a href=' \n./schedule.json\t'>JSON</a>",
    "https://conf.example.org/2026/schedule.json\n" },
  { "webcal", PAGE, "<html><body><a href='webcal://conf.example.org/schedule.ics'>Subscribe</a>",
    "https://conf.example.org/schedule.json\nhttps://conf.example.org/schedule.ics\n" },
  { "to-https", PAGE, "<html><body><a href='http://conf.example.org/old/schedule.json'>JSON</a>",
    "https://conf.example.org/old/schedule.json\n" },
  { "from-http", "http://conf.example.org/",
    "<html><body><a href='https://conf.example.org/a/schedule.json'>a</a><a href='/b/schedule.json'>b</a>",
    "https://conf.example.org/a/schedule.json\nhttp://conf.example.org/b/schedule.json\n" },
  { "other-host", PAGE, "<html><body><a href='https://cdn.example.net/schedule.json'>JSON</a>",
    "https://cdn.example.net/schedule.json\n" },
  { "other-host-by-http", "http://conf.example.org/",
    "<html><body><a href='http://cdn.example.net/schedule.json'>JSON</a>",
    "http://conf.example.org/schedule/export/schedule.json\n" },
  { "other-files", PAGE, "<html><body><a href=schedule.png>Schedule</a><a href=schedule.jsonx>Schedule</a>",
    "https://conf.example.org/2026/schedule/export/schedule.json\n" },
  { "link-before-anchor", PAGE,
    "<html><body><a href=a/schedule.json>a</a><link rel='me ALTERNATE' type='Application/JSON; charset=utf-8' "
    "href=b title='Our schedule'></body>",
    "https://conf.example.org/2026/b\nhttps://conf.example.org/2026/a/schedule.json\n" },
  { "broken", PAGE, "<html<body><div <p>< a <a href=schedule.json <b></i></p <!-- <a href='x/schedule.json'>",
    "https://conf.example.org/2026/schedule.json\n" },
  { "unclosed", PAGE, "<html><body><a href='schedule.xml'>XML<a href='schedule.json",
    "https://conf.example.org/2026/schedule.json\nhttps://conf.example.org/2026/schedule.xml\n" },
  { "latin-1", PAGE, "<html><body>caf\xe9 <a href='schedule.json?q=caf\xe9'>JSON</a>",
    "https://conf.example.org/2026/schedule.json?q=caf%C3%A9\n" },
  { "upper-case", PAGE, "<HTML><BODY><A HREF='/Schedule.JSON'>JSON</A>",
    "https://conf.example.org/Schedule.JSON\n" },
};

static GPtrArray *
find (const char *html, gssize length, const char *address)
{
  g_autoptr (GBytes) page = g_bytes_new (html, length < 0 ? strlen (html) : (gsize) length);

  return planner_page_links_find (page, address, NULL);
}

static char *
to_lines (GPtrArray *links)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const PlannerPageLink *link = g_ptr_array_index (links, i);

      g_string_append_printf (lines, "%s%s\n", link->is_page ? "> " : "", link->address);
    }

  return g_string_free_and_steal (lines);
}

static void
test_page (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GPtrArray) links = find (test->html, -1, test->address);
  g_autofree char *lines = to_lines (links);
  g_autofree char *first = g_strndup (lines, strlen (test->first));

  g_assert_cmpstr (first, ==, test->first);
}

/* With these links, the list is that of a page without links. */
static const char *const never_followed[] = {
  "javascript:fetch('/schedule.json')",
  "data:application/json,{}",
  "file:///etc/schedule.json",
  "ftp://conf.example.org/schedule.json",
  "mailto:schedule.json@example.org",
  "#schedule.json",
  "",
  " ",
  "http://conf.example.org:8080/schedule.json",
  "https://conf.example.org:8443/schedule.json",
  "https://me:secret@conf.example.org/a/schedule.json",
  "https://127.0.0.1/schedule.json",
  "https://[::1]/schedule.json",
  "https://127.1/schedule.json",
  "https://localhost/schedule.json",
  "https://router/schedule.json",
  "https://printer.local/schedule.json",
  "https://wiki.internal/schedule.json",
  "https://cdn.example.net:8443/schedule.json",
  "https:///schedule.json",
  "https://[::1/schedule.json",
  "http://%zz/schedule.json",
};

static void
test_never_followed (void)
{
  g_autoptr (GPtrArray) none = find ("<html>", -1, PAGE);
  g_autofree char *expected = to_lines (none);

  for (gsize i = 0; i < G_N_ELEMENTS (never_followed); i++)
    {
      g_autofree char *html = g_strdup_printf (
          "<html><head><link rel=alternate type='application/json' title=Schedule href=\"%s\">"
          "<body><a href=\"%s\">Schedule</a>",
          never_followed[i], never_followed[i]);
      g_autoptr (GPtrArray) links = find (html, -1, PAGE);
      g_autofree char *lines = to_lines (links);

      g_test_message ("%s", never_followed[i]);
      g_assert_cmpstr (lines, ==, expected);
    }
}

/* The list does not have the page itself. */
static void
test_itself (void)
{
  g_autoptr (GPtrArray) links =
      find ("<html><meta http-equiv=refresh content='0;url=schedule.json'>"
            "<link rel=alternate type=application/json href='#x'><a href=schedule.json>JSON</a>",
            -1, "https://conf.example.org/schedule.json");
  g_autofree char *lines = to_lines (links);

  g_assert_true (g_str_has_prefix (lines, "https://conf.example.org/schedule/export/schedule.json\n"));
  g_assert_null (strstr (lines, "org/schedule.json\n"));
}

static void
test_no_web_address (void)
{
  const char *const addresses[] = { "/srv/page.html", "file:///srv/page.html", "", "https://", "https:a" };

  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr (GPtrArray) links =
          find ("<html><a href='https://conf.example.org/schedule.json'>JSON</a>", -1, addresses[i]);

      g_assert_cmpuint (links->len, ==, 0);
    }
}

/* Measures processor time, which does not depend on other processes. */
static void
assert_soon (clock_t begun)
{
  g_assert_cmpint (clock () - begun, <, 5 * CLOCKS_PER_SEC);
}

static void
test_many_links (void)
{
  g_autoptr (GString) html = g_string_new ("<html><body>");
  g_autoptr (GPtrArray) links = NULL;
  const clock_t begun = clock ();

  for (guint i = 0; i < 100 * 1000; i++)
    g_string_append_printf (html, "<a href='/%u/schedule.%s'>", i, i % 2 ? "json" : "xml");
  links = find (html->str, -1, PAGE);
  g_assert_cmpuint (links->len, ==, PLANNER_PAGE_LINKS_MAX);
  assert_soon (begun);
}

/* A link and 10 MB of each piece. */
static const char *const large_pieces[] = {
  "x",    "<div>", "<a href='", "<!--", "&amp;",    "<b><i>",  "<table>",
  "</p>", "<p",    "<script>",  "\"'",  "<svg><a>", "<a b=c ",
};

static void
test_large (gconstpointer data)
{
  const char *piece = data;
  g_autoptr (GString) html = g_string_new ("<html><a href=schedule.json>JSON</a>");
  g_autoptr (GPtrArray) links = NULL;
  const clock_t begun = clock ();

  while (html->len < 10 * 1000 * 1000)
    g_string_append (html, piece);
  links = find (html->str, (gssize) html->len, PAGE);
  g_assert_cmpstr (((PlannerPageLink *) links->pdata[0])->address, ==,
                   "https://conf.example.org/2026/schedule.json");
  assert_soon (begun);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) page = g_bytes_new_static ("<html><a href=x/schedule.json>", 30);
  g_autoptr (GPtrArray) links = NULL;

  g_cancellable_cancel (cancellable);
  links = planner_page_links_find (page, PAGE, cancellable);
  g_assert_cmpstr (((PlannerPageLink *) links->pdata[0])->address, !=,
                   "https://conf.example.org/2026/x/schedule.json");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/discovery/page-links/page/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_page);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (large_pieces); i++)
    {
      g_autofree char *path = g_strdup_printf ("/discovery/page-links/F4/large/%zu", i);

      g_test_add_data_func (path, large_pieces[i], test_large);
    }
  g_test_add_func ("/discovery/page-links/X1/never-followed", test_never_followed);
  g_test_add_func ("/discovery/page-links/not-itself", test_itself);
  g_test_add_func ("/discovery/page-links/no-web-address", test_no_web_address);
  g_test_add_func ("/discovery/page-links/F4/many-links", test_many_links);
  g_test_add_func ("/discovery/page-links/N3/cancelled", test_cancelled);

  return g_test_run ();
}
