"""How an act is answered: back to the page that it came from, one more press, or a refusal."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from logbook.forms import PageField


def go_back(day: date, just: UUID, *, today: date, page: str = "", part: str = "") -> HttpResponse:
    """To the page that the form stood on; to the session's day where Today has moved on.

    That page tells what became of the session, or the batch, `just`. A run goes on in its round.
    """
    query = f"?just={just}"
    if page == PageField.DAY or day != today:
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
    sentences = [sentence for reason in reasons for sentence in reason]
    return render(request, "logbook/refused.html", {"sentences": sentences}, status=400)
