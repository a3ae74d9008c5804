/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lists the addresses where the conference of a web page may publish its schedule: the links of the page, and the usual
 * addresses on its host.
 */

#include "discovery/planner-page-links.h"

#include "discovery/planner-schedule-place.h"
#include "feed/planner-feed-bytes.h"
#include "model/planner-string-table.h"
#include "net/planner-web-uri.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_PAGE_BYTES (4 * 1024 * 1024)
#define MAX_PER_RANK 4
#define MAX_LINKS 20000 /* a page with a thousand sessions has about five thousand */

typedef enum
{
  FORMAT_JSON,
  FORMAT_XML,
  FORMAT_ICALENDAR,
  FORMAT_UNKNOWN,
} Format;

/* In the order of the list. Link elements are made for programs, so they come before anchors. */
typedef enum
{
  RANK_JSON_LINK,
  RANK_JSON_ANCHOR,
  RANK_JSON_SIBLING,
  RANK_XML_LINK,
  RANK_XML_ANCHOR,
  RANK_ICALENDAR_LINK,
  RANK_ICALENDAR_ANCHOR,
  RANK_NEXT_PAGE,
  RANK_LIKELY_GUESS,
  RANK_SCHEDULE_PAGE,
  RANK_GUESS,
  RANK_OTHER_JSON,
  RANK_OTHER_XML,
  RANK_OTHER_ICALENDAR,
  N_RANKS
} Rank;

typedef struct
{
  GUri *page;                /* owned */
  GUri *base;                /* owned: relative links refer to it */
  GCancellable *cancellable; /* borrowed, nullable */
  htmlParserCtxtPtr parser;  /* owned, nullable */
  gboolean has_base;
  guint n_links;
  gboolean is_schedule_page;
  GPtrArray *ranks[N_RANKS]; /* owned: addresses */
  char *self;                /* owned: the address of the page */
  GHashTable *seen;          /* owned: a set of the borrowed addresses of the ranks and the page */
} Search;

/* Where conference programs publish the schedule, relative to the folder of the conference. */
static const struct
{
  const char *path;
  guint n_places; /* the number of folders of planner_schedule_place_list() to use */
} guesses[] = {
  { "schedule/export/schedule.json", 3 }, /* pretalx */
  { "schedule.json", 2 },                 /* a folder of files, frab's export among them */
  { "public/schedule.json", 1 },          /* frab */
  { "schedule/xml", 1 },                  /* FOSDEM */
  { "schedule.xml", 2 },
  { "schedule/export/schedule.xml", 1 },
};

/* Words in the names of schedules. */
static const char *const schedule_words[] = { "schedule", "fahrplan",  "program", "agenda", "timetable",
                                              "session",  "pentabarf", "talks",   "event" };

/* A type that begins like this is that of a schedule, whatever the name of the link. */
#define SCHEDULE_TYPE "application/vnd.c3voc.schedule+"

static const struct
{
  const char *name;
  Format format;
} types[] = {
  { SCHEDULE_TYPE "json", FORMAT_JSON },
  { SCHEDULE_TYPE "xml", FORMAT_XML },
  { "application/json", FORMAT_JSON },
  { "application/xml", FORMAT_XML },
  { "text/xml", FORMAT_XML },
  { "text/calendar", FORMAT_ICALENDAR },
},
  endings[] = {
    { "json", FORMAT_JSON },
    { "xml", FORMAT_XML },
    { "ics", FORMAT_ICALENDAR },
    { "ical", FORMAT_ICALENDAR },
  };

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->parser, htmlFreeParserCtxt);
  g_clear_pointer (&search->page, g_uri_unref);
  g_clear_pointer (&search->base, g_uri_unref);
  for (guint i = 0; i < N_RANKS; i++)
    g_clear_pointer (&search->ranks[i], g_ptr_array_unref);
  g_clear_pointer (&search->seen, g_hash_table_unref);
  g_free (search->self);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static void
add (Search *search, Rank rank, GUri *target)
{
  char *address;

  if (search->ranks[rank]->len == MAX_PER_RANK && rank != RANK_GUESS)
    return;

  address = g_uri_to_string_partial (target, G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO);
  if (g_hash_table_contains (search->seen, address))
    {
      g_free (address);
      return;
    }
  g_hash_table_add (search->seen, address);
  g_ptr_array_add (search->ranks[rank], address);
}

