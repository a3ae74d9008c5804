/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/planner-identity.h"

/* The first variant does not depend on the reader's language. */
static const char *
get_own_text (const PlannerText *text)
{
  return text->variants ? text->variants[1] : NULL;
}

/**
 * planner_identity_join_speakers:
 *
 * Returns: (transfer full): the names of the session's speakers in the schedule's own language, joined by ", "
 */
char *
planner_identity_join_speakers (const PlannerSession *session)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < session->n_speakers; i++)
    {
      const char *name = get_own_text (&session->speakers[i]->name);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name ? name : session->speakers[i]->id);
    }

  return g_string_free_and_steal (names);
}

/**
 * planner_identity_borrow:
 *
 * Returns: (transfer none): the identity of @session without its speakers; its texts are those of @session
 */
PlannerIdentity
planner_identity_borrow (const PlannerSession *session)
{
  return (PlannerIdentity) {
    .key = session->key,
    .guid = session->guid,
    .id = session->id,
    .code = session->code,
    .slug = session->slug,
    .title = (char *) get_own_text (&session->title),
    .start_utc = session->start_utc,
  };
}

/**
 * planner_identity_is_equal:
 *
 * Returns: whether all texts and the start are the same
 */
gboolean
planner_identity_is_equal (const PlannerIdentity *a, const PlannerIdentity *b)
{
  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    if (g_strcmp0 (a->texts[i], b->texts[i]) != 0)
      return FALSE;

  return a->start_utc == b->start_utc;
}

PlannerIdentity *
planner_identity_copy (const PlannerIdentity *identity)
{
  PlannerIdentity *copy;

  g_return_val_if_fail (identity != NULL, NULL);

  copy = g_new0 (PlannerIdentity, 1);
  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    copy->texts[i] = g_strdup (identity->texts[i]);
  copy->start_utc = identity->start_utc;

  return copy;
}

/**
 * planner_identity_new:
 *
 * Returns: (transfer full): the identity of @session
 */
PlannerIdentity *
planner_identity_new (const PlannerSession *session)
{
  PlannerIdentity borrowed, *identity;

  g_return_val_if_fail (session != NULL, NULL);

  borrowed = planner_identity_borrow (session);
  identity = planner_identity_copy (&borrowed);
  identity->speakers = planner_identity_join_speakers (session);

  return identity;
}

void
planner_identity_free (PlannerIdentity *identity)
{
  for (guint i = 0; i < PLANNER_IDENTITY_N_TEXTS; i++)
    g_free (identity->texts[i]);
  g_free (identity);
}
