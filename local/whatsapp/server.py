"""An app served from a thread of this process."""

import socket
import threading

import uvicorn
from starlette.types import ASGIApp

from local.whatsapp.dropping import LetsConnectionsDrop


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class ThreadedServer:
    """Port 0 picks a free one. `url` is known once started."""

    def __init__(self, app: ASGIApp, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self._app, self._host, self._port = app, host, port
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self.url = ""

    def start(self) -> None:
        """Raises OSError that names the port where it is taken."""
        listener = _listen(self._host, self._port)
        self.url = f"http://{self._host}:{listener.getsockname()[1]}"
        config = uvicorn.Config(
            LetsConnectionsDrop(self._app),
            http="h11",
            ws="none",
            lifespan="off",
            log_level="warning",
            timeout_graceful_shutdown=2,
        )
        self._server = _Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([listener],), name="whatsapp-server", daemon=True
        )
        self._thread.start()
        self._server.ready.wait()

    def stop(self) -> None:
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join()


def _listen(host: str, port: int) -> socket.socket:
    # asyncio turns Nagle's delay of 40 ms off only where the protocol is named.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise OSError(
            error.errno, f"port {port} of {host} is taken: end the program that uses it"
        ) from error
    return listener
