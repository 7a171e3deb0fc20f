#!/bin/bash
# The cluster that tests share: fixture.sh up|down LINK. LINK becomes a link to the cluster's folder, which is short-lived and has a
# short name, since the path of a socket may have no more than 107 bytes. Exit 77: the programs are not there.
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

down
if [ "$COMMAND" = up ]; then up; fi
