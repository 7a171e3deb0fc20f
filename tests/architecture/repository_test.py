#!/usr/bin/env python3
"""The repository's top level is what it should be; its workflows, settings and scripts can be read."""
import glob
import os
import shutil
import subprocess
import sys

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


check_top_level()
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
