# Sourced by cluster.sh: what measures the real node. Prometheus and its rights are named as kube-prometheus-stack names them.
PROMETHEUS_IMAGE=local.test/prometheus:2
PROMETHEUS=prometheus-kps-kube-prometheus-stack-prometheus # the StatefulSet; its pod has -0

metrics_api_objects() {
  cat << Y
apiVersion: v1
kind: Service
metadata: {name: metrics-server, namespace: kube-system, labels: {k8s-app: metrics-server}}
spec: {ports: [{name: https, port: 443, targetPort: $((PORT + 7))}]}
---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: {name: metrics-server-1, namespace: kube-system, labels: {kubernetes.io/service-name: metrics-server}}
addressType: IPv4
ports: [{name: https, port: $((PORT + 7)), protocol: TCP}]
endpoints: [{addresses: [$GATEWAY], conditions: {ready: true}}]
---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: {name: v1beta1.metrics.k8s.io}
spec:
  group: metrics.k8s.io
  version: v1beta1
  groupPriorityMinimum: 100
  versionPriority: 100
  service: {name: metrics-server, namespace: kube-system}
  caBundle: $(base64 -w0 pki/ca.crt)
Y
}

prometheus_rights() {
  cat << Y
apiVersion: v1
kind: Namespace
metadata: {name: monitoring}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: kps-kube-prometheus-stack-prometheus, namespace: monitoring}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: kps-kube-prometheus-stack-prometheus}
rules:
- {apiGroups: [""], resources: [nodes, nodes/metrics, services, endpoints, pods], verbs: [get, list, watch]}
- {nonResourceURLs: [/metrics, /metrics/cadvisor, /metrics/resources], verbs: [get]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: kps-kube-prometheus-stack-prometheus}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: kps-kube-prometheus-stack-prometheus}
subjects: [{kind: ServiceAccount, name: kps-kube-prometheus-stack-prometheus, namespace: monitoring}]
---
Y
}

prometheus_services() {
  cat << Y
apiVersion: v1
kind: Service
metadata:
  name: kps-kube-prometheus-stack-prometheus
  namespace: monitoring
  labels: {app: kube-prometheus-stack-prometheus, app.kubernetes.io/part-of: kube-prometheus-stack, release: kps, self-monitor: "true"}
spec: {selector: {app.kubernetes.io/name: prometheus}, ports: [{name: http-web, port: 9090, targetPort: http-web}]}
---
apiVersion: v1
kind: Service
metadata: {name: prometheus-operated, namespace: monitoring, labels: {operated-prometheus: "true"}}
spec: {clusterIP: None, selector: {app.kubernetes.io/name: prometheus}, ports: [{name: http-web, port: 9090, targetPort: http-web}]}
---
Y
}

prometheus_pods() {
  cat << Y
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: $PROMETHEUS, namespace: monitoring}
spec:
  serviceName: prometheus-operated
  selector: {matchLabels: {app.kubernetes.io/name: prometheus}}
  template:
    metadata: {labels: {app.kubernetes.io/name: prometheus, prometheus: kps-kube-prometheus-stack-prometheus}}
    spec:
      serviceAccountName: kps-kube-prometheus-stack-prometheus
      nodeSelector: {kubernetes.io/hostname: real-node}
      terminationGracePeriodSeconds: 2
      containers:
      - name: prometheus
        image: $PROMETHEUS_IMAGE
        imagePullPolicy: Never
        command: [/bin/prometheus, --config.file=/etc/prometheus/prometheus.yml, --storage.tsdb.path=/prometheus]
        ports: [{name: http-web, containerPort: 9090}]
        readinessProbe: {httpGet: {path: /-/ready, port: http-web}, periodSeconds: 1}
        volumeMounts: [{name: config, mountPath: /etc/prometheus}, {name: data, mountPath: /prometheus}]
      volumes: [{name: config, configMap: {name: $PROMETHEUS}}, {name: data, emptyDir: {}}]
Y
}

scrape_job() { # JOB PATH PORT SETTINGS LABELS
  cat << Y
- job_name: $1$2
  metrics_path: $2
  honor_labels: true
  ${4:-scheme: http}
  static_configs: [{targets: ["$GATEWAY:$3"], labels: {job: $1, $5}}]
Y
}

prometheus_config() {
  local path folder=/var/run/secrets/kubernetes.io/serviceaccount
  local trusted="scheme: https
  authorization: {credentials_file: $folder/token}
  tls_config: {ca_file: $folder/ca.crt}"
  local any=${trusted/ca_file: $folder\/ca.crt/insecure_skip_verify: true} # these sign their own certificates
  echo "global: {scrape_interval: 5s, evaluation_interval: 5s}"
  echo "rule_files: [rules.yml]"
  echo "scrape_configs:"
  for path in /metrics /metrics/cadvisor /metrics/probes /metrics/resource; do # the last repeats some of cAdvisor
    scrape_job kubelet $path $((PORT + 6)) "$trusted" \
      "node: real-node, metrics_path: $path, namespace: kube-system, service: kps-kubelet, endpoint: https-metrics"
  done
  scrape_job apiserver /metrics "$PORT" "$trusted
  scrape_interval: 15s" "namespace: default, service: kubernetes, endpoint: https"
  scrape_job kube-scheduler /metrics $((PORT + 4)) "$any" "namespace: kube-system, service: kps-kube-scheduler, endpoint: http-metrics"
  scrape_job kube-scheduler /metrics/resources $((PORT + 4)) "$any" "namespace: kube-system, service: kps-kube-scheduler, endpoint: http-metrics"
  scrape_job kube-controller-manager /metrics $((PORT + 3)) "$any" "namespace: kube-system, service: kps-kube-controller-manager, endpoint: http-metrics"
  scrape_job kube-state-metrics /metrics $((PORT + 10)) "" "service: kps-kube-state-metrics, endpoint: http"
  scrape_job node-exporter /metrics $((PORT + 9)) "" "namespace: monitoring, service: kps-prometheus-node-exporter, endpoint: http-metrics"
}

