"""What charts show of pods that burn a known share of a core and hold a known amount of memory is what their cgroups counted in the same
time, by every way to the real Prometheus; and what they show of the node is what its kernel counted."""
import bisect
import glob
import json
import os
import subprocess
import threading
import time
import unittest
import urllib.parse
import urllib.request

import cluster
from charts import WINDOW, charts_of, filled, program
from cluster import Cluster

NAMESPACE, NODE = "measured", "real-node"
PROMETHEUS = os.environ["PROMETHEUS"]
POD = "prometheus-kps-kube-prometheus-stack-prometheus-0"
MANIFEST = """
apiVersion: v1
kind: Namespace
metadata: {name: measured}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: load, namespace: measured}
spec:
  selector: {matchLabels: {app: load}}
  template:
    metadata: {labels: {app: load}}
    spec:
      nodeSelector: {kubernetes.io/hostname: real-node}
      terminationGracePeriodSeconds: 0
      containers:
      - name: burns
        image: local.test/busybox:1
        imagePullPolicy: Never
        command: [sh, -c, "while :; do :; done"]
        resources: {requests: {cpu: 100m}, limits: {cpu: 200m, memory: 32Mi}}
      - name: holds
        image: local.test/busybox:1
        imagePullPolicy: Never
        command: [sh, -c, "dd if=/dev/zero of=/held/it bs=1M count=96 2> /dev/null; exec sleep 1000000"]
        resources: {requests: {memory: 128Mi}, limits: {memory: 256Mi}}
        volumeMounts: [{name: held, mountPath: /held}]
      volumes: [{name: held, emptyDir: {medium: Memory}}]
"""
CONTAINERS = 'container_cpu_usage_seconds_total{namespace="measured",container!="",metrics_path="/metrics/cadvisor"}'
CLOCK = os.sysconf("SC_CLK_TCK")


def read(path):
    with open(path) as file:
        return file.read()


def fields(path):
    return dict(line.split()[:2] for line in read(path).splitlines())


class Cgroup:
    """The counters of one container, of either version of cgroups."""

    def __init__(self, container):
        found = [path for path in glob.glob(f"/sys/fs/cgroup/**/{container}", recursive=True)]
        self.unified = next((path for path in found if os.path.exists(path + "/cpu.stat") and os.path.exists(path + "/memory.current")), None)
        self.cpu = next((path for path in found if os.path.exists(path + "/cpuacct.usage")), None)
        self.memory = next((path for path in found if os.path.exists(path + "/memory.usage_in_bytes")), None)

    def cpu_seconds(self):
        return int(fields(self.unified + "/cpu.stat")["usage_usec"]) / 1e6 if self.unified else int(read(self.cpu + "/cpuacct.usage")) / 1e9

    def working_set(self):
        if self.unified:
            return int(read(self.unified + "/memory.current")) - int(fields(self.unified + "/memory.stat")["inactive_file"])
        return int(read(self.memory + "/memory.usage_in_bytes")) - int(fields(self.memory + "/memory.stat")["total_inactive_file"])


def busy_seconds():
    """Of all CPUs of the machine, what was not idle since it started, as its kernel counts; less a constant."""
    rows = [line.split() for line in read("/proc/stat").splitlines() if line.startswith("cpu") and line[3] != " "]
    return len(rows) * time.clock_gettime(time.CLOCK_BOOTTIME) - sum(int(row[4]) for row in rows) / CLOCK


def fills(times, moment):
    """Whether a rate of these samples is one of the whole window: nothing is missing at its ends (promql/functions.go, extrapolatedRate)."""
    if len(times) < 2:
        return False
    usual = (times[-1] - times[0]) / (len(times) - 1)
    return moment - times[-1] < 1.1 * usual and times[0] - (moment - WINDOW) < 1.1 * usual


def used_memory():
    lines = fields("/proc/meminfo")
    return (int(lines["MemTotal:"]) - int(lines["MemAvailable:"])) * 1024


class Recorder:
    """Reads counters several times a second, and tells afterwards what they were at any moment between."""

    def __init__(self, counters):
        self.counters, self.times, self.rows, self.ends = counters, [], [], threading.Event()
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        while not self.ends.wait(0.25):
            row = [counter() for counter in self.counters]
            self.rows.append(row)
            self.times.append(time.time())

    def at(self, counter, moment):
        after = min(max(bisect.bisect(self.times, moment), 1), len(self.times) - 1)
        (begin, end), (low, high) = self.times[after - 1:after + 1], (row[counter] for row in self.rows[after - 1:after + 1])
        return low + (high - low) * (moment - begin) / (end - begin)

    def rate(self, counter, first, last):
        return (self.at(counter, last) - self.at(counter, first)) / (last - first)

    def stop(self):
        self.ends.set()
        self.thread.join()


