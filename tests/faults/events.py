"""What each function is woken with, made by the functions before it where that can be."""

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from secrets import token_bytes
from typing import Any
from urllib.parse import urlencode

from moto.athena.models import QueryResults, athena_backends
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.sesv2.models import sesv2_backends

from functions.dashboard.sign_in.attempt import Attempt
from functions.dashboard.sign_in.cookies import ATTEMPT, SESSION
from satark import wire
from satark.aws import clients
from satark.aws.dynamo_cases import DynamoCaseStore, row_of
from satark.aws.dynamo_enlistment import DynamoEnlistment
from satark.aws.dynamo_heads import SHARDS, shard_of
from satark.aws.dynamo_sessions import DynamoSessionStore, FlowTables
from satark.aws.kms import KmsIdentityKeys
from satark.aws.sqs import SqsLabelsLine
from satark.case import (
    Case,
    CaseEvent,
    OfficerActed,
    OpeningAgreed,
    OpeningAsked,
    TipExtended,
    TipFiled,
)
from satark.deadline import standing
from satark.filing import SessionRecord
from satark.identity import Sender, SenderId
from satark.labels import ToLabel
from satark.message import (
    Ask,
    Block,
    Errand,
    Forget,
    LetGo,
    OutboundMessage,
    Rewrap,
    Say,
    Show,
    ToOfficer,
    ToSender,
    ToTipster,
)
from satark.roster import Officer
from satark.standing import Standing
from satark.tip import Evidence, Place
from tests.faults.marked import PIN, WORDS, Marked, posted
from tests.faults.outside import SIGNER
from tests.faults.rooms import Rooms
from tests.samples import TIP, filing, varanasi

_QUIET_MONTHS = count()

type Event = dict[str, Any]
type Prepare = Callable[[Rooms, Marked], Event]

TIPS, OFFICERS = "100000000000001", "100000000000002"
ENDS = 40


def everything_posted(_rooms: Rooms, person: Marked) -> Event:
    statuses = [person.status("failed"), person.status("sent"), person.status("of_tomorrow")]
    return posted(person, TIPS, *person.everything(), statuses=statuses)


def officer_posted(_rooms: Rooms, person: Marked) -> Event:
    return posted(person, OFFICERS, *person.everything(), statuses=[person.status("read")])


def handshake(_rooms: Rooms, person: Marked) -> Event:
    asked = {"hub.mode": "subscribe", "hub.challenge": "1", "hub.verify_token": person.number}
    return {"requestContext": {"http": {"method": "GET"}}, "queryStringParameters": asked}


def first_photo(rooms: Rooms, person: Marked) -> Event:
    return _admitted(rooms, posted(person, TIPS, person.photo()), "TipsLineQueue")


def stop(rooms: Rooms, person: Marked) -> Event:
    return _admitted(rooms, posted(person, TIPS, person.text("STOP")), "TipsLineQueue")


def last_answer(rooms: Rooms, person: Marked) -> Event:
    """The tap that files a tip, after all its questions."""
    return _last_answer(rooms, person, person.text("Hi"))


def last_answer_after_a_photo(rooms: Rooms, person: Marked) -> Event:
    return _last_answer(rooms, person, person.photo())


def _last_answer(rooms: Rooms, person: Marked, said: Event) -> Event:
    for _ in range(ENDS):
        event = _admitted(rooms, posted(person, TIPS, said), "TipsLineQueue")
        if said.get("interactive", {}).get("list_reply", {}).get("id") == "review=send":
            return event
        _taken(rooms, "TipsterOutboxQueue")
        assert not rooms.run("Flow", event).failed
        said = _answered(person, _taken(rooms, "TipsterOutboxQueue"))
    raise AssertionError("no end of questions")


def _answered(person: Marked, records: list[Event]) -> Event:
    asked = wire.outbound.load(records[-1]["body"])
    assert isinstance(asked, OutboundMessage)
    if not isinstance(asked.content, Ask):
        return person.text(WORDS)
    first = asked.content.options[0]
    match first.id.partition("=")[0]:
        case "category":
            return person.text(varanasi().text("hi", "category.liquor.name"))
        case "thana":
            first = asked.content.options[-1]
    return person.tap(first.id, first.title)


