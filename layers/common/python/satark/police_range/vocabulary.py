"""Every text that the code asks a range for by a fixed key, and what it must be able to hold.

Texts of steps, categories and places have keys by the ids in the range's own data. Whoever lets
the code ask for a new text names it here; the build then asks every range for it.
"""

from dataclasses import dataclass
from typing import Final

from satark.whatsapp.limits import (
    ASK_BODY,
    BUTTON_TITLE,
    CAPTION,
    LIST_BUTTON,
    ROW_DESCRIPTION,
    ROW_TITLE,
    SAY_BODY,
    TEMPLATE_BODY,
)

LEVEL: Final = 12
"""Code points of a level's name, which also stands in the row of a pending tip."""
NUMBER: Final = len("14. ")
"""Room for the number that the dialogue puts before an option."""


@dataclass(frozen=True, slots=True)
class Text:
    """`values` are the {names} that the code fills in; `limit` is in code points.

    `one_line`: it also fills a variable of a template, where WhatsApp takes no line break.
    """

    limit: int
    values: frozenset[str] = frozenset()
    one_line: bool = False


def _text(values: str = "", *, limit: int = ASK_BODY, one_line: bool = False) -> Text:
    return Text(limit, frozenset(values.split()), one_line)


def _label(limit: int = BUTTON_TITLE) -> Text:
    return Text(limit, one_line=True)


def _beside(values: str) -> Text:
    """Below a row's title, filled with a time, a level and a name that is itself a title."""
    filled = len("24-11-2026 16:35") + LEVEL + ROW_TITLE
    longest = len("{time}{level}{category}") + ROW_DESCRIPTION - filled
    return _text(values, limit=longest, one_line=True)


def _option() -> Text:
    return _label(BUTTON_TITLE - len("1. "))


