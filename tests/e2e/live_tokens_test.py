"""Tokens that run out by the passing of time, while rows change and are watched: they are renewed, and no row is lost."""
import contextlib
import datetime
import json
import os
import threading

import cluster
import live

KINDS = ["pods", "configmaps", "boats.example.com"]
LATER_KINDS = ["secrets", "services", "leases"]
LIFE_SECONDS = 20  # time enough for all to be live with it


class LiveTokens(live.OnCluster):
    USERS = ("token-file", "timeless", "timed")  # the plugin of the last says when its token ends

    @classmethod
    def setUpClass(cls):
        """All users watch, changes go on, the first token of all of them runs out, and another one can be had."""
        super().setUpClass()
        cls.writer = live.Writer(cls.server, KINDS, ["one", "two"], seed=9)
        cls.writer.make_namespaces()
        cls.writer.change(200)
        for user in cls.USERS:
            if user != "token-file":
                cls.make_plugin(user)
        first = cls.hand_out(LIFE_SECONDS)
        cls.reflects = {user: cls.enterClassContext(live.Reflect(cls.cluster.kubeconfig(user), *KINDS)) for user in cls.USERS}
        for reflect in cls.reflects.values():
            reflect.await_live()
        with cls.changes_meanwhile():
            cls.await_end(first)
        cls.hand_out(3600)

    @classmethod
    def file(cls, *parts):
        return os.path.join(cls.cluster.folder, *parts)

    @classmethod
    def write(cls, path, text):
        with open(path + ".new", "w") as file:
            file.write(text)
        os.rename(path + ".new", path)

    @classmethod
    def make_plugin(cls, user):
        """A user whose plugin hands out what stands in a file, and counts its runs."""
        cls.write(cls.file(f"{user}.sh"), f"#!/bin/sh\necho run >> {cls.file(user + '.runs')}\ncat {cls.file(user + '.json')}\n")
        os.chmod(cls.file(f"{user}.sh"), 0o700)
        with open(cls.cluster.kubeconfig("exec")) as old:
            cls.write(cls.cluster.kubeconfig(user), old.read().replace(cls.file("exec-plugin"), cls.file(f"{user}.sh")))

    @classmethod
    def hand_out(cls, seconds):
        """A token that ends after that time, for whoever asks from now on."""
        cls.cluster.control("token", seconds)
        with open(cls.file("pki", "token")) as file:
            token = file.read().strip()
        end = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
        for user, times in (("timeless", {}), ("timed", {"expirationTimestamp": end.strftime("%Y-%m-%dT%H:%M:%SZ")})):
            status = {"token": token, **times}
            cls.write(cls.file(f"{user}.json"), json.dumps({"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential", "status": status}))
        with contextlib.closing(live.Server(cls.cluster, token)) as bearer:
            cluster.await_true(lambda: bearer.send("GET", "/api/v1/namespaces")[0] == 200, LIFE_SECONDS, "the token is good")
        return token

    @classmethod
    def await_end(cls, token):
        """Until the server refuses the token."""
        with contextlib.closing(live.Server(cls.cluster, token)) as bearer:
            cluster.await_true(lambda: bearer.send("GET", "/api")[0] == 401, LIFE_SECONDS + 60, "the token is refused")

    @classmethod
    @contextlib.contextmanager
    def changes_meanwhile(cls):
        failures = []

        def change():
            try:
                cls.writer.change(600)
            except Exception as error:
                failures.append(error)

        thread = threading.Thread(target=change)
        thread.start()
        yield
        thread.join()
        if failures:
            raise failures[0]

    def refusals(self):
        """How many requests the server refused so far because of their credentials."""
        lines = [line for line in self.server.metrics() if line.startswith('authentication_attempts{result="error"}')]
        return sum(float(line.split()[-1]) for line in lines)

    def goes_on(self, user):
        """The user's watches and further kinds are live after the first token; returns how often the server refused the program for that."""
        reflect, before = self.reflects[user], self.refusals()
        with self.changes_meanwhile():
            for kind in LATER_KINDS:  # a refusal of their first request ends every watch on the same connection
                reflect.ask("open", kind)
            reflect.kinds = KINDS + LATER_KINDS
            reflect.await_live()
        live.await_equal(reflect, self.server, KINDS)
        return self.refusals() - before

    def plugin_runs(self, user):
        with open(self.file(user + ".runs")) as file:
            return len(file.readlines())

    def test_a_token_file_is_read_again_when_its_token_is_refused(self):
        self.assertLessEqual(self.goes_on("token-file"), 2 * len(KINDS + LATER_KINDS))

    def test_a_plugin_is_run_once_more_when_its_token_is_refused(self):
        self.assertGreater(self.goes_on("timeless"), 0)
        self.assertEqual(self.plugin_runs("timeless"), 2)

    def test_a_plugin_that_says_when_its_token_ends_is_run_before_the_server_refuses(self):
        self.assertEqual(self.goes_on("timed"), 0)
        self.assertEqual(self.plugin_runs("timed"), 2)


if __name__ == "__main__":
    cluster.main()