def filed_case(rooms: Rooms, person: Marked) -> Event:
    """The stream's record of a tip where an officer serves, the first of its subject."""
    enlist(rooms, person)
    dynamodb, table = clients.dynamodb(), rooms.house.names["StoresCases"]
    for row in dynamodb.scan(TableName=table)["Items"]:
        if "subject" in row:
            key = {"case_id": row["case_id"], "seq": row["seq"]}
            dynamodb.update_item(TableName=table, Key=key, UpdateExpression="REMOVE subject")
    return _streamed(rooms, *_case(rooms, person).events)


def case_acted_on(rooms: Rooms, person: Marked) -> Event:
    enlist(rooms, person)
    case = _case(rooms, person)
    acted = case.next("acted", datetime.now(UTC), OfficerActed(officer_id(person), "accepted"))
    _cases(rooms).append(acted, Standing("accepted"))
    return _streamed(rooms, acted)


def alone_late(rooms: Rooms, person: Marked) -> Event:
    """As below; what earlier runs could not deal with is not due any more."""
    dynamodb, table = clients.dynamodb(), rooms.house.names["StoresHeads"]
    for head in dynamodb.scan(TableName=table)["Items"]:
        if "due" in head:
            key = {"case_id": head["case_id"]}
            dynamodb.update_item(TableName=table, Key=key, UpdateExpression="REMOVE due")
    return late(rooms, person)


def file_to_label(rooms: Rooms, person: Marked) -> Event:
    """What dispatch asks for a photo that was sent to a filed tip, with words under it."""
    photo = Evidence("image", "kept", key=f"kept/{person.number[-3:]}", caption=WORDS)
    return asked_of_labels(rooms, with_file(rooms, person, photo))


def with_file(rooms: Rooms, person: Marked, item: Evidence) -> ToLabel:
    """A filed tip to which this file was sent."""
    case = _case(rooms, person)
    added = case.next("added", datetime.now(UTC), TipExtended(evidence=item))
    _cases(rooms).append(added, standing(case, varanasi()))
    return ToLabel(case.case_id, added.id)


def asked_of_labels(rooms: Rooms, asked: ToLabel) -> Event:
    queue = rooms.house.names["LabelsLineQueue"]
    _taken(rooms, "LabelsLineQueue")
    SqsLabelsLine(clients.sqs(), queue_url=queue).put([asked])
    return {"Records": _taken(rooms, "LabelsLineQueue")}


def late(rooms: Rooms, person: Marked) -> Event:
    """A tip that nobody has accepted in time, of the first shard. The clock brings no event."""
    last = person.number[-3:]
    ids = (f"{number}{last}" for number in range(50000, 60000))
    case_id = next(each for each in ids if shard_of(each) == SHARDS[0])
    _case(rooms, person, case_id=case_id, ago=timedelta(days=2))
    return {}


def a_night(rooms: Rooms, person: Marked) -> Event:
    """Of a day that was compacted before, so that what landed may go."""
    landed(rooms, person)
    assert not rooms.run("Compaction", {}).failed
    return {}


def landed(rooms: Rooms, person: Marked) -> Event:
    """One tip alone in the lake, and no night since. The clock brings no event."""
    _emptied(rooms.house.names["LakeStoresBucket"])
    assert not rooms.run("Lake", filed_case(rooms, person)).failed
    return {}


def filed_alone(rooms: Rooms, person: Marked) -> Event:
    """What the stream brings of a tip, to a lake that is empty."""
    _emptied(rooms.house.names["LakeStoresBucket"])
    return filed_case(rooms, person)


def _emptied(bucket: str) -> None:
    for found in clients.s3().list_objects_v2(Bucket=bucket).get("Contents", []):
        clients.s3().delete_object(Bucket=bucket, Key=found["Key"])


def officers_photo(rooms: Rooms, person: Marked) -> Event:
    """A photo of an officer who was told of one tip alone, so that it is a report on that one."""
    enlist(rooms, person)
    case = _case(rooms, person)
    told = OutboundMessage(
        f"told {case.case_id}",
        datetime.now(UTC),
        "g",
        ToOfficer(officer_id(person)),
        Say(WORDS),
        case_id=case.case_id,
    )
    rooms.run("OfficersCourier", _records(rooms, "OfficerOutboxQueue", told))
    return _admitted(rooms, posted(person, OFFICERS, person.photo()), "OfficersLineQueue")


