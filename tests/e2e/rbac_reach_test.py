"""Two kinds of reach, told on a real node: calling the API server needs RBAC, talking to a pod needs none. What pods with their own
mounted tokens are given and refused is what the program says."""
import json
import unittest

import cluster
from cluster import Cluster

A, B = "reach-a", "reach-b"
TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token"
API = "https://kubernetes.default.svc"

OBJECTS = """
apiVersion: v1
kind: Namespace
metadata: {name: reach-a}
---
apiVersion: v1
kind: Namespace
metadata: {name: reach-b}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: front, namespace: reach-a}
---
apiVersion: v1
kind: ServiceAccount
metadata: {name: silent, namespace: reach-a}
automountServiceAccountToken: false
---
apiVersion: v1
kind: ConfigMap
metadata: {name: named, namespace: reach-a}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: reader, namespace: reach-a}
rules:
- {apiGroups: [""], resources: [pods, pods/log], verbs: [get, list]}
- {apiGroups: [""], resources: [configmaps], resourceNames: [named], verbs: [get, list]}
- {apiGroups: [""], resources: [namespaces], verbs: [get]}
- {apiGroups: [apps], resources: ["*/scale"], verbs: [get]}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: front-reads, namespace: reach-a}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: front, namespace: reach-a}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: writer, namespace: reach-a}
rules: [{apiGroups: [""], resources: [configmaps], verbs: [create]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: all-write, namespace: reach-a}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: writer}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:reach-a"}]
---
apiVersion: v1
kind: Service
metadata: {name: back, namespace: reach-b}
spec: {selector: {app: back}, ports: [{name: http, port: 80, targetPort: web}]}
---
apiVersion: v1
kind: Service
metadata: {name: nobody, namespace: reach-b}
spec: {selector: {app: nobody}, ports: [{port: 80}]}
---
"""
POD = """
apiVersion: v1
kind: Pod
metadata: {{name: {name}, namespace: {namespace}, labels: {{app: {name}}}}}
spec:
  nodeSelector: {{kubernetes.io/hostname: real-node}}
  terminationGracePeriodSeconds: 0
  {spec}
  containers:
  - {{name: c, image: "local.test/busybox:1", imagePullPolicy: Never, ports: [{{name: web, containerPort: 8080}}], command: [sh, -c, '{script}']}}
---
"""
SERVE = "mkdir /www; echo hello > /www/index.html; exec httpd -f -p 8080 -h /www"
SLEEP = "exec sleep 1000"
CLOSED = """
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: reach-b}
spec: {podSelector: {}, policyTypes: [Ingress]}
"""

# How the pod asks, and the same request in the words of can-i with its namespace; None: all of them.
REQUESTS = [
    ("GET /api/v1/namespaces/reach-a/pods", ["list", "pods"], A),
    ("GET /api/v1/namespaces/reach-a/pods/front", ["get", "pods", "front"], A),
    ("GET /api/v1/namespaces/reach-a/pods/front/log", ["get", "pods", "front", "--subresource", "log"], A),
    ("GET /api/v1/namespaces/reach-a/pods/front/status", ["get", "pods", "front", "--subresource", "status"], A),
    ("DELETE /api/v1/namespaces/reach-a/pods/front?dryRun=All", ["delete", "pods", "front"], A),
    ("DELETE /api/v1/namespaces/reach-a/pods?dryRun=All", ["deletecollection", "pods"], A),
    ("GET /api/v1/namespaces/reach-b/pods", ["list", "pods"], B),
    ("GET /api/v1/namespaces/reach-b/pods/back", ["get", "pods", "back"], B),
    ("GET /api/v1/pods", ["list", "pods"], None),
    ("GET /api/v1/namespaces/reach-a/configmaps", ["list", "configmaps"], A),
    ("GET /api/v1/namespaces/reach-a/configmaps?fieldSelector=metadata.name%3Dnamed", ["list", "configmaps", "named"], A),
    ("GET /api/v1/namespaces/reach-a/configmaps/named", ["get", "configmaps", "named"], A),
    ("GET /api/v1/namespaces/reach-a/configmaps/other", ["get", "configmaps", "other"], A),
    ("POST /api/v1/namespaces/reach-a/configmaps?dryRun=All", ["create", "configmaps"], A),
    ("POST /api/v1/namespaces/reach-b/configmaps?dryRun=All", ["create", "configmaps"], B),
    ("GET /api/v1/namespaces/reach-a/secrets", ["list", "secrets"], A),
    ("GET /api/v1/namespaces/reach-a", ["get", "namespaces", "reach-a"], A),
    ("GET /api/v1/namespaces", ["list", "namespaces"], None),
    ("GET /api/v1/nodes", ["list", "nodes"], None),
    ("GET /apis/apps/v1/namespaces/reach-a/deployments", ["list", "deployments.apps"], A),
    ("GET /apis/apps/v1/namespaces/reach-a/deployments/x/scale", ["get", "deployments.apps", "x", "--subresource", "scale"], A),
    ("GET /api/v1/namespaces/reach-a/services/x/proxy/", ["get", "services", "x", "--subresource", "proxy"], A),
    ("POST /api/v1/namespaces/reach-a/serviceaccounts/front/token", ["create", "serviceaccounts", "front", "--subresource", "token"], A),
    ("GET /version", ["get", "/version"], None),
    ("GET /healthz", ["get", "/healthz"], None),
    ("GET /metrics", ["get", "/metrics"], None),
    ("GET /openapi/v2", ["get", "/openapi/v2"], None),
    ("GET /logs/", ["get", "/logs/"], None),
]


