#!/usr/bin/env python3
"""Compares what this program makes of a kubeconfig with what kubectl makes of it, over generated kubeconfigs.

usage: kubeconfig_conformance.py WHEELHOUSE [--only SUBSTRING] [--every N] [--known] [--record] [--verbose]

--every N takes each N-th case, for a quick look at all sorts of them.
--known does not ask kubectl again about an answer that it agreed with before: their digests, and the version of that kubectl,
stand in tests/data/kubeconfig/agreed.txt. It is still asked about each 20th case. --record writes that file anew.

kubectl comes from KUBEBUILDER_ASSETS, else from the PATH; without one the exit code is 77 (skipped). For each case
`kubectl config view --raw` tells names and fields, and `kubectl get pods` tells what stops it before any request; both
are compared with `contexts --merged -o json`. Nothing listens on the ports that are used.
"""

import base64
import concurrent.futures
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "data", "kubeconfig")


def data(name):
    with open(os.path.join(DATA, name), "rb") as file:
        return base64.b64encode(file.read()).decode()


CA, CERT, KEY, OTHER = data("authority.pem"), data("client.pem"), data("client.key"), data("other.key")
JUNK = base64.b64encode(b"hello").decode()
SERVER = "server: 'https://127.0.0.1:1'"
V1, V1BETA1 = "client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"


def config(cluster=SERVER, user="token: a", context="cluster: c, user: u", current="current-context: x\n"):
    return (f"clusters:\n- name: c\n  cluster: {{{cluster}}}\nusers:\n- name: u\n  user: {{{user}}}\n"
            f"contexts:\n- name: x\n  context: {{{context}}}\n{current}")


# Fields of a cluster, each meant to be looked at alone and beside each user.
CLUSTERS = [
    SERVER,
    "",
    "server: ''",
    "server: 'http://127.0.0.1:1'",
    "server: '127.0.0.1:1'",
    "server: 'localhost:1'",
    "server: 'HTTPS://127.0.0.1:1'",
    "server: 'https://127.0.0.1:1/'",
    "server: 'https://127.0.0.1:1/prefix'",
    "server: 'https://127.0.0.1:1/a?b=c#d'",
    "server: 'https://127.0.0.1:1?b=c'",
    "server: 'https://u:p@127.0.0.1:1'",
    "server: 'https://[::1]:1'",
    "server: 'https://[::1'",
    "server: 'https://'",
    "server: 'https://a b'",
    "server: 'https://h:bad'",
    "server: 'https://127.0.0.1:1/%zz'",
    "server: 'https:h:1'",
    "server: 'a/b'",
    "server: '/a'",
    "server: ':1'",
    "server: '127.0.0.1:1/'",
    "server: ' https://127.0.0.1:1'",
    "server: 'https://127.0.0.1:1 '",
    'server: "https://127.0.0.1:1\\n"',
    SERVER + f", certificate-authority-data: {CA}",
    SERVER + f", certificate-authority-data: {JUNK}",
    SERVER + f", certificate-authority-data: {CERT}",
    SERVER + f", certificate-authority-data: {KEY}",
    SERVER + ", certificate-authority-data: '!!!'",
    SERVER + ", certificate-authority-data: aGVsbG8",
    SERVER + ", certificate-authority-data: 'aGVs bG8='",
    SERVER + ', certificate-authority-data: "aGVs\\r\\nbG8="',
    SERVER + ", certificate-authority-data: aGVsbG8=x",
    SERVER + ", certificate-authority-data: a",
    SERVER + ", certificate-authority-data: 'aG=='",
    SERVER + ", certificate-authority-data: 'aG=x'",
    SERVER + ", certificate-authority-data: [1, 2]",
    SERVER + ", certificate-authority: ca.pem",
    SERVER + ", certificate-authority: junk",
    SERVER + ", certificate-authority: nope",
    SERVER + ", certificate-authority: sub/../ca.pem",
    SERVER + ", certificate-authority: empty",
    SERVER + ", certificate-authority: .",
    SERVER + ", certificate-authority: ca.pem/x",
    SERVER + f", certificate-authority: ca.pem, certificate-authority-data: {CA}",
    SERVER + f", certificate-authority: nope, certificate-authority-data: {CA}",
    SERVER + f", insecure-skip-tls-verify: true, certificate-authority-data: {CA}",
    SERVER + ", insecure-skip-tls-verify: true, certificate-authority: ca.pem",
    SERVER + ", insecure-skip-tls-verify: true",
    SERVER + ", tls-server-name: example.com",
    SERVER + ", proxy-url: 'http://127.0.0.1:2'",
    SERVER + ", proxy-url: 'socks5://127.0.0.1:2'",
    SERVER + ", proxy-url: 'ftp://127.0.0.1'",
    SERVER + ", proxy-url: '127.0.0.1:2'",
    SERVER + ", proxy-url: 'proxy'",
    SERVER + ", proxy-url: 'http://h:bad'",
    SERVER + ", proxy-url: '://x'",
    SERVER + ", disable-compression: true",
    SERVER + ", extensions: [{name: e, extension: {a: 1}}]",
    SERVER + ", extensions: [{name: e}, {name: e}]",
    SERVER + ", extensions: [{name: e, extension: 1}, {name: e, extension: 2}]",
    "certificate-authority: nope",
    "server: 'http://127.0.0.1:1', certificate-authority: nope",
    f"server: 'http://127.0.0.1:1', certificate-authority-data: {JUNK}, insecure-skip-tls-verify: true",
    "Server: 'https://127.0.0.1:1'",
]


