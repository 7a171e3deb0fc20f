"""A server that gives up connections now and then, as behind a load balancer, and one that need not say again what did not change."""
import json
import os

import cluster
import live

WATCHES = 70            # fewer than one connection carries
ATTEMPTS = 40           # each of them meets no GOAWAY with a chance of a quarter
RUNS = 10
POD = 500               # bytes that no pod is smaller than, and what else goes over a quiet connection


class Audit(live.Audit):
    POLICY = """
apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- {level: Metadata, verbs: [list, watch], resources: [{group: ""}], omitStages: [ResponseStarted, ResponseComplete, Panic]}
- {level: Metadata, nonResourceURLs: [/api, /apis], omitStages: [RequestReceived, ResponseStarted, Panic]}
- {level: None}
"""

    def discoveries(self):
        """Path and status of each answer about what is served."""
        with open(os.path.join(self.folder.name, "audit.log")) as file:
            entries = [json.loads(line) for line in file if line.endswith("\n")]
        return [(entry["requestURI"], entry["responseStatus"]["code"]) for entry in entries
                if entry["requestURI"] in ("/api", "/apis") and entry.get("userAgent", "").startswith("wheelhouse/")]


class LiveHttp(live.OnCluster):
    @classmethod
    def enter_cluster(cls):
        return cls.enterClassContext(live.own_cluster("--goaway-chance=0.02", Audit()))

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.spaces = [f"space-{number}" for number in range(WATCHES)]
        for name in cls.spaces:
            cls.server.must("POST", "/api/v1/namespaces", {"metadata": {"name": name}})
            cls.server.must("POST", f"/api/v1/namespaces/{name}/configmaps", {"metadata": {"name": "one"}})

    def connections_of_new_pods(self, relay, reflect):
        """Makes a pod in each namespace; the connections over which they came."""
        before, had = list(relay.received), {kind: reflect.state(kind)[2] for kind in reflect.kinds}
        for name in self.spaces:
            self.server.must("POST", f"/api/v1/namespaces/{name}/pods", {"metadata": {"generateName": "p-"}, "spec": {"containers": [{"name": "c", "image": "x"}]}})
        live.await_true(lambda: all(reflect.state(kind)[2] == had[kind] + 1 for kind in reflect.kinds), 60, lambda: "pods are missing or doubled")
        return {number for number, size in enumerate(relay.received) if size >= POD + (before[number] if number < len(before) else 0)}

    def test_watches_go_on_over_a_connection_that_takes_no_more_requests(self):
        for _ in range(ATTEMPTS):
            with live.Relay(self.cluster) as relay, live.Reflect(relay.kubeconfig) as reflect:
                live.await_true(lambda: reflect.ask("kinds"), 60, lambda: "no kinds at all")
                for name in self.spaces:
                    reflect.ask("open", "pods@" + name)
                reflect.kinds = ["pods@" + name for name in self.spaces]
                reflect.await_live()
                used = self.connections_of_new_pods(relay, reflect)
                if len(used) < 2:
                    continue
                asked = len(self.audit.requests("/pods"))
                # A connection may have been counted for what came beside the pods, and nothing may come over another one.
                self.assertLessEqual(self.connections_of_new_pods(relay, reflect), used)
                self.assertEqual(len(self.audit.requests("/pods")), asked, "the old watches go on")
                for name in self.spaces:
                    self.assertEqual(reflect.ask("dump", "pods@" + name), self.server.rows("pods", [name]))
                return
        self.fail("no connection was given up")

    def test_a_person_gets_every_answer(self):
        with live.Relay(self.cluster) as relay, live.Reflect(relay.kubeconfig) as reflect:
            live.await_true(lambda: reflect.ask("kinds"), 60, lambda: "no kinds at all")
            first, asked = len(relay.received), 0
            while len(relay.received) < first + 3:
                self.assertTrue(reflect.ask("fetch", "/version")[0].isdigit())
                asked += 1
                self.assertLess(asked, 5000, "no connection was given up")

    def test_lists_over_many_streams_are_whole(self):
        rows = lambda run: [line.split()[:-1] for line in run.out.splitlines()]  # without their ages
        expected = rows(self.cluster.kubectl("get", "configmaps", "-A"))
        self.assertGreater(len(expected), WATCHES)
        for _ in range(RUNS):
            found = self.cluster.wheelhouse("get", "configmaps", "-A")
            self.assertEqual((found.code, found.err, rows(found)), (0, "", expected))

    def test_what_is_served_is_said_again_only_when_it_changed(self):
        definition = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/boats.example.com"
        with live.Reflect(self.cluster.kubeconfig("token")) as reflect:
            before = len(self.audit.discoveries())
            answers = lambda: sorted(self.audit.discoveries()[before:])
            live.await_true(lambda: reflect.ask("kinds"), 60, lambda: "no kinds at all")
            kinds = reflect.ask("kinds")
            live.await_true(lambda: len(answers()) >= 2 and len(answers()) % 2 == 0, 60, answers)
            first = len(answers())
            self.server.must("PATCH", definition, {"metadata": {"labels": {"seen": "again"}}}, "application/merge-patch+json")
            live.await_true(lambda: len(answers()) == first + 2, 60, answers)
            self.assertIn(("/api", 304), answers())
            self.assertIn(("/apis", 304), answers())
            self.assertEqual(reflect.ask("kinds"), kinds)
            self.server.must("PATCH", definition, [{"op": "add", "path": "/spec/names/shortNames/-", "value": "bt"}], "application/json-patch+json")
            boats = lambda: [line for line in reflect.ask("kinds") if line.startswith("boats.") and "bo,bt" in line]
            live.await_true(boats, 60, lambda: reflect.ask("kinds"))
            live.await_true(lambda: answers().count(("/apis", 200)) >= 2, 60, answers)
            self.assertEqual(answers().count(("/api", 200)), 1)


if __name__ == "__main__":
    cluster.main()
