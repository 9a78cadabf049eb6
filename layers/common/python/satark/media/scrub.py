"""One file in, one clean file out, by the kind that its bytes show.

Reads hostile files with native libraries: run it in `sandbox`, and `verify` what it wrote.
"""

from pathlib import Path

from satark.media.cleaning import CannotClean, Scrubbed
from satark.media.sniff import Kind, sniff
from satark.media.verify import residue

_PICTURES = frozenset({Kind.JPEG, Kind.PNG, Kind.WEBP, Kind.AVIF})


def scrub(source: Path, destination: Path) -> Scrubbed:
    """Write the clean file to `destination`. Raises CannotClean."""
    kind = sniff(source)
    if kind is None:
        raise CannotClean("not a kind of file that we can clean")
    stored, removed = _clean(source, destination, kind)
    return Scrubbed(stored.mime, stored.extension, removed)


def _clean(source: Path, destination: Path, kind: Kind) -> tuple[Kind, tuple[str, ...]]:
    """Each kind's library is imported only when such a file comes: together they are 140 MB."""
    if kind is Kind.PDF:
        from satark.media.pdf import rebuild  # noqa: PLC0415 - see above

        return kind, rebuild(source, destination)
    if kind in _PICTURES:
        from satark.media.image import redraw  # noqa: PLC0415 - see above

        return redraw(source, destination, kind), residue(source)
    from satark.media.audio_video import remux  # noqa: PLC0415 - see above

    return remux(source, destination, kind), residue(source)
