# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Measures the size of the installed planner, and the time until its window appears, compared with an empty window."""

import pathlib
import stat
import statistics
import subprocess
import time

from planner_desktop import wait_for
from planner_flatpak import run

STARTS = 7
EMPTY_WINDOW = pathlib.Path(__file__).resolve().parent / 'empty-window.c'
# In bytes, for tests/bench/run.py.
SIZE = pathlib.Path(__file__).resolve().parents[2] / '_build/flatpak/size'


def time_start(desktop, command):
    """Return the milliseconds until the window is on screen."""
    began = time.monotonic()
    program = subprocess.Popen(command, env=desktop.environment, stderr=desktop.log, start_new_session=True)
    desktop.wait_for_window()
    taken = time.monotonic() - began
    desktop.run('xdotool', 'search', '--onlyvisible', '--name', '.', 'windowclose')
    program.wait(timeout=30)
    wait_for(lambda: not desktop.find_window(), 'the window to go')
    return taken * 1000


def measure(attendee, identity):
    empty = attendee.data / 'empty-window'
    flags = run('pkg-config', '--cflags', '--libs', 'libadwaita-1').split()
    run('cc', '-O2', '-o', empty, EMPTY_WINDOW, *flags)
    starts = {'planner': ['flatpak', 'run', '--user', identity],
              'empty window': ['flatpak', 'run', '--user', f'--command={empty}', identity, identity]}
    taken = {name: [] for name in starts}
    for _ in range(STARTS):
        for name, command in starts.items():
            taken[name].append(time_start(attendee.desktop, command))
    empty.unlink()
    files = (path.lstat() for path in (attendee.installed / 'app' / identity / 'current/active/files').rglob('*'))
    size = sum(file.st_size for file in files if stat.S_ISREG(file.st_mode))
    SIZE.parent.mkdir(parents=True, exist_ok=True)
    SIZE.write_text(f'{size}\n', encoding='ascii')
    print(f'size of the installed planner: {size / 1e6:.1f} MB')
    for name, milliseconds in taken.items():
        print(f'start of the {name} in the sandbox: {statistics.median(milliseconds):.0f} ms, at best {min(milliseconds):.0f} ms')
