/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/planner-agenda.h"

G_BEGIN_DECLS

/**
 * PlannerPerson:
 * @key: identifies the person within an agenda
 * @speakers: (element-type PlannerSpeaker): the speakers of the agenda who are this person, at least one; borrowed from the
 *   agenda
 * @n_sessions: the number of sessions at which the person speaks
 *
 * A person who speaks. An agenda may have the same person several times, with an id in one place and without it in another.
 */
typedef struct
{
  char *key;
  GPtrArray *speakers;
  guint n_sessions;
} PlannerPerson;

GPtrArray *planner_people_list (const PlannerAgenda *agenda);
const PlannerPerson *planner_people_find (const GPtrArray *people, const char *key);

char *planner_speaker_dup_key (const PlannerSpeaker *speaker);
gboolean planner_person_speaks_at (const PlannerPerson *person, const PlannerSession *session);

char *planner_person_dup_letter (const char *name);
int planner_person_compare_letters (const char *a, const char *b);

G_END_DECLS
