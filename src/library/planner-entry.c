/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-entry.h"

#include "model/planner-fold.h"
#include "model/planner-lead.h"
#include "model/planner-session-equal.h"

struct _PlannerEntry
{
  GObject parent_instance;

  PlannerAgenda *agenda;         /* owned */
  const PlannerSession *session; /* borrowed from agenda */
  gboolean starred;
  gboolean plan_b;
  char *note;        /* owned, nullable */
  char *search_note; /* owned, nullable: note for a search, by planner_fold() */
  char *absent_key;  /* owned, nullable: the key of the star if the agenda lacks the session */
  gboolean past;
  guint n_clashes;
  int lead_s;
  PlannerMark mark;
  GStrv friends; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (PlannerEntry, planner_entry, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlannerMark,
                    planner_mark,
                    G_DEFINE_ENUM_VALUE (PLANNER_MARK_NONE, "none"),
                    G_DEFINE_ENUM_VALUE (PLANNER_MARK_NEW, "new"),
                    G_DEFINE_ENUM_VALUE (PLANNER_MARK_CHANGED, "changed"))

typedef enum
{
  PROP_SESSION = 1,
  PROP_STARRED,
  PROP_PLAN_B,
  PROP_NOTE,
  PROP_WITHDRAWN,
  PROP_PAST,
  PROP_CLASHING,
  PROP_LEAD_S,
  PROP_MARK,
  PROP_FRIENDS,
} PlannerEntryProperty;

static GParamSpec *properties[PROP_FRIENDS + 1];

static void
planner_entry_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlannerEntry *self = PLANNER_ENTRY (object);

  switch ((PlannerEntryProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_pointer (value, (gpointer) self->session);
      break;
    case PROP_STARRED:
      g_value_set_boolean (value, self->starred);
      break;
    case PROP_PLAN_B:
      g_value_set_boolean (value, self->plan_b);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_WITHDRAWN:
      g_value_set_boolean (value, planner_entry_get_withdrawn (self));
      break;
    case PROP_PAST:
      g_value_set_boolean (value, planner_entry_get_past (self));
      break;
    case PROP_CLASHING:
      g_value_set_boolean (value, self->n_clashes > 0);
      break;
    case PROP_LEAD_S:
      g_value_set_int (value, self->lead_s);
      break;
    case PROP_MARK:
      g_value_set_enum (value, self->mark);
      break;
    case PROP_FRIENDS:
      g_value_set_boxed (value, self->friends);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
planner_entry_finalize (GObject *object)
{
  PlannerEntry *self = PLANNER_ENTRY (object);

  g_clear_pointer (&self->agenda, planner_agenda_unref);
  g_free (self->absent_key);
  g_free (self->note);
  g_free (self->search_note);
  g_strfreev (self->friends);

  G_OBJECT_CLASS (planner_entry_parent_class)->finalize (object);
}

static void
planner_entry_class_init (PlannerEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_entry_get_property;
  object_class->finalize = planner_entry_finalize;

  properties[PROP_SESSION] = g_param_spec_pointer ("session", NULL, NULL, flags);
  properties[PROP_STARRED] = g_param_spec_boolean ("starred", NULL, NULL, FALSE, flags);
  properties[PROP_PLAN_B] = g_param_spec_boolean ("plan-b", NULL, NULL, FALSE, flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, flags);
  properties[PROP_WITHDRAWN] = g_param_spec_boolean ("withdrawn", NULL, NULL, FALSE, flags);
  properties[PROP_PAST] = g_param_spec_boolean ("past", NULL, NULL, FALSE, flags);
  properties[PROP_CLASHING] = g_param_spec_boolean ("clashing", NULL, NULL, FALSE, flags);
  properties[PROP_LEAD_S] =
      g_param_spec_int ("lead-s", NULL, NULL, PLANNER_LEAD_DEFAULT, G_MAXINT, PLANNER_LEAD_DEFAULT, flags);
  properties[PROP_MARK] = g_param_spec_enum ("mark", NULL, NULL, PLANNER_TYPE_MARK, PLANNER_MARK_NONE, flags);
  properties[PROP_FRIENDS] = g_param_spec_boxed ("friends", NULL, NULL, G_TYPE_STRV, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_entry_init (PlannerEntry *self)
{
  self->lead_s = PLANNER_LEAD_DEFAULT;
}

PlannerEntry *
planner_entry_new (PlannerAgenda *agenda, const PlannerSession *session)
{
  PlannerEntry *self = g_object_new (PLANNER_TYPE_ENTRY, NULL);

  self->agenda = planner_agenda_ref (agenda);
  self->session = session;

  return self;
}

PlannerAgenda *
planner_entry_get_agenda (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), NULL);

  return self->agenda;
}

const PlannerSession *
planner_entry_get_session (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), NULL);

  return self->session;
}

/**
 * planner_entry_get_key:
 *
 * Returns: the key of the entry, which is unique in its conference
 */
const char *
planner_entry_get_key (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), NULL);

  return self->absent_key ? self->absent_key : self->session->key;
}

