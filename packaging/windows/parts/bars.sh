# Sourced by test.sh: the bars that a window has, on a machine that does nothing else. Prints ratios to baselines of the same run.

test_bars() {
  local program empty folder
  ninja -C "$BUILD" empty_window >&2
  program=$(started_by_wine wheelhouse "'$WINE'" "'$BUILD/wheelhouse.exe'" --data-dir '"$HOME/wheelhouse"')
  empty=$(started_by_wine empty_window "'$WINE'" "'$BUILD/tests/bench/empty_window.exe'")
  folder=$(mktemp -d)
  at_end rm -rf "$folder"
  at_end "$ROOT/tests/controlplane/cluster.sh" down "$folder"
  API_FLAGS="--disable-admission-plugins=ServiceAccount" CONTROLLER_FLAGS="--controllers=namespace-controller" SCHEDULER=none \
    "$ROOT/tests/controlplane/cluster.sh" up "$folder" > "$OUTPUT/bars.txt" 2>&1
  PYTHONPATH=$ROOT/tests/e2e python3 "$ROOT/tests/e2e/quick_pods.py" load "$folder" "${PODS:-20000}"
  python3 "$ROOT/tests/bench/window.py" "$program" "$empty" "$folder/token.kubeconfig" 3 | tee -a "$OUTPUT/bars.txt" && judge 0 bars || judge 1 bars
}
