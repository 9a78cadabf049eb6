"""What must be asked of Satark Mitra's template: each power over an identity or a tip, by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from proof.powers import (
    CALLS_A_FUNCTION,
    MAKES_MACS,
    OPENS,
    READS_A_BUCKET,
    READS_A_SECRET,
    READS_A_TABLE,
    RECEIVES,
    SEALS,
    SEALS_ANEW,
    SENDS,
    WALKS_A_TABLE,
    WRITES_A_BUCKET,
    WRITES_A_TABLE,
)
from proof.reach import Holder, Reach

type Answers = Mapping[str, frozenset[Holder]]


@dataclass(frozen=True, slots=True)
class Question:
    """`of` is a resource, or a key of which there is one for each month: `TipsAddressKey202612`."""

    actions: tuple[str, ...]
    of: str


MAKE_TIPSTERS_PSEUDONYM = "make a tipster's pseudonym"
SEAL_TIPSTERS_ADDRESS = "seal a tipster's address"
SEAL_TIPSTERS_ADDRESS_ANEW = "seal a tipster's address anew"
OPEN_TIPSTERS_ADDRESS = "open a tipster's address"
MAKE_OFFICERS_PSEUDONYM = "make an officer's pseudonym"
OPEN_OFFICERS_ADDRESS = "open an officer's address"
READ_PEPPER = "read the pepper"
READ_MESSAGE_REF = "read the message-ref key"
READ_VAULT = "read the vault"
READ_SESSIONS = "read the sessions"
READ_BLOCKS = "read the blocks"
READ_RECEIPTS = "read the receipts"
READ_CASES = "read the cases"
WRITE_VAULT = "write to the vault"
WRITE_SESSIONS = "write to the sessions"
WRITE_CASES = "write to the cases"
OPEN_PROTECTED_FILES = "decrypt protected files"
WRITE_SEAL = "write a seal"
ASK_OFFICERS_COURIER = "ask the officers courier"
CALL_OPENING = "call the opening"
CALL_TIPS_COURIER = "call the tips courier"
CALL_OFFICERS_COURIER = "call the officers courier"

QUESTIONS = {
    MAKE_TIPSTERS_PSEUDONYM: Question(MAKES_MACS, "TipsMacKey"),
    SEAL_TIPSTERS_ADDRESS: Question(SEALS, "TipsAddressKey"),
    SEAL_TIPSTERS_ADDRESS_ANEW: Question(SEALS_ANEW, "TipsAddressKey"),
    OPEN_TIPSTERS_ADDRESS: Question(OPENS, "TipsAddressKey"),
    MAKE_OFFICERS_PSEUDONYM: Question(MAKES_MACS, "OfficersMacKey"),
    "seal an officer's address": Question(SEALS, "OfficersAddressKey"),
    OPEN_OFFICERS_ADDRESS: Question(OPENS, "OfficersAddressKey"),
    "use the content key": Question(OPENS, "ContentKey"),
    READ_PEPPER: Question(READS_A_SECRET, "CredentialsPepper"),
    READ_MESSAGE_REF: Question(READS_A_SECRET, "CredentialsMessageRef"),
    "read the app's secret": Question(READS_A_SECRET, "CredentialsDoor"),
    "read the tips number's token": Question(READS_A_SECRET, "CredentialsTipsToken"),
    "read the officers number's token": Question(READS_A_SECRET, "CredentialsOfficersToken"),
    READ_VAULT: Question(READS_A_TABLE, "StoresVault"),
    WRITE_VAULT: Question(WRITES_A_TABLE, "StoresVault"),
    "walk through the vault": Question(WALKS_A_TABLE, "StoresVault"),
    READ_SESSIONS: Question(READS_A_TABLE, "StoresSessions"),
    WRITE_SESSIONS: Question(WRITES_A_TABLE, "StoresSessions"),
    "walk through the sessions": Question(WALKS_A_TABLE, "StoresSessions"),
    READ_BLOCKS: Question(READS_A_TABLE, "StoresBlocks"),
    "write to the blocks": Question(WRITES_A_TABLE, "StoresBlocks"),
    READ_RECEIPTS: Question(READS_A_TABLE, "StoresReceipts"),
    READ_CASES: Question(READS_A_TABLE, "StoresCases"),
    WRITE_CASES: Question(WRITES_A_TABLE, "StoresCases"),
    "read the cases' heads": Question(READS_A_TABLE, "StoresHeads"),
    "read the officers' desks": Question(READS_A_TABLE, "StoresDesks"),
    "read the officers": Question(READS_A_TABLE, "StoresOfficers"),
    "read the tips courier's deliveries": Question(READS_A_TABLE, "StoresTipDeliveries"),
    "read the officers courier's deliveries": Question(READS_A_TABLE, "StoresOfficerDeliveries"),
    "read the files of drafts": Question(READS_A_BUCKET, "EvidenceBucket/draft/*"),
    "read the evidence": Question(READS_A_BUCKET, "EvidenceBucket/kept/*"),
    "read the protected files": Question(READS_A_BUCKET, "EvidenceBucket/protected/*"),
    "read the quarantined files": Question(READS_A_BUCKET, "EvidenceBucket/quarantine/*"),
    OPEN_PROTECTED_FILES: Question(OPENS, "ProtectedKey"),
    "read the mailings": Question(READS_A_TABLE, "StoresMailings"),
    "read the lake": Question(READS_A_BUCKET, "LakeStoresBucket"),
    "write to the lake": Question(WRITES_A_BUCKET, "LakeStoresBucket"),
    "use the lake's key": Question(OPENS, "LakeStoresContentKey"),
    "read the seals": Question(READS_A_BUCKET, "LakeStoresSealsBucket"),
    WRITE_SEAL: Question(WRITES_A_BUCKET, "LakeStoresSealsBucket"),
    CALL_TIPS_COURIER: Question(CALLS_A_FUNCTION, "TipsCourierFunction"),
    CALL_OFFICERS_COURIER: Question(CALLS_A_FUNCTION, "OfficersCourierFunction"),
    "call the webhook": Question(CALLS_A_FUNCTION, "WebhookFunction"),
    "call the flow": Question(CALLS_A_FUNCTION, "FlowFunction"),
    "call dispatch": Question(CALLS_A_FUNCTION, "DispatchFunction"),
    "call the officers' dialogue": Question(CALLS_A_FUNCTION, "OfficerReplyFunction"),
    "call labels": Question(CALLS_A_FUNCTION, "LabelsFunction"),
    CALL_OPENING: Question(CALLS_A_FUNCTION, "OpeningFunction"),
    "call deadlines": Question(CALLS_A_FUNCTION, "DeadlinesFunction"),
    "call the dashboard": Question(CALLS_A_FUNCTION, "DashboardFunction"),
    "call the roster": Question(CALLS_A_FUNCTION, "RosterFunction"),
    "call the reports": Question(CALLS_A_FUNCTION, "ReportsFunction"),
    "call the lake": Question(CALLS_A_FUNCTION, "LakeFunction"),
    "call the compaction": Question(CALLS_A_FUNCTION, "CompactionFunction"),
    "ask the tips courier": Question(SENDS, "TipsterOutboxQueue"),
    ASK_OFFICERS_COURIER: Question(SENDS, "OfficerOutboxQueue"),
    "put on the tips line": Question(SENDS, "TipsLineQueue"),
    "put on the officers line": Question(SENDS, "OfficersLineQueue"),
    "take from the tips line": Question(RECEIVES, "TipsLineQueue"),
    "take from the officers line": Question(RECEIVES, "OfficersLineQueue"),
    "take from the tipster outbox": Question(RECEIVES, "TipsterOutboxQueue"),
    "take from the officer outbox": Question(RECEIVES, "OfficerOutboxQueue"),
    "put on the labels' line": Question(SENDS, "LabelsLineQueue"),
    "take from the labels' line": Question(RECEIVES, "LabelsLineQueue"),
    "take the tips line's dead letters": Question(RECEIVES, "TipsLineDeadLetters"),
    "take the labels' line's dead letters": Question(RECEIVES, "LabelsLineDeadLetters"),
    "take the officers line's dead letters": Question(RECEIVES, "OfficersLineDeadLetters"),
    "take the tipster outbox's dead letters": Question(RECEIVES, "TipsterOutboxDeadLetters"),
    "take the officer outbox's dead letters": Question(RECEIVES, "OfficerOutboxDeadLetters"),
    "take dispatch's failures": Question(RECEIVES, "DispatchFailures"),
    "take the lake's failures": Question(RECEIVES, "LakeFailures"),
    "publish an alarm": Question(("sns:Publish",), "AlarmsTopic"),
}


def answers(reach: Reach) -> Answers:
    return {
        name: frozenset(
            holder for one in reach.named(asked.of) for holder in reach.who_can(asked.actions, one)
        )
        for name, asked in QUESTIONS.items()
    }
