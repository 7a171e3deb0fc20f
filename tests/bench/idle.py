#!/usr/bin/env python3
"""Measures what the window costs when nothing happens: three clusters connected, one of them shown, all quiet.

idle.py WHEELHOUSE [MINUTES]

The clusters are three contexts of one real API server, whose audit log counts what it is asked. CPU is taken over a minute that begins
30 s after everything is live, requests over ten minutes, so that the renewal of watches is among them.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import window

HERE = os.path.dirname(os.path.abspath(__file__))
CLUSTER = os.path.join(os.path.dirname(HERE), "controlplane", "cluster.sh")
POLICY = {"apiVersion": "audit.k8s.io/v1", "kind": "Policy", "omitStages": ["ResponseStarted", "ResponseComplete", "Panic"], "rules": [{"level": "Metadata"}]}
NAMES = ("one", "two", "three")


def control(command, folder, **variables):
    subprocess.run([CLUSTER, command, folder], check=True, stdout=subprocess.DEVNULL, env={**os.environ, **variables})


def home_with_three_clusters(kubeconfig, home):
    """A home folder in which three contexts were connected the last time, each with its namespaces open."""
    with open(kubeconfig) as file:
        text = file.read()
    name = re.search(r"current-context: (.*)", text).group(1)
    os.makedirs(os.path.join(home, ".kube"))
    for other in NAMES:
        with open(os.path.join(home, ".kube", other), "w") as file:
            file.write(text.replace(f"name: {name},", f"name: {other},").replace(f"current-context: {name}", f"current-context: {other}"))
    ids = [{"file": os.path.join(home, ".kube", other), "context": other} for other in NAMES]
    pages = {"pages": [{"address": "namespaces", "title": "Namespaces"}], "current": 0}
    return {"window": {"last": {"connected": ids, "shown": ids[0]}}, "session": {f"{each['file']}\n{each['context']}": pages for each in ids}}


def asked(log):
    """The requests of our program so far."""
    with open(log) as file:
        return [f"{entry['verb']} {entry['requestURI']}" for entry in map(json.loads, filter(lambda line: line.endswith("\n"), file)) if entry.get("userAgent", "").startswith("wheelhouse/")]


def measure(program, cluster, audit, minutes):
    with tempfile.TemporaryDirectory() as home:
        remembered = home_with_three_clusters(os.path.join(cluster, "token.kubeconfig"), home)
        state = os.path.join(home, ".local", "share", "wheelhouse")
        os.makedirs(state)
        with open(os.path.join(state, "settings.json"), "w") as file:
            json.dump(remembered, file)
        with window.Window(program, None, HOME=home) as running:
            running.await_("all-rows-painted")
            connected = {each["context"] for each in running.milestones() if each["event"] == "connected"}
            time.sleep(30)
            begin, before = running.busy(), asked(os.path.join(audit, "audit.log"))
            time.sleep(60)
            window.report("idle with three clusters", (running.busy() - begin) / 60 * 100, "% of a core", 1)
            time.sleep(60 * (minutes - 1))
            later = asked(os.path.join(audit, "audit.log"))[len(before):]
            window.report("requests", len(later) / minutes, "a minute", 10, f"{len(later)} in {minutes} min, of {len(before)} before; shown: {sorted(connected)}")
            for each in later:
                print("   ", each[:140])


def main():
    program = os.path.abspath(sys.argv[1])
    minutes = int(sys.argv[2]) if len(sys.argv) > 2 else 10
    with tempfile.TemporaryDirectory(prefix="wheelhouse-") as cluster, tempfile.TemporaryDirectory(prefix="wheelhouse-audit-") as audit:
        with open(os.path.join(audit, "policy.yaml"), "w") as file:
            json.dump(POLICY, file)
        try:
            control("up", cluster, API_FLAGS=f"--audit-policy-file={audit}/policy.yaml --audit-log-path={audit}/audit.log")
            measure(program, cluster, audit, minutes)
        finally:
            control("down", cluster)
    sys.exit(0 if window.met else 1)


if __name__ == "__main__":
    main()
