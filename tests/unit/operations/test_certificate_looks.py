"""Parts A and B of the certificate as they were looked at: each Hindi line shaped right.

Made anew by `python -m tests.unit.operations.test_certificate_looks`, and then looked at.
"""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops

from operations.certificate.__main__ import TYPEFACES
from operations.certificate.paper import pages, paper
from operations.certificate.record import record
from tests.samples import varanasi
from tests.unit.operations.test_certificate import CLOUD, MADE, SHORT, STORED, rows_of

LOOKS = Path(__file__).with_name("looks")
PARTS = ("part_a", "part_b")
VIRAMA, NON_JOINER = "\u094d", "\u200c"


def told() -> dict[str, Any]:
    return paper(record(rows_of([SHORT]), lambda _: STORED), varanasi(), CLOUD, made=MADE)


def drawn(paper_of: dict[str, Any], typefaces: Path) -> Iterator[Image.Image]:
    """The pages of the two parts, in four shades, so that the pictures are small."""
    for png in pages(paper_of, typefaces=typefaces, form="png")[: len(PARTS)]:
        grey = Image.open(BytesIO(png)).convert("L")
        yield grey.point(lambda shade: shade // 64 * 85)


def same(one: Image.Image, name: str) -> bool:
    seen = Image.open(LOOKS / f"{name}.png").convert("L")
    return one.size == seen.size and ImageChops.difference(one, seen).getbbox() is None


def test_each_part_looks_as_it_was_seen_to_be_right(typefaces: Path) -> None:
    assert [same(*both) for both in zip(drawn(told(), typefaces), PARTS, strict=True)] == [True] * 2


@pytest.mark.parametrize(
    "broken",
    [
        lambda text: text.replace(VIRAMA, VIRAMA + NON_JOINER),
        lambda text: text.replace("\u093f", "\u093f\u00a0"),
    ],
    ids=["letters do not join", "a vowel sign stands by itself"],
)
def test_wrong_shaping_looks_otherwise(broken: Callable[[str], str], typefaces: Path) -> None:
    wrong = json.loads(broken(json.dumps(told(), ensure_ascii=False)))
    found = [same(*both) for both in zip(drawn(wrong, typefaces), PARTS, strict=True)]
    assert found == [False] * 2


if __name__ == "__main__":
    for name, page in zip(PARTS, drawn(told(), TYPEFACES), strict=True):
        page.quantize(4).save(LOOKS / f"{name}.png", optimize=True)
