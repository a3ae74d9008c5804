# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that the sandbox can write a file and a folder that the attendee has chosen, through the document portal."""

import os
import pathlib
import signal

from gi.repository import Gio, GLib

from planner_desktop import wait_for

PORTAL = '/usr/libexec/xdg-document-portal'
NAME = 'org.freedesktop.portal.Documents'
PATH = '/org/freedesktop/portal/documents'
FUSE = pathlib.Path('/dev/fuse')
# The file chooser portal sets the first two: a document stays the same, also after a restart.
REUSE_EXISTING, PERSISTENT, DIRECTORY = 1, 2, 8
CALENDAR = 'My Schedule.ics'


class Documents:
    """Gives an application access to files and folders as the file chooser does after the attendee's choice."""

    def __init__(self, desktop, identity):
        self.desktop = desktop
        self.identity = identity
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(desktop.environment['DBUS_SESSION_BUS_ADDRESS'], flags, None, None)

    def find_portal(self):
        """Return the process of the portal, or None. The bus may have started it for a program that ran before."""
        try:
            answer = self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                        GLib.Variant('(s)', (NAME,)), None, Gio.DBusCallFlags.NONE, 20000, None)
        except GLib.Error:
            return None
        return answer.unpack()[0]

    def start_portal(self):
        """Start the document portal, and return whether it has mounted its file system.

        One that runs is ended first: with --replace, it could unmount the file system that the new one has just mounted."""
        mount_point = pathlib.Path(self.desktop.environment['XDG_RUNTIME_DIR']) / 'doc'
        running = self.find_portal()
        if running:
            os.kill(running, signal.SIGTERM)
            wait_for(lambda: not self.find_portal() and not mount_point.is_mount(), 'the end of the document portal')
        portal = self.desktop.start(PORTAL)
        wait_for(lambda: portal.poll() is not None or (self.find_portal() and mount_point.is_mount()), 'the document portal')
        return portal.poll() is None

    def call(self, method, path, parameters):
        """Call a method of the portal whose first parameter is an open folder."""
        folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
        descriptors = Gio.UnixFDList.new()
        handle = descriptors.append(folder)
        os.close(folder)
        answer, _ = self.bus.call_with_unix_fd_list_sync(NAME, PATH, NAME, method, parameters(handle), None, Gio.DBusCallFlags.NONE,
                                                         20000, descriptors, None)
        return answer.unpack()[0]

    def export_file(self, folder, name):
        """Return the path of a file in the sandbox, which need not exist."""
        document = self.call('AddNamedFull', folder, lambda handle: GLib.Variant('(hayusas)', (
            handle, name.encode() + b'\0', REUSE_EXISTING | PERSISTENT, self.identity, ['read', 'write', 'grant-permissions'])))
        return f'/run/user/{os.getuid()}/doc/{document}/{name}'

    def export_folder(self, folder):
        [document] = self.call('AddFull', folder, lambda handle: GLib.Variant('(ahusas)', (
            [handle], REUSE_EXISTING | PERSISTENT | DIRECTORY, self.identity, ['read', 'write'])))
        return f'/run/user/{os.getuid()}/doc/{document}/{folder.name}'


def count_events(path):
    return path.read_text().count('BEGIN:VEVENT')


def check_documents(attendee, identity, expect):
    if not FUSE.exists():
        print('skipped: this machine has no /dev/fuse, which the document portal needs', flush=True)
        return
    documents = Documents(attendee.desktop, identity)
    if not documents.start_portal():
        print('skipped: the document portal cannot mount its file system on this machine', flush=True)
        return
    place, shared = attendee.home / 'Documents', attendee.home / 'Shared'
    place.mkdir()
    shared.mkdir()
    calendar = place / CALENDAR

    attendee.planner('calendar', documents.export_file(place, CALENDAR))
    n_events, inode = count_events(calendar), calendar.stat().st_ino
    attendee.planner('sync', documents.export_folder(shared))
    # The conference that was added last can be fetched here.
    keys = [session['key'] for session in reversed(attendee.sessions()) if not session['starred'] and session['day']]
    attendee.planner('star', keys[0])
    expect(count_events(calendar) == n_events + 1 and calendar.stat().st_ino != inode and os.listdir(place) == [CALENDAR],
           'the calendar file outside the sandbox is replaced in one step')
    [own] = shared.iterdir()
    expect(own.name.startswith('gotc-planner-') and own.stat().st_mode & 0o077 == 0, 'only the attendee can read the file for other computers')

    expect(documents.start_portal(), 'the document portal starts again')
    before = own.read_text()
    attendee.planner('star', keys[1])
    expect(count_events(calendar) == n_events + 2 and own.read_text() != before, 'both are written after the portal has restarted')
    calendar.unlink()
    attendee.desktop.run('flatpak', 'run', '--user', '--command=gotc-planner-agent', identity, '--refresh', keys[0].partition('/')[0])
    expect(count_events(calendar) == n_events + 2, 'the background process writes the calendar file')
    attendee.planner('calendar', '--off')
    attendee.planner('sync', '--off')
