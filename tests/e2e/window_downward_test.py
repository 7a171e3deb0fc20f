"""The Downward API of pods on a real node, in the window: what it says of each entry is what the running container answers, and a label
that changes is told apart where it is frozen."""
import json
import re
import unittest

import cluster
import pod_truth
import walked_window
from cluster import Cluster
from downward_test import Generator
from walked_window import WalkedWindow

NAMESPACE = "downward-window"
COUNT = 5
RELABELLED = "generated-0"
SAID = re.compile(r"Equal: (\d+)\. Different: (\d+)\. Not readable: (\d+)\.")


class DownwardWindow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster.shared()
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.cluster.apply(json.dumps({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": NAMESPACE}}))
        cls.addClassCleanup(cls.cluster.kubectl, "delete", "namespace", NAMESPACE, "--wait=false")
        generator = Generator(41)
        pods = [generator.pod(number) for number in range(COUNT)]
        for pod in pods:
            pod["metadata"]["namespace"] = NAMESPACE
        pods[0]["spec"]["containers"][0]["env"].append({"name": "APP", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['app']"}}})
        cls.cluster.apply(pod_truth.items(pods))
        cls.pods = pod_truth.await_running(cls.cluster, NAMESPACE, COUNT)
        cls.window = cls.enterClassContext(WalkedWindow())

    def compared(self, pod):
        """The numbers of entries that are equal, different and not readable."""
        seen = self.window.walk(cluster.PROGRAM, "--kubeconfig", self.cluster.kubeconfig(), "--language", "en", "--open", f"pods/{NAMESPACE}/{pod}#downward",
                                press="Compare with the container", name="Compared with the containers")
        self.assertEqual(seen["unnamed"], [])
        said = [match for match in map(SAID.search, seen["names"]) if match]
        self.assertTrue(said, seen["names"])
        return tuple(map(int, said[0].groups()))

    def entries(self, pod):
        return json.loads(self.cluster.wheelhouse("downward", pod, "-n", NAMESPACE, "-o", "json").out)

    def test_every_entry_equals_what_the_containers_see(self):
        for pod in self.pods:
            if pod != RELABELLED:
                with self.subTest(pod):
                    self.assertEqual(self.compared(pod), (len(self.entries(pod)), 0, 0))

    def test_what_is_frozen_differs_after_a_label_changed(self):
        entries = self.entries(RELABELLED)
        frozen = [entry for entry in entries if entry["frozen"] and entry["field"] == "metadata.labels['app']"]
        self.assertTrue(frozen)
        self.assertEqual(self.compared(RELABELLED), (len(entries), 0, 0))
        self.cluster.kubectl("label", "pod", RELABELLED, "-n", NAMESPACE, "--overwrite", "app=store")
        cluster.await_true(lambda: self.compared(RELABELLED) == (len(entries) - len(frozen), len(frozen), 0), 120, "the files follow, and the variables do not")


if __name__ == "__main__":
    walked_window.main()
