"""Every query of the charts, asked of a real Prometheus that scraped a made-up world, gives the value that is reckoned from that world: with
the labels and duplicates of different set-ups, with several clusters in one server, and where exporters are missing."""
import contextlib
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request

import cluster
from charts import charts_of, filled, program
from known_answers import Answers, requests, total
from known_world import Exporters, World

PROMETHEUS = shutil.which("prometheus")
WORLD, OTHER = World(), World(factor=4.0)
NODES = [node.name for node in WORLD.nodes]
ADDRESSES = {node.name: node.address for node in WORLD.nodes}


def job(name, kind, targets, world="known", more="", **labels):
    """A scrape job; targets are what the exporter is asked for, with labels of their own."""
    lines = [f"- job_name: '{name}'", "  honor_labels: true", *(["  " + more] if more else []), "  static_configs:"]
    for number, (target, own) in enumerate(targets):
        words = {"__metrics_path__": f"/{world}/{kind}/{target}", "__param_who": f"{name}-{number}", **labels, **own}
        lines.append("  - {targets: ['EXPORTERS'], labels: {" + ", ".join(f'{key}: "{value}"' for key, value in words.items()) + "}}")
    return "\n".join(lines) + "\n"


def at(port, **own):
    """Every node at its address."""
    return [(name, {"instance": f"{ADDRESSES[name]}:{port}", **{key: value.format(name=name) for key, value in own.items()}}) for name in NODES]


def kubelet(path, kind, name="kubelet", port=10250, **own):
    return job(f"{name}{path}", kind, at(port, **own), job=name, metrics_path=path)


def api_servers(name, port, **labels):
    return job(f"{name}-api", "api", [(host, {"instance": f"{host}:{port}"}) for host in WORLD.api_servers], job=name, **labels)


def nginx(name="nginx", **labels):
    return job(name, "nginx", [(each, {"instance": each, "pod": each}) for each in WORLD.controllers], job=name, **labels)


def states(name="ksm", instances=("1",), more="", **labels):
    return job(name, "ksm", [("x", {"instance": each}) for each in instances], more=more, job=name, **labels)


# Each set-up: its scrape jobs, and what it cannot tell.
STACK = (kubelet("/metrics", "kubelet", node="{name}") + kubelet("/metrics/cadvisor", "cadvisor", node="{name}")
         + kubelet("/metrics/resource", "resource", node="{name}") + job("cadvisor-again", "cadvisor", at(4194), job="cadvisor")
         + job("exporter", "node", at(9100, pod="exporter-{name}", namespace="monitoring"), job="node-exporter", endpoint="metrics")
         + job("exporter-again", "node", at(9100, pod="exporter-{name}", namespace="monitoring"), job="more")
         + states(instances=("1", "2")) + job("exporter-pods", "exporters", [("x", {"instance": "3"})], job="ksm")
         + api_servers("apiserver", 6443) + nginx() + nginx("nginx-again"))
CHART = (job("cadvisor", "cadvisor", [(name, {"instance": name, "kubernetes_io_hostname": name}) for name in NODES], job="kubernetes-nodes-cadvisor")
         + job("kubelet", "kubelet", [(name, {"instance": name, "kubernetes_io_hostname": name}) for name in NODES], job="kubernetes-nodes")
         + job("endpoints", "node", at(9100, node="{name}"), job="kubernetes-service-endpoints")
         + job("again", "node", at(9100), job="somebody-elses")  # without a node: they must not count
         + states(node="node-0.lan") + api_servers("kubernetes-apiservers", 443)
         + job("traefik", "traefik", [("x", {"instance": "t:9100"})], job="traefik") + job("traefik-again", "traefik", [("x", {"instance": "t:9100"})], job="pods"))
OLD_CHART = re.sub(r'\bnode: "', 'kubernetes_node: "', CHART)
K3S = ("".join(kubelet("/metrics/cadvisor", "cadvisor", name, port, node="{name}") for name, port in (("kubelet", 10250), ("kube-proxy", 10249)))
       + "".join(kubelet("/metrics", "kubelet", name, port, node="{name}") for name, port in (("kubelet", 10250), ("apiserver", 6443), ("scheduler", 10259)))
       + api_servers("kubelet", 10250, metrics_path="/metrics") + api_servers("apiserver", 6443, metrics_path="/metrics")
       + job("exporter", "node", at(9100), job="node") + states() + job("traefik", "traefik", [("x", {"instance": "t:9100"})], job="traefik"))
