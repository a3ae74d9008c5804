#!/usr/bin/env bash
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks that the agent links no library of the interface, directly or indirectly, to stay small: test-no-gtk.sh AGENT

set -euo pipefail

libraries=$(ldd "$1")
grep -q libgio-2.0 <<<"$libraries"
! grep -E 'lib(gtk|gdk|adwaita|cairo|pango|gsk|graphene|wayland-client|X11)' <<<"$libraries"