def execute(rest, version=V1, command="nope-no-such-plugin", mode=", interactiveMode: Never"):
    return f"exec: {{apiVersion: {version}, command: {command}{mode}{rest}}}"


USERS = [
    "token: a",
    "",
    "tokenFile: token",
    "tokenFile: nope",
    "tokenFile: empty",
    "tokenFile: .",
    "token: a, tokenFile: nope",
    "username: a, password: b",
    "username: a",
    "password: b",
    "token: a, username: b",
    "token: a, password: b",
    "tokenFile: token, username: b",
    f"client-certificate-data: {CERT}, client-key-data: {KEY}",
    f"client-certificate-data: {CERT}, client-key-data: {OTHER}",
    f"client-certificate-data: {CERT}, client-key-data: {CERT}",
    f"client-certificate-data: {KEY}, client-key-data: {KEY}",
    f"client-certificate-data: {JUNK}, client-key-data: {KEY}",
    f"client-certificate-data: {CERT}, client-key-data: {JUNK}",
    f"client-certificate-data: {CERT}",
    f"client-key-data: {KEY}, token: a",
    "client-certificate: client.pem, client-key: client.key",
    "client-certificate: client.pem, client-key: other.key",
    "client-certificate: client.pem, client-key: nope",
    "client-certificate: nope, client-key: nope",
    "client-certificate: client.pem",
    "client-key: nope, token: a",
    f"client-certificate-data: {CERT}, client-key: client.key",
    f"client-certificate-data: {CERT}, client-key: other.key",
    f"client-certificate: client.pem, client-key-data: {KEY}",
    f"client-certificate: client.pem, client-certificate-data: {CERT}, client-key: client.key",
    f"client-certificate: client.pem, client-key: client.key, client-key-data: {KEY}",
    f"client-certificate-data: {CERT}, client-key-data: {KEY}, token: a",
    f"client-certificate-data: {CERT}, client-key-data: {KEY}, username: a, password: b",
    "as: someone, token: a",
    "as: someone, as-uid: '1', as-groups: [g, h], as-user-extra: {k: [v, w]}, token: a",
    "as-uid: '1', token: a",
    "as-groups: [g], token: a",
    "as-user-extra: {k: [v]}, token: a",
    "as-groups: [], token: a",
    execute(""),
    execute(", args: [a, b], env: [{name: A, value: b}], installHint: 'get it', provideClusterInfo: true"),
    execute("", V1BETA1, mode=""),
    execute("", V1, mode=""),
    execute("", "client.authentication.k8s.io/v1alpha1", mode=""),
    execute("", "other/v1"),
    execute("", mode=", interactiveMode: Sometimes"),
    execute("", mode=", interactiveMode: IfAvailable"),
    execute(", env: [{value: b}]"),
    execute(", env: [{name: A}]"),
    execute("", command="''"),
    execute("", command="./sub/plugin"),
    "exec: {}",
    "exec: null",
    execute("") + ", token: a",
    execute("", "other/v1") + ", token: a",
    execute("") + f", client-certificate-data: {CERT}, client-key-data: {KEY}",
    execute("") + ", auth-provider: {name: oidc}",
    "auth-provider: {name: gcp}",
    "auth-provider: {name: azure}",
    "auth-provider: {name: other}",
    "auth-provider: {}",
    "auth-provider: null",
    "auth-provider: {name: oidc}",
    "auth-provider: {name: oidc, config: {idp-issuer-url: 'https://127.0.0.1:3'}}",
    "auth-provider: {name: oidc, config: {idp-issuer-url: 'https://127.0.0.1:3', client-id: c1}}",
    "auth-provider: {name: oidc, config: {idp-issuer-url: 'https://127.0.0.1:3', client-id: c2, idp-certificate-authority-data: '!'}}",
    f"auth-provider: {{name: oidc, config: {{idp-issuer-url: 'https://127.0.0.1:3', client-id: c3, idp-certificate-authority-data: {JUNK}}}}}",
    "auth-provider: {name: oidc, config: {idp-issuer-url: 'https://127.0.0.1:3', client-id: c4, idp-certificate-authority: /nope}}",
    "token: a, auth-provider: {name: gcp}",
    "Token: a",
]

