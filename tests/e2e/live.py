"""What the drivers of live collections share: the program `reflect`, a writer of random changes, and a relay that can be cut."""
import contextlib
import http.client
import json
import os
import random
import socket
import ssl
import tempfile
import threading
import time
import unittest

import cluster
from driven import Driven

REFLECT = os.environ.get("REFLECT", os.path.join(cluster.ROOT, "build", "tests", "e2e", "reflect"))
PATHS = {"pods": "/api/v1{}/pods", "configmaps": "/api/v1{}/configmaps", "boats.example.com": "/apis/example.com/v1{}/boats"}
BOATS = """
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: boats.example.com}
spec:
  group: example.com
  scope: Namespaced
  names: {plural: boats, singular: boat, kind: Boat, shortNames: [bo]}
  versions:
  - name: v1
    served: true
    storage: true
    schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
    additionalPrinterColumns: [{name: Captain, type: string, jsonPath: .spec.captain}]
"""


class Reflect(Driven):
    """The running program `reflect`; it ends with the block that holds it."""

    def __init__(self, kubeconfig, *kinds, known=(), namespace=""):
        super().__init__(REFLECT, "--kubeconfig", kubeconfig, "--namespace", namespace, "--known-namespaces", ",".join(known), *kinds, NO_PROXY="*")
        self.kinds = kinds

    def state(self, kind):
        """Phase, whether a complete list was seen, number of rows, kind of the error or "-", its message."""
        phase, complete, rows, error, *message = self.ask("state", kind)[0].split(" ", 4)
        return phase, complete == "complete", int(rows), error, "".join(message)

    def await_live(self, seconds=60):
        await_true(lambda: all(self.state(kind)[:2] == ("Live", True) for kind in self.kinds), seconds,
                   lambda: {kind: self.state(kind) for kind in self.kinds})


class Server:
    """Requests of an administrator, or of whom the token names, over one kept connection per thread: kubectl is too slow for many."""

    def __init__(self, of, token="admin-token"):
        self.token = token
        self.port = int(of.setting("PORT"))
        self.tls = ssl.create_default_context(cafile=os.path.join(of.folder, "pki", "ca.crt"))
        self.kept = threading.local()

    def send(self, method, path, body=None, content="application/json"):
        """The status of the answer and its JSON."""
        status, answer = self.exchange(method, path, body, content)
        return status, json.loads(answer)

    def metrics(self):
        """The lines of what the server counts."""
        return self.exchange("GET", "/metrics")[1].decode().splitlines()

    def exchange(self, method, path, body=None, content="application/json"):
        """The status of the answer and its bytes. A connection that was idle for long is not used again: the server may have closed it."""
        if time.monotonic() - getattr(self.kept, "used", 0) > 10:
            self.close()
            self.kept.connection = http.client.HTTPSConnection("127.0.0.1", self.port, context=self.tls, timeout=60)
        self.kept.used = time.monotonic()
        headers = {"Authorization": "Bearer " + self.token, "Content-Type": content}
        self.kept.connection.request(method, path, None if body is None else json.dumps(body), headers)
        answer = self.kept.connection.getresponse()
        return answer.status, answer.read()

    def close(self):
        """The connection of this thread."""
        if hasattr(self.kept, "connection"):
            self.kept.connection.close()

    def must(self, method, path, body=None, content="application/json"):
        status, answer = self.send(method, path, body, content)
        if status >= 300 and status != 409:
            raise AssertionError(f"{method} {path}: {status} {answer}")
        return answer

    def rows(self, kind, namespaces=None):
        """What `dump` must say: every object of the kind, or those of some namespaces."""
        items = []
        for place in ([""] if namespaces is None else ["/namespaces/" + name for name in namespaces]):
            items += self.must("GET", PATHS[kind].format(place))["items"]
        return sorted("{namespace}/{name} {uid} {resourceVersion}".format(**item["metadata"]) for item in items)


def await_true(condition, seconds, explain):
    """Until the condition holds; explain() says why it does not."""
    try:
        cluster.await_true(condition, seconds)
    except AssertionError:
        raise AssertionError(f"not within {seconds} s: {explain()}") from None


def difference(one, other):
    """Some rows that only one of two dumps has."""
    return sorted(set(one) ^ set(other))[:6]


def await_equal(reflect, server, kinds, seconds=60, namespaces=None):
    """Until what reflect holds equals what the server lists: names, uids and resourceVersions."""
    for kind in kinds:
        await_true(lambda: reflect.ask("dump", kind) == server.rows(kind, namespaces), seconds,
                   lambda: f"{kind}: {difference(reflect.ask('dump', kind), server.rows(kind, namespaces))} {reflect.state(kind)}")


