"""`disk` tells of a real node what its file systems, its container runtime and its kubelet say themselves."""
import json
import os
import subprocess
import time
import unittest

import cluster
from cluster import Cluster

NODE = "real-node"
SPACE = "disk-told"
MIB = 1024 * 1024
# The kubelet reads its file systems every ten seconds at most, and others write beside this test: within a scrape the disk moves by what builds
# and pods of that time write. Both bounds of a reading are taken, before and after, and this much is left around them.
SLACK = 512 * MIB
# The kubelet measures what lies in volumes and logs once in a minute.
MEASURED = 240

MANIFEST = """
apiVersion: v1
kind: Namespace
metadata: {name: disk-told}
---
apiVersion: v1
kind: Pod
metadata: {name: writer, namespace: disk-told}
spec:
  nodeName: real-node
  terminationGracePeriodSeconds: 0
  containers:
  - name: main
    image: "local.test/busybox:1"
    imagePullPolicy: Never
    command: [sh, -c, "dd if=/dev/urandom of=/cache/big bs=1M count=50; dd if=/dev/urandom of=/tmp-of-image bs=1M count=20; yes 'a line of a log' | head -n 200000; sync; sleep 1000000"]
    volumeMounts: [{name: cache, mountPath: /cache}, {name: memory, mountPath: /memory}]
  volumes:
  - {name: cache, emptyDir: {}}
  - {name: memory, emptyDir: {medium: Memory}}
---
apiVersion: v1
kind: Pod
metadata: {name: ended, namespace: disk-told}
spec:
  nodeName: real-node
  restartPolicy: Never
  containers:
  - {name: main, image: "local.test/busybox:1", imagePullPolicy: Never, command: ["true"]}
"""


