"""What the drivers in this folder share: a real cluster, kubectl, the program under test, and comparing what the two print."""
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SKIPPED = 77
CONTROLPLANE = os.path.join(ROOT, "tests", "controlplane")
os.environ.setdefault("GOGC", "300")  # for kubectl, as the cluster's programs have it
PROGRAM = os.environ.get("WHEELHOUSE", os.path.join(ROOT, "build", "wheelhouse"))


class Run:
    """A finished program: its exit code, what it printed, how long it took and how much memory it needed at most."""

    def __init__(self, command, input=None, environment=None, timeout=120):
        self.command = command
        begin = time.monotonic()
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=out, stderr=err, env=environment)
            killer = _kill_after(process, timeout)
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write((input or "").encode())
                process.stdin.close()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = self.code = os.waitstatus_to_exitcode(status)
            killer.cancel()
            self.seconds, self.peak_kib = time.monotonic() - begin, usage.ru_maxrss
            self.out, self.err = _read(out), _read(err)

    def same_as(self, other):
        return (self.code, self.out, self.err) == (other.code, other.out, other.err)

    def __str__(self):
        return f"{' '.join(self.command)}\nexit {self.code}\n{self.out}\n{self.err}"


def _kill_after(process, seconds):
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    return timer


def _read(file):
    file.seek(0)
    return file.read().decode("utf-8", "replace")


class Cluster:
    """A cluster that runs in a folder; see tests/controlplane/cluster.sh for its users and parts."""

    def __init__(self, folder):
        self.folder = os.path.realpath(folder)

    @classmethod
    def shared(cls):
        """The one that ctest started. Without it the driver ends as skipped."""
        folder = os.environ.get("CLUSTER", os.path.join(ROOT, "build", "controlplane"))
        if not os.path.exists(os.path.join(folder, "admin.kubeconfig")):
            print("no cluster at", folder)
            sys.exit(SKIPPED)
        return cls(folder)

    @classmethod
    @contextlib.contextmanager
    def own(cls, **environment):
        """One for this driver alone, for example with API_FLAGS=...; it is taken down at the end."""
        for last in (False, False, True):  # another program may take the ports that were free a moment ago
            self = cls(tempfile.mkdtemp(prefix="wheelhouse-", dir="/tmp"))
            self.environment = environment
            try:
                self.control("up")
                break
            except subprocess.CalledProcessError:
                self.control("down")
                if last:
                    raise
        try:
            yield self
        finally:
            self.control("down")

    environment = {}

    def control(self, command, *arguments):
        """Runs cluster.sh COMMAND on this cluster."""
        return subprocess.run([os.path.join(CONTROLPLANE, "cluster.sh"), command, self.folder, *map(str, arguments)], check=True,
                              env={**os.environ, **self.environment}, stdout=subprocess.PIPE, text=True).stdout

    def kubeconfig(self, user="admin"):
        return os.path.join(self.folder, user + ".kubeconfig")

    def setting(self, name):
        with open(os.path.join(self.folder, "settings")) as file:
            return dict(word.split("=") for word in file.read().split())[name]

    def has_real_node(self):
        return os.path.exists(os.path.join(self.folder, "node")) and os.path.exists(os.path.join(self.folder, "services"))

    def kubectl(self, *arguments, user="admin", input=None):
        """Runs the real kubectl and returns its Run."""
        return Run([kubectl_program(), "--kubeconfig", self.kubeconfig(user), *arguments], input, _environment())

    def apply(self, manifests):
        run = self.kubectl("apply", "-f", "-", input=manifests)
        if run.code != 0:
            raise AssertionError(str(run))

    def own_pods(self, case, namespace):
        """Skips a class of tests where no real node is; else makes a fresh namespace for its pods, and takes it away after them."""
        if not self.has_real_node():
            raise unittest.SkipTest("no real node here")
        self.kubectl("delete", "namespace", namespace, "--ignore-not-found", "--timeout=90s")  # the one of a run just before may be on its way out
        self.apply(f"apiVersion: v1\nkind: Namespace\nmetadata: {{name: {namespace}}}\n")
        case.addClassCleanup(self.kubectl, "delete", "namespace", namespace, "--wait=false")

    def await_ready(self, namespace, *names):
        ready = self.kubectl("wait", "-n", namespace, "--for=condition=Ready", *(f"pod/{name}" for name in names), "--timeout=90s")
        if ready.code != 0:
            raise AssertionError(str(ready) + str(self.kubectl("describe", "pods", "-n", namespace)))

    def measure(self, case, namespace, manifests):
        """Skips a class of tests where nothing measures the node; else makes what they measure, and takes its namespace away after them."""
        if not os.path.exists(os.path.join(self.folder, "metrics")):
            raise unittest.SkipTest("nothing measures the node here")
        self.apply(manifests)
        case.addClassCleanup(self.kubectl, "delete", "namespace", namespace, "--wait=false")

    def wheelhouse(self, *arguments, user="admin", **options):
        """Runs the program under test and returns its Run."""
        return Run([PROGRAM, *arguments, "--kubeconfig", self.kubeconfig(user)], environment=_environment(), **options)

    def get(self, path):
        """An object or list of the API, read by kubectl."""
        return json.loads(self.kubectl("get", "--raw", path).out)

    def etcd(self, path, body):
        """A call of etcd's JSON gateway."""
        url = f"http://127.0.0.1:{int(self.setting('PORT')) + 1}/v3/{path}"
        with urllib.request.urlopen(urllib.request.Request(url, json.dumps(body).encode())) as answer:
            return json.load(answer)

    def compact(self):
        """Makes the server forget all versions but the newest, so that older resourceVersions are answered with 410."""
        revision = self.etcd("kv/range", {"key": "AA=="})["header"]["revision"]
        self.etcd("kv/compaction", {"revision": revision, "physical": True})


