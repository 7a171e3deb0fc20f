#!/bin/bash
# Starts what build.sh made under wine, against the real cluster's kubeconfig where there is one; says at its end what passed and what did not.
#   packaging/windows/test.sh [units|verbs|window|network ...]     without any: all
# CLUSTER: a folder with admin.kubeconfig of a cluster on 127.0.0.1. LINUX: the program built here, whose output Windows' must equal.
source "$(dirname "$0")/prepare.sh"
install_missing "${WINDOWS_TEST_PACKAGES[@]}"
LINUX=${LINUX:-$ROOT/build/wheelhouse}
OUTPUT=${OUTPUT:-$BUILD/tested}
PASSED=() FAILED=()

judge() { # STATUS NAME
  if [ "$1" = 0 ]; then PASSED+=("$2"); else FAILED+=("$2"); say "failed: $2"; fi
}

mkdir -p "$OUTPUT"
open_screen
prepare_wine
[ $# -gt 0 ] || set -- units verbs window network
for part in "$@"; do
  source "$WINDOWS/parts/$part.sh"
  "test_$part"
done
printf '%s\n' "${FAILED[@]/#/failed: }"
echo "${#PASSED[@]} passed, ${#FAILED[@]} failed; what they said: $OUTPUT"
[ ${#FAILED[@]} -eq 0 ]
