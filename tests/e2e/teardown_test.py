"""Taking a cluster with a real node down leaves nothing behind on the machine."""
import contextlib
import glob
import os
import signal
import subprocess
import unittest

import cluster
from cluster import Cluster

NETWORK, BRIDGE = "10.99", "wh99"
POD = """
apiVersion: v1
kind: Pod
metadata: {name: left-running}
spec:
  nodeSelector: {kubernetes.io/hostname: real-node}
  containers: [{name: c, image: "local.test/busybox:1", imagePullPolicy: Never, command: [sleep, "1000"]}]
"""


def lines(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()


def read(path):
    with open(path) as file:
        return file.read()


def processes(folder):
    found = []
    for link in glob.glob("/proc/[0-9]*/cwd"):
        with contextlib.suppress(OSError):  # it may end meanwhile
            command = read(os.path.dirname(link) + "/cmdline")
            if os.readlink(link).startswith(folder) or folder in command:
                found.append(command)
    return found


def namespaces():
    return {line.split()[0] for line in lines("ip", "netns", "list")}


def traces(folder, bridge):
    """What a cluster has on the machine, by kind."""
    return {
        "processes": processes(folder),
        "mounts": [line for line in read("/proc/self/mounts").splitlines() if folder in line],
        "bridges": [line for line in lines("ip", "-o", "link") if bridge in line],
        "cgroups": glob.glob(f"/sys/fs/cgroup/*/{bridge}") + glob.glob(f"/sys/fs/cgroup/{bridge}"),
        "folder": [folder] if os.path.exists(folder) else [],
    }


def kill(folder):
    """Ends all of a cluster's programs as a crash of the machine would, and forgets them."""
    for link in glob.glob("/proc/[0-9]*/cwd"):
        with contextlib.suppress(OSError):
            if os.readlink(link).startswith(folder):
                os.kill(int(link.split("/")[2]), signal.SIGKILL)
    cluster.await_true(lambda: not processes(folder), 10, "they are gone")


class Teardown(unittest.TestCase):
    shared = Cluster.shared()

    def setUp(self):
        if not self.shared.has_real_node():
            self.skipTest("no real node here")
        self.spaces, self.forwarding = namespaces(), read("/proc/sys/net/ipv4/ip_forward")

    def run_pod(self, own):
        own.control("node")
        own.apply(POD)
        ready = own.kubectl("wait", "--for=condition=Ready", "pod/left-running", "--timeout=60s")
        self.assertEqual(ready.code, 0, str(ready))
        self.assertTrue(namespaces() - self.spaces)
        for kind, found in traces(own.folder, BRIDGE).items():
            self.assertTrue(found, kind)  # else the checks that nothing is left could not fail

    def nothing_is_left(self, *folders):
        for folder in folders:
            for kind, found in traces(folder, BRIDGE).items():
                self.assertEqual(found, [], kind)
        self.assertEqual(namespaces() - self.spaces, set())
        self.assertEqual(read("/proc/sys/net/ipv4/ip_forward"), self.forwarding)

    def test_nothing_is_left(self):
        with Cluster.own(POD_NETWORK=NETWORK) as own:
            self.run_pod(own)
        self.nothing_is_left(own.folder)

    def test_what_a_killed_cluster_left_is_removed_by_the_next_on_its_network(self):
        with Cluster.own(POD_NETWORK=NETWORK) as killed:
            self.run_pod(killed)
            pods = set(namespaces() - self.spaces)
            kill(killed.folder)
            self.assertTrue(pods <= namespaces())
            with Cluster.own(POD_NETWORK=NETWORK) as own:
                self.run_pod(own)
                self.assertEqual(namespaces() & pods, set())
                self.assertFalse(os.path.exists(killed.folder))
            self.nothing_is_left(killed.folder, own.folder)


if __name__ == "__main__":
    cluster.main()
