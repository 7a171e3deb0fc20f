#!/usr/bin/env python3
"""Writes a container image that `ctr images import` reads, without a registry.

make_image.py OUT.tar NAME:TAG [PATH=FILE | PATH=->LINK-TARGET]...
"""
import hashlib
import io
import json
import platform
import sys
import tarfile


def add(archive, path, data=b"", **fields):
    entry = tarfile.TarInfo(path)
    entry.size, entry.mode = len(data), 0o755
    for name, value in fields.items():
        setattr(entry, name, value)
    archive.addfile(entry, io.BytesIO(data))


def add_named(archive, argument):
    path, source = argument.split("=", 1)
    if source.startswith("->"):
        add(archive, path, type=tarfile.SYMTYPE, linkname=source[2:])
        return
    with open(source, "rb") as file:
        add(archive, path, file.read())


def layer_of(arguments):
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w") as archive:
        add(archive, "tmp", type=tarfile.DIRTYPE, mode=0o1777)
        add(archive, "etc/passwd", b"root:x:0:0:root:/root:/bin/sh\n", mode=0o644)
        for argument in arguments:
            add_named(archive, argument)
    return layer.getvalue()


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def main(out, name, *arguments):
    layer = layer_of(arguments)
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
    config = json.dumps({"architecture": architecture, "os": "linux",
                         "config": {"Cmd": ["/bin/sleep", "2147483647"], "Env": ["PATH=/bin"]},
                         "rootfs": {"type": "layers", "diff_ids": ["sha256:" + sha256(layer)]}}).encode()
    manifest = [{"Config": sha256(config) + ".json", "RepoTags": [name], "Layers": ["layer.tar"]}]
    with tarfile.open(out, "w") as archive:
        add(archive, manifest[0]["Config"], config)
        add(archive, "layer.tar", layer)
        add(archive, "manifest.json", json.dumps(manifest).encode())


main(*sys.argv[1:])
