"""`python -m local.whatsapp`: the Graph API on a port, set up by flags or the environment."""

import argparse
import json
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from local.whatsapp.settings import SimulatorSettings, two_lines
from local.whatsapp.simulator import WhatsAppSimulator

ENDING = {signal.SIGINT, signal.SIGTERM}


def main() -> None:
    """Print the address and the settings that a client needs, and serve until Ctrl-C."""
    arguments = _arguments()
    # Blocked before any thread starts, so that every thread leaves the signal to sigwait.
    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    with WhatsAppSimulator(_settings(arguments)) as simulator:
        for file in arguments.templates:
            simulator.register_templates(json.loads(file.read_text(encoding="utf-8")))
        for number, name in (pair.split("=", 1) for pair in arguments.person):
            simulator.person(number=number, name=name)
        sys.stdout.write(_greeting(simulator))
        sys.stdout.flush()
        signal.sigwait(ENDING)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m local.whatsapp", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8010)
    parser.add_argument("--webhook-url", default=os.environ.get("WEBHOOK_URL"))
    parser.add_argument("--app-secret", default=os.environ.get("APP_SECRET"))
    parser.add_argument("--verify-token", default=os.environ.get("VERIFY_TOKEN"))
    parser.add_argument("--token", default=os.environ.get("ACCESS_TOKEN"), help="of both numbers")
    parser.add_argument("--templates", type=Path, nargs="*", default=[], help="JSON lists")
    parser.add_argument("--person", nargs="*", default=[], metavar="NUMBER=NAME")
    return parser.parse_args()


def _settings(arguments: argparse.Namespace) -> SimulatorSettings:
    given = {
        "webhook_url": arguments.webhook_url,
        "app_secret": arguments.app_secret,
        "verify_token": arguments.verify_token,
    }
    lines = two_lines()
    if arguments.token:
        lines = tuple(replace(line, token=f"{arguments.token}-{line.line}") for line in lines)
    chosen = {key: value for key, value in given.items() if value}
    return SimulatorSettings(host=arguments.host, port=arguments.port, lines=lines, **chosen)


def _greeting(simulator: WhatsAppSimulator) -> str:
    settings = simulator.settings
    shown = {
        "GRAPH_API_URL": simulator.url,
        "APP_SECRET": settings.app_secret,
        "VERIFY_TOKEN": settings.verify_token,
    }
    for line in settings.lines:
        shown[f"{line.line.upper()}_PHONE_NUMBER_ID"] = line.phone_number_id
        shown[f"{line.line.upper()}_TOKEN"] = line.token
    return "".join(f"{key}={value}\n" for key, value in shown.items())


if __name__ == "__main__":
    main()
