#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the bundled directory of conferences against the rules of data/directory/README.md.

usage: directory.py FILE
"""
import datetime
import json
import sys
import urllib.parse
import zoneinfo

REQUIRED = {'name', 'series', 'start', 'end', 'zone', 'address'}
OPTIONAL = {'website'}


def check_members(conference):
    for name in sorted(REQUIRED - set(conference)):
        yield f'{name} is missing'
    for name in sorted(set(conference) - REQUIRED - OPTIONAL):
        yield f'no member is called {name}'
    for name, value in conference.items():
        if not isinstance(value, str) or not value or value != ' '.join(value.split()):
            yield f'{name} is not one line of text'


def check_dates(conference):
    try:
        start, end = (datetime.datetime.strptime(conference[name], '%Y-%m-%d') for name in ('start', 'end'))
    except (KeyError, ValueError) as error:
        yield str(error)
        return
    if not 0 <= (end - start).days <= 31:
        yield 'it ends before it starts, or lasts more than a month'


def check_address(name, address):
    uri = urllib.parse.urlsplit(address)
    if uri.scheme != 'https' or not uri.hostname or '.' not in uri.hostname or '@' in uri.netloc or len(address.encode()) > 2048:
        yield f'{name} {address} is not an https address'


def check_conference(conference, zones):
    yield from check_members(conference)
    yield from check_dates(conference)
    for name in ('address', 'website'):
        if name in conference:
            yield from check_address(name, conference[name])
    if conference.get('zone') not in zones:
        yield f'there is no time zone {conference.get("zone")}'
    if len(conference.get('name', '')) > 200:
        yield 'its name is too long'


def check(directory):
    conferences = directory['conferences']
    zones = zoneinfo.available_timezones()
    if set(directory) != {'version', 'name', 'conferences'} or directory['version'] != 1:
        yield 'the directory has other members than version 1, name and conferences'
    for name in ('name', 'address'):
        values = [conference.get(name) for conference in conferences]
        yield from (f'{name} {value} is there more than once' for value in sorted({v for v in values if values.count(v) > 1}))
    for conference in conferences:
        yield from (f'{conference.get("name")}: {fault}' for fault in check_conference(conference, zones))
    if conferences != sorted(conferences, key=lambda c: (c['start'], c['name']), reverse=True):
        yield 'the conferences are not in order, the latest first'


with open(sys.argv[1], encoding='utf-8') as file:
    faults = list(check(json.load(file)['directory']))
print('\n'.join(faults))
sys.exit(1 if faults else 0)
