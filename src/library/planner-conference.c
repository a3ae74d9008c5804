/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "planner-conference.h"

#include "library/planner-forum-item.h"
#include "library/planner-import.h"
#include "library/planner-list-sync.h"
#include "model/planner-agenda-variant.h"
#include "plan/planner-clash.h"

struct _PlannerConference
{
  GObject parent_instance;

  PlannerStore *store;             /* owned */
  PlannerWorker *worker;           /* owned */
  PlannerFetcher *fetcher;         /* owned */
  PlannerConferenceRecord *record; /* owned */
  PlannerAgenda *agenda;           /* owned */

  GListStore *entries;        /* owned: one for each session of the agenda, in its order */
  GListStore *starred;        /* owned */
  GListStore *forums;         /* owned */
  GHashTable *entries_by_key; /* owned: key → owned entry */
  GHashTable *clashes;        /* owned, nullable: session → the starred sessions that it clashes with */

  PlannerConferenceState state;
  double progress;
  GError *error;             /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable: of the refresh under way */
  GPtrArray *refresh_tasks;  /* owned: all that wait for the refresh under way */
  gboolean is_swapping;      /* the store has the new edition already, the entries not yet */
  GPtrArray *postponed;      /* owned: star tasks that wait for the swap */
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
  PROP_FORUMS,
  PROP_STATE,
  PROP_PROGRESS,
  PROP_UPDATED_UTC,
  PROP_ERROR,
} PlannerConferenceProperty;

static GParamSpec *properties[PROP_ERROR + 1];

/* What goes to the worker's thread to be written, and what comes back. */
typedef struct
{
  PlannerStore *store;
  PlannerConferenceRecord *record;
  PlannerAgenda *old_agenda;
  PlannerAgenda *agenda;
  GPtrArray *successors;
  GPtrArray *stars;
} Edition;

typedef struct
{
  PlannerStore *store;
  gint64 conference_id;
  PlannerEntry *entry;
  gboolean starred;
  PlannerStar *star;
} StarChange;

static void
edition_free (Edition *edition)
{
  g_object_unref (edition->store);
  planner_conference_record_free (edition->record);
  g_clear_pointer (&edition->old_agenda, planner_agenda_unref);
  g_clear_pointer (&edition->agenda, planner_agenda_unref);
  g_clear_pointer (&edition->successors, g_ptr_array_unref);
  g_clear_pointer (&edition->stars, g_ptr_array_unref);
  g_free (edition);
}

static void
star_change_free (StarChange *change)
{
  g_object_unref (change->store);
  g_object_unref (change->entry);
  g_clear_pointer (&change->star, planner_star_free);
  g_free (change);
}

