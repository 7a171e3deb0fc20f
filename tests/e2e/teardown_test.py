"""Taking a cluster with a real node down leaves nothing behind on the machine."""
import contextlib
import glob
import os
import subprocess
import unittest

import cluster
from cluster import Cluster

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


class Teardown(unittest.TestCase):
    shared = Cluster.shared()

    def test_nothing_is_left(self):
        if not self.shared.has_real_node():
            self.skipTest("no real node here")
        spaces, forwarding = namespaces(), read("/proc/sys/net/ipv4/ip_forward")
        with Cluster.own(POD_NETWORK="10.99") as own:
            own.control("node")
            own.apply(POD)
            ready = own.kubectl("wait", "--for=condition=Ready", "pod/left-running", "--timeout=60s")
            self.assertEqual(ready.code, 0, str(ready))
            self.assertTrue(namespaces() - spaces)
            for kind, found in traces(own.folder, "wh99").items():
                self.assertTrue(found, kind)  # else the checks below could not fail
        for kind, found in traces(own.folder, "wh99").items():
            self.assertEqual(found, [], kind)
        self.assertEqual(namespaces() - spaces, set())
        self.assertEqual(read("/proc/sys/net/ipv4/ip_forward"), forwarding)


if __name__ == "__main__":
    cluster.main()
