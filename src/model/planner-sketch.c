/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-sketch.h"

#include <string.h>

#define MAX_SHUFFLED_SPEAKERS 100

static void
text_free (PlannerText *text)
{
  planner_text_clear (text);
  g_free (text);
}

static void
copy_text (PlannerText *copy, const PlannerText *text)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    {
      planner_text_add (copy, text->variants[i], text->variants[i + 1]);
      if (text->shown == text->variants[i + 1])
        copy->shown = copy->variants[i + 1];
    }
}

static void
add_speaker (GPtrArray *speakers, const PlannerText *name)
{
  PlannerText *copy = g_new0 (PlannerText, 1);

  copy_text (copy, name);
  g_ptr_array_add (speakers, copy);
}

static const char *
skip_space (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static const char *
find_space (const char *text)
{
  while (*text && !g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static gboolean
is_same_but_for_space (const char *a, const char *b)
{
  if (!a || !b)
    return a == b;

  a = skip_space (a);
  b = skip_space (b);
  while (*a && g_utf8_get_char (a) == g_utf8_get_char (b))
    {
      a = skip_space (g_utf8_next_char (a));
      b = skip_space (g_utf8_next_char (b));
    }

  return *a == *b;
}

static void
digest_words (GChecksum *checksum, const char *text)
{
  for (const char *word = skip_space (text), *end; *word; word = skip_space (end))
    {
      end = find_space (word);
      g_checksum_update (checksum, (const guchar *) word, end - word);
    }
  g_checksum_update (checksum, (const guchar *) "", 1);
}

static void
digest_text (GChecksum *checksum, const PlannerText *text)
{
  for (guint i = 0; text->variants && text->variants[i]; i++)
    digest_words (checksum, text->variants[i]);
  g_checksum_update (checksum, (const guchar *) "", 1);
}

static char *
digest_texts (const PlannerSession *session)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (const PlannerTextField *field = planner_session_fields; field->name; field++)
    if (planner_text_field_get (field, session) != &session->title)
      digest_text (checksum, planner_text_field_get (field, session));

  return g_strdup (g_checksum_get_string (checksum));
}

static const char *
find_variant (const PlannerText *text, const char *language)
{
  for (guint i = 0; text->variants && text->variants[i]; i += 2)
    if (g_str_equal (text->variants[i], language))
      return text->variants[i + 1];

  return NULL;
}

/* Compares the languages that both texts have, so that a new or removed translation does not count as a change. Texts without
 * a common language differ. */
static gboolean
is_same_text (const PlannerText *a, const PlannerText *b)
{
  gboolean shares_language = !a->variants && !b->variants;

  for (guint i = 0; a->variants && a->variants[i]; i += 2)
    {
      const char *other = find_variant (b, a->variants[i]);

      if (other && !is_same_but_for_space (other, a->variants[i + 1]))
        return FALSE;
      shares_language |= other != NULL;
    }

  return shares_language;
}

static gboolean
has_same_order (GPtrArray *a, GPtrArray *b)
{
  for (guint i = 0; i < a->len; i++)
    if (!is_same_text (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
has_speaker (GPtrArray *speakers, const PlannerText *name)
{
  for (guint i = 0; i < speakers->len; i++)
    if (is_same_text (g_ptr_array_index (speakers, i), name))
      return TRUE;

  return FALSE;
}

/* Ignores the order, unless there are so many speakers that comparing all pairs takes long. */
static gboolean
has_same_speakers (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  if (has_same_order (a, b))
    return TRUE;
  if (a->len > MAX_SHUFFLED_SPEAKERS)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (!has_speaker (b, g_ptr_array_index (a, i)) || !has_speaker (a, g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

static gboolean
is_at_same_time (const PlannerSketch *a, const PlannerSketch *b)
{
  return a->start_utc == b->start_utc && a->duration_s == b->duration_s && g_str_equal (a->date, b->date);
}

/* Returns: (transfer full): "de,en" for "de_AT, en-GB" */
static char *
dup_plain_languages (const char *languages)
{
  g_auto (GStrv) codes = g_strsplit_set (languages, ",;/", -1);
  g_autofree char *joined = NULL;

  for (guint i = 0; codes[i]; i++)
    {
      g_strstrip (codes[i]);
      codes[i][strcspn (codes[i], "-_")] = '\0';
    }
  joined = g_strjoinv (",", codes);

  return g_ascii_strdown (joined, -1);
}

/* A language that becomes known need not be another one. */
static gboolean
has_other_language (const PlannerSketch *was, const PlannerSketch *is)
{
  g_autofree char *old = was->language ? dup_plain_languages (was->language) : NULL;
  g_autofree char *new = is->language ? dup_plain_languages (is->language) : NULL;

  return old && new && !g_str_equal (old, new);
}

static PlannerChangeFlags
compare_details (const PlannerSketch *was, const PlannerSketch *is)
{
  PlannerChangeFlags flags = 0;

  if (!was->text_digest || !is->text_digest)
    return 0;
  if (!g_str_equal (was->text_digest, is->text_digest))
    flags |= PLANNER_CHANGE_ABSTRACT;
  if (has_other_language (was, is))
    flags |= PLANNER_CHANGE_LANGUAGE;
  if (was->not_recorded != is->not_recorded)
    flags |= PLANNER_CHANGE_RECORDING;

  return flags;
}

static void
sketch_clear (PlannerSketch *sketch)
{
  planner_text_clear (&sketch->title);
  planner_text_clear (&sketch->room);
  planner_text_clear (&sketch->forum);
  g_clear_pointer (&sketch->speakers, g_ptr_array_unref);
  g_free (sketch->date);
  g_free (sketch->room_name);
  g_free (sketch->forum_name);
  g_free (sketch->text_digest);
  g_free (sketch->language);
}

/**
 * planner_sketch_new_empty:
 *
 * Returns: (transfer full): an empty sketch; fill it before any other code uses it
 */
PlannerSketch *
planner_sketch_new_empty (void)
{
  PlannerSketch *sketch = g_atomic_rc_box_new0 (PlannerSketch);

  sketch->start_utc = PLANNER_TIME_UNKNOWN;
  sketch->speakers = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);

  return sketch;
}

/**
 * planner_sketch_new:
 * @agenda: the agenda of @session
 *
 * Returns: (transfer full): a sketch that keeps no reference to @agenda
 */
PlannerSketch *
planner_sketch_new (const PlannerAgenda *agenda, const PlannerSession *session)
{
  PlannerSketch *sketch;

  g_return_val_if_fail (agenda != NULL && session != NULL, NULL);

  sketch = planner_sketch_new_empty ();
  copy_text (&sketch->title, &session->title);
  sketch->date = g_strdup (planner_agenda_get_day (agenda, session)->date);
  sketch->start_utc = session->start_utc;
  sketch->duration_s = session->duration_s;
  sketch->room_name = session->room ? g_strdup (session->room->name) : NULL;
  if (session->room)
    copy_text (&sketch->room, &session->room->title);
  sketch->forum_name = session->forum ? g_strdup (session->forum->name) : NULL;
  if (session->forum)
    copy_text (&sketch->forum, &session->forum->title);
  for (guint i = 0; i < session->n_speakers; i++)
    add_speaker (sketch->speakers, &session->speakers[i]->name);
  sketch->text_digest = digest_texts (session);
  sketch->language = g_strdup (session->language);
  sketch->cancelled = session->cancelled;
  sketch->not_recorded = session->not_recorded;

  return sketch;
}

static gboolean
has_equal_variants (const PlannerText *a, const PlannerText *b)
{
  if (!a->variants || !b->variants)
    return a->variants == b->variants;

  return g_strv_equal ((const char *const *) a->variants, (const char *const *) b->variants);
}

static gboolean
has_equal_texts (const PlannerSession *a, const PlannerSession *b)
{
  for (const PlannerTextField *field = planner_session_fields; field->name; field++)
    if (!has_equal_variants (planner_text_field_get (field, a), planner_text_field_get (field, b)))
      return FALSE;
  for (guint i = 0; i < MIN (a->n_speakers, b->n_speakers); i++)
    if (!has_equal_variants (&a->speakers[i]->name, &b->speakers[i]->name))
      return FALSE;

  return a->n_speakers == b->n_speakers;
}

static gboolean
has_equal_values (const PlannerSession *a, const PlannerSession *b)
{
  return a->start_utc == b->start_utc && a->duration_s == b->duration_s && a->cancelled == b->cancelled &&
         a->not_recorded == b->not_recorded && g_strcmp0 (a->language, b->language) == 0 &&
         g_strcmp0 (a->room ? a->room->name : NULL, b->room ? b->room->name : NULL) == 0 &&
         g_strcmp0 (a->forum ? a->forum->name : NULL, b->forum ? b->forum->name : NULL) == 0;
}

/**
 * planner_sketch_is_needed:
 * @was_agenda: the agenda of @was
 * @was: the session in the earlier edition
 * @is_agenda: the agenda of @is
 * @is: the session in the later edition
 *
 * Most sessions are the same in both editions. Comparing them is faster than making their sketches.
 *
 * Returns: %FALSE if planner_sketch_compare() would find no difference, because all that sketches contain is equal
 */
gboolean
planner_sketch_is_needed (const PlannerAgenda *was_agenda,
                          const PlannerSession *was,
                          const PlannerAgenda *is_agenda,
                          const PlannerSession *is)
{
  g_return_val_if_fail (was_agenda != NULL && was != NULL && is_agenda != NULL && is != NULL, TRUE);

  return !has_equal_values (was, is) || !has_equal_texts (was, is) ||
         !g_str_equal (planner_agenda_get_day (was_agenda, was)->date,
                       planner_agenda_get_day (is_agenda, is)->date);
}

PlannerSketch *
planner_sketch_ref (PlannerSketch *sketch)
{
  return g_atomic_rc_box_acquire (sketch);
}

void
planner_sketch_unref (PlannerSketch *sketch)
{
  g_atomic_rc_box_release_full (sketch, (GDestroyNotify) sketch_clear);
}

/**
 * planner_sketch_compare:
 * @was: the session in the earlier edition
 * @is: the session in the later edition
 *
 * Returns: how the two differ, or 0; never NEW, WITHDRAWN or CLASHES, which two sketches alone cannot show
 */
PlannerChangeFlags
planner_sketch_compare (const PlannerSketch *was, const PlannerSketch *is)
{
  PlannerChangeFlags flags = 0;

  g_return_val_if_fail (was != NULL && is != NULL, 0);

  if (is->cancelled && !was->cancelled)
    flags |= PLANNER_CHANGE_CANCELLED;
  if (was->cancelled && !is->cancelled)
    flags |= PLANNER_CHANGE_RESTORED;
  if (!is_at_same_time (was, is))
    flags |= PLANNER_CHANGE_MOVED;
  if (!is_same_but_for_space (was->room_name, is->room_name))
    flags |= PLANNER_CHANGE_ROOM;
  if (!is_same_text (&was->title, &is->title))
    flags |= PLANNER_CHANGE_TITLE;
  if (!has_same_speakers (was->speakers, is->speakers))
    flags |= PLANNER_CHANGE_SPEAKERS;
  if (!is_same_but_for_space (was->forum_name, is->forum_name))
    flags |= PLANNER_CHANGE_FORUM;

  return flags | compare_details (was, is);
}
