"""An act that an outbox sends is done once, however often and however late it arrives.

A tick has a key in its form, by which its row is known. Undo, a note or the end of a pause say only
what they act on: a copy that comes after the next act, since an answer was lost, would do away with
that. So the act's own key is written down together with what it does, both or neither.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from accounts.access import PersonsRequest
from accounts.models import User
from outbox.models import LONGEST_KEY, Act

P = ParamSpec("P")
View = Callable[Concatenate[PersonsRequest, P], HttpResponse]


def key_of(request: HttpRequest) -> str:
    """The key of the act that an outbox sends; "" where it is an ordinary form."""
    key: str = request.headers.get("Outbox", "") if request.method == "POST" else ""
    return key[:LONGEST_KEY]


def once(view: View[P]) -> View[P]:
    """Mark an act whose form has no key: a copy of it does nothing, and leads where it led.

    What isn't done (a refusal, a form with a slip) leaves nothing, and may be sent again.
    """

    @wraps(view)
    def answer(request: PersonsRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        key = key_of(request)
        if not key:
            return view(request, *args, **kwargs)
        with transaction.atomic():
            # Other acts of this person wait. A row that points at them may still come in: a tick
            # whose row this act needs would wait for the act, and the act for the tick.
            User.objects.select_for_update(no_key=True).get(pk=request.user.pk)
            if done := Act.objects.filter(user=request.user, key=key).first():
                return HttpResponseRedirect(done.to)
            response = view(request, *args, **kwargs)
            if response.status_code == 302:
                to = response.headers["Location"]
                Act.objects.create(user=request.user, key=key, to=to, done_at=timezone.now())
            else:
                transaction.set_rollback(True)
        return response

    return answer
