"""What `get` says beside its tables, compared with kubectl: errors, selectors, sorting, watches, files, broken pipes, changing clusters."""
import concurrent.futures
import json
import os
import shlex
import signal
import socket
import subprocess
import tempfile
import threading
import time
import unittest

import cluster
import get_conformance_test as conformance
import live
import record_kinds
from cluster import Cluster, Run

CASES = """
nonsense | nonsense.v1.apps | nonsense.apps | pods.foo | pods,nonsense | '' | , | pods, | deployments.v1beta1.apps | deployment.v1.apps | Pod | ev
pod missing | pod missing missing2 | pod/missing svc/missing | svc kubernetes missing | svc/kubernetes pod/missing | svc/kubernetes svc/kubernetes
pods,svc missing | all foo | pods pod/x | a/b/c | pods/ | /x | pods,svc/x | pods/x/log | pods '' | pods . | pods %2e | pods ../x
pods -l a=b=c | pods -l 'a in' | pods --field-selector a | pods --field-selector foo=bar | deployments -l = | pods x -l a=b | pods/x -l a=b
pods -o jsonpath={.x | pods -o jsonpath={range} | pods -o 'jsonpath={.items[*].nothing}' | pods -n kinds -o 'jsonpath={range .items[*]}{.metadata.name}{"\\n"}{end}'
pod x -A | pod/x -A | ns default -A | ns/default -A | pods -n nowhere | ns,pods -n nowhere | nodes,pods -l nope=x | pods -A -l nope=x | nodes -l nope=x
pods,pods -n kinds | po,pod,pods -n kinds | pods,services -A | all -n kinds | all -n kinds -o name | all,secrets -n kinds | boats,seas -A | seas,boats -A
nodes,pods,ns -A | ns/default svc/kubernetes ns/kube-system | pods,svc running -n kinds | pods/running svc/nope pods/gated -n kinds | svc kubernetes --show-labels -L component
pods -n kinds --show-labels -L app,example.com/tier -L zone | svc -n kinds -o wide --show-labels --no-headers | pods,services -n kinds --no-headers
pods -n kinds --sort-by=.metadata.name | pods -n kinds --sort-by={.metadata.name} | pods -n kinds --sort-by=metadata.name -o name | events -A
svc -A --sort-by=.spec.clusterIP | boats -A --sort-by=.spec.masts | boats -A --sort-by=.spec.captain | pv --sort-by=.spec.capacity.storage
clusterroles --sort-by=.metadata.uid | clusterroles --sort-by=.metadata.uid -o name | events -n kinds | events.events.k8s.io -n kinds
flowschemas | flowschemas --no-headers | prioritylevelconfigurations | tokenreviews | subjectaccessreviews | bindings | pods/log x | services/proxy
pods -o name -n nowhere | pods -o json -n nowhere | pods -o yaml -n nowhere | pods missing -o json | pods missing -o yaml | pods missing -o name
""".replace("\n", "|")
FORBIDDEN = ["pods", "pods -A", "pods,secrets -A", "pods/x", "nodes", "pods -o json", "svc,pods -o name"]
FROM_FILES = """
pods -A | pods -A -o wide | pods -n kinds --show-labels | pods -n kinds -L kinds,app --no-headers | pods,services -A | nodes | boats -A | boats -A -o wide | seas
boats.v1.example.com -n kinds | pods running gated -n kinds | pod/running -n kinds | pods nope -n kinds | svc/nope pods/running -n kinds | crd | flowschemas
pods -A --sort-by=.metadata.uid | pods -n kinds -l kinds=recorded --field-selector=metadata.name!=gated | pods -n kinds -o name | pods -n kinds -o jsonpath={.items[*].metadata.name}
ns default -A | pods -n nowhere | nonsense | boat argo -n kinds -o jsonpath={.spec}
""".replace("\n", "|")
EVERY = int(os.environ.get("EVERY", "1"))  # of the words, each so many are run
DUMPED = "pods,services,nodes,boats,seas,crd,ns,flowschemas"


def words_of(table):
    return [shlex.split(line) for line in map(str.strip, table.split("|")) if line]