FIELDS = {
    "cluster": ["server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority", "certificate-authority-data", "proxy-url",
                "disable-compression", "extensions"],
    "user": ["client-certificate", "client-certificate-data", "client-key", "client-key-data", "token", "tokenFile", "as", "as-uid", "as-groups",
             "as-user-extra", "username", "password", "auth-provider", "exec", "extensions"],
    "context": ["cluster", "user", "namespace", "extensions"],
}
INNER = {
    "exec": ["command", "args", "env", "apiVersion", "installHint", "provideClusterInfo", "interactiveMode"],
    "auth-provider": ["name", "config"],
}
TOP = ["clusters", "users", "contexts", "current-context", "preferences", "extensions", "kind", "apiVersion"]
WRONG = ["5", "1.5", "true", "yes", "text", "''", "[]", "[1]", "[a]", "[~]", "{}", "{a: 1}", "{a: b}", "~", "[{name: 1}]", "[{name: {}}]", "0x1F", "010", "1e3",
         "2001-01-01", "'5'", "1:30", "!!str 5", "!!binary aGVsbG8=", "[[1]]", "{a: [1]}", "{a: [b]}"]

STRUCTURE = {
    "empty": "", "comment": "# nothing\n", "null": "null\n", "scalar": "hello\n", "number": "5\n", "list": "- a\n", "bool": "true\n",
    "wrong kind": "kind: Pod\napiVersion: v1\n", "wrong version": "kind: Config\napiVersion: v2\n", "group": "kind: Config\napiVersion: apps/v1\n",
    "three parts": "apiVersion: a/b/c\n", "kind in capitals": "KIND: Pod\n", "right kind": "kind: Config\napiVersion: v1\n" + config(),
    "kind only": "kind: Config\n" + config(), "slash": "apiVersion: /\n" + config(), "null kind": "kind: ~\n" + config(),
    "open bracket": "a: [\n", "tab": "a:\n\tb: 1\n", "bad indent": "a: 1\n  b: 2\n", "open quote": "a: 'b\n", "unknown anchor": "a: *b\n",
    "two documents": config() + "---\nclusters: 5\n", "broken second document": config() + "---\na: [\n",
    "document start": "---\n" + config(), "byte order mark": "\ufeff" + config(), "carriage returns": config().replace("\n", "\r\n"),
    "json": json.dumps({"clusters": [{"name": "c", "cluster": {"server": "https://127.0.0.1:1"}}], "users": [{"name": "u", "user": {"token": "a"}}],
                        "contexts": [{"name": "x", "context": {"cluster": "c", "user": "u"}}], "current-context": "x"}),
    "merge key": "base: &b {server: 'https://127.0.0.1:1'}\n" + config("<<: *b"), "unknown keys": "other: [1, {a: b}]\n" + config(),
    "repeated key": config() + "current-context: y\ncontexts:\n- name: y\n  context: {cluster: c, user: u}\n",
    "repeated inner key": config(SERVER + ", server: 'https://127.0.0.1:2'"),
    "duplicate cluster": "clusters:\n- name: a\n- name: a\n", "duplicate user": "users:\n- name: a\n  user: {token: hidden}\n- name: a\n",
    "duplicate context": "contexts:\n- name: a\n- name: a\n", "duplicate extension": "extensions: [{name: a, extension: 1}, {name: a, extension: 2}]\n",
    "duplicates of all": "contexts: [{name: a}, {name: a}]\nusers: [{name: a}, {name: a}]\nclusters: [{name: a}, {name: a}]\n",
    "null entries": "clusters: [~]\nusers: ~\ncontexts: [{name: x, context: ~}]\ncurrent-context: x\n",
    "unnamed": "clusters: [{cluster: {server: 'https://127.0.0.1:1'}}]\nusers: [{user: {token: a}}]\ncontexts: [{context: {namespace: n}}]\n",
    "no current context": config(current=""), "current context nowhere": config(current="current-context: zz\n"),
    "current context empty": config(current="current-context: ''\n"),
    "cluster nowhere": config(context="cluster: zz, user: u"), "user nowhere": config(context="cluster: c, user: zz"),
    "no cluster": config(context="user: u"), "no user": config(context="cluster: c"), "namespace": config(context="cluster: c, user: u, namespace: team"),
    "odd namespace": config(context="cluster: c, user: u, namespace: 'No Such'"),
    "several problems": config(SERVER + f", certificate-authority: nope, certificate-authority-data: {CA}", "token: a, username: b, as-uid: c", current="current-context: zz\n"),
    "several problems of x": config(SERVER + f", certificate-authority: nope, certificate-authority-data: {CA}", "token: a, username: b, as-uid: c"),
    "names with quotes": config().replace("name: c", "name: 'a\"b'").replace("cluster: c", "cluster: 'a\"b'").replace("https://127.0.0.1:1", "ftp\\x"),
    "numeric name": config().replace("name: x", "name: 5"), "date name": config().replace("name: x", "name: 2001-01-01").replace("context: x", "context: 2001-01-01"),
    "infinity": config(user="token: .inf"), "map as key": "{a: b}: c\n", "number as key": "1: a\n" + config(), "bool as key": "true: a\n" + config(),
}

