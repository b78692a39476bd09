"""The pain check-in of today or any day."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts import before
from accounts.changes import changed, overwritten, replaced
from accounts.door import PersonsRequest
from logbook import recording, report
from logbook.forms import PainForm
from logbook.recording import Felt
from logbook.report import PainReport
from logbook.views.acts import refusable
from logbook.views.asked import check_reach, today_of


@require_http_methods(["GET", "HEAD", "POST"])
def pain(request: PersonsRequest, day: date | None = None) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    day = day or today
    check_reach(request.user, day, today)
    page = report.of_pain(request.user, day, today=today)
    form = PainForm(
        request.POST if request.method == "POST" else None,
        sites=[each.site for each in page.sites],
        initial=page.answers,
    )
    if form.is_valid():
        return _save(request, form, page)
    noted = "noted" in request.GET
    address = reverse("logbook:pain-on", args=[day])
    context = {
        "report": page,
        "form": form,
        "places": [(each, *fields) for each, fields in zip(page.sites, form.places(), strict=True)],
        "noted": noted,
        "before": before.kept(request, address, page.answers) if noted else None,
        "section": "pain",
    }
    return render(request, "logbook/pain.html", context, status=400 if form.errors else 200)


@refusable
def _save(request: PersonsRequest, form: PainForm, page: PainReport) -> HttpResponse:
    changes = changed(form)
    felt = {
        each.site.value: Felt(
            changes.get(each.site.value, each.value),
            changes.get(f"{each.site}_side", each.side),
        )
        for each in page.sites
        if {each.site.value, f"{each.site}_side"} & set(changes)
    }
    recording.check_in(
        user=request.user,
        day=page.day,
        felt=felt,
        text=changes.get("note"),
        now=timezone.now(),
    )
    now = report.of_pain(request.user, page.day, today=page.today).answers
    address = reverse("logbook:pain-on", args=[page.day])
    before.keep(request, address, page.answers, now, replaced(overwritten(form, page.answers)))
    where = reverse("logbook:pain") if page.is_today else address
    return redirect(f"{where}?noted=1")
