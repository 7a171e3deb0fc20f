#!/usr/bin/env python3
"""Stands before a real API server and hides what old servers lack: aggregated discovery. Everything else passes, watches too.

legacy_discovery.py PORT SERVER-PORT CA CERTIFICATE KEY
"""
import http.client
import http.server
import ssl
import sys

port, server_port, authority, certificate, key = sys.argv[1:]
upstream = ssl.create_default_context(cafile=authority)


class Door(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def pass_on(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
        if self.path.split("?")[0] in ("/api", "/apis"):
            headers["Accept"] = "application/json"
        connection = http.client.HTTPSConnection("127.0.0.1", int(server_port), context=upstream)
        try:
            connection.request(self.command, self.path, body, headers)
            self.answer(connection.getresponse())
        finally:
            connection.close()

    def answer(self, response):
        self.send_response(response.status)
        for name, value in response.getheaders():
            if name.lower() not in ("connection", "content-length", "transfer-encoding"):
                self.send_header(name, value)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while data := response.read1(65536):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.write(b"0\r\n\r\n")

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = pass_on

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), Door)
server.daemon_threads = True
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)
server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
server.serve_forever()
