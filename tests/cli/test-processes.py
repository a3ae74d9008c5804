#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the planner as an attendee does who runs one command after the other, or several at once.

test-processes.py PROGRAM
"""

import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading


def session(number, start="10:00", **members):
    guid = f"11111111-1111-4111-8111-00000000000{number}"
    event = {"guid": guid, "id": number, "title": f"Session {number}", "slug": f"session-{number}", "start": start}
    event |= {"date": f"2037-07-01T{start}:00+02:00", "duration": "01:00", "abstract": "One two.", "language": "en"}
    return event | {"persons": [{"id": number, "name": f"Person {number}"}]} | members


def schedule(*sessions, title="Test"):
    days = [{"index": 1, "date": sessions[0]["date"][:10], "rooms": {"Hall": sessions}}]
    conference = {"title": title, "acronym": "test", "time_zone_name": "Europe/Berlin", "days": days}
    return json.dumps({"schedule": {"version": "1", "conference": conference}})


class Planner:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.environment = {
            **os.environ,
            "XDG_DATA_HOME": os.path.join(folder, "data"),
            "LC_ALL": "C.UTF-8",
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        }

    def start(self, *words):
        return subprocess.Popen([self.program, *words], env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def run(self, *words):
        process = self.start(*words)
        output, errors = process.communicate()
        assert process.returncode == 0, (words, errors)
        return output

    def read(self, *words):
        return [json.loads(line) for line in self.run(*words, "--json").splitlines()]

    def publish(self, text, name="feed.json"):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def add_and_star(self, *sessions, stars=(1,), **members):
        path = self.publish(schedule(*sessions, **members))
        self.run("add", path)
        for number in stars:
            self.run("star", self.key(number))
        return path

    def key(self, number):
        end = f"/11111111-1111-4111-8111-00000000000{number}"
        return next(entry["key"] for entry in self.read("list") if entry["key"].endswith(end))

    def refresh(self, *sessions):
        self.publish(schedule(*sessions))
        self.run("refresh", "--conference", "Test")

    def changes(self):
        return [change["kinds"] for change in self.read("changes", "--conference", "Test")]

    def starred(self):
        return self.read("list", "--starred")


def test_star_does_not_jump(planner):
    """I9: another known session takes the slug of the starred one."""
    planner.add_and_star(session(1), session(2, "12:00"))
    planner.refresh(session(2, "12:00", slug="session-1"))
    (starred,) = planner.starred()
    assert starred["title"] == "Session 1" and starred["withdrawn"], starred


def test_over_is_not_withdrawn(planner):
    """L4: a schedule drops a session that is over."""
    past = session(1) | {"date": "2020-07-01T10:00:00+02:00"}
    planner.add_and_star(past, session(2) | {"date": "2020-07-01T12:00:00+02:00"})
    planner.refresh(session(2) | {"date": "2020-07-01T12:00:00+02:00"})
    (starred,) = planner.starred()
    assert starred["title"] == "Session 1" and not starred["withdrawn"], starred
    assert planner.changes() == []


def test_white_space_is_no_change(planner):
    """I12: white space is no change, another language is one."""
    planner.add_and_star(session(1))
    planner.refresh(session(1, abstract="One  two.\n"))
    assert planner.changes() == []
    planner.refresh(session(1, language="de"))
    assert planner.changes() == [["language"]]


def test_cancelled_in_title(planner):
    """R3: FOSDEM writes that a session is cancelled into its title."""
    planner.add_and_star(session(1))
    planner.refresh(session(1, title="CANCELLED Session 1"))
    (starred,) = planner.starred()
    assert starred["title"] == "Session 1" and starred["cancelled"], starred
    assert planner.changes() == [["cancelled"]]


def test_clash_across_conferences(planner):
    """I13: sessions of two conferences clash."""
    planner.add_and_star(session(1))
    assert [entry["clash"] for entry in planner.starred()] == [False]
    planner.run("add", planner.publish(schedule(session(2, "10:30"), title="Elsewhere"), "other.json"))
    planner.run("star", planner.key(2))
    assert [entry["clash"] for entry in planner.starred()] == [True, True]


def test_second_address(planner):
    """I10: the same schedule by another address is recognized."""
    path = planner.add_and_star(session(1), session(2, "12:00"))
    added = planner.run("add", planner.publish(schedule(session(1), session(2, "12:00")), "copy.json"))
    assert f"The same conference is in the planner with another address: file://{path}" in added, added


def test_refreshes_at_once(planner):
    """M4: several processes refresh while the schedule on the server changes."""
    editions = [schedule(session(1, f"{hour}:00")) for hour in (10, 12, 14)]
    served = {"edition": 0, "requests": 0, "changing": True}
    lock = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            with lock:
                if served["changing"]:
                    served["edition"] = served["requests"] % len(editions)
                served["requests"] += 1
                edition = served["edition"]
            body = editions[edition].encode()
            known = self.headers.get("If-None-Match") == f'"{edition}"'
            self.send_response(304 if known else 200)
            self.send_header("ETag", f'"{edition}"')
            self.send_header("Content-Length", "0" if known else str(len(body)))
            self.end_headers()
            if not known:
                self.wfile.write(body)

        def log_message(self, *words):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        planner.run("add", f"http://127.0.0.1:{server.server_port}/schedule.json")
        for _ in range(4):
            for process in [planner.start("refresh", "--conference", "Test") for _ in range(3)]:
                process.communicate()
        for edition, hour in enumerate((10, 12, 14)):
            served.update(edition=edition, changing=False)
            planner.run("refresh", "--conference", "Test")
            (entry,) = planner.read("list", "--conference", "Test")
            assert entry["start_venue"] == f"2037-07-01T{hour}:00:00+02:00", (edition, entry)
        server.shutdown()


TESTS = [
    ("I9/star-does-not-jump", test_star_does_not_jump),
    ("L4/over-is-not-withdrawn", test_over_is_not_withdrawn),
    ("I12/white-space-is-no-change", test_white_space_is_no_change),
    ("R3/cancelled-in-title", test_cancelled_in_title),
    ("I13/clash-across-conferences", test_clash_across_conferences),
    ("I10/second-address", test_second_address),
    ("M4/refreshes-at-once", test_refreshes_at_once),
]


def main():
    for name, test in TESTS:
        with tempfile.TemporaryDirectory() as folder:
            test(Planner(sys.argv[1], folder))
        print("ok", name)


main()
