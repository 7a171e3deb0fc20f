"""The test cluster is what it claims to be; if it were not, nothing proven on it would count."""
import unittest

import cluster
from cluster import Cluster

POD = """
apiVersion: v1
kind: Pod
metadata: {{name: {name}, labels: {{app: {name}}}}}
spec:
  nodeSelector: {{kubernetes.io/hostname: {node}}}
  terminationGracePeriodSeconds: 0
  containers:
  - {{name: c, image: "local.test/busybox:1", imagePullPolicy: Never, command: [sh, -c, '{script}']}}
---
"""
SERVICE = """
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
"""
SERVE = "echo started; mkdir /www; echo hello > /www/index.html; exec httpd -f -p 80 -h /www"


class ControlPlane(unittest.TestCase):
    cluster = Cluster.shared()

    def says(self, run, words):
        self.assertIn(words, run.out + run.err, str(run))

    def test_every_user_has_the_rights_it_claims(self):
        self.assertEqual(self.cluster.kubectl("get", "pods", "-A").code, 0)
        self.assertEqual(self.cluster.kubectl("get", "pods", "-A", user="token").code, 0)
        self.assertEqual(self.cluster.kubectl("get", "pods", "-A", user="exec").code, 0)
        self.assertEqual(self.cluster.kubectl("get", "pods", "-n", "default", user="viewer").code, 0)
        self.says(self.cluster.kubectl("get", "pods", "-A", user="viewer"), 'User "viewer" cannot list resource "pods"')
        self.says(self.cluster.kubectl("get", "pods", user="dev"), 'User "jane" cannot list resource "pods"')

    def test_a_written_token_is_refused_when_its_time_is_over(self):
        self.cluster.control("token", 60)
        cluster.await_true(lambda: self.cluster.kubectl("get", "namespaces", user="token-file").code == 0, 30, "the token is accepted")
        self.cluster.control("token", -1)
        self.says(self.cluster.kubectl("get", "namespaces", user="token-file"), "Unauthorized")

    def test_the_legacy_door_has_no_aggregated_discovery(self):
        listing = self.cluster.kubectl("get", "--raw", "/apis", user="legacy", input="")
        self.says(listing, '"kind":"APIGroupList"')
        self.assertEqual(self.cluster.kubectl("get", "pods", "-A", user="legacy").code, 0)

    def test_a_pod_on_a_simulated_node_becomes_ready(self):
        self.cluster.apply(POD.format(name="simulated", node="node-0", script="true"))
        self.says(self.cluster.kubectl("wait", "--for=condition=Ready", "pod/simulated", "--timeout=30s"), "condition met")
        self.cluster.kubectl("delete", "pod", "simulated")

    def test_pods_on_the_real_node_run_log_exec_and_reach_each_other_by_name(self):
        if not self.cluster.has_real_node():
            self.skipTest("no real node here")
        self.cluster.apply(POD.format(name="web", node="real-node", script=SERVE)
                           + POD.format(name="asker", node="real-node", script="sleep 1000") + SERVICE)
        self.says(self.cluster.kubectl("wait", "--for=condition=Ready", "pod/web", "pod/asker", "--timeout=60s"), "pod/web condition met")
        self.says(self.cluster.kubectl("logs", "web"), "started")
        # A name asked for before the DNS Service's rules are there stays unanswered for that socket: ask anew, not longer.
        def answers(url, words):
            return words in self.cluster.kubectl("exec", "asker", "--", "curl", "-sSk", "-m", "3", url).out
        cluster.await_true(lambda: answers("http://web.default", "hello\n"), 120, "a pod reaches another by its Service's name")
        cluster.await_true(lambda: answers("https://kubernetes.default.svc/version", '"minor": "36"'), 60, "a pod reaches the API server")
        self.cluster.kubectl("delete", "pod/web", "pod/asker", "service/web")


if __name__ == "__main__":
    cluster.main()