DROP = "metric_relabel_configs: [{source_labels: [__name__], regex: 'kube_.*_owner', action: drop}]"
PLAIN = (job("cadvisor", "cadvisor", at(10250), job="cadvisor") + job("kubelet", "kubelet", at(10250), job="kubelet")
         + job("exporter", "node", [(name, {"instance": f"{name}:9100"}) for name in NODES], job="linux")
         + states(more=DROP) + api_servers("api", 6443) + nginx() + job("traefik", "traefik", [("none", {"instance": "t:9100"})], world="empty", job="traefik"))
BARE = kubelet("/metrics", "kubelet", node="{name}") + kubelet("/metrics/cadvisor", "cadvisor", node="{name}") + api_servers("apiserver", 6443)
TWO = STACK.replace("labels: {", "labels: {cluster: \"a\", ") + (
    STACK.replace("/known/", "/other/").replace("job_name: '", "job_name: 'other-").replace("__param_who: \"", "__param_who: \"other-")
    .replace("labels: {", "labels: {cluster: \"b\", "))
SETUPS = {"stack": (STACK, {}), "chart": (CHART, {"ingress": "traefik"}), "old chart": (OLD_CHART, {"ingress": "traefik"}), "k3s": (K3S, {"ingress": "traefik"}),
          "plain": (PLAIN, {}), "bare": (BARE, {"exporter": False, "states": False, "ingress": None}), "two clusters": (TWO, {})}

SUBJECTS = [
    ("cluster", "", "", "", ""), ("node", "", "node-1.lan", "", ""), ("node", "", "node-10.lan", "", ""), ("namespace", "", "shop", "", ""),
    ("namespace", "", "shop-extra", "", ""), ("workload", "shop", "web", "deployments"), ("workload", "shop", "web-extra", "deployments"),
    ("workload", "shop-extra", "web", "deployments"), ("workload", "shop", "db", "statefulsets"), ("workload", "shop", "agent", "daemonsets"),
    ("workload", "shop", "clean", "cronjobs"), ("workload", "shop", "clean-2", "jobs"), ("workload", "shop", "web-5d4f8", "replicasets"),
    ("pod", "shop", "web-5d4f8-aaaa1", "", ""), ("pod", "shop", "web", "", ""), ("pod", "shop", "web-5d4f8-wait0", "", ""),
    ("pod", "shop", "clean-1-done", "", ""), ("container", "shop", "web-5d4f8-aaaa1", "", "app"), ("container", "shop", "web-5d4f8-aaaa1", "", "proxy"),
    ("claim", "shop", "data-db-0", "", ""), ("claim", "shop", "shared", "", ""), ("ingress", "shop", "front", "", ""), ("ingress", "shop-extra", "front", "", ""),
]


class Empty:
    """Exporters that say nothing."""

    def __getattr__(self, _):
        return lambda _: ()