OTHER_FILE = ("clusters:\n- name: c\n  cluster: {server: 'https://127.0.0.1:9', tls-server-name: other}\n- name: c2\n  cluster: {server: 'https://127.0.0.1:2', certificate-authority: ca.pem}\n"
              "users:\n- name: u\n  user: {token: other}\n- name: u2\n  user: {tokenFile: token}\n"
              "contexts:\n- name: x\n  context: {cluster: c2, user: u2, namespace: other}\n- name: y\n  context: {cluster: c2, user: u2}\n- name: z\n  context: {cluster: c, user: u}\n"
              "current-context: y\n")
MANY_FILES = {
    "two files": (["k", "two/k"], []), "other order": (["two/k", "k"], []), "empty parts": (["", "k", "", "k", "two/k"], []),
    "one missing": (["nope", "k"], []), "all missing": (["nope", "nope2"], []), "one broken": (["k", "broken"], []), "two broken": (["broken", "two", "k"], []),
    "through a file": (["k/x"], []), "a folder": (["two"], []), "context of the second": (["k", "two/k"], ["--context", "y"]),
    "shadowed context": (["k", "two/k"], ["--context", "x"]), "mixed context": (["k", "two/k"], ["--context", "z"]),
    "current from the second": (["nocurrent", "two/k"], []), "user of the other": (["k", "two/k"], ["--user", "u2"]),
    "cluster of the other": (["k", "two/k"], ["--cluster", "c2"]), "no context but a server": (["nope"], ["--server", "https://127.0.0.1:1", "--token", "a"]),
}

