"""The floor's two addresses: a page of 10 kB, and a write of one row."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

from benchmarks.floor.models import Row
from hosting.health import healthz

LINES = range(50)


def page(request: HttpRequest) -> HttpResponse:
    """A session's row and one indexed query, for its person: the middleware asks for both."""
    return render(request, "floor/page.html", {"lines": LINES})


def write(request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        Row(user_id=request.user.pk, key=request.POST["key"]).save(force_insert=True)
    return HttpResponseRedirect(f"/floor/?just={request.POST['key']}")


urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("floor/", page),
    path("floor/write/", write),
    # Where the door sends those who aren't signed in
    path("accounts/login/", page, name="account_login"),
]
