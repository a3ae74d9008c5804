/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "library/planner-conference.h"

#include "discovery/planner-schedule-place.h"
#include "library/planner-entries.h"
#include "library/planner-import.h"
#include "library/planner-star-writer.h"
#include "net/planner-shown-address.h"
#include "plan/planner-refresh-policy.h"

struct _PlannerConference
{
  GObject parent_instance;

  PlannerStore *store;             /* owned */
  PlannerWorker *worker;           /* owned */
  PlannerFetcher *fetcher;         /* owned */
  PlannerTimeSource *time_source;  /* owned */
  PlannerConferenceRecord *record; /* owned */
  PlannerEntries *entries;         /* owned */
  PlannerClashes *clashes;         /* owned, nullable: with the other conferences of the library */
  PlannerChangeList *changes;      /* owned */
  PlannerViewState *view_state;    /* owned */
  PlannerHiddenRooms *hidden;      /* owned */
  PlannerStarWriter *writer;       /* owned; held while an edition is being saved */

  PlannerConferenceState state;
  double progress;
  GError *error;             /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable: of the running refresh */
  GPtrArray *refresh_tasks;  /* owned: the tasks that wait for the running refresh */
  char *fetched_address;     /* owned, nullable: of the running refresh */
  gint64 fetched_edition;    /* the edition whose validators the running refresh sends */
  gboolean asked_again;      /* because another process has stored an edition during the refresh */
};