FLAGS = [
    ["--context", "nope"], ["--context", "nope", "-n", "a"], ["--user", "nope"], ["--cluster", "nope"], ["--user", "nope", "-n", "a"], ["--cluster", "nope", "-n", "a"],
    ["--user", "nope", "--cluster", "nope"], ["--context", "nope", "--user", "nope"], ["--context", "nope", "--cluster", "nope"],
    ["--cluster", "nope", "--server", "https://127.0.0.1:1"], ["--user", "nope", "--token", "a"],
    ["-n", "other"], ["--server", "a/b"], ["--server", "http://127.0.0.1:1"], ["--server", "127.0.0.1:1"], ["--token", "b"],
    ["--insecure-skip-tls-verify"], ["--certificate-authority", "/nope"], ["--insecure-skip-tls-verify", "--certificate-authority", "/nope"],
    ["--tls-server-name", "other"], ["--server", "https://127.0.0.1:3"], ["--as", "someone"], ["--as-group", "g"], ["--as-uid", "1"],
    ["--as", "someone", "--as-group", "g", "--as-group", "h"], ["--kubeconfig", "/nope"], ["--kubeconfig", "two/k"], ["--kubeconfig", "two"],
]
FLAG_BASES = {
    "plain": config(SERVER + ", tls-server-name: n"), "with CA": config(SERVER + f", tls-server-name: n, certificate-authority-data: {JUNK}"),
    "insecure": config(SERVER + ", insecure-skip-tls-verify: true"), "basic": config(user="username: a, password: b"), "no server": config(""),
    "impersonating": config(user="token: a, as: first, as-groups: [f]"), "invalid": config(user="token: a, username: b"),
}


def cases():
    """name -> (text of the file k, KUBECONFIG as a list, flags)"""
    every = {}
    for i, cluster in enumerate(CLUSTERS):
        for j, user in enumerate(USERS):
            if i == 0 or j in (0, 7, 13) or (i * 7 + j * 3) % 11 == 0:
                every[f"cluster {i} user {j}"] = (config(cluster, user), ["k"], [])
    for name, text in STRUCTURE.items():
        every[f"structure {name}"] = (text, ["k"], [])
    for kind, fields in FIELDS.items():
        for field in fields:
            for wrong in WRONG:
                every[f"type {kind}.{field}: {wrong}"] = (config(**{kind: f"{field}: {wrong}"}), ["k"], [])
    for outer, fields in INNER.items():
        for field in fields:
            for wrong in WRONG:
                every[f"type {outer}.{field}: {wrong}"] = (config(user=f"{outer}: {{{field}: {wrong}}}"), ["k"], [])
    for field in TOP:
        for wrong in WRONG:
            every[f"type {field}: {wrong}"] = (f"{field}: {wrong}\n", ["k"], [])
    for name, (files, flags) in MANY_FILES.items():
        every[f"files {name}"] = (config(), files, flags)
    for name, text in FLAG_BASES.items():
        for flags in FLAGS:
            every[f"flags {name} {' '.join(flags)}"] = (text, ["k"], flags)
    return every


def lay_out(folder, text):
    files = {"k": text.encode(), "two/k": OTHER_FILE.encode(), "broken": b"a: [\n", "nocurrent": config(current="").encode(), "junk": b"hello", "empty": b"",
             "token": b" secret\n", "two/token": b"other", "sub/plugin": b"#!/bin/sh\nexit 1\n"}
    for name in ("authority.pem", "client.pem", "client.key", "other.key"):
        with open(os.path.join(DATA, name), "rb") as file:
            files[name] = file.read()
    files["ca.pem"] = files["two/ca.pem"] = files["authority.pem"]
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)


# What kubectl prints when it got as far as a request (or as asking a person for a password).
REQUEST = re.compile(r"dial tcp|Unhandled Error|Please enter Username|getting credentials|proxyconnect|socks connect")
TRANSPORT = re.compile(r"^(unable to load root|tls: |x509: |exec plugin: |no Auth Provider|The (gcp|azure) auth plugin|Must provide |specifying a root|username/password or"
                       r"|host must be|invalid URL escape|invalid character|invalid port|net/url|failed to load CA|illegal base64|open /nope: |missing |first path)")


