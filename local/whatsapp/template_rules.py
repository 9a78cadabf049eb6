"""What Meta checks before it approves a template.

https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
"""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from local.whatsapp.errors import GraphError

NAME = re.compile(r"^[a-z0-9_]{1,512}$")
LIMITS = {"HEADER": 60, "BODY": 1024, "FOOTER": 60}
LABEL, MOST_BUTTONS = 25, 10
_EDGE_VARIABLE = re.compile(r"^\{\{\s*\w+\s*\}\}|\{\{\s*\w+\s*\}\}$")

Data = Mapping[str, Any]


def check_template(template: Data) -> None:
    """Raises `GraphError` 100 with the first thing for which Meta would refuse the template."""
    for problem in _problems(template):
        name = template.get("name", "without a name")
        raise GraphError(100, f"template {name} ({template.get('language')}): {problem}")


def _problems(template: Data) -> Iterator[str]:
    if not NAME.match(str(template.get("name", ""))):
        yield "name must be lower-case letters, digits and underscores"
    if not template.get("language"):
        yield "language is missing"
    components = template.get("components") or ()
    if sum(part.get("type", "").upper() == "BODY" for part in components) != 1:
        yield "components must hold exactly one BODY"
    for part in components:
        check = _CHECKS.get(part.get("type", "").upper())
        yield from check(part) if check else (f"unknown component {part.get('type')!r}",)


def _text_problems(part: Data) -> Iterator[str]:
    kind, text = part["type"].upper(), part.get("text", "")
    if kind == "HEADER" and part.get("format", "TEXT").upper() != "TEXT":
        return
    if not 1 <= len(text) <= LIMITS[kind]:
        yield f"{kind} text has {len(text)} characters; between 1 and {LIMITS[kind]} are allowed"
    if kind == "BODY" and _EDGE_VARIABLE.search(text.strip()):
        yield "BODY text must not begin or end with a variable (2388299)"
    if kind == "BODY" and (numbers := _numbers(text)) != list(range(1, len(numbers) + 1)):
        yield "BODY variables must be numbered {{1}}, {{2}}… without a gap"


def _numbers(text: str) -> list[int]:
    return sorted({int(number) for number in re.findall(r"\{\{\s*(\d+)\s*\}\}", text)})


def _button_problems(part: Data) -> Iterator[str]:
    buttons = part.get("buttons") or ()
    if not 1 <= len(buttons) <= MOST_BUTTONS:
        yield f"{len(buttons)} buttons; between 1 and {MOST_BUTTONS} are allowed"
    for button in buttons:
        if not 1 <= len(button.get("text", "")) <= LABEL:
            yield f"button label {button.get('text')!r} must have 1 to {LABEL} characters"
    kinds = [button.get("type", "").upper() == "QUICK_REPLY" for button in buttons]
    if sum(one != other for one, other in pairwise(kinds)) > 1:
        yield "quick replies must be grouped together"


_CHECKS: dict[str, Callable[[Data], Iterator[str]]] = {
    "HEADER": _text_problems,
    "BODY": _text_problems,
    "FOOTER": _text_problems,
    "BUTTONS": _button_problems,
}