def notices(rooms: Rooms, person: Marked) -> Event:
    """A text and a file to an officer; a word straight back to somebody who is none."""
    enlist(rooms, person)
    key = f"kept/{person.number[-3:]}x"
    clients.s3().put_object(Bucket=rooms.house.names["EvidenceBucket"], Key=key, Body=b"picture")
    to = ToOfficer(officer_id(person))
    contents = (Say(WORDS), Show(key, "image", "image/jpeg", WORDS))
    back = ToSender(_keys(rooms, "Officers").seal(SenderId(person.number)))
    return _records(
        rooms,
        "OfficerOutboxQueue",
        *(_outbound(person, n, to, content) for n, content in enumerate(contents)),
        _outbound(person, 9, back, Say(WORDS)),
    )


def replies(rooms: Rooms, person: Marked) -> Event:
    """A reply, news of a filed tip, a block and its end, a key's and a case's end, a STOP."""
    filed = filing(*_names(person))
    sealed = _keys(rooms, "Tips", "AddressKey202612").seal(SenderId(person.bsuid))
    former = _keys(rooms, "Tips", "AddressKey202611").seal(SenderId(person.bsuid))
    filed = replace(filed, address=former, opened_at=datetime.now(UTC))
    names = rooms.house.names
    tables = FlowTables(
        sessions=names["StoresSessions"],
        cases=names["StoresCases"],
        heads=names["StoresHeads"],
        vault=names["StoresVault"],
        receipts=names["StoresReceipts"],
    )
    session = SessionRecord("{}", 1, datetime.now(UTC))
    DynamoSessionStore(clients.dynamodb(), tables=tables).commit(person.number[-3:], session, filed)
    return _records(
        rooms,
        "TipsterOutboxQueue",
        _outbound(person, 1, ToSender(sealed), Say(WORDS)),
        _outbound(person, 2, ToTipster(filed.handle), Say(WORDS)),
        Block(f"block {person.number[-3:]}", filed.handle, datetime.now(UTC)),
        Block(f"lift {person.number[-3:]}", filed.handle, None),
        Rewrap(f"rewrap {person.number[-3:]}"),
        LetGo(f"let go {person.number[-3:]}", filed.handle, datetime.now(UTC)),
        Forget(f"forget {person.number[-3:]}", datetime.now(UTC), "the owner"),
    )


def files_to_open(rooms: Rooms, person: Marked) -> Event:
    """The call of an operator, for a tip on whose file two offices have agreed."""
    enlist(rooms, person)
    keys = _keys(rooms, "Officers")
    sp = Officer("sp", "प्रभारी", "SP", "district:ghazipur", "hi")
    DynamoEnlistment(clients.dynamodb(), table=rooms.house.names["StoresOfficers"]).enlist(
        sp, pseudonyms=["p-sp"], address=keys.seal(SenderId(person.number)), position=3
    )
    case = _case(rooms, person)
    photo = Evidence("image", "kept", key="protected/x", mime="image/jpeg", caption=WORDS)
    for what in (TipExtended(evidence=photo), OpeningAsked("sp"), OpeningAgreed("dig", "sp")):
        event = case.next(what.kind, datetime.now(UTC), what)
        _cases(rooms).append(event, Standing("received"))
        case = Case.of((*case.events, event))
    return {"case_id": case.case_id}


def an_officer_to_enlist(rooms: Rooms, person: Marked) -> Event:
    """A file of the range office with one officer in it, under a name that tells nothing."""
    enlist(rooms, person)
    cells = ("प्रभारी", "SHO", "thana:ghazipur/zamania", f"+{person.number}", person.bsuid, "hi")
    file = f"name,rank,office,number,bsuid,language\n{','.join(cells)}\n"
    content = base64.b64encode(file.encode()).decode()
    return {"do": "file", "by": "dig", "content": content, "take": 1}


