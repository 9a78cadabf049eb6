"""Where what lies in the lake: a folder for each table, and in it one for each Indian day."""

LANDING = "events/landing/"
COMPACTED = "events/compacted/"
DAILY = "daily/"
SEALS = "seals/"


def landing_key(day: str, name: str) -> str:
    return f"{LANDING}dt={day}/{name}.jsonl.gz"


def compacted_key(day: str) -> str:
    return f"{COMPACTED}dt={day}/day.parquet"


def daily_key(day: str) -> str:
    return f"{DAILY}dt={day}/day.parquet"


def seal_key(night: str, name: str) -> str:
    return f"{SEALS}dt={night}/{name}.jsonl"


def day_in(key: str) -> str:
    """The day of an object of the lake, by its folder."""
    return key.split("/dt=", 1)[1].split("/", 1)[0]
