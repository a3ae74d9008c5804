/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "files.h"

#include "feed/planner-feed.h"
#include "text/planner-rich-text.h"
#include "text/planner-safe-link.h"

#include <json-glib/json-glib.h>
#include <string.h>
#include <time.h>

/* Writes a block as the letter of its kind, its depth unless 0, its marker, a colon and its markup. */
typedef struct
{
  const char *path;
  const char *text;
  const char *blocks;
} TextCase;

#define WEB "https://example.org/"

static const TextCase text_cases[] = {
  { "nothing", "", "" },
  { "white-space", " \n\t\r\n ", "" },
  { "plain/one-line", "Open source for all", "P:Open source for all" },
  { "plain/paragraphs", "One\n\nTwo\r\n\r\n\r\nThree", "P:One¶P:Two¶P:Three" },
  { "plain/line-breaks-are-kept", "One\nTwo\rThree", "P:One\nTwo\nThree" },
  { "plain/spaces", "  a   b\tc ", "P:a b c" },
  { "plain/spaces-of-lines", "\n \nOne  two \nThree\n  \n\nFour & 5 > 3 \n\n",
    "P:One two\nThree¶P:Four &amp; 5 &gt; 3" },
  { "plain/no-break-space", "a\u00a0 b\u00a0\nc", "P:a b\nc" },
  { "plain/letters-that-begin-like-a-no-break-space", "a « b »  c", "P:a « b » c" },
  { "plain/number-before-a-line", "On\n10 April\n2024, or so", "P:On\n10 April\n2024, or so" },
  { "plain/reference-in-a-line", "a &lt;  b\nR&D; &amp c", "P:a &lt; b\nR&amp;D; &amp;amp c" },
  { "plain/vertical-tab-is-a-space", "a\vb & c\fd", "P:a b &amp; c d" },
  { "plain/control-characters", "a\001b\033[1mc\177", "P:ab[1mc" },
  { "plain/invalid-utf-8", "caf\xe9!", "P:caf\uFFFD!" },
  { "plain/bare-url", "See https://example.org/a_b_c?x=1&y=2.",
    "P:See <a href=\"https://example.org/a_b_c?x=1&amp;y=2\">https://example.org/a_b_c?x=1&amp;y=2</a>." },
  { "plain/bare-url-in-brackets", "(" WEB ")", "P:(<a href=\"" WEB "\">" WEB "</a>)" },
  { "plain/bare-url-with-brackets", WEB "A_(b)", "P:<a href=\"" WEB "A_(b)\">" WEB "A_(b)</a>" },
  { "plain/bare-url-before-chinese", WEB "。更多", "P:<a href=\"" WEB "\">" WEB "</a>。更多" },
  { "plain/no-url", "http:// https://. xhttp://a.org", "P:http:// https://. xhttp://a.org" },
  { "plain/the-letter-h", "Which hat has the host?", "P:Which hat has the host?" },

  { "X1/ampersand-is-text", "a & b", "P:a &amp; b" },
  { "X1/escaped-ampersand", "AT&amp;T", "P:AT&amp;T" },
  { "X1/escaped-once-only", "&amp;lt;b&amp;gt; &lt;b&gt;", "P:&amp;lt;b&amp;gt; &lt;b&gt;" },
  { "X1/entities-are-decoded", "caf&eacute; &#x2192; &#9993; &nbsp; x &hellip;", "P:café → ✉ x …" },
  { "X1/no-entities", "&foo; &#0; &#xD800; &#1; &# &; &amp R&D;",
    "P:&amp;foo; \357\277\275 \357\277\275 &amp;# &amp;; &amp;amp R&amp;D;" },
  { "X1/generic-is-safe", "<T> and List<String>, Map<K, V>",
    "P:&lt;T&gt; and List&lt;String&gt;, Map&lt;K, V&gt;" },
  { "X1/generic-in-html", "<p>List<String> of <T></p>", "P:List&lt;String&gt; of &lt;T&gt;" },
  { "X1/less-than", "x < y > z, a<b", "P:x &lt; y &gt; z, a&lt;b" },
  { "X1/less-than-in-html", "<p>x < y && a<b </p>", "P:x &lt; y &amp;&amp; a&lt;b" },
  { "X1/heart-is-safe", "R&D <3", "P:R&amp;D &lt;3" },
  { "X1/unclosed-bold", "unclosed <b>bold & more\n\nnext", "P:unclosed <b>bold &amp; more</b>¶P:next" },
  { "X1/unclosed-bold-in-html", "<p>unclosed <b>bold<p>next", "P:unclosed <b>bold</b>¶P:next" },
  { "X1/closed-twice", "<b>a</b></b> b <i>c</i>", "P:<b>a</b> b <i>c</i>" },
  { "X1/crossing-is-safe", "<b>a<i>b</b>c</i>", "P:<b>a</b><b><i>b</i></b><i>c</i>" },
  { "X1/tag-without-end", "text <b and", "P:text &lt;b and" },
  { "X1/script-is-safe", "a<script>alert('<b>x</b>')</script>b", "P:ab" },
  { "X1/script-over-lines", "a <script>\n\nx\n\n</script> b", "P:a b" },
  { "X1/script-in-html", "<p>a<SCRIPT type='x'>if (a < b) {}</SCRIPT>b</p>", "P:ab" },
  { "X1/script-that-is-text", "How <script> works", "P:How &lt;script&gt; works" },
  { "X1/style-is-safe", "<style>p { color: red }</style><p>a</p>", "P:a" },
  { "X1/comment-is-safe", "a<!-- <p> -->b <!-- c", "P:ab &lt;!-- c" },
  { "X1/document-is-safe", "<!DOCTYPE html><html><head><title>t</title></head><body><p>a</p></body></html>",
    "P:a" },
  { "X1/image-is-safe", "a <img src=\"x.png\" onerror='alert(1)'> b", "P:a b" },
  { "X1/image-with-alternative", "<p>a <img src=\"x>y.png\" alt=\"a &lt; b\"/></p>", "P:a a &lt; b" },
  { "X1/markdown-image", "a ![logo](https://example.org/l.png) b", "P:a logo b" },
  { "X1/nested-lists", "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>e",
    "L0•:a¶L11.:b¶L12.:c¶L0•:d¶P:e" },
  { "X1/nested-lists-unclosed", "<ul><li>a<ul><li>b<li>c", "L0•:a¶L1•:b¶L1•:c" },
  { "X1/item-with-paragraphs", "<ul><li><p>a</p><p>b</p></li></ul>", "L0•:a¶L0:b" },
  { "X1/item-without-list", "<li>a</li><p>b</p>", "L0•:a¶P:b" },
  { "X1/empty-items", "<ul><li></li><li> </li><li>a</li></ul><p></p><p>b</p>", "L0•:a¶P:b" },
  { "X1/link-is-safe", "<a href=\"" WEB "?a=1&amp;b=2\" target=_blank>a</a>",
    "P:<a href=\"" WEB "?a=1&amp;b=2\">a</a>" },
  { "X1/link-without-quotes", "<p><a class=x href=" WEB ">a</a></p>", "P:<a href=\"" WEB "\">a</a>" },
  { "X1/link-with-quotes-in-it", "<a href='" WEB "?\"&gt;<b>'>a</a>",
    "P:<a href=\"" WEB "?&quot;&gt;&lt;b&gt;\">a</a>" },
  { "X1/link-without-href", "<a name=\"top\">a</a> <a>b</a>", "P:a b" },
  { "X1/link-without-text", "<a href=\"" WEB "\"></a>a", "P:a" },
  { "X1/link-in-link", "<a href=\"" WEB "\">https://example.com/</a>",
    "P:<a href=\"" WEB "\">https://example.com/</a>" },
  { "X1/link-over-styles", "<a href=\"" WEB "\">a<b>b</b></a>", "P:<a href=\"" WEB "\">a<b>b</b></a>" },
  { "X1/javascript-is-safe", "<a href=\"javascript:alert(1)\">a</a> [b](javascript:alert(1)) <javascript:x>",
    "P:a b &lt;javascript:x&gt;" },
  { "X1/javascript-disguised", "<a href=\" java&#115;cript:alert(1)\">a</a><a href=\"JaVaScRiPt:x\">b</a>",
    "P:ab" },
  { "X1/file-is-safe", "<p><a href=\"file:///etc/passwd\">a</a></p>", "P:a" },
  { "X1/markdown-file", "[a](file:///etc/passwd)", "P:a" },
  { "X1/data-is-safe", "[a](data:text/html,<b>x</b>) [b](data:x)", "P:[a](data:text/html,<b>x</b>) b" },
  { "X1/relative-is-safe", "[a](/talks/1) <a href=\"/talks/1\">b</a>", "P:a b" },
  { "X1/mailto-is-safe", "<a@example.org> [b](mailto:b@example.org)",
    "P:<a href=\"mailto:a@example.org\">a@example.org</a> <a href=\"mailto:b@example.org\">b</a>" },
  { "X1/spaces-around-tags", "a <b>b</b> c<i> d </i>e", "P:a <b>b</b> c <i>d</i> e" },
  { "X1/spaces-around-tags-in-html", "<p>a <em>b</em> <a href=\"" WEB "\"> c </a> d</p>",
    "P:a <i>b</i> <a href=\"" WEB "\">c</a> d" },
  { "X1/attributes-are-dropped", "<p style=\"x\" onclick='y'><span foreground=\"red\">a</span></p>", "P:a" },
  { "X1/pango-is-not-html", "<tt>a</tt><big>b</big><markup>c", "P:<tt>a</tt>b&lt;markup&gt;c" },

  { "html/paragraphs", "<p>a\nb</p>\n<p>c</p>", "P:a b¶P:c" },
  { "html/paragraphs-unclosed", "a<p>b<p>c", "P:a¶P:b¶P:c" },
  { "html/breaks", "<div>a<br>b<br/>\n<br />c</div>", "P:a\nb¶P:c" },
  { "html/loose-text", "a\nb\n\nc\n<ul><li>d\n\ne</li></ul>\nf", "P:a b¶P:c¶L0•:d e¶P:f" },
  { "html/headings", "<h1>a</h1><H3>b</H3>c", "H:a¶H:b¶P:c" },
  { "html/emphasis", "<p><strong>a</strong><em>b</em><code>c &lt; d</code></p>",
    "P:<b>a</b><i>b</i><tt>c &lt; d</tt>" },
  { "html/quote", "<blockquote><p>a</p><blockquote>b</blockquote></blockquote>c", "Q0:a¶Q1:b¶P:c" },
  { "html/pre", "<pre>\n  a <b>b</b>\n    c\n</pre>d", "C:  a b\n    c¶P:d" },
  { "html/table", "<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "P:a b¶P:c" },
  { "html/bare-url", "<p>See http://example.org/?a=1&amp;b=2</p>",
    "P:See <a href=\"http://example.org/?a=1&amp;b=2\">http://example.org/?a=1&amp;b=2</a>" },
  { "html/stars-are-text", "<p>2 *a* [b] _c_</p>", "P:2 *a* [b] _c_" },
  { "html/three-lists-deep", "<ol><li>a<li>b</ol><ol><li>c</ol>", "L01.:a¶L02.:b¶L01.:c" },

  { "markdown/breaks", "a<br>b<br />\nc<br><br>d", "P:a\nb\nc¶P:d" },
  { "markdown/emphasis", "*a* _b_ **c** __d__ ***e***", "P:<i>a b</i> <b>c d </b><b><i>e</i></b>" },
  { "markdown/emphasis-nested", "**a *b* c** *d **e***",
    "P:<b>a </b><b><i>b</i></b><b> c</b> <i>d </i><b><i>e</i></b>" },
  { "markdown/emphasis-in-chinese", "全球**开源**技术**“峰会”**。", "P:全球<b>开源</b>技术<b>“峰会”</b>。" },
  { "markdown/intraword-underscore", "snake_case_name and _a_b_", "P:snake_case_name and <i>a_b</i>" },
  { "markdown/intraword-star", "Besucher*innen und Teilnehmer*innen, 2*3*4",
    "P:Besucher*innen und Teilnehmer*innen, 2*3*4" },
  { "markdown/intraword-bold", "un**believ**able", "P:un<b>believ</b>able" },
  { "markdown/star-alone", "2 * 3 * 4 *a **b", "P:2 * 3 * 4 *a **b" },
  { "markdown/star-left-over", "**a* b", "P:*<i>a</i> b" },
  { "markdown/emphasis-ends-with-its-paragraph", "*a\n\nb*", "P:*a¶P:b*" },
  { "markdown/escapes", "\\*a\\* \\_ \\[b\\](c) C:\\dir \\\\", "P:*a* _ [b](c) C:\\dir \\" },
  { "markdown/code", "`a *b* <c> &amp;` ``d`e``", "P:<tt>a *b* &lt;c&gt; &amp;amp; d`e</tt>" },
  { "markdown/code-about-html", "Use `<p>` and `<br>`", "P:Use <tt>&lt;p&gt;</tt> and <tt>&lt;br&gt;</tt>" },
  { "markdown/code-unclosed", "don`t *a*", "P:don`t <i>a</i>" },
  { "markdown/link", "[a *b*](" WEB "?x=1&y=2 \"title\")",
    "P:<a href=\"" WEB "?x=1&amp;y=2\">a <i>b</i></a>" },
  { "markdown/link-with-brackets", "[a](<" WEB "a(b>) [c](" WEB "(d))",
    "P:<a href=\"" WEB "a(b\">a</a> <a href=\"" WEB "(d)\">c</a>" },
  { "markdown/pointed-link", "<" WEB "a_b_c>", "P:<a href=\"" WEB "a_b_c\">" WEB "a_b_c</a>" },
  { "markdown/bold-url", "**" WEB "**", "P:<a href=\"" WEB "\"><b>" WEB "</b></a>" },
  { "markdown/brackets", "[1] f[x](y) [a] (b) ]( [c](d e)", "P:[1] f[x](y) [a] (b) ]( [c](d e)" },
  { "markdown/reference",
    "[a *b*][1] and [c][ X ]\n\n[1]: " WEB "?x=1&y=2 \"title\"\n[x]: <mailto:a@example.org>",
    "P:<a href=\"" WEB "?x=1&amp;y=2\">a <i>b</i></a> and <a href=\"mailto:a@example.org\">c</a>" },
  { "markdown/reference-without-words", "[A b][] or [a B]\n[a b]: " WEB,
    "P:<a href=\"" WEB "\">A b</a> or <a href=\"" WEB "\">a B</a>" },
  { "markdown/reference-as-footnote", "[1]: " WEB "\nas in [1], [^2].\n[^2]: " WEB "b",
    "P:as in <a href=\"" WEB "\">[1]</a>, <a href=\"" WEB "b\">[^2]</a>." },
  { "markdown/reference-first-definition-counts", "[a][1]\n[1]: " WEB "\n[1]: " WEB "b",
    "P:<a href=\"" WEB "\">a</a>\n<a href=\"" WEB "\">[1]</a>: <a href=\"" WEB "b\">" WEB "b</a>" },
  { "markdown/reference-without-use", "a\n[1]: " WEB, "P:a\n[1]: <a href=\"" WEB "\">" WEB "</a>" },
  { "markdown/reference-without-definition", "[a][1] [b][] [c]\n[2]: " WEB " [2]",
    "P:[a][1] [b][] [c]\n[2]: <a href=\"" WEB "\">" WEB "</a> [2]" },
  { "markdown/reference-in-code", "[a][1]\n```\n[1]: " WEB "\n```",
    "P:<a href=\"" WEB "\">a</a>¶C:[1]: " WEB },
  { "X1/reference-is-safe", "[a][1] [b][2]\n[1]: javascript:alert(1)\n[2]: file:///etc/passwd",
    "P:[a][1] [b][2]\n[1]: javascript:alert(1)\n[2]: file:///etc/passwd" },
  { "markdown/headings", "# a\n## b ##\ntext\n\nTitle\n=====\nSub\n---\n#tag",
    "H:a¶H:b¶P:text¶H:Title¶H:Sub¶P:#tag" },
  { "markdown/rule", "a\n\n---\n\n* * *\nb", "P:a¶P:b" },
  { "markdown/list", "- a\n- b\n  c\n* d\n+ e\n\nf", "L0•:a¶L0•:b\nc¶L0•:d¶L0•:e¶P:f" },
  { "markdown/list-after-text", "Topics:\n- a\n- b", "P:Topics:¶L0•:a¶L0•:b" },
  { "markdown/list-nested", "- a\n  - b\n    1. c\n    2. d\n- e", "L0•:a¶L1•:b¶L21.:c¶L22.:d¶L0•:e" },
  { "markdown/list-nested-by-tab", "1. a\n\t- b\n2. c", "L01.:a¶L1•:b¶L02.:c" },
  { "markdown/list-numbers", "3) a\n1. b\n\n9. c", "L03.:a¶L04.:b¶L09.:c" },
  { "markdown/list-paragraph", "- a\n\n  b\n\nc", "L0•:a¶L0:b¶P:c" },
  { "markdown/list-of-bullets", "• a\n• b", "L0•:a¶L0•:b" },
  { "markdown/no-list", "in the year\n2023. After\n-5 degrees\n1.5 hours",
    "P:in the year\n2023. After\n-5 degrees\n1.5 hours" },
  { "markdown/quote", "> a\nb\n> > c\n\nd", "Q0:a\nb¶Q1:c¶P:d" },
  { "markdown/fence", "a\n```c\nint *x;\n\n  y < z;\n```\n*b*", "P:a¶C:int *x;\n\n  y &lt; z;¶P:<i>b</i>" },
  { "markdown/fence-unclosed", "~~~\na\n```\n", "C:a\n```" },
  { "markdown/indented-code", "a\n\n    b *c*\n\n      d\n\ne", "P:a¶C:b *c*\n\n  d¶P:e" },
  { "markdown/tags-amid", "**a** <b>b</b> <em>c *d*</em>", "P:<b>a b</b> <i>c d</i>" },
};

static char *
write_block (const PlannerBlock *block)
{
  static const char letters[] = { 'P', 'H', 'L', 'C', 'Q' };
  const gboolean has_depth = block->kind == PLANNER_BLOCK_LIST_ITEM || block->kind == PLANNER_BLOCK_QUOTE;
  g_autofree char *depth = has_depth ? g_strdup_printf ("%u", block->depth) : g_strdup ("");

  return g_strdup_printf ("%c%s%s:%s", letters[block->kind], depth, block->marker ? block->marker : "",
                          block->markup);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attributes,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  const char *const allowed[] = { "markup", "b", "i", "tt", "a", NULL };

  g_assert_true (g_strv_contains (allowed, name));
  if (g_str_equal (name, "a"))
    {
      g_assert_cmpstr (attributes[0], ==, "href");
      g_assert_true (planner_safe_link_check (values[0]));
      g_assert_null (attributes[1]);
    }
  else
    g_assert_null (attributes[0]);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  g_string_append_len (data, text, length);
}

/* Parses markup like Pango. Returns the text that Pango shows. */
static char *
parse_markup (const char *markup)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  GString *text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context =
      g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, text, NULL);
  g_autofree char *whole = g_strdup_printf ("<markup>%s</markup>", markup);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (markup, -1, NULL));
  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return g_string_free_and_steal (text);
}

