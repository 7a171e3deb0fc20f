# Sourced by test.sh: the packed program needs nothing that was not packed; the installer installs, renews, refuses and removes.

# A folder of wine's own, as a machine that never saw the build.
in_a_fresh_windows() { # COMMAND...
  env -u WINEPATH -u WINEQT_PLUGIN_PATH WINEPREFIX="$OUTPUT/fresh-windows" "$@"
}

test_installer() {
  local setup packed installed=$OUTPUT/fresh-windows/drive_c/users/$(id -un)/AppData/Local/Programs/Wheelhouse
  local menu="$OUTPUT/fresh-windows/drive_c/users/$(id -un)/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Wheelhouse.lnk"
  local key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Wheelhouse' status
  "$WINDOWS/package.sh" > "$OUTPUT/packages.txt" 2>&1 && judge 0 'packing, within its bar' || { judge 1 'packing, within its bar'; return 0; }
  setup=$(ls "$BUILD"/packages/*-setup.exe)
  packed=$(dirname "$(ls "$BUILD"/packages/*/wheelhouse.exe)")
  rm -rf "$OUTPUT/fresh-windows"
  (AT_END=() WINEPREFIX=$OUTPUT/fresh-windows && unset WINEPATH WINEQT_PLUGIN_PATH && prepare_wine)

  in_a_fresh_windows "$WINE" "$packed/wheelhouse.com" --version > "$OUTPUT/packed-version.txt" 2>&1 && judge 0 'the packed console program' || judge 1 'the packed console program'
  show_demo "$packed/wheelhouse.exe" packed
  in_a_fresh_windows timeout 120 "$WINE" "$setup" /S && [ -e "$installed/wheelhouse.exe" ] && [ -e "$menu" ] && judge 0 'a silent installation' || judge 1 'a silent installation'
  diff -rq --exclude uninstall.exe "$packed" "$installed" >&2 && judge 0 'all files are installed' || judge 1 'all files are installed'
  in_a_fresh_windows "$WINE" reg query "$key" /v DisplayVersion 2> /dev/null | grep -q DisplayVersion && judge 0 'it is in the list of programs' || judge 1 'it is in the list of programs'
  show_demo "$installed/wheelhouse.exe" installed

  touch "$installed/Qt6Old.dll"
  in_a_fresh_windows timeout 120 "$WINE" "$setup" /S && [ ! -e "$installed/Qt6Old.dll" ] && judge 0 'a renewal without old files' || judge 1 'a renewal without old files'
  in_a_fresh_windows "$WINE" "$installed/wheelhouse.exe" --demo > /dev/null 2>&1 &
  sleep 5
  status=0
  in_a_fresh_windows timeout 120 "$WINE" "$setup" /S || status=$?
  in_a_fresh_windows wineserver -k || true
  [ $status = 3 ] && judge 0 'no renewal while the program runs' || judge 1 'no renewal while the program runs'

  touch "$installed/of-the-person.txt"
  in_a_fresh_windows timeout 120 "$WINE" "$installed/uninstall.exe" /S '_?='"$(windows_path "$installed")" || true
  [ ! -e "$installed/wheelhouse.exe" ] && [ ! -e "$menu" ] && [ -e "$installed/of-the-person.txt" ] && judge 0 'nothing of it is left, and nothing else taken' \
    || judge 1 'nothing of it is left, and nothing else taken'
  in_a_fresh_windows wineserver -k || true
}

show_demo() { # PROGRAM NAME
  local picture=$OUTPUT/$2.png
  rm -f "$picture"
  in_a_fresh_windows timeout 120 "$WINE" "$1" --demo --open pods --size 1280x800 --screenshot "$(windows_path "$picture")" > "$OUTPUT/$2.txt" 2>&1 || true
  [ -s "$picture" ] && judge 0 "the $2 window" || judge 1 "the $2 window"
}
