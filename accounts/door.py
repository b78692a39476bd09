"""A form at the door that is sent twice is answered once: its copy gets the first one's answer.

The copy comes from the same browser with the same words, at once or some seconds later. It may
carry the cookies from before the first answer, or those that the answer gave. So that answer is
kept for both, encrypted with what only that browser can send again: its cookies and the form.
"""

import json
import logging
import time
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from http.cookies import SimpleCookie
from typing import NamedTuple, Self

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.crypto import salted_hmac

from accounts.sessions import SessionStore

log = logging.getLogger(__name__)
ADDRESSES = ("/accounts/", "/settings/account/")
TOKEN = "csrfmiddlewaretoken"  # noqa: S105 - a field's name
KEPT_FOR = 10
"""Seconds. After as many, another code may be asked for with the same form."""
LONGEST_TURN = 30
WAIT = 0.05
MOST_MISSED = 5
"""How often in a row a turn is neither given nor taken, where the disk is full for instance."""


@dataclass(frozen=True)
class Press:
    """A form as a browser sent it. `drawn` tells the page that it stood on from others like it."""

    form: str
    drawn: str
    csrf: str
    session: str

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        sent = sorted((name, values) for name, values in request.POST.lists() if name != TOKEN)
        return cls(
            form=json.dumps([request.get_full_path(), sent]),
            drawn=request.POST.get(TOKEN, ""),
            csrf=request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""),
            session=request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""),
        )

    def after(self, cookies: SimpleCookie) -> Self:
        """The same form, sent by the browser once it has the answer's cookies."""
        names = {"csrf": settings.CSRF_COOKIE_NAME, "session": settings.SESSION_COOKIE_NAME}
        given = {field: cookies[name].value for field, name in names.items() if name in cookies}
        return replace(self, **given)

    @property
    def browser(self) -> str:
        """Where its last answer is kept: one for each browser, so that the next form ends it."""
        return f"door:{salted_hmac('accounts.door', f'{self.csrf}:{self.session}').hexdigest()}"

    @property
    def turn(self) -> str:
        return f"{self.browser}:turn"

    @property
    def cipher(self) -> Fernet:
        secrets = json.dumps([self.csrf, self.session, self.form])
        key = salted_hmac("accounts.door.cipher", secrets, algorithm="sha256").digest()
        return Fernet(urlsafe_b64encode(key))


class Answer(NamedTuple):
    """What a browser is told, as it can be kept."""

    drawn: str
    status: int
    headers: dict[str, str]
    cookies: dict[str, tuple[str, dict[str, str]]]
    content: str

    @classmethod
    def of(cls, response: HttpResponse, drawn: str) -> Self:
        cookies = {name: (each.value, dict(each)) for name, each in response.cookies.items()}
        headers = dict(response.headers)
        return cls(drawn, response.status_code, headers, cookies, response.content.decode())

    def response(self) -> HttpResponse:
        where = self.headers.get("Location")
        response = HttpResponseRedirect(where) if where else HttpResponse()
        response.content, response.status_code = self.content, self.status
        for name, value in self.headers.items():
            response[name] = value
        for name, (value, attributes) in self.cookies.items():
            response.cookies[name] = value
            response.cookies[name].update(attributes)
        return response

    def is_for(self, press: Press) -> bool:
        """What was wrong is told anew on a page drawn anew, and counted: that is another try."""
        led_on = "Location" in self.headers
        return (led_on or bool(press.drawn and press.drawn == self.drawn)) and self.still_holds()

    def still_holds(self) -> bool:
        """Whoever was signed out since isn't let in by what is kept."""
        session, _ = self.cookies.get(settings.SESSION_COOKIE_NAME, ("", {}))
        return not session or SessionStore().exists(session)


class DoorMiddleware:
    """Stands around sessions and tokens: an answer is kept with the cookies that they gave."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method != "POST" or not request.path_info.startswith(ADDRESSES):
            return self.get_response(request)
        press = Press.of(request)
        if not press.csrf:  # a browser that could be anybody's
            return self.get_response(request)
        if not take_turn(press):
            return self.get_response(request)
        try:
            if answer := kept(press):
                return answer.response()
            response = self.get_response(request)
            keep(press, response)
        finally:
            cache.delete(press.turn)
        return response


def take_turn(press: Press) -> bool:
    """One form of a browser after the other: wait for it, but not for ever.

    Where nothing can be noted, on a full disk or without the Redis that counts, each form is
    answered by itself.
    """
    missed = 0
    try:
        for _ in range(int(LONGEST_TURN / WAIT)):
            if cache.add(press.turn, True, LONGEST_TURN):
                return True
            missed = 0 if cache.get(press.turn) else missed + 1
            if missed == MOST_MISSED:
                break
            time.sleep(WAIT)
    except Exception as error:  # Redis has its own, and most sites have no Redis
        log.warning("It can't be noted which forms were sent: %s", type(error).__name__)
    return False


def kept(press: Press) -> Answer | None:
    """The answer to the form of which this is a copy."""
    try:
        packed = press.cipher.decrypt(cache.get(press.browser, ""))
    except InvalidToken:  # of another form, or none
        return None
    answer = Answer(*json.loads(zlib.decompress(packed)))
    return answer if answer.is_for(press) else None


def keep(press: Press, response: HttpResponse) -> None:
    """For the browser as it was, and as it is with this answer. A failure may be tried again."""
    if response.status_code >= 500:
        return
    packed = zlib.compress(json.dumps(Answer.of(response, press.drawn)).encode())
    for each in {press, press.after(response.cookies)}:
        cache.set(each.browser, each.cipher.encrypt(packed).decode(), KEPT_FOR)
