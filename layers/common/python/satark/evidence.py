"""Where the files of a tip lie, and so who can be shown them."""

from typing import Final, Literal

from satark.police_range.model import PoliceRange

CaseShelf = Literal["kept", "protected"]
"""`protected`: they may show a woman or a child who was wronged; they have a key of their own."""

Shelf = CaseShelf | Literal["draft", "quarantine"]
"""`draft`: the tip is not filed yet. `quarantine`: the file could not be cleaned."""

SEALED_APART: Final[frozenset[Shelf]] = frozenset({"protected", "quarantine"})
"""Encrypted under the key of protected files.

All of `quarantine` is: a file may be laid there before its tip has a category, and one that is not
cleaned may show anything, and say where it was taken.
"""


def shelf_of(category: str, police_range: PoliceRange) -> CaseShelf:
    """For the files of a case. A category that is no longer known counts as protected."""
    known = {each.id: each.protects for each in police_range.categories}
    return "protected" if known.get(category, True) else "kept"
