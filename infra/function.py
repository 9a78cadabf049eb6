"""The house function: every Lambda has its own role, its own log group and its own alarms."""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from aws_cdk import Duration, Size
from aws_cdk.aws_iam import ServicePrincipal
from aws_cdk.aws_lambda import EventSourceMapping, Function, ILayerVersion, Runtime
from aws_cdk.aws_secretsmanager import Secret
from constructs import Construct

from infra.alarms import Alarms
from infra.bundle import ROOT, Bundle, compile_python, copy_sources
from infra.house import House
from infra.logs import Logs
from infra.nag import acknowledge
from infra.queues import Line
from infra.role import OwnRole
from infra.stage import Stage

MEDIA_TIMEOUT_SECONDS = 120
"""Long enough to fetch, clean and keep a file of 100 MB."""
COURIER_TIMEOUT_SECONDS = 60
SILENT = {
    "PYTHONWARNINGS": "ignore",
    "POWERTOOLS_LOGGER_LOG_EVENT": "false",
    "POWERTOOLS_TRACER_CAPTURE_ERROR": "false",
    "POWERTOOLS_TRACER_CAPTURE_RESPONSE": "false",
}
"""Powertools' own defaults would trace what a function answers and why it failed; Python's would
print what a library warns of."""
PYTHON = "The whole house is written, compiled and tested for 3.13, which AWS supports to 2029."


class HouseFunction(Construct):
    def __init__(
        self,
        scope: Construct,
        construct_id: str,
        *,
        house: House,
        capability: str,
        memory_mb: int,
        timeout_seconds: int,
        environment: Mapping[str, str],
        layers: Sequence[ILayerVersion] = (),
        scratch_mb: int = 512,
    ) -> None:
        super().__init__(scope, construct_id)
        self.logs = Logs(self, "Logs", house=house)
        self.role = OwnRole(self, "Role", assumed_by=ServicePrincipal("lambda.amazonaws.com"))
        # The ARN of a log group already ends in ":*", all of its own streams.
        self.role.may("logs:CreateLogStream", "logs:PutLogEvents", on=self.logs.log_group_arn)
        self.function = Function(
            self,
            "Function",
            runtime=Runtime.PYTHON_3_13,
            architecture=house.layers.architecture,
            code=code_of(capability).code(),
            handler=f"functions.{capability}.handler.lambda_handler",
            layers=[house.layers.common, *layers],
            memory_size=memory_mb,
            timeout=Duration.seconds(timeout_seconds),
            ephemeral_storage_size=Size.mebibytes(scratch_mb),
            role=self.role,
            log_group=self.logs,
            environment={**environment, **SILENT},
        )
        acknowledge(self.function, "L1", reason=PYTHON)
        self._watch(house.alarms)

    def reads(self, line: Line, *, at_once: int | None = None) -> None:
        """Take messages off the line, at most `at_once` batches at the same time."""
        self.role.may(
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
            on=line.queue.queue_arn,
        )
        mapping = EventSourceMapping(
            self,
            "Line",
            target=self.function,
            event_source_arn=line.queue.queue_arn,
            batch_size=10,
            report_batch_item_failures=True,
            max_concurrency=at_once,
        )
        # Lambda refuses the mapping until the role may read the queue.
        mapping.node.add_dependency(self.role)

    def _watch(self, alarms: Alarms) -> None:
        period = Duration.minutes(5)
        alarms.ring(
            self,
            "Errors",
            metric=self.function.metric_errors(period=period),
            at_least=3,
            means="It fails again and again: read its log group.",
        )
        alarms.ring(
            self,
            "Throttles",
            metric=self.function.metric_throttles(period=period),
            at_least=1,
            means="The account's concurrency is used up: raise it.",
        )


def code_of(capability: str) -> Bundle:
    """The function's own folder under its import path, and nothing of the others."""
    root = ROOT / "functions" / "__init__.py"
    own = root.parent / capability

    def build(folder: Path) -> None:
        copy_sources(own, folder / "functions" / capability)
        shutil.copy(root, folder / "functions")
        compile_python(folder, imported_from="/var/task")

    return Bundle(sources=[own, root], variant=capability, build=build)


def graph(stage: Stage, phone_number_id: str, token: Secret) -> dict[str, str]:
    """The Graph API as one WhatsApp number's functions speak to it."""
    return {
        "GRAPH_API_URL": stage.graph_api_url,
        "GRAPH_API_VERSION": stage.graph_api_version,
        "PHONE_NUMBER_ID": phone_number_id,
        "TOKEN_SECRET": token.secret_arn,
    }


def police_range() -> dict[str, str]:
    return {"RANGE_FILE": "/opt/range/range.json"}
