"""Pages about longer times: a year, then and now, and the report that is printed."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import PersonsRequest
from logbook.forms.printed import PrintedForm, Shown
from logbook.report import history as history_report
from logbook.report import printed as printed_report
from logbook.report import then_now as then_now_report
from logbook.views.parameters import check_reach, spans_chosen, today_of, weeks_chosen


@require_safe
def history(request: PersonsRequest) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    page = history_report.past_year(request.user, today=today, weeks=weeks_chosen(request))
    return render(request, "logbook/history.html", {"report": page, "section": "week"})


@require_safe
def year(request: PersonsRequest, year: int) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    nearest = min(max(today, date(year, 1, 1)), date(year, 12, 31))
    check_reach(request.user, nearest, today)
    page = history_report.calendar_year(request.user, year, today=today)
    return render(request, "logbook/history.html", {"report": page, "section": "week"})


@require_safe
def then_now(request: PersonsRequest) -> HttpResponse:
    today = today_of(request.user, timezone.now())
    page = then_now_report.build(request.user, today=today, weeks=spans_chosen(request))
    return render(request, "logbook/then_now.html", {"report": page, "section": "week"})


@require_http_methods(["GET", "HEAD", "POST"])
def printed(request: PersonsRequest) -> HttpResponse:
    """The form posts: the name to be printed stands in no address."""
    sent = request.POST.dict() if request.method == "POST" else request.GET.dict() | {"name": ""}
    form = PrintedForm({"weeks": Shown().weeks, **sent})
    shown = form.shown()
    page = printed_report.build(
        request.user,
        today=today_of(request.user, timezone.now()),
        weeks=shown.weeks,
        with_notes=shown.notes,
    )
    zone = request.user.time_zone.replace("_", " ")
    context = {"report": page, "form": form, "shown": shown, "zone": zone, "section": "week"}
    return render(request, "logbook/printed.html", context, status=400 if form.errors else 200)
