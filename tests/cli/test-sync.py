#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the planner on two computers that share a folder, and restores backups.

test-sync.py PROGRAM
"""

import json
import os
import stat
import subprocess
import sys
import tempfile

from computer import Computer, schedule


def content(backup):
    """Return what the attendee has, without counters and removals."""
    def is_live(item):
        return any(mark["added"] > mark["removed"] for mark in item["marks"].values())

    def values(item):
        return {name: {key: value for key, value in field.items() if key not in ("counter", "installation")}
                for name, field in item.items() if isinstance(field, dict) and name != "marks"}
    return {conference["key"]: (values(conference), {star["key"]: values(star) for star in conference["stars"] if is_live(star)})
            for conference in backup["conferences"] if is_live(conference)}


def sync(*computers):
    for _ in range(2):
        for computer in computers:
            computer.run("sync")


def test_two_computers(program, folder):
    """Y1, Y2: conferences, stars and removals arrive; a session starred while it is removed elsewhere stays."""
    shared = os.path.join(folder, "shared")
    os.mkdir(shared)
    feed = os.path.join(folder, "feed.json")
    with open(feed, "w", encoding="utf-8") as file:
        file.write(schedule())
    desk, laptop = (Computer(program, os.path.join(folder, name)) for name in ("desk", "laptop"))
    assert "No other computer" in desk.run("sync", shared)
    laptop.run("sync", shared)
    desk.run("add", feed)
    for number in (1, 2):
        desk.run("star", desk.key(number))
    assert "In step with 1 other computer" in laptop.run("sync")
    report = json.loads(laptop.run("sync", "--json"))
    assert report == {"folder": shared, "other_computers": 1, "skipped": None}, report
    assert laptop.stars() == ["Session 1", "Session 2"], laptop.stars()
    laptop.run("refresh", "--conference", "Test")
    assert laptop.stars() == ["Session 1", "Session 2"]

    # A command that changes something writes and reads by itself.
    laptop.run("unstar", laptop.key(1))
    desk.run("star", desk.key(3))
    assert desk.stars() == ["Session 2", "Session 3"], desk.stars()
    sync(laptop, desk)
    assert laptop.stars() == desk.stars() == ["Session 2", "Session 3"]
    assert content(laptop.backup()) == content(desk.backup())
    names = sorted(os.listdir(shared))
    assert len(names) == 2 and all(name.startswith("gotc-planner-") for name in names), names

    # While they are apart, one unstars a session and the other stars it again.
    laptop.run("sync", "--off")
    desk.run("unstar", desk.key(2))
    laptop.run("unstar", laptop.key(2))
    laptop.run("star", laptop.key(2))
    laptop.run("sync", shared)
    sync(desk, laptop)
    assert laptop.stars() == desk.stars() == ["Session 2", "Session 3"]
    return shared, desk, laptop


def test_hostile_files(shared, desk, laptop):
    """Y5: other, broken and half-copied files are skipped, and nothing is lost."""
    own = max(os.listdir(shared), key=lambda name: os.path.getmtime(os.path.join(shared, name)))
    with open(os.path.join(shared, own), encoding="utf-8") as file:
        text = file.read()
    broken = os.path.join(shared, "gotc-planner-" + "0" * 32 + ".json")
    for contents in ("", "{", text[:len(text) // 2], "[]", '{"format": "gotc-planner-backup", "version": 9}', text):
        with open(broken, "w", encoding="utf-8") as file:
            file.write(contents)
        output = desk.run("sync")
        assert "was skipped" in output, (contents[:40], output)
        assert desk.stars() == ["Session 2", "Session 3"]
    os.remove(broken)
    os.mkfifo(broken)
    assert "was skipped" in desk.run("sync")
    os.remove(broken)
    os.symlink("/etc/passwd", broken)
    assert "was skipped" in desk.run("sync")
    os.remove(broken)
    with open(os.path.join(shared, "gotc-planner-notes.json"), "w", encoding="utf-8") as file:
        file.write("mine")
    assert "In step with 1 other computer" in desk.run("sync")
    os.rename(shared, shared + "-away")
    assert desk.try_run("sync").returncode != 0
    desk.run("unstar", desk.key(3))
    assert desk.stars() == ["Session 2"]
    os.rename(shared + "-away", shared)
    sync(desk, laptop)
    assert laptop.stars() == ["Session 2"]


def test_copied_database(program, folder, shared, desk):
    """Y5: a copy of a database becomes an installation of its own."""
    copy = Computer(program, os.path.join(folder, "copy"))
    subprocess.run(["cp", "-r", os.path.join(folder, "desk"), os.path.join(folder, "copy")], check=True)
    desk.run("star", desk.key(1))
    copy.run("unstar", copy.key(2))
    sync(desk, copy)
    assert desk.backup()["installation"] != copy.backup()["installation"]
    assert desk.stars() == copy.stars()
    assert len([name for name in os.listdir(shared) if len(name) == 50]) == 3, os.listdir(shared)


def test_backup(program, folder, desk):
    """Y4: a backup is equal after the round trip, and brings back what was removed."""
    path = os.path.join(folder, "backup.json")
    assert json.loads(desk.run("sync", "--json", "--off"))["folder"] is None
    assert json.loads(desk.run("backup", "--json", path)) == {"file": path}
    assert "name of a file" in desk.try_run("backup", "--json").stderr
    assert desk.try_run("backup", path).returncode != 0
    desk.run("backup", "--force", path)
    new = Computer(program, os.path.join(folder, "new"))
    output = new.run("restore", path)
    assert "1 conference added" in output and "refresh" in output, output
    assert new.stars() == desk.stars()
    assert content(new.backup()) == content(desk.backup())
    before = content(desk.backup())
    for number in (1, 2, 3):
        desk.run("unstar" if number == 1 else "star", desk.key(number))
    desk.run("restore", path)
    assert "Session 1" in desk.stars() and "Session 3" in desk.stars()
    stars = desk.stars()
    restored = json.loads(desk.run("restore", "--json", "--replace", path))
    removed = len(set(stars) - set(desk.stars()))
    assert removed > 0
    assert restored == {"conferences_added": 0, "conferences_removed": 0, "stars_added": 0, "stars_removed": removed}, restored
    assert content(desk.backup()) == before
    for contents in ("", "hello", "{}", '{"format": "gotc-planner-backup", "version": 1}'):
        bad = os.path.join(folder, "bad.json")
        with open(bad, "w", encoding="utf-8") as file:
            file.write(contents)
        process = desk.try_run("restore", "--replace", bad)
        assert process.returncode != 0 and process.stderr, contents
    assert content(desk.backup()) == before
    os.mkfifo(os.path.join(folder, "pipe"))
    assert desk.try_run("restore", os.path.join(folder, "pipe")).returncode != 0


def test_password(program, folder):
    """V8: no file contains the password of an address."""
    computer = Computer(program, os.path.join(folder, "secret"))
    feed = os.path.join(folder, "feed.json")
    computer.run("add", feed)
    database = os.path.join(folder, "secret", "data")
    path = next(os.path.join(root, name) for root, _, names in os.walk(database) for name in names if name.endswith(".db"))
    subprocess.run([sys.executable, "-c", "import sqlite3, sys; c = sqlite3.connect (sys.argv[1]); "
                    "c.execute (\"UPDATE conferences SET address = 'https://me:secret@example.org/s.json' "
                    "WHERE title = 'Test'\"); c.commit ()", path], check=True)
    shared = os.path.join(folder, "secret-shared")
    os.mkdir(shared)
    computer.run("sync", shared)
    text = computer.run("backup")
    for name in os.listdir(shared):
        with open(os.path.join(shared, name), encoding="utf-8") as file:
            text += file.read()
        assert stat.S_IMODE(os.stat(os.path.join(shared, name)).st_mode) == 0o600
    assert "https://example.org/s.json" in text
    assert "secret@" not in text and "me:" not in text


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        shared, desk, laptop = test_two_computers(program, folder)
        test_hostile_files(shared, desk, laptop)
        test_copied_database(program, folder, shared, desk)
        test_backup(program, folder, desk)
        test_password(program, folder)


if __name__ == "__main__":
    main()
