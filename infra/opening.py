"""Where two people's consent opens protected files: one function, which only an operator calls."""

from aws_cdk import Duration
from aws_cdk.aws_iam import AccountRootPrincipal
from constructs import Construct

from infra.function import HouseFunction, police_range
from infra.house import House
from infra.role import GET, PUT, QUERY, OwnRole


class Opening(HouseFunction):
    """`desk` is the role in which an operator calls it: it can do nothing else."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        stores = house.stores
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="opening",
            memory_mb=512,
            timeout_seconds=30,
            layers=[house.layers.range],
            environment={
                **police_range(),
                "CASES_TABLE": stores.cases.table_name,
                "HEADS_TABLE": stores.heads.table_name,
                "OFFICERS_TABLE": stores.officers.table_name,
                "EVIDENCE_BUCKET": house.evidence.bucket.bucket_name,
            },
        )
        self.role.may(QUERY, PUT, on=stores.cases.table_arn)
        self.role.may(PUT, on=stores.heads.table_arn)
        self.role.may(GET, on=stores.officers.table_arn)
        house.evidence.let_open_protected(self.role)
        house.content.serve(self.role, through=["dynamodb"])
        self.desk = OwnRole(
            self,
            "DeskRole",
            assumed_by=AccountRootPrincipal(),
            max_session_duration=Duration.hours(1),
            description="Asks for links to protected files that two officers agreed to open",
        )
        self.desk.may("lambda:InvokeFunction", on=self.function.function_arn)