/* Asserts that all markup is valid and not empty, and that the plain text is the text of the markup. */
static void
check_text (const char *text)
{
  g_autoptr (GPtrArray) blocks = planner_rich_text_parse (text);
  g_autofree char *plain = planner_rich_text_to_plain (text);
  g_autoptr (GString) expected = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const PlannerBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *shown = parse_markup (block->markup);

      g_assert_cmpuint (block->depth, <=, 100);
      g_assert_cmpstr (shown, !=, "");
      if (i > 0)
        g_string_append_c (expected, '\n');
      if (block->marker)
        g_string_append_printf (expected, "%s ", block->marker);
      g_string_append (expected, shown);
    }
  g_assert_cmpstr (plain, ==, expected->str);
}

static void
test_text (gconstpointer data)
{
  const TextCase *text_case = data;
  g_autoptr (GPtrArray) blocks = planner_rich_text_parse (text_case->text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      g_autofree char *block = write_block (g_ptr_array_index (blocks, i));

      g_string_append_printf (found, "%s%s", i > 0 ? "¶" : "", block);
    }
  g_assert_cmpstr (found->str, ==, text_case->blocks);
  check_text (text_case->text);
}

static void
test_plain (void)
{
  g_autofree char *markdown = planner_rich_text_to_plain ("# T & U\n\n*a* [b](" WEB ")\n\n1. c\n   - d");
  g_autofree char *html = planner_rich_text_to_plain ("<p>a &lt; <b>b</b></p><ul><li>c</ul>");
  g_autofree char *line = planner_rich_text_to_plain ("Just a line & no more");
  g_autofree char *nothing = planner_rich_text_to_plain ("");

  g_assert_cmpstr (markdown, ==, "T & U\na b\n1. c\n• d");
  g_assert_cmpstr (html, ==, "a < b\n• c");
  g_assert_cmpstr (line, ==, "Just a line & no more");
  g_assert_cmpstr (nothing, ==, "");
}

