"""One request of somebody who may look, for one page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qsl, urlencode

from functions.dashboard.access import Page
from functions.dashboard.stores import Stores
from functions.dashboard.viewer import Viewer
from functions.dashboard.words import Words
from satark.lake.rows import indian


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`id` is the request's own, `path` its address without the language.

    `body` is what a form sent, `raw` its bytes.

    `sample`: what the stores hold is made up, and every page says so.
    """

    id: str
    stores: Stores
    viewer: Viewer
    page: Page
    language: str
    path: str
    query: Mapping[str, str]
    at: datetime
    body: str = ""
    raw: bytes = b""
    sample: bool = False

    @property
    def now(self) -> datetime:
        """The wall clock in India, naive, as the lake's times are."""
        return indian(self.at)

    @property
    def words(self) -> Words:
        return Words(self.stores.police_range, self.language)

    @property
    def form(self) -> Mapping[str, str]:
        """Of fields that come twice the last."""
        return dict(parse_qsl(self.body, keep_blank_values=True))

    def address(self, language: str) -> str:
        """Of the same page with the same choice, in this language."""
        said = f"?{urlencode(self.query)}" if self.query else ""
        return f"/{language}{self.path}{said}"
