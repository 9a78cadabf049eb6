"""Who may open which page, and which cases count on it: the table of access.toml.

What a page counts is kept by the lake's queries themselves (`satark.lake.asked.Reader`); the tests
add one case of each kind and see that exactly those of this table make a difference.
"""

import tomllib
from pathlib import Path
from typing import Final, Literal, get_args

from pydantic import ConfigDict, TypeAdapter

from functions.dashboard.viewer import Role

Page = Literal[
    "overview", "stations", "station", "hotspots", "cases", "case", "reports", "settings", "audit"
]
CaseKind = Literal["ordinary", "about_station", "about_district", "elsewhere"]
type Access = dict[Page, dict[Role, frozenset[CaseKind]]]

PAGES: Final[tuple[Page, ...]] = get_args(Page)
ACCESS: Final[Access] = TypeAdapter(Access, config=ConfigDict(frozen=True)).validate_python(
    tomllib.loads(Path(__file__).with_name("access.toml").read_text("utf-8"))
)


def pages_for(role: Role) -> tuple[Page, ...]:
    """In the order of the menu; of one station there is a page for each."""
    return tuple(page for page in PAGES if role in ACCESS[page])