const PlannerDay *
planner_entry_get_day (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), NULL);

  return planner_agenda_get_day (self->agenda, self->session);
}

gboolean
planner_entry_get_starred (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), FALSE);

  return self->starred;
}

gboolean
planner_entry_get_plan_b (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), FALSE);

  return self->plan_b;
}

/**
 * planner_entry_is_going:
 *
 * Returns: whether the session is starred and not plan B
 */
gboolean
planner_entry_is_going (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), FALSE);

  return self->starred && !self->plan_b;
}

const char *
planner_entry_get_note (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), NULL);

  return self->note;
}

/**
 * planner_entry_rank:
 *
 * Returns: how well @query finds the session or its note, see planner_query_rank(); 0 for not at all
 */
guint
planner_entry_rank (PlannerEntry *self, const PlannerQuery *query)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self) && query != NULL, 0);

  return planner_query_rank (query, self->agenda, self->session, self->search_note);
}

gboolean
planner_entry_get_withdrawn (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), FALSE);

  return self->absent_key != NULL && !self->past;
}

/**
 * planner_entry_get_past:
 *
 * Returns: whether the schedule dropped the session after its end, so that it is kept only because it is starred. Such an
 *   entry is not withdrawn.
 */
gboolean
planner_entry_get_past (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), FALSE);

  return self->absent_key != NULL && self->past;
}

/**
 * planner_entry_is_absent:
 *
 * Returns: whether the agenda of the conference lacks the session: the entry is withdrawn or past
 */
gboolean
planner_entry_is_absent (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), FALSE);

  return self->absent_key != NULL;
}

gboolean
planner_entry_get_clashing (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), FALSE);

  return self->n_clashes > 0;
}

int
planner_entry_get_lead_s (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), 0);

  return self->lead_s;
}

PlannerMark
planner_entry_get_mark (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), PLANNER_MARK_NONE);

  return self->mark;
}

/**
 * planner_entry_set_session:
 * @agenda: the agenda of @session, a new edition
 *
 * Notifies only if the new edition shows something else of the session, so that other rows are not bound again.
 */
void
planner_entry_set_session (PlannerEntry *self, PlannerAgenda *agenda, const PlannerSession *session)
{
  g_autoptr (PlannerAgenda) old_agenda = NULL;
  const PlannerSession *old_session;

  g_return_if_fail (PLANNER_IS_ENTRY (self) && agenda != NULL && session != NULL);

  if (self->session == session)
    return;

  old_agenda = self->agenda;
  old_session = self->session;
  self->agenda = planner_agenda_ref (agenda);
  self->session = session;
  if (!planner_session_is_equal (old_agenda, old_session, agenda, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

static void
set_boolean (PlannerEntry *self, gboolean *field, gboolean value, PlannerEntryProperty property)
{
  if (*field == value)
    return;

  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
planner_entry_set_starred (PlannerEntry *self, gboolean starred)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  set_boolean (self, &self->starred, starred, PROP_STARRED);
}

void
planner_entry_set_plan_b (PlannerEntry *self, gboolean plan_b)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  set_boolean (self, &self->plan_b, plan_b, PROP_PLAN_B);
}

/**
 * planner_entry_set_note:
 * @note: (nullable): from planner_note_clean()
 */
void
planner_entry_set_note (PlannerEntry *self, const char *note)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  if (!g_set_str (&self->note, note))
    return;

  g_free (self->search_note);
  self->search_note = note ? planner_fold (note) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTE]);
}

