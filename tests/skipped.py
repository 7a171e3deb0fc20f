#!/usr/bin/env python3
"""Names the tests that did not run, whole ones and single functions of QtTest programs; exit 1 if there are any.

skipped.py JUNIT-FILE-OF-CTEST
"""
import re
import sys
import xml.etree.ElementTree

skipped = []
for case in xml.etree.ElementTree.parse(sys.argv[1]).getroot().iter("testcase"):
    name, output = case.get("name"), case.findtext("system-out") or ""
    if case.get("status") in ("notrun", "disabled") or case.find("skipped") is not None:
        skipped.append(name)
    skipped += [f"{name}: {function}" for function in re.findall(r"^SKIP +: (.*)$", output, re.MULTILINE)]
for name in skipped:
    print("skipped:", name, file=sys.stderr)
sys.exit(1 if skipped else 0)