class Disk(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.addClassCleanup(cls.cluster.kubectl, "delete", "namespace", SPACE, "--wait=false")
        cls.cluster.apply(MANIFEST)
        cluster.await_true(lambda: cls.pod("writer")["status"].get("phase") == "Running", 120, "the pod does not run")

    @classmethod
    def pod(cls, name):
        return cls.cluster.get(f"/api/v1/namespaces/{SPACE}/pods/{name}")

    def disk(self, **options):
        run = self.cluster.wheelhouse("disk", NODE, "-o", "json", **options)
        self.assertEqual(run.code, 0, str(run))
        return json.loads(run.out)

    def settings(self):
        return self.cluster.get(f"/api/v1/nodes/{NODE}/proxy/configz")["kubeletconfig"]

    def test_file_systems_are_those_of_the_kernel(self):
        """Where kubelet and containerd keep their files."""
        folder = os.path.join(self.cluster.folder, "node")

        def look():
            found = os.statvfs(folder)
            return {"capacity": found.f_blocks * found.f_frsize, "available": found.f_bavail * found.f_frsize, "used": (found.f_blocks - found.f_bfree) * found.f_frsize,
                    "inodes": found.f_files, "inodesFree": found.f_ffree}

        for _ in range(3):  # a build that ends meanwhile frees gigabytes at once
            before = look()
            time.sleep(12)  # what the kubelet told before is not older than what was seen before
            told = self.disk()["filesystems"]
            after = look()
            if all(near(one, before, after) for one in told):
                break
        self.assertEqual([one["name"] for one in told], ["nodefs", "imagefs", "containerfs"])
        for one in told:
            self.assertTrue(near(one, before, after), f"{before}\n{one}\n{after}")
            self.assertTrue(one["isNodeFileSystem"], one)

    def test_figures_are_the_kubelets(self):
        for _ in range(10):
            before = self.cluster.get(f"/api/v1/nodes/{NODE}/proxy/stats/summary")["node"]
            told = {one["name"]: one for one in self.disk()["filesystems"]}
            after = self.cluster.get(f"/api/v1/nodes/{NODE}/proxy/stats/summary")["node"]
            if before["fs"] == after["fs"] and before["runtime"] == after["runtime"]:
                break
        for name, truth in (("nodefs", before["fs"]), ("imagefs", before["runtime"]["imageFs"]), ("containerfs", before["runtime"]["containerFs"])):
            for ours, theirs in (("used", "usedBytes"), ("available", "availableBytes"), ("capacity", "capacityBytes"), ("inodes", "inodes"), ("inodesFree", "inodesFree"), ("inodesUsed", "inodesUsed")):
                self.assertEqual(told[name][ours], truth.get(theirs), f"{name} {ours}")

    def runtimes_tags(self):
        ctr = [os.path.join(os.path.dirname(cluster.kubectl_program()), "ctr"), "--address", os.path.join(self.cluster.folder, "node", "containerd.sock"), "--namespace", "k8s.io"]
        listed = subprocess.run([*ctr, "images", "ls", "-q"], check=True, stdout=subprocess.PIPE, text=True).stdout.split()
        return {name for name in listed if not name.startswith("sha256:")}

    def test_images_are_the_runtimes(self):
        def tags():
            return {name for image in self.disk()["images"] for name in image["names"]}

        cluster.await_true(lambda: tags() == self.runtimes_tags(), 120, "the kubelet tells of images that came or went a while later")
        for _ in range(5):
            before, told, after = self.node_images(), self.disk(), self.node_images()
            if before == after:
                break
        self.assertEqual([(image["names"], image["size"]) for image in told["images"]], [(image["names"] or [], image["sizeBytes"]) for image in after])   # one may have lost its name
        self.assertTrue(told["allImagesListed"])
        self.assertEqual(told["imagesNotListed"], 0)

    def node_images(self):
        return self.cluster.get(f"/api/v1/nodes/{NODE}")["status"]["images"]

    def test_images_are_used_by_the_pods_that_run(self):
        for _ in range(5):  # others make and delete pods meanwhile
            before = self.running()
            image = next(one for one in self.disk()["images"] if "local.test/busybox:1" in one["names"])
            if before == self.running():
                break
        self.assertEqual(set(image["usedBy"]), before)
        self.assertIn(f"{SPACE}/writer", image["usedBy"])
        self.assertNotIn(f"{SPACE}/ended", image["usedBy"])
        cluster.await_true(lambda: f"{SPACE}/ended" in next(one for one in self.disk()["images"] if "local.test/busybox:1" in one["names"])["heldBy"], 60, "the ended pod holds no image")
        self.assertEqual(image["state"], "used-image")

    def running(self):
        pods = self.cluster.get(f"/api/v1/pods?fieldSelector=spec.nodeName={NODE}")["items"]
        return {f"{pod['metadata']['namespace']}/{pod['metadata']['name']}" for pod in pods for status in pod["status"].get("containerStatuses", []) + pod["status"].get("initContainerStatuses", [])
                if status["image"] == "local.test/busybox:1" and "running" in status["state"]}

    def test_what_a_pod_writes_shows(self):
        """50 MiB into its emptyDir, 20 MiB into its layer, and 3 MiB of log; a file system takes a little more."""
        mine = {}

        def parts():
            time.sleep(2)
            found = self.disk()["fills"]
            mine.clear()
            mine.update({one["what"]: one for one in found if (one["namespace"], one["pod"]) == (SPACE, "writer")})
            return (within(mine.get("empty-dir"), 50 * MIB) and within(mine.get("writable-layer"), 20 * MIB) and within(mine.get("logs"), 3 * MIB, 12 * MIB))

        cluster.await_true(parts, MEASURED, "what the pod wrote does not show")
        self.assertEqual(mine["empty-dir"]["name"], "cache")
        self.assertEqual(mine["writable-layer"]["name"], "main")
        pod = next(one for one in self.disk()["pods"] if (one["namespace"], one["name"]) == (SPACE, "writer"))
        self.assertGreaterEqual(pod["ephemeral"], pod["logs"] + pod["writableLayers"] + pod["emptyDirs"])
        uid = self.pod("writer")["metadata"]["uid"]
        self.assertTrue(any(uid in step["command"] for step in mine["empty-dir"]["commands"]), mine["empty-dir"])
        self.assertIn(f"kubectl delete pod -n {SPACE} -- writer", [step["command"] for step in mine["logs"]["commands"]])

    def test_everything_used_is_accounted_for(self):
        told = self.disk()
        node = next(one for one in told["filesystems"] if one["name"] == "nodefs")
        layers = sum(one["bytes"] for one in told["fills"] if one["what"] in ("unpacked-layers", "images-not-listed") and one["bytes"])
        known = sum(one["size"] for one in told["images"]) + sum(pod["ephemeral"] or 0 for pod in told["pods"]) + layers
        elsewhere = next(one for one in told["fills"] if one["what"] == "not-kubernetes")["bytes"]
        self.assertLess(abs(node["used"] - known - elsewhere), 8 * MIB, f"{node['used']} {known} {elsewhere}")

    def test_thresholds_are_those_of_the_kubelet(self):
        told, truth = self.disk()["thresholds"], self.settings()
        for name in ("imageGCHighThresholdPercent", "imageGCLowThresholdPercent", "imageMinimumGCAge", "imageMaximumGCAge", "nodeStatusMaxImages"):
            self.assertEqual(told[name], truth[name], name)
        self.assertEqual(told["imageGCEnabled"], truth["imageGCHighThresholdPercent"] < 100)
        signals = {(one["kind"], one["signal"]): one["value"] for one in told["eviction"]}
        expected = {("hard", signal): value for signal, value in truth.get("evictionHard", {}).items() if "fs." in signal}
        self.assertEqual(signals, expected)

    def test_the_order_is_what_frees_most(self):
        found = [(one["frees"] == "in-use", -(one["bytes"] if one["bytes"] is not None else -1)) for one in self.disk()["fills"]]
        self.assertEqual(found, sorted(found))

    def test_people_read_the_same(self):
        run = self.cluster.wheelhouse("disk", NODE)
        self.assertEqual((run.code, run.err), (0, ""), str(run))
        self.assertRegex(run.out, r"(?m)^nodefs +\S+ .iB +\S+ .iB ")
        self.assertRegex(run.out, r"(?m)^\S+ MiB +local\.test/busybox:1 +.*disk-told/writer")

    def test_a_node_that_is_not_there_is_told_in_kubectls_words(self):
        run = self.cluster.wheelhouse("disk", "nobody", "-o", "json")
        self.assertEqual((run.code, run.out, run.err), (1, "", self.cluster.kubectl("get", "node", "nobody").err), str(run))

    def test_who_may_not_ask_the_kubelet_is_told_so(self):
        """The reader of a cluster sees neither nodes nor what kubelets say."""
        run = self.cluster.wheelhouse("disk", NODE, user="viewer")
        self.assertEqual((run.code, run.out), (1, ""), str(run))
        self.assertEqual(run.err, self.cluster.kubectl("get", "node", NODE, user="viewer").err)

    def test_who_may_read_nodes_alone_is_told_what_the_node_tells(self):
        """Neither the kubelet nor the pods of others may be asked: images are there, and who uses them is not known."""
        name, user = "disk-told-nodes", "disk-told-reader"
        for words in (("clusterrole", name, "--verb=get", "--resource=nodes"), ("clusterrolebinding", name, f"--clusterrole={name}", f"--user={user}")):
            self.addCleanup(self.cluster.kubectl, "delete", words[0], name, "--ignore-not-found")
            self.assertEqual(self.cluster.kubectl("create", *words).code, 0)
        cluster.await_true(lambda: self.cluster.kubectl("get", "node", NODE, "--as", user).code == 0, 30, "the right is not there")
        run = self.cluster.wheelhouse("disk", NODE, "-o", "json", "--as", user)
        self.assertEqual(run.code, 1, str(run))
        told = json.loads(run.out)
        self.assertEqual((told["filesystems"], told["pods"], told["thresholds"], told["imagesNotListed"], told["unusedImages"]), (None, None, None, None, None))
        self.assertEqual({one["what"] for one in told["unknown"]}, {"summary", "thresholds", "pods"})
        image = next(one for one in told["images"] if "local.test/busybox:1" in one["names"])
        self.assertEqual((image["usedBy"], image["state"]), (None, "image"))
        refused = self.cluster.kubectl("get", "--raw", f"/api/v1/nodes/{NODE}/proxy/stats/summary", "--as", user).err
        self.assertIn(refused.strip().partition(": ")[2], run.err)

    def test_without_the_kubelet_the_node_still_tells(self):
        """A simulated node has no kubelet behind its name."""
        nodes = [node["metadata"]["name"] for node in self.cluster.get("/api/v1/nodes")["items"] if node["metadata"]["name"] != NODE]
        if not nodes:
            self.skipTest("no simulated node here")
        run = self.cluster.wheelhouse("disk", nodes[0], "-o", "json")
        self.assertEqual(run.code, 1, str(run))
        told = json.loads(run.out)
        self.assertIsNone(told["filesystems"])
        self.assertIsNone(told["thresholds"])
        self.assertIn("summary", [one["what"] for one in told["unknown"]])
        self.assertIn("Error from server", run.err)


def near(told, before, after):
    """Of images only what is left is that of the whole file system."""
    names = ("capacity", "available", "inodes", "inodesFree") + (("used",) if told["name"] == "nodefs" else ())
    for name in names:
        slack = 0 if name in ("capacity", "inodes") else SLACK if not name.startswith("inodes") else 100_000
        if not min(before[name], after[name]) - slack <= told[name] <= max(before[name], after[name]) + slack:
            return False
    return True


def within(filler, least, most=None):
    return filler is not None and filler["bytes"] is not None and least <= filler["bytes"] <= (most or least + 2 * MIB)


if __name__ == "__main__":
    cluster.main()
