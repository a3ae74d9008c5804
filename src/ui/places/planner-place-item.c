/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/places/planner-place-item.h"

#include "model/planner-fold.h"
#include "plan/planner-people.h"
#include "plan/planner-place.h"
#include "text/planner-rich-text.h"
#include "words/planner-labels.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlannerPlaceItem
{
  GObject parent_instance;

  char *key;      /* owned */
  char *title;    /* owned */
  char *subtitle; /* owned: "" for none */
  char *letter;   /* owned */
  char *order;    /* owned: sorts the items under a letter */
  char *folded;   /* owned, nullable until a search needs it */
  guint n_sessions;
};

G_DEFINE_FINAL_TYPE (PlannerPlaceItem, planner_place_item, G_TYPE_OBJECT)

static void
planner_place_item_finalize (GObject *object)
{
  PlannerPlaceItem *self = PLANNER_PLACE_ITEM (object);

  g_free (self->key);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->letter);
  g_free (self->order);
  g_free (self->folded);

  G_OBJECT_CLASS (planner_place_item_parent_class)->finalize (object);
}

static void
planner_place_item_class_init (PlannerPlaceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = planner_place_item_finalize;
}

static void
planner_place_item_init (PlannerPlaceItem *self)
{
}

/* Takes @subtitle. */
static PlannerPlaceItem *
create_item (const char *key, const char *title, char *subtitle, guint n_sessions)
{
  PlannerPlaceItem *self = g_object_new (PLANNER_TYPE_PLACE_ITEM, NULL);

  self->key = g_strdup (key);
  self->title = g_strdup (title);
  self->subtitle = subtitle ? subtitle : g_strdup ("");
  self->n_sessions = n_sessions;

  return self;
}

/**
 * planner_place_items_list_rooms:
 *
 * Returns: (transfer full) (element-type PlannerPlaceItem): the rooms in the order of the agenda. A room whose name lists
 *   other rooms is left out, because its sessions are in each of those.
 */
GPtrArray *
planner_place_items_list_rooms (PlannerAgenda *agenda)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree guint *counts = planner_agenda_count_room_sessions (agenda);

  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);
      char *subtitle = room->description.shown ? planner_rich_text_to_plain (room->description.shown) : NULL;

      if (room->n_parts == 0)
        g_ptr_array_add (items, create_item (room->name, room->title.shown ? room->title.shown : room->name,
                                             g_steal_pointer (&subtitle), counts[i]));
      g_free (subtitle);
    }

  return items;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const PlannerPlaceItem *item_a = *(PlannerPlaceItem *const *) a, *item_b = *(PlannerPlaceItem *const *) b;
  const int letters = planner_person_compare_letters (item_a->letter, item_b->letter);

  return letters != 0 ? letters : strcmp (item_a->order, item_b->order);
}

/**
 * planner_place_items_list_speakers:
 *
 * Returns: (transfer full) (element-type PlannerPlaceItem): the people who speak, by letter and name
 */
GPtrArray *
planner_place_items_list_speakers (PlannerAgenda *agenda)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) people = planner_people_list (agenda);

  for (guint i = 0; i < people->len; i++)
    {
      const PlannerPerson *person = g_ptr_array_index (people, i);
      const PlannerSpeaker *speaker = g_ptr_array_index (person->speakers, 0);
      const char *name = speaker->name.shown ? speaker->name.shown : speaker->id;
      PlannerPlaceItem *item =
          create_item (person->key, name, planner_format_speaker_details (speaker), person->n_sessions);

      item->letter = planner_person_dup_letter (name);
      item->order = g_utf8_collate_key (name, -1);
      g_ptr_array_add (items, item);
    }
  g_ptr_array_sort (items, compare_names);

  return items;
}

static gboolean
is_equal (PlannerPlaceItem *a, PlannerPlaceItem *b)
{
  return g_str_equal (a->title, b->title) && g_str_equal (a->subtitle, b->subtitle) &&
         a->n_sessions == b->n_sessions;
}

