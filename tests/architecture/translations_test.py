#!/usr/bin/env python3
"""Every text that a person reads has its Korean translation, with the same places for values."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TRANSLATIONS = os.path.join(ROOT, "resources", "translations")
PLACES = re.compile(r"%(?:\d|n)")


def lupdate():
    for name in ("lupdate6", "lupdate", "/usr/lib/qt6/bin/lupdate"):
        if shutil.which(name):
            return name
    print("lupdate is not installed")
    sys.exit(77)


def messages(file):
    for context in tree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            yield context.findtext("name"), message.findtext("source"), translation.get("type"), forms


def problems(file):
    for context, source, state, forms in messages(file):
        for form in forms:
            if state == "unfinished" or not form.strip():
                yield f"{context}: not translated: {source}"
            elif sorted(PLACES.findall(source)) != sorted(PLACES.findall(form)):
                yield f"{context}: other places for values: {source} / {form}"


with tempfile.TemporaryDirectory() as folder:
    file = os.path.join(folder, "wheelhouse_ko.ts")
    shutil.copy(os.path.join(TRANSLATIONS, "wheelhouse_ko.ts"), file)
    subprocess.run([os.path.join(TRANSLATIONS, "update.sh"), file], check=True, env={**os.environ, "LUPDATE": lupdate()})
    found = list(problems(file))
    assert sum(1 for _ in messages(file)) > 50, "the texts were not found"
print("\n".join(found))
sys.exit(1 if found else 0)
