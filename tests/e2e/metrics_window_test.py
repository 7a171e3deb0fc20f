"""What the window shows of a real node: charts whose last values are Prometheus' own, columns that say what metrics.k8s.io says, where each comes
from, and for somebody who may ask no Prometheus why there is none."""
import csv
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

import cluster
from cluster import Cluster

NAMESPACE = "charted"
SERVER = "/api/v1/namespaces/monitoring/pods/prometheus-kps-kube-prometheus-stack-prometheus-0"
MANIFEST = """
apiVersion: v1
kind: Namespace
metadata: {name: charted}
---
apiVersion: v1
kind: Pod
metadata: {name: load, namespace: charted}
spec:
  nodeSelector: {kubernetes.io/hostname: real-node}
  terminationGracePeriodSeconds: 0
  containers:
  - name: burns
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [sh, -c, "while :; do :; done"]
    resources: {requests: {cpu: 100m}, limits: {cpu: 200m, memory: 32Mi}}
  - name: holds
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [sh, -c, "dd if=/dev/zero of=/held/it bs=1M count=64 2> /dev/null; exec sleep 1000000"]
    resources: {requests: {memory: 96Mi}, limits: {memory: 128Mi}}
    volumeMounts: [{name: held, mountPath: /held}]
  volumes: [{name: held, emptyDir: {medium: Memory}}]
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: onlooker, namespace: charted}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: charted-onlooker}
rules:
- {apiGroups: [""], resources: [pods, nodes, namespaces], verbs: [get, list, watch]}
- {apiGroups: [metrics.k8s.io], resources: [pods, nodes], verbs: [get, list]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: charted-onlooker}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: charted-onlooker}
subjects: [{kind: ServiceAccount, name: onlooker, namespace: charted}]
"""
WHOLE = 150  # seconds after which every rate of the charts has a whole window


