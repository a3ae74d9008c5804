#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts schedules to JSON and validates them with the schema that the c3voc publishes.

usage: check-schema.py PROGRAM FEEDS SOURCE_ROOT

FEEDS has real schedules, and the schema in schema/c3voc-schedule-schema.json. SOURCE_ROOT is that of the project.
"""
import json
import pathlib
import re
import subprocess
import sys

FOLDERS = 'json', 'xml', 'ical', 'other'
OURS = 'tests/fuzz/seeds/json', 'tests/fuzz/seeds/xml', 'tests/fuzz/seeds/ical', 'tests/fuzz/seeds/coscup', 'tests/fuzz/seeds/csv', 'data/agenda'


def main(program, feeds, root):
    schema = json.loads((feeds / 'schema/c3voc-schedule-schema.json').read_text())
    checker = jsonschema.FormatChecker()
    # The format of a guid is not in the drafts of the schema's version, so that the library does not check it.
    checker.checks('uuid')(lambda value: re.fullmatch(r'[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', value) is not None)
    validator = jsonschema.Draft6Validator(schema, format_checker=checker)
    paths = [path for folder in FOLDERS for path in (feeds / folder).iterdir()]
    paths += [path for folder in OURS for path in (root / folder).glob('*') if path.suffix not in ('.build', '.md')]
    n_valid = n_bad = 0
    for path in sorted(paths):
        run = subprocess.run([program, 'convert', path, '--to=json'], capture_output=True, text=True)
        if run.returncode == 2:
            continue
        errors = list(validator.iter_errors(json.loads(run.stdout)))
        n_valid += not errors
        n_bad += bool(errors)
        for error in errors[:5]:
            print(f'{path.name}: {error.json_path}: {error.message[:200]}')
    print(f'{n_valid} schedules are valid, {n_bad} are not')
    return n_bad > 0 or n_valid < 20


if __name__ == '__main__':
    try:
        import jsonschema
    except ImportError:
        print('skipped: python3-jsonschema is missing')
        sys.exit(77)
    if not pathlib.Path(sys.argv[2], 'schema').is_dir():
        print(f'skipped: {sys.argv[2]}/schema is missing')
        sys.exit(77)
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])))
