"""The download of a person's record, and the import of such a file."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import PersonsRequest, confirm_first
from accounts.models import EventKind
from exchange import export, importing, undo, wording
from exchange.file import InvalidFile
from exchange.forms import FileForm
from logbook.views.acts import pressed_on, refusable, refuse
from logbook.views.parameters import today_of


@require_http_methods(["GET", "HEAD", "POST"])
@confirm_first
def download(request: PersonsRequest) -> HttpResponseBase:
    """What is in the file. The answer to a POST is the file."""
    if request.method != "POST":
        page = {"amounts": wording.amounts_of(request.user), "section": "settings"}
        return render(request, "exchange/download.html", page)
    today = today_of(request.user, timezone.now())
    get_adapter(request).record_event(request.user, EventKind.DOWNLOADED)
    return StreamingHttpResponse(
        export.pieces(request.user, today=today),
        headers={
            "Content-Type": "application/json",
            "Content-Disposition": f'attachment; filename="footcare-{today}.json"',
            "Cache-Control": "private, no-store",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def choose(request: PersonsRequest) -> HttpResponse:
    """Choose a file: a valid one is kept, and its preview is next. Shows the last import."""
    now = timezone.now()
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()
    if sent and form.is_valid():
        try:
            with importing.ONE_AT_A_TIME:
                importing.keep(request.user, form.cleaned_data["file"].read(), now=now)
        except InvalidFile as invalid:
            form.add_error("file", wording.errors(invalid))
        else:
            return redirect("exchange:preview")
    done = None if sent else undo.last(request.user, now=now)
    page = {
        "form": form,
        "done": done,
        "amounts": wording.amounts(**done.counts) if done else "",
        "undone": "undone" in request.GET and not done and not sent,
        "section": "settings",
    }
    return render(request, "exchange/import.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def preview(request: PersonsRequest) -> HttpResponse:
    """What the import would do. A POST applies it."""
    with importing.ONE_AT_A_TIME:
        try:
            return _preview(request)
        except InvalidFile as invalid:
            return refuse(request, wording.errors(invalid))


def _preview(request: PersonsRequest) -> HttpResponse:
    user, now = request.user, timezone.now()
    file = importing.waiting(user, now=now)
    if file and request.method != "POST":
        plan = importing.planned(user, file, now=now)
        page = {"preview": wording.preview(plan, file, user), "section": "settings"}
        return render(request, "exchange/preview.html", page)
    if file:
        if not importing.apply(user, file, now=now).is_empty:
            get_adapter(request).record_event(user, EventKind.TAKEN_IN)
    elif request.method == "POST" and not undo.last(user, now=now):
        messages.error(request, _("The file isn’t here any more. Please choose it once more."))
    return redirect("exchange:import")


@pressed_on("exchange:import")
def undo_import(request: PersonsRequest) -> HttpResponse:
    """Undo the last import."""
    undo.undo_last(request.user, now=timezone.now())
    return redirect(reverse("exchange:import") + "?undone=1")
