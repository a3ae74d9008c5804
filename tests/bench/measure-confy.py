#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the processor time, in milliseconds, that confy takes to import a schedule in XML into its database, and to search it.

measure-confy.py SCHEDULE WORD…

It calls the functions that the window of confy calls. The data is written below XDG_CACHE_HOME.
"""

import pathlib
import sys
import time

import gi

gi.require_version("Gtk", "4.0")

from confy import local, models
from confy.config import APP_ID
from confy.remotes.pentabarf import import_pentabarf

N_ROUNDS = 5


def measure_ms(function):
    begin = time.thread_time()
    function()
    return (time.thread_time() - begin) * 1000


def import_schedule(text, url):
    """Imports into a new database. confy makes the tables of a file that is there, even without network."""
    pathlib.Path(local.get_dbfilename(url)).touch()
    local.opendb(url, False)
    return measure_ms(lambda: import_pentabarf(text, url))


def main(path, *words):
    local.init(APP_ID)
    text = pathlib.Path(path).read_text(encoding="utf-8")
    for i in range(N_ROUNDS):
        print("import", import_schedule(text, f"https://localhost/{i}"), sep="\t")
    for word in words:
        for n in range(1, len(word) + 1):
            print("search", measure_ms(lambda: list(models.Event.search(word[:n]))), sep="\t")


main(*sys.argv[1:])
