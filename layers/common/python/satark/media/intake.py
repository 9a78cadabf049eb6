"""The way of a file from WhatsApp into the evidence store.

What cannot be cleaned is kept as received, but in quarantine: under a prefix that no role of ours
may read, for a short time, so that only a person with the keys of the account can decide about it.
The case knows its hash and why. The received bytes of everything else are not kept.
"""

import base64
import binascii
import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from satark.evidence import Shelf
from satark.media.cleaning import CannotClean, Scrubbed
from satark.media.sandbox import scrub_apart
from satark.media.verify import verify
from satark.message import Media
from satark.ports import EvidenceStore, MediaGone, MediaSource
from satark.tip import Evidence

MAX_BYTES: Final = 100 * 1024 * 1024
"""WhatsApp's own limit for what a person may send."""
_UNKNOWN: Final = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Intake:
    """Fetches, cleans, checks and stores what people send."""

    source: MediaSource
    store: EvidenceStore
    scrub: Callable[[Path, Path], Scrubbed] = scrub_apart

    def keep(self, media: Media, *, shelf: Shelf, forwarded: bool = False) -> Evidence:
        """The file as evidence, kept on this shelf, quarantined or lost.

        Raises MediaUnavailable where another attempt may succeed: nothing is stored then.
        """
        evidence = Evidence(
            media.media, "lost", caption=media.caption, voice=media.voice, forwarded=forwarded
        )
        with tempfile.TemporaryDirectory() as folder:
            received = Path(folder, "received")
            try:
                self.source.fetch(media, received, limit=MAX_BYTES)
            except MediaGone as error:
                return replace(evidence, reason=str(error))
            return self._kept(evidence, media, received, shelf)

    def _kept(self, evidence: Evidence, media: Media, received: Path, shelf: Shelf) -> Evidence:
        evidence = replace(evidence, sha256_received=_sha256(received).hex())
        clean = received.with_name("clean")
        try:
            _check_digest(media.sha256, evidence.sha256_received)
            scrubbed = self.scrub(received, clean)
            verify(clean)
        except CannotClean as error:
            return self._quarantined(evidence, received, error.reason)
        evidence = replace(evidence, state="kept", removed=scrubbed.removed)
        return self._stored(evidence, clean, scrubbed.mime, shelf)

    def _quarantined(self, evidence: Evidence, received: Path, reason: str) -> Evidence:
        evidence = replace(evidence, state="quarantined", reason=reason)
        return self._stored(evidence, received, _UNKNOWN, "quarantine")

    def _stored(self, evidence: Evidence, file: Path, mime: str, shelf: Shelf) -> Evidence:
        return replace(
            evidence,
            key=self.store.keep(file, mime=mime, shelf=shelf),
            mime=mime,
            size=file.stat().st_size,
            sha256_stored=_sha256(file).hex(),
        )


def _sha256(file: Path) -> bytes:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").digest()


def _check_digest(declared: str, received: str) -> None:
    """Meta gives base64 of 32 bytes now and gave hex before; where it gives none, none is held."""
    if declared and received not in (declared.lower(), _hex_of_base64(declared)):
        raise CannotClean("not the bytes that WhatsApp announced")


def _hex_of_base64(text: str) -> str:
    try:
        return base64.b64decode(text).hex()
    except binascii.Error:
        return ""
