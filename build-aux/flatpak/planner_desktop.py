# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A desktop for the planner, apart from that of the machine: a display, a session bus, the portals and a web server."""

import functools
import http.server
import json
import os
import pathlib
import subprocess
import threading
import time

from planner_flatpak import make_environment, run

BACKEND = pathlib.Path(__file__).resolve().parent / 'portal-backend'
PORTAL = '/usr/libexec/xdg-desktop-portal'
SCREEN = '1000x700x24'


class WebServer:
    """Serves a folder on the loopback interface and records the requested paths."""

    def __init__(self, folder):
        self.asked = asked = []

        class Handler(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *words):
                asked.append(self.path)

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), functools.partial(Handler, directory=str(folder)))
        self.address = f'http://127.0.0.1:{self.server.server_address[1]}'
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()


class Desktop:
    def __init__(self, folder):
        self.folder = folder
        self.children = []
        self.asked = folder / 'portals.jsonl'
        self.environment = make_environment(folder)
        self.log = open(folder / 'desktop.log', 'w')

    def __enter__(self):
        try:
            self.start_display()
            self.start_bus()
            self.start_portals()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *reason):
        for child in reversed(self.children):
            child.terminate()
            child.wait()
        self.log.close()

    def start(self, *command, **options):
        child = subprocess.Popen([str(word) for word in command], env=self.environment, stderr=self.log, **options)
        self.children.append(child)
        return child

    def start_display(self):
        read, write = os.pipe()
        self.start('Xvfb', '-displayfd', write, '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset', pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as pipe:
            self.environment['DISPLAY'] = ':' + pipe.readline().strip()
        self.environment.update(GSK_RENDERER='cairo', GDK_DISABLE='gl,vulkan')

    def start_bus(self):
        bus = self.start('dbus-daemon', '--session', '--nofork', '--print-address=1', stdout=subprocess.PIPE, text=True)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = bus.stdout.readline().strip()

    def start_portals(self):
        """Start the portals with a backend that replaces the one of a desktop shell."""
        portals = self.folder / 'portals'
        portals.mkdir()
        names = ';'.join(f'org.freedesktop.impl.portal.{name}' for name in ('Notification', 'Background', 'Access', 'Settings'))
        (portals / 'plannercheck.portal').write_text(f'[portal]\nDBusName=org.freedesktop.impl.portal.desktop.plannercheck\n'
                                                     f'Interfaces={names}\n')
        (portals / 'plannercheck-portals.conf').write_text('[preferred]\ndefault=plannercheck\n')
        self.environment.update(XDG_DESKTOP_PORTAL_DIR=str(portals), XDG_CURRENT_DESKTOP='plannercheck')
        self.start(BACKEND, self.asked)
        self.run('gdbus', 'wait', '--session', '--timeout', '20', 'org.freedesktop.impl.portal.desktop.plannercheck')
        self.start(PORTAL)
        self.run('gdbus', 'wait', '--session', '--timeout', '20', 'org.freedesktop.portal.Desktop')

    def run(self, *command):
        return run(*command, env=self.environment, timeout=120)

    def portal_calls(self, method):
        """Return the calls that the backend has received, the oldest first."""
        lines = self.asked.read_text().splitlines() if self.asked.exists() else []
        return [parameters for name, parameters in map(json.loads, lines) if name == method]

    def find_window(self):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '.'], env=self.environment, capture_output=True,
                              text=True).stdout.split()

    def wait_for_window(self):
        wait_for(self.find_window, 'a window')
        return self.find_window()[0]

    def take_picture(self, path):
        """Take a picture when the screen has stopped changing, and return the number of its colours."""
        last = None
        for _ in range(40):
            self.run('import', '-silent', '-window', 'root', path)
            picture = path.read_bytes()
            if picture == last:
                break
            last = picture
            time.sleep(0.1)
        return int(self.run('identify', '-format', '%k', path))


def wait_for(condition, what, timeout_s=30):
    deadline = time.monotonic() + timeout_s
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError(f'waited {timeout_s} seconds for {what}')
        time.sleep(0.02)