static void
notify (PlannerConference *self, PlannerConferenceProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static PlannerEntry *
get_entry (GListStore *list, guint index)
{
  g_autoptr (PlannerEntry) entry = g_list_model_get_item (G_LIST_MODEL (list), index);

  return entry;
}

static guint
get_length (GListStore *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

static void
remember_key (PlannerConference *self, PlannerEntry *entry)
{
  g_hash_table_replace (self->entries_by_key, g_strdup (planner_entry_get_key (entry)), g_object_ref (entry));
}

static void
update_clashes (PlannerConference *self)
{
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();

  for (guint i = 0; i < get_length (self->starred); i++)
    if (!planner_entry_get_withdrawn (get_entry (self->starred, i)))
      g_ptr_array_add (sessions, (gpointer) planner_entry_get_session (get_entry (self->starred, i)));

  g_clear_pointer (&self->clashes, g_hash_table_unref);
  self->clashes = planner_clashes_find (sessions);
  for (guint i = 0; i < get_length (self->starred); i++)
    {
      PlannerEntry *entry = get_entry (self->starred, i);

      planner_entry_set_clashing (entry,
                                  g_hash_table_contains (self->clashes, planner_entry_get_session (entry)));
    }
}

/* The list of the starred has changed. */
static void
starred_changed (PlannerConference *self)
{
  update_clashes (self);
  notify (self, PROP_N_STARRED);
}

static int
compare_entries (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return planner_entry_compare ((PlannerEntry *) a, (PlannerEntry *) b);
}

static int
compare_entry_pointers (gconstpointer a, gconstpointer b)
{
  return planner_entry_compare (*(PlannerEntry *const *) a, *(PlannerEntry *const *) b);
}

/* An entry made of the star's own snapshot, as the agenda no longer has the session. */
static PlannerEntry *
make_withdrawn_entry (PlannerConference *self, const PlannerStar *star)
{
  g_autoptr (PlannerAgenda) snapshot =
      planner_agenda_new_from_bytes (star->snapshot, g_get_language_names ());
  PlannerEntry *known = g_hash_table_lookup (self->entries_by_key, star->identity->key);
  g_autoptr (PlannerEntry) entry = NULL;

  if (!snapshot || snapshot->sessions->len == 0)
    return NULL;
  if (known && planner_entry_get_withdrawn (known))
    return g_object_ref (known);

  entry = planner_entry_new (snapshot, planner_agenda_get_session (snapshot, 0));
  planner_entry_set_withdrawn (entry, star->identity->key);
  remember_key (self, entry);

  return g_steal_pointer (&entry);
}

static void
unstar_all_but (PlannerConference *self, GPtrArray *kept)
{
  for (guint i = 0; i < get_length (self->starred); i++)
    {
      PlannerEntry *entry = get_entry (self->starred, i);

      if (!g_ptr_array_find (kept, entry, NULL))
        {
          planner_entry_set_starred (entry, FALSE);
          planner_entry_set_clashing (entry, FALSE);
        }
    }
}

static void
apply_stars (PlannerConference *self, GPtrArray *stars, GHashTable *moved)
{
  g_autoptr (GPtrArray) starred = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < stars->len; i++)
    {
      const PlannerStar *star = g_ptr_array_index (stars, i);
      PlannerEntry *entry = star->withdrawn ? make_withdrawn_entry (self, star)
                                            : planner_conference_find_entry (self, star->identity->key);

      if (entry)
        g_ptr_array_add (starred, star->withdrawn ? entry : g_object_ref (entry));
    }

  unstar_all_but (self, starred);
  for (guint i = 0; i < starred->len; i++)
    planner_entry_set_starred (g_ptr_array_index (starred, i), TRUE);
  g_ptr_array_sort (starred, compare_entry_pointers);
  planner_list_sync (self->starred, starred, moved);
  starred_changed (self);
}

static void
apply_forums (PlannerConference *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < get_length (self->forums); i++)
    {
      PlannerForumItem *item = g_list_model_get_item (G_LIST_MODEL (self->forums), i);

      g_hash_table_insert (known, g_strdup (planner_forum_item_get_forum (item)->name), item);
    }
  for (guint i = 0; i < self->agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (self->agenda->forums, i);
      PlannerForumItem *item = g_hash_table_lookup (known, forum->name);

      if (item)
        planner_forum_item_set_forum (item, self->agenda, forum);
      g_ptr_array_add (items, item ? g_object_ref (item) : planner_forum_item_new (self->agenda, forum));
    }
  planner_list_sync (self->forums, items, NULL);
}

static gboolean
has_moved (const PlannerAgenda *old_agenda,
           const PlannerSession *old_session,
           const PlannerAgenda *agenda,
           const PlannerSession *session)
{
  return old_session->start_utc != session->start_utc ||
         !g_str_equal (planner_agenda_get_day (old_agenda, old_session)->date,
                       planner_agenda_get_day (agenda, session)->date);
}

/* Session of the new agenda → the entry that it continues. */
static GHashTable *
find_lasting_entries (PlannerConference *self, GPtrArray *successors)
{
  GHashTable *lasting = g_hash_table_new (NULL, NULL);

  for (guint i = 0; successors && i < successors->len; i++)
    if (g_ptr_array_index (successors, i))
      g_hash_table_insert (lasting, g_ptr_array_index (successors, i), get_entry (self->entries, i));

  return lasting;
}

static void
apply_sessions (PlannerConference *self, GPtrArray *successors, GHashTable *moved)
{
  g_autoptr (GHashTable) lasting = find_lasting_entries (self, successors);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_hash_table_remove_all (self->entries_by_key);
  for (guint i = 0; i < self->agenda->sessions->len; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (self->agenda, i);
      PlannerEntry *entry = g_hash_table_lookup (lasting, session);

      if (entry && has_moved (planner_entry_get_agenda (entry), planner_entry_get_session (entry),
                              self->agenda, session))
        g_hash_table_add (moved, entry);
      if (entry)
        planner_entry_set_session (g_object_ref (entry), self->agenda, session);
      else
        entry = planner_entry_new (self->agenda, session);
      remember_key (self, entry);
      g_ptr_array_add (items, entry);
    }
  planner_list_sync (self->entries, items, moved);
}

