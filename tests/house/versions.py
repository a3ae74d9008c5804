#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that README.md names the versions that meson.build requires.

usage: versions.py SOURCE_ROOT
"""
import pathlib
import re
import sys

NAMES = {'glib-2.0': 'GLib', 'gio-2.0': 'GLib', 'gio-unix-2.0': 'GLib', 'gtk4': 'GTK', 'libadwaita-1': 'libadwaita',
         'json-glib-1.0': 'json-glib', 'libsoup-3.0': 'libsoup', 'libxml-2.0': 'libxml2', 'sqlite3': 'SQLite', 'icu-i18n': 'ICU', 'pangocairo': 'Pango', 'cairo-pdf': 'cairo'}

root = pathlib.Path(sys.argv[1])
meson = (root / 'meson.build').read_text()
required = {NAMES.get(name, name): version for name, version in re.findall(r"dependency\('([^']+)', version: '>= ([\d.]+)'", meson)}
required['Meson'] = re.search(r"meson_version: '>= (\d+\.\d+)", meson)[1]
named = dict(re.findall(r'^\| (\S+) \| (\d[\d.]*) \|$', (root / 'README.md').read_text(), re.M))

faults = [f'README.md says {name} {named.get(name)}, meson.build says {required.get(name)}'
          for name in sorted(named.keys() | required.keys()) if named.get(name) != required.get(name)]
print('\n'.join(faults))
sys.exit(1 if faults else 0)
