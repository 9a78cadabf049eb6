"""What each function is told by its environment: one frozen model each, and its only reader.

A field's name in capitals is the variable's name; `infra` sets exactly these. Names of tables,
buckets, keys and queues are given, never the values of secrets: `…_secret` is the id of one.
"""

import os
from typing import Self

from pydantic import BaseModel, ConfigDict


class Settings(BaseModel):
    model_config = ConfigDict(frozen=True)

    @classmethod
    def from_environment(cls) -> Self:
        """Raises pydantic.ValidationError, which names every missing variable at once."""
        return cls.model_validate({name.lower(): value for name, value in os.environ.items()})


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


class GraphSettings(Settings):
    """The Graph API as one WhatsApp number's functions speak to it."""

    graph_api_url: str
    graph_api_version: str
    phone_number_id: str
    token_secret: str


class FlowSettings(GraphSettings):
    range_file: str
    pepper_secret: str
    sessions_table: str
    receipts_table: str
    cases_table: str
    vault_table: str
    evidence_bucket: str
    tipster_outbox: str


class DispatchSettings(Settings):
    range_file: str
    cases_table: str
    officers_table: str
    tipster_outbox: str
    officer_outbox: str


class OfficerReplySettings(GraphSettings):
    range_file: str
    cases_table: str
    officers_table: str
    deliveries_table: str
    evidence_bucket: str
    officer_outbox: str


class CourierSettings(GraphSettings):
    message_ref_secret: str
    address_key: str
    deliveries_table: str
    outbox: str


class TipsCourierSettings(CourierSettings):
    vault_table: str


class OfficersCourierSettings(CourierSettings):
    officers_table: str
    evidence_bucket: str
