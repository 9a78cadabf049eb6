"""The headers of every answer: nothing is loaded from elsewhere or framed, and no script runs."""

from typing import Final


def shield(evidence: str) -> dict[str, str]:
    """`evidence`: the origin from which files of cases are shown, and nothing else is loaded."""
    return {
        "Content-Security-Policy": _policy(evidence),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "X-Robots-Tag": "noindex",
    }


def _policy(evidence: str) -> str:
    said = {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": f"'self' {evidence}",
        "media-src": evidence,
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{what} {whence}" for what, whence in said.items())


NOT_KEPT: Final = "no-store"
"""Of a page: it is gone from the browser when the officer has gone."""
KEPT: Final = "public, max-age=31536000, immutable"
"""Of an asset: its address changes with its content."""