static void
apply_edition (PlannerConference *self,
               const PlannerConferenceRecord *record,
               PlannerAgenda *agenda,
               GPtrArray *successors,
               GPtrArray *stars)
{
  g_autoptr (PlannerAgenda) old_agenda = g_steal_pointer (&self->agenda);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);

  g_clear_pointer (&self->record, planner_conference_record_free);
  self->record = planner_conference_record_copy (record);
  self->agenda = planner_agenda_ref (agenda);
  apply_sessions (self, successors, moved);
  apply_forums (self);
  apply_stars (self, stars, moved);

  notify (self, PROP_TITLE);
  notify (self, PROP_AGENDA);
  notify (self, PROP_UPDATED_UTC);
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
change_star_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  StarChange *change = data;
  GError *error = NULL;

  if (change->starred)
    planner_store_add_star (change->store, change->conference_id, change->star, &error);
  else
    planner_store_remove_star (change->store, change->conference_id, change->star->identity->key, &error);

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
star_changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GTask) task = user_data;
  const StarChange *change = g_task_get_task_data (task);
  GError *error = NULL;
  guint position;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_return_error (task, error);
      return;
    }

  planner_entry_set_starred (change->entry, change->starred);
  if (g_list_store_find (self->starred, change->entry, &position))
    g_list_store_remove (self->starred, position);
  if (change->starred)
    g_list_store_insert_sorted (self->starred, change->entry, compare_entries, NULL);
  else
    planner_entry_set_clashing (change->entry, FALSE);
  starred_changed (self);
  g_task_return_boolean (task, TRUE);
}

static void
start_star_change (PlannerConference *self, GTask *task)
{
  StarChange *change = g_task_get_task_data (task);
  PlannerEntry *entry = change->entry;
  g_autoptr (GTask) write = g_task_new (self, NULL, star_changed_cb, g_object_ref (task));

  change->star = planner_star_new (planner_entry_get_agenda (entry), planner_entry_get_session (entry));
  change->star->withdrawn = planner_entry_get_withdrawn (entry);
  g_set_str (&change->star->identity->key, planner_entry_get_key (entry));
  g_task_set_task_data (write, change, NULL);
  planner_worker_run (self->worker, write, change_star_in_thread);
}

static void
do_postponed (PlannerConference *self)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->postponed);

  self->postponed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    start_star_change (self, g_ptr_array_index (tasks, i));
}

/* Takes the error, and answers all who asked for the refresh. */
static void
end_refresh (PlannerConference *self, GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->refresh_tasks);

  self->refresh_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
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

static GPtrArray *
find_successors (PlannerAgenda *old_agenda, PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) identities = g_ptr_array_new_with_free_func ((GDestroyNotify) planner_identity_free);

  for (guint i = 0; i < old_agenda->sessions->len; i++)
    g_ptr_array_add (identities, planner_identity_new (planner_agenda_get_session (old_agenda, i)));

  return planner_identities_match (identities, agenda);
}

static void
save_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Edition *edition = data;
  GError *error = NULL;

  if (edition->agenda)
    {
      edition->successors = find_successors (edition->old_agenda, edition->agenda);
      if (planner_store_save_agenda (edition->store, edition->record, edition->agenda, &error))
        edition->stars = planner_store_list_stars (edition->store, edition->record->id, &error);
    }
  else
    {
      planner_store_save_validators (edition->store, edition->record, &error);
    }

  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  Edition *edition = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error) && edition->agenda)
    {
      apply_edition (self, edition->record, edition->agenda, edition->successors, edition->stars);
    }
  else if (!error)
    {
      self->record->updated_utc = edition->record->updated_utc;
      notify (self, PROP_UPDATED_UTC);
    }

  self->is_swapping = FALSE;
  do_postponed (self);
  end_refresh (self, error);
}

