#!/bin/bash
# Builds Wheelhouse for Windows, here: the libraries once, outside the checkout, then the given targets (without any: the program).
#   packaging/windows/build.sh [TARGET...]
#   packaging/windows/build.sh --libraries [NAME...]
source "$(dirname "$0")/prepare.sh"
source "$WINDOWS/libraries.sh"
install_missing "${WINDOWS_BUILD_PACKAGES[@]}"
export CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
if [ "${1:-}" = --libraries ]; then
  shift
  make_libraries "$@"
  exit
fi
make_libraries
export CCACHE_BASEDIR=$ROOT
if [ ! -e "$BUILD/build.ninja" ]; then
  say "configuring $BUILD"
  cmake -G Ninja -S "$ROOT" -B "$BUILD" -DCMAKE_TOOLCHAIN_FILE="$WINDOWS/toolchain.cmake" >&2
fi
ninja -C "$BUILD" -j "$JOBS" "${@:-wheelhouse}" >&2
say "built in $BUILD"
