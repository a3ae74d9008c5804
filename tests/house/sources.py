#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what all sources have in common.

usage: sources.py heads|rooms|potfiles SOURCE_ROOT

heads     the first lines of each source name the copyright and the licence
rooms     no room but ui includes GTK, and each includes only the rooms below it
potfiles  po/POTFILES.in names the files with something to translate, and no other
"""
import pathlib
import re
import sys

SUFFIXES = {'.c', '.h', '.py', '.sh', '.blp', '.css', '.build', '.options', '.svg', '.xml', '.1'}
FOLDERS = ('src', 'tests', 'data', 'po', 'build-aux')

# What each room may include, itself aside.
ROOMS = {
    'model': set(),
    'feed': {'model'},
    'net': set(),
    'plan': {'model'},
    'store': {'model', 'plan'},
    'share': {'model', 'feed', 'net', 'plan', 'store'},
    'library': {'model', 'feed', 'net', 'plan', 'store'},
    'agent': {'model', 'plan', 'store', 'share', 'library'},
    'cli': {'model', 'feed', 'net', 'plan', 'store', 'share', 'library', 'agent'},
    'ui': {'model', 'feed', 'net', 'plan', 'store', 'share', 'library', 'agent'},
}

TRANSLATABLE = re.compile(r'\b(?:_|N_|C_|NC_|gettext|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*\w*\s*"')
MARKED = re.compile(r'\.(desktop|metainfo\.xml)(\.in)+$')


def files_of(root, *folders):
    for folder in folders:
        yield from sorted(p for p in (root / folder).rglob('*') if p.is_file() and '__pycache__' not in p.parts)


def is_source(path):
    return (path.suffix in SUFFIXES or MARKED.search(path.name) or path.name.endswith('.xml.in')
            or path.suffix == '' and path.read_bytes().startswith(b'#!'))


def check_heads(root):
    for path in [*root.glob('meson.*'), *files_of(root, *FOLDERS)]:
        is_fixture = path.is_relative_to(root / 'tests') and not {'data', 'seeds'}.isdisjoint(path.parent.parts)
        head = path.read_bytes()[:400] if is_source(path) and not is_fixture else b''
        if head and (b'SPDX-License-Identifier: ' not in head or b'Copyright ' not in head):
            yield f'{path.relative_to(root)}: no copyright or SPDX line at its head'


def check_rooms(root):
    include = re.compile(r'^#include\s*[<"](?:\.\./)?(gtk|adwaita|gdk|[a-z]+(?=/))', re.M)
    for path in files_of(root / 'src', *ROOMS):
        room = path.relative_to(root / 'src').parts[0]
        for found in include.findall(path.read_text()) if path.suffix in ('.c', '.h') else ():
            if found in ('gtk', 'adwaita', 'gdk') and room != 'ui':
                yield f'{path.relative_to(root)}: includes {found}, which only ui may'
            if found in ROOMS and found not in ROOMS[room] | {room}:
                yield f'{path.relative_to(root)}: {room} may not include {found}'


def has_something_to_translate(path):
    if MARKED.search(path.name):
        return True
    return path.suffix in ('.c', '.h', '.blp') and bool(TRANSLATABLE.search(path.read_text()))


def check_potfiles(root):
    lines = (root / 'po' / 'POTFILES.in').read_text().splitlines()
    listed = [line for line in lines if line and not line.startswith('#')]
    wanted = {str(p.relative_to(root)) for p in files_of(root, 'data', 'src') if has_something_to_translate(p)}
    yield from (f'po/POTFILES.in lacks {path}' for path in sorted(wanted - set(listed)))
    yield from (f'po/POTFILES.in has {path}, which has nothing to translate' for path in sorted(set(listed) - wanted))
    if listed != sorted(set(listed)):
        yield 'po/POTFILES.in is not in order'


CHECKS = {'heads': check_heads, 'rooms': check_rooms, 'potfiles': check_potfiles}

faults = list(CHECKS[sys.argv[1]](pathlib.Path(sys.argv[2])))
print('\n'.join(faults))
sys.exit(1 if faults else 0)
