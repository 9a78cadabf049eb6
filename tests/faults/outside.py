"""Every call that leaves a function, to AWS, Meta or the user pool: counted, and one is failed.

AWS is met where every boto3 client passes, the others where every request of urllib3 does: a call
that somebody adds tomorrow is met too.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal

import pytest
import urllib3
from botocore.client import BaseClient
from botocore.exceptions import ClientError, ReadTimeoutError
from urllib3.exceptions import ReadTimeoutError as HttpReadTimeoutError

from local.cognito.signing import Signer

Kind = Literal["refused", "throttled", "timeout", "unforeseen", "killed"]
KINDS: tuple[Kind, ...] = ("refused", "throttled", "timeout", "unforeseen")
"""What a function lives to hear of."""
META = "graph.facebook.com"
POOL = "amazon"
"""In the addresses of the user pool's token endpoint and of its keys."""
SIGNER = Signer(
    issuer="https://cognito-idp.ap-south-1.amazonaws.com/DashboardPool",
    audience="DashboardPoolClient",
)


class Killed(BaseException):
    """The process is gone: none of its lines run any more, not even those for an exception."""


@dataclass
class Outside:
    """`words` is what the failing call says; `file` what Meta gives for a media id.

    `answers` are those of services that moto does not play, by their calls. `done`: of AWS the
    failing call is carried out first, and only its answer is lost.
    `id_token` is what the user pool gives for a code.
    """

    file: bytes
    id_token: str = ""
    words: str = ""
    fails_at: int | None = None
    kind: Kind = "refused"
    done: bool = False
    answers: dict[str, Any] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    sent: list[bytes] = field(default_factory=list)
    wamids: list[str] = field(default_factory=list)
    _listening: bool = False

    @contextmanager
    def listening(self, *, fails_at: int | None, kind: Kind, words: str) -> Iterator[None]:
        self.fails_at, self.kind, self.words = fails_at, kind, words
        self.calls.clear()
        self.sent.clear()
        self._listening = True
        try:
            yield
        finally:
            self._listening = False

    def install(self, monkeypatch: pytest.MonkeyPatch) -> None:
        to_aws = BaseClient._make_api_call  # type: ignore[attr-defined]  # noqa: SLF001 - where every call of every client passes

        def asked_of_aws(client: Any, operation: str, told: Any) -> Any:
            name = f"{client.meta.service_model.service_name}.{operation}"
            with self._struck(name, operation):
                # An officer's number goes to the roster's function by a call that is waited for.
                if self._listening and not name.startswith(("kms.", "lambda.")):
                    self.sent.append(json.dumps(told, default=str, ensure_ascii=False).encode())
                if name in self.answers:
                    return self.answers[name]
                return to_aws(client, operation, told)

        def asked_over_http(pool: Any, method: str, url: str, **how: Any) -> Any:
            name = _http_name(method, url)
            if self._counts(name):
                return _of_meta(self.kind, url, self.words)
            return self._answered(name, how)

        monkeypatch.setattr(BaseClient, "_make_api_call", asked_of_aws)
        monkeypatch.setattr(urllib3.PoolManager, "request", asked_over_http)

    def counted[**P, R](self, name: str, work: Callable[P, R]) -> Callable[P, R]:
        """Long work of a function's own, which may be struck like its calls to AWS."""

        def at_work(*args: P.args, **kwargs: P.kwargs) -> R:
            with self._struck(name, name):
                return work(*args, **kwargs)

        return at_work

    @contextmanager
    def _struck(self, name: str, operation: str) -> Iterator[None]:
        """Before the call, or after it where it is `done`."""
        fails = self._counts(name)
        if fails and not self.done:
            raise _of_aws(self.kind, operation, self.words)
        try:
            yield
        finally:
            if fails:
                raise _of_aws(self.kind, operation, self.words)

    def _counts(self, name: str) -> bool:
        """Whether this is the call that fails."""
        if not self._listening:
            return False
        self.calls.append(name)
        return len(self.calls) - 1 == self.fails_at

    def _answered(self, name: str, how: Any) -> urllib3.HTTPResponse:
        match name:
            case "meta.look_up":
                return _json({"url": "https://lookaside.fbsbx.com/a?token=t"})
            case "meta.download":
                return urllib3.HTTPResponse(BytesIO(self.file), status=200, preload_content=False)
            case "pool.keys":
                return _json(SIGNER.jwks())
            case "pool.exchange":
                return _json({"id_token": self.id_token})
            case "meta.upload":
                return _json({"id": "m1"})
            case _:
                to = how["json"].get("to") or how["json"].get("recipient")
                self.wamids.append(f"wamid.{to}.{len(self.wamids)}")
                return _json({"messages": [{"id": self.wamids[-1]}]})


def _http_name(method: str, url: str) -> str:
    if POOL in url:
        return "pool.exchange" if method == "POST" else "pool.keys"
    if META not in url:
        return "meta.download"
    last = url.partition("?")[0].rpartition("/")[2]
    named = {"messages": "meta.send", "media": "meta.upload"}
    return named[last] if method == "POST" else "meta.look_up"


def _of_aws(kind: Kind, operation: str, words: str) -> BaseException:
    match kind:
        case "killed":
            return Killed()
        case "refused":
            return ClientError(
                {
                    "Error": {"Code": "ValidationException", "Message": words},
                    "CancellationReasons": [{"Code": "None", "Message": words}],
                },
                operation,
            )
        case "throttled":
            said: Any = {"Error": {"Code": "ThrottlingException", "Message": words}}
            return ClientError(said, operation)
        case "timeout":
            return ReadTimeoutError(endpoint_url=f"https://aws/?{words}", error=words)
        case "unforeseen":
            return _unforeseen(words)


def _of_meta(kind: Kind, url: str, words: str) -> urllib3.HTTPResponse:
    match kind:
        case "refused":
            return _json({"error": {"code": 131026, "message": words}}, status=400)
        case "throttled":
            return _json({"error": {"code": 130429, "message": words}}, status=429)
        case "timeout":
            pool = urllib3.HTTPConnectionPool("localhost")
            raise HttpReadTimeoutError(pool, f"{url}&{words}", words)
        case "unforeseen":
            raise _unforeseen(words)
        case "killed":
            raise Killed


def _unforeseen(words: str) -> RuntimeError:
    error = RuntimeError(words)
    error.__cause__ = ValueError(words)
    error.add_note(words)
    return error


def _json(told: Any, status: int = 200) -> urllib3.HTTPResponse:
    return urllib3.HTTPResponse(json.dumps(told).encode(), status=status)
