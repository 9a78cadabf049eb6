"""A record as the words that the pages are set from, in Hindi and English, and the pages."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import typst

from operations.audit import number
from operations.certificate.record import FileRecord, Record
from satark.lake.rows import indian
from satark.ledger import LedgerRow
from satark.police_range.model import PoliceRange

HERE: Final = Path(__file__).parent
WORDS: Final[Mapping[str, Any]] = tomllib.loads((HERE / "words.toml").read_text("utf-8"))
LANGUAGES: Final = ("hi", "en")


@dataclass(frozen=True, slots=True)
class Cloud:
    """Where the record lies, as AWS names it."""

    account: str
    region: str
    bucket: str
    table: str

    @property
    def id(self) -> str:
        return (
            f"AWS {self.account} · arn:aws:s3:::{self.bucket} · "
            f"arn:aws:dynamodb:{self.region}:{self.account}:table/{self.table}"
        )


def paper(
    record: Record, police_range: PoliceRange, cloud: Cloud, *, made: datetime
) -> dict[str, Any]:
    """What certificate.typ reads. `made` has a time zone."""
    name = number(record.case_id)
    filled = {"number": name, "region": cloud.region}
    return {
        "words": {**WORDS, "cloud": _filled("cloud", filled), "about": _filled("about", filled)},
        "number": name,
        "district": [
            police_range.text(language, f"place.{record.district}.name") for language in LANGUAGES
        ],
        "made": _time(made),
        "cloud_id": cloud.id,
        "last": {"seq": record.rows[-1].seq, "hash": record.rows[-1].hash},
        "files": [_file(one, cloud) for one in record.files],
        "rows": [_row(one) for one in record.rows],
    }


def pages(
    told: Mapping[str, Any], *, typefaces: Path, form: Literal["pdf", "png"] = "pdf"
) -> list[bytes]:
    """One PDF, or each page as a PNG. Raises typst.TypstError."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(typefaces)])
    made = typst.compile(
        str(HERE / "certificate.typ"),
        format=form,
        ppi=110,
        font_paths=fonts,
        sys_inputs={"certificate": json.dumps(told, ensure_ascii=False)},
    )
    return [made] if isinstance(made, bytes) else list(made or ())


def _file(one: FileRecord, cloud: Cloud) -> dict[str, Any]:
    kept = one.evidence
    return {
        "media": WORDS["media"][kept.media],
        "by": WORDS["by"][one.by],
        "state": WORDS["state"][kept.state],
        "again": WORDS["again"][one.again],
        "differs": one.again == "differs",
        "at": _time(one.at),
        "mime": kept.mime,
        "bytes": f"{kept.size:,}",
        "received": kept.sha256_received,
        "stored": kept.sha256_stored,
        "kept_at": f"s3://{cloud.bucket}/{kept.key}" if kept.key else "",
        "removed": ", ".join(kept.removed),
    }


def _row(row: LedgerRow) -> dict[str, Any]:
    return {
        "seq": row.seq,
        "what": WORDS["kinds"][row.kind],
        "at": _time(datetime.fromisoformat(row.at)),
        "hash": row.hash,
    }


def _time(at: datetime) -> str:
    return indian(at).strftime("%d-%m-%Y %H:%M:%S")


def _filled(key: str, values: Mapping[str, str]) -> list[str]:
    return [text.format(**values) for text in WORDS[key]]
