"""An asset is built once for each content, compiled, and holds no other function."""

import marshal
from collections.abc import Callable
from pathlib import Path
from types import CodeType

import pytest

from infra import bundle
from infra.bundle import Bundle, compile_python
from infra.function import code_of
from infra.layers import range_sources

UNCHECKED_HASH = 0b01


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bundle, "CACHE", tmp_path / "cache")
    return tmp_path


@pytest.fixture
def source(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bundle, "ROOT", root)
    monkeypatch.setattr(bundle, "BUILDERS", [])
    source = root / "source"
    source.mkdir()
    (source / "one.py").write_text("ONE = 1\n")
    return source


def named(source: Path, build: Callable[[Path], None] = lambda folder: None) -> Bundle:
    return Bundle(sources=[source], variant="arm64", build=build)


def test_the_hash_follows_the_content_of_the_sources(source: Path) -> None:
    first = named(source).hash
    assert named(source).hash == first
    assert Bundle(sources=[source], variant="x86_64", build=lambda folder: None).hash != first
    (source / "one.py").write_text("ONE = 2\n")
    assert named(source).hash != first


def test_the_hash_knows_a_files_name_and_no_caches(source: Path) -> None:
    first = named(source).hash
    (source / "__pycache__").mkdir()
    (source / "__pycache__" / "one.cpython-313.pyc").write_text("")
    assert named(source).hash == first
    (source / "one.py").rename(source / "two.py")
    assert named(source).hash != first


def test_the_same_content_is_built_once(source: Path) -> None:
    builds: list[Path] = []
    for _ in range(2):
        named(source, builds.append).folder()
    assert len(builds) == 1


def test_a_build_that_fails_leaves_nothing_that_looks_built(source: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("")
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        named(source, fail).folder()
    built = named(source, lambda folder: (folder / "whole").touch()).folder()
    assert [file.name for file in built.iterdir()] == ["whole"]


def test_compiled_files_are_trusted_unread_and_name_the_place_they_run_in(source: Path) -> None:
    compile_python(source, imported_from="/opt")
    [compiled] = source.rglob("*.pyc")
    header, code = compiled.read_bytes()[:16], marshal.loads(compiled.read_bytes()[16:])
    assert int.from_bytes(header[4:8], "little") == UNCHECKED_HASH
    assert isinstance(code, CodeType)
    assert code.co_filename == "/opt/one.py"


def test_what_is_not_python_is_not_shipped(source: Path) -> None:
    (source / "broken.py").write_text("def")
    with pytest.raises(SyntaxError, match="not all of it is Python"):
        compile_python(source, imported_from="/opt")


def test_a_functions_code_is_its_own_folder_under_its_import_path() -> None:
    folder = code_of("dispatch").folder()
    assert {path.name for path in folder.iterdir()} == {"functions"}
    packages = {path.name for path in (folder / "functions").iterdir() if path.is_dir()}
    assert packages == {"dispatch", "__pycache__"}
    assert {path.stem for path in folder.rglob("*.py")} == {
        path.name.removesuffix(".cpython-313.pyc") for path in folder.rglob("*.pyc")
    }


def test_a_range_depends_on_the_folder_that_it_extends(tmp_path: Path) -> None:
    zone, base = tmp_path / "zone", tmp_path / "base"
    for folder, said in ((zone, 'extends = "base"\n'), (base, 'id = "base"\n')):
        folder.mkdir()
        (folder / "range.toml").write_text(said)
    assert range_sources(zone) == [zone, base]
    assert range_sources(base) == [base]
