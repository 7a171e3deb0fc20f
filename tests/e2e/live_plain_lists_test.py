"""A server without streaming lists is read page by page, and then watched."""
import unittest

import cluster
import live

KINDS = ["pods", "configmaps", "boats.example.com"]


class LivePlainLists(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.audit = live.Audit()
        cls.cluster = cls.enterClassContext(live.own_cluster("--feature-gates=WatchList=false", cls.audit))
        cls.server = live.Server(cls.cluster)

    def test_pages_and_a_watch_equal_the_server(self):
        writer = live.Writer(self.server, KINDS, ["one", "two", "three"], seed=6)
        writer.make_namespaces()
        for number in range(620):
            self.server.must("POST", live.PATHS["configmaps"].format("/namespaces/one"), {"metadata": {"name": f"page-{number}"}})
        with live.Reflect(self.cluster.kubeconfig("token"), *KINDS) as reflect:
            reflect.await_live()
            self.assertGreaterEqual(reflect.state("configmaps")[2], 620)
            writer.change(1200)
            live.await_equal(reflect, self.server, KINDS)
            self.assertEqual(reflect.ask("cells", "configmaps")[0], "columns\tName\tData\tAge")
            self.assertEqual(reflect.ask("cells", "boats.example.com")[0], "columns\tName\tCaptain")
        pages = [uri for uri in self.audit.requests(live.PATHS["configmaps"].format("")) if "limit=" in uri]
        self.assertEqual(["limit=500" in pages[0], "limit=1000&continue=" in pages[1]], [True, True], pages)
        for kind in KINDS:
            last = self.audit.requests(live.PATHS[kind].format(""))[-1]
            self.assertIn("watch=1", last)
            self.assertNotIn("sendInitialEvents", last)


if __name__ == "__main__":
    cluster.main()