def an_officer_to_suspend(rooms: Rooms, person: Marked) -> Event:
    enlist(rooms, person)
    return {"do": "suspend", "by": "dig", "officer": officer_id(person), "suspended": True}


def enlist(rooms: Rooms, person: Marked, at: datetime | None = None) -> None:
    keys = _keys(rooms, "Officers")
    sender = SenderId(person.number)
    named = Sender.of(keys.mac(sender), keys.seal(sender))
    officer = Officer(
        named.pseudonym,
        "प्रभारी",
        "SHO",
        "thana:ghazipur/zamania",
        "hi",
        seen_at=at or datetime.now(UTC),
    )
    enlistment = DynamoEnlistment(clients.dynamodb(), table=rooms.house.names["StoresOfficers"])
    for other in enlistment.officers():
        enlistment.strike(other)
    enlistment.enlist(officer, pseudonyms=[named.pseudonym], address=named.address, position=1)
    office = replace(officer, id="dig", rank="DIG", office="range:varanasi")
    enlistment.enlist(office, pseudonyms=["p-dig"], address=named.address, position=2)


def officer_id(person: Marked) -> str:
    enlistment = DynamoEnlistment(clients.dynamodb(), table="StoresOfficers")
    [sho] = [each.id for each in enlistment.officers().values() if each.rank == "SHO"]
    return sho


def _keys(rooms: Rooms, line: str, address_key: str = "AddressKey") -> KmsIdentityKeys:
    names = rooms.house.names
    mac, address = names[f"{line}MacKey"], names[f"{line}{address_key}"]
    return KmsIdentityKeys(clients.kms(), mac_key=mac, address_key=address)


def _cases(rooms: Rooms) -> DynamoCaseStore:
    names = rooms.house.names
    return DynamoCaseStore(
        clients.dynamodb(), cases=names["StoresCases"], heads=names["StoresHeads"]
    )


def _names(person: Marked) -> tuple[str, str, str]:
    """The case's, the handle, the receipt's."""
    last = person.number[-3:]
    return f"48291{last}", f"handle {last}", f"receipt {last}"


def _case(
    rooms: Rooms,
    person: Marked,
    *,
    case_id: str | None = None,
    ago: timedelta = timedelta(minutes=1),
) -> Case:
    named, handle, receipt = _names(person)
    filed = filing(case_id or named, handle, receipt).event
    place = Place(WORDS, *PIN)
    now = datetime.now(UTC) - ago
    tip = replace(TIP, statements=(WORDS,), place=place, filed_at=now)
    assert isinstance(filed.what, TipFiled)
    filed = replace(filed, at=now, what=replace(filed.what, tip=tip))
    case = Case.of([filed])
    _cases(rooms).append(filed, standing(case, varanasi()))
    return case


def _streamed(_rooms: Rooms, *events: Any) -> Event:
    return {
        "Records": [
            {
                "dynamodb": {
                    "SequenceNumber": str(event.seq),
                    "NewImage": _image(event),
                }
            }
            for event in events
        ]
    }


def _image(event: CaseEvent) -> Event:
    row = row_of(event, follows="")
    texts = ("case_id", "at", "kind", "event", "follows")
    return {name: {"S": getattr(row, name)} for name in texts} | {"seq": {"N": str(row.seq)}}


def _outbound(person: Marked, number: int, to: Any, content: Any) -> OutboundMessage:
    name = f"{person.number[-3:]}-{number}"
    return OutboundMessage(name, datetime.now(UTC), name, to, content)


def officer_signs_in(rooms: Rooms, _person: Marked) -> Event:
    """Back from the pool, with a code."""
    attempt = Attempt.begun("/hi/overview", token_bytes)
    rooms.outside.id_token = SIGNER.id_token({}, nonce=attempt.nonce, now=datetime.now(UTC))
    query = {"code": "a-code", "state": attempt.state}
    return _visit("/signed-in", cookie=f"{ATTEMPT}={attempt.written}", query=query)


