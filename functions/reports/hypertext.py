"""The e-mail's HTML: a column for a phone, colours for dark mode, nothing from outside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

from functions.reports.drawing import Chart
from functions.reports.words import counted

_PAGE: Final = Template(Path(__file__).with_name("letter.html").read_text("utf-8"))
_HEADINGS: Final[dict[Chart, str]] = {
    "trend": "trend",
    "categories": "by_category",
    "places": "places",
}


def hypertext(paper: Mapping[str, Any], charts: Sequence[Chart]) -> str:
    """Its pictures are `cid:<chart>`."""
    t = paper["t"]
    return _PAGE.substitute(
        subject=escape(paper["subject"]),
        service=_both(t["service"]),
        office=_both(paper["office"]),
        title=_both([f"{a}, {b}" for a, b in zip(paper["title"], paper["dates"], strict=True)]),
        body="\n".join(_body(paper, charts)),
        limits=_both(t["limits"]),
        sentences=_list(paper["limits"]),
        hello=_both(paper["hello"]),
        not_to_pass=_both(paper["not_to_pass"]),
    )


def _body(paper: Mapping[str, Any], charts: Sequence[Chart]) -> Iterator[str]:
    if paper["sample"]:
        yield f'<p class="sample">{_both(paper["sample"])}</p>'
    if paper["empty"]:
        yield from (f'<p class="empty">{_both(sentence)}</p>' for sentence in paper["empty"])
        return
    yield f'<table role="presentation" class="tiles">{_tiles(paper["tiles"])}</table>'
    yield f"<h2>{_both(paper['t']['brief'])}</h2><ul>{_list(paper['brief'])}</ul>"
    yield f"<h2>{_both(paper['t']['by_district'])}</h2>{_districts(paper)}"
    for chart in charts:
        heading = paper["t"][_HEADINGS[chart]]
        alt = escape(heading[0], quote=True)
        yield f"<h2>{_both(heading)}</h2>"
        yield f'<img src="cid:{chart}" width="600" alt="{alt}">'


def _tiles(tiles: Sequence[Mapping[str, Any]]) -> str:
    """Two in a row."""
    cells = [
        f'<td><div class="tile">{_both(tile["label"])}'
        f'<div class="value">{escape(tile["value"][0])}</div>'
        f'<div class="note">{escape(tile["note"][0])}</div></div></td>'
        for tile in tiles
    ]
    return "".join(f"<tr>{one}{two}</tr>" for one, two in zip(cells[::2], cells[1::2], strict=True))


def _districts(paper: Mapping[str, Any]) -> str:
    t = paper["t"]
    heads = "".join(f"<th>{_both(t[name])}</th>" for name in ("tips", "change", "late"))
    rows = "".join(
        f'<tr><td class="name">{_both(row["name"])}</td><td><b>{counted(row["tips"])}</b></td>'
        f"<td>{row['change']}</td><td>{counted(row['late'])}</td></tr>"
        for row in paper["districts"]
    )
    first = f'<th class="name">{_both(t["district"])}</th>'
    return f'<table class="rows"><tr>{first}{heads}</tr>{rows}</table>'


def _list(sentences: Iterable[Sequence[str]]) -> str:
    return "".join(f"<li>{_both(sentence)}</li>" for sentence in sentences)


def _both(label: Sequence[str]) -> str:
    """The first language, and the others smaller beneath it."""
    first, *others = (escape(text) for text in dict.fromkeys(label))
    return first + "".join(f'<br><span class="other">{text}</span>' for text in others)
