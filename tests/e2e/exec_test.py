"""Commands in containers that really run: what comes of them is what kubectl exec and the container itself say."""
import base64
import contextlib
import hashlib
import json
import os
import re
import socket
import ssl
import subprocess
import tempfile
import threading
import unittest

import cluster
from cluster import Cluster
from driven import Driven

# A sanitizer keeps what was freed, which other tests bound.
MOST_MIB = int(os.environ.get("MOST_MIB", "64"))

EXEC = os.environ["EXEC"]
NAMESPACE = "executed"
POD = """
apiVersion: v1
kind: Pod
metadata: {name: %(name)s, namespace: executed, labels: {app: web, tier: front}, annotations: {"two": "line one\\nline two"}}
spec:
  nodeSelector: {kubernetes.io/hostname: real-node}
  terminationGracePeriodSeconds: 0
  restartPolicy: Never
  volumes:
  - {name: tools, emptyDir: {}}
  - {name: nothing, emptyDir: {}}
  - {name: told, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}, {path: annotations, fieldRef: {fieldPath: metadata.annotations}}]}}
  initContainers:
  - name: tools
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [sh, -c, "cp /bin/busybox /tools/sleep; mkdir /tools/few; cp /bin/busybox /tools/few/env; cp /bin/busybox /tools/few/dd"]
    volumeMounts: [{name: tools, mountPath: /tools}]
  containers:
  - name: main
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [sh, -c, "dd if=/dev/urandom of=/big bs=1M count=100 2> /dev/null; head -c 300000 /big > /odd; ln -s /odd /link; mkfifo /pipe; touch /ready; sleep 100000"]
    readinessProbe: {exec: {command: [ls, /ready]}, periodSeconds: 1}
    env: [{name: TEXT, value: "one\\nTWO=two\\n"}, {name: EMPTY}, {name: HANGUL, value: "한글"}, {name: EQUALS, value: "a=b=c"}, {name: SPACES, value: " x "}]
    volumeMounts: [{name: told, mountPath: /told}]
  - {name: mortal, image: "local.test/busybox:1", imagePullPolicy: Never, command: [sh, -c, "trap 'exit 0' TERM; while :; do sleep 0.1; done"]}
  - {name: listener, image: "local.test/busybox:1", imagePullPolicy: Never, stdin: true, command: [sh, -c, "while read line; do echo heard $line; done"]}
  - {name: ended, image: "local.test/busybox:1", imagePullPolicy: Never, command: ["true"]}
  - name: bare
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [/tools/sleep, "100000"]
    volumeMounts: [{name: tools, mountPath: /tools}, {name: nothing, mountPath: /bin}]
  - name: few
    image: local.test/busybox:1
    imagePullPolicy: Never
    command: [/tools/sleep, "100000"]
    env: [{name: PATH, value: /tools/few}, {name: TEXT, value: "one\\nTWO=two\\n"}]
    volumeMounts: [{name: tools, mountPath: /tools}, {name: nothing, mountPath: /bin}]
---
"""
SIMULATED = """
apiVersion: v1
kind: Pod
metadata: {name: simulated, namespace: executed}
spec: {nodeName: node-0, containers: [{name: main, image: none}]}
"""
ROLE = """
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: {name: onlooker, namespace: executed}
rules: [{apiGroups: [""], resources: [pods, pods/exec], verbs: [get]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: onlooker, namespace: executed}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: onlooker}
subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: jane}]
"""


class Exec(Driven):
    """The running program `exec`."""

    def __init__(self, kubeconfig, *flags):
        super().__init__(EXEC, "--kubeconfig", kubeconfig, *flags)

    def ask(self, what, **words):
        self.tell(json.dumps({"do": what, "namespace": NAMESPACE, "pod": "web", "container": "main", **words}))
        answer = json.loads(self.line())
        for name in ("output", "errors"):
            if name in answer:
                answer[name] = base64.b64decode(answer[name])
        return answer

    def run(self, *command, **words):
        """(exit code, output, errors), or the error."""
        answer = self.ask("run", command=command, **words)
        return answer.get("error") or (answer["code"], answer["output"], answer["errors"])

    def peak_mib(self):
        with open(f"/proc/{self.process.pid}/status") as file:
            return int(re.search(r"VmHWM:\s*(\d+)", file.read())[1]) / 1024


