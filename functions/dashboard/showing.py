"""A page as HTML: what it tells, within the frame that all pages share."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from functions.dashboard import rendering
from functions.dashboard.access import Page, pages_for
from functions.dashboard.chosen import Chosen
from functions.dashboard.visit import Visit
from functions.dashboard.words import Words

DEEPER: Final[frozenset[Page]] = frozenset({"station", "case"})
"""Pages of one thing among many: they have no place in the menu."""


@dataclass(frozen=True, slots=True)
class Link:
    name: str
    address: str
    current: bool
    language: str = ""


def show(visit: Visit, chosen: Chosen, template: str = "", /, **told: object) -> str:
    """By the template of the page's name, if no other is said; `told` is what only it says."""
    frame = {
        "page": visit.page,
        "w": visit.words,
        "language": visit.language,
        "viewer": visit.viewer,
        "pages": pages_for(visit.viewer.role),
        "chosen": chosen,
        "now": visit.now,
        "menu": _menu(visit, chosen),
        "languages": _languages(visit),
        "sample": visit.sample,
    }
    return rendering.html(f"{template or visit.page}.html", **frame | told)


def ended(body: str, words: Words) -> str:
    """To a form that comes after its session: nothing was done, and what was written is below."""
    written = tuple(said for _, said in parse_qsl(body) if " " in said.strip())
    return rendering.html("ended.html", written=written, w=words, language=words.language)


def message(kind: str, words: Words) -> str:
    """A page that says one thing: `missing`, `refused` or `failed`."""
    return rendering.html("message.html", kind=kind, w=words, language=words.language)


def _menu(visit: Visit, chosen: Chosen) -> tuple[Link, ...]:
    return tuple(
        Link(
            visit.words(f"page_{one}"),
            chosen.kept.address(f"/{visit.language}/{one}"),
            one == visit.page,
        )
        for one in pages_for(visit.viewer.role)
        if one not in DEEPER
    )


def _languages(visit: Visit) -> tuple[Link, ...]:
    return tuple(
        Link(visit.words.own_name(one), visit.address(one), one == visit.language, one)
        for one in visit.stores.police_range.languages
    )
