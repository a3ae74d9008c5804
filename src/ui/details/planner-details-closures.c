/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/details/planner-details-closures.h"

#include "library/planner-conference.h"
#include "plan/planner-moment.h"
#include "ui/widgets/planner-color.h"
#include "ui/widgets/planner-swatch.h"
#include "words/planner-change-words.h"
#include "words/planner-clock.h"
#include "words/planner-friend-words.h"
#include "words/planner-labels.h"

#include <glib/gi18n.h>

static gboolean
is_filled (GObject *object, const char *text)
{
  return text && *text;
}

static char *
get_title (GObject *object, const PlannerSession *session)
{
  return g_strdup (session->title.shown);
}

static PangoAttrList *
get_attributes (GObject *object, const PlannerSession *session, gboolean withdrawn)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (withdrawn || session->cancelled)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));

  return attributes;
}

static GdkRGBA *
get_color (GObject *object, const PlannerSession *session, const PlannerAgenda *agenda)
{
  GdkRGBA rgba;

  if (!session->forum)
    return NULL;

  planner_session_color (agenda, session, &rgba);

  return gdk_rgba_copy (&rgba);
}

static char *
get_friends (GObject *object, const char *const *friends)
{
  return planner_format_friends (friends);
}

static GdkPaintable *
get_friend_swatch (GObject *object, const char *const *friends)
{
  GdkRGBA color;

  if (!friends)
    return NULL;
  planner_friend_color (friends[0], &color);

  return planner_swatch_new (&color);
}

/* Never %NULL: GTK warns about a button with an action that lacks its target, even temporarily. */
static GVariant *
make_target (GObject *object, PlannerEntry *entry)
{
  return g_variant_new_string (entry ? planner_entry_get_key (entry) : "");
}

/* style.css uses the name to color filled stars. */
static char *
get_star_name (GObject *object, gboolean starred)
{
  return g_strdup (starred ? "starred" : "unstarred");
}

static char *
get_star_icon (GObject *object, gboolean starred, gboolean withdrawn)
{
  return g_strdup (planner_get_star_icon (starred, withdrawn));
}

static char *
get_star_tooltip (GObject *object, gboolean starred, gboolean withdrawn)
{
  return g_strdup (planner_get_star_label (starred, withdrawn));
}

static gboolean
has_forum (GObject *object, const PlannerSession *session)
{
  return session->forum != NULL;
}

static char *
get_forum (GObject *object, const PlannerSession *session)
{
  return session->forum
             ? g_strdup (session->forum->title.shown ? session->forum->title.shown : session->forum->name)
             : NULL;
}

static GVariant *
make_forum_target (GObject *object, const PlannerSession *session)
{
  return g_variant_new_string (session->forum ? session->forum->name : "");
}

static char *
get_subtitle (GObject *object, const PlannerSession *session)
{
  return g_strdup (planner_shown_subtitle (session));
}

static gboolean
is_gone (GObject *object, const PlannerSession *session, gboolean withdrawn)
{
  return session->cancelled || withdrawn;
}

static char *
get_state_sentence (GObject *object, const PlannerSession *session, gboolean withdrawn)
{
  if (withdrawn)
    return g_strdup (_ ("This session is no longer in the schedule. These are its last known details."));

  return session->cancelled ? g_strdup (_ ("This session is cancelled.")) : NULL;
}

static char *
get_local_when (GObject *object, const PlannerSession *session)
{
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();

  return planner_format_local_when (session, local);
}

/* Says "Venue Time" only when the local time is shown too. */
static char *
get_when_title (GObject *object, const PlannerSession *session)
{
  g_autofree char *local_when = get_local_when (object, session);

  return g_strdup (local_when ? _ ("Venue Time") : _ ("When"));
}

static char *
get_when (GObject *object, PlannerEntry *entry, const PlannerSession *session)
{
  return planner_format_when (session, planner_entry_get_day (entry)->date);
}

static char *
get_room (GObject *object, const PlannerSession *session)
{
  return planner_format_room (session);
}

static gboolean
has_room (GObject *object, const PlannerSession *session)
{
  return session->room != NULL;
}

static GVariant *
make_room_target (GObject *object, const PlannerSession *session)
{
  return g_variant_new_string (session->room ? session->room->name : "");
}

