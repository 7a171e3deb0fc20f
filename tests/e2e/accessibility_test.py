"""What a screen reader is told on a real display: every control on the pages of the demo cluster has a name, and rows can be read."""
import os
import re
import subprocess
import unittest

import cluster
import walked_window
from walked_window import WalkedWindow

POD = "pods/team-a/downward-demo"


def drawn(account):
    """What our own command line says of the same graph: the boxes with their words, and the titles before and behind each. Pods are left out:
    the sample cluster makes them as it runs."""
    run = subprocess.run([cluster.PROGRAM, "rbac", "graph", "--from", os.path.join(cluster.ROOT, "resources", "demo", "objects"), "--sa", account, "-o", "dot"],
                         stdout=subprocess.PIPE, text=True, check=True)
    boxes, before, behind = {}, {}, {}
    for line in run.stdout.splitlines():
        texts = [text.replace("\\n", "\n") for text in re.findall(r'"((?:[^"\\]|\\.)*)"', line)]
        if '" -> "' in line:
            behind.setdefault(texts[0], set()).add(texts[1])
            before.setdefault(texts[1], set()).add(texts[0])
        elif " [label=" in line:
            boxes[texts[0]] = texts[1].split("\n")
    titles = {box: words[0] for box, words in boxes.items()}
    return {box: (words, {titles[other] for other in before.get(box, ())}, {titles[other] for other in behind.get(box, ())}) for box, words in boxes.items()}


def ends(description):
    """Of "From: a, b; To: c": what is before and what is behind."""
    sides = {"From": set(), "To": set()}
    for part in filter(None, description.split("; ")):
        side, names = part.split(": ", 1)
        sides[side] = set(names.split(", "))
    return sides["From"], sides["To"]


class Accessibility(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.window = cls.enterClassContext(WalkedWindow())

    def walk(self, *command, **wanted):
        return self.window.walk(*command, **wanted)

    def test_every_page_of_the_demo_has_names_for_all_its_controls(self):
        for place, rows, name in (("pods", 10, ""), ("nodes", 3, ""), ("catalog", 1, ""), (POD, 0, "Container main"), (POD + "#yaml", 0, "Copy the whole YAML"),
                                  (POD + "#events", 0, "Last seen"), ("pods/team-a/nothing", 0, "There is no Pod nothing"), ("connection", 0, "Copy as text"),
                                  ("settings", 0, "Language"), ("ask#of:User/jane", 0, "Whose access is shown"),
                                  ("serviceaccounts/team-b/checkout#account", 0, "Create a token…"), ("clusterroles.rbac.authorization.k8s.io//view#aggregation", 0, "Rules, and where they come from"),
                                  ("reach#pair:team-a/downward-demo..team-b/cache-0", 0, "Talking over the network: needs no RBAC"), ("risks", 10, "Filter the findings"),
                                  ("access-compare#of:first=ServiceAccount/team-c/nightly&second=ServiceAccount/team-b/checkout", 10, "Swap the first and the second"),
                                  ("what-if", 0, "Draft a new object"), ("what-if#edit:ClusterRole/node-inspector", 1, "Copy what is shown"),
                                  (POD + "#downward", 10, "Compare with the container"), ("nodes//kube-worker-1#disk", 10, "Filter by image, pod or kind"),
                                  ("overview", 10, "Needs attention"), ("shortcuts", 20, "Keyboard shortcuts")):
            with self.subTest(place):
                seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", place, rows=rows, name=name)
                self.assertGreaterEqual(len(seen["rows"]), rows, seen["roles"])
                self.assertEqual(seen["unnamed"], [])
                self.assertTrue(any(name in met for met in seen["names"]), seen["names"])

    def test_what_opens_over_a_page_has_names_for_all_its_controls(self):
        for place, button, names in (("catalog", "Paste a kubeconfig…", ("File", "Text", "Cancel")), ("pods", "Columns", ("Find a column", "Move up", "Close")),
                                     (POD + "#downward", "Add entries…", ("Where", "Field", "Name or path", "YAML to write")),
                                     ("pods", "Commands", ("Choose columns…", "Paste a kubeconfig…")),
                                     ("pods", "Namespaces shown", ("Namespaces to show; none chosen means all", "team-a", "kube-system")),
                                     ("pods", "Group", ("No groups", "Namespace", "Node")),
                                     ("serviceaccounts/team-b/checkout", "Write the graph", ("Graph as SVG…", "Report as Markdown…")),
                                     ("serviceaccounts/team-b/checkout", "Show the same as tables", ("Rights", "Connections", "runs as", "nodes/proxy")),
                                     ("serviceaccounts/team-b/checkout", "View as…", ("User or ServiceAccount", "Groups, with commas between them", "Cancel", "View")),
                                     ("serviceaccounts/team-b/checkout#account", "Create a token…", ("Lifetime", "Audiences", "Create the token"))):
            with self.subTest(button):
                seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", place, rows=0 if "/" in place else 1, press=button, name=names[-1])
                self.assertEqual(seen["unnamed"], [])
                for name in names:
                    self.assertTrue(any(name in met for met in seen["names"]), (name, seen["names"]))

    def test_every_box_and_cell_of_a_graph_can_be_read_and_reached(self):
        """Each box that is drawn with its name, its role, and what is before and behind it; nothing else; and each takes the focus."""
        expected = drawn("team-b/checkout")
        seen = self.walk(cluster.PROGRAM, "--demo", "--language", "en", "--open", "serviceaccounts/team-b/checkout", name="node-inspectors, ClusterRoleBinding", focus=True)
        self.assertEqual(seen["unnamed"], [])
        pods = [part for part in seen["graph"] if ", Pod · team-b" in part["name"] or " · team-b" in part["name"] and ends(part["description"]) == (set(), {"checkout"})]
        self.assertGreater(len(pods), 0, seen["graph"])
        for pod in pods:
            self.assertEqual(ends(pod["description"]), (set(), {"checkout"}), pod)
        parts = {part["name"]: part for part in seen["graph"] if part not in pods}
        self.assertEqual(len(parts), len(expected), parts.keys())
        titles = {ends(pod["description"]) and pod["name"].split(", ")[0] for pod in pods}
        for box, (words, before, behind) in expected.items():
            is_table = box == "may-do"
            name = words[0] + ", " + words[-1] if is_table else ", ".join(words)
            self.assertIn(name, parts)
            part = parts[name]
            self.assertEqual(part["role"], "table" if is_table else "list item", part)
            told_before, told_behind = ends(part["description"])
            self.assertEqual((told_before - titles, told_behind), (before, behind), part)
            if not is_table:
                self.assertEqual(part["cells"], [], part)
                continue
            rows = [line.split(": ") for line in words[1:-1]]
            told = [name for role, name in part["cells"]]
            self.assertEqual({role for role, name in part["cells"]}, {"table cell"})
            allowed = {f"{verb} {resource}: allowed in the whole cluster" for resource, verbs in rows for verb in verbs.replace(" (everywhere)", "").split()}
            self.assertEqual({name for name in told if "not allowed" not in name}, allowed)
            self.assertEqual(len(told), len(set(told)))
        for part in seen["graph"]:
            self.assertTrue(part["reached"], part)

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
    walked_window.main()