class MetricsTruth(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        cls.cluster.measure(cls, NAMESPACE, MANIFEST)
        ready = cls.cluster.kubectl("wait", "-n", NAMESPACE, "--for=condition=Available", "deployment/load", "--timeout=60s")
        if ready.code != 0:
            raise AssertionError(str(ready))
        cls.pod = cls.cluster.get(f"/api/v1/namespaces/{NAMESPACE}/pods")["items"][0]
        ids = {each["name"]: each["containerID"].split("//")[1] for each in cls.pod["status"]["containerStatuses"]}
        cls.burns, cls.holds = Cgroup(ids["burns"]), Cgroup(ids["holds"])
        cls.recorder = Recorder([cls.burns.cpu_seconds, cls.holds.cpu_seconds, cls.burns.working_set, cls.holds.working_set, busy_seconds, used_memory])
        cls.addClassCleanup(cls.recorder.stop)
        cls.url = f"http://{cls.cluster.get('/api/v1/namespaces/monitoring/pods/' + POD)['status']['podIP']}:9090"
        cls.facts = cls.facts_of_server()
        cluster.await_true(cls.has_a_whole_window, 2 * WINDOW + 60, "a whole window was measured")

    @classmethod
    def ask(cls, expression):
        words = urllib.parse.urlencode({"query": expression}).encode()
        with urllib.request.urlopen(cls.url + "/api/v1/query", words, timeout=30) as answer:
            return json.load(answer)["data"]["result"]

    @classmethod
    def has_a_whole_window(cls):
        name = cls.pod["metadata"]["name"]
        return len(cls.ask(f'container_cpu_usage_seconds_total{{pod="{name}",container!="",metrics_path="/metrics/cadvisor"}} offset {WINDOW + 10}s')) == 2

    @classmethod
    def prometheus(cls, *words):
        run = subprocess.run([PROMETHEUS, cls.cluster.kubeconfig(), "", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120)
        if run.returncode != 0:
            raise AssertionError(f"{words}: {run.returncode} {run.stdout} {run.stderr}")
        return json.loads(run.stdout)

    @classmethod
    def facts_of_server(cls):
        names = program(["metrics"])
        lines = ["asked\t" + "\t".join(names)]
        for metric, sources in cls.prometheus("--capabilities", ",".join(names))["capabilities"].items():
            lines += ["\t".join(["source", metric, each["job"], each["path"], str(each["series"]), *(f"{label}={value}" for label, value in each["sample"].items())])
                      for each in sources]
        return lines

    def charts(self, *subject):
        return {chart["name"]: chart for chart in charts_of(self.facts, subject, [self.pod["metadata"]["name"]], [])}

    def line(self, subject, chart, legend="Used"):
        return next(expression for _, found, expression in self.charts(*subject)[chart]["lines"] if found == legend)

    def value(self, expression, way=()):
        """When it was evaluated, and what it gave."""
        answer = self.prometheus(*way, filled(expression))["answer"]
        self.assertEqual(len(answer["series"]), 1, f"{expression}: {answer}")
        moment, value = answer["series"][0]["points"][0]
        return moment / 1000, float(value)

    def value_when_scraped(self, expression, metric):
        """When the metric was scraped last, and what the expression gives of that."""
        for _ in range(10):
            before, value, after = (self.value(each)[1] for each in (f"max(timestamp({metric}))", expression, f"max(timestamp({metric}))"))
            if before == after:
                return before, value
        raise AssertionError("each time it was scraped between")

    def samples(self, selector):
        """When the samples were taken of which the server reckons a rate, of each container, or of what is not in one."""
        series = self.prometheus(filled(selector + "[$window]"))["answer"]["series"]
        return {each["labels"].get("container"): [point[0] / 1000 for point in each["points"]] for each in series}

    def rate_and_truth(self, expression, counters, selector, way=()):
        """What the expression gives, and what was counted between the samples that it is made of: as soon as no scrape came between the
        questions, and none was so late that the server leaves a part of the window out of a rate."""
        found = []

        def is_found():
            before, (moment, value), after = self.samples(selector), self.value(expression, way), self.samples(selector)
            found[:] = [value, before]
            return before == after and all(container in before and fills(before[container], moment) for container in counters)

        cluster.await_true(is_found, 120, f"regular samples of {selector}")
        value, taken = found
        last = max(max(taken[container]) for container in counters)
        cluster.await_true(lambda: self.recorder.times[-1] > last, 5, "the counters were read after that")
        return value, sum(self.recorder.rate(counter, taken[container][0], taken[container][-1]) for container, counter in counters.items())

    def near(self, what, found, truth):
        print(f"{what}: shown {found:.6g}, counted {truth:.6g}, {100 * (found / truth - 1):+.2f} %")
        self.assertLess(abs(found / truth - 1), 0.05, what)

    def truths(self, subject, way, cpu, memory):
        self.near(f"CPU of {subject} {way}", *self.rate_and_truth(self.line(subject, "cpu"), cpu, CONTAINERS, way))
        moment, value = self.value(self.line(subject, "memory"), way)
        cluster.await_true(lambda: self.recorder.times[-1] > moment, 5, "the counters were read after that")
        self.near(f"memory of {subject} {way}", value, sum(self.recorder.at(counter, moment) for counter in memory))

    def test_a_workload_by_every_way(self):
        workload = ("workload", NAMESPACE, "load", "deployments")
        for way in (["--transport", "proxy"], ["--transport", "forward"], ["--transport", "direct", self.url]):
            with self.subTest(way=way):
                self.truths(workload, way, {"burns": 0, "holds": 1}, (2, 3))

    def test_the_pod_its_containers_and_its_namespace(self):
        name = self.pod["metadata"]["name"]
        self.truths(("pod", NAMESPACE, name), (), {"burns": 0, "holds": 1}, (2, 3))
        self.truths(("namespace", "", NAMESPACE), (), {"burns": 0, "holds": 1}, (2, 3))
        container = ("container", NAMESPACE, name, "")
        self.near("CPU of what burns", *self.rate_and_truth(self.line((*container, "burns"), "cpu"), {"burns": 0}, CONTAINERS))
        moment, value = self.value(self.line((*container, "holds"), "memory"))
        self.near("memory of what holds", value, self.recorder.at(3, moment))
        self.assertGreater(value, 96 * 2 ** 20)

    def test_what_was_asked_for_is_exact(self):
        pod = ("pod", NAMESPACE, self.pod["metadata"]["name"])
        for chart, legend, value in (("cpu", "Requests", 0.1), ("cpu", "Limits", 0.2), ("memory", "Requests", 160 * 2 ** 20), ("memory", "Limits", 288 * 2 ** 20),
                                     ("restarts", "Restarts", 0)):  # a limit alone is a request too
            self.assertEqual(self.value(self.line(pod, chart, legend))[1], value, f"{chart} {legend}")

    def test_the_node(self):
        node = ("node", "", NODE)
        self.near("CPU of the node", *self.rate_and_truth(self.line(node, "cpu"), {None: 4}, 'node_cpu_seconds_total{mode="idle",cpu="0"}'))
        measured, value = self.value_when_scraped(self.line(node, "memory"), "node_memory_MemAvailable_bytes")
        self.near("memory of the node", value, self.recorder.at(5, measured))
        status = self.cluster.get(f"/api/v1/nodes/{NODE}")["status"]
        self.assertEqual(self.value(self.line(node, "cpu", "Capacity"))[1], float(status["capacity"]["cpu"]))
        self.assertEqual(self.value(self.line(node, "memory", "Allocatable"))[1], float(status["allocatable"]["memory"].removesuffix("Ki")) * 1024)

    def test_no_chart_of_the_real_cluster_is_empty(self):
        """But for what this container runtime does not measure."""
        for subject in (("cluster",), ("node", "", NODE), ("namespace", "", NAMESPACE), ("workload", NAMESPACE, "load", "deployments"),
                        ("pod", NAMESPACE, self.pod["metadata"]["name"])):
            for name, chart in self.charts(*subject).items():
                with self.subTest(subject=subject, chart=name):
                    found = self.ask(filled(chart["merged"]))
                    may_be_empty = {"volumes"} | ({"diskIo"} if subject[0] not in ("cluster", "node") else set())
                    self.assertTrue(found or name in may_be_empty, chart["merged"])


if __name__ == "__main__":
    cluster.main()
