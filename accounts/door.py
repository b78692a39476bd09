"""The closed door: whoever isn't signed in is asked to, and comes back to what they were doing."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect

from accounts.models import User

View = Callable[..., HttpResponseBase]


class PersonsRequest(HttpRequest):
    """A request that the door let through: somebody is signed in."""

    user: User


def resumable(*fields: str) -> Callable[[View], View]:
    """Mark a view whose POST can be taken up again after signing in.

    The named fields come back in the address, and a GET of the view then shows them with the
    button that sends them: nothing is recorded by following a link.
    """

    def mark(view: View) -> View:
        view.resumable_fields = fields  # type: ignore[attr-defined]
        return view

    return mark


class SignInMiddleware(LoginRequiredMiddleware):
    def process_view(
        self, request: HttpRequest, view_func: View, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """As Django's, but a public view works without a session, and without a database."""
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, args, kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        sent = {
            name: request.POST[name]
            for name in getattr(view_func, "resumable_fields", ())
            if name in request.POST
        }
        path = f"{request.path}?{urlencode(sent)}" if sent else request.path
        return redirect_to_login(path, str(self.get_login_url(view_func)))
