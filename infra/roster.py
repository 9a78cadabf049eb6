"""The role in which an operator writes the roster: it seals officers' numbers and opens none."""

from aws_cdk import Duration
from aws_cdk.aws_iam import AccountRootPrincipal
from constructs import Construct

from infra.house import House
from infra.role import DELETE, PUT, SCAN, UPDATE, OwnRole


class Roster(Construct):
    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        super().__init__(scope, construct_id)
        self.role = OwnRole(
            self,
            "Role",
            assumed_by=AccountRootPrincipal(),
            max_session_duration=Duration.hours(1),
            description="Writes the roster of officers",
        )
        self.role.may(SCAN, PUT, UPDATE, DELETE, on=house.stores.officers.table_arn)
        house.content.serve(self.role, through=["dynamodb"])
