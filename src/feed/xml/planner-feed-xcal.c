/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Writes xCal as iCalendar, so that one reader reads both. xCal is the XML form of iCalendar (RFC 6321). Pentabarf wrote a
 * form of its own before there was a standard: its root is "iCalendar", and properties have text in place of typed values.
 */

#include "feed/xml/planner-feed-xcal.h"
#include "feed/planner-feed-error.h"
#include "feed/xml/planner-feed-xml-prolog.h"
#include "feed/xml/planner-feed-xml-tree.h"

#include <string.h>

#define MAX_DEPTH 32
#define NAMESPACE "urn:ietf:params:xml:ns:icalendar-2.0"

static const char *const components[] = { "vcalendar", "vevent",   "vtodo",    "vjournal", "vfreebusy",
                                          "vtimezone", "standard", "daylight", "valarm",   NULL };

/* The properties whose values are texts (RFC 5545, section 3.8), in which some characters are escaped. */
static const char *const text_properties[] = { "CATEGORIES",  "COMMENT",  "CONTACT",
                                               "DESCRIPTION", "LOCATION", "NAME",
                                               "RESOURCES",   "SUMMARY",  NULL };

static gboolean
is_name (const char *name)
{
  for (const char *p = name; *p; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;

  return *name != '\0';
}

/* RFC 5545, section 3.3.11 */
static void
append_escaped (GString *into, const char *text)
{
  for (const char *p = text; *p; p++)
    if (*p == '\n')
      g_string_append (into, "\\n");
    else if (*p != '\r')
      {
        if (strchr ("\\;,", *p))
          g_string_append_c (into, '\\');
        g_string_append_c (into, *p);
      }
}

/* Appends a value on one line, without the characters of @dropped. */
static void
append_without (GString *into, const char *text, const char *dropped)
{
  for (const char *p = text; *p; p++)
    if (*p != '\n' && *p != '\r' && !strchr (dropped, *p))
      g_string_append_c (into, *p);
}

static void
append_parameter (GString *line, const char *name, const char *value)
{
  g_autofree char *upper = g_ascii_strup (name, -1);

  if (!is_name (name) || !value || !*value)
    return;
  g_string_append_printf (line, ";%s=", upper);
  g_string_append_c (line, '"');
  append_without (line, value, "\"");
  g_string_append_c (line, '"');
}

static gboolean
is_date (const xmlNode *value)
{
  static const char *const types[] = { "date", "date-time", "time", NULL };

  return g_strv_contains (types, (const char *) value->name);
}

/* RFC 6321, section 3.6.10: <recur><freq>WEEKLY</freq><byday>MO</byday><byday>TU</byday></recur> */
static void
append_rule (GString *line, xmlNode *rule)
{
  const char *last = "";

  for (xmlNode *part = planner_xml_tree_first (rule, NULL); part; part = planner_xml_tree_next (part, NULL))
    {
      const char *name = (const char *) part->name;
      g_autofree char *content = planner_xml_tree_dup_content (part);
      g_autofree char *upper = g_ascii_strup (name, -1);

      if (g_str_equal (last, name))
        g_string_append_c (line, ',');
      else
        g_string_append_printf (line, "%s%s=", *last ? ";" : "", upper);
      append_without (line, content, g_str_equal (name, "until") ? "-: " : " ");
      last = name;
    }
}

/* RFC 6321, section 3.6.9: a start with an end or a duration */
static void
append_period (GString *line, xmlNode *period)
{
  gboolean is_first = TRUE;

  for (xmlNode *part = planner_xml_tree_first (period, NULL); part; part = planner_xml_tree_next (part, NULL))
    {
      g_autofree char *content = planner_xml_tree_dup_content (part);

      if (!is_first)
        g_string_append_c (line, '/');
      append_without (line, content, planner_xml_tree_is (part, "duration") ? " " : "-: ");
      is_first = FALSE;
    }
}

static void
append_typed_value (GString *line, xmlNode *value)
{
  g_autofree char *content = NULL;

  if (planner_xml_tree_is (value, "recur"))
    append_rule (line, value);
  else if (planner_xml_tree_is (value, "period"))
    append_period (line, value);
  else
    {
      content = planner_xml_tree_dup_content (value);
      if (planner_xml_tree_is (value, "text"))
        append_escaped (line, content);
      else if (is_date (value))
        append_without (line, content, "-: ");
      else
        append_without (line, content, planner_xml_tree_is (value, "utc-offset") ? ":" : "");
    }
}

static void
append_typed_parameters (GString *line, xmlNode *parameters)
{
  for (xmlNode *node = planner_xml_tree_first (parameters, NULL); node;
       node = planner_xml_tree_next (node, NULL))
    {
      g_autofree char *content = planner_xml_tree_dup_content (node);

      append_parameter (line, (const char *) node->name, content);
    }
}

/* The form of RFC 6321, section 3.4: parameters, then one or more values with their types. */
static void
append_typed (GString *line, xmlNode *property)
{
  xmlNode *value = planner_xml_tree_first (property, NULL);

  if (planner_xml_tree_is (value, "parameters"))
    {
      append_typed_parameters (line, value);
      value = planner_xml_tree_next (value, NULL);
    }
  if (value && (planner_xml_tree_is (value, "date") || planner_xml_tree_is (value, "period")))
    append_parameter (line, "VALUE", planner_xml_tree_is (value, "date") ? "DATE" : "PERIOD");
  g_string_append_c (line, ':');
  for (gboolean is_first = TRUE; value; value = planner_xml_tree_next (value, NULL), is_first = FALSE)
    {
      if (!is_first)
        g_string_append_c (line, ',');
      append_typed_value (line, value);
    }
}

/* Pentabarf's form: the value is the text of the property, and attributes are parameters. */
static void
append_plain (GString *line, xmlNode *property, const char *name)
{
  g_autofree char *content = g_strstrip (planner_xml_tree_dup_content (property));

  for (const xmlAttr *attribute = property->properties; attribute; attribute = attribute->next)
    {
      g_autofree char *value = planner_xml_tree_dup_content ((xmlNode *) attribute);

      append_parameter (line, (const char *) attribute->name, value);
    }
  /* Pentabarf writes the names of speakers in place of their addresses. */
  if (g_str_equal (name, "ATTENDEE") && !strchr (content, ':'))
    {
      append_parameter (line, "CN", content);
      g_string_append (line, ":invalid:nomail");
      return;
    }
  g_string_append_c (line, ':');
  if (g_strv_contains (text_properties, name) || g_str_has_prefix (name, "X-"))
    append_escaped (line, content);
  else
    append_without (line, content, "");
}

/* Properties of other namespaces, such as those of Pentabarf, have no form in iCalendar. */
static gboolean
is_of_calendar (const xmlNode *node)
{
  return is_name ((const char *) node->name) &&
         (!node->ns || !node->ns->prefix || g_strcmp0 ((const char *) node->ns->href, NAMESPACE) == 0);
}

static void
append_property (GString *text, xmlNode *property)
{
  g_autofree char *name = g_ascii_strup ((const char *) property->name, -1);

  /* Pentabarf writes the method of the calendar into each event. */
  if (!is_of_calendar (property) || g_str_equal (name, "METHOD"))
    return;
  g_string_append (text, name);
  if (planner_xml_tree_first (property, NULL))
    append_typed (text, property);
  else
    append_plain (text, property, name);
  g_string_append (text, "\r\n");
}

static void append_component (GString *text, xmlNode *component, guint depth);

static void
append_contents (GString *text, xmlNode *parent, guint depth)
{
  for (xmlNode *node = planner_xml_tree_first (parent, NULL); node; node = planner_xml_tree_next (node, NULL))
    if (planner_xml_tree_is (node, "properties") || planner_xml_tree_is (node, "components"))
      append_contents (text, node, depth + 1);
    else if (g_strv_contains (components, (const char *) node->name))
      append_component (text, node, depth + 1);
    else
      append_property (text, node);
}

static void
append_component (GString *text, xmlNode *component, guint depth)
{
  g_autofree char *name = g_ascii_strup ((const char *) component->name, -1);

  if (depth > MAX_DEPTH)
    return;
  g_string_append_printf (text, "BEGIN:%s\r\n", name);
  append_contents (text, component, depth);
  g_string_append_printf (text, "END:%s\r\n", name);
}

/**
 * planner_feed_xcal_is:
 *
 * Returns: whether the root of the XML is that of xCal
 */
gboolean
planner_feed_xcal_is (const char *text)
{
  g_autofree char *root = planner_xml_dup_root (text);

  return root && g_ascii_strcasecmp (root, "icalendar") == 0;
}

/**
 * planner_feed_xcal_to_ical:
 * @text: XML for which planner_feed_xcal_is() returns %TRUE
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * Returns: (nullable) (transfer full): the calendar in iCalendar (RFC 5545), or %NULL with @error set
 */
char *
planner_feed_xcal_to_ical (const char *text, GError **error)
{
  g_autoptr (xmlDoc) document = planner_xml_tree_parse (text, error);
  g_autoptr (GString) ical = NULL;
  xmlNode *calendar;

  if (!document)
    return NULL;
  calendar = planner_xml_tree_first (xmlDocGetRootElement (document), "vcalendar");
  if (!calendar)
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_NOT_A_SCHEDULE,
                           "This is xCal, but it has no calendar: there is no “vcalendar”.");
      return NULL;
    }
  ical = g_string_sized_new (strlen (text));
  for (; calendar; calendar = planner_xml_tree_next (calendar, "vcalendar"))
    append_component (ical, calendar, 1);

  return g_strdup (ical->str);
}