static void
set_absent (PlannerEntry *self, const char *key, gboolean past)
{
  const gboolean was_withdrawn = planner_entry_get_withdrawn (self), was_past = planner_entry_get_past (self);

  g_set_str (&self->absent_key, key);
  self->past = past;
  if (was_withdrawn != planner_entry_get_withdrawn (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WITHDRAWN]);
  if (was_past != planner_entry_get_past (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAST]);
}

/**
 * planner_entry_set_withdrawn:
 * @key: (nullable): the key of the star in the store if the agenda lacks the session; %NULL if the agenda has it
 */
void
planner_entry_set_withdrawn (PlannerEntry *self, const char *key)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  set_absent (self, key, FALSE);
}

/**
 * planner_entry_set_past:
 * @key: the key of the star in the store
 *
 * For a session that the schedule dropped after its end.
 */
void
planner_entry_set_past (PlannerEntry *self, const char *key)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self) && key != NULL);

  set_absent (self, key, TRUE);
}

/**
 * planner_entry_set_n_clashes:
 * @n_clashes: the number of starred sessions that take place at the same time
 *
 * Notifies of the property clashing also if only the number has changed, so that views show the other sessions again.
 */
void
planner_entry_set_n_clashes (PlannerEntry *self, guint n_clashes)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  if (self->n_clashes == n_clashes)
    return;

  self->n_clashes = n_clashes;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CLASHING]);
}

void
planner_entry_set_lead_s (PlannerEntry *self, int lead_s)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  if (self->lead_s == lead_s)
    return;

  self->lead_s = lead_s;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LEAD_S]);
}

void
planner_entry_set_mark (PlannerEntry *self, PlannerMark mark)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  if (self->mark == mark)
    return;

  self->mark = mark;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MARK]);
}

/**
 * planner_entry_get_friends:
 *
 * Returns: (nullable) (transfer none): the names of the friends who go there; never empty
 */
const char *const *
planner_entry_get_friends (PlannerEntry *self)
{
  g_return_val_if_fail (PLANNER_IS_ENTRY (self), NULL);

  return (const char *const *) self->friends;
}

/**
 * planner_entry_set_friends:
 * @friends: (nullable): names, one at least
 */
void
planner_entry_set_friends (PlannerEntry *self, const char *const *friends)
{
  g_return_if_fail (PLANNER_IS_ENTRY (self));

  if (self->friends == NULL && friends == NULL)
    return;
  if (self->friends && friends && g_strv_equal ((const char *const *) self->friends, friends))
    return;

  g_strfreev (self->friends);
  self->friends = g_strdupv ((char **) friends);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRIENDS]);
}

/* Sorts sessions without a time: in the order of the agenda, then those that the agenda lacks. */
static int
compare_unknown_times (PlannerEntry *a, PlannerEntry *b)
{
  const gboolean a_absent = planner_entry_is_absent (a), b_absent = planner_entry_is_absent (b);

  if (a_absent != b_absent)
    return a_absent - b_absent;
  if (a->agenda != b->agenda)
    return 0;

  return (a->session->position > b->session->position) - (a->session->position < b->session->position);
}

/* Sorts an unknown day after every date. */
static int
compare_days (const char *a, const char *b)
{
  if (!*a || !*b)
    return (*a == '\0') - (*b == '\0');

  return g_strcmp0 (a, b);
}

/**
 * planner_entry_compare:
 *
 * Compares entries of any editions by day and start, then by title and key. On each day, sessions without a time come last,
 * in the order of the agenda.
 *
 * Returns: below, equal to or above 0, as for strcmp()
 */
int
planner_entry_compare (PlannerEntry *a, PlannerEntry *b)
{
  int order = compare_days (planner_entry_get_day (a)->date, planner_entry_get_day (b)->date);

  if (order == 0)
    order = planner_time_compare (a->session->start_utc, b->session->start_utc);
  if (order == 0 && !planner_session_has_time (a->session))
    order = compare_unknown_times (a, b);
  if (order == 0)
    order = g_strcmp0 (a->session->title.shown, b->session->title.shown);
  if (order == 0)
    order = g_strcmp0 (a->session->key, b->session->key);

  return order;
}
