"""The files that a function sees: its own code, its merged layers and the runtime's packages.

Assets are used where CDK put them. What is uploaded in their place is a zip that names the folder.
"""

import importlib.util
import io
import zipfile
from pathlib import Path

POINTER = "folder"
LAMBDA_RUNTIME = ("boto3", "botocore", "s3transfer", "jmespath", "dateutil", "urllib3", "six")


def pointer_zip(folder: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(POINTER, str(folder.resolve()))
    return packed.getvalue()


def pointed_folder(packed: bytes) -> Path:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return Path(archive.read(POINTER).decode())


def overlay(layer: Path, opt: Path) -> None:
    """Lay a layer over those already in `opt`, as Lambda unpacks one after the other into /opt."""
    opt.mkdir(parents=True, exist_ok=True)
    for entry in layer.iterdir():
        target = opt / entry.name
        if entry.is_dir() and target.is_dir():
            _own(target)
            overlay(entry, target)
        else:
            target.unlink(missing_ok=True)
            target.symlink_to(entry)


def _own(folder: Path) -> None:
    """Turn a link to one layer's folder into a folder that several layers can share."""
    if folder.is_symlink():
        layer = folder.resolve()
        folder.unlink()
        overlay(layer, folder)


def merge_layers(layers: list[Path], opt: Path) -> None:
    opt.mkdir(parents=True)
    for layer in layers:
        overlay(layer, opt)


def link_runtime(folder: Path) -> None:
    """Offer what Lambda's own Python runtime brings along, and nothing else of the environment."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in LAMBDA_RUNTIME:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise ModuleNotFoundError(f"{name} is part of Lambda's runtime: install requirements")
        origin = Path(spec.origin)
        source = origin.parent if origin.name == "__init__.py" else origin
        link = folder / source.name
        link.unlink(missing_ok=True)
        link.symlink_to(source)
