"""A browser without script, whose forms carry the token of the page that they stand on."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Self

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.accounts.ways import BY_PASSKEY, asked_of_browser, key_in
from tests.page import Page
from tests.passkey import HOST

TOKEN = "csrfmiddlewaretoken"


@dataclass(frozen=True)
class Drawn:
    """A form that is filled in, on the page where it stands."""

    page: str
    to: str
    fields: dict[str, str]


@dataclass
class Visitor:
    client: Client = field(
        default_factory=lambda: Client(SERVER_NAME=HOST, enforce_csrf_checks=True)
    )
    last: HttpResponse = field(default_factory=HttpResponse)

    def get(self, page: str) -> HttpResponse:
        self.last = self.client.get(page)
        return self.last

    def draw(self, page: str, to: str = "", **fields: str) -> Drawn:
        self.get(page)
        return self.draw_last(page, to, **fields)

    def draw_last(self, page: str, to: str = "", **fields: str) -> Drawn:
        """A form of the page that was got last."""
        token = Page(self.last).hidden(TOKEN)[0]
        return Drawn(page, to or page, fields | {TOKEN: token})

    def draw_again(self, drawn: Drawn) -> Drawn:
        """The same form in another tab, filled in likewise."""
        fields = {name: value for name, value in drawn.fields.items() if name != TOKEN}
        return self.draw(drawn.page, drawn.to, **fields)

    def send(self, drawn: Drawn) -> HttpResponse:
        return self.client.post(drawn.to, drawn.fields)

    def fill_in(self, page: str, to: str = "", **fields: str) -> HttpResponse:
        return self.send(self.draw(page, to, **fields))

    def leave(self) -> None:
        self.fill_in("/accounts/logout/")

    def follow(self, response: HttpResponse) -> tuple[str, str]:
        """The address at which an answer ends, and the words there."""
        while "Location" in response.headers:
            response = self.client.get(response.headers["Location"])
        return response.request["PATH_INFO"], Page(response).words

    def twin(self) -> Self:
        """The same browser as it is now, with the same cookies."""
        twin = type(self)()
        twin.client.cookies = deepcopy(self.client.cookies)
        return twin

    @property
    def session(self) -> str:
        """By which the site knows them; "" where it doesn't."""
        cookie = self.client.cookies.get(settings.SESSION_COOKIE_NAME)
        return cookie.value if cookie else ""

    def key_on(self, page: str) -> str:
        return key_in(self.get(page))

    def asked(self, page: str) -> dict[str, Any]:
        """What the page's script is to ask the browser for."""
        return asked_of_browser(self.get(page))

    def asked_at_the_door(self) -> dict[str, Any]:
        answer = self.client.get(BY_PASSKEY, headers={"Accept": "application/json"})
        asked: dict[str, Any] = answer.json()["request_options"]
        return asked
