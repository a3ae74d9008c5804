#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Kills processes of the planner at random moments, while another process writes to the same database.

usage: test-kills.py PROGRAM WRITE-OLD-DATABASE APP-ID

After each kill the database is intact, the next start works, and each star that a command has confirmed is there.
PLANNER_KILLS is the number of kills, PLANNER_SEED the seed of a run to repeat."""

import json
import os
import random
import re
import select
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone

PROGRAM, WRITE_OLD_DATABASE, APP_ID = sys.argv[1:]
N_KILLS = int(os.environ.get("PLANNER_KILLS", 50))
SEED = os.environ.get("PLANNER_SEED", str(time.time_ns()))
PATIENCE_S = 60
HANDOVER_S = 0.7
WINDOW = "gotc-planner"
AGENT = "gotc-planner-agent"
N_SESSIONS = 200
N_OLD_VERSIONS = 4
BUNDLED = "GOTC"
TITLE = "Conference"


def make_feed(edition):
    """Return a schedule of tomorrow. Each edition moves every session by an hour."""
    midnight = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    events = [
        {
            "guid": f"session-{number}",
            "id": number,
            "title": f"Session {number}, edition {edition}",
            "date": (midnight + timedelta(hours=edition % 12, minutes=number)).isoformat(),
            "duration": "00:30",
            "room": "Hall",
            "persons": [],
            "abstract": "What this session is about. " * 40,
        }
        for number in range(N_SESSIONS)
    ]
    days = [{"index": 1, "date": midnight.date().isoformat(), "rooms": {"Hall": events}}]
    return json.dumps({"schedule": {"version": str(edition), "conference": {"title": TITLE, "days": days}}})


class Profile:
    """The folders of an attendee, and the stars that commands have confirmed."""

    def __init__(self, folder):
        self.folder = folder
        self.feed = os.path.join(folder, "schedule.json")
        self.data = os.path.join(folder, "data", "gotc-planner-devel")
        self.database = os.path.join(self.data, "planner.db")
        self.stars = set()
        self.environment = dict(os.environ, GSETTINGS_BACKEND="keyfile", G_DEBUG="")
        for name in ("DATA", "CONFIG", "CACHE"):
            self.environment[f"XDG_{name}_HOME"] = os.path.join(folder, name.lower())
        self.environment["XDG_RUNTIME_DIR"] = os.path.join(folder, "run")
        self.bus_address = self.environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=" + os.path.join(folder, "run", "bus")
        os.makedirs(self.data)
        os.mkdir(os.path.join(folder, "run"), 0o700)

    def start(self, *words):
        return subprocess.Popen([PROGRAM, *words], env=self.environment, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)

    def run(self, *words):
        done = subprocess.run([PROGRAM, *words], env=self.environment, capture_output=True, text=True, timeout=PATIENCE_S)
        assert done.returncode == 0, (words, done.returncode, done.stderr)
        return [json.loads(line) for line in done.stdout.splitlines()] if "--json" in words else done.stdout

    def publish(self, edition):
        with open(self.feed, "w", encoding="utf-8") as file:
            file.write(make_feed(edition))

    def add(self):
        self.publish(0)
        self.run("add", self.feed)
        self.keys = [session["key"] for session in self.run("list", "--json", "--conference", TITLE)]
        assert len(self.keys) == N_SESSIONS, len(self.keys)

    def start_toggling(self, key):
        return self.start("unstar" if key in self.stars else "star", key)

    def check(self, uncertain=None):
        """Check the database and all stars. The star of the session UNCERTAIN may be there or not."""
        sessions = self.run("list", "--starred", "--json")
        stars = {session["key"] for session in sessions}
        assert stars - {uncertain} == self.stars - {uncertain}, (stars, self.stars)
        self.stars = stars
        assert self.execute("PRAGMA integrity_check") == [("ok",)]

    def execute(self, statement):
        with closing(sqlite3.connect(self.database)) as database, database:
            return database.execute(statement).fetchall()

    def list_conferences(self):
        return [title for title, in self.execute("SELECT title FROM conferences ORDER BY title")]


@contextmanager
def new_profile():
    with tempfile.TemporaryDirectory(prefix="planner-kills-") as folder:
        yield Profile(folder)


def expect_success(process):
    errors = process.communicate(timeout=PATIENCE_S)[1]
    assert process.returncode == 0, (process.args, process.returncode, errors)


def measure_log(profile):
    try:
        return os.stat(profile.database + "-wal").st_size
    except FileNotFoundError:
        return 0


class Killer:
    """Kills processes that take about the same time as each other."""

    def __init__(self):
        self.duration_s = 0.1

    def wait_for_moment(self, profile, process):
        """Wait until a random moment of the time that a process takes, or until shortly after something was written."""
        if random.random() < 0.5:
            time.sleep(random.uniform(0, self.duration_s))
            return
        latest_s = time.monotonic() + self.duration_s
        size = measure_log(profile)
        while process.poll() is None and measure_log(profile) == size and time.monotonic() < latest_s:
            pass
        time.sleep(random.uniform(0, 0.004))

    def kill(self, profile, process):
        """Return whether PROCESS was killed before it ended by itself."""
        begun_s = time.monotonic()
        self.wait_for_moment(profile, process)
        process.kill()
        process.communicate(timeout=PATIENCE_S)
        if process.returncode == 0:
            self.duration_s = 0.9 * self.duration_s + 0.1 * (time.monotonic() - begun_s)
        else:
            assert process.returncode == -signal.SIGKILL, (process.args, process.returncode)
        return process.returncode != 0


class FirstStart:
    """The first start adds the bundled conference, while another process adds one more."""

    share = 0.2

    def __init__(self):
        self.killer = Killer()

    def kill(self):
        with new_profile() as profile:
            profile.publish(0)
            victim = profile.start("list")
            other = profile.start("add", profile.feed)
            killed = self.killer.kill(profile, victim)
            expect_success(other)
            profile.check()
            titles = profile.list_conferences()
            assert len(titles) == 2 and titles[0] == TITLE and titles[1].startswith(BUNDLED), titles
            return killed


class Migration:
    """Two processes migrate an old database."""

    share = 0.2

    def __init__(self):
        self.killer = Killer()

    def kill(self):
        version = random.randint(1, N_OLD_VERSIONS)
        with new_profile() as profile:
            subprocess.run([WRITE_OLD_DATABASE, profile.database, str(version)], check=True)
            victim = profile.start("list")
            other = profile.start("star", "1/b")
            killed = self.killer.kill(profile, victim)
            expect_success(other)
            profile.stars = {"1/a", "1/b", "1/z"}
            profile.check()
            return killed


class Star:
    """Two processes toggle stars."""

    share = 0.25

    def __init__(self, profile):
        self.killer = Killer()
        self.profile = profile
        profile.add()

    def kill(self):
        victims_key, others_key = random.sample(self.profile.keys, 2)
        victim = self.profile.start_toggling(victims_key)
        other = self.profile.start_toggling(others_key)
        killed = self.killer.kill(self.profile, victim)
        expect_success(other)
        self.profile.stars ^= {others_key} if killed else {others_key, victims_key}
        self.profile.check(victims_key if killed else None)
        return killed


class Refresh:
    """A process stores a new edition of the schedule, while another one toggles stars."""

    share = 0.25

    def __init__(self, profile):
        self.killer = Killer()
        self.profile = profile
        self.edition = 0
        profile.add()

    def kill(self):
        self.edition += 1
        self.profile.publish(self.edition)
        key = random.choice(self.profile.keys)
        victim = self.profile.start("refresh", "--conference", TITLE)
        other = self.profile.start_toggling(key)
        killed = self.killer.kill(self.profile, victim)
        expect_success(other)
        self.profile.stars ^= {key}
        self.profile.check()
        self.check_edition()
        return killed

    def check_edition(self):
        self.profile.run("refresh", "--conference", TITLE)
        sessions = self.profile.run("list", "--json", "--conference", TITLE)
        assert len(sessions) == N_SESSIONS
        assert all(session["title"].endswith(f"edition {self.edition}") for session in sessions)


@contextmanager
def run_bus(profile):
    services = os.path.join(profile.folder, "data", "dbus-1", "services")
    os.makedirs(services)
    with open(os.path.join(services, APP_ID + ".service"), "w", encoding="utf-8") as file:
        file.write(f"[D-BUS Service]\nName={APP_ID}\nExec={os.path.join(os.path.dirname(PROGRAM), AGENT)}\n")
    bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address", "--address", profile.bus_address],
                           env=profile.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    bus.stdout.readline()
    try:
        yield
    finally:
        bus.terminate()
        bus.communicate()


class Handover:
    """The agent becomes the window or the window becomes the agent, while another process toggles stars."""

    share = 0.1
    object_path = "/" + APP_ID.replace(".", "/")

    def __init__(self, profile):
        self.profile = profile
        profile.add()
        subprocess.run(["gsettings", "set", APP_ID, "remind-when-closed", "true"], check=True,
                       env=profile.environment)
        # The agent refreshes what is due. This conference has an address on the Internet, and the test needs no network.
        profile.execute("UPDATE conferences SET tried_utc = unixepoch (), updated_utc = unixepoch ()")
        # This star always stays, so that the window becomes the agent.
        profile.stars = {profile.keys.pop()}
        profile.run("star", *profile.stars)

    def start_call(self, name, path, method, *arguments):
        return subprocess.Popen(["gdbus", "call", "--session", "--dest", name, "--object-path", path, "--method", method,
                                 *arguments], env=self.profile.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, text=True)

    def call(self, *words):
        """Return the answer. It is empty when the process that should answer does not exist."""
        return self.start_call(*words).communicate(timeout=PATIENCE_S)[0]

    def call_bus(self, method, *arguments):
        return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus." + method, *arguments)

    def start_request(self, method, *arguments):
        return self.start_call(APP_ID, self.object_path, "org.freedesktop.Application." + method, *arguments)

    def find_process(self):
        """Return the number and the program of the owner of the bus name, or nothing."""
        answer = re.search(r"uint32 (\d+)", self.call_bus("GetConnectionUnixProcessID", APP_ID))
        try:
            with open(f"/proc/{answer[1]}/cmdline", encoding="utf-8") as file:
                return int(answer[1]), os.path.basename(file.read().split("\0")[0])
        except (TypeError, FileNotFoundError):
            return None, None

    def bring(self, program):
        """Start PROGRAM and return the number of its process."""
        deadline_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline_s:
            number, name = self.find_process()
            if name == program and self.call(APP_ID, self.object_path, "org.gtk.Actions.List"):
                return number
            if program == WINDOW:
                self.start_request("Activate", "{}").communicate(timeout=PATIENCE_S)
            elif name == WINDOW:
                self.start_request("ActivateAction", "quit", "[]", "{}").communicate(timeout=PATIENCE_S)
            else:
                self.call_bus("StartServiceByName", APP_ID, "0")
        raise AssertionError(f"{program} does not start")

    def kill(self):
        program, request = random.choice([(WINDOW, ["ActivateAction", "quit", "[]", "{}"]), (AGENT, ["Activate", "{}"])])
        process = os.pidfd_open(self.bring(program))
        key = random.choice(self.profile.keys)
        other = self.profile.start_toggling(key)
        request = self.start_request(*request)
        time.sleep(random.uniform(0, HANDOVER_S))
        kill_process(process)
        request.communicate(timeout=PATIENCE_S)
        expect_success(other)
        self.profile.stars ^= {key}
        self.profile.check()
        return True


def kill_process(process):
    signal.pidfd_send_signal(process, signal.SIGKILL)
    select.select([process], [], [], PATIENCE_S)
    os.close(process)


def start_three_at_once():
    with new_profile() as profile:
        for process in [profile.start("list") for _ in range(3)]:
            expect_success(process)
        profile.check()
        assert len(profile.list_conferences()) == 1


def kill_many(victims):
    begun_s = time.monotonic()
    n_kills = n_ended = 0
    while n_kills < victims.share * N_KILLS:
        if victims.kill():
            n_kills += 1
        else:
            n_ended += 1
    print(f"{victims.__doc__} {n_kills} killed, {n_ended} ended before, {time.monotonic() - begun_s:.1f} s", flush=True)


def main():
    random.seed(SEED)
    print(f"PLANNER_SEED={SEED}")
    for _ in range(max(3, N_KILLS // 20)):
        start_three_at_once()
    kill_many(FirstStart())
    kill_many(Migration())
    for kind in (Star, Refresh):
        with new_profile() as profile:
            kill_many(kind(profile))
    with new_profile() as profile, run_bus(profile):
        kill_many(Handover(profile))


main()
