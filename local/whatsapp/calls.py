"""What is common to every call of the Graph API: its token, its version, its error body."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from local.whatsapp.errors import GraphError
from local.whatsapp.requests import GraphRequest
from local.whatsapp.settings import BusinessNumber
from local.whatsapp.world import World


@dataclass(frozen=True, slots=True)
class Call:
    world: World
    line: BusinessNumber
    request: Request
    body: Any = None

    @property
    def object_id(self) -> str:
        return str(self.request.path_params["object_id"])

    def must_be_about(self, own_id: str) -> None:
        """Raises 100 where the path names an object that is not this token's."""
        if self.object_id != own_id:
            raise not_found(self.object_id)


def not_found(object_id: str) -> GraphError:
    return GraphError(
        100,
        f"Unsupported request. Object with ID '{object_id}' does not exist, cannot be loaded due "
        "to missing permissions, or does not support this operation",
    )


Handler = Callable[[Call], Awaitable[Response]]


def guarded(world: World, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
    """The handler behind the checks that all calls share; its refusals as Meta's JSON."""

    async def endpoint(request: Request) -> Response:
        line, body = _line_of(world, request), await _json(request)
        try:
            _check_version(world, request)
            response = await handler(Call(world, _known(line), request, body))
        except GraphError as error:
            response = JSONResponse(error.body(), error.http)
        _log(world, request, line, body, response.status_code)
        return response

    return endpoint


def _line_of(world: World, request: Request) -> BusinessNumber | None:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme != "Bearer":
        return None
    return next((line for line in world.settings.lines if line.token == token), None)


def _known(line: BusinessNumber | None) -> BusinessNumber:
    if line is None:
        raise GraphError(190)
    return line


def _check_version(world: World, request: Request) -> None:
    version = request.path_params.get("version")
    if version is not None and version not in world.settings.versions:
        known = ", ".join(world.settings.versions)
        raise GraphError(2500, f"Unknown path components: /{version}. Versions: {known}")


async def _json(request: Request) -> object:
    """The body, or None where it is not JSON; files stay unread here."""
    if request.headers.get("content-type", "").startswith("multipart/"):
        return None
    try:
        return json.loads(await request.body())
    except ValueError:
        return None


def _log(
    world: World, request: Request, line: BusinessNumber | None, body: object, status: int
) -> None:
    world.requests.add(
        GraphRequest(
            method=request.method,
            path=request.url.path,
            status=status,
            line=line.line if line else None,
            body=body,
        )
    )
