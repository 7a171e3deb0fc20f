"""A window of the program on a real display, as a screen reader is told of it."""
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

import cluster
from display import Display

WALKER = os.path.join(cluster.HERE, "accessible_walk.py")


class WalkedWindow(contextlib.ExitStack):
    """A display and a home folder for programs, which are started one after the other."""

    def __enter__(self):
        self.display = self.enter_context(Display())
        self.home = self.enter_context(tempfile.TemporaryDirectory())
        return self

    def walk(self, *command, rows=0, name="", press="", focus=False):
        """What accessible_walk.py sees of the program, which knows what its arguments mean."""
        environment = {**os.environ, "DISPLAY": self.display.name, "HOME": self.home, "XDG_RUNTIME_DIR": self.home, "WALK_ROWS": str(rows), "WALK_NAME": name, "WALK_PRESS": press,
                       "WALK_FOCUS": "yes" if focus else ""}
        for unset in ("KUBECONFIG", "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "QT_ACCESSIBILITY"):
            environment.pop(unset, None)
        run = subprocess.run(["dbus-run-session", "--", python_with_atspi(), WALKER, *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                             text=True, timeout=180)
        if run.returncode != 0:
            raise AssertionError(run.stderr)
        seen = json.loads(run.stdout.splitlines()[-1])
        if seen.get("met", 0) <= 1:
            raise AssertionError("the window is not on the accessibility bus: " + run.stderr)
        return seen


def python_with_atspi():
    """The system's own, where another one comes first on the path; None without the bindings."""
    for python in (sys.executable, "/usr/bin/python3"):
        probe = [python, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
        if os.path.exists(python) and subprocess.run(probe, stderr=subprocess.DEVNULL).returncode == 0:
            return python
    return None


def main():
    """Runs the calling driver, which is skipped where no window can be walked through."""
    for program in ("Xvfb", "dbus-run-session"):
        if not shutil.which(program):
            print("no " + program)
            sys.exit(cluster.SKIPPED)
    if not python_with_atspi():
        print("no AT-SPI for Python")
        sys.exit(cluster.SKIPPED)
    cluster.main()
