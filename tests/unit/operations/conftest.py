"""What the certificate is set in, fetched once where `make` has not done so."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest

from infra.typefaces import fetch
from operations.certificate.__main__ import TYPEFACES


@pytest.fixture(scope="session")
def typefaces() -> Path:
    if not TYPEFACES.exists():
        TYPEFACES.parent.mkdir(exist_ok=True)
        work = Path(mkdtemp(dir=TYPEFACES.parent))
        fetch(work)
        try:
            work.rename(TYPEFACES)
        except OSError:  # another worker was faster
            shutil.rmtree(work)
    return TYPEFACES
