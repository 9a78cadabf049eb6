"""Approved templates, as an account holds them, and what a template message must match."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from local.whatsapp.errors import GraphError
from local.whatsapp.template_rules import check_template

VARIABLE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Template:
    """`data` is a template as `GET /<waba id>/message_templates` lists it."""

    data: Mapping[str, Any]

    @property
    def key(self) -> tuple[str, str]:
        return self.data["name"], self.data["language"]

    @property
    def category(self) -> str:
        return str(self.data.get("category", "UTILITY")).lower()

    @property
    def named(self) -> bool:
        return str(self.data.get("parameter_format", "POSITIONAL")).upper() == "NAMED"

    @property
    def status(self) -> str:
        return str(self.data.get("status", "APPROVED")).upper()

    def component(self, kind: str) -> Mapping[str, Any]:
        """The component of that type, or an empty mapping."""
        components = self.data["components"]
        return next((part for part in components if part["type"].upper() == kind), {})

    @property
    def buttons(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(self.component("BUTTONS").get("buttons", ()))

    def variables(self, kind: str) -> tuple[str, ...]:
        """Names (or numbers) of the variables in a component's text, each once, in order."""
        return tuple(dict.fromkeys(VARIABLE.findall(self.component(kind).get("text", ""))))

    @property
    def header_format(self) -> str:
        return str(self.component("HEADER").get("format", "TEXT")).upper()


class TemplateRegistry:
    def __init__(self) -> None:
        self._templates: dict[tuple[str, str], Template] = {}

    def add(self, templates: Iterable[Mapping[str, Any]]) -> None:
        """Take templates as approved; raises `GraphError` where Meta would not approve one."""
        for data in templates:
            check_template(data)
            template = Template(data)
            self._templates[template.key] = template

    def __iter__(self) -> Iterator[Template]:
        return iter(tuple(self._templates.values()))

    def usable(self, name: str, language: str) -> Template:
        """Raises 132001 (none of that name and language), 132015 (paused), 132016 (disabled)."""
        template = self._templates.get((name, language))
        if template is None:
            raise GraphError(132001, f"template name ({name}) does not exist in {language}")
        if template.status in {"PAUSED", "DISABLED"}:
            raise GraphError(132015 if template.status == "PAUSED" else 132016)
        if template.status != "APPROVED":
            raise GraphError(132001, f"template name ({name}) is {template.status} in {language}")
        return template
