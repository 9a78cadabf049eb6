"""The four addresses by which one comes in and goes out."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Literal
from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response

from functions.dashboard.routes import see_other
from functions.dashboard.sign_in.attempt import HOME
from functions.dashboard.sign_in.cookies import (
    ATTEMPT,
    ATTEMPT_LIVES,
    SESSION,
    cookie,
    cookies_of,
    gone,
)
from functions.dashboard.sign_in.entrance import LEFT, RETURN, Entrance, NotSignedIn

BEGIN, LEAVE = "/sign-in", "/sign-out"
FORBIDDEN, OK = 403, 200

type Say = Callable[[int, Literal["refused", "leaving", "left"]], Response[str]]
"""A page that says one thing, with this status."""


class SignInPages:
    def __init__(
        self,
        app: APIGatewayHttpResolver,
        entrance: Entrance,
        *,
        now: Callable[[], datetime],
        say: Say,
    ) -> None:
        self._app, self._entrance, self._now, self._say = app, entrance, now, say
        app.get(BEGIN)(self._begin)
        app.get(RETURN)(self._come_back)
        app.post(LEAVE)(self._leave)
        app.get(LEFT)(self._left)

    def _begin(self) -> Response[str]:
        attempt = self._entrance.begin(self._query.get("to", HOME))
        answer = see_other(self._entrance.address.of_login(attempt))
        answer.cookies = [cookie(ATTEMPT, attempt.written, lives=ATTEMPT_LIVES)]
        return answer

    def _come_back(self) -> Response[str]:
        now, cookies = self._now(), cookies_of(self._app.current_event.raw_event)
        try:
            session = self._entrance.come_back(self._query, cookies, now)
        except NotSignedIn:
            answer = self._say(FORBIDDEN, "refused")
            answer.cookies = [gone(ATTEMPT)]
            return answer
        answer = see_other(session.to)
        lives = session.expires - now
        answer.cookies = [cookie(SESSION, session.token, lives=lives), gone(ATTEMPT)]
        return answer

    def _leave(self) -> Response[str]:
        """A page that goes on by itself: a form may not lead to another host (shield.py)."""
        answer = self._say(OK, "leaving")
        answer.headers["Refresh"] = f"0; url={self._entrance.address.of_logout}"
        answer.cookies = [gone(SESSION), gone(ATTEMPT)]
        return answer

    def _left(self) -> Response[str]:
        return self._say(OK, "left")

    @property
    def _query(self) -> Mapping[str, str]:
        return self._app.current_event.query_string_parameters


def sent_to_sign_in(event: Mapping[str, Any]) -> Response[str]:
    """Whoever asks for a page without a session."""
    query = event.get("rawQueryString")
    page = f"{event['rawPath']}?{query}" if query else event["rawPath"]
    return see_other(f"{BEGIN}?{urlencode({'to': page})}" if page != HOME else BEGIN)
