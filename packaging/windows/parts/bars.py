"""How long the window of Windows takes under wine until it is painted, against an empty Qt window of the same build, in turns.

bars.py WHEELHOUSE EMPTY_WINDOW KUBECONFIG [RUNS]

Both are started as one of this system. Judged is what somebody waits for, from exec on; what each tells of its own process leaves out how long wine
needs for any process.
"""
import os
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
sys.path.insert(0, os.path.join(ROOT, "tests", "bench"))

from window import Window  # noqa: E402

MOST = 2


def empty_window(program):
    """Milliseconds from exec on, and those that the process tells."""
    begin = time.monotonic()
    with subprocess.Popen([program], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        told = float(process.stdout.readline())
        return (time.monotonic() - begin) * 1000, told


def own_window(program, kubeconfig):
    begin = time.monotonic()
    with Window(program, kubeconfig, "--open", "catalog") as window:
        while not (painted := [each for each in window.milestones() if each["event"] == "window-painted"]):
            if time.monotonic() - begin > 60:
                sys.exit("no painted window within 60 s")
            time.sleep(0.005)
        return (time.monotonic() - begin) * 1000, painted[0]["t_ms"]


def main():
    program, empty, kubeconfig = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    pairs = [(own_window(program, kubeconfig), empty_window(empty)) for _ in range(runs + 1)][1:]  # the first fills the caches
    ours, theirs = ([statistics.median(pair[side][what] for pair in pairs) for what in (0, 1)] for side in (0, 1))
    for name, one, other in zip(("exec to painted", "the process's own start to painted"), ours, theirs):
        print(f"{name}: {one / other:.2f} x an empty window ({one:.0f} ms against {other:.0f}, medians of {runs})")
    print(f"bar: {MOST} x from exec on")
    sys.exit(0 if ours[0] / theirs[0] <= MOST else 1)


if __name__ == "__main__":
    main()
