#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how fast and how light Planner is, beside references that are measured in the same run.

run.py FOLDER OUTPUT [FIGURE…]

FOLDER has the benchmark programs. The table is printed and written to OUTPUT as JSON. With FIGURES, only these are measured.
README.md describes how each figure is taken.
"""

import collections
import http.server
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

N_STARTS = 11
CONFY_LIMIT_S = 60
PROGRAM_LIMIT_S = 600
CONFY_SEARCHES = ["rust", "security", "chaos", "workshop", "privacy", "music"]

# The figures of a start: the window of bench-window, and what it reports.
START_FIGURES = [
    ("start", "planner", "settled-ms"),
    ("start-processor", "planner", "processor-ms"),
    ("memory-start", "planner", "memory-mb"),
    ("plain-start", "plain", "settled-ms"),
    ("plain-processor", "plain", "processor-ms"),
    ("plain-memory", "plain", "memory-mb"),
]

Figure = collections.namedtuple("Figure", "id name reference unit rule target")

# A rule compares the median with the target: the value itself, its ratio to the reference, or its difference from it; p95 takes the value
# that 95 % of the samples stay below instead of the median.
FIGURES = [
    Figure("start", "start until the screen is settled", "empty window", "ms", "ratio", 1.25),
    Figure("start-changes", "changes of the screen after its first frame", None, "", "value", 0),
    Figure("start-processor", "processor time of the start", "empty window", "ms", "ratio", 1.4),
    Figure("plain-start", "start of the same screen of plain GTK widgets", "empty window", "ms", "ratio", None),
    Figure("plain-processor", "processor time of that start", "empty window", "ms", "ratio", None),
    Figure("plain-memory", "memory of that window", "empty window", "MB", "difference", None),
    Figure("memory-start", "memory of the window after its start", "empty window", "MB", "difference", 15),
    Figure("memory-used", "memory after all pages and rows were shown", "empty window", "MB", "difference", 25),
    Figure("import-json", "import of a schedule in JSON", "json-glib's parser", "ms", "ratio", 2.0),
    Figure("import-xml", "import of a schedule in XML", "libxml2's reader", "ms", "ratio", 5.7),
    Figure("refresh-304", "processor time of a refresh answered with 304", None, "ms", "value", 2.0),
    Figure("refresh-ten", "refresh with ten changed sessions", "import", "ms", "ratio", 1.1),
    Figure("refresh-least", "import, reading the file and writing the agenda", "import", "ms", "ratio", None),
    Figure("rebind-ten", "rows that this refresh binds again", None, "", "value", 10),
    Figure("search", "key of a search, 1,351 sessions", "strstr", "ms", "p95", 1.0),
    Figure("search-large", "key of a search, 13,510 sessions", "strstr", "ms", "p95", 8.0),
    Figure("star", "star until it is durable", "SQLite commit", "ms", "ratio", 1.5),
    Figure("agent-memory", "memory of the idle agent with 50 stars", "GApplication", "MB", "value", 10),
    Figure("agent-switches", "context switches of the agent in a minute", None, "", "value", 0),
    Figure("shell-start", "answer to GNOME Shell for which the agent starts", None, "ms", "value", 50),
    Figure("shell-start-processor", "processor time of the agent for it", None, "ms", "value", 35),
    Figure("shell-first", "first answer of the idle agent to GNOME Shell", "two empty calls", "ms", "value", 50),
    Figure("shell-first-processor", "processor time of the agent for it", None, "ms", "value", 15),
    Figure("shell-key", "answer to GNOME Shell for each further key", "two empty calls", "ms", "p95", 50),
    Figure("shell-memory", "memory of the idle agent after a search", None, "MB", "value", 10),
    Figure("scroll-list", "frame while the list scrolls", "plain GtkListView", "ms", "p95", 16),
    Figure("scroll-timetable", "frame while the timetable scrolls", "plain GtkListView", "ms", "p95", 16),
    Figure("growth-readers", "slowest reader: time for twice the input", None, "×", "value", 3.0),
    Figure("growth-import-13510", "import of a session, 13,510 sessions", "of 1,351", "µs", "ratio", 1.2),
    Figure("growth-import-100000", "import of a session, 100,000 sessions", "of 1,351", "µs", "ratio", 1.2),
    Figure("growth-parser-13510", "json-glib's parser alone, 13,510 sessions", "of 1,351", "µs", "ratio", None),
    Figure("growth-parser-100000", "json-glib's parser alone, 100,000 sessions", "of 1,351", "µs", "ratio", None),
    Figure("growth-search-13510", "search of a session, 13,510 sessions", "of 1,351", "µs", "ratio", 1.2),
    Figure("growth-search-100000", "search of a session, 100,000 sessions", "of 1,351", "µs", "ratio", 1.2),
    Figure("growth-strstr-13510", "reading of its texts, 13,510 sessions", "of 1,351", "µs", "ratio", None),
    Figure("growth-strstr-100000", "reading of its texts, 100,000 sessions", "of 1,351", "µs", "ratio", None),
    Figure("large-start", "start with 100,000 sessions", None, "ms", "value", 3000),
    Figure("large-key", "key until its results are on screen, 100,000 sessions", None, "ms", "value", 100),
    Figure("large-key-processor", "processor time of the key and of all further rows", None, "ms", "value", 100),
    Figure("large-memory", "memory of the window, 100,000 sessions", None, "MB", "value", 300),
    Figure("installed-size", "installed size of the Flatpak", None, "MB", "value", 3),
    Figure("confy-processor", "confy: processor time of its start", "empty window", "ms", "none", None),
    Figure("confy-memory", "confy: memory after its start", "empty window", "MB", "none", None),
    Figure("confy-import", "confy: import of 36C3 in XML into its database", "gotc-planner add", "ms", "none", None),
    Figure("confy-search", "confy: key of a search, 1,351 sessions", "Planner's search", "ms", "none", None),
]


class Samples:
    def __init__(self):
        self.values = collections.defaultdict(list)

    def add(self, figure, who, value):
        self.values[figure, who].append(float(value))

    def read(self, lines):
        for line in lines:
            if line.count("\t") == 2:
                self.add(*line.split("\t"))

    def get(self, figure, who):
        """The median, or None without samples; with the rule p95, the value that 95 % stay below."""
        values = sorted(self.values[figure.id, who])
        if not values:
            return None
        return values[int((len(values) - 1) * 0.95)] if figure.rule == "p95" else statistics.median(values)

    def get_ratio(self, figure):
        """The median of the ratios of samples that were taken one after the other."""
        values, references = self.values[figure.id, "planner"], self.values[figure.id, "reference"]
        if figure.rule != "ratio" or not values or len(values) != len(references):
            value, reference = self.get(figure, "planner"), self.get(figure, "reference")
            return value / reference if value is not None and reference else None
        return statistics.median(value / reference for value, reference in zip(values, references))


class Bench:
    def __init__(self, folder, samples):
        self.folder = folder
        self.samples = samples
        self.temporary = tempfile.TemporaryDirectory(prefix="planner-bench-")

    def path(self, name):
        return os.path.join(self.temporary.name, name)

    def run(self, program, *words, **environment):
        command = [os.path.join(self.folder, program), *words]
        try:
            result = subprocess.run(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True, timeout=PROGRAM_LIMIT_S)
        except subprocess.TimeoutExpired:
            print(f"{' '.join(command)} was ended after {PROGRAM_LIMIT_S} s", file=sys.stderr)
            return []
        if result.returncode != 0:
            print(f"{' '.join(command)} failed with {result.returncode}\n{result.stdout[-500:]}", file=sys.stderr)
            return []
        return result.stdout.splitlines()

    def open_window(self, mode, data=""):
        """Opens a window until it closes by itself. Returns what it reports."""
        begin_us = time.clock_gettime_ns(time.CLOCK_MONOTONIC) / 1000
        report = dict(line.split("\t") for line in self.run("bench-window", mode, XDG_DATA_HOME=self.path(data)))
        report = {name: float(value) for name, value in report.items()}
        if "settled-us" in report:
            report["settled-ms"] = (report["settled-us"] - begin_us) / 1000
        return report

    def fill(self, data, *words):
        """Makes a database with a schedule, unless it exists."""
        if os.path.isdir(self.path(data)):
            return
        os.makedirs(self.path(data))
        self.run("bench-window", "fill", *words, XDG_DATA_HOME=self.path(data))

    def measure_start(self):
        self.fill("data")
        self.open_window("empty")
        self.open_window("planner", "data")
        for _ in range(N_STARTS):
            reports = {mode: self.open_window(mode, "data") for mode in ("empty", "plain", "planner")}
            for figure, mode, value in START_FIGURES:
                self.samples.add(figure, "reference", reports["empty"][value])
                self.samples.add(figure, "planner", reports[mode][value])
            self.samples.add("start-changes", "planner", reports["planner"]["pictures"] - 1)

    def measure_used(self):
        self.fill("data")
        for _ in range(3):
            self.samples.add("memory-used", "reference", self.open_window("empty")["memory-mb"])
            self.samples.add("memory-used", "planner", self.open_window("used", "data")["used-memory-mb"])

    def measure_large(self):
        self.fill("large", "100000")
        for _ in range(3):
            report = self.open_window("search", "large")
            self.samples.add("large-start", "planner", report["settled-ms"])
            self.samples.add("large-memory", "planner", report["memory-mb"])
            self.samples.add("large-key", "planner", report["key-ms"])
            self.samples.add("large-key-processor", "planner", report["used-processor-ms"])

    def measure_library(self):
        os.makedirs(self.path("library"), exist_ok=True)
        with serve_schedule() as address:
            self.samples.read(self.run("bench-library", self.path("library"), address))

    def measure_program(self, name):
        self.samples.read(self.run(name))

    def measure_flatpak(self):
        path = os.path.join(self.folder, "../../../flatpak/size")
        if os.path.exists(path):
            with open(path, encoding="ascii") as file:
                self.samples.add("installed-size", "planner", float(file.read()) / 1e6)

    def measure_confy(self):
        if not shutil.which("confy"):
            return
        for _ in range(3):
            empty = self.open_window("empty")
            try:
                processor_ms, memory_mb = start_until_idle(["confy"])
            except TimeoutError as error:
                print(f"{error}; its start is not measured", file=sys.stderr)
                break
            self.samples.add("confy-processor", "reference", empty["processor-ms"])
            self.samples.add("confy-memory", "reference", empty["memory-mb"])
            self.samples.add("confy-processor", "planner", processor_ms)
            self.samples.add("confy-memory", "planner", memory_mb)
        self.measure_confy_functions(os.path.join(os.environ.get("PLANNER_REAL_FEEDS", ""), "xml", "36c3-everything.xml"))

    def measure_confy_functions(self, schedule):
        if not os.path.exists(schedule):
            return
        for i in range(5):
            self.samples.add("confy-import", "reference", self.add_schedule(schedule, f"confy-{i}"))
        for line in self.run("bench-search"):
            if line.startswith("search\tplanner\t"):
                self.samples.add("confy-search", "reference", line.split("\t")[2])
        program = os.path.join(os.path.dirname(__file__), "measure-confy.py")
        output = self.run(sys.executable, program, schedule, *CONFY_SEARCHES, XDG_CACHE_HOME=self.path("confy"))
        for name, value in (line.split("\t") for line in output if line.count("\t") == 1):
            self.samples.add(f"confy-{name}", "planner", value)

    def add_schedule(self, schedule, data):
        """Returns the processor time of the command that adds a schedule to a new database, with its start."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.run("../../src/gotc-planner", "add", schedule, XDG_DATA_HOME=self.path(data))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def read_processor_ms(pid):
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def stop(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def start_until_idle(command):
    """Starts a program and ends it when it used no processor time for two seconds. Raises TimeoutError after CONFY_LIMIT_S seconds."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + CONFY_LIMIT_S
        before, now = -1, 0
        while now != before:
            if time.monotonic() > end:
                raise TimeoutError(f"{command[0]} still used processor time {CONFY_LIMIT_S} s after its start")
            time.sleep(2)
            before, now = now, read_processor_ms(process.pid)
        with open(f"/proc/{process.pid}/smaps_rollup", encoding="ascii") as file:
            memory_mb = next(int(line.split()[1]) / 1000 for line in file if line.startswith("Pss:"))
    finally:
        stop(process)
    return now, memory_mb


class ScheduleHandler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        same = self.headers.get("If-None-Match") == '"1"'
        self.send_response(304 if same else 200)
        self.send_header("ETag", '"1"')
        body = b"" if same else self.server.schedule
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class serve_schedule:
    def __enter__(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), ScheduleHandler)
        self.server.schedule = read_schedule()
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}/schedule.json"

    def __exit__(self, *args):
        self.server.shutdown()


def read_schedule():
    path = os.path.join(os.environ.get("PLANNER_REAL_FEEDS", ""), "json", "36c3-everything.json")
    if os.path.exists(path):
        with open(path, "rb") as file:
            return file.read()
    session = {"title": "One", "date": "2026-12-27T10:00:00+01:00", "duration": "01:00"}
    days = [{"index": 1, "date": "2026-12-27", "rooms": {"Hall": [{**session, "id": i} for i in range(1351)]}}]
    return json.dumps({"schedule": {"conference": {"title": "Big", "acronym": "big", "days": days}}}).encode()


# The programs, and the figures that each measures.
METHODS = [
    (Bench.measure_start, "start start-changes start-processor plain-start plain-processor plain-memory memory-start"),
    (Bench.measure_used, "memory-used"),
    (lambda bench: bench.measure_program("bench-import"), "import-json import-xml"),
    (Bench.measure_library, "refresh-304 refresh-ten refresh-least rebind-ten star"),
    (lambda bench: bench.measure_program("bench-search"), "search search-large"),
    (lambda bench: bench.measure_program("bench-agent"), "agent-memory agent-switches"),
    (lambda bench: bench.measure_program("bench-shell"),
     "shell-start shell-start-processor shell-first shell-first-processor shell-key shell-memory"),
    (lambda bench: bench.measure_program("bench-scroll"), "scroll-list scroll-timetable"),
    (lambda bench: bench.measure_program("bench-readers"), "growth-readers"),
    (lambda bench: bench.measure_program("bench-size"),
     "growth-import-13510 growth-import-100000 growth-parser-13510 growth-parser-100000 growth-search-13510 growth-search-100000 "
     "growth-strstr-13510 growth-strstr-100000"),
    (Bench.measure_large, "large-start large-key large-key-processor large-memory"),
    (Bench.measure_flatpak, "installed-size"),
    (Bench.measure_confy, "confy-processor confy-memory confy-import confy-search"),
]


def judge(figure, samples):
    """Returns a row of the table."""
    value, reference = samples.get(figure, "planner"), samples.get(figure, "reference")
    row = {**figure._asdict(), "value": value, "reference_value": reference, "ratio": samples.get_ratio(figure)}
    compared = value
    if value is not None and figure.rule == "ratio":
        compared = row["ratio"]
    elif value is not None and figure.rule == "difference":
        compared = row["difference"] = value - reference
    row["met"] = None if value is None or figure.target is None else compared <= figure.target
    return row


def format_number(value, unit=""):
    if value is None:
        return "–"
    digits = 0 if value == int(value) else 2 if abs(value) < 10 else 1 if abs(value) < 1000 else 0
    return f"{value:.{digits}f} {unit}".strip()


def format_target(row):
    if row["target"] is None:
        return "–"
    number = format_number(row["target"])
    return {"ratio": f"≤ {number} ×", "difference": f"≤ +{number} {row['unit']}"}.get(
        row["rule"], f"≤ {number} {row['unit']}{' (95 %)' if row['rule'] == 'p95' else ''}")


def format_row(row):
    not_installed = row["id"].startswith("confy") and not shutil.which("confy")
    absent = "not installed" if not_installed else "no build" if row["id"] == "installed-size" else "failed"
    result = {True: "met", False: "missed", None: "–"}[row["met"]] if row["value"] is not None else absent
    reference = f"{row['reference']} {format_number(row['reference_value'], row['unit'])}" if row["reference"] else "–"
    ratio = f"+{format_number(row['difference'])}" if row.get("difference") is not None else format_number(row["ratio"])
    return [row["name"], reference, format_number(row["value"], row["unit"]), ratio, format_target(row), result]


def print_table(rows):
    lines = [["figure", "reference", "value", "ratio", "target", ""]] + [format_row(row) for row in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(6)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def main(folder, output, *wanted):
    samples = Samples()
    bench = Bench(folder, samples)
    measured = set()
    for method, names in METHODS:
        if not wanted or set(names.split()) & set(wanted):
            print(f"measuring {names}", file=sys.stderr)
            try:
                method(bench)
            except KeyError as missing:
                print(f"there is no {missing} in what the window reports", file=sys.stderr)
            measured |= set(names.split())
    rows = [judge(figure, samples) for figure in FIGURES if figure.id in measured]
    with open(output, "w", encoding="utf-8") as file:
        json.dump({"load": os.getloadavg(), "figures": rows}, file, ensure_ascii=False, indent=1)
    print(f"load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors\n")
    print_table(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
