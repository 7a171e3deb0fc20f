#!/usr/bin/env python3
"""Serves what kube-state-metrics tells of a cluster's objects, under its names and labels, as far as charts and rules here ask for it.

state_metrics.py SERVER PKI ADDRESS PORT
SERVER is the API server's URL; PKI a folder with ca.crt, admin.crt and admin.key. The real program is no Go module that can be had.
"""
import concurrent.futures
import http.server
import json
import os
import ssl
import sys
import urllib.error
import urllib.request
from datetime import datetime
from fractions import Fraction

SUFFIXES = {"n": Fraction(1, 10**9), "u": Fraction(1, 10**6), "m": Fraction(1, 1000), "k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12,
            "P": 10**15, "Ki": 2**10, "Mi": 2**20, "Gi": 2**30, "Ti": 2**40, "Pi": 2**50}
UNITS = {"cpu": "core", "memory": "byte", "storage": "byte", "ephemeral_storage": "byte"}
PHASES = ("Pending", "Running", "Succeeded", "Failed", "Unknown")


def number(quantity):
    digits = quantity.rstrip("numkKMGTPi")
    return float(Fraction(digits) * SUFFIXES.get(quantity[len(digits):], 1))


def seconds(time):
    return datetime.fromisoformat(time.replace("Z", "+00:00")).timestamp()


def resources(metric, amounts, **labels):
    for name, amount in (amounts or {}).items():
        resource = name.replace("-", "_").replace("/", "_").replace(".", "_")
        yield metric, {**labels, "resource": resource, "unit": UNITS.get(resource, "integer")}, number(amount)


def owners(metric, meta, **labels):
    for owner in meta.get("ownerReferences", [{}]):
        yield metric, {**labels, "owner_kind": owner.get("kind", ""), "owner_name": owner.get("name", ""),
                       "owner_is_controller": str(owner.get("controller", False)).lower() if owner else ""}, 1


def conditions(metric, status, **labels):
    for condition in status.get("conditions", []):
        for value in ("true", "false", "unknown"):
            yield metric, {**labels, "condition": condition["type"], "status": value}, int(condition["status"].lower() == value)


def of_container(kind, name, pod):
    """The states of a pod's containers; kind is "" or "init_"."""
    prefix = f"kube_pod_{kind}container_"
    for container in pod["status"].get("initContainerStatuses" if kind else "containerStatuses", []):
        where = {**name, "container": container["name"]}
        state, last = container.get("state", {}), container.get("lastState", {})
        yield prefix + "info", {**where, "image": container["image"], "container_id": container.get("containerID", "")}, 1
        yield prefix + "status_restarts_total", where, container["restartCount"]
        yield prefix + "status_ready", where, int(container["ready"])
        for phase in ("waiting", "running", "terminated"):
            yield f"{prefix}status_{phase}", where, int(phase in state)
        if "waiting" in state:
            yield prefix + "status_waiting_reason", {**where, "reason": state["waiting"].get("reason", "")}, 1
        if "terminated" in last:
            yield prefix + "status_last_terminated_reason", {**where, "reason": last["terminated"].get("reason", "")}, 1
    for container in pod["spec"].get("initContainers" if kind else "containers", []):
        where = {**name, "container": container["name"], "node": pod["spec"].get("nodeName", "")}
        for part in ("requests", "limits"):
            yield from resources(f"{prefix}resource_{part}", container.get("resources", {}).get(part), **where)


def of_pod(meta, pod):
    spec, status = pod["spec"], pod["status"]
    name = {"namespace": meta["namespace"], "pod": meta["name"], "uid": meta["uid"]}
    owner = next(iter(meta.get("ownerReferences", [])), {})
    yield "kube_pod_info", {**name, "node": spec.get("nodeName", ""), "pod_ip": status.get("podIP", ""), "host_ip": status.get("hostIP", ""),
                            "host_network": str(spec.get("hostNetwork", False)).lower(), "priority_class": spec.get("priorityClassName", ""),
                            "created_by_kind": owner.get("kind", ""), "created_by_name": owner.get("name", "")}, 1
    yield from owners("kube_pod_owner", meta, **name)
    for phase in PHASES:
        yield "kube_pod_status_phase", {**name, "phase": phase}, int(status.get("phase") == phase)
    for condition in status.get("conditions", []):
        if condition["type"] in ("Ready", "PodScheduled"):
            metric = "kube_pod_status_" + {"Ready": "ready", "PodScheduled": "scheduled"}[condition["type"]]
            for value in ("true", "false", "unknown"):
                yield metric, {**name, "condition": value}, int(condition["status"].lower() == value)
    for volume in spec.get("volumes", []):
        if claim := volume.get("persistentVolumeClaim"):
            yield "kube_pod_spec_volumes_persistentvolumeclaims_info", {**name, "volume": volume["name"],
                                                                        "persistentvolumeclaim": claim["claimName"]}, 1
    yield from of_container("", name, pod)
    yield from of_container("init_", name, pod)


