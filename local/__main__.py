"""`make up`: the whole system on this machine, phones in the browser, until Ctrl-C."""

import argparse
import os
import sys
from pathlib import Path

from local.cloud.process import ROOT, refuse_taken
from local.dashboard.serving import dashboard
from local.dashboard.sources import Sources
from local.ending import Ended, until_told, unwind_when_told
from local.mailbox.pages import HOME
from local.meta import Meta
from local.narrator import Say, narrator
from local.operator import handed_over
from local.serving import phones_page
from local.system import Setup, System, example_roster, running, synthesise

BUILT = ROOT / "build" / "assets"
FIRST_TIME = ", for the first time: its Python layers take a minute or two"


def main() -> int:
    arguments = _arguments()
    unwind_when_told()
    try:
        _up(arguments)
    except Ended:
        sys.stdout.write("\nEnded, all of it.\n")
    except (OSError, RuntimeError, ValueError) as error:
        sys.stderr.write(f"make up: {error}\n")
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make up", description=__doc__)
    parser.add_argument("--range", default="varanasi", help="the folder under ranges/")
    parser.add_argument("--state", type=Path, default=ROOT / ".local", help="logs and the template")
    parser.add_argument("--port", type=int, default=os.environ.get("PORT") or 8000)
    return parser.parse_args()


def _up(arguments: argparse.Namespace) -> None:
    say = narrator()
    meta = Meta.from_environment(port=arguments.port)
    if meta.simulated:
        for port in (arguments.port, arguments.port + 1):
            refuse_taken(port)
    setup = Setup(
        meta=meta,
        range_name=arguments.range,
        state=arguments.state / "cloud",
        roster=Path(os.environ.get("ROSTER") or example_roster(arguments.range)),
    )
    say("Synthesising the CDK app" + ("" if BUILT.exists() else FIRST_TIME))
    assembly = synthesise(setup, arguments.state / "cdk")
    say("Starting the embedded cloud")
    with (
        running(assembly, setup, progress=say) as system,
        handed_over(system.cloud, arguments.state),
    ):
        if meta.simulated:
            sources = Sources(system.police_range, setup.roster, system)
            with (
                dashboard(sources, port=arguments.port + 1) as pages,
                phones_page(system, setup, dashboard=pages.dashboard) as simulator,
            ):
                where = (
                    f"Phones:     {simulator.url}",
                    f"Mailbox:    {simulator.url}{HOME}",
                    f"Dashboard:  {pages.dashboard}",
                )
                _wait(say, system, *where)
        else:
            _wait(say, system, f"Graph API:  {meta.graph_api_url}")


def _wait(say: Say, system: System, *where: str) -> None:
    say("Ready")
    lines = ("", *where, f"Webhook:    {system.webhook_url}", "", "Ctrl-C ends it, all of it.")
    sys.stdout.write("".join(f"         {line}".rstrip() + "\n" for line in lines))
    sys.stdout.flush()
    until_told()


if __name__ == "__main__":
    sys.exit(main())
