# Sourced by cluster.sh: the control plane, its users, and simulated nodes.

free_ports() { # the first of 20 ports, below those the system hands out, that are free and that no cluster has taken, though it may be down
  local base used taken=${TMPDIR:-/tmp}/wheelhouse-ports.$UID
  mkdir -p "$taken"
  exec 8> "$taken/lock"
  flock 8
  used=$(ss -Hltn | awk '{sub(/.*:/, "", $4); print $4}')
  for base in $(seq 20000 20 29980 | shuf); do
    if [ -f "$taken/$base" ] && [ -d "$(cat "$taken/$base")" ]; then continue; fi
    grep -qxF "$(seq "$base" $((base + 19)))" <<< "$used" && continue
    echo "$DIR" > "$taken/$base"
    echo "$base"
    return
  done
}

make_certificates() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650 -subj /CN=test-ca \
    -keyout pki/ca.key -out pki/ca.crt 2> /dev/null
  openssl genrsa -out pki/service-accounts.key 2048 2> /dev/null
  local names="DNS:localhost,DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc"
  certificate api kube-apiserver "" "IP:127.0.0.1,IP:10.96.0.1,IP:$GATEWAY,$names"
  certificate admin admin system:masters
  certificate dev jane developers
  certificate controller-manager system:kube-controller-manager
  certificate scheduler system:kube-scheduler
  certificate kubelet-client apiserver-kubelet-client system:masters
  certificate front-proxy front-proxy
}

make_kubeconfigs() {
  local who
  for who in admin dev controller-manager scheduler; do kubeconfig "$who" "$(certificate_user "$who")"; done
  (umask 077; printf '%s\n' 'admin-token,token-admin,1,"system:masters"' 'viewer-token,viewer,2' > pki/tokens.csv)
  kubeconfig token "token: admin-token"
  kubeconfig viewer "token: viewer-token"
  kubeconfig token-file "tokenFile: $DIR/pki/token"
  kubeconfig exec "exec: {apiVersion: client.authentication.k8s.io/v1, command: $DIR/exec-plugin, interactiveMode: Never}"
  cat > exec-plugin << S
#!/bin/sh
# An exec credential plugin that hands out the token in exec-token; each run adds a line to exec-plugin.runs.
echo run >> "$DIR/exec-plugin.runs"
token=\$(cat "$DIR/exec-token")
printf '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","status":{"token":"%s"}}\n' "\$token"
S
  (umask 077; echo admin-token > exec-token)
  chmod 700 exec-plugin
}

prepare() {
  local network=${POD_NETWORK:-10.88}
  echo "PORT=$(free_ports) GATEWAY=$network.0.1 NETWORK=$network.0.0/16 BRIDGE=wh${network#*.}" > settings
  settings
  make_certificates
  make_kubeconfigs
}

start_etcd() {
  local client=http://127.0.0.1:$((PORT + 1)) peer=http://127.0.0.1:$((PORT + 2))
  start etcd etcd --data-dir etcd --unsafe-no-fsync --quota-backend-bytes 8589934592 --initial-cluster default=$peer \
    --listen-client-urls $client --advertise-client-urls $client --listen-peer-urls $peer --initial-advertise-peer-urls $peer
}

start_apiserver() {
  start apiserver kube-apiserver --etcd-servers="http://127.0.0.1:$((PORT + 1))" --bind-address=127.0.0.1 --secure-port="$PORT" \
    --advertise-address="$GATEWAY" --service-cluster-ip-range=10.96.0.0/16 --allow-privileged=true \
    --tls-cert-file=pki/api.crt --tls-private-key-file=pki/api.key --client-ca-file=pki/ca.crt --token-auth-file=pki/tokens.csv \
    --authorization-mode=Node,RBAC --enable-admission-plugins=NodeRestriction \
    --service-account-issuer=https://kubernetes.default.svc --service-account-key-file=pki/service-accounts.key \
    --service-account-signing-key-file=pki/service-accounts.key \
    --requestheader-client-ca-file=pki/ca.crt --requestheader-allowed-names=front-proxy \
    --requestheader-username-headers=X-Remote-User --requestheader-group-headers=X-Remote-Group \
    --requestheader-extra-headers-prefix=X-Remote-Extra- --proxy-client-cert-file=pki/front-proxy.crt \
    --proxy-client-key-file=pki/front-proxy.key --enable-aggregator-routing=true \
    --kubelet-client-certificate=pki/kubelet-client.crt --kubelet-client-key=pki/kubelet-client.key \
    --kubelet-certificate-authority=pki/ca.crt --kubelet-preferred-address-types=InternalIP,Hostname ${API_FLAGS:-}
  await apiserver 60 curl -sf --cacert pki/ca.crt "https://127.0.0.1:$PORT/readyz"
}

