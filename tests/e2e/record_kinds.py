#!/usr/bin/env python3
"""Records what a real API server says of every kind: its list as JSON and as protobuf, and the cells it prints.

record_kinds.py [--create MANIFESTS] [--selector LABELS] OUT

The cluster is the one kubectl sees (KUBECONFIG). Every listable kind in every served version becomes
OUT/GROUP.VERSION.RESOURCE.list.json, .list.pb (where the server has protobuf) and .table.json: the columns, the rows,
and the milliseconds before and after, since ages pass. Nothing else may write to the cluster meanwhile.

--create first makes the objects of a folder, labelled kinds=recorded, and writes their status (and approval) through the
subresources, so the controllers must not run. tests/data/kinds/recorded came from a server with
--runtime-config=api/all=true --feature-gates=AllAlpha=true,AllBeta=true. An object annotated example.com/delete is deleted afterwards.
"""
import argparse
import base64
import json
import os
import pathlib
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

LABEL = {"kinds": "recorded"}


def kubectl(*words):
    return subprocess.run(["kubectl", *words], check=True, stdout=subprocess.PIPE).stdout


class Server:
    def __init__(self):
        config = json.loads(kubectl("config", "view", "--raw", "--minify", "-o", "json"))
        cluster, user = config["clusters"][0]["cluster"], config["users"][0]["user"]
        self.address = cluster["server"]
        self.token = user.get("token")
        self.tls = ssl.create_default_context(cadata=self.text(cluster, "certificate-authority"))
        if certificate := self.text(user, "client-certificate"):
            with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
                file.write(certificate + "\n" + self.text(user, "client-key"))
                file.flush()
                self.tls.load_cert_chain(file.name)

    @staticmethod
    def text(entry, key):
        if key + "-data" in entry:
            return base64.b64decode(entry[key + "-data"]).decode()
        if key in entry:
            with open(entry[key]) as file:
                return file.read()
        return None

    def ask(self, path, accept="application/json", method="GET", body=None, content="application/merge-patch+json"):
        headers, data = {"Accept": accept}, None
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        if body is not None:
            headers["Content-Type"], data = content, json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data, headers, method=method)
        for attempt in range(50):
            try:
                with urllib.request.urlopen(request, context=self.tls) as answer:
                    return answer.read(), answer.headers.get("Content-Type", "")
            except urllib.error.HTTPError as error:
                if error.code != 429 or attempt == 49:   # the storage of a new custom resource takes a moment
                    raise
                time.sleep(0.2)

    def resources(self):
        """Every listable resource: its group and version, its path, and what discovery says of it."""
        groups = json.loads(self.ask("/apis")[0])["groups"]
        roots = ["/api/v1"] + ["/apis/" + version["groupVersion"] for group in groups for version in group["versions"]]
        for root in roots:
            try:
                found = json.loads(self.ask(root)[0])
            except urllib.error.HTTPError as error:
                print(f"{root}: {error}", file=sys.stderr)
                continue
            for resource in found["resources"]:
                yield found["groupVersion"], root, resource


def objects(folder, words):
    text = kubectl("create", "--dry-run=client", "--validate=false", "-o", "json", "-f", folder).decode()
    for placeholder, value in words.items():
        text = text.replace(placeholder, json.dumps(value)[1:-1])
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        found, end = decoder.raw_decode(text)
        text = text[end:]
        yield from found["items"] if found["kind"] == "List" else [found]


