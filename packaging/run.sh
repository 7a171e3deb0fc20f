#!/bin/bash
# Installs what is missing, builds Wheelhouse and starts it with the given arguments. Quick when nothing changed.
source "$(dirname "$0")/prepare.sh"
install_missing "${BUILD_PACKAGES[@]}"
configure_and_build "$BUILD" wheelhouse
if [[ ! ${1:-} =~ ^[a-z] ]]; then # the window
  verbs=$("$BUILD/wheelhouse" --help | sed -n '/^Verbs/,/^$/s/^  \([a-z-]*\) .*/\1/p' | paste -sd ' ')
  say "opening the window; verbs that need none: $verbs ($BUILD/wheelhouse --help tells more)"
fi
exec "$BUILD/wheelhouse" "$@"
