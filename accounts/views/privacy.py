"""What is kept of a person: for anyone to read, for themselves to see, and to delete."""

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts import deletion
from accounts.access import PersonsRequest, confirm_first
from accounts.events import KEPT_FOR, recent
from accounts.forms import DeleteForm
from accounts.sessions import device_of


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    context = {
        "backup_days": settings.BACKUP_DAYS,
        "event_days": KEPT_FOR.days,
        "sign_in_days": settings.SESSION_COOKIE_AGE // (24 * 3600),
        "trust_days": settings.MFA_TRUST_COOKIE_AGE // (24 * 3600),
        "mail": bool(settings.MAIL),
        "operator_address": settings.OPERATOR_ADDRESS,
        "authority": settings.AUTHORITY,
        "unused_months": settings.UNUSED_MONTHS,
    }
    return render(request, "accounts/privacy.html", context)


@require_safe
def events(request: PersonsRequest) -> HttpResponse:
    """What happened with the account lately: to see whether it was them."""
    rows = [
        # Templates would turn a moment that knows its zone into universal time.
        (event, event.moment.astimezone(request.user.zone).replace(tzinfo=None))
        for event in recent(request.user, now=timezone.now())
    ]
    context = {"events": rows, "days": KEPT_FOR.days, "section": "settings"}
    return render(request, "accounts/events.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@confirm_first
def delete(request: PersonsRequest) -> HttpResponse:
    """What goes and what backups still hold; a POST with their address deletes."""
    form = DeleteForm(request.POST if request.method == "POST" else None, user=request.user)
    days = settings.BACKUP_DAYS
    if form.is_valid():
        deletion.delete(request.user)
        logout(request)
        if settings.MAIL:
            kept = ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
            mail = {"device": device_of(request), "kept": kept}
            email = form.cleaned_data["email"]
            get_adapter(request).send_mail("account/email/account_deleted", email, mail)
        return redirect("accounts:gone")
    context = {
        "form": form,
        "is_last_superuser": deletion.is_last_superuser(request.user),
        "days": days,
        "mail": bool(settings.MAIL),
        "section": "settings",
    }
    return render(request, "accounts/delete.html", context, status=400 if form.errors else 200)


@login_not_required
@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """Goodbye. Whoever is signed in has an account still."""
    if request.user.is_authenticated:
        return redirect("accounts:account")
    return render(request, "accounts/gone.html", {"days": settings.BACKUP_DAYS})
