"""Files at the Graph API: down from people, up to officers.

https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
"""

from mimetypes import guess_extension
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote, urlencode, urlsplit

import urllib3
from urllib3.exceptions import HTTPError

from satark.message import Media
from satark.ports import MediaGone, MediaUnavailable
from satark.whatsapp.multipart import Multipart

META_HOSTS: Final = frozenset({"lookaside.fbsbx.com"})
_META_GRAPH: Final = "graph.facebook.com"
_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_TIMEOUT: Final = urllib3.Timeout(connect=5, read=30)
_CHUNK: Final = 1024 * 1024
_ADDRESSES: Final = 2
"""An address lives five minutes; where it is found dead, a new one is asked for, once."""
_GONE_CODES: Final = frozenset({100, 131052})
"""There is no such object; the media could not be downloaded by Meta."""
_DEAD: Final = frozenset({404, 410})
_LATER: Final = frozenset({401, 403, 408, 429, *range(500, 600)})
"""Ours or Meta's trouble, not the file's: worth another attempt."""


class MediaRefused(Exception):
    """Meta will not take this file. `code` is Meta's error code, 0 where it gave none."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the Graph API refused the file with error {code}")
        self.code = code


class GraphMedia:
    """Files of one WhatsApp number. Addresses hold tokens, so no error of ours repeats one."""

    def __init__(  # noqa: PLR0913 - a number's address at Meta has these parts
        self,
        http: urllib3.PoolManager,
        *,
        api_url: str,
        version: str,
        phone_number_id: str,
        token: str,
        hosts: frozenset[str] = META_HOSTS,
    ) -> None:
        self._http = http
        self._root = f"{api_url.rstrip('/')}/{version}"
        self._number = phone_number_id
        self._bearer = {"Authorization": f"Bearer {token}"}
        own = urlsplit(api_url).hostname or ""
        # An outside simulator serves its files itself.
        self._hosts = hosts if own == _META_GRAPH else hosts | {own}

    def fetch(self, media: Media, destination: Path, *, limit: int) -> None:
        """Stream the bytes to a file. Raises MediaUnavailable, MediaGone."""
        for _ in range(_ADDRESSES):
            if self._download(self._address(media.media_id), destination, limit):
                return
        raise MediaGone("WhatsApp no longer has the file")

    def upload(self, file: Path, mime: str) -> str:
        """Give Meta a file for thirty days; its media id. Raises MediaUnavailable, MediaRefused."""
        name = f"evidence{guess_extension(mime) or ''}"
        body = Multipart(
            {"messaging_product": "whatsapp", "type": mime}, file, mime=mime, name=name
        )
        url = f"{self._root}/{self._number}/media"
        answer = self._request("POST", url, body=body, headers=body.headers)
        if answer.status in _LATER:
            raise MediaUnavailable(f"the Graph API answered {answer.status} to an upload")
        told = _json(answer)
        if "id" not in told:
            raise MediaRefused(_error_code(told))
        return str(told["id"])

    def _address(self, media_id: str) -> str:
        query = urlencode({"phone_number_id": self._number})
        answer = self._request("GET", f"{self._root}/{quote(media_id, safe='')}?{query}")
        told = _json(answer)
        if answer.status in _DEAD or _error_code(told) in _GONE_CODES:
            raise MediaGone("WhatsApp no longer has the file")
        if "url" not in told:
            raise MediaUnavailable(f"the Graph API answered {answer.status} for a media id")
        return str(told["url"])

    def _download(self, url: str, destination: Path, limit: int) -> bool:
        """Whether there was a file at the address."""
        if not self.may_call(url):
            raise MediaUnavailable("the Graph API named a media host that is not allowed")
        answer = self._request("GET", url, preload_content=False)
        try:
            if answer.status in _DEAD:
                return False
            if answer.status != 200:  # noqa: PLR2004 - HTTP
                raise MediaUnavailable(f"the media host answered {answer.status}")
            _write(answer, destination, limit)
        except (HTTPError, OSError) as error:
            raise MediaUnavailable(f"the download broke off: {type(error).__name__}") from None
        finally:
            answer.close()
        return True

    def may_call(self, url: str) -> bool:
        """The token goes to hosts of the list alone, and in clear to this machine alone."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return False
        secure = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
        return secure and parts.hostname in self._hosts

    def _request(self, method: str, url: str, **how: Any) -> urllib3.BaseHTTPResponse:  # noqa: ANN401 - passed on to urllib3
        headers = self._bearer | how.pop("headers", {})
        try:
            return self._http.request(
                method, url, headers=headers, redirect=False, retries=False, timeout=_TIMEOUT, **how
            )
        except HTTPError as error:
            raise MediaUnavailable(f"no answer from Meta: {type(error).__name__}") from None


def _write(answer: urllib3.BaseHTTPResponse, destination: Path, limit: int) -> None:
    left = limit
    with destination.open("wb") as file:
        for chunk in answer.stream(_CHUNK, decode_content=False):
            left -= len(chunk)
            if left < 0:
                raise MediaGone(f"larger than {limit // 1024**2} MB")
            file.write(chunk)


def _json(answer: urllib3.BaseHTTPResponse) -> dict[str, Any]:
    """The body as an object; an empty one where it is none."""
    try:
        told = answer.json()
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def _error_code(told: dict[str, Any]) -> int:
    error = told.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    return code if isinstance(code, int) else 0
