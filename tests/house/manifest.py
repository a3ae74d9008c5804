#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Checks that the Flatpak has no permission that it does not need, and that all its sources have hashes.

usage: manifest.py MANIFEST
"""

import json
import re
import sys

FINISH_ARGS = {'--share=network', '--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'}
KEYS = {
    'manifest': {'id', 'runtime', 'runtime-version', 'sdk', 'command', 'separate-locales', 'finish-args', 'cleanup', 'build-options',
                 'modules'},
    'build-options': {'//', 'cflags', 'ldflags'},
    'module': {'name', 'buildsystem', 'builddir', 'config-opts', 'cleanup', 'sources', 'run-tests', 'test-rule', 'test-commands'},
    'archive': {'type', 'url', 'mirror-urls', 'sha256'},
    'git': {'type', 'url', 'tag', 'commit'},
    'dir': {'type', 'path', 'skip'},
}


def unknown(kind, table):
    return [f'{kind} {table.get("name", "")}: unknown key {key}' for key in table.keys() - KEYS[kind]]


def check_source(source):
    kind = source['type']
    if kind not in ('archive', 'git', 'dir'):
        return [f'unexpected source of type {kind}']
    failures = unknown(kind, source)
    if kind == 'archive' and not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
        failures.append(f'{source["url"]} has no SHA-256')
    if kind == 'git' and not re.fullmatch('[0-9a-f]{40}', source.get('commit', '')):
        failures.append(f'{source["url"]} has no commit')
    if kind == 'dir' and not {'.git', '_build'} <= set(source.get('skip', [])):
        failures.append('what is built here would be copied')
    return failures


def check_module(module, is_planner):
    failures = unknown('module', module)
    for source in module['sources']:
        failures += check_source(source)
        if (source['type'] == 'dir') != is_planner:
            failures.append(f'{module["name"]}: a source of type {source["type"]}')
    if is_planner and (module['name'] != 'gotc-planner' or not module.get('run-tests')):
        failures.append('the planner comes last and runs its tests')
    return failures


def main(path):
    with open(path) as file:
        manifest = json.load(file)
    failures = unknown('manifest', manifest) + unknown('build-options', manifest['build-options'])
    if len(manifest['finish-args']) != len(FINISH_ARGS) or set(manifest['finish-args']) != FINISH_ARGS:
        failures.append(f'finish-args are {manifest["finish-args"]}')
    if (manifest['id'], manifest['runtime'], manifest['sdk']) != ('org.gotc.Planner', 'org.gnome.Platform', 'org.gnome.Sdk'):
        failures.append('it is another application or built on another runtime')
    for module in manifest['modules']:
        failures += check_module(module, module is manifest['modules'][-1])

    for failure in failures:
        print(failure)
    return bool(failures)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
