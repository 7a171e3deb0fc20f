"""Objects that are ill on a real node: the page of each names the cause."""
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
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(self.cluster.kubeconfig(), folder)
            pages = [word for page in PAGES.items() for word in page]
            run = subprocess.run([os.environ["OBJECT_PAGES"], folder, "admin", *pages], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600)
            print(run.stdout)
            self.assertEqual(run.returncode, 0, run.stdout)


if __name__ == "__main__":
    cluster.main()
