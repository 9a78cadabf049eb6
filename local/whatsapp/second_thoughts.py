"""What a person does about a message that is there already: react, correct, delete."""

from dataclasses import replace

from local.whatsapp.acting import Acting
from local.whatsapp.messages import Message


class SecondThoughts(Acting):
    """A business hears of each as a message of its own, about the earlier one.

    https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference
    """

    def reacts(self, message: Message, emoji: str) -> Message:
        """An empty emoji takes the reaction back."""
        message.reactions["person"] = emoji
        self.world.chats.ring("message", message.wamid)
        body = {"message_id": message.wamid} | ({"emoji": emoji} if emoji else {})
        return self.sends("reaction", body, line=message.line)

    def edits(self, message: Message, text: str) -> Message:
        """Raises ValueError where WhatsApp offers no correction: it is not theirs, or no text."""
        if message.by_business or message.type != "text":
            raise ValueError("only a text of one's own can be edited")
        message.content = replace(message.content, text=text)
        self.world.chats.ring("message", message.wamid)
        corrected = {"type": "text", "text": {"body": text}}
        body = {"original_message_id": message.wamid, "message": corrected}
        return self.sends("edit", body, line=message.line)

    def deletes(self, message: Message) -> Message:
        """For everyone: it goes from their own chat, too. Raises ValueError if not theirs."""
        if message.by_business:
            raise ValueError("only a message of one's own can be deleted for everyone")
        message.deleted = True
        self.world.chats.ring("message", message.wamid)
        return self.sends("revoke", {"original_message_id": message.wamid}, line=message.line)
