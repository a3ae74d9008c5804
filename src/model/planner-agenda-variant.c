/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda as one serialised GVariant: what the store keeps, and what loads without parsing the feed again.
 * Missing strings are empty ones, missing forums and rooms are -1. Every index is checked on the way back.
 */

#include "planner-agenda-variant.h"

/* Raise it with every change of the type or of what the fields mean: older bytes are then not loaded. */
#define LAYOUT 1

#define FORUM_TYPE "(sasasus)"
#define ROOM_TYPE "(sasass)"
#define SPEAKER_TYPE "(sasasasass)"
#define EXHIBITOR_TYPE "(asasasus)"
#define DAY_TYPE "(suu)"
#define SESSION_TYPE "(sssssasasasasxxuuiiausssssa(ss)bbas)"
#define AGENDA_TYPE                                                                                          \
  "(uassssssas"                                                                                              \
  "a" FORUM_TYPE "a" ROOM_TYPE "a" SPEAKER_TYPE "a" EXHIBITOR_TYPE "a" DAY_TYPE "a" SESSION_TYPE ")"

static GVariant *
text_to_variant (const PlannerText *text)
{
  return g_variant_new_strv ((const char *const *) text->variants, text->variants ? -1 : 0);
}

static const char *
or_empty (const char *string)
{
  return string ? string : "";
}

static char *
dup_or_null (const char *string)
{
  return *string ? g_strdup (string) : NULL;
}

static int
index_of (GPtrArray *array, gconstpointer item)
{
  guint index;

  return item && g_ptr_array_find (array, item, &index) ? (int) index : -1;
}

static GVariant *
forums_to_variant (const PlannerAgenda *agenda)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" FORUM_TYPE));

  for (guint i = 0; i < agenda->forums->len; i++)
    {
      const PlannerForum *forum = g_ptr_array_index (agenda->forums, i);

      g_variant_builder_add (&builder, "(s@as@asus)", forum->name, text_to_variant (&forum->title),
                             text_to_variant (&forum->description), forum->kind, or_empty (forum->color));
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
rooms_to_variant (const PlannerAgenda *agenda)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" ROOM_TYPE));

  for (guint i = 0; i < agenda->rooms->len; i++)
    {
      const PlannerRoom *room = g_ptr_array_index (agenda->rooms, i);

      g_variant_builder_add (&builder, "(s@as@ass)", room->name, text_to_variant (&room->title),
                             text_to_variant (&room->description), or_empty (room->url));
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
speakers_to_variant (const PlannerAgenda *agenda)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" SPEAKER_TYPE));

  for (guint i = 0; i < agenda->speakers->len; i++)
    {
      const PlannerSpeaker *speaker = g_ptr_array_index (agenda->speakers, i);

      g_variant_builder_add (&builder, "(s@as@as@as@ass)", speaker->id, text_to_variant (&speaker->name),
                             text_to_variant (&speaker->role), text_to_variant (&speaker->organisation),
                             text_to_variant (&speaker->biography), or_empty (speaker->url));
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
exhibitors_to_variant (const PlannerAgenda *agenda)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" EXHIBITOR_TYPE));

  for (guint i = 0; i < agenda->exhibitors->len; i++)
    {
      const PlannerExhibitor *exhibitor = g_ptr_array_index (agenda->exhibitors, i);

      g_variant_builder_add (&builder, "(@as@as@asus)", text_to_variant (&exhibitor->name),
                             text_to_variant (&exhibitor->description), text_to_variant (&exhibitor->place),
                             exhibitor->kind, or_empty (exhibitor->url));
    }

  return g_variant_builder_end (&builder);
}

static guint
find_or_add_zone (GPtrArray *zones, GTimeZone *zone)
{
  const char *name = g_time_zone_get_identifier (zone);
  guint index;

  if (g_ptr_array_find_with_equal_func (zones, name, g_str_equal, &index))
    return index;
  g_ptr_array_add (zones, (char *) name);

  return zones->len - 1;
}

static GVariant *
strings_to_variant (const char *const *strings, guint n_strings)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_STRING_ARRAY);

  for (guint i = 0; i < n_strings; i++)
    g_variant_builder_add (&builder, "s", or_empty (strings[i]));

  return g_variant_builder_end (&builder);
}

