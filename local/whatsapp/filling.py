"""Filling a template's variables, refusing what does not fit it."""

import re
from collections.abc import Mapping, Sequence

from local.whatsapp.errors import GraphError
from local.whatsapp.outgoing.template import Component, Parameter, TemplateMessage
from local.whatsapp.templates import VARIABLE, Template

_FORBIDDEN_BLANKS = re.compile(r"[\n\t]| {5,}")
LONGEST = {"HEADER": 60, "BODY": 1024}


def filled(template: Template, message: TemplateMessage) -> dict[str, str]:
    """The texts of HEADER, BODY and FOOTER as the person reads them.

    Raises 132000 (count), 132012 (format), 132018 (line break in a value), 132005 (too long),
    131008 (a link button's missing value).
    """
    by_type = {part.type: part for part in message.components if part.type != "button"}
    texts = {"FOOTER": template.component("FOOTER").get("text", "")}
    texts["BODY"] = _text(template, "BODY", by_type.get("body"))
    texts["HEADER"] = _header(template, by_type.get("header"))
    _check_buttons(template, [part for part in message.components if part.type == "button"])
    return texts


def _header(template: Template, given: Component | None) -> str:
    wanted = template.header_format.lower()
    if wanted == "text":
        return _text(template, "HEADER", given)
    received = given.parameters[0].type if given and given.parameters else "nothing"
    if received != wanted or given is None or getattr(given.parameters[0], wanted) is None:
        raise GraphError(
            132012, f"header: Format mismatch, expected {wanted.upper()}, received {received}"
        )
    return ""


def _text(template: Template, kind: str, given: Component | None) -> str:
    parameters = given.parameters if given else ()
    names = template.variables(kind)
    if len(parameters) != len(names):
        raise GraphError(
            132000,
            f"{kind.lower()}: number of localizable_params ({len(parameters)}) does not match "
            f"the expected number of params ({len(names)})",
        )
    values = _values(template, kind, names, parameters)
    text = VARIABLE.sub(lambda found: values[found[1]], template.component(kind).get("text", ""))
    if len(text) > LONGEST[kind]:
        raise GraphError(132005, f"{kind.lower()}: {len(text)} characters once filled")
    return text


def _values(
    template: Template, kind: str, names: Sequence[str], parameters: Sequence[Parameter]
) -> Mapping[str, str]:
    values = [_checked(parameter, kind) for parameter in parameters]
    if not template.named:
        # The first value is for {{1}}, wherever {{1}} stands in the text.
        return dict(zip(sorted(names, key=int), values, strict=True))
    given = [parameter.parameter_name for parameter in parameters]
    if set(given) != set(names):
        raise GraphError(132012, f"{kind.lower()}: expected parameter_name of {sorted(names)}")
    return {str(name): value for name, value in zip(given, values, strict=True)}


def _checked(parameter: Parameter, kind: str) -> str:
    if parameter.value is None:
        raise GraphError(132012, f"{kind.lower()}: expected TEXT, received {parameter.type}")
    if not parameter.value.strip():
        raise GraphError(131008, f"{kind.lower()}: a parameter's text is empty")
    if _FORBIDDEN_BLANKS.search(parameter.value):
        raise GraphError(
            132018,
            "Param text cannot have new-line/tab characters or more than 4 consecutive spaces",
        )
    return parameter.value


def _check_buttons(template: Template, given: Sequence[Component]) -> None:
    filled_in = {_index(part): part for part in given}
    for index, part in filled_in.items():
        _check_button(template, index, part)
    for index, button in enumerate(template.buttons):
        if VARIABLE.search(button.get("url", "")) and index not in filled_in:
            raise GraphError(131008, f"Button at index {index} of type Url requires a parameter")


def _check_button(template: Template, index: int, part: Component) -> None:
    if index >= len(template.buttons):
        raise GraphError(132000, f"button at index {index} does not exist in the template")
    kind = template.buttons[index]["type"].lower()
    if part.sub_type != kind:
        raise GraphError(132012, f"button at index {index} is {kind}, received {part.sub_type}")
    wanted = "payload" if kind == "quick_reply" else "text"
    if [(one.type, getattr(one, wanted) is None) for one in part.parameters] != [(wanted, False)]:
        raise GraphError(132012, f"button at index {index} takes one parameter of type {wanted}")


def _index(part: Component) -> int:
    if part.index is None or not str(part.index).isdigit():
        raise GraphError(131008, "a button component needs an index from 0")
    return int(part.index)
