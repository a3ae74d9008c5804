#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Builds the Flatpak and makes the files that attendees install it from.

usage: planner_build.py FOLDER [ADDRESS [KEY]]

The files go to FOLDER. ADDRESS is where a web server serves it. KEY is the fingerprint of a GnuPG key that signs them.
"""

import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys

from planner_flatpak import ARCH, BRANCH, PROJECT, load_manifest, make_environment, run

FLATHUB = 'https://dl.flathub.org/repo/flathub.flatpakrepo'

def build(profile, folder, options=()):
    """Build into FOLDER/repository. The tests of the release run as part of the build."""
    manifest = load_manifest(profile)
    manifest['modules'][-1]['config-opts'] += options
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f'{manifest["id"]}.json'
    path.write_text(json.dumps(manifest, indent=2) + '\n')
    tree = folder / 'tree' / profile
    tree.parent.mkdir(exist_ok=True)
    command = ['flatpak-builder', '--force-clean', '--disable-rofiles-fuse', '--ccache', f'--state-dir={folder / "state"}',
               f'--extra-sources={os.environ["FLATPAK_SOURCES"]}', f'--default-branch={BRANCH}', f'--repo={folder / "repository"}', tree, path]
    with open(folder / f'log-{profile}.txt', 'w') as log:
        done = subprocess.run([str(word) for word in command], cwd=folder, env=make_environment(folder / 'session'),
                              stdout=log, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        sys.stderr.write(pathlib.Path(log.name).read_text())
        raise RuntimeError(f'flatpak-builder: exit status {done.returncode}')


def sign_options(key):
    return [f'--gpg-sign={key}'] if key else []


def export_key(key, folder):
    """Return the public key that attendees' computers verify with, or nothing when there is no key."""
    if not key:
        return []
    public = folder / 'gotc-planner.gpg'
    public.unlink(missing_ok=True)
    run('gpg', '--batch', '--output', public, '--export', key)
    return [f'--gpg-keys={public}']


def write_references(folder, identity, address):
    """Write the .flatpakref for a link on a web page, and the .flatpakrepo for the whole repository."""
    common = f'Title=GOTC Planner\nUrl={address}/repository/\nHomepage=https://gotc.org/\n'
    public = folder / 'gotc-planner.gpg'
    if public.exists():
        common += f'GPGKey={base64.b64encode(public.read_bytes()).decode()}\n'
    (folder / f'{identity}.flatpakref').write_text(
        f'[Flatpak Ref]\nName={identity}\nBranch={BRANCH}\nIsRuntime=false\nSuggestRemoteName=gotc-planner\n{common}'
        f'RuntimeRepo={FLATHUB}\n')
    (folder / 'gotc-planner.flatpakrepo').write_text(f'[Flatpak Repo]\n{common}')


def publish(source, folder, address, key=None):
    """Make FOLDER/ID.flatpak to install by double-click, and a repository that any static web server can serve."""
    identity = load_manifest()['id']
    folder.mkdir(parents=True, exist_ok=True)
    repository = folder / 'repository'
    if not repository.exists():
        run('ostree', 'init', '--mode=archive', f'--repo={repository}')
    signed = [f'--gpg-sign={key}'] if key else []
    run('flatpak', 'build-commit-from', *signed, '--force', '--no-update-summary', f'--src-repo={source}', repository,
        f'app/{identity}/{ARCH}/{BRANCH}')
    run('flatpak', 'build-update-repo', *signed, '--title=GOTC Planner', f'--default-branch={BRANCH}', repository)
    keys = export_key(key, folder)
    run('flatpak', 'build-bundle', *signed, *keys, f'--runtime-repo={FLATHUB}', f'--repo-url={address}/repository/', repository,
        folder / f'{identity}.flatpak', identity, BRANCH)
    write_references(folder, identity, address)
    shutil.copytree(PROJECT / 'data/screenshots', folder / 'screenshots', dirs_exist_ok=True)


def bundle(folder, address=None, key=None):
    address = (address or folder.as_uri()).rstrip('/')
    build('release', PROJECT / '_build/flatpak', [f'-Dscreenshots_url={address}/screenshots'] if address.startswith('https:') else [])
    publish(PROJECT / '_build/flatpak/repository', folder, address, key)
    print(f'{folder} has {load_manifest()["id"]}.flatpak and the repository for {address}')


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    bundle(pathlib.Path(sys.argv[1]).absolute(), *sys.argv[2:])
