"""Pods written straight into etcd, thousands a second, as an API server reads them: no request is spent on them.

quick_pods.py load FOLDER COUNT        COUNT pods in twenty namespaces, and one in a namespace that comes last
quick_pods.py change FOLDER...         some hundred changes a second in each cluster, until the input ends; then says how many there were
"""
import base64
import itertools
import json
import select
import sys
import uuid

from cluster import Cluster

AT_ONCE = 128  # operations of a transaction, as etcd allows
NAMESPACES = 20
PAUSE = 0.05
EACH_TIME = 20
PHASES = ("Running", "Running", "Running", "Pending", "Failed", "Succeeded")


def pod(number, namespace, name, restarts=0):
    status = {"name": "main", "image": "x", "imageID": "", "ready": number % 7 != 0, "restartCount": restarts, "state": {}, "lastState": {}}
    return {"apiVersion": "v1", "kind": "Pod",
            "metadata": {"name": name, "namespace": namespace, "uid": str(uuid.uuid5(uuid.NAMESPACE_DNS, name)), "creationTimestamp": "2026-01-01T10:00:00Z",
                         "labels": {"app": f"app-{number % 50}"}},
            "spec": {"containers": [{"name": "main", "image": "x"}], "nodeName": f"node-{number % 40}"},
            "status": {"phase": PHASES[number % len(PHASES)], "containerStatuses": [status]}}


def base64_of(text):
    return base64.b64encode(text.encode()).decode()


def key_of(namespace, name):
    return base64_of(f"/registry/pods/{namespace}/{name}")


def put(a_pod):
    metadata = a_pod["metadata"]
    return {"requestPut": {"key": key_of(metadata["namespace"], metadata["name"]), "value": base64_of(json.dumps(a_pod))}}


def write(cluster, operations):
    operations = iter(operations)
    while some := list(itertools.islice(operations, AT_ONCE)):
        cluster.etcd("kv/txn", {"success": some})


def load(folder, count):
    pods = (pod(number, f"team-{number % NAMESPACES:02d}", f"app-{number % 50}-{number:05d}", number % 4) for number in range(int(count)))
    write(Cluster(folder), map(put, itertools.chain(pods, [pod(6, "zz-last", "needle")])))


def change(*folders):
    clusters = [Cluster(folder) for folder in folders]
    written = 0
    while not select.select([sys.stdin], [], [], PAUSE)[0]:
        operations = [put(pod(number % 299, "busy", f"busy-{number % 299:03d}", restarts=number)) for number in range(written, written + EACH_TIME - 2)]
        # Rows come and go, too.
        operations += [put(pod(written, "busy", f"short-{written:06d}")),
                       {"requestDeleteRange": {"key": key_of("busy", f"short-{written - 10 * EACH_TIME:06d}")}}]
        for cluster in clusters:
            write(cluster, operations)
        written += EACH_TIME
    print(written)


{"load": load, "change": change}[sys.argv[1]](*sys.argv[2:])
