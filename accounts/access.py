"""Who may see a page: others are asked to sign in, and come back to what they were doing."""

from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import wraps
from urllib.parse import quote, urlencode

from allauth.account.decorators import reauthentication_required
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.db import DatabaseError, IntegrityError
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.models import User

View = Callable[..., HttpResponseBase]
Pairs = list[tuple[str, str]]

NOT_UPDATED = getattr(User, "NotUpdated", DatabaseError)  # Django 6 names what 5.2 doesn't
GONE = (DatabaseError, IntegrityError, User.DoesNotExist, NOT_UPDATED)
"""What a write says where its person is there no more; it may also have other reasons."""
LONGEST = 3_500  # characters of what was typed; gunicorn takes 4,094 in a request's first line


class PersonsRequest(HttpRequest):
    """A request of somebody who is signed in."""

    user: User


def resumable(*fields: str) -> Callable[[View], View]:
    """Mark a view whose POST can be taken up again after signing in.

    The named fields come back in the address, and a GET of the view then shows them with the
    button that sends them: nothing is recorded by following a link. In a name, * and ? stand
    for what they do in a shell. What hurts and what was noted is never named here: addresses are
    remembered.
    """

    def mark(view: View) -> View:
        view.resumable_fields = fields  # type: ignore[attr-defined]
        return view

    return mark


def confirm_first(page: View) -> View:
    """Mark a page before which people show that it's them, by password, passkey or code.

    That holds for some minutes. A form that is sent later does nothing: allauth would go on with
    it as soon as they have shown it, with no page between that says what happens.
    """
    asked: View = reauthentication_required(page)

    @wraps(page)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return asked(request, *args, **kwargs)
        except ReauthenticationRequired:
            if request.method != "POST":
                raise
            sentence = _(
                "That took a while, so we ask once more that it’s you. Nothing has happened yet."
            )
            messages.error(request, sentence)
            return redirect(request.path)

    return answer


class SignInMiddleware(LoginRequiredMiddleware):
    def process_view(
        self,
        request: HttpRequest,
        view_func: View,
        args: tuple[object, ...],
        kwargs: dict[str, object],
    ) -> HttpResponseBase | None:
        """As Django's, but a public view works without a session, and without a database."""
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, args, kwargs)

    def handle_no_permission(self, request: HttpRequest, view_func: View) -> HttpResponseRedirect:
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        kept: Pairs = []
        for pairs in _typed(request.POST, getattr(view_func, "resumable_fields", ())):
            # Within the sign-in page's address it is quoted once more.
            if len(quote(urlencode([*kept, *pairs]))) <= LONGEST:
                kept += pairs
        address = f"{request.path}?{urlencode(kept)}" if kept else request.path
        return redirect_to_login(address, str(self.get_login_url(view_func)))

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseRedirect | None:
        """Whoever deleted their account on another device meanwhile is asked to sign in."""
        if type(exception) not in GONE or not request.user.is_authenticated:
            return None
        if User.objects.filter(pk=request.user.pk).exists():
            return None
        return redirect_to_login(request.path)


def _typed(sent: QueryDict, fields: tuple[str, ...]) -> Iterator[Pairs]:
    """Each of the fields that was filled in anew, with what it was drawn with."""
    for name in dict.fromkeys(name.removeprefix("initial-") for name in sent):
        initial = f"initial-{name}"
        typed, drawn_with = sent.getlist(name), sent.getlist(initial)
        if typed != drawn_with and any(fnmatchcase(name, field) for field in fields):
            yield [(name, each) for each in typed] + [(initial, each) for each in drawn_with]
