"""What the drivers in this folder share: programs of Windows under wine, started as test.sh has prepared it, and the registry that they read."""
import contextlib
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tests", "e2e"))

from cluster import Run  # noqa: E402

WINE = os.environ["WINE"]
BUILD = os.environ.get("BUILD_FOLDER", os.path.join(ROOT, "build-windows"))


def program(name):
    """The command line of a program that build.sh made."""
    return [WINE, os.path.join(BUILD, name)]


def wheelhouse(*arguments, **variables):
    """Runs the program for the console and returns its Run, with the ends of its lines as elsewhere."""
    run = Run([*program("wheelhouse.com"), *arguments], environment={**_environment(), **variables})
    run.out, run.err = run.out.replace("\r\n", "\n"), run.err.replace("\r\n", "\n")
    return run


def _environment():
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}


def _reg(*arguments):
    subprocess.run([WINE, "reg", *arguments, "/f"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextlib.contextmanager
def registered(key, kind, **values):
    """The key of the registry has these values; afterwards they are gone."""
    for name, value in values.items():
        _reg("add", key, "/v", name, "/t", kind, "/d", value)
    try:
        yield
    finally:
        for name in values:
            _reg("delete", key, "/v", name)
