"""Proxies that a person has set in Windows, by name or by a script that finds them (PAC): who is asked for the cluster, and who is not."""
import contextlib
import http.server
import os
import re
import socket
import struct
import tempfile
import threading
import unittest

import wine
import cluster
from cluster import Cluster

SETTINGS = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\Connections"
DIRECT, BY_NAME, BY_SCRIPT = 1, 2, 4
NAME = "cluster.invalid"


def settings(proxy="", exceptions="", script=""):
    """What the dialog of Windows keeps when these are ticked and filled in."""
    flags = DIRECT | (BY_NAME if proxy else 0) | (BY_SCRIPT if script else 0)
    texts = b"".join(struct.pack("<I", len(text)) + text.encode() for text in (proxy, exceptions, script))
    return wine.registered(SETTINGS, "REG_BINARY", DefaultConnectionSettings=(struct.pack("<III", 0x46, 1, flags) + texts + bytes(32)).hex())


class Proxy(http.server.BaseHTTPRequestHandler):
    """Leads everybody to the cluster, and hands out a script that names it."""

    def do_CONNECT(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.flush()
        with socket.create_connection(("127.0.0.1", self.server.cluster_port)) as far:
            threading.Thread(target=self.pump, args=(far, self.connection), daemon=True).start()
            self.pump(self.connection, far)
        self.close_connection = True

    @staticmethod
    def pump(source, target):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)

    def do_GET(self):
        self.server.fetched.append(self.path)
        script = 'function FindProxyForURL(url, host) { return host == "%s" ? "PROXY 127.0.0.1:%d; DIRECT" : "DIRECT"; }' % (NAME, self.server.server_port)
        self.send_response(200 if self.path == "/proxy.pac" else 404)
        self.send_header("Content-Type", "application/x-ns-proxy-autoconfig")
        self.end_headers()
        self.wfile.write(script.encode() if self.path == "/proxy.pac" else b"")

    def log_message(self, *_):
        pass


class Proxies(unittest.TestCase):
    cluster = Cluster.shared()

    def setUp(self):
        self.proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
        self.proxy.daemon_threads = True
        self.proxy.asked, self.proxy.fetched, self.proxy.cluster_port = [], [], int(self.cluster.setting("PORT"))
        threading.Thread(target=self.proxy.serve_forever, daemon=True).start()
        self.addCleanup(self.proxy.server_close)
        self.addCleanup(self.proxy.shutdown)
        self.address = f"127.0.0.1:{self.proxy.server_port}"
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.kubeconfig = os.path.join(folder.name, "kubeconfig")
        with open(self.cluster.kubeconfig("token")) as file, open(self.kubeconfig, "w") as copy:
            copy.write(re.sub(r'server: "https://127.0.0.1:\d+"', f'server: "https://{NAME}:6443", tls-server-name: "127.0.0.1"', file.read()))

    def namespaces(self, **variables):
        return wine.wheelhouse("get", "namespaces", "-o", "name", "--kubeconfig", self.kubeconfig, **variables)

    def assert_led(self, run):
        self.assertEqual((run.code, run.err), (0, ""))
        self.assertEqual(run.out, self.cluster.wheelhouse("get", "namespaces", "-o", "name").out)
        self.assertEqual(set(self.proxy.asked), {NAME + ":6443"})

    def test_the_proxy_of_the_settings_leads_to_the_cluster(self):
        with settings(self.address):
            self.assert_led(self.namespaces())

    def test_each_scheme_may_have_its_own(self):
        with settings(f"http=127.0.0.1:1;https={self.address}", "*.corp;10.*;<local>"):
            self.assert_led(self.namespaces())

    def test_an_exception_goes_without(self):
        with settings(self.address, "10.*;*.invalid"):
            run = self.namespaces()
        self.assertEqual((run.code, self.proxy.asked), (1, []))
        self.assertIn(NAME, run.err)
        self.assertNotIn("proxy", run.err)

    def test_variables_come_before_the_settings(self):
        with settings("127.0.0.1:1"):
            self.assert_led(self.namespaces(HTTPS_PROXY="http://" + self.address))
            self.assertIn("through the proxy http://127.0.0.1:1: Connection refused", self.namespaces().err)

    def test_a_script_finds_the_proxy(self):
        with settings(script=f"http://{self.address}/proxy.pac"):
            self.assert_led(self.namespaces())
        self.assertEqual(set(self.proxy.fetched), {"/proxy.pac"})

    def test_a_script_that_is_not_there_is_told(self):
        with settings(script=f"http://{self.address}/gone.pac"):
            run = self.namespaces()
        self.assertEqual((run.code, self.proxy.asked), (1, []))
        self.assertRegex(run.err, f"which proxy leads there could not be found out: the script http://{self.address}/gone.pac gave no answer, error \\d+ of WinHTTP")


if __name__ == "__main__":
    cluster.main()
