"""Stored evidence, handed to Meta so that a message can show it."""

from satark.message import Show
from satark.ports import EvidenceReader
from satark.whatsapp.media import GraphMedia


class Attachments:
    """Uploads a file once, however many officers it is shown to while this courier stays warm."""

    def __init__(self, evidence: EvidenceReader, media: GraphMedia) -> None:
        self._evidence = evidence
        self._media = media
        self._uploaded: dict[str, str] = {}

    def media_id(self, show: Show) -> str:
        """Raises MediaUnavailable, MediaRefused."""
        if show.key not in self._uploaded:
            with self._evidence.opened(show.key) as file:
                self._uploaded[show.key] = self._media.upload(file, show.mime)
        return self._uploaded[show.key]

    def forget(self, show: Show) -> None:
        """Meta did not take the message: its next attempt uploads anew."""
        self._uploaded.pop(show.key, None)
