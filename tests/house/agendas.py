#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the schedules that come with the planner: each reference must lead to something.

usage: agendas.py [--schema SCHEMA] FILE…    with --schema, check only that the common JSON schema accepts the files
"""
import argparse
import json
import os
import sys
import uuid


def sessions_of(schedule):
    return [e for day in schedule['conference']['days'] for events in day['rooms'].values() for e in events]


def check_identities(sessions):
    for name in ('guid', 'id', 'slug'):
        values = [s[name] for s in sessions]
        for value in sorted({v for v in values if values.count(v) > 1}, key=str):
            yield f'{name} {value} is there more than once'
    for session in sessions:
        uuid.UUID(session['guid'])


def check_forums(schedule, sessions):
    names = {track['name'] for track in schedule['conference']['tracks']}
    for session in sessions:
        if session['track'] not in names:
            yield f'session {session["guid"]}: no forum {session["track"]!r}'


def check_translations(schedule, sessions):
    conference = schedule['conference']
    known = {
        'conference': {'title', 'description', 'venue', 'address', 'hosts'},
        'tracks': {track['name'] for track in conference['tracks']},
        'rooms': {room['name'] for room in conference['rooms']},
        'sessions': {s['guid'] for s in sessions},
        'speakers': {str(p['id']) for s in sessions for p in s['persons']},
    }
    for language, parts in schedule['translations'].items():
        for part, texts in parts.items():
            for key in sorted(set(texts) - known.get(part, set())):
                yield f'translations.{language}.{part}: nothing is called {key!r}'


def check_announcements(schedule, sessions):
    guids = {s['guid']: s for s in sessions}
    later = schedule['to_be_announced']
    for key in [*later['time'], *later['day'], *schedule.get('session_sources', {})]:
        if key not in guids:
            yield f'no session has the guid {key}'
    for guid in set(later['day']) - set(later['time']):
        yield f'{guid}: its day is to be announced, but not its time'
    for guid in set(later['time']) & set(guids):
        session = guids[guid]
        if (session['start'], session['duration'], session['room']) != ('23:59', '00:00', ''):
            yield f'{guid}: its time is to be announced, so it needs the placeholders'


def check_speakers(sessions):
    seen = {}
    for person in (p for s in sessions for p in s['persons']):
        first = seen.setdefault(person['id'], person)
        if any(person.get(k) != first.get(k) for k in ('name', 'role', 'organisation')):
            yield f'speaker {person["id"]} is not the same everywhere'


def check_schema(document, path):
    import jsonschema

    with open(path, encoding='utf-8') as file:
        validator = jsonschema.Draft6Validator(json.load(file), format_checker=jsonschema.FormatChecker())
    for error in validator.iter_errors(document):
        yield f'{error.json_path}: {error.message}'


def check(path, schema):
    with open(path, encoding='utf-8') as file:
        document = json.load(file)
    if schema:
        yield from check_schema(document, schema)
        return
    schedule = document['schedule']
    sessions = sessions_of(schedule)
    yield from check_identities(sessions)
    yield from check_forums(schedule, sessions)
    yield from check_translations(schedule, sessions)
    yield from check_announcements(schedule, sessions)
    yield from check_speakers(sessions)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--schema')
    parser.add_argument('files', nargs='+')
    arguments = parser.parse_args()
    if arguments.schema and not os.path.exists(arguments.schema):
        print(f'skipped: {arguments.schema} is missing')
        return 77
    faults = [f'{path}: {fault}' for path in arguments.files for fault in check(path, arguments.schema)]
    print('\n'.join(faults))
    return 1 if faults else 0


sys.exit(main())