class Reach(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        if not cls.cluster.has_real_node():
            raise unittest.SkipTest("no real node here")
        cls.cluster.apply(OBJECTS)
        for account in ("front", "silent"):
            cls.cluster.kubectl("wait", "--for=create", "serviceaccount/" + account, "-n", A, "--timeout=30s")
        pod = POD.format
        cls.cluster.apply(pod(name="front", namespace=A, spec="serviceAccountName: front", script=SLEEP)
                          + pod(name="quiet", namespace=A, spec="serviceAccountName: front\n  automountServiceAccountToken: false", script=SLEEP)
                          + pod(name="mute", namespace=A, spec="serviceAccountName: silent", script=SLEEP)
                          + pod(name="back", namespace=B, spec="automountServiceAccountToken: false", script=SERVE))
        for namespace, names in ((A, ("front", "quiet", "mute")), (B, ("back",))):
            cls.cluster.await_ready(namespace, *names)

    @classmethod
    def tearDownClass(cls):
        cls.cluster.kubectl("delete", "namespace", A, B, "--timeout=90s")

    def answer(self, *words):
        run = self.cluster.wheelhouse("rbac", *words, "-o", "json")
        self.assertTrue(run.out.startswith(("{", "[")), str(run))
        return json.loads(run.out)

    def in_pod(self, name, script):
        return self.cluster.kubectl("exec", name, "-n", A, "--", "sh", "-c", script).out

    def talks_to(self, address):
        return self.in_pod("front", f"curl -sS -m 5 http://{address}/") == "hello\n"

    def codes(self, pod, requests):
        """What the API server answers a pod with its own token, or with none when it has none."""
        lines = [f'curl -sk -m 20 -o /dev/null -w "%{{http_code}}\\n" $T -X {method} {"-H Content-Type:application/json -d {}" if method == "POST" else ""} "{API}{path}"'
                 for method, path in (request.split(" ", 1) for request in requests)]
        with_token = f'if [ -e {TOKEN} ]; then T="--oauth2-bearer $(cat {TOKEN})"; fi\n'
        return [int(line) for line in self.in_pod(pod, with_token + "\n".join(lines)).split()]

    def test_pods_talk_over_the_network_while_the_api_refuses_one_of_them(self):
        cluster.await_true(lambda: self.talks_to("back.reach-b"), 120, "front reaches back by its Service's name")
        self.assertEqual(self.codes("front", ["GET /api/v1/namespaces/reach-b/services/back", "GET /api/v1/namespaces/reach-b/pods/back"]), [403, 403])
        for target in ("services/reach-b/back:80", "services/reach-b/back:http", "services/reach-b/back", "pods/reach-b/back"):
            found = self.answer("reach", "reach-a/front", target)
            self.assertEqual((found["network"]["verdict"], found["api"]["decision"]), ("open", "no-opinion"), target)
            self.assertEqual((found["network"]["policies"], found["api"]["paths"]), ([], []), target)

    def test_every_name_and_endpoint_that_reach_gives_answers(self):
        network = self.answer("reach", "reach-a/front", "services/reach-b/back:80")["network"]
        self.assertIn("back.reach-b.svc.cluster.local", network["dns"])
        for name in network["dns"]:
            cluster.await_true(lambda: self.talks_to(name), 120, name + " answers")
        self.assertEqual(len(network["endpoints"]), 1)
        cluster.await_true(lambda: self.talks_to(network["endpoints"][0]), 30, "the endpoint answers")

    def test_a_service_without_pods_has_no_endpoint(self):
        self.assertEqual(self.answer("reach", "reach-a/front", "services/reach-b/nobody:80")["network"]["verdict"], "no-endpoint")
        self.assertEqual(self.answer("reach", "reach-a/front", "services/reach-b/back:81")["network"]["verdict"], "no-endpoint")
        self.assertFalse(self.talks_to("nobody.reach-b"))

    def test_a_policy_that_nobody_enforces_is_named_as_such(self):
        cluster.await_true(lambda: self.talks_to("back.reach-b"), 120, "front reaches back")
        self.cluster.apply(CLOSED)
        try:
            network = self.answer("reach", "reach-a/front", "services/reach-b/back:80")["network"]
            self.assertEqual((network["verdict"], network["policies"]), ("blocked-if-enforced", ["NetworkPolicy/reach-b/closed"]))
            cluster.await_true(lambda: self.talks_to("back.reach-b"), 30, "this network plugin enforces nothing")
        finally:
            self.cluster.kubectl("delete", "networkpolicy", "closed", "-n", B)

    def test_a_request_is_judged_and_the_way_to_the_server_too(self):
        for namespace, decision in ((A, "allow"), (B, "no-opinion")):
            found = self.answer("reach", "reach-a/front", "list pods", "-n", namespace)
            self.assertEqual((found["api"]["decision"], found["network"]["verdict"]), (decision, "open"))
        self.assertEqual([path["binding"] for path in self.answer("reach", "reach-a/front", "list pods")["api"]["paths"]],
                         ["RoleBinding/reach-a/front-reads"])

    def test_a_pod_is_given_and_refused_what_the_program_says(self):
        codes = self.codes("front", [request for request, _, _ in REQUESTS])
        self.assertEqual(len(codes), len(REQUESTS))
        said = []
        for _, words, namespace in REQUESTS:
            where = ["-A"] if namespace is None else ["-n", namespace]
            said.append(self.answer("can-i", *words, "--sa", "reach-a/front", *where)["decision"])
        # Anything but 401 and 403 is beyond authorization: 404 for an object that is not there, 400 for a body without sense.
        self.assertNotIn(401, codes)
        found = ["no-opinion" if code == 403 else "allow" for code in codes]
        self.assertEqual([f"{request}: {word}" for (request, _, _), word in zip(REQUESTS, found)],
                         [f"{request}: {word}" for (request, _, _), word in zip(REQUESTS, said)])
        self.assertGreaterEqual(min(said.count("allow"), said.count("no-opinion")), 8, "both answers are well represented")

    def test_pods_have_the_token_that_identity_says(self):
        for pod, automount, decided_by in (("front", True, "default"), ("quiet", False, "pod"), ("mute", False, "serviceaccount")):
            found = self.answer("identity", f"reach-a/{pod}")
            self.assertEqual((found["automount"], found["decidedBy"]), (automount, decided_by), pod)
            self.assertEqual(self.in_pod(pod, f"test -e {TOKEN} && echo yes"), "yes\n" if automount else "", pod)
            self.assertEqual([(token["audience"], token["expirationSeconds"]) for token in found["tokens"]], [("", 3607)] if automount else [])
        self.assertEqual(self.answer("identity", "reach-a/mute")["serviceAccount"], "ServiceAccount/reach-a/silent")
        self.assertIn(self.codes("quiet", ["GET /api/v1/namespaces/reach-a/pods"])[0], (401, 403))
        self.assertFalse(self.answer("reach", "reach-a/quiet", "list pods")["api"]["token"])

    def test_what_is_not_there_is_said_as_the_server_says_it(self):
        run = self.cluster.wheelhouse("rbac", "reach", "reach-a/lost", "pods/reach-b/back")
        self.assertEqual((run.code, run.err), (1, 'Error from server (NotFound): pods "lost" not found\n'))
        run = self.cluster.wheelhouse("rbac", "reach", "reach-a/front", "services/reach-b/lost")
        self.assertEqual((run.code, run.err), (1, 'Error from server (NotFound): services "lost" not found\n'))


if __name__ == "__main__":
    cluster.main()
