#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the bundled schedule of GOTC 2023 with the table that its facts were collected in.

usage: compare-gotc.py PROGRAM TABLE SCHEDULE

The planner reads both files. A row of the table is a session of the schedule unless its title is not known. See is_session().
"""
import collections
import difflib
import json
import pathlib
import re
import subprocess
import sys

N_ROWS, N_SESSIONS = 37, 29
# Notes in the table about a title or a name.
NOTE = re.compile(r'\s*\((?:our translation|[^)]*guess[^)]*|[^)]*S\d+[^)]*)(?:\)|$)')
# What stands in the table in place of a name, or is the end of a note with a semicolon in it.
NO_NAME = re.compile(r'unknown|[^(]*guess\)')
# The schedule writes these out, or leaves them out.
NAMES = {'LF APAC': 'Linux Foundation APAC', 'World(s)': 'World'}


def read_events(program, path):
    """The events of a schedule, with the name of the forum, the names of speakers, and the day or None."""
    schedule = json.loads(subprocess.run([program, 'convert', '--to=json', path], stdout=subprocess.PIPE, check=True).stdout)['schedule']
    no_day = set(schedule.get('to_be_announced', {}).get('day', []))
    for day in schedule['conference']['days']:
        for events in day['rooms'].values():
            for event in events:
                yield {
                    'title': clean(event['title']),
                    'forum': clean(event['track'] or ''),
                    'speakers': [clean(person['name']) for person in event['persons'] if not NO_NAME.fullmatch(person['name'])],
                    'day': None if event['guid'] in no_day else event['date'][:10],
                }


def clean(text):
    text = NOTE.sub('', text)
    for short, full in NAMES.items():
        text = text.replace(short, full)
    return text.strip()


def is_session(row):
    """Rows that only say that there was a forum, guests or talks have no title, or one that calls the titles unknown, or list further topics."""
    return 'unknown)' not in row['title'] and not row['forum'].startswith('Further topics')


def is_same(row, event):
    # The title of a talk in Chinese comes first for some attendees, and some titles are a little longer in the schedule.
    alike = difflib.SequenceMatcher(None, row['title'].casefold(), event['title'].casefold()).ratio()
    same_day = row['day'] == event['day'] or row['day'] is None
    return alike > 0.8 and row['forum'] == event['forum'] and same_day and len(row['speakers']) == len(event['speakers'])


def main(program, table, schedule):
    answer = json.loads(subprocess.run([program, 'check', '--json', table], stdout=subprocess.PIPE, check=True).stdout)
    left_out = sum(problem['code'] == 'left-out' for problem in answer['problems'])
    rows = list(read_events(program, table))
    sessions = [row for row in rows if is_session(row)]
    events = list(read_events(program, schedule))
    faults = []
    if len(rows) + left_out != N_ROWS:
        faults.append(f'{len(rows)} rows with a title and {left_out} without, not {N_ROWS}')
    if (len(sessions), len(events)) != (N_SESSIONS, N_SESSIONS):
        faults.append(f'{len(sessions)} sessions in the table and {len(events)} in the schedule, not {N_SESSIONS}')
    rest = collections.deque(events)
    for row in sessions:
        found = next((event for event in rest if is_same(row, event)), None)
        if found:
            rest.remove(found)
        else:
            faults.append(f'not in the schedule: {row}')
    faults += [f'not in the table: {event}' for event in rest]
    print('\n'.join(faults) or f'{N_ROWS} rows, {len(sessions)} sessions, all in the schedule')
    return bool(faults)


if __name__ == '__main__':
    if not pathlib.Path(sys.argv[2]).is_file():
        print(f'skipped: {sys.argv[2]} is missing')
        sys.exit(77)
    sys.exit(main(*sys.argv[1:]))
