#!/usr/bin/env python3
"""Measures `wheelhouse get pods -A` against `kubectl get pods -A` on a real API server.

get.py WHEELHOUSE KUBECTL KUBECONFIG [RUNS]

Alternating runs, medians of wall time and of peak memory, and the ratio of both; the outputs must be equal but for the seconds
between two runs. tests/controlplane/load_pods.py fills a server.
"""
import re
import statistics
import subprocess
import sys
import tempfile

BARS = {"server cells": (0.05, 0.05), "local cells": (0.2, 0.08)}
AGE = re.compile(rb"\b(?:\d+[smhdy])+\b")


# A process counts the memory of the one it was forked from, so a small one starts and measures the program.
LAUNCHER = """
import os, sys, time
out = os.open(sys.argv[1], os.O_WRONLY)
start = time.monotonic()
pid = os.posix_spawn(sys.argv[2], sys.argv[2:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, out, 1)])
_, status, usage = os.wait4(pid, 0)
print(time.monotonic() - start, usage.ru_maxrss / 1024, status)
"""


def measure(arguments):
    with tempfile.NamedTemporaryFile() as out:
        run = subprocess.run([sys.executable, "-S", "-c", LAUNCHER, out.name, *arguments], stdout=subprocess.PIPE, text=True, check=True)
        wall, memory, status = run.stdout.split()
        if status != "0":
            sys.exit(f"{arguments[0]} failed with {status}")
        return float(wall), float(memory), [AGE.sub(b"AGE", line).split() for line in out.read().splitlines()]


def main():
    wheelhouse, kubectl, kubeconfig = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    programs = {
        "kubectl": [kubectl, "--kubeconfig", kubeconfig, "get", "pods", "-A"],
        "server cells": [wheelhouse, "--kubeconfig", kubeconfig, "get", "pods", "-A"],
        "local cells": [wheelhouse, "--kubeconfig", kubeconfig, "get", "pods", "-A", "--cells=local"],
    }
    results = {name: [] for name in programs}
    for _ in range(runs):
        for name, arguments in programs.items():
            results[name].append(measure(arguments))
    medians = {name: (statistics.median(r[0] for r in runs_), statistics.median(r[1] for r in runs_)) for name, runs_ in results.items()}
    wanted = results["kubectl"][0][2]
    met = True
    print(f"{len(wanted) - 1} rows; kubectl: {medians['kubectl'][0]:.2f} s, {medians['kubectl'][1]:.0f} MB")
    for name, (wall_bar, memory_bar) in BARS.items():
        wall, memory = (ours / theirs for ours, theirs in zip(medians[name], medians["kubectl"]))
        equal = all(result[2] == wanted for result in results[name])
        met = met and equal and wall <= wall_bar and memory <= memory_bar
        print(f"{name}: {medians[name][0]:.3f} s = {wall:.3f}x (bar {wall_bar}), {medians[name][1]:.0f} MB = {memory:.3f}x (bar {memory_bar}), "
              f"output {'equal' if equal else 'DIFFERS'}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
