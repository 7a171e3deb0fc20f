#!/bin/bash
# Packs the Windows build: a folder and a zip with everything that is needed, and an installer for one person without rights of an administrator.
#   packaging/windows/package.sh [FOLDER]     default: BUILD/packages
source "$(dirname "$0")/prepare.sh"
install_missing "${WINDOWS_BUILD_PACKAGES[@]}" "${WINDOWS_PACKING_PACKAGES[@]}"
OUT=$(realpath -m "${1:-$BUILD/packages}")
VERSION=$(sed -n 's/^project(wheelhouse VERSION \([0-9.]*\).*/\1/p' "$ROOT/CMakeLists.txt")
NAME=wheelhouse-$VERSION-windows-x64
FOLDER=$OUT/$NAME
LARGEST_ZIP=$((40 * 1024 * 1024))
TOOLS=x86_64-w64-mingw32

# The file without what only a debugger reads, and all libraries it names that Windows does not have.
add() { # FILE [FOLDER-INSIDE]
  local target=$FOLDER/${2:-.}/$(basename "$1") library
  [ ! -e "$target" ] || return 0
  mkdir -p "$(dirname "$target")"
  $TOOLS-strip -o "$target" "$1"
  for library in $($TOOLS-objdump -p "$1" | sed -n 's/^\tDLL Name: //p'); do
    [ ! -e "$WINDOWS_LIBRARIES/bin/$library" ] || add "$WINDOWS_LIBRARIES/bin/$library"
  done
}

rm -rf "$FOLDER"
add "$BUILD/wheelhouse.exe"
add "$BUILD/wheelhouse.com"
add "$WINDOWS_LIBRARIES/plugins/platforms/qwindows.dll" platforms
add "$WINDOWS_LIBRARIES/plugins/tls/qschannelbackend.dll" tls
mkdir -p "$FOLDER/translations"
cp /usr/share/qt6/translations/qtbase_ko.qm "$FOLDER/translations/"
cp "$ROOT/packaging/CHANGELOG.md" "$FOLDER/CHANGELOG.txt"
[ ! -e "$ROOT/LICENSE" ] || cp "$ROOT/LICENSE" "$FOLDER/LICENSE.txt"

rm -f "$OUT/$NAME.zip"
(cd "$OUT" && zip -q -9 -r "$NAME.zip" "$NAME")
makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$VERSION" "-DFOLDER=$FOLDER" "-DOUT=$OUT/$NAME-setup.exe" "-DICON=$WINDOWS/wheelhouse.ico" "$WINDOWS/installer.nsi" >&2

size() { stat -c %s "$1"; }
echo "folder    $(du -sb "$FOLDER" | cut -f1) bytes  $FOLDER"
echo "zip       $(size "$OUT/$NAME.zip") bytes  $OUT/$NAME.zip"
echo "installer $(size "$OUT/$NAME-setup.exe") bytes  $OUT/$NAME-setup.exe"
[ "$(size "$OUT/$NAME.zip")" -le $LARGEST_ZIP ] || { say "the zip is larger than $LARGEST_ZIP bytes"; exit 1; }
