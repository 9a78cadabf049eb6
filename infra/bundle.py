"""Assets that are built on this machine, without Docker, once for each content of their sources."""

import compileall
import os
import platform
import shutil
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from py_compile import PycInvalidationMode
from typing import Any

import jsii
from aws_cdk import BundlingOptions, DockerImage, ILocalBundling
from aws_cdk.aws_lambda import AssetCode, Code

ROOT = Path(__file__).parent.parent
CACHE = ROOT / "build" / "assets"
BUILDERS = [ROOT / "infra" / "bundle.py", ROOT / "infra" / "layers.py"]


@jsii.implements(ILocalBundling)
class Bundle:
    """What `build` writes into a folder. It must depend on the sources and `variant` alone."""

    def __init__(
        self, *, sources: Iterable[Path], variant: str, build: Callable[[Path], None]
    ) -> None:
        sources = tuple(sources)
        self._home = sources[0].parent
        self._build = build
        self.hash = _content_hash([*sources, *BUILDERS], variant)

    def code(self) -> AssetCode:
        return Code.from_asset(
            str(self._home),
            asset_hash=self.hash,
            bundling=BundlingOptions(image=DockerImage.from_registry("none"), local=self),
        )

    def folder(self) -> Path:
        """The built folder, from the cache or now."""
        kept = CACHE / self.hash
        if not kept.exists():
            work = kept.with_name(f"{self.hash}.{os.getpid()}")
            shutil.rmtree(work, ignore_errors=True)
            work.mkdir(parents=True)
            self._build(work)
            try:
                work.rename(kept)
            except OSError:  # another synth was faster
                shutil.rmtree(work)
        return kept

    def try_bundle(self, output_dir: str, *, image: DockerImage, **_options: Any) -> bool:  # noqa: ANN401, ARG002 -- the signature is jsii's
        shutil.copytree(self.folder(), output_dir, dirs_exist_ok=True)
        return True


def compile_python(folder: Path, *, imported_from: str) -> None:
    """Ship `.pyc` files that Lambda trusts unread: the largest lever on a cold start.

    `imported_from` is the folder's path at run time, as tracebacks show it.
    """
    compiled = compileall.compile_dir(
        folder,
        quiet=1,
        stripdir=str(folder),
        prependdir=imported_from,
        invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
    )
    if not compiled:
        raise SyntaxError(f"{folder}: not all of it is Python {platform.python_version()}")


def copy_sources(source: Path, target: Path) -> None:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))


def _content_hash(sources: Iterable[Path], variant: str) -> str:
    digest = sha256(variant.encode())
    for source in sources:
        for file in _files(source):
            digest.update(f"\0{file.relative_to(ROOT)}\0".encode())
            digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _files(source: Path) -> Iterator[Path]:
    if source.is_file():
        yield source
        return
    yield from sorted(
        file for file in source.rglob("*") if file.is_file() and "__pycache__" not in file.parts
    )
