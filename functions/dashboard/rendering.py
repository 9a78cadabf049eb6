"""HTML from the templates beside this module; whatever a template is given, it escapes."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from functions.dashboard.words import number

_HERE: Final = Path(__file__).parent
_STARRED: Final = re.compile(r"\*([^*]+)\*")
ASSETS: Final = {
    "dashboard.css": "text/css; charset=utf-8",
    "shield.svg": "image/svg+xml",
}


@cache
def environment(*more: Path) -> Environment:
    """Jinja2 compiles each template when it is first asked for, and keeps it.

    `more` are folders with templates of others, which may extend ours.
    """
    made = Environment(
        loader=FileSystemLoader([_HERE / "templates", *more]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = number
    made.filters["bold"] = bold
    made.globals["asset"] = address_of
    return made


def html(template: str, **values: object) -> str:
    return environment().get_template(template).render(values)


def bold(text: str) -> Markup:
    """Words that WhatsApp would show too, where `*` stands around what is bold."""
    return Markup("<br>").join(map(_bold, text.splitlines()))


def _bold(line: str) -> Markup:
    return Markup(_STARRED.sub(r"<b>\1</b>", str(escape(line))))  # noqa: S704 - escaped before


@cache
def asset(name: str) -> str:
    """The text of one of ASSETS."""
    return (_HERE / "assets" / name).read_text("utf-8")


@cache
def address_of(name: str) -> str:
    """With a part that changes with the content, so that a browser may keep it for good."""
    return f"/assets/{hashlib.sha256(asset(name).encode()).hexdigest()[:12]}/{name}"
