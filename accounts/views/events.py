"""What happened with a person's account lately: for them to see whether it was them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts import records
from accounts.door import PersonsRequest


@require_safe
def events(request: PersonsRequest) -> HttpResponse:
    now = timezone.now()
    rows = [
        # Templates would turn a moment that knows its zone into universal time.
        (event, event.moment.astimezone(request.user.zone).replace(tzinfo=None))
        for event in records.kept(request.user, now=now)
    ]
    context = {"events": rows, "days": records.KEPT.days, "section": "settings"}
    return render(request, "accounts/events.html", context)
