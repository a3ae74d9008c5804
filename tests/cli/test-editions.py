#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Reads real editions of one conference one after another, and compares the changes that the planner reports and the
stars that it keeps with what this script finds in the JSON.

usage: test-editions.py PROGRAM FOLDER-OF-FEEDS"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from datetime import datetime, timezone

EDITIONS = ["36c3-history-1.json", "36c3-history-2.json", "36c3-history-3.json", "36c3-everything.json"]
CONFERENCE = "36c3"
N_STARS = 60


def clean(text):
    return (text or "").strip()


def clean_line(text):
    return re.sub(" +", " ", clean(text))


def minutes(duration):
    parts = [int(part) for part in duration.split(":")]
    return parts[0] * 24 * 60 + parts[1] * 60 + parts[2] if len(parts) == 3 else parts[0] * 60 + parts[1]


class Session:
    def __init__(self, event):
        start = datetime.fromisoformat(event["date"]).astimezone(timezone.utc)
        self.guid = event.get("guid")
        self.id = str(event["id"]) if event.get("id") is not None else None
        self.slug = event.get("slug")
        self.title = clean_line(event["title"])
        self.start = start.strftime("%Y-%m-%dT%H:%M:%SZ")
        self.minutes = minutes(event["duration"])
        self.room = clean_line(event.get("room")) or None
        self.forum = clean_line(event.get("track")) or None
        self.speakers = sorted(clean_line(person.get("public_name") or person.get("name")) for person in event["persons"])
        self.words = ["".join(clean(event.get(name)).split()) for name in ("subtitle", "abstract", "description")]
        self.language = event.get("language") or None
        self.recorded = not event.get("do_not_record")


def read_text(path):
    """The edition a hundred years later: a session that is dropped after its end is not withdrawn."""
    with open(path, encoding="utf-8") as file:
        return re.sub(r"\b20(\d\d-\d\d-\d\d)", r"21\1", file.read())


def read_edition(path):
    days = json.loads(read_text(path))["schedule"]["conference"]["days"]
    return [Session(event) for day in days for events in day["rooms"].values() for event in events]


def match(old, new):
    """Index in the old edition → index in the new one, by what is unique on both sides."""
    found = {}
    taken = set()
    ways = [
        lambda s: s.guid,
        lambda s: s.guid and (s.guid, s.start),
        lambda s: s.id and (s.id, s.title.casefold()),
        lambda s: s.slug,
        lambda s: (s.title.casefold(), tuple(s.speakers)),
        lambda s: (s.title.casefold(), tuple(s.speakers), s.start),
        # Another title, or other speakers.
        lambda s: s.id and s.speakers and (s.id, tuple(s.speakers)),
        lambda s: (s.title.casefold(), s.start),
    ]
    for way in ways:
        sides = []
        for sessions, done in ((old, found), (new, taken)):
            side = defaultdict(list)
            for index, session in enumerate(sessions):
                key = way(session)
                if index not in done and key:
                    side[key].append(index)
            sides.append(side)
        for key, indexes in sides[0].items():
            others = sides[1].get(key, [])
            if len(indexes) == 1 and len(others) == 1:
                found[indexes[0]] = others[0]
                taken.add(others[0])
    return found


def compare(was, now):
    kinds = set()
    if (was.start, was.minutes) != (now.start, now.minutes):
        kinds.add("moved")
    for kind, name in (("room", "room"), ("title", "title"), ("speakers", "speakers"), ("forum", "forum"),
                       ("recording", "recorded")):
        if getattr(was, name) != getattr(now, name):
            kinds.add(kind)
    if was.words != now.words:
        kinds.add("abstract")
    # A language that becomes known need not be another one.
    if was.language and now.language and was.language != now.language:
        kinds.add("language")
    return kinds


def line(kinds, was, now):
    sides = tuple(side and (side.title, side.start, side.room) for side in (was, now))
    return (tuple(sorted(kinds)), *sides)


