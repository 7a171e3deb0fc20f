"""A pod that really runs: what the program prints of it, its containers asked too, is what the program here prints; and a stream into it is watched."""
import json
import os
import re
import subprocess
import tempfile
import unittest

import wine
import cluster
from cluster import Cluster

NAMESPACE = "printed"
POD = """
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: printed}
data: {COLOUR: "blue", HANGUL: "한글"}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: printed, labels: {app: web}}
spec:
  nodeSelector: {kubernetes.io/hostname: real-node}
  terminationGracePeriodSeconds: 0
  volumes: [{name: told, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}}]
  containers:
  - name: main
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [sleep, "100000"]
    resources: {requests: {cpu: 10m, memory: 16Mi}, limits: {cpu: "1", memory: 64Mi}}
    envFrom: [{configMapRef: {name: settings}}]
    env: [{name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}, {name: LIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory}}}, {name: TEXT, value: "one\\ntwo"}]
    volumeMounts: [{name: told, mountPath: /told}]
"""


class Pod(unittest.TestCase):
    cluster = Cluster.shared()
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.cluster.own_pods(cls, NAMESPACE)
        cls.cluster.apply(POD)
        cls.cluster.await_ready(NAMESPACE, "web")
        cls.cluster.kubectl("patch", "configmap", "-n", NAMESPACE, "settings", "-p", '{"data": {"COLOUR": "green"}}')

    def compare(self, *arguments, code=0, user="admin"):
        here = self.cluster.wheelhouse(*arguments, user=user)
        there = wine.wheelhouse(*arguments, "--kubeconfig", self.cluster.kubeconfig(user))
        self.assertEqual((here.code, here.err), (code, here.err), here)
        self.assertEqual((there.code, there.out, there.err), (here.code, here.out, here.err))
        return there

    def test_objects(self):
        self.compare("get", "pods", "-n", NAMESPACE, "-o", "yaml")
        self.compare("get", "nodes,configmaps,serviceaccounts", "-A", "-o", "name")

    def test_rights(self):
        self.compare("rbac", "who-can", "list", "pods")
        with tempfile.TemporaryDirectory() as folder:
            requests = os.path.join(folder, "requests")
            with open(requests, "w") as file:
                json.dump([{"user": user, "verb": verb, "resource": "pods", "namespace": "default"} for user in ("viewer", "jane") for verb in ("get", "delete")], file)
            self.compare("rbac", "check", "--requests", requests)

    def test_the_environment_and_what_the_container_has(self):
        self.compare("env", "web", "-n", NAMESPACE)
        there = self.compare("env", "web", "-n", NAMESPACE, "--compare", "-o", "json")
        self.assertIn("green", there.out)
        self.assertIn("한글", there.out)

    def test_what_the_downward_api_tells(self):
        self.compare("downward", "web", "-n", NAMESPACE)
        self.compare("downward", "web", "-n", NAMESPACE, "-o", "json")

    def test_who_may_not_ask_is_told_the_same(self):
        self.compare("env", "web", "-n", NAMESPACE, "--compare", user="viewer", code=1)
        self.compare("get", "pods", "-n", NAMESPACE, user="dev", code=1)

    def keep_alives(self):
        """When each connection of the running `exec` to the server is tried next, in seconds."""
        listed = subprocess.run(["ss", "-tnopH", "state", "established", "dport", "=", ":" + self.cluster.setting("PORT")], stdout=subprocess.PIPE, text=True, check=True).stdout
        own = [line for line in listed.splitlines() if '"exec.exe"' in line]
        return [float(seconds) for line in own for seconds in re.findall(r"timer:\(keepalive,([\d.]+)m?s", line)]  # 7.048ms are seven seconds

    def test_a_silent_stream_is_tried_every_ten_seconds(self):
        command = [*wine.program("tests/e2e/exec.exe"), "--kubeconfig", self.cluster.kubeconfig()]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            process.stdin.write(json.dumps({"do": "open", "name": "s", "namespace": NAMESPACE, "pod": "web", "container": "main", "command": ["sleep", "600"]}) + "\n")
            process.stdin.flush()
            self.assertEqual(process.stdout.readline(), "{}\n")
            cluster.await_true(self.keep_alives, 10, "a connection that is watched")
            self.assertLessEqual(max(self.keep_alives()), 10)
            process.stdin.close()


if __name__ == "__main__":
    cluster.main()
