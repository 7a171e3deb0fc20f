"""The window of Windows under wine, on a display of its own: its pictures, a kubeconfig edited while it is open, and a large live table.

WHEELHOUSE starts the program for Windows as one of this system; OUTPUT is where pictures go.
"""
import os
import re
import struct
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path[:0] = [os.path.join(ROOT, "tests", "e2e"), os.path.join(ROOT, "tests", "bench")]

import cluster  # noqa: E402
from cluster import Cluster  # noqa: E402
from display import Display  # noqa: E402
from window import Window  # noqa: E402

PROGRAM = os.environ["WHEELHOUSE"]
OUTPUT = os.environ["OUTPUT"]
PODS = int(os.environ.get("PODS", "20000"))
QUIET = {"CONTROLLER_FLAGS": "--controllers=namespace-controller", "SCHEDULER": "none"}  # pods stay as made
QUICK_PODS = os.path.join(ROOT, "tests", "e2e", "quick_pods.py")


def kubeconfig(*contexts):
    """Contexts of servers that nobody asks."""
    entry = ("- {{name: {0}, context: {{cluster: {0}, user: {0}}}}}", "- {{name: {0}, cluster: {{server: 'https://127.0.0.1:1'}}}}", "- {{name: {0}, user: {{token: {0}}}}}")
    lists = ("\n".join(each.format(name) for name in contexts) for each in entry)
    return "apiVersion: v1\nkind: Config\ncurrent-context: {}\ncontexts:\n{}\nclusters:\n{}\nusers:\n{}\n".format(contexts[0], *lists)


def size_of(picture):
    with open(picture, "rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", picture
    return struct.unpack(">II", head[16:])


def screen():
    """The table that is seen, as bytes; beside it are details, with the time of a check."""
    return subprocess.run(["import", "-window", "root", "-crop", "1100x900+0+0", "-depth", "8", "rgb:-"], stdout=subprocess.PIPE, check=True).stdout


def keep_picture(name):
    subprocess.run(["import", "-window", "root", os.path.join(OUTPUT, name)], check=True)


def settled(seconds=30):
    """What is seen once nothing changes any more."""
    limit, last, since = time.monotonic() + seconds, screen(), time.monotonic()
    while time.monotonic() < limit:
        time.sleep(0.25)
        now = screen()
        if now != last:
            last, since = now, time.monotonic()
        elif time.monotonic() - since > 2:
            return now
    raise AssertionError("the window never comes to rest")


class OfWindows(unittest.TestCase):
    def setUp(self):
        self.display = self.enterContext(Display())
        os.environ["DISPLAY"] = self.display.name
        self.folder = self.enterContext(tempfile.TemporaryDirectory(prefix="한글 "))


class Pictures(OfWindows):
    def picture(self, language, theme, *words):
        name = os.path.join(OUTPUT, f"demo-{language}-{theme}.png")
        with tempfile.TemporaryDirectory() as home:
            run = subprocess.run([PROGRAM, "--demo", "--language", language, "--theme", theme, "--size", "1440x900", "--screenshot", name, *words],
                                 env={**os.environ, "HOME": home}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=180)
        self.assertEqual(run.returncode, 0, run.stdout)
        self.assertEqual(size_of(name), (1440, 900))
        with open(name, "rb") as file:
            return file.read()

    def test_the_demo_in_both_languages_and_themes(self):
        pictures = {self.picture(language, theme, "--open", "pods") for language in ("en", "ko") for theme in ("light", "dark")}
        self.assertEqual(len(pictures), 4)

    def test_each_start_comes_to_its_end(self):
        for _ in range(int(os.environ.get("STARTS", "10"))):
            self.picture("en", "light", "--open", "pods")


class EditedKubeconfig(OfWindows):
    def fresh(self, file):
        with Window(PROGRAM, file, "--open", "catalog") as window:
            window.await_("window-painted")
            seen = settled()
            keep_picture("not-edited.png")
            return seen

    def edit(self, how):
        """A window that is open while its file is edited shows in the end what one that starts then shows."""
        file = os.path.join(self.folder, "설정.yaml")
        with open(file, "w") as writing:
            writing.write(kubeconfig("first", "second"))
        with Window(PROGRAM, file, "--open", "catalog") as window:
            window.await_("window-painted")
            before = settled()
            how(file, kubeconfig("first", "second", "third").replace("\n", "\r\n"))
            limit = time.monotonic() + 30
            while screen() == before and time.monotonic() < limit:
                time.sleep(0.1)
            after = settled()
            keep_picture(f"edited-{how.__name__}.png")
        self.assertTrue(after != before, "the window stays as it was")
        self.assertTrue(after == self.fresh(file), "the window is not that of a program that starts now")

    def test_one_that_an_editor_writes_in_place_is_read_again(self):
        def in_place(file, text):
            with open(file, "w", newline="") as writing:
                writing.write(text)
        self.edit(in_place)

    def test_one_that_kubectl_replaces_is_read_again(self):
        def replaced(file, text):
            with open(file + ".new", "w", newline="") as writing:
                writing.write(text)
            os.replace(file + ".new", file)
        self.edit(replaced)


class LargeTable(OfWindows):
    def quick_pods(self, *words):
        return self.enterContext(subprocess.Popen([sys.executable, QUICK_PODS, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))

    def rows_shown(self, window, *keys):
        """How many rows are painted after that was typed."""
        before = sum(each["event"] == "filter-painted" for each in window.milestones())
        subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "60", *keys], check=True)
        window.await_("filter-painted", before + 1)
        time.sleep(2)  # the last key's, with what the server told meanwhile
        return [each["rows"] for each in window.milestones() if each["event"] == "filter-painted"][-1]

    def await_rows(self, window, count):
        """Types nothing that matters until the table tells that many rows."""
        limit = time.monotonic() + 30
        while (shown := self.rows_shown(window, "minus", "BackSpace")) != count and time.monotonic() < limit:
            pass
        return shown

    def test_many_pods_are_listed_found_and_live(self):
        with Cluster.own(**QUIET) as own:
            self.assertEqual(self.quick_pods("load", own.folder, str(PODS)).wait(), 0)
            with Window(PROGRAM, os.path.join(own.folder, "admin.kubeconfig"), "--open", "pods", "-A") as window:
                self.assertEqual(window.await_("all-rows-painted", seconds=120)["rows"], PODS + 1)
                subprocess.run(["xdotool", "mousemove", "700", "400", "click", "1"], check=True)
                self.assertEqual(self.rows_shown(window, "slash", *"needle"), 1)
                changing = self.quick_pods("change", own.folder)
                time.sleep(5)
                subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
                self.assertGreater(self.rows_shown(window, *"busy"), 0)
                written = changing.communicate("\n")[0].strip()
                printed = own.kubectl("get", "pods", "-n", "busy", "--no-headers").out.count("\n")
                self.assertEqual(self.await_rows(window, printed), printed)
                keep_picture("large-table.png")
                stalls = [each["ms"] for each in window.milestones() if each["event"] == "stall"]
            print(f"{PODS + 1} rows; {written} changes, {printed} of their rows stay; longest turn {max(stalls, default=0):.0f} ms")


if __name__ == "__main__":
    unittest.main(verbosity=2)
