"""How long the range keeps what: the one part of its folder that infra reads."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from aws_cdk import Duration
from aws_cdk.aws_logs import RetentionDays

LOG_DAYS = {
    1: RetentionDays.ONE_DAY,
    3: RetentionDays.THREE_DAYS,
    5: RetentionDays.FIVE_DAYS,
    7: RetentionDays.ONE_WEEK,
    14: RetentionDays.TWO_WEEKS,
    30: RetentionDays.ONE_MONTH,
    60: RetentionDays.TWO_MONTHS,
    90: RetentionDays.THREE_MONTHS,
    180: RetentionDays.SIX_MONTHS,
    365: RetentionDays.ONE_YEAR,
}
"""What CloudWatch can keep, up to a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    drafts: Duration
    evidence: Duration
    quarantine: Duration
    seals: Duration
    reports: Duration
    logs: RetentionDays

    @classmethod
    def of_range(cls, folder: Path) -> Self:
        """Raises ValueError where CloudWatch cannot keep logs for that many days."""
        file = folder / "range.toml"
        days = tomllib.loads(file.read_text())["retention"]
        if days["logs"] not in LOG_DAYS:
            raise ValueError(
                f"{file}: retention.logs: CloudWatch cannot keep {days['logs']} days: "
                f"choose one of {', '.join(map(str, LOG_DAYS))}"
            )
        return cls(
            drafts=Duration.days(days["drafts"]),
            evidence=Duration.days(days["evidence"]),
            quarantine=Duration.days(days["quarantine"]),
            seals=Duration.days(days["seals"]),
            reports=Duration.days(days["reports"]),
            logs=LOG_DAYS[days["logs"]],
        )
