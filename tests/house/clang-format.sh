#!/bin/sh
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks the format of the C files.
# usage: clang-format.sh SOURCE_ROOT

set -eu
find "$1/src" "$1/tests" -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