def kubectl_program():
    folders = [os.environ.get("KUBEBUILDER_ASSETS"), os.environ.get("WHEELHOUSE_PROGRAMS"),
               os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "wheelhouse", "controlplane")]
    for folder in filter(None, folders):
        if os.path.exists(os.path.join(folder, "kubectl")):
            return os.path.join(folder, "kubectl")
    return "kubectl"


_home = tempfile.TemporaryDirectory(prefix="wheelhouse-home-")


def _environment():
    return {**os.environ, "HOME": _home.name, "NO_COLOR": "1"}


# ---- comparing what two programs printed ----

AGE = re.compile(r"\(?((?:\d+[ydhms]){1,2})[),]*")
UNITS = {"y": 365 * 86400, "d": 86400, "h": 3600, "m": 60, "s": 1}


def seconds_of(age):
    """The range of seconds that a printed age may mean: 5m is 300 to 359."""
    parts = re.findall(r"(\d+)([ydhms])", age)
    low = sum(int(number) * UNITS[unit] for number, unit in parts)
    return low, low + UNITS[parts[-1][1]]


def same_word(one, other, slack):
    if one == other:
        return True
    ages = AGE.fullmatch(one), AGE.fullmatch(other)
    if not all(ages):
        return False
    (low, high), (other_low, other_high) = (seconds_of(age[1]) for age in ages)
    return low <= other_high + slack and other_low <= high + slack


def difference(expected, found, slack=5):
    """The first line where two printed tables differ by more than the seconds between two runs; None if there is none."""
    one, other = expected.splitlines(), found.splitlines()
    for number in range(max(len(one), len(other))):
        line = one[number] if number < len(one) else "(no more lines)"
        other_line = other[number] if number < len(other) else "(no more lines)"
        words, other_words = line.split(), other_line.split()
        if len(words) != len(other_words) or not all(same_word(a, b, slack) for a, b in zip(words, other_words)):
            return f"line {number + 1}\nexpected: {line}\nfound:    {other_line}"
    return None


def difference_of_runs(expected, found):
    """What two runs differ in, but for the seconds between them; None if in nothing."""
    if (expected.code, expected.err) != (found.code, found.err):
        return f"expected: {expected}\nfound: {found}"
    return difference(expected.out, found.out)


def await_true(condition, seconds=30, what=""):
    limit = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > limit:
            raise AssertionError(f"not within {seconds} s: {what or condition}")
        time.sleep(0.1)


def main():
    """Runs the test cases of the calling driver. A skipped one makes the whole driver count as skipped."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that an own cluster is taken down
    result = unittest.main(module="__main__", exit=False, verbosity=2).result
    if not result.wasSuccessful() or result.testsRun == 0:
        sys.exit(1)
    sys.exit(SKIPPED if result.skipped else 0)
