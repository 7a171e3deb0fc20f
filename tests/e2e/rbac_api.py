"""What the drivers about access share: plain requests to the API server with a bearer token, several at once."""
import base64
import concurrent.futures
import contextlib
import http.client
import json
import os
import ssl
import threading
import time

import cluster

RBAC = "/apis/rbac.authorization.k8s.io/v1"
REVIEWS = "/apis/authorization.k8s.io/v1/subjectaccessreviews"
KINDS = {"Role": "roles", "ClusterRole": "clusterroles", "RoleBinding": "rolebindings", "ClusterRoleBinding": "clusterrolebindings"}


def path_of(item):
    """The collection an RBAC object lives in."""
    namespace = item["metadata"].get("namespace")
    return RBAC + (f"/namespaces/{namespace}" if namespace else "") + "/" + KINDS[item["kind"]]


def is_aggregated(roles):
    """Whether the controller has nothing left to write: each aggregated role has the rules of those it selects."""
    def key(rule):
        return json.dumps(rule, sort_keys=True)
    for role in roles:
        if "aggregationRule" not in role:
            continue
        wanted = set()
        for selector in role["aggregationRule"]["clusterRoleSelectors"]:
            for other in roles:
                labels = other["metadata"].get("labels", {})
                if other is not role and all(labels.get(name) == value for name, value in selector.get("matchLabels", {}).items()):
                    wanted |= {key(rule) for rule in other.get("rules") or []}
        if wanted != {key(rule) for rule in role.get("rules") or []}:
            return False
    return True


def await_(condition, what):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.01)


@contextlib.contextmanager
def own_cluster():
    """A cluster where only what writes RBAC objects is at work."""
    cluster.Cluster.shared()  # skipped where no cluster can be had
    with cluster.Cluster.own(CONTROLLER_FLAGS="--controllers=clusterrole-aggregation-controller", SCHEDULER="none") as own:
        yield own


class Api:
    """Keeps one connection per thread; nothing is tried again but a broken connection."""

    def __init__(self, target, threads=6):
        run = target.kubectl("config", "view", "--raw", "-o", "json", user="token")
        config = json.loads(run.out)
        server = config["clusters"][0]["cluster"]
        self.host = server["server"].removeprefix("https://")
        self.token = config["users"][0]["user"]["token"]
        authority = server.get("certificate-authority-data")
        data = base64.b64decode(authority).decode() if authority else open(os.path.join(target.folder, server["certificate-authority"])).read()
        self.tls = ssl.create_default_context(cadata=data)
        self.local = threading.local()
        self.pool = concurrent.futures.ThreadPoolExecutor(threads)
        self.settled = 0

    def call(self, method, path, body=None, headers=None):
        """Returns the status code and the parsed answer."""
        for last in (False, True):
            if not getattr(self.local, "connection", None):
                self.local.connection = http.client.HTTPSConnection(self.host, context=self.tls, timeout=60)
            try:
                self.local.connection.request(method, path, json.dumps(body) if body is not None else None,
                                              {"Authorization": "Bearer " + self.token, "Content-Type": "application/json", **(headers or {})})
                answer = self.local.connection.getresponse()
                return answer.status, json.loads(answer.read() or b"null")
            except (OSError, http.client.HTTPException):
                self.local.connection = None
                if last:
                    raise

    def get(self, path):
        status, answer = self.call("GET", path)
        assert status == 200, answer
        return answer

    def create(self, path, item):
        status, answer = self.call("POST", path, item)
        assert status in (200, 201), (status, answer, item)
        return answer

    def create_all(self, items):
        list(self.pool.map(lambda item: self.create(path_of(item), item), items))

    def review(self, request):
        """The server's answer to a request in the words of "rbac check"."""
        spec = {"user": request["user"], "groups": request["groups"]}
        if request.get("nonResourceURL"):
            spec["nonResourceAttributes"] = {"path": request["nonResourceURL"], "verb": request["verb"]}
        else:
            spec["resourceAttributes"] = {"verb": request["verb"], "group": request["apiGroup"], "resource": request["resource"], "subresource": request["subresource"],
                                          "name": request["name"], "namespace": request["namespace"]}
        status, answer = self.call("POST", REVIEWS, {"apiVersion": "authorization.k8s.io/v1", "kind": "SubjectAccessReview", "spec": spec})
        assert status == 201, (status, answer, spec)
        return answer["status"]

    def reviews(self, requests):
        return list(self.pool.map(self.review, requests))

    def write(self, item):
        """Makes the object, or puts it in the place of the one with its name."""
        status, answer = self.call("PUT", f"{path_of(item)}/{item['metadata']['name']}", item)
        assert status in (200, 201), (status, answer, item)

    def settle(self):
        """Waits until the server decides by everything that was written (S8): each cache has the last of a row of its writes, and no
        controller changes an aggregated role any more."""
        await_(lambda: is_aggregated(self.get(RBAC + "/clusterroles")["items"]), "the aggregated roles do not settle")
        self.settled += 1
        objects, questions = [], []
        for kind, place in (("Role", {"namespace": "default"}), ("ClusterRole", {})):
            name, user, thing = {"name": "settled", **place}, f"settled-{kind}-{self.settled}", f"things-{self.settled}"
            objects += [{"kind": kind, "metadata": name, "rules": [{"verbs": ["get"], "apiGroups": ["settled.test"], "resources": [thing]}]},
                        {"kind": kind + "Binding", "metadata": name, "roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": kind, "name": "settled"},
                         "subjects": [{"kind": "User", "apiGroup": "rbac.authorization.k8s.io", "name": user}]}]
            questions.append({"user": user, "groups": [], "verb": "get", "apiGroup": "settled.test", "resource": thing, "subresource": "", "name": "x",
                              "namespace": place.get("namespace", "")})
        for item in objects:
            self.write(item)
        await_(lambda: all(answer["allowed"] for answer in self.reviews(questions)), "the caches do not settle")

    def rbac_objects(self):
        """Everything the server has, as a List with kinds."""
        items = []
        for kind, plural in KINDS.items():
            items += [{"apiVersion": "rbac.authorization.k8s.io/v1", "kind": kind, **item} for item in self.get(f"{RBAC}/{plural}")["items"]]
        return {"apiVersion": "v1", "kind": "List", "items": items}


def program_json(target, *arguments, user="admin"):
    """What the program under test prints as JSON, and its exit code."""
    run = target.wheelhouse(*arguments, user=user)
    assert run.code in (0, 1) and run.out, str(run)
    return json.loads(run.out), run.code


__all__ = ["Api", "cluster", "program_json", "path_of", "RBAC", "KINDS"]
