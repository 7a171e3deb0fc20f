"""The program without a verb opens its window and says which verbs need none."""
import os
import select
import signal
import subprocess
import unittest

import cluster


class Window(unittest.TestCase):
    def test_it_starts_and_names_the_verbs(self):
        process = subprocess.Popen([cluster.PROGRAM], stdout=subprocess.PIPE)
        try:
            self.assertTrue(select.select([process.stdout], [], [], 60)[0], "it says nothing")
            line = os.read(process.stdout.fileno(), 4096).decode()
            self.assertIn("contexts", line)
            self.assertIn("get", line)
            self.assertIsNone(process.poll(), "it ended by itself")
        finally:
            process.send_signal(signal.SIGKILL)
            process.wait()
            process.stdout.close()


if __name__ == "__main__":
    cluster.main()