def officer_looks(rooms: Rooms, person: Marked) -> Event:
    """At the list of cases, which is empty. They are in the roster, under a number of their own."""
    enlist(rooms, person)
    claims = {
        "cognito:groups": ["thana"],
        "custom:officer": officer_id(person),
        "name": "प्रभारी",
    }
    token = SIGNER.id_token(claims, nonce="n", now=datetime.now(UTC))
    answers = athena_backends[DEFAULT_ACCOUNT_ID]["ap-south-1"].query_results_queue
    answers[:] = [QueryResults([{"Data": [{"VarCharValue": "district"}]}], []) for _ in range(8)]
    return _visit("/hi/cases", cookie=f"{SESSION}={token}")


def range_office_adds(rooms: Rooms, person: Marked) -> Event:
    """By the form, with a number in it. No function is there to be called: moto has none."""
    enlist(rooms, person)
    claims = {"cognito:groups": ["range_office"], "custom:officer": "dig", "name": "प्रभारी"}
    token = SIGNER.id_token(claims, nonce="n", now=datetime.now(UTC))
    form = {"name": "प्रभारी", "rank": "SHO", "number": f"+{person.number}"}
    posted = _visit("/hi/settings/add", cookie=f"{SESSION}={token}")
    posted["requestContext"]["http"]["method"] = "POST"
    return posted | {"body": urlencode(form), "headers": {"sec-fetch-site": "same-origin"}}


def _visit(path: str, *, cookie: str, query: dict[str, str] | None = None) -> Event:
    return {
        "version": "2.0",
        "rawPath": path,
        "rawQueryString": urlencode(query or {}),
        "cookies": [cookie],
        "headers": {},
        "queryStringParameters": query or {},
        "requestContext": {
            "http": {"method": "GET", "path": path},
            "stage": "$default",
            "requestId": "a-request",
            "timeEpoch": int(datetime.now(UTC).timestamp() * 1000),
        },
    }


def a_quiet_month(rooms: Rooms, _person: Marked) -> Event:
    """One that was never reported on."""
    athena_answers_nothing()
    sender = rooms.house.environment("Reports")["SENDER"]
    if sender not in mailed().email_identities:
        clients.sesv2().create_email_identity(EmailIdentity=sender)
    year, month = divmod(next(_QUIET_MONTHS), 12)
    return {"period": f"{2030 + year}-{month + 1:02}", "office": "district:chandauli"}


def athena_answers_nothing() -> None:
    """To each of the next questions no row."""
    answer = {"Data": [{"VarCharValue": "district"}]}
    athena_backends[DEFAULT_ACCOUNT_ID]["ap-south-1"].query_results_queue[:] = [
        QueryResults([answer], []) for _ in range(8)
    ]


def mailed() -> Any:
    """SES as moto plays it."""
    return sesv2_backends[DEFAULT_ACCOUNT_ID]["ap-south-1"].core_backend


def _records(rooms: Rooms, queue: str, *messages: OutboundMessage | Errand) -> Event:
    """In groups of their own, so that one failure holds back nothing else."""
    _taken(rooms, queue)
    for message in messages:
        clients.sqs().send_message(
            QueueUrl=rooms.house.names[queue],
            MessageBody=wire.outbound.dump(message),
            MessageGroupId=message.id,
            MessageDeduplicationId=message.id,
        )
    return {"Records": _taken(rooms, queue)}


def _admitted(rooms: Rooms, event: Event, queue: str) -> Event:
    """Through the door, which must let it in, and off the line."""
    _taken(rooms, queue)
    assert not rooms.run("Webhook", event).failed
    return {"Records": _taken(rooms, queue)}


def _taken(rooms: Rooms, queue: str) -> list[Event]:
    return list(drained(rooms.house.names[queue]))


def drained(url: str) -> Iterator[Event]:
    """What SQS has for a reader, as Lambda hands it on. It is gone from the queue then."""
    sqs = clients.sqs()
    asked: Any = {"QueueUrl": url, "MaxNumberOfMessages": 10, "AttributeNames": ["All"]}
    while got := sqs.receive_message(**asked).get("Messages", []):
        for one in got:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=one["ReceiptHandle"])
            yield {
                "messageId": one["MessageId"],
                "receiptHandle": one["ReceiptHandle"],
                "body": one["Body"],
                "attributes": one["Attributes"],
            }