G_DEFINE_FINAL_TYPE (PlannerConference, planner_conference, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (PlannerConferenceState,
                    planner_conference_state,
                    G_DEFINE_ENUM_VALUE (PLANNER_CONFERENCE_IDLE, "idle"),
                    G_DEFINE_ENUM_VALUE (PLANNER_CONFERENCE_FETCHING, "fetching"),
                    G_DEFINE_ENUM_VALUE (PLANNER_CONFERENCE_READING, "reading"))

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

static void fetch (PlannerConference *self);

static guint star_changed_signal;

static void
notify (PlannerConference *self, PlannerConferenceProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
take_record (PlannerConference *self, const PlannerConferenceRecord *record)
{
  g_clear_pointer (&self->record, planner_conference_record_free);
  self->record = planner_conference_record_copy (record);
}

static void
update_clashes (PlannerConference *self)
{
  if (!self->clashes)
    return;

  planner_clashes_put (self->clashes, self->entries, self->record->id, planner_conference_get_title (self));
  planner_clashes_update (self->clashes, planner_conference_get_now_utc (self));
}

static void
notify_stars (PlannerConference *self)
{
  notify (self, PROP_N_STARRED);
  notify (self, PROP_N_GOING);
}

static void
apply_edition (PlannerConference *self, const PlannerEdition *edition)
{
  take_record (self, edition->record);
  if (edition->agenda)
    planner_entries_set_agenda (self->entries, edition->agenda, edition->successors, edition->stars);
  else if (edition->stars)
    planner_entries_set_stars (self->entries, edition->stars);
  update_clashes (self);
  if (edition->changes && (edition->agenda || !planner_change_list_has (self->changes, edition->changes)))
    planner_change_list_set (self->changes, edition->changes, self->entries);
  else
    planner_change_list_update (self->changes);

  notify (self, PROP_TITLE);
  notify (self, PROP_ADDRESS);
  if (edition->agenda)
    notify (self, PROP_AGENDA);
  notify_stars (self);
  notify (self, PROP_UPDATED_UTC);
  notify (self, PROP_REPLACED_UTC);
}

static void
set_state (PlannerConference *self, PlannerConferenceState state)
{
  if (self->state == state)
    return;

  self->state = state;
  notify (self, PROP_STATE);
}

static void
set_progress (PlannerConference *self, double progress)
{
  self->progress = progress;
  notify (self, PROP_PROGRESS);
}

static void
apply_change (PlannerConference *self, const PlannerStarChange *change)
{
  PlannerEntry *entry = change->entry;
  const gboolean was_starred = planner_entry_get_starred (entry);
  const gboolean was_going = planner_entry_is_going (entry);

  planner_entries_set_star (self->entries, entry, change->star);
  if (was_starred == planner_entry_get_starred (entry) && was_going == planner_entry_is_going (entry))
    {
      g_signal_emit (self, star_changed_signal, 0, entry);
      return;
    }

  update_clashes (self);
  planner_change_list_update (self->changes);
  notify_stars (self);
}

static void
change_written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  const PlannerStarChange *change = planner_star_writer_write_finish (result, &error);

  if (!change)
    {
      g_task_return_error (task, error);
      return;
    }

  apply_change (g_task_get_source_object (task), change);
  g_task_return_boolean (task, TRUE);
}

/* Takes @error, and completes all tasks that wait for the refresh. */
static void
end_refresh (PlannerConference *self, GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->refresh_tasks);

  self->refresh_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  if (error)
    g_debug ("Refreshing conference %" G_GINT64_FORMAT " failed: %s", self->record->id, error->message);
  if (error && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->error = g_error_copy (error);
  notify (self, PROP_ERROR);
  set_state (self, PLANNER_CONFERENCE_IDLE);

  for (guint i = 0; i < tasks->len; i++)
    {
      if (error)
        g_task_return_error (g_ptr_array_index (tasks, i), g_error_copy (error));
      else
        g_task_return_boolean (g_ptr_array_index (tasks, i), TRUE);
    }
  g_clear_error (&error);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_edition_save (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (planner_edition_load (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
run_with_edition (PlannerConference *self,
                  PlannerEdition *edition,
                  GTaskThreadFunc func,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, edition, (GDestroyNotify) planner_edition_free);
  planner_star_writer_hold (self->writer);
  planner_worker_run (self->worker, task, func);
}

/* Another process has stored a newer edition. The answer of the server was about an older one, so ask it once more. */
static void
newer_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    apply_edition (self, g_task_get_task_data (G_TASK (result)));
  planner_star_writer_release (self->writer);
  if (error || self->asked_again)
    {
      end_refresh (self, error);
      return;
    }

  self->asked_again = TRUE;
  fetch (self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    apply_edition (self, g_task_get_task_data (G_TASK (result)));
  planner_star_writer_release (self->writer);

  if (g_error_matches (error, PLANNER_STORE_ERROR, PLANNER_STORE_ERROR_STALE))
    run_with_edition (self, planner_conference_make_edition (self), load_in_thread, newer_loaded_cb, NULL);
  else
    end_refresh (self, g_steal_pointer (&error));
}

/* The rule for links also holds for the address that is stored. The fetcher keeps credentials within one origin only. */
static gboolean
may_move (const char *from, const char *to)
{
  g_autofree char *shown = planner_address_dup_shown (to);
  g_autoptr (GUri) old_uri = g_uri_parse (from, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);
  g_autoptr (GUri) new_uri = g_uri_parse (shown, PLANNER_SCHEDULE_PLACE_FLAGS, NULL);

  return old_uri && new_uri && planner_schedule_place_may_lead_to (old_uri, new_uri);
}

static void
take_imported (PlannerEdition *edition, const PlannerImported *imported)
{
  edition->agenda = planner_agenda_ref (imported->agenda);
  g_set_str (&edition->record->title, imported->agenda->title.shown);
  g_set_str (&edition->record->etag, imported->etag);
  g_set_str (&edition->record->last_modified, imported->last_modified);
  g_set_str (&edition->record->bundled_version, NULL);
  if (imported->permanent_address && may_move (edition->address, imported->permanent_address))
    g_set_str (&edition->record->moved_address, imported->permanent_address);
}

/* Saves a fetched schedule: agenda → store → entries. */
static void
save (PlannerConference *self, const PlannerImported *imported)
{
  PlannerEdition *edition = planner_conference_make_edition (self);

  edition->record->updated_utc = planner_conference_get_now_utc (self);
  g_set_str (&edition->address, self->fetched_address);
  if (imported->agenda)
    take_imported (edition, imported);
  else
    edition->record->edition = self->fetched_edition;
  run_with_edition (self, edition, save_in_thread, saved_cb, NULL);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannerConference) self = user_data;
  GError *error = NULL;
  g_autoptr (PlannerImported) imported = planner_import_finish (result, &error);

  if (imported)
    save (self, imported);
  else
    end_refresh (self, error);
}

static void
import_progress_cb (guint64 n_bytes, double fraction, gpointer user_data)
{
  PlannerConference *self = user_data;

  set_progress (self, fraction);
  if (fraction >= 1.0)
    set_state (self, PLANNER_CONFERENCE_READING);
}

static void
fetch (PlannerConference *self)
{
  const PlannerImportRequest request = {
    .address = self->record->address,
    .default_zone = self->record->default_zone,
    .etag = self->record->etag,
    .last_modified = self->record->last_modified,
    .progress = import_progress_cb,
    .progress_data = self,
  };

  g_debug ("Refreshing conference %" G_GINT64_FORMAT ", “%s”", self->record->id, self->record->title);
  g_set_str (&self->fetched_address, self->record->address);
  self->fetched_edition = self->record->edition;
  set_progress (self, -1.0);
  set_state (self, PLANNER_CONFERENCE_FETCHING);
  planner_import_async (self->fetcher, &request, self->cancellable, imported_cb, g_object_ref (self));
}

static void
start_refresh (PlannerConference *self)
{
  self->cancellable = g_cancellable_new ();
  self->asked_again = FALSE;
  fetch (self);
}

static void
edit_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerConference *self = source;
  PlannerConferenceRecord *record = data;
  /* planner_conference_edit_async() has put the own zone there. */
  const PlannerConferenceEdit edit = {
    .address = record->address,
    .own_title = record->own_title,
    .own_zone = record->default_zone,
    .remind = record->remind,
  };
  GError *error = NULL;

  if (planner_store_edit_conference (self->store, record->id, &edit, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
edited_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    apply_edition (self, g_task_get_task_data (G_TASK (result)));
  planner_star_writer_release (self->writer);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
edited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    run_with_edition (self, planner_conference_make_edition (self), load_in_thread, edited_loaded_cb,
                      g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

static void
clear_replaced_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerConference *self = source;
  g_autoptr (GError) error = NULL;

  if (!planner_store_clear_replaced (self->store, self->record->id, &error))
    g_warning ("Storing that the attendee knows the new conference failed: %s", error->message);
  g_task_return_boolean (task, error == NULL);
}

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
  planner_conference_set_clashes (self, NULL);
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

  star_changed_signal = g_signal_new ("star-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, PLANNER_TYPE_ENTRY);
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
 * planner_conference_get_clashes:
 * @entry: a starred entry
 *
 * Returns: (transfer full) (element-type PlannerEntryClash): the sessions of all conferences that @entry clashes with
 */
GPtrArray *
planner_conference_get_clashes (PlannerConference *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), NULL);

  if (!self->clashes)
    return g_ptr_array_new ();

  return planner_clashes_list (self->clashes, self->entries, entry, planner_conference_get_now_utc (self));
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
 * planner_conference_list_elsewhere:
 *
 * Returns: (transfer full) (element-type PlannerElsewhere): the other conferences of the library
 */
GPtrArray *
planner_conference_list_elsewhere (PlannerConference *self)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), NULL);

  return self->clashes ? planner_clashes_list_elsewhere (self->clashes, self->entries) : g_ptr_array_new ();
}

/**
 * planner_conference_find_elsewhere:
 *
 * Returns: (nullable) (transfer full): the conference of @entry; %NULL if it is this one
 */
PlannerElsewhere *
planner_conference_find_elsewhere (PlannerConference *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), NULL);

  return self->clashes && !planner_conference_has_entry (self, entry)
             ? planner_clashes_find_elsewhere (self->clashes, entry)
             : NULL;
}

