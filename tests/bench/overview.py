#!/usr/bin/env python3
"""Measures the overview of a cluster with many pods, on the display it is given.

overview.py WHEELHOUSE KUBECONFIG [RUNS]

How long after the last list was complete every count is shown, and what the page costs while nothing changes.
tests/controlplane/load_pods.py fills a server.
"""
import statistics
import sys
import time

import window

LATE = 1000
IDLE = 1


def shown(program, kubeconfig):
    """Milliseconds from the last complete list to the counts, and the longest turn of the GUI thread."""
    with window.Window(program, kubeconfig, "--open", "overview") as page:
        page.await_("overview-shown")
        told = page.milestones()
        complete, counted = (next(each["t_ms"] for each in told if each["event"] == event) for event in ("lists-complete", "overview-shown"))
        return counted - complete, max((each["ms"] for each in told if each["event"] == "stall"), default=0)


def at_rest(program, kubeconfig):
    """MB kept and per cent of a core used, once everything is counted."""
    with window.Window(program, kubeconfig, "--open", "overview") as page:
        page.await_("overview-shown")
        time.sleep(5)
        before = page.busy()
        time.sleep(20)
        return page.resident(), (page.busy() - before) / 20 * 100


def main():
    program, kubeconfig = sys.argv[1:3]
    delays, stalls = zip(*(shown(program, kubeconfig) for _ in range(int(sys.argv[3]) if len(sys.argv) > 3 else 5)))
    window.report("counts after the lists", statistics.median(delays), "ms", LATE, f"at most {max(delays):.0f} ms")
    print(f"longest turn of the GUI thread: {statistics.median(stalls):.0f} ms")
    memory, idle = at_rest(program, kubeconfig)
    print(f"memory: {memory:.0f} MB")
    window.report("idle", idle, "% of a core", IDLE)
    sys.exit(0 if window.met else 1)


if __name__ == "__main__":
    main()
