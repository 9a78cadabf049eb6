"""The dashboard: its function, the address where officers find it, and the pool that knows them."""

from aws_cdk import Duration
from aws_cdk.aws_apigatewayv2 import HttpApi, HttpMethod
from aws_cdk.aws_apigatewayv2_integrations import HttpLambdaIntegration
from constructs import Construct

from infra.function import HouseFunction, police_range
from infra.house import House
from infra.http_stage import only_stage
from infra.nag import acknowledge
from infra.reports import Reports
from infra.role import GET, PUT, QUERY
from infra.roster import Roster
from infra.user_pool import OfficersPool

OWN_SIGN_IN = (
    "The function signs in and verifies each session: a page without script sends no header."
)


class Dashboard(HouseFunction):
    """An API of its own: other limits than the door's, and a host that keeps no other cookies."""

    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        house: House,
        reports: Reports,
        roster: Roster,
    ) -> None:
        api = HttpApi(scope, f"{construct_id}Api", create_default_stage=False)
        self.url = api.api_endpoint
        self.pool = OfficersPool(scope, f"{construct_id}Pool", house=house, dashboard_url=self.url)
        stores = house.stores
        super().__init__(
            scope,
            construct_id,
            house=house,
            capability="dashboard",
            memory_mb=1024,
            timeout_seconds=29,
            layers=[house.layers.dashboard, house.layers.range],
            environment={
                **police_range(),
                "WORKGROUP": house.catalogue.workgroup.name,
                "DATABASE": house.catalogue.database_name,
                "CASES_TABLE": stores.cases.table_name,
                "HEADS_TABLE": stores.heads.table_name,
                "OFFICERS_TABLE": stores.officers.table_name,
                "EVIDENCE_BUCKET": house.evidence.bucket.bucket_name,
                "LAKE_BUCKET": house.lake.bucket.bucket_name,
                "REPORTS_FUNCTION": reports.function.function_name,
                "ROSTER_FUNCTION": roster.function.function_name,
                "POOL_URL": self.pool.url,
                "ISSUER": self.pool.issuer,
                "CLIENT_ID": self.pool.client_id,
                "DASHBOARD_URL": self.url,
            },
        )
        house.catalogue.let_ask(self.role)
        house.lake.let_ask(self.role)
        house.lake.let_hand_out_reports(self.role)
        called = [one.function.function_arn for one in (reports, roster)]
        self.role.may("lambda:InvokeFunction", on=called)
        self.role.may(QUERY, PUT, on=stores.cases.table_arn)
        self.role.may(PUT, on=stores.heads.table_arn)
        self.role.may(GET, on=stores.officers.table_arn)
        self.role.may(QUERY, on=stores.officers_by_office)
        house.evidence.let_fetch_kept(self.role)
        house.content.serve(self.role, through=["dynamodb", "s3"])
        self._route(api)
        only_stage(api, house=house, api=api, requests_a_second=50, at_once=100)
        house.alarms.ring(
            self,
            "Pages",
            metric=api.metric_server_error(period=Duration.minutes(5)),
            at_least=3,
            means="Pages fail: Athena, the roster or the user pool does not answer.",
        )

    def _route(self, api: HttpApi) -> None:
        function = HttpLambdaIntegration("Function", self.function)
        both = [HttpMethod.GET, HttpMethod.POST]
        routes = api.add_routes(path="/{page+}", methods=both, integration=function)
        routes += api.add_routes(path="/", methods=[HttpMethod.GET], integration=function)
        for route in routes:
            acknowledge(route, "APIG4", reason=OWN_SIGN_IN)
