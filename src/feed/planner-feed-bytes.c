/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Converts the bytes of a schedule in any character set to valid UTF-8 without control characters. */

#include "feed/planner-feed-bytes.h"

#include "model/planner-text-find.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"
#define DELETE '\x7f'

typedef struct
{
  const char *mark;
  gsize length;
  const char *charset;
} ByteOrderMark;

/* UTF-32 comes first because its mark begins with the mark of UTF-16. */
static const ByteOrderMark byte_order_marks[] = {
  { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\xef\xbb\xbf", 3, "UTF-8" },
  { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
};

static const char *
sniff_mark (const char *data, gsize size, gsize *mark_length)
{
  for (guint i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    {
      const ByteOrderMark *mark = &byte_order_marks[i];

      if (size >= mark->length && memcmp (data, mark->mark, mark->length) == 0)
        {
          *mark_length = mark->length;
          return mark->charset;
        }
    }
  *mark_length = 0;

  return NULL;
}

/* Every format begins with two ASCII characters (RFC 4627, section 3). */
static const char *
sniff_wide (const char *data, gsize size)
{
  if (size < 4)
    return NULL;
  if (data[0] && !data[1] && data[2] && !data[3])
    return "UTF-16LE";
  if (!data[0] && data[1] && !data[2] && data[3])
    return "UTF-16BE";

  return NULL;
}

/* <?xml version="1.0" encoding="ISO-8859-1"?> */
static char *
sniff_declaration (const char *data, gsize size)
{
  g_autofree char *head = g_strndup (data, MIN (size, 200));
  char *name = g_str_has_prefix (head, "<?xml") ? strstr (head, "encoding") : NULL;
  const char *declaration_end = strstr (head, "?>");

  if (!name || !declaration_end || name > declaration_end)
    return NULL;
  name += strlen ("encoding");
  name += strspn (name, " \t\r\n=");
  if (*name != '"' && *name != '\'')
    return NULL;
  name++;
  name[strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")] = '\0';

  return g_strdup (name);
}

/* Text is in an 8-bit character set when it has bytes beyond ASCII and none of them is part of valid UTF-8. */
static gboolean
is_evidently_8bit (const char *data, gsize size)
{
  gboolean beyond_ascii = FALSE;

  for (gsize i = 0; i < size; i++)
    if ((guchar) data[i] >= 0x80)
      {
        const gunichar c = g_utf8_get_char_validated (data + i, (gssize) (size - i));

        if (c != (gunichar) -1 && c != (gunichar) -2)
          return FALSE;
        beyond_ascii = TRUE;
      }

  return beyond_ascii;
}

static char *
convert (const char *data, gsize size, const char *charset, gsize *length)
{
  return g_convert (data, (gssize) size, "UTF-8", charset, NULL, length, NULL);
}

/* g_convert() fails for text that ends within a character or has half a surrogate pair. This function replaces them. */
static char *
convert_wide (const char *data, gsize size, const char *charset, gsize *length)
{
  const gboolean big = g_str_has_suffix (charset, "BE");
  GString *text;

  if (g_str_has_prefix (charset, "UTF-32"))
    return convert (data, size - size % 4, charset, length);

  text = g_string_sized_new (size);
  for (gsize i = 0; i + 1 < size; i += 2)
    {
      const guchar *unit = (const guchar *) data + i;
      gunichar c = big ? unit[0] * 256u + unit[1] : unit[1] * 256u + unit[0];

      if (c >= 0xd800 && c < 0xe000)
        {
          const gunichar low = i + 3 >= size ? 0 : big ? unit[2] * 256u + unit[3] : unit[3] * 256u + unit[2];
          const gboolean is_pair = c < 0xdc00 && low >= 0xdc00 && low < 0xe000;

          c = is_pair ? 0x10000 + (c - 0xd800) * 0x400 + (low - 0xdc00) : 0xfffd;
          i += is_pair ? 2 : 0;
        }
      if (c == 0)
        g_string_append_c (text, '\0');
      else
        g_string_append_unichar (text, c);
    }
  *length = text->len;

  return g_string_free_and_steal (text);
}

static char *
decode (const char *data, gsize size, gsize *length, PlannerReport *report)
{
  gsize mark_length;
  const char *charset = sniff_mark (data, size, &mark_length);
  g_autofree char *declared = NULL;
  char *text = NULL;

  data += mark_length;
  size -= mark_length;
  if (!charset)
    charset = sniff_wide (data, size);
  if (charset && !g_str_equal (charset, "UTF-8"))
    {
      planner_report_add (report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_CHARSET,
                          "The schedule is in %s instead of UTF-8; it was converted.", charset);
      return convert_wide (data, size, charset, length);
    }
  if (g_utf8_validate_len (data, size, NULL))
    {
      *length = size;
      return g_memdup2 (data, size);
    }

  declared = sniff_declaration (data, size);
  if (!charset && declared && g_ascii_strcasecmp (declared, "utf-8") != 0)
    text = convert (data, size, declared, length);
  if (!charset && !text && is_evidently_8bit (data, size))
    {
      text = convert (data, size, "WINDOWS-1252", length);
      if (!text)
        text = convert (data, size, "ISO-8859-1", length);
    }
  if (text)
    planner_report_add (report, PLANNER_SEVERITY_REPAIRED, "$", PLANNER_PROBLEM_CHARSET,
                        "The schedule is not in UTF-8; it was read as %s.", declared ? declared : "Latin-1");

  return text;
}

/* Reports the first of n replaced characters, with line and column from 1. Columns count characters. */
static void
report_first (PlannerReport *report,
              const char *data,
              const char *first,
              PlannerProblemCode code,
              const char *singular,
              const char *plural,
              guint n)
{
  const char *line_start = data;
  guint line = 1, column = 1;
  g_autofree char *where = NULL;

  for (const char *p = data; p < first; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }
  for (const char *p = line_start; p < first; p++)
    column += ((guchar) *p & 0xc0) != 0x80;
  where = g_strdup_printf ("line %u column %u", line, column);
  if (n == 1)
    planner_report_add (report, PLANNER_SEVERITY_REPAIRED, where, code, "%s was replaced.", singular);
  else
    planner_report_add (report, PLANNER_SEVERITY_REPAIRED, where, code,
                        "%u %s were replaced; the first is here.", n, plural);
}

/* Keeps NUL, which g_utf8_validate_len() rejects; replace_controls() replaces it later. */
static char *
make_valid (const char *data, gsize size, gsize *length, PlannerReport *report)
{
  GString *text = g_string_sized_new (size + size / 8);
  const char *const start = data;
  const char *first = NULL;
  guint n_replaced = 0;

  while (size > 0)
    {
      const char *end = NULL;

      g_utf8_validate_len (data, size, &end);
      g_string_append_len (text, data, end - data);
      size -= (gsize) (end - data);
      data = end;
      if (size == 0)
        break;
      if (*data)
        {
          g_string_append (text, REPLACEMENT);
          first = first ? first : data;
          n_replaced++;
        }
      else
        g_string_append_c (text, '\0');
      data++;
      size--;
    }
  if (n_replaced > 0)
    report_first (report, start, first, PLANNER_PROBLEM_INVALID_UTF8, "A byte that is not UTF-8",
                  "bytes that are not UTF-8", n_replaced);
  *length = text->len;

  return g_string_free_and_steal (text);
}

static gboolean
is_control (const guchar *p)
{
  return (*p < 0x20 && *p != '\t' && *p != '\n' && *p != '\r') || *p == DELETE;
}

/* Returns: the first control character from @p on; @end if there is none */
static const guchar *
find_control (const guchar *p, const guchar *end)
{
  while (p < end && !is_control (p))
    p = (const guchar *) planner_text_find_special ((const char *) p + 1, (const char *) end, DELETE, DELETE);

  return p;
}

static char *
replace_controls (char *data, gsize size, PlannerReport *report)
{
  const guchar *p = (const guchar *) data;
  const guchar *const end = p + size;
  const guchar *run = p, *first;
  GString *text;
  guint n = 0;

  p = find_control (p, end);
  if (p == end)
    {
      data = g_realloc (data, size + 1);
      data[size] = '\0';
      return data;
    }

  first = p;
  text = g_string_sized_new (size + 64);
  for (; p < end; p = find_control (p + 1, end))
    {
      g_string_append_len (text, (const char *) run, p - run);
      g_string_append (text, REPLACEMENT);
      run = p + 1;
      n++;
    }
  g_string_append_len (text, (const char *) run, p - run);
  report_first (report, data, (const char *) first, PLANNER_PROBLEM_CONTROL_CHARACTER, "A control character",
                "control characters", n);
  g_free (data);

  return g_string_free_and_steal (text);
}

static gboolean
is_calendar (const char *data, gsize size)
{
  static const char beginning[] = "BEGIN:VCALENDAR";
  gsize mark_length;

  sniff_mark (data, size, &mark_length);

  return size > mark_length + strlen (beginning) &&
         g_ascii_strncasecmp (data + mark_length, beginning, strlen (beginning)) == 0;
}

/* Returns: the length of the fold at p (RFC 5545, section 3.1) in bytes, or 0 */
static gsize
measure_fold (const guchar *p, const guchar *end)
{
  const gsize line_end = p < end && *p == '\r' ? 2 : 1;

  return p + line_end < end && p[line_end - 1] == '\n' && (p[line_end] == ' ' || p[line_end] == '\t')
             ? line_end + 1
             : 0;
}

/* Some programs fold lines within a character. Moving the fold behind the character keeps the number of lines. */
static char *
mend_folds (const char *data, gsize size)
{
  guchar *mended = g_memdup2 (data, size);
  guchar *const end = mended + size;

  for (guchar *p = mended; p < end; p++)
    {
      const gsize fold = *p >= 0x80 && p + 1 < end ? measure_fold (p + 1, end) : 0;
      guchar *next = p + 1 + fold;

      if (fold == 0 || next >= end || (*next & 0xc0) != 0x80)
        continue;
      for (; next < end && (*next & 0xc0) == 0x80; next++)
        {
          const guchar byte = *next;

          memmove (next - fold + 1, next - fold, fold);
          *(next - fold) = byte;
        }
    }

  return (char *) mended;
}

/**
 * planner_feed_bytes_to_text:
 * @bytes: a schedule in any character set
 * @report: a report, to which each kind of repair is added
 *
 * Removes byte order marks. Joins characters that a fold of iCalendar splits. Converts other character sets to UTF-8: the set
 * comes from the byte order mark, the XML declaration or the bytes themselves. Bytes that cannot be converted, and control
 * characters other than tab, line feed and carriage return, become U+FFFD.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
planner_feed_bytes_to_text (GBytes *bytes, PlannerReport *report)
{
  gsize size, length = 0, mark_length;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *mended = is_calendar (data, size) ? mend_folds (data, size) : NULL;
  char *text;

  data = mended ? mended : data;
  text = size > 0 ? decode (data, size, &length, report) : g_strdup ("");
  if (!text)
    {
      sniff_mark (data, size, &mark_length);
      text = make_valid (data + mark_length, size - mark_length, &length, report);
    }

  return replace_controls (text, length, report);
}
