"""`get` prints what kubectl prints: every listable kind in every served version and two custom kinds, with objects of many shapes."""
import concurrent.futures
import json
import os
import unittest

import cluster
import record_kinds
from cluster import Cluster

MANIFESTS = os.path.join(cluster.ROOT, "tests", "data", "kinds", "manifests")
CUSTOM_KINDS = """
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: boats.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: boats, singular: boat, kind: Boat, shortNames: [bo], categories: [all]}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
    additionalPrinterColumns:
    - {name: Captain, type: string, jsonPath: .spec.captain}
    - {name: Masts, type: integer, jsonPath: .spec.masts}
    - {name: Draught, type: number, jsonPath: .spec.draught, priority: 1}
    - {name: Afloat, type: boolean, jsonPath: .spec.afloat}
    - {name: Launched, type: date, jsonPath: .spec.launched}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: seas.example.com}
spec:
  group: example.com
  scope: Cluster
  names: {plural: seas, singular: sea, kind: Sea}
  versions: [{name: v1alpha1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}}]
"""
CUSTOM_OBJECTS = """
{apiVersion: example.com/v1, kind: Boat, metadata: {name: argo, namespace: kinds, labels: {fleet: north}},
 spec: {captain: Jason, masts: 1, draught: 1.25, afloat: true, launched: "2020-02-29T00:00:00Z"}}
---
{apiVersion: example.com/v1, kind: Boat, metadata: {name: bare, namespace: kinds}}
---
{apiVersion: example.com/v1, kind: Boat, metadata: {name: odd, namespace: default}, spec: {captain: "two\\nlines\\t배", masts: 12345678901, draught: 1e21, afloat: false}}
---
{apiVersion: example.com/v1alpha1, kind: Sea, metadata: {name: aegean}}
"""
GROUP = 6  # kinds that one run lists together
TABLES = (["-n", "kinds"], ["-A", "-o", "wide"], ["-A", "--show-labels", "--no-headers"], ["-A", "-L", "app,fleet", "-l", "app!=none"])
VALUES = (["-A", "-o", "json"], ["-n", "kinds", "-o", "yaml"])
ALL_APIS = {
    "API_FLAGS": "--runtime-config=api/all=true --feature-gates=AllAlpha=true,AllBeta=true --disable-admission-plugins=ServiceAccount",
    "CONTROLLER_FLAGS": "--controllers=namespace-controller",  # nobody changes what was created
    "SCHEDULER": "none",
}


def is_surplus(kind):
    return kind.startswith("ipaddresses.")


