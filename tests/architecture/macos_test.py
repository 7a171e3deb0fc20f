"""The files that macOS compiles and no compiler here does: checked as far as one without Apple's headers can.

Each *_macos.cpp and *_unix.cpp is compiled, without making code, as for macOS: Apple's headers are stood in for by our own few lines in macos/, what Linux has and
macOS lacks is an error, and so is a function that no header of ours declares. A function that was renamed or takes something else now fails here.

It cannot prove that Apple's headers declare what ours say they do, that anything links, or what it does when it runs: .github/workflows/macos.yml does.
"""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FLAGS = ["-std=c++20", "-fsyntax-only", "-U__linux__", "-U__linux", "-Ulinux", "-D__APPLE__", "-D__MACH__", "-Wall", "-Wextra", "-Wpedantic", "-Wshadow", "-Werror"]


def compiler():
    return os.environ.get("CXX") or "c++"


def undeclared():
    """The warning about a function without a declaration, as the compiler calls it."""
    version = subprocess.run([compiler(), "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    return "-Wmissing-prototypes" if "clang" in version else "-Wmissing-declarations"


def files_of_macos(root):
    return sorted(file for pattern in ("*_macos.cpp", "*_unix.cpp") for top in ("models", "widgets", "app") for file in (root / top).rglob(pattern))


def complaints(root, file):
    """What the compiler says; nothing if all is well."""
    command = [compiler(), *FLAGS, undeclared(), "-isystem", str(HERE / "macos"), "-include", str(HERE / "macos" / "Absent.h"), "-I", str(root), str(file)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=120)
    return "" if done.returncode == 0 else done.stdout or f"exit code {done.returncode}"


class MacosTest(unittest.TestCase):
    def test_every_file_for_macos_compiles(self):
        files = files_of_macos(ROOT)
        self.assertGreater(len(files), 8)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            said = dict(zip(files, pool.map(lambda file: complaints(ROOT, file), files)))
        for file, words in said.items():
            with self.subTest(file=str(file.relative_to(ROOT))):
                self.assertEqual("", words)

    def changed(self, name, before, after):
        """What is said when one of our files had changed and its counterpart had not; name: of the file that changes."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            shutil.copytree(ROOT / "models", root / "models")
            text = (root / name).read_text()
            self.assertIn(before, text)
            (root / name).write_text(text.replace(before, after))
            stem = pathlib.Path(name).stem.removesuffix("_macos")
            return complaints(root, root / pathlib.Path(name).parent / f"{stem}_macos.cpp")

    def test_a_renamed_function_of_ours_is_reported(self):
        self.assertIn("residentKibibytes", self.changed("models/platform/ProcessFigures.h", "residentKibibytes", "residentBytes"))

    def test_another_argument_is_reported(self):
        self.assertIn("watchPeer", self.changed("models/http/Socket.h", "watchPeer(std::intptr_t", "watchPeer(long long, std::intptr_t"))

    def test_an_option_of_linux_is_reported(self):
        self.assertIn("TCP_USER_TIMEOUT", self.changed("models/http/Socket_macos.cpp", "TCP_RXT_CONNDROPTIME", "TCP_USER_TIMEOUT"))

    def test_a_call_of_linux_is_reported(self):
        self.assertIn("pipe2", self.changed("models/http/Socket_macos.cpp", "setsockopt(socket, level", "pipe2(&value, 0);\n    setsockopt(socket, level"))


if __name__ == "__main__":
    unittest.main()
