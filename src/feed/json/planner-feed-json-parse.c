/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "feed/json/planner-feed-json-parse.h"
#include "feed/json/planner-feed-json-names.h"
#include "feed/json/planner-feed-json-text.h"
#include "feed/planner-feed-error.h"

#include <stdio.h>

/* Messages are in English, but the parser's own message is translated. */
static const char *
describe_fault (const GError *reason)
{
  switch (reason->code)
    {
    case JSON_PARSER_ERROR_TRAILING_COMMA:
      return "there is a comma too many";
    case JSON_PARSER_ERROR_MISSING_COMMA:
      return "a comma is missing";
    case JSON_PARSER_ERROR_MISSING_COLON:
      return "a colon is missing";
    case JSON_PARSER_ERROR_EMPTY_MEMBER_NAME:
      return "a member has no name";
    case JSON_PARSER_ERROR_INVALID_BAREWORD:
      return "a word is without quotation marks";
    default:
      return "this is not well-formed";
    }
}

/* The message of the parser begins with "<data>:line:column:" in every language. */
static void
set_parse_error (const GError *reason, const PlannerJsonText *text, GError **error)
{
  guint line = 0, column = 0;

  if (sscanf (reason->message, "<data>:%u:%u", &line, &column) != 2)
    line = column = 0;
  if (text->cut_off &&
      (line > text->blamed_line || (line == text->blamed_line && column >= text->blamed_column)))
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TRUNCATED,
                 "The schedule ends too early, in line %u.", text->last_line);
  else
    g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_BROKEN, "Line %u, column %u: %s.", line,
                 column, describe_fault (reason));
}

static JsonNode *
parse_prepared (const PlannerJsonText *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) reason = NULL;

  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, text->text, (gssize) text->length, &reason))
    return json_parser_steal_root (parser);
  set_parse_error (reason, text, error);

  return NULL;
}

/**
 * planner_json_parse:
 * @text: valid UTF-8
 * @report: a report, to which repairs are added
 * @error: return location for an error of %PLANNER_FEED_ERROR
 *
 * Parses JSON (RFC 8259) with the limits of planner_json_text_init().
 *
 * Returns: (nullable) (transfer full): the tree, or %NULL with @error set
 */
JsonNode *
planner_json_parse (const char *text, PlannerReport *report, GError **error)
{
  g_auto (PlannerJsonText) prepared = { 0 };

  planner_json_text_init (&prepared, text);
  if (prepared.too_large)
    {
      g_set_error_literal (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_TOO_LARGE,
                           "The JSON is nested deeper, or has more values, than any schedule.");
      return NULL;
    }
  if (prepared.collides)
    {
      g_set_error (error, PLANNER_FEED_ERROR, PLANNER_FEED_ERROR_COLLISIONS,
                   "Line %u: an object has more than %d members whose names have equal hashes.",
                   prepared.last_line, PLANNER_JSON_MAX_COLLISIONS);
      return NULL;
    }
  if (prepared.n_replaced > 0)
    planner_report_add (report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_BAD_ESCAPE,
                        "%u escapes that stand for no character were replaced.", prepared.n_replaced);

  return parse_prepared (&prepared, error);
}