typedef struct
{
  const char *uri;
  gboolean safe;
} LinkCase;

static const LinkCase link_cases[] = {
  { "https://example.org", TRUE },
  { "http://example.org:8080/a?b#c", TRUE },
  { "HTTPS://EXAMPLE.ORG/", TRUE },
  { "https://de.example.org/Käse", TRUE },
  { "https://[2001:db8::1]/", TRUE },
  { "mailto:a@example.org", TRUE },
  { "", FALSE },
  { "https://", FALSE },
  { "https:///path", FALSE },
  { "https:example.org", FALSE },
  { "//example.org/", FALSE },
  { "/path", FALSE },
  { "example.org", FALSE },
  { "mailto:", FALSE },
  { "javascript:alert(1)", FALSE },
  { "JAVASCRIPT://example.org/%0aalert(1)", FALSE },
  { "file:///etc/passwd", FALSE },
  { "data:text/html,x", FALSE },
  { "ftp://example.org/", FALSE },
  { "https://example.org/ x", FALSE },
  { "https://example.org/\nx", FALSE },
  { " https://example.org/", FALSE },
  { "java\tscript:x", FALSE },
  { "https://example.org/\xff", FALSE },
};

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (link_cases); i++)
    {
      g_test_message ("%s", link_cases[i].uri);
      g_assert_cmpint (planner_safe_link_check (link_cases[i].uri), ==, link_cases[i].safe);
    }
}

