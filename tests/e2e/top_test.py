"""`top` prints what kubectl prints of the same sample of a real metrics-server; other sources tell about the same; nothing is made up."""
import json
import re
import unittest

import cluster
from cluster import Cluster

WORDS = (["pods", "-A"], ["pods", "-A", "--containers"], ["pods", "-A", "--sort-by=memory"], ["pods", "-n", "topped"], ["pods", "-A", "--sum"],
         ["pods", "-A", "--no-headers"], ["nodes"], ["nodes", "--show-capacity"], ["nodes", "--sort-by=cpu"])


MANIFEST = """
apiVersion: v1
kind: Namespace
metadata: {name: topped}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: steady, namespace: topped}
spec:
  replicas: 2
  selector: {matchLabels: {app: steady}}
  template:
    metadata: {labels: {app: steady}}
    spec:
      nodeSelector: {kubernetes.io/hostname: real-node}
      terminationGracePeriodSeconds: 0
      containers:
      - {name: one, image: "local.test/busybox:1", imagePullPolicy: Never, command: [sleep, "1000000"]}
      - {name: two, image: "local.test/busybox:1", imagePullPolicy: Never, command: [sleep, "1000000"]}
"""


class Top(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        cls.cluster.measure(cls, "topped", MANIFEST)
        cluster.await_true(lambda: len(cls.cluster.get("/apis/metrics.k8s.io/v1beta1/namespaces/topped/pods")["items"]) == 2, 180, "the pods are not measured")

    def top(self, *words, source="metrics"):
        return self.cluster.wheelhouse("top", *words, "--source", source)

    def compare(self, *words):
        """Between two equal answers of kubectl there was no new sample."""
        for _ in range(8):
            before = self.cluster.kubectl("top", *words)
            found = self.top(*words)
            if before.same_as(self.cluster.kubectl("top", *words)):
                break
        self.assertEqual((found.code, rows(found.out)), (before.code, rows(before.out)), f"{before}\n{found}")
        self.assertEqual(found.err, before.err)

    def test_every_form_equals_kubectls(self):
        for words in WORDS:
            with self.subTest(words=words):
                self.compare(*words)

    def test_one_pod_and_one_node_by_name(self):
        pod = self.cluster.get("/apis/metrics.k8s.io/v1beta1/namespaces/topped/pods")["items"][0]["metadata"]
        self.compare("pod", pod["name"], "-n", pod["namespace"], "--containers")
        self.compare("node", self.cluster.get("/apis/metrics.k8s.io/v1beta1/nodes")["items"][0]["metadata"]["name"])

    def test_mistakes_are_told_as_kubectl_tells_them(self):
        for words in (["pods", "nobody"], ["nodes", "nobody"], ["pods", "-A", "--sort-by=age"], ["pods", "a", "-l", "b=c"], ["pods", "-n", "no-such-namespace"]):
            with self.subTest(words=words):
                self.compare(*words)

    def test_json_holds_the_same_figures(self):
        table = [line.split() for line in self.top("pods", "-A", "--no-headers").out.splitlines()]
        found = json.loads(self.top("pods", "-A", "-o", "json").out)
        self.assertEqual({(row["namespace"], row["name"]) for row in found}, {(line[0], line[1]) for line in table})
        for row in found:
            self.assertEqual(row["source"], "metrics")
            self.assertRegex(row["timestamp"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            self.assertRegex(row["cpu"], r"^\d+m$")
            self.assertIsNone(row["cpuPercent"])

    def test_the_kubelets_and_prometheus_tell_about_the_same(self):
        """Their samples are of different seconds: what has just begun, and grows, is looked at again."""
        for source in ("kubelet", "prometheus"):
            with self.subTest(source=source):
                far = {}

                def agrees():
                    far.clear()
                    far.update(self.far_apart(source))
                    return not far

                cluster.await_true(agrees, 90, far)

    def far_apart(self, source):
        """The pods that both tell of, with figures too different to be of the same pod at about the same time."""
        run = self.top("pods", "-A", "-o", "json", source=source)
        self.assertEqual(run.code, 0, str(run))
        one, other = ({key(row): row for row in json.loads(text)} for text in (self.top("pods", "-A", "-o", "json").out, run.out))
        self.assertTrue(one.keys() & other.keys())
        out = {}
        for name in one.keys() & other.keys():
            self.assertEqual(other[name]["source"], source)
            first, second = (int(re.sub(r"\D", "", rows_of[name]["memory"])) for rows_of in (one, other))
            if abs(first - second) > 8 + 0.25 * max(first, second):
                out[name] = (first, second)
        return out

    def test_the_source_is_named_where_nobody_chose_one(self):
        run = self.cluster.wheelhouse("top", "pods", "-A")
        self.assertEqual(run.code, 0, str(run))
        self.assertRegex(run.err, r"(?m)^Source: (prometheus|metrics|kubelet)$")


def key(row):
    return row["namespace"], row["name"]


def rows(text):
    """The first line, and the others in any order: kubectl orders equals as they come."""
    lines = text.splitlines()
    return lines[:1], sorted(lines[1:])


if __name__ == "__main__":
    cluster.main()
