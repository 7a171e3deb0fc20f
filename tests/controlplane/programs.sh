# Sourced by the scripts beside it: where a cluster's programs are. Those in KUBEBUILDER_ASSETS come before the built ones, which lie
# in WHEELHOUSE_PROGRAMS, else in the user's cache folder.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${WHEELHOUSE_PROGRAMS:-${XDG_CACHE_HOME:-$HOME/.cache}/wheelhouse/controlplane}
declare -A PROGRAMS=(
  [etcd]="etcd"
  [kubernetes]="kube-apiserver kube-controller-manager kube-scheduler kubectl"
  [kwok]="kwok kwok-stages.yaml"
  [node]="kubelet kube-proxy"
  [containerd]="containerd containerd-shim-runc-v2 ctr"
  [coredns]="coredns"
  [metrics-server]="metrics-server"
)
export PATH=${KUBEBUILDER_ASSETS:+$KUBEBUILDER_ASSETS:}$CACHE:$PATH:/usr/sbin:/sbin

has_files() { # FOLDER FILE...
  local folder=$1 file
  for file in "${@:2}"; do [ -e "$folder/$file" ] || return 1; done
}
in_assets() { [ -n "${KUBEBUILDER_ASSETS:-}" ] && has_files "$KUBEBUILDER_ASSETS" ${PROGRAMS[$1]}; }
has_part() { in_assets "$1" || has_files "$CACHE" ${PROGRAMS[$1]}; }
