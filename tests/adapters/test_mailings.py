"""One row for each period and office, against DynamoDB as moto plays it; and a mail to SES."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import boto3
import pytest
from moto import mock_aws
from moto.sesv2.models import sesv2_backends

from satark.aws.dynamo_mailings import DynamoMailings
from satark.aws.ses import SesMailer

NOW = datetime(2026, 12, 1, 2, 30, tzinfo=UTC)
LONG_AGO = NOW - timedelta(minutes=20)
NAME = "2026-11 range:varanasi"


@pytest.fixture
def mailings(monkeypatch: pytest.MonkeyPatch) -> Iterator[DynamoMailings]:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "ap-south-1")
    with mock_aws():
        boto3.client("dynamodb").create_table(
            TableName="mailings",
            KeySchema=[{"AttributeName": "mailing", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "mailing", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
        yield DynamoMailings(boto3.client("dynamodb"), table="mailings")


def test_of_two_runs_one_is_told_to_send(mailings: DynamoMailings) -> None:
    assert mailings.begin(NAME, at=NOW, stale=LONG_AGO)
    assert not mailings.begin(NAME, at=NOW, stale=LONG_AGO)
    assert mailings.begin("2026-11 district:jaunpur", at=NOW, stale=LONG_AGO)


def test_what_was_sent_is_never_sent_again(mailings: DynamoMailings) -> None:
    mailings.begin(NAME, at=NOW, stale=LONG_AGO)
    mailings.sent(NAME)
    later = NOW + timedelta(days=400)
    assert not mailings.begin(NAME, at=later, stale=later - timedelta(minutes=20))


def test_who_began_and_is_no_more_is_stood_in_for(mailings: DynamoMailings) -> None:
    mailings.begin(NAME, at=NOW, stale=LONG_AGO)
    later = NOW + timedelta(minutes=21)
    assert mailings.begin(NAME, at=later, stale=later - timedelta(minutes=20))
    assert not mailings.begin(NAME, at=later, stale=later - timedelta(minutes=20))


def test_what_could_not_be_sent_is_begun_anew(mailings: DynamoMailings) -> None:
    mailings.begin(NAME, at=NOW, stale=LONG_AGO)
    mailings.withdraw(NAME)
    assert mailings.begin(NAME, at=NOW, stale=LONG_AGO)


@pytest.mark.usefixtures("mailings")
def test_a_mail_goes_out_as_it_is() -> None:
    sesv2 = boto3.client("sesv2")
    sesv2.create_email_identity(EmailIdentity="reports@satark-mitra.example")
    message = (
        b"From: reports@satark-mitra.example\r\nTo: a@b.example\r\nSubject: x\r\n\r\nhello\r\n"
    )
    SesMailer(sesv2).send(message, sender="reports@satark-mitra.example", to=["a@b.example"])
    account, region = "123456789012", "ap-south-1"
    [sent] = sesv2_backends[account][region].core_backend.sent_messages
    # moto counts the addresses of the header beside those that it is told.
    assert (sent.source, set(sent.destinations)) == (
        "reports@satark-mitra.example",
        {"a@b.example"},
    )
    assert "hello" in sent.raw_data
