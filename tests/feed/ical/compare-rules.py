#!/usr/bin/env python3
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares the sessions of random recurrence rules with those that python3-dateutil finds.

usage: compare-rules.py PROGRAM [NUMBER [SEED]]

The planner and dateutil read two things differently: see “What other programs read differently” in tests/RULES.md. Prints the number of rules that
agree, and that differ for each reason. Any other difference is a failure.
"""
import collections
import datetime
import pathlib
import random
import re
import subprocess
import sys
import tempfile

WEEKDAYS = 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'
MAX_SERIES = 500  # in a file; the planner repeats no more than 1,000
MAX_TIMES, MAX_DAYS = 100, 366  # of a series, in the planner
STAMP = '%Y%m%dT%H%M%SZ'
AGREES, FIRST, WEEKDAY = 'agrees', 'DTSTART is no date of the rule', 'BYWEEKNO without BYDAY'
MONTHS, DATES, WEEKS, YEARDAYS, HOURS = (range(1, 13), [*range(1, 32), -1, -2], range(1, 53), [*range(1, 366), -1, -10], range(8, 20))
# What the rules of each frequency may have: a weekday has a number before it where the pattern has a #.
PARTS = {
    'DAILY': ['', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'BYDAY BYMONTHDAY', 'BYHOUR'],
    'WEEKLY': ['', 'BYDAY', 'BYDAY BYMONTH', 'BYDAY WKST', 'BYDAY BYHOUR'],
    'MONTHLY': ['', 'BYDAY', 'BYDAY#', 'BYMONTHDAY', 'BYDAY BYMONTHDAY', 'BYDAY BYSETPOS', 'BYDAY# BYMONTH'],
    'YEARLY': ['', 'BYMONTH', 'BYMONTH BYMONTHDAY', 'BYMONTH BYDAY#', 'BYDAY#', 'BYWEEKNO', 'BYWEEKNO BYDAY', 'BYYEARDAY', 'BYHOUR'],
}


def choose_values(name):
    if name == 'WKST':
        return 'SU'
    if name == 'BYSETPOS':
        return random.choice(['1', '-1', '2', '1,-1'])
    if name.startswith('BYDAY'):
        days = random.sample(WEEKDAYS, random.randint(1, 4))
        return ','.join(random.choice(['1', '2', '-1', '-2']) + day if name.endswith('#') else day for day in days)
    values = {'BYMONTH': MONTHS, 'BYMONTHDAY': DATES, 'BYWEEKNO': WEEKS, 'BYYEARDAY': YEARDAYS, 'BYHOUR': HOURS}[name]
    return ','.join(map(str, random.sample(list(values), random.randint(1, 4))))


def make_rule(start):
    frequency = random.choice(list(PARTS))
    parts = [f'FREQ={frequency}']
    parts += [f'INTERVAL={random.randint(2, 3)}'] if random.random() < 0.3 else []
    parts += [f'{name.rstrip("#")}={choose_values(name)}' for name in random.choice(PARTS[frequency]).split()]
    if random.random() < 0.7:
        parts.append(f'COUNT={random.randint(1, 15)}')
    else:
        parts.append('UNTIL=' + (start + datetime.timedelta(days=random.randint(1, 340))).strftime(STAMP))
    return ';'.join(parts)


def read_with_planner(program, cases):
    """The starts of the sessions of each case."""
    starts = collections.defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, 'rules.ics')
        events = [f'BEGIN:VEVENT\r\nUID:{number}\r\nSUMMARY:C{number}\r\nDTSTART:{start.strftime(STAMP)}\r\nRRULE:{rule}\r\nEND:VEVENT\r\n'
                  for number, (rule, start) in cases]
        path.write_text('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n' + ''.join(events) + 'END:VCALENDAR\r\n')
        written = subprocess.run([program, 'convert', '--to=ics', path], capture_output=True, text=True, check=True).stdout
    for event in written.split('BEGIN:VEVENT')[1:]:
        start = datetime.datetime.strptime(re.search(r'DTSTART:(\w+)', event)[1], STAMP)
        starts[int(re.search(r'SUMMARY:C(\d+)', event)[1])].append(start)
    return starts


def cap(starts, start):
    last = start + datetime.timedelta(days=MAX_DAYS)
    return [time for time in sorted(starts) if time <= last][:MAX_TIMES]


def compare(rule, start, found):
    """AGREES, the reason for a difference, or None where there is no reason."""
    day_before = start - datetime.timedelta(days=1)
    expected = list(dateutil.rrule.rrulestr(rule.replace('Z', ''), dtstart=start).xafter(day_before, count=MAX_TIMES + 1))
    if found == cap(expected, start):
        return AGREES
    if 'BYWEEKNO' in rule and 'BYDAY' not in rule:
        return WEEKDAY
    count = re.search(r'COUNT=(\d+)', rule)
    others = expected[:-1] if count and len(expected) == int(count[1]) else expected
    return FIRST if start not in expected and found == cap([start, *others], start) else None


def main(program, number=300, seed=1):
    random.seed(int(seed))
    cases = []
    for _ in range(int(number)):
        start = datetime.datetime(2027, random.randint(1, 12), random.randint(1, 28), 10, 0)
        cases.append((make_rule(start), start))
    reasons = collections.Counter()
    numbered = list(enumerate(cases))
    for begin in range(0, len(numbered), MAX_SERIES):
        part = numbered[begin:begin + MAX_SERIES]
        starts = read_with_planner(program, part)
        for index, (rule, start) in part:
            reason = compare(rule, start, sorted(starts[index]))
            reasons[reason] += 1
            if not reason:
                print(f'differs: {rule} from {start}')
    for reason, count in reasons.most_common():
        print(f'{count:6} {reason}')
    return reasons[None] > 0 or not reasons[AGREES]


if __name__ == '__main__':
    try:
        import dateutil.rrule
    except ImportError:
        print('skipped: python3-dateutil is missing')
        sys.exit(77)
    sys.exit(main(*sys.argv[1:]))
