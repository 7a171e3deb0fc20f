#!/usr/bin/env python3
"""Creates COUNT realistic pods (a spec of about 4 KB, a filled status) in the cluster of FOLDER, for benchmarks.

load_pods.py FOLDER COUNT [NAMESPACES]      about 230 pods a second on 2 cores; a second run adds what is missing

Their ServiceAccounts, nodes and owners do not exist, so nothing may act on them. Start the cluster with
  API_FLAGS="--disable-admission-plugins=ServiceAccount"
  CONTROLLER_FLAGS="--controllers=serviceaccount-controller,serviceaccount-token-controller,namespace-controller,root-ca-certificate-publisher-controller"
"""
import concurrent.futures
import http.client
import json
import os
import ssl
import sys
import threading
import time

STARTED = "2026-01-01T10:00:00Z"
WORKERS = 8


class Server:
    """Requests over one kept connection per thread."""

    def __init__(self, folder):
        with open(os.path.join(folder, "settings")) as settings:
            self.port = int(dict(word.split("=") for word in settings.read().split())["PORT"])
        self.tls = ssl.create_default_context(cafile=os.path.join(folder, "pki", "ca.crt"))
        self.kept = threading.local()

    def send(self, method, path, body, content="application/json"):
        if not hasattr(self.kept, "connection"):
            self.kept.connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.tls)
        headers = {"Authorization": "Bearer admin-token", "Content-Type": content}
        self.kept.connection.request(method, path, json.dumps(body), headers)
        answer = self.kept.connection.getresponse()
        text = answer.read()
        if answer.status >= 300 and answer.status != 409:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:300]}")


def metadata(number, app):
    return {
        "name": f"{app}-{number:06x}-x{number % 97:03d}",
        "labels": {"app": app, "tier": "web" if number % 3 else "db", "pod-template-hash": f"{number % 9999:x}", "release": f"r{number % 13}"},
        "annotations": {"checksum/config": f"{number * 2654435761 % 2**64:016x}" * 4, "prometheus.io/scrape": "true", "prometheus.io/port": "9090"},
        "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": f"{app}-5d47994f45", "controller": True,
                             "uid": f"00000000-0000-0000-0000-{number:012d}", "blockOwnerDeletion": True}],
    }


def containers(number, app):
    probe = {"httpGet": {"path": "/healthz", "port": 8080}, "periodSeconds": 10}
    return [
        {"name": "main", "image": f"registry.example.com/team/{app}:{number % 30}.2.1",
         "ports": [{"containerPort": 8080, "name": "http"}], "env": [{"name": f"ENV_{key}", "value": "v" * 24} for key in range(8)],
         "resources": {"requests": {"cpu": "100m", "memory": "64Mi"}, "limits": {"cpu": "500m", "memory": "256Mi"}},
         "volumeMounts": [{"name": "config", "mountPath": "/etc/app"}, {"name": "tmp", "mountPath": "/tmp"}],
         "livenessProbe": probe, "readinessProbe": {**probe, "periodSeconds": 5}},
        {"name": "proxy", "image": "registry.example.com/mesh/proxy:1.14.1", "resources": {"requests": {"cpu": "10m", "memory": "32Mi"}}},
    ]


def pod(number):
    app = f"app-{number % 200}"
    return {
        "apiVersion": "v1", "kind": "Pod", "metadata": metadata(number, app),
        "spec": {
            "serviceAccountName": f"sa-{number % 50}", "nodeName": f"node-{number % 500}", "restartPolicy": "Always",
            "tolerations": [{"key": "node.kubernetes.io/not-ready", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300}],
            "volumes": [{"name": "config", "configMap": {"name": f"{app}-config"}}, {"name": "tmp", "emptyDir": {}}],
            "containers": containers(number, app),
        },
    }


def container_status(name, number):
    failing = number % 40 == 0
    waiting = {"waiting": {"reason": "CrashLoopBackOff", "message": "back-off 5m0s restarting failed container"}}
    return {
        "name": name, "image": "x", "imageID": "docker-pullable://x@sha256:" + "ab" * 32, "containerID": "containerd://" + "cd" * 32,
        "ready": not failing, "started": True, "restartCount": 7 if failing else number % 3, "lastState": {},
        "state": waiting if failing and name == "main" else {"running": {"startedAt": STARTED}},
    }


def status(number):
    address = f"10.42.{number // 250 % 250}.{number % 250}"
    unready = ("Ready", "ContainersReady") if number % 40 == 0 else ()
    return {"status": {
        "phase": "Running", "hostIP": f"10.1.{number % 250}.{number % 200}", "podIP": address, "podIPs": [{"ip": address}],
        "startTime": STARTED, "qosClass": "Burstable",
        "conditions": [{"type": kind, "status": "False" if kind in unready else "True", "lastTransitionTime": STARTED}
                       for kind in ("Initialized", "Ready", "ContainersReady", "PodScheduled")],
        "containerStatuses": [container_status(name, number) for name in ("main", "proxy")],
    }}


def main(folder, count, namespaces=20):
    server = Server(folder)
    for number in range(namespaces):
        server.send("POST", "/api/v1/namespaces", {"metadata": {"name": f"team-{number}"}})

    def create(number):
        pods, body = f"/api/v1/namespaces/team-{number % namespaces}/pods", pod(number)
        server.send("POST", pods, body)
        server.send("PATCH", f"{pods}/{body['metadata']['name']}/status", status(number), "application/merge-patch+json")

    begin = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as workers:
        for _ in workers.map(create, range(count)):
            pass
    print(f"{count} pods in {time.monotonic() - begin:.1f} s")


main(sys.argv[1], *map(int, sys.argv[2:]))