class OlderServer:
    """A door to the API server that hides the newer protocol, as servers before 1.30 have it."""

    def __init__(self, of):
        self.upstream = ("127.0.0.1", int(of.setting("PORT")))
        self.context = ssl.create_default_context(cafile=os.path.join(of.folder, "pki", "ca.crt"))
        self.offered = []
        self.doors = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.accept, daemon=True).start()

    def kubeconfig(self, folder):
        path = os.path.join(folder, "older.kubeconfig")
        with open(path, "w") as file:
            file.write("{apiVersion: v1, kind: Config, current-context: c, contexts: [{name: c, context: {cluster: c}}], "
                       f"clusters: [{{name: c, cluster: {{server: 'http://127.0.0.1:{self.listener.getsockname()[1]}'}}}}]}}")
        return path

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                threading.Thread(target=self.serve, args=(self.listener.accept()[0],), daemon=True).start()

    def cut(self):
        """As when a node or the way to it goes away: whoever is connected loses the connection."""
        for door in self.doors:
            with contextlib.suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)

    def serve(self, near):
        self.doors.append(near)
        with contextlib.suppress(OSError), near, self.context.wrap_socket(socket.create_connection(self.upstream), server_hostname="127.0.0.1") as far:
            head = b""
            while b"\r\n\r\n" not in head:
                head += near.recv(65536)
            self.offered.append(re.search(rb"Sec-WebSocket-Protocol: (.*)\r\n", head)[1].decode())
            far.sendall(head.replace(b"v5.channel.k8s.io, ", b"").replace(b"\r\n", b"\r\nAuthorization: Bearer admin-token\r\n", 1))
            # One thread for both ways: a TLS socket is not for two.
            far.setblocking(False)
            near.setblocking(False)
            self.pump(near, far)

    def pump(self, near, far):
        while True:
            moved = False
            for source, target in ((near, far), (far, near)):
                try:
                    data = source.recv(65536)
                except (BlockingIOError, ssl.SSLWantReadError):
                    continue
                if not data:
                    return
                moved = True
                while data:
                    try:
                        data = data[target.send(data):]
                    except (BlockingIOError, ssl.SSLWantWriteError):
                        threading.Event().wait(0.001)
            if not moved:
                threading.Event().wait(0.002)


