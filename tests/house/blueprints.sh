#!/bin/sh
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks the format of the Blueprint files.
# usage: blueprints.sh SOURCE_ROOT

set -eu
find "$1/src" -name '*.blp' -exec blueprint-compiler format {} +
