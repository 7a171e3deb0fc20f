"""What the program says of the Downward API is what running containers see: generated pods with every field, divisor and kind of limit,
on a real node, where env and files are read by the real kubectl."""
import json
import os
import random
import unittest

import cluster
import pod_truth
from cluster import Cluster, await_true

NAMESPACE = "downward-truth"
COUNT = int(os.environ.get("COUNT", "60"))
TOGETHER = 20   # the node has other work too
LABELS = {"app": "shop", "tier.example.com/level": "2", "empty": ""}
ANNOTATIONS = {
    "example.com/said": 'a "quoted" word \\ and a back-slash',
    "lines": "one\ntwo\n\tthree\r\n",
    "korean": "한글 주석 🐧",
    "control": "bell \x07 escape \x1b nothing \x7f soft­hyphen",
    "Mixed.Case/Key": "kept",
    "number": "0012",
}
ENV_FIELDS = ["metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName", "status.hostIP", "status.hostIPs",
              "status.podIP", "status.podIPs", "metadata.labels['app']", "metadata.labels['tier.example.com/level']", "metadata.labels['empty']",
              "metadata.labels['missing']", "metadata.annotations['lines']", "metadata.annotations['example.com/said']",
              "metadata.annotations['Mixed.Case/Key']", "metadata.annotations['korean']", "metadata.annotations['missing']"]
FILE_FIELDS = ["metadata.name", "metadata.namespace", "metadata.uid", "metadata.labels", "metadata.annotations", "metadata.labels['app']",
               "metadata.labels['missing']", "metadata.annotations['lines']", "metadata.annotations['control']", "metadata.annotations['korean']"]
