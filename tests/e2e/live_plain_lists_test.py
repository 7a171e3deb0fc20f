"""A server without streaming lists is read page by page, and then watched; what else is proven of live rows holds there, too."""
import unittest

import cluster
import live
import live_changes_test
import live_interruptions_test
import live_rights_test
import live_tokens_test

PAGE = "limit=500"
KINDS = ["pods", "configmaps", "boats.example.com"]
plain = None


def setUpModule():
    global plain
    plain = unittest.enterModuleContext(live.own_cluster("--feature-gates=WatchList=false"))


class OnPlainServer:
    """Its classes come one after the other on the same cluster."""

    @classmethod
    def enter_cluster(cls):
        return plain


class LivePlainLists(OnPlainServer, live.OnCluster):
    def test_pages_and_a_watch_equal_the_server(self):
        writer = live.Writer(self.server, KINDS, ["one", "two", "three"], seed=6)
        writer.make_namespaces()
        for number in range(620):
            self.server.must("POST", live.PATHS["configmaps"].format("/namespaces/one"), {"metadata": {"name": f"page-{number}"}})
        before = len(self.audit.requests(live.PATHS["configmaps"].format("")))
        with live.Reflect(self.cluster.kubeconfig("token"), *KINDS) as reflect:
            reflect.await_live()
            self.assertGreaterEqual(reflect.state("configmaps")[2], 620)
            writer.change(1200)
            live.await_equal(reflect, self.server, KINDS)
            self.assertEqual(reflect.ask("cells", "configmaps")[0], "columns\tName\tData\tAge")
            self.assertEqual(reflect.ask("cells", "boats.example.com")[0], "columns\tName\tCaptain")
        pages = [uri for uri in self.audit.requests(live.PATHS["configmaps"].format(""))[before:] if "limit=" in uri]
        self.assertEqual(["limit=500" in pages[0], "limit=1000&continue=" in pages[1]], [True, True], pages)
        for kind in KINDS:
            last = self.audit.requests(live.PATHS[kind].format(""))[-1]
            self.assertIn("watch=1", last)
            self.assertNotIn("sendInitialEvents", last)


def without(case, *kept):
    """The tests of a case but for some, as members of a class that inherits it."""
    return {name: None for name in unittest.defaultTestLoader.getTestCaseNames(case) if name not in kept}


class PlainChanges(OnPlainServer, live_changes_test.LiveChanges):
    CHANGES = 1000
    vars().update(without(live_changes_test.LiveChanges, "test_what_is_held_equals_the_server_after_many_random_changes",
                          "test_other_printer_columns_are_shown_without_a_restart"))

    def listed(self, requests):
        """The first request of a group may still ask for a streaming list, and is refused."""
        return any(PAGE in uri for uri in requests)


class PlainInterruptions(OnPlainServer, live_interruptions_test.LiveInterruptions):
    LISTING = PAGE
    vars().update(without(live_interruptions_test.LiveInterruptions, "test_a_watch_whose_place_was_compacted_away_lists_again",
                          "test_a_server_that_was_killed_is_watched_again_when_it_is_back"))


class PlainRights(OnPlainServer, live_rights_test.LiveRights):
    vars().update(without(live_rights_test.LiveRights, "test_namespaces_that_may_be_listed_are_tried_one_by_one",
                          "test_who_may_list_but_not_watch_sees_the_rows_of_the_last_listing"))


class PlainTokens(OnPlainServer, live_tokens_test.LiveTokens):
    USERS = ("timeless",)
    vars().update(without(live_tokens_test.LiveTokens, "test_a_plugin_is_run_once_more_when_its_token_is_refused"))


if __name__ == "__main__":
    cluster.main()
