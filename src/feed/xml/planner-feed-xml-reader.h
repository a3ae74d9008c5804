/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "feed/build/planner-feed-builder.h"
#include "feed/build/planner-feed-note.h"
#include "feed/xml/planner-feed-xml-text.h"

#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* What the parts of the XML reader share while a schedule is read. */
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

/**
 * PlannerXmlStep:
 * @PLANNER_XML_END: the element has ended, or the parser has failed
 * @PLANNER_XML_CHILD: the parser is at the start of an element within it
 * @PLANNER_XML_TEXT: the parser is at a piece of its text
 */
typedef enum
{
  PLANNER_XML_END,
  PLANNER_XML_CHILD,
  PLANNER_XML_TEXT,
} PlannerXmlStep;

int planner_xml_enter (PlannerXmlReader *self);
PlannerXmlStep planner_xml_step (PlannerXmlReader *self, int depth);
gboolean planner_xml_next_child (PlannerXmlReader *self, int depth);
gboolean planner_xml_is_at (PlannerXmlReader *self, const char *name);
const char *planner_xml_get_name (PlannerXmlReader *self);
char *planner_xml_make_where (PlannerXmlReader *self);
char *planner_xml_dup_attribute (PlannerXmlReader *self, const PlannerPlace *place, const char *attribute);
char *planner_xml_dup_first_attribute (PlannerXmlReader *self,
                                       const PlannerPlace *place,
                                       const char *const *attributes);
char *planner_xml_dup_value (PlannerXmlReader *self, const PlannerPlace *place, PlannerTextKind kind);
char *planner_xml_dup_line (PlannerXmlReader *self, const PlannerPlace *place);
void planner_xml_take_line (PlannerXmlReader *self, const PlannerPlace *place, char **line);
void planner_xml_add_value (PlannerXmlReader *self,
                            const PlannerPlace *place,
                            PlannerText *text,
                            PlannerTextKind kind);
gboolean planner_xml_add_field (PlannerXmlReader *self,
                                const PlannerPlace *place,
                                gpointer target,
                                const PlannerTextField *fields);
gboolean planner_xml_read_bool (PlannerXmlReader *self, const PlannerPlace *place);

void planner_xml_fill_person (PlannerXmlReader *self, const PlannerPlace *place, PlannerDraftPerson *person);
char *planner_xml_read_track_name (PlannerXmlReader *self, const PlannerPlace *place);
void planner_xml_read_tracks (PlannerXmlReader *self);
void planner_xml_read_track (PlannerXmlReader *self);
void planner_xml_read_rooms (PlannerXmlReader *self);
GHashTable *planner_xml_persons_new (void);
void planner_xml_read_listed_persons (PlannerXmlReader *self);
void planner_xml_add_listed_persons (PlannerXmlReader *self);
gboolean planner_xml_read_event (PlannerXmlReader *self, int day, const char *room, GError **error);

G_END_DECLS
