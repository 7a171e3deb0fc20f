"""What a screen reader is told on a real display: every control on the pages of the demo cluster has a name, and rows can be read."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import cluster
from display import Display

WALKER = os.path.join(cluster.HERE, "accessible_walk.py")
POD = "pods/team-a/downward-demo"


def python_with_atspi():
    """The system's own, where another one comes first on the path; None without the bindings."""
    for python in (sys.executable, "/usr/bin/python3"):
        probe = [python, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
        if os.path.exists(python) and subprocess.run(probe, stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


class Accessibility(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = cls.enterClassContext(Display())
        cls.home = cls.enterClassContext(tempfile.TemporaryDirectory())

    def walk(self, *command, rows=0, name="", press=""):
        environment = {**os.environ, "DISPLAY": self.display.name, "HOME": self.home, "XDG_RUNTIME_DIR": self.home, "WALK_ROWS": str(rows), "WALK_NAME": name, "WALK_PRESS": press}
        for unset in ("KUBECONFIG", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "QT_ACCESSIBILITY"):
            environment.pop(unset, None)
        run = subprocess.run(["dbus-run-session", "--", python_with_atspi(), WALKER, *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True, timeout=180)
        self.assertEqual(run.returncode, 0, run.stderr)
        seen = json.loads(run.stdout.splitlines()[-1])
        self.assertGreater(seen.get("met", 0), 1, "the window is not on the accessibility bus: " + run.stderr)
        return seen

    def test_every_page_of_the_demo_has_names_for_all_its_controls(self):
        for place, rows, name in (("pods", 10, ""), ("nodes", 3, ""), ("catalog", 1, ""), (POD, 0, "Container main"), (POD + "#yaml", 0, "Copy the whole YAML"),
                                  (POD + "#events", 0, "Last seen"), ("pods/team-a/nothing", 0, "There is no Pod nothing"), ("connection", 0, "Copy as text"),
                                  ("settings", 0, "Language"), ("ask#of:User/jane", 0, "Whose access is shown"),
                                  ("serviceaccounts/team-b/checkout#account", 0, "Create a token…"), ("clusterroles.rbac.authorization.k8s.io//view#aggregation", 0, "Rules, and where they come from"),
                                  ("reach#pair:team-a/downward-demo..team-b/cache-0", 0, "Talking over the network: needs no RBAC"), ("risks", 10, "Filter the findings"),
                                  ("access-compare#of:first=ServiceAccount/team-c/nightly&second=ServiceAccount/team-b/checkout", 10, "Swap the first and the second"),
                                  ("overview", 10, "Needs attention"), ("shortcuts", 20, "Keyboard shortcuts")):
            with self.subTest(place):
                seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", place, rows=rows, name=name)
                self.assertGreaterEqual(len(seen["rows"]), rows, seen["roles"])
                self.assertEqual(seen["unnamed"], [])
                self.assertTrue(any(name in met for met in seen["names"]), seen["names"])

    def test_what_opens_over_a_page_has_names_for_all_its_controls(self):
        for place, button, names in (("catalog", "Paste a kubeconfig…", ("File", "Text", "Cancel")), ("pods", "Columns", ("Find a column", "Move up", "Close")),
                                     ("pods", "Commands", ("Choose columns…", "Paste a kubeconfig…")),
                                     ("pods", "Namespaces shown", ("Namespaces to show; none chosen means all", "team-a", "kube-system")),
                                     ("pods", "Group", ("No groups", "Namespace", "Node")),
                                     ("serviceaccounts/team-b/checkout", "Write the graph", ("Graph as SVG…", "Report as Markdown…")),
                                     ("serviceaccounts/team-b/checkout#account", "Create a token…", ("Lifetime", "Audiences", "Create the token"))):
            with self.subTest(button):
                seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", place, rows=0 if "/" in place else 1, press=button, name=names[-1])
                self.assertEqual(seen["unnamed"], [])
                for name in names:
                    self.assertTrue(any(name in met for met in seen["names"]), (name, seen["names"]))

    def test_every_box_and_cell_of_a_graph_can_be_read(self):
        seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", "serviceaccounts/team-b/checkout", name="node-inspectors, ClusterRoleBinding")
        self.assertEqual(seen["unnamed"], [])
        for name in ("checkout, ServiceAccount · team-b", "system:authenticated", "node-inspectors, ClusterRoleBinding", "node-inspector, ClusterRole", "all namespaces"):
            self.assertTrue(any(name in met for met in seen["names"]), (name, seen["names"]))
        for verb in ("get", "list"):
            self.assertTrue(any("nodes/proxy" in met and verb in met for met in seen["names"]), (verb, seen["names"]))

    def test_the_rows_on_screen_can_be_read(self):
        seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", "nodes", rows=3)
        nodes = [row for row in seen["rows"] if any(cell.startswith("k3s-") or "worker" in cell or "server" in cell for cell in row)]
        self.assertGreaterEqual(len(nodes), 3, seen["rows"])
        for row in nodes:
            self.assertTrue(any("Ready" in cell for cell in row), row)
            self.assertGreater(sum(1 for cell in row if cell), 3, row)

    def test_a_read_only_program_says_so(self):
        said = "Read-only: nothing that changes a cluster leaves this program"
        seen = self.walk(cluster.PROGRAM, "--demo", "--readonly", "--language", "en", "--open", "pods", rows=1, name=said)
        self.assertIn(said, seen["names"])
        seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", "pods", rows=1)
        self.assertNotIn(said, seen["names"])

    def test_a_control_without_a_name_would_be_found(self):
        seen = self.walk(os.environ["NAMELESS"], name="Named")
        self.assertEqual(len(seen["unnamed"]), 2, seen)
        self.assertTrue(any("button" in path for path in seen["unnamed"]), seen)


if __name__ == "__main__":
    for program in ("Xvfb", "dbus-run-session"):
        if not shutil.which(program):
            print("no " + program)
            sys.exit(cluster.SKIPPED)
    if not python_with_atspi():
        print("no AT-SPI for Python")
        sys.exit(cluster.SKIPPED)
    cluster.main()
