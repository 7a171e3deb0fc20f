"""Who may not list everywhere sees what may be listed, namespace by namespace, and the server is not asked over and over."""
import time

import cluster
import live

GRANT = """
{{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {{name: pods, namespace: {namespace}}},
 rules: [{{apiGroups: [""], resources: [pods], verbs: [get, list, watch]}}]}}
---
{{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {{name: pods-{user}, namespace: {namespace}}},
 roleRef: {{apiGroup: rbac.authorization.k8s.io, kind: Role, name: pods}}, subjects: [{{apiGroup: rbac.authorization.k8s.io, kind: User, name: {user}}}]}}
---
"""
TEAMS = [f"team-{number}" for number in range(12)]
GRANTED = TEAMS[:2]
CALM_SECONDS = 10


class LiveRights(live.OnCluster):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.writer = live.Writer(cls.server, ["pods"], TEAMS, seed=7)
        cls.writer.make_namespaces()
        cls.cluster.apply("".join(GRANT.format(namespace=name, user=user) for name in GRANTED for user in ("viewer", "jane")))
        cls.writer.change(400)

    def sees(self, user, known, namespaces):
        """The user holds the pods of those namespaces, now and after changes; returns the requests of the calm time after that."""
        with live.Reflect(self.cluster.kubeconfig(user), "pods", known=known) as reflect:
            reflect.await_live()
            live.await_equal(reflect, self.server, ["pods"], namespaces=namespaces)
            self.assertGreater(reflect.state("pods")[2], 10)
            self.writer.change(400)
            live.await_equal(reflect, self.server, ["pods"], namespaces=namespaces)
            before = len(self.audit.requests("/pods"))
            time.sleep(CALM_SECONDS)  # a storm needs time to be seen
            self.assertEqual(reflect.state("pods")[:2], ("Live", True))
            return self.audit.requests("/pods")[before:]

    def test_namespaces_that_may_be_listed_are_tried_one_by_one(self):
        calm = self.sees("viewer", (), ["default", *GRANTED])
        self.assertLessEqual(len(calm), 3, calm)

    def test_a_namespace_that_is_made_later_is_shown_and_goes_when_it_is_removed(self):
        with live.Reflect(self.cluster.kubeconfig("viewer"), "pods") as reflect:
            reflect.await_live()
            late = live.Writer(self.server, ["pods"], ["late"], seed=8)
            late.make_namespaces()
            self.cluster.apply(GRANT.format(namespace="late", user="viewer"))
            late.change(40)
            live.await_equal(reflect, self.server, ["pods"], namespaces=["default", *GRANTED, "late"])
            self.assertTrue(any(row.startswith("late/") for row in reflect.ask("dump", "pods")))
            self.assertEqual(reflect.state("pods")[:2], ("Live", True))
            self.cluster.kubectl("delete", "namespace", "late", "--wait=false")
            live.await_equal(reflect, self.server, ["pods"], namespaces=["default", *GRANTED])
            self.assertEqual(reflect.state("pods")[:2], ("Live", True))

    def test_known_namespaces_are_tried_when_they_may_not_be_listed(self):
        calm = self.sees("dev", GRANTED, GRANTED)
        self.assertLessEqual(len(calm), 3, calm)

    def test_a_known_namespace_without_rights_does_not_hide_the_others(self):
        calm = self.sees("dev", [*GRANTED, TEAMS[5]], GRANTED)
        self.assertLessEqual(len(calm), 3, calm)

    def test_who_may_list_but_not_watch_sees_the_rows_of_the_last_listing(self):
        self.cluster.kubectl("create", "clusterrole", "services-lister", "--verb=list", "--resource=services")
        self.cluster.kubectl("create", "clusterrolebinding", "services-lister", "--clusterrole=services-lister", "--user=jane")
        with live.Reflect(self.cluster.kubeconfig("dev"), "services") as reflect:
            live.await_true(lambda: reflect.state("services")[:3] == ("Polling", True, 1), 60, lambda: reflect.state("services"))
            self.assertTrue(reflect.ask("dump", "services")[0].startswith("default/kubernetes "))

    def test_nothing_allowed_is_said_with_the_servers_words(self):
        with live.Reflect(self.cluster.kubeconfig("dev"), "configmaps", "pods") as reflect:
            for kind in ("configmaps", "pods"):
                live.await_true(lambda: reflect.state(kind)[3] == "Forbidden", 60, lambda: reflect.state(kind))
                phase, complete, rows, _, message = reflect.state(kind)
                self.assertEqual((phase, complete, rows), ("Connecting", False, 0))
                self.assertIn(f'User "jane" cannot list resource "{kind}"', message)
            before = len(self.audit.requests())
            time.sleep(CALM_SECONDS)
            self.assertLessEqual(len(self.audit.requests()) - before, 12, self.audit.requests()[before:])


if __name__ == "__main__":
    cluster.main()