class Writer:
    """Creates, patches and deletes objects at random. A share of the names belongs to each thread, so that the seed decides everything
    but the order among threads."""
    THREADS = 8

    def __init__(self, server, kinds, namespaces, seed):
        self.server, self.kinds, self.namespaces, self.seed = server, kinds, namespaces, seed
        self.alive = [[] for _ in range(self.THREADS)]
        self.counts = {"POST": 0, "PATCH": 0, "DELETE": 0}

    def make_namespaces(self):
        for name in self.namespaces:
            self.server.must("POST", "/api/v1/namespaces", {"metadata": {"name": name}})

    def change(self, count):
        """That many changes; an error of one ends all."""
        failures = []

        def work(thread):
            try:
                self._work(thread, count // self.THREADS)
            except Exception as error:
                failures.append(error)
            finally:
                self.server.close()

        threads = [threading.Thread(target=work, args=(number,)) for number in range(self.THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.seed += 1
        if failures:
            raise failures[0]

    def _work(self, thread, count):
        chance, alive = random.Random(f"{self.seed} {thread}"), self.alive[thread]
        for number in range(count):
            draw = chance.random()
            if not alive or draw < 0.4:
                created = self._create(chance, thread, number)
                if created not in alive:
                    alive.append(created)
                continue
            path, name = chance.choice(alive)
            if draw < 0.75:
                self._count("PATCH", f"{path}/{name}", {"metadata": {"labels": {"turn": f"{self.seed}-{number}"}}}, "application/merge-patch+json")
            else:
                self._count("DELETE", f"{path}/{name}?gracePeriodSeconds=0")
                alive.remove((path, name))

    def _count(self, method, *arguments):
        self.counts[method] += 1
        self.server.must(method, *arguments)

    def _create(self, chance, thread, number):
        kind, namespace = chance.choice(self.kinds), chance.choice(self.namespaces)
        path, name = PATHS[kind].format("/namespaces/" + namespace), f"t{thread}-{chance.randrange(400)}"
        self._count("POST", path, {"metadata": {"name": name}, **BODIES[kind](number)})
        return path, name


BODIES = {
    "pods": lambda number: {"spec": {"containers": [{"name": "c", "image": f"example.com/image:{number}"}], "terminationGracePeriodSeconds": 0}},
    "configmaps": lambda number: {"data": {"number": str(number), "text": "x" * (number % 300)}},
    "boats.example.com": lambda number: {"apiVersion": "example.com/v1", "kind": "Boat", "spec": {"captain": f"captain {number}"}},
}


class Relay:
    """Passes connections on to the API server of a cluster, until it is told to cut them. kubeconfig() names it as the server."""

    def __init__(self, of, user="token"):
        self.target = int(of.setting("PORT"))
        self.listener, self.port, self.pairs, self.era = None, 0, [], 0
        self.received = []  # bytes of the server, for each connection in the order they came
        self.lock = threading.Lock()
        self.open()
        with open(of.kubeconfig(user)) as file:
            text = file.read().replace(f"127.0.0.1:{self.target}", f"127.0.0.1:{self.port}")
        self.kubeconfig = os.path.join(of.folder, f"relay-{self.port}.kubeconfig")
        with open(self.kubeconfig, "w") as file:
            file.write(text)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.cut()

    def open(self):
        """Accepts connections (again, at the same port)."""
        self.listener = socket.create_server(("127.0.0.1", self.port), reuse_port=False)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, args=(self.listener,), daemon=True).start()

    def cut(self):
        """Breaks all connections and refuses new ones."""
        with contextlib.suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        with self.lock:
            ends, self.pairs = self.pairs, []
        for end in ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def forget(self):
        """Swallows what goes over the connections that there are, as a router does after a long sleep; new ones work."""
        self.era += 1

    def _accept(self, listener):
        while True:
            try:
                near, _ = listener.accept()
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                return
            with self.lock:
                self.pairs += [near, far]
                self.received.append(0)
                number = len(self.received) - 1
            for source, sink, count in ((near, far, None), (far, near, number)):
                threading.Thread(target=self._pump, args=(source, sink, self.era, count), daemon=True).start()

    def _pump(self, source, sink, era, count):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if count is not None:
                    self.received[count] += len(data)
                if era == self.era:
                    sink.sendall(data)
        for end in (source, sink):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


class Audit:
    """The server's own record of reads. flags() goes into API_FLAGS; it must exist before the server starts."""
    POLICY = """
apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [ResponseStarted, ResponseComplete, Panic]
rules: [{level: Metadata, verbs: [list, watch]}, {level: None}]
"""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="wheelhouse-audit-")
        with open(os.path.join(self.folder.name, "policy.yaml"), "w") as file:
            file.write(self.POLICY)

    def flags(self):
        return f"--audit-policy-file={self.folder.name}/policy.yaml --audit-log-path={self.folder.name}/audit.log"

    def requests(self, words=""):
        """The URIs, in order, of all list and watch requests of our program whose URI holds the words."""
        found = []
        with open(os.path.join(self.folder.name, "audit.log")) as file:
            for line in file:
                if not line.endswith("\n"):
                    break
                entry = json.loads(line)
                if entry.get("userAgent", "").startswith("wheelhouse/") and words in entry["requestURI"]:
                    found.append(entry["requestURI"])
        return found


@contextlib.contextmanager
def own_cluster(flags="", audit=None):
    """A cluster where pods need no ServiceAccount and only namespaces and CRDs are acted on; with boats, and the record of its reads as audit."""
    cluster.Cluster.shared()  # skipped where no cluster can be had
    audit = audit or Audit()
    programs = cluster.Cluster.own(API_FLAGS=f"--disable-admission-plugins=ServiceAccount {audit.flags()} {flags}",
                                   CONTROLLER_FLAGS="--controllers=namespace-controller", SCHEDULER="none")
    with programs as own:
        own.audit = audit
        own.apply(BOATS)
        established = own.kubectl("wait", "--for=condition=Established", "crd/boats.example.com")
        if established.code != 0:
            raise AssertionError(str(established))
        yield own


class OnCluster(unittest.TestCase):
    """Tests on a cluster of their class alone; a module may keep one for several classes instead."""

    @classmethod
    def setUpClass(cls):
        cls.cluster = cls.enter_cluster()
        cls.audit = cls.cluster.audit
        cls.server = Server(cls.cluster)

    @classmethod
    def enter_cluster(cls):
        return cls.enterClassContext(own_cluster())
