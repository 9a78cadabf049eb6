"""The e-mail for whoever reads no HTML: each language by itself, the base language first."""

from collections.abc import Iterator, Mapping
from typing import Any


def plain(paper: Mapping[str, Any]) -> str:
    languages = range(len(paper["title"]))
    return "\n\n\n".join("\n".join(_lines(paper, at)) for at in languages) + "\n"


def _lines(paper: Mapping[str, Any], at: int) -> Iterator[str]:
    yield f"{paper['t']['service'][at]}: {paper['office'][at]}"
    yield f"{paper['title'][at]}, {paper['dates'][at]}"
    if paper["sample"]:
        yield f"\n*** {paper['sample'][at]} ***"
    yield ""
    if paper["empty"]:
        yield from (sentence[at] for sentence in paper["empty"])
    else:
        yield from _figures(paper, at)
    yield f"\n{paper['t']['limits'][at]}"
    yield from (f"- {sentence[at]}" for sentence in paper["limits"])
    yield f"\n{paper['hello'][at]}\n{paper['not_to_pass'][at]}"


def _figures(paper: Mapping[str, Any], at: int) -> Iterator[str]:
    for tile in paper["tiles"]:
        yield f"{tile['label'][at]}: {tile['value'][at]} ({tile['note'][at]})"
    yield f"\n{paper['t']['brief'][at]}"
    yield from (f"- {sentence[at]}" for sentence in paper["brief"])
    yield f"\n{paper['t']['by_district'][at]}"
    for row in paper["districts"]:
        tips = "•" if row["tips"] is None else row["tips"]
        yield f"- {row['name'][at]}: {tips} ({row['change']})"
