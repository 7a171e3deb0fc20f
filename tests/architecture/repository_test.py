#!/usr/bin/env python3
"""The repository's top level is what it should be; its workflows, settings and scripts can be read."""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

try:
    import yaml
except ImportError:
    print("python3-yaml is not installed")
    sys.exit(77)

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TOP = {"CMakeLists.txt", "app", "widgets", "models", "resources", "tests", "packaging", "README.md", "LICENSE"}


def read_yaml(file):
    with open(file) as stream:
        return yaml.safe_load(stream)


def check_workflow(file):
    workflow = read_yaml(file)
    assert workflow["name"] and workflow[True], file  # YAML 1.1 reads the key "on" as true
    assert workflow["jobs"], file
    for name, job in workflow["jobs"].items():
        assert job["runs-on"], f"{file}: {name} has no machine"
        assert job["steps"], f"{file}: {name} does nothing"
        for step in job["steps"]:
            assert bool(step.get("uses")) != bool(step.get("run")), f"{file}: {name}: {step}"


def check_top_level():
    found = {name for name in os.listdir(ROOT) if not name.startswith((".", "build"))}
    assert found <= TOP, f"does not belong at the top: {found - TOP}"


def scripts():
    found = [os.path.join(ROOT, ".ci", "run")]
    for folder in ("packaging", "tests"):
        found += glob.glob(os.path.join(ROOT, folder, "**", "*.sh"), recursive=True)
    return found


def unsteady(*outputs):
    """What tests/unsteady.py says of tests that failed with these outputs beside one that passed."""
    failed = "".join(f'<testcase name="t{i}" status="fail"><system-out>{text}</system-out></testcase>' for i, text in enumerate(outputs))
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as file:
        file.write(f'<testsuite><testcase name="fine" status="run"/>{failed}</testsuite>')
        file.flush()
        program = [sys.executable, ROOT + "/tests/unsteady.py", file.name]
        return subprocess.run(program, stdout=subprocess.PIPE, text=True).stdout.split()


def check_second_tries():
    assert unsteady("FAIL! : Compared values are not the same") == ["t0"]
    assert unsteady("a", "b", "c") == ["t0", "t1", "t2"]
    assert unsteady("a", "b", "c", "d") == [], "many failures are no accident"
    assert unsteady("==1==ERROR: AddressSanitizer: heap-use-after-free") == []
    assert unsteady("a", "Store.cpp:1:2: runtime error: signed integer overflow") == []
    assert unsteady() == []


check_top_level()
check_second_tries()
workflows = {os.path.basename(file): file for file in glob.glob(ROOT + "/.github/workflows/*.yml")}
assert set(workflows) >= {"linux.yml", "macos.yml", "windows.yml"}, workflows
for workflow in workflows.values():
    check_workflow(workflow)
for settings in (".clang-format", ".clang-tidy"):
    assert read_yaml(os.path.join(ROOT, settings)), settings
if shutil.which("bash"):
    for script in scripts():
        subprocess.run(["bash", "-n", script], check=True)
print("checked", len(workflows), "workflows and", len(scripts()), "scripts")
