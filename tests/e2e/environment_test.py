"""The effective environment of a container is what a program in it sees: generated pods on a real node with ConfigMaps, Secrets,
prefixes, odd names, expansions, overrides and service variables, read by the real kubectl."""
import base64
import json
import os
import random
import time
import unittest

import cluster
import pod_truth
from cluster import Cluster, await_true

NAMESPACE = "environment-truth"
COUNT = int(os.environ.get("COUNT", "30"))
# What the image and the runtime add, which no object tells.
RUNTIME = {"PATH", "HOSTNAME", "HOME", "TERM"}

CONFIG_MAPS = {
    "plain": {"COLOR": "blue", "lower.case-key": "dotted", "1STARTS_WITH_DIGIT": "one", "EMPTY": "", "REFERENCE": "$(COLOR)", "KOREAN": "한글 값"},
    "other": {"COLOR": "green", "LINES": "a\nb\n\n", "EQUALS": "a=b=c", "SPACES": "  in  between  ", "SHARED_KEY": "from other"},
}
SECRETS = {
    "keys": {"PASSWORD": "s3cr3t $(COLOR) 'quoted'", "COLOR": "hidden red", "token.pem": "-----BEGIN\nline\n-----END\n"},
    "more": {"SHARED_KEY": "from more", "API_KEY": "한글 비밀"},
}
SERVICES = """
apiVersion: v1
kind: Service
metadata: {name: front-door, namespace: environment-truth}
spec: {selector: {app: front}, ports: [{name: http, port: 80}, {name: metrics, port: 9100}]}
---
apiVersion: v1
kind: Service
metadata: {name: lookup, namespace: environment-truth}
spec: {selector: {app: dns}, ports: [{port: 53, protocol: UDP}]}
---
apiVersion: v1
kind: Service
metadata: {name: headless, namespace: environment-truth}
spec: {clusterIP: None, selector: {app: front}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: color, namespace: environment-truth}
spec: {selector: {app: front}, ports: [{port: 8080}]}
"""
VALUES = ["plain", "", "$(COLOR)-$(EARLIER)", "$$(COLOR) stays", "$(MISSING) stays", "$(FRONT_DOOR_SERVICE_HOST):$(FRONT_DOOR_SERVICE_PORT_HTTP)", "$(LATER)",
          "$", "$$", "$$$(COLOR)", "$(COLOR", "$()", "$(odd name)", "$(PASSWORD)", "$(KUBERNETES_SERVICE_HOST)", "two\nlines $(COLOR)", "$(A$(COLOR))", "한글 $(KOREAN)",
          "$(PRE_COLOR)/$(pre-COLOR)", "$COLOR ${COLOR} $(COLOR)"]
NAMES = ["COLOR", "EARLIER", "LATER", "odd.name-1", "with space", "FRONT_DOOR_SERVICE_HOST", "KUBERNETES_SERVICE_PORT", "1DIGIT", "SHARED_KEY", "EMPTY", "_", "a:b,c;d", "GREETING",
         "COLOR_SERVICE_HOST", "%ODD%", "PRE_COLOR"]
