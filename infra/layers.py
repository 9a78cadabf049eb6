"""The layers: own code and its dependencies, what only some functions need, and the range."""

import os
import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from aws_cdk.aws_lambda import Architecture, LayerVersion, Runtime
from constructs import Construct

from infra import typefaces
from infra.bundle import ROOT, Bundle, compile_python, copy_sources
from infra.stage import Stage

OWN_CODE = ROOT / "layers" / "common" / "python"
WHEELS = {"arm64": "aarch64-manylinux_2_28", "x86_64": "x86_64-manylinux_2_28"}
NEVER_IMPORTED = (
    *("*.dist-info/[!M]*", "*.pyi", "tests", "bin", "__pycache__", ".lock", "swagger-ui*"),
    *("*.c", "*.cpp", "*.h", "*.pxd", "*.pxi", "*.pyx"),
)
"""Of a package's own papers METADATA stays: duckdb and h3 read there which version they are."""


class Layers(Construct):
    def __init__(self, scope: Construct, construct_id: str, *, stage: Stage) -> None:
        super().__init__(scope, construct_id)
        self.architecture = architecture(stage)
        self.common = self._layer("Common", common(stage))
        self.flow = self._layer("Flow", dependencies("flow", stage))
        self.media = self._layer("Media", dependencies("media", stage))
        self.lake = self._layer("Lake", dependencies("lake", stage))
        self.dashboard = self._layer("Dashboard", dependencies("dashboard", stage))
        self.reports = self._layer("Reports", reports(stage))
        self.range = self._layer("Range", police_range(stage))

    def _layer(self, construct_id: str, bundle: Bundle) -> LayerVersion:
        return LayerVersion(
            self,
            construct_id,
            code=bundle.code(),
            compatible_architectures=[self.architecture],
            compatible_runtimes=[Runtime.PYTHON_3_13],
        )


def architecture(stage: Stage) -> Architecture:
    if stage.architecture == "host":
        arm = platform.machine() in {"arm64", "aarch64"}
        return Architecture.ARM_64 if arm else Architecture.X86_64
    return Architecture.ARM_64 if stage.architecture == "arm64" else Architecture.X86_64


def common(stage: Stage) -> Bundle:
    requirements = ROOT / "requirements" / "common.txt"

    def build(folder: Path) -> None:
        _install(requirements, folder / "python", stage)
        copy_sources(OWN_CODE / "satark", folder / "python" / "satark")
        compile_python(folder, imported_from="/opt")

    return Bundle(sources=[requirements, OWN_CODE], variant=_target(stage), build=build)


def dependencies(name: str, stage: Stage) -> Bundle:
    requirements = ROOT / "requirements" / f"{name}.txt"

    def build(folder: Path) -> None:
        _install(requirements, folder / "python", stage)
        compile_python(folder, imported_from="/opt")

    return Bundle(sources=[requirements], variant=_target(stage), build=build)


def reports(stage: Stage) -> Bundle:
    requirements = ROOT / "requirements" / "reports.txt"

    def build(folder: Path) -> None:
        _install(requirements, folder / "python", stage)
        compile_python(folder, imported_from="/opt")
        typefaces.fetch(folder / "typefaces")

    sources = [requirements, *typefaces.sources()]
    return Bundle(sources=sources, variant=_target(stage), build=build)


def police_range(stage: Stage) -> Bundle:
    source = ROOT / stage.range_folder

    def build(folder: Path) -> None:
        compiled = folder / "range" / "range.json"
        compiled.parent.mkdir()
        _run([sys.executable, "-m", "satark.police_range.build", str(source), str(compiled)])

    sources = [*range_sources(source), OWN_CODE / "satark"]
    return Bundle(sources=sources, variant=stage.range_folder, build=build)


def range_sources(folder: Path) -> list[Path]:
    """A range's folder, and the one beside it that it extends."""
    extended = tomllib.loads((folder / "range.toml").read_text(encoding="utf-8")).get("extends")
    return [folder, folder.parent / extended] if extended else [folder]


def _target(stage: Stage) -> str:
    return WHEELS.get(stage.architecture, f"{sys.platform}-{platform.machine()}")


def _install(requirements: Path, target: Path, stage: Stage) -> None:
    wheels = WHEELS.get(stage.architecture)
    _run(
        [_uv(), "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"],
        ["--require-hashes", "--requirement", str(requirements)],
        ["--target", str(target), "--python", sys.executable, "--python-version", "3.13"],
        ["--python-platform", wheels] if wheels else [],
    )
    for pattern in NEVER_IMPORTED:
        for path in target.rglob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _uv() -> str:
    own = ROOT / ".uv" / "bin" / "uv"
    found = os.environ.get("UV") or (str(own) if own.exists() else shutil.which("uv"))
    if not found:
        raise FileNotFoundError(f"uv is neither in {own} nor on PATH: run make, or set UV to it")
    return found


def _run(*command: list[str]) -> None:
    words = [word for part in command for word in part]
    environment = os.environ | {"PYTHONPATH": str(OWN_CODE)}
    subprocess.run(words, check=True, cwd=ROOT, env=environment)  # noqa: S603 -- our own words only