/* The second half of the way of the data: agenda → store → entries. */
static void
save (PlannerConference *self, PlannerImported *imported)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, saved_cb, NULL);
  Edition *edition = g_new0 (Edition, 1);

  edition->store = g_object_ref (self->store);
  edition->record = planner_conference_record_copy (self->record);
  edition->record->updated_utc = g_get_real_time () / G_USEC_PER_SEC;
  if (imported->agenda)
    {
      edition->old_agenda = planner_agenda_ref (self->agenda);
      edition->agenda = planner_agenda_ref (imported->agenda);
      g_set_str (&edition->record->title, imported->agenda->title.shown);
      g_set_str (&edition->record->etag, imported->etag);
      g_set_str (&edition->record->last_modified, imported->last_modified);
      g_set_str (&edition->record->bundled_version, NULL);
    }
  g_task_set_task_data (task, edition, (GDestroyNotify) edition_free);
  self->is_swapping = TRUE;
  planner_worker_run (self->worker, task, save_in_thread);
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
list_stars_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Edition *edition = data;
  GError *error = NULL;
  GPtrArray *stars = planner_store_list_stars (edition->store, edition->record->id, &error);

  if (stars)
    g_task_return_pointer (task, stars, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
stars_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PlannerConference *self = PLANNER_CONFERENCE (source);
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) stars = g_task_propagate_pointer (G_TASK (result), &error);

  if (!stars)
    {
      g_task_return_error (task, error);
      return;
    }
  if (!self->is_swapping)
    apply_stars (self, stars, NULL);
  g_task_return_boolean (task, TRUE);
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
      g_value_set_boxed (value, self->agenda);
      break;
    case PROP_ENTRIES:
      g_value_set_object (value, self->entries);
      break;
    case PROP_STARRED:
      g_value_set_object (value, self->starred);
      break;
    case PROP_N_STARRED:
      g_value_set_uint (value, planner_conference_get_n_starred (self));
      break;
    case PROP_FORUMS:
      g_value_set_object (value, self->forums);
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

  g_clear_object (&self->entries);
  g_clear_object (&self->starred);
  g_clear_object (&self->forums);
  g_clear_pointer (&self->entries_by_key, g_hash_table_unref);
  g_clear_pointer (&self->clashes, g_hash_table_unref);
  g_clear_pointer (&self->agenda, planner_agenda_unref);
  g_clear_pointer (&self->record, planner_conference_record_free);
  g_clear_pointer (&self->refresh_tasks, g_ptr_array_unref);
  g_clear_pointer (&self->postponed, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_clear_object (&self->fetcher);
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
  properties[PROP_FORUMS] = g_param_spec_object ("forums", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, PLANNER_TYPE_CONFERENCE_STATE, PLANNER_CONFERENCE_IDLE, flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, -1.0, 1.0, -1.0, flags);
  properties[PROP_UPDATED_UTC] = g_param_spec_int64 ("updated-utc", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_conference_init (PlannerConference *self)
{
  self->entries = g_list_store_new (PLANNER_TYPE_ENTRY);
  self->starred = g_list_store_new (PLANNER_TYPE_ENTRY);
  self->forums = g_list_store_new (PLANNER_TYPE_FORUM_ITEM);
  self->entries_by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->refresh_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->postponed = g_ptr_array_new_with_free_func (g_object_unref);
  self->progress = -1.0;
}

/**
 * planner_conference_new:
 * @store: where it is kept
 * @worker: the thread that writes to @store
 * @fetcher: what it is refreshed with
 * @record: as stored
 * @agenda: as stored
 * @stars: (element-type PlannerStar): as stored
 *
 * Made by the library alone.
 */
PlannerConference *
planner_conference_new (PlannerStore *store,
                        PlannerWorker *worker,
                        PlannerFetcher *fetcher,
                        const PlannerConferenceRecord *record,
                        PlannerAgenda *agenda,
                        GPtrArray *stars)
{
  PlannerConference *self = g_object_new (PLANNER_TYPE_CONFERENCE, NULL);

  self->store = g_object_ref (store);
  self->worker = planner_worker_ref (worker);
  self->fetcher = g_object_ref (fetcher);
  self->agenda = planner_agenda_ref (agenda);
  apply_edition (self, record, agenda, NULL, stars);

  return self;
}

gint64
planner_conference_get_id (PlannerConference *self)
{
  return self->record->id;
}

const char *
planner_conference_get_title (PlannerConference *self)
{
  return self->agenda->title.shown ? self->agenda->title.shown : self->record->title;
}

const char *
planner_conference_get_address (PlannerConference *self)
{
  return self->record->address;
}

PlannerAgenda *
planner_conference_get_agenda (PlannerConference *self)
{
  return self->agenda;
}

GListModel *
planner_conference_get_entries (PlannerConference *self)
{
  return G_LIST_MODEL (self->entries);
}

GListModel *
planner_conference_get_starred (PlannerConference *self)
{
  return G_LIST_MODEL (self->starred);
}

guint
planner_conference_get_n_starred (PlannerConference *self)
{
  return get_length (self->starred);
}

GListModel *
planner_conference_get_forums (PlannerConference *self)
{
  return G_LIST_MODEL (self->forums);
}

PlannerConferenceState
planner_conference_get_state (PlannerConference *self)
{
  return self->state;
}

double
planner_conference_get_progress (PlannerConference *self)
{
  return self->progress;
}

gint64
planner_conference_get_updated_utc (PlannerConference *self)
{
  return self->record->updated_utc;
}

gboolean
planner_conference_is_bundled (PlannerConference *self)
{
  return self->record->bundled_version != NULL;
}

const GError *
planner_conference_get_error (PlannerConference *self)
{
  return self->error;
}

/**
 * planner_conference_find_entry:
 * @key: as by planner_entry_get_key()
 *
 * Returns: (nullable) (transfer none): the entry, also of a withdrawn session, and of one whose star was just taken away
 */
PlannerEntry *
planner_conference_find_entry (PlannerConference *self, const char *key)
{
  return g_hash_table_lookup (self->entries_by_key, key);
}

/**
 * planner_conference_get_clashes:
 * @entry: a starred entry
 *
 * Returns: (transfer container) (element-type PlannerEntry): the starred entries that overlap with it
 */
GPtrArray *
planner_conference_get_clashes (PlannerConference *self, PlannerEntry *entry)
{
  GPtrArray *entries = g_ptr_array_new ();
  GPtrArray *sessions = g_hash_table_lookup (self->clashes, planner_entry_get_session (entry));

  for (guint i = 0; sessions && i < sessions->len; i++)
    {
      const PlannerSession *session = g_ptr_array_index (sessions, i);

      g_ptr_array_add (entries, planner_conference_find_entry (self, session->key));
    }

  return entries;
}

/**
 * planner_conference_refresh_async:
 * @cancellable: (nullable): takes the caller out; the refresh itself is ended by planner_conference_cancel_refresh()
 *
 * Fetches the feed, and shows what it has if it is another one. Where a refresh is under way already, this one joins
 * it. Whatever fails, the agenda and the stars stay as they were.
 */
void
planner_conference_refresh_async (PlannerConference *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  const PlannerImportRequest request = {
    .address = self->record->address,
    .default_zone = self->record->default_zone,
    .etag = self->record->etag,
    .last_modified = self->record->last_modified,
    .progress = import_progress_cb,
    .progress_data = self,
  };

  g_task_set_source_tag (task, planner_conference_refresh_async);
  g_ptr_array_add (self->refresh_tasks, task);
  if (self->refresh_tasks->len > 1)
    return;

  self->cancellable = g_cancellable_new ();
  set_progress (self, -1.0);
  set_state (self, PLANNER_CONFERENCE_FETCHING);
  planner_import_async (self->fetcher, &request, self->cancellable, imported_cb, g_object_ref (self));
}

gboolean
planner_conference_refresh_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
planner_conference_cancel_refresh (PlannerConference *self)
{
  g_cancellable_cancel (self->cancellable);
}

/**
 * planner_conference_set_starred_async:
 * @entry: one of this conference's entries
 * @starred: whether it is to have a star
 *
 * The entry changes once the star is durable, and not at all when that fails.
 */
void
planner_conference_set_starred_async (PlannerConference *self,
                                      PlannerEntry *entry,
                                      gboolean starred,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  StarChange *change = g_new0 (StarChange, 1);

  g_task_set_source_tag (task, planner_conference_set_starred_async);
  change->store = g_object_ref (self->store);
  change->conference_id = self->record->id;
  change->entry = g_object_ref (entry);
  change->starred = starred;
  g_task_set_task_data (task, change, (GDestroyNotify) star_change_free);

  if (self->is_swapping)
    g_ptr_array_add (self->postponed, g_steal_pointer (&task));
  else
    start_star_change (self, task);
}

gboolean
planner_conference_set_starred_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * planner_conference_reload_stars_async:
 *
 * Reads the stars again, which another process may have changed.
 */
void
planner_conference_reload_stars_async (PlannerConference *self,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) read = g_task_new (self, NULL, stars_listed_cb, task);
  Edition *edition = g_new0 (Edition, 1);

  g_task_set_source_tag (task, planner_conference_reload_stars_async);
  edition->store = g_object_ref (self->store);
  edition->record = planner_conference_record_copy (self->record);
  g_task_set_task_data (read, edition, (GDestroyNotify) edition_free);
  planner_worker_run (self->worker, read, list_stars_in_thread);
}

gboolean
planner_conference_reload_stars_finish (PlannerConference *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