static gboolean
is_web_address (GUri *uri)
{
  return planner_uri_is_http (uri) && g_uri_get_host (uri) && *g_uri_get_host (uri);
}

static void
search_start (Search *search)
{
  g_auto (GStrv) segments = planner_schedule_place_split (g_uri_get_path (search->page));

  search->base = g_uri_ref (search->page);
  search->seen = planner_string_table_new (NULL, NULL);
  for (guint i = 0; i < N_RANKS; i++)
    search->ranks[i] = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; segments[i]; i++)
    search->is_schedule_page |= planner_schedule_place_names_schedule (segments[i]);
  search->self = g_uri_to_string_partial (search->page, G_URI_HIDE_FRAGMENT | G_URI_HIDE_USERINFO);
  g_hash_table_add (search->seen, search->self);
}

static Format
find_format (const char *type, const char *ending)
{
  const gsize length = type ? strcspn (type, "; \t") : 0;

  for (guint i = 0; type && i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].name) == length && g_ascii_strncasecmp (type, types[i].name, length) == 0)
      return types[i].format;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (endings[i].name, ending))
      return endings[i].format;

  return FORMAT_UNKNOWN;
}

static gboolean
names_schedule (const char *text)
{
  g_autofree char *folded = text ? g_ascii_strdown (text, -1) : NULL;

  for (guint i = 0; folded && i < G_N_ELEMENTS (schedule_words); i++)
    if (strstr (folded, schedule_words[i]))
      return TRUE;

  return FALSE;
}

/* "/2026/Schedule.json" is "schedule" and "json", and so is "/2026/schedule/json". */
static void
split_name (GUri *target, char **stem, char **ending)
{
  g_auto (GStrv) segments = planner_schedule_place_split (g_uri_get_path (target));
  const guint n = g_strv_length (segments);
  const char *last = n > 0 ? segments[n - 1] : "";
  const char *dot = strrchr (last, '.');
  const gboolean is_folder = !dot && n > 1 && find_format (NULL, last) != FORMAT_UNKNOWN;

  *stem = is_folder ? g_ascii_strdown (segments[n - 2], -1)
                    : g_ascii_strdown (last, dot ? dot - last : (gssize) strlen (last));
  *ending = is_folder ? g_ascii_strdown (last, -1) : g_ascii_strdown (dot ? dot + 1 : "", -1);
}

static void
add_below (Search *search, Rank rank, GUri *place, const char *path)
{
  g_autoptr (GUri) target = g_uri_parse_relative (place, path, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);

  if (target)
    add (search, rank, target);
}

/* Sched gives each conference a host, which exports a calendar of all sessions. */
static gboolean
is_sched (GUri *uri)
{
  return g_str_has_suffix (g_uri_get_host (uri), ".sched.com");
}

/* Programs that export schedule.xml or schedule.ics usually export schedule.json too. */
static void
add_sibling (Search *search, GUri *target)
{
  const char *path = g_uri_get_path (target);
  const char *dot = strrchr (path, '.');
  g_autofree char *name = dot ? g_strndup (path, dot + 1 - path) : NULL;
  g_autofree char *sibling_path = name ? g_strconcat (name, "json", NULL) : NULL;

  if (sibling_path)
    add_below (search, RANK_JSON_SIBLING, target, sibling_path);
}

static void
take_file (Search *search, GUri *target, const char *stem, Format format, gboolean named, gboolean is_link)
{
  const Rank first[] = { RANK_JSON_LINK, RANK_XML_LINK, RANK_ICALENDAR_LINK };
  const Rank others[] = { RANK_OTHER_JSON, RANK_OTHER_XML, RANK_OTHER_ICALENDAR };

  add (search, !named ? others[format] : is_link ? first[format] : first[format] + 1, target);
  if (named && format != FORMAT_JSON && g_str_equal (stem, "schedule"))
    add_sibling (search, target);
}

