"""A session that was done without an account, and signing up with it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from accounts.email_addresses import canonical
from accounts.models import User
from accounts.sign_in_forms import SignUpForm
from exercises.models import Exercise
from logbook.domain import days
from logbook.forms.sessions import SLIP, SessionForm
from logbook.recording.sessions import NewSession

WAITS = timedelta(hours=1)
"""How long it waits in a browser for an answer."""
UNDER_WAY = timedelta(days=1)
"""How long it waits for somebody who is signing up with it."""
FIELDS = ("exercise", "key", "source", "seconds", "ended")
OVER = _("That session was more than an hour ago, so it wasn’t kept.")
PLACE = "trial"
"""Where the browser's session has the one of somebody who is signing up."""


class TrialForm(SessionForm):
    """As it came: when it ended is known, its day only once the person's zone is."""

    ended = forms.IntegerField(error_messages={"required": SLIP, "invalid": SLIP})

    def __init__(
        self, sent: Mapping[str, object], *, now: datetime, waits: timedelta = WAITS
    ) -> None:
        super().__init__({name: sent.get(name, "") for name in FIELDS})
        self.now, self.waits = now, waits
        del self.fields["day"]

    def clean_ended(self) -> datetime:
        """In seconds since 1970, as this server's clock counts them."""
        now = int(self.now.timestamp())
        ended = min(self.cleaned_data["ended"], now)
        if now - ended > self.waits.total_seconds():
            raise forms.ValidationError(OVER, code="over")
        return datetime.fromtimestamp(ended, UTC)

    @property
    def is_over(self) -> bool:
        """Whether it is whole, and waited too long."""
        return [*self.errors] == ["ended"] and self.has_error("ended", "over")

    @property
    def exercise_done(self) -> Exercise:
        found: Exercise = self.cleaned_data["exercise"]
        return found

    @property
    def seconds_ago(self) -> int:
        return int((self.now - self.cleaned_data["ended"]).total_seconds())

    @property
    def sent(self) -> dict[str, str]:
        return {name: str(self.data[name]) for name in FIELDS}

    @property
    def address(self) -> str:
        """Of the question whether to keep it."""
        query = {name: value for name, value in self.sent.items() if name != "exercise"}
        address = reverse("logbook:keep", args=[self.sent["exercise"]])
        return f"{address}?{urlencode(query)}"

    def new_of(self, user: User) -> NewSession:
        """What a valid form says, on the day that it was for the person when it ended."""
        ended = self.cleaned_data["ended"]
        self.cleaned_data["day"] = days.day_of(ended, user.zone, user.day_ends_at)
        return self.new()


class JoiningForm(SignUpForm):
    """Signs up; what is wrong with a session that comes along stops nobody."""

    def prepare(self) -> None:
        super().prepare()
        if not self.given.get("key"):
            return
        self.fields["time_zone"].widget.attrs["data-quiet"] = True
        for name in FIELDS:
            self.fields[name] = forms.Field(required=False, widget=forms.HiddenInput)

    @property
    def given(self) -> Mapping[str, object]:
        return self.data or self.initial

    @cached_property
    def came(self) -> TrialForm:
        return TrialForm(self.given, now=timezone.now())

    @property
    def trial(self) -> TrialForm | None:
        """The session that is to be kept, where there is one."""
        return self.came if self.came.is_valid() else None

    def try_save(self, request: HttpRequest) -> tuple[User | None, HttpResponse | None]:
        """It waits for whoever signs in with this address here, be there an account or not."""
        if self.trial:
            email = canonical(self.cleaned_data["email"])
            request.session[PLACE] = self.trial.sent | {"email": email}
        elif self.came.is_over:
            messages.info(request, OVER)
        return super().try_save(request)
