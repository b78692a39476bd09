"""A round of today, done in one tap."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.door import PersonsRequest, resumable
from logbook import recording, report
from logbook.forms import PageField, RoundForm
from logbook.recording import Wanted
from logbook.views.acts import back_to, refusable, refuse, resume
from logbook.views.asked import check_reach, today_of


@resumable("day", "key", "round")
@require_http_methods(["GET", "HEAD", "POST"])
@refusable
def round_done(request: PersonsRequest) -> HttpResponse:
    """Record all that is left of a round; a GET, after signing in anew, shows the button."""
    form = RoundForm(request.POST if request.method == "POST" else request.GET)
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    if request.method != "POST":
        return resume(request, form, "round")
    now = timezone.now()
    today = today_of(request.user, now)
    day, part, batch = (form.cleaned_data[name] for name in ("day", "round", "key"))
    check_reach(request.user, day, today)
    with recording.one_at_a_time(request.user):
        found = report.of_round(request.user, part, day=day, today=today)
        left = [Wanted(row.exercise, day, row.left) for row in found.rows] if found else []
        recording.record_together(user=request.user, batch=batch, wanted=left, now=now, round=part)
    return back_to(request.user, PageField.TODAY, day, now, just=batch)
