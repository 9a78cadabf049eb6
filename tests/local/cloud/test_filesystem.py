from pathlib import Path

import pytest

from local.cloud.filesystem import merge_layers, pointed_folder, pointer_zip


def write(root: Path, *files: str) -> Path:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{root.name}:{name}")
    return root


def test_layers_share_folders_and_the_later_one_wins(tmp_path: Path) -> None:
    layers = [
        write(tmp_path / "one", "python/a.py", "python/both/x.py", "same.txt"),
        write(tmp_path / "two", "python/b.py", "python/both/y.py", "same.txt"),
        write(tmp_path / "three", "python/c.py"),
    ]
    opt = tmp_path / "opt"
    merge_layers(layers, opt)
    files = {p.relative_to(opt).as_posix() for p in opt.glob("**/*", recurse_symlinks=True)}
    assert files == {
        "python",
        "python/a.py",
        "python/b.py",
        "python/both",
        "python/both/x.py",
        "python/both/y.py",
        "python/c.py",
        "same.txt",
    }
    assert (opt / "same.txt").read_text() == "two:same.txt"
    assert sorted(p.name for p in (layers[0] / "python").iterdir()) == ["a.py", "both"]


@pytest.mark.parametrize("name", ["plain", "with space"])
def test_a_pointer_leads_back_to_its_folder(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    assert pointed_folder(pointer_zip(folder)) == folder
