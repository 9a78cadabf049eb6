"""The child process: same result, bounded, alone, and silent when it dies."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from satark.media import sandbox
from satark.media.cleaning import CannotClean
from satark.media.sandbox import Limits, scrub_apart
from satark.media.scrub import scrub
from tests.unit.media import specimens_pictures as pictures


def test_it_gives_what_scrub_gives(tmp_path: Path) -> None:
    pictures.jpeg(tmp_path / "source")

    apart = scrub_apart(tmp_path / "source", tmp_path / "apart")

    assert apart == scrub(tmp_path / "source", tmp_path / "here")
    assert (tmp_path / "apart").read_bytes() == (tmp_path / "here").read_bytes()


def test_it_hands_on_why_a_file_cannot_be_cleaned(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"words")

    with pytest.raises(CannotClean, match="not a kind of file that we can clean"):
        scrub_apart(tmp_path / "source", tmp_path / "clean")


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (Limits(seconds=0), "cleaning took too long"),
        (Limits(memory=16 * 1024 * 1024), "cleaning broke off"),
    ],
    ids=["time", "memory"],
)
def test_a_child_at_its_limit_costs_only_the_cleaning(
    limits: Limits, reason: str, tmp_path: Path
) -> None:
    pictures.jpeg(tmp_path / "source")

    with pytest.raises(CannotClean, match=reason):
        scrub_apart(tmp_path / "source", tmp_path / "clean", limits)


def test_a_child_cannot_write_more_than_its_limit(tmp_path: Path) -> None:
    """The limit is well above the size of a compiled module, which the child may write too."""
    noise = Image.effect_noise((1400, 1400), 90).convert("RGB")
    noise.putalpha(200)
    noise.save(tmp_path / "source", "PNG")

    with pytest.raises(CannotClean, match="cleaning broke off"):
        scrub_apart(tmp_path / "source", tmp_path / "clean", Limits(file=1024 * 1024))

    assert (tmp_path / "clean").stat().st_size <= 1024 * 1024


def test_the_child_has_none_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")

    child = subprocess.run(
        [sys.executable, "-c", "import os, json; print(json.dumps(dict(os.environ)))"],
        env=sandbox.environment(),
        capture_output=True,
        check=True,
    )

    assert set(json.loads(child.stdout)) - {"LC_CTYPE"} == {"PYTHONPATH"}
    assert "AWS_SECRET_ACCESS_KEY" in os.environ


def test_a_function_that_meets_no_media_loads_no_media_library() -> None:
    loaded = "import sys, satark.media.intake; print(*sys.modules)"
    child = subprocess.run(
        [sys.executable, "-c", loaded], env=sandbox.environment(), capture_output=True, check=True
    )

    assert {"PIL", "av", "pikepdf"}.isdisjoint(child.stdout.decode().split())
