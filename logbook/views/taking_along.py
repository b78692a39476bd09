"""What a person takes along: their record as a file, and such a file taken in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.door import PersonsRequest, password_first
from logbook.exchange import amounts, file
from logbook.exchange import download as everything
from logbook.views.asked import today_of


@require_http_methods(["GET", "HEAD", "POST"])
@password_first
def download(request: PersonsRequest) -> HttpResponse:
    """What the file has in it; a POST is answered with the file."""
    if request.method != "POST":
        page = {"amounts": amounts.of_person(request.user), "section": "settings"}
        return render(request, "logbook/download.html", page)
    today = today_of(request.user, timezone.now())
    return HttpResponse(
        file.write(everything.of(request.user, today=today)),
        headers={
            "Content-Type": "application/json",
            "Content-Disposition": f'attachment; filename="footcare-{today}.json"',
            "Cache-Control": "private, no-store",
        },
    )