start_controllers() { # higher client limits than the defaults, with which starting takes 5 s longer
  local limits=(--kube-api-qps=200 --kube-api-burst=400 --leader-elect=false --bind-address=127.0.0.1)
  local who names=(controller-manager scheduler)
  [ "${SCHEDULER:-}" != none ] || names=(controller-manager)
  for who in "${names[@]}"; do
    local is=$who.kubeconfig
    local identity=(--kubeconfig="$is" --authentication-kubeconfig="$is" --authorization-kubeconfig="$is")
    case $who in
      controller-manager) start $who kube-controller-manager "${identity[@]}" "${limits[@]}" --secure-port=$((PORT + 3)) \
        --service-account-private-key-file=pki/service-accounts.key --use-service-account-credentials \
        --root-ca-file=pki/ca.crt --cluster-signing-cert-file=pki/ca.crt --cluster-signing-key-file=pki/ca.key \
        ${CONTROLLER_FLAGS:---controllers=*,-nodeipam,-node-route-controller,-cloud-node-lifecycle-controller} ;;
      scheduler) start $who kube-scheduler "${identity[@]}" "${limits[@]}" --secure-port=$((PORT + 4)) ;;
    esac
  done
  await controller-manager 60 curl -skf "https://127.0.0.1:$((PORT + 3))/healthz"
  [ -n "${CONTROLLER_FLAGS:-}" ] || await controller-manager 60 admin -n default get serviceaccount default
  [ "${SCHEDULER:-}" = none ] || await scheduler 60 curl -skf "https://127.0.0.1:$((PORT + 4))/readyz"
}

allow_viewer() { # viewer reads the namespace default and the names of all; no rights beyond, and dev has none
  admin apply -f - > /dev/null << 'Y'
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: viewer, namespace: default}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: viewer}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: namespace-lister}
rules: [{apiGroups: [""], resources: [namespaces], verbs: [get, list, watch]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: viewer-lists-namespaces}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: namespace-lister}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: viewer}]
Y
}

control_plane_up() {
  [ -f settings ] || prepare
  settings
  start_etcd
  start_apiserver
  start_controllers
  allow_viewer
  echo "https://127.0.0.1:$PORT is ready; kubeconfigs in $DIR: admin dev token viewer token-file exec"
}

kwok_configuration() { # what logs, exec and port-forward of simulated pods answer
  for line in $(seq 20); do echo "$(date -u +%FT%T.000000000Z) stdout F line $line"; done > simulated.log
  cat "$(dirname "$(command -v kwok)")/kwok-stages.yaml" - << Y
apiVersion: kwok.x-k8s.io/v1alpha1
kind: ClusterLogs
metadata: {name: all}
spec: {logs: [{logsFile: $DIR/simulated.log, follow: true}]}
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: ClusterPortForward
metadata: {name: all}
spec: {forwards: [{target: {port: $((PORT + 5)), address: 127.0.0.1}}]}
Y
}

simulated_node() { # NAME
  cat << Y
apiVersion: v1
kind: Node
metadata: {name: $1, annotations: {kwok.x-k8s.io/node: fake}, labels: {kubernetes.io/hostname: $1, type: kwok}}
status: {allocatable: {cpu: "32", memory: 256Gi, pods: "250"}, capacity: {cpu: "32", memory: 256Gi, pods: "250"}}
---
Y
}

simulated_nodes_up() { # N; their pods get addresses in 198.18.0.0/15
  local last=node-$(($1 - 1)) number
  kwok_configuration > kwok.yaml
  start kwok kwok --kubeconfig=admin.kubeconfig --config=kwok.yaml --node-lease-duration-seconds=40 --cidr=198.18.0.1/15 \
    --manage-nodes-with-annotation-selector=kwok.x-k8s.io/node=fake --node-ip=127.0.0.1 --node-port=$((PORT + 5)) \
    --server-address="127.0.0.1:$((PORT + 5))" --tls-cert-file=pki/api.crt --tls-private-key-file=pki/api.key
  for number in $(seq 0 $(($1 - 1))); do simulated_node "node-$number"; done | admin apply -f - > /dev/null
  await kwok 60 admin wait --for=condition=Ready --timeout=10s "node/$last"
  echo "$1 simulated nodes are ready"
}

legacy_discovery_up() {
  kubeconfig legacy "token: admin-token" $((PORT + 14))
  start legacy python3 "$HERE/legacy_discovery.py" $((PORT + 14)) "$PORT" pki/ca.crt pki/api.crt pki/api.key
  await legacy 10 kubectl --kubeconfig legacy.kubeconfig get --raw /readyz
}

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d =; }

write_token() { # SECONDS; a ServiceAccount's token. Servers accept one for a minute more than it says, so it says a minute less.
  local uid now signed claims
  admin -n kube-system create serviceaccount short-lived > /dev/null 2>&1 || true
  admin create clusterrolebinding short-lived --clusterrole=cluster-admin --serviceaccount=kube-system:short-lived > /dev/null 2>&1 || true
  uid=$(admin -n kube-system get serviceaccount short-lived -o jsonpath='{.metadata.uid}')
  now=$(date +%s)
  claims='{"iss":"https://kubernetes.default.svc","aud":["https://kubernetes.default.svc"],"sub":"system:serviceaccount:kube-system:short-lived",
    "iat":'$((now - 120))',"nbf":'$((now - 120))',"exp":'$((now + $1 - 60))',
    "kubernetes.io":{"namespace":"kube-system","serviceaccount":{"name":"short-lived","uid":"'$uid'"}}}'
  signed=$(printf '{"alg":"RS256","typ":"JWT"}' | base64url).$(printf '%s' "$claims" | base64url)
  (umask 077; echo "$signed.$(printf '%s' "$signed" | openssl dgst -sha256 -sign pki/service-accounts.key -binary | base64url)" > pki/token.new)
  mv pki/token.new pki/token
}
