"""Servers whose authority no kubeconfig names: the certificates that Windows trusts decide, for requests and for streams."""
import hashlib
import json
import os
import re
import ssl
import struct
import subprocess
import tempfile
import unittest

import wine
import cluster
from cluster import Cluster

STORE = "HKCU\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates\\"
UNKNOWN = re.compile("the server's certificate is signed by \"CN=[^\"]+\", which is not vouched for by this system's certificate authorities")
HASH, CERTIFICATE = 3, 32


def entry(certificate):
    """A certificate as a store of Windows keeps it: its key's name and its value."""
    name = hashlib.sha1(certificate)
    blob = b"".join(struct.pack("<III", number, 1, len(content)) + content for number, content in ((HASH, name.digest()), (CERTIFICATE, certificate)))
    return name.hexdigest().upper(), blob.hex()


class Trust(unittest.TestCase):
    cluster = Cluster.shared()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.kubeconfig = os.path.join(folder.name, "kubeconfig")
        with open(self.cluster.kubeconfig("token")) as file:
            self.own = file.read()
        self.write(re.sub(r", certificate-authority-data: [^}]+", "", self.own))

    def write(self, text):
        with open(self.kubeconfig, "w") as file:
            file.write(text)

    def trusted(self):
        """The cluster's authority is in the person's store of authorities."""
        with open(os.path.join(self.cluster.folder, "pki", "ca.crt")) as file:
            name, blob = entry(ssl.PEM_cert_to_DER_cert(file.read()))
        return wine.registered(STORE + name, "REG_BINARY", Blob=blob)

    def namespaces(self):
        return wine.wheelhouse("get", "namespaces", "-o", "name", "--kubeconfig", self.kubeconfig)

    def command(self):
        """What comes of a command in a pod that is not there."""
        asked = json.dumps({"do": "run", "namespace": "default", "pod": "nobody", "container": "c", "command": ["true"]})
        answer = subprocess.run([*wine.program("tests/e2e/exec.exe"), "--kubeconfig", self.kubeconfig], input=asked + "\n", stdout=subprocess.PIPE, text=True, check=True)
        return json.loads(answer.stdout)["error"]

    def test_an_authority_that_windows_does_not_know_is_named(self):
        run = self.namespaces()
        self.assertEqual((run.code, run.out), (1, ""))
        self.assertRegex(run.err, UNKNOWN)
        self.assertRegex(self.command(), UNKNOWN)

    def test_an_authority_that_windows_trusts_is_enough(self):
        with self.trusted():
            run = self.namespaces()
            self.assertEqual((run.code, run.err), (0, ""))
            self.assertEqual(run.out, self.cluster.wheelhouse("get", "namespaces", "-o", "name").out)
            self.assertEqual(self.command(), 'NotFound pods "nobody" not found')
        self.assertRegex(self.namespaces().err, UNKNOWN)  # nothing is left of it

    def test_an_authority_of_the_kubeconfig_counts_alone(self):
        with tempfile.TemporaryDirectory() as folder:
            other = os.path.join(folder, "other.crt")
            subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=other", "-keyout", os.devnull, "-out", other], check=True, stderr=subprocess.DEVNULL)
            self.write(re.sub(r"certificate-authority-data: [^}]+", lambda _: f"certificate-authority: 'Z:{other}'", self.own))
            with self.trusted():
                self.assertRegex(self.namespaces().err, "which is not vouched for by the certificate authority of the kubeconfig")


if __name__ == "__main__":
    cluster.main()
