"""The pages and charts of a report, set by typst: nothing else shapes Hindi as well.

https://typst.app/docs. Fonts come from one folder; the system's would differ from one to another.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, Literal

import typst

Chart = Literal["trend", "categories", "places"]
CHARTS: Final[tuple[Chart, ...]] = ("trend", "categories", "places")

_PAGES: Final = Path(__file__).with_name("pages")
_SHARP: Final = 144
"""Pixels an inch: two for each of a mail's own."""


class Press:
    """`typefaces` is a folder of TrueType files, which have to be those of infra/typefaces.py."""

    def __init__(self, typefaces: Path) -> None:
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(typefaces)],
        )

    def pdf(self, paper: Mapping[str, Any]) -> bytes:
        """Raises typst.TypstError."""
        return self._set("report.typ", "pdf", paper)[0]

    def pages(self, paper: Mapping[str, Any]) -> list[bytes]:
        """Each page of the PDF as a PNG."""
        return self._set("report.typ", "png", paper)

    def chart(self, chart: Chart, paper: Mapping[str, Any]) -> bytes:
        """A PNG."""
        return self._set("chart.typ", "png", paper, chart=chart)[0]

    def _set(
        self, file: str, form: Literal["pdf", "png"], paper: Mapping[str, Any], **inputs: str
    ) -> list[bytes]:
        made = typst.compile(
            str(_PAGES / file),
            format=form,
            ppi=_SHARP,
            font_paths=self._fonts,
            sys_inputs={"report": json.dumps(paper, ensure_ascii=False), **inputs},
        )
        return [made] if isinstance(made, bytes) else list(made or ())
