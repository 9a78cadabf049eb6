"""Breaking a connection without an answer, as a network does."""

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send


class LetsConnectionsDrop:
    """Outermost layer of an app: keeps at hand how to abort the request's connection."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            # uvicorn passes a bound method of the object that owns the socket.
            transport = getattr(getattr(send, "__self__", None), "transport", None)
            scope["abort"] = getattr(transport, "abort", None)
        await self._app(scope, receive, send)


class DroppedConnection(Response):
    """Ends the connection; under a server that cannot, the client waits until it gives up."""

    async def __call__(self, scope: Scope, receive: Receive, _send: Send) -> None:
        if scope.get("abort"):
            scope["abort"]()
        while (await receive())["type"] != "http.disconnect":
            pass
