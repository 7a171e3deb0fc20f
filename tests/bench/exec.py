#!/usr/bin/env python3
"""Measures a command in a container that really runs against a bare WebSocket client, and the whole act against `kubectl exec`.

exec.py BENCH_EXEC KUBECTL CLUSTER [RUNS]

CLUSTER is a folder of tests/controlplane/cluster.sh with a real node. Alternating runs, medians.
"""
import os
import statistics
import subprocess
import sys
import time

NAMESPACE = "measured-exec"
POD = """
apiVersion: v1
kind: Namespace
metadata: {name: measured-exec}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: measured-exec}
spec:
  nodeSelector: {kubernetes.io/hostname: real-node}
  terminationGracePeriodSeconds: 0
  containers: [{name: c, image: "local.test/busybox:1", imagePullPolicy: Never, command: [sleep, "100000"]}]
"""
BAR = 1.0


def seconds(command):
    begin = time.monotonic()
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return time.monotonic() - begin, sorted(run.stdout.split(b"\0"))


def main():
    bench, kubectl, cluster = sys.argv[1:4]
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 15
    kubeconfig = os.path.join(cluster, "token.kubeconfig")
    admin = [kubectl, "--kubeconfig", os.path.join(cluster, "admin.kubeconfig")]
    subprocess.run([*admin, "apply", "-f", "-"], input=POD.encode(), stdout=subprocess.DEVNULL, check=True)
    try:
        subprocess.run([*admin, "wait", "-n", NAMESPACE, "--for=condition=Ready", "pod/web", "--timeout=60s"], stdout=subprocess.DEVNULL, check=True)
        met = subprocess.run([bench, kubeconfig, NAMESPACE, "web", "c"], check=False).returncode == 0
        programs = {
            "ours": [bench, kubeconfig, NAMESPACE, "web", "c", "cat", "/proc/self/environ"],
            "kubectl": [kubectl, "--kubeconfig", kubeconfig, "exec", "-n", NAMESPACE, "web", "-c", "c", "--", "cat", "/proc/self/environ"],
        }
        results = {name: [] for name in programs}
        for _ in range(runs):
            for name, command in programs.items():
                results[name].append(seconds(command))
        ours, theirs = (statistics.median(each[0] for each in results[name]) for name in programs)
        equal = all(each[1] == results["kubectl"][0][1] for name in programs for each in results[name])
        met = met and equal and ours / theirs <= BAR
        print(f"the whole act: {ours * 1000:.0f} ms = {ours / theirs:.2f}x kubectl exec's {theirs * 1000:.0f} ms (bar {BAR}), output {'equal' if equal else 'DIFFERS'}")
    finally:
        subprocess.run([*admin, "delete", "namespace", NAMESPACE, "--wait=false"], stdout=subprocess.DEVNULL, check=False)
    sys.exit(0 if met else 1)


if __name__ == "__main__":
    main()
