"""A model hub on this machine: the two addresses that a download asks, over plain HTTP."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

REVISION = "0123456789abcdef0123456789abcdef01234567"
FILE = "weights.best"


@contextmanager
def hub_with(content: bytes) -> Iterator[str]:
    """Every repository of the hub has one file, with `content`; gives the hub's address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path.startswith("/api/models/"):
                self._answer(200, json.dumps(_info(self.path, content)).encode(), "application/json")
                return
            start = int((self.headers.get("Range") or "bytes=0-").removeprefix("bytes=").partition("-")[0])
            self._answer(206 if start else 200, content[start:], "application/octet-stream")

        def _answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _info(path: str, content: bytes) -> dict[str, object]:
    repository = path.removeprefix("/api/models/").partition("?")[0]
    sha256 = hashlib.sha256(content).hexdigest()
    lfs = {"sha256": sha256, "size": len(content), "pointerSize": 130}
    file = {"rfilename": FILE, "size": len(content), "blobId": sha256[:40], "lfs": lfs}
    return {"id": repository, "modelId": repository, "sha": REVISION, "siblings": [file], "tags": []}
