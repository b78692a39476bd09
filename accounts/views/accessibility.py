"""What the site does for every sense, how that was looked at, and what doesn't work."""

from datetime import date

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

LOOKED_THROUGH = date(2026, 11, 30)
"""The day on which somebody last read the statement and found it true."""


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/accessibility.html", {"looked_through": LOOKED_THROUGH})
