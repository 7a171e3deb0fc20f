"""The cluster's real Prometheus is found and proven: through the service proxy, by a port-forward where the proxy is refused, and by its URL; one
that watches another cluster is told apart, a path prefix is found, and who may do nothing is told what is refused."""
import contextlib
import http.server
import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import unittest
import urllib.request

import cluster

PROGRAM = os.environ["PROMETHEUS"]
SERVER = shutil.which("prometheus")
SHARED = cluster.Cluster.shared()
SERVICE = "monitoring/kps-kube-prometheus-stack-prometheus:9090"

FORWARDER = """
apiVersion: v1
kind: ServiceAccount
metadata: {name: forwarder, namespace: monitoring}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: forwarder, namespace: monitoring}
rules:
- {apiGroups: [""], resources: [services, pods], verbs: [get, list]}
- {apiGroups: [""], resources: [pods/portforward], verbs: [get, create]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: forwarder, namespace: monitoring}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: forwarder}
subjects: [{kind: ServiceAccount, name: forwarder, namespace: monitoring}]
"""


def ask(*arguments, kubeconfig=None):
    """The exit code and what was told."""
    run = cluster.Run([PROGRAM, kubeconfig or SHARED.kubeconfig(), "", *arguments])
    if run.code not in (0, 1):
        raise AssertionError(str(run))
    return run.code, json.loads(run.out)


def found(told):
    discovery = told["discovery"]
    return discovery["candidates"][discovery["chosen"]]


def value(told):
    return float(told["answer"]["series"][0]["points"][0][1])


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def forwarder():
    """The kubeconfig of somebody who may list and forward in one namespace, and nothing else."""
    SHARED.apply(FORWARDER)
    try:
        config = json.loads(SHARED.kubectl("config", "view", "--raw", "-o", "json").out)
        token = SHARED.kubectl("create", "token", "forwarder", "-n", "monitoring").out.strip()
        config["users"] = [{"name": "forwarder", "user": {"token": token}}]
        config["contexts"] = [{"name": "it", "context": {"cluster": config["clusters"][0]["name"], "user": "forwarder", "namespace": "monitoring"}}]
        config["current-context"] = "it"
        with tempfile.NamedTemporaryFile("w", suffix=".kubeconfig") as file:
            json.dump(config, file)
            file.flush()
            yield file.name
    finally:
        SHARED.kubectl("delete", "-f", "-", "--wait=false", input=FORWARDER)


