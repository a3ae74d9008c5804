#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that a desktop recognizes schedules and opens them, and links with stars, with the planner.

usage: mime_types.py MIME_PACKAGE DESKTOP_FILE
"""

import configparser
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

JSON = 'application/x-conference-schedule+json'
XML = 'application/x-conference-schedule+xml'
CALENDAR = 'text/calendar'
STARS = 'x-scheme-handler/gotc-planner'
FRAB_JSON = b'{ "schedule": { "version": "1", "conference": { "title": "Tidal" } } }'
SCHEMA_JSON = b'{"$schema": "https://c3voc.de/schedule/schema.json", "schedule": {"version": "1", "conference": {}}}'
FRAB_XML = b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<schedule>\n<version>1</version>\n<conference>'

# Each case has a file name, the beginning of the file and the type. Without a name only the beginning counts.
CASES = [
    ('schedule.json', FRAB_JSON, JSON),
    ('tidal.schedule.json', FRAB_JSON, JSON),
    (None, FRAB_JSON, JSON),
    (None, SCHEMA_JSON, JSON),
    ('package.json', b'{"name": "tidal"}', 'application/json'),
    (None, b'{"schedule": "daily", "title": "backup"}', None),
    ('schedule.xml', FRAB_XML, XML),
    ('tidal.frab.xml', FRAB_XML, XML),
    (None, FRAB_XML, XML),
    ('feed.xml', b'<?xml version="1.0"?>\n<rss/>', 'application/xml'),
    (None, b'<?xml version="1.0"?>\n<schedule><task/></schedule>', 'application/xml'),
    ('schedule.ics', b'BEGIN:VCALENDAR\r\n', CALENDAR),
]


def install(package, folder):
    packages = folder / 'mime/packages'
    packages.mkdir(parents=True)
    shutil.copy(package, packages / 'planner.xml')
    subprocess.run(['update-mime-database', str(folder / 'mime')], check=True, stderr=subprocess.DEVNULL)
    os.environ['XDG_DATA_HOME'] = str(folder)
    os.environ['XDG_DATA_DIRS'] = '/usr/local/share:/usr/share'


def guess(name, beginning):
    from gi.repository import Gio  # reads its folders once
    return Gio.content_type_guess(name, beginning)[0]


def main(package, desktop_file):
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        install(package, pathlib.Path(folder))
        for name, beginning, expected in CASES:
            found = guess(name, beginning)
            if found != expected if expected else found in (JSON, XML):
                failures.append(f'{name}, {beginning!r}: {found}')

    entry = configparser.RawConfigParser(strict=False, interpolation=None)
    entry.read(desktop_file)
    taken = set(entry['Desktop Entry']['MimeType'].split(';')) - {''}
    if taken != {JSON, XML, CALENDAR, STARS}:
        failures.append(f'{desktop_file} takes {sorted(taken)}')

    for failure in failures:
        print(failure)
    return bool(failures)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
