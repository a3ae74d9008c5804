# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program prints the candidates from its table of commands.

complete -c gotc-planner -a '(gotc-planner --complete (commandline -opc)[2..] (commandline -ct) 2>/dev/null)'
