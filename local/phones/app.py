"""One app for one port: the phones page, its JSON, and the Graph API under it."""

from collections.abc import Mapping, Sequence

from starlette.applications import Starlette
from starlette.routing import Route

from local.phones import acts
from local.phones.endpoints import Endpoints
from local.phones.files import ChatMedia, font_file, index, page_file
from local.phones.live import Live
from local.phones.owners import Officer, Owners
from local.phones.police_side import PoliceSide, Store, Stores
from local.phones.samples import list_samples
from local.whatsapp import WhatsAppSimulator
from local.whatsapp.graph import graph_routes


def _nothing() -> Sequence[Store]:
    return ()


def create_app(
    simulator: WhatsAppSimulator,
    *,
    officers: Sequence[Officer] = (),
    stores: Stores = _nothing,
    links: Mapping[str, str] | None = None,
    beside: Sequence[Route] = (),
) -> Starlette:
    """The app to pass to `simulator.start`; the officers and one tipster get their phones.

    `stores` is asked whenever the page shows or searches what the police side holds; it may block.
    `links`: the addresses of the `dashboard` and the `mailbox`, those that there are. `beside`:
    routes of other pages on the same port.
    """
    owners = Owners(simulator, officers)
    owners.add_tipster()
    doing = Endpoints(simulator, owners, links or {})
    police_side = PoliceSide(stores)
    return Starlette(
        routes=[
            Route("/", index),
            Route("/page/{path:path}", page_file),
            Route("/fonts/{path:path}", font_file),
            Route("/api/events", Live(simulator, owners).stream),
            Route("/api/state", doing.state),
            Route("/api/samples", list_samples),
            Route("/api/media", ChatMedia(simulator).show),
            Route("/api/clock", doing.move_clock, methods=["POST"]),
            Route("/api/police-side", police_side.show),
            Route("/api/police-side/search", police_side.search, methods=["POST"]),
            Route("/api/phones", doing.add_tipster, methods=["POST"]),
            Route("/api/phones/{phone}/files", doing.file_of_person(), methods=["POST"]),
            *_acts(doing),
            *beside,
            *graph_routes(simulator.world),
        ]
    )


def _acts(doing: Endpoints) -> list[Route]:
    by_name = {
        "messages": acts.say,
        "taps": acts.tap,
        "pins": acts.pin,
        "reactions": acts.react,
        "edits": acts.edit,
        "deletions": acts.delete,
        "handset": acts.take_new_sim,
        "reads": acts.read,
        "samples": acts.sample,
        "power": acts.switch,
    }
    return [
        Route(f"/api/phones/{{phone}}/{name}", doing.of_person(act), methods=["POST"])
        for name, act in by_name.items()
    ]
