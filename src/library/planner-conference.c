/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference.h"

#include "library/planner-conference-private.h"

G_DEFINE_FINAL_TYPE (PlannerConference, planner_conference, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_ADDRESS,
  PROP_AGENDA,
  PROP_ENTRIES,
  PROP_STARRED,
  PROP_N_STARRED,
  PROP_N_GOING,
  PROP_FORUMS,
  PROP_CHANGES,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_UPDATED_UTC,
  PROP_REPLACED_UTC,
  PROP_ERROR,
} PlannerConferenceProperty;

static GParamSpec *properties[PROP_ERROR + 1];

static void
planner_conference_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  PlannerConference *self = PLANNER_CONFERENCE (object);

  switch ((PlannerConferenceProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->record->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, planner_conference_get_title (self));
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->record->address);
      break;
    case PROP_AGENDA:
      g_value_set_boxed (value, self->entries->agenda);
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries->all);
      break;
    case PROP_STARRED:
      g_value_set_object (value, self->entries->starred);
      break;
    case PROP_N_STARRED:
      g_value_set_uint (value, planner_conference_get_n_starred (self));
      break;
    case PROP_N_GOING:
      g_value_set_uint (value, planner_conference_get_n_going (self));
      break;
    case PROP_FORUMS:
      g_value_set_object (value, self->entries->forums);
      break;
    case PROP_CHANGES:
      g_value_set_object (value, self->changes);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_UPDATED_UTC:
      g_value_set_int64 (value, self->record->updated_utc);
      break;
    case PROP_REPLACED_UTC:
      g_value_set_int64 (value, self->record->replaced_utc);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
planner_conference_finalize (GObject *object)
{
  PlannerConference *self = PLANNER_CONFERENCE (object);

  g_clear_object (&self->changes);
  g_clear_object (&self->hidden);
  g_clear_object (&self->view_state);
  if (self->clashes)
    planner_clashes_remove (self->clashes, self->entries);
  g_clear_pointer (&self->clashes, planner_clashes_unref);
  g_clear_pointer (&self->entries, planner_entries_free);
  g_clear_pointer (&self->record, planner_conference_record_free);
  g_clear_pointer (&self->refresh_tasks, g_ptr_array_unref);
  g_clear_pointer (&self->writer, planner_star_writer_free);
  g_clear_object (&self->cancellable);
  g_free (self->fetched_address);
  g_clear_error (&self->error);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->time_source);
  g_clear_pointer (&self->worker, planner_worker_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (planner_conference_parent_class)->finalize (object);
}

static void
planner_conference_class_init (PlannerConferenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_conference_get_property;
  object_class->finalize = planner_conference_finalize;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ADDRESS] = g_param_spec_string ("address", NULL, NULL, NULL, flags);
  properties[PROP_AGENDA] = g_param_spec_boxed ("agenda", NULL, NULL, PLANNER_TYPE_AGENDA, flags);
  properties[PROP_ENTRIES] = g_param_spec_object ("entries", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_STARRED] = g_param_spec_object ("starred", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_N_STARRED] = g_param_spec_uint ("n-starred", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_GOING] = g_param_spec_uint ("n-going", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FORUMS] = g_param_spec_object ("forums", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_CHANGES] = g_param_spec_object ("changes", NULL, NULL, PLANNER_TYPE_CHANGE_LIST, flags);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, PLANNER_TYPE_CONFERENCE_STATE, PLANNER_CONFERENCE_IDLE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1.0, 1.0, -1.0, flags);
  properties[PROP_UPDATED_UTC] = g_param_spec_int64 ("updated-utc", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_REPLACED_UTC] = g_param_spec_int64 ("replaced-utc", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_signal_new ("star-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, PLANNER_TYPE_ENTRY);
}

static void
planner_conference_init (PlannerConference *self)
{
  self->entries = planner_entries_new ();
  self->refresh_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->progress = -1.0;
}

/**
 * planner_conference_new:
 * @store: the store of the conference
 * @worker: the thread that writes to @store
 * @fetcher: fetches the schedule
 * @time_source: the current time
 * @stored: the conference as it is stored
 *
 * For the library only.
 *
 * Returns: (transfer full): the conference
 */
PlannerConference *
planner_conference_new (PlannerStore *store,
                        PlannerWorker *worker,
                        PlannerFetcher *fetcher,
                        PlannerTimeSource *time_source,
                        const PlannerStoredConference *stored)
{
  PlannerConference *self = g_object_new (PLANNER_TYPE_CONFERENCE, NULL);

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->fetcher = g_object_ref (fetcher);
  self->time_source = g_object_ref (time_source);
  self->writer = planner_star_writer_new (worker);
  self->record = planner_conference_record_copy (stored->record);
  planner_entries_set_agenda (self->entries, stored->agenda, NULL, stored->stars);
  self->changes = planner_change_list_new (store, worker, stored->record->id);
  planner_change_list_set (self->changes, stored->changes, self->entries);
  self->view_state = planner_view_state_new (store, worker, stored->record);
  self->hidden = planner_hidden_rooms_new (self->view_state);

  return self;
}

gint64
planner_conference_get_id (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), 0);

  return self->record->id;
}