/**
 * planner_conference_allows_going:
 * @entry: an entry of this conference
 *
 * Returns: whether @entry is plan B, is to come and overlaps no session of any conference where the attendee is going
 */
gboolean
planner_conference_allows_going (PlannerConference *self, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), FALSE);

  return planner_entry_get_plan_b (entry) && self->clashes &&
         planner_clashes_allow_going (self->clashes, entry, planner_conference_get_now_utc (self));
}

/**
 * planner_conference_refresh_async:
 * @cancellable: (nullable): cancels the task of the caller; planner_conference_cancel_refresh() cancels the refresh itself
 *
 * Fetches the schedule, and replaces the agenda if it has changed. If a refresh is running, the task waits for that one. If
 * the refresh fails, the agenda and the stars stay as they are.
 */
void
planner_conference_refresh_async (PlannerConference *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_conference_refresh_async);
  g_ptr_array_add (self->refresh_tasks, task);
  if (self->refresh_tasks->len == 1)
    start_refresh (self);
}

gboolean
planner_conference_refresh_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
planner_conference_cancel_refresh (PlannerConference *self)
{
  g_return_if_fail (PLANNER_IS_CONFERENCE (self));

  g_cancellable_cancel (self->cancellable);
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

/**
 * planner_conference_is_refresh_due:
 *
 * @now_utc: in seconds since the epoch
 *
 * Returns: whether a refresh is due when the conference is shown; failed refreshes do not count
 */
gboolean
planner_conference_is_refresh_due (PlannerConference *self, gint64 now_utc)
{
  PlannerRefreshState state = { 0 };

  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  state.updated_utc = self->record->updated_utc;
  planner_agenda_find_span (self->entries->agenda, &state.first_utc, &state.last_utc);

  return planner_refresh_next (&state, now_utc) <= now_utc;
}

/**
 * planner_conference_make_edition:
 *
 * For the library only.
 *
 * Returns: (transfer full): what is in memory, for planner_edition_load()
 */
PlannerEdition *
planner_conference_make_edition (PlannerConference *self)
{
  return planner_edition_new (self->store, self->record, self->entries->agenda);
}

/**
 * planner_conference_take_edition:
 * @edition: a loaded edition, from planner_conference_make_edition()
 *
 * Shows what another process has stored. For the library only.
 *
 * Returns: %FALSE if a refresh has changed the conference since, so that it must be loaded again
 */
gboolean
planner_conference_take_edition (PlannerConference *self, const PlannerEdition *edition)
{
  if (planner_star_writer_is_held (self->writer) || edition->shown_agenda != self->entries->agenda)
    return FALSE;

  apply_edition (self, edition);

  return TRUE;
}

/**
 * planner_conference_set_clashes:
 * @clashes: (nullable): the clashes of the library; %NULL when the conference is removed from it
 *
 * For the library only.
 */
void
planner_conference_set_clashes (PlannerConference *self, PlannerClashes *clashes)
{
  g_autoptr (PlannerClashes) old = g_steal_pointer (&self->clashes);

  if (old)
    {
      planner_clashes_remove (old, self->entries);
      planner_clashes_update (old, planner_conference_get_now_utc (self));
    }
  if (clashes)
    self->clashes = planner_clashes_ref (clashes);
  update_clashes (self);
}

/**
 * planner_conference_make_star_change:
 * @entry: an entry of this conference
 *
 * For the library only.
 *
 * Returns: (transfer full): a change to complete, for planner_conference_change_star_async()
 */
PlannerStarChange *
planner_conference_make_star_change (PlannerConference *self, PlannerStarChangeKind kind, PlannerEntry *entry)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self) && PLANNER_IS_ENTRY (entry), NULL);

  return planner_star_change_new (kind, self->store, self->record->id, entry);
}

