"""My first day: set earlier for weeks that were kept on paper, and back again."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.changes import filled_in
from accounts.door import PersonsRequest, resumable
from logbook import days, recording
from logbook.forms import FirstDayForm
from logbook.views.asked import today_of


@resumable("first_day")
@require_http_methods(["GET", "HEAD", "POST"])
def first_day(request: PersonsRequest) -> HttpResponse:
    now = timezone.now()
    today = today_of(request.user, now)
    between = recording.first_day_between(request.user, today=today)
    was = days.first_day_as_of(today, request.user.first_day)
    form = FirstDayForm(between=between, initial={"first_day": was})
    form = FirstDayForm(filled_in(request, form), between=between, initial=form.initial)
    if request.method == "POST" and form.is_valid():
        try:
            recording.set_first_day(user=request.user, now=now, **form.cleaned_data)
        except recording.Refused as refusal:
            form.add_error("first_day", str(refusal))
        else:
            return redirect(f"{reverse('logbook:first-day')}?was={was.isoformat()}")
    context = {"form": form, "between": between, "first_day": was, "was": _was(request, was)}
    context["section"] = "settings"
    return render(request, "logbook/first_day.html", context, status=400 if form.errors else 200)


def _was(request: PersonsRequest, first_day: date) -> date | None:
    """The first day before it was changed; None where the address has none."""
    try:
        was = date.fromisoformat(request.GET.get("was", ""))
    except ValueError:
        return None
    return was if was != first_day and request.method != "POST" else None