def parsed(text, output):
    if output == "json":
        return json.loads(text)
    import yaml
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class GetConformance(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        Cluster.shared()  # skipped where no cluster can be had
        cls.cluster = cls.enterClassContext(Cluster.own(**ALL_APIS))
        os.environ["KUBECONFIG"] = cls.cluster.kubeconfig()
        os.environ["PATH"] = os.path.dirname(cluster.kubectl_program()) + os.pathsep + os.environ["PATH"]
        server = record_kinds.Server()
        cls.failures_of_create = record_kinds.create(server, MANIFESTS)
        # A group nobody serves makes every kubectl slow, and its messages carry times.
        cls.cluster.kubectl("delete", "apiservice", "v1.aggregated.example.com", "--ignore-not-found")
        cls.cluster.apply(CUSTOM_KINDS)
        waited = cls.cluster.kubectl("wait", "--for=condition=Established", "crd/boats.example.com", "crd/seas.example.com")
        assert waited.code == 0, str(waited)
        cls.cluster.apply(CUSTOM_OBJECTS)
        cls.kinds = sorted(cls.names(server))

    @staticmethod
    def names(server):
        """RESOURCE.VERSION.GROUP of everything that can be listed."""
        for version, _, resource in server.resources():
            ordered = resource["name"] != "componentstatuses"  # the server orders those anew each time
            if ordered and "/" not in resource["name"] and "list" in resource["verbs"]:
                group, _, version = version.rpartition("/")
                yield f"{resource['name']}.{version}.{group}"

    def in_groups(self):
        """The kinds, several in one list; those whose rows differ from what kubectl's headings say are alone."""
        alone = [kind for kind in self.kinds if is_surplus(kind)]
        others = [kind for kind in self.kinds if not is_surplus(kind)]
        return alone + [",".join(others[first:first + GROUP]) for first in range(0, len(others), GROUP)]

    def compare(self, cases, equal):
        """Runs equal(words) for every case on all cores; it returns what differs, or None."""
        differing = []
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as workers:
            for words, found in zip(cases, workers.map(equal, cases)):
                if found:
                    differing.append(f"get {' '.join(words)}\n{found}")
        self.assertFalse(differing, f"{len(differing)} of {len(cases)} differ\n" + "\n\n".join(differing[:20]))

    def same_text(self, words, cells=("server",)):
        """Compares with kubectl's text, but for the seconds that pass between two runs; what differs is run again."""
        for _ in range(3):
            expected = self.cluster.kubectl("get", *words)
            runs = [self.cluster.wheelhouse("get", *words, f"--cells={which}") for which in cells]
            found = [cluster.difference_of_runs(expected, run) for run in runs]
            if not any(found):
                return None
        return "\n".join(filter(None, found))

    def same_tables(self, words):
        # The server gives an IP address a cell more than it has columns, which kubectl prints below the heading of the labels.
        # Our own cells have the labels there.
        surplus = is_surplus(words[0]) and ("--show-labels" in words or "-L" in words)
        return self.same_text(words, ("server",) if surplus else ("server", "local"))

    def same_value(self, words):
        """Objects are printed as they were sent, so kubectl must not hide anything either. What differs is run again: leases are renewed all the time."""
        for _ in range(3):
            expected = self.cluster.kubectl("get", *words, "--show-managed-fields")
            found = self.cluster.wheelhouse("get", *words)
            if (expected.code, expected.err) != (found.code, found.err):
                return f"expected: {expected}\nfound: {found}"
            if parsed(expected.out, words[-1]) == parsed(found.out, words[-1]):
                return None
        return f"expected: {expected.out[:1000]}\nfound: {found.out[:1000]}"

    def test_every_manifest_was_created_and_every_kind_is_there(self):
        self.assertGreater(len(self.kinds), 60, self.kinds)
        self.assertIn("boats.v1.example.com", self.kinds)
        self.assertEqual(self.failures_of_create, 0)

    def test_the_servers_and_our_own_cells_equal_kubectls(self):
        self.compare([[kind, "-A"] for kind in self.kinds] + [[kinds, *words] for kinds in self.in_groups() for words in TABLES], self.same_tables)

    def test_names_equal_kubectls(self):
        self.compare([[kinds, "-A", "-o", "name"] for kinds in self.in_groups()], self.same_text)

    def test_json_and_yaml_have_the_same_value_as_kubectls(self):
        self.compare([[kinds, *words] for kinds in self.in_groups() for words in VALUES], self.same_value)

    def test_several_kinds_short_names_and_misses_equal_kubectls(self):
        self.compare([
            ["pods,services", "-A"], ["po,svc,deploy", "-n", "kinds"], ["bo", "-A"], ["all", "-n", "kinds"], ["pods", "-n", "nowhere"],
            ["pods", "missing"], ["pod/missing", "service/missing"], ["nonsense"], ["boat/argo", "-n", "kinds"], ["sea", "aegean"],
            ["boats", "-n", "kinds", "--sort-by=.spec.captain"], ["pods", "-A", "--field-selector=status.phase=Running"],
            ["boat", "argo", "-n", "kinds", "-o", "jsonpath={.spec.captain}"],
        ], self.same_text)


if __name__ == "__main__":
    cluster.main()