def of_node(meta, node):
    name, status = {"node": meta["name"]}, node["status"]
    info, addresses = status.get("nodeInfo", {}), {each["type"]: each["address"] for each in status.get("addresses", [])}
    yield "kube_node_info", {**name, "kernel_version": info.get("kernelVersion", ""), "os_image": info.get("osImage", ""),
                             "container_runtime_version": info.get("containerRuntimeVersion", ""), "pod_cidr": node["spec"].get("podCIDR", ""),
                             "kubelet_version": info.get("kubeletVersion", ""), "provider_id": node["spec"].get("providerID", ""),
                             "system_uuid": info.get("systemUUID", ""), "internal_ip": addresses.get("InternalIP", "")}, 1
    yield "kube_node_spec_unschedulable", name, int(node["spec"].get("unschedulable", False))
    yield "kube_node_created", name, seconds(meta["creationTimestamp"])
    for label in meta.get("labels", {}):
        if label.startswith("node-role.kubernetes.io/"):
            yield "kube_node_role", {**name, "role": label.split("/", 1)[1]}, 1
    for part in ("allocatable", "capacity"):
        yield from resources(f"kube_node_status_{part}", status.get(part), **name)
    yield from conditions("kube_node_status_condition", status, **name)


def of_namespace(meta, namespace):
    for phase in ("Active", "Terminating"):
        yield "kube_namespace_status_phase", {"namespace": meta["name"], "phase": phase}, int(namespace["status"]["phase"] == phase)


def of_claim(meta, claim):
    name = {"namespace": meta["namespace"], "persistentvolumeclaim": meta["name"]}
    yield "kube_persistentvolumeclaim_info", {**name, "storageclass": claim["spec"].get("storageClassName", ""),
                                              "volumename": claim["spec"].get("volumeName", "")}, 1
    for _, _, amount in resources("", {"storage": claim["spec"]["resources"]["requests"]["storage"]}):
        yield "kube_persistentvolumeclaim_resource_requests_storage_bytes", name, amount
    for phase in ("Bound", "Lost", "Pending"):
        yield "kube_persistentvolumeclaim_status_phase", {**name, "phase": phase}, int(claim["status"].get("phase") == phase)


def of_quota(meta, quota):
    for kind in ("hard", "used"):
        for resource, amount in quota.get("status", {}).get(kind, {}).items():
            yield "kube_resourcequota", {"namespace": meta["namespace"], "resourcequota": meta["name"], "resource": resource, "type": kind}, number(amount)


def numbers(kind, **fields):
    """Metrics of a kind that are numbers in its objects; a dot leads into the spec or status. What an object lacks is zero there."""
    def of(meta, found):
        name = {"namespace": meta["namespace"], "job_name" if kind == "job" else kind: meta["name"]}
        for metric, path in fields.items():
            part, field = path.split(".")
            yield f"kube_{kind}_{metric}", name, found.get(part, {}).get(field, 0)
        if kind in ("replicaset", "job"):
            yield from owners(f"kube_{kind}_owner", meta, **name)
    return of


SOURCES = {
    "/api/v1/pods": of_pod,
    "/api/v1/nodes": of_node,
    "/api/v1/namespaces": of_namespace,
    "/api/v1/persistentvolumeclaims": of_claim,
    "/api/v1/resourcequotas": of_quota,
    "/apis/apps/v1/deployments": numbers("deployment", spec_replicas="spec.replicas", status_replicas="status.replicas",
                                         status_replicas_available="status.availableReplicas", status_replicas_ready="status.readyReplicas"),
    "/apis/apps/v1/statefulsets": numbers("statefulset", replicas="spec.replicas", status_replicas="status.replicas",
                                          status_replicas_available="status.availableReplicas", status_replicas_ready="status.readyReplicas"),
    "/apis/apps/v1/daemonsets": numbers("daemonset", status_desired_number_scheduled="status.desiredNumberScheduled",
                                        status_number_available="status.numberAvailable", status_number_ready="status.numberReady"),
    "/apis/apps/v1/replicasets": numbers("replicaset", spec_replicas="spec.replicas", status_ready_replicas="status.readyReplicas"),
    "/apis/batch/v1/jobs": numbers("job", status_active="status.active", status_succeeded="status.succeeded", status_failed="status.failed"),
}


def escaped(value):
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def line(metric, labels, value):
    pairs = ",".join(f'{name}="{escaped(text)}"' for name, text in labels.items())
    return f"{metric}{{{pairs}}} {value!r}\n"


class Exposition:
    def __init__(self, server, pki):
        self.server = server
        self.tls = ssl.create_default_context(cafile=os.path.join(pki, "ca.crt"))
        self.tls.load_cert_chain(os.path.join(pki, "admin.crt"), os.path.join(pki, "admin.key"))
        self.pool = concurrent.futures.ThreadPoolExecutor(4)

    def items(self, path):
        with urllib.request.urlopen(f"{self.server}{path}?resourceVersion=0", context=self.tls, timeout=5) as answer:
            return json.load(answer)["items"]

    def text(self):
        metrics = {}
        for of, found in zip(SOURCES.values(), self.pool.map(self.items, SOURCES)):
            for each in found:
                for metric, labels, value in of(each["metadata"], each):
                    metrics.setdefault(metric, []).append(line(metric, labels, value))
        return "".join(f"# TYPE {metric} {'counter' if metric.endswith('_total') else 'gauge'}\n" + "".join(lines)
                       for metric, lines in metrics.items())


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        try:
            code, body = 200, self.server.exposition.text().encode()
        except (OSError, urllib.error.URLError) as error:
            code, body = 503, str(error).encode()
        self.send_response(code)
        self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main(server, pki, address, port):
    listener = http.server.ThreadingHTTPServer((address, int(port)), Handler)
    listener.exposition = Exposition(server, pki)
    listener.serve_forever()


main(*sys.argv[1:])
