"""Times as people read them: in India, and to officers no more precise than they may know."""

from datetime import datetime, timedelta, timezone

_IST = timezone(timedelta(hours=5, minutes=30), "IST")


def day(at: datetime) -> str:
    """The date in India, `2026-11-24`."""
    return at.astimezone(_IST).date().isoformat()


def shown(at: datetime, *, precise: bool) -> str:
    """`24-11-2026 16:35`; rounded down to the hour, as `24-11-2026 16:00`, where not precise."""
    local = at.astimezone(_IST)
    if not precise:
        local = local.replace(minute=0)
    return local.strftime("%d-%m-%Y %H:%M")
