"""What people do in the window, in a real window on a display of its own, with two real clusters. STORY names one, ROWS those of a large table."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import cluster
from cluster import Cluster
from display import Display


QUIET = {"CONTROLLER_FLAGS": "--controllers=clusterrole-aggregation-controller,namespace-controller", "SCHEDULER": "none"}  # pods stay as made


class WindowStories(unittest.TestCase):
    def test_the_stories(self):
        with Cluster.own(**QUIET) as first, Cluster.own(**QUIET) as second, Display() as display, tempfile.TemporaryDirectory() as home:
            for each in (first, second):
                each.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: default}}")
            # Without a desktop's bus, of which libdbus keeps a buffer for ever: leaks are counted.
            environment = {"ROWS": "20000", **os.environ, **QUIET, "DBUS_SESSION_BUS_ADDRESS": "disabled:", "QT_LOGGING_RULES": "qt.accessibility.atspi=false",
                           "DISPLAY": display.name, "QT_QPA_PLATFORM": "xcb", "HOME": home, "WHEELHOUSE_TRACE": os.path.join(home, "trace.jsonl"), "FIRST": first.folder, "SECOND": second.folder,
                           "CONTROLPLANE": cluster.CONTROLPLANE, "KUBECTL": cluster.kubectl_program(), "PYTHON": sys.executable}
            program = [os.environ["WINDOW_STORIES"], *os.environ.get("STORY", "").split()]
            run = subprocess.run(program, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=800)
            self.assertEqual(run.returncode, 0, run.stdout)
            print(run.stdout)


if __name__ == "__main__":
    Cluster.shared()  # skipped where no cluster can be had
    if not shutil.which("Xvfb"):
        print("no Xvfb")
        sys.exit(cluster.SKIPPED)
    cluster.main()
