"""What a change is said to do is what it does on a real server: two hundred changes by chance, made by writers of many powers."""
import json
import os
import random
import tempfile
import unittest

import rbac_api
import rbac_generator
from rbac_api import RBAC, cluster, path_of

SEED = int(os.environ.get("SEED", "20261122"))
COUNT = int(os.environ.get("COUNT", "200"))
STRETCH = 10  # changes in which the same things are asked: an answer after one is the answer before the next
GROUP = "rbac.authorization.k8s.io"
ALL = ["roles", "clusterroles", "rolebindings", "clusterrolebindings"]
WRITE = {"verbs": ["get", "create", "update", "delete"], "apiGroups": [GROUP], "resources": ALL}
READ_PODS = {"verbs": ["get", "list"], "apiGroups": ["", "apps"], "resources": ["pods", "deployments", "secrets"]}


def power(verb, names=None):
    return {"verbs": [verb], "apiGroups": [GROUP], "resources": ["roles", "clusterroles"], **({"resourceNames": names} if names else {})}


WRITERS = {
    "reader": [READ_PODS],
    "writer": [WRITE],
    "covering": [WRITE, READ_PODS, {"verbs": ["*"], "apiGroups": ["*"], "resources": ["pods", "*/scale"]}],
    "escalating": [WRITE, power("escalate")],
    "binding": [WRITE, power("bind")],
    "binding-some": [WRITE, power("bind", ["r1", "r2", "r3", "view"])],
    "escalating-some": [WRITE, power("escalate", ["r1", "r2", "r3", "r4", "r5"])],
    "everything": [{"verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]}, {"verbs": ["*"], "nonResourceURLs": ["*"]}],
}


def key_of(item):
    return item["kind"], item["metadata"].get("namespace", ""), item["metadata"]["name"]


def reference(item):
    return "/".join(part for part in key_of(item) if part)


def identity_of(reference_):
    """As what-if judges a subject: with the groups that come with it."""
    kind, _, rest = reference_.partition("/")
    if kind == "ServiceAccount":
        namespace, _, name = rest.partition("/")
        return {"user": f"system:serviceaccount:{namespace}:{name}", "groups": ["system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"]}
    if kind == "Group":
        extra = ["system:serviceaccounts"] if rest.startswith("system:serviceaccounts:") else []
        return {"user": "", "groups": list(dict.fromkeys([rest, *extra, *([] if rest in ("system:authenticated", "system:unauthenticated") else ["system:authenticated"])]))}
    implied = ["system:unauthenticated"] if rest == "system:anonymous" else ["system:authenticated"]
    if rest.startswith("system:serviceaccount:") and rest.count(":") == 3:
        implied = ["system:serviceaccounts", "system:serviceaccounts:" + rest.split(":")[2], *implied]
    return {"user": rest, "groups": implied}


def requests_of(row):
    """The literal requests a right is about."""
    base = {**identity_of(row["identity"]), "verb": row["verb"], "apiGroup": row["apiGroup"], "resource": row["resource"], "subresource": row["subresource"], "namespace": row["namespace"],
            "nonResourceURL": row["url"], "name": ""}
    return [{**base, "name": name} for name in row["names"] or ["" if row["url"] else "some-name"]]


class WhatIf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(rbac_api.own_cluster())
        cls.api = rbac_api.Api(cls.cluster)
        cls.chance = random.Random(SEED)
        for namespace in rbac_generator.NAMESPACES:
            if cls.api.call("GET", "/api/v1/namespaces/" + namespace)[0] == 404:
                cls.api.create("/api/v1/namespaces", {"metadata": {"name": namespace}})
        for name, rules in WRITERS.items():
            cls.api.create_all([{"kind": "ClusterRole", "metadata": {"name": "writer-" + name}, "rules": rules}])
            for wide in (True, False):
                who = name if wide else name + "-in-a"
                place = {} if wide else {"namespace": "a"}
                cls.api.create_all([{"kind": "ClusterRoleBinding" if wide else "RoleBinding", "metadata": {"name": "writer-" + who, **place},
                                     "roleRef": {"apiGroup": GROUP, "kind": "ClusterRole", "name": "writer-" + name}, "subjects": [{"kind": "User", "apiGroup": GROUP, "name": who}]}])
        roles, bindings = rbac_generator.objects(cls.chance, 40, 50)
        cls.api.create_all(roles)
        cls.api.create_all(bindings)
        cls.api.settle()

    def generated(self):
        return {key_of(item): item for item in self.api.rbac_objects()["items"] if item["metadata"]["name"][0] in "rb" and item["metadata"]["name"][1:].isdigit()}

    def some_change(self, stored):
        """One object to write or to delete."""
        pick = self.chance.random()
        if pick < 0.25:
            return None, self.chance.choice(list(stored.values()))
        made = rbac_generator.role(self.chance, self.chance.randrange(60)) if pick < 0.6 else rbac_generator.binding(self.chance, self.chance.randrange(60))
        if self.chance.random() < 0.3:  # something that a modest writer may do
            made = {**made, "rules": [READ_PODS]} if made["kind"].endswith("Role") else made
        return made, None

    def call(self, writer, method, path, body=None):
        headers = {"Impersonate-User": writer["user"]}
        if writer["groups"]:
            headers["Impersonate-Group"] = writer["groups"][0]
        return self.api.call(method, path, body, headers)

    def write(self, writer, item, old):
        """Makes the change as the writer; returns whether the server let it."""
        path = path_of(item)
        if old and item["kind"].endswith("Binding") and old["roleRef"] != item["roleRef"]:
            status, answer = self.call(writer, "DELETE", f"{path}/{item['metadata']['name']}")
            if status != 200:
                self.assertIn(status, (403, 404), answer)
                return False
            old = None
        status, answer = self.call(writer, "PUT", f"{path}/{item['metadata']['name']}", item) if old else self.call(writer, "POST", path, item)
        self.assertIn(status, (200, 201, 403, 404), (answer, item))
        return status < 300

    def what_if(self, writer, change, deletion):
        words = ["rbac", "what-if", "-o", "json", "--as", writer["user"]]
        for group in writer["groups"]:
            words += ["--as-group", group]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(change, file)
            file.flush()
            words += ["--change", file.name] if change else ["--delete", reference(deletion)]
            return rbac_api.program_json(self.cluster, *words)[0]

    def test_two_hundred_changes_do_what_was_said(self):
        counts = {"yes": 0, "no": 0, "gained": 0, "lost": 0, "probes": 0}
        probes, before = [], []
        for number in range(COUNT):
            stored = self.generated()
            if number % STRETCH == 0:
                probes = rbac_generator.requests(SEED + number, list(stored.values()), 40)
                before = self.api.reviews(probes)
            change, deletion = self.some_change(stored)
            name = self.chance.choice([*WRITERS, *(writer + "-in-a" for writer in WRITERS), "master"])
            # The server adds this group to whom it impersonates.
            writer = {"user": name, "groups": ["system:masters" if name == "master" else "system:authenticated"]}
            said = self.what_if(writer, change, deletion)
            gained = [request for row in said["gained"] for request in requests_of(row)][:15]
            lost = [request for row in said["lost"] for request in requests_of(row)][:15]
            self.assertEqual([r for r, answer in zip(gained, self.api.reviews(gained)) if answer["allowed"]], [], f"change {number}: held already\n{change or reference(deletion)}")
            self.assertEqual([r for r, answer in zip(lost, self.api.reviews(lost)) if not answer["allowed"]], [], f"change {number}: never held\n{change or reference(deletion)}")

            old = stored.get(key_of(change or deletion))
            if change:
                let = self.write(writer, change, old)
            else:
                let = self.call(writer, "DELETE", f"{path_of(deletion)}/{deletion['metadata']['name']}")[0] == 200
            self.assertEqual(said["mayApply"], "yes" if let else "no", f"change {number} by {writer}: {change or reference(deletion)}\nmissing {said['missing']}")
            self.assertEqual(bool(said["missing"]), not let)
            counts[said["mayApply"]] += 1
            if not let:
                master = {"user": "master", "groups": ["system:masters"]}
                current = self.generated().get(key_of(change or deletion))
                if change:
                    self.assertTrue(self.write(master, change, current))
                elif current:
                    self.call(master, "DELETE", f"{path_of(deletion)}/{deletion['metadata']['name']}")
            self.api.settle()
            self.assertEqual([r for r, answer in zip(gained, self.api.reviews(gained)) if not answer["allowed"]], [], f"change {number}: not gained\n{change or reference(deletion)}")
            self.assertEqual([r for r, answer in zip(lost, self.api.reviews(lost)) if answer["allowed"]], [], f"change {number}: not lost\n{change or reference(deletion)}")
            after = self.api.reviews(probes)
            for probe, was, now in zip(probes, before, after):
                if was["allowed"] != now["allowed"]:
                    rows = said["gained"] if now["allowed"] else said["lost"]
                    self.assertTrue(any(row["namespace"] in ("", probe["namespace"]) for row in rows), f"change {number}: {probe} changed unsaid")
            before = after
            counts["gained"] += len(gained)
            counts["lost"] += len(lost)
            counts["probes"] += len(probes)
        print(f"{COUNT} changes, seed {SEED}: {counts}")
        self.assertGreater(min(counts["yes"], counts["no"]), COUNT // 10)
        self.assertGreater(min(counts["gained"], counts["lost"]), 0)


if __name__ == "__main__":
    cluster.main()
