#!/bin/bash
# The cluster that tests share: fixture.sh up|down LINK; what measures its real node: fixture.sh metrics|unmeasured LINK. LINK becomes a
# link to the cluster's folder, which is short-lived and has a short name, since the path of a socket may have no more than 107 bytes.
# Exit 77: the programs are not there.
source "$(dirname "$0")/programs.sh"
COMMAND=$1 LINK=$2

down() {
  [ -L "$LINK" ] || return 0
  "$HERE/cluster.sh" down "$(readlink "$LINK")"
  rm "$LINK"
}

has_all() {
  local part
  for part; do
    has_part "$part" || { echo "no program of $part: tests/controlplane/build.sh $* makes it"; return 1; }
  done
}

may_have_node() {
  [ "$(uname)" = Linux ] && [ "$(id -u)" = 0 ] || { echo "a real node needs root on Linux"; return 1; }
  has_all node containerd coredns
}

up() {
  has_all etcd kubernetes kwok || exit 77
  local folder
  folder=$(mktemp -d /tmp/wheelhouse-XXXXXX)
  mkdir -p "$(dirname "$LINK")"
  ln -sfn "$folder" "$LINK"
  "$HERE/cluster.sh" up "$folder"
  "$HERE/cluster.sh" kwok "$folder" 3
  "$HERE/cluster.sh" legacy "$folder"
  may_have_node || return 0
  "$HERE/cluster.sh" node "$folder"
  "$HERE/cluster.sh" services "$folder"
}

metrics() { # exit 77: there is no real node, or nothing to measure it with
  [ -d "$LINK/node" ] || { echo "no real node to measure"; exit 77; }
  has_all metrics-server || exit 77
  command -v prometheus prometheus-node-exporter > /dev/null || { echo "no prometheus or prometheus-node-exporter"; exit 77; }
  "$HERE/cluster.sh" metrics "$(readlink "$LINK")"
}

unmeasured() {
  [ ! -d "$LINK/metrics" ] || "$HERE/cluster.sh" unmeasured "$(readlink "$LINK")"
}

case $COMMAND in
  up) down; up ;;
  down | metrics | unmeasured) "$COMMAND" ;;
esac
