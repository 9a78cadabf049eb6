"""Where the samples of an MP4 track lie in the file: ISO/IEC 14496-12, 8.7."""

import struct
from collections.abc import Iterator, Mapping
from itertools import repeat

from satark.media.residue.reading import Octets

type Tables = Mapping[bytes, int]
"""Where the content of each box of a sample table starts."""


def sample_places(data: Octets, tables: Tables) -> Iterator[tuple[int, int]]:
    """Each sample as where it starts and ends."""
    sizes = _sizes(data, tables[b"stsz"])
    for at, count in zip(_chunks(data, tables), _counts(data, tables[b"stsc"]), strict=False):
        end = at
        for _, size in zip(range(count), sizes, strict=False):
            yield end, end + size
            end += size


def _sizes(data: Octets, table: int) -> Iterator[int]:
    same, count = struct.unpack_from(">II", data, table + 4)
    return repeat(same, count) if same else _numbers(data, ">I", table + 12, count)


def _chunks(data: Octets, tables: Tables) -> Iterator[int]:
    """Where each chunk of samples starts."""
    wide = b"co64" in tables
    table = tables[b"co64" if wide else b"stco"]
    (count,) = struct.unpack_from(">I", data, table + 4)
    return _numbers(data, ">Q" if wide else ">I", table + 8, count)


def _counts(data: Octets, table: int) -> Iterator[int]:
    """How many samples each chunk holds, chunk by chunk, the last count for ever."""
    (count,) = struct.unpack_from(">I", data, table + 4)
    numbers = list(_numbers(data, ">I", table + 8, 3 * count))
    firsts, counts = numbers[0::3], numbers[1::3]
    for first, following, number in zip(firsts, firsts[1:], counts, strict=False):
        yield from repeat(number, following - first)
    yield from repeat(counts[-1])


def _numbers(data: Octets, form: str, at: int, count: int) -> Iterator[int]:
    width = struct.calcsize(form)
    return (struct.unpack_from(form, data, at + width * place)[0] for place in range(count))
