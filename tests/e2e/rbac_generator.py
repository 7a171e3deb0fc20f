"""Makes clusters and requests by chance, from a seed: every construct that a server stores, and questions near what it grants."""
import random

NAMESPACES = ["a", "ab", "dev", "devops", "kube-system"]
ACCOUNTS = ["ci", "ci2", "default", "web"]
USERS = ["ann", "Ann", "bob", "*", "dev:ci", "system:serviceaccount:dev:ci", "system:node:n1", "system:anonymous", "x y"]
GROUPS = ["dev", "devops", "*", "system:authenticated", "system:unauthenticated", "system:serviceaccounts", "system:serviceaccounts:dev", "system:serviceaccounts:a",
          "system:serviceaccount:dev", "system:masters", "system:nodes", "team/a"]
VERBS = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection", "*", "bind", "escalate", "impersonate", "impersonate:user-info", "approve", "Get", "get*"]
API_GROUPS = ["", "apps", "extensions", "batch", "rbac.authorization.k8s.io", "*", "core", "v1", "*.k8s.io", "authentication.k8s.io"]
RESOURCES = ["pods", "pods/log", "pods/exec", "pods/*", "*", "*/*", "*/scale", "*/log", "*/autoscale", "secrets", "deployments", "deployments/scale", "deployments/status",
             "nodes", "namespaces", "users", "pod", "po", "Pods", "deployments.apps", "roles", "*/", "/log"]
NAMES = ["x", "y", "xy", "*", "", "web-1"]
URLS = ["*", "/metrics", "/metrics/", "/foo/*", "/foo*", "/foo/***", "/*", "/*/bar", "/healthz", "/version", "/a/b/c"]
PATHS = ["/metrics", "/metrics/", "/foo", "/foo/", "/foo/bar", "/foobar", "/fo", "/x/bar", "/*/bar", "/healthz", "/version", "/version/", "/a/b/c", "/a/b/c/d", "/", "*", "/foo/*"]
URL_VERBS = ["get", "head", "post", "*", "GET", "put"]
GROUP = "rbac.authorization.k8s.io"


def some(chance, words, most=3):
    return chance.sample(words, chance.randint(1, min(most, len(words))))


def resource_rule(chance):
    rule = {"verbs": some(chance, VERBS), "apiGroups": some(chance, API_GROUPS), "resources": some(chance, RESOURCES, 4)}
    if chance.random() < 0.3:
        rule["resourceNames"] = some(chance, NAMES)
    return rule


def rule(chance, urls):
    if urls and chance.random() < 0.25:
        return {"verbs": some(chance, URL_VERBS), "nonResourceURLs": some(chance, URLS)}
    return resource_rule(chance)


def role(chance, number):
    if chance.random() < 0.5:
        namespace = chance.choice(NAMESPACES)
        return {"apiVersion": GROUP + "/v1", "kind": "Role", "metadata": {"namespace": namespace, "name": f"r{number % 12}"}, "rules": [rule(chance, False) for _ in range(chance.randint(0, 4))]}
    made = {"apiVersion": GROUP + "/v1", "kind": "ClusterRole", "metadata": {"name": f"r{number % 60}", "labels": {"part": chance.choice("abc")}},
            "rules": [rule(chance, True) for _ in range(chance.randint(0, 4))]}
    if chance.random() < 0.15:
        made["aggregationRule"] = {"clusterRoleSelectors": [{"matchLabels": {"part": chance.choice("abc")}}]}
    return made


def subject(chance, in_namespace):
    kind = chance.choice(["User", "Group", "ServiceAccount"])
    if kind == "User":
        return {"kind": kind, "apiGroup": GROUP, "name": chance.choice(USERS)}
    if kind == "Group":
        # Whoever may do everything by a binding makes every other answer the same.
        return {"kind": kind, "apiGroup": GROUP, "name": chance.choice([g for g in GROUPS if g not in ("system:authenticated",) or chance.random() < 0.3])}
    made = {"kind": kind, "name": chance.choice(ACCOUNTS)}
    if not in_namespace or chance.random() < 0.7:
        made["namespace"] = chance.choice(NAMESPACES)
    return made


def binding(chance, number):
    in_namespace = chance.random() < 0.75
    role_kind = chance.choice(["Role", "ClusterRole"]) if in_namespace else "ClusterRole"
    target = f"r{chance.randrange(14)}" if role_kind == "Role" else chance.choice([f"r{chance.randrange(64)}", "view", "edit", "admin", "missing"])
    metadata = {"name": f"b{number}"}
    if in_namespace:
        metadata["namespace"] = chance.choice(NAMESPACES)
    return {"apiVersion": GROUP + "/v1", "kind": "RoleBinding" if in_namespace else "ClusterRoleBinding", "metadata": metadata,
            "roleRef": {"apiGroup": GROUP, "kind": role_kind, "name": target}, "subjects": [subject(chance, in_namespace) for _ in range(chance.randint(0, 3))]}


