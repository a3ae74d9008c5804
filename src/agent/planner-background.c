/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "agent/planner-background.h"

#include "agent/planner-autostart.h"

#include <glib/gi18n.h>
#include <libportal/portal.h>

struct _PlannerBackground
{
  GObject parent_instance;

  XdpPortal *portal;         /* owned, nullable: without a session bus, or if not needed */
  GCancellable *cancellable; /* owned */
  gboolean wanted;
  gboolean asking;
  gboolean asked_for; /* the value of wanted at the last request */
  gboolean is_own;    /* whether the planner writes its own autostart entry */
  PlannerBackgroundState state;
};

G_DEFINE_ENUM_TYPE (PlannerBackgroundState,
                    planner_background_state,
                    G_DEFINE_ENUM_VALUE (PLANNER_BACKGROUND_OFF, "off"),
                    G_DEFINE_ENUM_VALUE (PLANNER_BACKGROUND_ASKING, "asking"),
                    G_DEFINE_ENUM_VALUE (PLANNER_BACKGROUND_ALLOWED, "allowed"),
                    G_DEFINE_ENUM_VALUE (PLANNER_BACKGROUND_NO_AUTOSTART, "no-autostart"),
                    G_DEFINE_ENUM_VALUE (PLANNER_BACKGROUND_REFUSED, "refused"))

G_DEFINE_FINAL_TYPE (PlannerBackground, planner_background, G_TYPE_OBJECT)

typedef enum
{
  PROP_WANTED = 1,
  PROP_STATE,
} PlannerBackgroundProperty;

static GParamSpec *properties[PROP_STATE + 1];

static void
set_state (PlannerBackground *self, PlannerBackgroundState state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static PlannerBackgroundState
find_state (gboolean granted, const GError *error)
{
  if (granted)
    return PLANNER_BACKGROUND_ALLOWED;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return PLANNER_BACKGROUND_REFUSED;

  return PLANNER_BACKGROUND_NO_AUTOSTART;
}

/* A request without the autostart flag removes the autostart entry. The command starts the agent: the window program and
 * D-Bus activation would show the window at log-in. */
static void
request_portal (PlannerBackground *self, GAsyncReadyCallback callback)
{
  GPtrArray *command = g_ptr_array_new ();
  const XdpBackgroundFlags flags = self->wanted ? XDP_BACKGROUND_FLAG_AUTOSTART : XDP_BACKGROUND_FLAG_NONE;

  g_ptr_array_add (command, (char *) "gotc-planner-agent");
  /* This call takes ownership of the command. */
  xdp_portal_request_background (self->portal, NULL, _ ("Remind you of the sessions that you have starred"),
                                 command, flags, self->cancellable, callback, g_object_ref (self));
}

static void
change_autostart_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  const gboolean worked =
      GPOINTER_TO_INT (data) ? planner_autostart_add (&error) : planner_autostart_remove (&error);

  if (worked)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
change_autostart (PlannerBackground *self, GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, g_object_ref (self));

  g_task_set_task_data (task, GINT_TO_POINTER (self->wanted), NULL);
  g_task_run_in_thread (task, change_autostart_in_thread);
}

static void
request (PlannerBackground *self, GAsyncReadyCallback callback)
{
  self->asking = TRUE;
  self->asked_for = self->wanted;
  g_debug ("Requesting reminders in the background: %s", self->wanted ? "yes" : "no");
  if (self->is_own)
    change_autostart (self, callback);
  else
    request_portal (self, callback);
}

static gboolean
finish_request (GObject *source, GAsyncResult *result, GError **error)
{
  if (source)
    return xdp_portal_request_background_finish (XDP_PORTAL (source), result, error);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PlannerBackground) self = data;
  g_autoptr (GError) error = NULL;
  const gboolean granted = finish_request (source, result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  if (error)
    g_info ("Cannot change whether the planner starts at log-in: %s", error->message);
  self->asking = FALSE;
  if (self->wanted != self->asked_for)
    request (self, answered_cb);
  else if (self->wanted)
    set_state (self, find_state (granted, error));
}