static GVariant *
session_speakers_to_variant (const PlannerSession *session, GHashTable *indexes)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("au"));

  for (guint i = 0; i < session->n_speakers; i++)
    g_variant_builder_add (&builder, "u",
                           GPOINTER_TO_UINT (g_hash_table_lookup (indexes, session->speakers[i])));

  return g_variant_builder_end (&builder);
}

static GVariant *
links_to_variant (const PlannerSession *session)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(ss)"));

  for (guint i = 0; i < session->n_links; i++)
    g_variant_builder_add (&builder, "(ss)", or_empty (session->links[i].title), session->links[i].url);

  return g_variant_builder_end (&builder);
}

static GVariant *
session_to_variant (const PlannerAgenda *agenda,
                    const PlannerSession *session,
                    GHashTable *speaker_indexes,
                    guint zone)
{
  return g_variant_new ("(sssss@as@as@as@asxxuuii@ausssss@a(ss)bb@as)", session->key,
                        or_empty (session->guid), or_empty (session->id), or_empty (session->code),
                        or_empty (session->slug), text_to_variant (&session->title),
                        text_to_variant (&session->subtitle), text_to_variant (&session->abstract),
                        text_to_variant (&session->description), session->start_utc, session->duration_s,
                        zone, session->day, index_of (agenda->forums, session->forum),
                        index_of (agenda->rooms, session->room),
                        session_speakers_to_variant (session, speaker_indexes), or_empty (session->type),
                        or_empty (session->language), or_empty (session->url), or_empty (session->stream_url),
                        or_empty (session->feedback_url), links_to_variant (session), session->cancelled,
                        session->not_recorded,
                        strings_to_variant ((const char *const *) session->search, PLANNER_SEARCH_N_FIELDS));
}

