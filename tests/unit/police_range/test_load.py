from pathlib import Path

import pytest

from satark.police_range.build import main
from satark.police_range.load import dump, load
from satark.police_range.model import PoliceRange
from tests.unit.police_range.conftest import Edit


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    monkeypatch.setattr("sys.argv", ["build", *map(str, arguments)])
    return main()


def test_what_was_built_is_what_is_loaded(varanasi: PoliceRange, tmp_path: Path) -> None:
    (tmp_path / "range.json").write_text(dump(varanasi), encoding="utf-8")
    assert load(tmp_path / "range.json") == varanasi


def test_the_command_writes_the_file(
    folder: Path, varanasi: PoliceRange, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, folder, folder / "range.json") == 0
    assert load(folder / "range.json") == varanasi


def test_the_command_checks_and_writes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(folder.iterdir())
    assert run(monkeypatch, folder, "--check") == 0
    assert "75 thanas" in capsys.readouterr().out
    assert set(folder.iterdir()) == before


def test_the_command_tells_what_is_wrong_and_writes_nothing(
    folder: Path, edit: Edit, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    edit("categories.toml", 'choice.few = "थोड़े लोग"\n', "")
    assert run(monkeypatch, folder, folder / "range.json") == 1
    told = capsys.readouterr().err
    assert "categories.toml: category.gambling.question.people.choice: 1 choices." in told
    assert not (folder / "range.json").exists()


@pytest.mark.parametrize("arguments", [(), ("out.json", "--check")])
def test_the_command_wants_one_of_output_and_check(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit):
        run(monkeypatch, folder, *arguments)
