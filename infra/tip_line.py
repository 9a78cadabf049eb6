"""The stack: a table of contents, and who holds the keys to an identity."""

from typing import Any

from aws_cdk import CfnOutput, Stack
from constructs import Construct

from infra.alarms import Alarms
from infra.api import Api
from infra.bundle import ROOT
from infra.catalogue import Catalogue
from infra.compaction import Compaction
from infra.courier import OfficersCourier, TipsCourier
from infra.credentials import Credentials
from infra.dashboard import Dashboard
from infra.deadlines import Deadlines
from infra.dispatch import Dispatch
from infra.epoch import Epoch
from infra.evidence import Evidence
from infra.flow import Flow
from infra.function import COURIER_TIMEOUT_SECONDS, MEDIA_TIMEOUT_SECONDS
from infra.house import House
from infra.key_administrator import KeyAdministrator
from infra.keys import ContentKey, IdentityKeys
from infra.labels import Labels
from infra.lake import Lake
from infra.lake_stores import LakeStores
from infra.layers import Layers
from infra.officer_reply import OfficerReply
from infra.opening import Opening
from infra.outputs import of_dashboard, of_epochs, of_lake, of_opening, of_road
from infra.protected_key import ProtectedKey
from infra.queues import Line
from infra.quicksight import QuickSight
from infra.reports import Reports
from infra.retention import Retention
from infra.roster import Roster
from infra.stage import Stage
from infra.stores import Stores
from infra.webhook import Webhook


class TipLine(Stack):
    def __init__(self, scope: Construct, construct_id: str, *, stage: Stage, **rest: Any) -> None:  # noqa: ANN401 -- Stack's own
        super().__init__(scope, construct_id, **rest)
        house = self._house(stage)
        webhook = Webhook(self, "Webhook", house=house)
        flow = Flow(self, "Flow", house=house)
        dispatch = Dispatch(self, "Dispatch", house=house)
        officer_reply = OfficerReply(self, "OfficerReply", house=house)
        deadlines = Deadlines(self, "Deadlines", house=house)
        labels = Labels(self, "Labels", house=house)
        tips_courier = TipsCourier(self, "TipsCourier", house=house)
        officers_courier = OfficersCourier(self, "OfficersCourier", house=house)
        lake = Lake(self, "Lake", house=house)
        compaction = Compaction(self, "Compaction", house=house)
        opening = Opening(self, "Opening", house=house)
        reports = Reports(self, "Reports", house=house)
        roster = Roster(self, "Roster", house=house)
        dashboard = Dashboard(self, "Dashboard", house=house, reports=reports, roster=roster)
        epoch = Epoch(self, "Epoch", house=house, courier_logs=tips_courier.logs)
        api = Api(self, "Api", house=house, webhook=webhook.function)

        couriers = [tips_courier.role, officers_courier.role]
        everyone = [webhook.role, flow.role, dispatch.role, officer_reply.role, *couriers]
        everyone += [deadlines.role, deadlines.schedule.role, labels.role]
        everyone += [reports.role, reports.schedule.role]
        everyone += [lake.role, compaction.role, compaction.schedule.role]
        everyone += [opening.role, opening.desk, dashboard.role]
        everyone += [roster.role, roster.operator, epoch.role, house.key_administrator.role]
        if stage.quicksight_readers:
            everyone.append(QuickSight(self, "QuickSight", house=house).role)
        house.tips.hand_out(to_seal=[webhook.role], to_open=tips_courier.role, among=everyone)
        house.officers.hand_out(
            to_seal=[webhook.role, roster.role, roster.operator],
            to_open=officers_courier.role,
            among=everyone,
        )
        house.protected.hand_out(
            to_store=[flow.role, officer_reply.role], to_open=opening.role, among=everyone
        )
        outputs = {
            **of_road(house, webhook_url=api.webhook_url, roster=roster, dispatch=dispatch),
            **of_opening(opening),
            **of_dashboard(dashboard),
            **of_lake(house, lake=lake, compaction=compaction),
            **of_epochs(house, epoch, courier_logs=tips_courier.logs.log_group_name),
            "ReportsFunction": reports.function.function_name,
        }
        for name, value in outputs.items():
            CfnOutput(self, name, value=value)

    def _house(self, stage: Stage) -> House:
        removal = stage.removal_policy
        retention = Retention.of_range(ROOT / stage.range_folder)
        content = ContentKey(self, "Content", removal_policy=removal)
        alarms = Alarms(self, "Alarms", email=stage.alarm_email)
        administrator = KeyAdministrator(self, "KeyAdministrator")
        protected = ProtectedKey(
            self, "Protected", administrator=administrator, removal_policy=removal
        )
        lake = LakeStores(self, "LakeStores", retention=retention, removal_policy=removal)

        def line(construct_id: str) -> Line:
            return Line(
                self,
                construct_id,
                key=content.key,
                alarms=alarms,
                reader_timeout_seconds=MEDIA_TIMEOUT_SECONDS,
                attempts=10,
            )

        def outbox(construct_id: str) -> Line:
            return Line(
                self,
                construct_id,
                key=content.key,
                alarms=alarms,
                reader_timeout_seconds=COURIER_TIMEOUT_SECONDS,
                # A courier's pauses grow to ten minutes: an outage of Meta may last for hours.
                attempts=30,
            )

        return House(
            stage=stage,
            retention=retention,
            alarms=alarms,
            layers=Layers(self, "Layers", stage=stage),
            key_administrator=administrator,
            tips=IdentityKeys(
                self,
                "Tips",
                administrator=administrator,
                removal_policy=removal,
                epochs=stage.address_epochs,
            ),
            officers=IdentityKeys(
                self, "Officers", administrator=administrator, removal_policy=removal
            ),
            protected=protected,
            content=content,
            credentials=Credentials(self, "Credentials", removal_policy=removal),
            stores=Stores(self, "Stores", key=content.key, removal_policy=removal),
            evidence=Evidence(
                self,
                "Evidence",
                key=content.key,
                protected=protected.key,
                retention=retention,
                removal_policy=removal,
            ),
            lake=lake,
            catalogue=Catalogue(self, "Catalogue", stage=stage, lake=lake),
            tips_line=line("TipsLine"),
            officers_line=line("OfficersLine"),
            tipster_outbox=outbox("TipsterOutbox"),
            officer_outbox=outbox("OfficerOutbox"),
            labels_line=line("LabelsLine"),
        )
