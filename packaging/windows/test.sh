#!/bin/bash
# Starts what build.sh made under wine, beside the real control plane; says at its end what passed and what did not.
#   packaging/windows/test.sh [units|faults|verbs|window|network|installer|bars ...]   without any: all but the bars, which want an idle machine
# CLUSTER: a folder with admin.kubeconfig of a cluster on 127.0.0.1; without it one is started. LINUX: the program of this system, whose
# output Windows' must equal; without it that of this checkout is built.
source "$(dirname "$0")/prepare.sh"
install_missing "${WINDOWS_TEST_PACKAGES[@]}"
OUTPUT=${OUTPUT:-$BUILD/tested}
PASSED=() FAILED=()

judge() { # STATUS NAME
  if [ "$1" = 0 ]; then PASSED+=("$2"); else FAILED+=("$2"); say "failed: $2"; fi
}

# A program of this system that starts one of Windows; what it keeps lies in the home of whoever starts it.
started_by_wine() { # NAME COMMAND...
  local file=$OUTPUT/programs/$1
  shift
  mkdir -p "$OUTPUT/programs"
  printf '#!/bin/sh\nexec %s "$@"\n' "$*" > "$file"
  chmod +x "$file"
  echo "$file"
}

# The real control plane, ended with this script where it was started for it.
need_cluster() {
  [ -z "${CLUSTER:-}" ] || return 0
  CLUSTER=$BUILD/controlplane
  at_end "$ROOT/tests/controlplane/fixture.sh" down "$CLUSTER"
  "$ROOT/tests/controlplane/fixture.sh" up "$CLUSTER" > "$OUTPUT/cluster.txt" 2>&1
}

need_linux() {
  [ -z "${LINUX:-}" ] || return 0
  LINUX=$ROOT/build/wheelhouse
  configure_and_build "$ROOT/build" wheelhouse
}

mkdir -p "$OUTPUT"
open_screen
prepare_wine
[ $# -gt 0 ] || set -- units faults verbs window network installer
for part in "$@"; do
  source "$WINDOWS/parts/$part.sh"
  "test_$part"
done
printf '%s\n' "${FAILED[@]/#/failed: }"
echo "${#PASSED[@]} passed, ${#FAILED[@]} failed; what they said: $OUTPUT"
[ ${#FAILED[@]} -eq 0 ]