def kubectl_verdict(output):
    """None when a request is made, else (kind, message)."""
    if "localhost:8080" in output or "http://localhost:8080" in output:
        return "config", "no server"
    if REQUEST.search(output):
        return None
    lines = [re.sub(r"^(error: |Error in configuration: ?|Unable to connect to the server: |\* )", "", line) for line in output.strip().split("\n")]
    lines = [re.sub(r'( in list): .*', r"\1", line) for line in lines if line]
    message = ("\n" if "auth plugin has been removed" in output else "; ").join(lines)
    if message.startswith(("error loading config file", "stat ")):
        return "load", message
    return ("transport" if TRANSPORT.match(message) and "Error in configuration" not in output else "config"), message


def same_kind(theirs, ours):
    # A folder in the place of a file: the words do not tell whether it was a token (config) or a certificate (transport).
    return theirs[0] == ours[0] or (theirs[0] == "config" and ours[0] == "transport" and theirs[1].startswith("read "))


def same_message(theirs, ours):
    if theirs == ours:
        return True
    # The words of a YAML parser are its own.
    parser = re.search(r"yaml: |json: unsupported value", theirs)
    return bool(parser) and theirs[:parser.start()] == ours[:parser.start()]


class Agreed:
    """Digests of cases with our answers to them, which one version of kubectl agreed with."""
    FILE = os.path.join(DATA, "agreed.txt")

    def __init__(self, kubectl):
        self.version = json.loads(subprocess.run([kubectl, "version", "--client", "-o", "json"], stdout=subprocess.PIPE).stdout)["clientVersion"]["gitVersion"]
        self.known, self.met = set(), set()

    def read(self):
        with open(self.FILE) as file:
            version, *known = file.read().split()
        if version == self.version:
            self.known = set(known)

    def write(self):
        with open(self.FILE, "w") as file:
            print(self.version, *sorted(self.met), sep="\n", file=file)

    @staticmethod
    def digest(case, answer):
        return hashlib.sha256(json.dumps([case, answer]).encode()).hexdigest()[:20]


