"""`python -m infra.app -c stage=local` writes cdk.out; so does `cdk synth`, which calls this."""

import json
import os
from argparse import ArgumentParser
from collections.abc import Mapping
from pathlib import Path

from aws_cdk import App, Environment, RemovalPolicy, Validations
from cdk_nag import AwsSolutionsChecks

from infra.bundle import ROOT
from infra.stage import Stage, StageError
from infra.tip_line import TipLine


def app(*, context: Mapping[str, object], outdir: Path) -> App:
    """The whole app, not yet synthesised. `context` adds to that of cdk.json, and wins."""
    written = json.loads((ROOT / "cdk.json").read_text())["context"]
    root = App(context={**written, **context}, outdir=str(outdir), analytics_reporting=False)
    stage = Stage.from_context(root.node.try_get_context)
    TipLine(
        root,
        "TipLine",
        stage=stage,
        stack_name=f"satark-mitra-{stage.name}",
        env=Environment(account=stage.account or None, region=stage.region),
        termination_protection=stage.removal_policy is RemovalPolicy.RETAIN,
    )
    Validations.of(root).add_plugins(AwsSolutionsChecks(root))
    return root


def main() -> None:
    arguments = ArgumentParser(prog="infra.app", description=__doc__)
    arguments.add_argument("-c", "--context", action="append", default=[], metavar="KEY=VALUE")
    arguments.add_argument("-o", "--output", type=Path, default=ROOT / "cdk.out")
    given = arguments.parse_args()
    context = dict(pair.split("=", maxsplit=1) for pair in given.context)
    outdir = Path(os.environ.get("CDK_OUTDIR", given.output))
    try:
        app(context=context, outdir=outdir).synth()
    except StageError as error:
        raise SystemExit(str(error)) from None


if __name__ == "__main__":
    main()
