"""Who may read only a part of the access objects is never told no where the answer is not known, and always that it is not whole."""
import json
import unittest

import cluster
from cluster import Cluster

OBJECTS = """
apiVersion: v1
kind: Namespace
metadata: {name: partly-seen}
---
apiVersion: v1
kind: Namespace
metadata: {name: partly-hidden}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: auditor, namespace: partly-seen}
rules:
- {apiGroups: [rbac.authorization.k8s.io], resources: [roles, rolebindings], verbs: [list]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: auditor, namespace: partly-seen}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: auditor}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: viewer}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: pods, namespace: partly-seen}
rules: [{apiGroups: [""], resources: [pods], verbs: [list]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: pods, namespace: partly-seen}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods}
subjects: [{kind: ServiceAccount, name: ci, namespace: partly-seen}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: views, namespace: partly-hidden}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: ci, namespace: partly-seen}]
"""
ACCOUNT = ["--sa", "partly-seen/ci"]
REQUESTS = [("list", "pods", "partly-seen"), ("list", "secrets", "partly-seen"), ("list", "pods", "partly-hidden"), ("delete", "pods", "partly-hidden"), ("list", "nodes", "")]
LISTS = (["explain", *ACCOUNT], ["who-can", "list", "pods", "-n", "partly-seen"], ["risks"], ["unused"], ["graph", *ACCOUNT], ["paths", "--to", "node", *ACCOUNT],
         ["what-if", "--delete", "RoleBinding/partly-seen/pods", *ACCOUNT], ["fix", "list", "secrets", "-n", "partly-seen", *ACCOUNT])


class Partial(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        cls.cluster.apply(OBJECTS)
        cls.addClassCleanup(cls.cluster.kubectl, "delete", "namespace", "partly-seen", "partly-hidden", "--timeout=90s")
        cluster.await_true(lambda: cls.ask("can-i", "list", "pods", "-n", "partly-seen", *ACCOUNT).code == 0, what="the rights of the viewer")

    @classmethod
    def ask(cls, *words, user="viewer"):
        return cls.cluster.wheelhouse("rbac", *words, "-o", "json", user=user)

    def decisions(self, verb, resource, namespace):
        """What the viewer is told, and what is true."""
        words = ["can-i", verb, resource, *(["-n", namespace] if namespace else []), *ACCOUNT]
        return [json.loads(self.ask(*words, user=user).out)["decision"] for user in ("viewer", "admin")]

    def test_what_is_not_known_is_never_called_refused(self):
        found = {request: self.decisions(*request) for request in REQUESTS}
        self.assertEqual(found[("list", "pods", "partly-seen")], ["allow", "allow"])
        for request in REQUESTS[1:]:
            self.assertEqual(found[request][0], "unknown", request)
        self.assertEqual([truth for _, truth in found.values()], ["allow", "no-opinion", "allow", "no-opinion", "no-opinion"])

    def test_the_reason_names_what_could_not_be_read(self):
        self.assertIn("ClusterRoleBindings could not be read", json.loads(self.ask("can-i", "list", "secrets", "-n", "partly-seen", *ACCOUNT).out)["reason"])

    def test_a_check_of_many_says_the_same(self):
        requests = [{"user": "system:serviceaccount:partly-seen:ci", "groups": [], "verb": verb, "apiGroup": "", "resource": resource, "subresource": "", "name": "", "namespace": namespace,
                     "nonResourceURL": ""} for verb, resource, namespace in REQUESTS]
        run = self.cluster.wheelhouse("rbac", "check", "--requests", "-", user="viewer", input=json.dumps(requests))
        self.assertEqual([row["decision"] for row in json.loads(run.out)], ["allow"] + ["unknown"] * 4, str(run))

    def test_every_list_says_that_it_is_not_whole(self):
        for words in LISTS:
            with self.subTest(words=words):
                partly, wholly = self.ask(*words), self.ask(*words, user="admin")
                self.assertEqual(partly.code, 0, str(partly))
                json.loads(partly.out)
                self.assertIn("Warning: the answer may be incomplete, because clusterrolebindings could not be read\n", partly.err)
                self.assertIn("because rolebindings could not be read in all namespaces\n", partly.err)
                self.assertNotIn("incomplete", wholly.err)

    def test_nobody_is_promised_that_a_change_may_be_applied(self):
        for account, user in ((ACCOUNT, "viewer"), ([], "viewer")):
            with self.subTest(account=account):
                effect = json.loads(self.ask("what-if", "--delete", "RoleBinding/partly-seen/pods", *account, user=user).out)
                self.assertEqual(effect["mayApply"], "unknown")
                self.assertEqual([right["resource"] for right in effect["lost"]], ["pods"])

    def test_what_only_seems_to_be_missing_is_not_called_missing(self):
        rows = json.loads(self.ask("unused").out)
        self.assertEqual([row for row in rows if row["kind"] in ("dangling-role", "missing-subject") and "partly-" in row["object"]], [])


if __name__ == "__main__":
    cluster.main()
