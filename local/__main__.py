"""`make up`: the whole system on this machine, phones in the browser, until Ctrl-C."""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from local.cloud.deploy import DeploymentError
from local.cloud.process import ROOT, refuse_taken
from local.meta import Meta
from local.phones import create_app
from local.roster import officers_of
from local.stores import police_side
from local.system import Setup, System, example_roster, running, synthesise
from local.templates import as_submitted
from local.whatsapp import WhatsAppSimulator

PORT = 8000
ENDING = {signal.SIGINT, signal.SIGTERM}


def main() -> int:
    arguments = _arguments()
    # Blocked before any thread starts, so that every thread leaves the signal to sigwait.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        _up(arguments)
    except (OSError, RuntimeError, DeploymentError, subprocess.CalledProcessError) as error:
        sys.stderr.write(f"make up: {error}\n")
        return 1
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make up", description=__doc__)
    parser.add_argument("--range", default="varanasi", help="the folder under ranges/")
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT", PORT)))
    return parser.parse_args()


def _up(arguments: argparse.Namespace) -> None:
    say = _narrator()
    meta = Meta.from_environment(port=arguments.port)
    if meta.simulated:
        refuse_taken(arguments.port)
    setup = Setup(
        meta=meta,
        range_name=arguments.range,
        state=ROOT / ".local",
        roster=Path(os.environ.get("ROSTER") or example_roster(arguments.range)),
    )
    say("Synthesising the CDK app")
    assembly = synthesise(setup, ROOT / "build" / "local")
    with running(assembly, setup, progress=say) as system:
        if meta.simulated:
            with _phones(system, setup) as simulator:
                _wait(say, f"Phones: {simulator.url}   Webhook: {system.webhook_url}")
        else:
            _wait(say, f"Webhook: {system.webhook_url}   Graph API: {meta.graph_api_url}")


def _wait(say: Callable[[str], None], where: str) -> None:
    say(f"Ready. {where}   Ctrl-C ends it all.")
    signal.sigwait(ENDING)
    say("Ending")


@contextmanager
def _phones(system: System, setup: Setup) -> Iterator[WhatsAppSimulator]:
    simulator = WhatsAppSimulator(replace(setup.meta.settings, webhook_url=system.webhook_url))
    simulator.register_templates(as_submitted(each) for each in system.police_range.templates)
    page = create_app(
        simulator,
        officers=officers_of(setup.roster, system.police_range),
        stores=lambda: police_side(system.deployment),
    )
    simulator.start(page)
    try:
        simulator.verify_webhook()
        yield simulator
    finally:
        simulator.stop()


def _narrator() -> Callable[[str], None]:
    """Prints each line with the seconds since the start."""
    started = time.monotonic()

    def say(line: str) -> None:
        sys.stdout.write(f"{time.monotonic() - started:5.1f} s  {line}\n")
        sys.stdout.flush()

    return say


if __name__ == "__main__":
    sys.exit(main())
