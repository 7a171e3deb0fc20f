"""Tokens that run out by the passing of time, while rows change and are watched: they are renewed, and no row is lost."""
import contextlib
import datetime
import json
import os
import threading
import unittest

import cluster
import live

KINDS = ["pods", "configmaps", "boats.example.com"]
LATER_KINDS = ["secrets", "services", "leases"]
LIFE_SECONDS = 12


class LiveTokens(unittest.TestCase):
    FLAGS = ""  # of the API server

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enterClassContext(live.own_cluster(cls.FLAGS))
        cls.writer = live.Writer(live.Server(cls.cluster), KINDS, ["one", "two"], seed=9)
        cls.writer.make_namespaces()
        cls.writer.change(200)

    def file(self, *parts):
        return os.path.join(self.cluster.folder, *parts)

    def write(self, path, text):
        with open(path + ".new", "w") as file:
            file.write(text)
        os.rename(path + ".new", path)

    def new_token(self, seconds):
        self.cluster.control("token", seconds)
        with open(self.file("pki", "token")) as file:
            return file.read().strip()

    def await_end(self, token):
        """Until the server refuses the token."""
        bare = self.file("bare.kubeconfig")
        with open(self.cluster.kubeconfig("token")) as old:
            self.write(bare, old.read().replace("user: {token: admin-token}", "user: {}"))
        accepted = lambda: self.cluster.kubectl("get", "--raw", "/api", "--token", token, "--kubeconfig", bare).code == 0
        self.assertTrue(accepted(), "the token was never good")
        cluster.await_true(lambda: not accepted(), LIFE_SECONDS + 60, "the token is refused")

    def refusals(self):
        """How many requests the server refused so far because of their credentials."""
        metrics = self.cluster.kubectl("get", "--raw", "/metrics").out
        lines = [line for line in metrics.splitlines() if line.startswith('authentication_attempts{result="error"}')]
        return sum(float(line.split()[-1]) for line in lines)

    @contextlib.contextmanager
    def changes_meanwhile(self):
        failures = []

        def change():
            try:
                self.writer.change(1200)
            except Exception as error:
                failures.append(error)

        thread = threading.Thread(target=change)
        thread.start()
        yield
        thread.join()
        self.assertEqual(failures, [])

    def goes_on(self, user, give):
        """The user's first token runs out under the watches; give(token, seconds) hands a token to whom the program asks for it. Returns
        how often the server refused the program after that."""
        first = self.new_token(LIFE_SECONDS)
        give(first, LIFE_SECONDS)
        with live.Reflect(self.cluster.kubeconfig(user), *KINDS) as reflect, self.changes_meanwhile():
            reflect.await_live()
            self.await_end(first)
            give(self.new_token(3600), 3600)
            before = self.refusals()
            for kind in LATER_KINDS:  # a refusal of their first request ends every watch on the same connection
                reflect.ask("open", kind)
            reflect.kinds = KINDS + LATER_KINDS
            reflect.await_live()
            live.await_equal(reflect, self.writer.server, KINDS)
            refused = self.refusals() - before
        return refused

    def plugin(self, name, times):
        """A user whose plugin hands out what stands in a file, with the time when it ends or without; and how to fill that file."""
        credential, runs = self.file(f"{name}.json"), self.file(f"{name}.runs")
        self.write(self.file(f"{name}.sh"), f"#!/bin/sh\necho run >> {runs}\ncat {credential}\n")
        os.chmod(self.file(f"{name}.sh"), 0o700)
        with open(self.cluster.kubeconfig("exec")) as old:
            self.write(self.cluster.kubeconfig(name), old.read().replace(self.file("exec-plugin"), self.file(f"{name}.sh")))

        def give(token, seconds):
            end = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
            status = {"token": token, **({"expirationTimestamp": end.strftime("%Y-%m-%dT%H:%M:%SZ")} if times else {})}
            self.write(credential, json.dumps({"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": status}))
        return give, runs

    def test_a_token_file_is_read_again_when_its_token_is_refused(self):
        self.assertLessEqual(self.goes_on("token-file", lambda token, seconds: None), 2 * len(KINDS + LATER_KINDS))

    def test_a_plugin_is_run_once_more_when_its_token_is_refused(self):
        give, runs = self.plugin("timeless", times=False)
        self.assertGreater(self.goes_on("timeless", give), 0)
        with open(runs) as file:
            self.assertEqual(len(file.readlines()), 2)

    def test_a_plugin_that_says_when_its_token_ends_is_run_before_the_server_refuses(self):
        give, runs = self.plugin("timed", times=True)
        self.assertEqual(self.goes_on("timed", give), 0)
        with open(runs) as file:
            self.assertEqual(len(file.readlines()), 2)


if __name__ == "__main__":
    cluster.main()
