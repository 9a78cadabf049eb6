"""Each way to get a folder wrong is named with its file, its key and the remedy."""
# ruff: noqa: E501 - a table is read by its rows

from pathlib import Path

import pytest

from satark.police_range.build import build, missing_keys
from satark.police_range.problems import InvalidRange, Problem
from tests.unit.police_range.conftest import Edit

LONG = "x" * 1100
PAWARA = "thana,jaunpur/pawara,jaunpur,पवारा,Pawara,Pavara|"
STEP_DISTRICT = '[step.district]\nkind = "district"\ntext = "यह किस ज़िले की बात है?"\n'

BROKEN = [
    # file, passage, instead; then what is told: key, what, fix
    ("range.toml", 'id = "varanasi"', "id = varanasi", "file", "is not TOML", "Correct that line"),
    ("range.toml", "evidence_per_tip = 30\n", "", "limits.evidence_per_tip", "is missing", "Add it"),
    ("range.toml", "= 30\ncharacters", "= 0\ncharacters", "limits.evidence_per_tip", "greater than 0", "Correct"),
    ("range.toml", "normal = {", "normall = {", "deadlines.normal", "is missing", "Add it"),
    ("range.toml", "normal = {", "normall = {", "deadlines.normall", "not a known key", "Remove it"),
    ("range.toml", 'languages = ["hi", "en"]', 'languages = ["hi", "en", "en"]', "languages", "twice", "each once"),
    ("range.toml", 'languages = ["hi", "en"]', 'languages = ["hi"]', "file", "not a language on offer", "remove the file"),
    ("range.toml", 'zone = "varanasi-zone"', 'zone = "kashi"', "zone", "['varanasi-zone']", "Keep one such row"),
    ("range.toml", 'zone = "varanasi-zone"', 'zone = "varanasi-zone"\nextends = "kashi"', "extends", "no folder 'kashi'", "beside this one"),
    ("range.toml", 'id = "varanasi"', 'id = "kashi"', "range", "['varanasi']", "Keep one such row"),
    ("range.toml", "jaunpur = { south", "janpur = { south", "bounds.jaunpur", "is missing", "bounds"),
    ("range.toml", "jaunpur = { south", "janpur = { south", "bounds.janpur", "is no district", "Remove it"),
    ("organisation.csv", PAWARA, PAWARA.replace("/pawara", "/Pawara"), "jaunpur/Pawara", "no id for a thana", "jaunpur/line-bazar"),
    ("organisation.csv", PAWARA, PAWARA.replace("jaunpur,प", "jampur,प"), "jaunpur/pawara", "no row of this file", "circle or district"),
    ("organisation.csv", PAWARA, PAWARA.replace("jaunpur,प", "ghazipur,प"), "jaunpur/pawara", "another district", "Correct the id"),
    ("organisation.csv", PAWARA, PAWARA.replace("jaunpur,प", "varanasi,प"), "jaunpur/pawara", "which is range", "circle or district"),
    ("organisation.csv", PAWARA, PAWARA.replace("/pawara", "/mirganj"), "jaunpur/mirganj", "stands in 2 rows", "its own id"),
    ("organisation.csv", PAWARA, PAWARA.replace("thana,", "chowki,"), "row 43.level", "Input should be 'zone'", "Correct it"),
    ("organisation.csv", PAWARA, PAWARA + "MEER GANJ|", "jaunpur/mirganj", "'meerganj' means jaunpur/mirganj and jaunpur/pawara", "one of them"),
    ("organisation.csv", PAWARA, PAWARA.replace("पवारा,", "प" * 21 + ","), "place.jaunpur/pawara.name", "21 characters", "Shorten it to 20"),
    ("organisation.csv", PAWARA, PAWARA.replace("पवारा,", ","), "place.jaunpur/pawara.name", "is missing", "Write it"),
    ("organisation.csv", "25.6,83.0167", "83.0167,25.6", "jaunpur/chandwak", "outside its district", "swapped"),
    ("organisation.csv", "25.6,83.0167", "25.6,", "jaunpur/chandwak", "half a coordinate", "or neither"),
    ("organisation.csv", "25.6,83.0167", "25.6,east", "row 51.lon", "valid number", "Correct it"),
    ("categories.toml", 'name = "अवैध शराब"\n', "", "category.liquor.name", "is missing", "Write it"),
    ("categories.toml", 'name = "अवैध शराब"', f'name = "{"क" * 21}"', "category.liquor.name", "21 characters", "Shorten it to 20: a row takes 24"),
    ("categories.toml", 'name = "अवैध शराब"', 'name = "अवैध खनन"', "category.mining.name", "also the title of category.liquor.name", "Word them apart"),
    ("categories.toml", '"चोरी-छिपे बनाना, बेचना या लाना"', f'"{"क" * 73}"', "category.liquor.description", "at most 72", "Shorten it"),
    ("categories.toml", '"चोरी-छिपे बनाना, बेचना या लाना"\nsensitivity = "normal"', '"-"\nsensitivity = "low"', "category.liquor.sensitivity", "'normal', 'sensitive' or 'critical'", "Correct it"),
    ("categories.toml", 'sensitivity = "critical"\nconflict = "station"', 'sensitivity = "critical"\nconflict = "thana"', "category.police_corruption.conflict", "'none', 'station' or 'district'", "Correct it"),
    ("categories.toml", 'conflict.traffic = "station"', 'conflict.trafic = "station"', "category.police_corruption.question.who.conflict.trafic", "is not a choice here", "station, traffic, senior"),
    ("categories.toml", 'choice.face = "चेहरा"\n', 'choice.unknown = "चेहरा"\n', "category.crime_footage.question.shows.choice.unknown", "is spoken for", "by itself"),
    ("categories.toml", 'choice.few = "थोड़े लोग"\n', "", "category.gambling.question.people.choice", "1 choices", "two to five"),
    ("categories.toml", 'choice.few = "थोड़े लोग"', f'choice.few = "{"क" * 18}"', "category.gambling.question.people.choice.few", "18 characters", "Shorten it to 17: a button takes 20"),
    ("categories.toml", "[category.other.question.danger]", "[category.mining.question.danger]", "category.mining.question", "4 questions", "one to three"),
    ("categories.toml", "[category.other]", "[category.Other]", "category.Other", "cannot be an id", "small letters"),
    ("conversation.toml", STEP_DISTRICT, "", "step", "0 steps of kind district", "exactly one"),
    ("conversation.toml", '[step.district]\nkind = "district"', '[step.district]\nkind = "dropdown"', "step.district.kind", "Input should be", "Correct it"),
    ("conversation.toml", "[step.category]\nkind", STEP_DISTRICT.replace("district]", "d]") + "[step.category]\nkind", "step", "2 steps of kind district", "exactly one"),
    ("conversation.toml", "[step.district]\nkind", '[step.late]\nkind = "language"\n[step.district]\nkind', "step", "language comes after questions", "Keep this order"),
    ("conversation.toml", "[step.language]\nkind", '[step.greeting]\nkind = "menu"\ntext = "-"\nchoice.go = "-"\n[step.language]\nkind', "step", "does not lead from language", "between"),
    ("conversation.toml", 'choice.hi = "हिन्दी"\n', "", "step.language.choice", "the choices are none", "has: hi"),
    ("conversation.toml", 'choice.hi = "हिन्दी"\n', "", "step.language.choice.hi", "is missing", "own name"),
    ("conversation.toml", 'kind = "notice"', 'kind = "menu"', "step.notice.choice", "0 choices", "make it a notice"),
    ("conversation.toml", 'urgent = ["now"]', 'urgent = ["tomorrow"]', "step.when.urgent", "'tomorrow' is not a choice", "Name one of"),
    ("conversation.toml", 'choice.restart = "शुरू से"\n', "", "step.review.choice", "back, send", "back, restart, send"),
    ("conversation.toml", "[step.when]", "[step.whenever]", "step.when", "is missing", "officers read"),
    ("conversation.toml", 'conflict.senior = "district"', 'conflict.boss = "district"', "step.police.conflict.boss", "is not a choice", "Name one of"),
    ("conversation.toml", 'text = "यह किस ज़िले की बात है?"\n', "", "step.district.text", "is missing", "Write it"),
    ("conversation.toml", 'text = "यह किस ज़िले की बात है?"', 'text = " "', "step.district.text", "is empty", "Write it"),
    ("conversation.toml", 'text = "यह किस ज़िले की बात है?"', f'text = "{LONG}"', "step.district.text", "1100 characters, at most 1024", "Shorten"),
    ("conversation.toml", 'text = "यह किस ज़िले की बात है?"', 'text = "{district}?"', "step.district.text", "is filled with {district}", "exactly no {name}"),
    ("conversation.toml", 'text = "यह किस ज़िले की बात है?"', 'text = "{ज़िला?"', "step.district.text", "brace", "{name}"),
    ("conversation.toml", "*{receipt}*", "*{code}*", "step.receipt.text", "is filled with {code}", "exactly {receipt}"),
    ("conversation.toml", "भेजने से पहले देख लें:", "क" * 700, "step.review.text", "may grow to", "Shorten it"),
    ("conversation.toml", 'choice.send = "भेज दें"', f'choice.send = "{"क" * 18}"', "step.review.choice.send", "18 characters", "Shorten it to 17"),
    ("conversation.toml", "thana_list =", "thana_lst =", "note.thana_list", "is missing", "Write it"),
    ("conversation.toml", "thana_list =", "thana_lst =", "note.thana_lst", "not a text that anything asks for", "perhaps to `note.thana_list`"),
    ("conversation.toml", '"चुनने के लिए दबाएँ"', '"अपना जवाब चुनने के लिए दबाएँ"', "note.list_button", "at most 20", "Shorten it"),
    ("conversation.toml", 'accepted = "आपके', 'accepted = "\\n\\nआपके संदेश\\nआपके', "update.accepted", "has a line break", "one line"),
    ("conversation.toml", '\nmore = ["और"', '\nmoar = ["और"', "words.more", "is missing", "Write what people type"),
    ("conversation.toml", '\nmore = ["और"', '\nmoar = ["और"', "words.moar", "neither a command nor a language", "perhaps to `more`"),
    ("conversation.toml", '"मदद", "सहायता"', '"मदद", "Back"', "words.back", "'back' also stands under words.help", "one of them"),
    ("conversation.toml", '"पीछे", "पीछे जाएँ"', '"do", "पीछे जाएँ"', "numbers.2", "'do' also stands under words.back", "one of them"),
    ("conversation.toml", "\n7 = [", "\n70 = [", "numbers", "do not count", "in order"),
    ("officers.toml", "\nno_open_tip = ", "\nno_tip = ", "officer.no_open_tip", "is missing", "Write it"),
    ("officers.toml", 'accepted = "स्वीकार करें"', f'accepted = "{"क" * 21}"', "officer.accepted", "at most 20", "Shorten it"),
    ("officers.toml", "\nclosed = [", "\nclose = [", "command.closed", "is missing", "Write what officers type"),
    ("officers.toml", "\nclosed = [", "\nclose = [", "command.close", "is not a command of officers", "perhaps to `closed`"),
    ("officers.toml", '"लंबित", ', '"बंद", ', "command.closed", "'बंद' also means pending", "one of them"),
    ("officers.toml", '"लंबित", ', '"स्वीकार करें", ', "command.accepted", "'स्वीकारकरें' also means pending", "one of them"),
    ("officers.toml", "\nno_words = ", "\n[office]\nno_words = ", "office", "not a known key", "perhaps `officer`"),
    ("categories.toml", "points.explosive = 30", "points.bomb = 30", "category.arms.question.kind.points.bomb", "is not a choice here", "Name one of"),
    ("conversation.toml", "conflict.station = ", "points.station = 9\nconflict.station = ", "step.police.points", "count nowhere", "only a category's questions and the step `when`"),
    ("sensitivity.toml", "critical = 60", "critical = 30", "level.critical", "not above level.sensitive", "more than 30"),
    ("sensitivity.toml", "points = 15", "points = -15", "lexicon.children.points", "greater than 0", "Correct"),
    ("sensitivity.toml", "video = 5", "film = 5", "media.film", "Input should be 'image'", "Correct"),
    ("sensitivity.toml", '"हत्या", ', '"हत्या", "बम", ', "lexicon.shooting.phrases", "'बम' also stands under lexicon.killing", "one of them"),
    ("sensitivity.toml", '"हत्या", ', '"हत्या", "!", ', "lexicon.killing.phrases", "a word without letters", "Write words"),
    ("sensitivity.toml", 'name = "बच्चे"\n', "", "lexicon.children.name", "is missing", "Write it"),
    ("sensitivity.toml", "[lexicon.now]", "[signals.now]", "signals", "not a known key", "Remove it"),
    ("reports.toml", "\nbrief_late = ", "\nbrief_lat = ", "report.brief_late", "is missing", "Write it"),
    ("reports.toml", "{late} सूचनाएँ", "कई सूचनाएँ", "report.brief_late", "is filled with no {name}", "exactly {late}"),
    ("reports.toml", "[report]", "[reports]", "reports", "not a known key", "perhaps `report`"),
    ("range.toml", "\nhour = 8", "\nhour = 24", "reports.hour", "less than or equal to 23", "Correct"),
    ("range.toml", "\nleast = 3", "\nleast = 1", "reports.least", "greater than or equal to 2", "Correct"),
    ("range.toml", '"district:jaunpur" = [', '"thana:jaunpur" = [', "reports.recipients.thana:jaunpur", "no office that gets reports", "district:<id>"),
    ("range.toml", '"sp-office@jaunpur', '"sp-office@@jaunpur', "reports.recipients.district:jaunpur", "is no e-mail address", "office@example.org"),
    ("locales/en.toml", "children.name = ", "child.name = ", "lexicon.child.name", "not a text that anything asks for", "perhaps to `lexicon.children.name`"),
    ("locales/en.toml", "*{receipt}*", "*{code}*", "step.receipt.text", "is filled with {code}", "exactly {receipt}"),
    ("locales/en.toml", 'list_button = "Press to choose"', 'list_button = "Press here to choose one"', "note.list_button", "24 characters", "Shorten it"),
    ("locales/en.toml", "[step.when]\n", '[step.when]\nkind = "menu"\n', "step.when.kind", "is no text", "only translates"),
    ("locales/en.toml", "[category.liquor]\n", "[category.liquour]\n", "category.liquour.name", "not a text that anything asks for", "perhaps to `category.liquor.name`"),
    ("locales/en.toml", 'choice.en = "English"\n', "", "step.language.choice.en", "is missing", "own name"),
    ("locales/en.toml", 'choice.en = "English"\n', 'choice.en = "English"\nchoice.hi = "Hindi"\n', "step.language.choice.hi", "is another language", "its own name only"),
    ("locales/en.toml", "\nen = [", "\nenglish = [", "words.english", "neither a command nor a language", "Remove it"),
    ("locales/en.toml", '"angrezi"', '"मदद"', "words.en", "also stands under words.help", "one of them"),
    ("locales/en.toml", "\n[words]", "\ndraft = 1\n[words]", "draft", "valid boolean", "Correct it"),
    ("locales/en.toml", "\n[words]", "\ndraft = true\n[words]", "languages", "names en, which is a draft", "Remove it there"),
    ("locales/en.toml", "\n[words]", '\n[numbers]\n99 = ["ninety-nine"]\n[words]', "numbers.99", "is not counted", "Remove it"),
    ("templates/tip_alert.toml", "[hi]\nbody", "[xx]\nbody", "hi", "is missing", "Write the template"),
    ("templates/tip_alert.toml", "[en]\nbody", "[xx]\nbody", "xx", "not a language on offer", "range.toml"),
    ("templates/tip_alert.toml", "you on tip {{1}}", "you on tip {{2}}", "en.body", "['2']", "exactly {{1}}"),
    ("templates/tip_alert.toml", "Satark Mitra: there is news for you on tip {{1}}.", "{{1}} has news.", "en.body", "begins or ends with a variable", "Meta refuses"),
    ("templates/tip_alert.toml", "you on tip {{1}}", f"you on tip {{{{1}}}} {LONG}", "en.body", "1024 fit", "fits"),
    ("templates/tip_alert.toml", '["Show the tip"]', "[]", "en.buttons", "0 buttons", "Give it 1"),
    ("templates/tip_alert.toml", '["Show the tip"]', '["Show me all of the tip"]', "en.buttons", "22 characters", "one to 20"),
    ("templates/tip_reminder.toml", "{{2}} hours ago", "some hours ago", "en.body", "['1']", "exactly {{1}}, {{2}}"),
]  # fmt: skip