class Prometheus:
    """A real one that scrapes a set-up, and the catalogue's program with what is known of it."""

    def __init__(self, folder, jobs, exporters):
        os.makedirs(folder)
        self.folder, self.targets = folder, jobs.count("targets:") - jobs.count("/empty/")
        with open(os.path.join(folder, "prometheus.yml"), "w") as file:
            file.write("global: {scrape_interval: 15s, scrape_timeout: 15s}\nscrape_configs:\n" + jobs.replace("EXPORTERS", exporters.address))
        self.end = exporters.end
        self.log = open(os.path.join(folder, "log"), "w")
        self.process = subprocess.Popen([PROMETHEUS, "--config.file=prometheus.yml", "--storage.tsdb.path=data", "--web.listen-address=127.0.0.1:0"],
                                        cwd=folder, stdout=self.log, stderr=self.log)
        self.url = None

    def find(self):
        """The address, which the system chose: Prometheus says only what it was asked for."""
        inodes = set()
        for name in os.listdir(f"/proc/{self.process.pid}/fd"):
            with contextlib.suppress(OSError):
                inodes.add(os.readlink(f"/proc/{self.process.pid}/fd/{name}"))
        with open("/proc/net/tcp") as table:
            rows = [row.split() for row in list(table)[1:]]
        ports = [int(row[1].split(":")[1], 16) for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in inodes]
        self.url = f"http://127.0.0.1:{ports[0]}" if ports else None
        return self.url

    def is_ready(self):
        with contextlib.suppress(OSError), urllib.request.urlopen(f"{self.url}/-/ready", timeout=10) as answer:
            return answer.status == 200
        return False

    def is_filled(self):
        return len(self.query("max_over_time(scrape_samples_scraped[1h]) > 0", time.time())) == self.targets

    def ask(self, path, **words):
        request = urllib.request.Request(f"{self.url}/api/v1/{path}", urllib.parse.urlencode(words).encode())
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["data"]["result"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{error.read().decode()}\n{words}") from None

    def query(self, expression, moment=None):
        return self.ask("query", query=expression, time=self.end if moment is None else moment)

    def range(self, expression):
        return self.ask("query_range", query=expression, start=self.end - 120, end=self.end, step=30)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()


def scope_text(scope):
    return "".join(f',{label}="{value}"' for label, value in scope.items())


def facts_of(prometheus, scope):
    """What the program must know: which metrics there are, from which jobs, and the labels of one series each."""
    names = program(["metrics"])
    lines = ["asked\t" + "\t".join(names)] + ["scope\t" + "\t".join(f"{label}={value}" for label, value in scope.items())] * bool(scope)
    chosen = '{__name__=~"' + "|".join(names) + '"' + scope_text(scope) + "}"
    for found in prometheus.query(f"count by (__name__, job, metrics_path) ({chosen})"):
        labels = found["metric"]
        one = "{" + ",".join(f'{label}="{labels.get(label, "")}"' for label in ("__name__", "job", "metrics_path")) + scope_text(scope) + "}"
        of_pods = one[:-1] + ',pod!=""}'
        sample = prometheus.query(f"topk(1, {of_pods}) or on (__name__) topk(1, {one})")[0]["metric"]
        lines.append("\t".join(["source", labels["__name__"], labels.get("job", ""), labels.get("metrics_path", ""), found["value"][1],
                                *(f"{label}={value}" for label, value in sample.items())]))
    return lines


@unittest.skipUnless(PROMETHEUS, "no prometheus here")
class MetricsQueries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="wheelhouse-prometheus-")
        cls.addClassCleanup(shutil.rmtree, folder, True)
        cls.end = int(time.time()) // 30 * 30
        cls.exporters = Exporters({"known": WORLD, "other": OTHER, "empty": Empty()}, cls.end)
        cls.servers = {}
        for name, (jobs, _) in SETUPS.items():
            jobs = jobs.replace('__param_who: "', '__param_who: "' + name.replace(" ", "-"))
            cls.servers[name] = Prometheus(os.path.join(folder, name.replace(" ", "-")), jobs, cls.exporters)
            cls.addClassCleanup(cls.servers[name].stop)
        for name, server in cls.servers.items():
            cluster.await_true(server.find, 60, "Prometheus listens")
            cluster.await_true(server.is_ready, 60, "Prometheus answers")
            cluster.await_true(server.is_filled, 180, f"{name}: all {server.targets} targets told their history")

    def same(self, where, expected, seconds, found):
        wanted = expected(seconds) if callable(expected) else expected
        self.assertLess(abs(found - wanted), max(1e-9 * abs(wanted), 1e-12), f"{where}: {found} instead of {wanted}")

    def compare(self, where, expected, series, legend):
        """All points of the series of one line."""
        label = legend[2:-2] if legend.startswith("{{") else None
        wanted = expected if label else {None: expected} if expected is not None else {}
        found = {each["metric"].get(label) if label else None: each["values"] for each in series}
        self.assertEqual(len(found), len(series), f"{where}: more than one series of a name")
        self.assertEqual(set(found), set(wanted), where)
        for name, points in found.items():
            self.assertEqual(len(points), 5, where)
            for moment, value in points:
                self.same(f"{where} {name or ''}", wanted[name], moment - self.end, float(value))

    def check_line(self, server, where, expected, line, merged_series):
        _, legend, expression = line
        self.compare(f"{where} {legend}: {expression}", expected[legend], server.range(filled(expression)), legend)
        self.compare(f"{where} {legend} in one query with others", expected[legend], merged_series, legend)

    def check_chart(self, server, where, expected, chart):
        self.assertEqual(sorted(line[1] for line in chart["lines"]), sorted(expected), where)
        marked = {}
        for each in server.range(filled(chart["merged"])):
            marked.setdefault(each["metric"].pop("chart_line", "0"), []).append(each)
        for number, line in enumerate(chart["lines"]):
            self.check_line(server, where, expected, line, marked.pop(str(number), []))
        self.assertFalse(marked, where)

    def check(self, setup, world=WORLD, scope=None):
        server = self.servers[setup]
        answers = Answers(world, **SETUPS[setup][1])
        facts = facts_of(server, scope or {})
        for subject in SUBJECTS:
            kinds = {"deployments": "Deployment", "statefulsets": "StatefulSet", "daemonsets": "DaemonSet", "jobs": "Job", "cronjobs": "CronJob",
                     "replicasets": "ReplicaSet"}
            pods = [pod.name for pod in world.pods_of(kinds[subject[3]], subject[1], subject[2])] if subject[0] == "workload" else []
            backends = [f"{route.service}:{route.port}" for route in world.routes if (route.namespace, route.ingress) == subject[1:3]]
            with self.subTest(setup=setup, subject=subject):
                expected = answers.of(subject)
                charts = charts_of(facts, subject, pods, backends)
                self.assertEqual({chart["name"] for chart in charts}, set(expected))
                for chart in charts:
                    self.check_chart(server, f"{setup} {subject} {chart['name']}", expected[chart["name"]], chart)

    def test_kube_prometheus_stack_with_everything_scraped_twice(self):
        self.check("stack")

    def test_the_prometheus_chart_whose_exporters_are_labelled_with_their_node(self):
        self.check("chart")

    def test_older_charts_that_say_kubernetes_node(self):
        self.check("old chart")

    def test_k3s_whose_endpoints_all_tell_the_same(self):
        self.check("k3s")

    def test_scrape_jobs_by_hand_with_host_names_and_without_owners(self):
        self.check("plain")

    def test_without_exporters_what_the_kubelet_tells(self):
        self.check("bare")

    def test_one_server_of_two_clusters(self):
        self.check("two clusters", WORLD, {"cluster": "a"})
        self.check("two clusters", OTHER, {"cluster": "b"})

    def test_what_is_scraped_twice_would_count_twice(self):
        """Else the other tests would say nothing of it."""
        for setup, expression, times in (("stack", 'sum(container_memory_working_set_bytes{container!="",container!="POD"})', 2.9),
                                         ("stack", "sum(kube_pod_container_resource_requests{resource='cpu'})", 1.9), ("k3s", "sum(kubelet_running_pods)", 2.9),
                                         ("k3s", "sum(rate(apiserver_request_total[1m]))", 1.9), ("chart", "sum(node_memory_MemTotal_bytes)", 1.9)):
            once = {"sum(container": total([pod for pod in WORLD.pods if pod.runs], lambda c: c.memory), "sum(kube_pod": requests(WORLD.pods, "requests", "cpu"),
                    "sum(kubelet": sum(pod.runs for pod in WORLD.pods), "sum(rate(api": Answers(WORLD).api(WORLD.api_codes),
                    "sum(node": sum(node.total for node in WORLD.nodes)}
            single = next(value for begin, value in once.items() if expression.startswith(begin))
            self.assertGreater(float(self.servers[setup].query(expression)[0]["value"][1]), times * single, expression)

    def test_the_clusters_page_is_at_most_eight_requests_and_its_first_chart_comes_early(self):
        charts = charts_of(facts_of(self.servers["stack"], {}), SUBJECTS[0], [], [])
        self.assertLessEqual(len(charts), 8)

        def seconds(expression):
            begin = time.monotonic()
            self.servers["stack"].range(filled(expression))
            return time.monotonic() - begin
        first = min(min(seconds(chart["merged"]) for _ in range(5)) for chart in charts)
        slowest = max(min(seconds(line[2]) for _ in range(5)) for chart in charts for line in chart["lines"])
        print(f"{len(charts)} requests; the first chart after {1000 * first:.1f} ms, the slowest single query takes {1000 * slowest:.1f} ms")
        self.assertLessEqual(first, 1.3 * slowest)


if __name__ == "__main__":
    cluster.main()
