# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Paths and functions that building and checking the Flatpak share."""

import json
import os
import pathlib
import platform
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
MANIFEST = PROJECT / 'org.gotc.Planner.json'
RUNTIMES = ('org.gnome.Platform', 'org.gnome.Sdk')
ARCH = platform.machine()
BRANCH = 'stable'
SUFFIX = {'release': '', 'development': '.Devel'}


def run(*command, **options):
    """Return the output of a command. If it fails, raise an error with its output."""
    done = subprocess.run([str(word) for word in command], text=True, capture_output=True, **options)
    if done.returncode != 0:
        raise RuntimeError(f'{" ".join(map(str, command))}: exit status {done.returncode}\n{done.stdout}{done.stderr}')
    return done.stdout


def load_manifest(profile='release'):
    """Return the manifest of a profile. That of the development profile has another id and runs no tests."""
    manifest = json.loads(MANIFEST.read_text())
    manifest['id'] += SUFFIX[profile]
    planner = manifest['modules'][-1]
    planner['run-tests'] = profile == 'release'
    planner['config-opts'].append(f'-Dprofile={profile}')
    for source in planner['sources']:
        if source['type'] == 'dir':
            source['path'] = str(PROJECT)
    return manifest


def make_environment(folder):
    """Return the environment of an attendee's session in a folder. It shares only the system installation, which has the runtimes."""
    environment = {name: os.environ[name] for name in ('PATH', 'TERM', 'LANG', 'FLATPAK_SYSTEM_DIR', 'http_proxy', 'https_proxy')
                   if name in os.environ}
    places = {'HOME': 'home', 'XDG_DATA_HOME': 'home/.local/share', 'XDG_CONFIG_HOME': 'home/.config', 'XDG_CACHE_HOME': 'home/.cache',
              'XDG_RUNTIME_DIR': 'run', 'FLATPAK_USER_DIR': 'installation'}
    for name, place in places.items():
        (folder / place).mkdir(parents=True, exist_ok=True, mode=0o700)
        environment[name] = str(folder / place)
    environment['XDG_DATA_DIRS'] = f'{folder}/installation/exports/share:/usr/local/share:/usr/share'
    return environment
