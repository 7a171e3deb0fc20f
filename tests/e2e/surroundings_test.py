"""Odd homes and folders of the desktop do not keep the program from doing what kubectl does there."""
import os
import shutil
import tempfile
import unittest

import cluster
from cluster import Cluster, Run

LONG = "/".join(["아주 긴 이름 🚢" * 4] * 5)      # far more than 260 bytes
DESKTOP = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


class Surroundings(unittest.TestCase):
    cluster = Cluster.shared()

    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory(prefix="wheelhouse-home-"))

    def surroundings(self, **changes):
        """The environment with these changes; None leaves a variable away."""
        environment = {**os.environ, "NO_COLOR": "1", **changes}
        return {name: value for name, value in environment.items() if value is not None}

    def compare(self, environment, *words):
        ask = ("get", "namespaces", "default", "kube-system")  # those that nobody removes meanwhile
        expected = self.cluster.kubectl(*ask)
        found = Run([cluster.PROGRAM, *ask, *words], environment=environment)
        self.assertEqual(expected.code, 0, expected)
        self.assertIsNone(cluster.difference_of_runs(expected, found))
        catalog = Run([cluster.PROGRAM, "contexts", *words], environment=environment)
        self.assertEqual((catalog.code, catalog.err), (0, ""), catalog)
        self.assertIn(self.cluster.setting("PORT"), catalog.out)

    def home_with_config(self, *parts):
        home = os.path.join(self.folder, *parts)
        os.makedirs(os.path.join(home, ".kube"))
        shutil.copy(self.cluster.kubeconfig(), os.path.join(home, ".kube", "config"))
        return home

    def test_without_a_home(self):
        self.compare(self.surroundings(HOME=None), "--kubeconfig", self.cluster.kubeconfig())

    def test_homes_where_nothing_can_be_kept(self):
        for home in ("/proc/self/no-such-folder", "/dev/null", "relative/home", ""):
            with self.subTest(home=home):
                self.compare(self.surroundings(HOME=home), "--kubeconfig", self.cluster.kubeconfig())
        self.assertFalse(os.path.exists("relative"))

    def test_folders_of_the_desktop_that_are_relative_files_or_not_there(self):
        file = os.path.join(self.folder, "file")
        open(file, "w").close()
        for value in ("relative", file, "/proc/nowhere", ""):
            with self.subTest(value=value):
                self.compare(self.surroundings(HOME=self.folder, **{name: value for name in DESKTOP}), "--kubeconfig", self.cluster.kubeconfig())
        self.assertEqual(sorted(os.listdir(self.folder)), ["file"])

    def test_a_home_with_any_characters_and_a_long_path(self):
        for parts in (("한글 ⎈ 🚢",), ("with 'quotes\" and $dollar",), tuple(LONG.split("/"))):
            with self.subTest(parts=parts):
                home = self.home_with_config(*parts)
                self.compare(self.surroundings(HOME=home, KUBECONFIG=None))
                self.compare(self.surroundings(KUBECONFIG=os.path.join(home, ".kube", "config")))


if __name__ == "__main__":
    cluster.main()
