"""Optional: the lake as a data set of QuickSight, for the group that the stage names.

The group may read the data set and not the source behind it, so nobody there writes SQL of their
own. https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html
"""

from typing import Final

from aws_cdk import Aws, Stack
from aws_cdk.aws_iam import ServicePrincipal
from aws_cdk.aws_quicksight import CfnDataSet, CfnDataSource
from constructs import Construct

from infra.bundle import ROOT
from infra.house import House
from infra.role import OwnRole

SQL: Final = ROOT / "infra" / "quicksight.sql"
VIEWS: Final = ("arrivals", "tips")
"""Of the catalogue: what the SQL reads, and what that is made of."""
COLUMNS: Final = {
    "filed_on": "DATETIME",
    **dict.fromkeys(("district", "thana", "category", "level"), "STRING"),
    **dict.fromkeys(("photos", "videos", "audios", "documents"), "INTEGER"),
    **dict.fromkeys(("accepted_after", "reported_after"), "INTEGER"),
    **dict.fromkeys(("accepted_in_time", "reported_in_time", "open"), "BOOLEAN"),
    "outcome": "STRING",
}
"""Of the SQL, in its order. Times are in seconds from the filing."""
READ: Final = [
    "quicksight:DescribeDataSet",
    "quicksight:DescribeDataSetPermissions",
    "quicksight:PassDataSet",
    "quicksight:DescribeIngestion",
    "quicksight:ListIngestions",
]
"""What QuickSight calls the rights of a data set's user."""


class QuickSight(Construct):
    """`role` is that in which QuickSight asks Athena, and it can do nothing else."""

    def __init__(self, scope: Construct, construct_id: str, *, house: House) -> None:
        super().__init__(scope, construct_id)
        self._name = f"satark-mitra-{house.stage.name}"
        ours = {"StringEquals": {"aws:SourceAccount": Stack.of(self).account}}
        asks = ServicePrincipal("quicksight.amazonaws.com", conditions=ours)
        self.role = OwnRole(self, "Role", assumed_by=asks)
        house.catalogue.let_ask(self.role, views=VIEWS)
        house.lake.let_ask(self.role)
        self._data_set(self._source(house), readers=house.stage.quicksight_readers)

    def _source(self, house: House) -> CfnDataSource:
        source = CfnDataSource(
            self,
            "Source",
            aws_account_id=Aws.ACCOUNT_ID,
            data_source_id=self._name,
            name=self._name,
            type="ATHENA",
            data_source_parameters={
                "athenaParameters": {
                    "workGroup": house.catalogue.workgroup.name,
                    "roleArn": self.role.role_arn,
                }
            },
        )
        source.node.add_dependency(self.role, house.catalogue)
        return source

    def _data_set(self, source: CfnDataSource, *, readers: str) -> None:
        sql = {
            "dataSourceArn": source.attr_arn,
            "name": "tips",
            "sqlQuery": SQL.read_text("utf-8").strip(),
            "columns": [{"name": name, "type": kind} for name, kind in COLUMNS.items()],
        }
        CfnDataSet(
            self,
            "Tips",
            aws_account_id=Aws.ACCOUNT_ID,
            data_set_id=f"{self._name}-tips",
            name=f"{self._name}: tips",
            import_mode="DIRECT_QUERY",
            physical_table_map={"tips": {"customSql": sql}},
            permissions=[{"principal": readers, "actions": READ}],
        )
