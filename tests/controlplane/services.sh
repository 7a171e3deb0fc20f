# Sourced by cluster.sh: kube-proxy and CoreDNS for the real node's pods. One per machine, since kube-proxy's rules have fixed names.

dns_objects() {
  cat << Y
apiVersion: v1
kind: Service
metadata: {name: kube-dns, namespace: kube-system, labels: {k8s-app: kube-dns}}
spec:
  clusterIP: 10.96.0.10
  ports: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53, protocol: TCP}]
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: kube-dns-1, namespace: kube-system, labels: {kubernetes.io/service-name: kube-dns}}
addressType: IPv4
ports: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53, protocol: TCP}]
endpoints: [{addresses: [$GATEWAY], conditions: {ready: true}}]
Y
}

start_dns() {
  cat > services/Corefile << Y
.:53 {
  bind $GATEWAY
  errors
  ready 127.0.0.1:$((PORT + 11))
  kubernetes cluster.local {
    kubeconfig $DIR/admin.kubeconfig
  }
  cache 5
}
Y
  dns_objects | admin apply -f - > /dev/null
  start coredns coredns -conf services/Corefile
  await coredns 30 curl -sf "http://127.0.0.1:$((PORT + 11))/ready"
}

start_proxy() { # masqueradeAll: replies between pods on one bridge must pass the host
  cat > services/kube-proxy.yaml << Y
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: iptables
clientConnection: {kubeconfig: $DIR/admin.kubeconfig}
hostnameOverride: real-node
bindAddress: $GATEWAY
healthzBindAddress: 127.0.0.1:$((PORT + 12))
metricsBindAddress: 127.0.0.1:$((PORT + 13))
iptables: {masqueradeAll: true, localhostNodePorts: false}
conntrack: {maxPerCore: 0, min: 0}
Y
  start kube-proxy kube-proxy --config=services/kube-proxy.yaml
  await kube-proxy 30 curl -sf "http://127.0.0.1:$((PORT + 12))/healthz"
}

services_up() {
  mkdir -p services
  ip route replace blackhole 198.18.0.0/15 # simulated pods' addresses must not leave the machine
  # The API server listens on loopback; pods reach it at the node's address.
  start api-relay socat "TCP-LISTEN:$PORT,bind=$GATEWAY,fork,reuseaddr" "TCP:127.0.0.1:$PORT"
  start_dns
  start_proxy
  echo "services are ready: 10.96.0.0/16, DNS 10.96.0.10"
}

services_down() {
  [ -d services ] || return 0
  stop TERM kube-proxy coredns api-relay
  kube-proxy --cleanup --config=services/kube-proxy.yaml > log/kube-proxy-cleanup.log 2>&1 || true
  { # what --cleanup leaves
    iptables -D INPUT -j KUBE-FIREWALL
    iptables -D OUTPUT -j KUBE-FIREWALL
    iptables -X KUBE-FIREWALL
  } 2> /dev/null || true
  ip route delete blackhole 198.18.0.0/15 2> /dev/null || true
  rm -rf services
}
