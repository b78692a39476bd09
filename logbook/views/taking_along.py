"""What a person takes along: their record as a file, and such a file taken in."""

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.door import PersonsRequest, sure_first
from accounts.models import EventKind
from logbook.exchange import amounts, file, taking_in, taking_out, telling, words
from logbook.exchange import download as everything
from logbook.forms import FileForm
from logbook.views.acts import pressed_on, refusable, refuse
from logbook.views.asked import today_of


@require_http_methods(["GET", "HEAD", "POST"])
@sure_first
def download(request: PersonsRequest) -> HttpResponse:
    """What the file has in it; a POST is answered with the file."""
    if request.method != "POST":
        page = {"amounts": amounts.of_person(request.user), "section": "settings"}
        return render(request, "logbook/download.html", page)
    today = today_of(request.user, timezone.now())
    get_adapter(request).keep_record(request.user, EventKind.DOWNLOADED)
    return HttpResponse(
        file.write(everything.of(request.user, today=today)),
        headers={
            "Content-Type": "application/json",
            "Content-Disposition": f'attachment; filename="footcare-{today}.json"',
            "Cache-Control": "private, no-store",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: PersonsRequest) -> HttpResponse:
    """Choose a file: one that can be read is kept, and looked at next. Tells of the last one."""
    now = timezone.now()
    sent = request.method == "POST"
    form = FileForm(request.POST, request.FILES) if sent else FileForm()
    if sent and form.is_valid():
        try:
            with taking_in.ONE_AT_A_TIME:
                taking_in.keep(request.user, form.cleaned_data["file"].read(), now=now)
        except file.Unreadable as unreadable:
            form.add_error("file", words.sentences(unreadable))
        else:
            return redirect("logbook:take-in")
    done = None if sent else taking_out.done(request.user, now=now)
    page = {
        "form": form,
        "done": done,
        "undone": "undone" in request.GET and not done and not sent,
        "section": "settings",
    }
    return render(request, "logbook/bring.html", page, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def take_in(request: PersonsRequest) -> HttpResponse:
    """What the file that was chosen would do; a POST does it."""
    with taking_in.ONE_AT_A_TIME:
        return _take_in(request)


def _take_in(request: PersonsRequest) -> HttpResponse:
    now = timezone.now()
    try:
        brought = taking_in.waiting(request.user, now=now)
        if brought and request.method == "POST":
            done = taking_in.take_in(request.user, brought, now=now)
            if not done.plan.is_empty:
                get_adapter(request).keep_record(request.user, EventKind.TAKEN_IN)
        elif brought:
            preview = taking_in.preview(request.user, brought, now=now)
            told = telling.of_preview(preview, brought, request.user)
            page = {"told": told, "section": "settings"}
            return render(request, "logbook/take_in.html", page)
    except file.Unreadable as unreadable:
        return refuse(request, words.sentences(unreadable))
    if request.method == "POST" and not taking_out.done(request.user, now=now):
        messages.error(request, _("The file isn’t here any more. Please choose it once more."))
    return redirect("logbook:bring")


@pressed_on("logbook:bring")
def take_out(request: PersonsRequest) -> HttpResponse:
    """Undo of the file that was taken in last."""
    taking_out.undo(request.user, now=timezone.now())
    return redirect(reverse("logbook:bring") + "?undone=1")