static const char *const soup[] = {
  "*",           "**",      "_",          "`",           "```",         "[",         "](",
  ")",           "<",       ">",          "<b>",         "</b>",        "<p>",       "<ul>",
  "<li>",        "</ul>",   "<a href=\"", "\"",          "'",           "&",         "&amp;",
  "&#x1;",       "&lt;",    "\n",         "\n\n",        "    ",        "- ",        "1. ",
  "> ",          "# ",      "<!--",       "-->",         "<script>",    "</script>", "<pre>",
  "<br>",        "\\",      "!",          "https://a.b", "javascript:", "a",         "源",
  "\xff",        "\001",    "=",          "---",         "~~~",         "</a>",      "<blockquote>",
  "<h1>",        " ",       "\t",         "\r",          "\u00a0",      "<code>",    "</p>",
  "<img alt=\"", "<style>", "é",          "•",           "[1]",         "[a][1]",    "\n[1]: https://a.b\n",
};

static void
test_soup (void)
{
  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const int length = g_test_rand_int_range (0, 60);

      for (int j = 0; j < length; j++)
        g_string_append (text, soup[g_test_rand_int_range (0, G_N_ELEMENTS (soup))]);
      check_text (text->str);
    }
}

static void
test_random_bytes (void)
{
  static const char bytes[] = "*_`[]()<>&;#!\\\"'/=-+.:~ \n\tabhtps1\xc3\xa9\xe6\xba\x90";

  for (guint i = 0; i < 3000; i++)
    {
      char text[120];
      const int length = g_test_rand_int_range (0, sizeof text);

      for (int j = 0; j < length; j++)
        text[j] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
      text[length] = '\0';
      check_text (text);
    }
}

