"""Who writes the roster: an operator's role, and the function that the range office asks.

Both seal officers' numbers, and open none.
"""

from aws_cdk import Duration
from aws_cdk.aws_iam import AccountRootPrincipal
from constructs import Construct

from infra.function import HouseFunction, police_range
from infra.house import House
from infra.role import DELETE, PUT, SCAN, UPDATE, OwnRole


class Roster(HouseFunction):
    """`operator` is the role of `make roster`, which strikes off as well."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="roster",
            memory_mb=512,
            timeout_seconds=60,
            layers=[house.layers.range],
            environment={
                **police_range(),
                "OFFICERS_TABLE": house.stores.officers.table_name,
                "OFFICERS_MAC_KEY": house.officers.mac.key_id,
                "OFFICERS_ADDRESS_KEY": house.officers.address.key_id,
            },
        )
        self.operator = OwnRole(
            self,
            "OperatorRole",
            assumed_by=AccountRootPrincipal(),
            max_session_duration=Duration.hours(1),
            description="Writes the roster of officers",
        )
        self.role.may(SCAN, PUT, UPDATE, on=house.stores.officers.table_arn)
        self.operator.may(SCAN, PUT, DELETE, on=house.stores.officers.table_arn)
        for role in (self.role, self.operator):
            house.content.serve(role, through=["dynamodb"])
