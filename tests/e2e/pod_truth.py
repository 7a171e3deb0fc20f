"""What running containers really see, read by the real kubectl."""
import base64
import json

from cluster import await_true

SHOW_FILES = 'for file in "$@"; do base64 "$file" | tr -d "\\n"; echo; done'


def environment(shared, namespace, pod, container):
    """The variables of a program that is started in the container; the last of a repeated name."""
    run = shared.kubectl("exec", pod, "-n", namespace, "-c", container, "--", "cat", "/proc/self/environ")
    assert run.code == 0, run
    return dict(entry.split("=", 1) for entry in run.out.split("\0") if entry)


def files(shared, namespace, pod, container, paths):
    """The bytes of each of the files."""
    if not paths:
        return {}
    run = shared.kubectl("exec", pod, "-n", namespace, "-c", container, "--", "sh", "-c", SHOW_FILES, "files", *paths)
    assert run.code == 0 and not run.err, run
    lines = run.out.split("\n")
    return {path: base64.b64decode(line).decode("utf-8", "replace") for path, line in zip(paths, lines, strict=False)}


def await_running(shared, namespace, count, seconds=120):
    """Waits until as many pods run with all their containers; returns them by name."""
    def pods():
        return [pod for pod in shared.get(f"/api/v1/namespaces/{namespace}/pods")["items"] if all_run(pod)]

    await_true(lambda: len(pods()) >= count, seconds, f"{count} running pods in {namespace}")
    return {pod["metadata"]["name"]: pod for pod in pods()}


def all_run(pod):
    statuses = pod["status"].get("containerStatuses", [])
    return len(statuses) == len(pod["spec"]["containers"]) and all("running" in status["state"] for status in statuses)


def running_containers(pod):
    """Those that go on running: the containers, and init containers that restart."""
    spec = pod["spec"]
    return [c for c in spec.get("initContainers", []) if c.get("restartPolicy") == "Always"] + spec["containers"]


def items(objects):
    return json.dumps({"apiVersion": "v1", "kind": "List", "items": objects})
