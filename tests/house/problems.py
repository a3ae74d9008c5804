#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the guide for organizers explains each problem that the readers report.

usage: problems.py SOURCE_ROOT
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
KINDS = root / 'src' / 'feed' / 'planner-problem-code.c'
GUIDE = root / 'data' / 'agenda' / 'README.md'

kinds = dict(re.findall(r'\[(PLANNER_PROBLEM_\w+)\] = \{ "([a-z0-9-]+)",', KINDS.read_text()))
used = {code for path in (root / 'src' / 'feed').rglob('*.c') if path != KINDS
        for code in re.findall(r'\bPLANNER_PROBLEM_\w+', path.read_text())}
explained = set(re.findall(r'^\| `([a-z0-9-]+)` \|', GUIDE.read_text().split('## What `check` finds')[1].split('\n## ')[0], re.M))

faults = [f'{KINDS.relative_to(root)} has {name}, which no reader reports' for code, name in kinds.items() if code not in used]
faults += [f'{GUIDE.relative_to(root)} lacks {name}' for name in sorted(set(kinds.values()) - explained)]
faults += [f'{GUIDE.relative_to(root)} has {name}, which no reader reports' for name in sorted(explained - set(kinds.values()))]
print('\n'.join(faults))
sys.exit(1 if faults else 0)
