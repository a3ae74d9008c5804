#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks properties that all sources share.

usage: sources.py top|heads|rooms|cycles|potfiles SOURCE_ROOT

top       the top folder has nothing that was left there by mistake
heads     the first lines of each source name the copyright and the licence
rooms     no room but ui includes GTK, and each includes only the rooms below it
cycles    each function is declared in the header of its file, and no two files include each other, directly or through others
potfiles  po/POTFILES.in names the files with something to translate, and no other
"""
import pathlib
import re
import sys

SUFFIXES = {'.c', '.h', '.py', '.sh', '.blp', '.css', '.build', '.options', '.svg', '.xml', '.1'}
FOLDERS = ('src', 'tests', 'data', 'po', 'build-aux')
TOP_FILES = ('meson.build', 'meson.options', 'org.gotc.Planner.json', 'README.md', 'CONTRIBUTING.md', 'COPYING')

# The rooms from the bottom to the top, and the other rooms that each may include.
BELOW_FEED = ('model', 'text', 'net', 'plan')
BELOW_WORDS = (*BELOW_FEED, 'feed', 'discovery', 'store', 'library')
BELOW_AGENT = (*BELOW_WORDS, 'words', 'share', 'reminders')
ROOMS = {
    'model': (),
    'text': (),
    'net': (),
    'plan': ('model',),
    'feed/build': ('model', 'text', 'plan', 'feed'),
    'feed/csv': ('model', 'text', 'plan', 'feed', 'feed/build'),
    'feed/ical': ('model', 'text', 'plan', 'feed', 'feed/build'),
    'feed/json': ('model', 'text', 'plan', 'feed', 'feed/build'),
    'feed/xml': ('model', 'text', 'plan', 'feed', 'feed/build'),
    'feed': ('model', 'text', 'plan', 'feed/build', 'feed/csv', 'feed/ical', 'feed/json', 'feed/xml'),
    'discovery': (*BELOW_FEED, 'feed'),
    'store': ('model', 'net', 'plan'),
    'library': (*BELOW_FEED, 'feed', 'discovery', 'store'),
    'words': BELOW_WORDS,
    'share': (*BELOW_FEED, 'feed', 'feed/json', 'library', 'words'),
    'reminders': (*BELOW_WORDS, 'words'),
    'shell': BELOW_AGENT,
    'agent': (*BELOW_AGENT, 'shell'),
    'cli': (*BELOW_AGENT, 'agent'),
    'ui/widgets': (*BELOW_AGENT, 'agent'),
    'ui/timetable': (*BELOW_AGENT, 'agent', 'ui/widgets'),
    'ui/sessions': (*BELOW_AGENT, 'agent', 'ui/widgets', 'ui/timetable'),
    'ui/now': (*BELOW_AGENT, 'agent', 'ui/widgets'),
    'ui/board': (*BELOW_AGENT, 'agent', 'ui/widgets'),
    'ui/places': (*BELOW_AGENT, 'agent', 'ui/widgets', 'ui/sessions', 'ui/now'),
    'ui/details': (*BELOW_AGENT, 'agent', 'ui/widgets'),
    'ui/changes': (*BELOW_AGENT, 'agent', 'ui/widgets'),
    'ui/conference': (*BELOW_AGENT, 'agent', 'ui/widgets'),
    'ui/preferences': (*BELOW_AGENT, 'agent', 'ui/widgets'),
    'ui/window': (*BELOW_AGENT, 'shell', 'agent', 'ui/widgets', 'ui/timetable', 'ui/sessions', 'ui/now', 'ui/board', 'ui/places', 'ui/details', 'ui/changes', 'ui/conference', 'ui/preferences'),
}
GRAPHICAL = ('gtk', 'adwaita', 'gdk')
INCLUDE = re.compile(r'^#include\s*[<"]([^>"]+)[>"]', re.M)
DEFINITION = re.compile(r'^(planner_\w+) \(', re.M)
DECLARATION = re.compile(r'\b(planner_\w+) \(')

TRANSLATABLE = re.compile(r'\b(?:_|N_|C_|NC_|gettext|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*\w*\s*"')
MARKED = re.compile(r'\.(desktop|metainfo\.xml)(\.in)+$')


def files_of(root, *folders):
    for folder in folders:
        yield from sorted(p for p in (root / folder).rglob('*') if p.is_file() and '__pycache__' not in p.parts)


def is_source(path):
    return (path.suffix in SUFFIXES or MARKED.search(path.name) or path.name.endswith('.xml.in')
            or path.suffix == '' and path.read_bytes().startswith(b'#!'))


def check_top(root):
    for path in root.iterdir():
        if path.name[0] not in '._' and path.name not in (*FOLDERS, *TOP_FILES):
            yield f'{path.name} does not belong into the top folder'


def check_heads(root):
    for path in [*root.glob('meson.*'), *files_of(root, *FOLDERS)]:
        is_fixture = path.is_relative_to(root / 'tests') and not {'data', 'seeds'}.isdisjoint(path.parent.parts)
        head = path.read_bytes()[:400] if is_source(path) and not is_fixture else b''
        if head and (b'SPDX-License-Identifier: ' not in head or b'Copyright ' not in head):
            yield f'{path.relative_to(root)}: no copyright or SPDX line at its head'


def sources_of(root):
    """Return the C files below src as a dictionary from relative paths to texts."""
    return {path.relative_to(root / 'src'): path.read_text() for path in files_of(root, 'src') if path.suffix in ('.c', '.h')}


def check_rooms(root):
    sources = sources_of(root)
    for path, text in sources.items():
        room = str(path.parent)
        if room == '.':
            continue
        if room not in ROOMS:
            yield f'src/{path}: no room is called {room}'
            continue
        for included in INCLUDE.findall(text):
            other = included.rpartition('/')[0]
            if included.split('/')[0] in GRAPHICAL or included.split('.')[0] in GRAPHICAL:
                if not room.startswith('ui/'):
                    yield f'src/{path}: includes {included}, which only ui may'
            elif pathlib.Path(included) in sources and other not in (room, *ROOMS[room]):
                yield f'src/{path}: {room} may not include {included}'


def find_cycle(graph):
    """Return the nodes of a cycle of a graph, or None."""
    done, path = set(), []

    def visit(node):
        if node in path:
            return path[path.index(node):] + [node]
        if node in done:
            return None
        path.append(node)
        for other in sorted(graph.get(node, ())):
            cycle = visit(other)
            if cycle:
                return cycle
        path.pop()
        done.add(node)
        return None

    return next((cycle for node in sorted(graph) if (cycle := visit(node))), None)


def check_cycles(root):
    """Check units. A unit is a .c file together with its header."""
    sources = sources_of(root)
    units = {str(path.with_suffix('')) for path in sources}
    graph = {unit: set() for unit in units}
    for path, text in sources.items():
        unit = str(path.with_suffix(''))
        graph[unit] |= {included[:-2] for included in INCLUDE.findall(text) if included[:-2] in units} - {unit}
        header = sources.get(path.with_suffix('.h'), '')
        for name in set(DEFINITION.findall(text)) - set(DECLARATION.findall(header)) if path.suffix == '.c' else ():
            if not re.search(r'^static .*\n' + name + r' \(', text, re.M):
                yield f'src/{path}: {name} () is not declared in the header of its file'
    cycle = find_cycle(graph)
    if cycle:
        yield 'these include each other: ' + ' → '.join(cycle)


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


CHECKS = {
    'top': check_top,
    'heads': check_heads,
    'rooms': check_rooms,
    'cycles': check_cycles,
    'potfiles': check_potfiles,
}

faults = list(CHECKS[sys.argv[1]](pathlib.Path(sys.argv[2])))
print('\n'.join(faults))
sys.exit(1 if faults else 0)