class GetWords(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        Cluster.shared()  # skipped where no cluster can be had
        ready = os.environ.get("READY_CLUSTER")   # for those who try a case again and again
        cls.cluster = Cluster(ready) if ready else cls.enterClassContext(Cluster.own(**conformance.ALL_APIS))
        cls.server = live.Server(cls.cluster)
        os.environ["KUBECONFIG"] = cls.cluster.kubeconfig()
        os.environ["PATH"] = os.path.dirname(cluster.kubectl_program()) + os.pathsep + os.environ["PATH"]
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory(prefix="wheelhouse-"))
        if not ready:
            record_kinds.create(record_kinds.Server(), conformance.MANIFESTS)
            cls.cluster.kubectl("delete", "apiservice", "v1.aggregated.example.com", "--ignore-not-found")
            cls.cluster.apply(conformance.CUSTOM_KINDS)
            cls.cluster.kubectl("wait", "--for=condition=Established", "crd/boats.example.com", "crd/seas.example.com")
            cls.cluster.apply(conformance.CUSTOM_OBJECTS)

    def file(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w") as file:
            file.write(text)
        return path

    def compare(self, cases, equal):
        cases = cases[::EVERY]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            differing = [f"get {' '.join(words)}\n{found}" for words, found in zip(cases, workers.map(equal, cases)) if found]
        self.assertFalse(differing, f"{len(differing)} of {len(cases)} differ\n" + "\n\n".join(differing[:20]))

    def same_run(self, words, cells=("server", "local"), user="admin"):
        for _ in range(3):   # ages pass between two runs
            expected = self.cluster.kubectl("get", *words, user=user)
            runs = [self.cluster.wheelhouse("get", *words, f"--cells={which}", user=user) for which in cells]
            found = [cluster.difference_of_runs(expected, run) for run in runs]
            if not any(found):
                return None
        return "\n".join(filter(None, found))

    # ---- words ----

    def test_words_tables_and_exit_codes_equal_kubectls(self):
        self.compare(words_of(CASES), self.same_run)

    def test_refusals_equal_kubectls(self):
        self.compare([shlex.split(line) for line in FORBIDDEN], lambda words: self.same_run(words, user="viewer"))
        expected = self.cluster.kubectl("get", "pods", "--token", "wrong", user="token")
        self.assertTrue(self.cluster.wheelhouse("get", "pods", "--token", "wrong", user="token").same_as(expected), expected)

    def test_misuse_ends_with_2_and_the_usage_line(self):
        for words in ([], ["pods", "--nonsense"], ["pods", "-o", "nonsense"], ["pods", "--request-timeout", "x"], ["pods", "-w", "--from", "/x"]):
            run = self.cluster.wheelhouse("get", *words)
            self.assertEqual((run.code, run.out), (2, ""), run)
            self.assertIn("\nUsage: wheelhouse get ", run.err)

    # ---- connections ----

    def last_line_of_both(self, *words, **environment):
        """kubectl tells of each of its attempts before its message."""
        surroundings = {**cluster._environment(), **environment}
        expected = Run([cluster.kubectl_program(), "get", "pods", *words], environment=surroundings)
        found = Run([cluster.PROGRAM, "get", "pods", *words], environment=surroundings)
        self.assertEqual((expected.code, found.code, found.out), (1, 1, ""), f"{expected}\n{found}")
        return expected.err.splitlines()[-1], found.err.rstrip("\n")

    def test_a_refused_connection_is_worded_as_kubectl_words_it(self):
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            address = "127.0.0.1:%d" % unused.getsockname()[1]
            with open(self.cluster.kubeconfig()) as file:
                text = file.read().replace("127.0.0.1:" + self.cluster.setting("PORT"), address)
            expected, found = self.last_line_of_both("--kubeconfig", self.file("refused", text))
        self.assertEqual(expected, found)
        self.assertIn(address, found)

    def test_no_configuration_means_this_machine(self):
        empty = self.file("empty", "")
        for master in ("", "http://127.0.0.1:1", "127.0.0.1:2"):
            expected, found = self.last_line_of_both("--kubeconfig", empty, KUBERNETES_MASTER=master)
            self.assertEqual(expected, found)
            self.assertIn(master.removeprefix("http://"), found)
        expected, found = self.last_line_of_both("--kubeconfig", empty, "--server", "http://127.0.0.1:3", KUBERNETES_MASTER="http://127.0.0.1:1")
        self.assertEqual(expected, found)
        self.assertIn("127.0.0.1:3", found)

    def test_other_broken_connections_begin_as_kubectl_begins(self):
        with open(self.cluster.kubeconfig()) as file:
            text = file.read()
        place = "127.0.0.1:" + self.cluster.setting("PORT")
        cases = [["--kubeconfig", self.file("lookup", text.replace(place, "no.such.host.invalid:6443"))],
                 ["--kubeconfig", self.cluster.kubeconfig(), "--tls-server-name", "other.example"]]
        for words in cases:
            expected, found = self.last_line_of_both(*words)
            for line in (expected, found):
                self.assertTrue(line.startswith("Unable to connect to the server: "), line)

    def test_faults_of_the_configuration_equal_kubectls(self):
        unreadable = """{apiVersion: v1, kind: Config, current-context: a, contexts: [{name: a, context: {cluster: c, user: u}}],
            clusters: [{name: c, cluster: {server: "https://127.0.0.1:1", certificate-authority: /nope/ca.crt}}],
            users: [{name: u, user: {client-certificate: /nope/x.crt, client-key: /nope/x.key}}]}"""
        admin = self.cluster.kubeconfig()
        for words in (["--kubeconfig", "/nonexistent"], ["--kubeconfig", admin, "--context", "nope"], ["--kubeconfig", admin, "--cluster", "nope"],
                      ["--kubeconfig", admin, "--user", "nope"], ["--kubeconfig", self.file("unreadable", unreadable)],
                      ["--kubeconfig", admin, "--as-group", "g"], ["--server", "http://[::1"]):
            expected = Run([cluster.kubectl_program(), "get", "pods", *words], environment=cluster._environment())
            found = Run([cluster.PROGRAM, "get", "pods", *words], environment=cluster._environment())
            self.assertTrue(found.same_as(expected), f"{expected}\n{found}")

    def test_a_plugin_that_nobody_trusts_is_not_run(self):
        run = self.cluster.wheelhouse("get", "ns", user="exec")
        self.assertEqual((run.code, run.out), (1, ""), run)
        self.assertIn(os.path.join(self.cluster.folder, "exec-plugin"), run.err)
        stays = ("get", "ns", "default", "kube-system", "-o", "name")   # other tests make and remove theirs meanwhile
        trusted = self.cluster.wheelhouse(*stays, "--trust-exec", user="exec")
        self.assertTrue(trusted.same_as(self.cluster.kubectl(*stays, user="exec")), trusted)

    # ---- watches ----

    def served(self):
        """How many watches of the config maps of one namespace the server serves."""
        wanted = ("apiserver_longrunning_requests{", 'resource="configmaps"', 'scope="namespace"', 'verb="WATCH"')
        return sum(float(line.split()[-1]) for line in self.server.metrics() if all(word in line for word in wanted))

    def watched(self, program, words, change):
        """What a watch prints while the changes are made; change(seen) waits with seen(text, times) until the text was printed so often."""
        before = self.served()
        out = self.enterContext(tempfile.TemporaryFile())
        process = subprocess.Popen([program, "get", *words, "-w", "--kubeconfig", self.cluster.kubeconfig()], stdout=out, stderr=subprocess.STDOUT,
                                   env=cluster._environment())
        try:
            cluster.await_true(lambda: self.served() > before, what=f"{program} watches")
            change(lambda text, times=1: cluster.await_true(lambda: os.pread(out.fileno(), 1 << 20, 0).decode().count(text) >= times, what=f"{program} {text}"))
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait()
        cluster.await_true(lambda: self.served() <= before, what=f"the watch of {program} ended")
        return os.pread(out.fileno(), 1 << 20, 0).decode()

    def test_a_watch_prints_what_kubectls_prints(self):
        self.server.must("POST", "/api/v1/namespaces", {"metadata": {"name": "watched"}})
        maps = "/api/v1/namespaces/watched/configmaps"

        def change(seen):
            for number in range(3):
                self.server.must("POST", maps, {"metadata": {"name": f"map-{number}"}, "data": {"a": "b"}})
                seen(f"map-{number}")
            self.server.must("PATCH", maps + "/map-1", {"metadata": {"labels": {"colour": "red"}}}, "application/merge-patch+json")
            self.server.must("DELETE", maps + "/map-0")
            self.server.must("POST", maps, {"metadata": {"name": "a-last-one-with-a-long-name"}})
            seen("a-last-one-with-a-long-name")
            for name in ("map-1", "a-last-one-with-a-long-name", "map-2"):
                self.server.must("DELETE", f"{maps}/{name}")
            seen("map-2", 2)

        for words in (["configmaps", "-n", "watched"], ["cm", "-n", "watched", "--show-labels", "--cells=local"], ["cm", "-n", "watched", "-o", "name"]):
            plain = [word for word in words if not word.startswith("--cells")]
            expected = self.watched(cluster.kubectl_program(), plain, change)
            found = self.watched(cluster.PROGRAM, words, change)
            self.assertIsNone(cluster.difference(expected, found), f"{words}\n{expected}\n{found}")
            self.assertGreaterEqual(len(expected.splitlines()), 9)

    def test_a_watch_of_nothing_or_of_too_much_is_refused(self):
        for words in (["pods,svc", "-w"], ["pods", "missing", "-w"], ["nonsense", "-w"]):
            expected, found = self.cluster.kubectl("get", *words), self.cluster.wheelhouse("get", *words, timeout=30)
            self.assertTrue(found.same_as(expected), f"{expected}\n{found}")

    # ---- files ----

    def test_tables_from_files_equal_kubectls_of_the_same_objects(self):
        dump = self.cluster.kubectl("get", DUMPED, "-A", "-o", "yaml")
        self.assertEqual(dump.code, 0, dump.err)
        path = self.file("dump.yaml", dump.out)
        folder = os.path.join(self.folder, "each")
        os.mkdir(folder)
        for kind in DUMPED.split(","):
            with open(os.path.join(folder, kind + ".json"), "w") as file:
                file.write(self.cluster.kubectl("get", kind, "-A", "-o", "json").out)

        def same(words):
            for _ in range(3):
                expected = self.cluster.kubectl("get", *words)
                runs = [Run([cluster.PROGRAM, "get", *words, "--from", place], environment=cluster._environment()) for place in (path, folder)]
                found = [cluster.difference_of_runs(expected, run) for run in runs]
                if not any(found):
                    return None
            return "\n".join(filter(None, found))

        self.compare(words_of(FROM_FILES), same)

    def test_a_dump_of_the_cluster_can_be_read(self):
        folder = os.path.join(self.folder, "cluster-dump")
        dump = self.cluster.kubectl("cluster-info", "dump", "--namespaces=kinds", "--output-directory", folder, "-o", "yaml")
        self.assertTrue(os.path.isdir(os.path.join(folder, "kinds")), dump)
        expected = self.cluster.kubectl("get", "pods", "-n", "kinds", "-o", "name")
        found = Run([cluster.PROGRAM, "get", "pods", "-n", "kinds", "-o", "name", "--from", folder], environment=cluster._environment())
        self.assertTrue(found.same_as(expected), f"{expected}\n{found}")

    # ---- hostile texts, pipes, changes ----

    def test_what_terminals_would_obey_is_printed_as_kubectl_prints_it(self):
        texts = ["two\nlines", "carriage\rreturn", "\x1b[31mred", "form\ffeed", "tab\tinside", "bell\x07", "\u202eright to left", "zero\u200bwidth", "배\U0001f600", "\x9b31m"]
        for number, text in enumerate(texts):
            self.cluster.apply(json.dumps({"apiVersion": "example.com/v1", "kind": "Boat", "metadata": {"name": f"hostile-{number}", "namespace": "default"},
                                           "spec": {"captain": text}}))
        self.addCleanup(self.cluster.kubectl, "delete", "boats", "-n", "default", *(f"hostile-{number}" for number in range(len(texts))))
        words = ["boats", "-n", "default"]
        expected = self.cluster.kubectl("get", *words)
        path = self.file("hostile.json", self.cluster.kubectl("get", "boats,crd", "-A", "-o", "json").out)
        self.assertIsNone(self.same_run(words))
        run = Run([cluster.PROGRAM, "get", *words, "--from", path], environment=cluster._environment())
        self.assertIsNone(cluster.difference_of_runs(expected, run))

    def test_errors_carry_no_control_characters(self):
        for words in (["po\x1b[31mds"], ["pods", "x\x1b[2Jy\r"], ["pods", "-l", "a=\x1b[31m"]):
            run = self.cluster.wheelhouse("get", *words)
            self.assertEqual(run.code, 1, run)
            self.assertFalse(set(run.err) & {"\x1b", "\r", "\x9b"}, ascii(run.err))

    def test_a_broken_pipe_ends_quietly(self):
        large = self.file("large.yaml", "".join(f"---\n{{apiVersion: v1, kind: ConfigMap, metadata: {{name: map-{n}, namespace: default}}}}\n" for n in range(8000)))  # more than a pipe holds
        for words in (["pods", "-A"], ["pods", "-A", "-o", "json"], ["cm", "--from", large], ["cm", "-o", "yaml", "--from", large], ["cm", "-o", "csv", "--from", large]):
            process = subprocess.Popen([cluster.PROGRAM, "get", *words, "--kubeconfig", self.cluster.kubeconfig()], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.readline()
            process.stdout.close()
            self.assertEqual(process.communicate(timeout=60)[1], b"", words)
            self.assertNotIn(process.returncode, (-signal.SIGABRT, -signal.SIGSEGV), words)

    def test_objects_of_a_namespace_that_is_gone_are_listed_too(self):
        lost = '{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "left-behind", "namespace": "lost", "finalizers": ["example.com/stays"]}}'
        space = '{"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "lost"}}'
        self.cluster.apply(space)
        self.cluster.apply(lost)
        self.cluster.kubectl("delete", "namespace", "lost", "--wait=false")
        gone = lambda: self.cluster.kubectl("replace", "--raw", "/api/v1/namespaces/lost/finalize", "-f", "-", input=space).code == 0 \
            and "NotFound" in self.cluster.kubectl("get", "namespace", "lost").err
        cluster.await_true(gone, 60, "the namespace goes though something is left in it")
        for words in ([], ["--cells=local"], ["-o", "wide"], ["-o", "name"]):
            expected = self.cluster.kubectl("get", "configmaps", "-A", *[word for word in words if not word.startswith("--cells")])
            self.assertIn("left-behind", expected.out)
            self.assertIsNone(cluster.difference_of_runs(expected, self.cluster.wheelhouse("get", "configmaps", "-A", *words)))
        self.cluster.apply(space)
        self.cluster.kubectl("patch", "configmap", "left-behind", "-n", "lost", "--type=merge", "-p", '{"metadata": {"finalizers": null}}')
        self.cluster.kubectl("delete", "namespace", "lost", "--wait=false")

    def test_objects_that_stay_are_listed_once_while_others_come_and_go(self):
        spaces = [f"busy-{number}" for number in range(8)]
        self.cluster.apply("\n---\n".join(f"{{apiVersion: v1, kind: Namespace, metadata: {{name: {space}}}}}" for space in spaces))
        staying = [(space, f"stays-{number}") for space in spaces for number in range(5)]
        self.cluster.apply("\n---\n".join(f"{{apiVersion: v1, kind: ConfigMap, metadata: {{name: {name}, namespace: {space}}}}}" for space, name in staying))
        stop = threading.Event()

        def churn():
            number = 0
            while not stop.is_set():
                number += 1
                text = "\n---\n".join(f"{{apiVersion: v1, kind: ConfigMap, metadata: {{name: goes-{number % 3}, namespace: {space}}}}}" for space in spaces)
                self.cluster.kubectl("apply", "-f", "-", input=text)
                self.cluster.kubectl("delete", "-f", "-", "--wait=false", input=text)

        thread = threading.Thread(target=churn)
        thread.start()
        try:
            for words in (["--cells=server"], ["--cells=local"], ["-o", "name"], ["-o", "json"]) * 3:
                run = self.cluster.wheelhouse("get", "configmaps", "-A", *words)
                self.assertEqual(run.code, 0, run)
                if words[-1] == "json":
                    names = [(item["metadata"]["namespace"], item["metadata"]["name"]) for item in json.loads(run.out)["items"]]
                elif words[-1] == "name":
                    continue
                else:
                    names = [tuple(line.split()[:2]) for line in run.out.splitlines()[1:]]
                self.assertEqual([name for name in names if name[1].startswith("stays-")], staying)
                self.assertEqual(len(names), len(set(names)))
        finally:
            stop.set()
            thread.join()


if __name__ == "__main__":
    cluster.main()