@pytest.mark.parametrize("row", BROKEN, ids=lambda row: f"{row[0]}: {row[3]}")
def test_each_mistake_is_named_with_its_remedy(
    folder: Path, edit: Edit, row: tuple[str, str, str, str, str, str]
) -> None:
    file, old, new, key, what, fix = row
    edit(file, old, new)
    told = _told(folder)
    assert any(
        problem.key == key and what in problem.what and fix in problem.fix for problem in told
    ), "\n".join(map(str, told))


@pytest.mark.parametrize(
    "file", ["range.toml", "categories.toml", "conversation.toml", "officers.toml",
             "sensitivity.toml", "reports.toml", "organisation.csv", "locales/en.toml"]
)  # fmt: skip
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert Problem(file, "file", "is missing", "Add it") in _told(folder)


def test_a_missing_template_is_named(folder: Path) -> None:
    (folder / "templates/tip_update.toml").unlink()
    missing = [problem for problem in _told(folder) if problem.what == "is missing"]
    assert {(problem.file, problem.key) for problem in missing} == {
        ("templates/tip_update.toml", "hi")
    }


def test_a_template_that_is_not_translated_falls_back_and_is_no_mistake(
    folder: Path, edit: Edit
) -> None:
    text = (folder / "templates/tip_update.toml").read_text(encoding="utf-8")
    edit("templates/tip_update.toml", text[text.index("[en]") :], "")
    assert missing_keys(build(folder))["en"] == {"template.tip_update"}