/* Patterns that are slow to read for a careless reader. */
static const char *const pieces[] = {
  "<b>",
  "<b",
  "<a href=\"",
  "<a href='",
  "<!--",
  "<script>",
  "<div>",
  "<ul><li>",
  "<blockquote>",
  "`",
  "`` ",
  "[",
  "[a](",
  "[a](https://a.b \"",
  "](",
  "*a ",
  "**a",
  "*a*",
  "_a_ ",
  "&",
  "&amp;",
  "&#",
  "> ",
  "- a\n",
  "\n\n",
  "http://",
  "h",
  "<a href=\"https://a.b\"><b>x</b>",
  "\\",
  "    a\n",
  "```\n",
  "<h",
  "<pre>\n",
  "![",
  "</script",
  "<a =\"<\" ",
  "a\n",
  "<https:",
  "1. a\n\n",
  "<a ",
  "<!",
  "<![CDATA[",
  "<p>",
  "<td>",
  "<script a=\">",
  "<style><p>",
  "<img alt=\"",
  "<p></",
  "` `` ``` ",
  "*",
  "*_",
  "&nbsp;",
  "&#x41;",
  "http://a(",
  "# &\n",
  "a&\n\n",
  "- &\n",
  "[a](/ \"",
  "[1]: https://a.b\n",
  "[1]: https://a.b/with/a/long/path?that=is&repeated=by&each=use&of=the&label=1\n[1]",
  "[1]:",
  "[a][",
  "[1][1]\n[1]: http://a\n",
};

