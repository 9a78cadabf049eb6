"""How much WhatsApp takes, in Unicode code points unless said otherwise. One over: all is refused.

https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages
https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages
https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
"""

from typing import Final

SAY_BODY: Final = 4096
ASK_BODY: Final = 1024
CAPTION: Final = 1024

BUTTONS: Final = 3
"""Options that show as buttons; with more, the message is a list."""
BUTTON_TITLE: Final = 20

LIST_ROWS: Final = 10
LIST_BUTTON: Final = 20
ROW_TITLE: Final = 24
ROW_DESCRIPTION: Final = 72

TEMPLATE_BODY: Final = 1024
TEMPLATE_BUTTONS: Final = 10
TEMPLATE_BUTTON: Final = 25
