"""A model hub on this machine: what the hub's library asks for, with a network's faults on demand."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

REVISION = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Hub:
    """What it has, how it fails, and what it was asked.

    Attributes:
        files: Content by name.
        announced: SHA-256 by name where it shall differ from the content's.
        cut_after: A transfer breaks off after so many bytes, once.
        status: Of every answer, where it shall fail.
        error_code: What the hub says the failure is.
        without_digests: Files are announced without their SHA-256.
        address: Where it listens.
        asked: (method, path, headers) of every request.
    """

    files: dict[str, bytes]
    announced: dict[str, str] = field(default_factory=dict)
    cut_after: int | None = None
    status: int = 200
    error_code: str = ""
    without_digests: bool = False
    address: str = ""
    asked: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    @property
    def ranges(self) -> list[str]:
        """The Range headers of the transfers; empty where a transfer began at the start."""
        return [headers.get("Range", "") for method, path, headers in self.asked if "/resolve/" in path]


@contextmanager
def running(hub: Hub) -> Iterator[Hub]:
    """Serves `hub` on a free port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: Any) -> None:
            pass

        def do_HEAD(self) -> None:
            self._answer(head=True)

        def do_GET(self) -> None:
            self._answer(head=False)

        def _answer(self, *, head: bool) -> None:
            hub.asked.append((self.command, self.path, dict(self.headers)))
            path = self.path.split("?")[0]
            if hub.status != 200:
                headers = {"X-Error-Code": hub.error_code} if hub.error_code else {}
                self._send(hub.status, b"{}", headers)
            elif re.fullmatch(r"/api/models/[^/]+/[^/]+", path):
                self._send(200, json.dumps(self._info(path)).encode())
            elif match := re.fullmatch(rf"/[^/]+/[^/]+/resolve/{REVISION}/(.+)", path):
                self._transfer(hub.files[match.group(1)], head=head)
            else:
                self._send(404, b"{}")

        def _info(self, path: str) -> dict[str, Any]:
            siblings = []
            for name, content in hub.files.items():
                sha256 = hub.announced.get(name, hashlib.sha256(content).hexdigest())
                lfs = {"sha256": sha256, "size": len(content), "pointerSize": 134}
                sibling = {"rfilename": name, "size": len(content), "blobId": "0" * 40}
                siblings.append(sibling if hub.without_digests else {**sibling, "lfs": lfs})
            return {"id": path.removeprefix("/api/models/"), "sha": REVISION, "siblings": siblings}

        def _transfer(self, content: bytes, *, head: bool) -> None:
            first, status = 0, 200
            if match := re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", "")):
                first, status = int(match.group(1)), 206
            body = content[first:]
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            if status == 206:
                self.send_header("Content-Range", f"bytes {first}-{len(content) - 1}/{len(content)}")
            self.end_headers()
            if head:
                return
            if hub.cut_after is not None and hub.cut_after < len(body):
                self.wfile.write(body[: hub.cut_after])
                hub.cut_after = None
                self.close_connection = True
                self.connection.close()
                return
            with suppress(ConnectionError):  # a client that cancels hangs up
                self.wfile.write(body)

        def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    hub.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
