"""What `cdk synth` leaves in cdk.out: the stack's template and the folders it is made of."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

type Template = dict[str, Any]

STACK_ARTIFACT = "aws:cloudformation:stack"


@dataclass(frozen=True, slots=True)
class Asset:
    """A folder that `cdk deploy` would zip and upload."""

    key: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Assembly:
    stack: str
    template: Template
    assets: tuple[Asset, ...]


def load_assembly(cdk_out: Path) -> Assembly:
    """Read the one stack of a synthesised app.

    Raises FileNotFoundError where nothing was synthesised, ValueError for other than one stack.
    """
    path = cdk_out / "manifest.json"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing: run `make synth` first")
    artifacts = json.loads(path.read_text())["artifacts"]
    stacks = {name: a for name, a in artifacts.items() if a["type"] == STACK_ARTIFACT}
    if len(stacks) != 1:
        raise ValueError(f"{path} holds the stacks {sorted(stacks)}: exactly one is expected")
    [(name, artifact)] = stacks.items()
    properties = artifact["properties"]
    return Assembly(
        stack=properties.get("stackName", name),
        template=json.loads((cdk_out / properties["templateFile"]).read_text()),
        assets=tuple(_assets(cdk_out / f"{name}.assets.json")),
    )


def _assets(path: Path) -> list[Asset]:
    manifest = json.loads(path.read_text())
    return [
        Asset(destination["objectKey"], path.parent / file["source"]["path"])
        for file in manifest["files"].values()
        if file["source"]["packaging"] == "zip"
        for destination in file["destinations"].values()
    ]