/* A text of many equal pieces is read, and its blocks are bounded. */
static void
test_repeated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) blocks = NULL;
      gsize size = 0;

      while (text->len < 64 * 1024)
        g_string_append (text, pieces[i]);
      g_test_timer_start ();
      blocks = planner_rich_text_parse (text->str);
      g_test_message ("%s: %.0f ms", pieces[i], g_test_timer_elapsed () * 1000);
      for (guint j = 0; j < blocks->len; j++)
        size += strlen (((PlannerBlock *) g_ptr_array_index (blocks, j))->markup);
      g_assert_cmpuint (blocks->len, <=, 2000);
      g_assert_cmpuint (size, <, 20 * text->len);
      g_assert_cmpfloat (g_test_timer_last (), <, 5);
      check_text (text->str);
    }
}

/* Returns the time of the processor in seconds, which does not depend on other programs. */
static double
measure_reading (const char *start, const char *piece, gsize size)
{
  g_autoptr (GString) text = g_string_new (start);
  g_autoptr (GPtrArray) blocks = NULL;
  clock_t begin;

  while (text->len < size)
    g_string_append (text, piece);
  begin = clock ();
  blocks = planner_rich_text_parse (text->str);

  return (double) (clock () - begin) / CLOCKS_PER_SEC;
}

