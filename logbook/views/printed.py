"""The report that is printed. The form posts: the name to be printed stands in no address."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.door import PersonsRequest
from logbook import report
from logbook.forms import PrintedForm
from logbook.views.asked import today_of


@require_http_methods(["GET", "HEAD", "POST"])
def printed(request: PersonsRequest) -> HttpResponse:
    asked = request.POST.dict() if request.method == "POST" else request.GET.dict() | {"name": ""}
    form = PrintedForm({"weeks": PrintedForm.USUAL, **asked})
    shown = form.shown()
    page = report.of_weeks(
        request.user,
        today=today_of(request.user, timezone.now()),
        weeks=shown["weeks"],
        with_notes=shown["notes"],
    )
    zone = request.user.time_zone.replace("_", " ")
    told = {"report": page, "form": form, "shown": shown, "zone": zone, "section": "week"}
    return render(request, "logbook/printed.html", told, status=400 if form.errors else 200)
