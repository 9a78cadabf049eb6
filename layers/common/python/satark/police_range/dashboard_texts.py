"""The texts of the dashboard's pages: what they are called, and what they must be able to hold."""

from typing import Final

from satark.police_range.vocabulary import Text

_LABEL: Final = 60
_SENTENCE: Final = 300
"""Code points: what a heading, and what a line below one, takes without breaking the page."""


def _label(values: str = "") -> Text:
    return Text(_LABEL, frozenset(values.split()), one_line=True)


def _sentence(values: str = "") -> Text:
    return Text(_SENTENCE, frozenset(values.split()))


DASHBOARD: Final[dict[str, Text]] = {
    "dashboard.name": _label(),
    "dashboard.menu": _label(),
    "dashboard.skip": _label(),
    "dashboard.sign_out": _label(),
    "dashboard.page_overview": _label(),
    "dashboard.page_stations": _label(),
    "dashboard.page_hotspots": _label(),
    "dashboard.role_range": _label("place"),
    "dashboard.role_district": _label("place"),
    "dashboard.role_thana": _label("place district"),
    "dashboard.role_auditor": _label("place"),
    "dashboard.overview_lead": _sentence("first last"),
    "dashboard.stations_lead": _sentence("first last"),
    "dashboard.hotspots_lead": _sentence("first last least"),
    "dashboard.period": _label(),
    "dashboard.last_days": _label("count"),
    "dashboard.last_weeks": _label("count"),
    "dashboard.district": _label(),
    "dashboard.kind": _label(),
    "dashboard.all": _label(),
    "dashboard.show": _label(),
    "dashboard.now": _label(),
    "dashboard.today": _label(),
    "dashboard.yesterday": _label("count"),
    "dashboard.open": _label(),
    "dashboard.open_note": _label(),
    "dashboard.overdue": _label(),
    "dashboard.overdue_note": _label(),
    "dashboard.in_time": _label(),
    "dashboard.usually": _label("time"),
    "dashboard.too_few": _label(),
    "dashboard.attention": _label(),
    "dashboard.oldest": _label("time"),
    "dashboard.more_stations": _label("count"),
    "dashboard.all_stations": _label(),
    "dashboard.nothing_overdue": _sentence(),
    "dashboard.empty_title": _label(),
    "dashboard.empty_text": _sentence(),
    "dashboard.by_day": _label(),
    "dashboard.by_day_label": _sentence("days count"),
    "dashboard.by_district": _label(),
    "dashboard.by_kind": _label(),
    "dashboard.none_in_period": _sentence(),
    "dashboard.as_table": _label(),
    "dashboard.day": _label(),
    "dashboard.tips": _label(),
    "dashboard.share": _label(),
    "dashboard.against_before": _label(),
    "dashboard.before": _label("count"),
    "dashboard.change_up": _label("percent"),
    "dashboard.change_down": _label("percent"),
    "dashboard.change_same": _label(),
    "dashboard.station": _label(),
    "dashboard.no_station": _label(),
    "dashboard.to_accept": _label(),
    "dashboard.to_report": _label(),
    "dashboard.median_note": _label(),
    "dashboard.late_parts": _label("accept report"),
    "dashboard.stations_note": _sentence("least"),
    "dashboard.map_label": _sentence("count"),
    "dashboard.map_note": _sentence(),
    "dashboard.places": _label(),
    "dashboard.place": _label(),
    "dashboard.near": _label("station"),
    "dashboard.again": _label(),
    "dashboard.area_small": _label(),
    "dashboard.area_large": _label(),
    "dashboard.ten_kilometres": _label(),
    "dashboard.legend_again": _label(),
    "dashboard.legend_new": _label(),
    "dashboard.no_hotspots": _sentence("least"),
    "dashboard.minutes_long": _label("count"),
    "dashboard.hours_long": _label("count"),
    "dashboard.days_long": _label("count"),
    "dashboard.months": _sentence(),
    "dashboard.as_of": _label("time"),
    "dashboard.footer": _sentence(),
    "dashboard.title_missing": _label(),
    "dashboard.text_missing": _sentence(),
    "dashboard.title_refused": _label(),
    "dashboard.text_refused": _sentence(),
    "dashboard.title_failed": _label(),
    "dashboard.text_failed": _sentence(),
    "dashboard.to_overview": _label(),
}