def _everywhere(values: str = "") -> Text:
    """Said in all languages at once where the tipster's is not known."""
    return _text(values, limit=ASK_BODY // 4)


BODY: Final = _text()
SIGNAL: Final = 60
"""Code points of the name of what makes a tip more sensitive."""
CHOSEN: Final = _text("answer")
"""`review.<step>`, the line of the review for the answer at a menu of the dialogue's own."""

VOCABULARY: Final[dict[str, Text]] = {
    "review.category": _text("category"),
    "review.answer": _text("question answer"),
    "review.thana": _text("thana district"),
    "review.place_words": _text("words"),
    "review.place_pin": _text(),
    "review.place_voice": _text(),
    "review.place_unknown": _text(),
    "review.evidence": _text("count"),
    "note.unmatched": _text(),
    "note.kept": _text("count"),
    "note.kept_aside": _text(),
    "note.taken_back": _text(),
    "note.quarantined": _text(),
    "note.lost": _text(),
    "note.expired": _text("count"),
    "note.full": _text(),
    "note.tomorrow": _text(),
    "note.not_now": _text("until"),
    "note.protected_media": _text(),
    "note.danger": _everywhere(),
    "note.stuck": _text(),
    "note.paused": _everywhere(),
    "note.stopped": _text(),
    "note.help": _text(),
    "note.restarted": _text(),
    "note.unsupported": _text(),
    "note.place_kept": _text(),
    "note.thana_guess": _text("thana"),
    "note.thana_which": _text(),
    "note.thana_unmatched": _text(),
    "note.thana_list": _option(),
    "note.list_button": _label(LIST_BUTTON),
    "note.more": _label(ROW_TITLE - NUMBER),
    "note.previous": _label(ROW_TITLE - NUMBER),
    "note.yes": _option(),
    "note.no": _option(),
    "note.dont_know": _option(),
    "note.done": _option(),
    "filed.offer": _everywhere(),
    "filed.ask_code": _everywhere(),
    "filed.unknown": _everywhere(),
    "filed.wait": _everywhere(),
    "filed.adding": _everywhere(),
    "filed.answering": _everywhere(),
    "filed.added": _everywhere(),
    "filed.thanks": _everywhere(),
    "filed.left": _everywhere(),
    "filed.final": _everywhere(),
    "filed.rated": _everywhere(),
    "update.helpful": _text(limit=ASK_BODY // 4),
    "update.helpful_yes": _label(),
    "update.helpful_no": _label(),
    "update.received": _text(one_line=True, limit=TEMPLATE_BODY // 2),
    "update.accepted": _text(one_line=True, limit=TEMPLATE_BODY // 2),
    "update.action_taken": _text(one_line=True, limit=TEMPLATE_BODY // 2),
    "update.closed": _text(one_line=True, limit=TEMPLATE_BODY // 2),
    "update.merged": _text(one_line=True, limit=TEMPLATE_BODY // 2),
    "update.late_received": _text(one_line=True, limit=TEMPLATE_BODY // 2),
    "update.late_accepted": _text(one_line=True, limit=TEMPLATE_BODY // 2),
    "update.question": _text("question"),
    "update.answer": _label(),
    "update.decline": _label(),
    "officer.tip": _text(
        "number duty category answers place when filed words evidence", limit=SAY_BODY
    ),
    "officer.duty_act": _text(),
    "officer.duty_inform": _text(),
    "officer.answer": _text("question choice"),
    "officer.level.normal": _text(limit=LEVEL, one_line=True),
    "officer.level.sensitive": _text(limit=LEVEL, one_line=True),
    "officer.level.critical": _text(limit=LEVEL, one_line=True),
    "officer.urgency": _text("level"),
    "officer.same": _text("numbers"),
    "officer.why": _text("level score reasons"),
    "officer.no_reason": _text(),
    "officer.reason": _text("what points"),
    "officer.reason_category": _text("category"),
    "officer.reason_answer": _text("question choice"),
    "officer.reason_words": _text("name"),
    "officer.reason_label": _text("name"),
    "officer.reason_speech": _text("name"),
    "officer.reason_media.image": _text(),
    "officer.reason_media.video": _text(),
    "officer.reason_media.audio": _text(),
    "officer.reason_media.document": _text(),
    "officer.reason_media.sticker": _text(),
    "officer.thana_unknown": _text(),
    "officer.place_unknown": _text(),
    "officer.pin": _text("latitude longitude"),
    "officer.filed": _text("time"),
    "officer.filed_hour": _text("time"),
    "officer.no_words": _text(),
    "officer.evidence": _text("count"),
    "officer.no_evidence": _text(),
    "officer.media_withheld": _text("count"),
    "officer.quarantined": _text("count"),
    "officer.lost": _text("count"),
    "officer.too_large": _text("count"),
    "officer.file": _text("number position count", limit=CAPTION),
    "officer.file_forwarded": _text("number position count", limit=CAPTION),
    "officer.conflict_station": _text(),
    "officer.conflict_district": _text(),
    "officer.accepted": _label(),
    "officer.action_taken": _label(),
    "officer.in_progress": _label(),
    "officer.not_mine": _label(),
    "officer.nothing_found": _label(),
    "officer.false_information": _label(),
    "officer.closed": _label(),
    "officer.ask": _label(),
    "officer.assign": _label(),
    "officer.transfer": _label(),
    "officer.duplicate": _label(),
    "officer.list_button": _label(LIST_BUTTON),
    "officer.how_to_report": _text("number"),
    "officer.recorded": _text("number"),
    "officer.which_tip": _text(),
    "officer.which_button": _label(LIST_BUTTON),
    "officer.not_told": _text("number"),
    "officer.no_open_tip": _text(),
    "officer.already_closed": _text("number"),
    "officer.media_quarantined": _text("number"),
    "officer.media_lost": _text("number"),
    "officer.unknown": _text(),
    "officer.help": _text(),
    "officer.news": _text("number"),
    "officer.late": _text("number"),
    "officer.late_told.actor": _text(),
    "officer.late_told.above": _text(),
    "officer.late_told.range": _text(),
    "officer.history": _text("done rank office time"),
    "officer.history_gone": _text("done time"),
    "officer.done.accepted": _text(),
    "officer.done.action_taken": _text(),
    "officer.done.in_progress": _text(),
    "officer.done.not_mine": _text(),
    "officer.done.nothing_found": _text(),
    "officer.done.false_information": _text(),
    "officer.done.closed": _text(),
    "officer.done.reported": _text(),
    "officer.done.asked": _text(),
    "officer.done.answered": _text(),
    "officer.done.added": _text(),
    "officer.done.detailed": _text(),
    "officer.done.assigned": _text(),
    "officer.which_tip_full": _text(),
    "officer.filed_on": _text("number"),
    "officer.nothing_kept": _text(),
    "officer.done.transferred": _text(),
    "officer.done.merged": _text(),
    "officer.done.raised": _text("level"),
    "officer.done.late_accept": _text(),
    "officer.done.late_report": _text(),
    "officer.detail_fir": _text("fir"),
    "officer.detail_arrests": _text("count"),
    "officer.detail_seizure": _text("seizure"),
    "officer.nothing_seized": _text(),
    "officer.officer_named": _text("rank name office"),
    "officer.suspended": _text(),
    "officer.moved": _text("number"),
    "officer.moved_away": _text("number"),
    "officer.superiors_only": _text(),
    "officer.noted": _text("number"),
    "officer.handed_up": _text("number"),
    "officer.officer_gone": _text(),
    "officer.pending": _label(),
    "officer.pending_list": _text("count"),
    "officer.pending_some": _text("count shown"),
    "officer.pending_none": _text(),
    "officer.due": _beside("time level category"),
    "officer.overdue": _beside("time level category"),
    "officer.no_deadline": _beside("category"),
    "officer.skip": _label(),
    "officer.ask_fir": _text("number"),
    "officer.ask_arrests": _text("number"),
    "officer.arrests_button": _label(LIST_BUTTON),
    "officer.ask_seizure": _text("number"),
    "officer.seized_yes": _label(),
    "officer.seized_no": _label(),
    "officer.ask_seized": _text("number"),
    "officer.ask_evidence": _text("number"),
    "officer.finish": _label(),
    "officer.recorded_more": _text("number"),
    "officer.details_done": _text("number"),
    "officer.ask_how": _text("number example"),
    "officer.question_sent": _text("number"),
    "officer.question_refused": _text("why example"),
    "officer.question_example": _text(limit=ASK_BODY // 3),
    "officer.question_name": _text(limit=ASK_BODY // 3),
    "officer.question_contact": _text(limit=ASK_BODY // 3),
    "officer.question_address": _text(limit=ASK_BODY // 3),
    "officer.question_meeting": _text(limit=ASK_BODY // 3),
    "officer.question_identity": _text(limit=ASK_BODY // 3),
    "officer.question_link": _text(limit=ASK_BODY // 3),
    "officer.question_long": _text(limit=ASK_BODY // 3),
    "officer.assign_whom": _text("number"),
    "officer.assign_button": _label(LIST_BUTTON),
    "officer.assign_nobody": _text("number"),
    "officer.assign_barred": _text("number"),
    "officer.assigned": _text("number officer"),
    "officer.transfer_where": _text("number"),
    "officer.transfer_button": _label(LIST_BUTTON),
    "officer.transfer_barred": _text("number"),
    "officer.transferred": _text("number district"),
    "officer.duplicate_of": _text("number"),
    "officer.merged": _text("number into"),
    "officer.merge_barred": _text("number"),
    "officer.block": _label(),
    "officer.unblock": _label(),
    "officer.block_why": _text("number"),
    "officer.block_false": _label(),
    "officer.block_abuse": _label(),
    "officer.block_flood": _label(),
    "officer.blocked": _text("number days"),
    "officer.unblocked": _text("number"),
    "officer.not_blocked": _text("number"),
    "officer.block_range_only": _text("number"),
    "officer.open_files": _label(),
    "officer.agree_opening": _label(),
    "officer.no_protected_files": _text("number"),
    "officer.opening_asked": _text("number hours"),
    "officer.opening_waits": _text("number"),
    "officer.opening_to_agree": _text("number"),
    "officer.opening_own": _text("number"),
    "officer.opening_none": _text("number"),
    "officer.opening_agreed": _text("number hours"),
    "officer.opening_files": _text("count"),
    "officer.done.opening_asked": _text(),
    "officer.done.opening_agreed": _text(),
    "officer.done.files_opened": _text(),
    "officer.done.blocked": _text(),
    "officer.done.unblocked": _text(),
    "officer.next_page": _label(),
    "officer.previous_page": _label(),
    "officer.unreached": _text("number rank office"),
    "officer.doubted": _text("officer"),
    "officer.genuine": _label(),
    "officer.vouched": _text("officer"),
    "officer.vouch_barred": _text(),
}

STEP_VALUES: Final = {"review": frozenset({"answers"}), "receipt": frozenset({"receipt"})}
"""What the text of a step of this kind is filled with."""