def test_a_template_that_nothing_sends_is_named(folder: Path) -> None:
    (folder / "templates/tip_alert.toml").rename(folder / "templates/alert.toml")
    assert "templates/alert.toml" in {problem.file for problem in _told(folder)}


def test_all_mistakes_are_told_at_once(folder: Path, edit: Edit) -> None:
    edit("range.toml", "evidence_per_tip = 30\n", "")
    edit("organisation.csv", PAWARA, PAWARA.replace("/pawara", "/Pawara"))
    edit("categories.toml", 'choice.few = "थोड़े लोग"\n', "")
    edit("templates/tip_alert.toml", '["Show the tip"]', "[]")
    assert {problem.file for problem in _told(folder)} >= {
        "range.toml",
        "organisation.csv",
        "categories.toml",
        "templates/tip_alert.toml",
    }


def test_a_text_that_is_not_translated_falls_back_and_is_no_mistake(
    folder: Path, edit: Edit
) -> None:
    edit("locales/en.toml", '\nrestarted = "', '\n# restarted = "')
    built = build(folder)
    assert built.text("en", "note.restarted") == built.text("hi", "note.restarted")


def test_another_spelling_of_the_same_letters_is_one_text(folder: Path, edit: Edit) -> None:
    """Keyboards write ड़ as one code point or as two; the built range knows one form."""
    edit("conversation.toml", 'text = "यह किस ज़िले की बात है?"', 'text = "\u095c"')
    assert build(folder).text("hi", "step.district.text") == "\u0921\u093c"


def test_the_version_follows_any_edit(folder: Path, edit: Edit) -> None:
    before = build(folder).version
    edit("range.toml", "evidence_per_tip = 30", "evidence_per_tip = 29")
    assert build(folder).version != before


def _told(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(InvalidRange) as caught:
        build(folder)
    return caught.value.problems
