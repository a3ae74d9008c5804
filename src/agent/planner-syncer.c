/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "agent/planner-syncer.h"

#include "agent/planner-calendar-file.h"
#include "agent/planner-sync.h"
#include "library/planner-library-reload.h"
#include "model/planner-lead.h"
#include "words/planner-backup-words.h"

struct _PlannerSyncer
{
  GObject parent_instance;

  GSettings *settings;     /* owned */
  PlannerLibrary *library; /* owned */
  char *folder;            /* owned, nullable */
  char *status;            /* owned, nullable */
  char *calendar;          /* owned, nullable: the path of the calendar file */
  char *calendar_status;   /* owned, nullable */
  guint delay;             /* the timeout after a change; 0 for none */
  gboolean started;
  gboolean running;
  gboolean again; /* whether to synchronize once more after the task that runs */
};

G_DEFINE_FINAL_TYPE (PlannerSyncer, planner_syncer, G_TYPE_OBJECT)

typedef enum
{
  PROP_FOLDER = 1,
  PROP_STATUS,
  PROP_CALENDAR,
  PROP_CALENDAR_STATUS,
} PlannerSyncerProperty;

static GParamSpec *properties[PROP_CALENDAR_STATUS + 1];

static guint calendar_failed_signal;

/* Several changes in a row are written together. */
#define DELAY_S 2

typedef struct
{
  gint64 now_utc;
  char *folder; /* owned, nullable */
  PlannerSyncReport report;
  GError *error;  /* owned, nullable: why it did not synchronize */
  char *calendar; /* owned, nullable: the path of the calendar file */
  int lead_s;
  guint n_events;
  GError *calendar_error; /* owned, nullable: why the calendar file was not written */
} Job;

static void
job_free (Job *job)
{
  g_free (job->folder);
  planner_sync_report_clear (&job->report);
  g_clear_error (&job->error);
  g_free (job->calendar);
  g_clear_error (&job->calendar_error);
  g_free (job);
}

/*
 * @text: the field of @property
 * @value: (transfer full) (nullable): its new value
 *
 * Returns: whether the value is another one
 */
static gboolean
set_text (PlannerSyncer *self, char **text, char *value, PlannerSyncerProperty property)
{
  const gboolean is_new = g_set_str (text, value);

  g_free (value);
  if (is_new)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);

  return is_new;
}

static void
sync_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PlannerSyncer *self = source;
  PlannerStore *store = planner_library_get_store (self->library);
  Job *job = data;

  if (job->folder)
    planner_sync_run (store, job->folder, job->now_utc, &job->report, &job->error);
  if (job->calendar)
    planner_calendar_file_write (store, job->calendar, job->lead_s, job->now_utc, &job->n_events,
                                 &job->calendar_error);
  g_task_return_boolean (task, TRUE);
}

static void
show_sync (PlannerSyncer *self, const Job *job)
{
  char *status;

  if (job->error)
    {
      g_info ("Cannot synchronize with the folder “%s”: %s", job->folder, job->error->message);
      status = planner_format_sync (0, NULL, job->error);
    }
  else
    {
      status = planner_format_sync (job->report.n_others, job->report.skipped, job->report.skip_error);
    }
  set_text (self, &self->status, status, PROP_STATUS);
}

static void
show_calendar (PlannerSyncer *self, const Job *job)
{
  const gboolean is_new =
      set_text (self, &self->calendar_status, planner_format_calendar (job->n_events, job->calendar_error),
                PROP_CALENDAR_STATUS);

  if (job->calendar_error)
    g_info ("Cannot write the calendar file “%s”: %s", job->calendar, job->calendar_error->message);
  if (job->calendar_error && is_new)
    {
      g_autofree char *sentence = planner_format_calendar_failure (job->calendar, job->calendar_error);

      g_signal_emit (self, calendar_failed_signal, 0, sentence);
    }
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PlannerSyncer *self = PLANNER_SYNCER (source);
  const Job *job = g_task_get_task_data (G_TASK (result));

  self->running = FALSE;
  if (job->report.summary.changed)
    planner_library_reload_async (self->library, NULL, NULL, NULL);
  /* The attendee may have chosen other places meanwhile. */
  if (job->folder && g_strcmp0 (job->folder, self->folder) == 0)
    show_sync (self, job);
  if (job->calendar && g_strcmp0 (job->calendar, self->calendar) == 0)
    show_calendar (self, job);
  if (self->again)
    planner_syncer_run (self);
}

