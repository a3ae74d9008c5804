#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that the manual page names the commands of the program and their options, and no others.

usage: manual.py PROGRAM MANUAL
"""
import pathlib
import re
import subprocess
import sys

program, manual = sys.argv[1], pathlib.Path(sys.argv[2]).read_text()
OPTION = re.compile(r'\bFl -([a-z-]+)')


def complete(*words):
    """Return what the program offers to complete the last word, as the shells do."""
    return subprocess.run([program, '--complete', *words], capture_output=True, text=True, check=True).stdout.split()


def find_blocks(text, start):
    """Return a dictionary from each command to the lines from its start to the next one."""
    parts = re.split(start, text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


synopsis, description = re.search(r'^\.Sh SYNOPSIS\n(.*?)^\.Sh DESCRIPTION\n(.*?)^\.Sh ', manual, re.M | re.S).groups()
in_synopsis = find_blocks(synopsis, r'^\.Nm\n\.Cm (\S+)\n')
in_description = find_blocks(description, r'^\.It Cm (\S+)')
commands = complete('')
faults = []

for place, blocks in (('SYNOPSIS', in_synopsis), ('DESCRIPTION', in_description)):
    if list(blocks) != commands:
        faults.append(f'{place} has the commands {" ".join(blocks)}, the program has {" ".join(commands)}')
for command in commands:
    wanted = {option.strip('-=') for option in complete(command, '--')} - {'help'}
    found = set(OPTION.findall(in_synopsis.get(command, '').partition('.Nm\n')[0]))
    if found != wanted:
        faults.append(f'SYNOPSIS of {command} has {sorted(found)}, the program has {sorted(wanted)}')
    block = in_description.get(command, '')
    other = re.search(r'^It takes the options of\n\.Cm (\S+)', block, re.M)
    described = set(OPTION.findall(block + (in_description.get(other[1], '') if other else '')))
    if not wanted <= described:
        faults.append(f'DESCRIPTION of {command} lacks {sorted(wanted - described)}')

print('\n'.join(faults))
sys.exit(1 if faults else 0)