const char *
planner_conference_get_title (PlannerConference *self)
{
  const char *title;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  if (self->record->own_title)
    return self->record->own_title;
  title = self->entries->agenda->title.shown;

  return title ? title : self->record->title;
}

/**
 * planner_conference_get_record:
 *
 * Returns: (transfer none): what is stored about the conference, until its title is notified
 */
const PlannerConferenceRecord *
planner_conference_get_record (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->record;
}

const char *
planner_conference_get_address (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->record->address;
}

PlannerAgenda *
planner_conference_get_agenda (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->entries->agenda;
}

GListModel *
planner_conference_get_entries (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return G_LIST_MODEL (self->entries->all);
}

GListModel *
planner_conference_get_starred (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return G_LIST_MODEL (self->entries->starred);
}

guint
planner_conference_get_n_starred (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->entries->starred));
}

guint
planner_conference_get_n_going (PlannerConference *self)
{
  GListModel *starred;
  guint n_going = 0;

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), 0);

  starred = G_LIST_MODEL (self->entries->starred);
  for (guint i = 0; i < g_list_model_get_n_items (starred); i++)
    {
      g_autoptr (PlannerEntry) entry = g_list_model_get_item (starred, i);

      n_going += planner_entry_is_going (entry);
    }

  return n_going;
}

GListModel *
planner_conference_get_forums (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return G_LIST_MODEL (self->entries->forums);
}

PlannerChangeList *
planner_conference_get_changes (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->changes;
}

PlannerViewState *
planner_conference_get_view_state (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->view_state;
}

PlannerHiddenRooms *
planner_conference_get_hidden_rooms (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->hidden;
}

PlannerConferenceState
planner_conference_get_state (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), PLANNER_CONFERENCE_IDLE);

  return self->state;
}

double
planner_conference_get_progress (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), -1.0);

  return self->progress;
}

gint64
planner_conference_get_updated_utc (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), 0);

  return self->record->updated_utc;
}

gboolean
planner_conference_is_bundled (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return self->record->bundled_version != NULL;
}

const GError *
planner_conference_get_error (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->error;
}

/**
 * planner_conference_find_entry:
 * @key: the key of an entry, see planner_entry_get_key()
 *
 * Returns: (nullable) (transfer none): the entry, which may be of a withdrawn session, even if its star was just removed
 */
PlannerEntry *
planner_conference_find_entry (PlannerConference *self, const char *key)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && key != NULL, NULL);

  return planner_entries_find (self->entries, key);
}

/**
 * planner_conference_has_entry:
 *
 * Returns: whether @entry is of this conference and not of another one
 */
gboolean
planner_conference_has_entry (PlannerConference *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), FALSE);

  return planner_entries_find (self->entries, planner_entry_get_key (entry)) == entry;
}

/**
 * planner_conference_get_now_utc:
 *
 * Returns: the current time of the conference's time source, in seconds since the epoch
 */
gint64
planner_conference_get_now_utc (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), 0);

  return planner_time_source_get_now_utc (self->time_source);
}

/**
 * planner_conference_to_system_us:
 * @instant_utc: a time of the conference's time source, in seconds since the epoch
 *
 * Returns: the system's time at that moment, see planner_time_source_to_system_us()
 */
gint64
planner_conference_to_system_us (PlannerConference *self, gint64 instant_utc)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), PLANNER_NEVER);

  return planner_time_source_to_system_us (self->time_source, instant_utc);
}
