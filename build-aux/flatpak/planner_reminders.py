# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks reminders through the portals while the window is closed, with a schedule whose session starts soon."""

import datetime
import json
import subprocess
import uuid

from planner_desktop import wait_for

TITLE = 'R&D <3: Soon'
LEAD_MINUTES = 1
# The time before the reminder to add the schedule, star the session, and open and close the window.
HEAD_START_S = 30


def next_start():
    """Return a full minute, because a start in a schedule has no seconds."""
    soon = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=HEAD_START_S + 60 * LEAD_MINUTES)
    return soon.replace(second=0, microsecond=0) + datetime.timedelta(minutes=1)


def write_schedule(path, start):
    day = start.date().isoformat()
    event = {'id': 1, 'guid': str(uuid.UUID(int=1)), 'title': TITLE, 'date': start.isoformat(), 'start': f'{start:%H:%M}',
             'duration': '00:30', 'room': 'Hall', 'slug': 'soon', 'track': 'Main', 'type': 'lecture', 'language': 'en', 'abstract': '',
             'description': '', 'persons': [], 'links': []}
    conference = {'acronym': 'soon', 'title': 'Soon', 'start': day, 'end': day, 'daysCount': 1, 'timeslot_duration': '00:05',
                  'time_zone_name': 'UTC', 'days': [{'index': 1, 'date': day, 'rooms': {'Hall': [event]}}]}
    path.write_text(json.dumps({'schedule': {'version': '1', 'conference': conference}}))


def set_key(attendee, identity, key, value):
    attendee.desktop.run('flatpak', 'run', '--user', '--command=gsettings', identity, 'set', identity, key, value)


def is_running(attendee, identity):
    names = attendee.desktop.run('gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus',
                                 '--method', 'org.freedesktop.DBus.ListNames')
    return f"'{identity}'" in names


def find_autostart(attendee, identity):
    """Return the autostart entry that the portal writes, or an empty string."""
    entry = attendee.home / f'.config/autostart/{identity}.desktop'
    return entry.read_text() if entry.exists() else ''


def close(attendee, window):
    attendee.desktop.run('xdotool', 'windowfocus', '--sync', window, 'key', 'ctrl+w')
    wait_for(lambda: not attendee.desktop.find_window(), 'the window to close')


def check_reminders(attendee, identity, folder, server, expect):
    start = next_start()
    write_schedule(folder / 'soon.json', start)
    attendee.planner('add', f'{server.address}/soon.json')
    key = next(session['key'] for session in attendee.sessions() if session['title'] == TITLE)
    attendee.planner('star', key)
    set_key(attendee, identity, 'lead-minutes', str(LEAD_MINUTES))

    window = attendee.open_window()
    set_key(attendee, identity, 'remind-when-closed', 'true')
    wait_for(lambda: find_autostart(attendee, identity), 'autostart')
    expect('--command=gotc-planner-agent' in find_autostart(attendee, identity), 'it starts at log-in, without a window')
    close(attendee, window)
    wait_for(lambda: is_running(attendee, identity), 'the agent')
    expect(True, 'it goes on without a window')
    wait_for(lambda: attendee.desktop.portal_calls('AddNotification'), 'the reminder', timeout_s=60 * LEAD_MINUTES + 120)
    late_s = (datetime.datetime.now(datetime.timezone.utc) - start).total_seconds() + 60 * LEAD_MINUTES
    told = attendee.desktop.portal_calls('AddNotification')
    expect(len(told) == 1 and told[0][0] == identity and TITLE.partition(':')[0] in json.dumps(told[0][2]),
           f'one reminder came by the portal with the window closed, {late_s:.1f} s after its time')

    window = attendee.open_window()
    set_key(attendee, identity, 'remind-when-closed', 'false')
    wait_for(lambda: not find_autostart(attendee, identity), 'autostart to be taken away')
    expect(True, 'it starts at log-in no more')
    close(attendee, window)
    wait_for(lambda: not is_running(attendee, identity), 'the end of the process')
    expect(attendee.program.wait(timeout=30) == 0, 'it ends with its window')


def check_activation(attendee, identity, expect):
    """Start the program through the session bus, as a click on its icon or on a notification does."""
    subprocess.run(['gdbus', 'call', '--session', '--dest', identity, '--object-path', '/' + identity.replace('.', '/'), '--method',
                    'org.freedesktop.Application.Activate', '{}'], env=attendee.desktop.environment, check=True, capture_output=True)
    attendee.desktop.wait_for_window()
    expect(True, 'the session bus starts it')
    attendee.activate('quit')
    wait_for(lambda: not is_running(attendee, identity), 'the end of the process')
