"""Pages of objects of a real node: of those that are ill the page names the cause, and what stands beside each is a link. Of a custom kind it tells what the
schema says, and what differs from what was applied."""
import os
import shutil
import subprocess
import tempfile
import unittest

import cluster
from cluster import Cluster

NAMESPACE, STUCK = "ill", "ill-stuck"

POD = """
apiVersion: v1
kind: Pod
metadata: {{name: {name}, namespace: ill}}
spec:
  automountServiceAccountToken: false
  terminationGracePeriodSeconds: 0
  nodeSelector: {{kubernetes.io/hostname: real-node}}
  containers: [{{name: main, image: {image}, {more}}}]
---
"""
BUSYBOX = '"local.test/busybox:1", imagePullPolicy: Never'
PODS = {
    "crash": (BUSYBOX, 'command: [sh, -c, "exit 3"]', "Container main keeps failing. Exit code 3"),
    "oom": (BUSYBOX, 'command: [tail, /dev/zero], resources: {limits: {memory: 12Mi}}', "runs out of memory. It wanted more than its limit of 12Mi."),
    "image": ("registry.invalid/none:1", "", "The image of container main cannot be pulled."),
    "unready": (BUSYBOX, 'command: [sleep, "3600"], readinessProbe: {periodSeconds: 1, exec: {command: [sh, -c, "echo not yet; exit 1"]}}',
                "Container main is not ready: its readiness probe fails."),
    "greedy": (BUSYBOX, 'resources: {requests: {memory: 64Ti}}', "No node can take this pod. "),
    "command": (BUSYBOX, "command: [nothing-of-that-name]", "Container main cannot be started. The image has no such command."),
    "settings": (BUSYBOX, "envFrom: [{configMapRef: {name: absent}}]", "ConfigMap absent does not exist in this namespace."),
}
OTHERS = """
{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: homeless, namespace: ill}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
---
{apiVersion: v1, kind: Service, metadata: {name: lost, namespace: ill}, spec: {selector: {app: nobody}, ports: [{port: 80}]}}
---
{apiVersion: v1, kind: ConfigMap, metadata: {name: keeper, namespace: ill-stuck, finalizers: [example.com/keep]}}
"""
PAGES = {f"pods/{NAMESPACE}/{name}": title for name, (_, _, title) in PODS.items()} | {
    f"persistentvolumeclaims/{NAMESPACE}/homeless": "it names no StorageClass, and the cluster has no default one.",
    f"services/{NAMESPACE}/lost": "The Service leads nowhere: its selector fits no pod.",
    f"namespaces//{STUCK}": "Finalizers hold objects in it: example.com/keep (1). Still in it: configmaps (1).",
}

TRAINS = """
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: trains.rail.example.com}
spec:
  group: rail.example.com
  names: {plural: trains, singular: train, kind: Train}
  scope: Namespaced
  versions:
  - name: v1
    served: true
    storage: true
    additionalPrinterColumns: [{name: Driven by, type: string, jsonPath: .spec.driver.name, description: Printed of every train, priority: 1}]
    schema:
      openAPIV3Schema:
        type: object
        properties:
          spec:
            type: object
            properties:
              line: {type: string, description: The line it runs on, enum: [red, blue]}
              driver: {type: object, description: Who drives it., properties: {name: {type: string}}}
"""
EXPRESS = """
{apiVersion: rail.example.com/v1, kind: Train, metadata: {name: express, namespace: default}, spec: {line: red, driver: {name: Kim}}}
"""

