"""What officers are shown of the files of a tip or a report, and what they are only told of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from satark.case import tip_number
from satark.message import MediaKind, Show
from satark.police_range.model import PoliceRange
from satark.tip import Evidence

Fate = Literal["evidence", "media_withheld", "quarantined", "lost", "too_large"]
"""What becomes of a file; also the key, under `officer`, of the sentence that counts such files."""

_MEGABYTE = 1024 * 1024
_LARGEST: dict[MediaKind, int] = {
    "image": 5 * _MEGABYTE,
    "video": 16 * _MEGABYTE,
    "audio": 16 * _MEGABYTE,
    "document": 100 * _MEGABYTE,
    "sticker": 500 * 1024,
}
"""What WhatsApp takes from us; it gives us up to 100 MB.
https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
"""


@dataclass(frozen=True, slots=True)
class Exhibits:
    """The files of a tip or of a report, as they may go to officers over WhatsApp.

    `protected`: they may show a woman or a child who was wronged, so none of them is sent.
    """

    case_id: str
    evidence: Sequence[Evidence]
    protected: bool

    def shown(self, police_range: PoliceRange, language: str) -> Iterator[Show]:
        """Each with the tip's number: Meta does not promise to keep the order of two messages."""
        number, count = tip_number(self.case_id), len(self.evidence)
        for position, item in enumerate(self.evidence, start=1):
            if self._fate(item) == "evidence":
                key = "officer.file_forwarded" if item.forwarded else "officer.file"
                values = {"number": number, "position": position, "count": count}
                caption = police_range.text(language, key, **values)
                yield Show(item.key, item.media, item.mime, caption)

    def counted(self, police_range: PoliceRange, language: str) -> Iterator[str]:
        """How many files follow, and how many do not, and why."""
        for fate, count in Counter(map(self._fate, self.evidence)).items():
            yield police_range.text(language, f"officer.{fate}", count=count)

    def captions(self) -> Iterator[str]:
        """The sender's own words under each file. They are part of the text, sent or not."""
        return (item.caption for item in self.evidence if item.caption)

    def _fate(self, item: Evidence) -> Fate:
        if item.state != "kept":
            return item.state
        if self.protected:
            return "media_withheld"
        return "too_large" if item.size > _LARGEST[item.media] else "evidence"
