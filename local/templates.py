"""A range's WhatsApp templates in the form in which Meta takes and lists them.

`python -m local.templates varanasi` prints all of them as a JSON list.

https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates
"""

import json
import sys
from typing import Any

from local.cloud.process import ROOT
from satark.police_range.build import build
from satark.police_range.model import TemplateText


def as_submitted(template: TemplateText) -> dict[str, Any]:
    components: list[dict[str, Any]] = [{"type": "BODY", "text": template.body}]
    if template.buttons:
        buttons = [{"type": "QUICK_REPLY", "text": label} for label in template.buttons]
        components.append({"type": "BUTTONS", "buttons": buttons})
    return {
        "name": template.name,
        "language": template.language,
        "category": template.category,
        "components": components,
    }


def main() -> None:
    [range_name] = sys.argv[1:]
    templates = build(ROOT / "ranges" / range_name).templates
    json.dump([as_submitted(each) for each in templates], sys.stdout, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    main()
