"""What a window holds stays equal to what the server has, while objects and whole kinds come, change and go."""
import os
import time

import cluster
import live

KINDS = ["pods", "configmaps", "boats.example.com"]
SEA = """
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: seas.example.org}
spec:
  group: example.org
  scope: Cluster
  names: {plural: seas, singular: sea, kind: Sea}
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}]
"""
COLUMNS = [{"name": "Captain", "type": "string", "jsonPath": ".spec.captain"}, {"name": "Masts", "type": "integer", "jsonPath": ".spec.masts"}]


class LiveChanges(live.OnCluster):
    LISTING = "sendInitialEvents=true"  # in the request that lists
    CHANGES = int(os.environ.get("CHANGES", "10000"))

    def test_what_is_held_equals_the_server_after_many_random_changes(self):
        self.follows("token", self.CHANGES, seed=20261122)

    def test_what_is_held_equals_the_server_with_legacy_discovery_too(self):
        self.cluster.control("legacy")
        self.follows("legacy", 500, seed=3)

    def follows(self, user, changes, seed):
        """What the user holds is what the server has after so many changes, and came by one listing of each kind."""
        writer = live.Writer(self.server, KINDS, [f"team-{number}" for number in range(20)], seed)
        writer.make_namespaces()
        before = {kind: len(self.requests(kind)) for kind in KINDS}
        with live.Reflect(self.cluster.kubeconfig(user), *KINDS) as reflect:
            reflect.await_live()
            listed = {kind: len(self.requests(kind)) for kind in KINDS}
            begin = time.monotonic()
            writer.change(changes)
            print(f"{writer.counts} in {time.monotonic() - begin:.1f} s", flush=True)
            live.await_equal(reflect, self.server, KINDS)
            for kind in KINDS:
                self.assertGreater(reflect.state(kind)[2], changes // 100, "too few objects to prove anything")
                self.assertEqual(reflect.state(kind)[0], "Live")
                self.assertTrue(self.listed(self.requests(kind)[before[kind]:listed[kind]]), "it was listed in that way")
                more = self.requests(kind)[listed[kind]:]
                self.assertFalse([uri for uri in more if "watch=1" not in uri or "sendInitialEvents=true" in uri], "nothing is listed anew")
            self.assertEqual(reflect.ask("objects", "pods"), [str(reflect.state("pods")[2])])
            self.cells_equal_the_servers(reflect)

    def listed(self, requests):
        """A streaming list is the first request, and the watch itself."""
        return self.LISTING in requests[0]

    def requests(self, kind):
        return self.audit.requests(live.PATHS[kind].format(""))

    def cells_equal_the_servers(self, reflect):
        header, *rows = reflect.ask("cells", "boats.example.com")
        self.assertEqual(header.split("\t")[:3], ["columns", "Name", "Captain"])
        captains = {"{namespace}/{name}".format(**boat["metadata"]): boat["spec"]["captain"]
                    for boat in self.server.must("GET", live.PATHS["boats.example.com"].format(""))["items"]}
        self.assertEqual({row.split("\t")[0]: row.split("\t")[2] for row in rows}, captains)

    def test_other_printer_columns_are_shown_without_a_restart(self):
        self.server.must("POST", live.PATHS["boats.example.com"].format("/namespaces/default"), {
            "apiVersion": "example.com/v1", "kind": "Boat", "metadata": {"name": "argo"}, "spec": {"captain": "Jason", "masts": 3}})
        definition = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/boats.example.com"
        with live.Reflect(self.cluster.kubeconfig("token"), "boats.example.com") as reflect:
            reflect.await_live()
            old = self.server.must("GET", definition)["spec"]["versions"][0]["additionalPrinterColumns"]
            patch = lambda columns: [{"op": "replace", "path": "/spec/versions/0/additionalPrinterColumns", "value": columns}]
            self.server.must("PATCH", definition, patch(COLUMNS), "application/json-patch+json")
            argo = lambda: [row for row in reflect.ask("cells", "boats.example.com") if row.startswith("default/argo\t")]
            live.await_true(lambda: argo() == ["default/argo\targo\tJason\t3"], 60, lambda: f"{argo()} {reflect.state('boats.example.com')}")
            self.server.must("PATCH", definition, patch(old), "application/json-patch+json")

    def test_kinds_come_and_go_with_their_definitions(self):
        self.kinds_come_and_go("token")

    def test_kinds_come_and_go_with_legacy_discovery_too(self):
        self.cluster.control("legacy")
        self.kinds_come_and_go("legacy")

    def kinds_come_and_go(self, user):
        with live.Reflect(self.cluster.kubeconfig(user)) as reflect:
            seas = lambda: [line for line in reflect.ask("kinds") if line.startswith("seas.v1.example.org cluster ")]
            live.await_true(lambda: reflect.ask("kinds"), 30, lambda: "no kinds at all")
            self.assertEqual(seas(), [])
            self.cluster.apply(SEA)
            live.await_true(seas, 60, lambda: "the new kind is not there")
            self.server.must("POST", "/apis/example.org/v1/seas", {"apiVersion": "example.org/v1", "kind": "Sea", "metadata": {"name": "aegean"}})
            reflect.ask("open", "seas.example.org")
            live.await_true(lambda: any(row.startswith("/aegean ") for row in reflect.ask("dump", "seas.example.org")), 60,
                            lambda: reflect.state("seas.example.org"))
            self.cluster.kubectl("delete", "crd", "seas.example.org")
            live.await_true(lambda: not seas(), 60, lambda: "the kind that went is still there")
            live.await_true(lambda: reflect.ask("dump", "seas.example.org") == [], 60, lambda: reflect.ask("dump", "seas.example.org"))
            self.cluster.kubectl("wait", "--for=delete", "crd/seas.example.org", "--timeout=60s")

    def test_the_legacy_way_of_discovery_finds_the_same_kinds(self):
        self.cluster.control("legacy")
        with live.Reflect(self.cluster.kubeconfig("token")) as modern, live.Reflect(self.cluster.kubeconfig("legacy")) as legacy:
            live.await_true(lambda: modern.ask("kinds") and legacy.ask("kinds"), 60, lambda: "no kinds at all")
            live.await_true(lambda: modern.ask("kinds") == legacy.ask("kinds"), 30, lambda: live.difference(modern.ask("kinds"), legacy.ask("kinds")))
            self.assertGreater(len(legacy.ask("kinds")), 50)
            self.assertTrue(any(line.startswith("boats.v1.example.com namespaced ") for line in legacy.ask("kinds")))


if __name__ == "__main__":
    cluster.main()
