"""What is kept of a person, where, how long and who sees it: for anyone to read."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts import records


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    context = {
        "backup_days": settings.BACKUP_DAYS,
        "event_days": records.KEPT.days,
        "sign_in_days": settings.SESSION_COOKIE_AGE // (24 * 3600),
        "trust_days": settings.MFA_TRUST_COOKIE_AGE // (24 * 3600),
        "mail": bool(settings.MAIL),
    }
    return render(request, "accounts/privacy.html", context)
