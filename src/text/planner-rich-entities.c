/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "text/planner-rich-tags.h"

#include <string.h>

#define MAX_ENTITY 10
#define MAX_URL 2048

/* HTML 4.01, 24.2: U+00A0 to U+00FF in order. */
static const char *const latin_entities[] = {
  "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
  "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
  "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
  "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
  "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
  "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
  "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
  "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml",
};

G_STATIC_ASSERT (G_N_ELEMENTS (latin_entities) == 0x60);

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "amp", '&' },       { "lt", '<' },        { "gt", '>' },        { "quot", '"' },
  { "apos", '\'' },     { "OElig", 0x152 },   { "oelig", 0x153 },   { "Scaron", 0x160 },
  { "scaron", 0x161 },  { "ensp", 0x2002 },   { "emsp", 0x2003 },   { "thinsp", 0x2009 },
  { "zwnj", 0x200c },   { "zwj", 0x200d },    { "ndash", 0x2013 },  { "mdash", 0x2014 },
  { "lsquo", 0x2018 },  { "rsquo", 0x2019 },  { "sbquo", 0x201a },  { "ldquo", 0x201c },
  { "rdquo", 0x201d },  { "bdquo", 0x201e },  { "dagger", 0x2020 }, { "bull", 0x2022 },
  { "hellip", 0x2026 }, { "permil", 0x2030 }, { "prime", 0x2032 },  { "lsaquo", 0x2039 },
  { "rsaquo", 0x203a }, { "euro", 0x20ac },   { "trade", 0x2122 },  { "larr", 0x2190 },
  { "uarr", 0x2191 },   { "rarr", 0x2192 },   { "darr", 0x2193 },   { "harr", 0x2194 },
  { "rArr", 0x21d2 },   { "minus", 0x2212 },  { "infin", 0x221e },  { "ne", 0x2260 },
  { "le", 0x2264 },     { "ge", 0x2265 },     { "alpha", 0x3b1 },   { "beta", 0x3b2 },
  { "gamma", 0x3b3 },   { "delta", 0x3b4 },   { "lambda", 0x3bb },  { "mu", 0x3bc },
  { "pi", 0x3c0 },      { "hearts", 0x2665 },
};

static gunichar
find_entity (const char *name, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (strncmp (entities[i].name, name, length) == 0 && entities[i].name[length] == '\0')
      return entities[i].character;
  for (guint i = 0; i < G_N_ELEMENTS (latin_entities); i++)
    if (strncmp (latin_entities[i], name, length) == 0 && latin_entities[i][length] == '\0')
      return 0xa0 + i;

  return 0;
}

static gunichar
read_number (const char *p, gsize length)
{
  const gboolean hexadecimal = length > 0 && (*p == 'x' || *p == 'X');
  gunichar number = 0;

  for (gsize i = hexadecimal; i < length; i++)
    {
      const int digit = hexadecimal ? g_ascii_xdigit_value (p[i]) : g_ascii_digit_value (p[i]);

      if (digit < 0 || number > 0x10ffff)
        return 0;
      number = number * (hexadecimal ? 16 : 10) + digit;
    }

  return g_unichar_validate (number) && !(g_unichar_iscntrl (number) && number != '\n' && number != '\t')
             ? number
             : 0;
}

/**
 * planner_rich_read_entity:
 * @p: an "&"
 * @character: (out): what it stands for
 *
 * Returns: how long the character reference is; 0 if there is none, as in "R&D"
 */
gsize
planner_rich_read_entity (const char *p, gunichar *character)
{
  gsize length = 0;

  p++;
  while (length < MAX_ENTITY && (g_ascii_isalnum (p[length]) || (length == 0 && *p == '#')))
    length++;
  if (length < 2 || p[length] != ';')
    return 0;

  *character = *p == '#' ? read_number (p + 1, length - 1) : find_entity (p, length);

  return *character ? length + 2 : 0;
}

/**
 * planner_rich_decode_entities:
 *
 * Returns: (transfer full): @text with its character references replaced
 */
char *
planner_rich_decode_entities (const char *text, gsize length)
{
  const char *const end = text + length;
  GString *decoded = g_string_sized_new (length);

  while (text < end)
    {
      gunichar c;
      const gsize n = *text == '&' ? planner_rich_read_entity (text, &c) : 0;

      if (n > 0)
        g_string_append_unichar (decoded, c);
      else
        g_string_append_c (decoded, *text);
      text += MAX (n, 1);
    }

  return g_string_free_and_steal (decoded);
}

static gboolean
ends_sentence (const char *begin, const char *last)
{
  if (*last != ')')
    return strchr (".,;:!?'\"]}*_`~", *last) != NULL;

  for (const char *p = begin; p < last; p++)
    if (*p == '(')
      return FALSE;

  return TRUE;
}

/**
 * planner_rich_read_url:
 * @begin: where the text begins
 * @p: a place in it
 * @end: where it ends
 *
 * Returns: how long the http or https address is that begins at @p; 0 if none does
 */
gsize
planner_rich_read_url (const char *begin, const char *p, const char *end)
{
  const gsize scheme = g_ascii_strncasecmp (p, "https://", 8) == 0  ? 8
                       : g_ascii_strncasecmp (p, "http://", 7) == 0 ? 7
                                                                    : 0;
  const char *q = p + scheme;

  if (scheme == 0 || (p > begin && g_ascii_isalnum (p[-1])))
    return 0;

  while (q < end && q - p < MAX_URL && (guchar) *q > 0x20 && !strchr ("<>\"\\^|{}", *q))
    {
      const gunichar c = g_utf8_get_char (q);

      if (g_unichar_isspace (c) || g_unichar_iswide (c))
        break;
      q = g_utf8_next_char (q);
    }
  while (q > p + scheme && ends_sentence (p, q - 1))
    q--;

  return q > p + scheme && q <= end ? q - p : 0;
}