def unique(items):
    return list({(item["kind"], item["metadata"].get("namespace"), item["metadata"]["name"]): item for item in items}.values())


def objects(chance, roles=90, bindings=110):
    return unique([role(chance, number) for number in range(roles)]), unique([binding(chance, number) for number in range(bindings)])


def identity(chance):
    """A name and groups as a client would send them, or as nobody would."""
    pick = chance.random()
    if pick < 0.4:
        namespace, name = chance.choice(NAMESPACES), chance.choice(ACCOUNTS)
        groups = ["system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"]
        return {"user": f"system:serviceaccount:{namespace}:{name}", "groups": groups if chance.random() < 0.7 else chance.sample(groups, chance.randint(0, 2))}
    groups = chance.sample([g for g in GROUPS if g != "system:masters" or chance.random() < 0.2], chance.randint(0, 2))
    user = chance.choice(USERS) if pick < 0.95 or not groups else ""
    return {"user": user, "groups": groups}


def identity_of(chance, subject_, namespace):
    if subject_["kind"] == "User":
        return {"user": subject_["name"], "groups": []}
    if subject_["kind"] == "Group":
        return {"user": chance.choice(USERS[:3]), "groups": [subject_["name"]]}
    return {"user": f"system:serviceaccount:{subject_.get('namespace', namespace)}:{subject_['name']}", "groups": []}


def plain(chance, word, words):
    """A request rarely says *; most say what a * would cover."""
    return chance.choice(words) if word == "*" and chance.random() < 0.8 else word


def request_of_rule(chance, rule_):
    if "nonResourceURLs" in rule_:
        url = chance.choice(rule_["nonResourceURLs"])
        return {"verb": plain(chance, chance.choice(rule_["verbs"]), URL_VERBS), "nonResourceURL": url.rstrip("*") + chance.choice(["", "bar", "x/y"]) if url.endswith("*") else url}
    resource = chance.choice(rule_["resources"])
    resource = chance.choice(RESOURCES) if resource == "*" else resource
    if resource.startswith("*/") and chance.random() < 0.8:
        resource = chance.choice(["pods", "deployments"]) + resource[1:]
    main, _, sub = resource.partition("/")
    if chance.random() < 0.1:
        main, sub = resource, ""
    return {"verb": plain(chance, chance.choice(rule_["verbs"]), VERBS), "apiGroup": plain(chance, chance.choice(rule_["apiGroups"]), API_GROUPS), "resource": main,
            "subresource": sub, "name": chance.choice(rule_["resourceNames"]) if rule_.get("resourceNames") else chance.choice(NAMES)}


def any_request(chance):
    if chance.random() < 0.15:
        return {"verb": chance.choice(URL_VERBS), "nonResourceURL": chance.choice(PATHS)}
    main, _, sub = chance.choice(RESOURCES).partition("/")
    return {"verb": chance.choice(VERBS), "apiGroup": chance.choice(API_GROUPS), "resource": main, "subresource": sub, "name": chance.choice(NAMES)}


def changed(chance, request):
    """One word of it is another."""
    if "nonResourceURL" in request:
        return {**request, chance.choice(["verb", "nonResourceURL"]): chance.choice(PATHS)}
    field, words = chance.choice([("verb", VERBS), ("apiGroup", API_GROUPS), ("resource", ["pods", "secrets", "nodes"]), ("subresource", ["", "log", "scale", "status", "*"]), ("name", NAMES)])
    return {**request, field: chance.choice(words)}


def request(chance, stored):
    """Half of all are made from what some binding grants, and half of those miss it by a word."""
    roles = {(item["kind"], item["metadata"].get("namespace"), item["metadata"]["name"]): item for item in stored if item["kind"].endswith("Role")}
    bindings = [item for item in stored if item["kind"].endswith("Binding") and item.get("subjects")]
    who, what, namespace = identity(chance), any_request(chance), chance.choice(NAMESPACES + ["", "", "*", "nowhere"])
    if chance.random() < 0.6:
        chosen = chance.choice(bindings)
        namespace = chosen["metadata"].get("namespace", namespace)
        reference = chosen["roleRef"]
        rules = (roles.get((reference["kind"], namespace if reference["kind"] == "Role" else None, reference["name"])) or {}).get("rules") or []
        who = identity_of(chance, chance.choice(chosen["subjects"]), namespace)
        if rules:
            what = request_of_rule(chance, chance.choice(rules))
            what = changed(chance, what) if chance.random() < 0.4 else what
        if chance.random() < 0.15:
            namespace = chance.choice(NAMESPACES + [""])
    if what.get("nonResourceURL") == "":
        what["nonResourceURL"] = "/"
    return {"apiGroup": "", "resource": "", "subresource": "", "name": "", "nonResourceURL": "", "namespace": "" if what.get("nonResourceURL") else namespace, **what, **who}


def requests(seed, stored, count):
    chance = random.Random(seed)
    out = []
    while len(out) < count:
        made = request(chance, stored)
        if made["user"] or made["groups"]:
            out.append(made)
    return out
