#!/usr/bin/env python3
"""The demo cluster is what a real server would accept and return, and the real kubectl finds its way in it."""
import copy
import functools
import glob
import json
import os
import signal
import subprocess
import tempfile
import threading
import unittest

import yaml

import cluster
from cluster import Cluster, Run

DATA = os.path.join(cluster.ROOT, "resources", "demo")
SERVER = os.environ.get("DEMO_SERVER", os.path.join(cluster.ROOT, "build", "tests", "e2e", "demo_server"))


class Demo:
    """A demo server; still ones change only when they are asked to."""

    def __init__(self, *arguments):
        self.folder = tempfile.TemporaryDirectory(prefix="wheelhouse-demo-")
        self.process = subprocess.Popen([SERVER, DATA, os.path.join(self.folder.name, "config"), *arguments], stdout=subprocess.PIPE, text=True)
        self.kubeconfig = self.process.stdout.readline().strip()

    def stop(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()
        self.folder.cleanup()

    def command(self, *arguments):
        return [cluster.kubectl_program(), "--kubeconfig", self.kubeconfig, "--cache-dir", os.path.join(self.folder.name, "cache"), *arguments]

    def kubectl(self, *arguments, input=None):
        return Run(self.command(*arguments), input, cluster._environment())

    def wheelhouse(self, *arguments):
        return Run([cluster.PROGRAM, *arguments, "--kubeconfig", self.kubeconfig], environment=cluster._environment())

    def objects(self, kinds):
        run = self.kubectl("get", kinds, "-A", "-o", "json")
        if run.code != 0:
            raise AssertionError(str(run))
        return json.loads(run.out)["items"]


@functools.cache
def documents():
    """Every object of the data folder. Nobody changes them."""
    found = []
    for file in sorted(glob.glob(os.path.join(DATA, "objects", "*.yaml"))):
        with open(file) as stream:
            found += [document for document in yaml.safe_load_all(stream) if document]
    return found


def key(item):
    metadata = item["metadata"]
    return item["apiVersion"], item["kind"], metadata.get("namespace", ""), metadata["name"]


def as_given(item):
    """An object without what a server, a controller or the time adds to it."""
    item = copy.deepcopy(item)
    item.pop("status", None)
    metadata = item["metadata"]
    for name in ("uid", "resourceVersion", "creationTimestamp", "managedFields", "generation", "finalizers", "selfLink"):
        metadata.pop(name, None)
    metadata.pop("annotations", None)
    spec = item.get("spec") or {}
    if item["kind"] == "Service":
        for name in ("clusterIP", "clusterIPs"):
            if spec.get(name) not in ("None", ["None"]):
                spec.pop(name, None)
        for port in spec.get("ports", []):
            port.pop("nodePort", None)
    if item["kind"] == "Pod":
        spec.pop("nodeName", None)
    if item["kind"] == "PersistentVolumeClaim":
        spec.pop("volumeName", None)
    if item["kind"] == "CSINode":  # a server spells an empty list as null, and refuses to be given that
        spec["drivers"] = spec["drivers"] or []
    if item["kind"] == "Job":  # both hold its uid
        spec.pop("selector")
        spec["template"]["metadata"].pop("labels")
    return item


def as_applied(item):
    """Who wrote which field is the server's to say: it refuses to be told."""
    return {**item, "metadata": {name: value for name, value in item["metadata"].items() if name != "managedFields"}}


class AcceptedByARealServer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.own = Cluster.own()
        cls.real = cls.own.__enter__()
        cls.demo = Demo("--still")

    @classmethod
    def tearDownClass(cls):
        cls.demo.stop()
        cls.own.__exit__(None, None, None)

    def apply(self, items):
        text = json.dumps({"apiVersion": "v1", "kind": "List", "items": [as_applied(item) for item in items]})
        return self.real.kubectl("apply", "--server-side", "--force-conflicts", "-f", "-", input=text)

    def test_1_demo_objects_are_accepted_by_a_real_server(self):
        items = [{name: value for name, value in item.items() if name != "status"} for item in documents()]
        first = [item for item in items if item["kind"] in ("Namespace", "CustomResourceDefinition", "PriorityClass")]
        run = self.apply(first)
        self.assertEqual(run.code, 0, run)
        definitions = ["crd/" + item["metadata"]["name"] for item in first if item["kind"] == "CustomResourceDefinition"]
        run = self.real.kubectl("wait", "--for=condition=Established", "--timeout=60s", *definitions)
        self.assertEqual(run.code, 0, run)
        run = self.apply([item for item in items if item not in first])
        self.assertEqual(run.code, 0, run)
        self.assertGreater(len(items), 200)

    def test_2_they_are_filled_in_as_a_real_server_fills_them(self):
        def from_real(kinds):
            return json.loads(self.real.kubectl("get", kinds, "-A", "-o", "json").out)["items"]

        wanted = {key(item) for item in documents()}
        kinds = sorted({item["kind"] + "." + item["apiVersion"].partition("/")[0] if "/" in item["apiVersion"] else item["kind"] for item in documents()})
        compared = 0
        for kind in kinds:
            name = kind if "." not in kind else kind.split(".")[0] + "." + self.version_and_group(kind)
            expected = {key(item): as_given(item) for item in from_real(name)}
            for item in self.demo.objects(name):
                if key(item) not in wanted or item["kind"] == "Node":
                    continue
                with self.subTest(key(item)):
                    self.assertEqual(expected[key(item)], as_given(item))
                compared += 1
        self.assertGreater(compared, 200)

    def version_and_group(self, kind):
        short, group = kind.split(".", 1)
        return next(item["apiVersion"].split("/")[1] for item in documents() if item["kind"] == short and item["apiVersion"].startswith(group + "/")) + "." + group

    def test_3_what_its_controllers_make_is_accepted_too(self):
        for kind in ("pods", "replicasets", "jobs", "persistentvolumes", "endpointslices", "events"):
            items = self.demo.objects(kind)
            self.assertTrue(items, kind)
            for item in items:
                item.pop("status", None)
                for name in ("uid", "resourceVersion", "creationTimestamp", "ownerReferences"):
                    item["metadata"].pop(name, None)
                item["metadata"]["name"] = item["metadata"]["name"][:50] + "-again"
                item.get("spec", {}).pop("claimRef", None)
                if kind == "jobs":
                    item["spec"].pop("selector", None)
                    item["spec"]["template"]["metadata"]["labels"] = {"app": "again"}
            text = json.dumps({"apiVersion": "v1", "kind": "List", "items": [as_applied(item) for item in items]})
            run = self.real.kubectl("create", "--dry-run=server", "-f", "-", input=text)
            self.assertEqual(run.code, 0, run)


class SeenByKubectl(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.still = Demo("--still")

    @classmethod
    def tearDownClass(cls):
        cls.still.stop()

    def out(self, *arguments, **options):
        run = self.still.kubectl(*arguments, **options)
        self.assertEqual((run.code, run.err), (0, ""), run)
        return run.out

    def test_it_lists_pods_with_their_state(self):
        text = self.out("get", "pods", "-A")
        for word in ("CrashLoopBackOff", "Completed", "Pending", "Running", "ErrImagePull"):
            self.assertIn(word, text)

    def test_it_knows_the_kinds(self):
        text = self.out("api-resources")
        for word in ("pods", "deployments", "prometheuses", "ingressroutes", "clusterrolebindings"):
            self.assertRegex(text, rf"(?m)^{word} ")

    def test_it_describes_a_pod_with_its_events(self):
        text = self.out("describe", "pod", "-n", "team-b", "-l", "app=checkout")
        for word in ("CrashLoopBackOff", "Restart Count:  37", "Back-off restarting failed container", "QoS Class:"):
            self.assertIn(word, text)

    def test_it_prints_an_object_as_yaml(self):
        pod = yaml.safe_load(self.out("get", "pod", "downward-demo", "-n", "team-a", "-o", "yaml"))
        self.assertEqual(pod["spec"]["serviceAccountName"], "introspector")
        self.assertEqual(pod["status"]["phase"], "Running")

    def test_it_asks_for_rights_usage_and_logs(self):
        self.assertEqual(self.out("auth", "can-i", "delete", "pods"), "yes\n")
        self.assertIn("kube-worker-1", self.out("top", "nodes"))
        self.assertIn("level=", self.out("logs", "downward-demo", "-n", "team-a", "-c", "main"))

    def test_it_runs_commands_that_see_what_the_pods_say(self):
        inside = ["exec", "-n", "team-a", "downward-demo", "-c", "main", "--"]
        labels = self.still.kubectl(*inside, "cat", "/etc/podinfo/labels")
        self.assertEqual((labels.code, labels.out), (0, 'app="downward-demo"\ntier="lesson"'))
        self.assertIn("MY_MEMORY_LIMIT=64\n", self.still.kubectl(*inside, "env").out)
        self.assertEqual(self.still.kubectl(*inside, "cat", "/none").code, 1)
        self.assertIn("executable file not found", self.still.kubectl(*inside, "sh").err)

    def test_it_pages_through_long_lists(self):
        whole = self.out("get", "clusterroles", "-o", "name")
        self.assertEqual(self.out("get", "clusterroles", "-o", "name", "--chunk-size=7"), whole)

    def test_it_edits_and_sees_what_comes_of_it(self):
        demo = Demo()
        try:
            for arguments in (("label", "ns", "default", "course=1"), ("annotate", "node", "kube-worker-1", "note=x"),
                              ("scale", "deployment", "ml-pipeline-ui", "-n", "kubeflow", "--replicas=4"),
                              ("patch", "configmap", "web-config", "-n", "team-a", "-p", '{"data":{"THEME":"autumn"}}')):
                run = demo.kubectl(*arguments)
                self.assertEqual(run.code, 0, run)
            cluster.await_true(lambda: demo.kubectl("get", "deployment", "ml-pipeline-ui", "-n", "kubeflow", "-o", "jsonpath={.status.readyReplicas}").out == "4")
            run = demo.kubectl("delete", "pod", "downward-demo", "-n", "team-a", "--timeout=20s")
            self.assertEqual(run.code, 0, run)
        finally:
            demo.stop()

    def test_it_watches_pods_come_and_go(self):
        demo = Demo()
        try:
            watch = subprocess.Popen(demo.command("get", "pods", "-n", "kubeflow", "--watch"), stdout=subprocess.PIPE, text=True)
            seen = [watch.stdout.readline()]  # once there is a list, nothing that comes after it is missed
            run = demo.kubectl("delete", "pod", "-n", "kubeflow", "-l", "app=mysql", "--wait=false")
            self.assertEqual(run.code, 0, run)
            killer = threading.Timer(60, watch.kill)
            killer.start()
            while line := watch.stdout.readline():
                seen.append(line)
                if "ContainerCreating" in line and any("Terminating" in before for before in seen):
                    break
            self.assertIn("ContainerCreating", seen[-1], seen)
            killer.cancel()
            watch.kill()
            watch.wait()
            watch.stdout.close()
        finally:
            demo.stop()


class SeenByOurselves(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.still = Demo("--still")

    @classmethod
    def tearDownClass(cls):
        cls.still.stop()

    def test_get_prints_what_kubectl_prints(self):
        for words in ("pods -A", "pods -A -o wide", "nodes", "deployments -A", "services -A", "events -n team-b", "prometheuses -A", "clusterroles", "secrets -A",
                      "pods -n team-b -l app=orders", "pods -A -o name", "configmap web-config -n team-a -o yaml", "jobs,cronjobs -A", "pod nobody -n team-a", "potatoes"):
            with self.subTest(words):
                arguments = ["get", *words.split()]
                whole = ["--show-managed-fields"] if "yaml" in arguments else []   # ours prints what was sent
                self.assertIsNone(cluster.difference_of_runs(self.still.kubectl(*arguments, *whole), self.still.wheelhouse(*arguments)))


if __name__ == "__main__":
    cluster.main()
