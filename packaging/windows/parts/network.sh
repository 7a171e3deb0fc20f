# Sourced by test.sh.

# The drivers beside this folder: certificates that Windows trusts, proxies that are set there, what verbs tell of a pod; and the commands and
# port-forwards of tests/e2e, with the programs of Windows. Needs the cluster, of some a real node.
test_network() {
  need_linux
  need_cluster
  export WINE CLUSTER WHEELHOUSE=$LINUX MOST_MIB=256 PYTHONDONTWRITEBYTECODE=1
  EXEC=$(started_by_wine exec '"$WINE"' "'$BUILD/tests/e2e/exec.exe'")
  FORWARD=$(started_by_wine forward '"$WINE"' "'$BUILD/tests/e2e/forward.exe'")
  export EXEC FORWARD
  local driver name status
  for driver in "$WINDOWS"/*_test.py "$ROOT"/tests/e2e/{exec,port_forward}_test.py; do
    name=$(basename "$driver" .py) status=0
    BUILD_FOLDER=$BUILD timeout 600 python3 "$driver" > "$OUTPUT/$name.txt" 2>&1 || status=$?
    judge "$status" "$name"
  done
}
