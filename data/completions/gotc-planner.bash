# Copyright 2026 The GOTC Planner authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program prints the candidates from its table of commands.

_gotc_planner() {
  local IFS=$'\n'
  COMPREPLY=($(gotc-planner --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  if [[ ${COMPREPLY[0]-} == *= ]]; then compopt -o nospace; fi
}

complete -o default -F _gotc_planner gotc-planner
