"""The details page of a pod on a real node, as a screen reader is told of it: the environment of its container, and what a comparison with the
running container settles."""
import json
import time
import unittest

import cluster
import pod_truth
import walked_window
from cluster import Cluster, await_true
from walked_window import WalkedWindow

NAMESPACE = "environment-window"
POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "watched", "namespace": NAMESPACE},
       "spec": {"nodeSelector": {"kubernetes.io/hostname": "real-node"}, "terminationGracePeriodSeconds": 0, "containers": [
           {"name": "main", "image": "local.test/busybox:1", "command": ["sleep", "3600"], "envFrom": [{"configMapRef": {"name": "moves"}}],
            "env": [{"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "keys", "key": "password"}}}]}]}}


def config_map(data):
    return {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "moves", "namespace": NAMESPACE}, "data": data}


class EnvironmentWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster.shared()
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.cluster.apply(json.dumps({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": NAMESPACE}}))
        cls.addClassCleanup(cls.cluster.kubectl, "delete", "namespace", NAMESPACE, "--wait=false")
        secret = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "keys", "namespace": NAMESPACE}, "stringData": {"password": "never-on-screen"}}
        cls.cluster.apply(pod_truth.items([config_map({"MOOD": "calm", "STAYS": "so"}), secret]))
        await_true(lambda: cls.cluster.kubectl("get", "serviceaccount", "default", "-n", NAMESPACE).code == 0, 30, "a ServiceAccount")
        cls.cluster.apply(json.dumps(POD))
        pod_truth.await_running(cls.cluster, NAMESPACE, 1)
        began = time.time()
        await_true(lambda: time.time() > began + 1, what="another second, since managedFields tell whole ones")
        cls.cluster.apply(json.dumps(config_map({"MOOD": "wild", "STAYS": "so"})))
        cls.window = cls.enterClassContext(WalkedWindow())

    def names(self, *flags, press="", until=""):
        command = [cluster.PROGRAM, "--kubeconfig", self.cluster.kubeconfig(), "--language", "en", "--open", f"pods/{NAMESPACE}/watched", *flags]
        seen = self.window.walk(*command, press=press, name=until)
        self.assertEqual(seen["unnamed"], [])
        return seen["names"]

    def test_what_the_objects_do_not_tell_is_not_guessed(self):
        names = self.names(until="Compare with the container")
        for expected in ("MOOD", "wild", "STAYS", "PASSWORD", "not read"):
            self.assertIn(expected, names)
        self.assertNotIn("calm", names)
        self.assertFalse([name for name in names if "never-on-screen" in name])

    def test_the_container_tells_what_it_has(self):
        names = self.names(press="Environment Compare with the container", until="compared with the container")
        self.assertTrue([name for name in names if name.endswith("compared with the container")], names)
        for expected in ("calm", "wild", "PATH"):
            self.assertIn(expected, names)
        self.assertEqual([name.split(" ", 1)[-1] for name in names if name.endswith((" equal", " changed"))].count("changed"), 1, names)
        self.assertFalse([name for name in names if "never-on-screen" in name])

    def test_a_read_only_window_says_why_it_does_not_ask(self):
        names = self.names("--readonly", until="this cluster is read-only here")
        self.assertTrue([name for name in names if "this cluster is read-only here" in name], names)
        self.assertFalse([name for name in names if name.startswith("Environment Compare")])


if __name__ == "__main__":
    walked_window.main()
