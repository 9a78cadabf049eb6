import json
from pathlib import Path
from typing import Any

import pytest

from proof.cdk import without_hashes


@pytest.fixture(scope="session")
def house(template_file: Path) -> dict[str, Any]:
    """The real template, with the names that people use."""
    return without_hashes(json.loads(template_file.read_text()))