/* A text of the eightfold length takes some eight times as long, quadratic reading 64 times. */
static void
assert_linear (const char *start, const char *piece)
{
  double ratio = G_MAXDOUBLE;

  for (guint i = 0; i < 5 && ratio > 32; i++)
    {
      const double unit = MAX (measure_reading (start, piece, 16 * 1024), 0.0005);

      ratio = MIN (ratio, measure_reading (start, piece, 128 * 1024) / unit);
    }
  g_test_message ("%s%s: %.1f", start, piece, ratio);
  g_assert_cmpfloat (ratio, <=, 32);
}

/* "<p>" makes a text HTML. */
static void
test_growth (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      assert_linear ("", pieces[i]);
      assert_linear ("<p>", pieces[i]);
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) blocks = NULL;
  const PlannerBlock *block;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, i % 2 ? "<ul><li>" : "<blockquote><b>");
  g_string_append (text, "end");
  blocks = planner_rich_text_parse (text->str);
  g_assert_cmpuint (blocks->len, ==, 1);
  block = g_ptr_array_index (blocks, 0);
  g_assert_cmpuint (block->depth, <=, 8);
  g_assert_nonnull (strstr (block->markup, "end"));
}

static void
test_search (void)
{
  static const char feed[] =
      "{\"schedule\": {\"version\": \"1\", \"conference\": {\"title\": \"T\", \"days\": [{\"date\": \"2026-07-01\","
      "\"rooms\": {\"R\": [{\"id\": 1, \"guid\": \"g\", \"date\": \"2026-07-01T10:00:00+00:00\","
      "\"start\": \"10:00\", \"duration\": \"01:00\", \"title\": \"A\", \"abstract\":"
      "\"<p class='intro'>Caf&eacute; <b>open</b></p>\"}]}}]}}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (feed, strlen (feed));
  g_autoptr (PlannerReport) report = planner_report_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannerAgenda) agenda =
      planner_feed_read (bytes, &(PlannerFeedOptions) { NULL }, report, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (planner_search_text_get (&planner_agenda_get_session (agenda, 0)->search,
                                            PLANNER_SEARCH_ABSTRACT, NULL),
                   ==, "cafe open");
}

