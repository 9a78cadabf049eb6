"""Meta's rules for templates, and what the code fills into them.

https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
"""

import re
from collections.abc import Iterator

from satark.police_range.folder import Folder
from satark.police_range.problems import Problem
from satark.police_range.source import TemplateSource
from satark.police_range.template_shapes import TEMPLATES, TemplateShape
from satark.police_range.texts import Texts
from satark.whatsapp.limits import BUTTON_TITLE, TEMPLATE_BODY

_VARIABLE = re.compile(r"\{\{(.*?)\}\}")
_EDGE = re.compile(r"^\W*\{\{[^}]*\}\}|\{\{[^}]*\}\}\W*$")


def template_problems(folder: Folder, _texts: Texts) -> Iterator[Problem]:
    yield from _missing(folder)
    for (name, language), template in folder.templates.items():
        file = f"templates/{name}.toml"
        if name not in TEMPLATES:
            fix = f"Remove it, or rename it to one of {', '.join(TEMPLATES)}"
            yield Problem(file, "file", "is not a template that is sent", fix)
        elif language not in folder.spoken:
            fix = "Remove it, or add the language to range.toml"
            yield Problem(file, language, "is not a language on offer", fix)
        else:
            yield from _body(file, f"{language}.body", template.body.strip(), TEMPLATES[name])
            yield from _buttons(file, f"{language}.buttons", template, TEMPLATES[name])


def _missing(folder: Folder) -> Iterator[Problem]:
    """The base language stands in for any other: Meta has no templates in some languages."""
    for name in TEMPLATES:
        for language in folder.languages[:1]:
            if language not in folder.tables.get(f"templates/{name}.toml", {}):
                file = f"templates/{name}.toml"
                yield Problem(file, language, "is missing", "Write the template")


def _body(file: str, key: str, body: str, shape: TemplateShape) -> Iterator[Problem]:
    if not 0 < len(body) <= TEMPLATE_BODY:
        what = f"{len(body)} characters, {TEMPLATE_BODY} fit"
        yield Problem(file, key, what, "Write a text that fits")
    numbers = sorted({name.strip() for name in _VARIABLE.findall(body)})
    wanted = [str(number) for number in range(1, shape.values + 1)]
    if numbers != wanted:
        fix = f"Use exactly {', '.join(f'{{{{{number}}}}}' for number in wanted)}"
        yield Problem(file, key, f"its variables are {numbers}", fix)
    if _EDGE.search(body):
        fix = "Put words before the first and after the last variable: Meta refuses it otherwise"
        yield Problem(file, key, "begins or ends with a variable", fix)


def _buttons(
    file: str, key: str, template: TemplateSource, shape: TemplateShape
) -> Iterator[Problem]:
    if (count := len(template.buttons)) != shape.buttons:
        yield Problem(
            file, key, f"{count} buttons", f"Give it {shape.buttons}, in the code's order"
        )
    for button in template.buttons:
        if not 0 < len(button) <= BUTTON_TITLE:
            fix = f"Write one to {BUTTON_TITLE}"
            yield Problem(file, key, f"{button!r} has {len(button)} characters", fix)