static GVariant *
days_to_variant (const PlannerAgenda *agenda)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" DAY_TYPE));

  for (guint i = 0; i < agenda->days->len; i++)
    {
      const PlannerDay *day = g_ptr_array_index (agenda->days, i);

      g_variant_builder_add (&builder, DAY_TYPE, day->date, day->first, day->n_sessions);
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
sessions_to_variant (const PlannerAgenda *agenda, GPtrArray *zones)
{
  g_autoptr (GHashTable) speaker_indexes = g_hash_table_new (NULL, NULL);
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a" SESSION_TYPE));

  for (guint i = 0; i < agenda->speakers->len; i++)
    g_hash_table_insert (speaker_indexes, g_ptr_array_index (agenda->speakers, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < agenda->sessions->len; i++)
    {
      const PlannerSession *session = g_ptr_array_index (agenda->sessions, i);
      const guint zone = find_or_add_zone (zones, session->zone);

      g_variant_builder_add_value (&builder, session_to_variant (agenda, session, speaker_indexes, zone));
    }

  return g_variant_builder_end (&builder);
}

/**
 * planner_agenda_to_bytes:
 * @agenda: an agenda
 *
 * Returns: (transfer full): @agenda in the form that planner_agenda_new_from_bytes() loads
 */
GBytes *
planner_agenda_to_bytes (const PlannerAgenda *agenda)
{
  g_autoptr (GPtrArray) zones = g_ptr_array_new ();
  g_autoptr (GVariant) variant = NULL;
  GVariant *sessions;

  find_or_add_zone (zones, agenda->zone);
  sessions = sessions_to_variant (agenda, zones);
  variant = g_variant_ref_sink (
      g_variant_new ("(u@assssss@as@a" FORUM_TYPE "@a" ROOM_TYPE "@a" SPEAKER_TYPE "@a" EXHIBITOR_TYPE
                     "@a" DAY_TYPE "@a" SESSION_TYPE ")",
                     LAYOUT, text_to_variant (&agenda->title), or_empty (agenda->acronym),
                     or_empty (agenda->version), or_empty (agenda->url), or_empty (agenda->format),
                     or_empty (agenda->zone_name),
                     strings_to_variant ((const char *const *) zones->pdata, zones->len),
                     forums_to_variant (agenda), rooms_to_variant (agenda), speakers_to_variant (agenda),
                     exhibitors_to_variant (agenda), days_to_variant (agenda), sessions));

  return g_variant_get_data_as_bytes (variant);
}

/**
 * planner_agenda_session_to_bytes:
 * @agenda: the agenda of @session
 * @session: a session
 *
 * What is kept of a starred session, so that it can still be shown when it is withdrawn.
 *
 * Returns: (transfer full): the serialised agenda of @session alone
 */
GBytes *
planner_agenda_session_to_bytes (const PlannerAgenda *agenda, const PlannerSession *session)
{
  g_autoptr (GPtrArray) forums = g_ptr_array_new ();
  g_autoptr (GPtrArray) rooms = g_ptr_array_new ();
  g_autoptr (GPtrArray) speakers = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  g_autoptr (GPtrArray) sessions = g_ptr_array_new ();
  PlannerDay day = { .date = planner_agenda_get_day (agenda, session)->date, .n_sessions = 1 };
  PlannerSession alone = *session;
  PlannerAgenda excerpt = *agenda;

  alone.day = 0;
  if (session->forum)
    g_ptr_array_add (forums, (gpointer) session->forum);
  if (session->room)
    g_ptr_array_add (rooms, (gpointer) session->room);
  for (guint i = 0; i < session->n_speakers; i++)
    g_ptr_array_add (speakers, (gpointer) session->speakers[i]);
  g_ptr_array_add (days, &day);
  g_ptr_array_add (sessions, &alone);

  excerpt.forums = forums;
  excerpt.rooms = rooms;
  excerpt.speakers = speakers;
  excerpt.exhibitors = none;
  excerpt.days = days;
  excerpt.sessions = sessions;

  return planner_agenda_to_bytes (&excerpt);
}

static void
load_text (PlannerText *text, GVariant *variants)
{
  gsize length;
  g_autofree const char **strings = g_variant_get_strv (variants, &length);

  if (length > 0 && length % 2 == 0)
    {
      text->variants = g_strdupv ((GStrv) strings);
      text->shown = text->variants[1];
    }
  g_variant_unref (variants);
}

static void
load_forums (PlannerAgenda *agenda, GVariant *variant)
{
  GVariantIter iter;
  const char *name, *color;
  GVariant *title, *description;
  guint kind;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s@as@asu&s)", &name, &title, &description, &kind, &color))
    {
      PlannerForum *forum = planner_forum_new ();

      forum->name = g_strdup (name);
      load_text (&forum->title, title);
      load_text (&forum->description, description);
      forum->kind = MIN (kind, PLANNER_FORUM_EXHIBITION);
      forum->color = dup_or_null (color);
      g_ptr_array_add (agenda->forums, forum);
    }
}

static void
load_rooms (PlannerAgenda *agenda, GVariant *variant)
{
  GVariantIter iter;
  const char *name, *url;
  GVariant *title, *description;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&s@as@as&s)", &name, &title, &description, &url))
    {
      PlannerRoom *room = planner_room_new ();

      room->name = g_strdup (name);
      load_text (&room->title, title);
      load_text (&room->description, description);
      room->url = dup_or_null (url);
      g_ptr_array_add (agenda->rooms, room);
    }
}

static void
load_speakers (PlannerAgenda *agenda, GVariant *variant)
{
  GVariantIter iter;
  const char *id, *url;
  GVariant *name, *role, *organisation, *biography;

  g_variant_iter_init (&iter, variant);
  while (
      g_variant_iter_next (&iter, "(&s@as@as@as@as&s)", &id, &name, &role, &organisation, &biography, &url))
    {
      PlannerSpeaker *speaker = planner_speaker_new ();

      speaker->id = g_strdup (id);
      load_text (&speaker->name, name);
      load_text (&speaker->role, role);
      load_text (&speaker->organisation, organisation);
      load_text (&speaker->biography, biography);
      speaker->url = dup_or_null (url);
      g_ptr_array_add (agenda->speakers, speaker);
    }
}

