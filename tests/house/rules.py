#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks test names and tests/RULES.md against each other.

usage: rules.py SOURCE_ROOT ROOM:PROGRAM…

Each program is a test of a room. Its tests are called /room/words or, when they test a rule, /room/RULE/what-it-shows with at least
two words beside the room and the rule.
Each rule that a test name or a comment cites is in tests/RULES.md, with the programs that test it.
"""
import collections
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

RULE = re.compile(r'[TDIFRSXUNPLMVY][1-9][0-9]?')
ROW = re.compile(r'^\| (' + RULE.pattern + r') \|.*\| ([^|]*) \|$', re.M)
COMMENT = re.compile(r'/\*.*?\*/|"""(?:.|\n)*?"""|^\s*#[^\n]*', re.S | re.M)
CITATION = re.compile(r'(?<![\w-])(?:[Rr]ules? )?(' + RULE.pattern + r')(?![\w-])')
# These look like rules and are none.
OTHER = {'X11'}


def list_names(program):
    """Return the full names of a program's tests."""
    output = subprocess.run([program, '-l'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=30).stdout
    return re.findall(r'^(?:# )?(/\S+)$', output, re.M)


def check_name(room, name):
    parts = name.strip('/').split('/')
    if parts[0] != room:
        yield f'{name} does not begin with /{room}/'
    words = [word for part in parts[1:] if not RULE.fullmatch(part) for word in part.split('-')]
    if rules_of(name) and len(words) < 2:
        yield f'{name} says in fewer than two words what it shows'


def rules_of(name):
    return {part for part in name.split('/') if RULE.fullmatch(part)}


def comments_citing(root):
    """Yield path and rule of each rule that a comment of the sources cites."""
    for path in sorted([*root.glob('src/**/*'), *root.glob('tests/**/*')]):
        if path.suffix in ('.c', '.h', '.py', '.blp'):
            for comment in COMMENT.findall(path.read_text()):
                yield from ((path.relative_to(root), rule) for rule in CITATION.findall(comment) if rule not in OTHER)


def check(root, programs):
    rows = ROW.findall((root / 'tests' / 'RULES.md').read_text())
    known = {rule: cell.split() for rule, cell in rows}
    tested = {}
    with concurrent.futures.ThreadPoolExecutor() as pool:
        names = list(pool.map(list_names, [program for room, program in programs]))
    for (room, program), own in zip(programs, names):
        if not own:
            yield f'{program} lists no tests'
        for name in own:
            yield from check_name(room, name)
            for rule in rules_of(name):
                tested.setdefault(rule, set()).add(os.path.basename(program))

    yield from (f'tests/RULES.md has several rows of {rule}' for rule, n in collections.Counter(rule for rule, cell in rows).items() if n > 1)
    yield from (f'tests/RULES.md lacks {rule}, which {", ".join(sorted(tested[rule]))} tests' for rule in sorted(tested.keys() - known))
    yield from (f'tests/RULES.md has {rule}, which no test name cites' for rule in sorted(known.keys() - tested))
    for rule, cell in known.items():
        yield from (f'tests/RULES.md says that {program} tests {rule}, but no name of its tests does'
                    for program in cell if program not in tested.get(rule, ()))
    yield from (f'{path} cites {rule}, which tests/RULES.md lacks' for path, rule in comments_citing(root) if rule not in known)


if __name__ == '__main__':
    faults = list(check(pathlib.Path(sys.argv[1]), [argument.split(':', 1) for argument in sys.argv[2:]]))
    print('\n'.join(faults))
    sys.exit(1 if faults else 0)
