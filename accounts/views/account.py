"""My account: the ways in of the person who is signed in, and what they can change about them."""

from django.conf import settings as site
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.door import PersonsRequest
from accounts.entrance import ChangeEmailForm, ChangePasswordForm


@require_safe
def account(request: PersonsRequest) -> HttpResponse:
    """Its forms go to allauth's pages, which show them alone where something is to be put right."""
    context = {
        "mail": bool(site.MAIL),
        "email_form": ChangeEmailForm(user=request.user),
        "password_form": ChangePasswordForm(user=request.user),
        "section": "settings",
    }
    return render(request, "accounts/account.html", context)
