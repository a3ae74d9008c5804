#!/bin/sh
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks that each translation is well-formed and has all strings of the sources, and that none is fuzzy.
# usage: translations.sh SOURCE_ROOT

set -eu
cd "$1"
template=$(mktemp)
trap 'rm -f "$template"' EXIT

xgettext --from-code=UTF-8 --files-from=po/POTFILES.in --output="$template" --force-po \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 2>/dev/null

status=0
for language in $(sed '/^#/d' po/LINGUAS); do
  msgfmt --check --output-file=/dev/null "po/$language.po" || status=1
  msgcmp "po/$language.po" "$template" || status=1
done
exit $status
