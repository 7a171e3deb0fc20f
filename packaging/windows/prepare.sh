# Sourced by the scripts here: folders, packages, and starting programs of Windows.
source "$(dirname "${BASH_SOURCE[0]}")/../prepare.sh"
WINDOWS=$ROOT/packaging/windows
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/wheelhouse/windows
export WINDOWS_LIBRARIES=${WINDOWS_LIBRARIES:-$CACHE}
BUILD=${BUILD_FOLDER:-$ROOT/build-windows}

WINDOWS_BUILD_PACKAGES=("${BUILD_PACKAGES[@]}" dpkg-dev g++-mingw-w64-x86-64-posix libprotozero-dev libz-mingw-w64-dev make patch perl qt6-base-dev-tools qt6-tools-dev-tools)
WINDOWS_TEST_PACKAGES=(fonts-dejavu-core fonts-noto-cjk imagemagick python3 wine wine64 xdotool xvfb)
WINDOWS_PACKING_PACKAGES=(nsis qt6-translations-l10n zip)

AT_END=()
at_end() { # COMMAND...: at the end of the script, the last one first
  AT_END=("$(printf '%q ' "$@")" "${AT_END[@]}")
  trap 'for each in "${AT_END[@]}"; do eval "$each" > /dev/null 2>&1 || true; done' EXIT
}

windows_path() { printf 'Z:%s' "$(realpath -m "$1")" | tr / '\\'; }

# Fonts that look like those that Windows has and wine has not.
replace_fonts() {
  local name
  for name in 'Segoe UI' Tahoma 'MS Shell Dlg' 'MS Shell Dlg 2' 'Malgun Gothic'; do
    "$WINE" reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$name" /d 'Noto Sans CJK KR' /f
  done
  for name in Consolas 'Courier New'; do
    "$WINE" reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$name" /d 'DejaVu Sans Mono' /f
  done
  "$WINE" reg add 'HKCU\Software\Wine\Fonts\Replacements' /v 'Segoe UI Symbol' /d 'DejaVu Sans' /f
}

# A folder of wine's own with the settings of a Windows 10, made once.
prepare_wine() {
  export WINEPREFIX=${WINEPREFIX:-$CACHE/wine} WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES='mscoree=;mshtml=;winemenubuilder.exe=' LC_ALL=C.UTF-8 TZ=UTC
  WINE=$(command -v /usr/lib/wine/wine64 || command -v wine64 || command -v wine)
  WINEPATH=$(windows_path "$WINDOWS_LIBRARIES/bin")
  WINEQT_PLUGIN_PATH=$(windows_path "$WINDOWS_LIBRARIES/plugins") # wine keeps this system's QT_* from its programs; they see this one without WINE
  export WINE WINEPATH WINEQT_PLUGIN_PATH
  [ -e "$WINEPREFIX/ready" ] || make_wine_folder
  wineserver -k || true # what is left of a run that was cut off has another screen, or none
  wineserver -p || true # what Windows itself runs speaks into no test's output
  at_end wineserver -k
  "$WINE" wineboot > "$WINEPREFIX/log" 2>&1
}

make_wine_folder() {
  say "preparing wine in $WINEPREFIX"
  mkdir -p "$WINEPREFIX"
  { "$WINE" wineboot -i && "$WINE" winecfg /v win10 && replace_fonts && wineserver -w; } > "$WINEPREFIX/log" 2>&1
  touch "$WINEPREFIX/ready"
}

# A screen for the windows, with room for their frames; ended with the script.
open_screen() { # [SIZE]
  [ -z "${DISPLAY:-}" ] || return 0
  local number
  exec {screen}< <(exec Xvfb -displayfd 1 -screen 0 "${1:-1600x1000x24}" -nolisten tcp 2> /dev/null)
  SCREEN_PID=$!
  read -r -u "$screen" number
  export DISPLAY=:$number
  at_end kill "$SCREEN_PID"
}