/* @title: (nullable): the title attribute of the link */
static void
take_link (Search *search, const char *href, const char *type, const char *title, gboolean is_link)
{
  g_autoptr (GUri) target = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *ending = NULL;
  Format format;
  gboolean named;

  if (search->n_links++ < MAX_LINKS)
    target = planner_schedule_place_resolve (search->page, search->base, href);
  if (!target)
    return;

  split_name (target, &stem, &ending);
  format = find_format (type, ending);
  named = names_schedule (stem) || names_schedule (title) || (is_link && format == FORMAT_ICALENDAR) ||
          (type && g_ascii_strncasecmp (type, SCHEDULE_TYPE, strlen (SCHEDULE_TYPE)) == 0);
  if (is_sched (target))
    add_below (search, RANK_ICALENDAR_ANCHOR, target, "/all.ics");
  else if (format != FORMAT_UNKNOWN)
    take_file (search, target, stem, format, named, is_link);
  else if (!is_link && !search->is_schedule_page && planner_schedule_place_names_schedule (stem))
    add (search, RANK_SCHEDULE_PAGE, target);
}

static void
take_base (Search *search, const char *href)
{
  g_autoptr (GUri) base = planner_schedule_place_resolve (search->page, search->page, href);

  if (search->has_base || !base)
    return;

  search->has_base = TRUE;
  g_uri_unref (search->base);
  search->base = g_steal_pointer (&base);
}

/* Static pages redirect by <meta http-equiv="refresh" content="0; url=/2026/">. */
static void
take_refresh (Search *search, const char *content)
{
  const char *url = content ? strchr (content, '=') : NULL;
  g_autofree char *href = url ? g_strdup (url + 1) : NULL;
  g_autoptr (GUri) target = NULL;

  if (!href)
    return;

  g_strdelimit (href, "'\"", ' ');
  target = planner_schedule_place_resolve (search->page, search->base, href);
  if (target)
    add (search, RANK_NEXT_PAGE, target);
}

/* The widget of pretalx has the address of the conference. */
static void
take_widget (Search *search, const char *event_url)
{
  g_autofree char *folder = event_url && !g_str_has_suffix (event_url, "/")
                                ? g_strconcat (event_url, "/", NULL)
                                : g_strdup (event_url);
  g_autoptr (GUri) event = planner_schedule_place_resolve (search->page, search->base, folder);

  if (event)
    add_below (search, RANK_JSON_LINK, event, "schedule/export/schedule.json");
}