def find_differences(old, new):
    found = match(old, new)
    lines = Counter()
    for index, session in enumerate(old):
        if index not in found:
            lines[line({"withdrawn"}, session, None)] += 1
        elif kinds := compare(session, new[found[index]]):
            lines[line(kinds, session, new[found[index]])] += 1
    for index, session in enumerate(new):
        if index not in found.values():
            lines[line({"new"}, None, session)] += 1
    return lines


class Planner:
    def __init__(self, program, folder):
        self.program = program
        self.feed = os.path.join(folder, "feed.json")
        self.environment = {**os.environ, "XDG_DATA_HOME": os.path.join(folder, "data"), "LC_ALL": "C.UTF-8"}

    def run(self, *words):
        done = subprocess.run([self.program, *words], env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def read(self, *words):
        return [json.loads(text) for text in self.run(*words, "--json", "--conference", CONFERENCE).splitlines()]

    def publish(self, edition):
        with open(self.feed, "w", encoding="utf-8") as file:
            file.write(read_text(edition))

    def refresh(self, edition):
        self.publish(edition)
        self.run("refresh", "--conference", CONFERENCE)

    def list_changes(self):
        lines = Counter()
        for change in self.read("changes"):
            sides = [
                change[name] and (change[name]["title"].strip(), change[name]["start"], change[name]["room"])
                for name in ("was", "is")
            ]
            lines[(tuple(sorted(change["kinds"])), *sides)] += 1
        return lines


def test_differences(program, paths):
    for old, new in zip(paths, paths[1:]):
        with tempfile.TemporaryDirectory() as folder:
            planner = Planner(program, folder)
            planner.publish(old)
            planner.run("add", planner.feed)
            assert not planner.read("changes")
            planner.refresh(new)
            expected = find_differences(read_edition(old), read_edition(new))
            told = planner.list_changes()
            for difference in (expected - told).elements():
                print("missing:", difference)
            for difference in (told - expected).elements():
                print("told wrongly:", difference)
            assert told == expected and expected.total() > 0, (old, new)
            print(f"{os.path.basename(old)} → {os.path.basename(new)}: {told.total()} changes")
            planner.refresh(new)
            assert planner.list_changes() == told


def follow(sessions, editions):
    """What sessions of the first edition are in the last, withdrawn on the way or not; None for those that are not there."""
    chains = [[index] for index in sessions]
    for old, new in zip(editions, editions[1:]):
        found = match(old, new)
        for chain in chains:
            chain.append(found.get(chain[-1]))
    return [editions[-1][chain[-1]] if chain[-1] is not None else None for chain in chains]


def test_stars(program, paths):
    editions = [read_edition(path) for path in paths]
    with tempfile.TemporaryDirectory() as folder:
        planner = Planner(program, folder)
        planner.publish(paths[0])
        planner.run("add", planner.feed)
        listed = planner.read("list")
        step = len(listed) // N_STARS
        starred = listed[: step * N_STARS : step]
        by_place = {(s.title, s.start, s.room): index for index, s in enumerate(editions[0])}
        for session in starred:
            planner.run("star", session["key"])
        for path in paths[1:]:
            planner.refresh(path)
            kept = planner.read("list", "--starred")
            assert len(kept) == N_STARS, (path, len(kept))

        ends = follow([by_place[s["title"].strip(), s["start"], s["room"]] for s in starred], editions)
        expected = Counter((end.title, end.start, end.room) if end else None for end in ends)
        told = Counter(None if s["withdrawn"] else (s["title"].strip(), s["start"], s["room"]) for s in kept)
        assert told == expected, (told - expected, expected - told)
        withdrawn = [c for c in planner.read("changes", "--starred") if "withdrawn" in c["kinds"]]
        assert len(withdrawn) == expected[None]
        print(f"{N_STARS} stars: {N_STARS - expected[None]} found again, {expected[None]} withdrawn")


def main():
    program, folder = sys.argv[1:]
    if not os.path.isdir(folder):
        print(f"skipped: {folder} is missing")
        sys.exit(77)
    paths = [os.path.join(folder, "json", name) for name in EDITIONS]
    test_differences(program, paths)
    test_stars(program, paths)


main()
