#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what the planner reads from real iCalendar and COSCUP schedules with counts that this script makes itself.

usage: count-real.py PROGRAM FOLDER
"""
import datetime
import json
import pathlib
import re
import subprocess
import sys
import zoneinfo

UTC = datetime.timezone.utc


def properties_of(data):
    """Yield the name, parameters and value of each line, after joining folded lines."""
    for line in re.sub(rb'\r*\n[ \t]', b'', data).splitlines():
        match = re.match(r'([A-Za-z0-9-]+)((?:;[^:;="]+=(?:"[^"]*"|[^";:]*))*):(.*)', line.decode('utf-8').strip('\r'))
        if match:
            yield match[1].upper(), dict(re.findall(r';([^=;]+)=("[^"]*"|[^;]*)', match[2])), match[3].strip()


def to_utc(parameters, value):
    time = datetime.datetime.strptime(value.rstrip('Z'), '%Y%m%dT%H%M%S')
    zone = zoneinfo.ZoneInfo(parameters['TZID']) if 'TZID' in parameters else UTC
    return time.replace(tzinfo=UTC if value.endswith('Z') else zone).astimezone(UTC)


def count_calendar(path):
    starts, ends, rooms, forums, speakers, sessions, inside = [], [], set(), set(), set(), 0, False
    for name, parameters, value in properties_of(path.read_bytes()):
        if (name, value.upper()) == ('BEGIN', 'VEVENT'):
            inside, sessions = True, sessions + 1
        elif (name, value.upper()) == ('END', 'VEVENT'):
            inside = False
        elif inside and name == 'DTSTART':
            starts.append(to_utc(parameters, value))
        elif inside and name == 'DTEND':
            ends.append(to_utc(parameters, value))
        elif inside and name == 'LOCATION' and value:
            rooms.add(value)
        elif inside and name == 'CATEGORIES' and value:
            forums.add(value)
        elif inside and name == 'ATTENDEE' and value == 'invalid:nomail':
            speakers.add(parameters['CN'].strip('"'))
    return sessions, len(rooms), len(forums), len(speakers), min(starts), max(starts + ends)


def count_coscup(path):
    sessions = json.loads(path.read_text())['sessions']
    times = [datetime.datetime.fromisoformat(s[end]).astimezone(UTC) for s in sessions for end in ('start', 'end')]
    return (len(sessions), len({s['room'] for s in sessions}), len({s['type'] for s in sessions}),
            len({p for s in sessions for p in s['speakers']}), min(times), max(times))


def main(program, folder):
    counts = {path: count_calendar(path) for path in sorted(folder.glob('ical/*.ics'))}
    counts |= {path: count_coscup(path) for path in sorted(folder.glob('other/coscup*session.json'))}
    answer = subprocess.run([program, 'check', '--json', *counts], stdout=subprocess.PIPE, text=True).stdout
    wrong = 0
    for line, (path, count) in zip(answer.splitlines(), counts.items(), strict=True):
        found = json.loads(line)
        names = 'sessions', 'rooms', 'forums', 'speakers', 'first_start', 'last_end'
        for name, expected in zip(names, count):
            if isinstance(expected, datetime.datetime):
                expected = expected.strftime('%Y-%m-%dT%H:%M:%SZ')
            if found.get(name) != expected:
                wrong += 1
                print(f'{path.name}: {name} is {found.get(name)}, not {expected}')
    print(f'{len(counts)} schedules, {wrong} differences')
    return wrong > 0 or not counts


if __name__ == '__main__':
    if not pathlib.Path(sys.argv[2]).is_dir():
        print(f'skipped: {sys.argv[2]} is missing')
        sys.exit(77)
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
