# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs commands of the planner with a database and settings of their own."""

import json
import os
import subprocess


def schedule(starts=("11:00", "12:00", "13:00")):
    """Return a schedule with the Sessions 1, 2 and 3."""
    sessions = [{"guid": f"11111111-1111-4111-8111-00000000000{number}", "id": number, "title": f"Session {number}",
                 "start": start, "date": f"2037-07-01T{start}:00+02:00", "duration": "01:00",
                 "abstract": "One two.", "persons": [{"id": number, "name": "Ada"}]} for number, start in enumerate(starts, 1)]
    days = [{"index": 1, "date": "2037-07-01", "rooms": {"Hall": sessions}}]
    return json.dumps({"schedule": {"version": "1", "conference": {
        "title": "Test", "acronym": "test", "time_zone_name": "Europe/Berlin", "days": days}}})


class Computer:
    """The planner of one attendee on one computer, used by commands."""

    def __init__(self, program, folder):
        self.program = program
        self.environment = {
            **os.environ,
            "XDG_DATA_HOME": os.path.join(folder, "data"),
            "XDG_CONFIG_HOME": os.path.join(folder, "config"),
            "GSETTINGS_BACKEND": "keyfile",
            "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }

    def try_run(self, *words):
        return subprocess.run([self.program, *words], env=self.environment, capture_output=True, text=True, check=False)

    def run(self, *words):
        process = self.try_run(*words)
        assert process.returncode == 0, (words, process.stderr)
        return process.stdout

    def stars(self):
        lines = self.run("list", "--json", "--starred", "--conference", "Test").splitlines()
        return sorted(json.loads(line)["title"] for line in lines)

    def key(self, number):
        lines = self.run("list", "--json", "--conference", "Test").splitlines()
        return next(key for key in (json.loads(line)["key"] for line in lines) if key.endswith(f"-00000000000{number}"))

    def backup(self):
        return json.loads(self.run("backup"))
