"""Every built-in kind of a server with all its APIs: protobuf holds what JSON holds, and our own cells from both equal the server's."""
import glob
import os
import subprocess
import tempfile
import unittest

import cluster
import record_kinds
from cluster import Cluster

MANIFESTS = os.path.join(cluster.ROOT, "tests", "data", "kinds", "manifests")
QUIET = {
    "API_FLAGS": "--runtime-config=api/all=true --feature-gates=AllAlpha=true,AllBeta=true --disable-admission-plugins=ServiceAccount",
    "CONTROLLER_FLAGS": "--controllers=namespace-controller",  # nothing may change between two answers
    "SCHEDULER": "none",
}


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        Cluster.shared()  # skipped where no cluster can be had
        cls.cluster = cls.enterClassContext(Cluster.own(**QUIET))
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        os.environ["KUBECONFIG"] = cls.cluster.kubeconfig()
        os.environ["PATH"] = os.path.dirname(cluster.kubectl_program()) + os.pathsep + os.environ["PATH"]
        server = record_kinds.Server()
        cls.failures = record_kinds.create(server, MANIFESTS)
        record_kinds.record(server, "", cls.folder)

    def runs(self, program, *arguments):
        run = subprocess.run([os.environ[program], *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertEqual(run.returncode, 0, "\n".join(line for line in run.stdout.splitlines() if not line.startswith("equal")))
        return run.stdout

    def test_every_manifest_was_created(self):
        self.assertEqual(self.failures, 0)

    def test_protobuf_equals_json(self):
        # Leases are renewed all the time, and the server orders component statuses anew each time.
        changing = (".leases.list.pb", ".componentstatuses.list.pb")
        packed = [name for name in sorted(glob.glob(os.path.join(self.folder, "*.list.pb"))) if not name.endswith(changing)]
        self.assertGreater(len(packed), 70)
        pairs = [part for name in packed for part in (name[: -len(".pb")] + ".json", name)]
        self.runs("PROTOBUF_EQUALS_JSON", *pairs)

    def test_our_cells_equal_the_servers(self):
        self.assertIn(" 0 differences", self.runs("CELLS_CONFORMANCE", self.folder))


if __name__ == "__main__":
    cluster.main()