/**
 * planner_conference_change_star_async:
 * @change: (transfer full): from planner_conference_make_star_change()
 *
 * Writes a change of a star. The entry changes when the change is durable, and does not change if that fails. For the library
 * only.
 */
void
planner_conference_change_star_async (PlannerConference *self,
                                      PlannerStarChange *change,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && change != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, planner_conference_change_star_async);
  planner_star_writer_write_async (self->writer, change, change_written_cb, task);
}

/**
 * planner_conference_edit_async:
 * @edit: what to store; it is copied
 *
 * Changes the name, the address, the zone or the reminder choice. The agenda and all stars stay as they are; with another
 * address or zone, refresh the conference afterwards. A running refresh is cancelled.
 */
void
planner_conference_edit_async (PlannerConference *self,
                               const PlannerConferenceEdit *edit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;
  g_autoptr (GTask) write = NULL;
  PlannerConferenceRecord *record;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self) && edit != NULL && edit->address != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  write = g_task_new (self, NULL, edited_cb, task);
  record = planner_conference_record_copy (self->record);
  g_task_set_source_tag (task, planner_conference_edit_async);
  g_set_str (&record->address, edit->address);
  g_set_str (&record->own_title, edit->own_title);
  g_set_str (&record->default_zone, edit->own_zone);
  record->remind = edit->remind;
  g_task_set_task_data (write, record, (GDestroyNotify) planner_conference_record_free);
  planner_conference_cancel_refresh (self);
  planner_worker_run (self->worker, write, edit_in_thread);
}

/**
 * planner_conference_edit_finish:
 *
 * Returns: whether it is durable; %PLANNER_STORE_ERROR_EXISTS if another conference has the address
 */
gboolean
planner_conference_edit_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNER_IS_CONFERENCE (self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_clear_replaced:
 *
 * Forgets that another conference has replaced the one at the address, because the attendee knows it now.
 */
void
planner_conference_clear_replaced (PlannerConference *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (PLANNER_IS_CONFERENCE (self));

  if (self->record->replaced_utc == 0)
    return;

  self->record->replaced_utc = 0;
  notify (self, PROP_REPLACED_UTC);
  task = g_task_new (self, NULL, NULL, NULL);
  planner_worker_run (self->worker, task, clear_replaced_in_thread);
}
