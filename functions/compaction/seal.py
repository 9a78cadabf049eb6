"""The night's seal: how far each case had come, under a name that is the hash of it all."""

import json
from collections.abc import Iterable
from dataclasses import astuple
from hashlib import sha256

from satark.ledger import Link


def sealed(links: Iterable[Link]) -> tuple[str, bytes]:
    """The day's head hash, and the bytes of which it is the SHA-256: a JSON array a case and line.

    `["48291376",3,"<hash of row 3>"]`, in the order of the case ids; of a case that comes twice,
    its furthest.
    """
    furthest = {link.case_id: link for link in sorted(links)}
    lines = (json.dumps(astuple(link), separators=(",", ":")) for link in furthest.values())
    body = "".join(f"{line}\n" for line in lines).encode()
    return sha256(body).hexdigest(), body
