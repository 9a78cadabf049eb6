"""An officer's browser at the deployed dashboard, and the user pool that it is sent to."""

import base64
import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import urllib3

from local.cognito.grants import Client
from local.cognito.server import PoolServer
from local.cognito.signing import Signer
from local.dashboard.people import Person, people
from local.whatsapp.server import ThreadedServer
from satark.aws.dynamo_enlistment import DynamoEnlistment
from tests.journey.town import Town


@dataclass
class Browser:
    """It keeps cookies and goes where it is sent. `users` are those whom the pool knows."""

    town: Town
    users: tuple[Person, ...]
    cookies: dict[str, str] = field(default_factory=dict)

    def opens(self, path: str) -> tuple[int, str]:
        """Where it ends up: the status and the page."""
        at = urlsplit(path)
        query = {"rawQueryString": at.query, "queryStringParameters": dict(parse_qsl(at.query))}
        return self._led(self._asks(at.path, headers={}, **query))

    def sends(self, path: str, **form: str) -> tuple[int, str]:
        """A form of a page, and where it leads."""
        own = {"sec-fetch-site": "same-origin"}
        return self._led(self._asks(path, method="POST", headers=own, body=urlencode(form)))

    def _asks(self, path: str, **event: Any) -> dict[str, Any]:
        cookies = [f"{name}={value}" for name, value in self.cookies.items()]
        answer: dict[str, Any] = self.town.opens(path, cookies=cookies, **event)
        return answer

    def _led(self, answer: dict[str, Any]) -> tuple[int, str]:
        self._keeps(answer["cookies"])
        if answer["statusCode"] == 303 and answer["headers"]["Location"].startswith("/"):
            return self.opens(answer["headers"]["Location"])
        text = answer["headers"].get("Location", "") or _text(answer)
        return answer["statusCode"], text

    def signs_in(self, office: str) -> tuple[int, str]:
        """From the page of the pool, by the first user of this office, back to what was asked."""
        status, question = self.opens("/hi/overview")
        assert status == 303
        [at] = [str(at) for at, one in enumerate(self.users) if one.office == office][:1]
        chosen = urllib3.request(
            "POST",
            question.replace("/oauth2/authorize", "/login"),
            fields={"person": at},
            redirect=False,
        )
        back = urlsplit(chosen.headers["location"])
        return self.opens(f"{back.path}?{back.query}")

    def _keeps(self, cookies: list[str]) -> None:
        for cookie in cookies:
            name, _, rest = cookie.partition("=")
            value, *attributes = rest.split("; ")
            self.cookies[name] = value
            if "Max-Age=0" in attributes:
                del self.cookies[name]


@contextmanager
def browser(town: Town) -> Iterator[Browser]:
    """While the pool of this stack is played, for the officers of its roster."""
    told = _environment(town)
    home = str(told["DASHBOARD_URL"])
    client = Client(told["CLIENT_ID"], callback=f"{home}/signed-in", logout=f"{home}/signed-out")
    users = people(_enlisted(town), town.police_range)
    pool = PoolServer(
        Signer(issuer=told["ISSUER"], audience=client.id),
        client,
        users,
        town.police_range,
        now=lambda: datetime.fromtimestamp(town.road.whatsapp.clock.now(), UTC),
    )
    server = ThreadedServer(pool.app(), port=town.road.pool_port)
    server.start()
    try:
        yield Browser(town, users)
    finally:
        server.stop()


def _environment(town: Town) -> dict[str, str]:
    functions = town.road.system.cloud.client("lambda")
    name = town.resource("DashboardFunction")
    found = functions.get_function_configuration(FunctionName=name)["Environment"]["Variables"]
    return dict(found)


def _enlisted(town: Town) -> list[Any]:
    dynamodb = town.road.system.cloud.client("dynamodb")
    table = DynamoEnlistment(dynamodb, table=town.resource("StoresOfficers"))
    return list(table.officers().values())


def _text(answer: dict[str, Any]) -> str:
    body: str = answer.get("body") or ""
    if answer.get("isBase64Encoded"):
        data = base64.b64decode(body)
        return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode()
    return body