FIELDS = ["metadata.name", "metadata.namespace", "status.podIP", "spec.nodeName", "metadata.labels['app']", "metadata.annotations['said']"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def one_of(self, values):
        return self.random.choice(list(values))

    def whole_source(self):
        """An entry of envFrom; some name what is not there and need not be."""
        kind, sources = self.one_of([("configMapRef", CONFIG_MAPS), ("secretRef", SECRETS)])
        reference = {"name": self.one_of(sources)}
        if self.random.random() < 0.15:
            reference = {"name": "nowhere", "optional": True}
        out = {kind: reference}
        if self.random.random() < 0.5:
            out["prefix"] = self.one_of(["PRE_", "pre-", "P.", "x"])
        return out

    def key_source(self):
        kind, sources = self.one_of([("configMapKeyRef", CONFIG_MAPS), ("secretKeyRef", SECRETS)])
        name = self.one_of(sources)
        reference = {"name": name, "key": self.one_of(sources[name])}
        chance = self.random.random()
        if chance < 0.1:
            reference = {"name": name, "key": "no-such-key", "optional": True}
        elif chance < 0.2:
            reference = {"name": "nowhere", "key": "any", "optional": True}
        return {kind: reference}

    def variable(self):
        name, chance = self.one_of(NAMES), self.random.random()
        if chance < 0.55:
            return {"name": name, "value": self.one_of(VALUES)}
        if chance < 0.8:
            return {"name": name, "valueFrom": self.key_source()}
        if chance < 0.9:
            return {"name": name, "valueFrom": {"fieldRef": {"fieldPath": self.one_of(FIELDS)}}}
        return {"name": name, "valueFrom": {"resourceFieldRef": {"resource": self.one_of(["limits.cpu", "limits.memory", "requests.cpu"]), "divisor": "1"}}}

    def container(self, name):
        return {"name": name, "image": "local.test/busybox:1", "command": ["sleep", "3600"], "envFrom": [self.whole_source() for _ in range(self.random.randrange(4))],
                "env": [self.variable() for _ in range(self.random.randrange(3, 14))]}

    def pod(self, number):
        spec = {"nodeSelector": {"kubernetes.io/hostname": "real-node"}, "terminationGracePeriodSeconds": 0,
                "containers": [self.container(name) for name in ("one", "two")[:1 + number % 2]]}
        if number % 3 == 1:
            spec["enableServiceLinks"] = False
        if number % 5 == 4:
            spec["hostNetwork"] = True
        return {"apiVersion": "v1", "kind": "Pod", "spec": spec,
                "metadata": {"name": f"pod-{number}", "namespace": NAMESPACE, "labels": {"app": "truth"}, "annotations": {"said": "two\nlines"}}}


def sources():
    out = [{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": name, "namespace": NAMESPACE}, "data": data} for name, data in CONFIG_MAPS.items()]
    out[0]["binaryData"] = {"BINARY": base64.b64encode(b"\xff\x00").decode()}
    out += [{"apiVersion": "v1", "kind": "Secret", "metadata": {"name": name, "namespace": NAMESPACE}, "stringData": data} for name, data in SECRETS.items()]
    return out


class EnvironmentTruth(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = Cluster.shared()
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.cluster.apply(json.dumps({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": NAMESPACE}}))
        cls.addClassCleanup(cls.cluster.kubectl, "delete", "namespace", NAMESPACE, "--wait=false")
        cls.cluster.apply(SERVICES)
        cls.cluster.apply(pod_truth.items(sources()))
        await_true(cls.node_knows_the_services, 30, "the node knows the services")

    @classmethod
    def node_knows_the_services(cls):
        pod = Generator(0).pod(0)
        pod["metadata"]["name"] = "asks"
        cls.cluster.kubectl("delete", "pod", "asks", "-n", NAMESPACE, "--force", "--ignore-not-found")
        cls.cluster.apply(json.dumps(pod))
        pod_truth.await_running(cls.cluster, NAMESPACE, 1)
        return "COLOR_SERVICE_HOST" in pod_truth.environment(cls.cluster, NAMESPACE, "asks", "one")

    def told(self, pod, container, *flags):
        run = self.cluster.wheelhouse("env", pod, "-c", container, "-n", NAMESPACE, "-o", "json", *flags)
        self.assertEqual(run.code, 0, run)
        return json.loads(run.out)

    @staticmethod
    def values(rows):
        return {row["name"]: row["value"] for row in rows if row["value"] is not None and row["error"] is None}

    def truth(self, pod, container):
        return pod_truth.environment(self.cluster, NAMESPACE, pod, container)

    def create(self, *pods):
        for pod in pods:
            run = self.cluster.kubectl("create", "-f", "-", input=json.dumps(pod))
            self.assertEqual(run.code, 0, run)
        await_true(lambda: {p["metadata"]["name"] for p in pods} <= set(pod_truth.await_running(self.cluster, NAMESPACE, len(pods))), 120, "they run")

    def tearDown(self):
        self.cluster.kubectl("delete", "pods", "--all", "-n", NAMESPACE, "--force")

    def test_generated_pods_have_the_environment_that_is_told(self):
        generator = Generator(7)
        pods = [generator.pod(number) for number in range(COUNT)]
        self.create(*pods)
        variables = 0
        for pod in pods:
            for container in pod["spec"]["containers"]:
                name = pod["metadata"]["name"]
                truth = self.truth(name, container["name"])
                declared = {v["name"] for v in container["env"]}
                rows = self.told(name, container["name"], "--show-secrets")
                for unknown in RUNTIME - declared - set(self.values(rows)):
                    truth.pop(unknown, None)
                self.assertEqual(self.values(rows), truth, f"{name} {json.dumps(container)}")
                variables += len(truth)
        print("compared", variables, "variables of", sum(len(p["spec"]["containers"]) for p in pods), "containers")
        self.assertGreater(variables, COUNT * 15)

    def test_secrets_are_masked_until_they_are_asked_for(self):
        pod = Generator(1).pod(0)
        pod["spec"]["containers"][0].update(envFrom=[{"secretRef": {"name": "keys"}}, {"configMapRef": {"name": "plain"}}],
                                            env=[{"name": "WITH", "value": "built with $(PASSWORD)"}, {"name": "PUBLIC", "value": "$(KOREAN)"}])
        self.create(pod)
        rows = {row["name"]: row for row in self.told("pod-0", "one")}
        for name in ("PASSWORD", "token.pem", "WITH"):
            self.assertTrue(rows[name]["masked"], rows[name])
        self.assertNotIn("s3cr3t", json.dumps(list(rows.values())))
        for name in ("COLOR", "PUBLIC", "KOREAN"):   # the ConfigMap came later than the Secret
            self.assertFalse(rows[name]["masked"], rows[name])
        self.assertEqual(rows["COLOR"]["value"], "blue")

    def test_what_changed_since_the_start_is_told_apart_from_what_did_not(self):
        pod = Generator(1).pod(0)
        pod["spec"]["containers"][0].update(envFrom=[{"configMapRef": {"name": "moves"}}], env=[
            {"name": "STILL", "valueFrom": {"configMapKeyRef": {"name": "plain", "key": "COLOR"}}}, {"name": "LITERAL", "value": "same"},
            {"name": "LABEL", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['app']"}}}])
        moves = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "moves", "namespace": NAMESPACE}, "data": {"CHANGES": "before", "STAYS": "so", "GOES": "away"}}
        self.cluster.apply(json.dumps(moves))
        self.create(pod)
        began = time.time()
        await_true(lambda: time.time() > began + 1, what="another second, since managedFields tell whole ones")
        moves["data"] = {"CHANGES": "after", "STAYS": "so", "COMES": "new"}
        self.cluster.apply(json.dumps(moves))
        guessed = {row["name"]: row["changedSinceStart"] for row in self.told("pod-0", "one")}
        self.assertEqual({guessed[name] for name in ("CHANGES", "STAYS", "COMES")}, {None}, "without asking the container nobody knows")
        self.assertEqual({guessed[name] for name in ("STILL", "LITERAL")}, {False}, guessed)
        asked = {row["name"]: row for row in self.told("pod-0", "one", "--compare")}
        for name, changed in {"CHANGES": True, "STAYS": False, "COMES": True, "STILL": False, "LITERAL": False, "LABEL": False}.items():
            self.assertIs(asked[name]["changedSinceStart"], changed, asked[name])
        self.cluster.kubectl("label", "pod", "pod-0", "-n", NAMESPACE, "--overwrite", "app=moved")
        relabelled = {row["name"]: row for row in self.told("pod-0", "one", "--compare")}["LABEL"]
        self.assertEqual((relabelled["value"], relabelled["changedSinceStart"]), ("moved", True))

    def test_what_keeps_a_container_from_starting_is_an_error_with_the_kubelets_reason(self):
        pod = Generator(1).pod(0)
        pod["spec"]["containers"][0].update(envFrom=[], env=[{"name": "GOOD", "value": "1"}, {"name": "KEYLESS", "valueFrom": {"configMapKeyRef": {"name": "plain", "key": "missing"}}},
                                                             {"name": "LOST", "valueFrom": {"secretKeyRef": {"name": "nowhere", "key": "any"}}}])
        self.cluster.apply(json.dumps(pod))

        def waiting():
            statuses = self.cluster.get(f"/api/v1/namespaces/{NAMESPACE}/pods/pod-0")["status"].get("containerStatuses", [{}])
            return statuses[0].get("state", {}).get("waiting", {})

        await_true(lambda: waiting().get("reason") == "CreateContainerConfigError", 60, "the kubelet refuses")
        rows = {row["name"]: row for row in self.told("pod-0", "one")}
        self.assertIsNone(rows["GOOD"]["error"])
        self.assertEqual(rows["GOOD"]["value"], "1")
        for name in ("KEYLESS", "LOST"):
            self.assertTrue(rows[name]["error"], rows[name])
            self.assertIsNone(rows[name]["value"], rows[name])
        self.assertIn("couldn't find key missing in ConfigMap environment-truth/plain", waiting()["message"])
        self.assertIn("couldn't find key missing in ConfigMap environment-truth/plain", json.dumps(rows["KEYLESS"]))


if __name__ == "__main__":
    cluster.main()
