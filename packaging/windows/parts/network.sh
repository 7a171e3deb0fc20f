# Sourced by test.sh.

# The drivers beside this folder: certificates that Windows trusts, proxies that are set there, what verbs tell of a pod; and the commands and
# port-forwards of tests/e2e, with the programs of Windows. Needs the cluster, of some a real node.
test_network() {
  need_cluster
  export WINE CLUSTER EXEC=$OUTPUT/exec FORWARD=$OUTPUT/forward WHEELHOUSE=$LINUX MOST_MIB=256 PYTHONDONTWRITEBYTECODE=1
  by_wine exec
  by_wine forward
  local driver name status
  for driver in "$WINDOWS"/*_test.py "$ROOT"/tests/e2e/{exec,port_forward}_test.py; do
    name=$(basename "$driver" .py) status=0
    BUILD_FOLDER=$BUILD timeout 600 python3 "$driver" > "$OUTPUT/$name.txt" 2>&1 || status=$?
    judge "$status" "$name"
  done
}

by_wine() { # NAME: a program of tests/e2e as a command
  printf '#!/bin/sh\nexec "$WINE" "%s" "$@"\n' "$BUILD/tests/e2e/$1.exe" > "$OUTPUT/$1"
  chmod +x "$OUTPUT/$1"
}
