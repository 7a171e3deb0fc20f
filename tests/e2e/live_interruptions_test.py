"""A connection that breaks, a server that crashes or forgets, and a credential that is refused make rows stale, never wrong or lost."""
import os
import signal
import time

import cluster
import live

KINDS = ["pods", "configmaps", "boats.example.com"]
MANY_KINDS = KINDS + ["secrets", "services", "events", "namespaces", "deployments.apps", "clusterroles", "leases"]
STOPPED_SECONDS = 13
ROBOT = """
{apiVersion: v1, kind: ServiceAccount, metadata: {name: robot, namespace: default}}
---
{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: robot},
 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}, subjects: [{kind: ServiceAccount, name: robot, namespace: default}]}
"""


class LiveInterruptions(live.OnCluster):
    LISTING = "sendInitialEvents=true"  # in the request that lists

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.writer = live.Writer(cls.server, KINDS, ["one", "two", "three"], seed=4)
        cls.writer.make_namespaces()
        cls.writer.change(300)

    def restart_server(self):
        self.cluster.control("kill", "apiserver")
        self.cluster.control("up")
        self.writer.server.close()
        self.writer.server = live.Server(self.cluster)

    def await_stale(self, reflect, kinds, rows):
        """Every kind says that it is stale and why, and nothing is taken away from it."""
        for kind in kinds:
            live.await_true(lambda: reflect.state(kind)[0] == "Stale", 60, lambda: reflect.state(kind))
            phase, complete, _, error, message = reflect.state(kind)
            self.assertTrue(complete)
            self.assertEqual(error, "Network")
            self.assertTrue(message)
            self.assertEqual(reflect.ask("dump", kind), rows[kind])

    def dumps(self, reflect, kinds):
        live.await_equal(reflect, self.writer.server, kinds)
        return {kind: reflect.ask("dump", kind) for kind in kinds}

    def test_a_watch_whose_place_was_compacted_away_lists_again(self):
        with live.Relay(self.cluster) as relay, live.Reflect(relay.kubeconfig, *KINDS) as reflect:
            reflect.await_live()
            rows = self.dumps(reflect, KINDS)
            relay.cut()
            self.await_stale(reflect, KINDS, rows)
            self.writer.change(600)
            for kind in KINDS:
                self.assertEqual(reflect.ask("dump", kind), rows[kind])
                self.assertNotEqual(self.writer.server.rows(kind), rows[kind])
            self.cluster.compact()
            self.restart_server()  # its watch cache still knew the place
            before = {kind: len(self.audit.requests(live.PATHS[kind].format(""))) for kind in KINDS}
            relay.open()
            reflect.ask("retry")
            reflect.await_live(120)
            live.await_equal(reflect, self.writer.server, KINDS)
            for kind in KINDS:
                lists = [self.LISTING in uri for uri in self.audit.requests(live.PATHS[kind].format(""))[before[kind]:]]
                self.assertFalse(lists[0], "it tries to go on where it was")
                self.assertEqual(lists[1:].count(True), 1, "it lists once when that fails")

    def test_a_connection_that_breaks_is_resumed_without_listing_again(self):
        with live.Relay(self.cluster) as relay, live.Reflect(relay.kubeconfig, *KINDS) as reflect:
            reflect.await_live()
            rows = self.dumps(reflect, KINDS)
            relay.cut()
            self.await_stale(reflect, KINDS, rows)
            self.writer.change(200)
            before = len(self.audit.requests())
            relay.open()
            reflect.await_live(120)
            live.await_equal(reflect, self.writer.server, KINDS)
            self.assertEqual([uri for uri in self.audit.requests()[before:] if "watch=1" not in uri or "sendInitialEvents" in uri], [])

    def test_a_server_that_was_killed_is_watched_again_when_it_is_back(self):
        with live.Reflect(self.cluster.kubeconfig("token"), *KINDS) as reflect:
            reflect.await_live()
            rows = self.dumps(reflect, KINDS)
            self.cluster.control("kill", "apiserver")
            self.await_stale(reflect, KINDS, rows)
            self.restart_server()
            begin = time.monotonic()
            reflect.await_live(120)
            print(f"live again {time.monotonic() - begin:.1f} s after the server", flush=True)
            self.writer.change(200)
            live.await_equal(reflect, self.writer.server, KINDS)

    def test_a_program_that_was_stopped_goes_on_where_it_was(self):
        with live.Relay(self.cluster) as relay, live.Reflect(relay.kubeconfig, *KINDS) as reflect:
            reflect.await_live()
            self.dumps(reflect, KINDS)
            before = len(self.audit.requests())
            os.kill(reflect.process.pid, signal.SIGSTOP)
            relay.forget()
            self.writer.change(200)
            time.sleep(STOPPED_SECONDS)  # a shorter stop is none
            os.kill(reflect.process.pid, signal.SIGCONT)
            live.await_equal(reflect, self.writer.server, KINDS, seconds=15)
            self.assertEqual([uri for uri in self.audit.requests()[before:] if "sendInitialEvents" in uri], [])
            self.assertEqual({reflect.state(kind)[0] for kind in KINDS}, {"Live"})

    def refused_token(self):
        """A token that works, and what makes the server refuse it."""
        self.cluster.apply(ROBOT)
        token = self.cluster.kubectl("create", "token", "robot").out.strip()
        bearer = live.Server(self.cluster, token)
        self.addCleanup(bearer.close)
        usable = lambda: bearer.send("GET", "/api/v1/namespaces")[0] == 200
        cluster.await_true(usable, 30, "the token works")

        def revoke():
            self.cluster.kubectl("delete", "serviceaccount", "robot")
            cluster.await_true(lambda: not usable(), 60, "the token is refused")
        return token, revoke

    def write(self, name, text):
        path = os.path.join(self.cluster.folder, name)
        with open(path + ".new", "w") as file:
            file.write(text + "\n")
        os.rename(path + ".new", path)

    def plugin_runs(self):
        with open(os.path.join(self.cluster.folder, "exec-plugin.runs")) as file:
            return len(file.readlines())

    def changes_token(self, user, file):
        """All kinds go on after their token is refused and another one can be had."""
        token, revoke = self.refused_token()
        self.write(file, token)
        with live.Relay(self.cluster, user) as relay, live.Reflect(relay.kubeconfig, *MANY_KINDS) as reflect:
            reflect.await_live()
            revoke()
            self.write(file, "admin-token")
            relay.cut()
            live.await_true(lambda: all(reflect.state(kind)[0] == "Stale" for kind in MANY_KINDS), 60, lambda: "not all are stale")
            self.writer.change(100)
            relay.open()
            reflect.await_live(120)
            live.await_equal(reflect, self.writer.server, KINDS)

    def test_a_refused_token_of_a_plugin_is_renewed_once_for_all_kinds(self):
        self.changes_token("exec", "exec-token")
        self.assertEqual(self.plugin_runs(), 2)

    def test_a_refused_token_of_a_file_is_read_again(self):
        self.changes_token("token-file", os.path.join("pki", "token"))


if __name__ == "__main__":
    cluster.main()