class Runner:
    def __init__(self, program, kubectl, agreed):
        self.program, self.kubectl, self.agreed = program, kubectl, agreed

    def run(self, argv, folder, files):
        environment = {"HOME": folder, "PATH": "/usr/bin:/bin", "KUBECONFIG": ":".join(os.path.join(folder, f) if f else "" for f in files), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        if "LD_LIBRARY_PATH" in os.environ:
            environment["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
        return subprocess.run(argv, env=environment, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)

    def check(self, case, ask):
        """What differs. kubectl is not asked about a known answer, unless it is to be asked."""
        text, files, flags = case
        with tempfile.TemporaryDirectory() as folder:
            lay_out(folder, text)
            mine = self.run([self.program, "contexts", "--merged", "-o", "json", *flags], folder, files)
            digest = self.agreed.digest(case, [mine.returncode, mine.stdout.replace(folder, "/D")])
            if digest in self.agreed.known and not ask:
                return []
            differences = self.compare(mine, folder, files, flags)
            if not differences:
                self.agreed.met.add(digest)
            return differences

    def compare(self, mine, folder, files, flags):
        pods = self.run([self.kubectl, "get", "pods", "--request-timeout=3s", *flags], folder, files)
        config_flags = flags[:2] if flags[:1] in (["--kubeconfig"],) else []
        view = self.run([self.kubectl, "config", "view", "--raw", "-o", "json", *config_flags], folder, files)
        if mine.returncode != 0:
            return [f"exit code {mine.returncode}: {mine.stderr[:300]}"]
        answer = json.loads(mine.stdout)
        return list(self.differences(answer, (pods.stderr + pods.stdout).replace(folder, "/D"), view, folder, flags))

    def differences(self, answer, output, view, folder, flags):
        theirs = kubectl_verdict(output)
        error = answer["error"]
        ours = (error["kind"], error["message"].replace(folder, "/D")) if error else None
        asked = "Please enter Username" in output   # before it would have looked at certificates
        if asked and ours and ours[0] == "transport":
            pass
        elif (theirs is None) != (ours is None):
            yield f"kubectl: {theirs}  ours: {ours}  ({output[:200]!r})"
        elif theirs and (not same_kind(theirs, ours) or not same_message(theirs[1], ours[1])):
            yield f"kubectl: {theirs}\n      ours:    {ours}"
        if view.returncode == 0:
            yield from self.compare_view(answer, json.loads(view.stdout), flags)

    def compare_view(self, answer, view, flags):
        names = sorted(entry["name"] for entry in view.get("contexts") or [])
        if answer["contexts"] != names:
            yield f"contexts: kubectl {names} ours {answer['contexts']}"
        if answer["currentContext"] != view.get("current-context", ""):
            yield f"current context: kubectl {view.get('current-context')} ours {answer['currentContext']}"
        selected = answer["selected"]
        if selected and not flags:
            yield from self.compare_selected(selected, view)

    def compare_selected(self, selected, view):
        def entry(kind, name):
            return next((e[kind] for e in view.get(kind + "s") or [] if e["name"] == name), {}) or {}
        context, cluster, user = entry("context", selected["context"]), entry("cluster", selected["cluster"]), entry("user", selected["user"])
        impersonation = selected["impersonate"]
        expected = {
            "cluster": (context.get("cluster", ""), selected["cluster"]), "user": (context.get("user", ""), selected["user"]),
            "namespace": (context.get("namespace") or "default", selected["namespace"]),
            "server": (re.sub(r"//[^@/]*@", "//***@", cluster.get("server", "")), selected["server"]),
            "serverName": (cluster.get("tls-server-name", ""), selected["tls"]["serverName"]),
            "insecure": (cluster.get("insecure-skip-tls-verify", False), selected["tls"]["insecure"]),
            "proxy": (cluster.get("proxy-url", ""), selected["proxy"]), "compression": (not cluster.get("disable-compression", False), selected["compression"]),
            "as": (user.get("as", ""), impersonation["user"]), "as-uid": (user.get("as-uid", ""), impersonation["uid"]),
            "as-groups": (user.get("as-groups") or [], impersonation["groups"]), "as-user-extra": (user.get("as-user-extra") or {}, impersonation["extra"]),
        }
        if user.get("exec"):
            for key in ("apiVersion", "command", "installHint", "interactiveMode"):
                expected["exec." + key] = (user["exec"].get(key, "") or "", selected["exec"][key])
            expected["exec.args"] = (user["exec"].get("args") or [], selected["exec"]["args"])
            expected["exec.env"] = ([e["name"] for e in user["exec"].get("env") or []], selected["exec"]["env"])
        for name, (theirs, ours) in expected.items():
            if name in ("exec.command",) and "/" in theirs:
                continue   # shown as a path there, made absolute here
            if theirs != ours:
                yield f"{name}: kubectl {theirs!r} ours {ours!r}"


def find_kubectl():
    assets = os.environ.get("KUBEBUILDER_ASSETS")
    return shutil.which("kubectl", path=assets) if assets else shutil.which("kubectl")


def main():
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    kubectl = find_kubectl()
    if not kubectl:
        print("skipped: no kubectl in KUBEBUILDER_ASSETS or the PATH")
        return 77
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    chosen = {name: case for name, case in cases().items() if only in name}
    every = int(sys.argv[sys.argv.index("--every") + 1]) if "--every" in sys.argv else 1
    chosen = dict(list(chosen.items())[::every])
    agreed = Agreed(kubectl)
    if "--known" in sys.argv:
        agreed.read()
    runner = Runner(os.path.abspath(sys.argv[1]), kubectl, agreed)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for (name, _), differences in zip(chosen.items(), pool.map(runner.check, chosen.values(), (number % 20 == 0 for number in range(len(chosen))))):
            if differences:
                failed += 1
                print(f"{name}:\n      " + "\n      ".join(differences))
            elif "--verbose" in sys.argv:
                print(f"{name}: equal")
    if "--record" in sys.argv:
        agreed.write()
    print(f"{len(chosen) - failed} of {len(chosen)} kubeconfigs: same verdict as kubectl, which was asked about {len(agreed.met) + failed} now")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