KIN = """
{apiVersion: v1, kind: PersistentVolume, metadata: {name: kin}, spec: {capacity: {storage: 1Mi}, accessModes: [ReadWriteOnce], storageClassName: kin, persistentVolumeReclaimPolicy: Retain, hostPath: {path: /tmp, type: Directory}, claimRef: {namespace: kin, name: data}}}
---
{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: kin}, spec: {storageClassName: kin, volumeName: kin, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Mi}}}}
---
{apiVersion: v1, kind: Service, metadata: {name: front, namespace: kin}, spec: {selector: {app: web}, ports: [{port: 80}]}}
---
{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: door, namespace: kin}, spec: {defaultBackend: {service: {name: front, port: {number: 80}}}}}
---
{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: scaler, namespace: kin}, spec: {minReplicas: 1, maxReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]}}
---
{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: keep, namespace: kin}, spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: kin}
spec:
  replicas: 1
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 0
      nodeSelector: {kubernetes.io/hostname: real-node}
      containers: [{name: main, image: "local.test/busybox:1", imagePullPolicy: Never, command: [sleep, "3600"], resources: {requests: {cpu: 10m, memory: 8Mi}}, volumeMounts: [{name: data, mountPath: /data}]}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
"""
LINKS = {
    "deployments.apps/kin/web": ["Name web-", "Services front", "Autoscaler scaler", "Disruption budget keep", "Node real-node"],
    "pods/kin/{pod}": ["Owner ReplicaSet web-", "Owners above Deployment web", "ServiceAccount default", "Services front", "Autoscaler scaler", "Disruption budget keep"],
    "services/kin/front": ["Name web-", "EndpointSlices front-", "Ingresses door"],
    "ingresses.networking.k8s.io/kin/door": ["Everything else goes to Service front"],
    "persistentvolumeclaims/kin/data": ["Volume kin", "Name web-"],
    "persistentvolumes//kin": ["Claim data", "Name web-"],
    "poddisruptionbudgets.policy/kin/keep": ["Name web-"],
    "serviceaccounts/kin/default#details": ["Name web-"],
    "nodes//real-node": ["Name web-"],
}


class Diagnosis(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.cluster.apply("".join("{apiVersion: v1, kind: Namespace, metadata: {name: %s}}\n---\n" % name for name in (NAMESPACE, STUCK)))
        cls.cluster.kubectl("wait", "--for=create", "serviceaccount/default", "-n", NAMESPACE, "--timeout=30s")
        cls.cluster.apply("".join(POD.format(name=name, image=image, more=more) for name, (image, more, _) in PODS.items()) + OTHERS)
        cls.cluster.kubectl("delete", "namespace", STUCK, "--wait=false")

    @classmethod
    def tearDownClass(cls):
        cls.cluster.kubectl("patch", "configmap", "keeper", "-n", STUCK, "--type=merge", "-p", '{"metadata":{"finalizers":null}}')
        cls.cluster.kubectl("delete", "namespace", NAMESPACE, STUCK, "--ignore-not-found", "--timeout=90s")

    def test_the_page_of_each_names_the_cause(self):
        look_at(self, PAGES.items())


class Relations(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.cluster.apply("{apiVersion: v1, kind: Namespace, metadata: {name: kin}}")
        cls.cluster.kubectl("wait", "--for=create", "serviceaccount/default", "-n", "kin", "--timeout=30s")
        cls.cluster.apply(KIN)
        cls.cluster.kubectl("rollout", "status", "deployment/web", "-n", "kin", "--timeout=120s")

    @classmethod
    def tearDownClass(cls):
        cls.cluster.kubectl("delete", "namespace", "kin", "--ignore-not-found", "--timeout=90s")
        cls.cluster.kubectl("delete", "persistentvolume", "kin", "--ignore-not-found", "--timeout=60s")

    def test_what_stands_beside_an_object_is_a_link_there_and_back(self):
        pod = self.cluster.kubectl("get", "pods", "-n", "kin", "-o", "jsonpath={.items[0].metadata.name}").out.strip()
        look_at(self, [(address.format(pod=pod), ">" + link) for address, links in LINKS.items() for link in links])


class CustomKind(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        cls.cluster.apply(TRAINS)
        cls.cluster.kubectl("wait", "--for=condition=Established", "crd/trains.rail.example.com", "--timeout=30s")
        cls.cluster.apply(EXPRESS)
        cls.cluster.kubectl("patch", "train", "express", "-n", "default", "--type=merge", "-p", '{"spec":{"line":"blue"}}')

    @classmethod
    def tearDownClass(cls):
        cls.cluster.kubectl("delete", "crd", "trains.rail.example.com", "--timeout=60s")

    def test_its_fields_are_described_and_compared_with_what_was_applied(self):
        train = "trains.rail.example.com/default/express"
        look_at(self, [(train, "~The line it runs on"), (train, "~Printed of every train"), (train + "#compare", "~-   line: red")])


class Overview(unittest.TestCase):
    cluster = Cluster.shared()

    def test_the_certificate_that_the_server_shows_is_among_what_ends(self):
        look_at(self, [("overview", "~The API server's certificate CN=")])


def look_at(test, pages):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(test.cluster.kubeconfig(), folder)
        run = subprocess.run([os.environ["OBJECT_PAGES"], folder, "admin", *[word for page in pages for word in page]], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)
        print(run.stdout)
        test.assertEqual(run.returncode, 0, run.stdout)


if __name__ == "__main__":
    cluster.main()
