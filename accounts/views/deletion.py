"""The page on which somebody deletes their account, and the page after it."""

from allauth.account.adapter import get_adapter
from django.conf import settings as site
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from accounts import deletion
from accounts.devices import name_of, user_agent_of
from accounts.door import PersonsRequest, sure_first
from accounts.forms import DeleteForm


@require_http_methods(["GET", "HEAD", "POST"])
@sure_first
def delete(request: PersonsRequest) -> HttpResponse:
    """What goes and what backups still hold; a POST with their address deletes."""
    form = DeleteForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        email = form.cleaned_data["email"]
        deletion.delete(request)
        logout(request)
        if site.MAIL:
            told = {"device": name_of(user_agent_of(request)), "kept": backups_kept()}
            get_adapter(request).send_mail("account/email/account_deleted", email, told)
        return redirect("accounts:gone")
    page = {
        "form": form,
        "is_last_superuser": deletion.is_last_superuser(request.user),
        "days": site.BACKUP_DAYS,
        "mail": bool(site.MAIL),
        "section": "settings",
    }
    return render(request, "accounts/delete.html", page, status=400 if form.errors else 200)


def backups_kept() -> str:
    days = site.BACKUP_DAYS
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


@login_not_required
@require_safe
def gone(request: HttpRequest) -> HttpResponse:
    """Goodbye. Whoever is signed in has an account still."""
    if request.user.is_authenticated:
        return redirect("accounts:account")
    return render(request, "accounts/gone.html", {"days": site.BACKUP_DAYS})