/* Organizers embed the views of Sessionize, such as https://sessionize.com/api/v2/abc123/view/GridSmart, in their pages. */
static void
take_sessionize (Search *search, const char *src)
{
  g_autoptr (GUri) view = planner_schedule_place_resolve (search->page, search->base, src);
  g_auto (GStrv) segments = view ? planner_schedule_place_split (g_uri_get_path (view)) : NULL;
  static const char *const views[] = { "All", "GridSmart" };

  if (!view || g_ascii_strcasecmp (g_uri_get_host (view), "sessionize.com") != 0 ||
      g_strv_length (segments) < 5 || !g_str_equal (segments[0], "api") || !g_str_equal (segments[3], "view"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *path = g_strdup_printf ("/api/%s/%s/view/%s", segments[1], segments[2], views[i]);

      add_below (search, RANK_JSON_LINK, view, path);
    }
}

static const char *
get_attribute (const xmlChar **attributes, const char *name)
{
  for (guint i = 0; attributes && attributes[i]; i += 2)
    if (g_ascii_strcasecmp ((const char *) attributes[i], name) == 0)
      return (const char *) attributes[i + 1];

  return NULL;
}

static gboolean
has_word (const char *words, const char *wanted)
{
  g_auto (GStrv) list = g_strsplit_set (words ? words : "", " \t\r\n\f", 100);

  for (guint i = 0; list[i]; i++)
    if (g_ascii_strcasecmp (list[i], wanted) == 0)
      return TRUE;

  return FALSE;
}

static void
take_element (Search *search, const xmlChar *element, const xmlChar **attributes)
{
  const char *name = (const char *) element;
  const char *href = get_attribute (attributes, "href");
  const char *type = get_attribute (attributes, "type");
  const char *equivalent = get_attribute (attributes, "http-equiv");

  if (g_ascii_strcasecmp (name, "base") == 0)
    take_base (search, href);
  else if (g_ascii_strcasecmp (name, "a") == 0)
    take_link (search, href, type, NULL, FALSE);
  else if (g_ascii_strcasecmp (name, "pretalx-schedule") == 0)
    take_widget (search, get_attribute (attributes, "event-url"));
  else if (g_ascii_strcasecmp (name, "script") == 0 || g_ascii_strcasecmp (name, "iframe") == 0)
    take_sessionize (search, get_attribute (attributes, "src"));
  else if (g_ascii_strcasecmp (name, "link") == 0 &&
           has_word (get_attribute (attributes, "rel"), "alternate"))
    {
      if (type && find_format (type, "") != FORMAT_UNKNOWN)
        take_link (search, href, type, get_attribute (attributes, "title"), TRUE);
    }
  else if (g_ascii_strcasecmp (name, "meta") == 0 && equivalent &&
           g_ascii_strcasecmp (equivalent, "refresh") == 0)
    take_refresh (search, get_attribute (attributes, "content"));
}

static void
element_cb (void *data, const xmlChar *element, const xmlChar **attributes)
{
  Search *search = data;

  if (g_cancellable_is_cancelled (search->cancellable))
    xmlStopParser (search->parser);
  else
    take_element (search, element, attributes);
}

/* This parser builds no tree and loads nothing. The push parser would take quadratic time. */
static void
parse (Search *search, const char *text)
{
  static const xmlSAXHandler handler = { .startElement = element_cb };
  xmlDocPtr none;

  search->parser = htmlNewSAXParserCtxt (&handler, search);
  g_return_if_fail (search->parser != NULL);

  none = htmlCtxtReadMemory (search->parser, text, (int) MIN (strlen (text), MAX_PAGE_BYTES), NULL, "UTF-8",
                             HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED);
  g_clear_pointer (&none, xmlFreeDoc);
}

static void
guess (Search *search)
{
  g_autoptr (GPtrArray) places = planner_schedule_place_list (search->page);

  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    for (guint j = 0; j < places->len && j < guesses[i].n_places; j++)
      {
        g_autofree char *path = g_strconcat (g_ptr_array_index (places, j), guesses[i].path, NULL);

        add_below (search, i < 2 && j == 0 ? RANK_LIKELY_GUESS : RANK_GUESS, search->page, path);
      }
}

/* An Indico page links to a calendar with one event only. This address has the event's contributions. */
static void
guess_indico (Search *search)
{
  g_auto (GStrv) segments = planner_schedule_place_split (g_uri_get_path (search->page));
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint i = 0; segments[i]; i++)
    {
      g_string_append_printf (path, "/%s", segments[i]);
      if (i > 0 && g_str_equal (segments[i - 1], "event") &&
          strspn (segments[i], "0123456789") == strlen (segments[i]))
        {
          g_string_append (path, "/event.ics?detail=contributions&scope=contribution");
          add_below (search, RANK_ICALENDAR_LINK, search->page, path->str);
          return;
        }
    }
}

static GPtrArray *
list_links (const Search *search)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_page_link_free);

  for (guint rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; i < search->ranks[rank]->len && links->len < PLANNER_PAGE_LINKS_MAX; i++)
      {
        PlannerPageLink *link = g_new0 (PlannerPageLink, 1);

        link->address = g_strdup (g_ptr_array_index (search->ranks[rank], i));
        link->is_page = rank == RANK_NEXT_PAGE || rank == RANK_SCHEDULE_PAGE;
        g_ptr_array_add (links, link);
      }

  return links;
}

void
planner_page_link_free (PlannerPageLink *link)
{
  g_free (link->address);
  g_free (link);
}

/**
 * planner_page_links_find:
 * @page: a web page, which need not be valid
 * @address: the http or https address of the page, after redirects
 * @cancellable: (nullable): stops the search; the links found so far are returned
 *
 * Lists the addresses where the conference of a page may publish its schedule. Links that are called schedules come
 * first, JSON before XML before iCalendar, then the usual addresses on the host, then other links. This may take long, so
 * call it in a worker thread.
 *
 * Returns: (transfer full) (element-type PlannerPageLink): at most %PLANNER_PAGE_LINKS_MAX different links, the best first
 */
GPtrArray *
planner_page_links_find (GBytes *page, const char *address, GCancellable *cancellable)
{
  g_auto (Search) search = { 0 };
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autofree char *text = planner_feed_bytes_to_text (page, report);

  search.page = g_uri_parse (address, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);
  if (!search.page || !is_web_address (search.page))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) planner_page_link_free);

  search_start (&search);
  search.cancellable = cancellable;
  parse (&search, text);
  if (is_sched (search.page))
    add_below (&search, RANK_ICALENDAR_LINK, search.page, "/all.ics");
  guess_indico (&search);
  guess (&search);

  return list_links (&search);
}
