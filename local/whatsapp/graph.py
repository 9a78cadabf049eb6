"""The Graph API over HTTP: `/messages`, `/media`, templates, and the download of media."""

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from local.whatsapp import sending
from local.whatsapp.calls import Call, guarded
from local.whatsapp.dropping import DroppedConnection
from local.whatsapp.errors import GraphError
from local.whatsapp.media import DOWNLOAD_PATH
from local.whatsapp.media_calls import delete_media, download, object_details, upload_media
from local.whatsapp.world import World


def graph_app(world: World) -> Starlette:
    """An app that plays graph.facebook.com and nothing else."""
    return Starlette(routes=graph_routes(world))


def graph_routes(world: World) -> list[Route]:
    base = "/{version}/{object_id}"
    return [
        Route(DOWNLOAD_PATH, guarded(world, download), methods=["GET"]),
        Route(f"{base}/messages", guarded(world, messages), methods=["POST"]),
        Route(f"{base}/media", guarded(world, upload_media), methods=["POST"]),
        Route(f"{base}/message_templates", guarded(world, list_templates), methods=["GET"]),
        Route(f"{base}/message_templates", guarded(world, create_template), methods=["POST"]),
        Route(base, guarded(world, object_details), methods=["GET"]),
        Route(base, guarded(world, delete_media), methods=["DELETE"]),
    ]


async def messages(call: Call) -> Response:
    call.must_be_about(call.line.phone_number_id)
    if fault := call.world.faults.take("send", call.line.line):
        if fault.body is not None and fault.error:
            return Response(fault.body, fault.error.http, media_type="text/html")
        raise fault.error or GraphError(131000)
    if not isinstance(call.body, dict):
        raise GraphError(100, "The request body must be a JSON object")
    act = sending.read if call.body.get("status") == "read" else sending.accept
    answer = await run_in_threadpool(act, call.world, call.line, call.body)
    if act is sending.accept and call.world.faults.take("drop", call.line.line):
        return DroppedConnection()
    return JSONResponse(answer)


async def list_templates(call: Call) -> Response:
    call.must_be_about(call.line.waba_id)
    return JSONResponse({"data": [dict(one.data) for one in call.world.templates]})


async def create_template(call: Call) -> Response:
    """Approved at once, or refused for what Meta would refuse it for."""
    call.must_be_about(call.line.waba_id)
    if not isinstance(call.body, dict):
        raise GraphError(100, "The request body must be a JSON object")
    call.world.templates.add([call.body])
    answer = {"id": str(abs(hash(call.body["name"]))), "status": "APPROVED"}
    return JSONResponse({**answer, "category": call.body.get("category", "UTILITY")})
