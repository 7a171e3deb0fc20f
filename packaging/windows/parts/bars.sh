# Sourced by test.sh: the bar that the start of the window has, on a machine that does nothing else.

test_bars() {
  local program empty folder
  "$WINDOWS/build.sh" wheelhouse empty_window
  program=$(started_by_wine wheelhouse "'$WINE'" "'$BUILD/wheelhouse.exe'" --data-dir '"$HOME/wheelhouse"')
  empty=$(started_by_wine empty_window "'$WINE'" "'$BUILD/tests/bench/empty_window.exe'")
  folder=$(mktemp -d)
  at_end rm -rf "$folder"
  printf '{apiVersion: v1, kind: Config, current-context: c, contexts: [{name: c, context: {cluster: c}}], clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]}' \
    > "$folder/kubeconfig"
  PYTHONDONTWRITEBYTECODE=1 python3 "$WINDOWS/parts/bars.py" "$program" "$empty" "$folder/kubeconfig" | tee "$OUTPUT/bars.txt" && judge 0 bars || judge 1 bars
}
