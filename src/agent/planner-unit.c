/* Copyright 2026 The GOTC Planner authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The process as the main process of a systemd unit. Messages to systemd are those of sd_notify(3).
 */

#include "config.h"

#include "agent/planner-unit.h"

#include <gio/gunixfdmessage.h>
#include <gio/gunixsocketaddress.h>
#include <glib-unix.h>

#define TIMEOUT_MS 1000

static gboolean
notify (GSocket *socket,
        GSocketAddress *address,
        const char *text,
        GSocketControlMessage *control,
        GError **error)
{
  GOutputVector vector = { text, strlen (text) };

  return g_socket_send_message (socket, address, &vector, 1, control ? &control : NULL, control ? 1 : 0,
                                G_SOCKET_MSG_NONE, NULL, error) > 0;
}

/* systemd closes its copy of the descriptor after it has handled all messages that were sent before. */
static gboolean
wait_for_systemd (GSocket *socket, GSocketAddress *address, GError **error)
{
  g_autoptr (GUnixFDMessage) control = G_UNIX_FD_MESSAGE (g_unix_fd_message_new ());
  g_auto (GUnixPipe) barrier = G_UNIX_PIPE_INIT;
  GPollFD closed;

  if (!g_unix_pipe_open (&barrier, O_CLOEXEC, error) ||
      !g_unix_fd_message_append_fd (control, g_unix_pipe_get (&barrier, G_UNIX_PIPE_END_WRITE), error) ||
      !notify (socket, address, "BARRIER=1", G_SOCKET_CONTROL_MESSAGE (control), error))
    return FALSE;

  g_unix_pipe_close (&barrier, G_UNIX_PIPE_END_WRITE, NULL);
  g_clear_object (&control);
  closed = (GPollFD) { .fd = g_unix_pipe_get (&barrier, G_UNIX_PIPE_END_READ), .events = G_IO_HUP };

  return g_poll (&closed, 1, TIMEOUT_MS) > 0;
}

static GSocketAddress *
make_address (const char *name)
{
  if (*name == '@')
    return g_unix_socket_address_new_with_type (name + 1, -1, G_UNIX_SOCKET_ADDRESS_ABSTRACT);

  return g_unix_socket_address_new (name);
}

/**
 * planner_unit_stop:
 *
 * Reports to systemd that this process ends, if it is the main process of a unit. Call it before the bus name is released:
 * systemd ignores a request for a unit that runs, and starts a unit that stops again after it has stopped. Afterwards this
 * process must end soon, or systemd kills it. Blocks until systemd has handled the report.
 *
 * Returns: whether systemd knows that this process ends
 */
gboolean
planner_unit_stop (void)
{
  const char *name = g_getenv ("NOTIFY_SOCKET");
  g_autoptr (GSocketAddress) address = name ? make_address (name) : NULL;
  g_autoptr (GSocket) socket = NULL;
  g_autoptr (GError) error = NULL;

  if (!address)
    return FALSE;

  g_debug ("Reporting to systemd that the process ends");
  socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_DEFAULT, &error);
  if (socket && notify (socket, address, "STOPPING=1", NULL, &error))
    {
      wait_for_systemd (socket, address, &error);
      return TRUE;
    }
  g_info ("Cannot report to systemd that the process ends: %s", error->message);

  return FALSE;
}
