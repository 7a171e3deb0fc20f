"""Many watches share few HTTP/2 connections, and what a person waits for has one of its own."""
import cluster
import live

STREAMS = 80        # of one connection
OWN_WATCHES = 2     # of a session: custom resource definitions and API services
WATCHES = 100
BIG = 900_000


class LiveConnections(live.OnCluster):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.spaces = [f"space-{number}" for number in range(WATCHES)]
        for name in cls.spaces:
            cls.server.must("POST", "/api/v1/namespaces", {"metadata": {"name": name}})
        cls.server.must("POST", "/api/v1/namespaces/default/configmaps", {"metadata": {"name": "big"}, "data": {"x": "x" * BIG}})
        cls.server.must("POST", "/apis/example.com/v1/namespaces/default/boats",
                        {"apiVersion": "example.com/v1", "kind": "Boat", "metadata": {"name": "big"}, "spec": {"captain": "x" * BIG}})

    def watched(self, relay, reflect, names):
        """Opens those kinds too; the connections over which the next pod of each open kind comes."""
        for name in names:
            reflect.ask("open", name)
        reflect.kinds = [*reflect.kinds, *names]
        reflect.await_live()
        before, had = list(relay.received), {kind: reflect.state(kind)[2] for kind in reflect.kinds}
        for kind in reflect.kinds:
            pod = {"metadata": {"generateName": "p-"}, "spec": {"containers": [{"name": "c", "image": "x"}]}}
            self.server.must("POST", f"/api/v1/namespaces/{kind.split('@')[1]}/pods", pod)
        live.await_true(lambda: all(reflect.state(kind)[2] == had[kind] + 1 for kind in reflect.kinds), 60, lambda: "rows are missing")
        return self.grown(relay, before, 1)

    @staticmethod
    def grown(relay, before, by):
        """The connections over which at least that many bytes came since then."""
        return {number for number, size in enumerate(relay.received) if size - (before[number] if number < len(before) else 0) >= by}

    def asked(self, relay, reflect):
        """The connection over which a person's answer comes."""
        before = list(relay.received)
        self.assertGreater(int(reflect.ask("fetch", "/api/v1/namespaces/default/configmaps/big")[0]), BIG)
        return self.grown(relay, before, BIG)

    def test_a_hundred_watches_share_two_connections_and_leave_a_person_their_own(self):
        kinds = ["pods@" + name for name in self.spaces]
        with live.Relay(self.cluster) as relay, live.Reflect(relay.kubeconfig) as reflect:
            live.await_true(lambda: len(reflect.ask("kinds")) > 10, 60, lambda: "nothing is discovered")
            asked = self.asked(relay, reflect)
            # Discovery may still speak to the person's connection while the first watches begin.
            first = self.watched(relay, reflect, kinds[:STREAMS - OWN_WATCHES]) - asked
            both = self.watched(relay, reflect, kinds[STREAMS - OWN_WATCHES:]) - asked
            self.assertEqual((len(first), len(both)), (1, 2))
            self.assertTrue(first < both)
            self.assertEqual(self.watched(relay, reflect, []), both)
            self.assertEqual(self.asked(relay, reflect) & both, set(), "a person waits on a connection of watches")
            self.assertLessEqual(len(relay.received), 3)

            before = list(relay.received)
            reflect.ask("open", "boats.example.com")
            reflect.kinds = ["boats.example.com"]
            reflect.await_live()
            self.assertEqual(len(self.grown(relay, before, BIG) & both), 1, "a list came over the connection of a person")


if __name__ == "__main__":
    cluster.main()
