#!/usr/bin/env python3
"""Measures the window on a real API server with many pods, on the display it is given.

window.py WHEELHOUSE EMPTY_WINDOW KUBECONFIG [RUNS]

Medians of several runs. The baselines are curl, which reads the same streaming list, and an empty window that is linked with the same
libraries. The switch between two clusters needs xdotool. tests/controlplane/load_pods.py fills a server.
"""
import contextlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

LIST = "/api/v1/pods?watch=1&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan"
END = b"k8s.io/initial-events-end"
FRAME = 1000 / 60
met = True


def report(what, value, unit, bar, detail=""):
    global met
    met = met and value <= bar
    print(f"{what}: {value:.3g} {unit} (bar {bar:.3g}){' ' if detail else ''}{detail}{'' if value <= bar else '  MISSED'}")


def curl(server, token, authority):
    """Seconds to the first byte of a streaming list and to its end bookmark."""
    begin = time.monotonic()
    process = subprocess.Popen(["curl", "-sN", "--cacert", authority, "-H", f"Authorization: Bearer {token}", "-H",
                                "Accept: application/vnd.kubernetes.protobuf;stream=watch", server + LIST], stdout=subprocess.PIPE)
    first, tail = None, b""
    while chunk := os.read(process.stdout.fileno(), 1 << 20):
        first = first or time.monotonic() - begin
        if END in tail + chunk:
            break
        tail = chunk[-len(END):]
    whole = time.monotonic() - begin
    process.kill()
    process.wait()
    return first, whole


class Window:
    """A running window and the milestones it has told so far."""

    def __init__(self, program, kubeconfig, *arguments, **variables):
        self.home = tempfile.mkdtemp()
        self.trace = os.path.join(self.home, "trace.jsonl")
        environment = {**os.environ, "HOME": self.home, "WHEELHOUSE_TRACE": self.trace, **variables}
        chosen = ["--kubeconfig", kubeconfig] if kubeconfig else []
        self.process = subprocess.Popen([program, *chosen, *arguments], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.home)

    def milestones(self):
        with contextlib.suppress(FileNotFoundError), open(self.trace) as file:
            return [json.loads(line) for line in file if line.endswith("\n")]
        return []

    def await_(self, event, count=1, seconds=60):
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            found = [each for each in self.milestones() if each["event"] == event]
            if len(found) >= count:
                return found[count - 1]
            time.sleep(0.02)
        sys.exit(f"no {event} within {seconds} s: {[each['event'] for each in self.milestones()][-20:]}")

    def resident(self):
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) / 1024

    def busy(self):
        """Seconds of CPU so far."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def opening(program, kubeconfig):
    with Window(program, kubeconfig, "--open", "pods", "-A") as window:
        every = window.await_("all-rows-painted")
        first, asked = window.await_("first-rows-painted"), window.await_("list-requested")
        stalls = [each["ms"] for each in window.milestones() if each["event"] == "stall"]
        return first["t_ms"] - asked["t_ms"], every["t_ms"] - asked["t_ms"], every["rows"], max(stalls, default=0)


def at_rest(program, kubeconfig):
    """MB kept and per cent of a core used, once the rows are there."""
    with Window(program, kubeconfig, "--open", "pods", "-A") as window:
        window.await_("all-rows-painted")
        time.sleep(5)
        before = window.busy()
        time.sleep(20)
        return window.resident(), (window.busy() - before) / 20 * 100


def starts(program, empty, kubeconfig, runs):
    """Medians of the milliseconds to a painted window, ours and an empty one's, in turns."""
    ours, theirs = [], []
    for _ in range(runs + 1):
        theirs.append(float(subprocess.run([empty], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout))
        with Window(program, kubeconfig, "--open", "catalog") as window:
            ours.append(window.await_("window-painted")["t_ms"])
    return statistics.median(ours[1:]), statistics.median(theirs[1:])


def two_contexts(kubeconfig, folder):
    """The same server twice, in the names one and two."""
    with open(kubeconfig) as file:
        text = file.read()
    name = re.search(r"current-context: (.*)", text).group(1)
    for other in ("one", "two"):
        with open(os.path.join(folder, other), "w") as file:
            file.write(text.replace(f"name: {name},", f"name: {other},").replace(f"current-context: {name}", f"current-context: {other}"))
    return os.path.join(folder, "one"), os.path.join(folder, "two")


def press(*keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", "--delay", "50", *keys], check=True)
    time.sleep(0.5)


def switches(program, kubeconfig, times):
    """The milliseconds from the key to the other cluster's painted rows, of each switch."""
    with tempfile.TemporaryDirectory() as folder:
        with Window(program, None, "--context", "one", "--open", "pods", "-A", KUBECONFIG=":".join(two_contexts(kubeconfig, folder))) as window:
            window.await_("all-rows-painted")
            shown = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(window.process.pid)], stdout=subprocess.PIPE, text=True).stdout.split()
            subprocess.run(["xdotool", "windowfocus", shown[-1]], check=True)
            press("ctrl+k")
            press("t", "w", "o", "Return")
            window.await_("all-rows-painted", 2)
            before = len(window.milestones())
            for turn in range(times):
                press(f"ctrl+{turn % 2 + 1}")
            told = [each for each in window.milestones()[before:] if each["event"] in ("input", "context-switched")]
    return [later["t_ms"] - earlier["t_ms"] for earlier, later in zip(told, told[1:]) if (earlier["event"], later["event"]) == ("input", "context-switched")]


def main():
    program, empty, kubeconfig = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    with open(kubeconfig) as file, tempfile.TemporaryDirectory() as folder:
        text = file.read()
        server, token = (re.search(pattern, text).group(1) for pattern in (r'server: "?([^"}\s]+)', r"token: ([^},\s]+)"))
        authority = os.path.join(folder, "ca.crt")
        data = re.search(r"certificate-authority-data: ([^},\s]+)", text).group(1)
        subprocess.run(["base64", "-d"], input=data.encode(), stdout=open(authority, "wb"), check=True)
        firsts, wholes = zip(*(curl(server, token, authority) for _ in range(runs)))
        opened = [opening(program, kubeconfig) for _ in range(runs)]
    first, whole = statistics.median(firsts) * 1000, statistics.median(wholes) * 1000
    print(f"{opened[0][2]} rows; curl: first byte {first:.1f} ms, end bookmark {whole:.0f} ms")
    first_rows, all_rows = (statistics.median(each[i] for each in opened) for i in (0, 1))
    report("first rows painted", first_rows / first, "x the first byte", 5, f"{first_rows:.1f} ms")
    report("all rows painted", all_rows / whole, "x curl", 1.5, f"{all_rows:.0f} ms")
    report("longest turn of the GUI thread", statistics.median(each[3] for each in opened), "ms", 100)
    memory, idle = at_rest(program, kubeconfig)
    report("memory", memory, "MB", 110 if opened[0][2] <= 20000 else 150)
    report("idle", idle, "% of a core", 1)
    ours, theirs = starts(program, empty, kubeconfig, 2 * runs)
    report("start to painted", ours / theirs, "x an empty window", 2, f"{ours:.0f} ms against {theirs:.0f}")
    if shutil.which("xdotool"):
        turns = switches(program, kubeconfig, 10)
        if len(turns) < 8:
            sys.exit(f"of 10 switches only {len(turns)} were told")
        report("switch to a connected cluster", statistics.median(turns), "ms", 2 * FRAME, f"at most {max(turns):.0f} ms")
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
