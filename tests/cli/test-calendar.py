#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Follows My Schedule in a calendar file that is chosen once, while commands and the agent’s refresh change it.

test-calendar.py PROGRAM AGENT

Skipped where python3-vobject is missing.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

from computer import Computer, schedule

SKIPPED = 77
try:
    import vobject
except ImportError as error:
    print(f"skipped: {error}")
    sys.exit(SKIPPED)


class Follower:
    """An attendee with a conference of three sessions, and a calendar file."""

    def __init__(self, program, agent, folder):
        os.mkdir(folder)
        self.computer = Computer(program, folder)
        self.agent = agent
        self.feed = os.path.join(folder, "feed.json")
        self.path = os.path.join(folder, "place", "my-schedule.ics")
        os.mkdir(os.path.dirname(self.path))
        self.publish(schedule())
        self.computer.run("add", self.feed)
        self.keys = {number: self.computer.key(number) for number in (1, 2, 3)}

    def publish(self, text):
        with open(self.feed, "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, command, number, *words):
        return self.computer.run(command, self.keys[number], *words)

    def text(self):
        with open(self.path, encoding="utf-8", newline="") as file:
            return file.read()

    def events(self):
        """Return the event of each session, by its title."""
        calendar = vobject.readOne(self.text())
        for event in calendar.contents.get("vevent", []):
            event.validate(raiseException=True)
        return {event.summary.value: event for event in calendar.contents.get("vevent", [])}

    def titles(self):
        return sorted(self.events())

    def conference(self):
        lines = self.computer.run("conferences", "--json").splitlines()
        return str(next(found["number"] for found in map(json.loads, lines) if found["title"] == "Test"))


def stamps(event):
    return event.dtstamp.value, event.last_modified.value, int(event.sequence.value)


def test_commands(follower):
    """Y6: the file follows stars, plan B, lead times, removal and Undo, without the command that names it."""
    output = follower.computer.run("calendar", follower.path)
    assert "Up to date, with 0 sessions" in output, output
    assert follower.titles() == []
    follower.run("star", 1)
    follower.run("star", 2)
    assert follower.titles() == ["Session 1", "Session 2"]
    event = follower.events()["Session 1"]
    assert event.status.value == "CONFIRMED"
    assert event.valarm.trigger.value.total_seconds() == -600
    follower.run("remind", 1, "30")
    assert follower.events()["Session 1"].valarm.trigger.value.total_seconds() == -1800
    follower.run("star", 1, "--plan-b")
    event = follower.events()["Session 1"]
    assert event.status.value == "TENTATIVE" and "valarm" not in event.contents
    follower.run("unstar", 2)
    assert follower.titles() == ["Session 1"]
    conference = follower.conference()
    follower.computer.run("remove", conference)
    assert follower.titles() == []
    follower.computer.run("remove", "--undo", conference)
    assert follower.titles() == ["Session 1"]
    follower.run("star", 1)


def test_unchanged(follower):
    """Y6: what changes nothing in My Schedule writes nothing, and an event without a change keeps its stamps."""
    follower.run("star", 2)
    before, inode = follower.events(), os.stat(follower.path).st_ino
    follower.run("note", 2, "private")
    follower.computer.run("refresh")
    follower.computer.run("calendar")
    assert os.stat(follower.path).st_ino == inode
    assert "private" not in follower.text()
    # As if the events had been written a day ago.
    old = re.sub(r"(?m)^(DTSTAMP|LAST-MODIFIED):\d{8}T", r"\1:20200101T", re.sub(r"(?m)^SEQUENCE:\d+", "SEQUENCE:5", follower.text()))
    with open(follower.path, "w", encoding="utf-8", newline="") as file:
        file.write(old)
    follower.run("star", 2, "--plan-b")
    after = follower.events()
    assert after["Session 1"].sequence.value == "5" and after["Session 1"].last_modified.value.year == 2020
    for old_stamp, stamp in zip(stamps(before["Session 2"]), stamps(after["Session 2"])):
        assert stamp >= old_stamp
    assert after["Session 2"].last_modified.value == after["Session 2"].dtstamp.value
    assert sorted(os.listdir(os.path.dirname(follower.path))) == ["my-schedule.ics"]


def test_refresh(follower):
    """Y6: the refresh that the agent starts moves the events."""
    follower.publish(schedule(starts=("18:00", "12:00", "13:00")))
    subprocess.run([follower.agent, "--refresh", follower.conference()], env=follower.computer.environment, check=True)
    assert follower.events()["Session 1"].dtstart.value.hour == 16
    follower.publish("{")
    assert subprocess.run([follower.agent, "--refresh", follower.conference()], env=follower.computer.environment,
                          capture_output=True, check=False).returncode != 0
    assert follower.titles() == ["Session 1", "Session 2"]
    follower.publish(schedule(starts=("18:00", "12:00", "13:00")))


def test_processes(follower):
    """Y6: of several processes that change My Schedule at once, the last one leaves all changes."""
    for _ in range(3):
        for command in ("unstar", "star"):
            processes = [subprocess.Popen([follower.computer.program, command, follower.keys[number]], stdout=subprocess.DEVNULL,
                                          env=follower.computer.environment) for number in (1, 2, 3)]
            assert [process.wait() for process in processes] == [0, 0, 0]
            assert follower.titles() == (["Session 1", "Session 2", "Session 3"] if command == "star" else []), command


def test_other_computer(follower):
    """Y6: a star from another computer arrives in the file."""
    shared = follower.path + ".shared"
    os.mkdir(shared)
    other = Computer(follower.computer.program, os.path.join(os.path.dirname(shared), "other"))
    other.run("add", follower.feed)
    follower.computer.run("sync", shared)
    other.run("sync", shared)
    other.run("unstar", other.key(3))
    assert "Session 3" in follower.titles()
    follower.computer.run("refresh")
    assert follower.titles() == ["Session 1", "Session 2"]
    follower.computer.run("sync", "--off")


def test_failure(follower):
    """Y6: a file that cannot be written costs no star, and the command says why."""
    place = os.path.dirname(follower.path)
    os.rename(place, place + "-away")
    process = follower.computer.try_run("star", follower.keys[3])
    assert process.returncode == 0 and "“my-schedule.ics” is not up to date. The folder is not there." in process.stderr, process.stderr
    assert follower.computer.try_run("calendar").returncode != 0
    assert "Session 3" in follower.computer.stars()
    os.rename(place + "-away", place)
    follower.computer.run("calendar")
    assert "Session 3" in follower.titles()


def test_choice(follower):
    """Y6: another file is not replaced by accident, and the choice ends with --off."""
    other = follower.path + ".other"
    with open(other, "w", encoding="utf-8") as file:
        file.write("mine")
    process = follower.computer.try_run("calendar", other)
    assert process.returncode != 0 and "--force" in process.stderr, process.stderr
    assert follower.computer.try_run("calendar", os.path.join(follower.path, "none.ics")).returncode != 0
    assert follower.computer.try_run("calendar", "--force", os.path.dirname(follower.path)).returncode != 0
    os.mkfifo(follower.path + ".pipe")
    assert follower.computer.try_run("calendar", "--force", follower.path + ".pipe").returncode != 0
    follower.run("unstar", 3)
    assert "Session 3" not in follower.titles()
    follower.computer.run("calendar", "--force", other)
    follower.run("star", 3)
    assert "Session 3" not in follower.titles()
    with open(other, encoding="utf-8") as file:
        assert "Session 3" in file.read()
    written = json.loads(follower.computer.run("calendar", "--json"))
    with open(other, encoding="utf-8") as file:
        assert written == {"file": other, "sessions": file.read().count("BEGIN:VEVENT")}, written
    stopped = json.loads(follower.computer.run("calendar", "--json", "--off"))
    assert stopped == {"file": None, "sessions": 0}, stopped
    before = os.stat(other).st_ino
    follower.run("unstar", 3)
    assert os.stat(other).st_ino == before
    assert "choose a file first" in follower.computer.try_run("calendar").stderr


def main():
    program, agent = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        follower = Follower(program, agent, os.path.join(folder, "attendee"))
        for test in (test_commands, test_unchanged, test_refresh, test_processes, test_other_computer, test_failure, test_choice):
            test(follower)


if __name__ == "__main__":
    main()
