"""A cluster that was made up, of which everything is known: what its exporters say, with their history, and what every chart must show."""
import collections
import functools
import http.server
import threading
from dataclasses import dataclass, field

STEP, SAMPLES = 15, 15  # seconds between two samples, and how many there are
BASE = 2.0 ** 20        # what counters begin with, so that they never look as if they had just begun
GI = 2.0 ** 30


@dataclass
class Container:
    name: str
    cpu: float = 0.25               # cores; all rates are sums of powers of two, so that nothing is rounded
    memory: float = GI
    requests: dict = field(default_factory=dict)
    limits: dict = field(default_factory=dict)
    restarts: float = 0             # per second
    reads: float = 4096.0
    writes: float = 8192.0
    periods: float = 8.0
    throttled: float = 2.0
    was_replaced: bool = False      # cAdvisor still tells of the one before


@dataclass
class Pod:
    namespace: str
    name: str
    node: str
    owner: tuple = ("", "")
    phase: str = "Running"
    containers: list = field(default_factory=list)
    receive: float = 1024.0
    transmit: float = 512.0

    @property
    def runs(self):
        return self.phase == "Running"

    @property
    def is_active(self):
        return self.phase in ("Running", "Pending")


@dataclass
class Node:
    name: str
    address: str
    number: int
    cpus: int = 4

    def modes(self, cpu):
        idle = (8 + self.number + cpu) / 32
        rest = 1 - idle
        return {"idle": idle, "user": rest / 2, "system": rest / 4, "iowait": rest / 8, "steal": rest / 16, "nice": rest / 16}

    @property
    def total(self):
        return (4 + self.number) * GI

    @property
    def available(self):
        return (2 + self.number / 4) * GI

    @property
    def disk(self):
        return (100 + self.number) * GI, (60 - self.number) * GI  # size, available

    @property
    def receive(self):
        return 65536.0 * (1 + self.number)

    @property
    def status(self):
        capacity = {"cpu": float(self.cpus), "memory": self.total, "pods": 110.0 + self.number}
        return {"capacity": capacity, "allocatable": {"cpu": self.cpus - 0.5, "memory": self.total - GI / 2, "pods": 100.0 + self.number}}


@dataclass
class Claim:
    namespace: str
    name: str
    used: float
    capacity: float
    nodes: tuple
    requested: float = 8 * GI
    inodes: float = 65536.0

    @property
    def inodes_used(self):
        return self.inodes / 8


LATENCY = {"0.1": 8.0, "0.5": 12.0, "1": 14.0, "5": 16.0, "+Inf": 16.0}   # requests a second that took at most so many seconds


@dataclass
class Route:
    """What one controller answers for one Ingress and Service, by HTTP status."""
    namespace: str
    ingress: str
    service: str
    port: str
    statuses: dict
    request_bytes: float = 1024.0
    response_bytes: float = 16384.0


