"""A range's WhatsApp templates in the form in which Meta takes and lists them.

https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates
"""

from typing import Any

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