@contextlib.contextmanager
def server_of(metrics, prefix=""):
    """A real Prometheus that has scraped these metrics; its port."""
    class Exporter(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(metrics.encode())

        def log_message(self, *_):
            pass

    exporter = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Exporter)
    threading.Thread(target=exporter.serve_forever, daemon=True).start()
    port = free_port()
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "prometheus.yml"), "w") as file:
            file.write("global: {scrape_interval: 1s}\nscrape_configs:\n- {job_name: it, static_configs: [{targets: ['127.0.0.1:%d']}]}\n" % exporter.server_port)
        command = [SERVER, "--config.file", os.path.join(folder, "prometheus.yml"), "--storage.tsdb.path", os.path.join(folder, "data"), f"--web.listen-address=127.0.0.1:{port}"]
        process = subprocess.Popen([*command, f"--web.external-url=http://127.0.0.1:{port}{prefix}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            cluster.await_true(lambda: has_scraped(f"http://127.0.0.1:{port}{prefix}"), 60, "a first scrape")
            yield port
        finally:
            process.terminate()
            process.wait()
            exporter.shutdown()
            exporter.server_close()


def has_scraped(url):
    try:
        with urllib.request.urlopen(url + "/api/v1/query?query=up==1", timeout=5) as answer:
            return len(json.load(answer)["data"]["result"]) > 0
    except OSError:
        return False


def kube_system_created():
    text = SHARED.get("/api/v1/namespaces/kube-system")["metadata"]["creationTimestamp"]
    return int(time.mktime(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ")) - time.timezone)


class RealPrometheus(unittest.TestCase):
    def setUp(self):
        if SERVER is None or not os.path.exists(os.path.join(SHARED.folder, "metrics")):
            self.skipTest("nothing measures this cluster")

    def test_it_is_found_and_proven_through_the_service_proxy(self):
        code, told = ask('count(up{job="kubelet"})')
        self.assertEqual(code, 0, told)
        self.assertEqual(found(told)["candidate"], SERVICE)
        self.assertEqual((found(told)["flavour"], found(told)["verdict"]), ("Prometheus", "this-cluster"))
        self.assertTrue(found(told)["version"].startswith("2."))
        self.assertLess(found(told)["clockAheadLeastMs"], 1000)
        self.assertGreater(found(told)["clockAheadMostMs"], -1000)
        self.assertEqual((told["way"], value(told)), ("proxy", 4))

    def test_a_forward_and_its_address_give_the_same(self):
        address = SHARED.get("/api/v1/namespaces/monitoring/pods/prometheus-kps-kube-prometheus-stack-prometheus-0")["status"]["podIP"]
        query = "prometheus_build_info or count(up)"
        _, proxied = ask("--transport", "proxy", query)
        _, forwarded = ask("--transport", "forward", query)
        _, direct = ask("--transport", "direct", f"http://{address}:9090", query)
        self.assertEqual([forwarded["way"], direct["way"]], ["forward", "direct"])
        self.assertEqual(found(direct)["verdict"], "this-cluster")
        self.assertEqual(value(forwarded), value(proxied))
        self.assertEqual(value(direct), value(proxied))

    def test_who_may_not_use_the_proxy_gets_a_forward(self):
        with forwarder() as kubeconfig:
            code, told = ask("count(up)", kubeconfig=kubeconfig)
        self.assertEqual(code, 0, told)
        self.assertEqual(told["way"], "forward")
        self.assertEqual([(each["way"], each["obstacle"]) for each in found(told)["attempts"]], [("proxy", "forbidden"), ("forward", "none")])
        self.assertIn('cannot get resource "services/proxy"', found(told)["attempts"][0]["error"])
        self.assertEqual(found(told)["verdict"], "this-cluster")

    def test_who_may_do_nothing_is_told_what_is_refused(self):
        code, told = ask("up", kubeconfig=SHARED.kubeconfig("dev"))
        self.assertEqual((code, told["discovery"]["chosen"]), (1, None))
        self.assertTrue(any(gap.startswith("services: ") for gap in told["discovery"]["gaps"]))
        obstacles = {attempt["obstacle"] for each in told["discovery"]["candidates"] for attempt in each["attempts"]}
        self.assertEqual(obstacles, {"forbidden"})

    def test_the_metrics_it_has_are_told_with_their_labels_and_interval(self):
        _, told = ask("--capabilities", "container_memory_working_set_bytes,kube_pod_info,not_there", "1")
        cadvisor = next(each for each in told["capabilities"]["container_memory_working_set_bytes"] if each["path"] == "/metrics/cadvisor")
        self.assertEqual((cadvisor["job"], cadvisor["intervalMs"]), ("kubelet", 5000))
        self.assertTrue({"container", "pod", "namespace", "id"} <= set(cadvisor["sample"]))
        self.assertEqual(told["capabilities"]["not_there"], [])
        self.assertTrue(told["capabilities"]["kube_pod_info"])

    def test_one_of_another_cluster_is_told_apart(self):
        with server_of('kube_namespace_created{namespace="kube-system"} 1700000000\n') as port:
            code, told = ask("--transport", "direct", f"http://127.0.0.1:{port}", "up")
        self.assertEqual((code, told["discovery"]["chosen"]), (1, None))
        self.assertEqual(told["discovery"]["candidates"][0]["verdict"], "other-cluster")
        self.assertIn("2023-11-14T22:13:20Z", told["discovery"]["candidates"][0]["reason"])

    def test_one_of_several_clusters_tells_which_label_is_ours_and_its_prefix_is_found(self):
        metrics = ('kube_namespace_created{namespace="kube-system",cluster="other"} 1700000000\n'
                   f'kube_namespace_created{{namespace="kube-system",cluster="ours"}} {kube_system_created()}\n')
        with server_of(metrics, "/some/prefix") as port:
            code, told = ask("--transport", "direct", f"http://127.0.0.1:{port}", "up")
        self.assertEqual(code, 0, told)
        self.assertEqual((found(told)["verdict"], found(told)["scope"]), ("this-cluster", {"cluster": "ours"}))
        self.assertEqual(found(told)["candidate"], f"http://127.0.0.1:{port}/some/prefix")

    def test_what_the_server_says_of_a_broken_query_is_told(self):
        code, told = ask("up{")
        self.assertEqual((code, told["answer"]["reason"]), (1, "bad_data"))
        self.assertIn("parse error", told["answer"]["error"])


if __name__ == "__main__":
    cluster.main()
