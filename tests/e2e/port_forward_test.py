"""Port-forwards inside the program, on pods that really run: what goes through is what kubectl's forward and the pod itself say."""
import contextlib
import hashlib
import os
import re
import subprocess
import unittest
import urllib.request

import cluster
from cluster import Cluster
from driven import Driven

FORWARD = os.environ["FORWARD"]
NAMESPACE = "forwarded"
SCRIPT = r"""
mkdir -p /www/cgi-bin; cd /www; printf x > one; dd if=/dev/urandom of=big bs=1M count=10 2> /dev/null
printf "#!/bin/sh\necho; sha256sum\n" > cgi-bin/sum; printf "#!/bin/sh\necho; cat\n" > cgi-bin/echo
printf "#!/bin/sh\necho; echo begun; sleep 600\n" > cgi-bin/slow; chmod +x cgi-bin/*; exec httpd -f -p 8080 -h /www
"""
POD = """
apiVersion: v1
kind: Pod
metadata: {{name: {name}, namespace: {namespace}}}
spec:
  nodeSelector: {{kubernetes.io/hostname: real-node}}
  terminationGracePeriodSeconds: 0
  containers:
  - name: c
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [sh, -c, {script}]
    readinessProbe: {{tcpSocket: {{port: 8080}}, periodSeconds: 1}}
---
"""
ROLE = """
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: onlooker, namespace: forwarded}
rules: [{apiGroups: [""], resources: [pods, pods/portforward], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: onlooker, namespace: forwarded}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: onlooker}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}]
"""


class Forward(Driven):
    """The running program `forward`."""

    def __init__(self, kubeconfig):
        super().__init__(FORWARD, "--kubeconfig", kubeconfig)

    def descriptors(self):
        return int(self.ask("descriptors")[0])

    def listens(self):
        """Whether one of its sockets waits for others."""
        folder = f"/proc/{self.process.pid}/fd"
        own = set()
        for number in os.listdir(folder):
            with contextlib.suppress(OSError):
                own.add(os.readlink(os.path.join(folder, number)))
        for table in ("tcp", "tcp6"):
            with open(f"/proc/{self.process.pid}/net/{table}") as file:
                rows = [line.split() for line in list(file)[1:]]
            if any(row[3] == "0A" and f"socket:[{row[9]}]" in own for row in rows):
                return True
        return False


@contextlib.contextmanager
def kubectl_forward(of, pod):
    """The local port of kubectl's own forward."""
    command = [cluster.kubectl_program(), "--kubeconfig", of.kubeconfig(), "port-forward", "-n", NAMESPACE, pod, ":8080"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield re.search(r":(\d+) ->", process.stdout.readline())[1]
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


class PortForward(unittest.TestCase):
    cluster = Cluster.shared()

    @classmethod
    def setUpClass(cls):
        cls.cluster.own_pods(cls, NAMESPACE)
        cls.make_pods("web", "doomed")
        cls.cluster.apply(ROLE)

    @classmethod
    def make_pods(cls, *names):
        script = repr(SCRIPT)[1:-1].replace('"', '\\"').replace("\\\\n", "\\\\n")
        cls.cluster.apply("".join(POD.format(name=name, namespace=NAMESPACE, script='"' + script + '"') for name in names))
        cls.cluster.await_ready(NAMESPACE, *names)

    @contextlib.contextmanager
    def forward(self, pod="web", port=8080, user="admin"):
        with Forward(self.cluster.kubeconfig(user)) as forward:
            forward.ask("open", "f", NAMESPACE, pod, port)
            yield forward

    def sum_in_pod(self, path):
        return self.cluster.kubectl("exec", "-n", NAMESPACE, "web", "--", "sha256sum", path).out.split()[0]

    def test_what_comes_is_what_the_pod_has_and_what_kubectl_forwards(self):
        with self.forward() as forward, kubectl_forward(self.cluster, "web") as port:
            self.assertEqual(forward.ask("get", "f", "/one"), ["200 1 " + hashlib.sha256(b"x").hexdigest()])
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/big") as answer:
                by_kubectl = hashlib.sha256(answer.read()).hexdigest()
            self.assertEqual(by_kubectl, self.sum_in_pod("/www/big"))
            self.assertEqual(forward.ask("get", "f", "/big"), [f"200 {10 << 20} {by_kubectl}"])
            self.assertFalse(forward.listens())

    def test_what_is_sent_arrives(self):
        with self.forward() as forward:
            for size in (1, 10 << 20):
                line, sent = forward.ask("put", "f", "/cgi-bin/sum", size)
                told = hashlib.sha256(f"{sent}  -\n".encode()).hexdigest()
                self.assertEqual(line.split(), ["200", str(len(sent) + 4), told])
            line, sent = forward.ask("put", "f", "/cgi-bin/echo", 10 << 20)
            self.assertEqual(line.split(), ["200", str(10 << 20), sent])

    def test_many_connections_share_one_link_to_the_server(self):
        with self.forward() as forward:
            expected = f"200 {10 << 20} {self.sum_in_pod('/www/big')}"
            self.assertEqual(forward.ask("parallel", "f", "/big", 8), [expected] * 8)
            self.assertEqual(forward.ask("links", "f"), ["0 1"])
            self.assertEqual(set(forward.ask("parallel", "f", "/one", 60)), {"200 1 " + hashlib.sha256(b"x").hexdigest()})

    def test_a_port_where_nobody_listens_is_named_with_the_kubelets_words(self):
        with self.forward(port=8099) as forward:
            for _ in range(2):
                line = forward.ask("get", "f", "/one")[0]
                self.assertRegex(line, r"^error Network port 8099: .*8099.*connection refused")

    def test_a_pod_that_goes_ends_what_runs_and_is_missed_by_what_follows(self):
        with self.forward("doomed") as forward:
            self.assertEqual(forward.ask("begin", "f", "/cgi-bin/slow"), ["begun"])
            self.cluster.kubectl("delete", "pod", "-n", NAMESPACE, "doomed", "--wait")
            ended = forward.ask("await")[0]
            self.assertTrue(ended.startswith(("200 6 ", "error Network port 8080: ")), ended)
            # The kubelet may say it first; the server is asked after that.
            answers = [forward.ask("get", "f", "/one")[0] for _ in range(2)]
            self.assertRegex(answers[0], "^error (Network|NotFound) port 8080: ")
            self.assertRegex(answers[1], r'^error NotFound port 8080: pods "doomed" not found')

    def test_who_may_not_create_forwards_is_told_by_the_server(self):
        with self.forward(user="dev") as forward:
            self.assertRegex(forward.ask("get", "f", "/one")[0],
                             r'^error Forbidden port 8080: pods "web" is forbidden: .*needs the verbs get and, since Kubernetes 1.35, create on pods/portforward')

    def test_nothing_is_left_open(self):
        with self.forward() as forward:
            forward.ask("get", "f", "/one")
            forward.ask("close", "f")
            before = forward.descriptors()
            for _ in range(20):
                forward.ask("open", "f", NAMESPACE, "web", 8080)
                self.assertEqual(forward.ask("get", "f", "/one")[0][:3], "200")
                forward.ask("close", "f")
            cluster.await_true(lambda: forward.descriptors() <= before, 20, f"{before} descriptors again")

    def test_a_hundred_forwards_at_once_each_give_an_answer(self):
        with self.forward() as forward:
            self.assertEqual(forward.ask("many", NAMESPACE, "web", 8080, 100), ["100", ""])
            self.assertFalse(forward.listens())


if __name__ == "__main__":
    cluster.main()