class World:
    def __init__(self, factor=1.0):
        self.factor = factor
        self.nodes = [Node(f"node-{number}.lan", f"10.0.0.{number + 1}", number) for number in range(12)]
        self.pods = list(self._pods())
        self.gone = [Pod("shop", "web-5d4f8-gone0", "node-1.lan", containers=[Container("app", 0.25, 2 * GI)])]  # measured twice, long before the end
        self.claims = [Claim("shop", "data-db-0", 3 * GI, 8 * GI, ("node-0.lan",)), Claim("shop", "shared", GI, 4 * GI, ("node-1.lan", "node-2.lan")),
                       Claim("shop-extra", "data-db-0", 5 * GI, 9 * GI, ("node-3.lan",))]
        self.routes = [Route("shop", "front", "web", "80", {"200": 12.0, "404": 2.0, "500": 1.0, "503": 1.0}),
                       Route("shop", "front", "web-extra", "http", {"200": 4.0}),
                       Route("shop", "back", "db", "80", {"200": 32.0}), Route("shop-extra", "front", "web", "80", {"200": 64.0, "500": 64.0})]
        self.controllers = ["controller-a", "controller-b"]
        self.api_servers = ["10.0.0.1", "10.0.0.2"]
        self.api_codes = {"200": 16.0, "404": 4.0, "500": 0.5, "504": 0.25}
        self.quotas = {("shop", "tight", "requests.cpu"): 20.0, ("shop", "wide", "requests.cpu"): 40.0, ("shop", "tight", "limits.memory"): 64 * GI,
                       ("shop-extra", "tight", "requests.cpu"): 1.0}
        self.replicas = {("deployment", "shop", "web"): (5, 4), ("deployment", "shop", "web-extra"): (2, 2), ("statefulset", "shop", "db"): (3, 3),
                         ("daemonset", "shop", "agent"): (12, 11), ("deployment", "shop-extra", "web"): (9, 9)}
        self.owners = {("replicaset", "shop", "web-5d4f8"): ("Deployment", "web"), ("replicaset", "shop", "web-0ld00"): ("Deployment", "web"),
                       ("replicaset", "shop", "web-extra-77"): ("Deployment", "web-extra"), ("replicaset", "shop-extra", "web-5d4f8"): ("Deployment", "web"),
                       ("job", "shop", "clean-1"): ("CronJob", "clean"), ("job", "shop", "clean-2"): ("CronJob", "clean")}

    def _pods(self):
        """Names that begin alike, in namespaces that begin alike; some are done, some wait, one has two containers, one was replaced."""
        def container(name, number, **more):
            scale = self.factor * (1 + number) / 8
            return Container(name, 0.5 * scale, GI * scale, {"cpu": scale, "memory": 2 * GI * scale}, {"cpu": 2 * scale, "memory": 4 * GI * scale}, **more)

        def node(number):
            return self.nodes[number % len(self.nodes)].name

        for number in range(4):
            yield Pod("shop", f"web-5d4f8-aaaa{number}", node(number), ("ReplicaSet", "web-5d4f8"), "Running",
                      [container("app", number, restarts=1 / 64, was_replaced=number == 1), container("proxy", number + 3)])
        yield Pod("shop", "web-0ld00-bbbbb", node(4), ("ReplicaSet", "web-0ld00"), "Running", [container("app", 5)])
        yield Pod("shop", "web-5d4f8-wait0", "", ("ReplicaSet", "web-5d4f8"), "Pending", [container("app", 6)])
        for number in range(2):
            yield Pod("shop", f"web-extra-77-cccc{number}", node(number + 5), ("ReplicaSet", "web-extra-77"), "Running", [container("app", number + 9)])
        for number in range(3):
            yield Pod("shop", f"db-{number}", node(number), ("StatefulSet", "db"), "Running", [container("sql", number + 2, restarts=number / 32)], receive=2048.0)
        for number, each in enumerate(self.nodes):
            yield Pod("shop", f"agent-{number:05}", each.name, ("DaemonSet", "agent"), "Running" if number else "Failed", [container("agent", number % 3)])
        yield Pod("shop", "clean-1-done", node(2), ("Job", "clean-1"), "Succeeded", [container("clean", 7)])
        yield Pod("shop", "clean-2-runs", node(3), ("Job", "clean-2"), "Running", [container("clean", 4)])
        yield Pod("shop", "web", node(1), ("", ""), "Running", [container("app", 1)])
        for number in range(3):
            yield Pod("shop-extra", f"web-5d4f8-aaaa{number}", node(number), ("ReplicaSet", "web-5d4f8"), "Running", [container("app", number + 10)])

    def pods_of(self, kind, namespace, name):
        """A workload's pods, by their owners alone."""
        between = {"Deployment": ("replicaset", "ReplicaSet"), "CronJob": ("job", "Job")}.get(kind)
        if not between:
            return [pod for pod in self.pods if pod.namespace == namespace and pod.owner == (kind, name)]
        owned = {key[2] for key, owner in self.owners.items() if key[:2] == (between[0], namespace) and owner == (kind, name)}
        return [pod for pod in self.pods if pod.namespace == namespace and pod.owner[0] == between[1] and pod.owner[1] in owned]

    # ---- what exporters say: (metric, labels, value now or None, growth per second) ----

    def cadvisor(self, node):
        yield from self._machine(node)
        for pod in self.pods:
            if pod.node == node and pod.runs:
                yield from self._of_pod(pod)
        for pod in self.gone:
            if pod.node == node:
                yield from ((*sample, 2) for sample in self._of_pod(pod))

    def _machine(self, node):
        yield "container_cpu_usage_seconds_total", {"id": "/", "cpu": "total"}, BASE, 64.0
        yield "container_memory_working_set_bytes", {"id": "/"}, 512 * GI, 0
        yield "container_network_receive_bytes_total", {"id": "/", "interface": "eth0"}, BASE, 2.0 ** 40

    def _of_pod(self, pod):
        where = {"namespace": pod.namespace, "pod": pod.name}
        for sandbox in ({}, {"container": "POD"}):
            yield "container_cpu_usage_seconds_total", {**where, **sandbox, "id": "/pods/" + pod.name, "cpu": "total"}, BASE, 32.0
            yield "container_memory_working_set_bytes", {**where, **sandbox, "id": "/pods/" + pod.name}, 256 * GI, 0
        for name, rate in (("receive", pod.receive), ("transmit", pod.transmit)):
            for interface in ("eth0", "net1"):
                yield f"container_network_{name}_bytes_total", {**where, "id": "/pods/" + pod.name, "interface": interface}, BASE, rate * self.factor
        for container in pod.containers:
            if container.was_replaced:
                yield "container_cpu_usage_seconds_total", {**where, "container": container.name, "id": "/before", "cpu": "total"}, BASE, 0
                yield "container_memory_working_set_bytes", {**where, "container": container.name, "id": "/before"}, container.memory / 2, 0
            yield from self._of_container({**where, "container": container.name, "id": "/" + container.name, "image": "i"}, container)

    def _of_container(self, where, container):
        yield "container_cpu_usage_seconds_total", {**where, "cpu": "total"}, BASE, container.cpu
        yield "container_memory_working_set_bytes", where, container.memory, 0
        for name, part in (("rss", 2), ("cache", 4), ("swap", 8)):
            yield "container_memory_" + name, where, container.memory / part, 0
        for device in ("/dev/sda", "/dev/sdb"):
            yield "container_fs_reads_bytes_total", {**where, "device": device}, BASE, container.reads
            yield "container_fs_writes_bytes_total", {**where, "device": device}, BASE, container.writes
        yield "container_cpu_cfs_periods_total", where, BASE, container.periods
        yield "container_cpu_cfs_throttled_periods_total", where, BASE, container.throttled

    def resource(self, node):
        for pod in self.pods:
            for container in pod.containers if pod.node == node and pod.runs else ():
                where = {"namespace": pod.namespace, "pod": pod.name, "container": container.name}
                yield "container_cpu_usage_seconds_total", where, BASE, container.cpu
                yield "container_memory_working_set_bytes", where, container.memory, 0

    def kubelet(self, node):
        yield "kubelet_running_pods", {}, float(sum(pod.node == node and pod.runs for pod in self.pods)), 0
        for claim in self.claims:
            where = {"namespace": claim.namespace, "persistentvolumeclaim": claim.name}
            if node in claim.nodes:
                for name, value in (("used_bytes", claim.used), ("capacity_bytes", claim.capacity), ("inodes_used", claim.inodes_used), ("inodes", claim.inodes)):
                    yield "kubelet_volume_stats_" + name, where, value * (self.factor if "bytes" in name else 1), 0

    def node(self, name):
        node = next(each for each in self.nodes if each.name == name)
        for cpu in range(node.cpus):
            for mode, rate in node.modes(cpu).items():
                yield "node_cpu_seconds_total", {"cpu": str(cpu), "mode": mode}, BASE, rate
        yield "node_memory_MemTotal_bytes", {}, node.total, 0
        yield "node_memory_MemAvailable_bytes", {}, node.available, 0
        yield "node_uname_info", {"nodename": name, "release": "6"}, 1.0, 0
        size, available = node.disk
        for device, fstype, mount in (("/dev/sda1", "ext4", "/"), ("/dev/sda1", "ext4", "/var/lib"), ("tmpfs", "tmpfs", "/run")):
            where = {"device": device, "fstype": fstype, "mountpoint": mount}
            yield "node_filesystem_size_bytes", where, size, 0
            yield "node_filesystem_avail_bytes", where, available, 0
        for device in ("eth0", "lo", "veth12ab", "cni0"):
            yield "node_network_receive_bytes_total", {"device": device}, BASE, node.receive
            yield "node_network_transmit_bytes_total", {"device": device}, BASE, node.receive / 4
        for device in ("sda", "dm-0"):
            yield "node_disk_read_bytes_total", {"device": device}, BASE, node.receive / 2
            yield "node_disk_written_bytes_total", {"device": device}, BASE, node.receive / 8

    def ksm(self, _):
        for node in self.nodes:
            yield "kube_node_info", {"node": node.name, "internal_ip": node.address}, 1.0, 0
            for part, amounts in node.status.items():
                for resource, amount in amounts.items():
                    yield "kube_node_status_" + part, {"node": node.name, "resource": resource}, amount, 0
        for pod in self.pods:
            yield from self._state(pod)
        for (kind, namespace, name), (owner_kind, owner) in self.owners.items():
            label = "job_name" if kind == "job" else kind
            yield f"kube_{kind}_owner", {"namespace": namespace, label: name, "owner_kind": owner_kind, "owner_name": owner}, 1.0, 0
        for (kind, namespace, name), (wanted, available) in self.replicas.items():
            names = {"deployment": ("spec_replicas", "status_replicas_available"), "statefulset": ("replicas", "status_replicas_available"),
                     "daemonset": ("status_desired_number_scheduled", "status_number_available")}[kind]
            for metric, value in zip(names, (wanted, available)):
                yield f"kube_{kind}_{metric}", {"namespace": namespace, kind: name}, float(value), 0
        for (namespace, name, resource), amount in self.quotas.items():
            for kind, value in (("hard", amount), ("used", amount / 64)):
                yield "kube_resourcequota", {"namespace": namespace, "resourcequota": name, "resource": resource, "type": kind}, value, 0
        for claim in self.claims:
            yield "kube_persistentvolumeclaim_resource_requests_storage_bytes", {"namespace": claim.namespace, "persistentvolumeclaim": claim.name}, claim.requested, 0

    def _state(self, pod):
        where = {"namespace": pod.namespace, "pod": pod.name, "uid": pod.namespace + pod.name}
        yield "kube_pod_info", {**where, "node": pod.node}, 1.0, 0
        yield "kube_pod_owner", {**where, "owner_kind": pod.owner[0], "owner_name": pod.owner[1]}, 1.0, 0
        for phase in ("Pending", "Running", "Succeeded", "Failed", "Unknown"):
            yield "kube_pod_status_phase", {**where, "phase": phase}, float(pod.phase == phase), 0
        for container in pod.containers:
            inside = {**where, "container": container.name}
            yield "kube_pod_container_status_restarts_total", inside, BASE, container.restarts
            for part in ("requests", "limits"):
                for resource, amount in getattr(container, part).items():
                    yield "kube_pod_container_resource_" + part, {**inside, "node": pod.node, "resource": resource}, amount, 0

    def exporters(self, _):
        """The pods that kube-prometheus-stack's node-exporter runs in, as kube-state-metrics tells of them."""
        for node in self.nodes:
            yield "kube_pod_info", {"namespace": "monitoring", "pod": "exporter-" + node.name, "node": node.name, "uid": "x" + node.name}, 1.0, 0

    def api(self, host):
        for code, rate in self.api_codes.items():
            for verb in ("GET", "PUT"):
                yield "apiserver_request_total", {"verb": verb, "code": code, "resource": "pods", "scope": "resource"}, BASE, rate * (1 + self.api_servers.index(host))

    def nginx(self, controller):
        for route in self.routes:
            where = {"namespace": route.namespace, "ingress": route.ingress, "service": route.service, "controller_pod": controller}
            for status, rate in route.statuses.items():
                yield "nginx_ingress_controller_requests", {**where, "status": status}, BASE, rate
            for bound, rate in LATENCY.items():
                yield "nginx_ingress_controller_request_duration_seconds_bucket", {**where, "le": bound}, BASE, rate
            yield "nginx_ingress_controller_request_size_sum", where, BASE, route.request_bytes
            yield "nginx_ingress_controller_response_size_sum", where, BASE, route.response_bytes

    def traefik(self, _):
        for route in self.routes:
            where = {"service": f"{route.namespace}-{route.service}-{route.port}@kubernetes", "method": "GET", "protocol": "http"}
            for status, rate in route.statuses.items():
                yield "traefik_service_requests_total", {**where, "code": status}, BASE, rate
                yield "traefik_service_requests_bytes_total", {**where, "code": status}, BASE, route.request_bytes
                yield "traefik_service_responses_bytes_total", {**where, "code": status}, BASE, route.response_bytes
            for bound, rate in LATENCY.items():
                yield "traefik_service_request_duration_seconds_bucket", {**where, "code": "200", "le": bound}, BASE, rate


def exposition(samples, end):
    """Text for Prometheus with the whole history, each sample with its time."""
    lines = []
    for metric, labels, value, growth, *count in samples:
        pairs = ",".join(f'{name}="{text}"' for name, text in labels.items())
        for number in range(*count or (SAMPLES,)):
            lines.append(f"{metric}{{{pairs}}} {value + growth * STEP * number!r} {(end - STEP * (SAMPLES - 1 - number)) * 1000}\n")
    return "".join(lines)


class Exporters:
    """Serves every exporter of the worlds as /WORLD/KIND/TARGET?WHO; to each who its history a few times, in case it was busy, and then nothing."""

    def __init__(self, worlds, end):
        self.worlds, self.end, self.told, self.lock = worlds, end, collections.Counter(), threading.Lock()
        exporters = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = exporters.text(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                exporters.told[self.path] += 1

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def text(self, path):
        world, kind, target = path.split("?")[0].split("/")[1:]
        with self.lock:
            return b"" if self.told[path] > 3 else self.history(world, kind, target)

    @functools.cache
    def history(self, world, kind, target):
        return exposition(getattr(self.worlds[world], kind)(target), self.end).encode()

    @property
    def address(self):
        return f"127.0.0.1:{self.server.server_port}"
