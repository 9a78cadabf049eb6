"""What answers at which address, and for whom: each capability names its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from aws_lambda_powertools.event_handler import Response

from functions.dashboard.access import Page
from functions.dashboard.shield import NOT_KEPT

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Route:
    """`path` follows the language; its `<parts>` are given to `answer` by their names.

    It opens for the roles that access.toml has for `page`.
    """

    method: Literal["GET", "POST"]
    path: str
    page: Page
    answer: Callable[..., Response[str]]


def html(status: int, text: str) -> Response[str]:
    return Response(status, HTML, text, headers={"Cache-Control": NOT_KEPT}, compress=True)


def see_other(address: str) -> Response[str]:
    """After a form: whoever loads the page again sends nothing again."""
    return Response(303, body="", headers={"Location": address, "Cache-Control": NOT_KEPT})
