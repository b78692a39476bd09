"""What was recorded with one press, taken back or put back with one."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.door import PersonsRequest, resumable
from accounts.models import User
from logbook import recording, report
from logbook.views.acts import back_to, key_form, refusable, refuse, resume


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
def undo_batch(request: PersonsRequest, key: str) -> HttpResponse:
    """Take back what one press did; a GET shows the button that does."""
    return _act(request, key, "undo-batch", _undo)


@resumable("page")
@require_http_methods(["GET", "HEAD", "POST"])
def put_back_batch(request: PersonsRequest, key: str) -> HttpResponse:
    """Do again what one press did, after it was taken back; a GET shows the button that does."""
    return _act(request, key, "put-back-batch", recording.put_back_together)


def _undo(*, user: User, batch: UUID, now: datetime) -> UUID:
    recording.undo_together(user=user, batch=batch, now=now)
    return batch


@refusable
def _act(request: PersonsRequest, key: str, name: str, act: Callable[..., UUID]) -> HttpResponse:
    form = key_form(request, key)
    if not form.is_valid():
        return refuse(request, *form.errors.values())
    if request.method != "POST":
        return resume(request, form, name)
    batch, now = form.cleaned_data["key"], timezone.now()
    done = report.of_batch(request.user, batch)
    if done is None:
        raise Http404
    just = act(user=request.user, batch=batch, now=now)
    return back_to(request.user, form.cleaned_data["page"], done.day, now, just=just)