prometheus_rules() {
  cat << 'Y'
groups:
- name: general.rules
  rules:
  - {alert: Watchdog, expr: vector(1), labels: {severity: none}, annotations: {summary: An alert that always fires.}}
- name: kubernetes-apps
  rules:
  - alert: KubePodCrashLooping
    expr: kube_pod_container_status_waiting_reason{reason="CrashLoopBackOff"} == 1
    labels: {severity: warning}
    annotations: {summary: Pod is crash looping., description: "Pod {{ $labels.namespace }}/{{ $labels.pod }} ({{ $labels.container }}) waits."}
- name: k8s.rules
  rules:
  - record: node_namespace_pod_container:container_memory_working_set_bytes
    expr: container_memory_working_set_bytes{job="kubelet",metrics_path="/metrics/cadvisor",image!=""}
Y
}

import_prometheus() {
  local library files=("bin/prometheus=$(command -v prometheus)")
  for library in $(ldd "$(command -v prometheus)" | grep -o '/[^ ]*'); do files+=("${library#/}=$library"); done
  python3 "$HERE/make_image.py" metrics/image.tar "$PROMETHEUS_IMAGE" "${files[@]}"
  ctr_of_node images import --local metrics/image.tar > /dev/null
  rm metrics/image.tar
}

relay() { # PORT: what listens on loopback, for pods too
  start "relay-$1" socat "TCP-LISTEN:$1,bind=$GATEWAY,fork,reuseaddr" "TCP:127.0.0.1:$1"
}

start_exporters() {
  start node-exporter prometheus-node-exporter --web.listen-address="$GATEWAY:$((PORT + 9))"
  start state-metrics python3 "$HERE/state_metrics.py" "https://127.0.0.1:$PORT" pki "$GATEWAY" $((PORT + 10))
  relay $((PORT + 3))
  relay $((PORT + 4))
  await state-metrics 20 curl -sf "http://$GATEWAY:$((PORT + 10))/metrics"
}

start_prometheus() {
  mkdir -p metrics
  import_prometheus
  prometheus_config > metrics/prometheus.yml
  prometheus_rules > metrics/rules.yml
  { prometheus_rights; prometheus_services; prometheus_pods; } > metrics/prometheus.yaml
  admin apply -f metrics/prometheus.yaml > /dev/null
  admin -n monitoring create configmap $PROMETHEUS --from-file=metrics/prometheus.yml --from-file=metrics/rules.yml --dry-run=client -o yaml |
    admin apply -f - > /dev/null
}

# The API is announced when its server is ready, and withdrawn before it ends: else every client's discovery would fail in between.
start_metrics_server() {
  certificate metrics-server metrics-server "" "DNS:metrics-server.kube-system.svc,IP:$GATEWAY"
  start metrics-server metrics-server --kubeconfig=admin.kubeconfig --authentication-kubeconfig=admin.kubeconfig \
    --authorization-kubeconfig=admin.kubeconfig --bind-address="$GATEWAY" --secure-port=$((PORT + 7)) \
    --tls-cert-file=pki/metrics-server.crt --tls-private-key-file=pki/metrics-server.key --kubelet-certificate-authority=pki/ca.crt \
    --kubelet-preferred-address-types=InternalIP --kubelet-use-node-status-port --metric-resolution=10s --kubelet-request-timeout=5s
  await metrics-server 60 curl -skf "https://$GATEWAY:$((PORT + 7))/livez"
  metrics_api_objects > metrics/api.yaml
  admin apply -f metrics/api.yaml > /dev/null
  await metrics-server 60 admin wait --for=condition=Available --timeout=5s apiservice/v1beta1.metrics.k8s.io
}

prometheus_sees() { # QUERY
  admin get --raw "/api/v1/namespaces/monitoring/services/kps-kube-prometheus-stack-prometheus:9090/proxy/api/v1/query?query=$1" | grep -q '"value"'
}

metrics_up() {
  mkdir -p metrics
  start_exporters
  start_prometheus
  start_metrics_server
  await metrics-server 60 admin -n monitoring wait --for=condition=Ready --timeout=5s "pod/$PROMETHEUS-0"
  await metrics-server 60 admin top node real-node
  await state-metrics 60 prometheus_sees container_cpu_usage_seconds_total%7Bpod=%22$PROMETHEUS-0%22%7D
  echo "metrics are ready: Prometheus at $(admin -n monitoring get pod $PROMETHEUS-0 -o 'jsonpath={.status.podIP}'):9090"
}

metrics_down() { # [with-the-node]: then its pods need not be waited for
  [ -d metrics ] || return 0
  if [ "${1:-}" != with-the-node ]; then
    admin delete -f metrics/api.yaml --ignore-not-found --timeout=20s > /dev/null || true
    admin delete -f metrics/prometheus.yaml --ignore-not-found --timeout=60s > /dev/null || true
    ctr_of_node images rm "$PROMETHEUS_IMAGE" > /dev/null || true
  fi
  stop TERM metrics-server state-metrics node-exporter relay-$((PORT + 3)) relay-$((PORT + 4))
  rm -rf metrics
}