static void
test_limit (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  g_autoptr (GPtrArray) blocks = planner_rich_text_parse (text);

  g_assert_cmpuint (blocks->len, ==, 1);
  g_assert_cmpuint (strlen (((PlannerBlock *) g_ptr_array_index (blocks, 0))->markup), ==, 256 * 1024);
}

static void check_member_cb (JsonObject *object, const char *name, JsonNode *node, gpointer data);

static void
check_element_cb (JsonArray *array, guint index, JsonNode *node, gpointer data)
{
  check_member_cb (NULL, "", node, data);
}

static void
check_member_cb (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  guint *n_texts = data;

  if (JSON_NODE_HOLDS_OBJECT (node))
    json_object_foreach_member (json_node_get_object (node), check_member_cb, data);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    json_array_foreach_element (json_node_get_array (node), check_element_cb, data);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      check_text (json_node_get_string (node));
      ++*n_texts;
    }
}

static void
test_real_feeds (void)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n_texts = 0;

  if (skip_without_real_feeds ())
    return;
  folder = g_build_filename (g_getenv ("PLANNER_REAL_FEEDS"), "json", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();

      if (json_parser_load_from_file (parser, path, NULL))
        check_member_cb (NULL, "", json_parser_get_root (parser), &n_texts);
    }
  g_assert_cmpuint (n_texts, >, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text/", text_cases[i].path, NULL);

      g_test_add_data_func (path, &text_cases[i], test_text);
    }
  g_test_add_func ("/text/plain-text", test_plain);
  g_test_add_func ("/text/S2/search-has-no-markup", test_search);
  g_test_add_func ("/text/X1/safe-links", test_links);
  g_test_add_func ("/text/X1/random-tags-are-safe", test_soup);
  g_test_add_func ("/text/X1/random-bytes", test_random_bytes);
  g_test_add_func ("/text/X2/repeated-patterns-have-bounded-blocks", test_repeated);
  g_test_add_func ("/text/V5/reading-time-grows-linearly", test_growth);
  g_test_add_func ("/text/X2/deep-nesting-is-flattened", test_deep);
  g_test_add_func ("/text/X2/limits-are-kept", test_limit);
  g_test_add_func ("/text/real-feeds", test_real_feeds);

  return g_test_run ();
}
