/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Serializes the parts of a change that the database does not query, as a GVariant.
 */

#include "store/planner-change-bytes.h"

#define TEXT "as"
#define MAYBE_STRING(name) "ms"
#define IDENTITY "(" PLANNER_IDENTITY_TEXTS (MAYBE_STRING) "x)"
#define SKETCH_1 "(" TEXT "sxxms" TEXT "ms" TEXT "a" TEXT "sb)"
#define SKETCH_2 "(" SKETCH_1 "msb)"
#define DETAILS_1 "(" IDENTITY "m" SKETCH_1 "m" SKETCH_1 "msms)"
#define DETAILS_2 "(" IDENTITY "m" SKETCH_2 "m" SKETCH_2 "msmsms)"

static GVariant *
text_to_variant (const PlannerText *text)
{
  return g_variant_new_strv ((const char *const *) text->variants, text->variants ? -1 : 0);
}

static GVariant *
identity_to_variant (const PlannerIdentity *identity)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE (IDENTITY));
  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    g_variant_builder_add (&builder, "ms", identity->texts[i]);
  g_variant_builder_add (&builder, "x", identity->start_utc);

  return g_variant_builder_end (&builder);
}

static GVariant *
speakers_to_variant (GPtrArray *speakers)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" TEXT));
  for (guint i = 0; i < speakers->len; i++)
    g_variant_builder_add_value (&builder, text_to_variant (g_ptr_array_index (speakers, i)));

  return g_variant_builder_end (&builder);
}

static GVariant *
sketch_to_variant (const PlannerSketch *sketch)
{
  GVariant *first;

  if (!sketch)
    return g_variant_new_maybe (G_VARIANT_TYPE (SKETCH_2), NULL);

  first = g_variant_new ("(@" TEXT "sxxms@" TEXT "ms@" TEXT "@a" TEXT "sb)", text_to_variant (&sketch->title),
                         sketch->date, sketch->start_utc, sketch->duration_s, sketch->room_name,
                         text_to_variant (&sketch->room), sketch->forum_name,
                         text_to_variant (&sketch->forum), speakers_to_variant (sketch->speakers),
                         sketch->text_digest ? sketch->text_digest : "", sketch->cancelled);

  return g_variant_new_maybe (NULL, g_variant_new ("(@" SKETCH_1 "msb)", first, sketch->language,
                                                   sketch->not_recorded));
}

static void
read_text (PlannerText *text, GVariant *variant)
{
  g_autofree const char **variants = g_variant_get_strv (variant, NULL);

  for (guint i = 0; variants[i] && variants[i + 1]; i += 2)
    planner_text_add (text, variants[i], variants[i + 1]);
  /* A text in one language is shown as it is. */
  if (text->variants && text->variants[2])
    planner_text_choose (text, g_get_language_names ());
}

static void
read_speakers (GPtrArray *speakers, GVariant *variant)
{
  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);
      PlannerText *name = g_new0 (PlannerText, 1);

      read_text (name, child);
      g_ptr_array_add (speakers, name);
    }
}

static PlannerIdentity *
read_identity (GVariant *variant)
{
  PlannerIdentity *identity = g_new0 (PlannerIdentity, 1);

  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    g_variant_get_child (variant, i, "ms", &identity->texts[i]);
  g_variant_get_child (variant, PLANNER_IDENTITY_N_TEXTS, "x", &identity->start_utc);

  return identity;
}

static PlannerSketch *
read_sketch_1 (GVariant *variant)
{
  g_autoptr (GVariant) title = NULL, room = NULL, forum = NULL, speakers = NULL;
  PlannerSketch *sketch = planner_sketch_new_empty ();

  g_variant_get (variant, "(@" TEXT "sxxms@" TEXT "ms@" TEXT "@a" TEXT "sb)", &title, &sketch->date,
                 &sketch->start_utc, &sketch->duration_s, &sketch->room_name, &room, &sketch->forum_name,
                 &forum, &speakers, &sketch->text_digest, &sketch->cancelled);
  read_text (&sketch->title, title);
  read_text (&sketch->room, room);
  read_text (&sketch->forum, forum);
  read_speakers (sketch->speakers, speakers);

  return sketch;
}

static PlannerSketch *
read_sketch_2 (GVariant *variant)
{
  g_autoptr (GVariant) first = g_variant_get_child_value (variant, 0);
  PlannerSketch *sketch = read_sketch_1 (first);

  g_variant_get_child (variant, 1, "ms", &sketch->language);
  g_variant_get_child (variant, 2, "b", &sketch->not_recorded);

  return sketch;
}

/* The first format has another digest, which cannot be compared. Returns: (nullable) (transfer full): the sketch in a maybe
 * value, or %NULL */
static PlannerSketch *
read_sketch (GVariant *maybe, int format)
{
  g_autoptr (GVariant) variant = g_variant_get_maybe (maybe);
  PlannerSketch *sketch;

  if (!variant)
    return NULL;

  sketch = format == 1 ? read_sketch_1 (variant) : read_sketch_2 (variant);
  if (format == 1 || !*sketch->text_digest)
    g_clear_pointer (&sketch->text_digest, g_free);

  return sketch;
}

/**
 * planner_change_to_bytes:
 *
 * Returns: (transfer full): the identity, the sketches and the clash of @change, in %PLANNER_CHANGE_FORMAT
 */
GBytes *
planner_change_to_bytes (const PlannerChange *change)
{
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new ("(@" IDENTITY "@m" SKETCH_2 "@m" SKETCH_2 "msmsms)",
                                         identity_to_variant (change->identity),
                                         sketch_to_variant (change->was), sketch_to_variant (change->is),
                                         change->clash_key, change->clash_title, change->clash_conference));

  return g_variant_get_data_as_bytes (variant);
}

/**
 * planner_change_new_from_bytes:
 * @bytes: from planner_change_to_bytes()
 * @format: the format of @bytes, from 1 to %PLANNER_CHANGE_FORMAT
 *
 * Returns: (nullable) (transfer full): a change with the parts in @bytes; %NULL if @bytes are damaged
 */
PlannerChange *
planner_change_new_from_bytes (GBytes *bytes, int format)
{
  const char *type = format == 1 ? DETAILS_1 : DETAILS_2;
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));
  g_autoptr (GVariant) identity_variant = NULL, was_variant = NULL, is_variant = NULL;
  g_autoptr (PlannerIdentity) identity = NULL;
  g_autoptr (PlannerSketch) was = NULL, is = NULL;
  PlannerChange *change;

  if (!g_variant_is_normal_form (variant))
    return NULL;

  identity_variant = g_variant_get_child_value (variant, 0);
  was_variant = g_variant_get_child_value (variant, 1);
  is_variant = g_variant_get_child_value (variant, 2);
  identity = read_identity (identity_variant);
  was = read_sketch (was_variant, format);
  is = read_sketch (is_variant, format);
  if (!identity->key || (!was && !is))
    return NULL;

  change = planner_change_new (identity, was, is);
  g_variant_get_child (variant, 3, "ms", &change->clash_key);
  g_variant_get_child (variant, 4, "ms", &change->clash_title);
  if (format > 1)
    g_variant_get_child (variant, 5, "ms", &change->clash_conference);

  return change;
}
