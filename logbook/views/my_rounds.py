"""My rounds: which I do, after what and where, around when, and whether Today shows them."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts import before
from accounts.changes import as_sent, changed, filled_in, overwritten, replaced
from accounts.door import PersonsRequest, resumable
from accounts.models import User
from logbook import report
from logbook.forms import MyRoundsForm, RoundSettingsForm
from logbook.views.asked import today_of


@resumable(*RoundSettingsForm.NAMES, "shows_rounds")
@require_http_methods(["GET", "HEAD", "POST"])
def my_rounds(request: PersonsRequest) -> HttpResponse:
    user = request.user
    drawn = rounds_form(user, RoundSettingsForm)
    form = rounds_form(user, RoundSettingsForm, filled_in(request, drawn))
    if request.method == "POST" and form.is_valid():
        newer = replaced(overwritten(form, stored_rounds(user)))
        user.change(**changed(form))
        saved = as_sent(rounds_form(user, RoundSettingsForm))
        before.keep(request, request.path, as_sent(drawn), saved, newer)
        return redirect(f"{request.path}?saved=1")
    context = rounds_context(request, form) | {
        "saved": "saved" in request.GET and not form.is_bound,
        "before": before.kept(request, request.path, as_sent(drawn)),
        "section": "settings",
    }
    return render(request, "logbook/my_rounds.html", context, status=400 if form.errors else 200)


def stored_rounds(user: User) -> dict[str, object]:
    names = (*MyRoundsForm.NAMES, "shows_rounds")
    return {name: getattr(user, name) for name in names}


def rounds_form(
    user: User, kind: type[MyRoundsForm], sent: QueryDict | None = None
) -> MyRoundsForm:
    return kind(sent, initial=stored_rounds(user), day_ends_at=user.day_ends_at)


def rounds_context(request: PersonsRequest, form: MyRoundsForm) -> dict[str, object]:
    """The form's rounds, each with what falls in it at present."""
    today = today_of(request.user, timezone.now())
    told = report.of_my_rounds(request.user, today=today)
    groups = [(group, told.get(group.part, "")) for group in form.groups()]
    return {"form": form, "groups": groups}
