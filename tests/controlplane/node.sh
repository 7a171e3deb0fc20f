# Sourced by cluster.sh: a real node with containerd, runc and the kubelet. Its pods use the image local.test/busybox:1.
NODE_IMAGE=local.test/busybox:1

ctr_of_node() { ctr -a "$DIR/node/containerd.sock" -n k8s.io "$@"; }

# The node's own cgroup root: kubelets that share one end each other's pods.
node_cgroups() {
  if [ -f /sys/fs/cgroup/cgroup.controllers ]; then
    echo "/sys/fs/cgroup/$BRIDGE"
  else
    ls -d /sys/fs/cgroup/*/ | sed "s|\$|$BRIDGE|"
  fi
}

make_bridge() { # it carries the node's address: the kubelet refuses a loopback one
  cat /proc/sys/net/ipv4/ip_forward > node/ip_forward
  ip link add "$BRIDGE" type bridge
  ip link set "$BRIDGE" alias "$DIR"
  ip addr add "$GATEWAY/16" dev "$BRIDGE"
  ip link set "$BRIDGE" up
  cat > node/cni/10-bridge.conflist << Y
{"cniVersion": "1.0.0", "name": "pods", "plugins": [
  {"type": "bridge", "bridge": "$BRIDGE", "isGateway": true, "hairpinMode": true,
   "ipam": {"type": "host-local", "dataDir": "$DIR/node/ipam", "ranges": [[{"subnet": "$NETWORK"}]], "routes": [{"dst": "0.0.0.0/0"}]}}]}
Y
}

import_image() { # busybox and its commands; curl in place of its wget, which crashes when static
  local file files=("bin/busybox=$(command -v busybox)" "bin/curl=$(command -v curl)")
  for file in $(ldd "$(command -v curl)" | grep -o '/[^ ]*'); do files+=("${file#/}=$file"); done
  for file in $(busybox --list | grep -vx busybox); do files+=("bin/$file=->busybox"); done
  python3 "$HERE/make_image.py" node/image.tar "$NODE_IMAGE" "${files[@]}"
  ctr_of_node images import --local node/image.tar
}

start_containerd() { # restrict_oom_score_adj: root in a container may not lower that score
  cat > node/containerd.toml << Y
version = 3
root = "$DIR/node/containerd"
state = "$DIR/node/state"
[grpc]
  address = "$DIR/node/containerd.sock"
[plugins."io.containerd.cri.v1.images".pinned_images]
  sandbox = "$NODE_IMAGE"
[plugins."io.containerd.cri.v1.runtime"]
  restrict_oom_score_adj = true
[plugins."io.containerd.cri.v1.runtime".cni]
  bin_dirs = ["/usr/lib/cni"]
  conf_dir = "$DIR/node/cni"
[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
  runtime_type = "io.containerd.runc.v2"
[plugins."io.containerd.nri.v1.nri"]
  disable = true
Y
  start containerd containerd --config node/containerd.toml
  await containerd 30 ctr_of_node version
  await containerd 60 import_image
}

start_kubelet() { # without its iptables chains, which would stay behind
  certificate node system:node:real-node system:nodes "DNS:real-node,IP:$GATEWAY"
  kubeconfig node "$(certificate_user node)"
  cat > node/kubelet.yaml << Y
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $GATEWAY
port: $((PORT + 6))
healthzPort: 0
tlsCertFile: $DIR/pki/node.crt
tlsPrivateKeyFile: $DIR/pki/node.key
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: $DIR/pki/ca.crt}}
authorization: {mode: Webhook}
containerRuntimeEndpoint: unix://$DIR/node/containerd.sock
cgroupDriver: cgroupfs
cgroupRoot: /$BRIDGE
failCgroupV1: false
failSwapOn: false
enforceNodeAllocatable: []
evictionHard: {}
imageGCHighThresholdPercent: 100
makeIPTablesUtilChains: false
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
resolvConf: ""
podLogsDir: $DIR/node/pod-logs
volumePluginDir: $DIR/node/volume-plugins
Y
  start kubelet kubelet --config=node/kubelet.yaml --kubeconfig=node.kubeconfig --hostname-override=real-node \
    --node-ip="$GATEWAY" --root-dir="$DIR/node/kubelet" --cert-dir="$DIR/node/certificates" \
    --containerd="$DIR/node/containerd.sock"
  await kubelet 60 admin wait --for=condition=Ready --timeout=5s node/real-node
}

remove_dead_node() { # what a cluster that was killed left on this network: its bridge names its folder
  local folder
  if [ ! -e "/sys/class/net/$BRIDGE" ] || pgrep -f -- "^[^ ]*kubelet .*--node-ip=$GATEWAY " > /dev/null; then return 0; fi
  folder=$(cat "/sys/class/net/$BRIDGE/ifalias")
  if [ "$folder" = "$DIR" ]; then return 0; fi
  if [ -n "$folder" ]; then "$HERE/cluster.sh" down "$folder"; fi
  ip link delete "$BRIDGE" 2> /dev/null || true
  remove_cgroups
}

node_up() {
  remove_dead_node
  if ip -4 -o addr | grep -q " $GATEWAY/"; then
    echo "$GATEWAY is in use: another real node runs here (POD_NETWORK chooses another network)" >&2
    return 1
  fi
  mkdir -p node/cni
  node_cgroups | xargs mkdir -p
  make_bridge
  start_containerd
  start_kubelet
  echo "real-node is ready"
}

# Pods are found by what they have on the machine: the programs that could name them may have been killed.
end_pods() {
  local space
  find $(node_cgroups) -name cgroup.procs -exec cat {} + 2> /dev/null | sort -u | xargs -r kill -KILL || true
  for space in $(ip -o link show master "$BRIDGE" | grep -o 'link-netns [^ ]*' | cut -d' ' -f2); do
    ip netns delete "$space" || true
  done
}

remove_cgroups() { # they are busy until the last process in them is gone
  local left
  for _ in $(seq 50); do
    left=$(node_cgroups | xargs ls -d 2> /dev/null || true)
    [ -n "$left" ] || return 0
    find $left -depth -type d -exec rmdir {} + 2> /dev/null || sleep 0.1
  done
}

node_down() {
  [ -d node ] || return 0
  stop TERM kubelet
  end_pods > log/node-down.log 2>&1
  stop TERM containerd
  pgrep -f -- "^[^ ]*containerd-shim-runc-v2 .* -address $DIR/node/containerd.sock\$" | xargs -r kill || true # they outlive it
  awk -v folder="$DIR/node/" 'index($2, folder) == 1 {print $2}' /proc/self/mounts | tac | xargs -r -n 1 umount -l # what just ended may still hold one
  ip link delete "$BRIDGE" 2> /dev/null || true
  cat node/ip_forward > /proc/sys/net/ipv4/ip_forward || true
  remove_cgroups
  rm -rf --one-file-system node
}
