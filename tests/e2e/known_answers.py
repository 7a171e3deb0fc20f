"""What the charts of a made-up world must show, reckoned from the world itself: {chart: {legend: value}}. A value is a number, a function of
the seconds since the end of its history, {label: value} for a legend that is a label, or None where there is nothing to show."""
from charts import WINDOW
from known_world import BASE, LATENCY, SAMPLES, STEP

MODES = ("user", "system", "iowait", "steal")


def total(pods, figure):
    values = [figure(container) for pod in pods for container in pod.containers]
    return sum(values) if values else None


def requests(pods, part, resource):
    return total([pod for pod in pods if pod.is_active], lambda container: getattr(container, part)[resource])


def used(pods, figure):
    return total([pod for pod in pods if pod.runs], figure)


def phases(pods):
    return {phase: float(sum(pod.phase == phase for pod in pods)) for phase in ("Running", "Pending", "Failed")} if pods else {}


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def quantile(q):
    """Of the histogram that every route has: linear inside of a bucket, the highest bound above."""
    bounds = [(float(bound), count) for bound, count in LATENCY.items()]
    rank, before, low = q * bounds[-1][1], 0.0, 0.0
    for bound, count in bounds:
        if count >= rank:
            return low if bound == float("inf") else low + (bound - low) * (rank - before) / (count - before)
        before, low = count, bound