class Execs(unittest.TestCase):
    cluster = Cluster.shared()
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        cls.cluster.own_pods(cls, NAMESPACE)
        cls.cluster.apply("".join(POD % {"name": name} for name in ("web", "doomed")) + SIMULATED + "---" + ROLE)
        cluster.await_true(lambda: all(cls.is_ready(pod) for pod in ("web", "doomed")), 90, "pods whose containers run")

    @classmethod
    def is_ready(cls, pod):
        found = cls.cluster.get(f"/api/v1/namespaces/{NAMESPACE}/pods/{pod}")
        states = {each["name"]: each for each in found["status"].get("containerStatuses", [])}
        return len(states) == 6 and all(state["ready"] for name, state in states.items() if name != "ended") and "terminated" in states["ended"]["state"]

    @classmethod
    def exec(cls, *flags, user="admin"):
        return Exec(cls.cluster.kubeconfig(user), *flags)

    def kubectl_bytes(self, container, *command):
        return subprocess.run([cluster.kubectl_program(), "--kubeconfig", self.cluster.kubeconfig(), "exec", "-n", NAMESPACE, "web", "-c", container, "--", *command],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True).stdout

    def test_output_errors_and_exit_codes_are_the_commands(self):
        with self.exec() as exec:
            self.assertEqual(exec.run("sh", "-c", "echo out; echo err >&2"), (0, b"out\n", b"err\n"))
            for code in (1, 2, 42, 126, 127, 255):
                self.assertEqual(exec.run("sh", "-c", f"printf x; exit {code}"), (code, b"x", b""))
            self.assertEqual(exec.run("sh", "-c", "kill -9 $$"), (137, b"", b""))
            self.assertEqual(exec.run("printf", "%s|", "a b", "", "&c=d", "한글", "new\nline"), (0, "a b||&c=d|한글|new\nline|".encode(), b""))

    def test_input_is_read_and_its_end_is_seen(self):
        with self.exec() as exec:
            exec.ask("open", name="s", command=["sh", "-c", "cat; echo over >&2; exit 5"], stdin=True)
            exec.ask("write", name="s", text="hello\n")
            self.assertEqual(exec.ask("await", name="s", text="hello")["output"], b"hello\n")
            exec.ask("write", name="s", text="and more")
            self.assertEqual(exec.ask("close", name="s"), {})
            end = exec.ask("end", name="s")
            self.assertEqual((end["code"], end["output"], end["errors"], end["protocol"]), (5, b"hello\nand more", b"over\n", 5))

    def test_who_attaches_talks_to_what_runs_there(self):
        with self.exec() as exec:
            exec.ask("open", name="a", container="listener", attach=True, stdin=True)
            exec.ask("write", name="a", text="one\n")
            self.assertEqual(exec.ask("await", name="a", text="heard one\n")["output"], b"heard one\n")
            exec.ask("leave", name="a")
            exec.ask("open", name="a", container="listener", attach=True, stdin=True)
            exec.ask("write", name="a", text="two\n")
            self.assertEqual(exec.ask("await", name="a", text="heard two\n")["output"], b"heard two\n")

    def test_a_hundred_megabytes_come_whole_and_none_of_them_stays(self):
        with self.exec() as exec:
            told = self.kubectl_bytes("main", "sha256sum", "/big").split()[0].decode()
            for paused in (False, True):
                # It ends when everything is here: what a slow reader has not got by then can be lost between the kubelet and the API server.
                exec.ask("open", name="s", command=["sh", "-c", "cat /big; cat"], stdin=True, paused=paused)
                if paused:
                    exec.ask("resume", name="s")
                exec.ask("await", name="s", size=100 << 20)
                exec.ask("close", name="s")
                end = exec.ask("end", name="s")
                self.assertEqual((end.get("error"), end.get("code"), end["size"], end["sha256"]), (None, 0, 100 << 20, told))
            self.assertLess(exec.peak_mib(), MOST_MIB)

    def test_what_is_sent_arrives(self):
        with self.exec() as exec:
            exec.ask("open", name="s", command=["sha256sum"], stdin=True)
            exec.ask("flood", name="s", size=50 << 20)
            exec.ask("close", name="s")
            end = exec.ask("end", name="s")
            self.assertEqual(end["output"].split()[0].decode(), hashlib.sha256(b"x" * (50 << 20)).hexdigest())
            self.assertLess(exec.peak_mib(), MOST_MIB)

    def test_a_terminal_has_the_size_that_was_told_last(self):
        with self.exec() as exec:
            # The runtime passes a size on while the command runs already.
            await_size = 'until [ "$(stty size)" = "%s" ]; do sleep 0.05; done; echo "it is %s"; '
            script = await_size % ("33 101", "33 101") + await_size % ("22 77", "22 77") + "tty; read word; echo $word >&2; exit 3"
            exec.ask("open", name="t", command=["sh", "-c", script], stdin=True, tty=[101, 33])
            exec.ask("await", name="t", text="it is 33 101")
            exec.ask("resize", name="t", tty=[77, 22])
            self.assertIn(b"it is 22 77\r\n", exec.ask("await", name="t", text="/dev/pts")["output"])
            exec.ask("write", name="t", text="typed\n")
            end = exec.ask("end", name="t")
            self.assertEqual((end["code"], end["errors"]), (3, b""))
            self.assertTrue(end["output"].endswith(b"typed\r\ntyped\r\n"), end["output"])  # the terminal's echo, then the command's

    def test_an_older_server_is_spoken_to_in_its_protocol(self):
        older = OlderServer(self.cluster)
        with tempfile.TemporaryDirectory() as folder, Exec(older.kubeconfig(folder)) as exec:
            self.assertEqual(exec.run("sh", "-c", "echo out; echo err >&2; exit 7"), (7, b"out\n", b"err\n"))
            exec.ask("open", name="s", command=["cat"], stdin=True)
            exec.ask("write", name="s", text="hello\n")
            self.assertEqual(exec.ask("await", name="s", text="hello")["output"], b"hello\n")
            self.assertRegex(exec.ask("close", name="s")["error"], "^Unsupported .*v4.channel.k8s.io")
            exec.ask("leave", name="s")
            exec.ask("open", name="s", command=["true"])
            self.assertEqual(exec.ask("end", name="s")["protocol"], 4)
        self.assertEqual(set(older.offered), {"v5.channel.k8s.io, v4.channel.k8s.io"})

    def test_a_connection_that_breaks_is_said_and_loses_nothing(self):
        server = OlderServer(self.cluster)
        with tempfile.TemporaryDirectory() as folder, Exec(server.kubeconfig(folder)) as exec:
            exec.ask("open", name="s", command=["sh", "-c", "echo before; sleep 600"])
            exec.ask("await", name="s", text="before")
            server.cut()
            end = exec.ask("end", name="s")
            self.assertEqual(end["output"], b"before\n")
            self.assertRegex(end["error"], "^Network ")
            self.assertEqual(exec.run("echo", "again"), (0, b"again\n", b""))

    def test_who_may_not_is_told_the_verb(self):
        with self.exec(user="dev") as exec:
            self.assertRegex(exec.run("true"), r'^Forbidden pods "web" is forbidden: .*the verb create on pods/exec is missing')
        with self.exec(user="viewer") as exec:
            self.assertRegex(exec.run("true"), r"^Forbidden .*cannot get resource \"pods/exec\".*the verb get on pods/exec is missing")

    def test_a_read_only_cluster_runs_nothing(self):
        with self.exec("--read-only") as exec:
            words = "Unsupported the cluster is marked read-only: running a command in a container is not sent"
            self.assertEqual(exec.run("touch", "/never"), words)
            self.assertEqual(exec.ask("env"), {"error": words})
            self.assertEqual(exec.ask("files", paths=["/etc/passwd"]), {"error": words})
        with self.exec() as exec:
            self.assertEqual(exec.run("ls", "/never")[0], 1)

    def test_what_is_not_there_is_named(self):
        with self.exec() as exec:
            self.assertEqual(exec.run("true", pod="nobody"), 'NotFound pods "nobody" not found')
            self.assertEqual(exec.run("true", container="nobody"), "Invalid container nobody is not valid for pod web")
            self.assertRegex(exec.run("true", container=""), "^Invalid a container name must be specified for pod web")
            self.assertRegex(exec.run("true", container="ended"), "^NotFound .*container not found")
            self.assertRegex(exec.run("no-such-program"), '^Server .*exec: "no-such-program": executable file not found')
            self.assertRegex(exec.run("true", pod="simulated"), "^[A-Z][a-zA-Z]+ .*simulated")
            pod = self.cluster.get(f"/api/v1/namespaces/{NAMESPACE}/pods/web")
            self.assertEqual(exec.ask("default", object=pod), {"container": "main"})

    def test_a_container_that_ends_says_so_and_what_it_said_is_there(self):
        with self.exec() as exec:
            exec.ask("open", name="s", container="mortal", command=["sh", "-c", "echo before; sleep 600"])
            exec.ask("await", name="s", text="before")
            self.assertEqual(exec.run("kill", "1", container="mortal", pod="web")[0], 0)
            end = exec.ask("end", name="s")
            self.assertEqual(end["output"], b"before\n")
            self.assertTrue(end.get("code") == 137 or end["error"].startswith("Network "), end)

    def test_a_pod_that_is_deleted_ends_what_runs_there(self):
        with self.exec() as exec:
            exec.ask("open", name="s", pod="doomed", command=["sh", "-c", "echo before; sleep 600"])
            exec.ask("await", name="s", text="before")
            self.cluster.kubectl("delete", "pod", "-n", NAMESPACE, "doomed", "--wait")
            end = exec.ask("end", name="s")
            self.assertEqual(end["output"], b"before\n")
            self.assertTrue(end.get("code") == 137 or end["error"].startswith("Network "), end)
            self.assertEqual(exec.run("true", pod="doomed"), 'NotFound pods "doomed" not found')

    def test_limits_of_size_and_time_hold(self):
        with self.exec() as exec:
            self.assertEqual(exec.run("yes"), "TooLarge the command printed more than 4 MiB")
            self.assertEqual(exec.run("head", "-c", "4194304", "/dev/zero"), (0, bytes(4 << 20), b""))
            self.assertEqual(exec.run("sleep", "60", seconds=1), "Timeout the command did not end within 1 s")

    def environment(self, exec, container):
        answer = exec.ask("env", container=container)
        self.assertNotIn("error", answer)
        return answer["command"], [tuple(base64.b64decode(word) for word in pair) for pair in answer["variables"]]

    def test_the_environment_is_what_kubectl_sees_there(self):
        with self.exec() as exec:
            command, variables = self.environment(exec, "main")
            told = [tuple(each.split(b"=", 1)) for each in self.kubectl_bytes("main", "env", "-0").split(b"\0")[:-1]]
            self.assertEqual((command, sorted(variables)), (["cat", "/proc/self/environ"], sorted(told)))
            self.assertIn((b"TEXT", b"one\nTWO=two\n"), variables)
            self.assertIn(("HANGUL".encode(), "한글".encode()), variables)
            command, variables = self.environment(exec, "few")
            told = [tuple(each.split(b"=", 1)) for each in self.kubectl_bytes("few", "env", "-0").split(b"\0")[:-1]]
            self.assertEqual((command, sorted(variables)), (["env", "-0"], sorted(told)))

    def test_files_are_what_kubectl_reads_there(self):
        paths = ["/told/labels", "/told/annotations", "/odd", "/link", "/etc/passwd", "/no\nsuch 'file'", "/etc", "/pipe", "/big", "relative", "/told/labels"]
        with self.exec() as exec:
            for container, wanted in (("main", paths), ("few", ["/etc/passwd", "/etc/hostname", "/proc/self/comm", "/none"])):
                files = {file["path"]: file for file in exec.ask("files", container=container, paths=wanted)["files"]}
                for path in wanted:
                    if "error" not in files[path] and path != "/proc/self/comm":
                        reader = ["cat"] if container == "main" else ["dd"]
                        told = self.kubectl_bytes(container, *reader, path if container == "main" else "if=" + path)
                        self.assertEqual(base64.b64decode(files[path]["content"]), told, path)
                errors = {path: file["error"].split()[0] for path, file in files.items() if "error" in file}
                if container == "main":
                    self.assertEqual(errors, {"/no\nsuch 'file'": "NotFound", "/etc": "Io", "/pipe": "Io", "/big": "TooLarge", "relative": "Misuse"})
                else:
                    self.assertEqual(errors, {"/none": "NotFound"})

    def test_a_container_with_nothing_to_read_with_is_said_to_have_nothing(self):
        with self.exec() as exec:
            self.assertRegex(exec.ask("env", container="bare")["error"], "^Unsupported the container has nothing to be read with; tried: cat, env -0, ")
            self.assertRegex(exec.ask("files", container="bare", paths=["/etc/passwd"])["error"], "^Unsupported the container has nothing to be read with; tried: cat, head")

    def test_nothing_is_left_open(self):
        with self.exec() as exec:
            exec.run("true")
            before = exec.ask("descriptors")["count"]
            for number in range(10):
                exec.run("true")
                exec.ask("open", name=str(number), command=["sleep", "600"])
                exec.ask("leave", name=str(number))
            cluster.await_true(lambda: exec.ask("descriptors")["count"] <= before, 20, f"{before} descriptors again")


if __name__ == "__main__":
    cluster.main()