/**
 * planner_place_items_reuse:
 * @items: (element-type PlannerPlaceItem): items to show
 * @before: (element-type PlannerPlaceItem): the items that a list shows
 *
 * Replaces each item that is equal to an item of the list by that item, so that the list keeps its row.
 */
void
planner_place_items_reuse (GPtrArray *items, GListModel *before)
{
  g_autoptr (GHashTable) by_key = NULL;

  g_return_if_fail (items != NULL && G_IS_LIST_MODEL (before));

  by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (before); i++)
    {
      PlannerPlaceItem *item = g_list_model_get_item (before, i);

      g_hash_table_insert (by_key, item->key, item);
    }
  for (guint i = 0; i < items->len; i++)
    {
      PlannerPlaceItem *item = g_ptr_array_index (items, i);
      PlannerPlaceItem *known = g_hash_table_lookup (by_key, item->key);

      if (!known || !is_equal (item, known))
        continue;
      g_ptr_array_index (items, i) = g_object_ref (known);
      g_object_unref (item);
    }
}

/**
 * planner_place_item_get_key:
 *
 * Returns: (transfer none): the room's name, or the key of a speaker; see planner_speaker_dup_key()
 */
const char *
planner_place_item_get_key (PlannerPlaceItem *self)
{
  g_return_val_if_fail (PLANNER_IS_PLACE_ITEM (self), NULL);

  return self->key;
}

const char *
planner_place_item_get_title (PlannerPlaceItem *self)
{
  g_return_val_if_fail (PLANNER_IS_PLACE_ITEM (self), NULL);

  return self->title;
}

const char *
planner_place_item_get_subtitle (PlannerPlaceItem *self)
{
  g_return_val_if_fail (PLANNER_IS_PLACE_ITEM (self), NULL);

  return self->subtitle;
}

/**
 * planner_place_item_get_letter:
 *
 * Returns: (nullable) (transfer none): see planner_person_dup_letter(); %NULL for rooms
 */
const char *
planner_place_item_get_letter (PlannerPlaceItem *self)
{
  g_return_val_if_fail (PLANNER_IS_PLACE_ITEM (self), NULL);

  return self->letter;
}

guint
planner_place_item_get_n_sessions (PlannerPlaceItem *self)
{
  g_return_val_if_fail (PLANNER_IS_PLACE_ITEM (self), 0);

  return self->n_sessions;
}

/**
 * planner_place_item_format_sentence:
 *
 * Returns: (transfer full): what a screen reader says for the item, as in "Ann Other, Professor, Some University, 3 sessions"
 */
char *
planner_place_item_format_sentence (PlannerPlaceItem *self)
{
  const char *separator = C_ ("between parts of a sentence read aloud", ", ");
  g_autofree char *sessions = NULL;

  g_return_val_if_fail (PLANNER_IS_PLACE_ITEM (self), NULL);

  sessions = planner_format_session_count (self->n_sessions);
  if (!*self->subtitle)
    return g_strjoin (separator, self->title, sessions, NULL);

  return g_strjoin (separator, self->title, self->subtitle, sessions, NULL);
}

/**
 * planner_place_item_matches:
 * @words: folded words; see planner_fold()
 *
 * Returns: whether the title and the subtitle contain all the words
 */
gboolean
planner_place_item_matches (PlannerPlaceItem *self, const char *const *words)
{
  g_return_val_if_fail (PLANNER_IS_PLACE_ITEM (self) && words != NULL, FALSE);

  if (!self->folded)
    {
      g_autofree char *text = g_strjoin (" ", self->title, self->subtitle, NULL);

      self->folded = planner_fold (text);
    }
  for (guint i = 0; words[i]; i++)
    if (!strstr (self->folded, words[i]))
      return FALSE;

  return TRUE;
}