static gboolean
can_request (PlannerBackground *self)
{
  return self->is_own || self->portal;
}

static void
set_wanted (PlannerBackground *self, gboolean wanted)
{
  if (self->wanted == wanted)
    return;

  self->wanted = wanted;
  if (!wanted)
    set_state (self, PLANNER_BACKGROUND_OFF);
  else
    set_state (self, can_request (self) ? PLANNER_BACKGROUND_ASKING : PLANNER_BACKGROUND_NO_AUTOSTART);
  if (can_request (self) && !self->asking)
    request (self, answered_cb);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WANTED]);
}

static void
planner_background_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannerBackground *self = PLANNER_BACKGROUND (object);

  switch ((PlannerBackgroundProperty) id)
    {
    case PROP_WANTED:
      g_value_set_boolean (value, self->wanted);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_background_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((PlannerBackgroundProperty) id)
    {
    case PROP_WANTED:
      set_wanted (PLANNER_BACKGROUND (object), g_value_get_boolean (value));
      break;
    case PROP_STATE:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
planner_background_finalize (GObject *object)
{
  PlannerBackground *self = PLANNER_BACKGROUND (object);

  g_clear_object (&self->portal);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (planner_background_parent_class)->finalize (object);
}

static void
planner_background_class_init (PlannerBackgroundClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = planner_background_get_property;
  object_class->set_property = planner_background_set_property;
  object_class->finalize = planner_background_finalize;

  properties[PROP_WANTED] = g_param_spec_boolean ("wanted", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, PLANNER_TYPE_BACKGROUND_STATE, PLANNER_BACKGROUND_OFF, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
planner_background_init (PlannerBackground *self)
{
  g_autoptr (GError) error = NULL;

  self->cancellable = g_cancellable_new ();
  self->is_own = planner_autostart_is_own ();
  if (!self->is_own)
    self->portal = xdp_portal_initable_new (&error);
  if (error)
    g_info ("Cannot connect to the Background portal: %s", error->message);
}

PlannerBackground *
planner_background_new (void)
{
  return g_object_new (PLANNER_TYPE_BACKGROUND, NULL);
}

PlannerBackgroundState
planner_background_get_state (PlannerBackground *self)
{
  g_return_val_if_fail (PLANNER_IS_BACKGROUND (self), PLANNER_BACKGROUND_OFF);

  return self->state;
}

/**
 * planner_background_request:
 * @wanted: whether the attendee wants reminders while no window is open
 *
 * Sets the property wanted, and requests it even if it has not changed.
 */
void
planner_background_request (PlannerBackground *self, gboolean wanted)
{
  g_return_if_fail (PLANNER_IS_BACKGROUND (self));

  self->wanted = !wanted;
  set_wanted (self, wanted);
}

/**
 * planner_background_is_asking:
 *
 * Returns: whether a request is not answered yet
 */
gboolean
planner_background_is_asking (PlannerBackground *self)
{
  g_return_val_if_fail (PLANNER_IS_BACKGROUND (self), FALSE);

  return self->asking;
}

/**
 * planner_background_describe:
 *
 * Returns: (transfer none): a sentence that says when reminders come, in the attendee's language
 */
const char *
planner_background_describe (PlannerBackgroundState state)
{
  switch (state)
    {
    case PLANNER_BACKGROUND_ASKING:
      return _ ("The system has not answered yet whether the planner may run in the background.");
    case PLANNER_BACKGROUND_ALLOWED:
      return _ ("Reminders come whether or not the window is open, and after you log in again.");
    case PLANNER_BACKGROUND_NO_AUTOSTART:
      return _ (
          "Reminders come after you close the window too, until you log out. This system does not start the "
          "planner by itself: open it once after you log in.");
    case PLANNER_BACKGROUND_REFUSED:
      return _ (
          "The system does not let the planner run in the background. Reminders come only while its window "
          "is open. You can allow it in the settings of the system, under Apps.");
    case PLANNER_BACKGROUND_OFF:
    default:
      return _ ("Reminders come only while the window of the planner is open.");
    }
}
