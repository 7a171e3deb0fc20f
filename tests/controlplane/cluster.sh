#!/bin/bash
# A real Kubernetes cluster in the folder DIR, on 127.0.0.1. build.sh makes its programs.
#   cluster.sh up DIR            etcd, API server, controller manager, scheduler; again: starts those that no longer run
#   cluster.sh kwok DIR N        adds N simulated nodes (node-0 ...), whose pods cost nothing
#   cluster.sh node DIR          root: joins a real node (real-node), whose pods really run
#   cluster.sh services DIR      root: Services, their DNS names and the API for the real node's pods
#   cluster.sh metrics DIR       root: metrics-server, Prometheus, node-exporter and the figures of kube-state-metrics, for the real node
#   cluster.sh unmeasured DIR    ends those
#   cluster.sh legacy DIR        a door with discovery as old servers have it; for legacy.kubeconfig
#   cluster.sh token DIR S       writes a token that is refused in S seconds for token-file.kubeconfig
#   cluster.sh kill DIR NAME     ends one program as a crash would (apiserver, etcd, ...)
#   cluster.sh down DIR          ends all of it, takes back what it changed, removes DIR
# Environment: KUBEBUILDER_ASSETS, API_FLAGS, CONTROLLER_FLAGS, SCHEDULER (none: pods stay where they are), POD_NETWORK (the real node's, a /16: 10.88)
source "$(dirname "$0")/common.sh"
[ $# -ge 2 ] || { sed -n '2,/^source/p' "$0" | grep '^#'; exit 2; }
COMMAND=$1 DIR=$(readlink -m "$2")
shift 2
source "$HERE/control_plane.sh"
source "$HERE/node.sh"
source "$HERE/services.sh"
source "$HERE/metrics.sh"

case $COMMAND in
  up) mkdir -p "$DIR"/{log,pid,pki} ;;
  kwok | node | services | metrics | unmeasured | legacy | token | kill) ;;
  down) [ -f "$DIR/settings" ] || { rm -rf "$DIR"; exit 0; } ;;
  *) echo "unknown command: $COMMAND" >&2; exit 2 ;;
esac
cd "$DIR"
[ "$COMMAND" = up ] || settings

down() {
  metrics_down with-the-node
  services_down
  node_down
  stop TERM legacy kwok scheduler controller-manager
  stop KILL apiserver etcd
  cd /
  rm -rf --one-file-system "$DIR"
}

case $COMMAND in
  up) control_plane_up ;;
  kwok) simulated_nodes_up "$1" ;;
  node) node_up ;;
  services) services_up ;;
  metrics) metrics_up ;;
  unmeasured) metrics_down ;;
  legacy) legacy_discovery_up ;;
  token) write_token "$1" ;;
  kill) stop KILL "$1" ;;
  down) down ;;
esac
