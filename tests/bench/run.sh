#!/bin/bash
# Runs the benchmarks on an otherwise idle machine: list and watch ingest, memory a pod, the live table, and `get` against kubectl and the window
# on a real API server; as root also commands in containers of a real node. Each prints its ratio to a baseline of the same run and whether
# its bar is met.
#   run.sh [PODS]     pods on the real server, 20000 by default; loading takes about a minute and a half for them
source "$(dirname "$0")/../../packaging/prepare.sh"
pods=${1:-20000}

install_missing "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}" xauth xdotool
WHEELHOUSE_PROGRAMS=$("$ROOT/tests/controlplane/build.sh" etcd kubernetes)
export WHEELHOUSE_PROGRAMS PATH=$WHEELHOUSE_PROGRAMS:$PATH
configure_and_build "$BUILD" all

met=0
run() {
  say "$*"
  "$@" || met=1
}
run "$BUILD/tests/bench/bench_ingest"
run "$BUILD/tests/bench/bench_watch"
run "$BUILD/tests/bench/bench_memory"
run "$BUILD/tests/bench/bench_rbac"
run "$BUILD/tests/bench/bench_downward"
run xvfb-run -a env QT_QPA_PLATFORM=xcb "$BUILD/tests/bench/bench_table"
run xvfb-run -a env QT_QPA_PLATFORM=xcb "$BUILD/tests/bench/bench_search"
run xvfb-run -a env QT_QPA_PLATFORM=xcb "$BUILD/tests/bench/bench_yaml"
run "$BUILD/tests/bench/bench_graph"
run xvfb-run -a env QT_QPA_PLATFORM=xcb "$BUILD/tests/bench/bench_charts"
run "$BUILD/tests/bench/bench_usage"
run xvfb-run -a env QT_QPA_PLATFORM=xcb "$BUILD/tests/bench/bench_access"
run xvfb-run -a env QT_QPA_PLATFORM=xcb python3 "$ROOT/tests/bench/idle.py" "$BUILD/wheelhouse"

cluster=$(mktemp -d)
trap '"$ROOT/tests/controlplane/cluster.sh" down "$cluster"; rm -rf "$cluster"' EXIT
say "loading $pods pods"
API_FLAGS="--disable-admission-plugins=ServiceAccount" CONTROLLER_FLAGS="--controllers=namespace-controller" \
  "$ROOT/tests/controlplane/cluster.sh" up "$cluster"
python3 "$ROOT/tests/controlplane/load_pods.py" "$cluster" "$pods"
run python3 "$ROOT/tests/bench/get.py" "$BUILD/wheelhouse" "$(command -v kubectl)" "$cluster/token.kubeconfig"
run xvfb-run -a env QT_QPA_PLATFORM=xcb python3 "$ROOT/tests/bench/window.py" "$BUILD/wheelhouse" "$BUILD/tests/bench/empty_window" "$cluster/token.kubeconfig"
run xvfb-run -a env QT_QPA_PLATFORM=xcb "$BUILD/tests/bench/opened_objects" "$cluster/token.kubeconfig"
run xvfb-run -a env QT_QPA_PLATFORM=xcb python3 "$ROOT/tests/bench/overview.py" "$BUILD/wheelhouse" "$cluster/token.kubeconfig"
if [ "$(uname)" = Linux ] && [ "$(id -u)" = 0 ]; then
  say "joining a real node to another cluster"
  "$ROOT/tests/controlplane/cluster.sh" down "$cluster"
  "$ROOT/tests/controlplane/build.sh" node containerd > /dev/null
  "$ROOT/tests/controlplane/cluster.sh" up "$cluster"
  "$ROOT/tests/controlplane/cluster.sh" node "$cluster"
  run python3 "$ROOT/tests/bench/exec.py" "$BUILD/tests/bench/bench_exec" "$(command -v kubectl)" "$cluster"
fi
exit $met