static void
load_exhibitors (PlannerAgenda *agenda, GVariant *variant)
{
  GVariantIter iter;
  const char *url;
  GVariant *name, *description, *place;
  guint kind;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(@as@as@asu&s)", &name, &description, &place, &kind, &url))
    {
      PlannerExhibitor *exhibitor = planner_exhibitor_new ();

      load_text (&exhibitor->name, name);
      load_text (&exhibitor->description, description);
      load_text (&exhibitor->place, place);
      exhibitor->kind = MIN (kind, PLANNER_EXHIBITOR_MARKET);
      exhibitor->url = dup_or_null (url);
      g_ptr_array_add (agenda->exhibitors, exhibitor);
    }
}

static gboolean
load_days (PlannerAgenda *agenda, GVariant *variant, gsize n_sessions)
{
  GVariantIter iter;
  const char *date;
  guint first, n;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "(&suu)", &date, &first, &n))
    {
      PlannerDay *day = planner_day_new ();

      day->date = g_strdup (date);
      day->first = first;
      day->n_sessions = n;
      g_ptr_array_add (agenda->days, day);
      if (first > n_sessions || n > n_sessions - first)
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_session_speakers (PlannerAgenda *agenda, PlannerSession *session, GVariant *variant)
{
  g_autoptr (GVariant) owned = variant;
  gsize n_speakers;
  const guint32 *indexes = g_variant_get_fixed_array (variant, &n_speakers, sizeof (guint32));

  session->speakers = g_new (const PlannerSpeaker *, n_speakers);
  session->n_speakers = n_speakers;
  for (gsize i = 0; i < n_speakers; i++)
    {
      if (indexes[i] >= agenda->speakers->len)
        return FALSE;
      session->speakers[i] = g_ptr_array_index (agenda->speakers, indexes[i]);
    }

  return TRUE;
}

static void
load_links (PlannerSession *session, GVariant *variant)
{
  g_autoptr (GVariant) owned = variant;
  GVariantIter iter;
  const char *title, *url;

  session->links = g_new0 (PlannerLink, g_variant_iter_init (&iter, variant));
  while (g_variant_iter_next (&iter, "(&s&s)", &title, &url))
    session->links[session->n_links++] =
        (PlannerLink) { .title = dup_or_null (title), .url = g_strdup (url) };
}

static void
load_search (PlannerSession *session, GVariant *variant)
{
  g_autoptr (GVariant) owned = variant;

  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS && i < g_variant_n_children (variant); i++)
    g_variant_get_child (variant, i, "s", &session->search[i]);
}

static gboolean
set_place (PlannerAgenda *agenda, PlannerSession *session, GPtrArray *zones, guint zone, int forum, int room)
{
  if (zone >= zones->len || session->day >= agenda->days->len || forum < -1 ||
      forum >= (int) agenda->forums->len || room < -1 || room >= (int) agenda->rooms->len)
    return FALSE;

  session->zone = g_time_zone_ref (g_ptr_array_index (zones, zone));
  session->forum = forum < 0 ? NULL : g_ptr_array_index (agenda->forums, forum);
  session->room = room < 0 ? NULL : g_ptr_array_index (agenda->rooms, room);

  return TRUE;
}

