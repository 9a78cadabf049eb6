"""Who looks at the dashboard: by the claims of a verified token, and by the roster as it is now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from satark.police_range.model import Place, PoliceRange
from satark.ports import Officers

Role = Literal["range", "district", "thana", "auditor"]

GROUPS: Final[dict[str, Role]] = {
    "range_office": "range",
    "sp_office": "district",
    "thana": "thana",
    "auditor": "auditor",
}
"""The groups of the user pool. Whoever is in none of them, or in two, is nobody here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """`id` is the officer's in the roster, and stands in the ledger; an auditor has one of theirs.

    `office` as in the roster: `range:varanasi`, `district:jaunpur`, `thana:jaunpur/kotwali`.
    """

    id: str
    role: Role
    office: str
    name: str
    language: str

    @property
    def place(self) -> str:
        return self.office.partition(":")[2]

    def districts(self, police_range: PoliceRange) -> tuple[Place, ...]:
        """Those of which this viewer may see something."""
        if self.role in {"range", "auditor"}:
            return tuple(one for one in police_range.districts if one.parent == self.place)
        own = self.place.partition("/")[0]
        return tuple(one for one in police_range.districts if one.id == own)

    def thanas(self, police_range: PoliceRange) -> tuple[Place, ...]:
        if self.role == "thana":
            return (police_range.thana(self.place),)
        return tuple(
            thana
            for district in self.districts(police_range)
            for thana in police_range.thanas_of(district.id)
        )


class NotAViewer(Exception):
    """The claims make nobody who may look at anything; deliberately without a reason."""


class _Claims(BaseModel):
    """Of a Cognito id token. `office` counts for auditors alone, who are in no roster.

    https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
    """

    model_config = ConfigDict(frozen=True, strict=True)

    groups: list[str] = Field(alias="cognito:groups")
    officer: str = Field(alias="custom:officer", min_length=1)
    office: str = Field("", alias="custom:office")
    name: str = Field(min_length=1)


def viewer_of(claims: Mapping[str, object], roster: Officers, police_range: PoliceRange) -> Viewer:
    """Raises NotAViewer unless the group is ours and the roster has the officer at its level.

    So whoever is suspended, moved or struck off is nobody at once, whatever token they hold.
    """
    try:
        found = _Claims.model_validate(claims)
    except ValidationError:
        raise NotAViewer from None
    roles = [GROUPS[group] for group in found.groups if group in GROUPS]
    if len(roles) != 1:
        raise NotAViewer
    viewer = _viewer(roles[0], found, roster, police_range)
    if viewer.office not in _offices(viewer.role, police_range):
        raise NotAViewer
    return viewer


def _viewer(role: Role, claims: _Claims, roster: Officers, police_range: PoliceRange) -> Viewer:
    officer = roster.officer(claims.officer)
    office, language = claims.office, police_range.languages[0]
    if role == "auditor":
        if officer:  # nobody audits what they do themselves
            raise NotAViewer
    elif officer is None or officer.suspended:
        raise NotAViewer
    else:
        office, language = officer.office, officer.language
    return Viewer(id=claims.officer, role=role, office=office, name=claims.name, language=language)


def _offices(role: Role, police_range: PoliceRange) -> set[str]:
    match role:
        case "range" | "auditor":
            return {f"range:{place.id}" for place in police_range.ranges}
        case "district":
            return {f"district:{place.id}" for place in police_range.districts}
        case "thana":
            return {f"thana:{place.id}" for place in police_range.thanas}
