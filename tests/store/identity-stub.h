/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "plan/planner-identity.h"

PlannerIdentity *
planner_identity_copy (const PlannerIdentity *identity)
{
  PlannerIdentity *copy = g_new0 (PlannerIdentity, 1);

  copy->key = g_strdup (identity->key);
  copy->guid = g_strdup (identity->guid);
  copy->id = g_strdup (identity->id);
  copy->code = g_strdup (identity->code);
  copy->slug = g_strdup (identity->slug);
  copy->title = g_strdup (identity->title);
  copy->speakers = g_strdup (identity->speakers);
  copy->start_utc = identity->start_utc;

  return copy;
}

PlannerIdentity *
planner_identity_new (const PlannerSession *session)
{
  g_autofree char *speakers = planner_session_dup_speaker_names (session);
  const PlannerIdentity borrowed = {
    .key = session->key,
    .guid = session->guid,
    .id = session->id,
    .code = session->code,
    .slug = session->slug,
    .title = (char *) session->title.shown,
    .speakers = speakers,
    .start_utc = session->start_utc,
  };

  return planner_identity_copy (&borrowed);
}

void
planner_identity_free (PlannerIdentity *identity)
{
  g_free (identity->key);
  g_free (identity->guid);
  g_free (identity->id);
  g_free (identity->code);
  g_free (identity->slug);
  g_free (identity->title);
  g_free (identity->speakers);
  g_free (identity);
}

static const PlannerSession *
stub_find (const PlannerIdentity *identity, const PlannerAgenda *agenda)
{
  const PlannerSession *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      if (g_strcmp0 (session->guid, identity->guid) != 0)
        continue;
      if (session->start_utc == identity->start_utc)
        return session;
      found = session;
      n_found++;
    }

  return n_found == 1 ? found : NULL;
}

GPtrArray *
planner_identities_match (GPtrArray *identities, const PlannerAgenda *agenda)
{
  GPtrArray *sessions = g_ptr_array_new ();

  for (guint i = 0; i < identities->len; i++)
    g_ptr_array_add (sessions, (gpointer) stub_find (g_ptr_array_index (identities, i), agenda));

  return sessions;
}
