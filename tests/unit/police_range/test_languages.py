"""A language is one file; as a draft it is checked, and offered only where drafts are turned on."""

import re
import unicodedata
from pathlib import Path

import pytest

from satark.police_range.build import build, main, missing_keys
from satark.police_range.model import PoliceRange
from tests.unit.police_range.conftest import Edit

DRAFT = """
draft = true
[words]
xx = ["xexish"]
help = ["xelp"]
[numbers]
2 = ["xwo"]
[step.language]
text = "Xoose"
choice.xx = "Xexish"
[step.district]
text = "Xich district?"
"""


def drafts_on(edit: Edit) -> None:
    edit("range.toml", "\ndrafts = false", "\ndrafts = true")


def test_a_draft_is_a_file_and_nothing_else(folder: Path, varanasi: PoliceRange) -> None:
    (folder / "locales" / "xx.toml").write_text(DRAFT, encoding="utf-8")
    built = build(folder)
    assert (built.languages, built.steps) == (varanasi.languages, varanasi.steps)
    assert (built.words, built.numbers) == (varanasi.words, varanasi.numbers)
    assert built.texts["xx"]["step.district.text"] == "Xich district?"


def test_a_draft_is_offered_where_drafts_are_on(folder: Path, edit: Edit) -> None:
    (folder / "locales" / "xx.toml").write_text(DRAFT, encoding="utf-8")
    before = build(folder).languages
    drafts_on(edit)
    built = build(folder)
    assert {"xx"} <= set(built.languages) - set(before)
    assert built.languages[: len(before)] == before
    asked = next(step for step in built.steps if step.kind == "language")
    assert tuple(choice.id for choice in asked.choices) == built.languages
    assert built.words["xx"] == ("xexish",)
    assert built.words["help"][-1] == "xelp"
    assert built.numbers[1][-1] == "xwo"
    for language in built.languages:
        assert built.text(language, "step.language.choice.xx") == "Xexish"


def test_what_a_draft_misses_falls_back_and_is_named(folder: Path, edit: Edit) -> None:
    (folder / "locales" / "xx.toml").write_text(DRAFT, encoding="utf-8")
    drafts_on(edit)
    built = build(folder)
    assert built.text("xx", "note.kept", count=2) == built.text("hi", "note.kept", count=2)
    missing = missing_keys(built)["xx"]
    assert {"note.kept", "officer.help", "place.jaunpur.name", "template.tip_alert"} <= missing
    assert not {"step.district.text", "step.language.choice.xx", "step.language.text"} & missing


def test_a_language_is_finished_by_naming_it(folder: Path, edit: Edit) -> None:
    finished = DRAFT.replace("draft = true\n", "")
    (folder / "locales" / "xx.toml").write_text(finished, encoding="utf-8")
    edit("range.toml", 'languages = ["hi", "en"]', 'languages = ["hi", "xx", "en"]')
    assert build(folder).languages == ("hi", "xx", "en")


def test_no_template_of_a_draft_is_sent_to_meta(folder: Path, edit: Edit) -> None:
    (folder / "locales" / "xx.toml").write_text(DRAFT, encoding="utf-8")
    body = '[en]\nbody = """\nHello. The'
    edit("templates/tip_update.toml", body, '[xx]\nbody = "Xey {{1}} xou."\n\n' + body)
    assert {template.language for template in build(folder).templates} == {"hi", "en"}
    drafts_on(edit)
    assert {template.language for template in build(folder).templates} == {"hi", "en", "xx"}


def test_the_summary_names_drafts_and_what_they_miss(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "locales" / "xx.toml").write_text(DRAFT, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["build", str(folder), "--check"])
    assert main() == 0
    told = capsys.readouterr().out
    assert re.search(r"drafts not on offer: .*\bxx\n", told)
    assert re.search(r"not translated: 0 in en, .*[1-9]\d* in xx\n", told)


def test_bhojpuri_is_a_draft_in_devanagari(shipped: PoliceRange) -> None:
    assert "bho" in shipped.texts.keys() - set(shipped.languages)
    assert "bho" not in shipped.words
    for key, text in shipped.texts["bho"].items():
        spoken = re.sub(r"\{\w+\}", "", text)
        allowed = {"WhatsApp", "FIR", "Hi", "English"}
        assert set(re.findall(r"[A-Za-z]+", spoken)) <= allowed, key
        assert text == unicodedata.normalize("NFC", text), key
        assert set(re.findall(r"\d{3,}", spoken)) <= {"112"}, key
