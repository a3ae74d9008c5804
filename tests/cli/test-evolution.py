#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the calendar file with the library of evolution-data-server, which GNOME Calendar uses. Skipped where that is missing.

test-evolution.py PROGRAM
"""

import os
import sys
import tempfile

from computer import Computer, schedule

SKIPPED = 77
try:
    import gi
    gi.require_version("ECal", "2.0")
    from gi.repository import ECal, ICalGLib
except (ImportError, ValueError) as error:
    print(f"skipped: {error}")
    sys.exit(SKIPPED)


def read(path):
    """Return the components in a calendar file, by their summaries."""
    with open(path, encoding="utf-8", newline="") as file:
        calendar = ICalGLib.Parser.parse_string(file.read())
    components = {}
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while event:
        component = ECal.Component.new_from_icalcomponent(event.clone())
        components[component.get_summary().get_value()] = component
        event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    return components


def list_lead_times(component):
    return [alarm.get_trigger().get_duration().as_int() for alarm in component.get_all_alarms() or []]


def main():
    with tempfile.TemporaryDirectory() as folder:
        computer = Computer(sys.argv[1], folder)
        feed, path = os.path.join(folder, "feed.json"), os.path.join(folder, "my-schedule.ics")
        with open(feed, "w", encoding="utf-8") as file:
            file.write(schedule())
        computer.run("add", feed)
        computer.run("calendar", path)
        for number in (1, 2, 3):
            computer.run("star", computer.key(number))
        computer.run("star", computer.key(2), "--plan-b")
        computer.run("remind", computer.key(3), "30")

        components = read(path)
        assert sorted(components) == ["Session 1", "Session 2", "Session 3"]
        first, second, third = (components[f"Session {number}"] for number in (1, 2, 3))
        start = first.get_dtstart().get_value()
        assert start.as_ical_string() == "20370701T090000Z" and start.is_utc()
        assert first.get_dtend().get_value().as_ical_string() == "20370701T100000Z"
        assert first.get_location() == "Hall"
        assert [component.get_status() for component in (first, second)] == [
            ICalGLib.PropertyStatus.CONFIRMED, ICalGLib.PropertyStatus.TENTATIVE]
        assert [list_lead_times(component) for component in (first, second, third)] == [[-600], [], [-1800]]
        assert first.get_sequence() > 0


if __name__ == "__main__":
    main()
