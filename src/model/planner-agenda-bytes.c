/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An agenda as bytes: what the store keeps, and what loads without parsing the feed again. The fields follow one
 * another, numbers little-endian, strings and lists after their length. One description serves both ways, so that
 * what is written is what is read. All bytes are checked on the way back.
 */

#include "model/planner-agenda-bytes.h"

/* Raise it with every change of the layout or of what the fields mean: older bytes are then not loaded. */
#define LAYOUT 3

/* The years 1 to 9999. */
#define FIRST_SECOND G_GINT64_CONSTANT (-62135596800)
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

typedef struct
{
  GByteArray *out;     /* owned; NULL when reading */
  GHashTable *indexes; /* owned; where in their lists are those that sessions refer to; NULL when reading */
  const guint8 *in;    /* borrowed; what is to be read yet */
  gsize left;
  gboolean damaged;
  PlannerAgenda *agenda; /* borrowed; not changed when writing */
  GPtrArray *zones;      /* owned, of owned GTimeZone */
} Coder;

typedef gpointer (*NewFunc) (void);
typedef void (*CodeFunc) (Coder *coder, gpointer item);

static void
coder_clear (Coder *coder)
{
  g_clear_pointer (&coder->out, g_byte_array_unref);
  g_clear_pointer (&coder->indexes, g_hash_table_unref);
  g_clear_pointer (&coder->zones, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coder, coder_clear)

static gboolean
is_reading (const Coder *coder)
{
  return coder->out == NULL;
}

static const guint8 *
take (Coder *coder, gsize size_bytes)
{
  const guint8 *taken = coder->in;

  if (coder->damaged || size_bytes > coder->left)
    {
      coder->damaged = TRUE;
      return NULL;
    }
  coder->in += size_bytes;
  coder->left -= size_bytes;

  return taken;
}

/* Reads 0 where there is nothing to read. */
static guint64
code_number (Coder *coder, guint64 number, gsize size_bytes)
{
  guint64 little_endian = GUINT64_TO_LE (number);
  const guint8 *taken;

  if (!is_reading (coder))
    {
      g_byte_array_append (coder->out, (const guint8 *) &little_endian, size_bytes);
      return number;
    }

  taken = take (coder, size_bytes);
  little_endian = 0;
  if (taken)
    memcpy (&little_endian, taken, size_bytes);

  return GUINT64_FROM_LE (little_endian);
}

/* What is written may be in use by other threads: only reading stores anything. */
static void
code_uint (Coder *coder, guint *number)
{
  const guint coded = (guint) code_number (coder, *number, sizeof (guint32));

  if (is_reading (coder))
    *number = coded;
}

static void
code_flag (Coder *coder, gboolean *flag)
{
  const guint64 coded = code_number (coder, *flag != FALSE, 1);

  if (is_reading (coder))
    *flag = coded != 0;
}

static void
code_int64 (Coder *coder, gint64 *number)
{
  const guint64 coded = code_number (coder, (guint64) *number, sizeof (gint64));

  if (is_reading (coder))
    *number = (gint64) coded;
}

static char *
read_string (Coder *coder)
{
  const guint length = (guint) code_number (coder, 0, sizeof (guint32));
  const char *taken = (const char *) take (coder, length);
  char *string;

  if (!taken || !g_utf8_validate_len (taken, length, NULL))
    {
      coder->damaged = TRUE;
      return g_strdup ("");
    }
  string = g_malloc (length + 1);
  memcpy (string, taken, length);
  string[length] = '\0';

  return string;
}

static void
write_string (Coder *coder, const char *string)
{
  const gsize length = string ? strlen (string) : 0;

  code_number (coder, length, sizeof (guint32));
  g_byte_array_append (coder->out, (const guint8 *) string, length);
}

/* %NULL is read back as "". */
static void
code_string (Coder *coder, char **string)
{
  if (is_reading (coder))
    *string = read_string (coder);
  else
    write_string (coder, *string);
}

/* %NULL and "" are both read back as %NULL. */
static void
code_optional (Coder *coder, char **string)
{
  code_string (coder, string);
  if (is_reading (coder) && !**string)
    g_clear_pointer (string, g_free);
}

/* Each thing in a list takes a byte at least. */
static guint
code_length (Coder *coder, guint length)
{
  const guint coded = (guint) code_number (coder, length, sizeof (guint32));

  if (!is_reading (coder) || coded <= coder->left)
    return coded;
  coder->damaged = TRUE;

  return 0;
}

static void
code_text (Coder *coder, PlannerText *text)
{
  const guint length = code_length (coder, text->variants ? g_strv_length (text->variants) : 0);

  if (length == 0)
    return;
  if (is_reading (coder))
    text->variants = g_new0 (char *, length + 1);
  for (guint i = 0; i < length; i++)
    code_string (coder, &text->variants[i]);
  if (length % 2 != 0)
    coder->damaged = TRUE;
}

static void
code_list (Coder *coder, GPtrArray *items, NewFunc new_item, CodeFunc code_item)
{
  const guint length = code_length (coder, items->len);

  for (guint i = 0; i < length && !coder->damaged; i++)
    {
      if (is_reading (coder))
        g_ptr_array_add (items, new_item ());
      code_item (coder, g_ptr_array_index (items, i));
    }
}

/* One of a list that was coded before, by its number there; 0 for none. */
static gconstpointer
code_reference (Coder *coder, GPtrArray *items, gconstpointer item)
{
  const gpointer index = is_reading (coder) ? NULL : g_hash_table_lookup (coder->indexes, item);
  guint number = GPOINTER_TO_UINT (index);

  code_uint (coder, &number);
  if (!is_reading (coder))
    return item;
  if (number > items->len)
    coder->damaged = TRUE;

  return number == 0 || coder->damaged ? NULL : g_ptr_array_index (items, number - 1);
}

static void
code_forum (Coder *coder, PlannerForum *forum)
{
  guint kind = forum->kind;

  code_string (coder, &forum->name);
  code_text (coder, &forum->title);
  code_text (coder, &forum->description);
  code_uint (coder, &kind);
  if (is_reading (coder))
    forum->kind = MIN (kind, PLANNER_FORUM_EXHIBITION);
  code_optional (coder, &forum->color);
}

static void
code_room (Coder *coder, PlannerRoom *room)
{
  code_string (coder, &room->name);
  code_text (coder, &room->title);
  code_text (coder, &room->description);
  code_optional (coder, &room->url);
}

static void
code_speaker (Coder *coder, PlannerSpeaker *speaker)
{
  code_string (coder, &speaker->id);
  code_text (coder, &speaker->name);
  code_text (coder, &speaker->role);
  code_text (coder, &speaker->organisation);
  code_text (coder, &speaker->biography);
  code_optional (coder, &speaker->url);
}

static void
code_exhibitor (Coder *coder, PlannerExhibitor *exhibitor)
{
  guint kind = exhibitor->kind;

  code_text (coder, &exhibitor->name);
  code_text (coder, &exhibitor->description);
  code_text (coder, &exhibitor->place);
  code_uint (coder, &kind);
  if (is_reading (coder))
    exhibitor->kind = MIN (kind, PLANNER_EXHIBITOR_MARKET);
  code_optional (coder, &exhibitor->url);
}

static void
code_day (Coder *coder, PlannerDay *day)
{
  code_string (coder, &day->date);
  code_uint (coder, &day->first);
  code_uint (coder, &day->n_sessions);
}

static guint
find_or_add_zone (GPtrArray *zones, GTimeZone *zone)
{
  const char *name = g_time_zone_get_identifier (zone);

  for (guint i = 0; i < zones->len; i++)
    if (g_str_equal (g_time_zone_get_identifier (g_ptr_array_index (zones, i)), name))
      return i;
  g_ptr_array_add (zones, g_time_zone_ref (zone));

  return zones->len - 1;
}

static void
read_zone (Coder *coder)
{
  g_autofree char *name = read_string (coder);
  GTimeZone *zone = g_time_zone_new_identifier (name);

  g_ptr_array_add (coder->zones, zone ? zone : g_time_zone_new_utc ());
}

/* The first is the agenda's. */
static void
code_zones (Coder *coder)
{
  const guint length = code_length (coder, coder->zones->len);

  for (guint i = 0; i < length && !coder->damaged; i++)
    if (is_reading (coder))
      read_zone (coder);
    else
      write_string (coder, g_time_zone_get_identifier (g_ptr_array_index (coder->zones, i)));

  if (length == 0)
    coder->damaged = TRUE;
  else if (is_reading (coder))
    coder->agenda->zone = g_time_zone_ref (g_ptr_array_index (coder->zones, 0));
}

static void
code_session_zone (Coder *coder, PlannerSession *session)
{
  guint index = is_reading (coder) ? 0 : find_or_add_zone (coder->zones, session->zone);

  code_uint (coder, &index);
  if (!is_reading (coder))
    return;
  if (index < coder->zones->len)
    session->zone = g_time_zone_ref (g_ptr_array_index (coder->zones, index));
  else
    coder->damaged = TRUE;
}

static void
code_session_speakers (Coder *coder, PlannerSession *session)
{
  const guint length = code_length (coder, session->n_speakers);

  if (is_reading (coder))
    session->speakers = g_new0 (const PlannerSpeaker *, length);
  for (guint i = 0; i < length; i++)
    {
      const PlannerSpeaker *speaker = code_reference (coder, coder->agenda->speakers, session->speakers[i]);

      if (is_reading (coder))
        session->speakers[i] = speaker;
      if (!speaker)
        coder->damaged = TRUE;
    }
  if (is_reading (coder))
    session->n_speakers = length;
}

static void
code_links (Coder *coder, PlannerSession *session)
{
  const guint length = code_length (coder, session->n_links);

  if (is_reading (coder))
    {
      session->links = g_new0 (PlannerLink, length);
      session->n_links = length;
    }
  for (guint i = 0; i < length; i++)
    {
      code_optional (coder, &session->links[i].title);
      code_string (coder, &session->links[i].url);
    }
}

static void
code_place (Coder *coder, PlannerSession *session)
{
  const PlannerForum *forum = code_reference (coder, coder->agenda->forums, session->forum);
  const PlannerRoom *room = code_reference (coder, coder->agenda->rooms, session->room);

  if (is_reading (coder))
    {
      session->forum = forum;
      session->room = room;
    }
  code_uint (coder, &session->day);
  if (session->day >= coder->agenda->days->len)
    coder->damaged = TRUE;
}

static void
code_session_names (Coder *coder, PlannerSession *session)
{
  code_string (coder, &session->key);
  code_optional (coder, &session->guid);
  code_optional (coder, &session->id);
  code_optional (coder, &session->code);
  code_optional (coder, &session->slug);
  code_optional (coder, &session->type);
  code_optional (coder, &session->language);
  code_optional (coder, &session->url);
  code_optional (coder, &session->stream_url);
  code_optional (coder, &session->feedback_url);
}

static void
code_session (Coder *coder, PlannerSession *session)
{
  code_session_names (coder, session);
  code_text (coder, &session->title);
  code_text (coder, &session->subtitle);
  code_text (coder, &session->abstract);
  code_text (coder, &session->description);
  code_int64 (coder, &session->start_utc);
  code_int64 (coder, &session->duration_s);
  code_session_zone (coder, session);
  code_place (coder, session);
  code_session_speakers (coder, session);
  code_links (coder, session);
  code_flag (coder, &session->cancelled);
  code_flag (coder, &session->not_recorded);
  for (guint i = 0; i < PLANNER_SEARCH_N_FIELDS; i++)
    code_string (coder, &session->search[i]);
}

/* Far from where sums overflow or dates end. */
static gboolean
has_sane_times (const PlannerSession *session)
{
  return session->duration_s >= 0 && session->duration_s <= G_MAXINT32 &&
         (session->start_utc == PLANNER_TIME_UNKNOWN ||
          (session->start_utc >= FIRST_SECOND && session->start_utc <= LAST_SECOND));
}

static gboolean
is_in_its_day (const PlannerAgenda *agenda, const PlannerSession *session, guint index)
{
  const PlannerDay *day = planner_agenda_get_day (agenda, session);

  return index >= day->first && index - day->first < day->n_sessions;
}

/* What the rest of the program relies on, and no length or index tells. */
static void
check_agenda (Coder *coder)
{
  PlannerAgenda *agenda = coder->agenda;

  for (guint i = 0; i < agenda->days->len && !coder->damaged; i++)
    {
      const PlannerDay *day = g_ptr_array_index (agenda->days, i);

      coder->damaged =
          day->first > agenda->sessions->len || day->n_sessions > agenda->sessions->len - day->first;
    }
  for (guint i = 0; i < agenda->speakers->len && !coder->damaged; i++)
    coder->damaged = !((PlannerSpeaker *) g_ptr_array_index (agenda->speakers, i))->name.variants;
  for (guint i = 0; i < agenda->sessions->len && !coder->damaged; i++)
    {
      const PlannerSession *session = planner_agenda_get_session (agenda, i);

      coder->damaged =
          !session->title.variants || !has_sane_times (session) || !is_in_its_day (agenda, session, i);
    }
}

static void
code_head (Coder *coder)
{
  PlannerAgenda *agenda = coder->agenda;

  code_text (coder, &agenda->title);
  code_optional (coder, &agenda->acronym);
  code_optional (coder, &agenda->version);
  code_optional (coder, &agenda->url);
  code_optional (coder, &agenda->format);
  code_optional (coder, &agenda->zone_name);
  code_zones (coder);
}

static void
code_agenda (Coder *coder)
{
  PlannerAgenda *agenda = coder->agenda;
  guint layout = LAYOUT;

  code_uint (coder, &layout);
  if (layout != LAYOUT)
    {
      coder->damaged = TRUE;
      return;
    }

  code_head (coder);
  code_list (coder, agenda->forums, (NewFunc) planner_forum_new, (CodeFunc) code_forum);
  code_list (coder, agenda->rooms, (NewFunc) planner_room_new, (CodeFunc) code_room);
  code_list (coder, agenda->speakers, (NewFunc) planner_speaker_new, (CodeFunc) code_speaker);
  code_list (coder, agenda->exhibitors, (NewFunc) planner_exhibitor_new, (CodeFunc) code_exhibitor);
  code_list (coder, agenda->days, (NewFunc) planner_day_new, (CodeFunc) code_day);
  code_list (coder, agenda->sessions, (NewFunc) planner_session_new, (CodeFunc) code_session);
  if (is_reading (coder))
    check_agenda (coder);
}

static void
number_items (GHashTable *indexes, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (indexes, g_ptr_array_index (items, i), GUINT_TO_POINTER (i + 1));
}

static void
prepare_to_write (Coder *coder)
{
  const PlannerAgenda *agenda = coder->agenda;

  coder->out = g_byte_array_new ();
  coder->indexes = g_hash_table_new (NULL, NULL);
  number_items (coder->indexes, agenda->forums);
  number_items (coder->indexes, agenda->rooms);
  number_items (coder->indexes, agenda->speakers);

  find_or_add_zone (coder->zones, agenda->zone);
  for (guint i = 0; i < agenda->sessions->len; i++)
    find_or_add_zone (coder->zones, planner_agenda_get_session (agenda, i)->zone);
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
  g_auto (Coder) coder = {
    .agenda = (PlannerAgenda *) agenda,
    .zones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref),
  };

  prepare_to_write (&coder);
  code_agenda (&coder);

  return g_byte_array_free_to_bytes (g_steal_pointer (&coder.out));
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
  g_autoptr (PlannerAgenda) agenda = planner_agenda_new ();
  g_auto (Coder) coder = {
    .agenda = agenda,
    .zones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref),
  };

  coder.in = g_bytes_get_data (bytes, &coder.left);
  code_agenda (&coder);
  if (coder.damaged || coder.left > 0)
    return NULL;

  planner_agenda_seal (agenda, languages);

  return g_steal_pointer (&agenda);
}
