#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what the planner reads from real schedules with counts that were taken without it.

usage: count-real.py PROGRAM FOLDER

facts.tsv and facts-other.tsv in FOLDER hold counts by another program; "-" stands for a value that nobody counted. This program also counts
itself where that is simple: in calendars whose events do not repeat and whose time zones Python knows, and in COSCUP's session.json.
"""
import csv
import datetime
import json
import pathlib
import re
import subprocess
import sys
import zoneinfo

UTC = datetime.timezone.utc
COLUMNS = {'sessions': 'sessions', 'rooms': 'rooms', 'zone': 'zone', 'first_start': 'first_start_utc', 'last_end': 'last_end_utc'}
OTHER_COLUMNS = {'days': 'days', 'forums': 'forums', 'speakers': 'speakers'}
NAMES = 'sessions', 'rooms', 'forums', 'speakers', 'first_start', 'last_end'


def properties_of(data):
    """The name, parameters and value of each line. Lines are unfolded before they are decoded."""
    for line in re.sub(rb'\r*\n[ \t]', b'', data).splitlines():
        match = re.match(r'([A-Za-z0-9-]+)((?:;[^:;="]+=(?:"[^"]*"|[^";:]*))*):(.*)', line.decode('utf-8').strip('\r'))
        if match:
            yield match[1].upper(), dict(re.findall(r';([^=;]+)=("[^"]*"|[^;]*)', match[2])), match[3].strip()


def is_simple(properties):
    """Whether all events have a DTEND, none repeats, and Python knows all time zones."""
    known = zoneinfo.available_timezones()
    in_event = False
    for name, parameters, value in properties:
        if name in ('BEGIN', 'END') and value.upper() == 'VEVENT':
            in_event = name == 'BEGIN'
        elif in_event and (name in ('DURATION', 'RRULE', 'RDATE', 'RECURRENCE-ID') or parameters.get('TZID', 'UTC') not in known):
            return False
    return True


def to_utc(parameters, value):
    time = datetime.datetime.strptime(value.rstrip('Z'), '%Y%m%dT%H%M%S')
    zone = zoneinfo.ZoneInfo(parameters['TZID']) if 'TZID' in parameters else UTC
    return time.replace(tzinfo=UTC if value.endswith('Z') else zone).astimezone(UTC)


def count_calendar(properties):
    starts, ends, rooms, forums, speakers, sessions, inside = [], [], set(), set(), set(), 0, False
    for name, parameters, value in properties:
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


def count(folder):
    """The counts of this program: for each file a dictionary as in the output of check --json."""
    for path in sorted(folder.glob('ical/*.ics')):
        properties = list(properties_of(path.read_bytes()))
        if is_simple(properties):
            yield path, count_calendar(properties)
    for path in sorted(folder.glob('other/coscup*session.json')):
        yield path, count_coscup(path)


def read_facts(folder):
    """The counts of the facts, in the same form. In facts.tsv, days, forums and speakers are counted in another way: see
    test-feed-real.c."""
    for table in 'facts.tsv', 'facts-other.tsv':
        for row in csv.DictReader((folder / table).open(), delimiter='\t'):
            if row['format'] != 'unread':
                path = next(path for path in folder.glob('*/*') if path.name == row['file'])
                columns = COLUMNS | (OTHER_COLUMNS if table == 'facts-other.tsv' else {})
                yield path, {name: row[column] for name, column in columns.items() if row[column] != '-'}


def format_value(value):
    return value.strftime('%Y-%m-%dT%H:%M:%SZ') if isinstance(value, datetime.datetime) else str(value)


def main(program, folder):
    expected = [*read_facts(folder), *((path, dict(zip(NAMES, counts))) for path, counts in count(folder))]
    paths = [path for path, _ in expected]
    answer = subprocess.run([program, 'check', '--json', *paths], stdout=subprocess.PIPE, text=True).stdout
    wrong = 0
    for line, (path, values) in zip(answer.splitlines(), expected, strict=True):
        found = json.loads(line)
        for name, value in values.items():
            if format_value(found.get(name)) != format_value(value):
                wrong += 1
                print(f'{path.name}: {name} is {found.get(name)}, not {format_value(value)}')
    print(f'{len(set(paths))} schedules, {len(paths)} comparisons, {wrong} differences')
    return wrong > 0 or not paths


if __name__ == '__main__':
    if not pathlib.Path(sys.argv[2]).is_dir():
        print(f'skipped: {sys.argv[2]} is missing')
        sys.exit(77)
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2])))
