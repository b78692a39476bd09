"""The small address that an outbox asks before it sends what waited."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import User

FORMAT = 1
"""Of the acts that are taken. A browser with a newer one keeps them."""


@login_not_required
@never_cache
@require_safe
def hello(request: HttpRequest) -> JsonResponse:
    """Who is signed in, a fresh token, and what time it is here, in milliseconds since 1970."""
    who = request.user.mark if isinstance(request.user, User) else ""
    now = timezone.now().timestamp() * 1000
    answer = {"outbox": FORMAT, "who": who, "token": get_token(request), "now": round(now)}
    return JsonResponse(answer)
