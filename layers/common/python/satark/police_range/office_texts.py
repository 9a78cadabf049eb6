"""The texts of the pages on which reports lie and the range office settles who is an officer."""

from typing import Final

from satark.police_range.vocabulary import Text

_LABEL: Final = 60
_SENTENCE: Final = 300
"""Code points, as on the other pages of the dashboard."""


def _label(values: str = "") -> Text:
    return Text(_LABEL, frozenset(values.split()), one_line=True)


def _sentence(values: str = "") -> Text:
    return Text(_SENTENCE, frozenset(values.split()))


OFFICE_PAGES: Final[dict[str, Text]] = {
    "dashboard.page_reports": _label(),
    "dashboard.page_settings": _label(),
    "dashboard.role_circle": _label("place"),
    "dashboard.office": _label(),
    "dashboard.reports_lead": _sentence(),
    "dashboard.reports_kept": _label(),
    "dashboard.report_file": _sentence("form period office"),
    "dashboard.report_month": _label("month year"),
    "dashboard.report_fortnight": _label("first last year"),
    "dashboard.report_week": _label("first last year"),
    "dashboard.span_month": _label(),
    "dashboard.span_fortnight": _label(),
    "dashboard.span_week": _label(),
    "dashboard.reports_note": _sentence(),
    "dashboard.no_reports": _label(),
    "dashboard.no_reports_text": _sentence(),
    "dashboard.report_order": _label(),
    "dashboard.report_order_note": _sentence("office"),
    "dashboard.report_order_button": _label(),
    "dashboard.report_making": _sentence("period"),
    "dashboard.report_ready": _sentence("period"),
    "dashboard.look_again": _label(),
    "dashboard.settings_lead": _sentence(),
    "dashboard.officers": _label(),
    "dashboard.officer": _label(),
    "dashboard.officers_count": _label("count"),
    "dashboard.without_officer": _sentence("count"),
    "dashboard.officers_note": _sentence(),
    "dashboard.is_suspended": _label(),
    "dashboard.phone_changed": _label(),
    "dashboard.change": _label(),
    "dashboard.change_officer": _sentence("name"),
    "dashboard.new_office": _label(),
    "dashboard.move": _label(),
    "dashboard.suspend": _label(),
    "dashboard.resume": _label(),
    "dashboard.suspend_note": _sentence(),
    "dashboard.resume_note": _sentence(),
    "dashboard.add_officer": _label(),
    "dashboard.add": _label(),
    "dashboard.choose_office": _label(),
    "dashboard.number_note": _sentence(),
    "dashboard.many_officers": _label(),
    "dashboard.csv_file": _label(),
    "dashboard.csv_note": _sentence(),
    "dashboard.check_file": _label(),
    "dashboard.verdict_of_file": _label(),
    "dashboard.verdict": _label(),
    "dashboard.row": _label(),
    "dashboard.rows_judged": _sentence("good bad"),
    "dashboard.rows_taken": _sentence("count"),
    "dashboard.take_rows": _label("count"),
    "dashboard.same_file": _label(),
    "dashboard.other_file": _sentence(),
    "dashboard.not_added": _sentence(),
    "dashboard.done_added": _sentence(),
    "dashboard.done_moved": _sentence(),
    "dashboard.done_suspended": _sentence(),
    "dashboard.done_resumed": _sentence(),
    "dashboard.refused_not_yours": _sentence(),
    "dashboard.refused_yourself": _sentence(),
    "dashboard.refused_large": _sentence(),
    "dashboard.refused_encoding": _sentence(),
    "dashboard.refused_columns": _sentence(),
    "dashboard.refused_empty": _sentence(),
    "dashboard.column_name": _label(),
    "dashboard.column_rank": _label(),
    "dashboard.column_office": _label(),
    "dashboard.column_number": _label(),
    "dashboard.column_bsuid": _label(),
    "dashboard.column_language": _label(),
    "dashboard.mistake_empty": _sentence(),
    "dashboard.mistake_long": _sentence(),
    "dashboard.mistake_hidden": _sentence(),
    "dashboard.mistake_formula": _sentence(),
    "dashboard.mistake_digits": _sentence(),
    "dashboard.mistake_office": _sentence(),
    "dashboard.mistake_language": _sentence(),
    "dashboard.mistake_nameless": _sentence(),
    "dashboard.mistake_number": _sentence(),
    "dashboard.mistake_bsuid": _sentence(),
    "dashboard.mistake_twice": _sentence(),
    "dashboard.deadlines": _label(),
    "dashboard.deadlines_note": _sentence(),
}