def certificates():
    """Certificates, requests and keys, for the kinds whose content the server checks."""
    with tempfile.TemporaryDirectory() as folder:
        def openssl(*words):
            subprocess.run(["openssl", *words], cwd=folder, check=True, stderr=subprocess.DEVNULL)

        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "3650",
                "-subj", "/CN=test", "-addext", "basicConstraints=critical,CA:TRUE", "-keyout", "key", "-out", "certificate")
        openssl("req", "-new", "-key", "key", "-subj", "/CN=test", "-out", "request")
        openssl("genpkey", "-algorithm", "ed25519", "-out", "podkey")
        openssl("pkey", "-in", "podkey", "-pubout", "-outform", "DER", "-out", "public")
        with open(os.path.join(folder, "uid"), "w") as file:
            file.write("11111111-1111-4111-8111-111111111111")
        openssl("pkeyutl", "-sign", "-inkey", "podkey", "-rawin", "-in", "uid", "-out", "proof")
        read = {name: pathlib.Path(folder, name).read_bytes() for name in ("certificate", "request", "public", "proof")}
    return {
        "@CERTIFICATE@": read["certificate"].decode(),
        "@CERTIFICATE_BASE64@": base64.b64encode(read["certificate"]).decode(),
        "@REQUEST@": base64.b64encode(read["request"]).decode(),
        "@POD_KEY@": base64.b64encode(read["public"]).decode(),
        "@POD_PROOF@": base64.b64encode(read["proof"]).decode(),
    }


def create(server, folder):
    places = {(version, resource["kind"]): (root, resource) for version, root, resource in server.resources()
              if "/" not in resource["name"]}
    leaving, failures = [], 0
    namespace = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "kinds"}}
    for item in [namespace, *objects(folder, certificates())]:
        root, resource = places[item["apiVersion"], item["kind"]]
        metadata = item["metadata"]
        metadata["labels"] = {**metadata.get("labels", {}), **LABEL}
        if resource["namespaced"]:
            root += "/namespaces/" + metadata["namespace"]
        path = f"{root}/{resource['name']}/{metadata['name']}"
        later = {name: item.pop(name) for name in ("approval", "status") if name in item}
        try:
            server.ask(os.path.dirname(path), method="POST", body=item, content="application/json")
            for name, value in later.items():
                server.ask(f"{path}/{name}", method="PATCH", body={"status": value})
            server.ask(path, method="PATCH", body={"metadata": {"managedFields": [{}]}})
        except urllib.error.HTTPError as error:
            failures += 1
            print(f"{item['kind']} {metadata['name']}: {json.loads(error.read())['message']}", file=sys.stderr)
            continue
        if "example.com/delete" in metadata.get("annotations", {}):
            leaving.append(path)
    for path in leaving:
        server.ask(path, method="DELETE")
    return failures


def record(server, selector, folder):
    os.makedirs(folder, exist_ok=True)
    for version, root, resource in server.resources():
        if "/" in resource["name"] or "list" not in resource["verbs"]:
            continue
        path = f"{root}/{resource['name']}"
        if selector and resource["kind"] != "ComponentStatus":
            path += "?labelSelector=" + selector
        name = os.path.join(folder, version.replace("/", ".") + "." + resource["name"])
        before = time.time()
        table = json.loads(server.ask(path, "application/json;as=Table;g=meta.k8s.io;v=v1")[0])
        after = time.time()
        listed = server.ask(path)[0]
        with open(name + ".list.json", "wb") as file:
            file.write(listed)
        try:
            packed, kind = server.ask(path, "application/vnd.kubernetes.protobuf")
            if kind == "application/vnd.kubernetes.protobuf":
                with open(name + ".list.pb", "wb") as file:
                    file.write(packed)
        except urllib.error.HTTPError as error:
            if error.code != 406:
                raise
        rows = [{"namespace": row["object"]["metadata"].get("namespace", ""), "name": row["object"]["metadata"]["name"],
                 "cells": row["cells"]} for row in table.get("rows") or []]
        with open(name + ".table.json", "w") as file:
            json.dump({"apiVersion": version, "kind": resource["kind"], "resource": resource["name"],
                       "namespaced": resource["namespaced"], "before": int(before * 1000), "after": int(after * 1000) + 1,
                       "columns": [{"name": column["name"], "priority": column["priority"]} for column in table["columnDefinitions"]],
                       "rows": rows}, file, ensure_ascii=False, indent=0)
        print(f"{version} {resource['name']}: {len(rows)}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--create", metavar="MANIFESTS")
    arguments.add_argument("--selector", metavar="LABELS", default="")
    arguments.add_argument("out", metavar="OUT")
    given = arguments.parse_args()
    server = Server()
    failures = create(server, given.create) if given.create else 0
    record(server, given.selector.replace("=", "%3D"), given.out)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
