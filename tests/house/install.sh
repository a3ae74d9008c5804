#!/bin/sh
# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Checks that an installation has the files that a desktop needs, and no others.
# usage: install.sh BUILD_ROOT PREFIX APP_ID

set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
DESTDIR=$folder meson install --quiet --no-rebuild -C "$1" >/dev/null

cat >"$folder/expected" <<LIST
bin/gotc-planner
bin/gotc-planner-agent
lib/systemd/user/$3.Agent.service
share/applications/$3.desktop
share/bash-completion/completions/gotc-planner
share/dbus-1/services/$3.service
share/fish/vendor_completions.d/gotc-planner.fish
share/glib-2.0/schemas/$3.gschema.xml
share/gnome-shell/search-providers/$3.search-provider.ini
share/icons/hicolor/scalable/apps/$3.svg
share/icons/hicolor/symbolic/apps/$3-symbolic.svg
share/locale/zh_CN/LC_MESSAGES/gotc-planner.mo
share/man/man1/gotc-planner.1
share/metainfo/$3.metainfo.xml
share/mime/packages/$3.xml
share/zsh/site-functions/_gotc-planner
LIST
(cd "$folder$2" && find . -type f | sed 's,^\./,,' | LC_ALL=C sort) >"$folder/found"
diff "$folder/expected" "$folder/found"
