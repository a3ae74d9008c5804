#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count the lines of src/feed and src/text that the tests of a build with -Db_coverage=true have reached.

usage: coverage.py BUILD_FOLDER

Prints a line a file, then the numbers of all lines that were not reached. Fails below 90 %.
"""

import collections
import json
import pathlib
import subprocess
import sys

ROOMS = ('src/feed/', 'src/text/')
LEAST_PERCENT = 90


def read_counts(build):
    """Return the number of runs of each line: {file: {line: runs}}."""
    counts = collections.defaultdict(lambda: collections.defaultdict(int))
    for data in build.rglob('*.gcda'):
        if not any(room[:-1].replace('/', '_') in data.name for room in ('feed_', 'text_')):
            continue
        output = subprocess.run(['gcov', '--json-format', '--stdout', str(data)], cwd=build, check=True,
                                capture_output=True, text=True).stdout
        for document in output.splitlines():
            for file in json.loads(document)['files']:
                path = file['file'].removeprefix('../../')
                if path.startswith(ROOMS) and path.endswith('.c'):
                    for line in file['lines']:
                        counts[path][line['line_number']] += line['count']
    return counts


def main():
    counts = read_counts(pathlib.Path(sys.argv[1]))
    n_all = n_reached = 0
    for path in sorted(counts):
        lines = counts[path]
        missed = sorted(line for line, runs in lines.items() if runs == 0)
        n_all += len(lines)
        n_reached += len(lines) - len(missed)
        print(f'{path:48} {100 * (1 - len(missed) / len(lines)):5.1f} %  {len(lines):5} lines, not reached:', *missed)
    percent = 100 * n_reached / max(n_all, 1)
    print(f'{percent:.1f} % of {n_all} lines')
    return percent < LEAST_PERCENT


if __name__ == '__main__':
    sys.exit(main())
