"""Sending over the Graph API.

https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages
"""

from typing import Final

import urllib3
from urllib3.exceptions import ConnectTimeoutError, HTTPError, NewConnectionError, SSLError

from satark.identity import MessageRef, SenderId, message_ref
from satark.message import Outgoing, Show
from satark.ports import MediaUnavailable
from satark.whatsapp.attachments import Attachments
from satark.whatsapp.body import Body, body
from satark.whatsapp.errors import SendFailed, SendUnanswered
from satark.whatsapp.media import MediaRefused
from satark.whatsapp.reading import Json, inside, items, mapping, words

_TIMEOUT: Final = urllib3.Timeout(connect=3, read=15)
_UNREACHED: Final = 503
"""Stands for a host that was never reached, in place of an HTTP status."""
_OK: Final = 200
_SERVER_FAULT: Final = 500


class GraphMessenger:
    """Sends from one WhatsApp number. No error of ours repeats an address, a wamid or the token."""

    def __init__(  # noqa: PLR0913 - a number's address at Meta has these parts
        self,
        http: urllib3.PoolManager,
        *,
        api_url: str,
        version: str,
        phone_number_id: str,
        token: str,
        ref_key: bytes,
        attachments: Attachments | None = None,
    ) -> None:
        self._http = http
        self._url = f"{api_url.rstrip('/')}/{version}/{phone_number_id}/messages"
        self._headers = {"Authorization": f"Bearer {token}"}
        self._ref_key = ref_key
        self._attachments = attachments

    def send(self, to: SenderId, content: Outgoing, *, intent: str) -> MessageRef:
        """Raises SendFailed with Meta's code, and SendUnanswered."""
        if not isinstance(content, Show):
            return self._post(body(content, to, intent=intent))
        return self._send_shown(to, content, intent)

    def _send_shown(self, to: SenderId, show: Show, intent: str) -> MessageRef:
        if self._attachments is None:
            raise TypeError("this WhatsApp number has no evidence to show")
        try:
            media_id = self._attachments.media_id(show)
            return self._post(body(show, to, intent=intent, media_id=media_id))
        except MediaUnavailable:
            raise SendFailed(None, status=_UNREACHED) from None
        except MediaRefused as refused:
            raise SendFailed(refused.code or None, status=400) from None
        except SendFailed:
            self._attachments.forget(show)
            raise

    def _post(self, message: Body) -> MessageRef:
        answer = self._answer(message)
        told = _json(answer)
        if answer.status != _OK:
            raise _refusal(answer.status, told)
        for sent in items(told, "messages"):
            if wamid := words(mapping(sent), "id"):
                return message_ref(self._ref_key, wamid)
        raise SendUnanswered

    def _answer(self, message: Body) -> urllib3.BaseHTTPResponse:
        try:
            return self._http.request(
                "POST",
                self._url,
                json=message,
                headers=self._headers,
                redirect=False,
                retries=False,
                timeout=_TIMEOUT,
            )
        except (NewConnectionError, ConnectTimeoutError, SSLError):
            raise SendFailed(None, status=_UNREACHED) from None
        except HTTPError:
            raise SendUnanswered from None


def _refusal(status: int, told: Json) -> SendFailed | SendUnanswered:
    """Without a code of Meta's, a server's fault leaves open whether the message went through."""
    code = inside(told, "error").get("code")
    if isinstance(code, int):
        return SendFailed(code, status=status)
    return SendUnanswered() if status >= _SERVER_FAULT else SendFailed(None, status=status)


def _json(answer: urllib3.BaseHTTPResponse) -> Json:
    try:
        return mapping(answer.json())
    except ValueError:
        return mapping(None)
