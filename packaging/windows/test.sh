#!/bin/bash
# Starts what build.sh made under wine, against the real cluster's kubeconfig where there is one; says at its end what passed and what did not.
#   packaging/windows/test.sh [units|verbs|window ...]     without any: all
# CLUSTER: a folder with admin.kubeconfig of a cluster on 127.0.0.1. LINUX: the program built here, whose output Windows' must equal.
source "$(dirname "$0")/prepare.sh"
install_missing "${WINDOWS_TEST_PACKAGES[@]}"
LINUX=${LINUX:-$ROOT/build/wheelhouse}
OUTPUT=${OUTPUT:-$BUILD/tested}
PASSED=() FAILED=()

judge() { # STATUS NAME
  if [ "$1" = 0 ]; then PASSED+=("$2"); else FAILED+=("$2"); say "failed: $2"; fi
}

# Every unit test that was built. A test prints for machines: for people it would speak to the debugger, where nobody listens.
test_units() {
  local file name status
  for file in $(find "$BUILD" -name 'unit_*Test.exe' | sort); do
    name=$(basename "$file" .exe)
    status=0
    timeout 300 "$WINE" "$file" -o -,tap > "$OUTPUT/$name.tap" 2> "$OUTPUT/$name.err" || status=$?
    grep -q '^1\.\.' "$OUTPUT/$name.tap" || status=1 # it did not come to its end
    judge "$status" "$name"
  done
}

# What the program prints is, byte for byte, what the one for Linux prints; only in JSON, where nothing is aligned, Z:\\ is read as /.
compare() { # NAME ARGUMENT...
  local name=$1 here=0 there=0
  shift
  "$LINUX" "$@" > "$OUTPUT/$name.linux" 2>&1 || here=$?
  timeout 120 "$WINE" "$BUILD/wheelhouse.com" "$@" > "$OUTPUT/$name.windows" 2>&1 || there=$?
  [ "$1" != contexts ] || sed -i -E ':again; s|("Z:[^"]*)\\\\|\1/|; t again; s|"Z:/|"/|' "$OUTPUT/$name.windows"
  cmp "$OUTPUT/$name.linux" "$OUTPUT/$name.windows" && [ "$here" = "$there" ] && judge 0 "$name" || judge 1 "$name"
}

# Files are named relative to the working folder, which both programs share.
test_verbs() {
  cd "$OUTPUT"
  compare version --version
  compare help --help
  [ -n "${CLUSTER:-}" ] || { say "no CLUSTER: nothing is asked of one"; return 0; }
  cp "$CLUSTER/admin.kubeconfig" kubeconfig
  sed 's/$/\r/' kubeconfig > kubeconfig-of-windows
  local file
  for file in kubeconfig kubeconfig-of-windows; do
    compare "contexts of $file" contexts -o json --kubeconfig "$file"
    compare "pods of $file" get pods -A --no-headers -o name --kubeconfig "$file"
    compare "roles of $file" get clusterroles -o yaml --kubeconfig "$file"
    compare "rights of $file" rbac can-i list pods --as nobody --kubeconfig "$file"
  done
}

# The demo in both languages and colours, to be looked at.
test_window() {
  local language theme file
  for language in en ko; do
    for theme in light dark; do
      file=$OUTPUT/demo-$language-$theme.png
      rm -f "$file"
      timeout 120 "$WINE" "$BUILD/wheelhouse.exe" --demo --language $language --theme $theme --open pods --size 1440x900 \
        --screenshot "$(windows_path "$file")" > "$OUTPUT/window.txt" 2>&1 || true
      [ -s "$file" ] && judge 0 "$file" || judge 1 "$file"
    done
  done
}

mkdir -p "$OUTPUT"
open_screen
prepare_wine
for part in "${@:-units verbs window}"; do
  for each in $part; do "test_$each"; done
done
printf '%s\n' "${FAILED[@]/#/failed: }"
echo "${#PASSED[@]} passed, ${#FAILED[@]} failed; what they said: $OUTPUT"
[ ${#FAILED[@]} -eq 0 ]
