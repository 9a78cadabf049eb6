"""What the stack tells its operator: docs/deploy.md and docs/keys.md use each."""

from infra.compaction import Compaction
from infra.dashboard import Dashboard
from infra.dispatch import Dispatch
from infra.epoch import Epoch
from infra.house import House
from infra.lake import Lake
from infra.opening import Opening
from infra.roster import Roster

type Outputs = dict[str, str]


def of_road(house: House, *, webhook_url: str, roster: Roster, dispatch: Dispatch) -> Outputs:
    return {
        "WebhookUrl": webhook_url,
        "DoorSecret": house.credentials.door.secret_arn,
        "TipsTokenSecret": house.credentials.tips_token.secret_arn,
        "OfficersTokenSecret": house.credentials.officers_token.secret_arn,
        "RosterRole": roster.operator.role_arn,
        "KeyAdministratorRole": house.key_administrator.role.role_arn,
        "OfficersTable": house.stores.officers.table_name,
        "OfficersMacKey": house.officers.mac.key_id,
        "OfficersAddressKey": house.officers.address.key_id,
        "AlarmTopic": house.alarms.topic.topic_arn,
        "DispatchFunction": dispatch.function.function_name,
        "DispatchFailures": dispatch.failures.queue_url,
        "TipsLineDeadLetters": house.tips_line.dead_letters.queue_arn,
        "OfficersLineDeadLetters": house.officers_line.dead_letters.queue_arn,
        "TipsterOutboxDeadLetters": house.tipster_outbox.dead_letters.queue_arn,
        "LabelsLineDeadLetters": house.labels_line.dead_letters.queue_arn,
        "OfficerOutboxDeadLetters": house.officer_outbox.dead_letters.queue_arn,
    }


def of_opening(opening: Opening) -> Outputs:
    return {
        "OpeningDeskRole": opening.desk.role_arn,
        "OpeningFunction": opening.function.function_name,
    }


def of_dashboard(dashboard: Dashboard) -> Outputs:
    return {
        "DashboardUrl": dashboard.url,
        "DashboardUserPool": dashboard.pool.id,
        "DashboardClient": dashboard.pool.client_id,
    }


def of_lake(house: House, *, lake: Lake, compaction: Compaction) -> Outputs:
    return {
        "EvidenceBucket": house.evidence.bucket.bucket_name,
        "CasesTable": house.stores.cases.table_name,
        "HeadsTable": house.stores.heads.table_name,
        "SealsBucket": house.lake.seals.bucket_name,
        "LakeBucket": house.lake.bucket.bucket_name,
        "LakeDatabase": house.catalogue.database_name,
        "LakeWorkgroup": house.catalogue.workgroup.name,
        "LakeFunction": lake.function.function_name,
        "LakeFailures": lake.failures.queue_url,
        "CompactionFunction": compaction.function.function_name,
    }


def of_epochs(house: House, epoch: Epoch, *, courier_logs: str) -> Outputs:
    """What `make epoch` needs; the former key is there while one is."""
    outputs = {
        "EpochRole": epoch.role.role_arn,
        "TipsAddressKey": house.tips.address.key_id,
        "TipsAddressEpochs": " ".join(house.stage.address_epochs),
        "TipsQueues": epoch.queues,
        "TipsterOutboxUrl": house.tipster_outbox.url,
        "TipsCourierLogs": courier_logs,
    }
    for former in house.tips.former:
        outputs["TipsFormerAddressKey"] = former.key_id
    return outputs
