#!/bin/bash
# Installs what is missing, builds Wheelhouse and starts it with the given arguments. Quick when nothing changed.
source "$(dirname "$0")/prepare.sh"
install_missing "${BUILD_PACKAGES[@]}"
configure_and_build "$BUILD" wheelhouse
exec "$BUILD/wheelhouse" "$@"
