"""What differs between two deployments of the same app, as constructor arguments."""

import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any, Literal, Self

from aws_cdk import RemovalPolicy


class StageError(ValueError):
    """A stage in cdk.json is missing, or misses a value, or has one that nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One deployment. `architecture` "host" builds for the machine that this runs on."""

    name: str
    range_folder: str
    removal_policy: RemovalPolicy
    tips_phone_number_id: str
    officers_phone_number_id: str
    address_epoch: str
    """The month whose key seals tipsters' addresses, such as "2026-12": docs/keys.md."""
    former_address_epoch: str = ""
    """Another, whose key still opens them; empty: there is none."""
    report_sender: str
    """An address that SES has verified, or one of a domain that it has."""
    alarm_email: str = ""
    """Empty: nobody is written to, and alarms are only seen in the console."""
    architecture: Literal["arm64", "x86_64", "host"] = "arm64"
    account: str = ""
    """Empty: the account of whoever deploys. Else no other account is ever touched."""
    region: str = "ap-south-1"
    graph_api_url: str = "https://graph.facebook.com"
    graph_api_version: str = "v25.0"
    quicksight_readers: str = ""
    """The ARN of a QuickSight group that may read the lake there; empty: there is no data set."""
    labels_by: Literal["rules", "machine"] = "rules"
    """Machine: Rekognition and Transcribe see files of tips; docs/deploy.md says what it means."""

    sign_in_prefix: str = ""
    """Of the sign-in page, unlike anybody else's in the region. Empty: by the stage's name."""

    @property
    def sign_in_domain(self) -> str:
        return self.sign_in_prefix or f"satark-mitra-{self.name}"

    @property
    def address_epochs(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.address_epoch, self.former_address_epoch)))

    @classmethod
    def from_context(cls, context: Callable[[str], Any]) -> Self:
        """The stage that the context names, by `-c stage=…`, from `stages` in cdk.json.

        A context key named as a field overrides it, such as `-c graph_api_url=…`.
        Raises StageError.
        """
        name = context("stage")
        stages = context("stages") or {}
        if name not in stages:
            raise StageError(f"cdk.json: no stage {name!r}: choose by -c stage={'|'.join(stages)}")
        names = {field.name for field in fields(cls)}
        if unknown := stages[name].keys() - names:
            raise StageError(f"cdk.json: stages.{name}: no such value: {', '.join(unknown)}")
        given = {"name": name, **stages[name]}
        given |= {key: value for key in names - {"name"} if (value := context(key)) is not None}
        for field in fields(cls):
            if field.default is MISSING and not given.get(field.name):
                raise StageError(
                    f"cdk.json: stages.{name}.{field.name} is not set: "
                    f"write it there or give -c {field.name}=…"
                )
        cls._check_epochs(name, given["address_epoch"], given.get("former_address_epoch"))
        given["removal_policy"] = RemovalPolicy[given["removal_policy"]]
        return cls(**given)

    @staticmethod
    def _check_epochs(stage: str, present: str, former: str | None) -> None:
        for epoch in filter(None, (present, former)):
            if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", epoch):
                raise StageError(f"cdk.json: stages.{stage}: {epoch!r} is no month such as 2026-12")
        if former and former >= present:
            raise StageError(
                f"cdk.json: stages.{stage}: the former address epoch {former} "
                f"is not before {present}"
            )
