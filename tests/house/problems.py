#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that each code of a report has its rule, and its line in the guide for organisers.

usage: problems.py SOURCE_ROOT
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
RULES = root / 'src' / 'feed' / 'planner-rules.c'
GUIDE = root / 'data' / 'agenda' / 'README.md'

LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
CODE = re.compile(r'[a-z0-9]+(-[a-z0-9]+)*')
CALL = re.compile(r'PLANNER_SEVERITY_\w+\s*,(?:[^;{"]|"(?:[^"\\]|\\.)*")*')
# In a call of a helper that has the severity itself: a code with a hyphen, then a sentence.
HELPED = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)+)",\s*"[^"]* [^"]*"')


def codes_in(text):
    for call in CALL.findall(text):
        before = None
        for literal in LITERAL.findall(call):
            if CODE.fullmatch(literal):
                before = literal
            elif before:
                yield before
                break
        else:
            # The sentence is made before.
            if before and '-' in before:
                yield before
    yield from HELPED.findall(text)


used = set()
for path in sorted((root / 'src' / 'feed').rglob('*.c')):
    if path != RULES:
        used |= set(codes_in(path.read_text()))
ruled = set(re.findall(r'^\s*\{ "([a-z0-9-]+)",', RULES.read_text(), re.M))
documented = set(re.findall(r'^\| `([a-z0-9-]+)` \|', GUIDE.read_text().split('## What `check` finds')[1].split('\n## ')[0], re.M))

faults = [f'src/feed/planner-rules.c lacks {code}' for code in sorted(used - ruled)]
faults += [f'src/feed/planner-rules.c has {code}, which no reader reports' for code in sorted(ruled - used)]
faults += [f'data/agenda/README.md lacks {code}' for code in sorted(ruled - documented)]
faults += [f'data/agenda/README.md has {code}, which no reader reports' for code in sorted(documented - ruled)]
print('\n'.join(faults))
sys.exit(1 if faults else 0)
