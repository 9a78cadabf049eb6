"""A Cognito user pool, over the addresses that it has for everybody: no right of IAM is needed.

https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import HTTPError

from satark.ports import CodeRefused, PoolUnavailable

_TIMEOUT: Final = urllib3.Timeout(connect=3, read=10)
_OK, _BAD_REQUEST = 200, 400


class CognitoPool:
    """`url` is that of the managed login; `issuer` also leads to the keys. Neither ends in a slash.

    The client has no secret: a code is worth nothing without the verifier that asked for it.
    """

    def __init__(
        self,
        http: urllib3.PoolManager,
        *,
        url: str,
        issuer: str,
        client_id: str,
        redirect_uri: str,
    ) -> None:
        self._http, self._url, self._issuer = http, url, issuer
        self._client = {"client_id": client_id, "redirect_uri": redirect_uri}

    def exchange(self, code: str, verifier: str) -> str:
        """The refresh token that comes with it is let go: nobody can lengthen a session."""
        form = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier}
        answer = self._request(
            "POST",
            f"{self._url}/oauth2/token",
            body=urlencode(form | self._client),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        if answer.status == _BAD_REQUEST:
            raise CodeRefused
        if not isinstance(token := _json(answer).get("id_token"), str):
            raise PoolUnavailable
        return token

    def keys(self) -> Sequence[Mapping[str, object]]:
        keys = _json(self._request("GET", f"{self._issuer}/.well-known/jwks.json")).get("keys")
        if not isinstance(keys, list):
            raise PoolUnavailable
        return [key for key in keys if isinstance(key, dict)]

    def _request(self, method: str, url: str, **how: Any) -> urllib3.BaseHTTPResponse:  # noqa: ANN401 - passed on to urllib3
        try:
            return self._http.request(
                method, url, timeout=_TIMEOUT, retries=False, redirect=False, **how
            )
        except HTTPError:
            raise PoolUnavailable from None


def _json(answer: urllib3.BaseHTTPResponse) -> dict[str, Any]:
    if answer.status != _OK:
        raise PoolUnavailable
    try:
        told = json.loads(answer.data)
    except ValueError:
        raise PoolUnavailable from None
    if not isinstance(told, dict):
        raise PoolUnavailable
    return told
