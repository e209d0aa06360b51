"""Connections on which nothing is said, as browsers leave them open."""

import socket
from contextlib import ExitStack
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.browser.server import running

# More than all threads of both workers; each would take a thread for five seconds.
SILENT = 40
PATIENCE_SECONDS = 4


def test_silent_connections_hold_up_nobody(sample_database, tmp_path):
    with running(sample_database, tmp_path) as server, ExitStack() as silent:
        door = urlsplit(server.address)
        for _ in range(SILENT):
            silent.enter_context(socket.create_connection((door.hostname, door.port)))
        with urlopen(f"{server.address}/healthz", timeout=PATIENCE_SECONDS) as answer:
            assert answer.status == 200


def test_a_connection_that_begins_to_speak_late_is_answered(sample_database, tmp_path):
    with running(sample_database, tmp_path) as server:
        door = urlsplit(server.address)
        with socket.create_connection((door.hostname, door.port), timeout=PATIENCE_SECONDS) as quiet:
            urlopen(f"{server.address}/healthz", timeout=PATIENCE_SECONDS).close()
            quiet.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            assert quiet.recv(64).startswith(b"HTTP/1.1 200")
