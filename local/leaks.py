"""Finds a telephone number, id or name in any bytes, in whatever form it could have slipped in.

A secret is looked for in clear, spaced, reversed, in other scripts' digits, percent-encoded, as
hex, as base64 at each alignment (which finds it inside a wamid), and as an unkeyed digest.
A keyed digest is not a form: without the key it says nothing.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

_SHORTEST = 8  # bytes: anything shorter turns up by chance
_COUNTRY_CODE = "91"
_NATIONAL_DIGITS = 10
_SCRIPTS = {"devanagari": "०१२३४५६७८९", "urdu": "۰۱۲۳۴۵۶۷۸۹", "arabic": "٠١٢٣٤٥٦٧٨٩"}
_DIGESTS = ("md5", "sha1", "sha224", "sha256", "sha512", "blake2b")


@dataclass(frozen=True, slots=True)
class Form:
    name: str
    pattern: bytes


def forms_of(secret: str) -> tuple[Form, ...]:
    """Every form in which a number, id or name is looked for, shortest names first."""
    found = {form.pattern: form for form in _forms(secret) if len(form.pattern) >= _SHORTEST}
    return tuple(found.values())


def find(forms: tuple[Form, ...], data: bytes) -> list[str]:
    """The names of the forms that occur in the data."""
    return [form.name for form in forms if form.pattern in data]


def _forms(secret: str) -> Iterator[Form]:
    for name, text in _writings(secret):
        yield Form(name, text.encode())
        yield Form(f"{name}, UTF-16", text.encode("utf-16-le"))
        yield Form(f"{name}, JSON-escaped", json.dumps(text)[1:-1].encode())
        yield Form(f"{name}, percent-encoded", quote(text, safe="").encode())
        yield Form(f"{name}, hex", text.encode().hex().encode())
        yield Form(f"{name}, upper hex", text.encode().hex().upper().encode())
        yield from _base64(name, text.encode())
        yield from _digests(name, text.encode())


def _writings(secret: str) -> Iterator[tuple[str, str]]:
    yield "as it is", secret
    yield "reversed", secret[::-1]
    digits = re.sub(r"\D", "", secret)
    if re.fullmatch(r"[+\d\s-]+", secret) and len(digits) >= _NATIONAL_DIGITS:
        yield from _numbers(digits[-_NATIONAL_DIGITS:])


def _numbers(national: str) -> Iterator[tuple[str, str]]:
    first, second = national[:5], national[5:]
    international = _COUNTRY_CODE + national
    yield "national", national
    yield "international", international
    yield "with plus", f"+{international}"
    yield "with zero", f"0{national}"
    yield "spaced", f"{first} {second}"
    yield "hyphenated", f"{first}-{second}"
    yield "reversed national", national[::-1]
    yield "reversed international", international[::-1]
    for script, digits in _SCRIPTS.items():
        yield f"in {script} digits", national.translate(str.maketrans("0123456789", digits))


def _base64(name: str, secret: bytes) -> Iterator[Form]:
    """What surely stands in the base64 of anything that holds the secret, at each alignment."""
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + secret)
        sure = whole[(0, 2, 3)[shift] : (len(secret) + shift) * 8 // 6]
        yield Form(f"{name}, base64 at {shift}", sure)
        yield Form(f"{name}, base64url at {shift}", sure.translate(bytes.maketrans(b"+/", b"-_")))


def _digests(name: str, secret: bytes) -> Iterator[Form]:
    for algorithm in _DIGESTS:
        digest = hashlib.new(algorithm, secret, usedforsecurity=False).digest()
        yield Form(f"{name}, {algorithm} hex", digest.hex().encode())
        encoded = base64.b64encode(digest).rstrip(b"=")
        yield Form(f"{name}, {algorithm} base64", encoded)
        yield Form(
            f"{name}, {algorithm} base64url", encoded.translate(bytes.maketrans(b"+/", b"-_"))
        )
