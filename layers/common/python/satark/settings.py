"""What each function is told by its environment: one frozen model each, and its only reader.

A field's name in capitals is the variable's name; `infra` sets exactly these. Names of tables,
buckets, keys and queues are given, never the values of secrets: `…_secret` is the id of one.
"""

import os
from dataclasses import dataclass, fields
from typing import Self


class NotSet(Exception):
    """The environment lacks variables; the message names all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    @classmethod
    def from_environment(cls) -> Self:
        """Raises NotSet."""
        names = {field.name: field.name.upper() for field in fields(cls)}
        if missing := [name for name in names.values() if not os.environ.get(name)]:
            raise NotSet(f"{cls.__name__}: set {', '.join(missing)}")
        return cls(**{field: os.environ[name] for field, name in names.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class WebhookSettings(Settings):
    door_secret: str
    message_ref_secret: str
    tips_phone_number_id: str
    tips_mac_key: str
    tips_address_key: str
    tips_line: str
    tipster_outbox: str
    officers_phone_number_id: str
    officers_mac_key: str
    officers_address_key: str
    officers_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphSettings(Settings):
    """The Graph API as one WhatsApp number's functions speak to it."""

    graph_api_url: str
    graph_api_version: str
    phone_number_id: str
    token_secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSettings(GraphSettings):
    range_file: str
    pepper_secret: str
    sessions_table: str
    receipts_table: str
    cases_table: str
    heads_table: str
    vault_table: str
    blocks_table: str
    deliveries_table: str
    evidence_bucket: str
    protected_key: str
    tips_line: str
    tipster_outbox: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchSettings(Settings):
    range_file: str
    cases_table: str
    officers_table: str
    tipster_outbox: str
    officer_outbox: str
    labels_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelsSettings(Settings):
    """`labels_by` is a satark.labels.By; `hearings` begins the names of Transcribe's jobs."""

    labels_by: str
    range_file: str
    evidence_bucket: str
    content_key: str
    hearings: str
    cases_table: str
    heads_table: str
    labels_line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesSettings(Settings):
    range_file: str
    cases_table: str
    heads_table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerReplySettings(GraphSettings):
    range_file: str
    cases_table: str
    heads_table: str
    officers_table: str
    deliveries_table: str
    desks_table: str
    evidence_bucket: str
    protected_key: str
    officers_line: str
    officer_outbox: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourierSettings(GraphSettings):
    """`address_keys`: ids with a space between, first the one that seals now."""

    message_ref_secret: str
    address_keys: str
    deliveries_table: str
    outbox: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TipsCourierSettings(CourierSettings):
    vault_table: str
    blocks_table: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficersCourierSettings(CourierSettings):
    officers_table: str
    evidence_bucket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningSettings(Settings):
    range_file: str
    cases_table: str
    heads_table: str
    officers_table: str
    evidence_bucket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterSettings(Settings):
    range_file: str
    officers_table: str
    officers_mac_key: str
    officers_address_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LakeSettings(Settings):
    range_file: str
    lake_bucket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompactionSettings(Settings):
    lake_bucket: str
    seals_bucket: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsSettings(Settings):
    range_file: str
    workgroup: str
    database: str
    mailings_table: str
    lake_bucket: str
    typefaces: str
    sender: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardSettings(Settings):
    """`pool_url` is that of the managed login, `issuer` stands in its tokens."""

    range_file: str
    workgroup: str
    database: str
    cases_table: str
    heads_table: str
    officers_table: str
    evidence_bucket: str
    lake_bucket: str
    reports_function: str
    roster_function: str
    pool_url: str
    issuer: str
    client_id: str
    dashboard_url: str


def courier_settings() -> TipsCourierSettings | OfficersCourierSettings:
    """Those of the deployment that this is: the tips courier is the one with a vault."""
    if "VAULT_TABLE" in os.environ:
        return TipsCourierSettings.from_environment()
    return OfficersCourierSettings.from_environment()