static gboolean
load_session (PlannerAgenda *agenda, GPtrArray *zones, GVariant *variant)
{
  PlannerSession *session = planner_session_new ();
  const char *key, *guid, *id, *code, *slug, *type, *language, *url, *stream_url, *feedback_url;
  GVariant *title, *subtitle, *abstract, *description, *speakers, *links, *search;
  guint zone;
  int forum, room;

  g_ptr_array_add (agenda->sessions, session);
  g_variant_get (variant, "(&s&s&s&s&s@as@as@as@asxxuuii@au&s&s&s&s&s@a(ss)bb@as)", &key, &guid, &id, &code,
                 &slug, &title, &subtitle, &abstract, &description, &session->start_utc, &session->duration_s,
                 &zone, &session->day, &forum, &room, &speakers, &type, &language, &url, &stream_url,
                 &feedback_url, &links, &session->cancelled, &session->not_recorded, &search);
  session->key = g_strdup (key);
  session->guid = dup_or_null (guid);
  session->id = dup_or_null (id);
  session->code = dup_or_null (code);
  session->slug = dup_or_null (slug);
  session->type = dup_or_null (type);
  session->language = dup_or_null (language);
  session->url = dup_or_null (url);
  session->stream_url = dup_or_null (stream_url);
  session->feedback_url = dup_or_null (feedback_url);
  load_text (&session->title, title);
  load_text (&session->subtitle, subtitle);
  load_text (&session->abstract, abstract);
  load_text (&session->description, description);
  load_links (session, links);
  load_search (session, search);

  return load_session_speakers (agenda, session, speakers) &&
         set_place (agenda, session, zones, zone, forum, room);
}

static gboolean
load_sessions (PlannerAgenda *agenda, GPtrArray *zones, GVariant *variant)
{
  for (gsize i = 0; i < g_variant_n_children (variant); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (variant, i);

      if (!load_session (agenda, zones, child))
        return FALSE;
    }

  return TRUE;
}

static GPtrArray *
load_zones (GVariant *variant)
{
  GPtrArray *zones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);
  GVariantIter iter;
  const char *name;

  g_variant_iter_init (&iter, variant);
  while (g_variant_iter_next (&iter, "&s", &name))
    {
      GTimeZone *zone = g_time_zone_new_identifier (name);

      g_ptr_array_add (zones, zone ? zone : g_time_zone_new_utc ());
    }

  return zones;
}

static gboolean
load_agenda (PlannerAgenda *agenda, GVariant *variant)
{
  g_autoptr (GVariant) title = NULL, zone_names = NULL, forums = NULL, rooms = NULL, speakers = NULL;
  g_autoptr (GVariant) exhibitors = NULL, days = NULL, sessions = NULL;
  g_autoptr (GPtrArray) zones = NULL;
  const char *acronym, *version, *url, *format, *zone_name;
  guint layout;

  g_variant_get_child (variant, 0, "u", &layout);
  if (layout != LAYOUT)
    return FALSE;

  g_variant_get (variant,
                 "(u@as&s&s&s&s&s@as@a" FORUM_TYPE "@a" ROOM_TYPE "@a" SPEAKER_TYPE "@a" EXHIBITOR_TYPE
                 "@a" DAY_TYPE "@a" SESSION_TYPE ")",
                 &layout, &title, &acronym, &version, &url, &format, &zone_name, &zone_names, &forums, &rooms,
                 &speakers, &exhibitors, &days, &sessions);
  zones = load_zones (zone_names);
  if (zones->len == 0)
    return FALSE;

  load_text (&agenda->title, g_variant_ref (title));
  agenda->acronym = dup_or_null (acronym);
  agenda->version = dup_or_null (version);
  agenda->url = dup_or_null (url);
  agenda->format = dup_or_null (format);
  agenda->zone_name = dup_or_null (zone_name);
  agenda->zone = g_time_zone_ref (g_ptr_array_index (zones, 0));
  load_forums (agenda, forums);
  load_rooms (agenda, rooms);
  load_speakers (agenda, speakers);
  load_exhibitors (agenda, exhibitors);

  return load_days (agenda, days, g_variant_n_children (sessions)) && load_sessions (agenda, zones, sessions);
}

/**
 * planner_agenda_new_from_bytes:
 * @bytes: what planner_agenda_to_bytes() gave
 * @languages: the reader's languages, best first
 *
 * Returns: (transfer full) (nullable): the sealed agenda; %NULL if @bytes are damaged or of another layout
 */
PlannerAgenda *
planner_agenda_new_from_bytes (GBytes *bytes, const char *const *languages)
{
  g_autoptr (GVariant) variant =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (AGENDA_TYPE), bytes, FALSE));
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();

  if (!g_variant_is_normal_form (variant) || !load_agenda (agenda, variant))
    return NULL;

  planner_agenda_seal (agenda, languages);

  return g_steal_pointer (&agenda);
}
