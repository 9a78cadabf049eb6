"""Calls about media: upload, address, bytes, deletion."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import JSONResponse, Response

from local.whatsapp.calls import Call
from local.whatsapp.errors import GraphError
from local.whatsapp.media import DOWNLOAD_PATH
from local.whatsapp.uploads import upload


async def upload_media(call: Call) -> Response:
    call.must_be_about(call.line.phone_number_id)
    async with call.request.form() as form:
        if form.get("messaging_product") != "whatsapp":
            raise GraphError(100, "The parameter messaging_product is required.")
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise GraphError(100, "The parameter file is required.")
        content, mime_type = await file.read(), _mime_type(file, form.get("type"))
    media = await run_in_threadpool(
        upload, call.world, call.line, content, mime_type, file.filename
    )
    return JSONResponse({"id": media.id})


def _mime_type(file: UploadFile, declared: object) -> str:
    return str(declared) if isinstance(declared, str) else file.content_type or ""


async def object_details(call: Call) -> Response:
    """The business number itself, or one of its media with an address for five minutes."""
    if call.object_id == call.line.phone_number_id:
        return JSONResponse(_number_details(call))
    if fault := call.world.faults.take("lookup"):
        raise fault.error or GraphError(131000)
    asked_for = call.request.query_params.get("phone_number_id", call.line.phone_number_id)
    now = call.world.clock.now()
    media = call.world.media.held(call.object_id, call.line.phone_number_id, now)
    if asked_for != media.phone_number_id:
        raise GraphError(100, "phone_number_id is not the number that holds this media")
    query = call.world.media.download_query(media.id, now)
    return JSONResponse(
        {
            "messaging_product": "whatsapp",
            "url": str(call.request.base_url).rstrip("/") + f"{DOWNLOAD_PATH}?{query}",
            "mime_type": media.mime_type,
            "sha256": media.sha256,
            "file_size": len(media.content),
            "id": media.id,
        }
    )


def _number_details(call: Call) -> dict[str, str]:
    return {
        "id": call.line.phone_number_id,
        "display_phone_number": call.line.display_number,
        "verified_name": call.line.verified_name,
        "quality_rating": "GREEN",
    }


async def delete_media(call: Call) -> Response:
    call.world.media.held(call.object_id, call.line.phone_number_id, call.world.clock.now())
    call.world.media.delete(call.object_id)
    return JSONResponse({"success": True})


async def download(call: Call) -> Response:
    if fault := call.world.faults.take("download"):
        return Response("simulated failure", fault.error.http if fault.error else 503)
    query = call.request.query_params
    media_id, expiry = query.get("mid", ""), query.get("ext", "")
    media, now = call.world.media.peek(media_id), call.world.clock.now()
    genuine = expiry.isdigit() and call.world.media.opens(
        media_id, expiry, query.get("hash", ""), now
    )
    if media is None or not genuine or media.phone_number_id != call.line.phone_number_id:
        return Response("Not Found", 404)
    content = media.content
    if call.world.faults.take("corrupt"):
        content = bytes([content[0] ^ 1]) + content[1:]
    return Response(content, media_type=media.mime_type)
