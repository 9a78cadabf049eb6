"""What the readers have in common: the bytes that they read, and how they say "broken"."""

from mmap import mmap

type Octets = bytes | mmap


class Malformed(Exception):
    """The bytes do not follow the format."""
