"""My account: the ways in of the person who is signed in, and what they can change about them."""

from allauth.usersessions.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings as site
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.access import PersonsRequest
from accounts.second_step import ways_in
from accounts.sessions import signed_in
from accounts.sign_in_forms import ChangeEmailForm, ChangePasswordForm
from accounts.views.codes import address_to_confirm
from accounts.views.sign_in import stay_as_asked


@require_safe
def account(request: PersonsRequest) -> HttpResponse:
    """Its forms go to allauth's pages, which show them alone where something is to be put right."""
    this, others = signed_in(request)
    context = {
        "ways": ways_in(request.user),
        "this_device": this,
        "other_devices": others,
        "stays": not request.session.get_expire_at_browser_close(),
        "mail": bool(site.MAIL),
        "asked_email": address_to_confirm(request),
        "email_form": ChangeEmailForm(user=request.user),
        "password_form": ChangePasswordForm(user=request.user),
        "section": "settings",
    }
    return render(request, "accounts/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def stay(request: PersonsRequest) -> HttpResponse:
    """On this device, or only until the browser is closed."""
    if request.method == "POST":
        stay_as_asked(request)
        staying = _("You stay signed in on this device.")
        leaving = _("You are signed out here when you close the browser.")
        messages.success(request, staying if "remember" in request.POST else leaving)
    return redirect("accounts:account")


@require_http_methods(["GET", "HEAD", "POST"])
def sign_out_there(request: PersonsRequest, pk: int) -> HttpResponse:
    """Of one device, or a 404 where it is another person's; done twice is done once."""
    rows = UserSession.objects.filter(pk=pk)
    if rows.exclude(user=request.user).exists():
        raise Http404
    if request.method == "POST":
        get_adapter().end_sessions(rows)
        messages.success(request, _("Signed out there."))
    return redirect("accounts:account")


@require_http_methods(["GET", "HEAD", "POST"])
def sign_out_elsewhere(request: PersonsRequest) -> HttpResponse:
    if request.method == "POST":
        here = request.session.session_key
        theirs = UserSession.objects.filter(user=request.user)
        get_adapter().end_sessions(theirs.exclude(session_key=here))
        messages.success(request, _("Signed out everywhere else."))
    return redirect("accounts:account")
