"""A walk over all pages of a site by their own links, as a search engine would take it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urlsplit

from functions.dashboard.access import pages_for
from functions.dashboard.routes import Route
from functions.dashboard.site import ROUTES, Site
from functions.dashboard.viewer import Role
from tests.unit.dashboard.visits import Seen, claims, event, seen, visit
from tests.unit.dashboard.world import OFFICES

LANGUAGES = ("hi", "en")
ADDRESSES = {"href", "src", "action", "formaction"}


@dataclass(frozen=True, slots=True)
class Form:
    """`lists` are its selects and its radio buttons, by their names, with all that can be chosen.

    `typed` are the names of the fields for words.
    """

    action: str
    method: str
    hidden: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)

    def filled(self, words: str) -> dict[str, str]:
        """With these words wherever something can be typed, and the last choice of each list."""
        chosen = {name: values[-1] for name, values in self.lists.items() if values}
        return {**self.hidden, **chosen, **dict.fromkeys(self.typed, words)}


@dataclass
class Parsed(HTMLParser):
    """`elements` are their names and those of their attributes, without a word of text."""

    text: str
    elements: list[tuple[str, ...]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, *(name for name, _ in attrs)))
        self.links.extend(value or "" for name, value in attrs if name in ADDRESSES)
        said = {name: value or "" for name, value in attrs}
        match tag, said.get("type"):
            case "form", _:
                self.forms.append(Form(said.get("action", ""), said.get("method", "get")))
            case "select", _:
                self.forms[-1].lists[said["name"]] = []
            case "option", _:
                [*_, last] = self.forms[-1].lists.values()
                last.append(said.get("value", ""))
            case "input", "hidden":
                self.forms[-1].hidden[said["name"]] = said["value"]
            case "input", "radio":
                self.forms[-1].lists.setdefault(said["name"], []).append(said["value"])
            case (("input" | "textarea"), _) if "name" in said:
                self.forms[-1].typed.append(said["name"])

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def walk(site: Site, role: Role, language: str, name: str = "अधिकारी") -> dict[Route, Seen]:
    """One page of each route that this role is led to from the first."""
    who, found, waiting = claims(role, OFFICES[role], name), dict[Route, Seen](), ["/overview"]
    while waiting:
        path, query = _split(waiting.pop(0))
        route = route_of(path)
        if route and route not in found:
            found[route] = visit(site, f"/{language}{path}", claims=who, query=query)
            waiting.extend(_own(Parsed(found[route].html).links, language))
    return found


def choices(site: Site, role: Role, language: str) -> Iterator[tuple[str, dict[str, str]]]:
    """An address and a query for whatever can be chosen on any page, each by itself."""
    for page in walk(site, role, language).values():
        for form in Parsed(page.html).forms:
            said = ((name, one) for name, values in form.lists.items() for one in values)
            if form.method == "get":
                yield from ((form.action, {**form.hidden, name: value}) for name, value in said)


def posted(site: Site, role: Role, words: str) -> Iterator[tuple[str, Seen]]:
    """What is answered to each form of each page, with these words in all of its fields."""
    for page in walk(site, role, "hi").values():
        for form in Parsed(page.html).forms:
            if form.method == "post":
                own = {"sec-fetch-site": "same-origin"}
                who = claims(role, OFFICES[role])
                path = urlsplit(form.action).path
                request = event(path, method="POST", claims=who, headers=own)
                yield path, seen(site, request | {"body": urlencode(form.filled(words))})


def reachable(role: Role) -> set[Route]:
    return {one for one in ROUTES if one.method == "GET" and one.page in pages_for(role)}


def route_of(path: str) -> Route | None:
    gets = (one for one in ROUTES if one.method == "GET")
    return next((one for one in gets if re.fullmatch(_pattern(one), path)), None)


def _pattern(route: Route) -> str:
    return re.sub("<[^>]+>", "[^/]+", route.path)


def _own(links: list[str], language: str) -> Iterator[str]:
    start = f"/{language}/"
    return (f"/{one.removeprefix(start)}" for one in links if one.startswith(start))


def _split(address: str) -> tuple[str, Mapping[str, str]]:
    parts = urlsplit(address)
    return parts.path, dict(parse_qsl(parts.query))