static void
delay_over_cb (gpointer data)
{
  PlannerSyncer *self = data;

  self->delay = 0;
  planner_syncer_run (self);
}

static void
run_soon (PlannerSyncer *self)
{
  g_clear_handle_id (&self->delay, g_source_remove);
  if (self->folder || self->calendar)
    self->delay = g_timeout_add_seconds_once (DELAY_S, delay_over_cb, self);
}

/* A change of any other property was stored before. */
static void
property_changed_cb (PlannerSyncer *self, GParamSpec *pspec, PlannerConference *conference)
{
  static const char *const not_stored[] = { "state", "progress", "error", NULL };

  if (!g_strv_contains (not_stored, pspec->name))
    run_soon (self);
}

static void
star_changed_cb (PlannerSyncer *self, PlannerEntry *entry, PlannerConference *conference)
{
  run_soon (self);
}

static void
stars_changed_cb (PlannerSyncer *self, guint position, guint n_removed, guint n_added, GListModel *stars)
{
  run_soon (self);
}

static void
follow (PlannerSyncer *self, PlannerConference *conference)
{
  g_signal_connect_object (conference, "notify", G_CALLBACK (property_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (conference, "star-changed", G_CALLBACK (star_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (planner_conference_get_starred (conference), "items-changed",
                           G_CALLBACK (stars_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
conferences_changed_cb (PlannerSyncer *self,
                        guint position,
                        guint n_removed,
                        guint n_added,
                        GListModel *library)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (PlannerConference) conference = g_list_model_get_item (library, i);

      follow (self, conference);
    }
  run_soon (self);
}

static void
read_folder (PlannerSyncer *self)
{
  g_autofree char *folder = g_settings_get_string (self->settings, "sync-folder");

  if (!g_set_str (&self->folder, *folder ? folder : NULL))
    return;
  set_text (self, &self->status, NULL, PROP_STATUS);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
}

static void
folder_changed_cb (PlannerSyncer *self)
{
  read_folder (self);
  planner_syncer_run (self);
}

static void
read_calendar (PlannerSyncer *self)
{
  g_autofree char *calendar = planner_calendar_file_dup_path (self->settings);

  if (!g_set_str (&self->calendar, calendar))
    return;
  set_text (self, &self->calendar_status, NULL, PROP_CALENDAR_STATUS);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CALENDAR]);
}

static void
calendar_changed_cb (PlannerSyncer *self)
{
  read_calendar (self);
  planner_syncer_run (self);
}

static void
planner_syncer_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerSyncer *self = PLANNER_SYNCER (object);

  switch ((PlannerSyncerProperty) id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    case PROP_STATUS:
      g_value_set_string (value, self->status);
      break;
    case PROP_CALENDAR:
      g_value_set_string (value, self->calendar);
      break;
    case PROP_CALENDAR_STATUS:
      g_value_set_string (value, self->calendar_status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_syncer_dispose (GObject *object)
{
  PlannerSyncer *self = PLANNER_SYNCER (object);

  g_clear_handle_id (&self->delay, g_source_remove);

  G_OBJECT_CLASS (planner_syncer_parent_class)->dispose (object);
}

static void
planner_syncer_finalize (GObject *object)
{
  PlannerSyncer *self = PLANNER_SYNCER (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->library);
  g_free (self->folder);
  g_free (self->status);
  g_free (self->calendar);
  g_free (self->calendar_status);

  G_OBJECT_CLASS (planner_syncer_parent_class)->finalize (object);
}

static void
planner_syncer_class_init (PlannerSyncerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_syncer_get_property;
  object_class->dispose = planner_syncer_dispose;
  object_class->finalize = planner_syncer_finalize;

  properties[PROP_FOLDER] = g_param_spec_string ("folder", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_CALENDAR] = g_param_spec_string ("calendar", NULL, NULL, NULL, flags);
  properties[PROP_CALENDAR_STATUS] = g_param_spec_string ("calendar-status", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  calendar_failed_signal = g_signal_new ("calendar-failed", PLANNER_TYPE_SYNCER, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
planner_syncer_init (PlannerSyncer *self)
{
}

/**
 * planner_syncer_new:
 * @settings: the settings, which name the folder and the calendar file
 * @library: the library of the window
 *
 * Returns: (transfer full): a syncer that waits for planner_syncer_start()
 */
PlannerSyncer *
planner_syncer_new (GSettings *settings, PlannerLibrary *library)
{
  PlannerSyncer *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings) && PLANNER_IS_LIBRARY (library), NULL);

  self = g_object_new (PLANNER_TYPE_SYNCER, NULL);
  self->settings = g_object_ref (settings);
  self->library = g_object_ref (library);
  read_folder (self);
  read_calendar (self);
  g_signal_connect_object (settings, "changed::sync-folder", G_CALLBACK (folder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::calendar-file", G_CALLBACK (calendar_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::lead-minutes", G_CALLBACK (run_soon), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * planner_syncer_get_library:
 *
 * Returns: (transfer none): the library
 */
PlannerLibrary *
planner_syncer_get_library (PlannerSyncer *self)
{
  g_return_val_if_fail (PLANNER_IS_SYNCER (self), NULL);

  return self->library;
}

/**
 * planner_syncer_set_folder:
 * @folder: (nullable): the path of a folder; %NULL to stop synchronizing
 */
void
planner_syncer_set_folder (PlannerSyncer *self, const char *folder)
{
  g_return_if_fail (PLANNER_IS_SYNCER (self));

  g_settings_set_string (self->settings, "sync-folder", folder ? folder : "");
}

/**
 * planner_syncer_set_calendar:
 * @path: (nullable): the path of a calendar file to write after each change; %NULL to stop that
 */
void
planner_syncer_set_calendar (PlannerSyncer *self, const char *path)
{
  g_return_if_fail (PLANNER_IS_SYNCER (self));

  planner_calendar_file_set_path (self->settings, path);
}

/**
 * planner_syncer_start:
 *
 * Synchronizes, writes the calendar file, and follows the library from now on. Call it once, when the library is loaded.
 */
void
planner_syncer_start (PlannerSyncer *self)
{
  GListModel *library;

  g_return_if_fail (PLANNER_IS_SYNCER (self) && !self->started);
  g_return_if_fail (planner_library_get_store (self->library) != NULL);

  self->started = TRUE;
  library = G_LIST_MODEL (self->library);
  g_signal_connect_object (library, "items-changed", G_CALLBACK (conferences_changed_cb), self,
                           G_CONNECT_SWAPPED);
  conferences_changed_cb (self, 0, 0, g_list_model_get_n_items (library), library);
  planner_syncer_run (self);
}

/**
 * planner_syncer_run:
 *
 * Synchronizes and writes the calendar file now, as far as the attendee has chosen them. Does nothing before planner_syncer_start().
 */
void
planner_syncer_run (PlannerSyncer *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (PLANNER_IS_SYNCER (self));

  g_clear_handle_id (&self->delay, g_source_remove);
  self->again = self->running;
  if (!self->started || !(self->folder || self->calendar) || self->running)
    return;

  self->running = TRUE;
  job = g_new0 (Job, 1);
  job->now_utc = planner_time_source_get_now_utc (planner_library_get_time_source (self->library));
  job->folder = g_strdup (self->folder);
  job->calendar = g_strdup (self->calendar);
  job->lead_s = planner_lead_to_seconds (g_settings_get_int (self->settings, "lead-minutes"));
  task = g_task_new (self, NULL, synced_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  planner_worker_run (planner_library_get_worker (self->library), task, sync_in_thread);
}

/**
 * planner_syncer_finish:
 *
 * Writes the last changes without a delay, because the window closes.
 */
void
planner_syncer_finish (PlannerSyncer *self)
{
  g_return_if_fail (PLANNER_IS_SYNCER (self));

  if (self->delay != 0)
    planner_syncer_run (self);
}
