"""`get` does what kubectl does for every kind of credential, for users who may do little, and with discovery of old servers."""
import os
import unittest

import cluster
from cluster import Cluster

COMMANDS = (["pods", "-A"], ["pods", "-n", "default"], ["namespaces"], ["nodes", "-o", "wide"], ["secrets", "-n", "kube-system"],
            ["clusterroles", "view"], ["deploy,svc", "-n", "default"], ["nonsense"])
EVERY = int(os.environ.get("EVERY", "1"))  # of the commands, each so many are run


class GetUsers(unittest.TestCase):
    cluster = Cluster.shared()

    def compare(self, user, *own, commands=COMMANDS):
        for words in commands[::EVERY]:
            with self.subTest(user=user, words=words):
                for _ in range(3):
                    expected = self.cluster.kubectl("get", *words, user=user)
                    found = self.cluster.wheelhouse("get", *words, *own, user=user)
                    difference = cluster.difference_of_runs(expected, found)
                    if not difference:
                        break
                self.assertIsNone(difference)

    def test_a_client_certificate_with_all_rights(self):
        self.compare("admin")

    def test_a_client_certificate_without_rights(self):
        self.compare("dev")

    def test_a_bearer_token(self):
        self.compare("token")

    def test_a_user_of_one_namespace(self):
        self.compare("viewer")

    def test_an_exec_plugin_that_is_trusted(self):
        self.compare("exec", "--trust-exec")

    def test_an_exec_plugin_that_nobody_trusts_is_not_run(self):
        found = self.cluster.wheelhouse("get", "pods", "--data-dir", self.cluster.folder + "/nothing-trusted", user="exec")
        self.assertEqual(found.code, 1, str(found))
        self.assertIn("exec-plugin", found.err)
        self.assertEqual(found.out, "")

    def test_a_token_from_a_file(self):
        self.cluster.control("token", 600)
        self.compare("token-file")

    def test_a_token_that_has_ended(self):
        self.cluster.control("token", -1)
        self.compare("token-file", commands=COMMANDS[:6])  # kubectl says it twice for two kinds, and in other words for an unknown one

    def test_discovery_as_old_servers_have_it(self):
        self.compare("legacy")


if __name__ == "__main__":
    cluster.main()
