"""What acts on the logbook have in common: the key they are about, and where they lead."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec
from uuid import UUID

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest, View
from accounts.models import User
from logbook.domain import days
from logbook.forms.sessions import KeyForm, PageField
from logbook.recording.rules import NotYours, Refused
from logbook.views.parameters import today_of

P = ParamSpec("P")
Act = Callable[Concatenate[PersonsRequest, P], HttpResponse]


def pressed_on(page: str) -> Callable[[View], View]:
    """Mark a view that acts on POST only: a GET, after signing in anew, leads to the page of that
    name, which has the button.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def act(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method == "POST":
                return view(request, *args, **kwargs)
            return redirect(page)

        return require_http_methods(["GET", "HEAD", "POST"])(act)

    return mark


def refusable(act: Act[P]) -> Act[P]:
    """Mark what may be refused: the answer is the reason, and a 404 for another person's key."""

    @wraps(act)
    def answer(request: PersonsRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        try:
            return act(request, *args, **kwargs)
        except Refused as refusal:
            return refuse(request, [str(refusal)])
        except NotYours as error:
            raise Http404 from error

    return answer


def key_form(request: HttpRequest, key: str) -> KeyForm:
    sent = request.POST if request.method == "POST" else request.GET
    return KeyForm({"key": key, "page": sent.get("page", "")})


def back_to(
    user: User, page: str, day: date, now: datetime, *, just: UUID, part: str = ""
) -> HttpResponse:
    """To the page that the form stood on; to the day's own where Today has moved on.

    `just` is the key of what was done, for the page to tell. A run goes on in its round.
    """
    query = f"?just={just}"
    if page == PageField.WEEK:
        address = reverse("logbook:week", args=[days.first_of_week(day, user.week_starts_on)])
    elif page == PageField.DAY or day != today_of(user, now):
        address = reverse("logbook:day", args=[day])
    elif page == PageField.RUN:
        address = reverse("logbook:run")
        query += f"&round={part}" if part else ""
    else:
        address = reverse("logbook:today")
    return redirect(address + query)


def resume(request: HttpRequest, form: Form, act: str) -> HttpResponse:
    """After signing in anew: what was about to be done, and the button that does it."""
    return render(request, "logbook/resume.html", {"form": form, "act": act})


def refuse(request: HttpRequest, *reasons: Iterable[object]) -> HttpResponse:
    """Each reason has its sentences."""
    sentences = [str(sentence) for reason in reasons for sentence in reason]
    page = render(request, "logbook/refused.html", {"sentences": sentences}, status=400)
    return telling(page, sentences)


def form_page(
    request: HttpRequest, template: str, form: Form, context: Mapping[str, object]
) -> HttpResponse:
    """The page of that form: refused where there is something in it to put right."""
    status = 400 if form.errors else 200
    page = render(request, template, {"form": form, **context}, status=status)
    return telling(page, list(_to_put_right(form)))


def _to_put_right(form: Form) -> Iterator[str]:
    """As `footcare/errors.html` sums it up."""
    yield from map(str, form.non_field_errors())
    for field in form:
        if field.errors:
            yield f"{field.label}: {field.errors[0]}"


def telling(page: HttpResponse, sentences: list[str]) -> HttpResponse:
    """The page, with the reasons for an outbox, which reads none."""
    page.reasons = sentences  # type: ignore[attr-defined]
    return page
