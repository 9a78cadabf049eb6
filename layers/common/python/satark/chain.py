"""The chain of command above a case: which offices may hear of it, and who may decide on it."""

from satark.case import Case
from satark.police_range.model import PoliceRange
from satark.roster import Officer
from satark.tip import Conflict


def offices(case: Case, police_range: PoliceRange) -> tuple[str, ...]:
    """Every office that may hear of this case, the nearest first; none that the tip is about."""
    district = f"district:{case.district}"
    above = _range_offices(case.district, police_range)
    if case.transferred:
        return (district, *above)
    match case.tip.conflict:
        case Conflict.DISTRICT:
            return above
        case Conflict.STATION:
            return (district, *above)
        case Conflict.NONE:
            return (*_local_offices(case.tip.thana, police_range), district, *above)


def range_offices(office: str, police_range: PoliceRange) -> tuple[str, ...]:
    """The range office above this one, or this one itself."""
    if office.startswith("range:"):
        return (office,)
    return _range_offices(_district(office), police_range)


def is_superior(office: str) -> bool:
    """The SP and DIG offices, which assign, transfer and merge."""
    return office.startswith(("district:", "range:"))


def office_name(office: str, police_range: PoliceRange, language: str) -> str:
    """`thana:jaunpur/kotwali` by the name of its place."""
    place = office.partition(":")[2]
    return police_range.name(language, f"place.{place}.name", otherwise=place)


def may_hear(officer: Officer, case: Case, police_range: PoliceRange) -> bool:
    if officer.suspended:
        return False
    return officer.id == case.assignee or officer.office in offices(case, police_range)


def may_decide(officer: Officer, case: Case, police_range: PoliceRange) -> bool:
    """The assigned officer, and the offices above; the whole chain until somebody assigns."""
    if not may_hear(officer, case, police_range):
        return False
    unassigned = not (case.assignee or case.handed_up)
    return officer.id == case.assignee or is_superior(officer.office) or unassigned


def may_block(officer: Officer, case: Case) -> bool:
    """A tip about the police is for the range office: its unit's superiors must not silence it."""
    about_police = case.tip.conflict is not Conflict.NONE
    return officer.office.startswith("range:" if about_police else ("district:", "range:"))


def may_be_assigned(officer: Officer, case: Case, police_range: PoliceRange) -> bool:
    """Whoever serves in the case's district, but nobody of the unit that the tip is about."""
    if officer.suspended or _district(officer.office) != case.district:
        return False
    return officer.office not in barred(case, police_range)


def assignable_offices(case: Case, police_range: PoliceRange) -> tuple[str, ...]:
    """Every office of the district but those that the tip is about, the nearest to it first."""
    near = _local_offices(case.tip.thana, police_range) if not case.transferred else ()
    every = (*near, f"district:{case.district}", *below(case.district, police_range))
    about = barred(case, police_range)
    return tuple(office for office in dict.fromkeys(every) if office not in about)


def may_be_sent_to(district: str, case: Case) -> bool:
    about_district = case.tip.conflict is Conflict.DISTRICT and district == case.tip.district
    return district != case.district and not about_district


def barred(case: Case, police_range: PoliceRange) -> frozenset[str]:
    """The offices that the tip is about.

    About a station: its thana, its circle, and the circle's other thanas, which serve under the
    same officer; every thana and circle of the district where the thana is not known.
    """
    match case.tip.conflict:
        case Conflict.NONE:
            return frozenset()
        case Conflict.STATION:
            return _circle_of(case, police_range) or _below(case.tip.district, police_range)
        case Conflict.DISTRICT:
            district = f"district:{case.tip.district}"
            return _below(case.tip.district, police_range) | {district}


def below(district: str, police_range: PoliceRange) -> tuple[str, ...]:
    """The circles of a district, each before its thanas, and then the thanas without a circle."""
    circles = [circle for circle in police_range.circles if circle.parent == district]
    found = list[str]()
    for circle in circles:
        found += [f"circle:{circle.id}", *_thanas_under(circle.id, police_range)]
    return (*found, *_thanas_under(district, police_range))


def _below(district: str, police_range: PoliceRange) -> frozenset[str]:
    return frozenset(below(district, police_range))


def _circle_of(case: Case, police_range: PoliceRange) -> frozenset[str]:
    thana, *circle = _local_offices(case.tip.thana, police_range) or ("",)
    if not circle:
        return frozenset({thana} - {""})
    under = _thanas_under(circle[0].removeprefix("circle:"), police_range)
    return frozenset({*circle, *under})


def _thanas_under(parent: str, police_range: PoliceRange) -> tuple[str, ...]:
    return tuple(f"thana:{thana.id}" for thana in police_range.thanas if thana.parent == parent)


def _range_offices(district: str, police_range: PoliceRange) -> tuple[str, ...]:
    """The one above this district; of a district that the range serves no more, every one."""
    above = [place.parent for place in police_range.districts if place.id == district]
    return tuple(f"range:{place}" for place in above or [each.id for each in police_range.ranges])


def _local_offices(thana_id: str | None, police_range: PoliceRange) -> tuple[str, ...]:
    circles = {circle.id for circle in police_range.circles}
    for thana in police_range.thanas:
        if thana.id == thana_id:
            above = (f"circle:{thana.parent}",) if thana.parent in circles else ()
            return (f"thana:{thana.id}", *above)
    return ()


def _district(office: str) -> str:
    """The id of the district that the office is of; no district's for a range office."""
    return office.partition(":")[2].partition("/")[0]