class Answers:
    def __init__(self, world, exporter=True, states=True, ingress="nginx"):
        self.world, self.exporter, self.states, self.ingress_kind = world, exporter, states, ingress

    def of(self, subject):
        return getattr(self, subject[0])(subject)

    # ---- nodes ----

    def cluster(self, _):
        out = self.machines(self.world.nodes, self.world.pods)
        out["api"] = {"Requests to the API": self.api(self.world.api_codes), "Failed with 5xx": self.api(("500", "504"))}
        del out["diskIo"]
        return out

    def api(self, codes):
        return sum(2 * self.world.api_codes[code] * (1 + number) for code in codes for number in range(len(self.world.api_servers)))

    def node(self, subject):
        node = next(each for each in self.world.nodes if each.name == subject[2])
        return self.machines([node], [pod for pod in self.world.pods if pod.node == node.name])

    def machines(self, nodes, pods):
        status = {resource: {part.capitalize(): sum(node.status[part][resource] for node in nodes) if self.states else None for part in ("allocatable", "capacity")}
                  for resource in ("cpu", "memory", "pods")}
        cpu = sum(max(0.0, 1 - node.modes(cpu)["idle"]) for node in nodes for cpu in range(node.cpus))
        memory = sum(node.total - node.available for node in nodes)
        out = {"cpu": {**self.requested(pods, "cpu"), **status["cpu"]}, "memory": {**self.requested(pods, "memory"), **status["memory"]},
               "pods": {**status["pods"]}, "restarts": self.restarts(pods)}
        out["cpu"].update({"Used": cpu} if self.exporter else {"Used by containers": used(pods, lambda c: c.cpu)})
        out["memory"].update({"Used": memory} if self.exporter else {"Used by containers": used(pods, lambda c: c.memory)})
        out["pods"].update({"{{phase}}": phases(pods)} if self.states else {"Running": phases(pods)["Running"]})
        out.update(self.hardware(nodes) if self.exporter else self.no_hardware(pods))
        return out

    def hardware(self, nodes):
        received = sum(node.receive for node in nodes)
        return {"disk": {"Used": sum(node.disk[0] - node.disk[1] for node in nodes), "Capacity": sum(node.disk[0] for node in nodes)},
                "network": {"Received": received, "Sent": received / 4}, "diskIo": {"Read": received / 2, "Written": received / 8},
                "cpuTime": {"{{mode}}": {mode: mean(node.modes(cpu)[mode] for node in nodes for cpu in range(node.cpus)) for mode in MODES}}}

    def no_hardware(self, pods):
        return {"disk": {"Used": None, "Capacity": None}, "network": self.network(pods), "diskIo": {"Read": None, "Written": None}, "cpuTime": {"{{mode}}": {}}}

    # ---- pods ----

    def requested(self, pods, resource):
        return {part.capitalize(): requests(pods, part, resource) if self.states else None for part in ("requests", "limits")}

    def usage(self, pods):
        return {"cpu": {"Used": used(pods, lambda c: c.cpu), **self.requested(pods, "cpu")},
                "memory": {"Used": used(pods, lambda c: c.memory), **self.requested(pods, "memory")}}

    def network(self, pods):
        runs = [pod for pod in pods if pod.runs]
        return {"Received": 2 * self.world.factor * sum(pod.receive for pod in runs) if runs else None,
                "Sent": 2 * self.world.factor * sum(pod.transmit for pod in runs) if runs else None}

    def restarts(self, pods):
        return {"Restarts": total(pods, lambda c: c.restarts * WINDOW) if self.states else None}

    def inside(self, pods):
        throttled, periods = used(pods, lambda c: c.throttled), used(pods, lambda c: c.periods)
        return {"network": self.network(pods), "throttled": {"Throttled periods": throttled / periods if periods else None},
                "diskIo": {"Read": used(pods, lambda c: 2 * c.reads), "Written": used(pods, lambda c: 2 * c.writes)}, "restarts": self.restarts(pods)}

    def namespace(self, subject):
        name = subject[2]
        pods = [pod for pod in self.world.pods if pod.namespace == name]
        claims = [claim for claim in self.world.claims if claim.namespace == name]
        out = {**self.usage(pods), **self.inside(pods), "pods": {"{{phase}}": phases(pods) if self.states else {}},
               "volumes": {"Used": sum(c.used for c in claims) * self.world.factor, "Capacity": sum(c.capacity for c in claims) * self.world.factor}}
        for resource in ("cpu", "memory"):
            for part in ("requests", "limits"):
                amounts = [amount for (of, _, what), amount in self.world.quotas.items() if of == name and what == f"{part}.{resource}"]
                out[resource]["Quota of " + part] = min(amounts, default=None) if self.states else None
        return out

    def workload(self, subject):
        _, namespace, name, resource = subject
        kind = {"deployments": "Deployment", "statefulsets": "StatefulSet", "daemonsets": "DaemonSet", "jobs": "Job", "cronjobs": "CronJob",
                "replicasets": "ReplicaSet"}[resource]
        pods = self.world.pods_of(kind, namespace, name)
        runs = [pod for pod in pods if pod.runs]
        out = {**self.usage(pods), **self.inside(pods), "cpuByPart": {"{{pod}}": {pod.name: used([pod], lambda c: c.cpu) for pod in runs}},
               "memoryByPart": {"{{pod}}": {pod.name: used([pod], lambda c: c.memory) for pod in runs}}}
        if resource in ("deployments", "statefulsets", "daemonsets"):
            wanted, available = self.world.replicas[(resource[:-1], namespace, name)]
            out["replicas"] = {"Available": available, "Wanted": wanted} if self.states else {"Available": None, "Wanted": None}
        elif resource == "replicasets":
            out["replicas"] = {"Available": None, "Wanted": None}
        return out

    def pod(self, subject):
        pod = next(each for each in self.world.pods if (each.namespace, each.name) == subject[1:3])
        runs = pod.containers if pod.runs else []
        return {**self.usage([pod]), **self.inside([pod]), "cpuByPart": {"{{container}}": {each.name: each.cpu for each in runs}},
                "memoryByPart": {"{{container}}": {each.name: each.memory for each in runs}}, "restarts": self.so_far(pod.containers)}

    def so_far(self, containers):
        if not self.states:
            return {"Restarts": None}
        return {"Restarts": lambda seconds: sum(BASE + each.restarts * (STEP * (SAMPLES - 1) + seconds) for each in containers)}

    def container(self, subject):
        pod = next(each for each in self.world.pods if (each.namespace, each.name) == subject[1:3])
        container = next(each for each in pod.containers if each.name == subject[4])
        alone = [type(pod)(pod.namespace, pod.name, pod.node, pod.owner, pod.phase, [container])]
        inside = self.inside(alone)
        return {**self.usage(alone), "diskIo": inside["diskIo"], "throttled": inside["throttled"], "restarts": self.so_far([container]),
                "memoryKinds": {"Resident": container.memory / 2, "Page cache": container.memory / 4, "Swap": container.memory / 8}}

    # ---- others ----

    def claim(self, subject):
        claim = next(each for each in self.world.claims if (each.namespace, each.name) == subject[1:3])
        return {"disk": {"Used": claim.used * self.world.factor, "Capacity": claim.capacity * self.world.factor,
                         "Requested": claim.requested if self.states else None},
                "inodes": {"Used": claim.inodes_used, "Capacity": claim.inodes}}

    def ingress(self, subject):
        routes = [route for route in self.world.routes if (route.namespace, route.ingress) == subject[1:3]]
        times = {"nginx": len(self.world.controllers), "traefik": 1, None: 0}[self.ingress_kind]
        if not times:
            return {"requests": {"All": None, "4xx": None, "5xx": None}, "errors": {"5xx": None}, "latency": {"p50": None, "p95": None, "p99": None},
                    "traffic": {"Received": None, "Sent": None}}

        def rate(first=""):
            rates = [rate for route in routes for status, rate in route.statuses.items() if status.startswith(first)]
            return times * sum(rates) if rates else None

        def volume(figure):  # Traefik counts for each status
            return times * sum(figure(route) * (len(route.statuses) if self.ingress_kind == "traefik" else 1) for route in routes)
        return {"requests": {"All": rate(), "4xx": rate("4"), "5xx": rate("5")}, "errors": {"5xx": (rate("5") or 0) / rate()},
                "latency": {"p50": quantile(0.5), "p95": quantile(0.95), "p99": quantile(0.99)},
                "traffic": {"Received": volume(lambda r: r.request_bytes), "Sent": volume(lambda r: r.response_bytes)}}
