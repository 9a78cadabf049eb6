"""What tips.txt comes to in November 2026, counted by hand: the rows of each query."""

from datetime import date, datetime
from typing import Any, Final

from tests.unit.lake.small_lake import cell_of

JAUNPUR, GHAZIPUR, CHANDAULI = "jaunpur", "ghazipur", "chandauli"
KOTWALI, LINE_BAZAR = "jaunpur/kotwali", "jaunpur/line-bazar"
GAHMAR, CITY, ZAMANIA = "ghazipur/gahmar", "ghazipur/kotwali", "ghazipur/zamania"
CHANDAULI_CITY, MUGHALSARAI = "chandauli/kotwali", "chandauli/mughalsarai"
HOUR: Final = 3600

type Rows = list[tuple[Any, ...]]


def nov(day: int) -> date:
    return date(2026, 11, day)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-{text}")


STATIONS: Final = [
    # district, thana, tips, tips before
    (CHANDAULI, CHANDAULI_CITY, 1, 1),
    (CHANDAULI, MUGHALSARAI, 3, 1),
    (GHAZIPUR, GAHMAR, 1, 0),
    (GHAZIPUR, CITY, 3, 1),
    (GHAZIPUR, ZAMANIA, 4, 2),
    (GHAZIPUR, None, 3, 0),  # 229; 213 and 245, which were transferred
    (JAUNPUR, KOTWALI, 8, 4),  # without 212, which was merged
    (JAUNPUR, LINE_BAZAR, 3, 1),
    (JAUNPUR, None, 1, 0),
]
COUNTED: Final[dict[str, Rows]] = {
    "districts": [
        # tips, tips before, open and overdue at the end of November
        (CHANDAULI, 4, 2, 4, 1),  # 109, 241-243 are open
        (GHAZIPUR, 11, 3, 12, 8),  # all but 105 and 223; 106, 107, 213, 224, 225, 227, 229, 245
        (JAUNPUR, 12, 5, 14, 6),  # 001, 103, 104, 205, 206, 210
    ],
    "station_trend": [*STATIONS],
    "station_days": [
        (CHANDAULI, CHANDAULI_CITY, nov(12), 1),
        *((CHANDAULI, MUGHALSARAI, nov(day), 1) for day in (5, 6, 7)),
        (GHAZIPUR, GAHMAR, nov(25), 1),
        *((GHAZIPUR, CITY, nov(day), 1) for day in (10, 11, 28)),
        *((GHAZIPUR, ZAMANIA, nov(day), 1) for day in (1, 2, 3, 10)),
        *((GHAZIPUR, None, nov(day), 1) for day in (13, 21, 30)),
        *((JAUNPUR, KOTWALI, nov(day), 1) for day in (1, 2, 3, 4, 8, 18, 19, 30)),
        *((JAUNPUR, LINE_BAZAR, nov(day), 1) for day in (9, 15, 16)),
        (JAUNPUR, None, nov(17), 1),
    ],
    "station_weeks": [
        (CHANDAULI, CHANDAULI_CITY, nov(9), 1),
        (CHANDAULI, MUGHALSARAI, nov(2), 3),
        (GHAZIPUR, GAHMAR, nov(23), 1),
        (GHAZIPUR, CITY, nov(9), 2),
        (GHAZIPUR, CITY, nov(23), 1),
        (GHAZIPUR, ZAMANIA, date(2026, 10, 26), 1),  # the 1st is a Sunday
        (GHAZIPUR, ZAMANIA, nov(2), 2),
        (GHAZIPUR, ZAMANIA, nov(9), 1),
        *((GHAZIPUR, None, nov(day), 1) for day in (9, 16, 30)),
        (JAUNPUR, KOTWALI, date(2026, 10, 26), 1),
        (JAUNPUR, KOTWALI, nov(2), 4),  # 205 was filed a minute before Monday
        (JAUNPUR, KOTWALI, nov(16), 2),
        (JAUNPUR, KOTWALI, nov(30), 1),
        (JAUNPUR, LINE_BAZAR, nov(9), 2),  # 206 on Monday at midnight, 207 a minute before the next
        (JAUNPUR, LINE_BAZAR, nov(16), 1),
        (JAUNPUR, None, nov(16), 1),
    ],
    "station_fortnights": [
        (CHANDAULI, CHANDAULI_CITY, nov(1), 1),
        (CHANDAULI, MUGHALSARAI, nov(1), 3),
        (GHAZIPUR, GAHMAR, nov(16), 1),
        (GHAZIPUR, CITY, nov(1), 2),
        (GHAZIPUR, CITY, nov(16), 1),
        (GHAZIPUR, ZAMANIA, nov(1), 4),
        (GHAZIPUR, None, nov(1), 1),
        (GHAZIPUR, None, nov(16), 2),
        (JAUNPUR, KOTWALI, nov(1), 5),
        (JAUNPUR, KOTWALI, nov(16), 3),
        (JAUNPUR, LINE_BAZAR, nov(1), 2),  # 207 a minute before the second half
        (JAUNPUR, LINE_BAZAR, nov(16), 1),  # 208 at its midnight
        (JAUNPUR, None, nov(16), 1),
    ],
    "station_months": [(*where, nov(1), tips) for *where, tips, _ in STATIONS],
    "category_trend": [
        (CHANDAULI, "cattle", 3, 1),
        (CHANDAULI, "liquor", 1, 1),
        (GHAZIPUR, "drugs", 1, 1),
        (GHAZIPUR, "gambling", 1, 0),
        (GHAZIPUR, "liquor", 6, 1),
        (GHAZIPUR, "mining", 1, 1),
        (GHAZIPUR, "molestation", 1, 0),
        (GHAZIPUR, "trafficking", 1, 0),
        (JAUNPUR, "arms", 2, 1),
        (JAUNPUR, "cattle", 1, 0),
        (JAUNPUR, "drugs", 2, 1),
        (JAUNPUR, "extortion", 1, 0),
        (JAUNPUR, "gambling", 1, 1),
        (JAUNPUR, "liquor", 5, 2),
    ],
    "hotspots": [
        (8, cell_of("market-1"), 4),
        (7, cell_of("bridge"), 3),  # bridge-2 and bridge-3
        (8, cell_of("bridge-1"), 3),
    ],
    "repeat_places": [(cell_of("bridge-1"), 3, 3)],
    "times": [
        # tips; accepted, median, p90, in time, missed; reported, median, p90, in time, missed
        (
            "all",
            None,
            None,
            27,
            *(23, 2 * HOUR, 8 * HOUR, 21, 5),
            *(16, 9 * HOUR, 30 * HOUR, 14, 10),
        ),
        (
            "district",
            CHANDAULI,
            None,
            4,
            *(4, HOUR, 9 * HOUR, 4, 0),
            *(4, 4 * HOUR, 10 * HOUR, 4, 0),
        ),
        (
            "district",
            GHAZIPUR,
            None,
            11,
            *(9, 2 * HOUR, 5 * HOUR, 8, 3),
            *(4, 6 * HOUR, 30 * HOUR, 3, 6),
        ),
        (
            "district",
            JAUNPUR,
            None,
            12,
            *(10, 2 * HOUR, 8 * HOUR, 9, 2),
            *(8, 10 * HOUR, 80 * HOUR, 7, 4),
        ),
        ("station", CHANDAULI, CHANDAULI_CITY, 1, *(1, None, None, 1, 0), *(1, None, None, 1, 0)),
        (
            "station",
            CHANDAULI,
            MUGHALSARAI,
            3,
            *(3, HOUR, HOUR, 3, 0),
            *(3, 4 * HOUR, 6 * HOUR, 3, 0),
        ),
        ("station", GHAZIPUR, GAHMAR, 1, *(1, None, None, 1, 0), *(0, None, None, 0, 0)),
        ("station", GHAZIPUR, CITY, 3, *(2, None, None, 1, 2), *(1, None, None, 0, 3)),
        (
            "station",
            GHAZIPUR,
            ZAMANIA,
            4,
            *(4, 2 * HOUR, 4 * HOUR, 4, 0),
            *(3, 6 * HOUR, 8 * HOUR, 3, 1),
        ),
        ("station", GHAZIPUR, None, 3, *(2, None, None, 2, 1), *(0, None, None, 0, 2)),
        (
            "station",
            JAUNPUR,
            KOTWALI,
            8,
            *(6, 2 * HOUR, 10 * HOUR, 5, 2),
            *(5, 20 * HOUR, 80 * HOUR, 4, 3),
        ),
        ("station", JAUNPUR, LINE_BAZAR, 3, *(3, 6 * HOUR, 8 * HOUR, 3, 0), *(2, None, None, 2, 1)),
        ("station", JAUNPUR, None, 1, *(1, None, None, 1, 0), *(1, None, None, 1, 0)),
    ],
    "overdue": [
        # level, overdue, to accept, to report, since
        (CHANDAULI, CHANDAULI_CITY, "normal", 1, 1, 1, wall("10-26 10:00")),  # 109
        (GHAZIPUR, CITY, "critical", 2, 1, 2, wall("11-11 13:30")),  # 225 was raised; 227
        (GHAZIPUR, CITY, "sensitive", 1, 0, 1, wall("10-19 00:00")),  # 107
        (GHAZIPUR, ZAMANIA, "normal", 1, 1, 1, wall("10-16 23:59")),  # 106
        (GHAZIPUR, ZAMANIA, "sensitive", 1, 0, 1, wall("11-17 13:30")),  # 224 was raised
        (GHAZIPUR, None, "normal", 1, 0, 1, wall("11-28 08:00")),  # 213
        (GHAZIPUR, None, "sensitive", 2, 1, 1, wall("11-16 22:00")),  # 229, 245
        (JAUNPUR, KOTWALI, "normal", 2, 2, 2, wall("10-01 23:59")),  # 001, 205
        (JAUNPUR, KOTWALI, "sensitive", 2, 0, 2, wall("10-06 09:00")),  # 103, 210
        (JAUNPUR, LINE_BAZAR, "normal", 2, 1, 2, wall("10-11 21:00")),  # 104, 206
    ],
    "outcomes": [
        (CHANDAULI, "action_taken", 3),
        (CHANDAULI, "false_information", 1),
        (GHAZIPUR, "action_taken", 4),  # with 223, where nothing was found at first
        (GHAZIPUR, None, 7),
        (JAUNPUR, "action_taken", 6),  # with 208, of which an officer only sent a report
        (JAUNPUR, "closed", 1),
        (JAUNPUR, "nothing_found", 1),
        (JAUNPUR, None, 4),
    ],
    "sensitivity": [
        (CHANDAULI, "normal", 4, 2),
        (GHAZIPUR, "critical", 3, 0),  # with 225, which was raised
        (GHAZIPUR, "normal", 5, 2),
        (GHAZIPUR, "sensitive", 3, 1),  # with 224, which was raised
        (JAUNPUR, "critical", 1, 1),
        (JAUNPUR, "normal", 7, 3),
        (JAUNPUR, "sensitive", 4, 1),
    ],
    "hours": [
        # weekday from Monday, hour, tips
        *[(1, 0, 2), (1, 5, 1), (1, 8, 1), (1, 12, 1), (1, 23, 1)],
        *[(2, 5, 1), (2, 8, 2), (2, 13, 2)],
        *[(3, 8, 2), (3, 13, 2)],
        *[(4, 8, 1), (4, 22, 2)],
        *[(5, 22, 2)],
        *[(6, 8, 1), (6, 13, 1), (6, 22, 1)],
        *[(7, 0, 1), (7, 5, 1), (7, 23, 2)],
    ],
    "evidence": [
        ("photo", 4, 5),  # 201 has two; 228 got one later
        ("video", 2, 2),
        ("audio", 1, 1),
        ("document", 1, 1),
    ],
    "deeds": [
        # accepted, reported, closed; FIRs, arrests, seizures; helpful, unhelpful
        (CHANDAULI, *(4, 4, 1), *(0, 0, 0), *(0, 0)),
        (GHAZIPUR, *(9, 4, 1), *(2, 6, 1), *(0, 0)),
        (JAUNPUR, *(11, 9, 3), *(0, 0, 0), *(1, 1)),  # with 110, which is of October
    ],
}
