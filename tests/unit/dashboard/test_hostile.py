"""Whatever anybody wrote stays text on every page that shows it."""

from itertools import product

import pytest

from functions.dashboard.routes import Route
from functions.dashboard.site import Site
from functions.dashboard.viewer import Role
from satark.lake.queries import QueryEngine
from tests.unit.dashboard.visits import Seen
from tests.unit.dashboard.walk import LANGUAGES, Parsed, posted, reachable, walk
from tests.unit.dashboard.world import OFFICES, world

INNOCENT = "पुल के पास"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "</textarea></title></style><svg onload=alert(1)>",
    '<a href="javascript:alert(1)">यहाँ दबाएँ</a>',
    "{{ 7 * 7 }}{% raw %}${7*7}",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#x3c;b&#x3e;",
    "--><!--<b>\r\nSet-Cookie: a=b\r\n\r\n<b>",
    "\u202e<b>उलटा\u2066</b>\u200f",
    "\x00<b\x00>\x1b[31m\ufeff",
    "<b>क\u094d\u200d</b>" * 200,
    '=HYPERLINK("http://evil.example")\t\n@SUM(1)',
)
"""Scripts, attributes, ends of what is around, templates, entities, headers, direction, nul."""
ROLES: tuple[Role, ...] = tuple(OFFICES)
FORMS: tuple[Role, ...] = ("range", "thana")
"""Who between them have every form."""


@pytest.fixture(scope="module")
def innocent(everything: QueryEngine) -> Site:
    return world(everything, INNOCENT)


@pytest.fixture(scope="module")
def usual(innocent: Site) -> dict[Role, dict[Route, Seen]]:
    return {role: walk(innocent, role, "hi", INNOCENT) for role in ROLES}


@pytest.mark.parametrize("role", ROLES)
def test_the_walk_comes_to_every_page(innocent: Site, role: Role) -> None:
    """Or what follows would say little."""
    seen = walk(innocent, role, "hi")
    assert seen.keys() == reachable(role)
    assert {one.status for one in seen.values()} <= {200, 303}


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_no_words_make_an_element_an_attribute_or_a_link(
    everything: QueryEngine, usual: dict[Role, dict[Route, Seen]], words: str
) -> None:
    hostile = world(everything, words)
    for role in ROLES:
        for route, seen in walk(hostile, role, "hi", words).items():
            shown, expected = Parsed(seen.html), Parsed(usual[role][route].html)
            assert (route.path, shown.elements) == (route.path, expected.elements)
            assert shown.links == expected.links
            assert seen.headers == usual[role][route].headers


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_words_stand_where_they_were_written(innocent: Site, role: Role, language: str) -> None:
    """So that the comparison compares something."""
    for route, seen in walk(innocent, role, language, INNOCENT).items():
        said = "".join(Parsed(seen.html).said)
        assert (route.path, INNOCENT in said) == (route.path, seen.status == 200)


@pytest.mark.parametrize("words", HOSTILE[:5], ids=range(5))
def test_what_is_typed_comes_back_as_text(everything: QueryEngine, words: str) -> None:
    """Also where a form is refused for its length and shown again."""
    for role, times in product(FORMS, (1, 200)):
        for path, answer in posted(world(everything, INNOCENT), role, words * times):
            shown = Parsed(answer.html)
            attributes = {name for _, *names in shown.elements for name in names}
            assert (path, [name for name in attributes if name.startswith("on")]) == (path, [])
            assert not {"script", "style"} & {tag for tag, *_ in shown.elements}
            assert "<" not in words or words not in answer.html
            assert answer.status in {200, 303, 409, 422}


def test_forms_are_found_and_shown_again(everything: QueryEngine) -> None:
    """So that the test above tests something."""
    answers = dict(posted(world(everything, INNOCENT), "range", "<b>" * 2000))
    assert len(answers) > 3
    assert any(answer.status == 422 and "&lt;b&gt;" in answer.html for answer in answers.values())
