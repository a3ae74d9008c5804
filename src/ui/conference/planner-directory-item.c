/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/conference/planner-directory-item.h"

#include "model/planner-fold.h"
#include "net/planner-shown-address.h"
#include "words/planner-days.h"

#include <glib/gi18n.h>
#include <string.h>

struct _PlannerDirectoryItem
{
  GObject parent_instance;

  char *title;                   /* owned */
  char *subtitle;                /* owned */
  char *icon_name;               /* owned, nullable */
  char *address;                 /* owned, nullable */
  char *folded;                  /* owned, nullable: what a search compares */
  PlannerDirectory *directory;   /* owned, nullable */
  const PlannerListing *listing; /* borrowed from the directory, nullable */
  gboolean is_over;
  gboolean has_newer;
};

G_DEFINE_FINAL_TYPE (PlannerDirectoryItem, planner_directory_item, G_TYPE_OBJECT)

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  PROP_HAS_SUBTITLE,
  PROP_IS_COMMAND,
} PlannerDirectoryItemProperty;

static GParamSpec *properties[PROP_IS_COMMAND + 1];

static void
planner_directory_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerDirectoryItem *self = PLANNER_DIRECTORY_ITEM (object);

  switch ((PlannerDirectoryItemProperty) id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_HAS_SUBTITLE:
      g_value_set_boolean (value, self->subtitle != NULL);
      break;
    case PROP_IS_COMMAND:
      g_value_set_boolean (value, self->listing == NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_directory_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannerDirectoryItem *self = PLANNER_DIRECTORY_ITEM (object);

  switch ((PlannerDirectoryItemProperty) id)
    {
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_SUBTITLE:
      self->subtitle = g_value_dup_string (value);
      break;
    case PROP_ICON_NAME:
      self->icon_name = g_value_dup_string (value);
      break;
    case PROP_HAS_SUBTITLE:
    case PROP_IS_COMMAND:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_directory_item_finalize (GObject *object)
{
  PlannerDirectoryItem *self = PLANNER_DIRECTORY_ITEM (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->icon_name);
  g_free (self->address);
  g_free (self->folded);
  g_clear_pointer (&self->directory, planner_directory_unref);

  G_OBJECT_CLASS (planner_directory_item_parent_class)->finalize (object);
}

static void
planner_directory_item_class_init (PlannerDirectoryItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_directory_item_get_property;
  object_class->set_property = planner_directory_item_set_property;
  object_class->finalize = planner_directory_item_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_HAS_SUBTITLE] =
      g_param_spec_boolean ("has-subtitle", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_COMMAND] =
      g_param_spec_boolean ("is-command", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_directory_item_init (PlannerDirectoryItem *self)
{
}

/**
 * planner_directory_item_new_for_file:
 *
 * Returns: (transfer full): the command that opens a file
 */
PlannerDirectoryItem *
planner_directory_item_new_for_file (void)
{
  return g_object_new (PLANNER_TYPE_DIRECTORY_ITEM, "title", _ ("Open File…"), "icon-name",
                       "document-open-symbolic", NULL);
}

/**
 * planner_directory_item_new_for_address:
 * @address: what the attendee has typed; see planner_address_complete()
 *
 * Returns: (transfer full): the command that looks for a schedule at an address
 */
PlannerDirectoryItem *
planner_directory_item_new_for_address (const char *address)
{
  g_autofree char *shown = planner_address_dup_shown (address);
  PlannerDirectoryItem *self =
      g_object_new (PLANNER_TYPE_DIRECTORY_ITEM, "title", _ ("Look for a Schedule at This Address"),
                    "subtitle", shown, "icon-name", "edit-find-symbolic", NULL);

  self->address = g_strdup (address);

  return self;
}

/**
 * planner_directory_item_new_for_listing:
 * @listing: a conference of @directory
 * @now_utc: the current time, in seconds since the epoch
 *
 * Returns: (transfer full): the conference
 */
PlannerDirectoryItem *
planner_directory_item_new_for_listing (PlannerDirectory *directory,
                                        const PlannerListing *listing,
                                        gint64 now_utc)
{
  g_autofree char *dates = planner_format_dates (listing->start, listing->end);
  g_autofree char *texts = g_strjoin (" ", listing->name, listing->series, NULL);
  PlannerDirectoryItem *self =
      g_object_new (PLANNER_TYPE_DIRECTORY_ITEM, "title", listing->name, "subtitle", dates, NULL);

  self->directory = planner_directory_ref (directory);
  self->listing = listing;
  self->address = g_strdup (listing->address);
  self->folded = planner_fold (texts);
  self->is_over = planner_listing_is_over (listing, now_utc);
  self->has_newer = planner_directory_has_newer (directory, listing);

  return self;
}

/**
 * planner_directory_item_get_address:
 *
 * Returns: (nullable) (transfer none): the address of the schedule; %NULL for the command that opens a file
 */
const char *
planner_directory_item_get_address (PlannerDirectoryItem *self)
{
  return self->address;
}

/**
 * planner_directory_item_get_listing:
 *
 * Returns: (nullable) (transfer none): the conference; %NULL for a command
 */
const PlannerListing *
planner_directory_item_get_listing (PlannerDirectoryItem *self)
{
  return self->listing;
}

gboolean
planner_directory_item_is_over (PlannerDirectoryItem *self)
{
  return self->is_over;
}

/**
 * planner_directory_item_matches:
 * @words: folded words
 *
 * Returns: whether the conference has all words. Without words, only the latest conferences of each series match.
 */
gboolean
planner_directory_item_matches (PlannerDirectoryItem *self, const char *const *words)
{
  if (!*words)
    return !self->has_newer;
  for (guint i = 0; words[i]; i++)
    if (!strstr (self->folded, words[i]))
      return FALSE;

  return TRUE;
}
