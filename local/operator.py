"""An operator's commands on the running system: `make verify STAGE=local` in another terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from local.cloud.embedded import EmbeddedCloud


@contextmanager
def handed_over(cloud: EmbeddedCloud, state: Path) -> Iterator[None]:
    """The Makefile reads how to reach the cloud from here, until the block ends."""
    variables = state / "operator.mk"
    lines = (f"export {name} := {value}\n" for name, value in cloud.owner.items())
    variables.write_text("".join(lines))
    try:
        yield
    finally:
        variables.unlink()
