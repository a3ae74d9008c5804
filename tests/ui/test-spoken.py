#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads the window on the accessibility bus, as a screen reader does: test-spoken.py PROGRAM SCHEDULE APP_ID

Every widget that takes the focus has a name. A row of the list has one sentence with title, time, room and star.
"""

import json
import os
import re
import subprocess
import sys
import time

try:
    import gi
    gi.require_version('Atspi', '2.0')
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as error:
    print(f'skipped: {error}')
    sys.exit(77)

PATIENCE_S = 60
# These contain other widgets and need no name of their own.
CONTAINERS = {'scroll pane', 'list', 'panel', 'filler'}
SENTENCE = re.compile(r'^Booting in a Second, .+, 11:15 – 12:00, Harbour Room, (not )?starred$')


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=PATIENCE_S).stdout


def activate(app_id, action, parameter):
    path = '/' + app_id.replace('.', '/') + '/window/1'
    run('gdbus', 'call', '--session', '--dest', app_id, '--object-path', path, '--method', 'org.gtk.Actions.Activate', action,
        f'[<{parameter}>]', '{}')


def walk(accessible):
    yield accessible
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def get_spoken(accessible):
    """Return what a screen reader says: the name, or the labels in the chosen item of a combo row, which has no name."""
    name = accessible.get_name()
    if name or accessible.get_role_name() != 'list item':
        return name
    return ' '.join(child.get_name() for child in walk(accessible) if child.get_role_name() == 'label')


def list_seen():
    """Return role and name of each focusable widget on screen, or nothing when the tree changes meanwhile."""
    try:
        seen = []
        for accessible in walk(Atspi.get_desktop(0)):
            states = accessible.get_state_set()
            if states.contains(Atspi.StateType.FOCUSABLE) and states.contains(Atspi.StateType.SHOWING):
                seen.append((accessible.get_role_name(), get_spoken(accessible)))
        return seen
    except GLib.Error:
        return []


def find_unnamed(seen):
    return [f'a {role} has no name' for role, name in seen if not name and role not in CONTAINERS]


def find_faults_of_row(seen):
    said = [name for role, name in seen if role == 'list item' and name.startswith('Booting in a Second')]
    return [] if len(said) == 1 and SENTENCE.match(said[0]) else [f'a row says {said}']


def wait_for(name, find_faults=lambda seen: []):
    """Wait until something with this name is on screen and no fault is found. While a page replaces another, both can be seen."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        seen = list_seen()
        faults = find_faults(seen)
        if not any(re.search(name, spoken or '') for role, spoken in seen):
            faults.append(f'nothing says {name!r}: {seen}')
        if not faults:
            return
        if time.monotonic() > deadline:
            raise SystemExit('\n'.join(faults))


def look(app_id, conference, key):
    wait_for('^Main Menu$')
    activate(app_id, 'select-conference', f'int64 {conference}')
    wait_for('^Booting in a Second', lambda seen: find_unnamed(seen) + find_faults_of_row(seen))
    activate(app_id, 'show-session', f"'{key}'")
    wait_for('^Star “Booting in a Second”$', find_unnamed)


def main():
    program, schedule, app_id = sys.argv[1:]
    run(program, 'add', schedule)
    session = next(s for s in map(json.loads, run(program, 'list', '--json').splitlines())
                   if s['title'] == 'Booting in a Second')
    conference, key = session['key'].split('/', 1)
    planner = subprocess.Popen([program])
    try:
        look(app_id, conference, key)
    finally:
        planner.kill()
        planner.wait()


if __name__ == '__main__':
    if 'PLANNER_ON_OWN_BUS' not in os.environ:
        os.execvpe('dbus-run-session', ['dbus-run-session', '--', sys.executable, *sys.argv],
                   dict(os.environ, PLANNER_ON_OWN_BUS='1', GTK_A11Y='atspi', G_DEBUG=''))
    main()