DIVISORS = {"cpu": ["1", "1m", "0", None],
            "memory": ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei", "0", None]}
DIVISORS["ephemeral-storage"] = DIVISORS["hugepages-2Mi"] = DIVISORS["memory"]
# What is requested, also by a limit alone, is small: sixty pods share a small node.
REQUESTS = {"cpu": ["10m", "1m", "25m", "100u", "0.03", "2e-2", "0.0155"],
            "memory": ["16Mi", "33333333", "10M", "0.02Gi", "12e6", "10485760500m"],
            "ephemeral-storage": ["10Mi", "1M", "1234567", "0.01Gi"]}
LIMITS_ALONE = {"cpu": ["20m", "0.0123", "15m"], "memory": ["64Mi", "128M", "99999999"], "ephemeral-storage": ["50M", "10Mi"]}
LIMITS = {"cpu": ["200m", "1", "1500m", "0.123", "1.0001"], "memory": ["64Mi", "128M", "99999999", "0.1Gi"], "ephemeral-storage": ["1Gi", "500M", "1.5Gi"]}
LITTLE = {"cpu": "5m", "memory": "8Mi", "ephemeral-storage": "1Mi"}
POD_LEVEL = [{"limits": {"cpu": "2500m"}, "requests": {"cpu": "200m"}}, {"limits": {"memory": "700Mi"}, "requests": {"memory": "600M"}},
             {"limits": {"cpu": "3", "memory": "900M"}, "requests": {"cpu": "150m", "memory": "550Mi"}}]
FOLDERS = {"downwardAPI": "/downward", "projected": "/projected"}


class Generator:
    """Pods out of a seed; together they have everything that the lists above name."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.turn = 0

    def next_of(self, values):
        """Each value comes, and not in the same company each time."""
        self.turn += 1
        return values[self.turn % len(values)]

    def resources(self):
        out = {}
        for name, requests in REQUESTS.items():
            kind = self.random.randrange(5)
            if kind == 1:
                out.setdefault("requests", {})[name] = self.random.choice(requests)
            elif kind == 2:
                out.setdefault("limits", {})[name] = self.random.choice(LIMITS_ALONE[name])
            elif kind >= 3:
                out.setdefault("requests", {})[name] = LITTLE[name]
                out.setdefault("limits", {})[name] = self.random.choice(LIMITS[name])
        return out

    def resource_reference(self, container=None):
        name = self.next_of(list(DIVISORS))
        divisor = self.next_of(DIVISORS[name])
        reference = {"resource": f"{self.random.choice(['limits', 'requests'])}.{name}"}
        if container:
            reference["containerName"] = container
        if divisor is not None:
            reference["divisor"] = divisor
        return {"resourceFieldRef": reference}

    def environment(self, names):
        out = [{"name": f"FIELD_{i}", "valueFrom": {"fieldRef": {"fieldPath": self.next_of(ENV_FIELDS)}}} for i in range(6)]
        out += [{"name": f"RESOURCE_{i}", "valueFrom": self.resource_reference(self.random.choice([None, *names]))} for i in range(8)]
        return out

    def files(self, names):
        out = [{"path": f"fields/{i}", "fieldRef": {"fieldPath": self.next_of(FILE_FIELDS)}} for i in range(5)]
        out += [{"path": f"resource-{i}", **self.resource_reference(self.random.choice(names))} for i in range(5)]
        return out

    def pod(self, number):
        names = ["first", "second", "third"][:1 + number % 3]
        containers = [{"name": name, "image": "local.test/busybox:1", "command": ["sleep", "3600"], "resources": self.resources(), "env": self.environment(names),
                       "volumeMounts": [{"name": kind.lower(), "mountPath": folder} for kind, folder in FOLDERS.items()]} for name in names]
        spec = {"nodeSelector": {"kubernetes.io/hostname": "real-node"}, "terminationGracePeriodSeconds": 0, "containers": containers,
                "volumes": [{"name": "downwardapi", "downwardAPI": {"items": self.files(names)}},
                            {"name": "projected", "projected": {"sources": [{"downwardAPI": {"items": self.files(names)}}]}}]}
        if number % 4 == 1:
            spec["initContainers"] = [{**containers[0], "name": "side", "restartPolicy": "Always", "env": self.environment([*names, "side"])}]
        if number % 5 == 2:
            spec["resources"] = self.next_of(POD_LEVEL)
        if number % 7 == 3:
            spec["hostNetwork"] = True
        return {"apiVersion": "v1", "kind": "Pod", "spec": spec,
                "metadata": {"name": f"generated-{number}", "namespace": NAMESPACE, "labels": LABELS, "annotations": ANNOTATIONS}}


def without_kubelets_own(content, entry):
    """All annotations, but for those that the kubelet adds to what it knows of the pod and tells nobody."""
    if entry["field"] != "metadata.annotations":
        return content
    return "\n".join(line for line in content.split("\n") if not line.startswith(("kubernetes.io/config.seen=", "kubernetes.io/config.source=")))


def sent(shared, pod):
    """Whether the server takes it; if it does not, it says why."""
    return shared.kubectl("create", "-f", "-", input=json.dumps(pod))


class DownwardTruth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster.shared()
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.cluster.apply(json.dumps({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": NAMESPACE}}))
        cls.addClassCleanup(cls.cluster.kubectl, "delete", "namespace", NAMESPACE, "--wait=false")

    def setUp(self):
        self.compared = {"env": 0, "volume": 0, "projected": 0}
        self.seen = set()

    def entries(self, pod):
        run = self.cluster.wheelhouse("downward", pod["metadata"]["name"], "-n", NAMESPACE, "-o", "json")
        self.assertEqual(run.code, 0, run)
        return json.loads(run.out)

    def check(self, pod):
        entries = self.entries(pod)
        self.assertEqual(len(entries), self.expected_count(pod), pod["metadata"]["name"])
        for container in pod_truth.running_containers(pod):
            self.check_environment(pod, container["name"], entries)
            self.check_files(pod, container["name"], entries)

    @staticmethod
    def expected_count(pod):
        spec = pod["spec"]
        environment = sum(1 for c in spec.get("initContainers", []) + spec["containers"] for e in c["env"] if "valueFrom" in e)
        own = [v for v in spec["volumes"] if not v["name"].startswith("kube-api-access")]
        # what the server adds to every pod: the namespace beside the token
        token = sum(1 for v in spec["volumes"] if v["name"].startswith("kube-api-access"))
        return environment + token + sum(len(v.get("downwardAPI", {}).get("items", [])) for v in own) \
            + sum(len(s["downwardAPI"]["items"]) for v in own for s in v.get("projected", {}).get("sources", []))

    def check_environment(self, pod, container, entries):
        truth = pod_truth.environment(self.cluster, NAMESPACE, pod["metadata"]["name"], container)
        for entry in entries:
            if entry["kind"] == "env" and entry["container"] == container:
                self.same(entry, truth[entry["name"]], pod, container)
                self.assertTrue(entry["frozen"], entry)

    def check_files(self, pod, container, entries):
        paths = {self.path(entry): entry for entry in entries if entry["kind"] != "env" and self.path(entry)}
        truth = pod_truth.files(self.cluster, NAMESPACE, pod["metadata"]["name"], container, list(paths))
        for path, entry in paths.items():
            self.same(entry, without_kubelets_own(truth[path], entry), pod, container)
            self.assertFalse(entry["frozen"], entry)

    @staticmethod
    def path(entry):
        if entry["name"].startswith("kube-api-access"):
            return "/var/run/secrets/kubernetes.io/serviceaccount/" + entry["path"]
        return f"{FOLDERS['downwardAPI' if entry['kind'] == 'volume' else 'projected']}/{entry['path']}"

    def same(self, entry, truth, pod, container):
        self.assertIsNone(entry["error"], entry)
        self.assertEqual(entry["value"], truth, f"{pod['metadata']['name']} {container}: {entry}\n{json.dumps(pod['spec'].get('resources'))} "
                                                f"{[(c['name'], c.get('resources')) for c in pod['spec']['containers']]}")
        self.compared[entry["kind"]] += 1
        self.seen.add((entry["kind"], entry["field"]))

    def test_sixty_pods_see_what_is_said(self):
        generator = Generator(20)
        for first in range(0, COUNT, TOGETHER):
            pods = [generator.pod(number) for number in range(first, first + TOGETHER)]
            self.cluster.apply(pod_truth.items(pods))
            for pod in pod_truth.await_running(self.cluster, NAMESPACE, TOGETHER).values():
                self.check(pod)
            self.cluster.kubectl("delete", "pods", "--all", "-n", NAMESPACE, "--force")
        print("compared", self.compared, "of", len(self.seen), "kinds of field")
        if COUNT >= 60:
            self.everything_was_seen()

    def everything_was_seen(self):
        for field in ENV_FIELDS:
            self.assertIn(("env", field), self.seen)
        for field in FILE_FIELDS:
            self.assertTrue({("volume", field), ("projected", field)} & self.seen, field)
        for field in (f"{side}.{name}" for side in ("limits", "requests") for name in DIVISORS):
            self.assertIn(("env", field), self.seen)
            self.assertTrue({("volume", field), ("projected", field)} & self.seen, field)
        self.assertGreater(min(self.compared.values()), 500)

    def test_a_label_that_changes_is_live_in_files_and_frozen_in_env(self):
        pod = Generator(3).pod(0)
        pod["metadata"]["name"] = name = "relabelled"
        pod["spec"]["containers"][0]["env"] = [{"name": "APP", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['app']"}}}]
        pod["spec"]["volumes"][0]["downwardAPI"]["items"] = [{"path": "app", "fieldRef": {"fieldPath": "metadata.labels['app']"}},
                                                             {"path": "all", "fieldRef": {"fieldPath": "metadata.labels"}}]
        self.cluster.apply(json.dumps(pod))
        pod_truth.await_running(self.cluster, NAMESPACE, 1)
        self.cluster.kubectl("label", "pod", name, "-n", NAMESPACE, "--overwrite", "app=store", "new=label")
        said = {(e["kind"], e["name"], e["path"]): e for e in self.entries(pod)}

        def follows():
            seen = pod_truth.files(self.cluster, NAMESPACE, name, "first", ["/downward/app", "/downward/all"])
            return seen["/downward/app"] == said["volume", "downwardapi", "app"]["value"] and seen["/downward/all"] == said["volume", "downwardapi", "all"]["value"]

        await_true(follows, 120, "the files show the new labels")
        self.assertEqual(said["volume", "downwardapi", "app"]["value"], "store")
        variable = said["env", "APP", ""]
        self.assertEqual((variable["value"], variable["frozen"]), ("store", True))
        self.assertEqual(pod_truth.environment(self.cluster, NAMESPACE, name, "first")["APP"], "shop")

    def test_what_the_server_refuses_is_an_error_here(self):
        refused = {"env": {"unsupported-field": [{"fieldRef": {"fieldPath": "metadata.labels"}}, {"fieldRef": {"fieldPath": "status.phase"}},
                                                 {"fieldRef": {"fieldPath": "spec.restartPolicy"}}, {"resourceFieldRef": {"resource": "limits.gpu"}},
                                                 {"resourceFieldRef": {"resource": "capacity.cpu"}}],
                           "bad-divisor": [{"resourceFieldRef": {"resource": "limits.cpu", "divisor": "1Ki"}}, {"resourceFieldRef": {"resource": "limits.memory", "divisor": "1m"}},
                                           {"resourceFieldRef": {"resource": "requests.memory", "divisor": "2"}}]},
                   "volume": {"unsupported-field": [{"fieldRef": {"fieldPath": "spec.nodeName"}}, {"fieldRef": {"fieldPath": "status.podIP"}},
                                                    {"fieldRef": {"fieldPath": "status.hostIPs"}}, {"fieldRef": {"fieldPath": "spec.serviceAccountName"}}],
                              "bad-divisor": [{"resourceFieldRef": {"containerName": "c", "resource": "limits.cpu", "divisor": "100m"}}]}}
        for kind, errors in refused.items():
            for error, references in errors.items():
                for reference in references:
                    pod = self.pod_with(kind, reference)
                    answer = sent(self.cluster, pod)
                    self.assertNotEqual(answer.code, 0, f"the server takes {reference}")
                    run = self.cluster.wheelhouse("downward", "-f", "/dev/stdin", "-o", "json", input=json.dumps(pod))
                    self.assertEqual(run.code, 0, run)
                    entry = json.loads(run.out)[0]
                    self.assertEqual((entry["error"], entry["value"]), (error, None), f"{reference}: {answer.err}")

    @staticmethod
    def pod_with(kind, reference):
        container = {"name": "c", "image": "local.test/busybox:1"}
        spec = {"containers": [container]}
        if kind == "env":
            container["env"] = [{"name": "IT", "valueFrom": reference}]
        else:
            spec["volumes"] = [{"name": "it", "downwardAPI": {"items": [{"path": "it", **reference}]}}]
        return {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "refused", "namespace": NAMESPACE}, "spec": spec}

    def test_a_file_and_a_node_say_the_same_as_the_cluster(self):
        pod = Generator(11).pod(3)
        pod["metadata"]["name"] = "filed"
        pod["spec"]["containers"][0]["resources"] = {}
        pod["spec"]["containers"][0]["env"] += [{"name": f"OF_NODE_{name}", "valueFrom": {"resourceFieldRef": {"resource": f"limits.{name}"}}} for name in ("cpu", "memory")]
        self.cluster.apply(json.dumps(pod))
        pod_truth.await_running(self.cluster, NAMESPACE, 1)
        def saved(*what):
            path = self.enterContext(cluster.tempfile.NamedTemporaryFile("w", suffix=".json"))
            path.write(self.cluster.kubectl("get", *what, "-o", "json").out)
            path.flush()
            return path.name
        run = self.cluster.wheelhouse("downward", "-f", saved("pod", "filed", "-n", NAMESPACE), "--node", saved("node", "real-node"), "-o", "json")
        self.assertEqual(json.loads(run.out), self.entries(pod), run)
        alone = self.cluster.wheelhouse("downward", "-f", saved("pod", "filed", "-n", NAMESPACE), "-o", "json")
        missing = [e for e in json.loads(alone.out) if e["error"] == "needs-node"]
        self.assertTrue(missing and all(e["value"] is None and e["field"].startswith("limits.") for e in missing), missing)

    def tearDown(self):
        self.cluster.kubectl("delete", "pods", "--all", "-n", NAMESPACE, "--force")


if __name__ == "__main__":
    cluster.main()
