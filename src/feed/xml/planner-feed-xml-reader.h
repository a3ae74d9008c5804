/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"
#include "feed/build/planner-feed-note.h"
#include "feed/xml/planner-feed-xml-text.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* The state that the parts of the XML reader share while they read a schedule. */
typedef struct
{
  PlannerBuilder *builder;    /* owned */
  PlannerReport *report;      /* borrowed */
  xmlTextReader *xml;         /* owned */
  const PlannerXmlText *text; /* borrowed */
  GHashTable *forums_by_slug; /* owned, slug to name */
  GHashTable *persons;        /* owned, id to PlannerDraftPerson; where the schedule lists all of them */
  char *generator;            /* owned, nullable, lower case */
  char *schedule_url;         /* owned, nullable */
  gboolean has_failed;        /* the parser cannot go on */
  gboolean is_schedule;
  guint fault_line;
  guint fault_column;
  gboolean is_too_large;
  guint n_events;
  guint n_guids;
  guint n_codes;
} PlannerXmlReader;

typedef enum
{
  PLANNER_XML_END,
  PLANNER_XML_CHILD,
  PLANNER_XML_TEXT,
} PlannerXmlStep;

G_END_DECLS
