"""The engine decides as a real server does: ten thousand requests made by chance, over every construct the server stores."""
import json
import os
import random
import tempfile
import unittest

import rbac_api
import rbac_generator
from rbac_api import cluster

SEED = int(os.environ.get("SEED", "20261122"))
COUNT = int(os.environ.get("COUNT", "10000"))


def disagree(request, decision, review):
    """Allow and only allow is allowed; what is unknown must be a node's."""
    if decision == "unknown":
        return not request["user"].startswith("system:node:")
    return (decision == "allow") != review["allowed"]


class Agreement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(rbac_api.own_cluster())
        cls.api = rbac_api.Api(cls.cluster)
        for namespace in rbac_generator.NAMESPACES:
            if cls.api.call("GET", "/api/v1/namespaces/" + namespace)[0] == 404:
                cls.api.create("/api/v1/namespaces", {"metadata": {"name": namespace}})
        roles, bindings = rbac_generator.objects(random.Random(SEED))
        cls.api.create_all(roles)
        cls.api.create_all(bindings)
        cls.api.settle()
        cls.stored = cls.api.rbac_objects()
        cls.requests = rbac_generator.requests(SEED, cls.stored["items"], COUNT)
        cls.reviews = cls.api.reviews(cls.requests)

    def decisions(self, *arguments):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(self.requests, file)
            file.flush()
            return [row["decision"] for row in rbac_api.program_json(self.cluster, "rbac", "check", "--requests", file.name, *arguments)[0]]

    def compare(self, decisions):
        self.assertEqual(len(decisions), len(self.requests))
        wrong = [(request, decision, review) for request, decision, review in zip(self.requests, decisions, self.reviews) if disagree(request, decision, review)]
        self.assertEqual(wrong[:5], [], f"{len(wrong)} of {len(self.requests)} disagree, seed {SEED}")

    def test_a_cluster_is_judged_as_its_server_judges(self):
        decisions = self.decisions()
        self.compare(decisions)
        allowed = sum(review["allowed"] for review in self.reviews)
        print(f"{len(decisions)} requests, {allowed} allowed, {decisions.count('unknown')} unknown, 0 differences, seed {SEED}")
        self.assertGreater(allowed, len(decisions) // 5, "the requests prove little when nearly all are refused")
        self.assertGreater(len(decisions) - allowed, len(decisions) // 5)
        self.assertLess(decisions.count("unknown"), len(decisions) // 10)

    def test_the_same_objects_from_files_are_judged_the_same(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "rbac.json"), "w") as file:
                json.dump(self.stored, file)
            self.compare(self.decisions("--from", folder))

    def test_without_the_outer_layer_only_masters_and_nodes_differ(self):
        for request, decision, review in zip(self.requests, self.decisions("--rbac-only"), self.reviews):
            if "system:masters" in request["groups"] or request["user"].startswith("system:node:"):
                self.assertIn(decision, ("allow", "no-opinion"))
            else:
                self.assertEqual(decision == "allow", review["allowed"], request)


if __name__ == "__main__":
    cluster.main()