static char *
get_change (GObject *object,
            PlannerConference *conference,
            PlannerEntry *entry,
            const PlannerSession *session,
            gboolean local_time)
{
  PlannerChangeList *changes = conference ? planner_conference_get_changes (conference) : NULL;
  const PlannerChange *change = changes ? planner_change_list_find (changes, entry) : NULL;
  g_autoptr (GTimeZone) local = g_time_zone_new_local ();
  const PlannerClock clock = { .zone = local_time ? local : session->zone,
                               .twelve_hours = planner_uses_twelve_hours () };
  g_auto (GStrv) lines = NULL;
  g_autofree char *joined = NULL, *note = NULL;

  if (!change || !change->was || !change->is)
    return NULL;

  lines = planner_change_dup_lines (change, &clock);
  joined = g_strjoinv ("\n", lines);
  note = planner_change_dup_zone_note (change, clock.zone, local);

  return g_strjoin ("\n", joined, note, NULL);
}

static char *
get_type (GObject *object, const PlannerSession *session)
{
  return planner_format_type (session);
}

static gboolean
is_not_recorded (GObject *object, const PlannerSession *session)
{
  return session->not_recorded;
}

/* Also without a star, so that nothing moves when the attendee stars the session. */
static gboolean
can_remind (GObject *object, const PlannerSession *session, gboolean withdrawn, gint64 now_utc)
{
  return !withdrawn && !session->cancelled && planner_session_has_time (session) &&
         planner_session_get_end_utc (session) > now_utc;
}

static gboolean
can_plan (GObject *object,
          const PlannerSession *session,
          gboolean starred,
          gboolean withdrawn,
          gint64 now_utc)
{
  return planner_session_get_moment (session, now_utc) != PLANNER_MOMENT_OVER &&
         (starred || can_remind (object, session, withdrawn, now_utc));
}

/* Plan B has no reminder. */
static gboolean
is_going (GObject *object, gboolean starred, gboolean plan_b)
{
  return starred && !plan_b;
}

static char *
get_abstract (GObject *object, const PlannerSession *session)
{
  return g_strdup (planner_shown_abstract (session));
}

static char *
get_description (GObject *object, const PlannerSession *session)
{
  return g_strdup (session->description.shown);
}

/**
 * planner_details_closures_bind:
 * @klass: the class of the details page
 *
 * Binds the closures with which the template computes what it shows of a session.
 */
void
planner_details_closures_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, is_filled);
  gtk_widget_class_bind_template_callback (klass, get_title);
  gtk_widget_class_bind_template_callback (klass, get_attributes);
  gtk_widget_class_bind_template_callback (klass, get_color);
  gtk_widget_class_bind_template_callback (klass, make_target);
  gtk_widget_class_bind_template_callback (klass, get_star_name);
  gtk_widget_class_bind_template_callback (klass, get_star_icon);
  gtk_widget_class_bind_template_callback (klass, get_star_tooltip);
  gtk_widget_class_bind_template_callback (klass, has_forum);
  gtk_widget_class_bind_template_callback (klass, get_forum);
  gtk_widget_class_bind_template_callback (klass, make_forum_target);
  gtk_widget_class_bind_template_callback (klass, get_subtitle);
  gtk_widget_class_bind_template_callback (klass, is_gone);
  gtk_widget_class_bind_template_callback (klass, get_state_sentence);
  gtk_widget_class_bind_template_callback (klass, get_local_when);
  gtk_widget_class_bind_template_callback (klass, get_when_title);
  gtk_widget_class_bind_template_callback (klass, get_when);
  gtk_widget_class_bind_template_callback (klass, get_room);
  gtk_widget_class_bind_template_callback (klass, has_room);
  gtk_widget_class_bind_template_callback (klass, make_room_target);
  gtk_widget_class_bind_template_callback (klass, get_change);
  gtk_widget_class_bind_template_callback (klass, get_type);
  gtk_widget_class_bind_template_callback (klass, is_not_recorded);
  gtk_widget_class_bind_template_callback (klass, can_remind);
  gtk_widget_class_bind_template_callback (klass, can_plan);
  gtk_widget_class_bind_template_callback (klass, get_friends);
  gtk_widget_class_bind_template_callback (klass, get_friend_swatch);
  gtk_widget_class_bind_template_callback (klass, is_going);
  gtk_widget_class_bind_template_callback (klass, get_abstract);
  gtk_widget_class_bind_template_callback (klass, get_description);
}
