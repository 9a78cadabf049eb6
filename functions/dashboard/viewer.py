"""Who looks at the dashboard, by the claims of a token that API Gateway has already verified.

https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from satark.police_range.model import Place, PoliceRange

Role = Literal["range", "district", "thana", "auditor"]

GROUPS: Final[dict[str, Role]] = {
    "range_office": "range",
    "sp_office": "district",
    "thana": "thana",
    "auditor": "auditor",
}
"""The groups of the user pool. Whoever is in none of them, or in two, is nobody here."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """`office` as in the roster: `range:varanasi`, `district:jaunpur`, `thana:jaunpur/kotwali`."""

    role: Role
    office: str
    name: str

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
    """Of a Cognito id token, as API Gateway passes them: a list comes as `[one two]`."""

    model_config = ConfigDict(frozen=True, strict=True)

    groups: str = Field(alias="cognito:groups", pattern=r"^\[.*\]$")
    office: str = Field(alias="custom:office")
    name: str = Field(min_length=1)


def viewer_of(claims: Mapping[str, object], police_range: PoliceRange) -> Viewer:
    """Raises NotAViewer unless the group is ours and the office is of its level and exists."""
    try:
        found = _Claims.model_validate(claims)
    except ValidationError:
        raise NotAViewer from None
    roles = [GROUPS[group] for group in found.groups[1:-1].split() if group in GROUPS]
    if len(roles) != 1 or found.office not in _offices(roles[0], police_range):
        raise NotAViewer
    return Viewer(roles[0], found.office, found.name)


def _offices(role: Role, police_range: PoliceRange) -> set[str]:
    match role:
        case "range" | "auditor":
            return {f"range:{place.id}" for place in police_range.ranges}
        case "district":
            return {f"district:{place.id}" for place in police_range.districts}
        case "thana":
            return {f"thana:{place.id}" for place in police_range.thanas}
