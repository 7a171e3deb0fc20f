"""A program of this folder that is told what to do, a line for each command, and answers by lines."""
import contextlib
import os
import subprocess


class Driven:
    """Runs as long as the block that holds it; it has to end well."""

    def __init__(self, program, *words, **variables):
        self.name = os.path.basename(program)
        self.process = subprocess.Popen([program, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, **variables})

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        try:
            code = self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self.process.stdout.close()
        if code != 0:
            raise AssertionError(f"{self.name} ended with {code}")

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def line(self):
        """The next one that it says."""
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"{self.name} ended: {self.process.wait()}")
        return line.rstrip("\n")

    def ask(self, *words):
        """The lines of the answer to one command, which a line "end" ends."""
        self.tell(" ".join(map(str, words)))
        return list(iter(self.line, "end"))