class MetricsWindow(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        cls.cluster.measure(cls, NAMESPACE, MANIFEST)
        cls.addClassCleanup(cls.cluster.kubectl, "delete", "clusterrole,clusterrolebinding", "charted-onlooker")
        cls.url = f"http://{cls.cluster.get(SERVER)['status']['podIP']}:9090"
        cluster.await_true(lambda: cls.ask(f'container_cpu_usage_seconds_total{{namespace="{NAMESPACE}",container="burns"}}', time.time() - WHOLE), 2 * WHOLE, "a whole window was measured")
        folder = tempfile.mkdtemp(prefix="wheelhouse-onlooker-")
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.folders = {"admin": tempfile.mkdtemp(dir=folder), "onlooker": tempfile.mkdtemp(dir=folder)}
        shutil.copy(cls.cluster.kubeconfig(), cls.folders["admin"])
        token = cls.cluster.kubectl("create", "token", "onlooker", "-n", NAMESPACE).out.strip()
        view = json.loads(cls.cluster.kubectl("config", "view", "--raw", "-o", "json").out)
        view["users"] = [{"name": "onlooker", "user": {"token": token}}]
        view["contexts"] = [{"name": "onlooker", "context": {"cluster": view["clusters"][0]["name"], "user": "onlooker"}}]
        with open(os.path.join(cls.folders["onlooker"], "config"), "w") as file:
            json.dump({**view, "current-context": "onlooker"}, file)

    @classmethod
    def ask(cls, expression, at):
        words = urllib.parse.urlencode({"query": expression, "time": f"{at:.3f}"}).encode()
        with urllib.request.urlopen(cls.url + "/api/v1/query", words, timeout=30) as answer:
            return json.load(answer)["data"]["result"]

    def window(self, who, *addresses):
        run = subprocess.run([os.environ["METRICS_PAGES"], self.folders[who], who, *addresses], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=400)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        return [json.loads(line) for line in run.stdout.splitlines()]

    def near(self, what, shown, told):
        print(f"{what}: shown {shown:.6g}, told {told:.6g}, {100 * (shown / told - 1):+.2f} %")
        self.assertLess(abs(shown / told - 1), 0.05, what)

    def last(self, chart):
        self.assertTrue(chart["lines"], chart)
        return next(line for line in chart["lines"] if line["name"] == "Used")

    def test_the_charts_of_a_pod_end_where_prometheus_does(self):
        """The rate is asked of a minute, whatever the chart asks of: what burns is throttled to a constant share."""
        [page] = self.window("admin", f"pods/{NAMESPACE}/load#metrics:range:5m")
        scraped = f'namespace="{NAMESPACE}",pod="load",container!="",metrics_path="/metrics/cadvisor"'
        for name, expression in (("cpu", f"sum(rate(container_cpu_usage_seconds_total{{{scraped}}}[1m]))"), ("memory", f"sum(container_memory_working_set_bytes{{{scraped}}})")):
            chart = page["charts"][name]
            line = self.last(chart)
            self.assertGreater(line["points"], 5, chart)
            self.assertLess(time.time() - line["time"], 120, "the line ends now")
            self.near(f"{name} of the pod", line["value"], float(self.ask(expression, line["time"])[0]["value"][1]))
            for words in ("Prometheus", "monitoring/", "service proxy", "container_"):
                self.assertIn(words, chart["explained"])

    def test_the_page_of_promql_answers_as_prometheus(self):
        expression = f'container_spec_memory_limit_bytes{{namespace="{NAMESPACE}",container!="",metrics_path="/metrics/cadvisor"}}'
        [page] = self.window("admin", f"promql#query:sum by (container) ({expression})")
        shown = {row["container"]: float(row["Value"]) for row in csv.DictReader(io.StringIO(page["csv"]))}
        self.assertEqual(shown, {"burns": 32 * 2 ** 20, "holds": 128 * 2 ** 20})

    def test_the_columns_say_what_prometheus_says(self):
        _, page = self.window("admin", "metrics", "pods")  # while Prometheus is still looked for, the columns have another source
        text, tip = page["rows"][f"{NAMESPACE}/load"]["Memory"]
        told = self.ask(f'sum(container_memory_working_set_bytes{{namespace="{NAMESPACE}",container!="",metrics_path="/metrics/cadvisor"}})', time.time())[0]["value"][1]
        self.near("memory in the table", float(re.fullmatch(r"(\d+)Mi", text)[1]) + 0.5, float(told) / 2 ** 20)
        self.assertIn("Source: Prometheus", tip)
        self.assertIn("Request: 128Mi", tip)  # a limit alone is a request too
        self.assertIn("Limit: 160Mi", tip)

    def measured(self):
        return {f"{each['metadata']['namespace']}/{each['metadata']['name']}": each["timestamp"] for each in self.cluster.get("/apis/metrics.k8s.io/v1beta1/pods")["items"]}

    def test_without_prometheus_the_columns_are_those_of_kubectl_top(self):
        for _ in range(8):  # until all was of one sample
            before = self.measured()
            [page] = self.window("onlooker", "pods")
            top = self.cluster.kubectl("top", "pods", "-A", "--no-headers").out
            if before == self.measured():
                break
        rows = [line.split() for line in top.splitlines()]
        self.assertTrue(any(row[:2] == [NAMESPACE, "load"] for row in rows), top)
        for namespace, name, cpu, memory in rows:
            shown = page["rows"][f"{namespace}/{name}"]
            self.assertEqual((shown["CPU"][0], shown["Memory"][0]), (cpu, memory), f"{namespace}/{name}")
            self.assertIn("Source: metrics.k8s.io", shown["CPU"][1])
            self.assertIn("Not from Prometheus: ", shown["CPU"][1])

    def test_without_prometheus_the_page_of_promql_says_why(self):
        [page] = self.window("onlooker", "promql")
        said = "\n".join(page["notices"])
        self.assertIn("No server of the Prometheus API was found", said)
        self.assertIn('cannot list resource "services"', said)


if __name__ == "__main__":
    cluster.main()
