"""The whole system on this machine, set up as docs/deploy.md sets up a real one."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from local.cloud.assembly import Assembly, load_assembly
from local.cloud.deploy import Deployment, deploy
from local.cloud.embedded import EmbeddedCloud
from local.cloud.process import ROOT
from local.commands import run_module
from local.meta import Meta
from satark.police_range.build import build
from satark.police_range.model import PoliceRange

type Progress = Callable[[str], None]

STAGE = "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """`range_name` is a folder under ranges/; `state` keeps logs and what functions write.

    `pool_url` is where somebody plays the user pool for the dashboard's function; empty: nobody.
    """

    meta: Meta
    range_name: str
    state: Path
    roster: Path
    record: bool = False
    schedules: bool = True
    pool_url: str = ""


@dataclass(frozen=True, slots=True)
class System:
    cloud: EmbeddedCloud
    deployment: Deployment
    police_range: PoliceRange

    @property
    def webhook_url(self) -> str:
        return self.cloud.reachable(self.deployment.outputs["WebhookUrl"])


def example_roster(range_name: str) -> Path:
    return ROOT / "ranges" / range_name / "officers.example.csv"


def synthesise(setup: Setup, out: Path) -> Assembly:
    """Run the CDK app for this machine. Raises RuntimeError that says what is wrong."""
    context = {
        "stage": STAGE,
        "range_folder": f"ranges/{setup.range_name}",
        "tips_phone_number_id": setup.meta.tips.phone_number_id,
        "officers_phone_number_id": setup.meta.officers.phone_number_id,
    }
    options = [word for key, value in context.items() for word in ("-c", f"{key}={value}")]
    run_module("infra.app", *options, "-o", str(out))
    return load_assembly(out)


@contextmanager
def running(
    assembly: Assembly, setup: Setup, *, progress: Progress = lambda _: None
) -> Iterator[System]:
    """The system, ready for Meta's first webhook, until the block ends."""
    police_range = build(ROOT / "ranges" / setup.range_name)
    with EmbeddedCloud(state=setup.state, record=setup.record, schedules=setup.schedules) as cloud:
        progress("The embedded cloud runs; creating the stack")
        variables = {"GRAPH_API_URL": setup.meta.graph_api_url}
        if setup.pool_url:
            variables |= {"POOL_URL": setup.pool_url, "ISSUER": setup.pool_url}
        deployment = deploy(cloud, assembly, variables=variables)
        progress(f"{len(deployment.resources)} resources stand; setting secrets and the roster")
        _set_secrets(cloud, deployment.outputs, setup.meta)
        _verify_sender(cloud)
        cloud.warm(deployment.of_type("AWS::Lambda::Function").values())
        _import_roster(cloud, setup)
        yield System(cloud, deployment, police_range)


def _set_secrets(cloud: EmbeddedCloud, outputs: Mapping[str, str], meta: Meta) -> None:
    door = {"app_secret": meta.settings.app_secret, "verify_token": meta.settings.verify_token}
    values = {
        "DoorSecret": json.dumps(door),
        "TipsTokenSecret": meta.tips.token,
        "OfficersTokenSecret": meta.officers.token,
    }
    secrets = cloud.client("secretsmanager")
    for output, value in values.items():
        secrets.put_secret_value(SecretId=outputs[output], SecretString=value)


def _verify_sender(cloud: EmbeddedCloud) -> None:
    """As an operator has SES do before the first report: docs/deploy.md."""
    context = json.loads((ROOT / "cdk.json").read_text("utf-8"))["context"]
    sender = context["stages"][STAGE]["report_sender"]
    cloud.client("sesv2").create_email_identity(EmailIdentity=sender)


def _import_roster(cloud: EmbeddedCloud, setup: Setup) -> None:
    """By the operator's own command."""
    options = ("--stage", STAGE, "--range", setup.range_name, str(setup.roster))
    run_module("operations.roster", *options, environment=cloud.owner)
