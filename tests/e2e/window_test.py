"""The window's flags and milestones, with the demo cluster: no display is needed for them."""
import contextlib
import itertools
import json
import os
import select
import signal
import struct
import subprocess
import tempfile
import unittest

import cluster

EVENTS = {"start", "window-painted", "connected", "list-requested", "first-rows-painted", "all-rows-painted", "input", "filter-painted",
          "sort-painted", "context-switched", "page-painted", "search-painted", "graph-painted", "charts-painted", "stall"}


def png_size(name):
    with open(name, "rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", name
    return struct.unpack(">II", head[16:24])


def content(name):
    if not os.path.exists(name):
        return ""
    with open(name) as file:
        return file.read()


class Window(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.environment = {**os.environ, "HOME": self.folder, "QT_QPA_PLATFORM": "offscreen"}
        for name in ("KUBECONFIG", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "WHEELHOUSE_TRACE"):
            self.environment.pop(name, None)
        self.data = os.path.join(self.folder, "data")
        self.traces = itertools.count()

    @contextlib.contextmanager
    def running(self, *arguments):
        """A window that is painted; at the end it is killed."""
        trace = os.path.join(self.folder, f"trace-{next(self.traces)}.jsonl")
        process = subprocess.Popen([cluster.PROGRAM, *arguments], env=dict(self.environment, WHEELHOUSE_TRACE=trace), stdout=subprocess.DEVNULL)
        try:
            cluster.await_true(lambda: "window-painted" in content(trace), 60, "the window is not painted")
            yield process
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()

    def remembered(self):
        """The settings in the folder of --data-dir."""
        return json.loads(content(os.path.join(self.data, "state", "settings.json")) or "{}")

    def run_window(self, *arguments, **environment):
        return subprocess.run([cluster.PROGRAM, *arguments], env={**self.environment, **environment}, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True, timeout=120)

    def screenshot(self, *arguments, **environment):
        name = os.path.join(self.folder, "shot.png")
        run = self.run_window(*arguments, "--screenshot", name, "--size", "1200x760", **environment)
        self.assertEqual(run.returncode, 0, run.stderr)
        self.assertEqual(png_size(name), (1200, 760))
        with open(name, "rb") as file:
            return file.read()

    def test_it_starts_stays_and_keeps_quiet(self):
        trace = os.path.join(self.folder, "trace.jsonl")
        process = subprocess.Popen([cluster.PROGRAM], stdout=subprocess.PIPE, env=dict(self.environment, WHEELHOUSE_TRACE=trace))
        try:
            cluster.await_true(lambda: "window-painted" in content(trace), 60, "the window is not painted")
            self.assertFalse(select.select([process.stdout], [], [], 0)[0], "it says something")
            self.assertIsNone(process.poll(), "it ended by itself")
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
            process.stdout.close()

    def test_what_is_not_built_is_refused_with_what_is(self):
        for arguments, words in [(["--open", "pods/a/b#nonsense"], ["nonsense", "yaml", "metrics"]), (["--open", "promql#nonsense"], ["promql", "nonsense"]),
                                 (["--open", "ask#nonsense"], ["ask", "nonsense"]), (["--open", "pods#nonsense"], ["nonsense"]), (["--open", "catalog#failing"], ["catalog"]), (["--size", "100x100"], ["--screenshot"]),
                                 (["--open", "a b"], ["a b"])]:
            run = self.run_window(*arguments)
            self.assertEqual(run.returncode, 2, arguments)
            for word in words + ["Usage: wheelhouse"]:
                self.assertIn(word, run.stderr)
            self.assertEqual(run.stdout, "")

    def test_a_screenshot_shows_what_was_opened(self):
        shots = {name: self.screenshot("--demo", *arguments) for name, arguments in {
            "pods": ["--language", "en"], "pods again": ["--language", "en", "--open", "pods"], "nodes": ["--language", "en", "--open", "nodes"], "failing pods": ["--language", "en", "--open", "pods#failing"],
            "dark": ["--language", "en", "--theme", "dark"], "korean": ["--language", "ko"], "one namespace": ["--language", "en", "-n", "kube-system"],
            "object": ["--language", "en", "--open", "pods/team-a/downward-demo"], "yaml": ["--language", "en", "--open", "pods/team-a/downward-demo#yaml"],
            "nowhere": ["--language", "en", "--open", "unicorns"], "missing": ["--language", "en", "--open", "pods/team-a/nothing"]}.items()}
        for name, shot in shots.items():
            for other, other_shot in shots.items():
                if name < other and "again" not in other:
                    self.assertNotEqual(shot, other_shot, f"{name} and {other} look the same")

    def test_the_catalog_can_be_shown_beside_the_demo(self):
        self.assertNotEqual(self.screenshot("--demo", "--open", "catalog"), self.screenshot("--open", "catalog"))

    def test_without_a_kubeconfig_it_says_where_it_looked(self):
        self.screenshot("--language", "en")

    def test_what_is_remembered_is_in_the_data_folder_alone(self):
        with self.running("--data-dir", self.data):
            cluster.await_true(lambda: "window" in self.remembered(), 60, "nothing is remembered")
        self.assertEqual(os.stat(os.path.join(self.data, "state", "settings.json")).st_mode & 0o777, 0o600)
        usual = os.path.join(self.folder, ".local", "share", "wheelhouse")
        self.assertFalse(os.path.exists(usual))
        with self.running():
            cluster.await_true(lambda: os.path.exists(os.path.join(usual, "settings.json")), 60, "nothing is remembered")

    def test_resetting_the_layout_forgets_places_and_keeps_what_was_made(self):
        columns = {"columns": [{"name": "Name", "width": 900}], "userColumns": [{"name": "Image", "path": ".spec"}]}
        before = {"window": {"last": {"frame": [5, 5, 900, 700]}}, "session": {"/nowhere\nx": {"pages": []}}, "kinds": {"pods": columns},
                  "appearance": {"theme": "dark"}}
        os.makedirs(os.path.join(self.data, "state"))
        with open(os.path.join(self.data, "state", "settings.json"), "w") as file:
            json.dump(before, file)
        with self.running("--data-dir", self.data):
            cluster.await_true(lambda: "early ends" in self.remembered()["window"], 60, "the start is not counted")
            self.assertEqual({name: self.remembered()[name] for name in ("session", "kinds")}, {name: before[name] for name in ("session", "kinds")})
        with self.running("--data-dir", self.data, "--reset-layout"):
            cluster.await_true(lambda: "session" not in self.remembered(), 60, "nothing is forgotten")
            after = self.remembered()
        self.assertNotEqual(after.get("window", {}).get("last", {}).get("frame"), [5, 5, 900, 700])
        self.assertEqual({name: value for name, value in after["kinds"]["pods"].items() if value}, {"userColumns": columns["userColumns"]})
        self.assertEqual(after["appearance"], before["appearance"])

    def test_f28_a_second_program_leaves_what_is_remembered_to_the_first(self):
        def starts():
            return self.remembered().get("window", {}).get("early ends", 0)  # counted by the first alone, and forgotten when all is well

        with contextlib.ExitStack() as second:
            with self.running("--data-dir", self.data):
                cluster.await_true(lambda: starts() == 1, 60, "the first does not count its start")
                process = second.enter_context(self.running("--data-dir", self.data))
                self.assertLessEqual(starts(), 1)
            self.assertIsNone(process.poll())
            counted = starts()
            with self.running("--data-dir", self.data):  # what a killed one held is free, although the second still runs
                cluster.await_true(lambda: starts() == counted + 1, 60, "the third is not the first of those that are there")

    def test_a_context_that_does_not_exist_is_no_reason_to_wait(self):
        self.screenshot("--context", "nowhere")

    def test_a_server_that_cannot_be_reached_is_shown_with_its_reason(self):
        config = os.path.join(self.folder, "config")
        with open(config, "w") as file:
            file.write('{clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}], users: [{name: u, user: {token: t}}], '
                       'contexts: [{name: x, context: {cluster: c, user: u}}], current-context: x}')
        self.screenshot("--kubeconfig", config, "--open", "pods")

    def test_milestones_are_lines_of_json(self):
        trace = os.path.join(self.folder, "trace.jsonl")
        self.screenshot("--demo", WHEELHOUSE_TRACE=trace)
        with open(trace) as file:
            lines = [json.loads(line) for line in file]
        for line in lines:
            self.assertLessEqual({"t_ms", "event", "context", "kind", "rows", "rss_kb"}, set(line))
            self.assertIn(line["event"], EVENTS)
        events = [line["event"] for line in lines if line["event"] != "stall"]
        for earlier, later in [("start", "window-painted"), ("connected", "all-rows-painted"), ("list-requested", "first-rows-painted"),
                               ("start", "list-requested")]:
            self.assertLess(events.index(earlier), events.index(later), events)
        last = next(line for line in lines if line["event"] == "all-rows-painted")
        self.assertEqual((last["context"], last["kind"]), ("demo", "pods"))
        self.assertGreater(last["rows"], 20)
        self.assertGreater(last["rss_kb"], 1000)
        self.assertEqual(sorted(line["t_ms"] for line in lines if line["event"] != "input"), [line["t_ms"] for line in lines if line["event"] != "input"])


if __name__ == "__main__":
    cluster.main()
